use super::*;
use crate::bearer::head_mention;
use proptest::prelude::*;

const CASES: &str = include_str!("../../../tests/cases/statements_ru.tsv");

/// One mention as the case table writes it: term, then name, then year.
fn written(mention: &Mention) -> String {
    let term = mention.kinship.as_ref().and_then(|kinship| kinship.term).unwrap_or("?");
    let year = mention.birth.as_ref().and_then(|birth| birth.primary_year());
    let mut text = term.to_owned();
    let names = [&mention.surname_stated, &mention.given, &mention.patronymic];
    for name in names.into_iter().flatten() {
        text.push(' ');
        text.push_str(name);
    }
    if let Some(year) = year {
        text.push_str(&format!(" {year}"));
    }
    match mention.count {
        HeadCount::One => {}
        HeadCount::Stated(count) => text.push_str(&format!(" x{count}")),
        HeadCount::Several => text.push_str(" x?"),
    }
    text
}

#[test]
fn statements_of_the_case_table() {
    let rows = CASES.lines().filter(|line| !line.starts_with('#')).skip(1);
    let mut failures = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let [subject, text, expected, _why] = cells.as_slice() else { panic!("four cells: {row}") };
        let mentions = read_kin_statements(text, head_mention(subject));
        let read: Vec<String> = mentions[1..].iter().map(written).collect();
        if read.join("; ") != *expected {
            failures.push(format!("{text}\n  read     {}\n  expected {expected}", read.join("; ")));
        }
        for mention in &mentions[1..] {
            assert_eq!(&text[mention.span.clone()], mention.words);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn traps_state_no_kin() {
    for trap in &LEXICON.traps {
        for subject in ["Рябов Лука Ильич", "Рябова Устинья Ильинична"]
        {
            let mentions = read_kin_statements(&trap.example, head_mention(subject));
            assert_eq!(mentions.len(), 1, "{}: {:?}", trap.example, mentions.last());
        }
    }
}

#[test]
fn a_cell_of_kin_words_beside_the_text_says_nothing_twice() {
    let check = |row: &str, expected: &[&str]| {
        let mentions = read_kin_statements(row, head_mention("Рябов Фрол Лукич"));
        let read: Vec<String> = mentions[1..].iter().map(written).collect();
        assert_eq!(read, expected, "{row}");
    };
    check("7\tматерью женой\tВыслан вместе с женой и матерью", &["wife", "mother"]);
    check("7\tжена\tВыслан в 1930 г.", &["wife"]);
    check("7\tсемьи изменника родины\tобв.: член семьи изменника Родины.", &["family_member"]);
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        for mention in read_kin_statements(&text, head_mention("Рябов Лука Ильич")).iter().skip(1) {
            prop_assert_eq!(&text[mention.span.clone()], &mention.words);
        }
    }

    #[test]
    fn any_order_of_kin_words_is_read(
        words in prop::collection::vec(
            prop::sample::select(vec!["сын", "жены", "с", "Рябова", "И", ".", ",", "(", "1900", "г", "р", "семьи", "ЧСИР", ":", "и", "его", "трое", "детей", "-"]), 0..14,
        ),
    ) {
        let text = words.join(" ");
        let _ = read_kin_statements(&text, head_mention("Рябов Лука Ильич"));
    }
}
