//! The patronymics of a father's children.

use super::letters::cut;
use super::patronymic_rules::{
    BORNE_AS, Language, PatronymicReason, PatronymicRule, RULES, folded, language_fit, plain,
    shaped_like,
};
use super::weights::{Doubt, doubt_weight};

/// A son's and a daughter's patronymic.
#[derive(Debug, Clone, PartialEq)]
pub struct Patronymic {
    /// The son's.
    pub masculine: String,
    /// The daughter's; `None` where the son's has no counterpart, as Борисыч.
    pub feminine: Option<String>,
    /// Share among the patronymics of this name; they add up to 1.
    pub p: f64,
    /// Why it goes with the name.
    pub reason: PatronymicReason,
}

/// Returns the patronymics that children of a father with this name may bear.
///
/// Russian forms stand beside Ukrainian and Belarusian ones where the letters
/// of the name allow them.
///
/// # Shape
///
/// Likeliest first, no pair twice; ties in the order of the text. Empty for a
/// name with no letter that a rule knows.
///
/// # Source
///
/// `data/names/patronymic_rules.tsv`, `data/names/patronymics_russified.tsv`,
/// `data/names/kinship_words.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::patronymics_of;
/// let first = &patronymics_of("Илья")[0];
/// assert_eq!(first.masculine, "Ильич");
/// assert_eq!(first.feminine.as_deref(), Some("Ильинична"));
/// assert!(patronymics_of("Бернгард").iter().any(|p| p.masculine == "Борисович"));
/// ```
pub fn patronymics_of(given: &str) -> Vec<Patronymic> {
    let small = plain(given);
    let mut found = by_rules(&small);
    if found.is_empty() {
        return found;
    }
    found.push(Patronymic {
        masculine: format!("{small} оглы"),
        feminine: Some(format!("{small} кызы")),
        p: doubt_weight(Doubt::KinshipWord),
        reason: PatronymicReason::KinshipWord,
    });
    for custom in BORNE_AS.iter().filter(|custom| plain(custom.given) == small) {
        for mut borne in by_rules(&plain(custom.borne_as)) {
            borne.reason = PatronymicReason::BorneAs { custom: custom.custom };
            borne.p *= doubt_weight(Doubt::BorneAs);
            found.push(borne);
        }
    }
    rank(given, found)
}

fn by_rules(small: &str) -> Vec<Patronymic> {
    let even = folded(small);
    let has_own = |language| {
        let is_usual_own = |rule: &&PatronymicRule| {
            rule.language == language
                && rule.reason == PatronymicReason::OwnForm
                && rule.weight >= 1.0
                && folded(rule.given) == even
        };
        RULES.iter().find(is_usual_own).is_some()
    };
    let own = [Language::Russian, Language::Ukrainian, Language::Belarusian].map(has_own);
    let mut found = Vec::new();
    for rule in RULES.iter() {
        let fits = match rule.reason {
            PatronymicReason::OwnForm => folded(rule.given) == even,
            // Павел has no Павелович beside Павлович.
            _ => !own[rule.language as usize] && even.ends_with(rule.given),
        };
        // A whole name says its language even without a letter of its own.
        let other_weight = match rule.reason {
            PatronymicReason::OwnForm => 1.0,
            _ => doubt_weight(Doubt::OtherLanguage),
        };
        let fit = language_fit(small, rule.language, other_weight);
        let (true, Some(fit)) = (fits, fit) else { continue };
        let base = cut(small, rule.n_cut);
        found.push(Patronymic {
            masculine: format!("{base}{}", rule.masculine),
            feminine: rule.feminine.map(|feminine| format!("{base}{feminine}")),
            p: rule.weight * fit,
            reason: rule.reason,
        });
    }
    found
}

fn rank(given: &str, mut found: Vec<Patronymic>) -> Vec<Patronymic> {
    found.sort_by(|a, b| {
        let pair = |p: &Patronymic| (p.masculine.clone(), p.feminine.clone(), p.reason);
        b.p.total_cmp(&a.p).then_with(|| pair(a).cmp(&pair(b)))
    });
    let mut ranked: Vec<Patronymic> = Vec::new();
    for mut patronymic in found {
        patronymic.masculine = shaped_like(given, &patronymic.masculine);
        patronymic.feminine = patronymic.feminine.map(|text| shaped_like(given, &text));
        let is_same = |known: &Patronymic| {
            known.masculine == patronymic.masculine && known.feminine == patronymic.feminine
        };
        if !ranked.iter().any(is_same) {
            ranked.push(patronymic);
        }
    }
    let sum: f64 = ranked.iter().map(|patronymic| patronymic.p).sum();
    ranked.iter_mut().for_each(|patronymic| patronymic.p /= sum);
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table;
    use proptest::prelude::*;

    #[test]
    fn every_row_gives_its_example() {
        const RULES_TSV: &str = include_str!("../../../../data/names/patronymic_rules.tsv");
        for [language, _, given, .., example, _] in table::rows::<9>(RULES_TSV) {
            let words: Vec<&str> = example.split(' ').collect();
            let feminine = Some(words[2]).filter(|text| *text != "-");
            let found = patronymics_of(words[0]);
            let is_example = |p: &Patronymic| {
                p.masculine == words[1] && (feminine.is_none() || p.feminine.as_deref() == feminine)
            };
            assert!(found.iter().any(is_example), "{language} {given}: {example} {found:?}");
        }
    }

    #[test]
    fn the_usual_form_stands_first() {
        let check = |given: &str, masculine: &str, feminine: &str| {
            let first = &patronymics_of(given)[0];
            let pair = (first.masculine.as_str(), first.feminine.as_deref());
            assert_eq!(pair, (masculine, Some(feminine)), "{given}");
        };
        check("Никита", "Никитич", "Никитична");
        check("Петр", "Петрович", "Петровна");
        check("Фёдор", "Фёдорович", "Фёдоровна");
        check("ЛЕВ", "ЛЬВОВИЧ", "ЛЬВОВНА");
        check("Дмитрий", "Дмитриевич", "Дмитриевна");
        check("Василий", "Васильевич", "Васильевна");
        check("Микола", "Миколайович", "Миколаївна");
        check("Сергій", "Сергійович", "Сергіївна");
        check("Мікалай", "Мікалаевіч", "Мікалаеўна");
        check("Иванъ", "Иванович", "Ивановна");
    }

    proptest! {
        #[test]
        fn any_text_has_patronymics(text in any::<String>()) {
            let found = patronymics_of(&text);
            let sum: f64 = found.iter().map(|patronymic| patronymic.p).sum();
            prop_assert!(found.is_empty() || (sum - 1.0).abs() < 1e-9);
        }
    }
}
