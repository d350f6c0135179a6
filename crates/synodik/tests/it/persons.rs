//! From records to persons: found, judged, explained, shown, and the same however they came in.

use crate::fixture::{Place, fail, succeed};
use crate::lists::{twin_of, two_lists, write_first, write_second};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The person of every record, all of them.
fn persons(place: &Place) -> BTreeMap<String, String> {
    let export = ["export", "--archive", &place.archive, "--table", "persons", "--all"];
    let rows = succeed(&export);
    let cells = rows.lines().skip(1).map(|row| row.split(',').collect::<Vec<_>>());
    cells.map(|cells| (cells[1].to_owned(), cells[0].to_owned())).collect()
}

/// The records of every person of several, however the persons are called.
fn groups(place: &Place) -> BTreeSet<Vec<String>> {
    let mut records: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (record, person) in persons(place) {
        records.entry(person).or_default().push(record);
    }
    records.into_values().filter(|records| records.len() > 1).collect()
}

fn link(place: &Place, arguments: &[&str]) -> String {
    let mut all = vec!["link", arguments[0], "--archive", &place.archive];
    all.extend(&arguments[1..]);
    succeed(&all)
}

fn link_json(place: &Place, arguments: &[&str]) -> Value {
    serde_json::from_str(&link(place, &[arguments, &["--json"]].concat())).unwrap()
}

fn judge(place: &Place, pair: [&str; 2], verdict: &str) {
    let author = ["--by", "А. Архивист", "--reason", "видела дело: сын Секретик жив"];
    link(place, &[&["judge", pair[0], pair[1], verdict][..], &author].concat());
}

fn changes(place: &Place) -> String {
    fs::read_to_string(format!("{}/current/persons_changed.tsv", place.archive)).unwrap()
}

const BROTHERS: [&str; 2] = ["first.1.41", "first.1.42"];

#[test]
fn one_person_in_two_lists_is_found_and_brothers_stay_two() {
    let place = two_lists();
    let persons = persons(&place);
    let found = (1..=20).filter(|n| persons[&twin_of(*n)] == persons[&format!("second.1.{n}")]);
    assert_eq!(found.count(), 20, "{:?}", groups(&place));
    assert_eq!(persons["second.1.41"], persons[BROTHERS[1]], "the younger brother");
    assert_ne!(persons[BROTHERS[0]], persons[BROTHERS[1]], "brothers");
    let strangers: Vec<Vec<String>> =
        groups(&place).into_iter().filter(|records| records.len() > 2).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    assert_eq!(groups(&place).len(), 22, "20 people, the younger brother and the child");
}

#[test]
fn evidence_is_told_and_brothers_are_seen_as_kin() {
    let place = two_lists();
    let twin = twin_of(3);
    let told = link_json(&place, &["explain", &twin, "second.1.3"]);
    assert_eq!(told["is_one_person"], true);
    let evidence = &told["evidence"];
    let bits = |step: &Value| step["same_bits"].as_f64().unwrap();
    let sum: f64 = evidence["steps"].as_array().unwrap().iter().map(bits).sum();
    let all = evidence["prior_same_bits"].as_f64().unwrap() + sum;
    assert!((all - evidence["same_bits"].as_f64().unwrap()).abs() < 1e-3, "{told}");
    assert!(evidence["p_same"].as_f64().unwrap() > 0.9, "{told}");
    let brothers = link_json(&place, &["explain", BROTHERS[0], "second.1.41"]);
    assert_eq!(brothers["is_one_person"], false);
    let evidence = &brothers["evidence"];
    assert!(evidence["p_kin"].as_f64() > evidence["p_same"].as_f64(), "{brothers}");
    let text = link(&place, &["explain", &twin, "second.1.3"]);
    assert!(text.contains("arrest_date\t1937-") && text.contains("They are held to be one person"));
    let none = link_json(&place, &["explain", "first.1.1", "second.1.40"]);
    assert!(none["why_no_evidence"].as_str().unwrap().contains("No link is kept"), "{none}");
}

#[test]
fn a_judgement_splits_and_its_withdrawal_joins_again() {
    let place = two_lists();
    let before = persons(&place);
    let (a, b) = (twin_of(5), "second.1.5");
    assert_eq!(before[&a], before[b]);
    judge(&place, [b, &a], "different");
    assert_eq!(persons(&place), before, "a judgement counts from the next build on");
    place.build();
    let after = persons(&place);
    assert_eq!(after[&a], before[&a], "the first record keeps the id");
    assert_eq!(after[b], b);
    assert!(changes(&place).contains(&format!("{a}\t{b}\tsplit\t{b}\n")), "{}", changes(&place));
    let told = link_json(&place, &["explain", &a, b]);
    assert_eq!(told["judgements"][0]["verdict"], "different");
    let list = link_json(&place, &["judgements"]);
    assert_eq!(list["judgements"][0]["by"], "А. Архивист");
    assert_eq!(list["judgements"][0]["is_in_force"], true);
    link(&place, &["withdraw", "1", "--by", "А. Архивист", "--reason", "другое дело"]);
    place.build();
    assert_eq!(persons(&place), before);
    assert!(changes(&place).contains(&format!("{b}\t{a}\tmerged\t{b}\n")), "{}", changes(&place));
    let list = link_json(&place, &["judgements"]);
    assert_eq!(list["judgements"][0]["is_in_force"], false, "what was decided stays");
    assert_eq!(list["judgements"][1]["withdraws"], 1);
}

#[test]
fn a_judgement_joins_what_is_unlike() {
    let place = two_lists();
    judge(&place, ["first.1.1", "second.1.40"], "same");
    judge(&place, ["first.1.2", "second.1.39"], "unsure");
    place.build();
    let persons = persons(&place);
    assert_eq!(persons["first.1.1"], persons["second.1.40"]);
    assert_ne!(persons["first.1.2"], persons["second.1.39"], "unsure decides nothing");
    let review = link_json(&place, &["review", "--worst", "1000"]);
    let pairs = review["pairs"].as_array().unwrap();
    assert!(!pairs.is_empty());
    let judged = pairs.iter().any(|pair| {
        [&pair["record_a"], &pair["record_b"]] == ["first.1.1", "second.1.40"]
            || [&pair["record_a"], &pair["record_b"]] == ["first.1.2", "second.1.39"]
    });
    assert!(!judged, "what was judged is not asked again");
    let values: Vec<f64> =
        pairs.iter().map(|pair| pair["n_wrong_expected"].as_f64().unwrap()).collect();
    assert!(values.is_sorted_by(|a, b| a >= b), "the most valuable come first: {values:?}");
}

#[test]
fn a_source_added_later_gives_the_same_persons() {
    let together = two_lists();
    let one_by_one = Place::new();
    one_by_one.import("second", &write_second(&one_by_one));
    one_by_one.build();
    one_by_one.import("first", &write_first(&one_by_one));
    one_by_one.build();
    assert_eq!(groups(&together), groups(&one_by_one));
    let table = |place: &Place, table: &str| {
        let path = format!("{}/current/{table}/first.parquet", place.archive);
        fs::read(path).unwrap()
    };
    assert_eq!(table(&together, "links"), table(&one_by_one, "links"), "bytes of the links");
    assert_eq!(table(&together, "partitions"), table(&one_by_one, "partitions"));
    // Ids alone remember which list was there first.
    let (together, one_by_one) = (persons(&together), persons(&one_by_one));
    assert_eq!(together[&twin_of(7)], twin_of(7));
    assert_eq!(one_by_one[&twin_of(7)], "second.1.7");
}

#[test]
fn equal_archives_have_equal_bytes_and_a_rebuild_changes_nobody() {
    let manifest = |place: &Place| {
        fs::read_to_string(format!("{}/current/manifest.toml", place.archive)).unwrap()
    };
    let (one, other) = (two_lists(), two_lists());
    assert_eq!(manifest(&one), manifest(&other));
    let before = persons(&one);
    succeed(&["build", "--archive", &one.archive, "--force"]);
    assert_eq!(persons(&one), before);
    assert_eq!(changes(&one).lines().count(), 1, "{}", changes(&one));
}

#[test]
fn a_list_that_names_nobody_twice_parts_its_entries() {
    let place = Place::new();
    let list = place.write(
        "double.tsv",
        &fs::read_to_string(write_first(&place)).unwrap().lines().enumerate().fold(
            String::new(),
            |text, (line_idx, line)| match line_idx {
                0 => format!("{line}\n"),
                _ => format!("{text}{line}\n{line}\n"),
            },
        ),
    );
    let import = |once: &[&str]| {
        let arguments = ["import", "--archive", &place.archive, "--format", "memorial-tsv"];
        let source = ["--source", "double", "--replace", &list];
        succeed(&[&arguments[..], once, &source[..]].concat());
        place.build();
        groups(&place).len()
    };
    assert!(import(&[]) >= 40, "every line stands there twice");
    assert_eq!(import(&["--persons-listed-once"]), 0);
}

#[test]
fn nothing_of_a_hidden_child_leaks_through_links() {
    let place = two_lists();
    let all = persons(&place);
    let hidden = ["first.1.43", "second.1.42"];
    assert_eq!(all[hidden[0]], all[hidden[1]], "the archive knows that the child is one");
    judge(&place, [BROTHERS[0], hidden[0]], "same");
    place.build();
    let outputs = [
        succeed(&["export", "--archive", &place.archive, "--table", "persons"]),
        succeed(&["export", "--archive", &place.archive, "--table", "links", "--format", "jsonl"]),
        succeed(&["search", "--archive", &place.archive, "--json", "Чаровников"]),
    ];
    for output in &outputs {
        assert!(output.contains(BROTHERS[0]), "the brothers are shown: {output}");
        for id in hidden {
            assert!(!output.contains(id), "{id} in {output}");
        }
    }
    let public = format!("{}/current/public", place.archive);
    let index = synodik_index::PublicIndex::open(std::path::Path::new(&public)).unwrap();
    let shown = persons(&place);
    for record in shown.keys() {
        let links = index.links(record).unwrap();
        let others: Vec<&str> = links.links.iter().map(|link| link.record_id.as_str()).collect();
        assert!(!others.iter().any(|other| hidden.contains(other)), "{record}: {others:?}");
        let person_id = links.person.map(|person| person.person_id).unwrap_or_default();
        assert!(!hidden.contains(&person_id.as_str()), "{record}: {person_id}");
        if hidden.contains(&record.as_str()) {
            assert!(others.is_empty() && person_id.is_empty(), "{record}");
        }
    }
    // Neither names nor the reason of a judgement stand in what the server opens.
    for entry in fs::read_dir(&public).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for secret in ["Секретик", "Сокровенный", "видела дело"] {
            let is_there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!is_there, "`{secret}` is in the public index");
        }
    }
}

#[test]
fn until_link_shows_nothing() {
    let place = Place::new();
    place.import("first", &write_first(&place));
    succeed(&["build", "--archive", &place.archive, "--until", "link"]);
    assert!(fs::metadata(format!("{}/builds/linked/persons/first.parquet", place.archive)).is_ok());
    assert!(fs::metadata(format!("{}/builds/linked/public", place.archive)).is_err());
    assert!(fs::metadata(format!("{}/current", place.archive)).is_err());
    succeed(&["verify", &place.archive]);
    place.build();
    succeed(&["build", "--archive", &place.archive, "--until", "link"]);
    succeed(&["verify", &place.archive]);
}

#[test]
fn mistakes_of_a_judge_are_named() {
    let place = two_lists();
    let author = ["--by", "A", "--reason", "x"];
    let judge = |rest: &[&str], code: i32| {
        let head = ["link", "judge", "--archive", &place.archive];
        fail(&[&head[..], rest].concat(), code)
    };
    for (arguments, code, expected) in [
        (&["first.1.1", "first.1.1", "same"][..], 2, "named twice"),
        (&["first.1.1", "first.1.999", "same"][..], 2, "no record `first.1.999`"),
        (&["first.1.1", "nowhere", "same"][..], 2, "no record `nowhere`"),
        (&["first.1.1", "first.1.2", "perhaps"][..], 64, "perhaps"),
    ] {
        let message = judge(&[arguments, &author[..]].concat(), code);
        assert!(message.contains(expected), "{message}");
    }
    let message = judge(&["first.1.1", "first.1.2", "same", "--by", " ", "--reason", "x"], 2);
    assert!(message.contains("`--by` is empty"), "{message}");
    let withdraw = ["link", "withdraw", "--archive", &place.archive, "7"];
    let message = fail(&[&withdraw[..], &author[..]].concat(), 2);
    assert!(message.contains("no judgement 7"), "{message}");
    assert!(link(&place, &["judgements"]).contains("Nothing has been judged"));
}
