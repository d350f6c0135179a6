//! A word with all that comparing it needs, worked out once.

use super::agreement::Agreement;
use super::father::given_in_genitive;
use super::given_by_sound::given_by_sound;
use super::similarity::{damerau_of_codes, jaro_winkler_of_codes};
use super::sounded_word::SoundedWord;
use super::words::compare_words;
use super::written_word::WrittenWord;
use crate::fold::Script;
use crate::given::{GivenMatch, given_name, given_name_folded};
use crate::inflect::{Father, possible_fathers};
use crate::part::NamePart;
use crate::sound::{MAX_LETTERS, Paradigm, Spelled, letter_of};
use std::collections::HashMap;

/// Bytes that the folded letters of a word take as text at most.
const MAX_FOLDED_BYTES: usize = 2 * MAX_LETTERS;

/// A word of a name, prepared for comparing.
///
/// Of fixed size; making it allocates nothing. At most 24 letters are kept, and a
/// hash of the rest.
#[derive(Debug, Clone, Copy)]
pub struct PreparedWord {
    pub(super) written: WrittenWord,
    pub(super) sounded: SoundedWord,
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
        let written = WrittenWord::new(&spelled);
        PreparedWord { written, sounded: SoundedWord::new(&spelled, written.stem) }
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
            NamePart::Given => self.written.given[0] = self.given_names(word),
            NamePart::Patronymic => {
                let fathers = possible_fathers(word);
                self.written.given = known_fathers(&fathers);
                // A father's name may stand without an ending, as in Polish lists.
                if fathers.is_empty() {
                    let matches = self.given_names(word);
                    let is_known = !matches.is_empty();
                    let in_genitive = given_in_genitive(word);
                    self.written.given =
                        if is_known { [matches, in_genitive] } else { [in_genitive, &[]] };
                }
            }
        }
        self
    }

    /// Returns the given names the word is a form of; a Latin word that is none by
    /// itself is looked up by its sound.
    fn given_names(&self, word: &str) -> &'static [GivenMatch] {
        let matches = self.given_names_of_letters();
        if !matches.is_empty() {
            return matches;
        }
        let matches = given_name(word);
        if !matches.is_empty() || self.written.script != Script::Latin || self.is_initial() {
            return matches;
        }
        let matches = given_by_sound(self);
        if !matches.is_empty() || !word.contains(['j', 'J']) {
            return matches;
        }
        // After a consonant j is no ж: Katja.
        given_by_sound(&PreparedWord::new(&word.replace(['j', 'J'], "i")))
    }

    /// Looks the letters up, which are folded already; a word with others is not found.
    fn given_names_of_letters(&self) -> &'static [GivenMatch] {
        let mut bytes = [0; MAX_FOLDED_BYTES];
        let mut n_bytes = 0;
        for &code in self.letters() {
            let Some(letter) = letter_of(code) else { return &[] };
            n_bytes += letter.encode_utf8(&mut bytes[n_bytes..]).len();
        }
        let is_whole = self.letters().len() + 2 <= MAX_LETTERS;
        let folded = std::str::from_utf8(&bytes[..n_bytes]).expect("letters are written as UTF-8");
        if is_whole { given_name_folded(folded) } else { &[] }
    }

    /// Returns whether the word has no letters.
    pub fn is_missing(&self) -> bool {
        self.written.is_missing()
    }

    /// Returns whether the word is an initial or an abbreviation.
    pub fn is_initial(&self) -> bool {
        self.written.is_initial
    }

    /// Returns the script the word is written in.
    pub fn script(&self) -> Script {
        self.written.script
    }

    /// Returns the keys of [`slavic_keys`](crate::slavic_keys).
    pub fn keys(&self) -> [u64; 2] {
        self.sounded.keys
    }

    /// Returns whether the word is a given name in some form, or a patronymic of one.
    pub(super) fn is_given(&self) -> bool {
        self.written.is_given()
    }

    pub(super) fn n_letters(&self) -> u8 {
        self.written.n_letters
    }

    pub(super) fn paradigm(&self) -> Paradigm {
        self.written.stem.paradigm
    }

    pub(super) fn letters(&self) -> &[u8] {
        self.written.letters()
    }
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
