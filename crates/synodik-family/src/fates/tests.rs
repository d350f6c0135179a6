use super::*;
use crate::{KinReader, mentions_of_record};
use std::borrow::Cow;
use synodik_model::{EntryPlace, Record};

/// Fates as `number kind date reason: words`.
fn fates(text: &str, reader: KinReader) -> Vec<String> {
    let place =
        EntryPlace { file_number: 0, entry_number: 0, line: 1, byte_offset: 0, byte_length: 0 };
    let mut record = Record::empty(place, Cow::Borrowed(text));
    // What stands in braces is what the entry says of relatives.
    let relatives = text.split_once('{').and_then(|(_, rest)| rest.split_once('}'));
    if let Some((family, _)) = relatives {
        record.set(synodik_model::Field::Family, family);
        record.set(synodik_model::Field::Sex, "м");
    }
    let mentions = mentions_of_record(&record, reader);
    let words = |fate: Fate| {
        assert_eq!(&text[fate.span.clone()], fate.words);
        let date = fate.date.map_or("-".to_owned(), |date| date.to_edtf());
        let who = &mentions[fate.mention];
        let who = who.given.clone().or_else(|| who.relation_stated.clone()).unwrap_or_default();
        let who = if fate.mention == 0 { "subject".to_owned() } else { who };
        format!("{who} {} {date} {}: {}", fate.kind.name(), fate.reason.unwrap_or("-"), fate.words)
    };
    let mentions_of_text: Vec<&Mention> = mentions.iter().collect();
    let found = fates_of_mentions(text, &mentions_of_text, relatives.map(|(part, _)| part));
    found.into_iter().map(words).collect()
}

#[test]
fn a_clause_about_relatives_is_of_whom_it_starts_with() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(fates(text, KinReader::Statements), expected, "{text}");
    };
    check(
        "Гремячкин Пров Лукич, 1899 г. р. {жена Устинья Саввична, содержалась в Темлаге, расстреляна в 1941 г.; мать Дарья, сослана в Омск}",
        &[
            "Устинья imprisonment - -: содержалась в Темлаге",
            "Устинья execution 1941 -: расстреляна в 1941",
            "Дарья exile - -: сослана в Омск",
        ],
    );
    check(
        "Гремячкин Пров Лукич, 1899 г. р. {братья Демид и Савва, расстреляны; ещё две сестры, отправлены в лагеря}",
        &["Демид execution - -: расстреляны", "Савва execution - -: расстреляны"],
    );
    check(
        "Гремячкин Пров Лукич, 1899 г. р. {сестра София, умерла или убита; дочь Анна, отправлена в лагерь}\t1946-06-03",
        &["София death - -: умерла или убита", "Анна imprisonment - -: отправлена в лагерь"],
    );
    check(
        "Гремячкин Пров Лукич, 1899 г. р. {жена Ольга Гремячкина, сестра Небывальского, расстреляна в 1941 г.}",
        &["Ольга execution 1941 -: расстреляна в 1941"],
    );
    // Not of relatives alone, of another sex, and said of one of two.
    check("Гремячкин Пров Лукич; отец Лука, расстрелян в 1938 г.", &[]);
    check("Гремячкин Пров Лукич, 1899 г. р. {жена Устинья, расстрелян в 1938 г.}", &[]);
    check("Гремячкин Пров Лукич {сын Демид и брат Савва, расстрелян}", &[]);
}

#[test]
fn relatives_have_what_stands_beside_them() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(fates(text, KinReader::Statements), expected, "{text}");
    };
    check(
        "Гремячкин Пров Лукич, 1899 г. р. Брат Демид расстрелян 8 декабря 1937 г. в Омске",
        &["Демид execution 1937-12-08 -: расстрелян 8 декабря 1937"],
    );
    check(
        "Гремячкин Пров Лукич. Отец арестован в 1937 г.",
        &["Отец arrest 1937 -: арестован в 1937"],
    );
    check("Гремячкин Пров Лукич. Дочь Светлана (1922) выслана", &["Светлана exile - -: выслана"]);
    // Words of the one the entry is about, of another sex, or of somebody beside.
    check("Гремячкина Устинья, 1899 г. р. Сын попа, арестован в 1937 г.", &[]);
    check("Гремячкина Устинья. Муж Демид, арестована в 1938 г.", &[]);
    check("Гремячкина Устинья. Жена арестованного в 1937 г.", &[]);
}

#[test]
fn who_was_spared_is_told_with_the_reason() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(fates(text, KinReader::Household), expected, "{text}");
    };
    let list = "Гремячкин Пров Лукич, 50 л. Житель д. Лог. Состав семьи: жена Устинья, 48 л., дочь Татьяна, 19 л., сын Демид, 7 л. ";
    let with = |tail: &str| format!("{list}{tail}");
    check(
        &with("Раскулачен. Не выслан по старости."),
        &["subject spared - age: Не выслан по старости"],
    );
    check(
        &with("Высланы в 1930 г. Дочь Татьяна освобождена в 1941 г. в связи с замужеством."),
        &["Татьяна spared 1941 marriage: освобождена в 1941 г. в связи с замужеством"],
    );
    check(
        &with("Выслан вместе с семьей в 1931 г. Жена оставлена по старости."),
        &["Устинья spared - age: оставлена по старости"],
    );
    check(&with("Выслан в 1930 г., возвращен на прежнее место жительства."), &[]);
    check(&with("Родители возвращены по старости."), &[]);
}

#[test]
fn a_decision_of_an_estonian_entry_is_of_its_subject() {
    let text = "===Tamm, Juhan, Mihkel=== 1870, eluk. Tartu. Otsus 14.02.46 jätta välja saatmata, kuna poeg Rein on Puna- armees.";
    let found = fates(text, KinReader::EstonianEntry);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("spared 1946-02-14 kin_in_army"), "{found:?}");
}

#[test]
fn every_reason_and_form_of_the_file_is_read() {
    assert!(RULES.reasons.iter().any(|(id, _)| id == "kin_in_army"));
    let file: FatesFile = toml::from_str(FATES_TOML).expect("it is read");
    for entry in &file.event {
        assert_eq!(entry.male.len(), entry.female.len(), "{}", entry.kind);
    }
}
