//! How two words of one part of a name agree, and what that weighs.

use crate::part::NamePart;
use crate::table;
use std::sync::LazyLock;

const AGREEMENT_WEIGHTS_TSV: &str = include_str!("../../../../data/names/agreement_weights.tsv");

/// What was done to one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Another letter stands in its place.
    Substitution,
    /// One of the words lacks it.
    Omission,
    /// It changed places with its neighbour.
    Transposition,
}

/// Why one letter may stand for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The two look alike in print or in a clerk's hand.
    Shape,
    /// The two sound alike.
    Sound,
    /// No cause is known.
    Unknown,
}

/// How two words of one part of a name agree, the closest that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// Written the same but for case.
    Same,
    /// The same letters but for ё, old letters, accents and look-alikes of the other script.
    Spelling,
    /// One name in two scripts, or in two spellings of the Latin script.
    Transliteration,
    /// The forms of a man and of a woman: Иванов, Иванова.
    FeminineForm,
    /// Two cases: Иванов, Иванову.
    Declined,
    /// Two full forms of one given name: Иван, Иоанн.
    Variant,
    /// A given name and its short form: Иван, Ваня.
    Diminutive,
    /// One name in two languages: Иван, Jan; Цзинь, Kim.
    OtherLanguage,
    /// One is the first letter or letters of the other.
    Initial,
    /// One letter differs.
    Typo {
        /// How.
        edit: Edit,
        /// Why.
        cause: Cause,
    },
    /// Two letters differ.
    TwoTypos,
    /// The words sound alike.
    SoundsAlike,
    /// The words sound somewhat alike.
    SoundsNear,
    /// One of them is not there.
    Missing,
    /// Another name.
    Different,
}

/// The names of the agreements in `agreement_weights.tsv`, in the order of their numbers.
const KEYS: [&str; N_AGREEMENTS] = [
    "same",
    "spelling",
    "transliteration",
    "feminine_form",
    "declined",
    "variant",
    "diminutive",
    "other_language",
    "initial",
    "typo_shape",
    "typo_sound",
    "typo",
    "two_typos",
    "sounds_alike",
    "sounds_near",
    "missing",
    "different",
];

const N_AGREEMENTS: usize = 17;

impl Agreement {
    fn number(self) -> usize {
        match self {
            Agreement::Same => 0,
            Agreement::Spelling => 1,
            Agreement::Transliteration => 2,
            Agreement::FeminineForm => 3,
            Agreement::Declined => 4,
            Agreement::Variant => 5,
            Agreement::Diminutive => 6,
            Agreement::OtherLanguage => 7,
            Agreement::Initial => 8,
            Agreement::Typo { cause: Cause::Shape, .. } => 9,
            Agreement::Typo { cause: Cause::Sound, .. } => 10,
            Agreement::Typo { cause: Cause::Unknown, .. } => 11,
            Agreement::TwoTypos => 12,
            Agreement::SoundsAlike => 13,
            Agreement::SoundsNear => 14,
            Agreement::Missing => 15,
            Agreement::Different => 16,
        }
    }

    /// Returns the name of the agreement as the data files and JSON have it.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(synodik_names::Agreement::FeminineForm.key(), "feminine_form");
    /// ```
    pub fn key(self) -> &'static str {
        KEYS[self.number()]
    }
}

struct Weights {
    /// By part, then by agreement.
    bits: [[f32; N_AGREEMENTS]; 4],
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let mut weights = Weights { bits: [[0.0; N_AGREEMENTS]; 4] };
    for [agreement, surname, given, patronymic, any, _example, _source] in
        table::rows(AGREEMENT_WEIGHTS_TSV)
    {
        let number = KEYS.iter().position(|&key| key == agreement);
        let number = number.expect("every row names an agreement");
        for (part, cell) in [surname, given, patronymic, any].into_iter().enumerate() {
            weights.bits[part][number] = cell.parse().expect("weights are numbers");
        }
    }
    weights
});

/// Returns how much an agreement speaks for one name, for a word of usual frequency.
///
/// # Shape
///
/// `part`: none if it is not known which part the words are.
///
/// # Units
///
/// Bits: log2 of how much likelier the agreement is between two mentions of one
/// person than between those of two persons. Negative speaks against.
///
/// # Source
///
/// `data/names/agreement_weights.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{Agreement, NamePart, agreement_bits};
/// let part = Some(NamePart::Surname);
/// assert!(agreement_bits(part, Agreement::Same) > agreement_bits(part, Agreement::TwoTypos));
/// assert!(agreement_bits(part, Agreement::Different) < 0.0);
/// ```
pub fn agreement_bits(part: Option<NamePart>, agreement: Agreement) -> f32 {
    let part = match part {
        Some(NamePart::Surname) => 0,
        Some(NamePart::Given) => 1,
        Some(NamePart::Patronymic) => 2,
        None => 3,
    };
    WEIGHTS.bits[part][agreement.number()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_agreement_has_its_row() {
        let rows: Vec<&str> =
            table::rows::<7>(AGREEMENT_WEIGHTS_TSV).map(|cells| cells[0]).collect();
        assert_eq!(rows, KEYS);
    }
}
