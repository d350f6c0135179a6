//! Bad input gets a clear error and harms nothing else.

use crate::fixture::{Place, fail, three_people, write_list};
use std::fs;

fn import_message(place: &Place, name: &str, bytes: &[u8], format: &[&str]) -> String {
    let path = place.folder.join(name);
    fs::write(&path, bytes).unwrap();
    let path = path.to_string_lossy();
    let mut arguments = vec!["import", "--archive", &place.archive, "--source", "bad"];
    arguments.extend(format);
    arguments.push(&path);
    fail(&arguments, 2)
}

#[test]
fn files_of_the_wrong_kind_are_refused_and_leave_nothing() {
    let place = Place::with_people(&three_people());
    let memorial = ["--format", "memorial-tsv"];
    let cases: [(&str, &[u8], &[&str], &str); 5] = [
        ("empty.tsv", b"", &memorial, "is empty"),
        (
            "page.tsv",
            b"<html>",
            &memorial,
            "this is not the 38-column TSV of Memorial: line 1 has no column `person_id` but reads `<html>`",
        ),
        ("some.tsv", b"person_id\tsurname\n1\tA\n", &memorial, "no column `name` in the header"),
        ("more.tsv", b"person_id\tphone\n", &memorial, "unknown column `phone` at position 2"),
        ("text.htm", b"just words", &["--format", "moscow-lists"], "this is not"),
    ];
    for (name, bytes, format, expected) in cases {
        let message = import_message(&place, name, bytes, format);
        assert!(message.starts_with("error: "), "{message}");
        assert!(message.contains(expected), "{message}");
        assert!(message.contains(name), "{message}");
    }
    let sources: Vec<_> = fs::read_dir(format!("{}/sources", place.archive)).unwrap().collect();
    assert_eq!(sources.len(), 1);
    assert_eq!(place.found(&["Выдумкина"]), ["list.1.2"]);
}

#[test]
fn wrong_usage_has_its_own_code() {
    fail(&["import", "--format", "memorial-tsv"], 64);
    fail(&["no-such-command"], 64);
}

#[test]
fn messages_say_what_to_do() {
    let place = Place::new();
    let message = fail(&["build", "--archive", &place.archive], 2);
    assert!(message.contains("no sources yet"), "{message}");
    let message = fail(&["search", "--archive", &place.archive, "x"], 2);
    assert!(message.contains("no build yet"), "{message}");
    let message = fail(&["status", "--archive", "/nonexistent"], 2);
    assert!(message.contains("is not an archive"), "{message}");
    let message = fail(&["init", &place.archive], 2);
    assert!(message.contains("is not empty"), "{message}");
    let list = write_list(&place.folder, "l.tsv", &three_people());
    let path = list.to_string_lossy();
    let import = ["import", "--archive", &place.archive, "--format"];
    let message = fail(&[&import[..], &["table", &path]].concat(), 2);
    assert!(message.contains("a table needs `--mapping`"), "{message}");
    let message = fail(&[&import[..], &["excel", &path]].concat(), 2);
    assert!(message.contains("unknown format `excel`"), "{message}");
    let bad_id = ["memorial-tsv", "--source", "../x", &path];
    let message = fail(&[&import[..], &bad_id].concat(), 2);
    assert!(message.contains("cannot be the id of a source"), "{message}");
}

#[test]
fn a_source_is_not_overwritten_by_chance() {
    let place = Place::with_people(&three_people());
    let list = write_list(&place.folder, "list2.tsv", &three_people()[..1]);
    let path = list.to_string_lossy();
    let arguments = [
        "import",
        "--archive",
        &place.archive,
        "--format",
        "memorial-tsv",
        "--source",
        "list",
        &path,
    ];
    let message = fail(&arguments, 2);
    assert!(message.contains("already has a source `list`"), "{message}");
    crate::fixture::succeed(&[&arguments[..], &["--replace"]].concat());
    place.build();
    assert!(place.found(&["Выдумкина"]).is_empty());
}
