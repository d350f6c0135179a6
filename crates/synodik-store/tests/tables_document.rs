//! `docs/tables.md` says of every column what the code says of it.
//!
//! With `SYNODIK_REWRITE=1` the document is written anew instead of compared.

use std::fmt::Write;
use std::path::Path;
use synodik_model::EventKind;
use synodik_store::{
    TableSpec, annotations_table, events_table, family_stage_tables, links_table, partitions_table,
    persons_table, records_table,
};

const HEAD: &str = "\
# The tables

Every table of an archive is Parquet, one file a source, compressed with Zstandard:
`builds/<n>/<table>/<source>.parquet`, and the current build is found under `current/`.
Rows stand in the order of the source, so equal input gives equal files.

*As written* means text exactly as the source has it. A column that may be empty is empty
when the entry does not say it; an empty text never stands for that.
Days are of the calendar the source uses, with no conversion. EDTF is the
[Extended Date/Time Format](https://www.loc.gov/standards/datetime/), levels 0 to 2.

The tables of a build hold people who may be living. `synodik export` writes the same columns;
unless `--all` is given, it leaves out whoever may be living. Public `records` have the further
column `is_withheld` after `source_id`, and in a row for which it is true every column after it
is empty. Public `events` and `persons` lack the rows of such records, public `links` those in which either
record is one, and public `persons` have `shown_as` and `p_shown` under the names `person_id` and `p`; `partitions`
are not exported. Public `annotations` rest on what may be shown of a record, as its page does.

In public `mentions`, `ties`, `families`, `cases` and `children` every column `shown_x` stands under the name `x` and in
its place. Public `mentions` lack those of records that are withheld; a mention of somebody who may be living
keeps where it stands, its role, its relation without sex and the count. Public `ties`, `families` and `cases`
lack the rows for which `is_shown` is false: what only a withheld record knows is not in them. As JSON
lines a mention has `record`, an object of source, file, line and offset, in the place of these columns, `span`
as a list of first byte and byte behind the last, and `words` under the name `verbatim`.

This page is made from the code; a test compares the two.
`SYNODIK_REWRITE=1 cargo test -p synodik-store --test tables_document` writes it anew.
";

/// Returns the document that describes the tables as they are.
fn tables_document() -> String {
    let mut document = HEAD.to_owned();
    let tables = [
        records_table(),
        events_table(),
        persons_table(),
        links_table(),
        partitions_table(),
        annotations_table(),
    ];
    for table in tables.into_iter().chain(family_stage_tables()) {
        write_table(&table, &mut document);
    }
    document.push_str("\n## Kinds of event\n\nThe identifiers in the column `kind` of `events`:\n");
    let kinds: Vec<String> =
        EventKind::ALL.iter().map(|kind| format!("`{}`", kind.name())).collect();
    writeln!(document, "{}.", kinds.join(", ")).expect("text can be written to a string");
    document
}

fn write_table(table: &TableSpec, document: &mut String) {
    let mut line = |text: String| {
        document.push_str(&text);
        document.push('\n');
    };
    line(format!("\n## `{}`\n\n{}\n", table.name, table.row));
    line("| column | type | may be empty | meaning |".to_owned());
    line("|---|---|---|---|".to_owned());
    for column in &table.columns {
        let optional = if column.is_optional { "yes" } else { "no" };
        line(format!(
            "| `{}` | {} | {optional} | {} |",
            column.name,
            column.kind.in_words(),
            column.meaning
        ));
    }
}

#[test]
fn the_document_is_as_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/tables.md");
    let expected = tables_document();
    if std::env::var_os("SYNODIK_REWRITE").is_some() {
        std::fs::write(&path, &expected).expect("docs/tables.md can be written");
    }
    let actual = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        actual == expected,
        "docs/tables.md differs from the code; SYNODIK_REWRITE=1 writes it anew"
    );
}
