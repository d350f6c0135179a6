//! The parts of the syllables of a word: initial, vowels, coda.

use crate::sound::LETTER_A;

/// A word with more syllables is no reading of a name.
pub(super) const MAX_SYLLABLES: usize = 2;

/// The vowels of one syllable: iao, with two to spare.
pub(super) const MAX_NUCLEUS: usize = 4;

/// Letters as a set of codes.
type Letters = u64;

const fn cyrillic(number: u8) -> Letters {
    1 << number
}

const fn latin(letter: u8) -> Letters {
    1 << (LETTER_A + letter - b'a')
}

/// а е и о у ъ ы э ю я.
const CYRILLIC_VOWELS: Letters = cyrillic(1)
    | cyrillic(6)
    | cyrillic(9)
    | cyrillic(15)
    | cyrillic(20)
    | cyrillic(27)
    | cyrillic(28)
    | cyrillic(30)
    | cyrillic(31)
    | cyrillic(32);

/// е и ы э.
const FRONT_VOWELS: Letters = cyrillic(6) | cyrillic(9) | cyrillic(28) | cyrillic(30);

/// й, which ends a nucleus.
const CYRILLIC_GLIDE: Letters = cyrillic(10);

/// р and щ, which readings of Chinese characters do not have.
const CYRILLIC_FOREIGN: Letters = cyrillic(17) | cyrillic(26);

const LATIN_VOWELS: Letters =
    latin(b'a') | latin(b'e') | latin(b'i') | latin(b'o') | latin(b'u') | latin(b'y') | latin(b'w');

const fn has(letters: Letters, code: u8) -> bool {
    code < 64 && letters & (1 << code) != 0
}

/// Returns whether a letter may stand in a nucleus after `n_before` others of it.
pub(super) fn is_nuclear(code: u8, n_before: usize) -> bool {
    has(CYRILLIC_VOWELS | LATIN_VOWELS, code) || (n_before > 0 && has(CYRILLIC_GLIDE, code))
}

/// Returns whether a Cyrillic word may be the reading of one or two characters.
pub(super) fn may_be_reading(letters: &[u8]) -> bool {
    let mask = letters.iter().fold(0, |mask, &code| mask | 1_u64 << (code & 63));
    mask & CYRILLIC_FOREIGN == 0 && n_vowel_runs(letters, CYRILLIC_VOWELS) <= MAX_SYLLABLES
}

/// Returns whether a Latin word may be the reading of one or two characters.
pub(super) fn may_be_latin_reading(letters: &[u8]) -> bool {
    n_vowel_runs(letters, LATIN_VOWELS) <= MAX_SYLLABLES
}

/// Returns whether two Cyrillic words may be one or two characters as different clerks heard them.
///
/// The caller compares the consonants; of the vowels only front and back are told apart.
pub(crate) fn are_readings_alike(a: &[u8], b: &[u8]) -> bool {
    let heard = |letters: &[u8]| {
        let vowels = letters.iter().filter(|&&code| has(CYRILLIC_VOWELS, code));
        vowels.map(|&code| has(FRONT_VOWELS, code)).fold((0_u8, None), |(runs, last), is_front| {
            let is_same = last == Some(is_front);
            (if is_same { runs } else { runs << 2 | 2 | u8::from(is_front) }, Some(is_front))
        })
    };
    may_be_reading(a) && may_be_reading(b) && heard(a).0 == heard(b).0
}

fn n_vowel_runs(letters: &[u8], vowels: Letters) -> usize {
    let is_vowel = |at: usize| has(vowels, letters[at]);
    (0..letters.len()).filter(|&at| is_vowel(at) && (at == 0 || !is_vowel(at - 1))).count()
}
