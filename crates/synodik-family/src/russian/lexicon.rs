//! The Russian words of kin, from `data/kin/ru.toml`.

use crate::kin_table::{kinship_of, kinship_of_term};
use crate::tokens::small_letters;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use synodik_model::{KinLink, Kinship, Sex};
use synodik_names::Case;

const RU_TOML: &str = include_str!("../../../../data/kin/ru.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RussianFile {
    household_starts: Vec<String>,
    household_ends: Vec<String>,
    cell_ends: Vec<String>,
    list_fillers: Vec<String>,
    possessives: Vec<String>,
    abbreviations: Vec<String>,
    age_units: BTreeMap<String, u32>,
    heads: Vec<String>,
    epithets: Vec<String>,
    subject_cues: Vec<String>,
    kin_formulas: Vec<String>,
    verb_starts: Vec<String>,
    traps: Vec<Trap>,
    female_marks: Vec<String>,
    male_marks: Vec<String>,
    numerals: BTreeMap<String, u16>,
    word: Vec<WordEntry>,
    modifier: Vec<ModifierEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordEntry {
    kinship: String,
    via: Option<String>,
    #[serde(default)]
    is_several: bool,
    nominative: String,
    #[serde(default)]
    genitive: String,
    #[serde(default)]
    dative: String,
    #[serde(default)]
    accusative: String,
    #[serde(default)]
    instrumental: String,
    #[serde(default)]
    prepositional: String,
}

/// A word beside a kin word with which it means no kin.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trap {
    /// Nominative of the kin word.
    word: String,
    /// Beginning of a word before it.
    before: Option<String>,
    /// Beginning of a word behind it.
    behind: Option<String>,
    /// Text in which nobody is kin.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub(crate) example: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModifierEntry {
    stems: Vec<String>,
    links: BTreeMap<String, String>,
}

/// One meaning of a form of a kin word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KinForm {
    pub(crate) kinship: Kinship,
    pub(crate) is_several: bool,
    pub(crate) case: Case,
}

/// The words of `data/kin/ru.toml`.
pub(crate) struct Lexicon {
    pub(crate) household_starts: Vec<String>,
    pub(crate) cell_ends: Vec<String>,
    ends: Vec<String>,
    forms: FxHashMap<String, Vec<KinForm>>,
    modifiers: Vec<(String, Vec<(KinLink, KinLink)>)>,
    epithets: Vec<String>,
    fillers: Vec<String>,
    possessives: Vec<String>,
    abbreviations: Vec<String>,
    heads: Vec<String>,
    subject_cues: Vec<String>,
    kin_formulas: Vec<String>,
    verb_starts: Vec<String>,
    pub(crate) traps: Vec<Trap>,
    female_marks: Vec<String>,
    male_marks: Vec<String>,
    age_units: BTreeMap<String, u32>,
    numerals: BTreeMap<String, u16>,
}

/// Endings of an adjective in any case.
const ADJECTIVE_ENDINGS: [&str; 19] = [
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю",
    "ые", "ие", "ых", "их",
];

pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let file: RussianFile = toml::from_str(RU_TOML).expect("a test reads data/kin/ru.toml");
    let link_of = |name: &String| KinLink::from_name(name).expect("ru.toml names links of KinLink");
    let modifiers = file.modifier.iter().flat_map(|entry| {
        let links: Vec<(KinLink, KinLink)> =
            entry.links.iter().map(|(from, to)| (link_of(from), link_of(to))).collect();
        entry.stems.iter().map(move |stem| (stem.clone(), links.clone()))
    });
    Lexicon {
        modifiers: modifiers.collect(),
        forms: forms_of(&file.word),
        household_starts: file.household_starts,
        cell_ends: file.cell_ends,
        ends: file.household_ends,
        epithets: file.epithets,
        fillers: file.list_fillers,
        possessives: file.possessives,
        abbreviations: file.abbreviations,
        heads: file.heads,
        subject_cues: file.subject_cues,
        kin_formulas: file.kin_formulas,
        verb_starts: file.verb_starts,
        traps: file.traps,
        female_marks: file.female_marks,
        male_marks: file.male_marks,
        age_units: file.age_units,
        numerals: file.numerals,
    }
});

fn forms_of(words: &[WordEntry]) -> FxHashMap<String, Vec<KinForm>> {
    let mut forms: FxHashMap<String, Vec<KinForm>> = FxHashMap::default();
    for word in words {
        let mut kinship =
            kinship_of_term(&word.kinship).expect("ru.toml names terms of relations.toml");
        if let (Some(via), Some(step)) = (&word.via, kinship.steps.first_mut()) {
            step.sex = Sex::from_name(via);
            kinship = kinship_of(kinship.steps);
        }
        let by_case = [
            (Case::Nominative, &word.nominative),
            (Case::Genitive, &word.genitive),
            (Case::Dative, &word.dative),
            (Case::Accusative, &word.accusative),
            (Case::Instrumental, &word.instrumental),
            (Case::Prepositional, &word.prepositional),
        ];
        for (case, written) in by_case {
            for form in written.split(' ').filter(|form| !form.is_empty()) {
                forms.entry(small_letters(form)).or_default().push(KinForm {
                    kinship: kinship.clone(),
                    is_several: word.is_several,
                    case,
                });
            }
        }
    }
    forms
}

impl Lexicon {
    /// Returns the meanings of a form in small letters; of a compound ("племянник-сирота") those of its first part.
    pub(crate) fn forms(&self, small: &str) -> &[KinForm] {
        let forms = self.forms.get(small).or_else(|| self.forms.get(small.split_once('-')?.0));
        forms.map_or(&[], Vec::as_slice)
    }

    /// Returns whether a word is a form of a kin word or a formula such as ЧСИР.
    pub(crate) fn is_kin_word(&self, small: &str) -> bool {
        !self.forms(small).is_empty() || self.is_kin_formula(small)
    }

    /// Returns the change that an adjective makes to a kinship, if it makes one.
    pub(crate) fn modify(&self, adjective: &str, kinship: &Kinship) -> Option<Kinship> {
        let (_, links) =
            self.modifiers.iter().find(|(stem, _)| is_adjective_of(adjective, stem))?;
        let mut steps = kinship.steps.clone();
        let last = steps.last_mut()?;
        let (_, to) = links.iter().find(|(from, _)| *from == last.link)?;
        last.link = *to;
        Some(kinship_of(steps))
    }

    /// Returns whether a word is an adjective that changes kin words.
    pub(crate) fn is_modifier(&self, small: &str) -> bool {
        self.modifiers.iter().any(|(stem, _)| is_adjective_of(small, stem))
    }

    /// Returns whether a word says nothing of the kinship it stands beside.
    pub(crate) fn is_epithet(&self, small: &str) -> bool {
        self.epithets.iter().any(|stem| {
            is_adjective_of(small, stem) || small.strip_prefix(stem.as_str()) == Some("а")
        })
    }

    /// Returns whether a word opens the sentence behind a list: Выслан, Раскулачена.
    pub(crate) fn is_end(&self, small: &str) -> bool {
        self.ends.iter().any(|start| small.starts_with(start))
    }

    pub(crate) fn is_filler(&self, small: &str) -> bool {
        self.fillers.iter().any(|word| word == small)
    }

    pub(crate) fn is_possessive(&self, small: &str) -> bool {
        self.possessives.iter().any(|word| word == small)
    }

    pub(crate) fn is_abbreviation(&self, small: &str) -> bool {
        self.abbreviations.iter().any(|word| word == small)
    }

    /// Returns whether a word makes the kin word behind it say what the subject is.
    pub(crate) fn is_subject_cue(&self, small: &str) -> bool {
        self.subject_cues.iter().any(|word| word == small)
    }

    /// Returns whether a word is a formula such as ЧСИР.
    pub(crate) fn is_kin_formula(&self, small: &str) -> bool {
        self.kin_formulas.iter().any(|word| word == small)
    }

    /// Returns whether a word says what somebody did or suffered.
    pub(crate) fn is_verb(&self, small: &str) -> bool {
        self.verb_starts.iter().any(|start| small.starts_with(start.as_str()))
    }

    /// Returns whether a kin form means no kin between these words, in small letters.
    pub(crate) fn is_trap(&self, form: &str, before: &[&str], behind: &[&str]) -> bool {
        let found = |words: &[&str], start: &Option<String>| {
            start.as_ref().is_some_and(|start| {
                words.iter().any(|word| match start.strip_suffix('$') {
                    Some(whole) => *word == whole,
                    None => word.starts_with(start),
                })
            })
        };
        let traps = self.traps.iter().filter(|trap| {
            let meanings = self.forms(&trap.word);
            self.forms(form)
                .iter()
                .any(|form| meanings.iter().any(|meaning| meaning.kinship == form.kinship))
        });
        traps.into_iter().any(|trap| found(before, &trap.before) || found(behind, &trap.behind))
    }

    /// Returns the sex of the subject that a word of an entry says.
    pub(crate) fn sex_mark(&self, small: &str) -> Option<Sex> {
        let is_in = |words: &[String]| words.iter().any(|word| word == small);
        if is_in(&self.female_marks) {
            return Some(Sex::Female);
        }
        is_in(&self.male_marks).then_some(Sex::Male)
    }

    /// Returns whether a word counts human beings: чел., душ.
    pub(crate) fn is_head_word(&self, small: &str) -> bool {
        self.heads.iter().any(|word| word == small)
    }

    /// Returns the months of one unit of age.
    pub(crate) fn age_unit_months(&self, small: &str) -> Option<u32> {
        self.age_units.get(small).copied()
    }

    /// Returns the number that a word says.
    pub(crate) fn numeral(&self, small: &str) -> Option<u16> {
        self.numerals.get(small).copied()
    }
}

fn is_adjective_of(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|rest| {
        ADJECTIVE_ENDINGS.iter().any(|ending| rest.ends_with(ending)) || rest.ends_with("ыми")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_every_form_is_read() {
        let file: RussianFile = toml::from_str(RU_TOML).expect("ru.toml");
        assert!(file.word.is_sorted_by_key(|word| (word.nominative.clone(), word.is_several)));
        assert_eq!(LEXICON.forms("жены").len(), 2);
        assert_eq!(LEXICON.forms("теща")[0].kinship.term, Some("mother_in_law"));
        assert_eq!(LEXICON.forms("теща")[0].kinship.steps[0].sex, Some(Sex::Female));
        assert_eq!(LEXICON.forms("племянник-сирота")[0].kinship.term, Some("nephew"));
        assert!(LEXICON.forms("медсестра").is_empty());
    }

    #[test]
    fn adjectives_change_the_last_step() {
        let son = kinship_of_term("son").expect("a term");
        let changed = LEXICON.modify("приемного", &son).and_then(|kinship| kinship.term);
        assert_eq!(changed, Some("adopted_son"));
        assert_eq!(LEXICON.modify("бывший", &son), None);
        assert!(LEXICON.is_epithet("малолетних"));
    }
}
