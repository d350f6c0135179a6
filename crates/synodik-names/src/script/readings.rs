//! Letters outside the modern Russian alphabet, and endings of other orthographies.

use super::RepairKind;
use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const LETTER_READINGS_TSV: &str = include_str!("../../../../data/names/letter_readings.tsv");
const ENDINGS_TSV: &str = include_str!("../../../../data/names/endings_modern.tsv");

/// How a letter is read in Russian.
pub(super) struct Reading {
    pub(super) to: &'static str,
    is_end_only: bool,
    pub(super) kind: RepairKind,
}

/// An ending of a name that modern Russian writes another way.
pub(super) struct Ending {
    pub(super) from: Vec<char>,
    pub(super) to: &'static str,
    pub(super) needs_old_letter: bool,
    pub(super) kind: RepairKind,
}

static READINGS: LazyLock<HashMap<char, Vec<Reading>>> = LazyLock::new(|| {
    let mut readings: HashMap<char, Vec<Reading>> = HashMap::new();
    for [letter, to, place, kind, _example, _source] in table::rows(LETTER_READINGS_TSV) {
        let letter = letter.chars().next().expect("a row names a letter");
        let kind = RepairKind::from_name(kind).expect("the kinds of the table are known");
        let reading = Reading { to, is_end_only: place == "end", kind };
        readings.entry(letter).or_default().push(reading);
    }
    readings
});

static ENDINGS: LazyLock<Vec<Ending>> = LazyLock::new(|| {
    let mut endings: Vec<Ending> = table::rows(ENDINGS_TSV)
        .map(|[from, to, place, kind, _example, _source]| Ending {
            from: from.chars().collect(),
            to,
            needs_old_letter: place == "with_old_letters",
            kind: RepairKind::from_name(kind).expect("the kinds of the table are known"),
        })
        .collect();
    endings.sort_by_key(|ending| std::cmp::Reverse(ending.from.len()));
    endings
});

/// Returns how the letter at `at` of a word in small letters is read, if it is not a Russian letter.
pub(super) fn find_reading(word: &[char], at: usize) -> Option<&'static Reading> {
    let readings = READINGS.get(&word[at])?;
    let is_end = at + 1 == word.len();
    readings.iter().find(|reading| is_end || !reading.is_end_only)
}

/// Returns the Russian letters that the letter at `at` of a word in small letters stands for.
pub(crate) fn reading_of(word: &[char], at: usize) -> Option<&'static str> {
    find_reading(word, at).map(|reading| reading.to)
}

/// Returns the rule for the ending of a word in small letters.
pub(super) fn find_ending(word: &[char]) -> Option<&'static Ending> {
    let has_old_letter = word.last() == Some(&'ъ')
        || word.iter().any(|letter| matches!(letter, 'ѣ' | 'і' | 'ѳ' | 'ѵ'));
    ENDINGS.iter().find(|ending| {
        word.len() > ending.from.len()
            && word.ends_with(&ending.from)
            && (has_old_letter || !ending.needs_old_letter)
    })
}
