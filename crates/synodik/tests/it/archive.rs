//! From a list to a searched archive.

use crate::fixture::{Person, Place, fail, line, succeed, three_people, write_list};
use std::fs;

#[test]
fn a_list_becomes_a_searched_archive() {
    let place = Place::with_people(&three_people());
    assert_eq!(place.found(&["Небылицын Федор"])[0], "list.1.1");
    assert_eq!(place.found(&["лукич небылицын"]), ["list.1.1"], "any order, any case");
    assert_eq!(place.found(&["Выдумкина"]), ["list.1.2"]);
    assert_eq!(place.found(&["Vydumkina Anna"]), ["list.1.2"], "typed in Latin letters");
    assert_eq!(place.found(&["Выдмукина Анна"]), ["list.1.2"], "two letters swapped");
    assert_eq!(place.found(&["Выдум"]), ["list.1.2"], "the beginning of a name");
    assert_eq!(place.found(&["Небылицын Ивушкино"]), ["list.1.1"], "a name and a place");
    assert!(place.found(&["Кузнецов"]).is_empty());
}

#[test]
fn hits_as_typed_come_before_similar_ones() {
    let place = Place::with_people(&three_people());
    let result = place.search(&["Небылицына"]);
    assert_eq!(result["n_exact"], 1);
    assert_eq!(result["n_found"], 2);
    assert_eq!(result["hits"][0]["record"]["record_id"], "list.1.3");
    assert_eq!(result["hits"][0]["is_similar"], false);
    assert_eq!(result["hits"][1]["is_similar"], true);
}

#[test]
fn filters_restrict_and_facets_count() {
    let place = Place::with_people(&three_people());
    assert_eq!(place.found(&["--birth-from", "1900", "--birth-to", "1905"]), ["list.1.2"]);
    assert_eq!(place.found(&["--measure", "execution"]), ["list.1.1"]);
    assert_eq!(place.found(&["--event-from", "1938"]), ["list.1.2"]);
    let town_and_province = ["list.1.3", "list.1.1"];
    for (typed, expected, why) in [
        ("Тамбов", &town_and_province[..], "as typed, then other endings"),
        ("Tambov", &town_and_province, "in Latin letters"),
        ("Тамбав", &town_and_province[..1], "one letter differs"),
        ("Тамбове", &town_and_province, "another case"),
        ("тамб", &town_and_province, "the beginning"),
    ] {
        assert_eq!(place.found(&["--place", typed]), expected, "{why}");
    }
    let similar = place.search(&["Небылицына", "--place", "Тамбове"]);
    assert_eq!(similar["hits"][0]["is_similar"], true, "the place is not as typed");
    assert_eq!(similar["hits"][0]["matches"][1]["kind"], "place_one_error");
    assert!(place.found(&["--place", "Выдумкина"]).is_empty(), "a surname is no place");
    assert_eq!(place.found(&["--event", "death"]), ["list.1.1"]);
    let facets = place.search(&["--source", "list"])["facets"].clone();
    let arrests = facets[1]["values"].as_array().unwrap().iter();
    let arrest = arrests.clone().find(|value| value["value"] == "arrest").unwrap();
    assert_eq!(arrest["n_records"], 3);
}

#[test]
fn pages_follow_each_other_without_gap() {
    let people = vec![three_people()[1].clone(); 25];
    let place = Place::with_people(&people);
    let all = place.found(&["Выдумкина", "--limit", "25"]);
    let first = place.found(&["Выдумкина", "--limit", "10"]);
    let second = place.found(&["Выдумкина", "--limit", "10", "--offset", "10"]);
    let third = place.found(&["Выдумкина", "--limit", "10", "--offset", "20"]);
    assert_eq!([first, second, third].concat(), all);
    assert_eq!(all[0], "list.1.1");
    assert_eq!(all[24], "list.1.25");
}

#[test]
fn nothing_is_lost_and_every_reject_is_listed() {
    let place = Place::new();
    let list = write_list(&place.folder, "list.tsv", &three_people());
    let mut text = fs::read(&list).unwrap();
    text.extend(b"too\tfew\tcells\n\n");
    let broken =
        Person { name: ["Бай\u{1}тов", "Х", "У"], birth_year: "1890", ..Person::default() };
    text.extend(line(9, &broken).replace('\u{1}', "\u{2}").into_bytes());
    let at = text.iter().rposition(|&byte| byte == 2).unwrap();
    text[at] = 0xff;
    fs::write(&list, text).unwrap();
    let path = list.to_string_lossy();
    let arguments =
        ["import", "--archive", &place.archive, "--format", "memorial-tsv", "--source", "l", &path];
    let message = fail(&arguments, 1);
    assert!(message.contains("5 rows into `l`: 4 records, 1 rejected"), "{message}");
    let rejects =
        fs::read_to_string(format!("{}/sources/l/reading/rejects.tsv", place.archive)).unwrap();
    assert!(rejects.contains("list.tsv\t5\t"), "{rejects}");
    assert!(rejects.contains("3 cells where the header has 39"), "{rejects}");
    let issues =
        fs::read_to_string(format!("{}/sources/l/reading/issues.tsv", place.archive)).unwrap();
    assert!(issues.contains("arrest_date\t31.2.1938\tno such day"), "{issues}");
    place.build();
    let all = succeed(&["export", "--archive", &place.archive, "--table", "records", "--all"]);
    assert!(all.contains("Бай\u{fffd}тов"), "the row with an invalid byte is kept");
    assert!(!all.contains("too\tfew"), "a reject is no record");
}

#[test]
fn verbatim_and_place_lead_back_to_the_bytes() {
    let place = Place::with_people(&three_people());
    let bytes = fs::read(place.folder.join("list.tsv")).unwrap();
    let export = succeed(&[
        "export",
        "--archive",
        &place.archive,
        "--table",
        "records",
        "--format",
        "jsonl",
    ]);
    let mut n_records = 0;
    for row in export.lines() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        let start = row["byte_offset"].as_u64().unwrap() as usize;
        let end = start + row["byte_length"].as_u64().unwrap() as usize;
        let received = std::str::from_utf8(&bytes[start..end]).unwrap();
        assert_eq!(received.trim_end(), row["verbatim"]);
        n_records += 1;
    }
    assert_eq!(n_records, 3);
}

#[test]
fn equal_input_gives_equal_bytes() {
    let hashes = || {
        let place = Place::with_people(&three_people());

        fs::read_to_string(format!("{}/current/manifest.toml", place.archive)).unwrap()
    };
    assert_eq!(hashes(), hashes());
}

#[test]
fn a_build_is_made_only_when_something_changed() {
    let place = Place::with_people(&three_people());
    place.build();
    let current = || fs::read_link(format!("{}/current", place.archive)).unwrap();
    assert_eq!(current().to_string_lossy(), "builds/1");
    succeed(&["build", "--archive", &place.archive, "--force"]);
    assert_eq!(current().to_string_lossy(), "builds/2");
    let list = write_list(&place.folder, "other.tsv", &three_people()[..1]);
    place.import("other", &list);
    place.build();
    assert_eq!(current().to_string_lossy(), "builds/3");
    let kept: Vec<_> = fs::read_dir(format!("{}/builds", place.archive)).unwrap().collect();
    assert_eq!(kept.len(), 2, "the build before stays, older ones go");
    assert_eq!(place.found(&["Небылицын Лукич"]), ["list.1.1", "other.1.1"]);
}

#[test]
fn verify_finds_a_changed_byte() {
    let place = Place::with_people(&three_people());
    succeed(&["verify", &place.archive]);
    let original = format!("{}/sources/list/original/list.tsv", place.archive);
    let changed = fs::read_to_string(&original).unwrap().replace("1889", "1888");
    fs::write(&original, changed).unwrap();
    let message = fail(&["verify", &place.archive], 2);
    assert!(message.contains("list.tsv` has SHA-256"), "{message}");
}

/// The service runs as a user of its own, who did not build what it serves.
#[cfg(unix)]
#[test]
fn whoever_may_read_the_archive_may_read_all_that_is_served() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::with_people(&three_people());
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let public = std::path::Path::new(&place.archive).join("current/public");
    let expected = mode(&public.join("archive.json"));
    let files = fs::read_dir(&public).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.is_file()).collect();
    assert!(files.len() > 10, "the index has its files: {files:?}");
    for file in files {
        assert_eq!(mode(&file), expected, "{}", file.display());
    }
}

#[test]
fn several_sources_come_from_one_list_of_sources() {
    let place = Place::new();
    write_list(&place.folder, "a.tsv", &three_people()[..1]);
    write_list(&place.folder, "b.tsv", &three_people()[1..]);
    let sources = place.folder.join("sources.toml");
    let text = "[[source]]\nid = \"a\"\nformat = \"memorial-tsv\"\ntitle = \"Список А\"\nfiles = [\"a.tsv\"]\n\n[[source]]\nid = \"b\"\nformat = \"memorial-tsv\"\nfiles = [\"b.tsv\"]\n";
    fs::write(&sources, text).unwrap();
    succeed(&["import", "--archive", &place.archive, "--sources", &sources.to_string_lossy()]);
    place.build();
    let status = succeed(&["status", "--archive", &place.archive, "--json"]);
    let status: serde_json::Value = serde_json::from_str(&status).unwrap();
    assert_eq!(status["sources"][0]["title"], "Список А");
    assert_eq!(status["current_build"]["records"], 3);
}

#[test]
fn explain_shows_and_writes_nothing() {
    let place = Place::new();
    let list = write_list(&place.folder, "list.tsv", &three_people());
    let path = list.to_string_lossy();
    let text = succeed(&["import", "--format", "memorial-tsv", "--explain", "2", "--", &path]);
    assert!(text.contains("surname: Небылицын"), "{text}");
    assert!(text.contains("=> death | 1937-12"), "{text}");
    assert!(text.contains("entry 2, line 3"), "{text}");
    assert!(!text.contains("entry 3"), "{text}");
    assert_eq!(fs::read_dir(format!("{}/sources", place.archive)).unwrap().count(), 0);
}

#[test]
fn a_damaged_reading_is_read_again() {
    let place = Place::with_people(&three_people());
    fs::remove_file(format!("{}/sources/list/reading/events.parquet", place.archive)).unwrap();
    fail(&["verify", &place.archive], 2);
    succeed(&["build", "--archive", &place.archive, "--force"]);
    succeed(&["verify", &place.archive]);
    assert_eq!(place.found(&["Выдумкина"]), ["list.1.2"]);
}

#[test]
fn a_removed_build_is_made_again() {
    let place = Place::with_people(&three_people());
    fs::remove_dir_all(format!("{}/builds/1", place.archive)).unwrap();
    succeed(&["status", "--archive", &place.archive]);
    place.build();
    assert_eq!(place.found(&["Выдумкина"]), ["list.1.2"]);
}
