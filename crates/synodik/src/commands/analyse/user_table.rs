//! A CSV table that a user hands in, with the columns that are needed.

use anyhow::{Context, Result, bail};
use std::path::Path;

/// A row, its cells in the order of the columns asked for.
pub(super) struct UserRow {
    /// Line, from 1.
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

/// Reads the columns of these names; lines that start with `#` are left out.
pub(super) fn read_table(path: &Path, columns: &[&str]) -> Result<Vec<UserRow>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read `{}`", path.display()))?;
    parse_table(&text, columns).with_context(|| format!("cannot use `{}`", path.display()))
}

fn parse_table(text: &str, columns: &[&str]) -> Result<Vec<UserRow>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    let mut places = Vec::new();
    for column in columns {
        let place = header.iter().position(|name| name == *column);
        places.push(
            place.with_context(|| {
                format!("no column `{column}`; expected {}", columns.join(", "))
            })?,
        );
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row?;
        let line = row.position().map_or(0, csv::Position::line);
        let cells = places.iter().map(|&place| row[place].to_owned()).collect();
        rows.push(UserRow { line, cells });
    }
    if rows.is_empty() {
        bail!("the table has no row");
    }
    Ok(rows)
}
