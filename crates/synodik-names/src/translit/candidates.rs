//! From a Latin spelling back to the scheme it was written in, and to ranked Cyrillic names.

use super::Scheme;
use super::beam::read_word;
use super::reading::plain_signs;
use crate::table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const SCHEMES_TSV: &str = include_str!("../../../../data/names/translit/schemes.tsv");

/// How many candidates are given.
const MAX_CANDIDATES: usize = 12;
/// Schemes that weigh less are left out when a name is read back: their spellings are all read by others.
const MIN_READ_WEIGHT: f64 = 0.5;

/// A Cyrillic name that a Latin spelling may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The name in modern Russian letters, in the case of the Latin one.
    pub text: String,
    /// The chance that this name stood there, from 0 to 1.
    pub p: f64,
    /// The scheme that explains the spelling best.
    pub scheme: Scheme,
}

static WEIGHTS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let weight_of = |scheme: Scheme| {
        let row = table::rows(SCHEMES_TSV).find(|[name, ..]: &[&str; 4]| *name == scheme.name());
        row.and_then(|[_, weight, ..]| weight.parse().ok()).expect("a scheme has a weight")
    };
    Scheme::ALL.into_iter().map(weight_of).collect()
});

/// Ranks the schemes by how well their letters explain a Latin spelling of a Russian name.
///
/// # Shape
///
/// All schemes, likeliest first; the chances sum to 1.
///
/// # Example
///
/// ```
/// use synodik_names::{Scheme, guess_scheme};
/// assert_eq!(guess_scheme("Tschernyschewski")[0].0, Scheme::German);
/// assert_eq!(guess_scheme("Szczukin")[0].0, Scheme::Polish);
/// ```
#[must_use]
pub fn guess_scheme(latin: &str) -> Vec<(Scheme, f64)> {
    let words: Vec<String> = latin_words(latin).map(plain_signs).collect();
    let ln_of = |scheme: Scheme| {
        let of_words = words.iter().map(|word| ln_sum(&read_word(word, scheme)));
        WEIGHTS[scheme as usize].ln() + of_words.filter(|ln_p| ln_p.is_finite()).sum::<f64>()
    };
    let mut guesses: Vec<(Scheme, f64)> =
        Scheme::ALL.into_iter().map(|scheme| (scheme, ln_of(scheme))).collect();
    to_chances(&mut guesses);
    guesses.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    guesses
}

/// Returns the Cyrillic names that a Latin spelling may stand for, likeliest first.
///
/// Each scheme reads the spelling by its rules, backwards; readings are
/// weighed by the letters that follow one another in Cyrillic names, and by
/// whether the scheme writes them as they stand.
///
/// # Shape
///
/// At most twelve, none twice; empty if a word has letters that no scheme reads.
/// Words and the signs between them keep their order.
///
/// # Source
///
/// `data/names/translit/`, `data/names/letter_triples.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::cyrillic_candidates;
/// let texts: Vec<String> =
///     cyrillic_candidates("Szczukin").into_iter().map(|candidate| candidate.text).collect();
/// assert_eq!(texts[0], "Щукин");
/// ```
#[must_use]
pub fn cyrillic_candidates(latin: &str) -> Vec<Candidate> {
    let mut known: Option<Vec<Candidate>> = None;
    let mut rest = latin;
    for word in latin_words(latin) {
        let start = word.as_ptr() as usize - latin.as_ptr() as usize;
        let between = &latin[latin.len() - rest.len()..start];
        rest = &latin[start + word.len()..];
        let of_word = word_candidates(word);
        known = Some(join_candidates(known, between, &of_word));
    }
    let mut candidates = known.unwrap_or_default();
    for candidate in &mut candidates {
        candidate.text.push_str(rest);
    }
    candidates
}

fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    let is_inner = |sign: char| {
        sign.is_alphabetic()
            || matches!(
                sign,
                '\'' | '’' | '‘' | '`' | '´' | '′' | '″' | '"' | '”' | '·' | '\u{300}'..='\u{36f}'
            )
    };
    text.split(move |sign| !is_inner(sign)).filter(|word| word.contains(char::is_alphabetic))
}

fn word_candidates(word: &str) -> Vec<Candidate> {
    let latin = plain_signs(word);
    let mut by_text: BTreeMap<String, Vec<(Scheme, f64)>> = BTreeMap::new();
    for scheme in Scheme::ALL {
        let weight = WEIGHTS[scheme as usize];
        if weight < MIN_READ_WEIGHT {
            continue;
        }
        for (text, ln_p) in read_word(&latin, scheme) {
            by_text.entry(text).or_default().push((scheme, weight.ln() + f64::from(ln_p)));
        }
    }
    let mut candidates: Vec<Candidate> = by_text
        .into_iter()
        .filter_map(|(text, explained)| {
            let best = explained.iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
            let p = explained.iter().map(|(_, ln_p)| (ln_p - best.1).exp()).sum::<f64>().ln();
            Some(Candidate { text: in_case_of(word, &text), p: best.1 + p, scheme: best.0 })
        })
        .collect();
    let best = candidates.iter().map(|candidate| candidate.p).fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = candidates.iter().map(|candidate| (candidate.p - best).exp()).sum();
    for candidate in &mut candidates {
        candidate.p = (candidate.p - best).exp() / sum;
    }
    rank(&mut candidates);
    candidates
}

fn join_candidates(
    known: Option<Vec<Candidate>>,
    between: &str,
    of_word: &[Candidate],
) -> Vec<Candidate> {
    let Some(known) = known else {
        let with_start = |next: &Candidate| Candidate {
            text: format!("{between}{}", next.text),
            ..next.clone()
        };
        return of_word.iter().map(with_start).collect();
    };
    let mut joined: Vec<Candidate> = known
        .iter()
        .flat_map(|first| {
            of_word.iter().map(move |next| Candidate {
                text: format!("{}{between}{}", first.text, next.text),
                p: first.p * next.p,
                scheme: first.scheme,
            })
        })
        .collect();
    rank(&mut joined);
    joined
}

fn rank(candidates: &mut Vec<Candidate>) {
    candidates.sort_by(|a, b| b.p.total_cmp(&a.p).then_with(|| a.text.cmp(&b.text)));
    candidates.truncate(MAX_CANDIDATES);
}

fn in_case_of(latin: &str, text: &str) -> String {
    let mut letters = latin.chars().filter(|sign| sign.is_alphabetic());
    let is_first_capital = letters.next().is_some_and(char::is_uppercase);
    let mut others = letters.peekable();
    let is_all_capital = others.peek().is_some() && others.all(char::is_uppercase);
    let mut small = text.chars();
    match small.next() {
        Some(_) if is_first_capital && is_all_capital => text.to_uppercase(),
        Some(first) if is_first_capital => first.to_uppercase().chain(small).collect(),
        _ => text.to_owned(),
    }
}

fn ln_sum(readings: &[(String, f32)]) -> f64 {
    let Some(best) = readings.first().map(|(_, ln_p)| f64::from(*ln_p)) else {
        return f64::NEG_INFINITY;
    };
    best + readings.iter().map(|(_, ln_p)| (f64::from(*ln_p) - best).exp()).sum::<f64>().ln()
}

fn to_chances(guesses: &mut [(Scheme, f64)]) {
    let best = guesses.iter().map(|guess| guess.1).fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = guesses.iter().map(|guess| (guess.1 - best).exp()).sum();
    for guess in guesses {
        guess.1 = (guess.1 - best).exp() / sum;
    }
}
