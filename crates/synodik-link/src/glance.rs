//! A few bytes of every record, which mostly say without a look at its keys that two share too little.
//!
//! The keys of a million records do not fit into the cache of a processor; these bytes nearly do.

use crate::keys::{WeighedKey, mark_of};
use crate::prepare::{Prepared, slot};

/// The bytes of all records: year of birth, sex and initials, then a mark for every key. 0 is not stated.
#[derive(Debug)]
pub(crate) struct Glances {
    bytes: Vec<u8>,
    n_bytes: usize,
}

/// Where the bytes of the keys begin.
const FIRST_MARK: usize = 5;
/// Records begin at multiples of this.
const ALIGNMENT_BYTES: usize = 16;

/// Bits against a pair with years of birth far apart, different sex, other given name, other father's name.
const CONFLICT_BITS: [f32; 4] = [4.0, 4.0, 2.5, 3.0];
/// Years of birth further apart than this are far.
const FAR_YEARS: u16 = 3;

impl Glances {
    /// Reads rows and keys; `keys` has as many numbers for each record.
    pub(crate) fn new(prepared: &Prepared, keys: &[u32], n_positions: usize) -> Self {
        let n_bytes = (FIRST_MARK + n_positions).next_multiple_of(ALIGNMENT_BYTES);
        let mut bytes = vec![0; prepared.n_records * n_bytes];
        let initial = |word: u32| match word {
            0 => 0,
            _ => prepared.book.sound_initial(word),
        };
        for (record, glance) in bytes.chunks_exact_mut(n_bytes).enumerate() {
            let row = prepared.row(record);
            let birth_year = match row[slot::BIRTH] {
                0 => 0,
                number => prepared.days.get(number).year,
            };
            glance[..2].copy_from_slice(&birth_year.to_le_bytes());
            glance[2] = row[slot::SEX] as u8;
            glance[3] = initial(row[slot::GIVEN]);
            glance[4] = initial(row[slot::PATRONYMIC]);
            let keys = &keys[record * n_positions..(record + 1) * n_positions];
            for (mark, &key) in glance[FIRST_MARK..].iter_mut().zip(keys) {
                *mark = mark_of(key);
            }
        }
        Self { bytes, n_bytes }
    }

    /// Returns the bytes of a record.
    pub(crate) fn of(&self, record: u32) -> &[u8] {
        &self.bytes[record as usize * self.n_bytes..(record as usize + 1) * self.n_bytes]
    }

    /// Writes the bytes of these records one after the other.
    ///
    /// All at once, so that the processor waits for many of them at the same time.
    pub(crate) fn gather(&self, records: &[u32], gathered: &mut Vec<u8>) {
        gathered.clear();
        for &record in records {
            gathered.extend_from_slice(self.of(record));
        }
    }

    /// Returns how many bytes a record has.
    pub(crate) fn n_bytes(&self) -> usize {
        self.n_bytes
    }
}

/// Returns the most information in bits that a record shares with the one whose keys are weighed.
pub(crate) fn max_shared_bits(weighed: &[WeighedKey], glance: &[u8]) -> f32 {
    let marks = &glance[FIRST_MARK..];
    let (mut total, mut best, mut group) = (0.0, 0.0f32, 0);
    for key in weighed {
        if key.group != group {
            total += best;
            best = 0.0;
            group = key.group;
        }
        let bits = if marks[key.position] == key.mark { key.bits } else { 0.0 };
        best = best.max(bits);
    }
    total + best
}

/// Returns the bits against a pair that a glance at both shows.
pub(crate) fn conflict_bits(a: &[u8], b: &[u8]) -> f32 {
    let differ = |place: usize| a[place] != 0 && b[place] != 0 && a[place] != b[place];
    let year = |glance: &[u8]| u16::from_le_bytes([glance[0], glance[1]]);
    let (year_a, year_b) = (year(a), year(b));
    let is_far = year_a != 0 && year_b != 0 && year_a.abs_diff(year_b) > FAR_YEARS;
    let conflicts = [is_far, differ(2), differ(3), differ(4)];
    let bits = conflicts.iter().zip(CONFLICT_BITS);
    bits.map(|(&is_met, bits)| if is_met { bits } else { 0.0 }).sum()
}
