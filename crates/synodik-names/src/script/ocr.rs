//! Letters that machines and tired readers take for one another.

use crate::table;
use std::sync::LazyLock;

const OCR_CONFUSIONS_TSV: &str = include_str!("../../../../data/names/ocr_confusions.tsv");

/// First letter of the table of single Cyrillic letters, and how many it has.
const FIRST_LETTER: u32 = 0x430;
const N_LETTERS: u32 = 64;

struct Confusions {
    /// One row of bits a letter, for pairs of single Cyrillic letters.
    of_letter: [u64; N_LETTERS as usize],
    /// All other pairs, smaller text first, sorted.
    others: Vec<(&'static str, &'static str)>,
}

static CONFUSIONS: LazyLock<Confusions> = LazyLock::new(|| {
    let mut confusions = Confusions { of_letter: [0; N_LETTERS as usize], others: Vec::new() };
    for [from, to, _script, _example, _source] in table::rows(OCR_CONFUSIONS_TSV) {
        match (letter_bit(from), letter_bit(to)) {
            (Some(from), Some(to)) => {
                confusions.of_letter[from] |= 1 << to;
                confusions.of_letter[to] |= 1 << from;
            }
            _ => confusions.others.push((from.min(to), from.max(to))),
        }
    }
    confusions.others.sort_unstable();
    confusions
});

/// Says whether two letters, or groups of letters, are often taken for one another in reading.
///
/// # Shape
///
/// Small letters, as [`fold_words`](crate::fold_words) gives them. The order
/// does not matter; a text is no confusion of itself.
///
/// # Source
///
/// `data/names/ocr_confusions.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::is_ocr_confusion;
/// assert!(is_ocr_confusion("ш", "щ") && is_ocr_confusion("rn", "m"));
/// assert!(!is_ocr_confusion("ш", "о"));
/// ```
#[must_use]
pub fn is_ocr_confusion(a: &str, b: &str) -> bool {
    let confusions = &*CONFUSIONS;
    match (letter_bit(a), letter_bit(b)) {
        (Some(a), Some(b)) => confusions.of_letter[a] >> b & 1 == 1,
        _ => confusions.others.binary_search(&(a.min(b), a.max(b))).is_ok(),
    }
}

/// Returns the place of a text that is one small Cyrillic letter.
fn letter_bit(text: &str) -> Option<usize> {
    // Cyrillic letters have two bytes in UTF-8; anything else is no single letter.
    if text.len() != 2 {
        return None;
    }
    let idx = u32::from(text.chars().next()?).checked_sub(FIRST_LETTER)?;
    (idx < N_LETTERS).then_some(idx as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_counts_both_ways() {
        for [from, to, script, example, _source] in table::rows(OCR_CONFUSIONS_TSV) {
            assert!(is_ocr_confusion(from, to) && is_ocr_confusion(to, from), "{from} {to}");
            assert!(!is_ocr_confusion(from, from), "{from}");
            assert!(!script.is_empty() && !example.is_empty(), "{from} {to}");
        }
    }
}
