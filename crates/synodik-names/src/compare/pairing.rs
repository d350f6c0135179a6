//! How a word of one name agrees with a word of the other, and what that weighs.

use super::agreement::{Agreement, agreement_bits};
use super::frequencies::commoner;
use super::prepared::PreparedWord;
use super::prepared_name::NameWord;
use super::probability::{PROBABILITY, odds_bits};
use super::words::compare_words;
use crate::fold::Script;
use crate::part::NamePart;
use crate::sound::Paradigm;

/// How one word of a name agrees with one of the other.
#[derive(Clone, Copy)]
pub(super) struct Pairing {
    pub(super) part: Option<NamePart>,
    pub(super) agreement: Agreement,
    pub(super) is_swapped: bool,
    pub(super) is_alternative: bool,
    /// Whether the two cannot be held against each other: each is missing in the other name.
    pub(super) is_incomparable: bool,
    pub(super) bits: f32,
    pub(super) rarity_bits: Option<f32>,
}

impl Pairing {
    /// A pairing that has not been worked out.
    pub(super) const MISSING: Pairing = Pairing {
        part: None,
        agreement: Agreement::Missing,
        is_swapped: false,
        is_alternative: false,
        is_incomparable: false,
        bits: 0.0,
        rarity_bits: None,
    };

    /// Returns what the pairing adds to the log-odds of one name.
    pub(super) fn odds_bits(&self) -> f64 {
        let agreement = if self.is_incomparable { Agreement::Missing } else { self.agreement };
        odds_bits(agreement, self.bits)
    }
}

/// Returns what it weighs that a word is missing in the other name.
pub(super) fn missing_bits(word: &NameWord) -> f32 {
    if word.is_particle {
        PROBABILITY.particle_bits
    } else {
        agreement_bits(word.part, Agreement::Missing)
    }
}

/// Compares a word of one name with a word of the other.
pub(super) fn pair_words(
    a_name: &[NameWord],
    a: &NameWord,
    b_name: &[NameWord],
    b: &NameWord,
) -> Pairing {
    let part = match (a.part, b.part) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (known, None) | (None, known) => known,
    };
    let is_swapped = a.part.is_some() && b.part.is_some() && a.part != b.part;
    let (agreement, is_alternative) = match is_swapped && are_strangers(a, b) {
        true => (Agreement::Different, false),
        false => agreement_of(part, a, b),
    };
    // Only a word that stands there in full shows that it stands as another part.
    let is_full = matches!(
        agreement,
        Agreement::Same
            | Agreement::Spelling
            | Agreement::Transliteration
            | Agreement::Variant
            | Agreement::Diminutive
            | Agreement::OtherLanguage
    );
    // Of initials the order is all that tells them apart: С. П. is not П. С.
    let has_initial = a.prepared.is_initial() || b.prepared.is_initial();
    let agreement = match agreement {
        _ if is_swapped && (has_initial || !is_full) => Agreement::Different,
        Agreement::Same | Agreement::Spelling if has_initial => Agreement::Initial,
        agreement => agreement,
    };
    let is_different = agreement == Agreement::Different;
    // A word is held against one of another part only if the other name lacks its part.
    let is_incomparable =
        is_swapped && is_different && !has(b_name, a.part) && !has(a_name, b.part);
    let weight = agreement_bits(part, agreement);
    let mut rarity_bits = None;
    let bits = if is_incomparable {
        missing_bits(a) + missing_bits(b)
    } else if is_swapped {
        weight + PROBABILITY.swapped_bits
    } else if weight > 0.0 && agreement != Agreement::Initial {
        // However common a name: an agreement in it never speaks against.
        rarity_bits =
            part.and_then(|part| rarity_bits_of(part, a, b)).map(|bits| bits.max(-weight));
        weight + rarity_bits.unwrap_or(0.0)
    } else {
        weight
    };
    Pairing { part, agreement, is_swapped, is_alternative, is_incomparable, bits, rarity_bits }
}

/// Returns whether a word of the name is known to be this part.
fn has(words: &[NameWord], part: Option<NamePart>) -> bool {
    part.is_some() && words.iter().any(|word| word.part == part)
}

/// Returns whether two words can neither be equal nor forms of one given name.
///
/// That is all that words of different parts are asked for, and quicker told than how they agree.
fn are_strangers(a: &NameWord, b: &NameWord) -> bool {
    let [a_written, b_written] = [a, b].map(|word| &word.prepared.written);
    a_written.script == Script::Cyrillic
        && b_written.script == Script::Cyrillic
        && a_written.folded_hash != b_written.folded_hash
        && !(a_written.is_given() && b_written.is_given())
        && a.alternatives.is_empty()
        && b.alternatives.is_empty()
}

/// Returns whether one word is a given name and the other a patronymic.
fn is_father_of(given: &NameWord, patronymic: &NameWord) -> bool {
    let is_patronymic = |word: &NameWord| word.prepared.paradigm() == Paradigm::Patronymic;
    let is_given = given.prepared.is_given() && !given.prepared.is_initial();
    is_given && !is_patronymic(given) && is_patronymic(patronymic)
}

/// Returns how two words agree at best, and whether that is by what stands in brackets.
fn agreement_of(part: Option<NamePart>, a: &NameWord, b: &NameWord) -> (Agreement, bool) {
    if a.part != b.part && (is_father_of(a, b) || is_father_of(b, a)) {
        // Иван and Иванович are two names, though a patronymic is related to the father's.
        return (Agreement::Different, false);
    }
    let are_given = a.prepared.is_given() && b.prepared.is_given();
    let open_part = if are_given { NamePart::Given } else { NamePart::Surname };
    let compared_as = part.unwrap_or(open_part);
    let mut agreement = compare_words(compared_as, &a.prepared, &b.prepared);
    let mut is_alternative = false;
    for (a_word, b_word) in alternatives(a, b) {
        let other = compare_words(compared_as, a_word, b_word);
        if agreement_bits(part, other) > agreement_bits(part, agreement) {
            agreement = other;
            is_alternative = true;
        }
    }
    (agreement, is_alternative)
}

/// Returns how much more an agreement in a rare name weighs than in a usual one.
///
/// Of two spellings the commoner tells: it is the likelier to be met by chance.
fn rarity_bits_of(part: NamePart, a: &NameWord, b: &NameWord) -> Option<f32> {
    let probability = &*PROBABILITY;
    match part {
        NamePart::Given => {
            let bits = a.given_bits?.min(b.given_bits?) - probability.usual_given_bits;
            Some(bits.clamp(-probability.max_rarity_bits, probability.max_rarity_bits))
        }
        NamePart::Surname => {
            let bits = commoner(a.surname_bits, b.surname_bits)?;
            Some(bits - probability.usual_surname_bits)
        }
        NamePart::Patronymic => None,
    }
}

/// Returns the pairs of words of which one at least stands in brackets.
fn alternatives<'a>(
    a: &'a NameWord,
    b: &'a NameWord,
) -> impl Iterator<Item = (&'a PreparedWord, &'a PreparedWord)> {
    let with_b = a.alternatives.iter().map(|word| (word, &b.prepared));
    let with_a = b.alternatives.iter().map(|word| (&a.prepared, word));
    let both = a
        .alternatives
        .iter()
        .flat_map(|a_word| b.alternatives.iter().map(move |b_word| (a_word, b_word)));
    with_b.chain(with_a).chain(both)
}
