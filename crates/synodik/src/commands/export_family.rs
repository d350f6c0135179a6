//! Exported mentions, ties, families, cases and children: those of the build, and in public only what is
//! shown.

use crate::stored_tables::visit_table;
use anyhow::Result;
use serde_json::{Map, Value, json};
use std::path::Path;
use synodik_store::{BuildManifest, Cell, TableSpec, family_stage_tables, public_columns};

/// Returns the columns of an exported table of the family stage, if it is one.
pub(super) fn family_table(name: &str, is_all: bool) -> Option<TableSpec> {
    let table = family_stage_tables().into_iter().find(|table| table.name == name)?;
    Some(if is_all { table } else { public_columns(&table).0 })
}

/// Hands on the rows of a table of the family stage, of which the public sees what is shown.
pub(super) fn export_family_table(
    build: (&Path, &BuildManifest),
    name: &str,
    is_all: bool,
    mut write: impl FnMut(&[Cell<'_>]) -> Result<()>,
) -> Result<()> {
    let Some(table) = family_table(name, true) else { return Ok(()) };
    let (_, public) = public_columns(&table);
    visit_table(build, &table, |row| match is_all {
        true => write(row.cells),
        false => public.row(row.cells).map_or(Ok(()), |cells| write(&cells)),
    })
}

/// Brings a mention into the form of the command-line contract: where it stands as `record`,
/// `span` as a pair, the words as `verbatim`.
pub(super) fn mention_document(mut row: Map<String, Value>) -> Map<String, Value> {
    let mut record = Map::new();
    for (column, name) in
        [("source_id", "source"), ("file", "file"), ("line", "line"), ("byte_offset", "offset")]
    {
        record.extend(row.shift_remove(column).map(|value| (name.to_owned(), value)));
    }
    let mut document = Map::new();
    document.insert("record".to_owned(), Value::Object(record));
    let span = row.shift_remove("span_start").zip(row.shift_remove("span_end"));
    let words = row.shift_remove("words");
    document.append(&mut row);
    document.extend(span.map(|(first, end)| ("span".to_owned(), json!([first, end]))));
    document.extend(words.map(|words| ("verbatim".to_owned(), words)));
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_has_the_keys_of_the_contract() {
        let row = json!({
            "mention_id": "a.1.1#1", "source_id": "a", "file": "a.txt", "line": 3, "byte_offset": 7,
            "role": "member", "relation": "wife", "span_start": 4, "span_end": 9, "words": "жена",
        });
        let Value::Object(row) = row else { panic!("an object") };
        let expected = json!({
            "record": { "source": "a", "file": "a.txt", "line": 3, "offset": 7 },
            "mention_id": "a.1.1#1", "role": "member", "relation": "wife", "span": [4, 9],
            "verbatim": "жена",
        });
        assert_eq!(Value::Object(mention_document(row)), expected);
    }
}
