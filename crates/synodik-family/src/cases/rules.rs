//! The rules of `data/kin/cases.toml`, and how they look at words.

use crate::tokens::{Token, TokenKind, tokenise};
use serde::Deserialize;
use std::sync::LazyLock;
use synodik_model::{EventKind, Sex};

const CASES_TOML: &str = include_str!("../../../../data/kin/cases.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CasesFile {
    consequences: Vec<String>,
    causes: Vec<String>,
    course: Vec<String>,
    numbers: CaseNumbers,
    own_grounds: Vec<String>,
    cause: Vec<CauseEntry>,
    phrase: Vec<PhraseEntry>,
    concerns: Vec<ConcernsEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseNumbers {
    pub(super) p_stated: f64,
    pub(super) p_household: f64,
    pub(super) p_provision_named: f64,
    pub(super) p_provision_consistent: f64,
    pub(super) p_order: f64,
    pub(super) p_undated: f64,
    pub(super) p_no_cause_event: f64,
    pub(super) p_cause_is_kin_too: f64,
    pub(super) p_own_ground: f64,
    pub(super) min_p: f64,
    pub(super) slack_days: i64,
    pub(super) half_life_stated_days: f64,
    pub(super) half_life_inferred_days: f64,
    pub(super) max_inferred_days: i64,
    pub(super) same_case_days: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CauseEntry {
    kin: String,
    weight: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseEntry {
    any: Vec<String>,
    #[serde(default)]
    cause: Vec<String>,
    sex: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConcernsEntry {
    kin: Vec<String>,
    words: Vec<String>,
}

/// Words one after another; of one that ends in `*` only the beginning.
type Phrase = Vec<String>;

/// What words say of the one on whose account a measure fell.
pub(super) struct StatedCause {
    phrases: Vec<Phrase>,
    kin: Vec<String>,
    sex: Option<Sex>,
}

pub(super) struct CaseRules {
    pub(super) numbers: CaseNumbers,
    consequences: Vec<EventKind>,
    causes: Vec<EventKind>,
    course: Vec<EventKind>,
    own_grounds: Vec<Phrase>,
    weights: Vec<CauseEntry>,
    stated: Vec<StatedCause>,
    concerns: Vec<ConcernsEntry>,
}

pub(super) static RULES: LazyLock<CaseRules> = LazyLock::new(|| {
    let file: CasesFile = toml::from_str(CASES_TOML).expect("a test reads data/kin/cases.toml");
    let kinds = |names: &[String]| {
        let kind_of = |name: &String| EventKind::from_name(name);
        names.iter().map(|name| kind_of(name).expect("cases.toml names kinds of events")).collect()
    };
    let phrases = |texts: &[String]| {
        texts.iter().map(|text| text.split(' ').map(str::to_owned).collect()).collect()
    };
    let stated = file.phrase.iter().map(|entry| StatedCause {
        phrases: phrases(&entry.any),
        kin: entry.cause.clone(),
        sex: entry.sex.as_deref().and_then(Sex::from_name),
    });
    CaseRules {
        numbers: file.numbers,
        consequences: kinds(&file.consequences),
        causes: kinds(&file.causes),
        course: kinds(&file.course),
        own_grounds: phrases(&file.own_grounds),
        weights: file.cause,
        stated: stated.collect(),
        concerns: file.concerns,
    }
});

impl CaseRules {
    pub(super) fn is_consequence(&self, kind: EventKind) -> bool {
        self.consequences.contains(&kind)
    }

    /// The place of a kind among the causes, the gravest first.
    pub(super) fn cause_rank(&self, kind: EventKind) -> Option<usize> {
        self.causes.iter().position(|&cause| cause == kind)
    }

    /// Whether the first leads to the second in one case against somebody.
    pub(super) fn leads_to(&self, first: EventKind, second: EventKind) -> bool {
        let place = |kind: EventKind| self.course.iter().position(|&step| step == kind);
        place(first).zip(place(second)).is_some_and(|(first, second)| first < second)
    }

    /// How often somebody who is this to the one punished was the cause.
    pub(super) fn weight_of(&self, any_term: &str) -> f64 {
        let entry = self.weights.iter().find(|entry| entry.kin == any_term);
        entry.map_or(0.0, |entry| entry.weight)
    }

    /// The first words that state a measure for kin, with what they say of the cause.
    pub(super) fn stated_cause<'t>(&self, text: &'t str) -> Option<(&StatedCause, &'t str)> {
        let words = words_of(text);
        self.stated.iter().find_map(|cause| {
            let found = cause.phrases.iter().find_map(|phrase| find_phrase(&words, phrase))?;
            Some((cause, &text[found.0..found.1]))
        })
    }

    pub(super) fn has_own_ground(&self, text: &str) -> bool {
        let words = words_of(text);
        self.own_grounds.iter().any(|phrase| find_phrase(&words, phrase).is_some())
    }

    /// Whether a provision on these relations concerns somebody who is this to the one it turns on.
    pub(super) fn concerns(&self, term: &str, relations: &[String]) -> bool {
        let of_term = self.concerns.iter().find(|entry| entry.kin.iter().any(|kin| kin == term));
        let entry = of_term.or_else(|| self.concerns.iter().find(|entry| entry.kin.is_empty()));
        entry.is_some_and(|entry| relations.iter().any(|word| entry.words.contains(word)))
    }
}

impl StatedCause {
    /// Whether the one on whose account it was may be this to the one punished.
    pub(super) fn allows(&self, any_term: &str, sex: Option<Sex>) -> bool {
        let is_kin = self.kin.is_empty() || self.kin.iter().any(|kin| kin == any_term);
        is_kin && (self.sex.is_none() || sex.is_none() || self.sex == sex)
    }
}

fn words_of(text: &str) -> Vec<Token<'_>> {
    let mut tokens = tokenise(text);
    tokens.retain(|token| token.kind != TokenKind::Sign);
    tokens
}

/// The bytes of the first place where the words stand one after another.
fn find_phrase(words: &[Token<'_>], phrase: &Phrase) -> Option<(usize, usize)> {
    let fits = |word: &Token<'_>, wanted: &String| match wanted.strip_suffix('*') {
        Some(beginning) => word.small.starts_with(beginning),
        None => word.small == *wanted,
    };
    let found = words
        .windows(phrase.len())
        .find(|window| window.iter().zip(phrase).all(|(word, wanted)| fits(word, wanted)))?;
    Some((found.first()?.span.start, found.last()?.span.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kin_terms;

    #[test]
    fn the_file_names_terms_that_exist_and_probabilities() {
        let terms = kin_terms();
        let kin = RULES.stated.iter().flat_map(|cause| &cause.kin);
        let of_concerns = RULES.concerns.iter().flat_map(|entry| &entry.kin);
        let of_weights = RULES.weights.iter().map(|entry| &entry.kin);
        for term in kin.chain(of_concerns).chain(of_weights) {
            assert!(terms.contains(&term.as_str()), "{term}");
        }
        assert!(RULES.weights.iter().all(|entry| (0.0..=1.0).contains(&entry.weight)));
        let numbers = &RULES.numbers;
        for p in [numbers.p_stated, numbers.p_household, numbers.p_order, numbers.min_p] {
            assert!((0.0..=1.0).contains(&p));
        }
    }

    #[test]
    fn words_on_relations_are_those_of_the_codex() {
        let codex = include_str!("../../../../data/codex/relations.toml");
        for word in RULES.concerns.iter().flat_map(|entry| &entry.words) {
            assert!(codex.contains(&format!("id = \"{word}\"")), "{word}");
        }
    }

    #[test]
    fn words_say_on_whose_account() {
        let check = |text: &str, expected: Option<&str>| {
            let found = RULES.stated_cause(text).map(|(_, words)| words);
            assert_eq!(found, expected, "{text}");
        };
        check("ОСО при НКВД: как ЧСИР, 8 лет ИТЛ", Some("ЧСИР"));
        check("Член семьи изменника Родины", Some("Член семьи"));
        check("выслан в связи с осуждением брата", Some("осуждением брата"));
        check("Как жена врага народа", Some("Как жена"));
        check("ст. 58-10, 10 лет ИТЛ", None);
        check("как женатый", None);
        assert!(RULES.has_own_ground("ст. 58-10 УК РСФСР"));
        assert!(!RULES.has_own_ground("как ЧСИР"));
    }
}
