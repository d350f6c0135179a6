//! The keys of a record, under which it may meet others.
//!
//! What they are says `data/link/blocking.toml`: some group records, others only count
//! when a pair is looked at.

use crate::glance::Glances;
use crate::key_columns::read_columns;
use crate::prepare::Prepared;

/// What a key is taken from; a record can have several of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Source {
    /// Keys of one group are the same evidence and count once.
    pub(crate) group: u8,
    /// Keys of one family have one numbering and may be equal across positions.
    pub(crate) family: u8,
    /// Whether records are grouped by it; others only count when a group is looked at.
    pub(crate) is_grouping: bool,
}

/// The keys of all records.
#[derive(Debug)]
pub(crate) struct Keys {
    /// What each key is taken from.
    pub(crate) sources: Vec<Source>,
    /// For every position those of the same family, itself first.
    siblings: Vec<Vec<usize>>,
    /// How many keys a record has at most.
    pub(crate) n_positions: usize,
    n_records: usize,
    values: Vec<u32>,
    /// For every family how many records have a value.
    pub(crate) counts: Vec<Vec<u32>>,
    /// A few bytes of every record.
    pub(crate) glances: Glances,
    /// For every record a bit for each position whose key is shared by many.
    shared: Vec<u128>,
}

/// A key of a record, and a position where another record may have it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WeighedKey {
    pub(crate) position: usize,
    pub(crate) group: u8,
    pub(crate) mark: u8,
    /// Its bits in eighths, rounded up.
    pub(crate) max_eighths: u8,
    value: u32,
    bits: f32,
}

/// Returns a byte of a key, 0 for none.
pub(crate) fn mark_of(key: u32) -> u8 {
    if key == 0 { 0 } else { (key.wrapping_mul(0x9E37_79B1) >> 24).max(1) as u8 }
}

/// Gives every record its keys.
///
/// A key of more records than `max_block_records` is shared by many and joined with others.
pub(crate) fn build_keys(prepared: &Prepared, max_block_records: usize) -> Keys {
    lay_side_by_side(read_columns(prepared), prepared, max_block_records)
}

fn lay_side_by_side(
    columns: Vec<(Source, Vec<u32>)>,
    prepared: &Prepared,
    max_block_records: usize,
) -> Keys {
    let n_records = prepared.n_records;
    let n_positions = columns.len();
    let mut values = vec![0; n_records * n_positions];
    let mut counts: Vec<Vec<u32>> = vec![Vec::new(); 256];
    for (position, (source, column)) in columns.iter().enumerate() {
        let counts = &mut counts[usize::from(source.family)];
        for (record_idx, &value) in column.iter().enumerate() {
            values[record_idx * n_positions + position] = value;
            if counts.len() <= value as usize {
                counts.resize(value as usize + 1, 0);
            }
            counts[value as usize] += 1;
        }
    }
    let sources: Vec<Source> = columns.into_iter().map(|(source, _)| source).collect();
    let siblings = (0..n_positions)
        .map(|position| {
            let family = sources[position].family;
            let others = (0..n_positions)
                .filter(|&other| other != position && sources[other].family == family);
            std::iter::once(position).chain(others).collect()
        })
        .collect();
    let glances = Glances::new(prepared, &values, n_positions);
    let is_shared = |position: usize, value: u32| {
        let count = counts[usize::from(sources[position].family)][value as usize];
        value != 0 && count as usize > max_block_records
    };
    let bits = |row: &[u32]| {
        let positions = row.iter().enumerate();
        let shared = positions.filter(|&(position, &value)| is_shared(position, value));
        shared.fold(0, |bits, (position, _)| bits | 1 << position)
    };
    let shared = values.chunks_exact(n_positions.max(1)).map(bits).collect();
    Keys { sources, siblings, n_positions, n_records, values, counts, glances, shared }
}

impl Keys {
    /// Returns the keys of a record; 0 is none.
    pub(crate) fn row(&self, record_idx: usize) -> &[u32] {
        &self.values[record_idx * self.n_positions..(record_idx + 1) * self.n_positions]
    }

    /// Returns how many records have a key.
    pub(crate) fn count(&self, position: usize, value: u32) -> usize {
        self.counts[usize::from(self.sources[position].family)][value as usize] as usize
    }

    /// Whether a key is shared by too many records to be a group of its own.
    pub(crate) fn is_shared(&self, record_idx: usize, position: usize) -> bool {
        self.shared[record_idx] >> position & 1 == 1
    }

    /// Writes the keys of a record with their information, once for every position where they may be met.
    pub(crate) fn weigh_keys(&self, record_idx: usize, weighed: &mut Vec<WeighedKey>) {
        weighed.clear();
        let n_records = self.n_records as f32;
        for (position, &value) in self.row(record_idx).iter().enumerate() {
            if value != 0 {
                let bits = (n_records / self.count(position, value) as f32).log2();
                let group = self.sources[position].group;
                let mark = mark_of(value);
                let max_eighths = (bits * 8.0).ceil() as u8;
                for &position in &self.siblings[position] {
                    weighed.push(WeighedKey { position, group, mark, max_eighths, value, bits });
                }
            }
        }
    }

    /// Returns the information in bits that a record shares with the one whose keys are weighed.
    pub(crate) fn shared_bits(&self, weighed: &[WeighedKey], b: usize) -> f32 {
        let row_b = self.row(b);
        let mut total = 0.0;
        let mut best = 0.0f32;
        let mut group = 0;
        for key in weighed {
            if key.group != group {
                total += best;
                best = 0.0;
                group = key.group;
            }
            if row_b[key.position] == key.value {
                best = best.max(key.bits);
            }
        }
        total + best
    }
}
