//! Why a pair was judged as it was: the level of every comparison, kept for the links.
//!
//! With the weights of [`crate::LevelWeight`] the levels give the whole sum again, so
//! nothing else has to be kept to explain a pair.

use crate::compare::{Comparer, Memo, Pattern};
use crate::config::LinkConfig;
use crate::linkage::Link;
use crate::model::Weights;
use crate::persons::{JUDGED_SAME_BITS, Judged, root, union};
use crate::score::EXCLUDED_BITS;
use rayon::prelude::*;

/// A pair with all that speaks for it and against it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairEvidence {
    /// The place of one record in [`crate::Linkage::ids`].
    pub a: u32,
    /// The place of the other, greater than `a`.
    pub b: u32,
    /// Probability that they are one person, by the comparisons alone.
    pub p_same: f32,
    /// Probability that they are relatives.
    pub p_kin: f32,
    /// Log2 odds of one person as the clustering counts them: judgements and limits included.
    pub bits: f32,
    pattern: Pattern,
}

impl PairEvidence {
    /// Returns the level of a comparison: 0 if a value is missing, else n for the n-th of its
    /// levels in [`crate::Linkage::model`].
    pub fn level(&self, comparison_idx: usize) -> u8 {
        self.pattern.level(comparison_idx)
    }
}

/// Collects the evidence of the links, and of every pair within a person of moderate size.
pub(crate) fn collect_evidence(
    (comparer, weights): (&Comparer, &Weights),
    links: &[Link],
    clusters: &[u32],
    judged: &Judged,
    config: &LinkConfig,
) -> Vec<PairEvidence> {
    let mut pairs: Vec<(u32, u32)> = links.iter().map(|link| (link.a, link.b)).collect();
    pairs.extend(pairs_within(clusters, config.max_full_group_records));
    pairs.extend(judged.pairs());
    pairs.par_sort_unstable();
    pairs.dedup();
    let max = config.max_pair_bits;
    let lists = &comparer.prepared.lists;
    pairs
        .par_chunks(4096)
        .map_init(Memo::new, |memo, chunk| {
            let explain = |&(a, b): &(u32, u32)| {
                let pattern = comparer.compare(a as usize, b as usize, memo);
                let odds = weights.score(pattern);
                let (p_same, p_kin) = odds.probabilities();
                let list = lists[a as usize];
                let bits = match judged.verdict(a, b) {
                    Some(true) => JUDGED_SAME_BITS,
                    Some(false) => EXCLUDED_BITS,
                    None if list != 0 && list == lists[b as usize] => EXCLUDED_BITS,
                    None => odds.pair_bits().clamp(-max, max),
                };
                PairEvidence { a, b, p_same: p_same as f32, p_kin: p_kin as f32, bits, pattern }
            };
            chunk.iter().map(explain).collect::<Vec<_>>()
        })
        .flatten_iter()
        .collect()
}

fn pairs_within(clusters: &[u32], max_records: usize) -> Vec<(u32, u32)> {
    let mut members: Vec<(u32, u32)> =
        clusters.iter().zip(0..).map(|(&first, record)| (first, record)).collect();
    members.sort_unstable();
    let mut pairs = Vec::new();
    for person in members.chunk_by(|a, b| a.0 == b.0) {
        if person.len() > max_records {
            continue;
        }
        for (idx, &(_, a)) in person.iter().enumerate() {
            pairs.extend(person[idx + 1..].iter().map(|&(_, b)| (a, b)));
        }
    }
    pairs
}

/// Returns for every record the probability that it belongs to its person.
///
/// It is that of the average log2 odds towards the other records of the person, which is
/// what the clustering goes by: of two records it is the probability of the pair.
///
/// # Shape
///
/// `is_counted`: for every record whether it counts; one that does not is left out on both
/// sides. A record without others has the probability 1.
pub fn membership(evidence: &[PairEvidence], clusters: &[u32], is_counted: &[bool]) -> Vec<f32> {
    let mut sums = vec![(0.0f64, 0u32); clusters.len()];
    for pair in evidence {
        let (a, b) = (pair.a as usize, pair.b as usize);
        if clusters[a] == clusters[b] && is_counted[a] && is_counted[b] {
            for record in [a, b] {
                sums[record].0 += f64::from(pair.bits);
                sums[record].1 += 1;
            }
        }
    }
    let p_of = |&(bits, n_pairs): &(f64, u32)| match n_pairs {
        0 => 1.0,
        n_pairs => 1.0 / (1.0 + (-bits / f64::from(n_pairs)).exp2()),
    };
    sums.iter().map(|sum| p_of(sum) as f32).collect()
}

/// Divides the persons of whom a record does not count into those that the others make by
/// themselves: records stay together only where their own pairs hold them together.
///
/// So nobody can tell from what is shown that another record stood between two of them.
///
/// # Shape
///
/// Gives for every record the place of the first record of its person, as `clusters`; of a
/// record that does not count its own place.
pub fn clusters_of_counted(
    evidence: &[PairEvidence],
    clusters: &[u32],
    is_counted: &[bool],
) -> Vec<u32> {
    let mut is_whole = vec![true; clusters.len()];
    for (record, &person) in clusters.iter().enumerate() {
        is_whole[person as usize] &= is_counted[record];
    }
    let mut divided: Vec<u32> = (0..clusters.len() as u32).collect();
    for (record, &person) in clusters.iter().enumerate() {
        if is_whole[person as usize] {
            divided[record] = person;
        }
    }
    for pair in evidence {
        let (a, b) = (pair.a as usize, pair.b as usize);
        let holds = pair.bits >= 0.0 && is_counted[a] && is_counted[b];
        if holds && clusters[a] == clusters[b] && !is_whole[clusters[a] as usize] {
            union(&mut divided, pair.a, pair.b);
        }
    }
    (0..clusters.len() as u32).map(|record| root(&mut divided, record)).collect()
}
