//! The table of kinship: terms, inverses, compositions.
//!
//! **Invariant:** which chain has which term stands in
//! `data/kin/relations.toml`; nothing is decided here.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use synodik_model::{KinLink, KinStep, Kinship, Sex};

const RELATIONS_TOML: &str = include_str!("../../../data/kin/relations.toml");

/// How sure it is that two kinships make a third.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Composed {
    /// By the meaning of the words.
    Certain,
    /// Unless somebody married twice or has half-siblings.
    Likely,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationsFile {
    kinship: Vec<KinshipEntry>,
    reduction: Vec<ReductionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KinshipEntry {
    id: String,
    chains: Vec<Vec<String>>,
    terms: BTreeMap<String, String>,
    #[serde(default)]
    surname: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReductionEntry {
    pair: [String; 2],
    to: String,
    certainty: String,
    #[serde(rename = "why")]
    _why: String,
}

struct TermEntry {
    chains: Vec<Vec<KinLink>>,
    any: &'static str,
    male: Option<&'static str>,
    female: Option<&'static str>,
    inherits: Vec<Sex>,
}

struct KinTable {
    entries: Vec<TermEntry>,
    reductions: Vec<([KinLink; 2], Option<KinLink>, Composed)>,
}

static TABLE: LazyLock<KinTable> = LazyLock::new(|| {
    let file: RelationsFile =
        toml::from_str(RELATIONS_TOML).expect("a test reads data/kin/relations.toml");
    let link_of =
        |name: &String| KinLink::from_name(name).expect("relations.toml names links of KinLink");
    let entries = file.kinship.into_iter().map(|entry| {
        let term_of = |key: &str| entry.terms.get(key).map(|term| &*term.clone().leak());
        TermEntry {
            chains: entry.chains.iter().map(|chain| chain.iter().map(link_of).collect()).collect(),
            any: term_of("any").unwrap_or_else(|| entry.id.clone().leak()),
            male: term_of("male"),
            female: term_of("female"),
            inherits: entry.surname.iter().filter_map(|name| Sex::from_name(name)).collect(),
        }
    });
    let reductions = file.reduction.into_iter().map(|entry| {
        let to = (entry.to != "self").then(|| link_of(&entry.to));
        let certainty =
            if entry.certainty == "certain" { Composed::Certain } else { Composed::Likely };
        ([link_of(&entry.pair[0]), link_of(&entry.pair[1])], to, certainty)
    });
    KinTable { entries: entries.collect(), reductions: reductions.collect() }
});

impl KinTable {
    fn entry_of(&self, steps: &[KinStep]) -> Option<&TermEntry> {
        self.entries.iter().find(|entry| entry.chains.iter().any(|chain| is_chain(chain, steps)))
    }
}

fn is_chain(chain: &[KinLink], steps: &[KinStep]) -> bool {
    chain.len() == steps.len() && chain.iter().zip(steps).all(|(link, step)| *link == step.link)
}

/// Returns the kinship of a chain of steps, with its term.
///
/// # Shape
///
/// `steps`: from the first to the second, not empty. A chain without a term of
/// its own keeps its steps.
///
/// # Source
///
/// `data/kin/relations.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{kinship_of, kinship_of_term};
/// let sons_wife = [kinship_of_term("son"), kinship_of_term("wife")];
/// let steps = sons_wife.into_iter().flatten().flat_map(|kinship| kinship.steps).collect();
/// assert_eq!(kinship_of(steps).term, Some("daughter_in_law"));
/// assert_eq!(kinship_of_term("godfather"), None);
/// ```
pub fn kinship_of(steps: Vec<KinStep>) -> Kinship {
    let term = TABLE.entry_of(&steps).map(|entry| match steps.last().and_then(|step| step.sex) {
        Some(Sex::Male) => entry.male.unwrap_or(entry.any),
        Some(Sex::Female) => entry.female.unwrap_or(entry.any),
        None => entry.any,
    });
    Kinship { steps, term }
}

/// Returns the kinship that a term of `data/kin/relations.toml` stands for, by its first chain.
pub fn kinship_of_term(term: &str) -> Option<Kinship> {
    let (entry, sex) = TABLE.entries.iter().find_map(|entry| {
        if entry.male == Some(term) {
            return Some((entry, Some(Sex::Male)));
        }
        if entry.female == Some(term) {
            return Some((entry, Some(Sex::Female)));
        }
        (entry.any == term).then_some((entry, None))
    })?;
    let links = entry.chains.first()?;
    let mut steps: Vec<KinStep> = links.iter().map(|&link| KinStep { link, sex: None }).collect();
    steps.last_mut()?.sex = sex;
    Some(kinship_of(steps))
}

/// Returns all terms, sorted.
pub fn kin_terms() -> Vec<&'static str> {
    let mut terms: Vec<&'static str> = TABLE
        .entries
        .iter()
        .flat_map(|entry| [Some(entry.any), entry.male, entry.female])
        .flatten()
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Returns whether somebody of this kinship and sex usually has the first one's surname.
///
/// # Source
///
/// `data/kin/relations.toml`, `surname`
pub fn shares_surname(kinship: &Kinship) -> bool {
    let Some(entry) = TABLE.entry_of(&kinship.steps) else { return false };
    match kinship.sex() {
        Some(sex) => entry.inherits.contains(&sex),
        None => entry.inherits.len() == 2,
    }
}

/// Returns what the first is to the second, of what the second is to the first.
///
/// # Shape
///
/// `sex_of_first`: the sex of the one from whom `kinship` is counted, where known.
///
/// # Example
///
/// ```
/// use synodik_family::{inverse, kinship_of_term};
/// use synodik_model::Sex;
/// let aunt = kinship_of_term("aunt").expect("a term");
/// assert_eq!(inverse(&aunt, Some(Sex::Male)).term, Some("nephew"));
/// ```
pub fn inverse(kinship: &Kinship, sex_of_first: Option<Sex>) -> Kinship {
    let steps = &kinship.steps;
    let mut inverted = Vec::with_capacity(steps.len());
    for step_idx in (0..steps.len()).rev() {
        let sex = match step_idx {
            0 => sex_of_first,
            _ => steps[step_idx - 1].sex,
        };
        inverted.push(KinStep { link: steps[step_idx].link.inverse(), sex });
    }
    kinship_of(inverted)
}

/// Returns what a third is to a first, of what the second is to the first and the third to the second.
///
/// Neighbouring steps that are one step together, as a parent's child, are
/// made one; each that holds only as a rule makes the result likely.
///
/// # Shape
///
/// The three are different human beings. `None` when the chain would come back
/// to the first: a spouse's spouse.
///
/// # Source
///
/// `data/kin/relations.toml`, `reduction`
///
/// # Example
///
/// ```
/// use synodik_family::{Composed, compose, kinship_of_term};
/// let term = |word| kinship_of_term(word).expect("a term");
/// let (kinship, composed) = compose(&term("son"), &term("wife")).expect("a kinship");
/// assert_eq!((kinship.term, composed), (Some("daughter_in_law"), Composed::Certain));
/// let (kinship, composed) = compose(&term("father"), &term("daughter")).expect("a kinship");
/// assert_eq!((kinship.term, composed), (Some("sister"), Composed::Likely));
/// assert_eq!(compose(&term("wife"), &term("husband")), None);
/// ```
pub fn compose(first: &Kinship, second: &Kinship) -> Option<(Kinship, Composed)> {
    let mut steps: Vec<KinStep> = Vec::with_capacity(first.steps.len() + second.steps.len());
    let mut composed = Composed::Certain;
    for &next in first.steps.iter().chain(&second.steps) {
        let mut step = next;
        while let Some(before) = steps.last() {
            let Some(reduction) =
                TABLE.reductions.iter().find(|(pair, ..)| *pair == [before.link, step.link])
            else {
                break;
            };
            steps.pop();
            composed = composed.max(reduction.2);
            step = KinStep { link: reduction.1?, sex: step.sex };
        }
        steps.push(step);
    }
    Some((kinship_of(steps), composed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn term(word: &str) -> Kinship {
        kinship_of_term(word).unwrap_or_else(|| panic!("{word} is a term"))
    }

    #[test]
    fn entries_are_sorted_and_no_chain_or_term_stands_twice() {
        let file: RelationsFile = toml::from_str(RELATIONS_TOML).expect("relations.toml");
        let ids: Vec<&str> = file.kinship.iter().map(|entry| entry.id.as_str()).collect();
        assert!(ids.is_sorted(), "{ids:?}");
        let mut chains: Vec<&Vec<String>> =
            file.kinship.iter().flat_map(|entry| &entry.chains).collect();
        let mut terms: Vec<&String> =
            file.kinship.iter().flat_map(|entry| entry.terms.values()).collect();
        let (n_chains, n_terms) = (chains.len(), terms.len());
        chains.sort();
        chains.dedup();
        terms.sort();
        terms.dedup();
        assert_eq!((chains.len(), terms.len()), (n_chains, n_terms));
    }

    #[test]
    fn every_link_has_a_term() {
        for &link in KinLink::ALL {
            let kinship = kinship_of(vec![KinStep { link, sex: None }]);
            assert!(kinship.term.is_some(), "{}", link.name());
        }
    }

    #[test]
    fn terms_are_put_together() {
        let check = |first, second, expected: Option<&str>| {
            let found = compose(&term(first), &term(second)).and_then(|(kinship, _)| kinship.term);
            assert_eq!(found, expected, "{first}'s {second}");
        };
        check("son", "wife", Some("daughter_in_law"));
        check("wife", "brother", Some("brother_in_law"));
        check("brother", "son", Some("nephew"));
        check("mother", "sister", Some("aunt"));
        check("father", "father", Some("grandfather"));
        check("husband", "son", Some("son"));
        check("sister", "mother", Some("mother"));
        check("brother_in_law", "son", Some("nephew_by_marriage"));
        check("aunt", "son", Some("male_cousin"));
        check("servant", "wife", None);
    }

    #[test]
    fn inverses_say_the_sex_of_the_first() {
        let check = |word, sex, expected| {
            assert_eq!(inverse(&term(word), sex).term, Some(expected), "{word}");
        };
        check("daughter_in_law", Some(Sex::Female), "mother_in_law");
        check("nephew", Some(Sex::Male), "uncle");
        check("step_son", Some(Sex::Male), "step_father");
        check("grandmother", None, "grandchild");
        check("dependant", None, "supporter");
    }

    proptest! {
        #[test]
        fn an_inverse_twice_gives_the_kinship_back(
            links in prop::collection::vec((0..KinLink::ALL.len(), 0..3_u8), 1..5), sex in 0..3_u8,
        ) {
            let sex_of = |number| match number { 0 => None, 1 => Some(Sex::Male), _ => Some(Sex::Female) };
            let steps = links
                .iter()
                .map(|&(link, sex)| KinStep { link: KinLink::ALL[link], sex: sex_of(sex) })
                .collect();
            let kinship = kinship_of(steps);
            let there = inverse(&kinship, sex_of(sex));
            prop_assert_eq!(inverse(&there, kinship.sex()), kinship);
        }
    }
}
