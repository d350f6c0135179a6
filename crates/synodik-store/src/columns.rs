//! The tables and their columns: name, type, meaning, unit.

use arrow_schema::{DataType, Field as ArrowField, Schema};
use std::sync::Arc;
use synodik_model::Field;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// UTF-8 text.
    Text,
    /// Whole number from 0, 64 bits.
    Count,
    /// Whole number with sign, 32 bits.
    Year,
    /// Day of the calendar the source uses, as days since 1970-01-01.
    Day,
    /// True or false.
    Flag,
    /// Probability or share, from 0 to 1.
    Share,
    /// Several whole numbers from 0, 32 bits each.
    Numbers,
}

/// One column of a table.
#[derive(Debug, Clone, Copy)]
pub struct ColumnSpec {
    /// Name of the column.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether a row may lack it.
    pub is_optional: bool,
    /// What it means, and its unit where it has one.
    pub meaning: &'static str,
}

/// One table of a build.
#[derive(Debug, Clone)]
pub struct TableSpec {
    /// Name of the table, and of its folder in a build.
    pub name: &'static str,
    /// What one row is.
    pub row: &'static str,
    /// The columns in order.
    pub columns: Vec<ColumnSpec>,
}

impl TableSpec {
    /// Returns the places of columns among the columns.
    ///
    /// # Panics
    ///
    /// When the table has no such column: the name is a mistake of the caller.
    pub fn places<const N: usize>(&self, names: [&str; N]) -> [usize; N] {
        names.map(|name| {
            let place = self.columns.iter().position(|column| column.name == name);
            place.expect("the table has the column its reader names")
        })
    }
}

/// Names of the tables a build has.
pub const TABLES: [&str; 11] = [
    "records",
    "events",
    "persons",
    "links",
    "partitions",
    "annotations",
    "mentions",
    "ties",
    "families",
    "cases",
    "children",
];

impl ColumnKind {
    /// Returns the Arrow type.
    pub fn arrow_type(self) -> DataType {
        match self {
            ColumnKind::Text => DataType::Utf8,
            ColumnKind::Count => DataType::UInt64,
            ColumnKind::Year => DataType::Int32,
            ColumnKind::Day => DataType::Date32,
            ColumnKind::Flag => DataType::Boolean,
            ColumnKind::Share => DataType::Float32,
            ColumnKind::Numbers => DataType::List(Arc::new(number_field())),
        }
    }

    /// Returns the type in words, for the documentation.
    pub fn in_words(self) -> &'static str {
        match self {
            ColumnKind::Text => "text (UTF-8)",
            ColumnKind::Count => "whole number (UInt64)",
            ColumnKind::Year => "year (Int32)",
            ColumnKind::Day => "day (Date32)",
            ColumnKind::Flag => "true or false (Boolean)",
            ColumnKind::Share => "0 to 1 (Float32)",
            ColumnKind::Numbers => "list of whole numbers (List of UInt32)",
        }
    }
}

/// Returns the field of the numbers in a list.
pub(crate) fn number_field() -> ArrowField {
    ArrowField::new_list_field(DataType::UInt32, false)
}

impl TableSpec {
    /// Returns the Arrow schema of the table.
    pub fn schema(&self) -> Arc<Schema> {
        let fields = self
            .columns
            .iter()
            .map(|column| {
                ArrowField::new(column.name, column.kind.arrow_type(), column.is_optional)
            })
            .collect::<Vec<_>>();
        Arc::new(Schema::new(fields))
    }
}

pub(crate) const fn required(
    name: &'static str,
    kind: ColumnKind,
    meaning: &'static str,
) -> ColumnSpec {
    ColumnSpec { name, kind, is_optional: false, meaning }
}

pub(crate) const fn optional(
    name: &'static str,
    kind: ColumnKind,
    meaning: &'static str,
) -> ColumnSpec {
    ColumnSpec { name, kind, is_optional: true, meaning }
}

/// Columns of `records` before the fields.
pub(crate) const RECORD_HEAD: [ColumnSpec; 8] = [
    required("record_id", ColumnKind::Text, "Stable id: `source.file.entry`, both numbers from 1."),
    required("source_id", ColumnKind::Text, "Id of the source."),
    required("file", ColumnKind::Text, "Name of the file as received."),
    required("line", ColumnKind::Count, "Line on which the entry starts, from 1."),
    required("byte_offset", ColumnKind::Count, "Bytes from the start of the file as received."),
    required("byte_length", ColumnKind::Count, "Length of the entry in bytes as received."),
    required("verbatim", ColumnKind::Text, "The whole entry, decoded and otherwise untouched."),
    required(
        "has_invalid_bytes",
        ColumnKind::Flag,
        "Whether bytes invalid in the encoding were replaced by U+FFFD in `verbatim`.",
    ),
];

/// Columns of `records` after the fields.
pub(crate) const RECORD_TAIL: [ColumnSpec; 4] = [
    optional(
        "birth_edtf",
        ColumnKind::Text,
        "Days of birth the entry allows, in EDTF; from the age when no birth is stated.",
    ),
    optional("birth_first", ColumnKind::Day, "First day of birth the entry allows."),
    optional("birth_last", ColumnKind::Day, "Last day of birth the entry allows."),
    optional(
        "birth_year",
        ColumnKind::Year,
        "Year of the birth named first, when it lies in one year.",
    ),
];

/// Returns the table of records: one row an entry of a source.
pub fn records_table() -> TableSpec {
    let fields =
        Field::specs().iter().map(|spec| optional(spec.name, ColumnKind::Text, spec.meaning));
    let columns = RECORD_HEAD.into_iter().chain(fields).chain(RECORD_TAIL).collect();
    TableSpec {
        name: "records",
        row: "One entry of a source: what it says, verbatim and by field.",
        columns,
    }
}

/// Returns the table of events: one row a thing that an entry says happened.
pub fn events_table() -> TableSpec {
    let columns = vec![
        required(
            "event_id",
            ColumnKind::Text,
            "Stable id: `record_id#n`, n from 1 in the order of the entry.",
        ),
        required("record_id", ColumnKind::Text, "The record that says it."),
        required("source_id", ColumnKind::Text, "Id of the source."),
        required("kind", ColumnKind::Text, "Identifier of the kind of event."),
        optional("date", ColumnKind::Text, "Date as written."),
        optional("date_edtf", ColumnKind::Text, "The days it may mean, in EDTF."),
        optional("date_first", ColumnKind::Day, "First of these days."),
        optional("date_last", ColumnKind::Day, "Last of these days."),
        optional("place", ColumnKind::Text, "Place as written."),
        optional("body", ColumnKind::Text, "Body that acted, as written."),
        optional("article", ColumnKind::Text, "Article or formula, as written."),
        optional("measure", ColumnKind::Text, "Measure, as written."),
        optional("text", ColumnKind::Text, "What happened, in words."),
        optional(
            "stated_source",
            ColumnKind::Text,
            "Source of this one statement, when it is not the entry's own.",
        ),
        optional("certainty", ColumnKind::Text, "How sure the source is, in its own vocabulary."),
    ];
    TableSpec { name: "events", row: "One thing that an entry says happened.", columns }
}

/// Returns the table of annotations: one row a provision that may have covered an event.
pub fn annotations_table() -> TableSpec {
    let columns = vec![
        required("event_id", ColumnKind::Text, "The event."),
        required("record_id", ColumnKind::Text, "The record that says it."),
        required("source_id", ColumnKind::Text, "Id of the source."),
        required("rank", ColumnKind::Count, "Place among those of the event, the likeliest is 1."),
        required("instrument_id", ColumnKind::Text, "Id of the instrument in the codex."),
        required("provision_id", ColumnKind::Text, "Id of its provision."),
        required(
            "verdict",
            ColumnKind::Text,
            "`named`: the record names the instrument or its formula and nothing differs; \
             `consistent`: what it says fits; `differs`: in force or named, but the record differs.",
        ),
        optional(
            "matched",
            ColumnKind::Text,
            "What of the record fits, as `part: words of the rule`, separated by `; `.",
        ),
        optional(
            "differences",
            ColumnKind::Text,
            "In what the record differs, separated by `; `: `before_start`, `after_end`, \
             `term_shorter`, `term_longer`, `other_body`, `other_measure`.",
        ),
        optional(
            "remarks",
            ColumnKind::Text,
            "What the record leaves open, separated by `; `: `no_date`, `date_partly_within`, \
             `body_not_stated`, `category_not_stated`.",
        ),
        optional(
            "term_months",
            ColumnKind::Count,
            "Term that the record states for the event, in months.",
        ),
        optional(
            "term_standing",
            ColumnKind::Text,
            "How that term stands to the provision's: `within`, `shorter`, `longer`.",
        ),
    ];
    TableSpec {
        name: "annotations",
        row: "One provision of the codex that may have covered one event; never that it was applied.",
        columns,
    }
}
