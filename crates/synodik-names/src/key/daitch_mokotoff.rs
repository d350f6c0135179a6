//! The Daitch-Mokotoff soundex: six digits for a surname of eastern Europe as it sounds.

use super::sounding::sound_in_latin;
use crate::fold::{Script, fold_words};
use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const DAITCH_MOKOTOFF_TSV: &str = include_str!("../../../../data/names/daitch_mokotoff.tsv");

/// Digits of a code.
const N_DIGITS: usize = 6;

/// Codes that one word may have at most; no real name comes near.
const MAX_CODES: usize = 64;

struct CodingRule {
    letters: &'static str,
    start: Vec<&'static str>,
    before_vowel: Vec<&'static str>,
    other: Vec<&'static str>,
}

/// The rules by first letter, the longest first.
static RULES: LazyLock<HashMap<char, Vec<CodingRule>>> = LazyLock::new(|| {
    let digits = |cell: &'static str| {
        cell.split('|').map(|reading| if reading == "-" { "" } else { reading }).collect()
    };
    let mut rules: HashMap<char, Vec<CodingRule>> = HashMap::new();
    let mut sequences: Vec<[&str; 5]> = table::rows(DAITCH_MOKOTOFF_TSV).collect();
    sequences.sort_by_key(|[letters, ..]| std::cmp::Reverse(letters.len()));
    for [letters, start, before_vowel, other, _source] in sequences {
        let first = letters.chars().next().expect("a row of daitch_mokotoff.tsv names letters");
        rules.entry(first).or_default().push(CodingRule {
            letters,
            start: digits(start),
            before_vowel: digits(before_vowel),
            other: digits(other),
        });
    }
    rules
});

/// One reading of the word so far.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Branch {
    digits: String,
    last: Option<&'static str>,
}

impl Branch {
    /// Adds digits, unless they repeat the last ones.
    fn push(&mut self, digits: &'static str, is_forced: bool) {
        let is_repeated = self.last.is_some_and(|last| last.ends_with(digits)) && !is_forced;
        if !is_repeated && self.digits.len() < N_DIGITS {
            self.digits.push_str(digits);
            self.digits.truncate(N_DIGITS);
        }
        self.last = Some(digits);
    }
}

/// Returns all Daitch-Mokotoff codes of a word.
///
/// A sequence of letters that can be read in two ways doubles the codes. Cyrillic
/// is written in Latin letters first.
///
/// # Shape
///
/// `word`: one word in any case. Gives codes of six digits, sorted, none twice;
/// one code of zeros for a word without a letter that is known.
///
/// # Source
///
/// `data/names/daitch_mokotoff.tsv`, `data/names/sounding.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::daitch_mokotoff;
/// assert_eq!(daitch_mokotoff("Peters"), ["734000", "739400"]);
/// assert_eq!(daitch_mokotoff("Голубица"), daitch_mokotoff("Golubitsa"));
/// assert_eq!(daitch_mokotoff("?"), ["000000"]);
/// ```
pub fn daitch_mokotoff(word: &str) -> Vec<String> {
    let mut branches = vec![Branch { digits: String::new(), last: None }];
    each_coding(word, |readings, is_forced| {
        let mut grown = Vec::with_capacity(branches.len() * readings.len());
        for branch in &branches {
            for reading in readings {
                let mut branch = branch.clone();
                branch.push(reading, is_forced);
                grown.push(branch);
            }
        }
        grown.sort();
        grown.dedup();
        grown.truncate(MAX_CODES);
        branches = grown;
    });
    let mut codes: Vec<String> = branches.iter().map(|branch| padded(&branch.digits)).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Returns the one Daitch-Mokotoff code that takes the likeliest reading everywhere.
///
/// # Shape
///
/// As for [`daitch_mokotoff`].
///
/// # Example
///
/// ```
/// assert_eq!(synodik_names::daitch_mokotoff_first("Auerbach"), "097400");
/// ```
pub fn daitch_mokotoff_first(word: &str) -> String {
    let mut branch = Branch { digits: String::new(), last: None };
    each_coding(word, |readings, is_forced| branch.push(readings[0], is_forced));
    padded(&branch.digits)
}

fn padded(digits: &str) -> String {
    format!("{digits:0<N_DIGITS$}")
}

/// Walks the word by the longest rule that fits and hands over its readings.
fn each_coding(word: &str, mut on_rule: impl FnMut(&[&'static str], bool)) {
    let latin = latin_letters(word);
    let mut rest = latin.as_str();
    let mut previous = None;
    while let Some(letter) = rest.chars().next() {
        let fitting = RULES
            .get(&letter)
            .and_then(|rules| rules.iter().find(|rule| rest.starts_with(rule.letters)));
        let Some(rule) = fitting else {
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        rest = &rest[rule.letters.len()..];
        let readings = match previous {
            None => &rule.start,
            Some(_) if rest.starts_with(['a', 'e', 'i', 'o', 'u']) => &rule.before_vowel,
            Some(_) => &rule.other,
        };
        // `mn` and `nm` are two sounds, though of one digit.
        let is_forced = matches!((previous, letter), (Some('m'), 'n') | (Some('n'), 'm'));
        on_rule(readings, is_forced);
        previous = Some(letter);
    }
}

/// Returns the word in the letters the rules know: small, Latin, without most accents.
fn latin_letters(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    // Four letters have rules of their own; folding would lose them.
    let is_kept = |letter: char| matches!(letter, 'ą' | 'ę' | 'ţ' | 'ț');
    for piece in word.split_inclusive(|letter| !char::is_alphanumeric(letter)) {
        let small = piece.to_lowercase();
        for part in small.split_inclusive(is_kept) {
            let (body, kept) = match part.chars().next_back().filter(|&last| is_kept(last)) {
                Some(last) => part.split_at(part.len() - last.len_utf8()),
                None => (part, ""),
            };
            fold_words(body, |folded, script| match script {
                Script::Cyrillic => latin.push_str(&sound_in_latin(folded)),
                _ => latin.push_str(folded),
            });
            latin.push_str(kept);
        }
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = include_str!("../../tests/cases/daitch_mokotoff.tsv");

    #[test]
    fn codes_are_as_the_table_says() {
        for (line, case) in CASES.lines().enumerate().skip(1) {
            let cells: Vec<&str> = case.split('\t').collect();
            let codes = daitch_mokotoff(cells[0]).join("|");
            assert_eq!(codes, cells[1], "line {}: `{}`", line + 1, cells[0]);
        }
    }

    proptest::proptest! {
        #[test]
        fn every_code_has_six_digits_and_the_first_is_among_them(word in ".{0,30}") {
            let codes = daitch_mokotoff(&word);
            assert!(codes.iter().all(|code| code.len() == N_DIGITS));
            assert!(codes.len() == MAX_CODES || codes.contains(&daitch_mokotoff_first(&word)));
        }
    }
}
