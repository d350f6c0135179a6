//! How categories, codes and free texts of two records agree.

use super::{Comparer, FieldPair, Memo};
use crate::kernels::edit_distance;
use crate::levels::{category, code, text};
use crate::prepare::{CodeForm, Kind, Prepared, slot};
use crate::words::{Likeness, WordId};
use rustc_hash::FxHashMap;

/// Share of the weight of the words from which two texts share most.
const MOST_SHARE: f32 = 0.6;
/// Information in bits from which a shared word of a text is rare.
const RARE_WORD_BITS: f32 = 7.0;

impl Comparer<'_> {
    /// Compares values of a set; both are stated.
    pub(super) fn category(&self, field: FieldPair, slot: usize, memo: &mut Memo) -> u8 {
        let (a, b) = (field.row_a[slot], field.row_b[slot]);
        if a == b {
            return self.exact(field, a);
        }
        if self.is_learnt(field.idx, a, b) {
            return category::LEARNT;
        }
        match memo.likeness(self.prepared, a, b) {
            Likeness::Near | Likeness::Initial | Likeness::Differ => category::DIFFERS,
            _ => category::SIMILAR,
        }
    }

    /// Compares codes; both are stated.
    pub(super) fn code(&self, field: FieldPair, slot: usize) -> u8 {
        let (a, b) = (field.row_a[slot], field.row_b[slot]);
        if a == b {
            return self.exact(field, a);
        }
        let (a, b) = (self.prepared.codes.get(a), self.prepared.codes.get(b));
        let n_edits = edit_distance(&a.text, &b.text, 2);
        let has_parts =
            usize::from(a.n_first) < a.text.len() && usize::from(b.n_first) < b.text.len();
        if n_edits <= 1 {
            code::ONE_EDIT
        } else if has_parts && first_part(a) == first_part(b) {
            code::FIRST
        } else if n_edits <= 2 {
            code::TWO_EDITS
        } else if a.n_letters > 0 && first_letters(a) == first_letters(b) {
            code::LETTERS
        } else {
            code::DIFFERS
        }
    }

    /// Compares free texts by the information in the words they share.
    pub(super) fn text(&self, a: u32, b: u32) -> u8 {
        if a == b {
            return text::EXACT;
        }
        let (a, b) = (self.prepared.texts.get(a), self.prepared.texts.get(b));
        let bits = |words: &[WordId]| words.iter().map(|word| self.word_bits[word]).sum::<f32>();
        let shared: Vec<WordId> = a.iter().copied().filter(|word| b.contains(word)).collect();
        let rarest = shared.iter().map(|word| self.word_bits[word]).fold(0.0, f32::max);
        if bits(&shared) >= MOST_SHARE * bits(a).max(bits(b)) && !shared.is_empty() {
            text::MOST
        } else if rarest >= RARE_WORD_BITS {
            text::SOME
        } else if !shared.is_empty() {
            text::LITTLE
        } else {
            text::DIFFERS
        }
    }
}

fn first_part(code: &CodeForm) -> &[u8] {
    &code.text[..usize::from(code.n_first)]
}

fn first_letters(code: &CodeForm) -> &[u8] {
    &code.text[..usize::from(code.n_letters)]
}

/// Counts in how many texts and names every word stands.
pub(super) fn word_bits(prepared: &Prepared) -> FxHashMap<WordId, f32> {
    let texts = prepared.comparisons.iter().filter(|comparison| comparison.kind == Kind::Text);
    let mut slots: Vec<usize> = texts.map(|comparison| comparison.slot).collect();
    slots.push(slot::NAME_WORDS);
    let mut counts: FxHashMap<WordId, u32> = FxHashMap::default();
    for row in prepared.rows.chunks_exact(prepared.n_slots) {
        for &slot in slots.iter().filter(|&&slot| row[slot] != 0) {
            for &word in prepared.texts.get(row[slot]) {
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    let total = prepared.n_records.max(1) as f32;
    counts.into_iter().map(|(word, count)| (word, (total / count as f32).log2())).collect()
}
