//! Compares two words as written: for words that meet once, so that preparing them would be lost.
//!
//! Takes the text, gives the same agreement as [`compare_words`](super::compare_words)
//! on prepared words, and works out only what that needs.

use super::agreement::Agreement;
use super::prepared::PreparedWord;
use super::similarity::similarity_and_edits;
use super::sounded_word::SoundedWord;
use super::words::{compare_sounded, compare_written_words};
use super::written_word::{WrittenWord, is_initial};
use crate::fold::Script;
use crate::part::NamePart;
use crate::sound::Spelled;

/// Forms of one name, and words that sound alike, differ in no more distinct letters.
const MAX_RELATED_MASK_BITS: u32 = 7;

/// How two words agree, with the figures of their letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordEvidence {
    /// How they agree.
    pub agreement: Agreement,
    /// The Jaro-Winkler similarity of the folded letters, from 0 to 1.
    pub jaro_winkler: f64,
    /// How many letters they differ in: replaced, missing or swapped with the next.
    pub n_edits: u32,
}

/// Compares two words of one part of a name as they are written.
///
/// What is said is what [`compare_words`](super::compare_words) says of the words
/// prepared with [`PreparedWord::of_part`]; words that meet many times are compared
/// faster when they are prepared.
///
/// # Shape
///
/// Symmetric. Allocates nothing for surnames.
///
/// # Source
///
/// As for [`compare_words`](super::compare_words).
///
/// # Example
///
/// ```
/// use synodik_names::{Agreement, NamePart, compare_written};
/// let evidence = compare_written(NamePart::Surname, "Волин", "Волина");
/// assert_eq!((evidence.agreement, evidence.n_edits), (Agreement::FeminineForm, 1));
/// let evidence = compare_written(NamePart::Surname, "Волин", "Ким");
/// assert_eq!(evidence.agreement, Agreement::Different);
/// ```
pub fn compare_written(part: NamePart, a: &str, b: &str) -> WordEvidence {
    let [a_spelled, b_spelled] = [a, b].map(Spelled::new);
    let agreement = match part {
        NamePart::Surname => agreement_of_surnames(&a_spelled, &b_spelled),
        NamePart::Given | NamePart::Patronymic => {
            let [a, b] = [a, b].map(|word| PreparedWord::of_part(part, word));
            super::compare_words(part, &a, &b)
        }
    };
    let (jaro_winkler, n_edits) = similarity_and_edits(a_spelled.letters(), b_spelled.letters());
    WordEvidence { agreement, jaro_winkler, n_edits }
}

fn agreement_of_surnames(a: &Spelled, b: &Spelled) -> Agreement {
    if are_unlike(a, b) {
        return Agreement::Different;
    }
    let part = NamePart::Surname;
    let [a_written, b_written] = [a, b].map(WrittenWord::new);
    compare_written_words(part, &a_written, &b_written).unwrap_or_else(|| {
        let a_sounded = SoundedWord::new(a, a_written.stem);
        let b_sounded = SoundedWord::new(b, b_written.stem);
        compare_sounded(part, (&a_written, &a_sounded), (&b_written, &b_sounded))
    })
}

/// Returns whether two Cyrillic words differ in so many letters that nothing relates them.
fn are_unlike(a: &Spelled, b: &Spelled) -> bool {
    let is_long_cyrillic = |word: &Spelled| {
        word.script == Script::Cyrillic && !word.letters().is_empty() && !is_initial(word)
    };
    let n_mask_bits = (a.letter_mask ^ b.letter_mask).count_ones();
    n_mask_bits > MAX_RELATED_MASK_BITS && is_long_cyrillic(a) && is_long_cyrillic(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{compare_words, damerau, jaro_winkler};
    use crate::sound::forms_differ_at_most;

    fn check(a: &str, b: &str) {
        for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
            let evidence = compare_written(part, a, b);
            let [a_word, b_word] = [a, b].map(|word| PreparedWord::of_part(part, word));
            assert_eq!(evidence.agreement, compare_words(part, &a_word, &b_word), "{a} {b}");
            assert!((evidence.jaro_winkler - jaro_winkler(&a_word, &b_word)).abs() < 1e-12);
            assert_eq!(evidence.n_edits, damerau(&a_word, &b_word));
        }
    }

    #[test]
    fn forms_of_one_name_differ_in_few_letters() {
        assert!(forms_differ_at_most(MAX_RELATED_MASK_BITS));
    }

    #[test]
    fn words_as_written_agree_as_prepared_ones() {
        let words = [
            "Волин",
            "Волина",
            "Щукин",
            "Szczukin",
            "Фёдоров",
            "Ѳедоровъ",
            "И.",
            "Ильич",
            "Ильинична",
            "Кавальчук",
            "Ковальчук",
            "",
            "Ким",
            "Голубев",
            "Голубин",
            "Лукичём",
            "Лукиничною",
            "ъ",
        ];
        for a in words {
            for b in words {
                check(a, b);
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_words_as_written_agree_as_prepared_ones(
            a in "[А-яё]{0,12}(ов|ова|ский|ская|ич|ична)?|[A-z]{1,9}\\.?|.{0,20}",
            b in "[А-яё]{0,12}(ов|ову|ский|скому|ем|ична)?|[A-z]{1,9}|.{0,20}",
        ) {
            check(&a, &b);
        }

        #[test]
        fn misspelled_words_agree_as_prepared_ones(
            a in "[ВК][ао][лр][иьа]?[нк](ов|ова|ский|ская)",
            b in "[ВК][ао][лр][иьа]?[нк](ов|ову|ского|ич)",
        ) {
            check(&a, &b);
        }
    }
}
