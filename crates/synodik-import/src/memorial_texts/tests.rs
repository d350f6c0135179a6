//! Invented texts in the form of the table.

use crate::read_for_tests::{Entry, check, check_family, read_file};
use crate::{Format, ImportError, plan_file};
use proptest::prelude::{any, prop, proptest};
use synodik_model::Field::{
    self, ArrestBody, ArrestDate, Article, Birth, BirthPlace, BurialPlace, Education, EntryId,
    ExecutionDate, Family, NameVariants, Nationality, Note, Occupation, Party, RehabilitationBody,
    RehabilitationDate, Residence, Sentence, SentenceBody, SentenceDate,
};

const HEADER: &str = "n\tkin_words\ttext\n";

fn check_text(text: &str, expected: &[(Field, &str)]) -> Entry {
    check(&Format::MemorialTexts, &format!("{HEADER}7\t\t{text}\n"), expected)
}

#[test]
fn the_template_is_read() {
    let entry = check_text(
        "Родился в 1891 г., Вятская губ., д. Ивушка; русский;  образование низшее; б/п; ⏎ сапожник. ⏎ \
         Проживал: г. Вятка. ⏎ Арестован  25 мая 1937 г. РО НКВД ⏎ Приговорен: тройка при УНКВД 4 июня 1937 г., \
         обв.: по ст. 58-10. ⏎ Приговор: ВМН ⏎ Расстрелян 9 июня 1937 г. ⏎ Место захоронения - г. Вятка. ⏎ \
         Реабилитирован в марте 1957 г. прокуратурой ⏎ (варианты фамилии: Небылов)",
        &[
            (EntryId, "7"),
            (Birth, "1891 г."),
            (BirthPlace, "Вятская губ., д. Ивушка"),
            (Nationality, "русский"),
            (Education, "низшее"),
            (Party, "б/п"),
            (Occupation, "сапожник"),
            (Residence, "г. Вятка"),
            (ArrestDate, "25 мая 1937 г."),
            (ArrestBody, "РО НКВД"),
            (SentenceBody, "тройка при УНКВД"),
            (SentenceDate, "4 июня 1937 г."),
            (Article, "по ст. 58-10"),
            (Sentence, "ВМН"),
            (ExecutionDate, "9 июня 1937 г."),
            (BurialPlace, "г. Вятка"),
            (RehabilitationDate, "марте 1957 г."),
            (RehabilitationBody, "прокуратурой"),
            (NameVariants, "фамилии: Небылов"),
            (Family, ""),
        ],
    );
    assert_eq!(entry.birth, "1891");
    assert_eq!(entry.events.len(), 5);
}

#[test]
fn empty_slots_stay_empty() {
    check_text(
        "Родилась в 1889 г. ⏎ Приговорена: , обв.: кулаки.",
        &[(BirthPlace, ""), (SentenceBody, ""), (SentenceDate, ""), (Article, "кулаки")],
    );
    check_text(
        "1881 г.р., урож. д. Ивушка, русский.",
        &[(Birth, "1881"), (Note, "урож. д. Ивушка, русский")],
    );
}

#[test]
fn stretches_that_name_relatives_are_of_the_family() {
    for (text, family) in [
        ("домохозяйка, жена секретаря Небылова Т.С.", "жена секретаря Небылова Т.С"),
        ("на иждивении сестры Небыловой Дарьи.", "иждивении сестры Небыловой Дарьи"),
        ("медсестра.", ""),
        ("Приговорена: ОСО, обв.: член семьи изменника Родины.", ""),
        ("Приговорена: ОСО, обв.: ЧСИР: сын Небылова И.", "сын Небылова И"),
    ] {
        check_text(text, &[(Family, family)]);
    }
}

#[test]
fn other_files_and_rows_are_refused() {
    let refused = plan_file(&Format::MemorialTexts, None, b"id\ttext\n", true);
    assert!(matches!(refused, Err(ImportError::WrongFormat { .. })));
    let entries = read_file(&Format::MemorialTexts, format!("{HEADER}1\tтекст\n").as_bytes());
    assert_eq!(
        entries[0].fields.as_ref().err().map(String::as_str),
        Some("2 cells where the header has 3")
    );
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = HEADER.as_bytes().to_vec();
        file.extend(bytes);
        read_file(&Format::MemorialTexts, &file);
    }

    #[test]
    fn no_pieces_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..25)) {
        let file = format!("{HEADER}1\t\t{}", pieces.concat());
        check_family(&read_file(&Format::MemorialTexts, file.as_bytes()));
    }
}

const PIECES: &[&str] = &[
    "⏎",
    " ",
    ", ",
    ". ",
    "; ",
    "Родился ",
    "в ",
    "1891 г.",
    "25 мая 1937 г.",
    "Проживал: ",
    "Арестован ",
    "Приговорен: ",
    "обв.: ",
    "Приговор: ",
    "Расстрелян ",
    "Место захоронения - ",
    "Реабилитирован ",
    "(варианты ",
    "жена ",
    "Небылова",
    "образование ",
    "ё",
    "Умер ",
    "1881 г.р.",
];
