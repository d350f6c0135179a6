//! Jaro-Winkler and Damerau on words of one byte a letter, all letters of a word at a time in one machine word.
//!
//! Both give what the textbook gives; the tests compare them with `rapidfuzz`.

/// Codes of letters lie below.
const N_CODES: usize = 64;

/// Weight of each of the first letters in common (Winkler 1990).
const PREFIX_WEIGHT: f64 = 0.1;

/// Letters of the prefix that count.
const MAX_PREFIX: usize = 4;

/// Below this similarity a common prefix adds nothing.
const PREFIX_THRESHOLD: f64 = 0.7;

/// At which places of a word each letter stands: bit 0 is the first place.
///
/// A word of [`PreparedWord`](super::PreparedWord) has at most 24 letters; half the
/// bits are half the memory to clear, which for short words is most of the work.
fn places(letters: &[u8]) -> [u32; N_CODES] {
    let mut places = [0; N_CODES];
    for (at, &code) in letters.iter().enumerate() {
        places[usize::from(code) % N_CODES] |= 1 << at;
    }
    places
}

/// Returns the Jaro-Winkler similarity of two words of at most 32 codes below 64.
///
/// # Units
///
/// 0 for nothing in common, 1 for equal words; two empty words are equal.
pub(crate) fn jaro_winkler_of_codes(a: &[u8], b: &[u8]) -> f64 {
    let places = places(b);
    let mut matching = Matching::new(a, b);
    for &code in a {
        matching.step(places[usize::from(code) % N_CODES]);
    }
    matching.similarity(a, b, &places)
}

/// Returns how many letters must be replaced, added, dropped or swapped with their
/// neighbour to make one word of the other, no place twice (optimal string alignment).
///
/// Both have at most 32 codes, all below 64.
pub(crate) fn damerau_of_codes(a: &[u8], b: &[u8]) -> u32 {
    // The rows of the longer word are worked out at once, one step a letter of the other.
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let places = places(b);
    let mut edits = Edits::new(b);
    for &code in a {
        edits.step(places[usize::from(code) % N_CODES]);
    }
    edits.distance
}

/// Returns [`jaro_winkler_of_codes`] and [`damerau_of_codes`] of two words in one go.
pub(crate) fn similarity_and_edits(a: &[u8], b: &[u8]) -> (f64, u32) {
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let places = places(b);
    let (mut matching, mut edits) = (Matching::new(a, b), Edits::new(b));
    for &code in a {
        let here = places[usize::from(code) % N_CODES];
        matching.step(here);
        edits.step(here);
    }
    (matching.similarity(a, b, &places), edits.distance)
}

/// Which letters of two words are matched, while those of the first come in (Jaro 1989).
struct Matching {
    reach: usize,
    /// The places of the second word with which the next letter may be matched.
    window: u32,
    at: usize,
    a_matched: u32,
    b_matched: u32,
}

impl Matching {
    fn new(a: &[u8], b: &[u8]) -> Matching {
        let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
        Matching { reach, window: (2 << reach) - 1, at: 0, a_matched: 0, b_matched: 0 }
    }

    /// Takes the next letter of the first word, which stands at these places of the second.
    #[inline(always)]
    fn step(&mut self, here: u32) {
        let free = here & self.window & !self.b_matched;
        self.b_matched |= free & free.wrapping_neg();
        self.a_matched |= u32::from(free != 0) << self.at;
        self.window = self.window << 1 | u32::from(self.at < self.reach);
        self.at += 1;
    }

    fn similarity(&self, a: &[u8], b: &[u8], places: &[u32; N_CODES]) -> f64 {
        let n_matched = self.a_matched.count_ones();
        if n_matched == 0 {
            return if a.is_empty() && b.is_empty() { 1.0 } else { 0.0 };
        }
        let (mut a_matched, mut b_matched, mut n_moved) = (self.a_matched, self.b_matched, 0);
        while a_matched != 0 {
            let a_at = a_matched.trailing_zeros();
            let b_place = b_matched & b_matched.wrapping_neg();
            n_moved += u32::from(places[usize::from(a[a_at as usize]) % N_CODES] & b_place == 0);
            a_matched &= a_matched - 1;
            b_matched &= b_matched - 1;
        }
        let matched = f64::from(n_matched);
        let moved = f64::from(n_moved / 2);
        let jaro =
            (matched / a.len() as f64 + matched / b.len() as f64 + (matched - moved) / matched)
                / 3.0;
        if jaro <= PREFIX_THRESHOLD {
            return jaro;
        }
        let n_prefix = a.iter().zip(b).take(MAX_PREFIX).take_while(|(a, b)| a == b).count();
        jaro + n_prefix as f64 * PREFIX_WEIGHT * (1.0 - jaro)
    }
}

/// The last column of the table of distances, as differences of neighbours, a bit each (Hyyrö 2003).
struct Edits {
    up: u32,
    down: u32,
    zero: u32,
    /// The places of the letter before.
    previous: u32,
    /// The place of the last letter of the word that stands in rows.
    last: u32,
    distance: u32,
}

impl Edits {
    fn new(rows: &[u8]) -> Edits {
        let distance = rows.len() as u32;
        let last = if rows.is_empty() { 0 } else { 1 << (rows.len() - 1) };
        Edits { up: u32::MAX, down: 0, zero: 0, previous: 0, last, distance }
    }

    /// Takes the next letter, which stands at these places of the word in rows.
    #[inline(always)]
    fn step(&mut self, here: u32) {
        let swapped = ((!self.zero & here) << 1) & self.previous;
        let up = self.up;
        self.zero = (((here & up).wrapping_add(up)) ^ up) | here | self.down | swapped;
        let grows = self.down | !(self.zero | up);
        let shrinks = self.zero & up;
        self.distance += u32::from(grows & self.last != 0);
        self.distance -= u32::from(shrinks & self.last != 0);
        let grows = (grows << 1) | 1;
        let shrinks = shrinks << 1;
        self.up = shrinks | !(self.zero | grows);
        self.down = grows & self.zero;
        self.previous = here;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;

    #[test]
    fn known_values() {
        assert_eq!(damerau_of_codes(&[1, 2, 3], &[1, 3, 2]), 1);
        assert_eq!(damerau_of_codes(&[], &[1, 3, 2]), 3);
        assert_eq!(damerau_of_codes(&[1, 3, 2], &[]), 3);
        assert!((jaro_winkler_of_codes(&[1, 2, 3, 4], &[1, 2, 3, 4]) - 1.0).abs() < 1e-12);
        assert!(jaro_winkler_of_codes(&[1, 2], &[3, 4]) < 1e-12);
    }

    proptest::proptest! {
        #[test]
        fn both_agree_with_rapidfuzz(a in vec(1_u8..6, 0..25), b in vec(1_u8..6, 0..25)) {
            let expected = rapidfuzz::distance::osa::distance(a.iter(), b.iter());
            assert_eq!(damerau_of_codes(&a, &b) as usize, expected);
            let expected = rapidfuzz::distance::jaro_winkler::similarity(a.iter(), b.iter());
            assert!((jaro_winkler_of_codes(&a, &b) - expected).abs() < 1e-9);
            let (similarity, n_edits) = similarity_and_edits(&a, &b);
            assert!((similarity - expected).abs() < 1e-9);
            assert_eq!(n_edits, damerau_of_codes(&a, &b));
        }

        #[test]
        fn both_are_symmetric(a in vec(1_u8..60, 0..24), b in vec(1_u8..60, 0..24)) {
            assert_eq!(damerau_of_codes(&a, &b), damerau_of_codes(&b, &a));
            let difference = jaro_winkler_of_codes(&a, &b) - jaro_winkler_of_codes(&b, &a);
            assert!(difference.abs() < 1e-12);
        }
    }
}
