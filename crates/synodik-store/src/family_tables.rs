//! The tables of the family stage: mentions, ties, families, cases and children.
//!
//! Like all tables they are one file a source: a tie stands with the source of its first
//! person, a family with those of its persons, a case with that of the one it fell on,
//! a child with its own.
//!
//! **Invariant:** whatever the public sees of a row stands in the row: a column `shown_x`
//! takes the place of `x`, and a row for which `is_shown` is false keeps only what
//! [`public_columns`] names.

use crate::cells::{Cell, cell_at};
use crate::columns::{ColumnKind, ColumnSpec, TableSpec, optional, required};
use crate::error::StoreError;
use crate::rows::TableReader;
use std::path::Path;

/// What stands before the name of a column whose value the public sees instead.
const SHOWN_MARK: &str = "shown_";

/// The column that says whether the record itself is shown, of tables of what records hold.
const IS_RECORD_SHOWN: &str = "is_record_shown";

/// The column that says whether somebody who is shown is meant.
const IS_SHOWN: &str = "is_shown";

/// Returns the table of mentions: one row a human being named or counted in a record.
pub fn mentions_table() -> TableSpec {
    use ColumnKind::{Count, Flag, Share, Text, Year};
    let columns = vec![
        required(
            "mention_id",
            Text,
            "Stable id: `record_id#n`, n from 0, which is the one the record is about.",
        ),
        required("record_id", Text, "The record."),
        required("source_id", Text, "Id of the source."),
        required("file", Text, "Name of the file as received."),
        required("line", Count, "Line on which the entry starts, from 1."),
        required("byte_offset", Count, "Bytes from the start of the file as received."),
        optional(
            "person_id",
            Text,
            "The person: that of a record of their own, else the id of the first mention; empty where several are named together.",
        ),
        optional("p", Share, "Probability, 0 to 1, that the mention is of that person."),
        required(
            "role",
            Text,
            "`subject` (the record is about them), `head` (a household is entered under them) or `member`.",
        ),
        required(
            "is_shown",
            Flag,
            "Whether they are not possibly living, so that the public sees them.",
        ),
        required(
            "is_record_shown",
            Flag,
            "Whether the record is shown; else the public lacks the row.",
        ),
        optional(
            "relation",
            Text,
            "What they are to the mention `relative_to`: a term of `data/kin/relations.toml`, or steps joined by `.` for a chain without one.",
        ),
        optional(
            "relation_ground",
            Text,
            "How that is known: `stated`, `kinship`, `name` or `place` (in the list).",
        ),
        optional("relation_stated", Text, "The words that state it."),
        optional("relative_to", Text, "The mention to which the relation refers."),
        optional(
            "surname",
            Text,
            "Surname in the nominative and the bearer's gender, stated or that of the kin.",
        ),
        optional("surname_stated", Text, "Surname as written, if one is."),
        optional("given", Text, "Given name, nominative, or initial."),
        optional("patronymic", Text, "Patronymic or father's name, nominative, or initial."),
        optional("name_variants", Text, "Other names the entry gives, separated by `; `."),
        optional("birth_edtf", Text, "Days of birth the entry allows, in EDTF."),
        optional("birth_year", Year, "Year of birth, when it lies in one year."),
        optional("birth_from", Year, "First year of birth that birth or age allow."),
        optional("birth_to", Year, "Last year of birth that birth or age allow."),
        optional("age", Count, "Age as stated, in full years."),
        optional("age_months", Count, "Age as stated, in months."),
        optional("sex", Text, "`male` or `female`."),
        optional("sex_ground", Text, "How the sex is known: `stated`, `kinship` or `name`."),
        optional(
            "count",
            Count,
            "How many human beings are meant; empty for several, nobody says how many.",
        ),
        optional("span_start", Count, "First byte of the words in `verbatim` of the record."),
        optional("span_end", Count, "Byte behind the words."),
        optional("words", Text, "The words."),
        optional(
            "fates",
            Text,
            "What the entry says happened to them, or that they were spared (`data/kin/fates.toml`): a JSON list of kind, EDTF date, reason, span and words.",
        ),
        optional("shown_person_id", Text, "Public form of `person_id`."),
        optional("shown_p", Share, "Public form of `p`: counted over what is shown."),
        optional(
            "shown_relation",
            Text,
            "Public form of `relation`: without sex where either may be living, empty where the other's record is withheld.",
        ),
        optional(
            "shown_relative_to",
            Text,
            "Public form of `relative_to`: empty where that record is withheld.",
        ),
        optional(
            "shown_relation_stated",
            Text,
            "Public form of `relation_stated`: empty where either may be living.",
        ),
        optional(
            "shown_words",
            Text,
            "Public form of `words`: empty where they may name somebody who may be living.",
        ),
        optional(
            "shown_fates",
            Text,
            "Public form of `fates`: without words that may name somebody who is not shown.",
        ),
    ];
    TableSpec { name: "mentions", row: "One human being named or counted in a record.", columns }
}

/// Returns the table of ties: one row a kinship between two persons.
pub fn ties_table() -> TableSpec {
    use ColumnKind::{Flag, Share, Text};
    let columns = vec![
        required("family_id", Text, "The family to which both belong."),
        optional("first", Text, "A person; in public empty for one who may be living."),
        optional("second", Text, "The other person; in public as `first`."),
        required("relation", Text, "What the second is to the first, as in `mentions`."),
        required(
            "ground",
            Text,
            "`stated`, `derived` (follows from what is stated) or `inferred`.",
        ),
        required("p", Share, "Probability, 0 to 1, that the tie holds."),
        required(
            "contradicts",
            Flag,
            "Whether it cannot hold together with another tie, or age forbids it.",
        ),
        optional(
            "put_aside",
            Text,
            "Why the tie was put aside, for it cannot hold beside stronger ones: `oneself`, `sex`, `birth`, `death`, `disagrees`, `second_father`, `second_mother`, `third_parent` or `loop`; empty for ties that hold.",
        ),
        optional(
            "evidence",
            Text,
            "On what it rests: a JSON list of objects with `record_id`, `words` as in the record and, for what is inferred, `features`, a list of pairs of an identifier and its weight in bits.",
        ),
        required("is_shown", Flag, "Whether at least one of the two is shown."),
        optional("shown_first", Text, "Public form of `first`."),
        optional("shown_second", Text, "Public form of `second`."),
        required(
            "shown_relation",
            Text,
            "Public form of `relation`: without sex where either may be living.",
        ),
        optional(
            "shown_evidence",
            Text,
            "Public form of `evidence`: empty where either may be living, and without words that may name somebody who is.",
        ),
    ];
    let row = "One kinship between two persons; two that disagree about one pair are two rows.";
    TableSpec { name: "ties", row, columns }
}

/// Returns the table of families: persons connected by ties.
pub fn families_table() -> TableSpec {
    use ColumnKind::{Count, Flag, Text};
    let columns = vec![
        required(
            "family_id",
            Text,
            "Id of the family: `family-` and the id of one of its persons; it stays from build to build.",
        ),
        optional(
            "person_id",
            Text,
            "A person of the family; in public empty for one who may be living.",
        ),
        required("n_persons", Count, "How many persons the family has."),
        required("is_shown", Flag, "Whether anybody of the family is shown."),
        optional("shown_person_id", Text, "Public form of `person_id`."),
        required(
            "shown_n_persons",
            Count,
            "Public form of `n_persons`: those who are shown, and those who may be living of whom a record that is shown tells.",
        ),
    ];
    TableSpec { name: "families", row: "One person of one family.", columns }
}

/// What the public columns of a cause mean.
const CAUSE_SHOWN: &str =
    "Public form of the column without `shown_`: empty unless the other is shown.";

/// Returns the table of cases: whose measure followed from whose.
pub fn cases_table() -> TableSpec {
    use ColumnKind::{Day, Flag, Share, Text, Year};
    let columns = vec![
        required("family_id", Text, "The family."),
        optional("person_id", Text, "The person on whom a measure fell."),
        optional(
            "because_of",
            Text,
            "The person on whose account; in public empty for one who may be living.",
        ),
        required(
            "relation",
            Text,
            "What `person_id` is to `because_of`, as in `mentions`; `relative` when not known.",
        ),
        required("event_record_id", Text, "The record of the measure."),
        required("event_kind", Text, "Identifier of the kind of event."),
        optional("event_date_edtf", Text, "Its days, in EDTF."),
        optional("event_first", Day, "First of these days."),
        optional("event_last", Day, "Last of these days."),
        optional(
            "cause_record_id",
            Text,
            "The record of what had happened to the other, where an event is known.",
        ),
        optional("cause_kind", Text, "Identifier of its kind."),
        optional("cause_date_edtf", Text, "Its days, in EDTF."),
        optional("cause_first", Day, "First of these days."),
        optional("cause_last", Day, "Last of these days."),
        optional(
            "provisions",
            Text,
            "Provisions of the codex that may have covered the measure, `instrument/provision`, separated by `; `.",
        ),
        optional("days_from", Year, "Days from the cause to the measure, at least (Int32)."),
        optional("days_to", Year, "The same, at most (Int32)."),
        required("ground", Text, "`stated` or `inferred`."),
        required("p", Share, "Probability, 0 to 1."),
        optional("words", Text, "The words that say so."),
        required("is_shown", Flag, "Whether the person on whom it fell is shown."),
        optional("shown_person_id", Text, "Public form of `person_id`."),
        optional("shown_because_of", Text, "Public form of `because_of`."),
        required(
            "shown_relation",
            Text,
            "Public form of `relation`: without sex where either may be living.",
        ),
        optional(
            "shown_words",
            Text,
            "Public form of `words`: empty where they may name somebody who may be living.",
        ),
        optional("shown_cause_record_id", Text, CAUSE_SHOWN),
        optional("shown_cause_kind", Text, CAUSE_SHOWN),
        optional("shown_cause_date_edtf", Text, CAUSE_SHOWN),
        optional("shown_cause_first", Day, CAUSE_SHOWN),
        optional("shown_cause_last", Day, CAUSE_SHOWN),
        optional("shown_days_from", Year, CAUSE_SHOWN),
        optional("shown_days_to", Year, CAUSE_SHOWN),
    ];
    let row = "One measure that fell on one person on account of another: stated, or inferred with a probability.";
    TableSpec { name: "cases", row, columns }
}

/// Returns the table of children: one row a member who is shown and has a parent who is.
pub fn children_table() -> TableSpec {
    use ColumnKind::{Count, Flag, Text, Year};
    let columns = vec![
        required("family_id", Text, "The family."),
        required("person_id", Text, "The child."),
        required("is_shown", Flag, "Whether the child is shown; true in every row."),
        required("shown_person_id", Text, "Public form of `person_id`."),
        optional("birth_year", Year, "First year in which the child may have been born."),
        required("n_parents", Count, "Parents who are shown."),
        optional(
            "risk_last",
            Year,
            "Last year in which the child could be left without both parents: the one before it was grown up, or that in which it was left; empty where birth or a parent is not known.",
        ),
        optional("left_year", Year, "Year in which the second parent was taken away."),
        optional("first_kind", Text, "What took the first parent: a kind of event."),
        optional("first_record_id", Text, "The record that says so."),
        optional("second_kind", Text, "What took the second parent."),
        optional("second_record_id", Text, "The record that says so."),
        optional("followed_kind", Text, "What an entry says became of the child then."),
        optional("followed_record_id", Text, "The record that says so."),
        optional("place", Text, "Where the child or a parent lived, as an entry has it."),
    ];
    let row = "One member of whom a parent is known, and whether both were taken away while this was a child. Nobody who may be living is in it.";
    TableSpec { name: "children", row, columns }
}

/// Returns the tables of the family stage.
pub fn family_stage_tables() -> [TableSpec; 5] {
    [mentions_table(), ties_table(), families_table(), cases_table(), children_table()]
}

/// Columns that a row keeps in public although nobody shown is meant.
const PLACEHOLDER_COLUMNS: [&str; 10] = [
    "mention_id",
    "record_id",
    "source_id",
    "file",
    "line",
    "byte_offset",
    "role",
    "is_shown",
    "relation",
    "count",
];

/// How the public sees a row of a table of the family stage.
#[derive(Debug)]
pub struct PublicColumns {
    /// Places of the columns that are public, each with the place its value comes from.
    sources: Vec<(usize, usize)>,
    /// Whether each stays in the row of a placeholder.
    of_placeholder: Vec<bool>,
    is_shown_idx: usize,
    is_record_shown_idx: Option<usize>,
}

/// Returns the table as the public sees it, and how its rows are made.
pub fn public_columns(table: &TableSpec) -> (TableSpec, PublicColumns) {
    let place =
        |name: &str| table.columns.iter().position(|column: &ColumnSpec| column.name == name);
    let mut public = TableSpec { name: table.name, row: table.row, columns: Vec::new() };
    let (mut sources, mut of_placeholder) = (Vec::new(), Vec::new());
    for (column_idx, column) in table.columns.iter().enumerate() {
        if column.name.starts_with(SHOWN_MARK) || column.name == IS_RECORD_SHOWN {
            continue;
        }
        let shown = place(&format!("{SHOWN_MARK}{}", column.name)).unwrap_or(column_idx);
        let stays = PLACEHOLDER_COLUMNS.contains(&column.name);
        let mut column = *column;
        column.is_optional |= table.columns[shown].is_optional || !stays;
        public.columns.push(column);
        sources.push((column_idx, shown));
        of_placeholder.push(stays);
    }
    let is_shown_idx = place(IS_SHOWN).expect("every table of the stage has the column");
    let is_record_shown_idx = place(IS_RECORD_SHOWN);
    (public, PublicColumns { sources, of_placeholder, is_shown_idx, is_record_shown_idx })
}

impl PublicColumns {
    /// Returns a row as the public sees it; `None` when it does not.
    pub fn row<'a>(&self, row: &[Cell<'a>]) -> Option<Vec<Cell<'a>>> {
        let is_shown = row[self.is_shown_idx] == Cell::Flag(true);
        // A placeholder says that a record which is shown names somebody.
        let record = self.is_record_shown_idx.map(|place| row[place] == Cell::Flag(true));
        if !record.unwrap_or(is_shown) {
            return None;
        }
        let cells = self.sources.iter().zip(&self.of_placeholder).map(|((_, from), stays)| {
            if is_shown || *stays { row[*from].clone() } else { Cell::Absent }
        });
        Some(cells.collect())
    }
}

/// Reads a table and hands on its rows; stops at the first error of the receiver.
///
/// # Errors
///
/// [`StoreError`] when the file is missing, damaged or of another version; whatever `take` gives.
pub fn read_rows<E: From<StoreError>>(
    path: &Path,
    table: &TableSpec,
    mut take: impl FnMut(&[Cell<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    let mut reader = TableReader::open(path, table)?;
    let kinds: Vec<ColumnKind> = table.columns.iter().map(|column| column.kind).collect();
    while let Some(batch) = reader.next()? {
        for row in 0..batch.num_rows() {
            let cells = kinds.iter().enumerate();
            let cells: Vec<Cell<'_>> =
                cells.map(|(column_idx, kind)| cell_at(&batch, (column_idx, *kind), row)).collect();
            take(&cells)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::RowsFile;

    fn row_of(table: &TableSpec, is_shown: bool) -> Vec<Cell<'static>> {
        let cells = table.columns.iter().map(|column| match column.kind {
            ColumnKind::Flag => Cell::Flag(is_shown || column.name == IS_RECORD_SHOWN),
            ColumnKind::Count => Cell::Count(7),
            ColumnKind::Share => Cell::Share(0.5),
            ColumnKind::Year => Cell::Year(-3),
            ColumnKind::Day => Cell::day(chrono::NaiveDate::from_ymd_opt(1937, 10, 25)),
            _ => Cell::Text(column.name.into()),
        });
        cells.collect()
    }

    #[test]
    fn rows_are_read_as_written() {
        let folder = tempfile::tempdir().expect("a folder");
        for table in family_stage_tables() {
            let path = folder.path().join(table.name);
            let rows = [row_of(&table, true), row_of(&table, false)];
            let mut file = RowsFile::create(&path, &table).expect("it is created");
            rows.iter().for_each(|row| file.append(row).expect("it is written"));
            file.finish().expect("it is written");
            let mut read = 0;
            let outcome = read_rows(&path, &table, |row| {
                assert_eq!(row, rows[read], "{}", table.name);
                read += 1;
                Ok::<(), StoreError>(())
            });
            outcome.expect("it is read");
            assert_eq!(read, 2);
        }
    }

    #[test]
    fn the_public_sees_only_public_forms() {
        for table in family_stage_tables() {
            let (public, columns) = public_columns(&table);
            let shown = columns.row(&row_of(&table, true)).expect("it is shown");
            assert_eq!(shown.len(), public.columns.len());
            for (cell, column) in shown.iter().zip(&public.columns) {
                assert!(!column.name.starts_with("shown_"));
                let form = format!("shown_{}", column.name);
                let has_form = table.columns.iter().any(|column| column.name == form);
                let is_form = *cell == Cell::Text(form.into()) || column.kind != ColumnKind::Text;
                assert!(!has_form || is_form, "{}", column.name);
            }
            let Some(hidden) = columns.row(&row_of(&table, false)) else { continue };
            assert_eq!(table.name, "mentions");
            for (cell, column) in hidden.iter().zip(&public.columns) {
                assert_eq!(*cell != Cell::Absent, PLACEHOLDER_COLUMNS.contains(&column.name));
            }
        }
    }
}
