//! Households of the case table, and any text.

use proptest::prelude::*;
use synodik_family::{head_mention, read_household, read_relatives_cell, ties_of_mentions};
use synodik_model::{Ground, HeadCount, Mention};

const CASES: &str = include_str!("cases/households_ru.tsv");
const CELLS: &str = include_str!("cases/relatives_ru.tsv");

/// One member as the case tables write it.
fn written(mention: &Mention) -> String {
    let term = mention.kinship.as_ref().and_then(|kinship| kinship.term).unwrap_or("?");
    let ground = match mention.kinship_ground {
        Ground::Name => "~Name",
        Ground::Place if mention.relation_stated.is_none() => "~Place",
        _ => "",
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let age = mention.age.as_ref().map(|age| format!("{}m", age.months));
    let birth = mention.birth.as_ref().map(|birth| birth.to_edtf());
    let count = match mention.count {
        HeadCount::One => String::new(),
        HeadCount::Stated(count) => format!(" x{count}"),
        HeadCount::Several => " x?".to_owned(),
    };
    format!(
        "{term}{ground} {} {} {} {}{count}",
        text(&mention.given),
        text(&mention.patronymic),
        text(&mention.surname),
        birth.or(age).unwrap_or_else(|| "-".to_owned()),
    )
}

fn check(cases: &str, read: &dyn Fn(&str, &str) -> Vec<Mention>) {
    let mut failures = Vec::new();
    for row in cases.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [head, text, expected, _why] = cells.as_slice() else { panic!("four cells: {row}") };
        let mentions = read(text, head);
        let found: Vec<String> = mentions[1..].iter().map(written).collect();
        if found.join("; ") != *expected {
            failures
                .push(format!("{text}\n  read     {}\n  expected {expected}", found.join("; ")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn households_of_the_case_table() {
    check(CASES, &|text, head| read_household(text, head_mention(head), None).mentions);
}

#[test]
fn cells_of_the_case_table() {
    check(CELLS, &|text, head| read_relatives_cell(text, head_mention(head)));
}

#[test]
fn a_number_of_heads_is_kept() {
    let household = read_household("Состав семьи: 6 чел.", head_mention("РЯБОВ Лука"), None);
    assert_eq!(household.n_stated, Some(6));
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let household = read_household(&text, head_mention("РЯБОВ Лука Ильич"), None);
        for mention in &household.mentions[1..] {
            prop_assert_eq!(&text[mention.span.clone()], &mention.words);
            prop_assert!(mention.relative_to < household.mentions.len());
        }
        let _ = ties_of_mentions("r", &household.mentions);
        let _ = read_relatives_cell(&text, head_mention("РЯБОВ Лука Ильич"));
    }

    #[test]
    fn any_order_of_the_words_of_lists_is_read(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "сын", "дети", "жена", "Фрол", "Рябова", "И", ".", ",", ":", "(", ")", "1900", "5", "г", "р", "л", "мес",
                "его", "трое", "семьи:", "Муж", "/", "и", "от", "-", "чел", ";", "сноха",
            ]),
            0..16,
        ),
    ) {
        let text = words.join(" ");
        let household = read_household(&text, head_mention("РЯБОВ Лука Ильич"), None);
        let _ = ties_of_mentions("r", &household.mentions);
        for mention in read_relatives_cell(&text, head_mention("РЯБОВ Лука Ильич")) {
            prop_assert!(mention.relative_to < 16);
        }
    }
}
