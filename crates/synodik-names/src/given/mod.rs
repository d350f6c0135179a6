//! Given names: which name a word is a form of, and how two words are related.
//!
//! Takes one word as written, in Cyrillic or Latin letters; gives the names it
//! may stand for, the strongest first. An ambiguous form (Саша, Женя) belongs
//! to several names and all are given.
//!
//! **Invariant:** the tables are `data/names/given/`; nothing is guessed from
//! endings here, and a word that is in no table has no matches.

mod latin;
mod relation;
mod table;

pub(crate) use relation::relation_of;
pub use relation::{Relation, related};

use crate::fold::fold_name_word;
use crate::part::Sex;
use table::TABLE;
pub(crate) use table::WordHasher;

/// The place of a name in `data/names/given/names.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GivenNameId(pub u32);

/// What a form is to its name. The order is that of strength: the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKind {
    /// The name itself, as the table writes it.
    Canonical,
    /// Another spelling, or the spoken form (Афросинья).
    Variant,
    /// The form of the church calendar (Иоанн).
    Church,
    /// The spelling of before 1918.
    PreReform,
    /// A pet form (Ваня).
    Diminutive,
    /// Ukrainian form.
    Ukrainian,
    /// Belarusian form.
    Belarusian,
    /// Polish form.
    Polish,
    /// German form.
    German,
    /// Estonian form.
    Estonian,
    /// Latvian form.
    Latvian,
    /// Lithuanian form.
    Lithuanian,
    /// Finnish form.
    Finnish,
    /// Yiddish or Hebrew form.
    Jewish,
    /// Form of a Turkic or Caucasian Muslim people.
    Turkic,
    /// Georgian form.
    Georgian,
    /// Armenian form.
    Armenian,
    /// Western spelling, as in the press.
    Press,
    /// Russian name that bearers of this one took or were given in papers.
    Russified,
}

/// How sure it is that a form belongs to a name. The surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The form is one of this name.
    High,
    /// Usual, but a pet form or an equivalent in another language.
    Medium,
    /// Seen, but often the form is another name.
    Low,
}

/// One name that a word may be a form of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenMatch {
    /// The name.
    pub name_id: GivenNameId,
    /// What the word is to the name.
    pub kind: FormKind,
    /// How sure that is.
    pub certainty: Certainty,
}

/// Another form of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenForm {
    /// The form, as written in its language.
    pub form: &'static str,
    /// What it is to the name.
    pub kind: FormKind,
    /// How sure that is.
    pub certainty: Certainty,
    /// How often this spelling occurs in the lists that were counted.
    pub count: u32,
}

/// One given name (имя) with its forms.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenName {
    /// The stable id of the data file, such as `ivan-m`.
    pub id: &'static str,
    /// The modern form.
    pub canonical: &'static str,
    /// The sex of its bearers.
    pub sex: Sex,
    /// The language or people among whom it is at home.
    pub tradition: &'static str,
    /// How often the canonical spelling occurs in the lists that were counted.
    pub count: u32,
    /// The other forms, in the order of the file.
    pub forms: Vec<GivenForm>,
}

/// Returns the names that `word` may be a form of.
///
/// # Shape
///
/// `word`: one word as written. The matches are sorted by kind and certainty,
/// canonical first, then by how often the name occurs; empty for an unknown word.
/// A Latin word that is in no table is read as a transliteration of a common name.
///
/// # Source
///
/// `data/names/given/`, `data/names/latin_key.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{FormKind, given_name, given_name_entry};
/// let matches = given_name("Авдотья");
/// assert_eq!(matches[0].kind, FormKind::Canonical);
/// let of_ivanko = given_name("Іван");
/// assert_eq!(given_name_entry(of_ivanko[0].name_id).canonical, "Иван");
/// assert!(given_name("Ыъ").is_empty());
/// let fyodor = given_name("Fyodor");
/// assert_eq!(fyodor[0].name_id, given_name("Фёдор")[0].name_id);
/// ```
pub fn given_name(word: &str) -> &'static [GivenMatch] {
    if let Some(matches) = TABLE.matches_of(word) {
        return matches;
    }
    fold_name_word(word, |folded| {
        TABLE.matches_of(folded).or_else(|| latin::matches_of_latin(folded))
    })
    .unwrap_or(&[])
}

/// Returns the names that `folded` may be a form of; faster, for a word that
/// [`crate::fold_words`] has folded already.
pub fn given_name_folded(folded: &str) -> &'static [GivenMatch] {
    TABLE.matches_of(folded).unwrap_or(&[])
}

/// Returns the entry of a name.
///
/// # Shape
///
/// `name_id`: one that a [`GivenMatch`] or [`given_names`] gave.
pub fn given_name_entry(name_id: GivenNameId) -> &'static GivenName {
    &TABLE.names[name_id.0 as usize]
}

/// Returns all given names, sorted by id; the place of each is its [`GivenNameId`].
pub fn given_names() -> &'static [GivenName] {
    &TABLE.names
}

/// Returns the probability that the bearer of `word` is a woman, by given name only.
///
/// The names the word may stand for are weighed by how often they occur and by
/// how sure the form is.
///
/// # Shape
///
/// Between 0 and 1; nothing for a word that is no known form.
///
/// # Example
///
/// ```
/// assert_eq!(synodik_names::given_p_female("Прасковья"), Some(1.0));
/// assert!(synodik_names::given_p_female("Саша").is_some_and(|p| p > 0.1 && p < 0.6));
/// assert_eq!(synodik_names::given_p_female("Рябов"), None);
/// ```
pub fn given_p_female(word: &str) -> Option<f64> {
    let (mut female, mut all) = (0.0, 0.0);
    let matches = given_name(word);
    // The name itself outweighs what else the word may be a form of.
    let has_certain = matches.iter().any(|found| found.kind < FormKind::Diminutive);
    for found in matches {
        let is_weak = found.certainty == Certainty::Low || found.kind >= FormKind::Diminutive;
        let name = given_name_entry(found.name_id);
        let share = if has_certain && is_weak { 0.0 } else { weight_of(found.certainty) };
        let weight = share * (f64::from(name.count) + 1.0);
        all += weight;
        if name.sex == Sex::Female {
            female += weight;
        }
    }
    (all > 0.0).then(|| female / all)
}

fn weight_of(certainty: Certainty) -> f64 {
    match certainty {
        Certainty::High => 1.0,
        Certainty::Medium => 0.5,
        Certainty::Low => 0.05,
    }
}

/// Returns how often this spelling occurs in the lists that were counted, 0 if never.
///
/// # Units
///
/// Entries of the lists that `data/names/given/names.tsv` names.
pub fn given_frequency(word: &str) -> u32 {
    if let Some(count) = TABLE.count_of(word) {
        return count;
    }
    fold_name_word(word, |folded| TABLE.count_of(folded)).unwrap_or(0)
}

#[cfg(test)]
mod tests;
