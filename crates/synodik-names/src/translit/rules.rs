//! The rules of a scheme, read from its file.

use super::Scheme;
use crate::table;
use std::sync::LazyLock;

const ENGLISH_LETTERS_TSV: &str =
    include_str!("../../../../data/names/translit/english_letters.tsv");

/// Name of the table of letters that several schemes start from.
const ENGLISH_LETTERS: &str = "english_letters";

/// First Cyrillic letter that rules can name, and how many follow it.
const FIRST_CYRILLIC: u32 = 0x400;
const N_CYRILLIC: usize = 0x130;

/// Where in a word a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Any,
    /// At the start of a word.
    Start,
    /// At the end of a word, after at least one letter.
    End,
    /// After one of these letters.
    After(&'static str),
    /// Before one of these letters.
    Before(&'static str),
    /// With one of these letters on either side.
    Between(&'static str),
}

/// Cyrillic letters, and what a scheme writes for them.
#[derive(Debug, Clone)]
pub(super) struct WriteRule {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) place: Place,
}

/// Latin letters, and which Cyrillic ones they may stand for besides those of the write rules.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReadRule {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    /// Holds only at the end of a word.
    pub(super) is_ending: bool,
}

/// All rules of one scheme.
pub(super) struct SchemeRules {
    /// By first letter; in each, the longest first, and those with a place before those without.
    by_letter: Vec<Vec<WriteRule>>,
    pub(super) reads: Vec<ReadRule>,
}

static RULES: LazyLock<Vec<SchemeRules>> =
    LazyLock::new(|| Scheme::ALL.into_iter().map(load_rules).collect());

/// Returns the rules of a scheme.
pub(super) fn rules_of(scheme: Scheme) -> &'static SchemeRules {
    &RULES[scheme as usize]
}

impl SchemeRules {
    /// Returns the rule that writes the letters at `at`, or nothing if the scheme does not name them.
    ///
    /// # Shape
    ///
    /// `word`: small letters of one word.
    pub(super) fn rule_at(&self, word: &[char], at: usize) -> Option<&WriteRule> {
        let rules = self.by_letter.get(letter_idx(word[at])?)?;
        rules.iter().find(|rule| rule.fits(word, at))
    }

    pub(super) fn writes(&self) -> impl Iterator<Item = &WriteRule> {
        self.by_letter.iter().flatten()
    }
}

impl WriteRule {
    pub(super) fn n_letters(&self) -> usize {
        self.from.chars().count()
    }

    pub(super) fn fits(&self, word: &[char], at: usize) -> bool {
        let mut end = at;
        for letter in self.from.chars() {
            if word.get(end) != Some(&letter) {
                return false;
            }
            end += 1;
        }
        let is_after = |letters: &str| at > 0 && letters.contains(word[at - 1]);
        let is_before = |letters: &str| word.get(end).is_some_and(|next| letters.contains(*next));
        match self.place {
            Place::Any => true,
            Place::Start => at == 0,
            Place::End => at > 0 && end == word.len(),
            Place::After(letters) => is_after(letters),
            Place::Before(letters) => is_before(letters),
            Place::Between(letters) => is_after(letters) && is_before(letters),
        }
    }
}

/// Returns the place of a Cyrillic letter in tables, nothing for other letters.
pub(super) fn letter_idx(letter: char) -> Option<usize> {
    let idx = u32::from(letter).checked_sub(FIRST_CYRILLIC)? as usize;
    (idx < N_CYRILLIC).then_some(idx)
}

fn load_rules(scheme: Scheme) -> SchemeRules {
    let mut rows = Vec::new();
    collect_rows(scheme.rule_text(), &mut rows);
    let mut rules = SchemeRules { by_letter: vec![Vec::new(); N_CYRILLIC], reads: Vec::new() };
    for [place, from, to] in rows {
        if place == "read" || place == "read_end" {
            rules.reads.push(ReadRule { from, to, is_ending: place == "read_end" });
            continue;
        }
        let first = from.chars().next().expect("a rule names letters");
        let letter_idx = letter_idx(first).expect("a rule starts with a Cyrillic letter");
        rules.by_letter[letter_idx].push(WriteRule { from, to, place: parse_place(place) });
    }
    for of_letter in &mut rules.by_letter {
        of_letter
            .sort_by_key(|rule| (std::cmp::Reverse(rule.n_letters()), rule.place == Place::Any));
    }
    rules
}

/// Adds the rows of a file, then those of the files it is like that it does not replace.
fn collect_rows(text: &'static str, rows: &mut Vec<[&'static str; 3]>) {
    let mut likes = Vec::new();
    for row in table::rows(text) {
        let [place, from, _to] = row;
        if place == "like" {
            likes.push(from);
        } else if !rows.iter().any(|[p, f, _]| *p == place && *f == from) {
            rows.push(row);
        }
    }
    for name in likes {
        let text = match Scheme::from_name(name) {
            Some(scheme) => scheme.rule_text(),
            None if name == ENGLISH_LETTERS => ENGLISH_LETTERS_TSV,
            None => unreachable!("the test of the rule files checks every `like`"),
        };
        collect_rows(text, rows);
    }
}

/// Returns the place that a rule file names.
pub(super) fn parse_place(text: &'static str) -> Place {
    match text.split_once(' ') {
        Some(("after", letters)) => Place::After(letters),
        Some(("before", letters)) => Place::Before(letters),
        Some(("between", letters)) => Place::Between(letters),
        _ if text == "start" => Place::Start,
        _ if text == "end" => Place::End,
        _ => Place::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_known_place() {
        for text in Scheme::ALL.into_iter().map(Scheme::rule_text).chain([ENGLISH_LETTERS_TSV]) {
            for [place, from, to] in table::rows(text) {
                let kind = place.split(' ').next().unwrap_or_default();
                let is_known = [
                    "any", "start", "end", "after", "before", "between", "read", "read_end", "like",
                ]
                .contains(&kind);
                assert!(is_known && !from.is_empty(), "{place}\t{from}\t{to}");
                if place == "like" {
                    assert!(from == ENGLISH_LETTERS || Scheme::from_name(from).is_some(), "{from}");
                }
            }
        }
    }

    #[test]
    fn every_scheme_writes_every_russian_letter() {
        for scheme in Scheme::ALL {
            for letter in ('а'..='я').chain(['ё']) {
                let is_written = rules_of(scheme).rule_at(&[letter], 0).is_some();
                assert!(is_written || (scheme == Scheme::Uz && "щьы".contains(letter)), "{letter}");
            }
        }
    }
}
