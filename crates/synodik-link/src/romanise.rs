//! Writes Cyrillic and Latin words alike, letter by letter, before they are compared.
//!
//! The key of search (`synodik_names::latin_key`) folds letters together that the
//! comparison here still tells apart and weighs.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const LETTERS_TSV: &str = include_str!("../../../data/link/letters.tsv");

struct Rule {
    to: &'static str,
    is_start: bool,
    is_inner: bool,
}

struct Rules {
    by_sequence: FxHashMap<&'static str, Rule>,
    longest_letters: usize,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules = Rules { by_sequence: FxHashMap::default(), longest_letters: 1 };
    for line in LETTERS_TSV.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split('\t').skip(1);
        let mut cell = || cells.next().expect("letters.tsv has five columns");
        let (from, to, place) = (cell(), cell(), cell());
        rules.longest_letters = rules.longest_letters.max(from.chars().count());
        let rule = Rule {
            to: to.split('|').next().unwrap_or_default(),
            is_start: place != "inner",
            is_inner: place != "start",
        };
        rules.by_sequence.insert(from, rule);
    }
    rules
});

/// Returns a folded word in small Latin letters, no letter twice in a row; a letter
/// without a rule stays as it is.
pub(crate) fn romanise(word: &str) -> String {
    let rules = &*RULES;
    let mut romanised = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let is_start = rest.len() == word.len();
        let rule = (1..=rules.longest_letters).rev().find_map(|n_letters| {
            let (last_start, last) = rest.char_indices().nth(n_letters - 1)?;
            let end = last_start + last.len_utf8();
            let rule = rules.by_sequence.get(&rest[..end])?;
            (if is_start { rule.is_start } else { rule.is_inner }).then_some((end, rule.to))
        });
        let (end, to) = rule.unwrap_or((letter.len_utf8(), &rest[..letter.len_utf8()]));
        for letter in to.chars() {
            if !romanised.ends_with(letter) {
                romanised.push(letter);
            }
        }
        rest = &rest[end..];
    }
    romanised
}

#[cfg(test)]
mod tests {
    use super::romanise;

    #[test]
    fn both_scripts_meet() {
        assert_eq!(romanise("хрущев"), "hrusev");
        assert_eq!(romanise("khrushchev"), "hrusev");
        assert_eq!(romanise("иванов"), romanise("iwanow"));
    }
}
