//! The table of persons with relatives of the Open List.
//!
//! A CSV with fixed columns. Some headings say something else than the cells under them hold:
//! `arest_date` repeats the day of execution, `pmj` (place of residence) holds the day of arrest,
//! and where no birth is known the relatives stand under `extra`.

#[cfg(test)]
mod tests;

use crate::chunk::{Chunk, MAX_QUOTED_LINES};
use crate::encoding::FileEncoding;
use crate::events::add_birth_and_events;
use crate::lines::{plan_with_header, read_rows, without_line_end};
use crate::plan::{FilePlan, ImportError};
use crate::quoting::{Quoting, split_cells};
use crate::vocabulary::Vocabulary;
use crate::whole_name::set_name_parts;
use std::borrow::Cow;
use std::sync::LazyLock;
use synodik_model::{EntryPlace, Field, Record, Reject, RowIssue};
use synodik_names::parse_date;

const EXPECTED: &str = "the table of relatives of the Open List";

const QUOTING: Quoting = Quoting { mark: b'"', delimiter: b',' };

static WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../../../data/import/openlist_csv.tsv")));

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Birth,
    Relatives,
    /// A day of arrest, or what the heading says.
    ArrestOr(Field),
    Plain(Field),
}

/// The columns in the order of the published table.
const COLUMNS: [(&str, Column); 17] = [
    ("fullname_y", Column::Name),
    ("bplace", Column::Plain(Field::BirthPlace)),
    ("sex", Column::Plain(Field::Sex)),
    ("nationality", Column::Plain(Field::Nationality)),
    ("party", Column::Plain(Field::Party)),
    ("reab_date", Column::Plain(Field::RehabilitationDate)),
    ("rasstrel_date", Column::Plain(Field::ExecutionDate)),
    ("arest_date", Column::ArrestOr(Field::Note)),
    ("pmj", Column::ArrestOr(Field::Residence)),
    ("obvin", Column::Plain(Field::Article)),
    ("osujd_date", Column::Plain(Field::SentenceDate)),
    ("osujd_org", Column::Plain(Field::SentenceBody)),
    ("prigovor", Column::Plain(Field::Sentence)),
    ("source", Column::Plain(Field::StatedSource)),
    ("extra", Column::Relatives),
    ("bdate", Column::Birth),
    ("relatives", Column::Relatives),
];

pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    let (mut plan, header) = plan_with_header(encoding, head, Some(QUOTING));
    plan.columns =
        without_line_end(&header).split(',').map(|column| column.trim().to_owned()).collect();
    for (position, column) in plan.columns.iter().enumerate() {
        if column_of(column).is_none() {
            if !plan.columns.iter().any(|column| column == "fullname_y") {
                let shown: String = header.trim_end().chars().take(60).collect();
                return Err(ImportError::WrongFormat {
                    expected: EXPECTED,
                    found: format!("line 1 has no column `fullname_y` but reads `{shown}`"),
                });
            }
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
                present: plan.columns.join(", "),
            });
        }
    }
    Ok(plan)
}

fn column_of(name: &str) -> Option<Column> {
    COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
}

pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    let columns: Vec<Column> = plan.columns.iter().filter_map(|name| column_of(name)).collect();
    read_rows(plan, chunk, on_entry, |text, place| {
        let text = without_line_end(text);
        (!text.trim().is_empty()).then(|| read_row(&columns, text, place))
    });
}

fn read_row<'t>(
    columns: &[Column],
    text: &'t str,
    place: EntryPlace,
) -> Result<Record<'t>, Reject> {
    let reject = |reason: String| Reject {
        place,
        issue: RowIssue { field: String::new(), value: String::new(), reason },
        verbatim: text.to_owned(),
    };
    let cells = split_cells(text, QUOTING.delimiter, Some(QUOTING)).map_err(|open| {
        reject(format!(
            "the quotation mark that opens cell {} is not closed within {MAX_QUOTED_LINES} lines \
             or 1 MiB; reading goes on at the next line",
            open.cell
        ))
    })?;
    if cells.len() != columns.len() {
        return Err(reject(format!(
            "{} cells where the header has {}",
            cells.len(),
            columns.len()
        )));
    }
    let mut record = Record::empty(place, Cow::Borrowed(text));
    let mut relatives = Vec::new();
    let mut year = None;
    for (column, cell) in columns.iter().zip(cells) {
        match column {
            Column::Name => year = read_name(&mut record, &cell).map_err(reject)?,
            Column::Birth => record.set(Field::Birth, cell),
            Column::Relatives => relatives.push(cell),
            Column::ArrestOr(field) => read_arrest_or(&mut record, *field, cell),
            Column::Plain(field) => record.push(*field, cell),
        }
    }
    let mut family = Vec::new();
    for cell in &relatives {
        let (stated, sources) = split_sources(cell);
        record.push(Field::StatedSource, sources.to_owned());
        family.extend(Some(stated).filter(|stated| !stated.is_empty()));
    }
    record.set(Field::Family, family.join("\n"));
    if record.get(Field::Birth).is_none()
        && let Some(year) = &year
    {
        record.set(Field::Birth, year.clone());
    }
    add_birth_and_events(&mut record);
    if record.birth.is_none() {
        record.birth = year.and_then(|year| parse_date(&year).ok());
    }
    Ok(record)
}

/// Reads `Surname Given Patronymic (1905)`; gives what stands in the brackets at the end.
fn read_name(record: &mut Record<'_>, cell: &str) -> Result<Option<String>, String> {
    let cell = cell.trim();
    let is_page = WORDS.words("not_a_person").iter().any(|start| cell.starts_with(start));
    if is_page || !cell.contains(char::is_alphabetic) {
        return Err("the row is about a page and not about a person".to_owned());
    }
    let (name, year) = match cell.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((name, year)) if year.starts_with(|letter: char| letter.is_ascii_digit()) => {
            (name.trim_end(), Some(year.to_owned()))
        }
        _ => (cell, None),
    };
    record.set(Field::Name, name.to_owned());
    set_name_parts(record, name);
    Ok(year)
}

/// A cell that can be read as a date is the day of arrest, unless it repeats that of the execution.
fn read_arrest_or<'t>(record: &mut Record<'t>, field: Field, cell: Cow<'t, str>) {
    let is_execution = record.get(Field::ExecutionDate) == Some(cell.as_ref());
    match parse_date(&cell) {
        _ if cell.trim().is_empty() || (is_execution && field == Field::Note) => {}
        Ok(_) if record.get(Field::ArrestDate).is_none() => record.set(Field::ArrestDate, cell),
        _ => record.push(field, cell),
    }
}

/// Cuts off the sources that are glued to the end of the relatives.
fn split_sources(cell: &str) -> (&str, &str) {
    let at = WORDS.words("sources").iter().filter_map(|word| cell.find(word)).min();
    let (stated, sources) = cell.split_at(at.unwrap_or(cell.len()));
    (stated.trim(), sources.trim().trim_end_matches([',', ' ']))
}
