//! A word with all that comparing it needs, worked out once.

use super::similarity::{damerau_of_codes, jaro_winkler_of_codes};
use crate::fold::Script;
use crate::key::keys_of;
use crate::sound::{MAX_LETTERS, Paradigm, Sounds, Spelled, Stem};
use std::collections::HashMap;

/// Letters of an abbreviated word with a point: `Ив.`, `Алекс.`.
const MAX_ABBREVIATED: usize = 6;

/// A word of a name, prepared for comparing.
///
/// Of fixed size; making it allocates nothing. At most 24 letters are kept, and a
/// hash of the rest.
#[derive(Debug, Clone, Copy)]
pub struct PreparedWord {
    pub(super) folded_hash: u64,
    pub(super) letter_mask: u64,
    /// The letters of the stem and its paradigm.
    pub(super) stem_hash: u64,
    pub(super) n_letters: u8,
    pub(super) class_mask: u16,
    pub(super) script: Script,
    pub(super) is_initial: bool,
    pub(super) stem: Stem,
    pub(super) n_stem_sounds: u8,
    pub(super) written_hash: u64,
    pub(super) keys: [u64; 2],
    pub(super) letters: [u8; MAX_LETTERS],
    pub(super) sounds: Sounds,
}

impl PreparedWord {
    /// Prepares one word as written; what is no letter or digit is passed over.
    ///
    /// # Shape
    ///
    /// `word`: one word in any case. A word without letters is a missing one.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{Agreement, NamePart, PreparedWord, compare_words};
    /// let [a, b] = ["Ѳедоровъ", "Фёдоров"].map(PreparedWord::new);
    /// assert_eq!(compare_words(NamePart::Surname, &a, &b), Agreement::Spelling);
    /// ```
    pub fn new(word: &str) -> PreparedWord {
        let spelled = Spelled::new(word);
        let stem = Stem::of(&spelled);
        let sounds = Sounds::of(&spelled);
        let keys = keys_of(&spelled, &stem);
        let letters = spelled.letters();
        let n_stem = usize::from(stem.n_letters);
        let n_ending = letters.len() - n_stem;
        let stem_sounding =
            &spelled.sounding()[..spelled.sounding().len().saturating_sub(n_ending)];
        PreparedWord {
            folded_hash: spelled.folded_hash,
            written_hash: spelled.written_hash,
            letter_mask: letters.iter().fold(0, |mask, &code| mask | 1 << code),
            stem_hash: stem_hash(&letters[..n_stem], stem.paradigm),
            n_letters: letters.len() as u8,
            class_mask: class_mask(keys),
            script: spelled.script,
            is_initial: letters.len() == 1
                || (spelled.is_abbreviated && letters.len() <= MAX_ABBREVIATED),
            stem,
            n_stem_sounds: Sounds::of_letters(stem_sounding).as_slice().len() as u8,
            keys,
            letters: spelled.padded(),
            sounds,
        }
    }

    /// Returns whether the word has no letters.
    pub fn is_missing(&self) -> bool {
        self.n_letters == 0
    }

    /// Returns whether the word is an initial or an abbreviation.
    pub fn is_initial(&self) -> bool {
        self.is_initial
    }

    /// Returns the script the word is written in.
    pub fn script(&self) -> Script {
        self.script
    }

    /// Returns the keys of [`slavic_keys`](crate::slavic_keys).
    pub fn keys(&self) -> [u64; 2] {
        self.keys
    }

    pub(super) fn paradigm(&self) -> Paradigm {
        self.stem.paradigm
    }

    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.n_letters)]
    }

    pub(super) fn stem_letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.stem.n_letters)]
    }
}

fn stem_hash(letters: &[u8], paradigm: Paradigm) -> u64 {
    letters.iter().fold(paradigm as u64 + 1, |hash, &code| {
        (hash.rotate_left(7) ^ u64::from(code)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// Which classes of consonants the keys hold.
fn class_mask(keys: [u64; 2]) -> u16 {
    let mut mask = 0;
    for mut key in keys {
        while key != 0 {
            mask |= 1 << (key & 15);
            key >>= 4;
        }
    }
    mask
}

/// Returns the Jaro-Winkler similarity of the folded letters of two words.
///
/// # Units
///
/// 0 for nothing in common, 1 for equal letters.
///
/// # Example
///
/// ```
/// use synodik_names::{PreparedWord, jaro_winkler};
/// let [a, b] = ["Марта", "Марат"].map(PreparedWord::new);
/// assert!((jaro_winkler(&a, &b) - 0.9533).abs() < 1e-3);
/// ```
pub fn jaro_winkler(a: &PreparedWord, b: &PreparedWord) -> f64 {
    jaro_winkler_of_codes(a.letters(), b.letters())
}

/// Returns how many letters two words differ in: replaced, missing or swapped with
/// the next (optimal string alignment).
///
/// # Example
///
/// ```
/// use synodik_names::{PreparedWord, damerau};
/// let [a, b] = ["Марта", "Марат"].map(PreparedWord::new);
/// assert_eq!(damerau(&a, &b), 1);
/// ```
pub fn damerau(a: &PreparedWord, b: &PreparedWord) -> u32 {
    damerau_of_codes(a.letters(), b.letters())
}

/// The number of a word in a [`NameTable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

/// Every distinct word of a data set, prepared once.
#[derive(Debug, Default)]
pub struct NameTable {
    ids: HashMap<Box<str>, WordId>,
    words: Vec<PreparedWord>,
}

impl NameTable {
    /// Returns the number of a word, which is prepared if it is new.
    ///
    /// # Shape
    ///
    /// Numbers are given in the order of the first call; the same word has the same number.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{Agreement, NamePart, NameTable, compare_words};
    /// let mut table = NameTable::default();
    /// let [a, b] = ["Иванов", "Иванова"].map(|word| table.intern(word));
    /// let agreement = compare_words(NamePart::Surname, table.word(a), table.word(b));
    /// assert_eq!(agreement, Agreement::FeminineForm);
    /// ```
    pub fn intern(&mut self, word: &str) -> WordId {
        if let Some(&word_id) = self.ids.get(word) {
            return word_id;
        }
        let word_id = WordId(u32::try_from(self.words.len()).expect("fewer words than 4 billion"));
        self.words.push(PreparedWord::new(word));
        self.ids.insert(word.into(), word_id);
        word_id
    }

    /// Returns a word by a number that this table gave.
    pub fn word(&self, word_id: WordId) -> &PreparedWord {
        &self.words[word_id.0 as usize]
    }
}
