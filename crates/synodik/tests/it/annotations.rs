//! Events beside the codex: the table, and the exceptions of one instrument.

use crate::fixture::{Person, Place, fail, succeed};

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&succeed(arguments)).unwrap()
}

/// Four invented women and one man, sentenced as relatives, and one who may be living.
fn relatives() -> Vec<Person<'static>> {
    let wife = Person {
        name: ["Небылицына", "Агния", "Фоминична"],
        birth_year: "1901",
        body: "ОСО при НКВД СССР",
        decision_date: "22.5.1938",
        article: "как ЧСИР",
        sentence: "к 8 годам ИТЛ",
        ..Person::default()
    };
    vec![
        wife.clone(),
        Person { sentence: "к 3 годам ИТЛ", ..wife.clone() },
        Person { decision_date: "22.5.1940", sentence: "к 5 годам ИТЛ", ..wife.clone() },
        Person { decision_date: "", ..wife.clone() },
        Person { article: "58-10", body: "тройка УНКВД", ..wife.clone() },
        Person { birth_year: "1999", decision_date: "22.5.2018", ..wife },
    ]
}

#[test]
fn annotations_are_a_table_of_a_build() {
    let place = Place::with_people(&relatives());
    let table = format!("{}/current/annotations/list.parquet", place.archive);
    assert_eq!(&std::fs::read(table).unwrap()[..4], b"PAR1");
    let export = ["export", "--archive", &place.archive, "--table", "annotations"];
    let public = succeed(&export);
    let header = "event_id,record_id,source_id,rank,instrument_id,provision_id,verdict,matched,\
                  differences,remarks,term_months,term_standing";
    assert_eq!(public.lines().next(), Some(header));
    let first = |record: &str| {
        public.lines().find(|line| line.contains(&format!(",{record},list,1,"))).unwrap_or_default()
    };
    for (record, cells) in [
        ("list.1.1", ",nkvd-00486,p486-wife,named,article: чсир; body: осо,,,96,within"),
        (
            "list.1.2",
            ",nkvd-00486,p486-wife,differs,article: чсир; body: осо,term_shorter,,36,shorter",
        ),
        ("list.1.3", ",nkvd-00689,o689-a,consistent,"),
        ("list.1.4", ",nkvd-00486,p486-wife,named,article: чсир; body: осо,,no_date,96,within"),
    ] {
        assert!(first(record).contains(cells), "{record}: {}", first(record));
    }
    assert!(
        public.contains("list.1.3,list,3,nkvd-00486,p486-wife,differs,")
            || public.contains("p486-wife,differs,article: чсир; body: осо,after_end,"),
        "{public}"
    );
    assert!(!public.contains("list.1.6"), "who may be living is left out");
    let all = succeed(&[&export[..], &["--all"]].concat());
    assert!(all.contains("list.1.6"));
}

#[test]
fn the_exceptions_of_an_instrument_are_listed() {
    let place = Place::with_people(&relatives());
    let ask = ["codex", "exceptions", "--archive", &place.archive, "--instrument", "nkvd-00486"];
    let table = succeed(&ask);
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), 3, "{table}");
    assert!(rows[0].contains("list.1.2") && rows[0].contains("a term of 3 years"), "{table}");
    assert!(rows[1].contains("\tnkvd-00689\t"), "a later rule stands first: {table}");
    assert!(rows[2].contains("does not date the event"), "{table}");
    let document = json(&[&ask[..], &["--json"]].concat());
    let counts = &document["counts"];
    assert_eq!(counts["events"], 4);
    assert_eq!(counts["verdict"]["named"], 2);
    assert_eq!(counts["term"], serde_json::json!({ "shorter": 1, "within": 3 }));
    assert_eq!(document["exceptions"].as_array().unwrap().len(), 3);
    let wrong =
        fail(&["codex", "exceptions", "--archive", &place.archive, "--instrument", "486"], 2);
    assert!(wrong.contains("perhaps nkvd-00486"), "{wrong}");
}

#[test]
fn doubt_is_said_in_words_and_both_values_stand_with_their_sources() {
    let order = succeed(&["codex", "show", "nkvd-00486"]);
    let rollback = "1938-10-17 (other sources: 1937-10-17)\trepealed in part, nkvd-00689";
    assert!(order.contains(rollback), "{order}");
    assert!(order.contains("Sources disagree: ") && !order.contains("(?)"), "{order}");
    let order = succeed(&["codex", "show", "nkvd-00486", "--language", "ru"]);
    assert!(order.contains("по другим источникам: 1937-10-17"), "{order}");
    let day = succeed(&["codex", "at", "1938-12-01", "--relation", "wife"]);
    assert!(!day.contains("(?)") && day.contains("in force as far as is known"), "{day}");
    assert!(day.contains("(fairly certain)") || day.contains("(certain)"), "{day}");
}
