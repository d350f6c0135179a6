//! The fathers' names that a patronymic may come from.

use super::kinship_words::split_kinship_word;
use super::letters::{cut, tail};
use super::patronymic_rules::{
    BORNE_AS, PatronymicReason, PatronymicRule, RULES, folded, language_fit, plain, shaped_like,
};
use super::weights::{Doubt, doubt_weight};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A given name that the father may have had.
#[derive(Debug, Clone, PartialEq)]
pub struct Father {
    /// The name in the nominative.
    pub given: String,
    /// Share among the fathers of this patronymic; they add up to 1.
    pub p: f64,
    /// Why it goes with the patronymic.
    pub reason: PatronymicReason,
}

/// Returns the given names that the father of a person with this patronymic may have had.
///
/// Rules give more names than there are; `is_known_given` says which of them
/// some list has, in small letters. A known name goes before an unknown one.
///
/// # Shape
///
/// `patronymic`: a son's or a daughter's, in the nominative. Likeliest first,
/// no name twice (ё counts as е); ties in the order of the text. Empty when
/// the word has no ending of a patronymic.
///
/// # Source
///
/// `data/names/patronymic_rules.tsv`, `data/names/patronymics_russified.tsv`,
/// `data/names/kinship_words.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::fathers_of;
/// let is_known = |name: &str| name == "яков";
/// assert_eq!(fathers_of("Яковлевна", &is_known)[0].given, "Яков");
/// assert!(fathers_of("Борисович", &is_known).iter().any(|father| father.given == "Бернгард"));
/// assert!(fathers_of("Петров", &is_known).is_empty());
/// ```
pub fn fathers_of(patronymic: &str, is_known_given: &dyn Fn(&str) -> bool) -> Vec<Father> {
    let mut found = possible_fathers(patronymic);
    for father in &mut found {
        if !is_known_given(&father.given) && !is_known_given(&folded(&father.given)) {
            father.p *= doubt_weight(Doubt::UnknownGiven);
        }
    }
    rank(patronymic, found)
}

/// Returns whether a word has the form of a patronymic: whether [`fathers_of`] gives any father.
///
/// # Source
///
/// `data/names/patronymic_rules.tsv`, `data/names/kinship_words.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::has_patronymic_form;
/// assert!(has_patronymic_form("Яковлевна") && has_patronymic_form("Мамед оглы"));
/// assert!(!has_patronymic_form("Петров"));
/// ```
pub fn has_patronymic_form(word: &str) -> bool {
    if split_kinship_word(word).is_some() {
        return true;
    }
    let small = plain(word);
    let index = &*INDEX;
    let fits = |rule: &PatronymicRule| language_fit(&small, rule.language, 1.0).is_some();
    let own = index.own_forms.get(&*folded(&small)).into_iter().flatten();
    if own.into_iter().any(|rule| fits(rule)) {
        return true;
    }
    let n_skipped = small.chars().count().saturating_sub(index.n_longest_ending).max(1);
    small.char_indices().skip(n_skipped).any(|(at, _)| {
        let (base, ending) = small.split_at(at);
        let rules = index.by_ending.get(ending).into_iter().flatten();
        rules.into_iter().any(|rule| fits(rule) && may_undo(rule, base))
    })
}

/// Returns the fathers that rules and customs give, in small letters, in no order, some twice.
pub(crate) fn possible_fathers(patronymic: &str) -> Vec<Father> {
    let mut found = Vec::new();
    match split_kinship_word(patronymic) {
        Some((father, _)) => {
            let small = plain(father);
            // Иванович оглы: the known name of the two goes first.
            found.extend(by_rules(&small));
            found.push(Father { given: small, p: 1.0, reason: PatronymicReason::KinshipWord });
        }
        None => found.extend(by_rules(&plain(patronymic))),
    }
    let mut borne = Vec::new();
    for father in &found {
        let Some(of_name) = CUSTOMS.get(&*folded(&father.given)) else { continue };
        let p = father.p * doubt_weight(Doubt::BorneAs);
        borne.extend(of_name.iter().map(|(given, custom)| Father {
            given: given.clone(),
            p,
            reason: PatronymicReason::BorneAs { custom },
        }));
    }
    found.extend(borne);
    found
}

/// The names that were borne as another: by the other name, in small letters without ё.
static CUSTOMS: LazyLock<HashMap<String, Vec<(String, &'static str)>>> = LazyLock::new(|| {
    let mut customs: HashMap<String, Vec<(String, &'static str)>> = HashMap::new();
    for custom in BORNE_AS.iter() {
        let name = folded(&plain(custom.borne_as)).into_owned();
        customs.entry(name).or_default().push((plain(custom.given), custom.custom));
    }
    customs
});

struct RuleIndex {
    /// By the ending of the patronymic.
    by_ending: HashMap<&'static str, Vec<&'static PatronymicRule>>,
    /// By the whole patronymic, without ё.
    own_forms: HashMap<String, Vec<&'static PatronymicRule>>,
    /// Letters of the longest ending.
    n_longest_ending: usize,
}

static INDEX: LazyLock<RuleIndex> = LazyLock::new(|| {
    let mut index =
        RuleIndex { by_ending: HashMap::new(), own_forms: HashMap::new(), n_longest_ending: 0 };
    for rule in RULES.iter() {
        for ending in [Some(rule.masculine), rule.feminine].into_iter().flatten() {
            match rule.reason {
                PatronymicReason::OwnForm => {
                    index.own_forms.entry(folded(ending).into_owned()).or_default().push(rule);
                }
                _ => index.by_ending.entry(ending).or_default().push(rule),
            }
        }
    }
    let n_letters = index.by_ending.keys().map(|ending| ending.chars().count());
    index.n_longest_ending = n_letters.max().unwrap_or(0);
    index
});

fn by_rules(small: &str) -> Vec<Father> {
    let index = &*INDEX;
    let other = doubt_weight(Doubt::OtherLanguage);
    let mut found = Vec::new();
    let mut push = |rule: &PatronymicRule, given: String| {
        if let Some(fit) = language_fit(small, rule.language, other) {
            found.push(Father { given, p: rule.weight * fit, reason: rule.reason });
        }
    };
    for rule in index.own_forms.get(&*folded(small)).into_iter().flatten() {
        push(rule, rule.given.to_owned());
    }
    for (at, _) in small.char_indices().skip(1) {
        let (base, ending) = small.split_at(at);
        for rule in index.by_ending.get(ending).into_iter().flatten() {
            if let Some(given) = undo(rule, base) {
                push(rule, given);
            }
        }
    }
    found
}

/// Returns the name that a rule turns into the patronymic with this base.
fn undo(rule: &PatronymicRule, base: &str) -> Option<String> {
    may_undo(rule, base).then(|| format!("{base}{}", tail(rule.given, rule.n_cut)))
}

/// The letters of the name's ending that the rule leaves must stand before the patronymic's.
fn may_undo(rule: &PatronymicRule, base: &str) -> bool {
    folded(base).ends_with(cut(rule.given, rule.n_cut))
}

fn rank(patronymic: &str, mut found: Vec<Father>) -> Vec<Father> {
    found.sort_by(|a, b| {
        b.p.total_cmp(&a.p)
            .then_with(|| a.given.cmp(&b.given))
            .then_with(|| a.reason.cmp(&b.reason))
    });
    let mut ranked: Vec<Father> = Vec::with_capacity(found.len());
    for father in found {
        let even = folded(&father.given);
        if ranked.iter().all(|known| folded(&known.given) != even) {
            ranked.push(father);
        }
    }
    let sum: f64 = ranked.iter().map(|father| father.p).sum();
    for father in &mut ranked {
        father.p /= sum;
        father.given = shaped_like(patronymic, &father.given);
    }
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inflect::patronymics_of;
    use proptest::prelude::*;

    #[test]
    fn the_likeliest_father_stands_first() {
        let known = ["фома", "григорий", "муса", "али", "алексей", "тарас", "мамед", "петр"];
        let is_known = |name: &str| known.contains(&name);
        let check = |patronymic: &str, expected: &str| {
            let fathers = fathers_of(patronymic, &is_known);
            let first = fathers.first().map(|father| father.given.as_str());
            assert_eq!(first, Some(expected), "{patronymic} {fathers:?}");
        };
        check("Ильинична", "Илья");
        check("Фомич", "Фома");
        check("ГРИГОРЬЕВНА", "ГРИГОРИЙ");
        check("Петровна", "Пётр");
        check("Львович", "Лев");
        check("Самойлович", "Самуил");
        check("Мусаевна", "Муса");
        check("Алиевич", "Али");
        check("Алексеич", "Алексей");
        check("Тарасівна", "Тарас");
        check("Мамед оглы", "Мамед");
        check("Мамедкызы", "Мамед");
        check("Ивановичъ", "Иван");
        check("Палыч", "Павел");
    }

    proptest! {
        #[test]
        fn a_patronymic_is_what_has_fathers(
            text in prop_oneof![any::<String>(), "[А-Яа-яёіїўъ]{1,6}(ович|ївна|евна|ич|ична|на|аўна|оглы)ъ?"],
        ) {
            prop_assert_eq!(has_patronymic_form(&text), !fathers_of(&text, &|_| false).is_empty());
        }

        #[test]
        fn the_father_is_among_the_fathers(given in "[А-Я][а-яё]{2,8}") {
            for patronymic in patronymics_of(&given) {
                let texts = [Some(patronymic.masculine), patronymic.feminine];
                for text in texts.into_iter().flatten() {
                    let fathers = fathers_of(&text, &|_| false);
                    let plain_given = folded(&plain(&given)).into_owned();
                    let is_named = fathers.iter().any(|f| folded(&plain(&f.given)) == plain_given);
                    prop_assert!(is_named, "{} {:?}", text, fathers);
                }
            }
        }
    }
}
