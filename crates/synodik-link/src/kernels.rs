//! How alike two short words are, letter by letter.
//!
//! Words are bytes of their Latin key; longer ones are compared by their first
//! 32 bytes.

/// How many bytes of a word count.
pub(crate) const MAX_BYTES: usize = 32;

/// Returns the Jaro-Winkler similarity, 0 to 1.
pub(crate) fn jaro_winkler(a: &[u8], b: &[u8]) -> f32 {
    let (a, b) = (&a[..a.len().min(MAX_BYTES)], &b[..b.len().min(MAX_BYTES)]);
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let window = (a.len().max(b.len()) / 2).saturating_sub(1);
    // For every letter, or what has the same last five bits, a bit for each place in `b`.
    let mut places = [0u32; 32];
    for (b_idx, letter) in b.iter().enumerate() {
        places[usize::from(letter & 31)] |= 1 << b_idx;
    }
    let (mut used_a, mut used_b) = (0u32, 0u32);
    for (a_idx, letter) in a.iter().enumerate() {
        let near =
            (1u64 << (a_idx + window + 1).min(MAX_BYTES)) - (1u64 << a_idx.saturating_sub(window));
        let mut free = places[usize::from(letter & 31)] & near as u32 & !used_b;
        while free != 0 {
            let b_idx = free.trailing_zeros();
            if b[b_idx as usize] == *letter {
                used_a |= 1 << a_idx;
                used_b |= 1 << b_idx;
                break;
            }
            free &= free - 1;
        }
    }
    let n_matches = used_a.count_ones();
    if n_matches == 0 {
        return 0.0;
    }
    let (mut rest_a, mut rest_b, mut n_moved) = (used_a, used_b, 0u32);
    while rest_a != 0 {
        let (a_idx, b_idx) = (rest_a.trailing_zeros(), rest_b.trailing_zeros());
        n_moved += u32::from(a[a_idx as usize] != b[b_idx as usize]);
        rest_a &= rest_a - 1;
        rest_b &= rest_b - 1;
    }
    let n_matches = n_matches as f32;
    let moved = (n_moved / 2) as f32;
    let jaro =
        (n_matches / a.len() as f32 + n_matches / b.len() as f32 + (n_matches - moved) / n_matches)
            / 3.0;
    let n_common = a.iter().zip(b).take(4).take_while(|(a, b)| a == b).count() as f32;
    if jaro > 0.7 { jaro + n_common * 0.1 * (1.0 - jaro) } else { jaro }
}

/// Whether at most one letter must be put in, left out, exchanged or swapped with its neighbour
/// to make one word the other.
pub(crate) fn is_one_edit(a: &[u8], b: &[u8]) -> bool {
    let (a, b) = (&a[..a.len().min(MAX_BYTES)], &b[..b.len().min(MAX_BYTES)]);
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let n_common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[n_common..], &b[n_common..]);
    let n_common = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - n_common], &b[..b.len() - n_common]) {
        ([] | [_], [] | [_]) => true,
        ([a_1, a_2], [b_1, b_2]) => a_1 == b_2 && a_2 == b_1,
        _ => false,
    }
}

/// Returns how many letters must be put in, left out, exchanged or swapped with
/// their neighbour to make one word the other, or `limit + 1` if more than `limit`.
pub(crate) fn edit_distance(a: &[u8], b: &[u8], limit: usize) -> usize {
    let (a, b) = (&a[..a.len().min(MAX_BYTES)], &b[..b.len().min(MAX_BYTES)]);
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let n_common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[n_common..], &b[n_common..]);
    let n_common = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - n_common], &b[..b.len() - n_common]);
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len()).min(limit + 1);
    }
    let mut rows = [[0usize; MAX_BYTES + 1]; 3];
    for (column, cell) in rows[0].iter_mut().enumerate() {
        *cell = column;
    }
    let (mut before, mut last, mut current) = (2, 0, 1);
    for (a_idx, letter) in a.iter().enumerate() {
        rows[current][0] = a_idx + 1;
        let mut best = a_idx + 1;
        for (b_idx, other) in b.iter().enumerate() {
            let change = rows[last][b_idx] + usize::from(letter != other);
            let mut cost = change.min(rows[last][b_idx + 1] + 1).min(rows[current][b_idx] + 1);
            if a_idx > 0 && b_idx > 0 && *letter == b[b_idx - 1] && a[a_idx - 1] == *other {
                cost = cost.min(rows[before][b_idx - 1] + 1);
            }
            rows[current][b_idx + 1] = cost;
            best = best.min(cost);
        }
        if best > limit {
            return limit + 1;
        }
        (before, last, current) = (last, current, before);
    }
    rows[last][b.len()].min(limit + 1)
}

#[cfg(test)]
mod tests {
    use super::{edit_distance, is_one_edit, jaro_winkler};
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        for (a, b, expected) in [
            ("martha", "marhta", 0.9611),
            ("dwayne", "duane", 0.84),
            ("dixon", "dicksonx", 0.8133),
            ("ivan", "", 0.0),
        ] {
            let found = jaro_winkler(a.as_bytes(), b.as_bytes());
            assert!((found - expected).abs() < 0.001, "{a} {b}: {found}");
        }
        for (a, b, expected) in [
            ("ivanov", "ivanov", 0),
            ("ivanov", "ivnaov", 1),
            ("petrov", "petov", 1),
            ("a", "xyz", 3),
        ] {
            assert_eq!(edit_distance(a.as_bytes(), b.as_bytes(), 2), expected, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn both_ways_the_same(a in "[a-d]{0,9}", b in "[a-d]{0,9}") {
            let (a, b) = (a.as_bytes(), b.as_bytes());
            prop_assert_eq!(edit_distance(a, b, 3), edit_distance(b, a, 3));
            prop_assert_eq!(edit_distance(a, b, 3) == 0, a == b);
            prop_assert_eq!(is_one_edit(a, b), edit_distance(a, b, 1) <= 1);
        }
    }
}
