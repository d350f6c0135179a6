//! How the dates of two records agree.

use super::{Comparer, FieldPair};
use crate::kernels::is_one_edit;
use crate::levels::{MISSING, birth, date};
use crate::prepare::{Day, Kind, slot};

impl Comparer<'_> {
    /// Compares dates or years of birth; both are stated.
    pub(super) fn birth(&self, field: FieldPair) -> u8 {
        let (value_a, value_b) = (field.row_a[slot::BIRTH], field.row_b[slot::BIRTH]);
        let (a, b) = (*self.prepared.days.get(value_a), *self.prepared.days.get(value_b));
        let gap_years = a.year.abs_diff(b.year);
        if a.is_full() && b.is_full() {
            if value_a == value_b {
                return self.exact(field, value_a);
            }
            if is_slip(a, b) {
                return birth::ONE_EDIT;
            }
            if n_equal_parts(a, b) == 2 {
                return birth::TWO_PARTS;
            }
            if gap_years == 0 {
                return birth::YEAR_NOT_DAY;
            }
            // A slip leaves two of day, month and year alone.
            return birth::DIFFERS;
        }
        match gap_years {
            0 if a.is_from_age || b.is_from_age => birth::YEAR_FROM_AGE,
            0 => birth::YEAR,
            1 => birth::ONE_YEAR,
            2..=3 => birth::THREE_YEARS,
            _ if is_year_slip(a, b) => birth::DIGIT,
            4..=10 => birth::TEN_YEARS,
            _ => birth::DIFFERS,
        }
    }

    /// Compares an age whose date is not stated with a birth, as if the other's date were that of the age.
    pub(super) fn age(&self, field: FieldPair) -> u8 {
        let FieldPair { row_a, row_b, .. } = field;
        let (aged, born) = if row_a[slot::AGE] != 0 { (row_a, row_b) } else { (row_b, row_a) };
        if aged[slot::AGE] == 0 || born[slot::BIRTH] == 0 || born[slot::AGE_YEAR] == 0 {
            return MISSING;
        }
        let birth = self.prepared.days.get(born[slot::BIRTH]);
        let told = born[slot::AGE_YEAR] + 1;
        match told.abs_diff(aged[slot::AGE] + u32::from(birth.year)) {
            0 => birth::YEAR_FROM_AGE,
            1 => birth::ONE_YEAR,
            2..=3 => birth::THREE_YEARS,
            4..=10 => birth::TEN_YEARS,
            _ => birth::DIFFERS,
        }
    }

    /// Compares dates of an event; both are stated.
    ///
    /// Where an earlier event was on the same day in both, a date soon after it that agrees as well says
    /// nothing more: people were sentenced and shot by the hundred.
    pub(super) fn date(&self, field: FieldPair, slot: usize) -> u8 {
        let level = self.date_alone(field, slot);
        if level < date::YEAR && self.follows_shared_day(field, slot) { MISSING } else { level }
    }

    /// Whether both records have the same day of another event shortly before these dates.
    fn follows_shared_day(&self, field: FieldPair, slot: usize) -> bool {
        let earlier = self.prepared.comparisons[..field.idx].iter();
        earlier.filter(|comparison| comparison.kind == Kind::Date).any(|comparison| {
            let shared = field.row_a[comparison.slot];
            if shared == 0 || shared != field.row_b[comparison.slot] {
                return false;
            }
            let before = *self.prepared.days.get(shared);
            let soon = |value: u32| is_soon_after(before, *self.prepared.days.get(value));
            before.is_full() && soon(field.row_a[slot]) && soon(field.row_b[slot])
        })
    }

    fn date_alone(&self, field: FieldPair, slot: usize) -> u8 {
        let (value_a, value_b) = (field.row_a[slot], field.row_b[slot]);
        let (a, b) = (*self.prepared.days.get(value_a), *self.prepared.days.get(value_b));
        if a.is_full() && b.is_full() {
            if value_a == value_b {
                return self.exact(field, value_a);
            }
            if is_slip(a, b) {
                return date::ONE_EDIT;
            }
            if n_equal_parts(a, b) == 2 {
                return date::TWO_PARTS;
            }
        } else if a.year == b.year && (a.month == 0 || b.month == 0 || a.month == b.month) {
            return date::PARTIAL;
        }
        match a.year.abs_diff(b.year) {
            0 => date::YEAR,
            1 => date::NEAR_YEAR,
            _ => date::DIFFERS,
        }
    }
}

/// Whether a date may lie within a month behind a day.
fn is_soon_after(before: Day, day: Day) -> bool {
    let number =
        |day: Day| (i32::from(day.year) * 12 + i32::from(day.month)) * 31 + i32::from(day.day);
    match (day.month, day.day) {
        (0, _) => day.year == before.year,
        (_, 0) => (0..=31).contains(&(number(Day { day: 31, ..day }) - number(before))),
        _ => (0..=31).contains(&(number(day) - number(before))),
    }
}

/// Whether the dates differ in one digit, in two neighbouring digits, or have day and month exchanged.
fn is_slip(a: Day, b: Day) -> bool {
    is_one_edit(&a.digits(), &b.digits())
        || (a.year == b.year && a.month == b.day && a.day == b.month)
}

fn is_year_slip(a: Day, b: Day) -> bool {
    is_one_edit(&a.digits()[..4], &b.digits()[..4])
}

fn n_equal_parts(a: Day, b: Day) -> usize {
    [a.year == b.year, a.month == b.month, a.day == b.day]
        .into_iter()
        .filter(|&equal| equal)
        .count()
}
