//! The sounds of a word: what is left when it no longer matters how a language writes them.

use super::alphabet::{ALPHABET, N_CODES, SOUNDS_TSV};
use super::letter_tree::LetterTree;
use super::spelled::MAX_LETTERS;
use crate::table;
use std::sync::LazyLock;

/// One more than the highest number of a sound.
pub(crate) const N_SOUNDS: usize = 64;

/// Returns the number of the sound that a sign of `sounds.tsv` stands for.
///
/// Digits, capitals and small letters of ASCII have the numbers 1 to 62.
pub(crate) fn sound_of_sign(sign: char) -> u8 {
    match sign {
        '0'..='9' => sign as u8 - b'0' + 1,
        'A'..='Z' => sign as u8 - b'A' + 11,
        'a'..='z' => sign as u8 - b'a' + 37,
        _ => panic!("sounds.tsv has a sign that is neither letter nor digit"),
    }
}

/// How many sounds one rule gives at most.
const MAX_RULE_SOUNDS: usize = 5;

/// The sounds of one word, none twice in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sounds {
    sounds: [u8; MAX_LETTERS],
    n_sounds: u8,
}

/// What sequences of letters sound like.
struct Rules {
    sequences: LetterTree<[u8; MAX_RULE_SOUNDS]>,
    /// By code: the sounds of the letter by itself.
    letters: [[u8; MAX_RULE_SOUNDS]; N_CODES],
    /// By code: a bit for every code behind it with which a longer sequence may begin.
    followers: [u128; N_CODES],
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules = Rules {
        sequences: LetterTree::build(sequences()),
        letters: [[0; MAX_RULE_SOUNDS]; N_CODES],
        followers: [0; N_CODES],
    };
    for (codes, sounds) in sequences() {
        match codes[..] {
            [code] => rules.letters[usize::from(code)] = sounds,
            [first, second, ..] => rules.followers[usize::from(first)] |= 1 << second,
            [] => {}
        }
    }
    rules
});

/// Returns the rules of `sounds.tsv`: codes of letters and their sounds.
fn sequences() -> impl Iterator<Item = (Vec<u8>, [u8; MAX_RULE_SOUNDS])> {
    table::rows(SOUNDS_TSV).map(|[_script, letters, signs, _source]| {
        let mut sounds = [0; MAX_RULE_SOUNDS];
        for (sound, sign) in sounds.iter_mut().zip(signs.chars().filter(|&sign| sign != '-')) {
            *sound = sound_of_sign(sign);
        }
        (letters.chars().map(|letter| ALPHABET.sounding_code(letter)).collect(), sounds)
    })
}

impl Rules {
    /// Returns the sounds of the longest sequence that begins the letters, and its length.
    fn longest(&self, letters: &[u8]) -> ([u8; MAX_RULE_SOUNDS], usize) {
        let first = usize::from(letters[0]) % N_CODES;
        let is_longer = letters
            .get(1)
            .is_some_and(|&next| self.followers[first] & 1 << (usize::from(next) % N_CODES) != 0);
        // Most letters stand for themselves whatever follows.
        match is_longer.then(|| self.sequences.longest(letters.iter().copied())).flatten() {
            Some(found) => found,
            None => (self.letters[first], 1),
        }
    }
}

impl Sounds {
    /// Returns the sounds of letters with their accents.
    pub(crate) fn of_letters(letters: &[u8]) -> Sounds {
        Sounds::with_stem(letters, 0).0
    }

    /// Returns the sounds of letters with their accents, and how many of them the
    /// first `n_stem` letters give.
    pub(crate) fn with_stem(letters: &[u8], n_stem: usize) -> (Sounds, u8) {
        let rules = &*RULES;
        let mut word = Sounds { sounds: [0; MAX_LETTERS], n_sounds: 0 };
        let mut n_stem_sounds = 0;
        let mut at = 0;
        while at < letters.len() {
            let (sounds, n_letters) = rules.longest(&letters[at..]);
            for sound in sounds.iter().copied().take_while(|&sound| sound != 0) {
                word.push(sound);
            }
            at += n_letters;
            if at <= n_stem {
                n_stem_sounds = word.n_sounds;
            }
        }
        (word, n_stem_sounds)
    }

    fn push(&mut self, sound: u8) {
        let n_sounds = usize::from(self.n_sounds);
        let is_repeated = n_sounds > 0 && self.sounds[n_sounds - 1] == sound;
        if !is_repeated && n_sounds < MAX_LETTERS {
            self.sounds[n_sounds] = sound;
            self.n_sounds += 1;
        }
    }

    /// Returns the sounds.
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.sounds[..usize::from(self.n_sounds)]
    }
}
