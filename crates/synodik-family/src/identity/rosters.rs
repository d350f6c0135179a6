//! What a third entry that lists two people says of whether two records are of one of them.

use super::NUMBERS;
use super::alike::{is_like, is_patronymic_alike, share_a_year};
use crate::infer::KinPerson;

/// Returns what entries that list a family say against two records being of one person.
///
/// Where one lists somebody who can only be the first and somebody who can only
/// be the second, the two are two, and what looks like a slip of the pen in a
/// name is the brother's name.
///
/// # Shape
///
/// `rosters`: all whom an entry names, each about somebody of the same family;
/// none is asked for where the two differ in nothing. Exchanging the two
/// subjects changes nothing. 0 where nothing is said.
///
/// # Units
///
/// Bits (log2 of a likelihood ratio), zero or negative.
///
/// # Source
///
/// `data/kin/relatives.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{KinPerson, roster_bits};
/// let person = |given: &str| KinPerson { given: Some(given.to_owned()), ..KinPerson::default() };
/// let (maria, marta, anna) = (person("Мария"), person("Марта"), person("Анна"));
/// assert!(roster_bits([&maria, &marta], [vec![&anna, &maria, &marta]]) < -3.0);
/// assert_eq!(roster_bits([&maria, &marta], [vec![&anna, &maria]]), 0.0);
/// ```
pub fn roster_bits<'p>(
    subjects: [&KinPerson; 2],
    rosters: impl IntoIterator<Item = Vec<&'p KinPerson>>,
) -> f64 {
    let [a, b] = subjects;
    if is_like(a, b) != Some(false) {
        return 0.0;
    }
    let is_of = |subject: &KinPerson, other: &KinPerson, entry: &KinPerson| {
        fits(subject, entry) && cannot_be(other, entry)
    };
    let lists_both = |roster: Vec<&KinPerson>| {
        roster.iter().any(|one| is_of(a, b, one)) && roster.iter().any(|one| is_of(b, a, one))
    };
    if rosters.into_iter().any(lists_both) { NUMBERS.on_one_roster_bits } else { 0.0 }
}

fn fits(subject: &KinPerson, entry: &KinPerson) -> bool {
    is_like(subject, entry) == Some(true)
        && is_patronymic_alike(subject, entry)
        && !matches!((subject.sex, entry.sex), (Some(one), Some(other)) if one != other)
}

/// Whether an entry is of somebody else: another name, or another birth where both are known.
fn cannot_be(subject: &KinPerson, entry: &KinPerson) -> bool {
    let has_births = subject.birth_years.is_some() && entry.birth_years.is_some();
    is_like(subject, entry) == Some(false) || has_births && !share_a_year(subject, entry)
}
