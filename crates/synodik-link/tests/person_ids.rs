//! Ids of persons stay, and every change of them is told.

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use synodik_link::{ChangeKind, PersonIdInput, PersonIds, assign_person_ids};

/// Records by letters; persons as words of letters, such as `ab c`; hidden records in capitals.
fn assign(now: &str, before: &[(&str, &str)]) -> PersonIds {
    let mut letters: Vec<char> = now.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.sort_by_key(char::to_ascii_lowercase);
    let record_ids: Vec<String> =
        letters.iter().map(|letter| letter.to_ascii_lowercase().to_string()).collect();
    let may_lend: Vec<bool> = letters.iter().map(|letter| letter.is_lowercase()).collect();
    let place = |letter: &char| letters.iter().position(|other| other == letter);
    let first = |letter: &char| {
        let person = now.split(' ').find(|person| person.contains(*letter)).expect("a person");
        person.chars().filter_map(|letter| place(&letter)).min().expect("a record") as u32
    };
    let clusters: Vec<u32> = letters.iter().map(first).collect();
    let mut previous = Vec::new();
    for (person, records) in before {
        previous.extend(records.chars().map(|letter| ((*person).to_owned(), letter.to_string())));
    }
    assign_person_ids(&PersonIdInput {
        record_ids: &record_ids,
        clusters: &clusters,
        may_lend: &may_lend,
        previous: &previous,
    })
}

#[track_caller]
fn check(now: &str, before: &[(&str, &str)], ids: &str, changes: &str) {
    let given = assign(now, before);
    assert_eq!(given.person_ids.join(" "), ids, "{now} after {before:?}");
    let told: Vec<String> = given
        .changes
        .iter()
        .map(|change| {
            let kind = change.kind.name();
            format!("{}>{} {kind} {}", change.before, change.now, change.record_ids.concat())
        })
        .collect();
    assert_eq!(told.join("; "), changes, "{now} after {before:?}");
}

#[test]
fn ids_stay_where_the_person_is_the_same() {
    check("ab c", &[], "a a c", "");
    check("ab c", &[("a", "ab"), ("c", "c")], "a a c", "");
    check("abc", &[("b", "bc")], "b b b", "");
    check("ab c", &[("a", "a"), ("b", "b"), ("c", "c")], "a a c", "b>a merged b");
    check("abc", &[("a", "a"), ("b", "bc")], "b b b", "a>b merged a");
    check("a b", &[("a", "ab")], "a b", "a>b split b");
    check("a bc", &[("a", "abc")], "a~2 a a", "a>a~2 split a");
    check("a", &[("a", "a"), ("b", "bc")], "a", "b> removed bc");
    check("b", &[("a", "ab")], "b", "a>b renamed b");
}

#[test]
fn a_hidden_record_lends_no_id_to_a_person_that_is_shown() {
    check("Ab", &[], "b b", "");
    check("Ab", &[("a", "a")], "b b", "a>b renamed a");
    check("AB", &[], "a a", "");
    check("ab", &[("a", "a")], "a a", "");
    check("A b", &[("b", "ab")], "a b", "b>a split a");
    check("A b", &[("a", "ab")], "a b", "a>b split b");
}

proptest! {
    #[test]
    fn every_person_has_one_id_of_its_own(
        now in prop::collection::vec(0u32..6, 1..12),
        before in prop::collection::vec(0u32..6, 0..12),
        hidden in prop::collection::vec(any::<bool>(), 12),
    ) {
        let record_ids: Vec<String> = (0..now.len()).map(|place| format!("r{place:02}")).collect();
        let first = |person: &u32| now.iter().position(|other| other == person).expect("itself");
        let clusters: Vec<u32> = now.iter().map(|person| first(person) as u32).collect();
        let may_lend: Vec<bool> = hidden[..now.len()].iter().map(|hidden| !hidden).collect();
        let previous: Vec<(String, String)> = before
            .iter()
            .enumerate()
            .map(|(place, person)| {
                let founder = before.iter().position(|other| other == person).expect("itself");
                (format!("r{founder:02}"), format!("r{place:02}"))
            })
            .collect();
        let input = PersonIdInput {
            record_ids: &record_ids, clusters: &clusters, may_lend: &may_lend, previous: &previous,
        };
        let given = assign_person_ids(&input);
        let mut person_of: BTreeMap<&str, u32> = BTreeMap::new();
        let mut shown_ids: BTreeSet<&str> = BTreeSet::new();
        for (place, id) in given.person_ids.iter().enumerate() {
            prop_assert_eq!(*person_of.entry(id).or_insert(clusters[place]), clusters[place]);
            if may_lend[place] {
                shown_ids.insert(id);
            }
        }
        let n_persons = clusters.iter().collect::<BTreeSet<_>>().len();
        prop_assert_eq!(person_of.len(), n_persons);
        for id in shown_ids {
            let founder = id.split('~').next().unwrap_or_default();
            let place = record_ids.iter().position(|record_id| record_id == founder);
            prop_assert!(place.is_some_and(|place| may_lend[place]), "{} is hidden", id);
        }
        // Nothing changes in a second build of the same.
        let previous: Vec<(String, String)> =
            given.person_ids.iter().cloned().zip(record_ids.iter().cloned()).collect();
        let again = assign_person_ids(&PersonIdInput { previous: &previous, ..input });
        prop_assert_eq!(&again.person_ids, &given.person_ids);
        prop_assert!(again.changes.is_empty(), "{:?}", again.changes);
        for change in &given.changes {
            prop_assert_eq!(change.kind == ChangeKind::Removed, change.now.is_empty());
        }
    }
}
