//! Places of records in the public index: what is counted, and that who may be living is not.

use crate::fixture::{Person, Place, succeed, write_list};
use std::path::Path;
use synodik_index::{Filters, PublicIndex, SearchRequest, StationKind};

/// People long dead, with places that the gazetteer knows and one that it does not.
fn the_dead() -> Vec<Person<'static>> {
    let person = |name: [&'static str; 3], birth_place| Person {
        name,
        birth_year: "1889",
        birth_place,
        arrest_date: "12.8.1937",
        sentence: "ВМН",
        death_date: "_.12.1937",
        ..Person::default()
    };
    vec![
        person(["Небылицын", "Фёдор", "Лукич"], "д. Ивушкино Тарского р-на Омской обл."),
        person(["Небылицын", "Кузьма", "Лукич"], "г. Омск"),
        person(["Выдуманов", "Пётр", "Титович"], "с. Неведомое"),
    ]
}

fn open(place: &Place) -> PublicIndex {
    let public = Path::new(&place.archive).join("current/public");
    PublicIndex::open(&public).expect("the archive was built")
}

fn find(place_id: &str) -> SearchRequest {
    let filters = Filters { place_id: Some(place_id.to_owned()), ..Filters::default() };
    SearchRequest { filters, limit: 10, ..SearchRequest::default() }
}

#[test]
fn records_are_found_by_the_place_and_by_what_it_is_part_of() {
    let place = Place::with_people(&the_dead());
    let index = open(&place);
    for (place_id, kind, n_expected) in [
        ("omsk", None, 1),
        ("tara", Some(StationKind::Birth), 1),
        ("omsk-oblast", None, 2),
        ("russia", None, 2),
        ("tara", Some(StationKind::Arrest), 0),
        ("tobolsk-governorate", None, 1),
    ] {
        let n_records = index.n_records_at(place_id, kind).expect("the index is whole");
        assert_eq!(n_records, n_expected, "{place_id} {kind:?}");
    }
    assert_eq!(index.search(&find("omsk-oblast")).expect("a search").n_found, 2);
    let stays = &index.places().stays;
    assert_eq!((stays.n_records, stays.n_placed), (3, 2));
    let counted = index.count_stays(&find("tara")).expect("a count");
    assert_eq!((counted.n_records, counted.n_placed), (1, 1));
    let words = SearchRequest { query: "Nebylitsyn".to_owned(), ..find("omsk") };
    assert_eq!(index.count_stays(&words).expect("a count").n_records, 1);
    let everything = SearchRequest { query: "1889".to_owned(), ..SearchRequest::default() };
    let counted = index.count_stays(&everything).expect("a count");
    assert_eq!(&counted, stays, "counts of a search that finds all are those of the build");
}

#[test]
fn ten_thousand_who_may_be_living_are_at_no_place() {
    let place = Place::new();
    let surnames: Vec<String> = (0..10_000).map(|number| format!("Сокрытов{number}")).collect();
    let towns = ["г. Воркута", "г. Магадан", "Алма-Ата", "Молотовская обл.", "Карлаг"];
    let mut people = the_dead();
    people.extend(surnames.iter().enumerate().map(|(number, surname)| Person {
        name: [surname, "Тайн", "Игнатович"],
        birth_year: "1946",
        birth_place: towns[number % towns.len()],
        arrest_date: "25.3.1949",
        ..Person::default()
    }));
    place.import("list", &write_list(&place.folder, "list.tsv", &people));
    succeed(&["build", "--archive", &place.archive, "--as-of", "2026-01-01"]);
    let index = open(&place);
    assert_eq!(index.summary().n_withheld, 10_000);
    for place_id in ["vorkuta", "magadan", "almaty", "perm-krai", "karlag", "komi", "kazakhstan"] {
        let n_records = index.n_records_at(place_id, None).expect("the index is whole");
        assert_eq!(n_records, 0, "{place_id}");
        assert_eq!(index.search(&find(place_id)).expect("a search").n_found, 0, "{place_id}");
        assert_eq!(index.count_stays(&find(place_id)).expect("a count").n_records, 0);
    }
    let stays = &index.places().stays;
    assert_eq!((stays.n_records, stays.n_placed), (3, 2), "placeholders are not counted");
    assert!(stays.stays().all(|stay| ["omsk", "tara"].contains(&stay.place_id)));
}

#[test]
fn places_of_the_archives_own_are_used_and_counted() {
    let place = Place::with_people(&the_dead());
    let rows = "id\tkind\tru\ten\tlat\tlon\tnames\tpart_of\tsource\n\
                nevedomoye\tsettlement\tНеведомое\tNevedomoye\t56.1\t74.2\t\tomsk-oblast\tmap\n";
    // An editor may leave out the end of the last line.
    let own = Path::new(&place.archive).join("places.tsv");
    std::fs::write(own, rows.trim_end()).expect("a file");
    succeed(&["build", "--archive", &place.archive]);
    let index = open(&place);
    assert!(index.gazetteer().place("nevedomoye").is_some());
    assert!(index.places().own_rows.ends_with('\n'), "a camp would follow on its line");
    // A village of which the list says nothing else may be another one of that name.
    assert_eq!(index.n_records_at("nevedomoye", None).expect("the index is whole"), 0);
    let again = std::fs::read(Path::new(&place.archive).join("current/public/places.json"));
    succeed(&["build", "--archive", &place.archive, "--force"]);
    let second = std::fs::read(Path::new(&place.archive).join("current/public/places.json"));
    assert_eq!(again.expect("a file"), second.expect("a file"), "same input, same bytes");
}
