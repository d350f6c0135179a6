//! Which records are compared at all.
//!
//! Every record has keys: the sound of its names, two-year windows of its birth,
//! its settlements, dates and codes. Records that share a rare key are compared.
//! A key that too many share is joined with a second and a third one until few
//! share them; what is still too frequent is cut and counted.

use crate::glance::Looker;
use crate::keys::Keys;
use rayon::prelude::*;

/// What block-size control did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cut {
    /// How many groups of records were too large under every key.
    pub(crate) n_blocks: usize,
    /// How many pairs they have; many of them share another, smaller group.
    pub(crate) n_pairs: u64,
}

/// Groups of records to be compared with each other.
#[derive(Debug)]
pub(crate) struct Blocks {
    /// The members of all groups, one after the other, each ascending.
    members: Vec<u32>,
    /// Where each group begins, and the end.
    starts: Vec<u32>,
    /// For every record where its groups begin in `blocks_of`.
    first_block: Vec<u32>,
    blocks_of: Vec<u32>,
    /// What was left out.
    pub(crate) cut: Cut,
}

/// Groups of one worker.
#[derive(Debug, Default)]
struct Found {
    members: Vec<u32>,
    sizes: Vec<u32>,
    cut: Cut,
}

impl Found {
    fn push(&mut self, block: impl Iterator<Item = u32>) {
        let before = self.members.len();
        self.members.extend(block);
        self.sizes.push((self.members.len() - before) as u32);
    }
}

/// Finds the groups of records that share keys few have.
pub(crate) fn build_blocks(keys: &Keys, n_records: usize, max_block_records: usize) -> Blocks {
    let mut all = Found::default();
    for position in 0..keys.n_positions {
        let family = keys.sources[position].family;
        let is_first = keys.sources[..position].iter().all(|source| source.family != family);
        if is_first && keys.sources[position].is_grouping {
            let groups = by_value(keys, family, n_records);
            let found: Vec<Found> = groups
                .par_chunk_by(|a, b| a.0 == b.0)
                .fold(Found::default, |mut found, group| {
                    let max = max_block_records;
                    split_group(keys, Group { members: group, last: position }, max, &mut found);
                    found
                })
                .collect();
            for part in found {
                all.members.extend(part.members);
                all.sizes.extend(part.sizes);
                all.cut.n_blocks += part.cut.n_blocks;
                all.cut.n_pairs += part.cut.n_pairs;
            }
        }
    }
    index_blocks(all, n_records)
}

/// Returns value and record for every record that has a key of this family, sorted.
fn by_value(keys: &Keys, family: u8, n_records: usize) -> Vec<(u32, u32)> {
    let counts = &keys.counts[usize::from(family)];
    let mut next = Vec::with_capacity(counts.len());
    let mut n_entries = 0;
    for (value, &count) in counts.iter().enumerate() {
        next.push(n_entries);
        n_entries += if value == 0 { 0 } else { count };
    }
    let mut entries = vec![(0, 0); n_entries as usize];
    for record_idx in 0..n_records {
        for (source, &value) in keys.sources.iter().zip(keys.row(record_idx)) {
            if source.family == family && value != 0 {
                entries[next[value as usize] as usize] = (value, record_idx as u32);
                next[value as usize] += 1;
            }
        }
    }
    entries.dedup();
    entries
}

/// Records that share keys, and the position of the last of these.
#[derive(Debug, Clone, Copy)]
struct Group<'a> {
    members: &'a [(u32, u32)],
    last: usize,
}

fn split_group(keys: &Keys, group: Group, max: usize, found: &mut Found) {
    split_deeper(keys, group, (max, 1), found);
}

/// Keeps a small group; joins a large one with a further key. `limits`: size, and how many keys it shares.
fn split_deeper(keys: &Keys, group: Group, limits: (usize, usize), found: &mut Found) {
    let (max, depth) = limits;
    let n_members = group.members.len();
    if n_members < 2 {
        return;
    }
    if n_members <= max {
        found.push(group.members.iter().map(|&(_, record)| record));
        return;
    }
    if depth == MAX_JOINED_KEYS {
        found.cut.n_blocks += 1;
        found.cut.n_pairs += (n_members * (n_members - 1) / 2) as u64;
        return;
    }
    let group_of_last = keys.sources[group.last].group;
    for position in group.last + 1..keys.n_positions {
        if keys.sources[position].group == group_of_last || !keys.sources[position].is_grouping {
            continue;
        }
        let mut entries: Vec<(u32, u32)> = group
            .members
            .iter()
            // What few share is a group of its own.
            .filter(|&&(_, record)| keys.is_shared(record as usize, position))
            .map(|&(_, record)| (keys.row(record as usize)[position], record))
            .collect();
        entries.sort_unstable();
        for members in entries.chunk_by(|a, b| a.0 == b.0) {
            split_deeper(keys, Group { members, last: position }, (max, depth + 1), found);
        }
    }
}

/// How many keys are joined at most.
const MAX_JOINED_KEYS: usize = 4;

fn index_blocks(found: Found, n_records: usize) -> Blocks {
    let mut starts = Vec::with_capacity(found.sizes.len() + 1);
    starts.push(0);
    for size in &found.sizes {
        starts.push(starts[starts.len() - 1] + size);
    }
    let mut first_block = vec![0u32; n_records + 1];
    for &member in &found.members {
        first_block[member as usize + 1] += 1;
    }
    for record_idx in 0..n_records {
        first_block[record_idx + 1] += first_block[record_idx];
    }
    let mut next = first_block.clone();
    let mut blocks_of = vec![0u32; found.members.len()];
    for (block_idx, range) in starts.windows(2).enumerate() {
        for &member in &found.members[range[0] as usize..range[1] as usize] {
            let place = &mut next[member as usize];
            blocks_of[*place as usize] = block_idx as u32;
            *place += 1;
        }
    }
    Blocks { members: found.members, starts, first_block, blocks_of, cut: found.cut }
}

/// The records met for one record; one a thread.
#[derive(Debug)]
pub(crate) struct Seen {
    /// A bit for every record, set while it is met.
    bits: Vec<u64>,
    /// Where the groups of the record lie.
    ranges: Vec<(u32, u32)>,
    /// Those met.
    pub(crate) met: Vec<u32>,
    /// What a glance at them says.
    pub(crate) looker: Looker,
}

impl Seen {
    /// Starts with none met.
    pub(crate) fn new(n_records: usize) -> Self {
        Self {
            bits: vec![0; n_records.div_ceil(64)],
            ranges: Vec::new(),
            met: Vec::new(),
            looker: Looker::default(),
        }
    }
}

impl Blocks {
    /// Returns how many groups there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Returns how many pairs they have, one that shares several groups counted in each.
    pub(crate) fn count_pairs(&self) -> u64 {
        let sizes = self.starts.windows(2).map(|range| u64::from(range[1] - range[0]));
        sizes.map(|size| size * (size - 1) / 2).sum()
    }

    /// Finds every later record that shares a group with this one, each once.
    pub(crate) fn meet_later(&self, a: u32, seen: &mut Seen) {
        seen.met.clear();
        let range =
            self.first_block[a as usize] as usize..self.first_block[a as usize + 1] as usize;
        // All at once, so that the processor waits for many of them at the same time.
        seen.ranges.clear();
        seen.ranges.extend(self.blocks_of[range].iter().map(|&block_idx| {
            (self.starts[block_idx as usize], self.starts[block_idx as usize + 1])
        }));
        for &(start, end) in &seen.ranges {
            for &b in self.members[start as usize..end as usize].iter().rev() {
                if b <= a {
                    break;
                }
                let (word, bit) = (b as usize / 64, 1 << (b % 64));
                if seen.bits[word] & bit == 0 {
                    seen.bits[word] |= bit;
                    seen.met.push(b);
                }
            }
        }
        for &b in &seen.met {
            seen.bits[b as usize / 64] = 0;
        }
    }
}
