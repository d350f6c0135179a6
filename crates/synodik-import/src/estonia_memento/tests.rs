//! Invented entries in the form of the books.

use crate::read_for_tests::{check, check_family, read_file};
use crate::{Format, ImportError, plan_file};
use proptest::prelude::{any, prop, proptest};
use synodik_model::EventKind;
use synodik_model::Field::{
    ArchiveReference, ArrestDate, Article, Birth, BirthPlace, DeathDate, Education, ExecutionDate,
    ExilePlace, Family, Given, NameVariants, Nationality, Note, Occupation, Patronymic,
    ReleaseDate, Residence, Sentence, SentenceBody, SentenceDate, Surname,
};

const FORMAT: Format = Format::EstoniaMemento;

#[test]
fn an_arrested_man_has_his_statements() {
    let entry = check(
        &FORMAT,
        "OLEMATU, Mihkel-Jaan, Tõnis ka Olematta, en. ka Mihhail venelane, s. 12.08.84 Tartumaa Unna v. Hõbe k., \
         eluk. Tartu, Kuu 5-2, 6 kl., sepp, arr. 05.12.44 Unna v., trib. 16.02.45 §58-1a, 58-11, 10+5; \
         Komi ANSV Vorkutlag, vab. 11.07.54. Oli laulja. [ar 12/345]",
        &[
            (Surname, "OLEMATU"),
            (Given, "Mihkel-Jaan"),
            (Patronymic, "Tõnis"),
            (NameVariants, "Olematta; Mihhail"),
            (Nationality, "venelane"),
            (Birth, "12.08.84"),
            (BirthPlace, "Tartumaa Unna v. Hõbe k."),
            (Residence, "Tartu, Kuu 5-2"),
            (Education, "6 kl."),
            (Occupation, "sepp"),
            (ArrestDate, "05.12.44"),
            (SentenceDate, "16.02.45"),
            (SentenceBody, "trib."),
            (Article, "§58-1a, 58-11"),
            (Sentence, "10+5"),
            (ReleaseDate, "11.07.54"),
            (Note, "Oli laulja"),
            (ArchiveReference, "ar 12/345"),
        ],
    );
    assert_eq!(entry.birth, "1884-08-12", "born before the arrest");
    let expected = [
        (EventKind::Arrest, "1944-12-05"),
        (EventKind::Sentence, "1945-02-16"),
        (EventKind::Imprisonment, ""),
        (EventKind::Release, "1954-07-11"),
    ];
    let expected = expected.map(|(kind, days)| (kind, days.to_owned()));
    assert_eq!(entry.events, expected);
}

#[test]
fn heads_and_members_of_families() {
    for (line, expected) in [
        (
            "<OLEMATU>, <Mari>, <Jaan>, s. 1891, eluk. Valgamaa Kuu v., asum. ENSV MN otsus 14.03.49; Omski obl. Tara raj., vab. 18.06.58. [21K]",
            vec![
                (Given, "Mari"),
                (Birth, "1891"),
                (ExilePlace, "Omski obl. Tara raj."),
                (Family, ""),
            ],
        ),
        (
            "<Olematu>, <Ants>, <Mihkel>, poeg, ka Olemata, s. 1931; Tara raj., surn. asum. 13.01.50.",
            vec![
                (Family, "poeg"),
                (NameVariants, "Olemata"),
                (BirthPlace, ""),
                (DeathDate, "13.01.50"),
            ],
        ),
        (
            "=== Olematu, Liisa, Hindrek===, abikaasa ema, ka Olemata Triinu 13.05.1865; Omski obl., surn.",
            vec![(Surname, "Olematu"), (Family, "abikaasa ema"), (Birth, "13.05.1865")],
        ),
        (
            "=== Olematu===, Tõnis, Jaan, poeg, 1932, mitte küüdi- tatud.",
            vec![
                (Given, "Tõnis"),
                (Patronymic, "Jaan"),
                (Birth, "1932"),
                (Note, "mitte küüdi- tatud"),
            ],
        ),
        (
            "===OLEMATU, Roosi, Mihkel=== 1905 perek. Kuusepuu L.",
            vec![(Family, "perek. Kuusepuu L."), (Birth, "1905")],
        ),
        (
            "=== Olematu, Anna, Jaan===, abi- kaasa, saks- lane, 1887 Kuu v.; Tara raj. [1M] Olematu, Leena, Ants, tütar, 1913. [1M]",
            vec![
                (Family, "abi- kaasa\nOlematu, Leena, Ants, tütar, 1913. [1M]"),
                (Nationality, "saks- lane"),
                (ArchiveReference, "1M"),
            ],
        ),
    ] {
        check(&FORMAT, line, &expected);
    }
}

#[test]
fn names_end_where_statements_begin() {
    for (line, given, father) in [
        ("OLEMATU, eluk. Narva. Arr. 1941. [ca]", "", ""),
        ("OLEMATU, Ahto. Mõrvatud 1941 punaste poolt Narvas. [ca]", "Ahto", ""),
        ("OLEMATU, J., H., s. 1893, eluk. Narva. [ca]", "J.", "H."),
        ("OLEMATU, Oskar Eduard, Jaan s. 1893 Narva. [ca]", "Oskar Eduard", "Jaan"),
        ("OLEMATU (TÜHI), Oskar, Jaan (d), s. 1893 Narva. [ca]", "Oskar", "Jaan"),
        ("OLEMATU, ?, Jaan, s. 1893 Narva. [ca]", "?", "Jaan"),
        ("VAN DER TÜHI, Oskar, Jaan, s. 1893 Narva. [ca]", "Oskar", "Jaan"),
    ] {
        check(&FORMAT, line, &[(Given, given), (Patronymic, father)]);
    }
}

/// A death that is told of somebody else would make a child public.
#[test]
fn only_a_death_of_ones_own_counts() {
    for (tail, is_death) in [
        ("surn. asum. 1950.", true),
        ("Suri 1950 Omskis.", true),
        ("surmaotsus; kinnip-k. Omski obl., otsus täide viidud 10.05.42.", true),
        ("Tara raj. Isa suri 1950.", false),
        ("Tara raj. Abikaasa Mari, surn. 1950.", false),
        ("Tara raj., pärast ema surma tuli tagasi.", false),
        ("Vend ja ema küüdit., surn. 1942.", false),
    ] {
        let line = format!("<Olematu>, <Ants>, <Mihkel>, poeg, s. 1941; {tail}");
        let entry = check(&FORMAT, &line, &[]);
        let has_death = entry.events.iter().any(|(kind, _)| kind.is_end_of_life());
        assert_eq!(has_death, is_death, "{tail}");
    }
}

#[test]
fn remarks_that_speak_of_relatives_are_of_the_family() {
    let line = "OLEMATU, Ants, Jaan, s. 1890 Narva, arr. 14.06.41 Narva; surmaotsus; kinnip-k. Sverdlovski obl., \
                otsus täide viidud 24.04.42. Teine poeg Tõnu Olematu sünd. 24.03.24. Kaitseliit. [ca]";
    check(
        &FORMAT,
        line,
        &[
            (Family, "Teine poeg Tõnu Olematu sünd. 24.03.24"),
            (Note, "Kaitseliit"),
            (ExecutionDate, "24.04.42"),
            (Sentence, "surmaotsus"),
        ],
    );
}

#[test]
fn another_file_is_refused() {
    let refused = plan_file(&FORMAT, None, b"id,name\n1,Olematu\n", true);
    assert!(matches!(refused, Err(ImportError::WrongFormat { .. })));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = b"<OLEMATU>, <Mari>, <Jaan>, s. 1891.\n".to_vec();
        file.extend(bytes);
        check_family(&read_file(&FORMAT, &file));
    }

    #[test]
    fn no_pieces_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..25)) {
        let file = format!("<A>, <B>, <C>, s. 1891.\nOLEMATU{}", pieces.concat());
        check_family(&read_file(&FORMAT, file.as_bytes()));
    }
}

const PIECES: &[&str] = &[
    " ",
    ", ",
    ". ",
    "; ",
    "===",
    "<",
    ">",
    "Õ",
    "Mihkel",
    "Jaan",
    " ka ",
    "en. ka ",
    "perek. ",
    "s. ",
    "1891",
    "12.08.84",
    "14.06.41",
    "(?)",
    "poeg",
    "abi- kaasa",
    "arr. ",
    "trib. ",
    "§58-1a",
    "10+5",
    "[ca]",
    "]",
    "[",
    "surn. ",
    "vab.",
    "surmaotsus",
    "otsus täide viidud ",
    "mitte küüditatud",
    "venelane",
    "asum. ",
    "erin. ",
    "Isa suri ",
    "v.",
    "\u{ad}",
    "-",
    "(",
    ")",
];
