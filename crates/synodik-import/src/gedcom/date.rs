//! Dates of GEDCOM, 5.5.1 and 7.0, as the days they may mean.

use super::calendar::{CalendarDate, FRENCH_MONTHS, HEBREW_MONTHS, french_span, hebrew_span};
use synodik_model::{Combination, DateSpan, DateStatement};
use synodik_names::parse_date;

/// Longest value that is tried as a date, in bytes.
const LONGEST_DATE_BYTES: usize = 200;

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calendar {
    /// Gregorian or Julian: days of the source's calendar, not converted.
    Christian,
    French,
    Hebrew,
    /// Of these nothing is known.
    Unknown,
}

/// Parses a date of GEDCOM into the days it may mean.
///
/// `BEF` and `AFT` include the day named, as the standard says. A calculated or estimated date is
/// approximate, an interpreted one uncertain. What is not in the form of the standard is read as
/// any other date, since many programs write dates as their users typed them.
///
/// # Errors
///
/// In words why nothing can be said: an unknown calendar, a year before the common era, an
/// impossible day, a mere phrase.
pub(super) fn parse_gedcom_date(raw: &str) -> Result<DateStatement, String> {
    if raw.len() > LONGEST_DATE_BYTES {
        return Err("a date has at most 200 bytes".to_owned());
    }
    let capitals = raw.trim().to_ascii_uppercase();
    let standard = parse_value(&capitals);
    match standard {
        Ok(date) => Ok(date),
        Err(Fault::Form) => {
            // A phrase in brackets may be a date in words.
            let words = raw.trim().trim_start_matches('(').trim_end_matches(')');
            parse_date(words).map_err(|error| error.to_string())
        }
        Err(Fault::Meaning(reason)) => Err(reason.to_owned()),
    }
}

enum Fault {
    /// Not in the form of the standard.
    Form,
    /// In that form, and yet without days.
    Meaning(&'static str),
}

fn parse_value(value: &str) -> Result<DateStatement, Fault> {
    let (first, rest) = value.split_once(' ').unwrap_or((value, ""));
    let plain = |date: DateStatement| date.primary;
    match first {
        "ABT" | "CAL" | "EST" => parse_single(rest).map(|mut date| {
            date.primary.is_approximate = true;
            date
        }),
        "INT" => {
            let rest = rest.split('(').next().unwrap_or(rest);
            parse_single(rest).map(|mut date| {
                date.primary.is_uncertain = true;
                date
            })
        }
        "BEF" | "TO" => parse_single(rest).map(|date| DateStatement::plain(plain(date).until())),
        "AFT" => parse_single(rest).map(|date| DateStatement::plain(plain(date).since())),
        "BET" => {
            let (start, end) = rest.split_once(" AND ").ok_or(Fault::Form)?;
            parse_between(start, end)
        }
        "FROM" => match rest.split_once(" TO ") {
            Some((start, end)) => parse_between(start, end),
            None => parse_single(rest).map(|date| DateStatement::plain(plain(date).since())),
        },
        _ => parse_single(value),
    }
}

fn parse_between(start: &str, end: &str) -> Result<DateStatement, Fault> {
    let (start, end) = match (parse_single(start), parse_single(end)) {
        // Of an end without days nothing follows; the other end still bounds the time.
        (Ok(start), Err(Fault::Meaning(_))) => {
            return Ok(DateStatement::plain(start.primary.since()));
        }
        (Err(Fault::Meaning(_)), Ok(end)) => return Ok(DateStatement::plain(end.primary.until())),
        (start, end) => (start?, end?),
    };
    DateSpan::between(start.primary, end.primary)
        .map(DateStatement::plain)
        .ok_or(Fault::Meaning("the second date lies before the first"))
}

/// Parses a date with its calendar: `12 MAR 1901`, `JULIAN 1890`, `@#DHEBREW@ TSH 5660`.
fn parse_single(value: &str) -> Result<DateStatement, Fault> {
    let (calendar, rest) = split_calendar(value.trim());
    if calendar == Calendar::Unknown {
        return Err(Fault::Meaning("a calendar of which nothing is known"));
    }
    let mut words: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
    if matches!(words.last(), Some(&("BCE" | "BC" | "B.C." | "(B.C.)"))) {
        return Err(Fault::Meaning("a year before the common era"));
    }
    let year_word = words.pop().ok_or(Fault::Form)?;
    let month =
        words.pop().map(|month| month_of(calendar, month).ok_or(Fault::Form)).transpose()?;
    let day = words.pop().map(|day| day.parse::<u32>().map_err(|_| Fault::Form)).transpose()?;
    if !words.is_empty() {
        return Err(Fault::Form);
    }
    if calendar == Calendar::Christian {
        return christian_date(year_word, month, day);
    }
    let year = year_word.parse().map_err(|_| Fault::Form)?;
    let date = CalendarDate { year, month, day };
    let span = if calendar == Calendar::French { french_span(date) } else { hebrew_span(date) };
    span.map(DateStatement::plain).ok_or(Fault::Meaning("no such day in that calendar"))
}

fn split_calendar(value: &str) -> (Calendar, &str) {
    const CALENDARS: [(&str, Calendar); 11] = [
        ("@#DGREGORIAN@", Calendar::Christian),
        ("@#DJULIAN@", Calendar::Christian),
        ("@#DFRENCH R@", Calendar::French),
        ("@#DHEBREW@", Calendar::Hebrew),
        ("@#DROMAN@", Calendar::Unknown),
        ("@#DUNKNOWN@", Calendar::Unknown),
        ("GREGORIAN ", Calendar::Christian),
        ("JULIAN ", Calendar::Christian),
        ("FRENCH_R ", Calendar::French),
        ("HEBREW ", Calendar::Hebrew),
        ("_", Calendar::Unknown),
    ];
    CALENDARS
        .iter()
        .find_map(|(name, calendar)| Some((*calendar, value.strip_prefix(name)?.trim_start())))
        .unwrap_or((Calendar::Christian, value))
}

fn month_of(calendar: Calendar, word: &str) -> Option<u32> {
    let months: &[&str] = match calendar {
        Calendar::French => &FRENCH_MONTHS,
        Calendar::Hebrew => &HEBREW_MONTHS,
        _ => &MONTHS,
    };
    let month_idx = months.iter().position(|month| *month == word)?;
    u32::try_from(month_idx + 1).ok()
}

/// A year may be double, as `1699/00`: it began in March and in January.
fn christian_date(
    year_word: &str,
    month: Option<u32>,
    day: Option<u32>,
) -> Result<DateStatement, Fault> {
    let (year_word, second) = match year_word.split_once('/') {
        Some((year, second)) => (year, Some(second)),
        None => (year_word, None),
    };
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    if !is_number(year_word) || year_word.len() > 4 || !second.is_none_or(is_number) {
        return Err(Fault::Form);
    }
    if year_word.len() < 3 {
        return Err(Fault::Meaning("a year of two digits is ambiguous; expected three or four"));
    }
    let year: i32 = year_word.parse().map_err(|_| Fault::Form)?;
    let first = span_in(year, month, day)?;
    let mut date = DateStatement::plain(first);
    if second.is_some() {
        date.others = vec![span_in(year + 1, month, day)?];
        date.combination = Combination::OneOf;
    }
    Ok(date)
}

fn span_in(year: i32, month: Option<u32>, day: Option<u32>) -> Result<DateSpan, Fault> {
    let span = match (month, day) {
        (None, _) => DateSpan::year(year),
        (Some(month), None) => DateSpan::month(year, month),
        // A leap day of the Julian calendar alone is as exact as its month.
        (Some(2), Some(29)) if year % 100 == 0 && year % 400 != 0 => DateSpan::month(year, 2),
        (Some(month), Some(day)) => DateSpan::day(year, month, day),
    };
    span.ok_or(Fault::Meaning("no such day in the calendar"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_the_standard_means_them() {
        let cases = include_str!("../../tests/cases/gedcom_dates.tsv");
        let mut n_cases = 0;
        for line in cases.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [raw, expected, why] = cells[..] else { panic!("three cells in `{line}`") };
            let read = parse_gedcom_date(raw).map(|date| date.to_edtf());
            assert_eq!(read.unwrap_or_default(), expected, "{raw}: {why}");
            n_cases += 1;
        }
        assert!(n_cases > 30);
    }
}
