use super::*;
use crate::table;
use proptest::prelude::*;

#[test]
fn schemes_write_as_the_table_says() {
    let cases = include_str!("../../tests/cases/transliteration.tsv");
    for [scheme, cyrillic, latin, why] in table::rows(cases) {
        let scheme = Scheme::from_name(scheme).expect("the table names schemes");
        assert_eq!(transliterate(cyrillic, scheme), latin, "{why}");
    }
}

#[test]
fn names_are_read_back_as_the_table_says() {
    let cases = include_str!("../../tests/cases/cyrillic_candidates.tsv");
    for [latin, cyrillic, rank, why] in table::rows(cases) {
        let candidates = cyrillic_candidates(latin);
        let found = candidates.iter().position(|candidate| candidate.text == cyrillic);
        let limit: usize = rank.parse().expect("a rank is a number");
        assert!(found.is_some_and(|idx| idx < limit), "{latin} ({why}): {candidates:?}");
    }
}

#[test]
fn schemes_are_guessed_as_the_table_says() {
    let cases = include_str!("../../tests/cases/scheme_guesses.tsv");
    for [latin, scheme, why] in table::rows(cases) {
        let guesses = guess_scheme(latin);
        assert_eq!(guesses[0].0.name(), scheme, "{latin} ({why}): {:?}", &guesses[..3]);
    }
}

#[test]
fn names_of_schemes_lead_back_to_them() {
    for scheme in Scheme::ALL {
        assert_eq!(Scheme::from_name(scheme.name()), Some(scheme));
    }
}

#[test]
fn words_that_are_too_long_have_no_candidates() {
    assert!(cyrillic_candidates(&"shch".repeat(40)).is_empty());
    assert!(cyrillic_candidates("").is_empty());
    assert!(cyrillic_candidates("12 - 13").is_empty());
}

proptest! {
    #[test]
    fn any_text_can_be_written(text in "\\PC{0,30}", scheme in 0..Scheme::ALL.len()) {
        let _latin = transliterate(&text, Scheme::ALL[scheme]);
    }

    #[test]
    fn text_without_cyrillic_stays(text in "[ -~ąčéßœ一]{0,30}", scheme in 0..Scheme::ALL.len()) {
        prop_assert_eq!(transliterate(&text, Scheme::ALL[scheme]), text);
    }

    #[test]
    fn chances_sum_to_one(latin in "[A-Za-zčšžłąé'-]{1,12}") {
        let guesses = guess_scheme(&latin);
        prop_assert_eq!(guesses.len(), Scheme::ALL.len());
        let sum: f64 = guesses.iter().map(|guess| guess.1).sum();
        prop_assert!((sum - 1.0).abs() < 1e-9, "{}", sum);
    }

    #[test]
    fn candidates_are_few_ranked_and_different(latin in "\\PC{0,12}") {
        let candidates = cyrillic_candidates(&latin);
        prop_assert!(candidates.len() <= 12);
        prop_assert!(candidates.windows(2).all(|pair| pair[0].p >= pair[1].p));
        let mut texts: Vec<_> = candidates.iter().map(|candidate| &candidate.text).collect();
        texts.sort();
        texts.dedup();
        prop_assert_eq!(texts.len(), candidates.len());
    }
}
