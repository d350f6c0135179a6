//! Writes Cyrillic in Latin letters by a scheme.

use super::Scheme;
use super::rules::{SchemeRules, letter_idx, rules_of};
use crate::script::{compose, is_cyrillic, reading_of};
use std::borrow::Cow;

/// Writes the Cyrillic letters of a text in Latin ones.
///
/// Case is kept: `ЩУКИН` gives `SHCHUKIN`, `Щукин` gives `Shchukin`. A letter
/// that the scheme does not name (of before 1918, or of another language) is
/// written as the Russian letter it is read as. Everything else stays as it is.
///
/// # Source
///
/// `data/names/translit/`, one file a scheme; `data/names/letter_readings.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{Scheme, transliterate};
/// assert_eq!(transliterate("Щукин, 1897 г. р.", Scheme::Polish), "Szczukin, 1897 g. r.");
/// assert_eq!(transliterate("Ѳедоръ", Scheme::IcaoDoc9303), "Fedorie");
/// ```
#[must_use]
pub fn transliterate(text: &str, scheme: Scheme) -> String {
    let rules = rules_of(scheme);
    let mut latin = String::with_capacity(text.len());
    let (mut word, mut small) = (Vec::new(), Vec::new());
    for letter in text.chars() {
        if let Some(composed) = word.last().and_then(|last| compose(*last, letter)) {
            word.pop();
            word.push(composed);
        } else if is_cyrillic(letter) {
            word.push(letter);
        } else {
            write_word(&word, &mut small, rules, &mut latin);
            word.clear();
            latin.push(letter);
        }
    }
    write_word(&word, &mut small, rules, &mut latin);
    latin
}

fn write_word(word: &[char], small: &mut Vec<char>, rules: &SchemeRules, latin: &mut String) {
    small.clear();
    small.extend(word.iter().map(|letter| letter.to_lowercase().next().unwrap_or(*letter)));
    let mut at = 0;
    while at < small.len() {
        let (to, n_letters) = match rules.rule_at(small, at) {
            Some(rule) => (Cow::Borrowed(rule.to), rule.n_letters()),
            None => (Cow::Owned(write_reading(small, at, rules)), 1),
        };
        let end = at + n_letters;
        let is_capital = |letter: &char| letter.is_uppercase();
        if !is_capital(&word[at]) {
            latin.push_str(&to);
        } else if is_capital_run(word, at, end) {
            latin.extend(to.chars().flat_map(char::to_uppercase));
        } else {
            push_title(latin, &to);
        }
        at = end;
    }
}

/// Says whether the letters from `at` to `end` stand among capitals.
pub(super) fn is_capital_run(word: &[char], at: usize, end: usize) -> bool {
    if end - at > 1 {
        return word[at..end].iter().all(|letter| letter.is_uppercase());
    }
    match word.get(end) {
        Some(next) => next.is_uppercase(),
        None => at > 0 && word[at - 1].is_uppercase(),
    }
}

/// Adds letters of which the first is a capital.
pub(super) fn push_title(latin: &mut String, to: &str) {
    let mut is_done = false;
    for letter in to.chars() {
        if letter.is_alphabetic() && !is_done {
            latin.extend(letter.to_uppercase());
            is_done = true;
        } else {
            latin.push(letter);
        }
    }
}

/// Writes a letter that the scheme does not name as the Russian letters it is read as.
fn write_reading(word: &[char], at: usize, rules: &SchemeRules) -> String {
    let Some(reading) = reading_of(word, at) else { return word[at].to_string() };
    let mut read_word = word[..at].to_vec();
    read_word.extend(reading.chars());
    let end = read_word.len();
    read_word.extend_from_slice(&word[at + 1..]);
    let mut to = String::new();
    for letter_at in at..end {
        if letter_idx(read_word[letter_at]).is_some() {
            to.push_str(rules.rule_at(&read_word, letter_at).map_or("", |rule| rule.to));
        }
    }
    to
}
