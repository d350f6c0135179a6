//! Words of a rule file of `data/import/`, by kind, and patterns made of them.

use regex::Regex;
use std::collections::BTreeMap;

/// The words of one rule file; a word may be a phrase.
pub(crate) struct Vocabulary {
    by_kind: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Vocabulary {
    /// Reads a table of kind and word, with comment lines and a header.
    pub(crate) fn of(table: &'static str) -> Vocabulary {
        let mut by_kind: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let (kind, rest) = line.split_once('\t').expect("a rule has a kind and a word");
            by_kind.entry(kind).or_default().push(rest.split('\t').next().unwrap_or(rest));
        }
        Vocabulary { by_kind }
    }

    /// Returns the words of a kind as written in the rule file.
    pub(crate) fn words(&self, kind: &str) -> &[&'static str] {
        self.by_kind.get(kind).expect("the rule file has words of every kind asked for")
    }

    /// Returns whether a word is one of a kind, letter by letter.
    pub(crate) fn has(&self, kind: &str, word: &str) -> bool {
        self.words(kind).contains(&word)
    }

    /// Returns whether a word is one of a kind, or starts like one that ends in `*`.
    pub(crate) fn matches(&self, kind: &str, word: &str) -> bool {
        self.words(kind).iter().any(|known| match known.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => *known == word,
        })
    }

    /// Returns an alternation of the words of some kinds, longer ones first.
    ///
    /// A space stands for any number of them, a `*` at the end of a word for the rest of it.
    pub(crate) fn any_of(&self, kinds: &[&str]) -> String {
        let patterns: Vec<String> = self.longest_first(kinds).into_iter().map(pattern_of).collect();
        format!("(?:{})", patterns.join("|"))
    }

    /// Returns the words of some kinds in the order in which they are tried.
    pub(crate) fn longest_first(&self, kinds: &[&str]) -> Vec<&'static str> {
        let mut words: Vec<&str> =
            kinds.iter().flat_map(|kind| self.words(kind)).copied().collect();
        words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        words
    }

    /// Returns a pattern in which `«kind»` or `«kind kind»` stands for any word of these kinds.
    pub(crate) fn pattern(&self, template: &str) -> Regex {
        let mut pattern = String::with_capacity(4 * template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("«") {
            let (kinds, behind) = after.split_once("»").expect("each « has its »");
            let kinds: Vec<&str> = kinds.split(' ').collect();
            pattern.push_str(before);
            pattern.push_str(&self.any_of(&kinds));
            rest = behind;
        }
        pattern.push_str(rest);
        Regex::new(&pattern).expect("the pattern and the words of the rule file are constant")
    }
}

/// Returns the pattern of one word or phrase.
///
/// Boundaries of words are spelt out: the `\b` of Unicode is many times slower. The end of
/// a whole word takes the letter behind it.
fn pattern_of(word: &str) -> String {
    let (word, is_whole) = match word.strip_suffix('*') {
        Some(start) => (start, false),
        None => (word, true),
    };
    let words: Vec<String> =
        word.split(' ').map(|word| regex::escape(word).replace(r"\*", r"\p{L}*")).collect();
    let word = words.join(r"\s+");
    match is_whole {
        false => format!(r"{word}\p{{L}}*"),
        true if word.ends_with(char::is_alphanumeric) => format!(r"{word}(?:[^\p{{L}}]|$)"),
        true => word,
    }
}
