//! Invented families in the form of both versions.

use crate::read_for_tests::{Entry, check_family, read_file};
use crate::{Format, ImportError, count_other_entries, plan_file, split_chunks};
use proptest::prelude::{any, prop, proptest};
use synodik_model::EventKind;
use synodik_model::Field::{
    Age, Birth, BirthPlace, DeathDate, EntryId, Family, Given, Name, NameVariants, Nationality,
    Occupation, Patronymic, Private, Residence, Sex, StatedSource, Surname,
};

const TREE: &str = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n\
    0 @I1@ INDI\n1 NAME Фрол Титович /Небылов/\n2 NICK Фролка\n1 NAME Фрол /Небылев/\n1 SEX M\n\
    1 BIRT\n2 DATE ABT 1880\n2 PLAC д. Ивушка\n1 OCCU кузнец\n1 NATI русский\n1 RESI\n2 PLAC с. Лог\n\
    1 EVEN\n2 TYPE Арест\n2 DATE 14 FEB 1930\n2 AGNC ОГПУ\n2 SOUR @S1@\n3 PAGE с. 12\n\
    1 DEAT\n2 DATE 3 MAR 1938\n2 CAUS расстрелян\n1 FAMS @F1@\n1 FAMS @F9@\n\
    1 NOTE Сын Тит живёт в городе\n2 CONC е Заречье.\n1 PHON 555\n1 SOUR @S1@\n\
    0 @I2@ INDI\n1 NAME Фёкла //\n1 SEX F\n1 FAMS @F1@\n\
    0 @I3@ INDI\n1 NAME Тит /Небылов/\n1 SEX M\n1 FAMC @F1@\n2 PEDI adopted\n1 ASSO @I2@\n2 RELA крёстная\n\
    0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 CHIL @I3@\n1 MARR\n2 DATE 1901\n2 PLAC с. Лог\n\
    0 @S1@ SOUR\n1 TITL Книга памяти\n2 CONC  области\n\
    0 TRLR\n";

fn read(text: &str) -> Vec<Entry> {
    let entries = read_file(&Format::Gedcom, text.as_bytes());
    for entry in &entries {
        assert!(!entry.verbatim.ends_with(['\n', '\r']));
    }
    entries
}

/// Reads one individual between a header and a trailer.
fn individual(lines: &str) -> Entry {
    let mut entries = read(&format!("0 HEAD\n0 @I1@ INDI\n{lines}\n0 TRLR\n"));
    assert_eq!(entries.len(), 1);
    entries.remove(0)
}

fn others(text: &str) -> String {
    let plan = plan_file(&Format::Gedcom, None, text.as_bytes(), true).expect("GEDCOM");
    let mut told = Vec::new();
    for chunk in split_chunks(text.as_bytes(), 1, &plan, 64) {
        let chunk = chunk.expect("reading from memory does not fail");
        for (tag, count) in count_other_entries(&Format::Gedcom, &plan, &chunk) {
            told.push(format!("{tag} {count}"));
        }
    }
    told.join(", ")
}

#[test]
fn an_individual_has_fields_events_and_its_lines() {
    let entries = read(TREE);
    assert_eq!(entries.len(), 3);
    assert_eq!(others(TREE), "FAM 1, HEAD 1, SOUR 1, TRLR 1");
    let frol = &entries[0];
    for (field, expected) in [
        (EntryId, "@I1@"),
        (Surname, "Небылов"),
        (Given, "Фрол"),
        (Patronymic, "Титович"),
        (NameVariants, "Фролка; Фрол Небылев"),
        (Sex, "M"),
        (Birth, "ABT 1880"),
        (BirthPlace, "д. Ивушка"),
        (Occupation, "кузнец"),
        (Nationality, "русский"),
        (Residence, "с. Лог"),
        (StatedSource, "Книга памяти области"),
        (Private, "1 NOTE Сын Тит живёт в городе\n2 CONC е Заречье.\n1 PHON 555"),
        (Name, ""),
    ] {
        assert_eq!(frol.get(field), expected, "{}", field.name());
    }
    assert_eq!(frol.birth, "1880~");
    let arrest = (EventKind::Arrest, "1930-02-14".to_owned());
    let execution = (EventKind::Execution, "1938-03-03".to_owned());
    assert_eq!(frol.events, [arrest, execution]);
    assert!(frol.verbatim.starts_with("0 @I1@ INDI\n") && frol.verbatim.ends_with("1 SOUR @S1@"));
}

#[test]
fn relatives_are_quoted_with_the_entry_they_stand_in() {
    let entries = read(TREE);
    assert_eq!(
        entries[2].get(Family),
        "1 FAMC @F1@\n2 PEDI adopted\n1 ASSO @I2@\n2 RELA крёстная\n\
         @F1@ 1 HUSB @I1@\n@I1@ 1 NAME Фрол Титович /Небылов/\n@I1@ 1 SEX M\n\
         @F1@ 1 WIFE @I2@\n@I2@ 1 NAME Фёкла //\n@I2@ 1 SEX F\n@F1@ 1 CHIL @I3@\n\
         @F1@ 1 MARR\n@F1@ 2 DATE 1901\n@F1@ 2 PLAC с. Лог"
    );
    assert!(entries[0].get(Family).contains("@I3@ 2 PEDI adopted"), "the kind of child");
    assert!(entries[1].get(Given) == "Фёкла" && entries[1].get(Surname).is_empty());
    // What is quoted from other entries stands behind their ids, all else in the entry itself.
    for entry in &entries {
        for line in entry.get(Family).lines().filter(|line| !line.starts_with('@')) {
            assert!(entry.verbatim.contains(line), "{line}");
        }
    }
}

#[test]
fn names_are_found_in_both_orders() {
    for (lines, expected, why) in [
        ("1 NAME Фрол Титович /Небылов/", ["Небылов", "Фрол", "Титович"], "as the standard has it"),
        ("1 NAME /Небылов/ Фрол Титович", ["Небылов", "Фрол", "Титович"], "as usual in the east"),
        ("1 NAME John Quincy /Nobody/", ["Nobody", "John Quincy", ""], "two given names"),
        ("1 NAME John\n2 GIVN John\n2 SURN Nobody", ["Nobody", "John", ""], "in parts"),
        (
            "1 NAME Dr. John /Nobody/ jr.\n2 GIVN John",
            ["Nobody", "John", ""],
            "the parts are surer",
        ),
        (
            "1 NAME Фрол /Небылов/\n2 _PATR Титович",
            ["Небылов", "Фрол", "Титович"],
            "a program's tag",
        ),
        ("1 NAME Фрол", ["", "Фрол", ""], "no surname"),
        ("1 NAME /Небылов", ["Небылов", "", ""], "a slash left open"),
    ] {
        let entry = individual(lines);
        assert_eq!([Surname, Given, Patronymic].map(|field| entry.get(field)), expected, "{why}");
    }
}

#[test]
fn only_what_is_told_is_an_event() {
    for (lines, expected, why) in [
        ("1 DEAT", "", "no word that it happened"),
        ("1 DEAT Y", "death ", "said to have happened"),
        ("1 DEAT\n2 DATE 1938", "death 1938", "dated"),
        ("1 DEAT\n2 DATE 1938\n2 CAUS shot", "execution 1938", "by its cause"),
        ("1 NO DEAT", "", "said not to have happened"),
        ("1 EVEN Выслан в Нарым\n2 TYPE событие\n2 DATE 1931", "exile 1931", "by its words"),
        (
            "1 EVEN\n2 TYPE rehabilitation\n2 DATE 2 FEB 1989",
            "rehabilitation 1989-02-02",
            "by name",
        ),
        ("1 EVEN\n2 TYPE sentence\n2 CAUS to camp", "sentence ", "the name of a kind comes first"),
        ("1 EVEN\n2 TYPE выпускной\n2 DATE 1920", "other 1920", "another event"),
        ("1 BURI\n2 PLAC Бутово", "burial ", "a place is enough"),
        ("1 CENS\n2 TYPE", "", "nothing is said"),
        ("1 DEAT\n2 RESN confidential\n2 DATE 1938", "", "asked to be shown to nobody"),
    ] {
        let events = individual(lines).events;
        let told: Vec<String> =
            events.iter().map(|(kind, days)| format!("{} {days}", kind.name())).collect();
        assert_eq!(told.join(", "), expected, "{why}");
    }
}

#[test]
fn births_conflict_and_ages_count() {
    let entry = individual("1 BIRT\n2 DATE 1880\n1 BIRT\n2 DATE 1882");
    assert_eq!((entry.get(Birth), entry.birth.as_str()), ("1880; 1882", "{1880,1882}"));
    let entry = individual("1 DEAT\n2 DATE 3 MAR 1938\n2 AGE 57y");
    assert_eq!((entry.get(Age), entry.birth.as_str()), ("57y", "1880-01-01/1881-12-31"));
    let entry = individual("1 DEAT\n2 DATE\n3 PHRASE осенью");
    assert_eq!((entry.get(DeathDate), entry.events[0].1.as_str()), ("осенью", ""));
}

#[test]
fn a_confidential_individual_has_nothing_that_could_show_it() {
    let entry = individual(
        "1 RESN CONFIDENTIAL\n1 NAME Фрол /Небылов/\n1 BIRT\n2 DATE 1880\n1 DEAT\n2 DATE 1938\n1 OCCU кузнец",
    );
    assert_eq!((entry.birth.as_str(), entry.events.len(), entry.get(Occupation)), ("", 0, ""));
    assert!(entry.get(Private).contains("2 DATE 1880"));
}

#[test]
fn damaged_entries_are_rejects_and_the_rest_is_read() {
    let long = "x".repeat(600 << 10);
    for (entry, expected, why) in [
        ("0 @I1@ INDI\n1 BIRT\n3 DATE 1880\n", "level 3 below level 1", "a level is missing"),
        ("0 @I1@ INDI\n1 NAME a\0b\n", "NUL", "a NUL"),
        (&format!("0 @I1@ INDI\n1 NOTE {long}\n"), "bytes", "a line without end"),
        ("0 @I1@\n", "expected a line", "no tag"),
        ("0 @F1@ FAM\n2 HUSB @I9@\n", "level 2 below level 0", "a family"),
        ("0 @I1@ INDI\n255 NAME x\n256 NAME\n", "", "no level at all: text of the line before"),
    ] {
        let text = format!("0 HEAD\n{entry}0 @I9@ INDI\n1 NAME Тит\n0 TRLR\n");
        let entries = read(&text);
        let rejects: Vec<&String> =
            entries.iter().filter_map(|entry| entry.fields.as_ref().err()).collect();
        match expected {
            "" => assert!(rejects.is_empty(), "{why}"),
            _ => assert!(rejects.len() == 1 && rejects[0].contains(expected), "{why}: {rejects:?}"),
        }
        let last = entries.last().expect("an entry");
        assert_eq!((last.get(EntryId), last.get(Given)), ("@I9@", "Тит"), "{why}");
    }
    let entries =
        read("0 HEAD\n1 NOTE x\n0 @I1@ INDI\n1 CONC a\n1 CONC b\n2 CONC c\n0 INDI\n0 TRLR");
    assert_eq!(entries.len(), 2, "continuations of nothing, and an individual without an id");
}

#[test]
fn line_ends_of_all_machines_and_wide_letters() {
    let unix = read(TREE);
    for text in [TREE.replace('\n', "\r\n"), TREE.replace('\n', "\r")] {
        let entries = read(&text);
        assert_eq!(entries.len(), unix.len());
        for (entry, of_unix) in entries.iter().zip(&unix) {
            assert_eq!(entry.get(Family), of_unix.get(Family));
            assert_eq!(entry.place.line, of_unix.place.line);
        }
    }
    let wide: Vec<u8> = TREE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entries = read_file(&Format::Gedcom, &wide);
    assert_eq!(entries.len(), 3);
    assert_eq!(entries[1].get(Given), "Фёкла");
    assert_eq!(entries[1].place.line, unix[1].place.line);
}

#[test]
fn other_files_are_refused() {
    for (bytes, expected) in [
        (&b"PK\x03\x04rest"[..], "GEDZIP"),
        (b"name;born\nX;1890\n", "0 HEAD"),
        (b"0 @I1@ INDI\n", "0 HEAD"),
        (b"\xef\xbb\xbf", "0 HEAD"),
    ] {
        match plan_file(&Format::Gedcom, None, bytes, true) {
            Err(error @ ImportError::WrongFormat { .. }) => {
                assert!(error.to_string().contains(expected), "{error}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn large_and_tangled_families_stay_bounded() {
    let mut text = String::from("0 HEAD\n");
    for child in 0..400 {
        text.push_str(&format!("0 @I{child}@ INDI\n1 FAMC @F1@\n1 FAMC @I{child}@\n1 FAMS @F1@\n"));
    }
    text.push_str("0 @F1@ FAM\n1 HUSB @F1@\n1 WIFE @I0@\n");
    for child in 0..400 {
        text.push_str(&format!("1 CHIL @I{child}@\n"));
    }
    text.push_str("0 TRLR\n");
    let entries = read(&text);
    assert_eq!(entries.len(), 400);
    let most = entries.iter().map(|entry| entry.get(Family).lines().count()).max();
    assert!(most.is_some_and(|most| most < 120), "{most:?}");
    let last = entries.last().expect("an entry");
    assert!(last.get(Family).contains("@F1@ 1 CHIL @I399@"), "what it is itself is never left out");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = TREE.as_bytes().to_vec();
        file.extend(bytes);
        read_file(&Format::Gedcom, &file);
    }

    #[test]
    fn no_pieces_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = format!("0 HEAD\n{}", pieces.concat());
        let entries = read_file(&Format::Gedcom, text.as_bytes());
        let own: Vec<Entry> = entries
            .into_iter()
            .map(|mut entry| {
                if let Ok(fields) = &mut entry.fields {
                    for (_, value) in fields.iter_mut() {
                        let lines = value.lines().filter(|line| !line.starts_with('@'));
                        *value = lines.collect::<Vec<_>>().join("\n");
                    }
                }
                entry
            })
            .collect();
        check_family(&own);
    }
}

const PIECES: &[&str] = &[
    "0 @I1@ INDI\n",
    "0 @I2@ INDI\r\n",
    "0 @F1@ FAM\n",
    "0 INDI\r",
    "1 NAME Фрол /Небылов/\n",
    "1 BIRT\n",
    "2 DATE ABT 1880\n",
    "2 DATE @#DHEBREW@ 30 ADS 5698\n",
    "2 DATE FRENCH_R 6 COMP 3\n",
    "1 FAMC @F1@\n",
    "1 FAMS @F1@\n",
    "2 PEDI adopted\n",
    "1 HUSB @I1@\n",
    "1 CHIL @I2@\n",
    "1 ADOP\n",
    "2 FAMC @F1@\n",
    "3 ADOP HUSB\n",
    "1 ASSO @I2@\n",
    "2 ROLE FATH\n",
    "1 NOTE x\n",
    "2 CONC @\n",
    "2 CONT\n",
    "3 CONC y\n",
    "5 X\n",
    " 1  SEX\tM\n",
    "\n",
    "\0",
    "@",
    "text\n",
    "0 TRLR\n",
];
