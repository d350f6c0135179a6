//! The pairs of a group of records that links hold together.
//!
//! In a small group every pair is compared, also those that shared no key. A large one is
//! parted by ever stronger links until its parts are small, and these are compared in full.

use crate::cluster::WeighedPair;
use crate::compare::{Comparer, Memo};
use crate::config::LinkConfig;
use crate::linkage::Link;
use crate::model::Weights;
use crate::persons::{JUDGED_SAME_BITS, Judged, root, union};
use crate::score::{EXCLUDED_BITS, is_kept, link_of};

/// A link holds a group together from these log2 odds on; far below those of a merge, for a
/// sampled partition may merge what is unlikely.
pub(crate) const MIN_GROUP_BITS: f32 = -6.0;

/// By how much stronger the links must be that hold the parts of a group together.
const STEP_BITS: f32 = 3.0;

/// Records that hang together, ascending, and the places of their links.
#[derive(Debug, Default)]
pub(crate) struct LinkedGroup {
    /// The records.
    pub(crate) records: Vec<u32>,
    /// The places of their links.
    pub(crate) links: Vec<u32>,
}

/// The pairs of a group.
#[derive(Debug, Default)]
pub(crate) struct GroupPairs {
    /// Those that were compared or judged, by places within the group.
    pub(crate) weighed: Vec<WeighedPair>,
    /// Links found here first.
    pub(crate) further_links: Vec<Link>,
    /// Places of the records that were all compared with each other.
    pub(crate) parts: Vec<Vec<u32>>,
    /// How many pairs were compared here.
    pub(crate) n_compared: u64,
}

/// What weighing pairs needs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PairWeigher<'a> {
    /// Compares records.
    pub(crate) comparer: &'a Comparer<'a>,
    /// Weighs what is compared.
    pub(crate) weights: &'a Weights,
    /// The links among the candidates, sorted by their records.
    pub(crate) links: &'a [Link],
    /// What people decided.
    pub(crate) judged: &'a Judged,
    /// The numbers of the run.
    pub(crate) config: &'a LinkConfig,
}

impl PairWeigher<'_> {
    /// Returns the pairs of a group.
    pub(crate) fn weigh(&self, group: &LinkedGroup, memo: &mut Memo) -> GroupPairs {
        let records = &group.records;
        let place =
            |record: u32| records.binary_search(&record).expect("links lie in groups") as u32;
        let mut known: Vec<WeighedPair> = Vec::with_capacity(group.links.len());
        for &link in &group.links {
            let link = &self.links[link as usize];
            known.push(WeighedPair { a: place(link.a), b: place(link.b), bits: link.bits });
        }
        let max_records = self.config.max_full_group_records;
        let mut found = GroupPairs {
            parts: part_group(records.len(), &known, max_records),
            ..GroupPairs::default()
        };
        let mut further = Vec::new();
        for part in &found.parts {
            for (idx, &a) in part.iter().enumerate() {
                for &b in &part[idx + 1..] {
                    if known.binary_search_by_key(&(a, b), |pair| (pair.a, pair.b)).is_ok() {
                        continue;
                    }
                    let link = self.compare(records[a as usize], records[b as usize], memo);
                    further.push(WeighedPair { a, b, bits: link.bits });
                    found.n_compared += u64::from(link.bits != EXCLUDED_BITS);
                    if is_kept(&link, self.config) {
                        found.further_links.push(link);
                    }
                }
            }
        }
        known.extend(further);
        known.sort_unstable_by_key(|pair| (pair.a, pair.b));
        if !self.judged.is_empty() && records.len() > max_records {
            self.add_judged(records, &mut known);
        }
        for pair in &mut known {
            pair.bits =
                self.limit_bits((records[pair.a as usize], records[pair.b as usize]), pair.bits);
        }
        found.weighed = known;
        found
    }

    fn compare(&self, a: u32, b: u32, memo: &mut Memo) -> Link {
        let lists = &self.comparer.prepared.lists;
        let list = lists[a as usize];
        if list != 0 && list == lists[b as usize] {
            return Link { a, b, p_same: 0.0, p_kin: 0.0, bits: EXCLUDED_BITS };
        }
        let pattern = self.comparer.compare(a as usize, b as usize, memo);
        link_of(a, b, self.weights.score(pattern), false)
    }

    /// Adds the pairs that somebody judged and that were not compared; `known` is sorted and stays so.
    fn add_judged(&self, records: &[u32], known: &mut Vec<WeighedPair>) {
        let n_known = known.len();
        for (a, b) in self.judged.pairs() {
            if let (Ok(a), Ok(b)) = (records.binary_search(&a), records.binary_search(&b)) {
                let pair = (a as u32, b as u32);
                if known[..n_known].binary_search_by_key(&pair, |pair| (pair.a, pair.b)).is_err() {
                    known.push(WeighedPair { a: pair.0, b: pair.1, bits: 0.0 });
                }
            }
        }
        known.sort_unstable_by_key(|pair| (pair.a, pair.b));
    }

    /// Returns the bits of a pair as clustering counts them.
    fn limit_bits(&self, (a, b): (u32, u32), bits: f32) -> f32 {
        match self.judged.verdict(a, b) {
            Some(true) => JUDGED_SAME_BITS,
            Some(false) => EXCLUDED_BITS,
            None if bits == EXCLUDED_BITS => bits,
            None => bits.clamp(-self.config.max_against_bits, self.config.max_pair_bits),
        }
    }
}

/// Parts a group by ever stronger links until each part has at most `max_records`.
///
/// # Shape
///
/// Gives the places of each part, ascending; those that no link strong enough holds are left out.
fn part_group(n_records: usize, links: &[WeighedPair], max_records: usize) -> Vec<Vec<u32>> {
    let all: Vec<u32> = (0..n_records as u32).collect();
    if n_records <= max_records {
        return vec![all];
    }
    let mut parts = Vec::new();
    let mut large = vec![all];
    let mut min_bits = MIN_GROUP_BITS + STEP_BITS;
    let strongest = links.iter().map(|link| link.bits).fold(MIN_GROUP_BITS, f32::max);
    while !large.is_empty() && min_bits <= strongest {
        let mut parents: Vec<u32> = (0..n_records as u32).collect();
        for link in links.iter().filter(|link| link.bits >= min_bits) {
            union(&mut parents, link.a, link.b);
        }
        let mut still_large = Vec::new();
        for part in large {
            // A smaller threshold held all of these together, so no stronger link leaves the part.
            let mut members: Vec<(u32, u32)> =
                part.into_iter().map(|place| (root(&mut parents, place), place)).collect();
            members.sort_unstable();
            for members in members.chunk_by(|a, b| a.0 == b.0).filter(|members| members.len() > 1) {
                let members: Vec<u32> = members.iter().map(|&(_, place)| place).collect();
                if members.len() <= max_records {
                    parts.push(members);
                } else {
                    still_large.push(members);
                }
            }
        }
        large = still_large;
        min_bits += STEP_BITS;
    }
    parts.sort_unstable();
    parts
}

#[cfg(test)]
mod tests {
    use super::part_group;
    use crate::cluster::WeighedPair;

    #[test]
    fn a_large_group_is_parted_at_its_weak_links() {
        let link = |a, b, bits| WeighedPair { a, b, bits };
        let links =
            [link(0, 1, 8.5), link(1, 2, 8.4), link(2, 3, -5.0), link(3, 4, 7.0), link(4, 5, -4.0)];
        assert_eq!(part_group(6, &links, 6), [[0, 1, 2, 3, 4, 5]]);
        assert_eq!(part_group(6, &links, 3), [vec![0, 1, 2], vec![3, 4]]);
        assert_eq!(part_group(6, &links, 2), [[3, 4]], "no link parts the first three in two");
    }
}
