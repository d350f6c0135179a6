//! A few marks of every record, which say at a glance how much two records share.
//!
//! The keys of a million records do not fit into the cache of a processor. A mark is two bytes
//! of a key, and those of a record stand in one or two lines of memory.

use crate::keys::{Keys, Source};
use crate::prepare::{Prepared, slot};
use crate::words::mark_of_text;

/// How many marks the processor compares at once.
const LANES: usize = 16;

/// Marks side by side; 0 is not stated.
type Marks = [u16; LANES];

/// How many records are looked at together.
pub(crate) const N_LOOKED_AT: usize = 64;

/// Shares of a bit in which what is shared is counted.
pub(crate) const PARTS_OF_BIT: f32 = 32.0;

/// Marks that are no keys: initials of given and father's name, sex, and at last the year of birth.
const N_FURTHER_MARKS: usize = 4;
/// Bits against a pair with another initial of the given name, of the father's name, another sex.
const CONFLICT_BITS: [f32; N_FURTHER_MARKS - 1] = [2.5, 3.0, 4.0];
/// Bits against a pair with years of birth far apart.
const FAR_YEAR_BITS: f32 = 4.0;
/// Years of birth further apart than this are far.
const FAR_YEARS: u16 = 3;
/// What a year or a part of a name weighs less than the whole: of so many values one is a slip.
const SLIP_BITS: f32 = 3.0;

/// The marks of all records: one for every key, then the further ones.
#[derive(Debug)]
pub(crate) struct Glances {
    marks: Vec<Marks>,
    /// How many times [`LANES`] marks a record has.
    n_chunks: usize,
}

impl Glances {
    /// Reads rows and keys. `keys`: as many numbers for each record as there are sources;
    /// `marks`: for every family the mark of every number.
    pub(crate) fn new(
        prepared: &Prepared,
        keys: &[u32],
        sources: &[Source],
        marks: &[Vec<u16>],
    ) -> Self {
        let n_positions = sources.len();
        let n_chunks = (n_positions + N_FURTHER_MARKS).div_ceil(LANES);
        let mut all = vec![[0; LANES]; prepared.n_records * n_chunks];
        let initial = |word: u32| match word {
            0 => 0,
            _ => u16::from(prepared.book.sound_initial(word)),
        };
        for (record, chunks) in all.chunks_exact_mut(n_chunks).enumerate() {
            let row = prepared.row(record);
            let birth_year = match row[slot::BIRTH] {
                0 => 0,
                number => prepared.days.get(number).year,
            };
            let keys = &keys[record * n_positions..(record + 1) * n_positions];
            let glance = chunks.as_flattened_mut();
            for ((mark, &key), source) in glance.iter_mut().zip(keys).zip(sources) {
                *mark = marks[usize::from(source.family)][key as usize];
            }
            glance[n_positions] = initial(row[slot::GIVEN]);
            glance[n_positions + 1] = initial(row[slot::PATRONYMIC]);
            glance[n_positions + 2] = row[slot::SEX] as u16;
            glance[n_chunks * LANES - 1] = birth_year;
        }
        Self { marks: all, n_chunks }
    }

    fn of(&self, record: u32) -> &[Marks] {
        &self.marks[record as usize * self.n_chunks..(record as usize + 1) * self.n_chunks]
    }
}

/// What is sought in the marks of others.
#[derive(Debug, Clone)]
struct Sought {
    marks: Marks,
    /// Parts of a bit for a record that has the mark.
    shared: [i16; LANES],
    /// Parts of a bit against one that has another.
    against: [i16; LANES],
}

const NOTHING: Sought = Sought { marks: [0; LANES], shared: [0; LANES], against: [0; LANES] };

/// What others share with one record; one a thread.
#[derive(Debug, Default)]
pub(crate) struct Looker {
    /// By the positions of its keys.
    own: Vec<Sought>,
    /// Its keys at positions where others may have them, with the chunk of these positions.
    crossed: Vec<(usize, Sought)>,
    birth_year: u16,
    weighed: Vec<(usize, f32)>,
    /// The marks of those looked at.
    gathered: Vec<Marks>,
}

impl Looker {
    /// Turns to a record.
    pub(crate) fn turn_to(&mut self, keys: &Keys, record: u32) {
        let glance = keys.glances.of(record);
        self.own.clear();
        self.own.resize(glance.len(), NOTHING);
        self.crossed.clear();
        for (sought, marks) in self.own.iter_mut().zip(glance) {
            sought.marks = *marks;
        }
        let n_positions = keys.n_positions;
        for (place, bits) in (n_positions..).zip(CONFLICT_BITS) {
            if glance.as_flattened()[place] != 0 {
                self.own[place / LANES].against[place % LANES] = parts(bits);
            }
        }
        self.birth_year = glance.as_flattened()[glance.len() * LANES - 1];
        self.weigh_keys(keys, record);
    }

    /// Weighs the keys: of those that say nearly the same, a coarse one less, and the finest
    /// what the coarse ones leave.
    fn weigh_keys(&mut self, keys: &Keys, record: u32) {
        let row = keys.row(record as usize);
        let mut first = 0;
        for sources in keys.sources.chunk_by(|a, b| a.group == b.group) {
            self.weighed.clear();
            for (position, source) in (first..).zip(sources) {
                if row[position] != 0 {
                    let bits = keys.bits(position, row[position]);
                    if source.is_apart {
                        self.seek(keys, record, (position, bits));
                    } else {
                        self.weighed.push((position, bits));
                    }
                }
            }
            first += sources.len();
            self.weighed.sort_by(|a, b| a.1.total_cmp(&b.1));
            if let Some(&(coarsest, _)) = self.weighed.first() {
                // Whoever does not share the coarsest does not share the others.
                self.own[coarsest / LANES].against[coarsest % LANES] =
                    parts(sources[0].against_bits);
            }
            let Some((finest, coarse)) = self.weighed.split_last() else { continue };
            let (finest, mut rest) = *finest;
            for at in 0..coarse.len() {
                let (position, bits) = self.weighed[at];
                let bits = (bits - SLIP_BITS).clamp(0.0, rest);
                rest -= bits;
                self.seek(keys, record, (position, bits));
            }
            self.seek(keys, record, (finest, rest));
        }
    }

    fn seek(&mut self, keys: &Keys, record: u32, (position, bits): (usize, f32)) {
        self.own[position / LANES].shared[position % LANES] = parts(bits);
        let mark = keys.glances.of(record).as_flattened()[position];
        for &sibling in keys.siblings(position) {
            let chunk = sibling / LANES;
            let place = self.crossed.iter().position(|&(known, _)| known == chunk);
            let place = place.unwrap_or_else(|| {
                self.crossed.push((chunk, NOTHING));
                self.crossed.len() - 1
            });
            let sought = &mut self.crossed[place].1;
            sought.marks[sibling % LANES] = mark;
            sought.shared[sibling % LANES] = parts(bits);
        }
    }

    /// Returns what each of at most [`N_LOOKED_AT`] others shares, less what speaks against it, in parts of a bit.
    pub(crate) fn look(
        &mut self,
        glances: &Glances,
        others: &[u32],
    ) -> impl Iterator<Item = i32> + '_ {
        // Copied all at once, so that the processor waits for many of them at the same time.
        self.gathered.clear();
        for &other in others {
            for marks in glances.of(other) {
                self.gathered.push(*marks);
            }
        }
        self.gathered.chunks_exact(glances.n_chunks).map(|glance| self.share(glance))
    }

    fn share(&self, glance: &[Marks]) -> i32 {
        let mut sums = [0i16; LANES];
        // Masks of all bits and no branches, so that the processor does all lanes at once.
        for (sought, marks) in self.own.iter().zip(glance) {
            for lane in 0..LANES {
                let is_equal = -i16::from(marks[lane] == sought.marks[lane]);
                let is_stated = -i16::from(marks[lane] != 0);
                sums[lane] += (is_equal & sought.shared[lane])
                    - (is_stated & !is_equal & sought.against[lane]);
            }
        }
        for (chunk, sought) in &self.crossed {
            let (marks, own) = (&glance[*chunk], &self.own[*chunk].marks);
            for lane in 0..LANES {
                // What is shared at its own position counts once.
                let is_equal = -i16::from(marks[lane] == sought.marks[lane]);
                let is_own = -i16::from(marks[lane] == own[lane]);
                sums[lane] += is_equal & !is_own & sought.shared[lane];
            }
        }
        let year = glance[glance.len() - 1][LANES - 1];
        let is_far =
            year != 0 && self.birth_year != 0 && year.abs_diff(self.birth_year) > FAR_YEARS;
        let against = if is_far { i32::from(parts(FAR_YEAR_BITS)) } else { 0 };
        sums.iter().map(|&sum| i32::from(sum)).sum::<i32>() - against
    }
}

fn parts(bits: f32) -> i16 {
    (bits * PARTS_OF_BIT) as i16
}

/// Returns a mark of a number that does not depend on the order of the rows.
pub(crate) fn mark_of_number(number: u32) -> u16 {
    mark_of_text(&number.to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::{LANES, Looker, Marks, NOTHING, PARTS_OF_BIT};

    /// A record with mark 5 (8 bits, 2 against another) and mark 7 (4 bits), which others may
    /// have at the third place too, born in 1890.
    fn looker() -> Looker {
        let (mut own, mut crossed) = (NOTHING, NOTHING);
        let bits = |bits: f32| (bits * PARTS_OF_BIT) as i16;
        (own.marks[0], own.shared[0], own.against[0]) = (5, bits(8.0), bits(2.0));
        (own.marks[1], own.shared[1]) = (7, bits(4.0));
        (crossed.marks[2], crossed.shared[2]) = (7, bits(4.0));
        let crossed = vec![(0, crossed)];
        Looker { own: vec![own], crossed, birth_year: 1890, ..Looker::default() }
    }

    #[test]
    fn what_is_shared_less_what_is_against() {
        for (first, second, third, year, expected_bits, why) in [
            (5, 7, 0, 1890, 12.0, "both are shared"),
            (5, 0, 0, 1892, 8.0, "what is not stated says nothing"),
            (6, 7, 0, 0, 2.0, "another mark is against"),
            (0, 7, 0, 1899, 0.0, "years far apart are against"),
            (0, 0, 7, 0, 4.0, "what stands at another place is shared"),
            (0, 9, 0, 0, 0.0, "a mark with nothing against"),
        ] {
            let mut marks: Marks = [0; LANES];
            (marks[0], marks[1], marks[2], marks[LANES - 1]) = (first, second, third, year);
            let found = looker().share(&[marks]) as f32 / PARTS_OF_BIT;
            assert_eq!(found, expected_bits, "{why}");
        }
    }
}
