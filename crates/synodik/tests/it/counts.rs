//! Entries, persons and intervals of an archive, cell by cell.

use crate::fixture::{Person, Place, fail, succeed, three_people};
use crate::lists::two_lists;
use serde_json::Value;

fn counts(place: &Place, arguments: &[&str]) -> Value {
    let head = ["analyse", "counts", "--archive", &place.archive, "--json"];
    serde_json::from_str(&succeed(&[&head[..], arguments].concat())).unwrap()
}

/// Entries and persons of the cells, by their values joined by `|`.
fn cells(table: &Value) -> Vec<(String, u64, u64)> {
    let keys: Vec<&str> =
        table["by"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
    let cells = table["cells"].as_array().unwrap().iter().map(|cell| {
        let values: Vec<&str> =
            keys.iter().map(|key| cell["values"][key].as_str().unwrap()).collect();
        let number = |name: &str| cell[name].as_u64().unwrap();
        (values.join("|"), number("entries"), number("persons"))
    });
    cells.collect()
}

#[test]
fn persons_of_two_lists_are_counted_once() {
    let place = two_lists();
    let table = counts(&place, &["--by", "source"]);
    // The child of either list is withheld and in no cell.
    assert_eq!(table["withheld"]["records"], 2);
    assert_eq!(table["withheld"]["of"], 85);
    assert_eq!(table["all"]["entries"], 83);
    // 60 people and two brothers; 20 and the younger brother stand on both lists.
    assert_eq!(table["all"]["persons"], 62);
    assert_eq!(cells(&table), [("first".to_owned(), 42, 42), ("second".to_owned(), 41, 41)]);
    assert_eq!(table["partitions"], 20);
    let all = &table["all"];
    let number = |name: &str| all[name].as_f64().unwrap();
    assert!(number("persons_low") <= number("persons_median"));
    assert!(number("persons_median") <= number("persons_high"));
    assert!((60.0..=66.0).contains(&number("persons_median")), "{all}");
    let again = counts(&place, &["--by", "source"]);
    assert_eq!(table, again, "the same question has the same answer");
}

#[test]
fn keys_of_events_hold_for_one_event() {
    let people = three_people();
    let place = Place::with_people(&people);
    let table = counts(&place, &["--by", "event,event_year"]);
    assert_eq!(
        cells(&table),
        [
            ("arrest|1937".to_owned(), 1, 1),
            ("arrest|1938".to_owned(), 1, 1),
            ("death|1937".to_owned(), 1, 1),
        ],
        "{table}"
    );
    let of_1938 = counts(&place, &["--by", "measure", "--where", "event_year=1938"]);
    assert_eq!(cells(&of_1938), [], "no sentence is dated to 1938: {of_1938}");
    assert_eq!(of_1938["in_no_cell"]["entries"], 1);
    let both = ["--where", "event_year=1937", "--where", "event_year=1938"];
    let both = counts(&place, &[&["--by", "event"], &both[..]].concat());
    let range = counts(&place, &["--by", "event", "--where", "event_year=1937..1938"]);
    assert_eq!(both["cells"], range["cells"]);
}

#[test]
fn what_is_not_stated_is_said() {
    let mut people = three_people();
    people.push(Person {
        name: ["Безгодов", "Лука", "Ильич"],
        birth_year: "1880",
        ..people[0].clone()
    });
    people[3].arrest_date = "";
    people[3].death_date = "";
    let place = Place::with_people(&people);
    let table = counts(&place, &["--by", "event_year"]);
    let coverage = &table["coverage"][0];
    assert_eq!(coverage["key"], "event_year");
    // One has no date at all, and the 31st of February is no day.
    assert_eq!(coverage["entries_without_value"], 2, "{table}");
    assert_eq!(coverage["share_without_value"], 0.5);
    assert_eq!(table["in_no_cell"]["entries"], 2);
    let head = ["analyse", "counts", "--archive", &place.archive, "--by", "birth_decade,event"];
    let csv = succeed(&[&head[..], &["--csv"]].concat());
    let mut lines = csv.lines();
    assert_eq!(
        lines.next(),
        Some("birth_decade,event,entries,persons,persons_median,persons_low,persons_high")
    );
    assert!(csv.contains("\n1900,arrest,1,1,1,1,1\n"), "{csv}");
    let words = succeed(&head);
    assert!(words.contains("1880, arrest\t1 entries\t1 persons\t1 (95 %: 1 to 1)"), "{words}");
    assert!(words.contains("no birth_decade: 0 entries (0.0 %)"), "{words}");
}

#[test]
fn slips_are_named() {
    let place = Place::with_people(&three_people());
    let head = ["analyse", "counts", "--archive", &place.archive];
    for (arguments, expected) in [
        (&["--by", "colour"][..], "`colour` is no key; expected one of source, event"),
        (&["--by", "event", "--where", "event"], "expected KEY=VALUE"),
        (&["--by", "event", "--where", "event=arrst"], "`arrst` is no event; expected one of"),
        (&["--by", "event", "--where", "source=nowhere"], "expected one of list"),
        (&["--by", "event", "--level", "95"], "level is 95, expected between 0 and 1"),
    ] {
        let message = fail(&[&head[..], arguments].concat(), 2);
        assert!(message.contains(expected), "{message}");
    }
    let empty = Place::new();
    let head = ["analyse", "counts", "--archive", &empty.archive, "--by", "event"];
    assert!(fail(&head, 2).contains("no build"), "an archive without a build");
}
