//! What was in force on a day, against a table; and the life of instruments.

use chrono::NaiveDate;
use std::time::Instant;
use synodik_codex::{Doubt, StageKind, changes_between, codex, in_force_at, life_line, parse_edtf};

fn day(edtf: &str) -> NaiveDate {
    parse_edtf(edtf).ok().and_then(|span| span.first).expect("a day")
}

/// Day, relation, provision, and whether it has to be in force.
const CASES: [(&str, &str, &str, bool); 16] = [
    ("1937-08-14", "wife", "p486-wife", false),
    ("1937-08-15", "wife", "p486-wife", true),
    ("1938-10-17", "wife", "p486-future", true),
    ("1938-10-18", "wife", "p486-future", false),
    ("1938-10-18", "wife", "o689-a", true),
    ("1939-06-01", "child", "p486-child3-15", false),
    ("1939-06-01", "child_under_15", "p486-child3-15", true),
    ("1939-06-01", "infant", "p486-infant", true),
    ("1937-09-01", "daughter", "o447-fam-rule", true),
    ("1938-11-18", "daughter", "o447-fam-rule", false),
    ("1942-07-01", "sister", "g1926-1", true),
    ("1936-06-01", "category_person", "oso-1934", true),
    ("1937-06-01", "category_person", "oso-1934", false),
    ("1943-06-01", "category_person", "oso-1941", true),
    ("1930-03-01", "head_of_household", "k2-family", true),
    ("1930-01-29", "head_of_household", "k2-family", false),
];

#[test]
fn provisions_are_in_force_from_their_first_day_to_their_last() {
    for (at, relation, provision_id, expected) in CASES {
        let acts = in_force_at(codex(), day(at), Some(relation));
        let is_in_force = acts
            .iter()
            .flat_map(|act| &act.provisions)
            .any(|provision| provision.provision_id == provision_id);
        assert_eq!(is_in_force, expected, "{provision_id} for {relation} on {at}");
    }
}

#[test]
fn doubts_about_dates_are_told() {
    let acts = in_force_at(codex(), day("1938-09-01"), None);
    let doubts_of = |instrument_id: &str| {
        let act = acts.iter().find(|act| act.instrument.instrument_id == instrument_id);
        act.map(|act| act.doubts.clone()).unwrap_or_default()
    };
    assert!(matches!(doubts_of("nkvd-00439")[..], [Doubt::EndDisputed(_)]));
    let wives = doubts_of("nkvd-00486");
    assert!(wives.iter().any(|doubt| matches!(doubt, Doubt::EndDisputed(_))), "{wives:?}");
    assert!(doubts_of("nkvd-circ4-1938").contains(&Doubt::NoRecordedEnd));
}

#[test]
fn the_rollback_of_october_1938_is_a_stage_with_both_years() {
    let order = codex().instrument("nkvd-00486").expect("in the codex");
    let line = life_line(order);
    let kinds: Vec<StageKind> = line.stages.iter().map(|stage| stage.kind).collect();
    assert_eq!(
        kinds,
        [
            StageKind::Adopted,
            StageKind::EnteredIntoForce,
            StageKind::Amended,
            StageKind::RepealedInPart
        ]
    );
    let rollback = &line.stages[3];
    assert_eq!(rollback.date.to_edtf(), "{1938-10-17,1937-10-17}");
    assert_eq!(rollback.by, Some("nkvd-00689"));
    assert!(rollback.is_disputed && rollback.sources.len() >= 2);
}

#[test]
fn stages_of_every_instrument_stand_in_order() {
    for instrument in &codex().instruments {
        let stages = life_line(instrument).stages;
        assert_eq!(stages[0].kind, StageKind::Adopted, "{}", instrument.instrument_id);
        for pair in stages.windows(2) {
            let (before, after) = (&pair[0].date.primary, &pair[1].date.primary);
            let after = after.first.max(instrument.adopted.first);
            assert!(before.first <= after, "{}", instrument.instrument_id);
        }
    }
}

#[test]
fn changes_are_those_after_the_first_day_up_to_the_last() {
    let changed = |from, to| -> Vec<(String, StageKind)> {
        let changes = changes_between(codex(), day(from), day(to));
        let pair = |change: synodik_codex::Change<'_>| {
            (change.instrument.instrument_id.clone(), change.stage.kind)
        };
        changes.into_iter().map(pair).collect()
    };
    let wives = ("nkvd-00486".to_owned(), StageKind::RepealedInPart);
    assert!(changed("1938-10-16", "1938-10-17").contains(&wives));
    assert!(!changed("1938-10-17", "1938-10-18").contains(&wives));
    let stopped = changed("1938-11-16", "1938-11-17");
    assert!(stopped.contains(&("nkvd-00447".to_owned(), StageKind::Repealed)));
    assert!(changed("1937-08-14", "1937-08-14").iter().all(|(id, _)| id != "nkvd-00486"));
}

#[test]
fn queries_are_quick() {
    let codex = codex();
    let start = Instant::now();
    for _ in 0..20 {
        in_force_at(codex, day("1937-09-01"), Some("wife"));
        changes_between(codex, day("1937-07-01"), day("1938-12-01"));
    }
    // 1 ms a query when optimised; tests are not, and share the machine.
    assert!(start.elapsed().as_millis() < 1000, "{:?}", start.elapsed());
}
