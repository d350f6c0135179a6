//! How many bear a surname: agreement in a rare one says more than in a common one.

use super::prepared::PreparedWord;
use super::prepared_name::halves;
use super::probability::PROBABILITY;
use crate::fold::Script;
use std::collections::HashMap;

/// The shares of bearers of surnames, from counts that the caller has.
///
/// The forms of a surname (Иванов, Иванова, Иванову) are counted together.
#[derive(Debug, Clone, Default)]
pub struct SurnameFrequencies {
    /// Bearers by the hash of the stem.
    counts: HashMap<u64, u64>,
    n_bearers: u64,
    has_cyrillic: bool,
    has_latin: bool,
}

impl SurnameFrequencies {
    /// Takes the counts of surnames.
    ///
    /// # Shape
    ///
    /// `counts`: surnames as written, in any order and any form, each with its bearers; a
    /// surname that stands there twice is counted twice, one with a hyphen under both its halves.
    ///
    /// # Units
    ///
    /// Persons. What matters are the shares, so a sample does as well as a census.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{PreparedWord, SurnameFrequencies};
    /// let counts = [("Волин", 300), ("Волина", 200), ("Штейнгауз", 12)];
    /// let frequencies = SurnameFrequencies::from_counts(counts);
    /// let bits = |surname| frequencies.bits(&PreparedWord::new(surname));
    /// assert_eq!(bits("Волин"), Some((512.0_f32 / 500.0).log2()));
    /// assert_eq!(bits("Неведомский"), Some(9.0));
    /// assert_eq!(bits("Volin"), None);
    /// ```
    pub fn from_counts<'a>(counts: impl IntoIterator<Item = (&'a str, u64)>) -> SurnameFrequencies {
        let mut frequencies = SurnameFrequencies::default();
        for (surname, n_bearers) in counts {
            for half in halves(surname) {
                let word = PreparedWord::new(&surname[half]).written;
                if word.is_missing() || word.is_initial {
                    continue;
                }
                *frequencies.counts.entry(word.stem_hash).or_default() += n_bearers;
                frequencies.n_bearers += n_bearers;
                frequencies.has_cyrillic |= word.script == Script::Cyrillic;
                frequencies.has_latin |= word.script == Script::Latin;
            }
        }
        frequencies
    }

    /// Returns how rare a surname is.
    ///
    /// # Shape
    ///
    /// None for a word in a script in which no surname was counted, for an initial, and
    /// if nothing was counted.
    ///
    /// # Units
    ///
    /// Bits: -log2 of the share of its bearers. A surname that was not counted has the bits
    /// of one bearer among all who were: how much rarer it is, the counts cannot say.
    pub fn bits(&self, surname: &PreparedWord) -> Option<f32> {
        let word = &surname.written;
        let is_counted = match word.script {
            Script::Cyrillic => self.has_cyrillic,
            Script::Latin => self.has_latin,
            Script::Other => false,
        };
        if !is_counted || word.is_initial || self.n_bearers == 0 {
            return None;
        }
        let n_bearers = self.counts.get(&word.stem_hash).copied().unwrap_or(0).max(1);
        Some((self.n_bearers as f32 / n_bearers as f32).log2())
    }

    /// Returns how much more the agreement of two surnames weighs than that of usual ones.
    ///
    /// An agreement is log2(m / u), u the chance to meet it in two persons. The weights of
    /// [`agreement_bits`](crate::agreement_bits) hold u of a usual surname; this puts the
    /// share of bearers of this surname in its place. To be added to the weight of an
    /// agreement that speaks for one name, though never below nothing: however common a
    /// name, to share it does not speak against.
    ///
    /// # Shape
    ///
    /// Symmetric: of two spellings the commoner tells. None if neither is known.
    ///
    /// # Units
    ///
    /// Bits; negative for a surname commoner than usual.
    ///
    /// # Source
    ///
    /// `usual_surname_bits` in `data/names/name_probability.tsv`
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{NameTable, NamePart, SurnameFrequencies, agreement_bits};
    /// let frequencies = SurnameFrequencies::from_counts([("Волин", 4_000), ("Штейнгауз", 1)]);
    /// let mut table = NameTable::default();
    /// let [a, b] = ["Волин", "Волина"].map(|word| table.intern(NamePart::Surname, word));
    /// let agreement = table.compare(NamePart::Surname, a, b);
    /// let rarity = frequencies.rarity_bits(table.word(a), table.word(b));
    /// let usual = agreement_bits(Some(NamePart::Surname), agreement);
    /// assert!(rarity.is_some_and(|bits| bits < 0.0 && (usual + bits).max(0.0) < usual));
    /// ```
    pub fn rarity_bits(&self, a: &PreparedWord, b: &PreparedWord) -> Option<f32> {
        commoner(self.bits(a), self.bits(b)).map(|bits| bits - PROBABILITY.usual_surname_bits)
    }
}

/// Returns the bits of the commoner of two surnames; one that could not be counted does not tell.
pub(super) fn commoner(a: Option<f32>, b: Option<f32>) -> Option<f32> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{NamePart, PreparedName, compare_names};

    const COUNTS: [(&str, u64); 3] = [("Волин", 700), ("Штейнгауз", 3), ("Рябов", 99_297)];

    #[test]
    fn a_rare_surname_weighs_more_than_a_common_one() {
        let frequencies = SurnameFrequencies::from_counts(COUNTS);
        let bits = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|raw| PreparedName::of_text(raw).weighed_by(&frequencies));
            let evidence = compare_names(&a, &b);
            let part = evidence.parts.iter().find(|part| part.part == Some(NamePart::Surname));
            part.map(|part| (part.bits, part.rarity_bits))
        };
        let (rare, rare_bits) =
            bits("Штейнгауз Пётр Лукич", "Штейнгауз Пётр Лукич").expect("a surname");
        let (common, common_bits) =
            bits("Волин Пётр Лукич", "Волин Пётр Лукич").expect("a surname");
        assert!((rare - common - (700.0_f32 / 3.0).log2()).abs() < 1e-3, "{rare} {common}");
        assert!(rare_bits > common_bits);
        // A misspelling is as common as the name it may stand for.
        let (_, misspelled) = bits("Волин Пётр Лукич", "Вотин Пётр Лукич").expect("a surname");
        assert_eq!(misspelled, common_bits);
        let (_, latin) = bits("Волин Пётр Лукич", "Volin Petr Lukich").expect("a surname");
        assert_eq!(latin, common_bits);
    }

    #[test]
    fn without_counts_nothing_changes() {
        let none = SurnameFrequencies::default();
        let [plain, weighed] = ["Волин Пётр Лукич"; 2].map(PreparedName::of_text);
        let weighed = weighed.weighed_by(&none);
        assert_eq!(compare_names(&plain, &plain), compare_names(&weighed, &weighed));
    }
}
