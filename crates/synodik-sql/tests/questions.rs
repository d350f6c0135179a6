//! Questions to a folder of tables, asked of the program itself.

use datafusion::arrow::array::{ArrayRef, Int32Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use tempfile::TempDir;

/// A folder with the table `events` in one file and the table `records` in a folder of two.
fn folder_of_tables() -> TempDir {
    let folder = TempDir::new().unwrap();
    write_table(
        &folder.path().join("events.parquet"),
        [
            ("record_id", text(["a.1.1", "a.1.1", "b.1.1"])),
            ("kind", text(["arrest", "execution", "arrest"])),
            ("year", Arc::new(Int32Array::from(vec![Some(1937), Some(1938), None]))),
        ],
    );
    let records = folder.path().join("records");
    std::fs::create_dir(&records).unwrap();
    let one = |id, name| [("record_id", text([id])), ("name", text([name]))];
    write_table(&records.join("a.parquet"), one("a.1.1", "Рябов Фрол, «Лукич»"));
    write_table(&records.join("b.parquet"), one("b.1.1", "Рябова Анна"));
    folder
}

fn text<const N: usize>(values: [&str; N]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

fn write_table<const N: usize>(path: &Path, columns: [(&str, ArrayRef); N]) {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer =
        ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

fn ask(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_synodik-sql"))
        .arg("--tables")
        .arg(folder.path())
        .args(arguments)
        .output()
        .unwrap()
}

fn answer(arguments: &[&str]) -> String {
    let output = ask(&folder_of_tables(), arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refusal(query: &str) -> String {
    let folder = folder_of_tables();
    let output = ask(&folder, &[query]);
    assert_eq!(output.status.code(), Some(2), "{query}");
    assert!(output.stdout.is_empty());
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(names.len(), 2, "nothing is written beside the tables");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn tables_are_joined_and_counted() {
    let csv = answer(&[
        "--format",
        "csv",
        "select name, count(*) as n, min(year) as first from events join records using (record_id) \
         group by name order by name",
    ]);
    assert_eq!(
        csv,
        "name,n,first\nРябов Фрол, «Лукич»,2,1937\nРябова Анна,1,\n"
            .replace("Рябов Фрол, «Лукич»", "\"Рябов Фрол, «Лукич»\"")
    );
}

#[test]
fn an_answer_without_rows_has_its_columns() {
    assert_eq!(answer(&["--format", "csv", "select kind from events where year = 1900"]), "kind\n");
    let table = answer(&["select kind from events where year = 1900"]);
    assert!(table.contains("| kind |"), "{table}");
}

#[test]
fn a_question_may_begin_with_a_comment() {
    let csv = answer(&["--format", "csv", "--", "-- how many\nselect count(*) as n from events"]);
    assert_eq!(csv, "n\n3\n");
}

#[test]
fn parquet_goes_to_a_file_that_can_be_asked_again() {
    let folder = folder_of_tables();
    let out = folder.path().join("kinds.parquet");
    let out_text = out.to_str().unwrap();
    let query = "select kind, count(*) as n from events group by kind order by kind";
    let written = ask(&folder, &["--format", "parquet", "--out", out_text, query]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let again = ask(&folder, &["--format", "csv", "select * from kinds order by kind"]);
    assert_eq!(String::from_utf8_lossy(&again.stdout), "kind,n\narrest,2\nexecution,1\n");
    let without_file = ask(&folder, &["--format", "parquet", query]);
    assert!(String::from_utf8_lossy(&without_file.stderr).contains("--out"));
}

#[test]
fn nothing_can_be_changed_or_read_elsewhere() {
    for query in [
        "create table t as select 1",
        "create external table t stored as csv location '/etc/passwd'",
        "copy events to '/tmp/elsewhere.csv'",
        "insert into events values ('c', 'arrest', 1937)",
        "drop table events",
        "set datafusion.execution.target_partitions = 8",
    ] {
        refusal(query);
    }
    assert!(refusal("select * from '/etc/passwd'").contains("events, records"));
}

#[test]
fn a_mistake_is_explained() {
    let unknown = refusal("select * from persens");
    assert!(unknown.contains("persens") && unknown.contains("events, records"), "{unknown}");
    let column = refusal("select surname from events");
    assert!(column.contains("surname"), "{column}");
    refusal("select");
    let empty = TempDir::new().unwrap();
    let output = ask(&empty, &["select 1"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("no tables"));
}
