//! The rows of `data/names/declension.tsv`, ordered for looking up.

use super::letters::is_one_syllable;
use crate::part::{NamePart, Sex};
use crate::table;
use std::sync::LazyLock;

const DECLENSION_TSV: &str = include_str!("../../../../data/names/declension.tsv");

/// Letters of the alphabet; ё counts as е.
const N_LETTERS: usize = 32;

/// What a rule asks of a word; a smaller one goes before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Matching {
    Whole,
    BeforeHyphen,
    OneSyllable,
    Ending,
}

/// How one type of word declines.
#[derive(Debug)]
pub(crate) struct DeclensionRule {
    pub(crate) matching: Matching,
    /// The ending, or the word.
    pub(crate) text: &'static str,
    /// Letters taken off the end.
    pub(crate) n_cut: usize,
    /// Genitive to prepositional.
    pub(crate) forms: [&'static str; 5],
    /// How usual the type is; 1 is usual.
    pub(crate) weight: f64,
}

/// The rules for one part of a name and one sex.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    /// By the last letter of the word; the rule that goes before stands before.
    by_last_letter: Vec<Vec<DeclensionRule>>,
}

static RULES: LazyLock<Vec<RuleSet>> = LazyLock::new(|| {
    let mut sets = Vec::new();
    for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
        for sex in [Sex::Female, Sex::Male] {
            sets.push(load_rules(part, sex));
        }
    }
    sets
});

/// Returns the rules for a part of a name and a sex.
pub(crate) fn rule_set(part: NamePart, sex: Sex) -> &'static RuleSet {
    &RULES[part as usize * 2 + sex as usize]
}

impl RuleSet {
    /// Returns the rule for a word in small letters, if any fits.
    pub(crate) fn find(&self, word: &str, is_before_hyphen: bool) -> Option<&DeclensionRule> {
        let bucket = &self.by_last_letter[letter_idx(word.chars().next_back()?)?];
        if !word.contains('ё') {
            return bucket.iter().find(|rule| rule.fits(word, is_before_hyphen));
        }
        // Rules are written with е, so a word with ё is compared a second time.
        let folded = word.replace('ё', "е");
        bucket
            .iter()
            .find(|rule| rule.fits(word, is_before_hyphen) || rule.fits(&folded, is_before_hyphen))
    }

    /// Returns all rules, in a fixed order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &DeclensionRule> {
        self.by_last_letter.iter().flatten()
    }
}

impl DeclensionRule {
    fn fits(&self, word: &str, is_before_hyphen: bool) -> bool {
        match self.matching {
            Matching::Whole => word == self.text,
            Matching::BeforeHyphen => is_before_hyphen && word == self.text,
            Matching::OneSyllable => word.ends_with(self.text) && is_one_syllable(word),
            // An ending is not the whole of a word: something has to stay before what is cut.
            Matching::Ending => word.ends_with(self.text) && word.chars().nth(self.n_cut).is_some(),
        }
    }
}

fn letter_idx(letter: char) -> Option<usize> {
    match letter {
        'ё' => Some('е' as usize - 'а' as usize),
        'а'..='я' => Some(letter as usize - 'а' as usize),
        _ => None,
    }
}

fn load_rules(part: NamePart, sex: Sex) -> RuleSet {
    let part_word = match part {
        NamePart::Surname => "surname",
        NamePart::Given => "given",
        NamePart::Patronymic => "patronymic",
    };
    let sex_word = match sex {
        Sex::Female => "female",
        Sex::Male => "male",
    };
    let mut set = RuleSet { by_last_letter: Vec::new() };
    set.by_last_letter.resize_with(N_LETTERS, Vec::new);
    for [row_part, row_sex, matching, text, n_cut, forms, weight, _example, _source] in
        table::rows(DECLENSION_TSV)
    {
        let is_wanted = |cell: &str, word: &str| cell == word || cell == "any";
        if !is_wanted(row_part, part_word) || !is_wanted(row_sex, sex_word) {
            continue;
        }
        let matching = match matching {
            "whole" => Matching::Whole,
            "before_hyphen" => Matching::BeforeHyphen,
            "one_syllable" => Matching::OneSyllable,
            _ => Matching::Ending,
        };
        let mut cells = forms.split(' ').map(|form| form.trim_start_matches('-'));
        let rule = DeclensionRule {
            matching,
            text,
            n_cut: n_cut.parse().expect("declension.tsv counts letters, as its test checks"),
            forms: std::array::from_fn(|_| cells.next().unwrap_or_default()),
            weight: weight.parse().expect("declension.tsv weighs rules, as its test checks"),
        };
        let last = text.chars().next_back().and_then(letter_idx);
        let last = last.expect("a rule of declension.tsv ends in a letter, as its test checks");
        set.by_last_letter[last].push(rule);
    }
    for bucket in &mut set.by_last_letter {
        bucket.sort_by_key(|rule| {
            // A row with ё is narrower than the same with е.
            let n_letters = rule.text.chars().count() * 2 + usize::from(rule.text.contains('ё'));
            let n_reversed = usize::MAX - n_letters;
            match rule.matching {
                // The longer of `one_syllable` and `ending` wins; of equal ones the narrower.
                Matching::OneSyllable | Matching::Ending => {
                    (Matching::OneSyllable, n_reversed, rule.matching)
                }
                _ => (rule.matching, n_reversed, rule.matching),
            }
        });
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inflect::{Case, decline};

    #[test]
    fn every_row_declines_its_example() {
        for [part, sex, matching, text, n_cut, forms, _weight, example, _source] in
            table::rows::<9>(DECLENSION_TSV)
        {
            let n_cut: usize = n_cut.parse().unwrap();
            assert!(n_cut <= text.chars().count(), "{text} is cut within itself");
            assert_eq!(forms.split(' ').count(), 5, "{text} has five forms");
            let part = match part {
                "given" => NamePart::Given,
                "patronymic" => NamePart::Patronymic,
                _ => NamePart::Surname,
            };
            let sex = if sex == "female" { Sex::Female } else { Sex::Male };
            let words: Vec<&str> = example.split(' ').collect();
            let lemma = crate::inflect::letters::lower(words[0]);
            let is_named = lemma.ends_with(text)
                || lemma.replace('ё', "е").ends_with(text)
                || matching == "before_hyphen" && lemma.starts_with(text);
            assert!(is_named, "{example} is an example of {text}");
            let case_forms =
                [Case::Genitive, Case::Instrumental].map(|case| decline(words[0], part, sex, case));
            assert_eq!(case_forms, words[1..], "{matching} {text}");
        }
    }
}
