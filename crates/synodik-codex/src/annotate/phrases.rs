//! Finds the phrases of the rules in the words of a record.

use std::collections::HashMap;

/// The most phrases the rules may have together.
pub(crate) const MAX_PHRASES: usize = 512;

/// A set of phrases, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PhraseSet([u64; MAX_PHRASES / 64]);

impl PhraseSet {
    pub(crate) fn insert(&mut self, phrase_idx: usize) {
        self.0[phrase_idx / 64] |= 1 << (phrase_idx % 64);
    }

    pub(crate) fn meets(&self, other: &PhraseSet) -> bool {
        self.0.iter().zip(other.0).any(|(ours, theirs)| ours & theirs != 0)
    }

    /// Returns the lowest number that both sets hold.
    pub(crate) fn first_common(&self, other: &PhraseSet) -> Option<usize> {
        let mut blocks = self.0.iter().zip(other.0).enumerate();
        blocks.find_map(|(block_idx, (ours, theirs))| {
            let common = ours & theirs;
            (common != 0).then(|| block_idx * 64 + common.trailing_zeros() as usize)
        })
    }
}

/// A word of a phrase: the whole word, or its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PhraseWord {
    text: String,
    is_stem: bool,
}

impl PhraseWord {
    fn fits(&self, word: &str) -> bool {
        if self.is_stem { word.starts_with(&self.text) } else { word == self.text }
    }
}

/// All phrases, found by the first letters of their first word.
#[derive(Debug, Default)]
pub(crate) struct PhraseIndex {
    phrases: Vec<Vec<PhraseWord>>,
    written: Vec<String>,
    by_start: HashMap<(char, char), Vec<u16>>,
    /// Phrases whose first word has one letter.
    short: HashMap<char, Vec<u16>>,
}

impl PhraseIndex {
    /// Adds a phrase and returns its number; `None` when there are too many, or it has no word.
    ///
    /// `written`: words of the record as they are folded; `*` after the beginning of a word.
    pub(crate) fn add(&mut self, written: &str) -> Option<usize> {
        if let Some(known) = self.written.iter().position(|known| known == written) {
            return Some(known);
        }
        let words: Vec<PhraseWord> = written
            .split_whitespace()
            .map(|word| {
                let text = word.strip_suffix('*').unwrap_or(word).to_owned();
                PhraseWord { text, is_stem: word.ends_with('*') }
            })
            .collect();
        let phrase_idx = self.phrases.len();
        if phrase_idx == MAX_PHRASES {
            return None;
        }
        let number = u16::try_from(phrase_idx).ok()?;
        let mut letters = words.first()?.text.chars();
        match (letters.next()?, letters.next()) {
            (first, Some(second)) => self.by_start.entry((first, second)).or_default().push(number),
            (first, None) => self.short.entry(first).or_default().push(number),
        }
        self.phrases.push(words);
        self.written.push(written.to_owned());
        Some(phrase_idx)
    }

    /// Returns a phrase as the rule writes it.
    pub(crate) fn written(&self, phrase_idx: usize) -> &str {
        &self.written[phrase_idx]
    }

    /// Returns the phrases that stand in a text.
    pub(crate) fn scan(&self, text: &str, words: &mut FoldedWords) -> PhraseSet {
        let mut found = PhraseSet::default();
        if text.is_empty() {
            return found;
        }
        words.fold(text);
        for word_idx in 0..words.ends.len() {
            let word = words.word(word_idx);
            let mut letters = word.chars();
            let Some(first) = letters.next() else { continue };
            let second = letters.next();
            let pair = second.and_then(|second| self.by_start.get(&(first, second)));
            for &number in pair.into_iter().chain(self.short.get(&first)).flatten() {
                let phrase = &self.phrases[usize::from(number)];
                let fits = |(offset, part): (usize, &PhraseWord)| {
                    let next_idx = word_idx + offset;
                    next_idx < words.ends.len() && part.fits(words.word(next_idx))
                };
                if phrase.iter().enumerate().all(fits) {
                    found.insert(usize::from(number));
                }
            }
        }
        found
    }
}

/// The words of a text in small letters, ё as е, in one buffer that is used again.
#[derive(Debug, Default)]
pub(crate) struct FoldedWords {
    text: String,
    ends: Vec<usize>,
}

impl FoldedWords {
    /// Takes in another text.
    pub(crate) fn fold(&mut self, text: &str) {
        self.text.clear();
        self.ends.clear();
        let mut is_in_word = false;
        for sign in text.chars() {
            if sign.is_alphanumeric() {
                is_in_word = true;
                match sign {
                    'а'..='я' | '0'..='9' | 'a'..='z' => self.text.push(sign),
                    'А'..='Я' => self.text.push(small_letter(sign)),
                    'ё' | 'Ё' => self.text.push('е'),
                    _ => self.text.extend(sign.to_lowercase()),
                }
            } else if is_in_word {
                self.ends.push(self.text.len());
                is_in_word = false;
            }
        }
        if is_in_word {
            self.ends.push(self.text.len());
        }
    }

    /// Returns the words in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|word_idx| self.word(word_idx))
    }

    fn word(&self, word_idx: usize) -> &str {
        let start = word_idx.checked_sub(1).map_or(0, |before_idx| self.ends[before_idx]);
        &self.text[start..self.ends[word_idx]]
    }
}

/// Capital letters of the Russian alphabet stand 32 places before the small ones.
fn small_letter(capital: char) -> char {
    char::from_u32(u32::from(capital) + 32).unwrap_or(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, text: &str) -> bool {
        let mut index = PhraseIndex::default();
        let phrase_idx = index.add(phrase).expect("room for a phrase");
        let mut set = PhraseSet::default();
        set.insert(phrase_idx);
        index.scan(text, &mut FoldedWords::default()).meets(&set)
    }

    #[test]
    fn words_and_stems_are_found_in_their_order() {
        for (phrase, text) in [
            ("особ* совещ*", "Особым совещанием при НКВД"),
            ("осо", "ОСО при НКВД СССР"),
            ("58 1в", "ст. 58-1В УК РСФСР"),
            ("58 1 в", "58-1 «в»"),
            ("член* сем*", "как член семьи"),
            ("к р", "к.-р. деятельность"),
        ] {
            assert!(check(phrase, text), "{phrase} in {text}");
        }
        for (phrase, text) in [
            ("осо", "особая тройка"),
            ("особ* совещ*", "совещание особое"),
            ("58 1в", "58-1а"),
            ("58 10", "58 100"),
            ("тройк*", ""),
        ] {
            assert!(!check(phrase, text), "{phrase} in {text}");
        }
    }
}
