//! In which case the words of a name stand, and what they are in the nominative.
//!
//! A list repeats the same given names and patronymics, so that what a word was read as is kept.
//! What is kept changes no answer.

use crate::bearer::{is_full_patronymic, is_patronymic};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;
use synodik_model::Sex;
use synodik_names::{
    Case, FormKind, NamePart, NameReading, PartReadings, agreeing_names, given_name, read_name_part,
};

/// Readings of one order of words that are weighed.
const N_WEIGHED: usize = 12;
/// Words of one part, and names, of which the readings are kept; a name takes some hundred bytes, a word some thousand.
const N_KEPT: usize = 4096;

/// Places of surname, given name and patronymic among the words of a name.
type Order = [Option<usize>; 3];

/// Ways to share the words of a name among its parts, by how many words there are.
const ORDERS: [&[Order]; 3] = [
    &[[None, Some(0), None], [Some(0), None, None]],
    &[[None, Some(0), Some(1)], [Some(0), Some(1), None], [Some(1), Some(0), None]],
    &[[Some(0), Some(1), Some(2)], [Some(2), Some(0), Some(1)]],
];

const PARTS: [NamePart; 3] = [NamePart::Surname, NamePart::Given, NamePart::Patronymic];

type KeptParts = [FxHashMap<Box<str>, Rc<PartReadings>>; 3];
type KeptNames = FxHashMap<String, Option<NameReading>>;

thread_local! {
    static KEPT_PARTS: RefCell<KeptParts> = RefCell::default();
    static KEPT_NAMES: RefCell<KeptNames> = RefCell::default();
}

/// The reading of a name whose words stand in one of the cases wanted.
pub(crate) fn read_nominative(words: &[&str], wanted: &[Case]) -> Option<NameReading> {
    let mut key = words.join(" ");
    key.extend(wanted.iter().map(|case| char::from(b'0' + *case as u8)));
    let kept = KEPT_NAMES.with_borrow(|names| names.get(&key).cloned());
    kept.unwrap_or_else(|| {
        let reading = read_words(words, wanted);
        KEPT_NAMES.with_borrow_mut(|names| {
            if names.len() >= N_KEPT {
                names.clear();
            }
            names.insert(key, reading.clone());
        });
        reading
    })
}

fn read_words(words: &[&str], wanted: &[Case]) -> Option<NameReading> {
    let (initials, names): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_initial(word));
    if let ([surname], [_, ..]) = (names.as_slice(), initials.as_slice()) {
        let readings = readings_of(&[surname], &[Some(0), None, None], usize::MAX);
        let mut reading = readings.into_iter().find(|reading| wanted.contains(&reading.case))?;
        reading.given = initials.first().map(|letter| format!("{letter}."));
        reading.patronymic = initials.get(1).map(|letter| format!("{letter}."));
        return Some(reading);
    }
    let mut best: Option<(u32, NameReading)> = None;
    let orders = words.len().checked_sub(1).and_then(|at| ORDERS.get(at));
    for order in orders.into_iter().copied().flatten() {
        for reading in readings_of(words, order, N_WEIGHED) {
            let score = score_of(&reading, wanted);
            if best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, reading));
            }
        }
    }
    best.map(|(_, reading)| reading)
}

fn readings_of(words: &[&str], order: &Order, n_most: usize) -> Vec<NameReading> {
    let parts: [Option<Rc<PartReadings>>; 3] =
        std::array::from_fn(|part| order[part].map(|word| part_readings(words[word], part)));
    agreeing_names([0, 1, 2].map(|part| parts[part].as_deref()), n_most)
}

/// Returns what a word may be as one of [`PARTS`].
fn part_readings(word: &str, part_idx: usize) -> Rc<PartReadings> {
    let kept = KEPT_PARTS.with_borrow(|parts| parts[part_idx].get(word).cloned());
    kept.unwrap_or_else(|| {
        let part = PARTS[part_idx];
        let readings = read_name_part(word, part, &|name, sex| weight_of(part, name, sex));
        let readings = Rc::new(readings);
        KEPT_PARTS.with_borrow_mut(|parts| {
            let words = &mut parts[part_idx];
            if words.len() >= N_KEPT {
                words.clear();
            }
            words.insert(word.into(), Rc::clone(&readings));
        });
        readings
    })
}

fn weight_of(part: NamePart, name: &str, sex: Sex) -> f64 {
    match part {
        NamePart::Given if given_name(name).is_empty() => 0.02,
        NamePart::Patronymic if !is_patronymic(name) => 0.02,
        NamePart::Surname if !is_usual_surname(name, sex) => 0.2,
        _ => 1.0,
    }
}

/// A woman's surname on -а, a man's without it.
fn is_usual_surname(name: &str, sex: Sex) -> bool {
    name.ends_with(['а', 'я']) == (sex == Sex::Female)
}

/// How much a reading of words as parts of a name has for it.
fn score_of(reading: &NameReading, wanted: &[Case]) -> u32 {
    let matches = reading.given.as_deref().map_or(&[][..], given_name);
    let is_given = !matches.is_empty();
    let is_canonical = matches.first().is_some_and(|found| found.kind == FormKind::Canonical);
    let has_patronymic = reading.patronymic.as_deref().is_some_and(is_patronymic);
    let is_wanted = wanted.contains(&reading.case);
    // A word without the form of a patronymic is rather the surname.
    let is_no_patronymic = reading.patronymic.as_deref().is_none_or(is_full_patronymic);
    2 * u32::from(is_no_patronymic)
        + 3 * u32::from(is_given)
        + u32::from(is_canonical)
        + 3 * u32::from(has_patronymic)
        + 4 * u32::from(is_wanted)
}

/// Returns whether a name reads as a genitive and not as a nominative.
pub(crate) fn is_genitive_name(words: &[&str]) -> bool {
    let nominative = read_nominative(words, &[Case::Nominative]);
    let genitive = read_nominative(words, &[Case::Genitive]);
    let score = |reading: &Option<NameReading>, case: Case| {
        reading.as_ref().map_or(0, |reading| score_of(reading, &[case]))
    };
    score(&genitive, Case::Genitive) > score(&nominative, Case::Nominative)
}

/// Returns whether a word is a single letter.
pub(crate) fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none() && !word.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genitives_are_told_from_nominatives() {
        let check = |text: &str, expected| {
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(is_genitive_name(&words), expected, "{text}");
        };
        check("Рябова Ивана Лукича", true);
        check("Михаила", true);
        check("Иван", false);
        check("Рябова Устинья Лукинична", false);
        check("Корнея Ивановича Рябова", true);
        check("Юрий", false);
    }

    #[test]
    fn what_is_kept_changes_no_answer() {
        let words = ["Рябовой", "Устиньей", "Лукиничной"];
        let first = read_nominative(&words, &[Case::Instrumental]);
        for letter in 'а'..'я' {
            for second in 0..200 {
                read_nominative(&[&format!("Проб{letter}{second}")], &[Case::Nominative]);
            }
        }
        assert_eq!(read_nominative(&words, &[Case::Instrumental]), first);
    }
}
