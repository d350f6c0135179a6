//! Behaviour of comparing words and names, as case tables and properties.

use super::{Agreement, NameEvidence, PreparedName, PreparedWord, compare_names, compare_words};
use crate::part::NamePart;

const WORDS: &str = include_str!("../../tests/cases/word_pairs.tsv");
const NAMES: &str = include_str!("../../tests/cases/name_pairs.tsv");
const HARD_NAMES: &str = include_str!("../../tests/cases/name_pairs_hard.tsv");
const WORLD_NAMES: &str = include_str!("../../tests/cases/name_pairs_world.tsv");

/// F1 on the labelled pairs must not fall below.
const MIN_F1: f64 = 0.95;

fn part_of(cell: &str) -> NamePart {
    match cell {
        "given" => NamePart::Given,
        "patronymic" => NamePart::Patronymic,
        _ => NamePart::Surname,
    }
}

fn compare(a: &str, b: &str) -> NameEvidence {
    compare_names(&PreparedName::of_text(a), &PreparedName::of_text(b))
}

#[test]
fn words_agree_as_the_table_says() {
    for (line, case) in WORDS.lines().enumerate().skip(1) {
        let cells: Vec<&str> = case.split('\t').collect();
        let part = part_of(cells[0]);
        let [a, b] = [cells[1], cells[2]].map(|word| PreparedWord::of_part(part, word));
        let agreement = compare_words(part, &a, &b);
        assert_eq!(agreement.key(), cells[3], "line {}: {} {}", line + 1, cells[1], cells[2]);
    }
}

fn f1_of(pairs: &str) -> f64 {
    let (mut n_right, mut n_found, mut n_same) = (0.0, 0.0, 0.0);
    for case in pairs.lines().skip(1) {
        let cells: Vec<&str> = case.split('\t').collect();
        let is_found = compare(cells[0], cells[1]).p_same >= 0.5;
        let is_same = cells[2] == "1";
        n_found += f64::from(u8::from(is_found));
        n_same += f64::from(u8::from(is_same));
        n_right += f64::from(u8::from(is_found && is_same));
    }
    2.0 * n_right / (n_found + n_same)
}

#[test]
fn labelled_names_are_told_apart() {
    for pairs in [NAMES, HARD_NAMES, WORLD_NAMES] {
        let f1 = f1_of(pairs);
        assert!(f1 >= MIN_F1, "F1 is {f1}");
    }
}

#[test]
fn another_whole_name_counts() {
    let raw = "Волин Пётр Лукич (он же Лисин Павел Фомич)";
    assert!(compare(raw, "Лисин Павел Фомич").p_same > 0.9);
    assert!(compare(raw, "Волин Пётр Лукич").p_same > 0.9);
    assert!(compare(raw, "Лисин Пётр Фомич").p_same < 0.5);
}

#[test]
fn evidence_names_the_parts() {
    let evidence = compare("Волин (Вольский) Пётр Лукич", "Вольский П.");
    let agreements: Vec<Agreement> = evidence.parts.iter().map(|part| part.agreement).collect();
    assert_eq!(agreements, [Agreement::Same, Agreement::Initial, Agreement::Missing]);
    assert!(evidence.parts[0].is_alternative);
}

proptest::proptest! {
    #[test]
    fn comparing_is_symmetric(a in "\\PC{0,40}", b in "\\PC{0,40}") {
        let (there, back) = (compare(&a, &b), compare(&b, &a));
        assert!((there.bits - back.bits).abs() < 1e-3);
        assert!((there.p_same - back.p_same).abs() < 1e-6);
        for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
            let [a, b] = [&a, &b].map(|word| PreparedWord::of_part(part, word));
            assert_eq!(compare_words(part, &a, &b), compare_words(part, &b, &a));
        }
    }

    #[test]
    fn names_of_real_letters_are_symmetric(a in "[А-Яа-яё]{2,9} [A-Z][a-z]{1,8}( [ИПС]\\.)?",
                                           b in "[А-Я][а-я]{2,9} [А-Яа-я]{2,8}(ович|овна)?") {
        let (there, back) = (compare(&a, &b), compare(&b, &a));
        assert!((there.bits - back.bits).abs() < 1e-3, "{} {}", a, b);
    }
}
