//! Days a written date may mean, in the manner of EDTF.
//!
//! A missing day or month widens the span; nothing is filled in with a guess.
//! Alternatives ("1900 or 1901") and conflicts ("11.02.1872, by other data
//! 1870") are kept side by side.

use chrono::{Datelike, NaiveDate};

/// How exactly a span is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// One day.
    Day,
    /// One month of one year.
    Month,
    /// One year.
    Year,
    /// One decade, written `189X` in EDTF.
    Decade,
    /// A stretch between two stated ends, or open on one side.
    Interval,
}

/// One stretch of days, both ends included; an open end is `None`.
///
/// Days are of the calendar the source uses; no old-style day is converted here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateSpan {
    /// First possible day.
    pub first: Option<NaiveDate>,
    /// Last possible day.
    pub last: Option<NaiveDate>,
    /// How exactly it is stated.
    pub precision: Precision,
    /// "About": the ends are not to be taken literally (EDTF `~`).
    pub is_approximate: bool,
    /// Marked doubtful by the source (EDTF `?`).
    pub is_uncertain: bool,
}

/// How several spans of one statement belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combination {
    /// One of them is true (EDTF `[a,b]`).
    OneOf,
    /// The source gives both, in conflict; both stand (EDTF `{a,b}`).
    Conflict,
}

/// All that one entry says about one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateStatement {
    /// The span named first.
    pub primary: DateSpan,
    /// Further spans and how they combine; empty for a plain date.
    pub others: Vec<DateSpan>,
    /// Meaning of `others`.
    pub combination: Combination,
}

impl DateSpan {
    /// Returns the span of a day, or `None` if the calendar has no such day.
    pub fn day(year: i32, month: u32, day: u32) -> Option<DateSpan> {
        let date = NaiveDate::from_ymd_opt(year, month, day).filter(is_stated_year)?;
        Some(Self::exact(date, date, Precision::Day))
    }

    /// Returns the span of a month, or `None` if there is no such month.
    pub fn month(year: i32, month: u32) -> Option<DateSpan> {
        let first = NaiveDate::from_ymd_opt(year, month, 1).filter(is_stated_year)?;
        let next = match month {
            12 => NaiveDate::from_ymd_opt(year + 1, 1, 1)?,
            _ => NaiveDate::from_ymd_opt(year, month + 1, 1)?,
        };
        Some(Self::exact(first, next.pred_opt()?, Precision::Month))
    }

    /// Returns the span of a year, or `None` outside the years 1 to 9998.
    pub fn year(year: i32) -> Option<DateSpan> {
        Self::years(year, year, Precision::Year)
    }

    /// Returns the span of ten years from `first_year`.
    pub fn decade(first_year: i32) -> Option<DateSpan> {
        Self::years(first_year, first_year + 9, Precision::Decade)
    }

    /// Returns the span from the start of one year to the end of another.
    pub fn years(first: i32, last: i32, precision: Precision) -> Option<DateSpan> {
        if first < 1 || last > 9998 || last < first {
            return None;
        }
        let first = NaiveDate::from_ymd_opt(first, 1, 1)?;
        let last = NaiveDate::from_ymd_opt(last, 12, 31)?;
        Some(Self::exact(first, last, precision))
    }

    /// Returns the stretch from the start of one span to the end of another.
    pub fn between(start: DateSpan, end: DateSpan) -> Option<DateSpan> {
        let (first, last) = (start.first?, end.last?);
        (first <= last).then(|| Self::exact(first, last, Precision::Interval))
    }

    /// Returns the open stretch that ends with this span ("before, not later than").
    pub fn until(self) -> DateSpan {
        DateSpan { first: None, precision: Precision::Interval, ..self }
    }

    /// Returns the open stretch that starts with this span ("after, from").
    pub fn since(self) -> DateSpan {
        DateSpan { last: None, precision: Precision::Interval, ..self }
    }

    fn exact(first: NaiveDate, last: NaiveDate, precision: Precision) -> DateSpan {
        DateSpan {
            first: Some(first),
            last: Some(last),
            precision,
            is_approximate: false,
            is_uncertain: false,
        }
    }

    /// Returns the year, if all days of the span lie in one.
    pub fn single_year(&self) -> Option<i32> {
        let year = self.first?.year();
        (self.last?.year() == year).then_some(year)
    }

    fn write_edtf(&self, out: &mut String) {
        match self.precision {
            Precision::Interval => {
                write_day_or_open(self.first, out);
                out.push('/');
                write_day_or_open(self.last, out);
                return;
            }
            Precision::Day => write_day_or_open(self.first, out),
            Precision::Month => {
                if let Some(first) = self.first {
                    push_padded(first.year(), 4, out);
                    out.push('-');
                    push_padded(first.month() as i32, 2, out);
                }
            }
            Precision::Year => push_padded(self.first.map_or(0, |day| day.year()), 4, out),
            Precision::Decade => {
                push_padded(self.first.map_or(0, |day| day.year() / 10), 3, out);
                out.push('X');
            }
        }
        match (self.is_approximate, self.is_uncertain) {
            (true, true) => out.push('%'),
            (true, false) => out.push('~'),
            (false, true) => out.push('?'),
            (false, false) => {}
        }
    }
}

impl DateStatement {
    /// Returns the statement of one span.
    pub fn plain(primary: DateSpan) -> DateStatement {
        DateStatement { primary, others: Vec::new(), combination: Combination::OneOf }
    }

    /// Returns the first day any span allows; `None` when open.
    pub fn first(&self) -> Option<NaiveDate> {
        let mut first = self.primary.first?;
        for span in &self.others {
            first = first.min(span.first?);
        }
        Some(first)
    }

    /// Returns the last day any span allows; `None` when open.
    pub fn last(&self) -> Option<NaiveDate> {
        let mut last = self.primary.last?;
        for span in &self.others {
            last = last.max(span.last?);
        }
        Some(last)
    }

    /// Returns the year of the span named first, if it lies in one year.
    pub fn primary_year(&self) -> Option<i32> {
        self.primary.single_year()
    }

    /// Writes the statement in Extended Date/Time Format, levels 0 to 2.
    ///
    /// An approximate or uncertain interval loses its mark, which EDTF has only
    /// for its ends.
    pub fn to_edtf(&self) -> String {
        let mut out = String::with_capacity(10);
        if self.others.is_empty() {
            self.primary.write_edtf(&mut out);
            return out;
        }
        let (open, close) = match self.combination {
            Combination::OneOf => ('[', ']'),
            Combination::Conflict => ('{', '}'),
        };
        out.push(open);
        self.primary.write_edtf(&mut out);
        for span in &self.others {
            out.push(',');
            span.write_edtf(&mut out);
        }
        out.push(close);
        out
    }
}

/// Years have at most four digits, and there is no year 0.
fn is_stated_year(day: &NaiveDate) -> bool {
    (1..=9998).contains(&day.year())
}

fn write_day_or_open(day: Option<NaiveDate>, out: &mut String) {
    let Some(day) = day else {
        out.push_str("..");
        return;
    };
    push_padded(day.year(), 4, out);
    out.push('-');
    push_padded(day.month() as i32, 2, out);
    out.push('-');
    push_padded(day.day() as i32, 2, out);
}

/// Pushes a number of at most `width` decimal digits, with leading zeros.
///
/// Dates are written by the million, and the formatting machinery of `write!`
/// costs more than the rest of the date.
fn push_padded(number: i32, width: u32, out: &mut String) {
    for place in (0..width).rev() {
        let digit = (number / 10_i32.pow(place)) % 10;
        out.push(char::from(b'0' + digit.unsigned_abs() as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(span: Option<DateSpan>) -> String {
        DateStatement::plain(span.expect("a valid span")).to_edtf()
    }

    #[test]
    fn spans_are_written_in_edtf() {
        assert_eq!(edtf(DateSpan::day(1937, 5, 17)), "1937-05-17");
        assert_eq!(edtf(DateSpan::month(1939, 12)), "1939-12");
        assert_eq!(edtf(DateSpan::year(987)), "0987");
        assert_eq!(edtf(DateSpan::decade(1890)), "189X");
        assert_eq!(edtf(DateSpan::year(1937).map(DateSpan::until)), "../1937-12-31");
        assert_eq!(edtf(DateSpan::year(1937).map(DateSpan::since)), "1937-01-01/..");
    }

    #[test]
    fn a_conflict_keeps_both_and_spans_both() {
        let statement = DateStatement {
            primary: DateSpan::day(1872, 2, 11).expect("a day"),
            others: vec![DateSpan::year(1870).expect("a year")],
            combination: Combination::Conflict,
        };
        assert_eq!(statement.to_edtf(), "{1872-02-11,1870}");
        assert_eq!(statement.first(), NaiveDate::from_ymd_opt(1870, 1, 1));
        assert_eq!(statement.last(), NaiveDate::from_ymd_opt(1872, 2, 11));
        assert_eq!(statement.primary_year(), Some(1872));
    }

    #[test]
    fn the_calendar_has_no_31_april() {
        assert_eq!(DateSpan::day(1937, 4, 31), None);
        assert_eq!(DateSpan::day(1937, 2, 29), None);
        assert_eq!(DateSpan::month(1937, 13), None);
    }
}
