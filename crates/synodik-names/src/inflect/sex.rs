//! The sex of a person from the endings of the parts of the name.

use super::kinship_words::split_kinship_word;
use super::letters::is_one_syllable;
use super::patronymic_rules::{folded, plain};
use crate::part::{NamePart, Sex};
use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const SEX_ENDINGS_TSV: &str = include_str!("../../../../data/names/sex_endings.tsv");

/// What the parts of a name say together of the sex of its bearer.
#[derive(Debug, Clone, PartialEq)]
pub struct SexOpinion {
    /// Probability that the bearer is a woman.
    pub p_female: f64,
    /// What each part says, in the order surname, given name, patronymic.
    pub reasons: Vec<SexReason>,
}

/// What one part of a name says of the sex of its bearer.
#[derive(Debug, Clone, PartialEq)]
pub struct SexReason {
    /// The part.
    pub part: NamePart,
    /// Probability that the bearer is a woman, from this part alone.
    pub p_female: f64,
    /// The ending or whole name of the rule; `None` when the caller's list has the name.
    pub ending: Option<&'static str>,
}

struct SexRule {
    text: &'static str,
    matching: Matching,
    p_female: f64,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Matching {
    Whole,
    OneSyllable,
    Ending,
}

/// By part and last letter; the rule that goes before stands before.
static RULES: LazyLock<HashMap<(NamePart, char), Vec<SexRule>>> = LazyLock::new(|| {
    let mut read: Vec<(NamePart, SexRule)> = table::rows(SEX_ENDINGS_TSV).map(read_rule).collect();
    read.sort_by_key(|(_, rule)| {
        let is_ending = rule.matching != Matching::Whole;
        (is_ending, std::cmp::Reverse(rule.text.len()), rule.matching)
    });
    let mut rules: HashMap<(NamePart, char), Vec<SexRule>> = HashMap::new();
    for (part, rule) in read {
        let last = rule.text.chars().next_back();
        let last = last.expect("sex_endings.tsv has texts, as its test checks");
        rules.entry((part, last)).or_default().push(rule);
    }
    rules
});

fn read_rule([part, matching, text, p_female, _source]: [&'static str; 5]) -> (NamePart, SexRule) {
    let part = match part {
        "given" => NamePart::Given,
        "patronymic" => NamePart::Patronymic,
        _ => NamePart::Surname,
    };
    let matching = match matching {
        "whole" => Matching::Whole,
        "one_syllable" => Matching::OneSyllable,
        _ => Matching::Ending,
    };
    let p_female: f64 = p_female.parse().expect("sex_endings.tsv weighs, as its test checks");
    (part, SexRule { text, matching, p_female: p_female.clamp(0.001, 0.999) })
}

/// Returns what the parts of a name say of the sex of its bearer.
///
/// Each part speaks for itself, and what they say is multiplied. A part whose
/// ending says nothing, as Ковальчук, gives no reason; of a double surname the
/// last part speaks.
///
/// # Shape
///
/// Parts in the nominative. `given_p_female`: the share of women among the
/// bearers of the given name, where a list has it; it goes before the rules.
///
/// # Units
///
/// Probabilities, women 1; 0.5 when nothing is known.
///
/// # Source
///
/// `data/names/sex_endings.tsv`, `data/names/kinship_words.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::sex_of;
/// assert!(sex_of(Some("Гусева"), Some("Саша"), None, None).p_female > 0.99);
/// assert!(sex_of(Some("Ковальчук"), None, Some("Ильич"), None).p_female < 0.01);
/// assert_eq!(sex_of(Some("Ковальчук"), None, None, None).p_female, 0.5);
/// ```
pub fn sex_of(
    surname: Option<&str>,
    given: Option<&str>,
    patronymic: Option<&str>,
    given_p_female: Option<f64>,
) -> SexOpinion {
    let mut reasons = Vec::new();
    reasons.extend(surname.and_then(|name| reason_of(NamePart::Surname, name)));
    match given_p_female {
        Some(share) if (0.0..=1.0).contains(&share) => reasons.push(SexReason {
            part: NamePart::Given,
            p_female: share.clamp(0.001, 0.999),
            ending: None,
        }),
        _ => reasons.extend(given.and_then(|name| reason_of(NamePart::Given, name))),
    }
    reasons.extend(patronymic.and_then(patronymic_reason));
    let log_odds: f64 =
        reasons.iter().map(|reason| (reason.p_female / (1.0 - reason.p_female)).ln()).sum();
    SexOpinion { p_female: 1.0 / (1.0 + (-log_odds).exp()), reasons }
}

fn patronymic_reason(patronymic: &str) -> Option<SexReason> {
    let part = NamePart::Patronymic;
    match split_kinship_word(patronymic) {
        Some((_, Sex::Female)) => {
            Some(SexReason { part, p_female: 0.999, ending: Some("кызы") })
        }
        Some((_, Sex::Male)) => Some(SexReason { part, p_female: 0.001, ending: Some("оглы") }),
        None => reason_of(part, patronymic),
    }
}

fn reason_of(part: NamePart, name: &str) -> Option<SexReason> {
    let small = plain(name);
    let last_part = small.rsplit(['-', ' ']).next().unwrap_or_default();
    let last = last_part.chars().next_back()?;
    let even = folded(last_part);
    let rule = RULES.get(&(part, last))?.iter().find(|rule| {
        let fits = |word: &str| match rule.matching {
            Matching::Whole => word == rule.text,
            Matching::OneSyllable => word.ends_with(rule.text) && is_one_syllable(word),
            // A word that is nothing but the ending is no name of this type.
            Matching::Ending => word.len() > rule.text.len() && word.ends_with(rule.text),
        };
        fits(last_part) || fits(&even)
    })?;
    Some(SexReason { part, p_female: rule.p_female, ending: Some(rule.text) })
        .filter(|reason| reason.p_female != 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_say_the_sex() {
        let check = |surname: &str, given: &str, patronymic: &str, expected: Option<Sex>| {
            let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let (s, g, p) = (filled(surname), filled(given), filled(patronymic));
            let opinion = sex_of(s.as_deref(), g.as_deref(), p.as_deref(), None);
            let sex = match opinion.p_female {
                p if p > 0.9 => Some(Sex::Female),
                p if p < 0.1 => Some(Sex::Male),
                _ => None,
            };
            assert_eq!(sex, expected, "{surname} {given} {patronymic}: {opinion:?}");
        };
        check("Соловьёва", "", "", Some(Sex::Female));
        check("Соловьёв", "", "", Some(Sex::Male));
        check("Римская-Корсакова", "", "", Some(Sex::Female));
        check("Грин", "", "", None);
        check("Цой", "", "", None);
        check("Ковальчук", "Саша", "", None);
        check("Ковальчук", "Никита", "", Some(Sex::Male));
        check("", "", "Ильинична", Some(Sex::Female));
        check("", "", "Мамед кызы", Some(Sex::Female));
        check("", "", "Иваныч", Some(Sex::Male));
        check("Kazlauskaitė", "", "", Some(Sex::Female));
        check("", "", "", None);
    }

    #[test]
    fn a_list_goes_before_the_ending() {
        let opinion = sex_of(None, Some("Карен"), None, Some(0.97));
        assert!(opinion.p_female > 0.9);
        assert_eq!(opinion.reasons[0].ending, None);
    }

    proptest! {
        #[test]
        fn any_text_has_an_opinion(a in any::<String>(), b in any::<String>(), share in any::<f64>()) {
            let opinion = sex_of(Some(&a), Some(&b), Some(&a), Some(share));
            prop_assert!((0.0..=1.0).contains(&opinion.p_female));
        }
    }
}
