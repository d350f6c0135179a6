//! How the names of two records agree.

use super::{Comparer, FieldPair, Memo};
use crate::levels::{MISSING, given, middle, surname};
use crate::prepare::{FEMALE, slot};
use crate::words::{Likeness, WordId};

/// Information in bits from which a further name is rare.
const RARE_NAME_BITS: f32 = 7.0;

/// Whether the name of a record is a single word, which may be a given name or a surname.
pub(crate) fn is_loose(row: &[u32]) -> bool {
    row[slot::GIVEN] == 0 && row[slot::SURNAME] != 0 && row[slot::NAME_WORDS] != 0
}

impl Comparer<'_> {
    /// Compares family names; both are stated.
    pub(super) fn surname(&self, field: FieldPair, memo: &mut Memo) -> u8 {
        let FieldPair { idx, row_a, row_b } = field;
        let (a, b) = (row_a[slot::SURNAME], row_b[slot::SURNAME]);
        let likeness = memo.likeness(self.prepared, a, b);
        match likeness {
            Likeness::Exact => return self.exact(field, a),
            Likeness::Stem => return surname::STEM,
            Likeness::OneEdit => return surname::ONE_EDIT,
            _ => {}
        }
        let mut further = |x: WordId, y: WordId| {
            x != 0 && y != 0 && memo.likeness(self.prepared, x, y) <= Likeness::OneEdit
        };
        let (a_2, b_2) = (row_a[slot::SURNAME_2], row_b[slot::SURNAME_2]);
        if further(a, b_2) || further(a_2, b) || further(a_2, b_2) {
            return surname::ALTERNATIVE;
        }
        if likeness == Likeness::Close {
            return surname::CLOSE;
        }
        if self.is_elsewhere(a, row_b) || self.is_elsewhere(b, row_a) {
            return surname::ELSEWHERE;
        }
        if self.is_learnt(idx, a, b) {
            surname::LEARNT
        } else if likeness == Likeness::Near {
            surname::NEAR
        } else if row_a[slot::NAMED_SEX] == FEMALE || row_b[slot::NAMED_SEX] == FEMALE {
            surname::DIFFERS_WOMAN
        } else {
            surname::DIFFERS
        }
    }

    /// Compares given names; both are stated.
    pub(super) fn given(&self, field: FieldPair, memo: &mut Memo) -> u8 {
        let FieldPair { idx, row_a, row_b } = field;
        let (a, b) = (row_a[slot::GIVEN], row_b[slot::GIVEN]);
        let book = &self.prepared.book;
        let likeness = memo.likeness(self.prepared, a, b);
        match likeness {
            Likeness::Exact => self.exact(field, book.stem(a)),
            Likeness::Stem => given::STEM,
            Likeness::OneEdit => given::ONE_EDIT,
            Likeness::Initial => given::INITIAL,
            _ if self.is_learnt(idx, book.stem(a), book.stem(b)) => given::LEARNT,
            Likeness::Close => given::CLOSE,
            _ if self.is_part(a, row_b) || self.is_part(b, row_a) => given::PART,
            _ if self.is_elsewhere(a, row_b) || self.is_elsewhere(b, row_a) => given::ELSEWHERE,
            Likeness::Near => given::NEAR,
            Likeness::Differ => given::DIFFERS,
        }
    }

    /// Compares father's names; both are stated.
    pub(super) fn patronymic(&self, field: FieldPair, memo: &mut Memo) -> u8 {
        let FieldPair { idx, row_a, row_b } = field;
        let (a, b) = (row_a[slot::PATRONYMIC], row_b[slot::PATRONYMIC]);
        let book = &self.prepared.book;
        if book.stem(a) == book.stem(b) {
            return self.exact(field, book.stem(a));
        }
        match memo.likeness(self.prepared, a, b) {
            Likeness::Exact | Likeness::Stem => given::STEM,
            Likeness::OneEdit => given::ONE_EDIT,
            Likeness::Initial => given::INITIAL,
            _ if self.is_learnt(idx, book.stem(a), book.stem(b)) => given::LEARNT,
            Likeness::Close => given::CLOSE,
            _ if self.is_elsewhere(a, row_b) || self.is_elsewhere(b, row_a) => given::ELSEWHERE,
            Likeness::Near => given::NEAR,
            Likeness::Differ => given::DIFFERS,
        }
    }

    /// Compares the words of whole names that are neither first nor last.
    pub(super) fn middle(&self, field: FieldPair) -> u8 {
        let words = |row: &[u32]| -> &[WordId] {
            match row[slot::NAME_WORDS] {
                0 => &[],
                list => self.prepared.texts.get(list),
            }
        };
        let (all_a, all_b) = (words(field.row_a), words(field.row_b));
        let (Some(a), Some(b)) = (
            all_a.get(1..all_a.len().saturating_sub(1)),
            all_b.get(1..all_b.len().saturating_sub(1)),
        ) else {
            return MISSING;
        };
        if a.is_empty() && b.is_empty() {
            return MISSING;
        }
        let shared = |x: &[WordId], y: &[WordId]| {
            let bits = x.iter().filter(|word| y.contains(word)).map(|word| self.word_bits[word]);
            bits.fold(0.0f32, f32::max)
        };
        let bits = shared(a, all_b).max(shared(b, all_a));
        let book = &self.prepared.book;
        let initial = |x: &[WordId], y: &[WordId]| {
            x.iter().any(|&x| {
                book.key(x).len() == 1 && y.iter().any(|&y| book.key(y).starts_with(book.key(x)))
            })
        };
        if bits >= RARE_NAME_BITS {
            middle::RARE
        } else if bits > 0.0 {
            middle::SHARED
        } else if a.is_empty() || b.is_empty() {
            middle::ONE_MISSING
        } else if initial(a, b) || initial(b, a) {
            middle::INITIAL
        } else {
            middle::DIFFERS
        }
    }

    /// Compares names of which one is a single word: with the surname, else with the given name.
    pub(super) fn loose(&self, field: FieldPair, is_surname: bool, memo: &mut Memo) -> u8 {
        let FieldPair { row_a, row_b, .. } = field;
        let (lone, other) = if is_loose(row_a) { (row_a, row_b) } else { (row_b, row_a) };
        let word = lone[slot::SURNAME];
        let (other_surname, other_given) = (other[slot::SURNAME], other[slot::GIVEN]);
        if other_surname == 0 && other_given == 0 {
            return MISSING;
        }
        let with_surname = memo.likeness(self.prepared, word, other_surname);
        if other_given == 0 {
            return if is_surname { self.surname(field, memo) } else { MISSING };
        }
        let book = &self.prepared.book;
        let as_given = self.prepared.texts.get(lone[slot::NAME_WORDS])[0];
        let with_given = memo.likeness(self.prepared, as_given, other_given);
        let given_idx = self.prepared.comparisons.iter().position(|c| c.slot == slot::GIVEN);
        let is_learnt = given_idx
            .is_some_and(|idx| self.is_learnt(idx, book.stem(as_given), book.stem(other_given)));
        let is_given = (with_given < with_surname && with_given <= Likeness::Near)
            || (is_learnt && with_surname > Likeness::OneEdit);
        match (is_surname, is_given) {
            (true, true) | (false, false) => MISSING,
            (true, false) => self.surname(field, memo),
            (false, true) => match with_given {
                Likeness::Exact => self.exact(field, book.stem(as_given)),
                Likeness::Stem => given::STEM,
                Likeness::OneEdit => given::ONE_EDIT,
                Likeness::Initial => given::INITIAL,
                _ if is_learnt => given::LEARNT,
                Likeness::Close => given::CLOSE,
                Likeness::Near => given::NEAR,
                Likeness::Differ => given::DIFFERS,
            },
        }
    }

    /// Whether the word is one of several given names of the other record.
    fn is_part(&self, word: WordId, row: &[u32]) -> bool {
        let list = row[slot::NAME_WORDS];
        list != 0 && self.prepared.texts.get(list).contains(&word)
    }

    /// Whether the word stands in another part of the other record's name.
    fn is_elsewhere(&self, word: WordId, row: &[u32]) -> bool {
        let book = &self.prepared.book;
        let key = book.key_number(word);
        if book.key(word).len() == 1 {
            return false;
        }
        let is_same = |other: WordId| other != 0 && other != word && book.key_number(other) == key;
        let list = row[slot::NAME_WORDS];
        is_same(row[slot::SURNAME])
            || is_same(row[slot::GIVEN])
            || row[slot::PATRONYMIC] != 0
                && (book.key_number(row[slot::PATRONYMIC]) == key
                    || book.stem(row[slot::PATRONYMIC]) == book.stem(word))
            || list != 0 && self.prepared.texts.get(list).iter().any(|&other| is_same(other))
    }
}
