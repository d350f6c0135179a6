//! The rows of `data/names/surname_forms.tsv`, ordered for looking up.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const SURNAME_FORMS_TSV: &str = include_str!("../../../../data/names/surname_forms.tsv");

/// What kind of surname it is: how a man's and a woman's differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SurnameKind {
    /// A possessive adjective: Иванов, Иванова.
    Possessive,
    /// A full adjective: Горский, Горская.
    Adjectival,
    /// The woman's is made with a suffix or ending of its own: Kazlauskas, Kazlauskienė.
    Derived,
    /// The same for both sexes and in all cases: Шевченко, Черных.
    Indeclinable,
    /// The same for both sexes; the man's declines: Ковальчук.
    Common,
}

/// Of which women a form of a surname is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Of any woman.
    Any,
    /// Of a married woman or a widow.
    Married,
    /// Of an unmarried woman.
    Unmarried,
}

/// How the forms of one type of surname belong together.
#[derive(Debug)]
pub(crate) struct SurnameRule {
    pub(crate) kind: SurnameKind,
    pub(crate) is_russian: bool,
    pub(crate) is_whole: bool,
    /// Whether a man's surname with this ending is always of this type.
    pub(crate) is_sure: bool,
    pub(crate) masculine: &'static str,
    pub(crate) feminine: &'static str,
    pub(crate) standing: Standing,
    pub(crate) plural: Option<&'static str>,
    /// One of these must stand in the word; none is asked for when empty.
    letters: &'static str,
    /// Letters that the endings of the man's and all his women's forms begin with; they belong to
    /// the stem.
    pub(crate) n_shared: usize,
}

/// Letters that must stand before an ending of a woman's surname.
const N_STEM_LETTERS: usize = 2;

struct SurnameRules {
    rules: Vec<SurnameRule>,
    /// By last letter: rules of that masculine ending, the longest first.
    masculine: HashMap<char, Vec<usize>>,
    /// By last letter: rules of that feminine ending, the longest first.
    feminine: HashMap<char, Vec<usize>>,
    /// Rules for any surname in Latin letters that ends in a consonant.
    any_consonant: Vec<usize>,
}

static RULES: LazyLock<SurnameRules> = LazyLock::new(|| {
    let mut rules: Vec<SurnameRule> = table::rows(SURNAME_FORMS_TSV).map(read_rule).collect();
    // Kazlauskas has Kazlauskienė beside Kazlauskaitė, so the stem is Kazlausk for all three.
    let shared: Vec<usize> = rules
        .iter()
        .map(|rule| {
            let of_one_man = rules.iter().filter(|other| other.masculine == rule.masculine);
            of_one_man.map(|other| other.n_shared).min().unwrap_or(rule.n_shared)
        })
        .collect();
    for (rule, n_shared) in rules.iter_mut().zip(shared) {
        rule.n_shared = n_shared;
    }
    // A whole surname is narrower than any ending; the order of the file stays otherwise.
    rules.sort_by_key(|rule| !rule.is_whole);
    let by_last = |ending_of: &dyn Fn(&SurnameRule) -> &'static str| {
        let mut order: Vec<usize> = (0..rules.len()).collect();
        order.sort_by_key(|rule_idx| {
            std::cmp::Reverse(ending_of(&rules[*rule_idx]).chars().count())
        });
        let mut index: HashMap<char, Vec<usize>> = HashMap::new();
        for rule_idx in order {
            if let Some(last) = ending_of(&rules[rule_idx]).chars().next_back() {
                index.entry(last).or_default().push(rule_idx);
            }
        }
        index
    };
    let masculine = by_last(&|rule| rule.masculine);
    let feminine = by_last(&|rule| rule.feminine);
    let is_empty = |rule_idx: &usize| rules[*rule_idx].masculine.is_empty();
    let any_consonant = (0..rules.len()).filter(is_empty).collect();
    SurnameRules { rules, masculine, feminine, any_consonant }
});

fn read_rule(
    [kind, language, matching, certainty, masculine, feminine, standing, plural, letters, ..]: [&'static str; 11],
) -> SurnameRule {
    let kind = match kind {
        "possessive" => SurnameKind::Possessive,
        "adjectival" => SurnameKind::Adjectival,
        _ => SurnameKind::Derived,
    };
    let standing = match standing {
        "married" => Standing::Married,
        "unmarried" => Standing::Unmarried,
        _ => Standing::Any,
    };
    let masculine = masculine.trim_start_matches('-');
    let shared = masculine.chars().zip(feminine.chars()).take_while(|(a, b)| a == b);
    SurnameRule {
        kind,
        is_russian: language == "ru",
        is_whole: matching == "whole",
        is_sure: certainty == "sure",
        masculine,
        feminine,
        standing,
        plural: Some(plural).filter(|plural| *plural != "-"),
        letters: letters.trim_start_matches('-'),
        n_shared: shared.count(),
    }
}

/// Returns the rules whose masculine ending is the longest that the word has.
pub(crate) fn masculine_rules(word: &str) -> impl Iterator<Item = &'static SurnameRule> {
    let rules = &*RULES;
    let bucket = last_letter(word).and_then(|last| rules.masculine.get(&last));
    longest(word, bucket, |rule| rule.masculine)
}

/// Returns the rules whose feminine ending is the longest that the word has.
pub(crate) fn feminine_rules(word: &str) -> impl Iterator<Item = &'static SurnameRule> {
    let rules = &*RULES;
    let bucket = last_letter(word).and_then(|last| rules.feminine.get(&last));
    longest(word, bucket, |rule| rule.feminine)
}

/// Returns the rules for any surname in Latin letters that ends in a consonant.
pub(crate) fn consonant_rules(word: &str) -> impl Iterator<Item = &'static SurnameRule> {
    let is_latin_consonant = |letter: char| {
        (letter.is_ascii_alphabetic() || ('\u{df}'..='\u{24f}').contains(&letter))
            && !"aeiouyáéíóúýąęěůāēīūėų".contains(letter)
    };
    let fits = last_letter(word).is_some_and(is_latin_consonant);
    RULES.any_consonant.iter().filter(move |_| fits).map(|rule_idx| &RULES.rules[*rule_idx])
}

fn longest<'a>(
    word: &'a str,
    bucket: Option<&'static Vec<usize>>,
    ending_of: impl Fn(&SurnameRule) -> &'static str + Copy + 'a,
) -> impl Iterator<Item = &'static SurnameRule> + 'a {
    let rules = bucket.into_iter().flatten().map(|rule_idx| &RULES.rules[*rule_idx]);
    let mut fitting = rules.filter(move |rule| rule.fits(word, ending_of(rule))).peekable();
    let first = fitting.peek().map(|rule| (ending_of(rule), rule.is_whole));
    fitting.take_while(move |rule| first == Some((ending_of(rule), rule.is_whole)))
}

impl SurnameRule {
    /// Compares letter by letter, so that capitals need no copy of the word.
    fn fits(&self, word: &str, ending: &str) -> bool {
        let mut letters = word.chars().rev();
        if !ending.chars().rev().all(|wanted| letters.next().is_some_and(|l| small(l) == wanted)) {
            return false;
        }
        match self.is_whole {
            true => letters.next().is_none(),
            false => {
                letters.nth(N_STEM_LETTERS - 1).is_some()
                    && (self.letters.is_empty()
                        || word.chars().any(|letter| self.letters.contains(small(letter))))
            }
        }
    }
}

fn last_letter(word: &str) -> Option<char> {
    word.chars().next_back().map(small)
}

fn small(letter: char) -> char {
    match letter {
        'а'..='я' | 'a'..='z' => letter,
        'А'..='Я' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}
