//! The pairs that are compared: of those that share a key, those that share most.

use crate::block::{Blocks, Seen};
use crate::glance::N_LOOKED_AT;
use crate::keys::Keys;
use crate::prepare::Prepared;
use std::collections::BTreeMap;

/// How many records say how much information pairs share.
const SAMPLED_RECORDS: usize = 5000;

/// The pairs to be compared.
#[derive(Debug)]
pub(crate) struct Candidates<'a> {
    keys: &'a Keys,
    blocks: &'a Blocks,
    lists: &'a [u32],
    /// All records.
    pub(crate) n_records: usize,
    min_shared: i32,
}

impl<'a> Candidates<'a> {
    /// Finds out how much two records must share.
    pub(crate) fn new(
        keys: &'a Keys,
        blocks: &'a Blocks,
        prepared: &'a Prepared,
        pairs_per_record: f64,
    ) -> Self {
        let n_records = prepared.n_records;
        let lists = &prepared.lists;
        let mut candidates = Self { keys, blocks, lists, n_records, min_shared: i32::MIN };
        candidates.min_shared = candidates.find_min_shared(pairs_per_record);
        candidates
    }

    /// Returns how much two records share from which on they have so many pairs on average.
    fn find_min_shared(&self, pairs_per_record: f64) -> i32 {
        let step = (self.n_records / SAMPLED_RECORDS).max(1);
        let mut seen = Seen::new(self.n_records);
        let mut found = Vec::new();
        let mut n_sampled = 0.0;
        for a in (0..self.n_records).step_by(step) {
            n_sampled += 1.0;
            self.each_met(a as u32, &mut seen, |_, shared| found.push(shared));
        }
        let n_wanted = (pairs_per_record * n_sampled) as usize;
        if n_wanted >= found.len() {
            return 0;
        }
        *found.select_nth_unstable_by(n_wanted, |a, b| b.cmp(a)).1
    }

    /// Calls `on_pair` with every later record that shares a group and enough, and what is shared.
    fn each_met(&self, a: u32, seen: &mut Seen, mut on_pair: impl FnMut(u32, i32)) {
        self.blocks.meet_later(a, seen);
        if seen.met.is_empty() {
            return;
        }
        seen.looker.turn_to(self.keys, a);
        for others in seen.met.chunks(N_LOOKED_AT) {
            for (&b, shared) in others.iter().zip(seen.looker.look(&self.keys.glances, others)) {
                if shared >= self.min_shared {
                    on_pair(b, shared);
                }
            }
        }
    }

    /// Calls `on_pair` for every candidate of a record with a later one.
    pub(crate) fn each_pair(&self, a: u32, seen: &mut Seen, mut on_pair: impl FnMut(u32)) {
        self.each_met(a, seen, |b, _| on_pair(b));
    }

    /// Whether two records stand in one list that names nobody twice.
    pub(crate) fn is_excluded(&self, a: u32, b: u32) -> bool {
        let list = self.lists[a as usize];
        list != 0 && list == self.lists[b as usize]
    }

    /// Returns how many pairs of records could be one person.
    pub(crate) fn count_all_pairs(&self) -> f64 {
        let n_pairs = |n: usize| n as f64 * (n as f64 - 1.0) / 2.0;
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for &list in self.lists.iter().filter(|&&list| list != 0) {
            *sizes.entry(list).or_default() += 1;
        }
        n_pairs(self.n_records) - sizes.values().map(|&size| n_pairs(size)).sum::<f64>()
    }
}
