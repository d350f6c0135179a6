//! The letters of a word and what follows from them alone: mask, stem, hashes.

use crate::fold::Script;
use crate::given::GivenMatch;
use crate::sound::{MAX_LETTERS, Spelled, Stem};

/// Letters of an abbreviated word with a point: `Ив.`, `Алекс.`.
const MAX_ABBREVIATED: usize = 6;

/// A word by its letters, with the given names it is related to.
#[derive(Debug, Clone, Copy)]
pub(super) struct WrittenWord {
    pub(super) folded_hash: u64,
    pub(super) written_hash: u64,
    /// A bit for every code that occurs.
    pub(super) letter_mask: u64,
    /// The letters of the stem and its paradigm.
    pub(super) stem_hash: u64,
    pub(super) n_letters: u8,
    pub(super) script: Script,
    pub(super) is_initial: bool,
    pub(super) stem: Stem,
    pub(super) letters: [u8; MAX_LETTERS],
    /// The given names it may be a form of, or its father's; two readings at most.
    pub(super) given: [&'static [GivenMatch]; 2],
}

impl WrittenWord {
    pub(super) fn new(spelled: &Spelled) -> WrittenWord {
        let letters = spelled.letters();
        let stem = Stem::of(spelled);
        WrittenWord {
            folded_hash: spelled.folded_hash,
            written_hash: spelled.written_hash,
            letter_mask: spelled.letter_mask,
            stem_hash: spelled.hash_of_start(usize::from(stem.n_letters), stem.paradigm as u8),
            n_letters: letters.len() as u8,
            script: spelled.script,
            is_initial: is_initial(spelled),
            stem,
            letters: spelled.padded(),
            given: [&[], &[]],
        }
    }

    pub(super) fn is_missing(&self) -> bool {
        self.n_letters == 0
    }

    /// Returns whether the word is a given name in some form, or a patronymic of one.
    pub(super) fn is_given(&self) -> bool {
        !self.given[0].is_empty()
    }

    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.n_letters)]
    }

    pub(super) fn stem_letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.stem.n_letters)]
    }

    /// Returns whether two words are forms of one name, or equal.
    pub(super) fn is_of_stem(&self, other: &WrittenWord) -> bool {
        self.stem_hash == other.stem_hash && self.stem_letters() == other.stem_letters()
    }
}

/// Returns whether a word is an initial or an abbreviation.
pub(super) fn is_initial(spelled: &Spelled) -> bool {
    let n_letters = spelled.letters().len();
    n_letters == 1 || (spelled.is_abbreviated && n_letters <= MAX_ABBREVIATED)
}
