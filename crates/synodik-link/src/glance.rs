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

/// Eighths of a bit against a pair with years of birth far apart, different sex, other given name,
/// other father's name.
const CONFLICT_EIGHTHS: [u16; 4] = [32, 32, 20, 24];
/// Years of birth further apart than this are far.
const FAR_YEARS: u16 = 3;

/// How many records are looked at together.
pub(crate) const LANES: usize = 64;

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
}

/// What a record shares at most with many others, by a glance at each; one a thread.
///
/// The bytes of the others are laid out by column, so that the processor compares many at once.
#[derive(Debug)]
pub(crate) struct Bounds {
    columns: Vec<u8>,
    is_laid_out: Vec<bool>,
    best: [u8; LANES],
    shared: [u16; LANES],
    against: [u16; LANES],
}

impl Bounds {
    /// Starts with nothing looked at.
    pub(crate) fn new() -> Self {
        Self {
            columns: Vec::new(),
            is_laid_out: Vec::new(),
            best: [0; LANES],
            shared: [0; LANES],
            against: [0; LANES],
        }
    }

    /// Looks at these records, at most [`LANES`]. `weighed`: the keys of `a`, by group.
    pub(crate) fn look(
        &mut self,
        glances: &Glances,
        a: u32,
        others: &[u32],
        weighed: &[WeighedKey],
    ) {
        self.columns.resize(glances.n_bytes * LANES, 0);
        self.is_laid_out.clear();
        self.is_laid_out.resize(glances.n_bytes, false);
        (0..FIRST_MARK).for_each(|column| self.lay_out(glances, others, column));
        self.shared.fill(0);
        for keys in weighed.chunk_by(|x, y| x.group == y.group) {
            self.best.fill(0);
            for key in keys {
                let column = FIRST_MARK + key.position;
                self.lay_out(glances, others, column);
                let marks = &self.columns[column * LANES..][..LANES];
                for (best, &mark) in self.best.iter_mut().zip(marks) {
                    *best = (*best).max(if mark == key.mark { key.max_eighths } else { 0 });
                }
            }
            for (shared, &best) in self.shared.iter_mut().zip(&self.best) {
                *shared += u16::from(best);
            }
        }
        self.find_conflicts(glances.of(a));
    }

    fn lay_out(&mut self, glances: &Glances, others: &[u32], column: usize) {
        if !std::mem::replace(&mut self.is_laid_out[column], true) {
            let bytes = &mut self.columns[column * LANES..][..LANES];
            for (byte, &other) in bytes.iter_mut().zip(others) {
                *byte = glances.bytes[other as usize * glances.n_bytes + column];
            }
        }
    }

    fn find_conflicts(&mut self, a: &[u8]) {
        let column = |column: usize| self.columns[column * LANES..][..LANES].iter();
        let year_a = u16::from_le_bytes([a[0], a[1]]);
        for ((against, &low), &high) in self.against.iter_mut().zip(column(0)).zip(column(1)) {
            let year = u16::from_le_bytes([low, high]);
            let is_far = year != 0 && year_a != 0 && year.abs_diff(year_a) > FAR_YEARS;
            *against = if is_far { CONFLICT_EIGHTHS[0] } else { 0 };
        }
        for (place, eighths) in (2..FIRST_MARK).zip(&CONFLICT_EIGHTHS[1..]) {
            if a[place] != 0 {
                for (against, &byte) in self.against.iter_mut().zip(column(place)) {
                    *against += if byte != 0 && byte != a[place] { *eighths } else { 0 };
                }
            }
        }
    }

    /// Returns the most information in bits that a record looked at shares, and the bits against it.
    pub(crate) fn of(&self, lane: usize) -> (f32, f32) {
        (f32::from(self.shared[lane]) / 8.0, f32::from(self.against[lane]) / 8.0)
    }
}
