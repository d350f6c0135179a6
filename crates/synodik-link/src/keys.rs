//! The keys of a record, under which it may meet others.
//!
//! What they are says `data/link/blocking.toml`: some group records, others only count
//! when a pair is looked at.

use crate::glance::Glances;
use crate::key_columns::{KeyColumns, read_columns};
use crate::prepare::Prepared;

/// What a key is taken from; a record can have several of one source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Source {
    /// Keys of one group are the same evidence: a coarse one adds little to a fine one.
    pub(crate) group: u8,
    /// Keys of one family have one numbering and may be equal across positions.
    pub(crate) family: u8,
    /// Whether records are grouped by it; others only count when a group is looked at.
    pub(crate) is_grouping: bool,
    /// Whether it says something else than the others of its group.
    pub(crate) is_apart: bool,
    /// Bits against two records that share no key of the group.
    pub(crate) against_bits: f32,
}

/// The keys of all records.
#[derive(Debug)]
pub(crate) struct Keys {
    /// What each key is taken from.
    pub(crate) sources: Vec<Source>,
    /// For every position the others of the same family.
    siblings: Vec<Vec<usize>>,
    /// How many keys a record has at most.
    pub(crate) n_positions: usize,
    values: Vec<u32>,
    /// The keys once more, by position; gone when the groups are found.
    pub(crate) columns: Vec<Vec<u32>>,
    /// For every family how many records have a value.
    pub(crate) counts: Vec<Vec<u32>>,
    /// For every family the information in bits of a value.
    bits: Vec<Vec<f32>>,
    /// A few marks of every record.
    pub(crate) glances: Glances,
    /// For every record a bit for each position whose key is shared by many.
    shared: Vec<u128>,
}

/// Gives every record its keys.
///
/// A key of more records than `max_block_records` is shared by many and joined with others.
pub(crate) fn build_keys(prepared: &Prepared, max_block_records: usize) -> Keys {
    lay_side_by_side(read_columns(prepared), prepared, max_block_records)
}

fn lay_side_by_side(columns: KeyColumns, prepared: &Prepared, max_block_records: usize) -> Keys {
    let n_records = prepared.n_records;
    let KeyColumns { columns, marks } = columns;
    let n_positions = columns.len();
    let mut values = vec![0; n_records * n_positions];
    let mut counts: Vec<Vec<u32>> = marks.iter().map(|marks| vec![0; marks.len()]).collect();
    for (position, (source, column)) in columns.iter().enumerate() {
        let counts = &mut counts[usize::from(source.family)];
        for (record_idx, &value) in column.iter().enumerate() {
            values[record_idx * n_positions + position] = value;
            counts[value as usize] += 1;
        }
    }
    let (sources, columns): (Vec<Source>, Vec<Vec<u32>>) = columns.into_iter().unzip();
    let siblings = (0..n_positions)
        .map(|position| {
            let is_sibling = |&other: &usize| {
                other != position && sources[other].family == sources[position].family
            };
            (0..n_positions).filter(is_sibling).collect()
        })
        .collect();
    let glances = Glances::new(prepared, &values, &sources, &marks);
    let is_shared = |position: usize, value: u32| {
        let count = counts[usize::from(sources[position].family)][value as usize];
        value != 0 && count as usize > max_block_records
    };
    let shared_bits = |row: &[u32]| {
        let positions = row.iter().enumerate();
        let shared = positions.filter(|&(position, &value)| is_shared(position, value));
        shared.fold(0, |bits, (position, _)| bits | 1 << position)
    };
    let shared = values.chunks_exact(n_positions.max(1)).map(shared_bits).collect();
    let bits = |&count: &u32| (n_records as f32 / count.max(1) as f32).log2();
    let bits = counts.iter().map(|counts| counts.iter().map(bits).collect()).collect();
    Keys { sources, siblings, n_positions, values, columns, counts, bits, glances, shared }
}

impl Keys {
    /// Returns the keys of a record; 0 is none.
    pub(crate) fn row(&self, record_idx: usize) -> &[u32] {
        &self.values[record_idx * self.n_positions..(record_idx + 1) * self.n_positions]
    }

    /// Returns the information in bits of a key.
    pub(crate) fn bits(&self, position: usize, value: u32) -> f32 {
        self.bits[usize::from(self.sources[position].family)][value as usize]
    }

    /// Returns the other positions at which a record may have the same key.
    pub(crate) fn siblings(&self, position: usize) -> &[usize] {
        &self.siblings[position]
    }

    /// Writes the keys of a record that too many share for a group of their own.
    pub(crate) fn write_shared(&self, record_idx: usize, row: &mut [u32]) {
        let shared = self.shared[record_idx];
        for (position, (written, &key)) in row.iter_mut().zip(self.row(record_idx)).enumerate() {
            *written = if shared >> position & 1 == 1 { key } else { 0 };
        }
    }
}
