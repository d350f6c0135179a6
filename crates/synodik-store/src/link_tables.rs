//! The tables of the link stage: persons, links and sampled partitions.
//!
//! Like all tables they are one file a source: a link stands with the source of its
//! first record.

use crate::cells::{Cell, RowsFile};
use crate::columns::{ColumnKind, TableSpec, optional, required};
use crate::error::StoreError;
use crate::rows::{TableReader, text_column};
use arrow_array::{Array, Float32Array, ListArray, RecordBatch, UInt32Array};
use std::path::Path;

/// Returns the table of persons: which records are held to be one person.
pub fn persons_table() -> TableSpec {
    let columns = vec![
        required(
            "person_id",
            ColumnKind::Text,
            "Id of the person: that of one of its records, perhaps with `~` and a number; it stays from build to build.",
        ),
        required("record_id", ColumnKind::Text, "A record of that person."),
        required(
            "p",
            ColumnKind::Share,
            "Probability, 0 to 1, that the record belongs to the person; 1 for a person of one record.",
        ),
        optional(
            "shown_as",
            ColumnKind::Text,
            "Id of the person in public; empty for a record that is withheld, another id where only withheld records hold the others together.",
        ),
        optional(
            "p_shown",
            ColumnKind::Share,
            "Probability as `p`, counted over what is shown; empty for a record that is withheld.",
        ),
    ];
    TableSpec { name: "persons", row: "One record of one person.", columns }
}

/// Returns the table of links: pairs of records that may be one person, or relatives.
pub fn links_table() -> TableSpec {
    let columns = vec![
        required("record_a", ColumnKind::Text, "A record."),
        required("record_b", ColumnKind::Text, "A later record."),
        required(
            "p_same",
            ColumnKind::Share,
            "Probability, 0 to 1, that both are of one person, by what the entries say.",
        ),
        required("p_kin", ColumnKind::Share, "Probability, 0 to 1, that they are of relatives."),
        required(
            "levels",
            ColumnKind::Text,
            "How they agree: a sign a comparison, in the order of `link/report.json`; `0` where a value is missing, else the number of the level, from `1` to `9` and on with `a`.",
        ),
        optional(
            "judged",
            ColumnKind::Text,
            "What somebody has decided: `same`, `different` or `unsure`.",
        ),
    ];
    let row = "Two records that may be of one person or of relatives, are held to be one person, or were judged.";
    TableSpec { name: "links", row, columns }
}

/// Returns the table of partitions: other ways of dividing the records into persons.
pub fn partitions_table() -> TableSpec {
    let columns = vec![
        required("record_id", ColumnKind::Text, "A record."),
        required(
            "persons",
            ColumnKind::Numbers,
            "The number of its person in each sampled partition; equal numbers in one place of the list mean one person in that partition, across all sources.",
        ),
    ];
    let row = "One record in every sampled partition. Whatever is counted in each of them has the uncertainty of the links.";
    TableSpec { name: "partitions", row, columns }
}

/// A row of `persons`.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// Id of the person.
    pub person_id: String,
    /// A record of it.
    pub record_id: String,
    /// Probability that the record belongs.
    pub p: f32,
    /// Id in public and probability over what is shown; `None` for a record that is withheld.
    pub shown: Option<(String, f32)>,
}

/// A row of `links`.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkRow {
    /// A record.
    pub record_a: String,
    /// A later record.
    pub record_b: String,
    /// Probability of one person.
    pub p_same: f32,
    /// Probability of relatives.
    pub p_kin: f32,
    /// A sign a comparison, see [`level_sign`].
    pub levels: String,
    /// What somebody has decided.
    pub judged: Option<String>,
}

/// Returns the sign of a level in the column `levels`.
///
/// # Shape
///
/// `level`: 0 to 35.
pub fn level_sign(level: u8) -> char {
    char::from_digit(u32::from(level), 36).unwrap_or('?')
}

/// Returns the level of a sign, 0 for one that is none.
pub fn level_of_sign(sign: char) -> u8 {
    sign.to_digit(36).and_then(|level| u8::try_from(level).ok()).unwrap_or(0)
}

/// Returns the cells of a row of `persons`.
pub fn person_cells(row: &PersonRow) -> [Cell<'_>; 5] {
    [
        Cell::text(Some(&row.person_id)),
        Cell::text(Some(&row.record_id)),
        Cell::Share(row.p),
        Cell::text(row.shown.as_ref().map(|(person_id, _)| person_id.as_str())),
        row.shown.as_ref().map_or(Cell::Absent, |(_, p)| Cell::Share(*p)),
    ]
}

/// Returns the cells of a row of `links`.
pub fn link_cells(row: &LinkRow) -> [Cell<'_>; 6] {
    [
        Cell::text(Some(&row.record_a)),
        Cell::text(Some(&row.record_b)),
        Cell::Share(row.p_same),
        Cell::Share(row.p_kin),
        Cell::text(Some(&row.levels)),
        Cell::text(row.judged.as_deref()),
    ]
}

/// Writes a file of `persons`.
///
/// # Errors
///
/// [`StoreError`] when the disk does not take it.
pub fn write_persons(path: &Path, rows: impl Iterator<Item = PersonRow>) -> Result<(), StoreError> {
    let mut file = RowsFile::create(path, &persons_table())?;
    for row in rows {
        file.append(&person_cells(&row))?;
    }
    file.finish()
}

/// Writes a file of `links`.
///
/// # Errors
///
/// [`StoreError`] when the disk does not take it.
pub fn write_links(path: &Path, rows: impl Iterator<Item = LinkRow>) -> Result<(), StoreError> {
    let mut file = RowsFile::create(path, &links_table())?;
    for row in rows {
        file.append(&link_cells(&row))?;
    }
    file.finish()
}

/// Writes a file of `partitions`.
///
/// # Errors
///
/// [`StoreError`] when the disk does not take it.
pub fn write_partitions<'a>(
    path: &Path,
    rows: impl Iterator<Item = (&'a str, Vec<u32>)>,
) -> Result<(), StoreError> {
    let mut file = RowsFile::create(path, &partitions_table())?;
    for (record_id, persons) in rows {
        file.append(&[Cell::text(Some(record_id)), Cell::Numbers(persons.into())])?;
    }
    file.finish()
}

/// Reads a file of `persons` and hands on its rows.
///
/// # Errors
///
/// [`StoreError`] when it is missing, damaged or of another version.
pub fn read_persons(path: &Path, mut take: impl FnMut(PersonRow)) -> Result<(), StoreError> {
    let mut reader = TableReader::open(path, &persons_table())?;
    while let Some(batch) = reader.next()? {
        for row in 0..batch.num_rows() {
            take(PersonRow {
                person_id: text_column(&batch, 0).value(row).to_owned(),
                record_id: text_column(&batch, 1).value(row).to_owned(),
                p: share(&batch, 2, row).unwrap_or(1.0),
                shown: share(&batch, 4, row)
                    .map(|p| (text_column(&batch, 3).value(row).to_owned(), p)),
            });
        }
    }
    Ok(())
}

/// Reads a file of `links` and hands on its rows.
///
/// # Errors
///
/// [`StoreError`] when it is missing, damaged or of another version.
pub fn read_links(path: &Path, mut take: impl FnMut(LinkRow)) -> Result<(), StoreError> {
    let mut reader = TableReader::open(path, &links_table())?;
    while let Some(batch) = reader.next()? {
        let text = |column_idx: usize, row: usize| text_column(&batch, column_idx).value(row);
        for row in 0..batch.num_rows() {
            let judged = text_column(&batch, 5);
            take(LinkRow {
                record_a: text(0, row).to_owned(),
                record_b: text(1, row).to_owned(),
                p_same: share(&batch, 2, row).unwrap_or(0.0),
                p_kin: share(&batch, 3, row).unwrap_or(0.0),
                levels: text(4, row).to_owned(),
                judged: judged.is_valid(row).then(|| judged.value(row).to_owned()),
            });
        }
    }
    Ok(())
}

/// Reads a file of `partitions` and hands on its rows.
///
/// # Errors
///
/// [`StoreError`] when it is missing, damaged or of another version.
pub fn read_partitions(path: &Path, mut take: impl FnMut(&str, &[u32])) -> Result<(), StoreError> {
    let mut reader = TableReader::open(path, &partitions_table())?;
    while let Some(batch) = reader.next()? {
        let column: Option<&ListArray> = batch.column(1).as_any().downcast_ref();
        let column = column.expect("the schema was checked when the table was opened");
        for row in 0..batch.num_rows() {
            let numbers = column.value(row);
            let numbers: Option<&UInt32Array> = numbers.as_any().downcast_ref();
            let numbers = numbers.expect("the schema was checked when the table was opened");
            take(text_column(&batch, 0).value(row), numbers.values());
        }
    }
    Ok(())
}

fn share(batch: &RecordBatch, column_idx: usize, row: usize) -> Option<f32> {
    let column: Option<&Float32Array> = batch.column(column_idx).as_any().downcast_ref();
    let column = column.expect("the schema was checked when the table was opened");
    column.is_valid(row).then(|| column.value(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.parquet");
        let person = |shown| PersonRow {
            person_id: "a.1.1".to_owned(),
            record_id: "b.1.2".to_owned(),
            p: 0.75,
            shown,
        };
        let persons = vec![person(None), person(Some(("b.1.2".to_owned(), 1.0)))];
        write_persons(&path, persons.clone().into_iter()).expect("it is written");
        let mut read = Vec::new();
        read_persons(&path, |row| read.push(row)).expect("it is read");
        assert_eq!(read, persons);
        let link = |judged: Option<&str>| LinkRow {
            record_a: "a.1.1".to_owned(),
            record_b: "b.1.2".to_owned(),
            p_same: 0.5,
            p_kin: 0.25,
            levels: "10v".to_owned(),
            judged: judged.map(str::to_owned),
        };
        let links = vec![link(None), link(Some("same"))];
        write_links(&path, links.clone().into_iter()).expect("it is written");
        let mut read = Vec::new();
        read_links(&path, |row| read.push(row)).expect("it is read");
        assert_eq!(read, links);
        assert!(read_persons(&path, |_| {}).is_err(), "another table is refused");
        let rows = [("a", vec![0, 0, 7]), ("b", vec![1, 0, 7])];
        write_partitions(&path, rows.clone().into_iter()).expect("it is written");
        let mut read = Vec::new();
        read_partitions(&path, |id, numbers| read.push((id.to_owned(), numbers.to_vec())))
            .expect("it is read");
        assert_eq!(read, rows.map(|(id, numbers)| (id.to_owned(), numbers)));
    }

    #[test]
    fn every_level_has_a_sign() {
        for level in 0..32 {
            assert_eq!(level_of_sign(level_sign(level)), level);
        }
    }
}
