//! Questions in SQL: which tables the program that answers is handed.

use crate::fixture::{Person, Place, program, succeed, three_people};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};

/// Somebody who may be living, beside three who are not.
fn four_people() -> Vec<Person<'static>> {
    let mut people = three_people();
    people.push(Person {
        name: ["Ныненкова", "Ида", "Львовна"],
        birth_year: "1931",
        ..Person::default()
    });
    people
}

/// Asks with one folder as the whole search path of the system.
fn ask(place: &Place, path: &Path, further: &[&str]) -> Output {
    let mut command: Command = program(&["sql", "--archive", &place.archive]);
    command.args(further).env("PATH", path).output().unwrap()
}

/// Lays a program in a folder that says how it was called and keeps the tables it was given.
fn lay_answering_program(folder: &Path) {
    let script = format!(
        "#!/bin/sh\nprintf '%s|' \"$@\"\n/bin/cp -r \"$2\" {}\nexit 3\n",
        folder.join("handed").display()
    );
    let path = folder.join("synodik-sql");
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn the_answering_program_gets_the_tables_without_the_living() {
    let place = Place::with_people(&four_people());
    let bin = place.folder.join("bin");
    std::fs::create_dir(&bin).unwrap();
    lay_answering_program(&bin);
    let query = "select count(*) from Records";
    let output = ask(&place, &bin, &["--format", "csv", query]);
    assert_eq!(output.status.code(), Some(3), "the code of the answering program is handed on");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.ends_with(&format!("|--format|csv|--|{query}|")), "{said}");
    let handed: Vec<_> = std::fs::read_dir(bin.join("handed")).unwrap().flatten().collect();
    assert_eq!(handed.len(), 1, "only the table that is named");
    let table = std::fs::read(bin.join("handed/records.parquet")).unwrap();
    let out = place.folder.join("records.parquet");
    let out_text = out.to_string_lossy();
    succeed(&[
        "export",
        "--archive",
        &place.archive,
        "--table",
        "records",
        "--format",
        "parquet",
        "--out",
        &out_text,
    ]);
    assert_eq!(table, std::fs::read(&out).unwrap(), "what is asked is what is exported");
    let public = succeed(&["export", "--archive", &place.archive, "--table", "records"]);
    assert!(public.contains("Небылицын") && !public.contains("Ныненкова"));
}

#[test]
fn without_the_answering_program_it_says_how_to_get_it() {
    let place = Place::with_people(&three_people());
    let output = ask(&place, &place.folder, &["select * from events"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("cargo install --locked --path crates/synodik-sql"), "{message}");
}

#[test]
fn a_question_without_a_table_lists_the_tables() {
    let place = Place::with_people(&three_people());
    let output = ask(&place, &place.folder, &["select 1"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("records, events, persons"), "{message}");
    let empty = Place::new();
    let output = ask(&empty, &empty.folder, &["select * from events"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("synodik build"));
}
