//! Reads the dates of data files, which are written in EDTF.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};
use synodik_model::{DateSpan, Precision};
use thiserror::Error;

/// A date of a data file that is not written in the part of EDTF used here.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{value}` is no date; write a year, month or day as 1937-08-15, a decade as 193X, or two of them with `/` between"
)]
pub struct EdtfError {
    /// The date as written.
    pub value: String,
}

/// Parses a date of a data file.
///
/// # Shape
///
/// `1937`, `1937-08`, `1937-08-15`, `193X`, each with `~`, `?` or `%` after it; two of
/// them with `/` between; `..` for an open end. `..` alone is open on both sides.
///
/// # Errors
///
/// [`EdtfError`] for anything else, a day that does not exist, or ends in the wrong order.
///
/// # Example
///
/// ```
/// use synodik_codex::parse_edtf;
/// let span = parse_edtf("1937-08").expect("a month");
/// assert_eq!(span.last, chrono::NaiveDate::from_ymd_opt(1937, 8, 31));
/// assert!(parse_edtf("1937-02-30").is_err());
/// ```
pub fn parse_edtf(value: &str) -> Result<DateSpan, EdtfError> {
    read_span(value).ok_or_else(|| EdtfError { value: value.to_owned() })
}

fn read_span(value: &str) -> Option<DateSpan> {
    if value == ".." {
        return Some(open());
    }
    let Some((start, end)) = value.split_once('/') else { return read_single(value) };
    match (start, end) {
        ("..", end) => Some(read_single(end)?.until()),
        (start, "..") => Some(read_single(start)?.since()),
        (start, end) => {
            let (start, end) = (read_single(start)?, read_single(end)?);
            let mut span = DateSpan::between(start, end)?;
            span.is_approximate = start.is_approximate || end.is_approximate;
            span.is_uncertain = start.is_uncertain || end.is_uncertain;
            Some(span)
        }
    }
}

fn open() -> DateSpan {
    DateSpan {
        first: None,
        last: None,
        precision: Precision::Interval,
        is_approximate: false,
        is_uncertain: false,
    }
}

fn read_single(value: &str) -> Option<DateSpan> {
    let bare = value.trim_end_matches(['~', '?', '%']);
    let marks = &value[bare.len()..];
    if marks.len() > 1 {
        return None;
    }
    let mut span = match bare.strip_suffix('X') {
        Some(decade) if decade.len() == 3 => DateSpan::decade(decade.parse::<i32>().ok()? * 10)?,
        Some(_) => return None,
        None => read_day(bare)?,
    };
    span.is_approximate = matches!(marks, "~" | "%");
    span.is_uncertain = matches!(marks, "?" | "%");
    Some(span)
}

fn read_day(bare: &str) -> Option<DateSpan> {
    if !bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return None;
    }
    let parts: Vec<&str> = bare.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    match (widths.as_slice(), parts.as_slice()) {
        ([4], [year]) => DateSpan::year(year.parse().ok()?),
        ([4, 2], [year, month]) => DateSpan::month(year.parse().ok()?, month.parse().ok()?),
        ([4, 2, 2], [year, month, day]) => {
            DateSpan::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// Returns the first day of a span, for sorting; open starts come first.
pub(crate) fn sort_day(span: &DateSpan) -> NaiveDate {
    span.first.unwrap_or(NaiveDate::MIN)
}

pub(crate) fn span<'de, D: Deserializer<'de>>(input: D) -> Result<DateSpan, D::Error> {
    let value = String::deserialize(input)?;
    parse_edtf(&value).map_err(serde::de::Error::custom)
}

pub(crate) fn optional_span<'de, D: Deserializer<'de>>(
    input: D,
) -> Result<Option<DateSpan>, D::Error> {
    span(input).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_model::DateStatement;

    #[test]
    fn what_is_read_is_written_again() {
        for edtf in
            ["1937", "1937-08", "1937-08-15", "193X", "1940~", "1941?", "1942%", "1937-12-31/.."]
        {
            let span = parse_edtf(edtf).expect(edtf);
            assert_eq!(DateStatement::plain(span).to_edtf(), edtf);
        }
        let span = parse_edtf("1937-08/1938-02").expect("an interval");
        assert_eq!(DateStatement::plain(span).to_edtf(), "1937-08-01/1938-02-28");
        assert_eq!(parse_edtf("..").map(|span| (span.first, span.last)), Ok((None, None)));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for bad in
            ["", "37", "1937-8-15", "1937-13", "1937-02-29", "1938/1937", "1937~?", "+937", "19XX"]
        {
            assert!(parse_edtf(bad).is_err(), "{bad}");
        }
    }
}
