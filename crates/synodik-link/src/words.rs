//! The words of names and places, each distinct one read once.
//!
//! A word is known by its Latin key, so Cyrillic and Latin spellings meet. Beside
//! it stand its stem (without endings of case and sex) and its sound (letters
//! that clerks confuse are one letter).

use crate::endings::{self, Part};
use crate::kernels::{is_one_edit, jaro_winkler};
use crate::romanise::romanise;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;
use synodik_names::fold_words;

/// The number of a word; 0 is "none".
pub(crate) type WordId = u32;

/// How alike two words are, the most alike first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Likeness {
    /// The same word.
    Exact,
    /// The same without endings.
    Stem,
    /// One letter differs, or they sound alike.
    OneEdit,
    /// An initial and a word that begins with it.
    Initial,
    /// Very similar.
    Close,
    /// Somewhat similar.
    Near,
    /// Different.
    Differ,
}

impl Likeness {
    /// All of them, in their order.
    pub(crate) const ALL: [Self; 7] = [
        Self::Exact,
        Self::Stem,
        Self::OneEdit,
        Self::Initial,
        Self::Close,
        Self::Near,
        Self::Differ,
    ];
}

/// Similarity from which two words are very similar.
const CLOSE_SIMILARITY: f32 = 0.90;
/// Similarity from which two words are somewhat similar.
const NEAR_SIMILARITY: f32 = 0.80;
/// Length in letters from which one wrong letter leaves a word recognisable.
const MIN_EDIT_LETTERS: usize = 4;

/// How many letters of a word's sound are its beginning.
const PREFIX_BYTES: usize = 3;
/// How many are its end, if it has more.
const SUFFIX_BYTES: usize = 4;

/// One word.
#[derive(Debug, Clone)]
struct Word {
    key: Box<str>,
    key_number: u32,
    stem: u32,
    sound: u32,
    /// One bit for every letter that it has.
    letters: u32,
    sound_initial: u8,
    sound_prefix: u32,
    /// 0 if the sound is short.
    sound_suffix: u32,
    /// Depends on the sound only, which its number does not.
    sound_hash: u32,
}

/// The distinct words of all tables.
#[derive(Debug)]
pub(crate) struct WordBook {
    words: Vec<Word>,
    numbers: FxHashMap<(Part, Box<str>), WordId>,
    keys: FxHashMap<Box<str>, u32>,
    marks_of_keys: Vec<u16>,
}

impl WordBook {
    /// Starts a book in which word 0 is the absent one.
    pub(crate) fn new() -> Self {
        let none = Word {
            key: "".into(),
            key_number: 0,
            stem: 0,
            sound: 0,
            letters: 0,
            sound_initial: 0,
            sound_prefix: 0,
            sound_suffix: 0,
            sound_hash: 0,
        };
        let keys = FxHashMap::from_iter([("".into(), 0)]);
        Self { words: vec![none], numbers: FxHashMap::default(), keys, marks_of_keys: vec![0] }
    }

    /// Returns the number of the word with this Latin key, as this part of a name.
    pub(crate) fn number_of(&mut self, part: Part, key: &str) -> WordId {
        if key.is_empty() {
            return 0;
        }
        let entry = (part, Box::<str>::from(key));
        if let Some(&number) = self.numbers.get(&entry) {
            return number;
        }
        let stem = endings::stem(part, key);
        let sound = sound_of(stem);
        let word = Word {
            key: key.into(),
            key_number: self.add_key(key),
            stem: self.add_key(stem),
            sound: self.add_key(&sound),
            sound_initial: sound.bytes().next().unwrap_or(0),
            sound_prefix: self.add_key(sound.get(..PREFIX_BYTES).unwrap_or(&sound)),
            sound_suffix: match sound.len().checked_sub(SUFFIX_BYTES) {
                None | Some(0) => 0,
                Some(start) => sound.get(start..).map_or(0, |end| self.add_key(end)),
            },
            sound_hash: hash_of(&sound),
            letters: key.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31)),
        };
        let number = self.words.len() as u32;
        self.words.push(word);
        self.numbers.insert(entry, number);
        number
    }

    fn add_key(&mut self, key: &str) -> u32 {
        if let Some(&number) = self.keys.get(key) {
            return number;
        }
        let number = self.keys.len() as u32;
        self.keys.insert(key.into(), number);
        self.marks_of_keys.push(mark_of_text(key.as_bytes()));
        number
    }

    /// Returns the Latin key of a word.
    pub(crate) fn key(&self, word: WordId) -> &str {
        &self.words[word as usize].key
    }

    /// Returns the number of a word's key, equal for the same word in other parts of a name.
    pub(crate) fn key_number(&self, word: WordId) -> u32 {
        self.words[word as usize].key_number
    }

    /// Returns the number of a word's stem, equal for words of one stem.
    pub(crate) fn stem(&self, word: WordId) -> u32 {
        self.words[word as usize].stem
    }

    /// Returns the number of a word's sound, equal for words that sound alike.
    pub(crate) fn sound(&self, word: WordId) -> u32 {
        self.words[word as usize].sound
    }

    /// Returns the number of the first letters of a word's sound.
    pub(crate) fn sound_prefix(&self, word: WordId) -> u32 {
        self.words[word as usize].sound_prefix
    }

    /// Returns the number of the last letters of a word's sound, 0 if it has no more than these.
    pub(crate) fn sound_suffix(&self, word: WordId) -> u32 {
        self.words[word as usize].sound_suffix
    }

    /// Returns the first letter of a word's sound.
    pub(crate) fn sound_initial(&self, word: WordId) -> u8 {
        self.words[word as usize].sound_initial
    }

    /// Returns a number that words of one sound share, whatever other words there are.
    pub(crate) fn sound_hash(&self, word: WordId) -> u32 {
        self.words[word as usize].sound_hash
    }

    /// Returns for every number of a key, stem or sound its mark.
    pub(crate) fn marks_of_keys(&self) -> &[u16] {
        &self.marks_of_keys
    }

    /// Returns for every number of a key, stem or sound its text.
    pub(crate) fn texts_of_keys(&self) -> Vec<String> {
        let mut texts = vec![String::new(); self.keys.len()];
        #[expect(clippy::iter_over_hash_type, reason = "each text has a place of its own")]
        for (key, &number) in &self.keys {
            key.as_ref().clone_into(&mut texts[number as usize]);
        }
        texts
    }

    /// Returns how many words there are, the absent one included.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns how many numbers of keys, stems and sounds there are.
    pub(crate) fn n_keys(&self) -> usize {
        self.keys.len()
    }

    /// Returns how alike two words are. Neither may be absent.
    pub(crate) fn likeness(&self, a: WordId, b: WordId) -> Likeness {
        if a == b {
            return Likeness::Exact;
        }
        let (word_a, word_b) = (&self.words[a as usize], &self.words[b as usize]);
        let (key_a, key_b) = (word_a.key.as_bytes(), word_b.key.as_bytes());
        if word_a.key_number == word_b.key_number {
            return Likeness::Exact;
        }
        if key_a.len() == 1 || key_b.len() == 1 {
            let initial = key_a[0] == key_b[0];
            return if initial { Likeness::Initial } else { Likeness::Differ };
        }
        if word_a.stem == word_b.stem {
            return Likeness::Stem;
        }
        // Letters that only one has bound how alike the words can be.
        let only_a = (word_a.letters & !word_b.letters).count_ones() as usize;
        let only_b = (word_b.letters & !word_a.letters).count_ones() as usize;
        let (n_a, n_b) = (key_a.len(), key_b.len());
        if n_a.min(n_b) >= MIN_EDIT_LETTERS
            && (word_a.sound == word_b.sound
                || only_a <= 1 && only_b <= 1 && is_one_edit(key_a, key_b))
        {
            return Likeness::OneEdit;
        }
        // One letter is a third of a short name, as much as names may be near by chance.
        let is_short_slip =
            || n_a.min(n_b) < MIN_EDIT_LETTERS && n_a.max(n_b) > 2 && is_one_edit(key_a, key_b);
        let n_matches = n_a.saturating_sub(only_a).min(n_b.saturating_sub(only_b)) as f32;
        let jaro = (n_matches / n_a as f32 + n_matches / n_b as f32 + 1.0) / 3.0;
        if jaro + 0.4 * (1.0 - jaro) < NEAR_SIMILARITY || n_matches == 0.0 {
            return if is_short_slip() { Likeness::Near } else { Likeness::Differ };
        }
        // Jaro's letters are matched greedily, which is not the same both ways round.
        let similarity = jaro_winkler(key_a.min(key_b), key_a.max(key_b));
        if similarity >= CLOSE_SIMILARITY {
            Likeness::Close
        } else if similarity >= NEAR_SIMILARITY || is_short_slip() {
            Likeness::Near
        } else {
            Likeness::Differ
        }
    }
}

fn hash_of(text: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    (hasher.finish() >> 32) as u32
}

/// Returns two bytes of a text's hash, never 0.
pub(crate) fn mark_of_text(text: &[u8]) -> u16 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    ((hasher.finish() >> 40) as u16).max(1)
}

/// Calls `on_word` with the Latin key of every word of a text; parts of a hyphenated word each.
pub(crate) fn each_key(text: &str, mut on_word: impl FnMut(&str)) {
    for piece in text.split(|letter: char| letter == '-' || letter == '.' || letter.is_whitespace())
    {
        fold_words(piece, |word, _| on_word(&romanise(word)));
    }
}

/// Returns the word with letters that are confused made one: voiced and voiceless, a and o, e and i.
fn sound_of(key: &str) -> String {
    let mut sound = String::with_capacity(key.len());
    for letter in key.chars() {
        let heard = match letter {
            'o' => 'a',
            'e' | 'y' | 'j' => 'i',
            'b' => 'p',
            'd' => 't',
            'v' | 'w' => 'f',
            'z' | 'c' => 's',
            'g' | 'h' | 'q' => 'k',
            other => other,
        };
        if !sound.ends_with(heard) {
            sound.push(heard);
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::{Likeness, WordBook, each_key};
    use crate::endings::Part;

    fn likeness(part: Part, a: &str, b: &str) -> Likeness {
        let mut book = WordBook::new();
        let mut number = |text: &str| {
            let mut key = String::new();
            each_key(text, |word| key.push_str(word));
            book.number_of(part, &key)
        };
        let (a, b) = (number(a), number(b));
        book.likeness(a, b)
    }

    #[test]
    fn likeness_of_words() {
        for (part, a, b, expected) in [
            (Part::Surname, "Иванов", "ИВАНОВ", Likeness::Exact),
            (Part::Surname, "Иванов", "Иванова", Likeness::Stem),
            (Part::Surname, "Вишневский", "Wiszniewska", Likeness::Stem),
            (Part::Surname, "Вишневского", "Вишневская", Likeness::Stem),
            (Part::Surname, "Сидоров", "Сидорав", Likeness::OneEdit),
            (Part::Given, "И.", "Иван", Likeness::Initial),
            (Part::Given, "Ивана", "Иван", Likeness::Stem),
            (Part::Patronymic, "Петровича", "Петровна", Likeness::Stem),
            (Part::Patronymic, "Jan", "Янович", Likeness::Stem),
            (Part::Given, "Иван", "Пётр", Likeness::Differ),
            (Part::Given, "Уве", "Вуе", Likeness::Near),
            (Part::Surname, "Ли", "Ни", Likeness::Differ),
        ] {
            assert_eq!(likeness(part, a, b), expected, "{a} {b}");
        }
    }
}
