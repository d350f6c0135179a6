//! How the places of two records agree.

use super::{Comparer, FieldPair, Memo};
use crate::levels::{MISSING, place};
use crate::prepare::{Kind, PlaceForm};
use crate::words::{Likeness, WordId};

impl Comparer<'_> {
    /// Compares places; both are stated. `slots`: the slot, and that of the first place of a record.
    pub(super) fn place(
        &self,
        field: FieldPair,
        slots: (usize, Option<usize>),
        memo: &mut Memo,
    ) -> u8 {
        let (slot, first) = slots;
        let form = |row: &[u32], slot: usize| match row[slot] {
            0 => PlaceForm::default(),
            number => *self.prepared.places.get(number),
        };
        let (a, b) = (form(field.row_a, slot), form(field.row_b, slot));
        if let Some(first) = first {
            // Who stayed where he was born says the same thing twice.
            let (first_a, first_b) = (form(field.row_a, first), form(field.row_b, first));
            let stayed = |first: PlaceForm, later: PlaceForm| {
                first.settlement != 0 && first.settlement == later.settlement
            };
            if stayed(first_a, a) && stayed(first_b, b) {
                return MISSING;
            }
        }
        let regions = both(a.region, b.region).map(|(x, y)| self.is_alike(field.idx, x, y, memo));
        let districts =
            both(a.district, b.district).map(|(x, y)| self.is_alike(field.idx, x, y, memo));
        let Some((x, y)) = both(a.settlement, b.settlement) else {
            return match regions.or(districts) {
                None => MISSING,
                Some(true) => place::AREA,
                Some(false) => place::OTHER_REGION,
            };
        };
        let likeness = memo.likeness(self.prepared, x, y);
        match likeness {
            Likeness::Exact if districts == Some(false) || regions == Some(false) => {
                place::OTHER_AREA
            }
            Likeness::Exact => self.exact(field, x),
            Likeness::Stem | Likeness::OneEdit | Likeness::Close => place::CLOSE,
            _ if self.is_learnt(field.idx, x, y) => place::LEARNT,
            _ if self.is_crossed(field, slot) => place::CROSSED,
            _ if districts == Some(true) => place::SAME_DISTRICT,
            _ => match regions {
                Some(true) => place::SAME_REGION,
                Some(false) => place::DIFFERS,
                None => place::DIFFERS_OPEN,
            },
        }
    }

    fn is_alike(&self, idx: usize, a: WordId, b: WordId, memo: &mut Memo) -> bool {
        memo.likeness(self.prepared, a, b) <= Likeness::Close || self.is_learnt(idx, a, b)
    }

    /// Whether a settlement stands in another place of the other record.
    fn is_crossed(&self, field: FieldPair, slot: usize) -> bool {
        let settlement = |row: &[u32], slot: usize| match row[slot] {
            0 => 0,
            number => self.prepared.places.get(number).settlement,
        };
        let places = self.prepared.comparisons.iter();
        let others =
            places.filter(|other| matches!(other.kind, Kind::Place { .. }) && other.slot != slot);
        let (a, b) = (settlement(field.row_a, slot), settlement(field.row_b, slot));
        others.into_iter().any(|other| {
            settlement(field.row_b, other.slot) == a || settlement(field.row_a, other.slot) == b
        })
    }
}

fn both(a: WordId, b: WordId) -> Option<(WordId, WordId)> {
    (a != 0 && b != 0).then_some((a, b))
}
