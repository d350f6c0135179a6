//! Which word of one name stands for which of the other: the choice with the most bits.

use super::pairing::{Pairing, missing_bits, pair_words};
use super::prepared_name::{MAX_WORDS, NameWord};

/// The pairings of every word of the shorter name with every word of the longer.
pub(super) struct Assignment {
    pairings: [[Pairing; MAX_WORDS]; MAX_WORDS],
    /// What it weighs that a word of the longer name is missing in the shorter.
    missing_bits: [f32; MAX_WORDS],
    n_short: usize,
    n_long: usize,
    chosen: [usize; MAX_WORDS],
    best: [usize; MAX_WORDS],
    best_bits: f32,
    /// What the best choice adds to the log-odds of one name; decides between equal bits, so
    /// that the order of the names does not.
    best_odds: f64,
}

/// Sums of bits that differ by less are equal.
const EQUAL_BITS: f32 = 1e-3;

impl Assignment {
    /// Gives every word of the shorter name the word of the longer with which the sum of bits is the most.
    pub(super) fn of(short: &[NameWord], long: &[NameWord]) -> Assignment {
        let mut assignment = Assignment {
            pairings: [[Pairing::MISSING; MAX_WORDS]; MAX_WORDS],
            missing_bits: [0.0; MAX_WORDS],
            n_short: short.len(),
            n_long: long.len(),
            chosen: [0; MAX_WORDS],
            best: [0; MAX_WORDS],
            best_bits: f32::NEG_INFINITY,
            best_odds: f64::NEG_INFINITY,
        };
        for (row, short_word) in assignment.pairings.iter_mut().zip(short) {
            for (pairing, long_word) in row.iter_mut().zip(long) {
                *pairing = pair_words(short, short_word, long, long_word);
            }
        }
        for (bits, word) in assignment.missing_bits.iter_mut().zip(long) {
            *bits = missing_bits(word);
        }
        if !assignment.take_best_of_each() {
            assignment.try_word(0, 0, (0.0, 0.0));
        }
        assignment
    }

    /// Gives every word of the shorter name its best word; false if two would get the same
    /// one, or if another is as good.
    ///
    /// What no other word wants is the best for the whole, so that most names need no search.
    fn take_best_of_each(&mut self) -> bool {
        let mut used = 0_u8;
        for (chosen, row) in self.best.iter_mut().zip(&self.pairings).take(self.n_short) {
            let (mut best_bits, mut next_bits) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
            for (long_idx, (pairing, missing)) in
                row.iter().zip(self.missing_bits).take(self.n_long).enumerate()
            {
                let bits = pairing.bits - missing;
                if bits > best_bits {
                    (*chosen, next_bits, best_bits) = (long_idx, best_bits, bits);
                } else {
                    next_bits = next_bits.max(bits);
                }
            }
            if used & 1 << *chosen != 0 || best_bits - next_bits < EQUAL_BITS {
                return false;
            }
            used |= 1 << *chosen;
        }
        true
    }

    /// Tries all words that are not used yet for the next word of the shorter name.
    fn try_word(&mut self, short_idx: usize, used: u8, (bits, odds): (f32, f64)) {
        if short_idx == self.n_short {
            let unused = (0..self.n_long).filter(|long_idx| used & 1 << long_idx == 0);
            let missing = unused.map(|long_idx| self.missing_bits[long_idx]).sum::<f32>();
            let (bits, odds) = (bits + missing, odds + f64::from(missing));
            let is_equal = (bits - self.best_bits).abs() < EQUAL_BITS;
            if bits > self.best_bits && !is_equal || is_equal && odds > self.best_odds {
                (self.best_bits, self.best_odds) = (bits, odds);
                self.best = self.chosen;
            }
            return;
        }
        for long_idx in 0..self.n_long {
            if used & 1 << long_idx == 0 {
                self.chosen[short_idx] = long_idx;
                let pairing = &self.pairings[short_idx][long_idx];
                let sums = (bits + pairing.bits, odds + pairing.odds_bits());
                self.try_word(short_idx + 1, used | 1 << long_idx, sums);
            }
        }
    }

    /// Returns the word of the longer name for each word of the shorter, with how they agree.
    pub(super) fn chosen(&self) -> impl Iterator<Item = (usize, &Pairing)> {
        self.best[..self.n_short]
            .iter()
            .zip(&self.pairings)
            .map(|(&long_idx, row)| (long_idx, &row[long_idx]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chooses among pairings with these bits, and by trying everything.
    fn both_ways(bits: &[[f32; 3]], missing: [f32; 3]) -> [f32; 2] {
        let mut assignment = Assignment::of(&[], &[]);
        (assignment.n_short, assignment.n_long) = (bits.len(), 3);
        assignment.missing_bits[..3].copy_from_slice(&missing);
        for (row, bits) in assignment.pairings.iter_mut().zip(bits) {
            for (pairing, &bits) in row.iter_mut().zip(bits) {
                pairing.bits = bits;
            }
        }
        let is_quick = assignment.take_best_of_each();
        let quick = assignment.best;
        assignment.best_bits = f32::NEG_INFINITY;
        assignment.try_word(0, 0, (0.0, 0.0));
        let sum = |best: &[usize]| {
            let used: f32 = best.iter().zip(bits).map(|(&at, bits)| bits[at]).sum();
            let unused = (0..3).filter(|at| !best.contains(at)).map(|at| missing[at]);
            used + unused.sum::<f32>()
        };
        let searched = sum(&assignment.best[..bits.len()]);
        [if is_quick { sum(&quick[..bits.len()]) } else { searched }, searched]
    }

    proptest::proptest! {
        #[test]
        fn the_best_of_each_is_the_best_of_all(
            bits in proptest::collection::vec(proptest::array::uniform3(-6.0_f32..11.0), 1..4),
            missing in proptest::array::uniform3(-1.0_f32..0.0),
        ) {
            let [quick, searched] = both_ways(&bits, missing);
            assert!((quick - searched).abs() < 1e-3, "{quick} {searched}");
        }
    }
}
