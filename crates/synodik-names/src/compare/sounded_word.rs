//! The sounds of a word and the keys made of them.

use crate::key::keys_of;
use crate::sound::{Sounds, Spelled, Stem};

/// A word by its sounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct SoundedWord {
    pub(super) keys: [u64; 2],
    /// Which classes of consonants the keys hold.
    pub(super) class_mask: u16,
    /// How many of them the first key holds.
    pub(super) n_key_classes: u8,
    pub(super) n_stem_sounds: u8,
    pub(super) sounds: Sounds,
}

impl SoundedWord {
    pub(super) fn new(spelled: &Spelled, stem: Stem) -> SoundedWord {
        let (sounds, n_stem_sounds) =
            Sounds::with_stem(spelled.sounding(), stem.n_sounding(spelled));
        let keys = keys_of(sounds.as_slice(), n_stem_sounds, stem.form);
        SoundedWord {
            keys,
            class_mask: class_mask(keys),
            n_key_classes: (64 - keys[0].leading_zeros()).div_ceil(4) as u8,
            n_stem_sounds,
            sounds,
        }
    }
}

fn class_mask(keys: [u64; 2]) -> u16 {
    let n_keys = if keys[0] == keys[1] { 1 } else { 2 };
    let mut mask = 0;
    for mut key in keys.into_iter().take(n_keys) {
        while key != 0 {
            mask |= 1 << (key & 15);
            key >>= 4;
        }
    }
    mask
}
