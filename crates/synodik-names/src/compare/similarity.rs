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
    let jaro = jaro(a, b);
    if jaro <= PREFIX_THRESHOLD {
        return jaro;
    }
    let n_prefix = a.iter().zip(b).take(MAX_PREFIX).take_while(|(a, b)| a == b).count();
    jaro + n_prefix as f64 * PREFIX_WEIGHT * (1.0 - jaro)
}

fn jaro(a: &[u8], b: &[u8]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return if a.len() == b.len() { 1.0 } else { 0.0 };
    }
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let places = places(b);
    let (mut a_matched, mut b_matched) = (0_u32, 0_u32);
    // The places of b that the letter of a may be matched with.
    let mut window = (2_u32 << reach) - 1;
    for (at, &code) in a.iter().enumerate() {
        let free = places[usize::from(code) % N_CODES] & window & !b_matched;
        b_matched |= free & free.wrapping_neg();
        a_matched |= u32::from(free != 0) << at;
        window = window << 1 | u32::from(at < reach);
    }
    let n_matched = a_matched.count_ones();
    if n_matched == 0 {
        return 0.0;
    }
    let mut n_moved = 0;
    while a_matched != 0 {
        let a_at = a_matched.trailing_zeros();
        let b_place = b_matched & b_matched.wrapping_neg();
        n_moved += u32::from(places[usize::from(a[a_at as usize]) % N_CODES] & b_place == 0);
        a_matched &= a_matched - 1;
        b_matched &= b_matched - 1;
    }
    let matched = f64::from(n_matched);
    let moved = f64::from(n_moved / 2);
    (matched / a.len() as f64 + matched / b.len() as f64 + (matched - moved) / matched) / 3.0
}

/// Returns how many letters must be replaced, added, dropped or swapped with their
/// neighbour to make one word of the other, no place twice (optimal string alignment).
///
/// Both have at most 32 codes, all below 64. After Hyyrö 2003.
pub(crate) fn damerau_of_codes(a: &[u8], b: &[u8]) -> u32 {
    // The rows of the longer word are worked out at once, one step a letter of the other.
    let (a, b) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if b.is_empty() {
        return a.len() as u32;
    }
    let places = places(a);
    let last = 1_u32 << (a.len() - 1);
    let mut distance = a.len() as u32;
    let (mut up, mut down, mut zero, mut previous) = (u32::MAX, 0_u32, 0_u32, 0_u32);
    for &code in b {
        let here = places[usize::from(code) % N_CODES];
        let swapped = ((!zero & here) << 1) & previous;
        zero = (((here & up).wrapping_add(up)) ^ up) | here | down | swapped;
        let grows = down | !(zero | up);
        let shrinks = zero & up;
        distance += u32::from(grows & last != 0);
        distance -= u32::from(shrinks & last != 0);
        let grows = (grows << 1) | 1;
        let shrinks = shrinks << 1;
        up = shrinks | !(zero | grows);
        down = grows & zero;
        previous = here;
    }
    distance
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
        }

        #[test]
        fn both_are_symmetric(a in vec(1_u8..60, 0..24), b in vec(1_u8..60, 0..24)) {
            assert_eq!(damerau_of_codes(&a, &b), damerau_of_codes(&b, &a));
            let difference = jaro_winkler_of_codes(&a, &b) - jaro_winkler_of_codes(&b, &a);
            assert!(difference.abs() < 1e-12);
        }
    }
}
