//! The key under which a Cyrillic name and its Latin spellings meet in search.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const LATIN_KEY_TSV: &str = include_str!("../../../data/names/latin_key.tsv");

/// How many readings of one Latin word a query tries.
const MAX_QUERY_KEYS: usize = 8;

struct LatinRule {
    to: Vec<&'static str>,
    is_start: bool,
    is_inner: bool,
}

struct LatinRules {
    by_sequence: HashMap<&'static str, LatinRule>,
    longest_letters: usize,
}

static RULES: LazyLock<LatinRules> = LazyLock::new(|| {
    let mut rules = LatinRules { by_sequence: HashMap::new(), longest_letters: 1 };
    for [_script, from, to, place, _example] in table::rows(LATIN_KEY_TSV) {
        rules.longest_letters = rules.longest_letters.max(from.chars().count());
        let rule = LatinRule {
            to: to.split('|').collect(),
            is_start: place != "inner",
            is_inner: place != "start",
        };
        rules.by_sequence.insert(from, rule);
    }
    rules
});

/// Returns the Latin key of a folded word: its first reading.
///
/// # Shape
///
/// `word`: one word as [`fold_words`](crate::fold_words) gives it, in Cyrillic
/// or Latin letters. Gives small letters `a` to `z`, no letter twice in a row;
/// a letter without a rule stays as it is.
///
/// # Source
///
/// `data/names/latin_key.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{latin_key, latin_query_keys};
/// assert_eq!(latin_key("хрущев"), "hrusev");
/// assert!(latin_query_keys("khrushchev").contains(&"hrusev".to_owned()));
/// ```
pub fn latin_key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    each_rule(word, |alternatives| push_collapsed(&mut key, alternatives[0]));
    key
}

/// Returns all keys a word typed in Latin letters may stand for, most likely first.
///
/// # Shape
///
/// `word` as for [`latin_key`]. At most eight keys, none twice.
pub fn latin_query_keys(word: &str) -> Vec<String> {
    let mut keys = vec![String::new()];
    each_rule(word, |alternatives| {
        let n_known = keys.len();
        for &alternative in &alternatives[1..] {
            for known_idx in 0..n_known {
                if keys.len() == MAX_QUERY_KEYS {
                    break;
                }
                let mut key = keys[known_idx].clone();
                push_collapsed(&mut key, alternative);
                keys.push(key);
            }
        }
        for key in &mut keys[..n_known] {
            push_collapsed(key, alternatives[0]);
        }
    });
    let mut unique: Vec<String> = Vec::with_capacity(keys.len());
    for key in keys {
        if !unique.contains(&key) {
            unique.push(key);
        }
    }
    unique
}

/// Walks the word by the longest rule that fits and hands over its alternatives.
fn each_rule(word: &str, mut on_rule: impl FnMut(&[&str])) {
    let rules = &*RULES;
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let is_start = rest.len() == word.len();
        let rule = (1..=rules.longest_letters).rev().find_map(|n_letters| {
            let end = end_of_letters(rest, n_letters)?;
            let rule = rules.by_sequence.get(&rest[..end])?;
            (if is_start { rule.is_start } else { rule.is_inner }).then_some((end, rule))
        });
        match rule {
            Some((end, rule)) => {
                on_rule(&rule.to);
                rest = &rest[end..];
            }
            None => {
                let end = letter.len_utf8();
                on_rule(&[&rest[..end]]);
                rest = &rest[end..];
            }
        }
    }
}

fn end_of_letters(text: &str, n_letters: usize) -> Option<usize> {
    let (start, last) = text.char_indices().nth(n_letters - 1)?;
    Some(start + last.len_utf8())
}

fn push_collapsed(key: &mut String, addition: &str) {
    for letter in addition.chars() {
        if !key.ends_with(letter) {
            key.push(letter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cyrillic: &str, latin_spellings: &[&str]) {
        let key = latin_key(cyrillic);
        for latin in latin_spellings {
            let keys = latin_query_keys(latin);
            assert!(keys.contains(&key), "{latin} gives {keys:?}, {cyrillic} is {key}");
        }
    }

    #[test]
    fn latin_spellings_meet_the_cyrillic_name() {
        check("федоров", &["fedorov", "fyodorov", "fiodorow", "fjodorow"]);
        check("иванов", &["ivanov", "iwanow"]);
        check("яков", &["yakov", "jakov", "iakov"]);
        check("мария", &["maria", "mariya", "marija", "mariia"]);
        check("чехов", &["chekhov", "tschechow", "tchekhov", "czechow"]);
        check("хрущев", &["khrushchev", "hruschev"]);
        check("троцкий", &["trotsky", "trotskii", "trotzki", "trockij"]);
        check("достоевский", &["dostoyevsky", "dostoevskii", "dostojewski"]);
        check("зиновьев", &["zinoviev", "zinovyev", "zinovev"]);
        check("виктор", &["viktor", "victor", "wiktor"]);
        check("иосиф", &["iosif", "iosiph"]);
        check("ежов", &["yezhov", "ezhov"]);
    }
}
