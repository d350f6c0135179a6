//! Invented households in the form of the books.

use crate::read_for_tests::{Entry, check, check_family, read_file};
use crate::{Format, ImportError, plan_file};
use encoding_rs::WINDOWS_1251;
use proptest::prelude::{any, prop, proptest};
use synodik_model::EventKind;
use synodik_model::Field::{
    Age, ArchiveReference, Birth, BirthPlace, DeathDate, ExileDate, ExilePlace, Family, Given,
    NameVariants, Patronymic, RehabilitationDate, Residence, SocialOrigin, Surname,
};

const HOUSEHOLD: &str = "НЕБЫЛОВ (НЕБЫЛЕВ) Фрол (Флор) Титович, 1880 (1882) г. р. Житель д. Ивушка \
    Ивушкинского с/с Тарского р-на Омского окр. Западно-Сибирского края. Состав семьи: жена Фёкла, \
    45 л., дочь (Выдумкина) Дарья, 1910 г. р., сын Тит. Выслан вместе с семьей в 1931 г. на \
    спецпоселение в Нарымский край, позднее переселены в г. Кузнецк. Родился на спецпоселении внук \
    Пров, 1933 г. р. Умерли на спецпоселении: Фрол Титович, Фёкла в 1934 г. Реабилитированы УВД по \
    Омской обл. НЕБЫЛОВЫ: Фрол Титович, Тит 22. 05. 1994 г. (ГАОО. Ф. 1. Оп. 2. Д. 3| ИЦ УВД по Омской обл.)";

fn kinds(entry: &Entry) -> Vec<EventKind> {
    entry.events.iter().map(|(kind, _)| *kind).collect()
}

#[test]
fn a_household_is_cut_into_its_statements() {
    let entry = check(
        &Format::Omsk,
        HOUSEHOLD,
        &[
            (Surname, "НЕБЫЛОВ"),
            (Given, "Фрол"),
            (Patronymic, "Титович"),
            (NameVariants, "НЕБЫЛЕВ; Флор"),
            (Birth, "1880 (1882) г. р."),
            (
                Residence,
                "д. Ивушка Ивушкинского с/с Тарского р-на Омского окр. Западно-Сибирского края",
            ),
            (ExileDate, "1931 г."),
            (ExilePlace, "в Нарымский край"),
            (RehabilitationDate, "22. 05. 1994 г."),
            (ArchiveReference, "ГАОО. Ф. 1. Оп. 2. Д. 3| ИЦ УВД по Омской обл."),
            (
                Family,
                "жена Фёкла, 45 л., дочь (Выдумкина) Дарья, 1910 г. р., сын Тит\n\
                 Родился на спецпоселении внук Пров, 1933 г. р.\n\
                 Умерли на спецпоселении: Фрол Титович, Фёкла в 1934 г.\n\
                 НЕБЫЛОВЫ: Фрол Титович, Тит 22. 05. 1994 г.",
            ),
        ],
    );
    assert_eq!(entry.birth, "{1880,1882}");
    let expected =
        [EventKind::Exile, EventKind::Other, EventKind::Death, EventKind::Rehabilitation];
    assert_eq!(kinds(&entry), expected);
}

#[test]
fn heads_have_names_births_and_ages_in_many_forms() {
    for (start, surname, given, patronymic, birth, age, born) in [
        ("НЕБЫЛОВ Ф. Т., 56 л.", "НЕБЫЛОВ", "Ф.", "Т.", "", "56 л.", "1872-01-01/1877-12-31"),
        ("НЕБЫЛОВА Агафья.", "НЕБЫЛОВА", "Агафья", "", "", "", ""),
        ("НЕБЫЛОВ.", "НЕБЫЛОВ", "", "", "", "", ""),
        (
            "НЕБЫЛОВ Тит Саввич (II), 1901 г. р.",
            "НЕБЫЛОВ",
            "Тит",
            "Саввич",
            "1901 г. р.",
            "",
            "1901",
        ),
        ("НЕБЫЛОВ Тит Саввич 1901 г. р.", "НЕБЫЛОВ", "Тит", "Саввич", "1901 г. р.", "", "1901"),
        ("НЕБЫЛ-АГА Али, 34 г.", "НЕБЫЛ-АГА", "Али", "", "", "34 г.", "1894-01-01/1899-12-31"),
    ] {
        let line =
            format!("{start} Житель д. Ивушка Тарского р-на. Подлежал выселению. (ГАОО. Ф. 1)");
        let expected = [
            (Surname, surname),
            (Given, given),
            (Patronymic, patronymic),
            (Birth, birth),
            (Age, age),
            (Residence, "д. Ивушка Тарского р-на"),
        ];
        assert_eq!(check(&Format::Omsk, &line, &expected).birth, born, "{start}");
    }
}

#[test]
fn an_age_is_counted_from_the_dated_event() {
    let line = "НЕБЫЛОВ Тит Саввич, 30 л. Житель д. Ивушка. Выслан в 1930 г. (ГАОО. Ф. 1)";
    assert_eq!(check(&Format::Omsk, line, &[]).birth, "1899-01-01/1900-12-31");
}

#[test]
fn whose_death_and_whose_rehabilitation() {
    for (tail, expected, why) in [
        ("Умер на спецпоселении Тит Саввич в 1932 г.", "1932 г.", "the head by both names"),
        ("Умер на спецпоселении Тит в 1932 г.", "", "a son has the same given name"),
        ("Умер на спецпоселении Пров в 1932 г.", "", "another"),
        ("Умер в 1932 г.", "1932 г.", "nobody else is named"),
        ("Умерла в 1932 г.", "", "a woman"),
    ] {
        let line = format!(
            "НЕБЫЛОВ Тит Саввич. Житель д. Ивушка. Состав семьи: сын Тит. Выслан. {tail} (ГАОО. Ф. 1)"
        );
        let entry = check(&Format::Omsk, &line, &[(DeathDate, expected)]);
        assert_eq!(kinds(&entry).contains(&EventKind::Death), !expected.is_empty(), "{why}");
    }
    for (tail, is_heads) in [
        ("Реабилитированы УВД по Омской обл. 01. 02. 1999 г.", true),
        ("Реабилитированы УВД по Омской обл. 01. 02. 1999 г. за исключением Тита.", false),
        ("Реабилитирована УВД по Омской обл. НЕБЫЛОВА Дарья Титовна 01. 02. 1999 г.", false),
        ("Реабилитирован УВД по Омской обл. НЕБЫЛОВ Тит Саввич 01. 02. 1999 г.", true),
    ] {
        let line = format!("НЕБЫЛОВ Тит Саввич. Житель д. Ивушка. Выслан. {tail} (ГАОО. Ф. 1)");
        let entry = check(&Format::Omsk, &line, &[]);
        assert_eq!(kinds(&entry).contains(&EventKind::Rehabilitation), is_heads, "{tail}");
    }
}

#[test]
fn only_what_names_others_is_of_the_family() {
    for (tail, expected) in [
        ("Бежал со спецпоселения Тит Саввич.", ""),
        (
            "Бежали со спецпоселения: Тит Саввич, Дарья в 1932 г.",
            "Бежали со спецпоселения: Тит Саввич, Дарья в 1932 г.",
        ),
        ("Выслан вместе с сыном Провом в 1930 г.", "Выслан вместе с сыном Провом в 1930 г."),
        ("Выслан в 1930 г. на спецпоселение в пос. Ключи Тарского р-на Омского окр.", ""),
        ("Арестован органами ОГПУ в 1930 г.", ""),
        ("Умерла на спецпоселении Дарья.", "Умерла на спецпоселении Дарья"),
        ("В 1932 г. переселены в Кузбасс.", ""),
    ] {
        let line = format!("НЕБЫЛОВ Тит Саввич. Житель д. Ивушка. {tail} (ГАОО. Ф. 1)");
        check(&Format::Omsk, &line, &[(Family, expected)]);
    }
}

#[test]
fn lines_of_a_later_list_have_no_places() {
    check(
        &Format::Omsk,
        "НЕБЫЛОВ Тит Саввич и члены его семьи: жена Дарья, сын Пров реабилитированы 18. 06. 2013 г. УМВД России по Омской обл.",
        &[
            (Given, "Тит"),
            (Family, "жена Дарья, сын Пров"),
            (RehabilitationDate, "18. 06. 2013 г."),
        ],
    );
    check(
        &Format::Omsk,
        "НЕБЫЛОВ Тит. Спецпереселенец из Вятского окр. Уроженец Пермской губ. Проживал в а/с № 2. Выслан. (ГАОО. Ф. 1)",
        &[
            (SocialOrigin, "Спецпереселенец из Вятского окр."),
            (BirthPlace, "Пермской губ."),
            (Residence, "в а/с № 2"),
        ],
    );
}

#[test]
fn every_line_is_a_record_or_a_reject_where_it_stands() {
    let text = format!("{HOUSEHOLD}\r\n\r\nстрока без имени\r\n{HOUSEHOLD}");
    let bytes = WINDOWS_1251.encode(&text).0;
    let entries = read_file(&Format::Omsk, &bytes);
    let is_record: Vec<bool> = entries.iter().map(|entry| entry.fields.is_ok()).collect();
    assert_eq!(is_record, [true, false, true]);
    assert_eq!(entries[2].place.line, 4);
    assert_eq!(entries[2].verbatim, HOUSEHOLD);
    check_family(&entries);
}

#[test]
fn another_file_is_refused() {
    let refused = plan_file(&Format::Omsk, None, "имя;год\nРябов;1890".as_bytes(), true);
    assert!(matches!(refused, Err(ImportError::WrongFormat { .. })));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = HOUSEHOLD.as_bytes().to_vec();
        file.push(b'\n');
        file.extend(bytes);
        check_family(&read_file(&Format::Omsk, &file));
    }

    #[test]
    fn no_pieces_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..25)) {
        let line = format!("Житель\nНЕБЫЛОВ {}", pieces.concat());
        check_family(&read_file(&Format::Omsk, line.as_bytes()));
    }
}

const PIECES: &[&str] = &[
    " ",
    ". ",
    ", ",
    ": ",
    "(",
    ")",
    "Фрол",
    "Титович",
    "1880",
    " г. р.",
    "45 л.",
    "ё",
    "Житель ",
    "Состав семьи: ",
    "жена ",
    "Выслан ",
    "вместе с семьей ",
    "в 1931 г.",
    " на спецпоселение",
    " в Нарымский край",
    "Умерли ",
    "на спецпоселении",
    "Родился ",
    "Реабилитированы ",
    "УВД по Омской обл.",
    "за исключением ",
    "22. 05. 1994 г.",
    "Бежал",
    "семья выслана",
    "реабилитирован ",
    "и члены его семьи",
    "(ГАОО. Ф. 1)",
    "-",
    "на спецпоселение",
    "Арестован органами ",
    "ОГПУ",
];
