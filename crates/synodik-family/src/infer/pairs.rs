//! Which pairs are looked at: those who share something that few share.

use super::KinPerson;
use super::features::{KinPair, look_at_pair};
use super::model::{KinModel, ModelLimits};
use super::pool::{Pool, PooledPerson};
use rayon::prelude::*;
use std::borrow::Borrow;
use synodik_model::Sex;

/// Pairs that may be kin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KinPairs {
    /// By the lower and the higher place of the two; each pair once.
    pub pairs: Vec<KinPair>,
    /// Groups too large to compare everybody in them with everybody.
    pub n_passed_over: usize,
}

/// What a group shares: the kind of it and up to two numbers.
type GroupKey = (u8, u32, u32);

/// Returns the pairs of persons who share enough to be looked at.
///
/// They share a surname and a word of their place, a father and a surname, a
/// home, a case, a small place, or a rare surname. Groups of more persons than
/// the model's limit are passed over.
///
/// # Source
///
/// `data/kin/model.toml`, `limits`
pub fn candidate_kin_pairs<P: Borrow<KinPerson> + Sync>(
    persons: &[P],
    model: &KinModel,
) -> KinPairs {
    let (pairs, n_passed_over) = each_pair(persons, model, Some);
    KinPairs { pairs, n_passed_over }
}

/// Looks at the pairs on all cores and returns what is wanted of them, in the order of the pairs,
/// and the number of groups passed over.
pub(super) fn each_pair<P: Borrow<KinPerson> + Sync, T: Send>(
    persons: &[P],
    model: &KinModel,
    wanted: impl Fn(KinPair) -> Option<T> + Sync,
) -> (Vec<T>, usize) {
    let limits = &model.limits;
    let pool = Pool::of(persons, limits);
    let (found, n_passed_over) = shared_pairs(&pool, limits);
    let look = |&(a, b): &(u32, u32)| {
        wanted(look_at_pair(persons, &pool, limits, [a as usize, b as usize]))
    };
    (found.par_iter().filter_map(look).collect(), n_passed_over)
}

/// The pairs of those who share something that few share, sorted, and the number of groups passed over.
fn shared_pairs(pool: &Pool, limits: &ModelLimits) -> (Vec<(u32, u32)>, usize) {
    let mut keys: Vec<(GroupKey, u32)> = Vec::new();
    for (place, person) in pool.persons.iter().enumerate() {
        keys.extend(keys_of(pool, person).into_iter().map(|key| (key, place as u32)));
    }
    keys.par_sort_unstable();
    keys.dedup();
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut n_passed_over = 0;
    for group in keys.chunk_by(|a, b| a.0 == b.0) {
        if group.len() > limits.max_group_persons {
            n_passed_over += 1;
            continue;
        }
        for (at, (_, one)) in group.iter().enumerate() {
            found.extend(group[at + 1..].iter().map(|(_, other)| (*one, *other)));
        }
    }
    found.par_sort_unstable();
    found.dedup();
    (found, n_passed_over)
}

fn keys_of(pool: &Pool, person: &PooledPerson) -> Vec<GroupKey> {
    /// So many words of a place, the rarest first, are joined with the surname.
    const MAX_WORDS: usize = 3;
    let mut keys: Vec<GroupKey> = Vec::new();
    let mut words = person.place_words.clone();
    words.sort_by_key(|&word| (pool.n_of(word), word));
    for &stem in &person.stems {
        keys.push((0, stem, 0));
        keys.extend(words.iter().take(MAX_WORDS).map(|&word| (1, stem, word)));
        keys.extend(person.fathers.all.iter().map(|&father| (2, stem, father)));
        if person.sex != Some(Sex::Female) {
            keys.extend(person.given.all.iter().map(|&given| (2, stem, given)));
        }
        keys.extend(person.day.map(|day| (3, stem, day.unsigned_abs())));
        keys.extend(person.flat_numbers.iter().map(|&numbers| (8, stem, numbers)));
    }
    keys.extend(person.place.map(|place| (4, place, 0)));
    keys.extend(person.flats.iter().map(|&flat| (5, flat, 0)));
    keys.extend(person.houses.iter().map(|&house| (6, house, 0)));
    keys.extend(person.cases.iter().map(|&case| (7, case, 0)));
    keys
}
