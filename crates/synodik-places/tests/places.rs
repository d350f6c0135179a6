//! Words of lists and the places they mean; what the gazetteer must hold.

use proptest::prelude::*;
use synodik_places::{Precision, gazetteer, resolve_place};

const CASES_TSV: &str = include_str!("cases/places.tsv");

#[test]
fn words_mean_the_place_expected() {
    let rows = CASES_TSV.lines().filter(|line| !line.starts_with('#')).skip(1);
    let mut wrong = Vec::new();
    let mut n_cases = 0;
    for row in rows {
        n_cases += 1;
        let [words, year, expected, precision, why] = row.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("row `{row}` has not five cells");
        };
        let found = resolve_place(gazetteer(), words, year.parse().ok());
        let best = found.first().filter(|best| best.p >= 0.5);
        let shown = best.map_or(("-", "-"), |best| (best.place_id, best.precision.name()));
        if shown != (expected, precision) {
            wrong.push(format!("{words}: {shown:?}, not {expected} {precision} ({why}) {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {n_cases} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_place_has_a_position_and_ends_in_a_state() {
    for place in gazetteer().places() {
        assert!(gazetteer().position(place).is_some(), "{} lies nowhere", place.place_id);
        for part in &place.parts {
            assert!(gazetteer().place(&part.place_id).is_some(), "{} {part:?}", place.place_id);
        }
        assert!(!gazetteer().is_within("russia", &place.place_id) || place.place_id == "russia");
    }
}

#[test]
fn hierarchy_goes_by_the_year() {
    let names = |place_id: &str, year| -> Vec<String> {
        let place = gazetteer().place(place_id).expect("in the gazetteer");
        gazetteer().above(place, year).iter().map(|above| above.place_id.clone()).collect()
    };
    assert_eq!(names("omsk", Some(1932)), ["west-siberian-krai", "rsfsr", "ussr"]);
    assert_eq!(names("omsk", Some(1938)), ["omsk-oblast", "rsfsr", "ussr"]);
    assert_eq!(names("omsk", None), ["omsk-oblast", "russia"]);
    assert_eq!(names("kirov", Some(1910)), ["vyatka-governorate", "russian-empire"]);
    assert_eq!(names("tara", Some(1900)), ["tobolsk-governorate", "russian-empire"]);
}

#[test]
fn own_rows_are_found_and_their_mistakes_named() {
    let header = "id\tkind\tru\ten\tlat\tlon\tnames\tpart_of\tsource\n";
    let rows = format!(
        "{header}bolshoy-kosul\tsettlement\tБольшой Косуль\t\t56.2\t90.5\tКосуль 1890-1930\tkrasnoyarsk-krai\town\n"
    );
    let own = gazetteer().with_rows(&rows).expect("the row is right");
    let found = resolve_place(&own, "с. Большой Косуль, Красноярский край", None);
    assert_eq!((found[0].place_id, found[0].precision), ("bolshoy-kosul", Precision::Itself));
    for (row, mistake) in [
        ("omsk\tsettlement\tОмск\t\t\t\t\t\t", "line 2: the id `omsk` is there already"),
        ("x\ttown\tX\t\t\t\t\t\t", "line 2: `town` is no kind of place"),
        ("x\tsettlement\tX\t\t95\t20\t\t\t", "line 2: `95 20` is no latitude and longitude"),
        ("x\tsettlement\tX\t\t\t\t\tnowhere\t", "line 2: `nowhere` is no id of a place"),
    ] {
        let error = gazetteer().with_rows(&format!("{header}{row}\n")).expect_err(row);
        assert_eq!(error.to_string(), mistake);
    }
}

proptest! {
    #[test]
    fn any_words_give_probabilities(words in "\\PC{0,80}", year in proptest::option::of(1850..1960)) {
        let found = resolve_place(gazetteer(), &words, year);
        let sum: f64 = found.iter().map(|candidate| candidate.p).sum();
        prop_assert!(sum <= 1.0 + 1e-9);
        prop_assert!(found.is_sorted_by(|a, b| a.p >= b.p));
    }
}
