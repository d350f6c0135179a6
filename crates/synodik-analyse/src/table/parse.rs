//! Reads a table of captures from text: one row a history or one row a person.

use super::{CaptureTable, N_LISTS_MOST};
use crate::assumption::Assumption;
use crate::error::TableError;
use std::collections::{BTreeMap, BTreeSet};

/// Headers under which counts stand.
const COUNT_HEADERS: [&str; 5] = ["count", "freq", "frequency", "n", "persons"];
/// Headers under which strata stand.
const STRATUM_HEADERS: [&str; 2] = ["stratum", "strata"];
/// Headers under which the partitions of the records stand.
const PARTITION_HEADERS: [&str; 1] = ["partition"];
/// Words for a history that cannot occur.
const IMPOSSIBLE: [&str; 3] = ["na", "impossible", "x"];

/// A part of the population that is estimated apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// Its name; empty when the table has no strata.
    pub name: String,
    /// Its captures.
    pub table: CaptureTable,
}

/// The captures under one way of saying which records are of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    /// Its name; empty when the table has only one.
    pub name: String,
    /// Its strata, those of all partitions, sorted.
    pub strata: Vec<Stratum>,
}

/// Which column holds what.
struct Columns {
    headers: Vec<String>,
    list_columns: Vec<usize>,
    count_column: Option<usize>,
    stratum_column: Option<usize>,
    partition_column: Option<usize>,
}

/// Reads a table of captures with a header, values separated by commas.
///
/// Columns of lists hold 0 or 1. A column `count`, `freq`, `frequency`, `n` or
/// `persons` holds counts; without one the last column does when it holds other
/// numbers than 0 and 1, and else each row is one person. `NA` as a count says that the
/// history cannot occur. A column `stratum` parts the table. Lines that start with `#` are
/// left out.
///
/// # Shape
///
/// One stratum for each name, sorted; one without a name when there is no such column.
/// Histories that no row names are counted 0. Rows of equal history are added.
///
/// # Errors
///
/// [`TableError`] with line and value.
///
/// # Example
///
/// ```
/// use synodik_analyse::parse_captures;
/// let strata = parse_captures("a,b,count\n1,1,3\n1,0,5\n0,1,7\n").unwrap();
/// assert_eq!(strata[0].table.n_observed(), 15);
/// let error = parse_captures("a,b,count\n1,1,-3\n").unwrap_err();
/// assert!(error.to_string().starts_with("line 2: count `-3`, expected a whole number"));
/// ```
pub fn parse_captures(text: &str) -> Result<Vec<Stratum>, TableError> {
    let mut partitions = parse_partitions(text)?;
    let n_partitions = partitions.len();
    match (partitions.pop(), n_partitions) {
        (Some(partition), 1) => Ok(partition.strata),
        _ => Err(TableError::SeveralPartitions { n_partitions }),
    }
}

/// Reads a table of captures that may have a column `partition`: one table for each.
///
/// # Shape
///
/// Partitions in the order in which they first appear, one without a name when there is no such
/// column; otherwise as [`parse_captures`].
///
/// # Errors
///
/// [`TableError`] with line and value.
///
/// # Example
///
/// ```
/// use synodik_analyse::{parse_captures, parse_partitions};
/// let text = "partition,a,b,count\nplain,1,1,3\nplain,1,0,5\n1,1,1,2\n1,1,0,6\n";
/// let partitions = parse_partitions(text).unwrap();
/// assert_eq!((partitions.len(), partitions[1].name.as_str()), (2, "1"));
/// assert!(parse_captures(text).is_err());
/// ```
pub fn parse_partitions(text: &str) -> Result<Vec<Partition>, TableError> {
    let rows = read_rows(text)?;
    let columns = find_columns(&rows)?;
    let lists: Vec<String> =
        columns.list_columns.iter().map(|&idx| columns.headers[idx].clone()).collect();
    let empty = CaptureTable::empty(lists).expect("the number of lists was checked");
    let text_of = |row: &[String], column: Option<usize>| {
        column.map_or_else(String::new, |idx| row[idx].clone())
    };
    let strata: BTreeSet<String> =
        rows.iter().skip(1).map(|(_, row)| text_of(row, columns.stratum_column)).collect();
    let mut partitions: Vec<(String, BTreeMap<String, CaptureTable>)> = Vec::new();
    for (line, row) in rows.iter().skip(1) {
        let name = text_of(row, columns.partition_column);
        let found = partitions.iter().rposition(|(known, _)| *known == name);
        let partition_idx = found.unwrap_or_else(|| {
            let tables = strata.iter().map(|stratum| (stratum.clone(), empty.clone())).collect();
            partitions.push((name, tables));
            partitions.len() - 1
        });
        let stratum = text_of(row, columns.stratum_column);
        let table = partitions[partition_idx].1.get_mut(&stratum);
        let table = table.expect("every partition has all strata");
        add_row(table, &columns, *line, row)?;
    }
    let partition = |(name, tables): (String, BTreeMap<String, CaptureTable>)| Partition {
        name,
        strata: tables.into_iter().map(|(name, table)| Stratum { name, table }).collect(),
    };
    Ok(partitions.into_iter().map(partition).collect())
}

/// Returns the rows with their lines, the header first, all of equal length.
fn read_rows(text: &str) -> Result<Vec<(u64, Vec<String>)>, TableError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| TableError::Unreadable {
            line: error.position().map_or(0, csv::Position::line),
            reason: error.to_string(),
        })?;
        let line = row.position().map_or(0, csv::Position::line);
        let values: Vec<String> = row.iter().map(str::to_owned).collect();
        let n_columns = rows.first().map_or(values.len(), |(_, header)| header.len());
        if values.len() != n_columns {
            return Err(TableError::RowLength { line, n_values: values.len(), n_columns });
        }
        rows.push((line, values));
    }
    if rows.len() < 2 {
        return Err(TableError::NoRow);
    }
    Ok(rows)
}

fn find_columns(rows: &[(u64, Vec<String>)]) -> Result<Columns, TableError> {
    let headers = rows[0].1.clone();
    for (idx, header) in headers.iter().enumerate() {
        if headers[..idx].contains(header) {
            return Err(TableError::ColumnTwice { column: header.clone() });
        }
    }
    let named = |names: &[&str]| {
        headers.iter().position(|header| names.contains(&header.to_lowercase().as_str()))
    };
    let stratum_column = named(&STRATUM_HEADERS);
    let partition_column = named(&PARTITION_HEADERS);
    let last = headers.len() - 1;
    let is_number_of_many = |value: &String| value.parse::<i64>().is_ok_and(|n| n != 0 && n != 1);
    let count_column = named(&COUNT_HEADERS).or_else(|| {
        let holds_counts = rows[1..].iter().any(|(_, row)| is_number_of_many(&row[last]));
        let is_name = stratum_column == Some(last) || partition_column == Some(last);
        (holds_counts && !is_name).then_some(last)
    });
    let list_columns: Vec<usize> = (0..headers.len())
        .filter(|&idx| ![count_column, stratum_column, partition_column].contains(&Some(idx)))
        .collect();
    if list_columns.len() > N_LISTS_MOST {
        return Err(TableError::TooManyLists { n_lists: list_columns.len(), n_most: N_LISTS_MOST });
    }
    Ok(Columns { headers, list_columns, count_column, stratum_column, partition_column })
}

fn add_row(
    table: &mut CaptureTable,
    columns: &Columns,
    line: u64,
    row: &[String],
) -> Result<(), TableError> {
    let mut history = 0;
    for (list_idx, &column_idx) in columns.list_columns.iter().enumerate() {
        match row[column_idx].as_str() {
            "0" => {}
            "1" => history |= 1 << list_idx,
            other => {
                let column = columns.headers[column_idx].clone();
                return Err(TableError::NotPresence { line, column, value: other.to_owned() });
            }
        }
    }
    let value = columns.count_column.map_or("1", |idx| row[idx].as_str());
    if IMPOSSIBLE.contains(&value.to_lowercase().as_str()) {
        // Those on no list may well be written `NA`: nobody has counted them.
        if history != 0 {
            table.forbid_history(history);
        }
    } else {
        let count: u64 = value.parse().map_err(|_| TableError::NotCount {
            line,
            value: value.to_owned(),
            assumption: Assumption::CountsOfPersons,
        })?;
        if history != 0 {
            table.add(history, count);
        } else if count > 0 {
            return Err(TableError::OnNoList { line, count });
        }
    }
    if history != 0 && !table.is_possible(history) && table.count(history) > 0 {
        let history = table.history_text(history);
        return Err(TableError::ImpossibleCounted { line, history });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_persons_and_strata_are_found() {
        let one = |text: &str| parse_captures(text).unwrap().remove(0).table;
        assert_eq!(one("a,b\n1,1\n1,0\n1,0\n").frequencies(), [2, 1]);
        assert_eq!(one("\"a\",\"b\",\"size\"\n1,1,4\n1,0,1\n").frequencies(), [1, 4]);
        assert_eq!(one("a,b,count\n0,0,NA\n1,1,NA\n1,0,2\n0,1,2").histories(), [1, 2]);
        let strata = parse_captures("stratum,a,b,n\ny,1,1,2\nx,1,0,3\n").unwrap();
        let found: Vec<(&str, u64)> =
            strata.iter().map(|s| (s.name.as_str(), s.table.n_observed())).collect();
        assert_eq!(found, [("x", 3), ("y", 2)]);
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_line() {
        for (text, expected) in [
            ("", "the table has no row"),
            ("a,b\n", "the table has no row"),
            ("a,a\n1,1\n", "column `a` stands twice"),
            ("a,b,count\n1,2,3\n", "line 2, column `b`: `2`, expected 0 or 1"),
            ("a,b,count\n1,1,1\n1,0,1.5\n", "line 3: count `1.5`, expected a whole number"),
            ("a,b,count\n1,1\n", "line 2: 2 values, expected 3"),
            ("a,b,count\n0,0,9\n", "line 2: 9 person(s) on no list"),
            ("a,b,count\n1,1,NA\n1,1,2\n", "line 3: history 11 is both impossible and counted"),
        ] {
            let error = parse_captures(text).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
