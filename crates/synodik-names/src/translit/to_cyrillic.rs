//! Writes Latin letters of a known language in Cyrillic ones, by rules.
//!
//! Unlike `cyrillic_candidates` this guesses nothing: a name with a letter that no rule names is
//! not written at all.

use super::forward::{is_capital_run, push_title};
use super::rules::{WriteRule, parse_place};
use crate::table;
use std::sync::LazyLock;

/// The rule files by name.
const FILES: [(&str, &str); 2] = [
    ("estonian_russian", include_str!("../../../../data/names/to_cyrillic/estonian_russian.tsv")),
    (
        "estonian_ukrainian",
        include_str!("../../../../data/names/to_cyrillic/estonian_ukrainian.tsv"),
    ),
];

/// The rules of each file: the longest first, those with a place before those without.
static RULES: LazyLock<Vec<(&'static str, Vec<WriteRule>)>> = LazyLock::new(|| {
    let load = |(name, text): (&'static str, &'static str)| {
        let rows = table::rows(text);
        let mut rules: Vec<WriteRule> = rows
            .map(|[place, from, to]: [&str; 3]| WriteRule { from, to, place: parse_place(place) })
            .collect();
        rules.sort_by_key(|rule| {
            (std::cmp::Reverse(rule.n_letters()), rule.place == super::rules::Place::Any)
        });
        (name, rules)
    };
    FILES.into_iter().map(load).collect()
});

/// Writes a text in Latin letters by the rules of that name; none when there are no such rules or
/// a letter that they do not name.
pub(super) fn write_cyrillic(text: &str, rules: &str) -> Option<String> {
    let (_, rules) = RULES.iter().find(|(name, _)| *name == rules)?;
    let mut cyrillic = String::with_capacity(text.len() * 2);
    let mut word = Vec::new();
    for letter in text.chars() {
        if letter.is_alphabetic() {
            word.push(letter);
        } else {
            write_word(&word, rules, &mut cyrillic)?;
            word.clear();
            cyrillic.push(letter);
        }
    }
    write_word(&word, rules, &mut cyrillic)?;
    Some(cyrillic)
}

fn write_word(word: &[char], rules: &[WriteRule], cyrillic: &mut String) -> Option<()> {
    let small: Vec<char> =
        word.iter().map(|letter| letter.to_lowercase().next().unwrap_or(*letter)).collect();
    let mut at = 0;
    while at < small.len() {
        let rule = rules.iter().find(|rule| rule.fits(&small, at))?;
        let end = at + rule.n_letters();
        if !word[at].is_uppercase() {
            cyrillic.push_str(rule.to);
        } else if is_capital_run(word, at, end) {
            cyrillic.extend(rule.to.chars().flat_map(char::to_uppercase));
        } else {
            push_title(cyrillic, rule.to);
        }
        at = end;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_estonian_alphabet_is_written() {
        for (name, _) in FILES {
            for letter in "abdefghijklmnoprsšzžtuvõäöü".chars() {
                assert!(write_cyrillic(&letter.to_string(), name).is_some(), "{name} {letter}");
            }
            assert_eq!(write_cyrillic("Schmidt", name), None, "a letter without a rule");
        }
        assert_eq!(write_cyrillic("Tamm", "klingon"), None);
    }
}
