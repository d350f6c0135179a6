//! Compares two whole names: which word stands for which, and what it all weighs.

use super::agreement::{Agreement, agreement_bits};
use super::prepared::PreparedWord;
use super::prepared_name::{NameWord, PreparedName};
use super::words::compare_words;
use crate::part::NamePart;
use crate::sound::Paradigm;
use crate::table;
use std::sync::LazyLock;

const NAME_PROBABILITY_TSV: &str = include_str!("../../../../data/names/name_probability.tsv");

/// The bits of the share of bearers of a usual given name; `agreement_weights.tsv` is made for it.
const USUAL_GIVEN_BITS: f32 = 5.5;

/// How much the frequency of a given name changes its weight at most.
const MAX_RARITY_BITS: f32 = 3.0;

/// Two words written as one differ at most so much in length from the one they are compared with.
const MAX_JOINED_DIFFERENCE: u8 = 2;

/// From these bits on the man's form is the same name, not one somewhat alike.
const ALIKE_BITS: f32 = 5.0;

/// So many words at most are joined: abd ar rahman.
const MAX_JOINED_WORDS: usize = 4;

/// What one word of a name, or one that is missing, says.
#[derive(Debug, Clone, PartialEq)]
pub struct PartEvidence {
    /// The part of the name, if it is known.
    pub part: Option<NamePart>,
    /// The word of the first name; empty if it has none.
    pub a: String,
    /// The word of the second name; empty if it has none.
    pub b: String,
    /// How they agree.
    pub agreement: Agreement,
    /// Whether they stand as different parts of the name.
    pub is_swapped: bool,
    /// Whether another name in brackets agrees, not the word itself.
    pub is_alternative: bool,
    /// What it weighs, in bits.
    pub bits: f32,
}

/// How two names agree, word by word.
#[derive(Debug, Clone, PartialEq)]
pub struct NameEvidence {
    /// The words of the shorter name in their order, then what is missing in it.
    pub parts: Vec<PartEvidence>,
    /// The sum of the bits of all parts.
    pub bits: f32,
    /// How likely the two are the same name (not: the same person).
    pub p_same: f64,
}

struct Probability {
    prior_bits: f64,
    max_part_bits: f64,
    negative_scale: f64,
    swapped_bits: f32,
    other_sex_bits: f32,
    particle_bits: f32,
}

static PROBABILITY: LazyLock<Probability> = LazyLock::new(|| {
    let mut probability = Probability {
        prior_bits: 0.0,
        max_part_bits: 0.0,
        negative_scale: 0.0,
        swapped_bits: 0.0,
        other_sex_bits: 0.0,
        particle_bits: 0.0,
    };
    for [key, value, _note, _source] in table::rows(NAME_PROBABILITY_TSV) {
        let number: f64 = value.parse().expect("values are numbers");
        match key {
            "prior_bits" => probability.prior_bits = number,
            "max_part_bits" => probability.max_part_bits = number,
            "negative_scale" => probability.negative_scale = number,
            "other_sex_bits" => probability.other_sex_bits = number as f32,
            "swapped_bits" => probability.swapped_bits = number as f32,
            _ => probability.particle_bits = number as f32,
        }
    }
    probability
});

/// How one word of a name agrees with one of the other.
#[derive(Clone, Copy)]
struct Pairing {
    part: Option<NamePart>,
    agreement: Agreement,
    is_swapped: bool,
    is_alternative: bool,
    /// Whether the two cannot be held against each other: each is missing in the other name.
    is_incomparable: bool,
    bits: f32,
}

/// Compares two names.
///
/// Every word of the shorter name is given the word of the longer one with which the
/// whole agrees best; order does not matter. Names in brackets count for the word
/// before them. Words that one writes together and the other apart are joined.
///
/// # Shape
///
/// Symmetric but for the order of `parts`.
///
/// # Source
///
/// `data/names/agreement_weights.tsv`, `data/names/name_probability.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{PreparedName, compare_names};
/// let [a, b] = ["Волин Пётр Лукич", "Piotr Wolin"].map(PreparedName::of_text);
/// assert!(compare_names(&a, &b).p_same > 0.9);
/// let [a, b] = ["Волин Пётр Лукич", "Волин Иван Лукич"].map(PreparedName::of_text);
/// assert!(compare_names(&a, &b).p_same < 0.5);
/// ```
pub fn compare_names(a: &PreparedName, b: &PreparedName) -> NameEvidence {
    let mut best = compare_main(a, b);
    let with_b = a.aliases.iter().map(|alias| (alias, b));
    let with_a = b.aliases.iter().map(|alias| (a, alias));
    let both = a.aliases.iter().flat_map(|alias| b.aliases.iter().map(move |other| (alias, other)));
    for (a, b) in with_b.chain(with_a).chain(both) {
        let evidence = compare_main(a, b);
        if evidence.p_same > best.p_same {
            best = evidence;
        }
    }
    best
}

/// Compares two names without their aliases.
fn compare_main(a: &PreparedName, b: &PreparedName) -> NameEvidence {
    let mut best = compare_as_written(a, b);
    if a.words.len() == b.words.len() || a.words.is_empty() || b.words.is_empty() {
        return best;
    }
    let (longer, other) = if a.words.len() > b.words.len() { (a, b) } else { (b, a) };
    let runs = (2..=MAX_JOINED_WORDS.min(longer.words.len()))
        .flat_map(|n_words| (0..=longer.words.len() - n_words).map(move |at| (at, n_words)));
    for (at, n_words) in runs.filter(|&(at, n_words)| may_be_joined(longer, at, n_words, other)) {
        let joined = longer.with_joined(at, n_words);
        let evidence = if a.words.len() > b.words.len() {
            compare_as_written(&joined, other)
        } else {
            compare_as_written(other, &joined)
        };
        let joined_text = &joined.words[at].text;
        // Words that are the whole of both names need only sound somewhat alike.
        let is_whole = joined.words.len() == 1 && other.words.len() == 1;
        let agrees = agrees_in(&evidence, joined_text) || is_whole && evidence.bits > 0.0;
        if evidence.bits > best.bits && agrees {
            best = evidence;
        }
    }
    best
}

/// Returns whether the other name has a word about as long as a run of words together.
fn may_be_joined(name: &PreparedName, at: usize, n_words: usize, other: &PreparedName) -> bool {
    let lengths = || name.words[at..at + n_words].iter().map(|word| word.prepared.n_letters);
    let (longest, n_joined) = (lengths().max().unwrap_or(0), lengths().sum::<u8>());
    // Scripts differ in how many letters one sound has, but by less than one word of the run.
    let max_difference = MAX_JOINED_DIFFERENCE * (n_words as u8 - 1);
    let is_whole = n_words == name.words.len() && other.words.len() == 1;
    other.words.iter().any(|word| {
        let n_letters = word.prepared.n_letters;
        let is_as_long = n_letters > longest && n_letters.abs_diff(n_joined) <= max_difference;
        is_as_long || is_whole && n_joined <= 2 * n_letters
    })
}

/// Returns whether a word is as good as the same in the other name.
fn agrees_in(evidence: &NameEvidence, word: &str) -> bool {
    evidence.parts.iter().filter(|part| part.a == word || part.b == word).any(|part| {
        !matches!(
            part.agreement,
            Agreement::Initial
                | Agreement::SoundsNear
                | Agreement::TwoTypos
                | Agreement::Missing
                | Agreement::Different
        )
    })
}

fn compare_as_written(a: &PreparedName, b: &PreparedName) -> NameEvidence {
    let is_turned = a.words.len() > b.words.len();
    let (short, long) = if is_turned { (b, a) } else { (a, b) };
    let pairings: Vec<Vec<Pairing>> = short
        .words
        .iter()
        .map(|short_word| {
            long.words.iter().map(|word| pair_words(short, short_word, long, word)).collect()
        })
        .collect();
    let chosen = best_assignment(&pairings, long);
    let mut parts: Vec<PartEvidence> = Vec::with_capacity(long.words.len());
    let mut is_used = vec![false; long.words.len()];
    for (short_idx, &long_idx) in chosen.iter().enumerate() {
        let pairing = pairings[short_idx][long_idx];
        let (short_word, long_word) = (&short.words[short_idx], &long.words[long_idx]);
        is_used[long_idx] = true;
        if pairing.is_incomparable {
            parts.push(missing_part(short_word, !is_turned));
            parts.push(missing_part(long_word, is_turned));
            continue;
        }
        let (a_word, b_word) =
            if is_turned { (long_word, short_word) } else { (short_word, long_word) };
        parts.push(PartEvidence {
            part: pairing.part,
            a: a_word.text.clone(),
            b: b_word.text.clone(),
            agreement: pairing.agreement,
            is_swapped: pairing.is_swapped,
            is_alternative: pairing.is_alternative,
            bits: pairing.bits,
        });
    }
    for (word, _) in long.words.iter().zip(&is_used).filter(|(_, is_used)| !**is_used) {
        parts.push(missing_part(word, is_turned));
    }
    settle_forms(&mut parts);
    let bits = parts.iter().map(|part| part.bits).sum();
    let p_same = p_same(&parts);
    NameEvidence { parts, bits, p_same }
}

/// Says of endings that a woman's name and another case share which of them it is.
///
/// A patronymic in another case shows that the whole name stands in it. Where no
/// full given name agrees, Волин and Волина are rather husband and wife.
fn settle_forms(parts: &mut [PartEvidence]) {
    let agreement_of = |wanted: NamePart| {
        let part = parts.iter().find(|part| part.part == Some(wanted) && !part.is_swapped);
        part.map(|part| part.agreement)
    };
    let is_declined = agreement_of(NamePart::Patronymic) == Some(Agreement::Declined);
    let given = agreement_of(NamePart::Given);
    for part in parts.iter_mut().filter(|part| part.agreement == Agreement::FeminineForm) {
        let is_cyrillic = !part.a.is_ascii() && !part.b.is_ascii();
        let is_other_sex = match given {
            Some(Agreement::Initial) => true,
            Some(Agreement::Diminutive) => is_cyrillic,
            _ => false,
        };
        if is_declined {
            part.agreement = Agreement::Declined;
            part.bits = agreement_bits(part.part, Agreement::Declined);
        } else if is_other_sex && part.part == Some(NamePart::Surname) {
            part.bits = PROBABILITY.other_sex_bits;
        }
    }
}

/// Returns how likely two names are one by what their parts say.
///
/// Parts that agree count little, however rare the name: relatives and namesakes
/// share them. A part that is another name decides.
fn p_same(parts: &[PartEvidence]) -> f64 {
    let of_part = |part: &PartEvidence| {
        let bits = f64::from(part.bits);
        if part.agreement == Agreement::Missing {
            bits
        } else if bits < 0.0 {
            bits * PROBABILITY.negative_scale
        } else {
            bits.min(PROBABILITY.max_part_bits)
        }
    };
    let log_odds = parts.iter().map(of_part).sum::<f64>() + PROBABILITY.prior_bits;
    1.0 / (1.0 + (-log_odds).exp2())
}

fn missing_part(word: &NameWord, is_in_a: bool) -> PartEvidence {
    let text = word.text.clone();
    let (a, b) = if is_in_a { (text, String::new()) } else { (String::new(), text) };
    PartEvidence {
        part: word.part,
        a,
        b,
        agreement: Agreement::Missing,
        is_swapped: false,
        is_alternative: false,
        bits: missing_bits(word),
    }
}

fn missing_bits(word: &NameWord) -> f32 {
    if word.is_particle {
        PROBABILITY.particle_bits
    } else {
        agreement_bits(word.part, Agreement::Missing)
    }
}

/// Compares a word of one name with a word of the other.
fn pair_words(a_name: &PreparedName, a: &NameWord, b_name: &PreparedName, b: &NameWord) -> Pairing {
    let part = match (a.part, b.part) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (known, None) | (None, known) => known,
    };
    let is_swapped = a.part.is_some() && b.part.is_some() && a.part != b.part;
    let (agreement, is_alternative) = agreement_of(part, a, b);
    // Only a word that stands there in full shows that it stands as another part.
    let is_full = matches!(
        agreement,
        Agreement::Same
            | Agreement::Spelling
            | Agreement::Transliteration
            | Agreement::Variant
            | Agreement::Diminutive
            | Agreement::OtherLanguage
    );
    // Of initials the order is all that tells them apart: С. П. is not П. С.
    let has_initial = a.prepared.is_initial() || b.prepared.is_initial();
    let agreement = match agreement {
        _ if is_swapped && (has_initial || !is_full) => Agreement::Different,
        Agreement::Same | Agreement::Spelling if has_initial => Agreement::Initial,
        agreement => agreement,
    };
    let is_different = agreement == Agreement::Different;
    // A word is held against one of another part only if the other name lacks its part.
    let is_incomparable = is_different
        && (a.is_particle && b.is_particle
            || is_swapped && !b_name.has(a.part) && !a_name.has(b.part));
    let bits = agreement_bits(part, agreement);
    let bits = if is_incomparable {
        missing_bits(a) + missing_bits(b)
    } else if is_swapped {
        bits + PROBABILITY.swapped_bits
    } else if bits > 0.0 && part == Some(NamePart::Given) && agreement != Agreement::Initial {
        bits + rarity_bits(a, b)
    } else {
        bits
    };
    Pairing { part, agreement, is_swapped, is_alternative, is_incomparable, bits }
}

/// Returns whether one word is a given name and the other a patronymic.
fn is_father_of(given: &NameWord, patronymic: &NameWord) -> bool {
    let is_patronymic = |word: &NameWord| word.prepared.paradigm() == Paradigm::Patronymic;
    let is_given = given.prepared.is_given() && !given.prepared.is_initial();
    is_given && !is_patronymic(given) && is_patronymic(patronymic)
}

/// Returns how two words agree at best, and whether that is by what stands in brackets.
fn agreement_of(part: Option<NamePart>, a: &NameWord, b: &NameWord) -> (Agreement, bool) {
    if a.part != b.part && (is_father_of(a, b) || is_father_of(b, a)) {
        // Иван and Иванович are two names, though a patronymic is related to the father's.
        return (Agreement::Different, false);
    }
    let are_given = a.prepared.is_given() && b.prepared.is_given();
    let open_part = if are_given { NamePart::Given } else { NamePart::Surname };
    let compared_as = part.unwrap_or(open_part);
    let mut agreement = compare_words(compared_as, &a.prepared, &b.prepared);
    let mut is_alternative = false;
    for (a_word, b_word) in alternatives(a, b) {
        let other = compare_words(compared_as, a_word, b_word);
        if agreement_bits(part, other) > agreement_bits(part, agreement) {
            agreement = other;
            is_alternative = true;
        }
    }
    let of_man = [(a, b), (b, a)].into_iter().find_map(|(woman, other)| {
        let masculine = woman.masculine.as_ref().filter(|_| other.masculine.is_none())?;
        Some(compare_words(compared_as, masculine, &other.prepared))
    });
    let is_feminine_form = of_man.is_some_and(|of_man| agreement_bits(part, of_man) >= ALIKE_BITS);
    let feminine_form = Agreement::FeminineForm;
    if is_feminine_form && agreement_bits(part, feminine_form) > agreement_bits(part, agreement) {
        agreement = feminine_form;
    }
    (agreement, is_alternative)
}

/// Returns how much more an agreement in a rare given name weighs than in a usual one.
fn rarity_bits(a: &NameWord, b: &NameWord) -> f32 {
    match (a.p_bearer, b.p_bearer) {
        (Some(p_a), Some(p_b)) => {
            let rarity = -p_a.max(p_b).log2() - USUAL_GIVEN_BITS;
            rarity.clamp(-MAX_RARITY_BITS, MAX_RARITY_BITS)
        }
        _ => 0.0,
    }
}

/// Returns the pairs of words of which one at least stands in brackets.
fn alternatives<'a>(
    a: &'a NameWord,
    b: &'a NameWord,
) -> impl Iterator<Item = (&'a PreparedWord, &'a PreparedWord)> {
    let with_b = a.alternatives.iter().map(|word| (word, &b.prepared));
    let with_a = b.alternatives.iter().map(|word| (&a.prepared, word));
    let both = a
        .alternatives
        .iter()
        .flat_map(|a_word| b.alternatives.iter().map(move |b_word| (a_word, b_word)));
    with_b.chain(with_a).chain(both)
}

/// Returns the word of the longer name for each word of the shorter with which the bits are most.
fn best_assignment(pairings: &[Vec<Pairing>], long: &PreparedName) -> Vec<usize> {
    let mut search = Search {
        pairings,
        long,
        chosen: Vec::with_capacity(pairings.len()),
        best: (f32::NEG_INFINITY, Vec::new()),
    };
    search.try_word(0.0);
    search.best.1
}

struct Search<'a> {
    pairings: &'a [Vec<Pairing>],
    long: &'a PreparedName,
    chosen: Vec<usize>,
    best: (f32, Vec<usize>),
}

impl Search<'_> {
    fn try_word(&mut self, bits: f32) {
        let Some(of_word) = self.pairings.get(self.chosen.len()) else {
            let missing = (0..self.long.words.len())
                .filter(|long_idx| !self.chosen.contains(long_idx))
                .map(|long_idx| missing_bits(&self.long.words[long_idx]));
            let bits = bits + missing.sum::<f32>();
            if bits > self.best.0 {
                self.best = (bits, self.chosen.clone());
            }
            return;
        };
        for (long_idx, pairing) in of_word.iter().enumerate() {
            if !self.chosen.contains(&long_idx) {
                self.chosen.push(long_idx);
                self.try_word(bits + pairing.bits);
                self.chosen.pop();
            }
        }
    }
}
