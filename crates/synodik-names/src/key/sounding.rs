//! Writes Cyrillic in Latin letters for the phonetic codes that read Latin only.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const SOUNDING_TSV: &str = include_str!("../../../../data/names/sounding.tsv");

struct Sounding {
    letters: HashMap<char, &'static str>,
    pairs: HashMap<(char, char), &'static str>,
}

static SOUNDING: LazyLock<Sounding> = LazyLock::new(|| {
    let mut sounding = Sounding { letters: HashMap::new(), pairs: HashMap::new() };
    for [from, to, _source] in table::rows(SOUNDING_TSV) {
        let mut letters = from.chars();
        let first = letters.next().expect("a row of sounding.tsv names a letter");
        match letters.next() {
            Some(second) => sounding.pairs.insert((first, second), to),
            None => sounding.letters.insert(first, to),
        };
    }
    sounding
});

/// Returns `word` with its Cyrillic letters replaced by Latin ones that sound alike.
///
/// # Shape
///
/// `word`: small letters, folded if Cyrillic. Other letters stay as they are.
///
/// # Source
///
/// `data/names/sounding.tsv`
pub(crate) fn sound_in_latin(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let pair = letters.peek().and_then(|&next| SOUNDING.pairs.get(&(letter, next)));
        match (pair, SOUNDING.letters.get(&letter)) {
            (Some(to), _) => {
                latin.push_str(to);
                letters.next();
            }
            (None, Some(to)) => latin.push_str(to),
            (None, None) => latin.push(letter),
        }
    }
    latin
}
