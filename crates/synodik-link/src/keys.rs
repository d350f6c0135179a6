//! The keys of a record, under which it may meet others.
//!
//! The sound of its names, two-year windows and digits of its birth, its settlements,
//! dates and codes group records; further keys only count when a pair is looked at.

use crate::glance::Glances;
use crate::prepare::{Kind, PlaceForm, Prepared, slot};
use std::collections::BTreeMap;

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

/// The family of the first letters of surnames.
const PREFIX_FAMILY: u8 = 191;
/// The family of regions.
const REGION_FAMILY: u8 = 192;
/// Keys of families from this on only count.
const COUNTING_FAMILIES: u8 = 192;

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
    value: u32,
    pub(crate) bits: f32,
}

/// Returns a byte of a key, 0 for none.
pub(crate) fn mark_of(key: u32) -> u8 {
    if key == 0 { 0 } else { (key.wrapping_mul(0x9E37_79B1) >> 24).max(1) as u8 }
}

/// Gives every record its keys.
///
/// A key of more records than `max_block_records` is shared by many and joined with others.
pub(crate) fn build_keys(prepared: &Prepared, max_block_records: usize) -> Keys {
    let mut columns: Vec<(Source, Vec<u32>)> = Vec::new();
    let mut group = 0;
    let book = &prepared.book;
    let mut add = |group: u8, family: u8, read: &dyn Fn(&[u32]) -> u32| {
        let rows = prepared.rows.chunks_exact(prepared.n_slots);
        let is_grouping = family < COUNTING_FAMILIES;
        columns.push((Source { group, family, is_grouping }, rows.map(read).collect()));
    };
    let has_whole_names = prepared.comparisons.iter().any(|other| other.kind == Kind::Middle);
    let prefix = |word: u32| if word == 0 { 0 } else { book.sound_prefix(word) };
    let sound = |word: u32| if word == 0 { 0 } else { book.sound(word) };
    for comparison in &prepared.comparisons {
        group += 1;
        let slot = comparison.slot;
        match comparison.kind {
            // The words of a whole name are keys below.
            Kind::Surname | Kind::Given if has_whole_names => {}
            Kind::Surname => {
                add(group, group, &|row| sound(row[slot]));
                if prepared.rows.chunks_exact(prepared.n_slots).any(|row| row[slot::SURNAME_2] != 0)
                {
                    add(group, group, &|row| sound(row[slot::SURNAME_2]));
                }
                add(group, COUNTING_FAMILIES + group, &|row| prefix(row[slot]));
            }
            Kind::Given | Kind::Patronymic => add(group, group, &|row| sound(row[slot])),
            Kind::Birth => {
                let year = |row: &[u32]| match row[slot] {
                    0 => 0,
                    number => u32::from(prepared.days.get(number).year),
                };
                let full = |row: &[u32]| match row[slot] {
                    0 => 0,
                    number if prepared.days.get(number).is_full() => number,
                    _ => 0,
                };
                add(group, group, &full);
                let digit_bags = digit_bags(prepared);
                add(group, 96 + group, &|row| digit_bags[full(row) as usize]);
                add(group, 64 + group, &|row| year(row).div_ceil(2));
                add(group, 128 + group, &|row| year(row) / 2);
            }
            Kind::Date => {
                add(group, group, &|row| match row[slot] {
                    0 => 0,
                    number if prepared.days.get(number).is_full() => number,
                    _ => 0,
                });
                add(group, COUNTING_FAMILIES + group, &|row| match row[slot] {
                    0 => 0,
                    number => u32::from(prepared.days.get(number).year),
                });
            }
            Kind::Place { .. } => {
                let form = |row: &[u32]| match row[slot] {
                    0 => PlaceForm::default(),
                    number => *prepared.places.get(number),
                };
                add(group, 0, &|row| sound(form(row).settlement));
                add(group, REGION_FAMILY, &|row| sound(form(row).region));
            }
            Kind::Category => add(group, COUNTING_FAMILIES + group, &|row| row[slot]),
            Kind::Code => {
                add(group, group, &|row| row[slot]);
                let first_parts = first_parts(prepared);
                add(group, 64 + group, &|row| first_parts[row[slot] as usize]);
            }
            Kind::Middle => group = add_name_words(&mut add, prepared, slot, group),
            Kind::Text | Kind::Sex => {}
        }
    }
    lay_side_by_side(columns, prepared, max_block_records)
}

/// Takes group, family and how a key is read from a row.
type AddKey<'a> = dyn FnMut(u8, u8, &dyn Fn(&[u32]) -> u32) + 'a;

/// Adds the words of whole names, the last first; returns the last group.
fn add_name_words(add: &mut AddKey<'_>, prepared: &Prepared, slot: usize, family: u8) -> u8 {
    let book = &prepared.book;
    let words = |row: &[u32]| match row[slot] {
        0 => &[][..],
        list => &prepared.texts.get(list)[..],
    };
    add(family, family, &|row| words(row).last().map_or(0, |&word| book.sound(word)));
    add(family, PREFIX_FAMILY, &|row| words(row).last().map_or(0, |&word| book.sound_prefix(word)));
    for word_idx in 0..2u8 {
        add(family + 1 + word_idx, family, &|row| {
            let words = words(row);
            let word = words.get(usize::from(word_idx));
            let is_last = usize::from(word_idx) + 1 == words.len();
            word.map_or(0, |&word| if is_last { 0 } else { book.sound(word) })
        });
    }
    family + 2
}

/// Returns for every day the number of its digits in any order, which swapped digits leave alone.
fn digit_bags(prepared: &Prepared) -> Vec<u32> {
    let mut numbers: BTreeMap<[u8; 8], u32> = BTreeMap::new();
    let mut bags = vec![0];
    for number in 1..prepared.days.len() as u32 {
        let mut digits = prepared.days.get(number).digits();
        digits.sort_unstable();
        let n_known = numbers.len() as u32 + 1;
        bags.push(*numbers.entry(digits).or_insert(n_known));
    }
    bags
}

/// Returns for every code the number of its first part, if it has several.
fn first_parts(prepared: &Prepared) -> Vec<u32> {
    let mut numbers: BTreeMap<&[u8], u32> = BTreeMap::new();
    let mut parts = vec![0];
    for number in 1..prepared.codes.len() as u32 {
        let code = prepared.codes.get(number);
        let first = &code.text[..usize::from(code.n_first)];
        let n_known = numbers.len() as u32 + 1;
        let is_whole = first.len() == code.text.len();
        parts.push(if is_whole { 0 } else { *numbers.entry(first).or_insert(n_known) });
    }
    parts
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
                for &position in &self.siblings[position] {
                    weighed.push(WeighedKey { position, group, mark, value, bits });
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
