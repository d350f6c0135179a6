//! How likely two sequences of sounds are two spellings of one name.

use super::sounds::{N_SOUNDS, sound_of_sign};
use super::spelled::MAX_LETTERS;
use crate::table;
use std::sync::LazyLock;

const SOUND_SCORES_TSV: &str = include_str!("../../../../data/names/sound_scores.tsv");

/// Signs of sounds, and the four other columns of the table.
const N_COLUMNS: usize = 58 + 4;

struct Scores {
    /// By two sounds, in tenths of a bit.
    pairs: Box<[[i8; N_SOUNDS]; N_SOUNDS]>,
    gaps: [i8; N_SOUNDS],
    end_gaps: [i8; N_SOUNDS],
}

static SCORES: LazyLock<Scores> = LazyLock::new(|| {
    let mut scores = Scores {
        pairs: Box::new([[0; N_SOUNDS]; N_SOUNDS]),
        gaps: [0; N_SOUNDS],
        end_gaps: [0; N_SOUNDS],
    };
    let header = SOUND_SCORES_TSV.lines().find(|line| line.starts_with("sound\t"));
    let columns: Vec<&str> = header.expect("the table has a header").split('\t').collect();
    let sound = |sign: &str| usize::from(sound_of_sign(sign.chars().next().expect("a sign")));
    let number = |cell: &str| cell.parse().expect("scores are whole numbers");
    for cells in table::rows::<N_COLUMNS>(SOUND_SCORES_TSV) {
        let row = sound(cells[0]);
        scores.gaps[row] = number(cells[1]);
        scores.end_gaps[row] = number(cells[2]);
        for (column, cell) in columns.iter().zip(cells).skip(3).take(N_COLUMNS - 4) {
            scores.pairs[row][sound(column)] = number(cell);
        }
    }
    scores
});

/// Returns how much it speaks for one name that two sounds stand in one place.
///
/// # Units
///
/// Tenths of a bit.
pub(crate) fn score_of_sounds(a: u8, b: u8) -> i8 {
    SCORES.pairs[usize::from(a)][usize::from(b)]
}

/// Returns how much the best alignment of two words speaks for their being one name.
///
/// # Units
///
/// Tenths of a bit. The sum takes sounds as independent of each other and is the
/// best of many alignments, so it is no likelihood ratio by itself.
///
/// # Source
///
/// `data/names/sound_scores.tsv`
pub(crate) fn align_sounds(a: &[u8], b: &[u8]) -> i16 {
    let scores = &*SCORES;
    let mut row = [0_i16; MAX_LETTERS + 1];
    for (at, &sound) in b.iter().enumerate() {
        row[at + 1] = row[at] + i16::from(scores.gaps[usize::from(sound)]);
    }
    for (a_at, &a_sound) in a.iter().enumerate() {
        let pairs = &scores.pairs[usize::from(a_sound)];
        let is_a_end = a_at + 1 == a.len();
        let a_gaps = if is_a_end { &scores.end_gaps } else { &scores.gaps };
        let a_gap = i16::from(a_gaps[usize::from(a_sound)]);
        let mut diagonal = row[0];
        row[0] += i16::from(scores.gaps[usize::from(a_sound)]);
        let mut left = row[0];
        for (b_at, &b_sound) in b.iter().enumerate() {
            let b_gaps = if b_at + 1 == b.len() { &scores.end_gaps } else { &scores.gaps };
            let b_gap = i16::from(b_gaps[usize::from(b_sound)]);
            let paired = diagonal + i16::from(pairs[usize::from(b_sound)]);
            diagonal = row[b_at + 1];
            left = paired.max(diagonal + a_gap).max(left + b_gap);
            row[b_at + 1] = left;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::super::{Sounds, Spelled};
    use super::*;

    fn score(a: &str, b: &str) -> i16 {
        let [a, b] = [a, b].map(|word| Sounds::of_letters(Spelled::new(word).sounding()));
        align_sounds(a.as_slice(), b.as_slice())
    }

    #[test]
    fn spellings_of_one_name_score_above_zero_and_others_below() {
        let same = [
            ("Щукин", "Szczukin"),
            ("Чехов", "Tschechow"),
            ("Хрущёв", "Khrushchev"),
            ("Jürgens", "Юргенс"),
            ("Ґарні", "Gurney"),
            ("Хименес", "Jiménez"),
        ];
        for (a, b) in same {
            assert!(score(a, b) > 50, "{a} {b}: {}", score(a, b));
            assert_eq!(score(a, b), score(b, a));
        }
        for (a, b) in [("Щукин", "Petrov"), ("Чехов", "Gorki"), ("Анна", "Maria")] {
            assert!(score(a, b) < 0, "{a} {b}: {}", score(a, b));
        }
    }

    #[test]
    fn the_table_is_symmetric() {
        for a in 0..N_SOUNDS as u8 {
            for b in 0..N_SOUNDS as u8 {
                assert_eq!(score_of_sounds(a, b), score_of_sounds(b, a));
            }
        }
    }
}
