//! Which records are compared at all.
//!
//! Every record has keys: the sound of its names, two-year windows of its birth,
//! its settlements, dates and codes. Records that share a rare key are compared.
//! A key that too many share is joined with a second and a third one until few
//! share them; what is still too frequent is cut and counted.

use crate::glance::Looker;
use crate::keys::Keys;
use rayon::prelude::*;

/// No group is ever larger.
pub(crate) const MAX_BLOCK_RECORDS: u16 = u16::MAX;

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
    /// How many members each group has.
    sizes: Vec<u32>,
    /// For every record where its places begin, and the end.
    first_place: Vec<u32>,
    /// The places in `members` behind a record, for every group in which others follow.
    places: Vec<u32>,
    /// How many follow there.
    n_later: Vec<u16>,
    /// What was left out.
    pub(crate) cut: Cut,
}

/// Groups of one worker.
#[derive(Debug, Default)]
struct Found {
    members: Vec<u32>,
    sizes: Vec<u32>,
    cut: Cut,
    /// Room for the keys of a group that is split; kept from one to the next.
    rows: Vec<u32>,
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
            let by_value = ByValue::new(keys, position, n_records);
            let found: Vec<Found> = (1..by_value.starts.len() - 1)
                .into_par_iter()
                .fold(Found::default, |mut found, value| {
                    let records = by_value.records(value);
                    split_group(keys, records, position, &mut found, max_block_records);
                    found
                })
                .map(|found| Found { rows: Vec::new(), ..found })
                .collect();
            all.members.reserve(found.iter().map(|part| part.members.len()).sum());
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

/// The records of every key of a family.
struct ByValue {
    starts: Vec<u32>,
    records: Vec<u32>,
}

impl ByValue {
    /// Sorts the records by their keys at a position and those like it.
    fn new(keys: &Keys, position: usize, n_records: usize) -> Self {
        let counts = &keys.counts[usize::from(keys.sources[position].family)];
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut n_entries = 0;
        for (value, &count) in counts.iter().enumerate() {
            starts.push(n_entries);
            n_entries += if value == 0 { 0 } else { count };
        }
        starts.push(n_entries);
        let mut next = starts.clone();
        let mut records = vec![0; n_entries as usize];
        let mut positions = vec![position];
        positions.extend(keys.siblings(position));
        for record_idx in 0..n_records {
            for &position in &positions {
                let value = keys.columns[position][record_idx] as usize;
                if value != 0 {
                    records[next[value] as usize] = record_idx as u32;
                    next[value] += 1;
                }
            }
        }
        Self { starts, records }
    }

    /// Returns the records of a key, ascending; one that has it twice stands there twice.
    fn records(&self, value: usize) -> &[u32] {
        &self.records[self.starts[value] as usize..self.starts[value + 1] as usize]
    }
}

/// Keeps a small group; joins a large one with further keys.
fn split_group(keys: &Keys, records: &[u32], position: usize, found: &mut Found, max: usize) {
    if records.len() < 2 {
        return;
    }
    let mut members = records.to_vec();
    members.dedup();
    if members.len() <= max {
        if members.len() > 1 {
            found.push(members.into_iter());
        }
        return;
    }
    let mut rows = std::mem::take(&mut found.rows);
    rows.clear();
    rows.resize(members.len() * keys.n_positions, 0);
    for (row, &record) in rows.chunks_exact_mut(keys.n_positions).zip(&members) {
        // What few share is a group of its own.
        keys.write_shared(record as usize, row);
    }
    let places: Vec<u64> = (0..members.len() as u64).collect();
    let crowd = Crowd { keys, members: &members, rows: &rows, max };
    crowd.split(&places, (position, 1), found);
    found.rows = rows;
}

/// Records that share a key with too many, and their keys that many share.
#[derive(Debug, Clone, Copy)]
struct Crowd<'a> {
    keys: &'a Keys,
    members: &'a [u32],
    rows: &'a [u32],
    max: usize,
}

impl Crowd<'_> {
    /// Joins with every further key. `places`: of members, in the lower half of each number;
    /// `last`, `depth`: the position of the last key that they share, and how many they share.
    fn split(&self, places: &[u64], (last, depth): (usize, usize), found: &mut Found) {
        let n_places = places.len();
        if n_places <= self.max {
            if n_places > 1 {
                let member = |&place: &u64| self.members[place as u32 as usize];
                found.push(places.iter().map(member));
            }
            return;
        }
        if depth == MAX_JOINED_KEYS {
            found.cut.n_blocks += 1;
            found.cut.n_pairs += (n_places * (n_places - 1) / 2) as u64;
            return;
        }
        let sources = &self.keys.sources;
        let mut entries: Vec<u64> = Vec::with_capacity(n_places);
        for position in last + 1..sources.len() {
            if sources[position].group == sources[last].group || !sources[position].is_grouping {
                continue;
            }
            entries.clear();
            for &place in places {
                let place = place as u32;
                let key = self.rows[place as usize * sources.len() + position];
                if key != 0 {
                    entries.push(u64::from(key) << 32 | u64::from(place));
                }
            }
            entries.sort_unstable();
            for places in entries.chunk_by(|a, b| a >> 32 == b >> 32) {
                self.split(places, (position, depth + 1), found);
            }
        }
    }
}

/// How many keys are joined at most.
const MAX_JOINED_KEYS: usize = 4;

fn index_blocks(found: Found, n_records: usize) -> Blocks {
    let mut first_place = vec![0u32; n_records + 1];
    each_with_later(&found, |member, _, _| first_place[member as usize + 1] += 1);
    for record_idx in 0..n_records {
        first_place[record_idx + 1] += first_place[record_idx];
    }
    let mut next = first_place.clone();
    let mut places = vec![0u32; first_place[n_records] as usize];
    let mut n_later = vec![0u16; places.len()];
    each_with_later(&found, |member, place, n_behind| {
        let entry = next[member as usize] as usize;
        next[member as usize] += 1;
        places[entry] = place;
        n_later[entry] = n_behind;
    });
    let Found { members, sizes, cut, .. } = found;
    Blocks { members, sizes, first_place, places, n_later, cut }
}

/// Calls `on_member` for all members that others follow in their group, with the place behind and
/// how many follow.
fn each_with_later(found: &Found, mut on_member: impl FnMut(u32, u32, u16)) {
    let mut start = 0;
    for &size in &found.sizes {
        let block = &found.members[start as usize..(start + size) as usize];
        for (place, &member) in (start + 1..start + size).zip(block) {
            on_member(member, place, (start + size - place) as u16);
        }
        start += size;
    }
}

/// The records met for one record; one a thread.
#[derive(Debug)]
pub(crate) struct Seen {
    /// A bit for every record, set while it is met.
    bits: Vec<u64>,
    /// Those met.
    pub(crate) met: Vec<u32>,
    /// What a glance at them says.
    pub(crate) looker: Looker,
}

impl Seen {
    /// Starts with none met.
    pub(crate) fn new(n_records: usize) -> Self {
        Self { bits: vec![0; n_records.div_ceil(64)], met: Vec::new(), looker: Looker::default() }
    }
}

impl Blocks {
    /// Returns how many groups there are.
    pub(crate) fn len(&self) -> usize {
        self.sizes.len()
    }

    /// Returns how many pairs they have, one that shares several groups counted in each.
    pub(crate) fn count_pairs(&self) -> u64 {
        self.sizes.iter().map(|&size| u64::from(size)).map(|size| size * (size - 1) / 2).sum()
    }

    /// Finds every later record that shares a group with this one, each once.
    pub(crate) fn meet_later(&self, a: u32, seen: &mut Seen) {
        let Seen { bits, met, .. } = seen;
        met.clear();
        let range =
            self.first_place[a as usize] as usize..self.first_place[a as usize + 1] as usize;
        // Copied all at once, so that the processor waits for many of them at the same time.
        for (&place, &n_later) in self.places[range.clone()].iter().zip(&self.n_later[range]) {
            met.extend_from_slice(&self.members[place as usize..][..usize::from(n_later)]);
        }
        met.retain(|&b| {
            let (word, bit) = (b as usize / 64, 1 << (b % 64));
            let is_new = bits[word] & bit == 0;
            bits[word] |= bit;
            is_new
        });
        for &b in &*met {
            bits[b as usize / 64] = 0;
        }
    }
}
