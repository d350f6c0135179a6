//! Days of the Hebrew and the French Republican calendar, as spans of Gregorian days.
//!
//! Julian days are not converted, as nowhere in Synodik: a date keeps the calendar of its source.

use chrono::{Datelike, Days, NaiveDate};
use synodik_model::{DateSpan, Precision};

/// A date in parts; a part that is missing widens the span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CalendarDate {
    pub(super) year: i32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
}

/// Months of the French Republican calendar; the last are the days that complete the year.
pub(super) const FRENCH_MONTHS: [&str; 13] = [
    "VEND", "BRUM", "FRIM", "NIVO", "PLUV", "VENT", "GERM", "FLOR", "PRAI", "MESS", "THER", "FRUC",
    "COMP",
];

/// Months of the Hebrew calendar from Tishri on; the seventh is that of leap years.
pub(super) const HEBREW_MONTHS: [&str; 13] =
    ["TSH", "CSH", "KSL", "TVT", "SHV", "ADR", "ADS", "NSN", "IYR", "SVN", "TMZ", "AAV", "ELL"];

/// Last year in which the French Republican calendar was in use.
const LAST_FRENCH_YEAR: i32 = 14;

/// Returns the Gregorian days of a date of the French Republican calendar, while it was in use.
pub(super) fn french_span(date: CalendarDate) -> Option<DateSpan> {
    if !(1..=LAST_FRENCH_YEAR).contains(&date.year) {
        return None;
    }
    // The year after each third one of four was longer by a day.
    let start = NaiveDate::from_ymd_opt(1792, 9, 22)?;
    let start_of =
        |year: i32| start.checked_add_days(Days::new(((year - 1) * 365 + year / 4) as u64));
    let (year_start, next_year) = (start_of(date.year)?, start_of(date.year + 1)?);
    let Some(month) = date.month else { return span_of(year_start, next_year) };
    let month_start = year_start.checked_add_days(Days::new(30 * (u64::from(month) - 1)))?;
    let month_end = month_start.checked_add_days(Days::new(30))?.min(next_year);
    within(month_start, month_end, date.day)
}

/// Returns the Gregorian days of a date of the Hebrew calendar.
pub(super) fn hebrew_span(date: CalendarDate) -> Option<DateSpan> {
    if !(3762..=9000).contains(&date.year) {
        return None;
    }
    let (year_start, next_year) = (hebrew_new_year(date.year)?, hebrew_new_year(date.year + 1)?);
    let Some(month) = date.month else { return span_of(year_start, next_year) };
    let n_days = (next_year - year_start).num_days();
    let is_leap = n_days > 380;
    // The days of a common year end in 3, 4 or 5, those of a leap year too.
    let length = |month: u32| match month {
        1 | 5 | 8 | 10 | 12 => 30,
        2 => 29 + u64::from(n_days % 10 == 5),
        3 => 30 - u64::from(n_days % 10 == 3),
        6 => 29 + u64::from(is_leap),
        7 => {
            if is_leap {
                29
            } else {
                0
            }
        }
        _ => 29,
    };
    // In a common year there is one Adar, under either name.
    let month = if month == 7 && !is_leap { 6 } else { month };
    let n_before: u64 = (1..month).map(length).sum();
    let month_start = year_start.checked_add_days(Days::new(n_before))?;
    within(month_start, month_start.checked_add_days(Days::new(length(month)))?, date.day)
}

/// The day of the stretch, or all of it; `next` is the first day after it.
fn within(start: NaiveDate, next: NaiveDate, day: Option<u32>) -> Option<DateSpan> {
    let Some(day) = day else { return span_of(start, next) };
    let day = start.checked_add_days(Days::new(u64::from(day).checked_sub(1)?))?;
    if day >= next {
        return None;
    }
    DateSpan::day(day.year(), day.month(), day.day())
}

fn span_of(start: NaiveDate, next: NaiveDate) -> Option<DateSpan> {
    let last = next.pred_opt()?;
    Some(DateSpan {
        first: Some(start),
        last: Some(last),
        precision: Precision::Interval,
        is_approximate: false,
        is_uncertain: false,
    })
}

/// Returns the first day of Tishri.
fn hebrew_new_year(year: i32) -> Option<NaiveDate> {
    // Days of the common era on the day before the first of the calendar.
    const EPOCH_DAYS: i32 = -1_373_428;
    let (before, this, next) = (days_to(year - 1), days_to(year), days_to(year + 1));
    // A year may have neither 356 nor 382 days.
    let delay = if next - this == 356 { 2 } else { i32::from(this - before == 382) };
    NaiveDate::from_num_days_from_ce_opt(EPOCH_DAYS + 1 + this + delay)
}

/// Days from the start of the calendar to the new moon of a year's first month, with the weekdays
/// on which a year may not start.
fn days_to(year: i32) -> i32 {
    let months = (235 * i64::from(year) - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let days = 29 * months + parts.div_euclid(25_920);
    let days = if (3 * (days + 1)).rem_euclid(7) < 3 { days + 1 } else { days };
    days as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_model::DateStatement;

    fn edtf(span: Option<DateSpan>) -> String {
        span.map(|span| DateStatement::plain(span).to_edtf()).unwrap_or_default()
    }

    #[test]
    fn hebrew_days_are_those_of_the_almanacs() {
        for (year, month, day, expected, why) in [
            (5698, Some(1), Some(1), "1937-09-06", "new year of 1937"),
            (5784, Some(1), Some(1), "2023-09-16", "new year of 2023"),
            (5758, Some(1), Some(1), "1997-10-02", "new year of 1997"),
            (5708, Some(9), Some(5), "1948-05-14", "the fifth of Iyar 1948"),
            (5698, Some(7), Some(14), "1938-03-17", "Purim in a leap year"),
            (5697, Some(7), Some(14), "1937-02-25", "Purim in a common year"),
            (5698, Some(1), None, "1937-09-06/1937-10-05", "a month"),
            (5698, None, None, "1937-09-06/1938-09-25", "a year"),
            (5698, Some(4), Some(30), "", "no such day"),
            (41, None, None, "", "before the common era"),
        ] {
            assert_eq!(edtf(hebrew_span(CalendarDate { year, month, day })), expected, "{why}");
        }
    }

    #[test]
    fn french_days_are_those_of_the_almanacs() {
        for (year, month, day, expected, why) in [
            (1, Some(1), Some(1), "1792-09-22", "the first day"),
            (2, Some(11), Some(9), "1794-07-27", "9 Thermidor"),
            (8, Some(2), Some(18), "1799-11-09", "18 Brumaire"),
            (3, Some(13), Some(6), "1795-09-22", "the day of a longer year"),
            (4, Some(13), Some(6), "", "a shorter year"),
            (15, None, None, "", "no longer in use"),
        ] {
            assert_eq!(edtf(french_span(CalendarDate { year, month, day })), expected, "{why}");
        }
    }
}
