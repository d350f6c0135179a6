//! The 38-column TSV of Memorial's "Victims of Political Terror".
//!
//! One line is one entry; tabs separate, nothing is quoted, `None` is an empty
//! value, `_` in a date an unknown day or month.

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::events::add_birth_and_events;
use crate::lines::{plan_with_header, read_rows};
use crate::plan::{FilePlan, ImportError};
use std::borrow::Cow;
use synodik_model::{EntryPlace, Field, Record, Reject, RowIssue};

const EXPECTED: &str = "the 38-column TSV of Memorial";

/// The columns in the order of the published file, with the field each becomes.
const COLUMNS: [(&str, Field); 38] = [
    ("person_id", Field::EntryId),
    ("surname", Field::Surname),
    ("name", Field::Given),
    ("patronimic", Field::Patronymic),
    ("birth_year", Field::Birth),
    ("birth_year_comment", Field::Birth),
    ("age", Field::Age),
    ("sex", Field::Sex),
    ("birth_place", Field::BirthPlace),
    ("nation", Field::Nationality),
    ("citizenship", Field::Citizenship),
    ("occupation", Field::Occupation),
    ("live_place", Field::Residence),
    ("education", Field::Education),
    ("party", Field::Party),
    ("family", Field::Family),
    ("arest_date", Field::ArrestDate),
    ("arest_organ", Field::ArrestBody),
    ("arest_type", Field::ArrestType),
    ("criminal_case", Field::CaseNumber),
    ("judicial_organ", Field::SentenceBody),
    ("process_date", Field::SentenceDate),
    ("criminal_article", Field::Article),
    ("sentence", Field::Sentence),
    ("was_executed", Field::DeathSentence),
    ("death_place", Field::DeathPlace),
    ("death_date", Field::DeathDate),
    ("previous_repression", Field::EarlierRepression),
    ("next_repression", Field::LaterRepression),
    ("rehabilitation_organ", Field::RehabilitationBody),
    ("rehabilitation_reason", Field::RehabilitationReason),
    ("rehabilitation_date", Field::RehabilitationDate),
    ("all_name_variations", Field::NameVariants),
    ("name_variations", Field::NameVariants),
    ("surname_variations", Field::NameVariants),
    ("patronimic_variations", Field::NameVariants),
    ("fullname_variations", Field::NameVariants),
    ("memory_book", Field::StatedSource),
];

/// The address column, which some copies of the file lack.
const URL_COLUMN: (&str, Field) = ("memory_book_url", Field::StatedSourceUrl);

pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    let (mut plan, header) = plan_with_header(encoding, head, None);
    plan.columns = header.trim_end_matches(['\r', '\n']).split('\t').map(str::to_owned).collect();
    if !plan.columns.iter().any(|column| column == "person_id") {
        let shown: String = header.trim_end().chars().take(60).collect();
        return Err(ImportError::WrongFormat {
            expected: EXPECTED,
            found: format!("line 1 has no column `person_id` but reads `{shown}`"),
        });
    }
    for (position, column) in plan.columns.iter().enumerate() {
        if field_of(column).is_none() {
            return Err(ImportError::UnknownColumn {
                column: column.clone(),
                position: position + 1,
                hint: "this format has fixed columns; for another table use `--format table` with a mapping",
            });
        }
    }
    for (column, _) in COLUMNS {
        if !plan.columns.iter().any(|present| present == column) {
            return Err(ImportError::MissingColumn {
                column: column.to_owned(),
                present: format!("{} others", plan.columns.len()),
            });
        }
    }
    Ok(plan)
}

fn field_of(column: &str) -> Option<Field> {
    let known = COLUMNS.iter().chain(std::iter::once(&URL_COLUMN));
    known.into_iter().find(|(name, _)| *name == column).map(|(_, field)| *field)
}

pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    let fields: Vec<Field> = plan.columns.iter().filter_map(|column| field_of(column)).collect();
    read_rows(plan, chunk, on_entry, |text, place| {
        let line = text.trim_end_matches(['\r', '\n']);
        (!line.is_empty()).then(|| read_line(&fields, line, place))
    });
}

fn read_line<'a>(fields: &[Field], line: &'a str, place: EntryPlace) -> Result<Record<'a>, Reject> {
    let n_cells = 1 + memchr::memchr_iter(b'\t', line.as_bytes()).count();
    if n_cells != fields.len() {
        let reason = format!("{n_cells} cells where the header has {}", fields.len());
        return Err(Reject {
            place,
            issue: RowIssue { field: String::new(), value: String::new(), reason },
            verbatim: line.to_owned(),
        });
    }
    let mut record = Record::empty(place, Cow::Borrowed(line));
    for (&field, cell) in fields.iter().zip(line.split('\t')) {
        if cell == "None" {
            continue;
        }
        match field {
            Field::Birth => add_birth(&mut record, cell),
            Field::NameVariants => add_variant(&mut record, cell),
            _ => record.set(field, cell),
        }
    }
    add_birth_and_events(&mut record);
    Ok(record)
}

/// The year comes first, the comment in its own column stands behind it in brackets.
fn add_birth<'a>(record: &mut Record<'a>, cell: &'a str) {
    match record.value(Field::Birth) {
        None => record.set(Field::Birth, cell),
        Some(year) => record.set(Field::Birth, format!("{year} ({cell})")),
    }
}

/// The five columns of variants repeat each other.
fn add_variant<'a>(record: &mut Record<'a>, cell: &'a str) {
    let is_known = record
        .get(Field::NameVariants)
        .is_some_and(|known| known.split("; ").any(|variant| variant == cell));
    if !is_known {
        record.push(Field::NameVariants, cell);
    }
}
