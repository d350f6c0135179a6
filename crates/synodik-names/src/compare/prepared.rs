//! A word with all that comparing it needs, worked out once.

use super::agreement::Agreement;
use super::father::given_in_genitive;
use super::given_by_sound::given_by_sound;
use super::similarity::{damerau_of_codes, jaro_winkler_of_codes};
use super::words::compare_words;
use crate::fold::{Script, fold_name_word};
use crate::given::{GivenMatch, given_name, given_name_folded};
use crate::inflect::{Father, possible_fathers};
use crate::key::keys_of;
use crate::part::NamePart;
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
    /// How many classes of consonants the first key holds.
    pub(super) n_key_classes: u8,
    /// The given names it may be a form of, or its father's; two readings at most.
    pub(super) given: [&'static [GivenMatch]; 2],
    /// Whether no table has it as a given name; it only sounds or is spelled like one.
    pub(super) is_given_guessed: bool,
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
        let n_stem_sounding = stem.n_sounding(&spelled);
        let (sounds, n_stem_sounds) = Sounds::with_stem(spelled.sounding(), n_stem_sounding);
        let keys = keys_of(sounds.as_slice(), n_stem_sounds, stem.form);
        let letters = spelled.letters();
        let n_stem = usize::from(stem.n_letters);
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
            n_stem_sounds,
            keys,
            n_key_classes: (64 - keys[0].leading_zeros()).div_ceil(4) as u8,
            given: [&[], &[]],
            is_given_guessed: false,
            letters: spelled.padded(),
            sounds,
        }
    }

    /// Prepares a word of which the part is known, with the names it is related to.
    ///
    /// A given name brings the names it is a form of, a patronymic those of the
    /// fathers it may come from: Иван and Ваня, Янович and Иванович are then known
    /// to be related. Slower than [`PreparedWord::new`]: once for every distinct word.
    ///
    /// # Source
    ///
    /// `data/names/given/`, `data/names/patronymic_rules.tsv`
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{Agreement, NamePart, PreparedWord, compare_words};
    /// let given = NamePart::Given;
    /// let [a, b] = ["Иван", "Ваня"].map(|word| PreparedWord::of_part(given, word));
    /// assert_eq!(compare_words(given, &a, &b), Agreement::Diminutive);
    /// ```
    pub fn of_part(part: NamePart, word: &str) -> PreparedWord {
        PreparedWord::new(word).related_as(part, word)
    }

    /// Returns the prepared word with the names it is related to as a part of a name.
    pub(super) fn related_as(mut self, part: NamePart, word: &str) -> PreparedWord {
        match part {
            NamePart::Surname => {}
            NamePart::Given => {
                self.given[0] = self.given_names(word);
                self.is_given_guessed = self.script == Script::Latin
                    && self.is_given()
                    && fold_name_word(word, given_name_folded).is_empty();
            }
            NamePart::Patronymic => {
                let fathers = possible_fathers(word);
                self.given = known_fathers(&fathers);
                // A father's name may stand without an ending, as in Polish lists.
                if fathers.is_empty() {
                    let matches = self.given_names(word);
                    let is_known = !matches.is_empty();
                    self.given[0] = if is_known { matches } else { given_in_genitive(word) };
                    self.given[1] = if is_known { given_in_genitive(word) } else { &[] };
                }
            }
        }
        self
    }

    /// Returns the given names the word is a form of; a Latin word that is none by
    /// itself is looked up by its sound.
    fn given_names(&self, word: &str) -> &'static [GivenMatch] {
        let matches = given_name(word);
        if !matches.is_empty() || self.script != Script::Latin || self.is_initial {
            return matches;
        }
        if has_soft_consonant(word) {
            let matches = given_by_sound(&PreparedWord::new(&word.replace(['j', 'J'], "i")));
            if !matches.is_empty() {
                return matches;
            }
        }
        given_by_sound(self)
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

    /// Returns whether the word is a given name in some form, or a patronymic of one.
    pub(super) fn is_given(&self) -> bool {
        !self.given[0].is_empty()
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

/// Returns whether j stands after a consonant, where it is no ж: Katja.
fn has_soft_consonant(word: &str) -> bool {
    let mut before = 'a';
    word.chars().any(|letter| {
        let is_soft = letter == 'j' && !"aeiouy".contains(before);
        before = letter.to_ascii_lowercase();
        is_soft
    })
}

/// Returns the names of the two likeliest fathers that some list has.
fn known_fathers(fathers: &[Father]) -> [&'static [GivenMatch]; 2] {
    let known = fathers.iter().map(|father| (father, given_name(&father.given)));
    let known: Vec<_> = known.filter(|(_, matches)| !matches.is_empty()).collect();
    let likelier = |a: &Father, b: &Father| a.p.total_cmp(&b.p).then_with(|| b.given.cmp(&a.given));
    let best = known.iter().max_by(|a, b| likelier(a.0, b.0));
    let Some((best, first)) = best else { return [&[], &[]] };
    let others = known.iter().filter(|(father, _)| father.given != best.given);
    let second = others.max_by(|a, b| likelier(a.0, b.0)).map_or(&[][..], |(_, matches)| matches);
    [first, second]
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

/// Every distinct word of each part of the names of a data set, prepared once.
#[derive(Debug, Default)]
pub struct NameTable {
    /// By part.
    ids: [HashMap<Box<str>, WordId>; 3],
    words: Vec<PreparedWord>,
}

impl NameTable {
    /// Returns the number of a word of a part, which is prepared if it is new.
    ///
    /// # Shape
    ///
    /// Numbers are given in the order of the first call; the same word of the same
    /// part has the same number.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{Agreement, NamePart, NameTable};
    /// let mut table = NameTable::default();
    /// let surname = NamePart::Surname;
    /// let [a, b] = ["Иванов", "Иванова"].map(|word| table.intern(surname, word));
    /// assert_eq!(table.compare(surname, a, b), Agreement::FeminineForm);
    /// ```
    pub fn intern(&mut self, part: NamePart, word: &str) -> WordId {
        let ids = &mut self.ids[part as usize];
        if let Some(&word_id) = ids.get(word) {
            return word_id;
        }
        let word_id = WordId(u32::try_from(self.words.len()).expect("fewer words than 4 billion"));
        self.words.push(PreparedWord::of_part(part, word));
        ids.insert(word.into(), word_id);
        word_id
    }

    /// Returns a word by a number that this table gave.
    pub fn word(&self, word_id: WordId) -> &PreparedWord {
        &self.words[word_id.0 as usize]
    }

    /// Compares two words of one part, as [`compare_words`] does.
    pub fn compare(&self, part: NamePart, a: WordId, b: WordId) -> Agreement {
        let a_word = self.word(a);
        if a == b {
            return if a_word.is_missing() { Agreement::Missing } else { Agreement::Same };
        }
        compare_words(part, a_word, self.word(b))
    }
}
