//! What the tables of given names promise.

use super::*;
use std::collections::BTreeSet;

const CASES: &str = include_str!("../../tests/cases/given_names.tsv");

#[test]
fn words_are_related_as_the_table_says() {
    for (line, case) in CASES.lines().enumerate().skip(1) {
        let cells: Vec<&str> = case.split('\t').collect();
        let said = if related(cells[0], cells[1]).is_some() { "yes" } else { "no" };
        assert_eq!(said, cells[2], "line {}: `{}` and `{}`", line + 1, cells[0], cells[1]);
    }
}

#[test]
fn ids_are_unique_and_sorted() {
    let ids: Vec<&str> = given_names().iter().map(|name| name.id).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn every_form_is_found_under_its_name() {
    let mut n_forms = 0;
    for (place, name) in given_names().iter().enumerate() {
        for form in &name.forms {
            n_forms += 1;
            let is_found = given_name(form.form).iter().any(|m| m.name_id.0 as usize == place);
            assert!(is_found, "`{}` of `{}`", form.form, name.id);
        }
    }
    assert!(n_forms >= 6_000, "{n_forms} forms");
    assert!(given_names().len() >= 900);
}

#[test]
fn a_word_gives_a_name_once() {
    for name in given_names() {
        let matches = given_name(name.canonical);
        let distinct: BTreeSet<GivenNameId> = matches.iter().map(|found| found.name_id).collect();
        assert_eq!(distinct.len(), matches.len(), "{}", name.canonical);
        assert_eq!(matches[0].kind, FormKind::Canonical, "{}", name.canonical);
    }
}

#[test]
fn the_sex_of_a_canonical_name_is_its_own() {
    for name in given_names() {
        let p_female = given_p_female(name.canonical).expect("a name of the table is known");
        match name.sex {
            Sex::Female => assert!(p_female > 0.5, "{}", name.canonical),
            Sex::Male => assert!(p_female < 0.5, "{}", name.canonical),
        }
    }
}

proptest::proptest! {
    #[test]
    fn relation_is_symmetric(a in "[А-Яа-яA-Za-z]{0,12}", b in "[А-Яа-яA-Za-z]{0,12}") {
        let there = related(&a, &b).map(|found| (found.kind_a, found.kind_b, found.name_id));
        let back = related(&b, &a).map(|found| (found.kind_b, found.kind_a, found.name_id));
        proptest::prop_assert_eq!(there, back);
    }

    #[test]
    fn no_text_panics(word in ".{0,40}") {
        given_name(&word);
        given_p_female(&word);
    }
}
