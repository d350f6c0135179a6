//! Finds the phrases of the rules in the words of a record.

/// The most phrases the rules may have together.
pub(crate) const MAX_PHRASES: usize = 512;

/// A set of phrases, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PhraseSet([u64; MAX_PHRASES / 64]);

impl PhraseSet {
    pub(crate) fn insert(&mut self, phrase_idx: usize) {
        self.0[phrase_idx / 64] |= 1 << (phrase_idx % 64);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0 == [0; MAX_PHRASES / 64]
    }

    pub(crate) fn add_all(&mut self, other: &PhraseSet) {
        for (ours, theirs) in self.0.iter_mut().zip(other.0) {
            *ours |= theirs;
        }
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

/// All phrases, found by the first two letters of their first word.
#[derive(Debug)]
pub(crate) struct PhraseIndex {
    phrases: Vec<Vec<PhraseWord>>,
    written: Vec<String>,
    /// Phrases whose first word begins with two letters; see [`start_of`].
    by_start: Vec<Vec<u16>>,
}

impl Default for PhraseIndex {
    fn default() -> PhraseIndex {
        let by_start = vec![Vec::new(); N_LETTERS * N_LETTERS];
        PhraseIndex { phrases: Vec::new(), written: Vec::new(), by_start }
    }
}

/// Letters told apart at the beginning of a word; all others share the number 0.
const N_LETTERS: usize = 69;

fn letter_number(letter: char) -> usize {
    let after = |first: char| letter as usize - first as usize;
    match letter {
        'а'..='я' => 1 + after('а'),
        '0'..='9' => 33 + after('0'),
        'a'..='z' => 43 + after('a'),
        _ => 0,
    }
}

/// Returns the place in the index of words that begin as this one.
fn start_of(word: &str) -> usize {
    let mut letters = word.chars();
    let first = letters.next().map_or(0, letter_number);
    let second = letters.next().map_or(0, letter_number);
    first * N_LETTERS + second
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
        let first = words.first()?;
        match first.is_stem && first.text.chars().count() == 1 {
            false => self.by_start[start_of(&first.text)].push(number),
            true => {
                let start = start_of(&first.text);
                for same_letter in &mut self.by_start[start..start + N_LETTERS] {
                    same_letter.push(number);
                }
            }
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
            for &number in &self.by_start[start_of(word)] {
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
            match sign {
                'а'..='я' | '0'..='9' | 'a'..='z' => self.text.push(sign),
                'А'..='Я' => self.text.push(small_letter(sign)),
                'ё' | 'Ё' => self.text.push('е'),
                _ if sign.is_alphanumeric() => self.text.extend(sign.to_lowercase()),
                _ => {
                    if is_in_word {
                        self.ends.push(self.text.len());
                    }
                    is_in_word = false;
                    continue;
                }
            }
            is_in_word = true;
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
