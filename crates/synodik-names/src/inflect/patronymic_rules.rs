//! The rows of `data/names/patronymic_rules.tsv` and `patronymics_russified.tsv`.

use super::letters::{cut, is_all_capitals, lower};
use crate::table;
use std::borrow::Cow;
use std::sync::LazyLock;

const RULES_TSV: &str = include_str!("../../../../data/names/patronymic_rules.tsv");
const RUSSIFIED_TSV: &str = include_str!("../../../../data/names/patronymics_russified.tsv");

/// Why a patronymic goes with a father's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PatronymicReason {
    /// The name has a form of its own: Илья, Ильич.
    OwnForm,
    /// By the ending of the name: Иван, Иванович.
    Ending,
    /// As spoken: Иван, Иваныч.
    Spoken,
    /// With a word for son or daughter: Мамед оглы.
    KinshipWord,
    /// Children of fathers with this name often bore it: Бернгард, Борисович.
    BorneAs {
        /// What is known of the custom.
        custom: &'static str,
    },
}

/// The language a rule belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Russian,
    Ukrainian,
    Belarusian,
}

/// How one type of given name makes a patronymic.
#[derive(Debug)]
pub(crate) struct PatronymicRule {
    pub(crate) language: Language,
    pub(crate) reason: PatronymicReason,
    /// The ending of the given name; the whole of it for an own form.
    pub(crate) given: &'static str,
    pub(crate) n_cut: usize,
    pub(crate) masculine: &'static str,
    pub(crate) feminine: Option<&'static str>,
    pub(crate) weight: f64,
}

/// A custom of naming children after a Russian name instead of the father's.
#[derive(Debug)]
pub(crate) struct BorneAs {
    pub(crate) given: &'static str,
    pub(crate) borne_as: &'static str,
    pub(crate) custom: &'static str,
}

pub(crate) static RULES: LazyLock<Vec<PatronymicRule>> = LazyLock::new(|| {
    let read = |[language, kind, given, n_cut, masculine, feminine, weight, ..]: [&'static str;
                    9]| {
        PatronymicRule {
            language: match language {
                "uk" => Language::Ukrainian,
                "be" => Language::Belarusian,
                _ => Language::Russian,
            },
            reason: match kind {
                "own" => PatronymicReason::OwnForm,
                "short" => PatronymicReason::Spoken,
                _ => PatronymicReason::Ending,
            },
            given,
            n_cut: n_cut.parse().expect("patronymic_rules.tsv counts letters, as its test checks"),
            masculine,
            feminine: Some(feminine).filter(|feminine| *feminine != "-"),
            weight: weight.parse().expect("patronymic_rules.tsv weighs, as its test checks"),
        }
    };
    table::rows(RULES_TSV).map(read).collect()
});

pub(crate) static BORNE_AS: LazyLock<Vec<BorneAs>> = LazyLock::new(|| {
    table::rows(RUSSIFIED_TSV)
        .map(|[given, borne_as, _, custom, _]: [&str; 5]| BorneAs { given, borne_as, custom })
        .collect()
});

/// Returns how the letters of a text fit a language: 1 when they are of it alone.
///
/// `None` when a letter is not of the alphabet of the language.
pub(crate) fn language_fit(text: &str, language: Language, other_weight: f64) -> Option<f64> {
    let has = |letters: &str| text.chars().any(|letter| letters.contains(letter));
    let (foreign, own) = match language {
        Language::Russian => ("іїєґў", ""),
        Language::Ukrainian => ("ыэъёў", "іїєґ"),
        Language::Belarusian => ("ищъїєґ", "іў"),
    };
    match has(foreign) {
        true => None,
        false if own.is_empty() || has(own) => Some(1.0),
        false => Some(other_weight),
    }
}

/// Returns the word with е for ё.
pub(crate) fn folded(word: &str) -> Cow<'_, str> {
    match word.contains('ё') {
        true => Cow::Owned(word.replace('ё', "е")),
        false => Cow::Borrowed(word),
    }
}

/// Returns a word in small letters and without a final ъ of before 1918.
pub(crate) fn plain(word: &str) -> String {
    let mut small = lower(word.trim());
    if small.ends_with('ъ') {
        small.truncate(cut(&small, 1).len());
    }
    small
}

/// Writes a word in small letters as `written` is: in capitals, or each part with one.
pub(crate) fn shaped_like(written: &str, word: &str) -> String {
    if is_all_capitals(written.trim()) {
        return word.to_uppercase();
    }
    if !written.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut is_first = true;
    for letter in word.chars() {
        match is_first {
            true => out.extend(letter.to_uppercase()),
            false => out.push(letter),
        }
        is_first = !letter.is_alphabetic();
    }
    out
}
