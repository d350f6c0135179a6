//! The sounds of a word: what is left when it no longer matters how a language writes them.

use super::alphabet::{ALPHABET, SOUNDS_TSV};
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

static RULES: LazyLock<LetterTree<[u8; MAX_RULE_SOUNDS]>> = LazyLock::new(|| {
    LetterTree::build(table::rows(SOUNDS_TSV).map(|[_script, letters, signs, _source]| {
        let mut sounds = [0; MAX_RULE_SOUNDS];
        for (sound, sign) in sounds.iter_mut().zip(signs.chars().filter(|&sign| sign != '-')) {
            *sound = sound_of_sign(sign);
        }
        (letters.chars().map(|letter| ALPHABET.sounding_code(letter)).collect(), sounds)
    }))
});

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
            let (sounds, n_letters) =
                rules.longest(letters[at..].iter().copied()).unwrap_or(([0; MAX_RULE_SOUNDS], 1));
            for sound in sounds.into_iter().take_while(|&sound| sound != 0) {
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
