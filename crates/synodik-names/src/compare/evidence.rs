//! What comparing two names gives: every part with what it weighs.

use super::agreement::Agreement;
use super::prepared_name::MAX_WORDS;
use crate::part::NamePart;
use std::fmt;
use std::ops::Deref;

/// Parts of two names of which no word agrees with another.
const MAX_PARTS: usize = 2 * MAX_WORDS;

/// What one word of a name, or one that is missing, says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartEvidence<'a> {
    /// The part of the name, if it is known.
    pub part: Option<NamePart>,
    /// The word of the first name as written; empty if it has none.
    pub a: &'a str,
    /// The word of the second name as written; empty if it has none.
    pub b: &'a str,
    /// How they agree.
    pub agreement: Agreement,
    /// Whether they stand as different parts of the name.
    pub is_swapped: bool,
    /// Whether another name in brackets agrees, not the word itself.
    pub is_alternative: bool,
    /// What it weighs, in bits.
    pub bits: f32,
    /// How many of the bits are due to how rare the name is (fewer than none: how common);
    /// none if that is not known. For surnames only [`SurnameFrequencies`] can tell.
    ///
    /// [`SurnameFrequencies`]: crate::SurnameFrequencies
    pub rarity_bits: Option<f32>,
}

/// How two names agree, word by word.
#[derive(Debug, Clone, PartialEq)]
pub struct NameEvidence<'a> {
    /// The words of the shorter name in their order, then what is missing in it.
    pub parts: PartList<'a>,
    /// The sum of the bits of all parts.
    pub bits: f32,
    /// How likely the two are the same name (not: the same person).
    pub p_same: f64,
}

/// The parts of a comparison, a slice of [`PartEvidence`]; of fixed size, so that comparing allocates nothing.
#[derive(Clone)]
pub struct PartList<'a> {
    parts: [PartEvidence<'a>; MAX_PARTS],
    n_parts: usize,
}

impl<'a> PartList<'a> {
    pub(super) fn empty() -> PartList<'a> {
        let none = PartEvidence {
            part: None,
            a: "",
            b: "",
            agreement: Agreement::Missing,
            is_swapped: false,
            is_alternative: false,
            bits: 0.0,
            rarity_bits: None,
        };
        PartList { parts: [none; MAX_PARTS], n_parts: 0 }
    }

    pub(super) fn push(&mut self, part: PartEvidence<'a>) {
        self.parts[self.n_parts] = part;
        self.n_parts += 1;
    }

    pub(super) fn as_mut_slice(&mut self) -> &mut [PartEvidence<'a>] {
        &mut self.parts[..self.n_parts]
    }
}

impl<'a> Deref for PartList<'a> {
    type Target = [PartEvidence<'a>];

    fn deref(&self) -> &[PartEvidence<'a>] {
        &self.parts[..self.n_parts]
    }
}

impl fmt::Debug for PartList<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self[..].fmt(formatter)
    }
}

impl PartialEq for PartList<'_> {
    fn eq(&self, other: &Self) -> bool {
        self[..] == other[..]
    }
}

impl<'list, 'a> IntoIterator for &'list PartList<'a> {
    type Item = &'list PartEvidence<'a>;
    type IntoIter = std::slice::Iter<'list, PartEvidence<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
