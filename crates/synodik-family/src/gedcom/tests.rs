use super::*;
use crate::{KinReader, mentions_of_record};
use std::borrow::Cow;
use synodik_model::EntryPlace;

fn relatives(verbatim: &str, family: &str) -> Vec<(String, String, String)> {
    let place =
        EntryPlace { file_number: 1, entry_number: 1, line: 1, byte_offset: 0, byte_length: 0 };
    let mut record = Record::empty(place, Cow::Borrowed(verbatim));
    record.set(Field::EntryId, "@I5@");
    record.set(Field::Surname, "Небылов");
    record.set(Field::Given, "Пров");
    record.set(Field::Sex, "M");
    record.set(Field::Family, family.trim().to_owned());
    let mentions = mentions_of_record(&record, KinReader::Gedcom);
    assert_eq!(mentions[0].role, MentionRole::Subject);
    for mention in &mentions[1..] {
        assert_eq!(&verbatim[mention.span.clone()], mention.words);
    }
    let told = mentions[1..].iter().map(|mention| {
        let term = mention.kinship.as_ref().and_then(|kinship| kinship.term);
        (
            mention.pointer.clone().unwrap_or_default(),
            term.unwrap_or_default().to_owned(),
            mention.words.clone(),
        )
    });
    told.collect()
}

fn check(family: &str, expected: &[(&str, &str)], why: &str) {
    let found = relatives("0 @I5@ INDI\n1 FAMC @F1@\n1 FAMS @F2@\n1 ASSO @I9@", family);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(pointer, term, _)| (pointer.as_str(), term.as_str())).collect();
    assert_eq!(found, expected, "{why}");
}

#[test]
fn a_family_says_who_is_whose() {
    check(
        "1 FAMC @F1@\n@F1@ 1 HUSB @I1@\n@I1@ 1 SEX M\n@F1@ 1 WIFE @I2@\n@F1@ 1 CHIL @I5@\n@F1@ 1 CHIL @I6@\n@I6@ 1 SEX F",
        &[("@I1@", "father"), ("@I2@", "mother"), ("@I6@", "sister")],
        "a child",
    );
    check(
        "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I7@\n@F2@ 1 CHIL @I8@\n@I8@ 1 SEX M\n@F2@ 1 MARR",
        &[("@I7@", "wife"), ("@I8@", "son")],
        "a husband",
    );
    check(
        "1 FAMC @F1@\n@F1@ 1 HUSB @I1@",
        &[("@I1@", "father")],
        "a family that does not name the child",
    );
    check("@F3@ 1 HUSB @I1@\n@F3@ 1 CHIL @I5@", &[("@I1@", "father")], "a child without FAMC");
    check(
        "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 CHIL @VOID@",
        &[("", "child")],
        "somebody without an entry",
    );
    check("1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I5@", &[], "nobody is their own wife");
    check(
        "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I7@\n@I7@ 1 SEX M",
        &[("@I7@", "husband")],
        "the entry says the sex",
    );
}

#[test]
fn marriages_end_and_are_made_again() {
    let family = "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I7@\n@F2@ 1 MARR\n@F2@ 1 DIV";
    check(family, &[("@I7@", "former_wife")], "divorced");
    let again = format!("{family}\n@F2@ 1 MARR");
    check(&again, &[("@I7@", "wife")], "married again");
}

#[test]
fn children_by_adoption_and_upbringing() {
    let parents = "@F1@ 1 HUSB @I1@\n@F1@ 1 WIFE @I2@\n@F1@ 1 CHIL @I5@";
    for (own, expected) in [
        ("1 FAMC @F1@\n2 PEDI ADOPTED", ["adoptive_father", "adoptive_mother"]),
        ("1 FAMC @F1@\n2 PEDI foster", ["foster_father", "foster_mother"]),
        ("1 FAMC @F1@\n2 PEDI birth", ["father", "mother"]),
        ("1 ADOP\n2 FAMC @F1@\n3 ADOP BOTH", ["adoptive_father", "adoptive_mother"]),
        ("1 ADOP\n2 FAMC @F1@\n3 ADOP HUSB", ["adoptive_father", "mother"]),
    ] {
        let expected = [("@I1@", expected[0]), ("@I2@", expected[1])];
        check(&format!("{own}\n{parents}"), &expected, own);
    }
    check(
        "1 FAMC @F1@\n@F1@ 1 HUSB @I1@\n@F1@ 1 WIFE @I2@\n@F1@ 1 CHIL @I5@\n@F1@ 2 _FREL Step\n@F1@ 2 _MREL Natural",
        &[("@I1@", "step_father"), ("@I2@", "mother")],
        "the words of programs",
    );
    check(
        "1 FAMC @F1@\n@F1@ 1 CHIL @I5@\n@F1@ 1 CHIL @I6@\n@I6@ 1 SEX F\n@I6@ 2 PEDI ADOPTED",
        &[("@I6@", "foster_sister")],
        "whom the parents adopted",
    );
    check(
        "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 CHIL @I8@\n@I8@ 1 SEX F\n@I8@ 2 PEDI ADOPTED",
        &[("@I8@", "adopted_daughter")],
        "from the side of the parent",
    );
}

#[test]
fn associates_are_kin_if_the_role_says_so() {
    check("1 ASSO @I9@\n2 ROLE GODP", &[("@I9@", "")], "a godparent");
    check("1 ASSO @I9@\n2 RELA Брат", &[("@I9@", "brother")], "a word of kinship");
    check("1 ASSO @I9@\n2 RELA probably brother (p=0.71)", &[("@I9@", "")], "a doubt");
}

#[test]
fn names_and_spans_are_read() {
    let found = relatives(
        "0 @I5@ INDI\r1 FAMC @F1@\r1 SEX M",
        "1 FAMC @F1@\n@F1@ 1 HUSB @I1@\n@I1@ 1 NAME Фома Лукич /НЕБЫЛОВ/\n@F1@ 1 CHIL @I5@",
    );
    assert_eq!(found, [("@I1@".to_owned(), "father".to_owned(), "1 FAMC @F1@".to_owned())]);
    let mut mention = Mention::empty(MentionRole::Member, "", 0..0);
    set_gedcom_name(&mut mention, "/НЕБЫЛОВ/ Фома Лукич");
    let parts = [&mention.surname_stated, &mention.given, &mention.patronymic];
    assert_eq!(parts.map(|part| part.as_deref()), [Some("НЕБЫЛОВ"), Some("Фома"), Some("Лукич")]);
}

#[test]
fn every_term_of_the_table_exists() {
    for ((kind, word), term) in TERMS.iter().filter(|(_, term)| **term != "-") {
        match *kind {
            "role" => assert!(kinship_of_term(term).is_some(), "{word}"),
            _ => assert!(KinLink::from_name(term).is_some(), "{word}"),
        }
    }
}
