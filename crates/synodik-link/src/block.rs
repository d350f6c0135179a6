//! Which records are compared at all.
//!
//! Every record has keys: the sound of its names, two-year windows of its birth,
//! its settlements, dates and codes. Records that share a rare key are compared.
//! A key that too many share is joined with a second and a third one until few
//! share them; what is still too frequent is cut and counted.

use crate::prepare::{Kind, PlaceForm, Prepared, slot};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What a key is taken from; a record can have several of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Source {
    /// Keys of one group are the same evidence and count once.
    group: u8,
    /// Keys of one family have one numbering and may be equal across positions.
    family: u8,
    /// Whether records are grouped by it; others only count when a group is looked at.
    is_grouping: bool,
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
    sources: Vec<Source>,
    /// For every position those of the same family, itself first.
    siblings: Vec<Vec<usize>>,
    n_positions: usize,
    values: Vec<u32>,
    /// For every family how many records have a value.
    counts: Vec<Vec<u32>>,
    outlines: Vec<Outline>,
}

/// What a glance at two records can tell apart; 0 is not stated.
#[derive(Debug, Clone, Copy)]
struct Outline {
    birth_year: u16,
    sex: u8,
    given_initial: u8,
    patronymic_initial: u8,
}

/// Bits against a pair with years of birth far apart, different sex, other given name, other father's name.
const CONFLICT_BITS: [f32; 4] = [4.0, 4.0, 2.5, 3.0];
/// Years of birth further apart than this are far.
const FAR_YEARS: u16 = 3;

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

/// Gives every record its keys.
pub(crate) fn build_keys(prepared: &Prepared) -> Keys {
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
                if prepared.rows.chunks_exact(prepared.n_slots).any(|row| row[slot::SURNAME_2] != 0) {
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
            Kind::Middle => {
                let words = |row: &[u32]| match row[slot] {
                    0 => &[][..],
                    list => &prepared.texts.get(list)[..],
                };
                let family = group;
                add(group, family, &|row| words(row).last().map_or(0, |&word| sound(word)));
                add(group, PREFIX_FAMILY, &|row| words(row).last().map_or(0, |&word| prefix(word)));
                for word_idx in 0..2 {
                    group += 1;
                    add(group, family, &|row| {
                        let words = words(row);
                        let is_last = word_idx + 1 == words.len();
                        words.get(word_idx).map_or(0, |&word| if is_last { 0 } else { sound(word) })
                    });
                }
            }
            Kind::Text | Kind::Sex => {}
        }
    }
    lay_side_by_side(columns, prepared)
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

fn outline(prepared: &Prepared, row: &[u32]) -> Outline {
    let initial = |word: u32| match word {
        0 => 0,
        _ => prepared.book.sound_initial(word),
    };
    Outline {
        birth_year: match row[slot::BIRTH] {
            0 => 0,
            number => prepared.days.get(number).year,
        },
        sex: row[slot::SEX] as u8,
        given_initial: initial(row[slot::GIVEN]),
        patronymic_initial: initial(row[slot::PATRONYMIC]),
    }
}

fn lay_side_by_side(columns: Vec<(Source, Vec<u32>)>, prepared: &Prepared) -> Keys {
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
    let rows = prepared.rows.chunks_exact(prepared.n_slots);
    let outlines = rows.map(|row| outline(prepared, row)).collect();
    Keys { sources, siblings, n_positions, values, counts, outlines }
}

impl Keys {
    fn row(&self, record_idx: usize) -> &[u32] {
        &self.values[record_idx * self.n_positions..(record_idx + 1) * self.n_positions]
    }

    fn count(&self, position: usize, value: u32) -> usize {
        self.counts[usize::from(self.sources[position].family)][value as usize] as usize
    }

    /// Returns the information of every key of a record in bits.
    pub(crate) fn bits_of(&self, record_idx: usize, n_records: usize, bits: &mut Vec<f32>) {
        bits.clear();
        let row = self.row(record_idx).iter().enumerate();
        bits.extend(row.map(|(position, &value)| match value {
            0 => 0.0,
            _ => (n_records as f32 / self.count(position, value) as f32).log2(),
        }));
    }

    /// Returns the information in bits that two records share; `bits` is that of the first.
    pub(crate) fn shared_bits(&self, a: usize, b: usize, bits: &[f32]) -> f32 {
        let (row_a, row_b) = (self.row(a), self.row(b));
        let mut total = 0.0;
        let mut best = 0.0f32;
        let mut group = 0;
        for (position, source) in self.sources.iter().enumerate() {
            if source.group != group {
                total += best;
                best = 0.0;
                group = source.group;
            }
            let value = row_a[position];
            if value == 0 || bits[position] <= best {
                continue;
            }
            if self.siblings[position].iter().any(|&other| row_b[other] == value) {
                best = bits[position];
            }
        }
        total + best
    }
}

impl Keys {
    /// Returns the bits against a pair that a glance shows.
    pub(crate) fn conflict_bits(&self, a: usize, b: usize) -> f32 {
        let (a, b) = (&self.outlines[a], &self.outlines[b]);
        let differ = |x: u8, y: u8| x != 0 && y != 0 && x != y;
        let is_far = a.birth_year != 0
            && b.birth_year != 0
            && a.birth_year.abs_diff(b.birth_year) > FAR_YEARS;
        let conflicts = [
            is_far,
            differ(a.sex, b.sex),
            differ(a.given_initial, b.given_initial),
            differ(a.patronymic_initial, b.patronymic_initial),
        ];
        conflicts.iter().zip(CONFLICT_BITS).map(|(&is_met, bits)| if is_met { bits } else { 0.0 }).sum()
    }
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
            .map(|&(_, record)| (keys.row(record as usize)[position], record))
            // What few share is a group of its own.
            .filter(|&(value, _)| value != 0 && keys.count(position, value) > max)
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
    stamps: Vec<u32>,
    /// Room for the information of the keys of the record.
    pub(crate) bits: Vec<f32>,
}

impl Seen {
    /// Starts with none met.
    pub(crate) fn new(n_records: usize) -> Self {
        Self { stamps: vec![u32::MAX; n_records], bits: Vec::new() }
    }
}

impl Blocks {
    /// Returns how many groups there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Calls `on_other` once for every later record that shares a group with this one.
    pub(crate) fn each_later(&self, a: u32, seen: &mut Seen, mut on_other: impl FnMut(u32)) {
        let range =
            self.first_block[a as usize] as usize..self.first_block[a as usize + 1] as usize;
        for &block_idx in &self.blocks_of[range] {
            let (start, end) =
                (self.starts[block_idx as usize], self.starts[block_idx as usize + 1]);
            for &b in self.members[start as usize..end as usize].iter().rev() {
                if b <= a {
                    break;
                }
                if seen.stamps[b as usize] != a {
                    seen.stamps[b as usize] = a;
                    on_other(b);
                }
            }
        }
    }
}
