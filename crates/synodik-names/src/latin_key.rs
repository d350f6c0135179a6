//! The key under which a Cyrillic name and its Latin spellings meet in search.

use crate::table;
use std::cmp::Reverse;
use std::sync::LazyLock;

const LATIN_KEY_TSV: &str = include_str!("../../../data/names/latin_key.tsv");

/// How many readings of one Latin word a query tries.
const MAX_QUERY_KEYS: usize = 8;

/// Rules start with a letter before this one; a test holds it.
const N_LETTERS: usize = 0x530;

struct LatinRule {
    from: &'static str,
    to: Vec<&'static str>,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Any,
    Start,
    Inner,
    End,
}

impl LatinRule {
    fn fits(&self, word: &str, rest: &str) -> bool {
        let is_start = rest.len() == word.len();
        let is_fit = match self.place {
            Place::Any => true,
            Place::Start => is_start,
            Place::Inner => !is_start,
            Place::End => !is_start && rest.len() == self.from.len(),
        };
        is_fit && rest.starts_with(self.from)
    }
}

/// The rules by their first letter; in each, the longest first.
static RULES: LazyLock<Vec<Vec<LatinRule>>> = LazyLock::new(|| {
    let mut by_letter: Vec<Vec<LatinRule>> = Vec::new();
    by_letter.resize_with(N_LETTERS, Vec::new);
    for [_script, from, to, place, _example] in table::rows(LATIN_KEY_TSV) {
        let place = match place {
            "start" => Place::Start,
            "inner" => Place::Inner,
            "end" => Place::End,
            _ => Place::Any,
        };
        let first = from.chars().next().expect("a rule of latin_key.tsv names a letter");
        by_letter[first as usize].push(LatinRule { from, to: to.split('|').collect(), place });
    }
    for rules in &mut by_letter {
        rules.sort_by_key(|rule| (Reverse(rule.from.len()), rule.place == Place::Any));
    }
    by_letter
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
/// assert_eq!(latin_key("хрущев"), "grusiv");
/// assert!(latin_query_keys("khrushchev").contains(&"grusiv".to_owned()));
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
    // Each key with the number of times that it does not take the first alternative.
    let mut keys = vec![(0, String::new())];
    each_rule(word, |alternatives| {
        let n_known = keys.len();
        for (alternative_idx, alternative) in alternatives.iter().enumerate().skip(1) {
            for known_idx in 0..n_known {
                let (cost, mut key) = keys[known_idx].clone();
                push_collapsed(&mut key, alternative);
                keys.push((cost + alternative_idx, key));
            }
        }
        for (_, key) in &mut keys[..n_known] {
            push_collapsed(key, alternatives[0]);
        }
        if keys.len() > n_known {
            keep_likeliest(&mut keys);
        }
    });
    keys.into_iter().map(|(_, key)| key).collect()
}

/// Keeps the keys with the fewest unlikely readings, each once.
fn keep_likeliest(keys: &mut Vec<(usize, String)>) {
    keys.sort_by_key(|(cost, _)| *cost);
    let mut kept: Vec<(usize, String)> = Vec::with_capacity(MAX_QUERY_KEYS);
    for (cost, key) in keys.drain(..) {
        if kept.len() < MAX_QUERY_KEYS && kept.iter().all(|(_, known)| *known != key) {
            kept.push((cost, key));
        }
    }
    *keys = kept;
}

/// Walks the word by the longest rule that fits and hands over its alternatives.
fn each_rule(word: &str, mut on_rule: impl FnMut(&[&str])) {
    let rules = &*RULES;
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let of_letter = rules.get(letter as usize).map_or(&[][..], Vec::as_slice);
        let end = match of_letter.iter().find(|rule| rule.fits(word, rest)) {
            Some(rule) => {
                on_rule(&rule.to);
                rule.from.len()
            }
            None => {
                let end = letter.len_utf8();
                on_rule(&[&rest[..end]]);
                end
            }
        };
        rest = &rest[end..];
    }
}

fn push_collapsed(key: &mut String, addition: &str) {
    for letter in addition.chars() {
        let is_again = match u8::try_from(letter) {
            Ok(byte) => key.as_bytes().last() == Some(&byte),
            Err(_) => key.ends_with(letter),
        };
        if !is_again {
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
        check("жихарев", &["zhikharev", "schicharew", "zycharew", "jikharev", "zsiharev"]);
        check("захарьин", &["zakharyin", "sacharjin", "zaharjin", "zakharine"]);
        check("лещинский", &["leshchinsky", "leszczynski", "lestschinski", "lesscinskij"]);
        check("цагарейшвили", &["tsagareishvili", "zagareischwili", "cagareisvili"]);
        check("хохлушин", &["khokhlushin", "chochluschin", "hohhlusin", "khokhlouchine"]);
        check("филатов", &["filatov", "filatoff", "philatov", "filatow"]);
    }

    #[test]
    fn different_names_stay_apart() {
        for (cyrillic, latin) in [("козлов", "kozin"), ("орлов", "orlovsky"), ("титов", "dudov")]
        {
            let keys = latin_query_keys(latin);
            assert!(!keys.contains(&latin_key(cyrillic)), "{latin} gives {keys:?}");
        }
    }
}
