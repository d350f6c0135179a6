//! Behaviour of comparing words and names, as case tables and properties.

use super::{Agreement, PreparedName, PreparedWord, compare_names, compare_words};
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

fn p_same(a: &str, b: &str) -> f64 {
    compare_names(&PreparedName::of_text(a), &PreparedName::of_text(b)).p_same
}

/// Compares two names in both orders, which must say the same.
fn check_symmetric(a: &str, b: &str) {
    let [prepared_a, prepared_b] = [a, b].map(PreparedName::of_text);
    let there = compare_names(&prepared_a, &prepared_b);
    let back = compare_names(&prepared_b, &prepared_a);
    assert!((there.bits - back.bits).abs() < 1e-3, "{a} {b} {there:?} {back:?}");
    assert!((there.p_same - back.p_same).abs() < 1e-6, "{a} {b} {there:?} {back:?}");
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
        let is_found = p_same(cells[0], cells[1]) >= 0.5;
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
    assert!(p_same(raw, "Лисин Павел Фомич") > 0.9);
    assert!(p_same(raw, "Волин Пётр Лукич") > 0.9);
    assert!(p_same(raw, "Лисин Пётр Фомич") < 0.5);
}

#[test]
fn evidence_names_the_parts() {
    let [a, b] = ["Волин (Вольский) Пётр Лукич", "Вольский П."].map(PreparedName::of_text);
    let evidence = compare_names(&a, &b);
    let agreements: Vec<Agreement> = evidence.parts.iter().map(|part| part.agreement).collect();
    assert_eq!(agreements, [Agreement::Same, Agreement::Initial, Agreement::Missing]);
    assert!(evidence.parts[0].is_alternative);
}

proptest::proptest! {
    #[test]
    fn comparing_is_symmetric(a in "\\PC{0,40}", b in "\\PC{0,40}") {
        check_symmetric(&a, &b);
        for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
            let [a, b] = [&a, &b].map(|word| PreparedWord::of_part(part, word));
            assert_eq!(compare_words(part, &a, &b), compare_words(part, &b, &a));
        }
    }

    #[test]
    fn names_of_real_letters_are_symmetric(a in "[А-Яа-яё]{2,9} [A-Z][a-z]{1,8}( [ИПС]\\.)?",
                                           b in "[А-Я][а-я]{2,9} [А-Яа-я]{2,8}(ович|овна)?") {
        check_symmetric(&a, &b);
    }

    #[test]
    fn initials_are_symmetric(a in "[A-Za-zА-яЁёІіЇїЄєҐґ]{1,3}", b in "[A-Za-zА-яЁёІіЇїЄєҐґ]{1,3}") {
        check_symmetric(&a, &b);
    }
}

#[test]
fn initials_of_two_scripts_are_symmetric() {
    check_symmetric("i", "ї");
}

#[test]
fn words_written_as_one_are_shown_as_written() {
    let [a, b] = ["Мамин-Уральский Пётр", "Маминуральский Пётр"].map(PreparedName::of_text);
    let evidence = compare_names(&a, &b);
    assert!(evidence.p_same > 0.9);
    assert!(evidence.parts.iter().any(|part| part.a == "Мамин-Уральский"), "{evidence:?}");
}

#[test]
fn the_order_of_names_does_not_decide_between_equal_choices() {
    // An alias whose one word differs, and a name of three of which one does: equally unlikely.
    check_symmetric("ꩠ#e¡ⴧ\"A#a0'𑃰", "B\"b࠰𞹋🀀𝔾");
}
