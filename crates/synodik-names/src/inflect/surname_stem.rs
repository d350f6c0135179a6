//! The part of a surname that husband and wife share, without copying.

use super::letters::cut;
use super::surname_rules::{SurnameKind, feminine_rules, masculine_rules};
use crate::part::Sex;

/// Where the shared part of a surname ends, and whose form it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SurnameStem {
    /// Bytes of the surname, from its start, that the forms of both sexes share.
    pub n_bytes: usize,
    /// How the forms differ; [`SurnameKind::Common`] when no ending is known.
    pub kind: SurnameKind,
    /// Whose form it is; `None` when it may be anybody's.
    pub written: Option<Sex>,
}

/// Returns the part of a surname that the forms of both sexes share.
///
/// Works by the ending alone, so it is quick and takes Грин for a possessive;
/// the stem is right all the same. Of a double surname only the last part
/// loses its ending.
///
/// # Shape
///
/// `n_bytes` is at most the length of the surname and lies between letters.
///
/// # Source
///
/// `data/names/surname_forms.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::surname_stem;
/// let shared = |surname: &'static str| &surname[..surname_stem(surname).n_bytes];
/// assert_eq!(shared("Горская"), shared("Горский"));
/// assert_eq!(shared("Kazlauskas"), shared("Kazlauskaitė"));
/// ```
pub fn surname_stem(surname: &str) -> SurnameStem {
    let (rule, ending, written) = if let Some(rule) = feminine_rules(surname).next() {
        (rule, rule.feminine, Sex::Female)
    } else if let Some(rule) = masculine_rules(surname).next().filter(|rule| rule.is_sure) {
        (rule, rule.masculine, Sex::Male)
    } else {
        return SurnameStem { n_bytes: surname.len(), kind: SurnameKind::Common, written: None };
    };
    let n_cut = ending.chars().count() - rule.n_shared;
    SurnameStem { n_bytes: cut(surname, n_cut).len(), kind: rule.kind, written: Some(written) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn husband_and_wife_share_the_stem() {
        let check = |husband: &str, wife: &str, stem: &str| {
            assert_eq!(&husband[..surname_stem(husband).n_bytes], stem, "{husband}");
            assert_eq!(&wife[..surname_stem(wife).n_bytes], stem, "{wife}");
            assert_eq!(surname_stem(husband).written, Some(Sex::Male));
            assert_eq!(surname_stem(wife).written, Some(Sex::Female));
        };
        check("Иванов", "Иванова", "Иванов");
        check("ИЛЬИН", "ИЛЬИНА", "ИЛЬИН");
        check("толстой", "толстая", "толст");
        check("Бонч-Горский", "Бонч-Горская", "Бонч-Горск");
        check("Kowalski", "Kowalska", "Kowalsk");
        check("Bērziņš", "Bērziņa", "Bērziņ");
        check("Kazlauskas", "Kazlauskienė", "Kazlausk");
        check("Kazlauskas", "Kazlauskaitė", "Kazlausk");
        check("Сосновський", "Сосновська", "Сосновськ");
        assert_eq!(surname_stem("Цой").n_bytes, "Цой".len());
        assert_eq!(surname_stem("Ковальчук").written, None);
    }

    proptest! {
        #[test]
        fn the_stem_lies_within(text in any::<String>()) {
            prop_assert!(text.get(..surname_stem(&text).n_bytes).is_some());
        }
    }
}
