//! From a written form back to the nominatives it may come from.

use super::declension::{Case, WordForm, decline_word, is_with_kinship_word};
use super::declension_rules::rule_set;
use super::letters::{Piece, cut, is_all_capitals, is_vowel, lower, pieces, push_ending, tail};
use super::weights::{case_weight, unchanged_weight, yo_weight};
use crate::part::{NamePart, Sex};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A nominative that a written form may come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The nominative, ё and capitals as in the form.
    pub text: String,
    /// The case the form stands in.
    pub case: Case,
    /// The sex whose declension gives the form.
    pub sex: Sex,
    /// Share of this reading among all of the form; they add up to 1.
    pub p: f64,
}

/// What a written form may be before the case is weighed: a reading of one part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PartReading {
    pub(crate) text: String,
    pub(crate) case: Case,
    pub(crate) sex: Sex,
    pub(crate) weight: f64,
    /// Whether an accusative looks like the genitive.
    pub(crate) is_genitive_too: bool,
}

/// Readings kept for one case and sex.
const N_KEPT: usize = 64;

/// Returns the nominatives that a written form may come from, likeliest first.
///
/// An accusative that looks like the genitive is given as the genitive.
///
/// # Shape
///
/// No two readings have the same text, case and sex. Ties stand in the order
/// of the text.
///
/// # Source
///
/// `data/names/declension.tsv` and `data/names/inflection_weights.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{Case, NamePart, Sex, nominative};
/// let readings = nominative("Фёдорова", NamePart::Surname);
/// assert_eq!((readings[0].text.as_str(), readings[0].sex), ("Фёдорова", Sex::Female));
/// let genitive = readings.iter().find(|reading| reading.case == Case::Genitive);
/// assert_eq!(genitive.map(|reading| reading.text.as_str()), Some("Фёдоров"));
/// ```
pub fn nominative(form: &str, part: NamePart) -> Vec<Reading> {
    nominative_with(form, part, &|_, _| 1.0)
}

/// As [`nominative`], with a weight for every name and sex.
///
/// `weight_of` is asked with a nominative and a sex; a list of known names
/// gives more for a known one.
pub fn nominative_with(
    form: &str,
    part: NamePart,
    weight_of: &dyn Fn(&str, Sex) -> f64,
) -> Vec<Reading> {
    let mut readings: Vec<Reading> = read_part(form, part, weight_of)
        .into_iter()
        .filter(|reading| !reading.is_genitive_too)
        .map(|reading| Reading {
            p: reading.weight * case_weight(reading.case),
            text: reading.text,
            case: reading.case,
            sex: reading.sex,
        })
        .collect();
    let sum: f64 = readings.iter().map(|reading| reading.p).sum();
    if sum > 0.0 {
        readings.iter_mut().for_each(|reading| reading.p /= sum);
    }
    readings.sort_by(|a, b| {
        b.p.total_cmp(&a.p)
            .then_with(|| a.text.cmp(&b.text))
            .then_with(|| (a.case, a.sex).cmp(&(b.case, b.sex)))
    });
    readings
}

/// Returns the readings of a part of a name, the case not yet weighed.
pub(crate) fn read_part(
    form: &str,
    part: NamePart,
    weight_of: &dyn Fn(&str, Sex) -> f64,
) -> Vec<PartReading> {
    let mut found: Vec<PartReading> = Vec::new();
    for sex in [Sex::Female, Sex::Male] {
        for case in Case::ALL {
            found.extend(read_form(form, WordForm { part, sex, case, is_before_hyphen: false }));
        }
    }
    for reading in &mut found {
        reading.weight *= weight_of(&reading.text, reading.sex).max(0.0);
        reading.is_genitive_too =
            reading.case == Case::Accusative && is_genitive_too(form, reading, part);
    }
    found
}

fn is_genitive_too(form: &str, reading: &PartReading, part: NamePart) -> bool {
    super::declension::decline(&reading.text, part, reading.sex, Case::Genitive) == form
}

/// Reads a whole part in one case and sex: the product of the readings of its words.
fn read_form(form: &str, wanted: WordForm) -> Vec<PartReading> {
    let start = PartReading {
        text: String::new(),
        case: wanted.case,
        sex: wanted.sex,
        weight: 1.0,
        is_genitive_too: false,
    };
    let mut found = vec![start];
    if is_with_kinship_word(form, wanted.part) {
        found[0].text.push_str(form);
        found[0].weight = unchanged_weight(wanted.part);
        return found;
    }
    for piece in pieces(form) {
        match piece {
            Piece::Other(text) => {
                found.iter_mut().for_each(|reading| reading.text.push_str(text));
            }
            Piece::Word(word, is_before_hyphen) => {
                let words = read_word(word, WordForm { is_before_hyphen, ..wanted });
                found = found
                    .iter()
                    .flat_map(|reading| words.iter().map(move |word| reading.followed_by(word)))
                    .collect();
                found.sort_by(|a, b| {
                    b.weight.total_cmp(&a.weight).then_with(|| a.text.cmp(&b.text))
                });
                found.truncate(N_KEPT);
            }
        }
    }
    found
}

impl PartReading {
    fn followed_by(&self, (word, weight): &(String, f64)) -> PartReading {
        let mut longer = self.clone();
        longer.text.push_str(word);
        longer.weight *= weight;
        longer
    }
}

/// Ending of a form -> what a rule may have taken off for it.
type RemovedByEnding = HashMap<&'static str, Vec<&'static str>>;

/// By part, sex and case, in the order of [`table_idx`].
static REMOVED: LazyLock<Vec<RemovedByEnding>> = LazyLock::new(|| {
    let mut tables = Vec::new();
    for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
        for sex in [Sex::Female, Sex::Male] {
            tables.push(RemovedByEnding::new());
            for form_idx in 0..5 {
                let mut table = RemovedByEnding::new();
                for rule in rule_set(part, sex).iter() {
                    let removed = table.entry(rule.forms[form_idx]).or_default();
                    let text = tail(rule.text, rule.n_cut);
                    if !removed.contains(&text) {
                        removed.push(text);
                    }
                }
                tables.push(table);
            }
        }
    }
    tables
});

fn table_idx(wanted: WordForm) -> usize {
    (wanted.part as usize * 2 + wanted.sex as usize) * Case::ALL.len() + wanted.case as usize
}

/// Longest ending of a form, in letters.
static N_LONGEST_ENDING: LazyLock<usize> = LazyLock::new(|| {
    let endings = REMOVED.iter().flat_map(HashMap::keys);
    endings.map(|ending| ending.chars().count()).max().unwrap_or(0)
});

/// Returns the nominatives of a word and their weights.
fn read_word(word: &str, wanted: WordForm) -> Vec<(String, f64)> {
    let small = lower(word);
    let has_old_ending = small.ends_with('ъ') && small.chars().nth(2).is_some();
    let (stem, small) = match has_old_ending {
        true => (cut(word, 1), cut(&small, 1)),
        false => (word, small.as_str()),
    };
    let mut found: Vec<(String, f64)> = Vec::new();
    let mut consider = |candidate: String, spelling_weight: f64| {
        if found.iter().all(|(known, _)| *known != candidate)
            && let Some(weight) = weight_of_reading(stem, &candidate, wanted)
        {
            found.push((candidate, weight * spelling_weight));
        }
    };
    consider(stem.to_owned(), 1.0);
    if wanted.case != Case::Nominative {
        let is_capital = is_all_capitals(word);
        for n_letters in 0..=*N_LONGEST_ENDING {
            let Some(removed) = REMOVED[table_idx(wanted)].get(tail(small, n_letters)) else {
                continue;
            };
            for text in removed {
                let restored = |text: &str| {
                    let mut candidate = cut(stem, n_letters).to_owned();
                    push_ending(&mut candidate, text, is_capital);
                    candidate
                };
                consider(restored(text), 1.0);
                if text.contains('е') {
                    consider(restored(&text.replace('е', "ё")), yo_weight());
                }
            }
        }
    }
    if has_old_ending {
        for (text, _) in &mut found {
            let is_bare = |letter: char| !is_vowel(letter) && !matches!(letter, 'ь' | 'й');
            if lower(text).chars().next_back().is_some_and(is_bare) {
                push_ending(text, "ъ", is_all_capitals(word));
            }
        }
    }
    found
}

/// Returns how usual a nominative is, if the form is really one of its own.
fn weight_of_reading(form: &str, candidate: &str, wanted: WordForm) -> Option<f64> {
    let mut declined = String::with_capacity(form.len());
    let rule = decline_word(candidate, wanted, &mut declined);
    (declined == form).then(|| rule.map_or(unchanged_weight(wanted.part), |rule| rule.weight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inflect::decline;
    use proptest::prelude::*;

    #[test]
    fn forms_are_read_back() {
        let check = |form, part, sex, case, expected: &str| {
            let readings = nominative(form, part);
            let best = readings.iter().find(|reading| reading.case == case && reading.sex == sex);
            assert_eq!(best.map(|reading| reading.text.as_str()), Some(expected), "{form}");
        };
        check("Гусевой", NamePart::Surname, Sex::Female, Case::Genitive, "Гусева");
        check("Швеца", NamePart::Surname, Sex::Male, Case::Genitive, "Швец");
        check("КРАВЦУ", NamePart::Surname, Sex::Male, Case::Dative, "КРАВЕЦ");
        check("Горского", NamePart::Surname, Sex::Male, Case::Genitive, "Горский");
        check(
            "Салтыковым-Щедриным",
            NamePart::Surname,
            Sex::Male,
            Case::Instrumental,
            "Салтыков-Щедрин",
        );
        check("Льву", NamePart::Given, Sex::Male, Case::Dative, "Лев");
        check("Марии", NamePart::Given, Sex::Female, Case::Genitive, "Мария");
        check("Ильича", NamePart::Patronymic, Sex::Male, Case::Genitive, "Ильич");
        check("Ивановымъ", NamePart::Surname, Sex::Male, Case::Instrumental, "Ивановъ");
    }

    #[test]
    fn a_weight_decides_between_names() {
        let weight = |name: &str, _| if name == "Иван" { 1.0 } else { 0.001 };
        let readings = nominative_with("Ивана", NamePart::Given, &weight);
        assert_eq!((readings[0].text.as_str(), readings[0].case), ("Иван", Case::Genitive));
        assert!(readings[0].p > 0.9);
    }

    fn part_of(idx: usize) -> NamePart {
        [NamePart::Surname, NamePart::Given, NamePart::Patronymic][idx]
    }

    proptest! {
        #[test]
        fn every_form_leads_back(
            // A hard sign at the end is the spelling of before 1918, which a form need not keep.
            name in "[А-ЩЫ-ЯЁ][а-щы-яё]{1,9}(-[А-ЩЫ-ЯЁ][а-щы-яё]{1,6})?", part in 0..3usize,
            is_female in any::<bool>(), case in 0..6usize, is_capital in any::<bool>(),
        ) {
            let part = part_of(part);
            let name = if is_capital { name.to_uppercase() } else { name };
            let sex = if is_female { Sex::Female } else { Sex::Male };
            let form = decline(&name, part, sex, Case::ALL[case]);
            let readings = nominative(&form, part);
            prop_assert!(readings.iter().any(|reading| reading.text == name), "{} {:?}", form, readings);
        }

        #[test]
        fn any_text_is_read(text in any::<String>(), part in 0..3usize) {
            let readings = nominative(&text, part_of(part));
            let sum: f64 = readings.iter().map(|reading| reading.p).sum();
            prop_assert!((sum - 1.0).abs() < 1e-9);
            for case in Case::ALL {
                decline(&text, part_of(part), Sex::Male, case);
            }
        }
    }
}
