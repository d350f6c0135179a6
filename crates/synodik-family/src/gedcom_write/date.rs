//! Dates in EDTF as dates of GEDCOM.

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// A date in the form of the standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GedcomDate {
    /// The value of the line `DATE`.
    pub value: String,
    /// Whether the value says all that the date said; else its words belong beside it.
    pub is_faithful: bool,
}

/// Returns a date of EDTF, as `DateStatement::to_edtf` writes it, in the form of GEDCOM.
///
/// Alternatives and conflicts become the stretch that holds all of them, and what a source marks
/// as doubtful loses the mark: both are not faithful. `None` for anything else.
///
/// # Example
///
/// ```
/// use synodik_family::gedcom_date;
/// let value = |edtf| gedcom_date(edtf).map(|date| (date.value, date.is_faithful));
/// assert_eq!(value("1937-05-17"), Some(("17 MAY 1937".to_owned(), true)));
/// assert_eq!(value("{1872-02-11,1870}"), Some(("BET 1870 AND 11 FEB 1872".to_owned(), false)));
/// assert_eq!(value("spring"), None);
/// ```
pub fn gedcom_date(edtf: &str) -> Option<GedcomDate> {
    let set = edtf.strip_prefix(['[', '{']).and_then(|inner| inner.strip_suffix([']', '}']));
    if let Some(inner) = set {
        let spans: Vec<Span> = inner.split(',').map(parse_span).collect::<Option<_>>()?;
        let first = spans.iter().map(|span| span.first.clone()).min()?;
        let last = spans.iter().map(|span| span.last.clone()).max()?;
        // What is open on one side is open together.
        let is_open_first = spans.iter().any(|span| span.first.is_none());
        let is_open_last = spans.iter().any(|span| span.last.is_none());
        let joined = Span {
            first: if is_open_first { None } else { first },
            last: if is_open_last { None } else { last },
            ..Span::default()
        };
        return Some(GedcomDate { value: joined.to_value()?, is_faithful: false });
    }
    let span = parse_span(edtf)?;
    Some(GedcomDate { value: span.to_value()?, is_faithful: !span.is_uncertain })
}

/// Year, month and day; the parts that are not said are missing.
type Parts = (i32, Option<u32>, Option<u32>);

/// One stretch of days.
#[derive(Debug, Clone, Default)]
struct Span {
    /// The first day it may be, with the parts to write.
    first: Option<End>,
    last: Option<End>,
    /// Whether both ends are one date of the source.
    is_single: bool,
    is_approximate: bool,
    is_uncertain: bool,
}

/// One end of a stretch: the day by which ends are compared, and the parts that are written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct End {
    day: (i32, u32, u32),
    parts: Parts,
}

impl Span {
    fn to_value(&self) -> Option<String> {
        let written = |end: &End| written_parts(end.parts);
        match (&self.first, &self.last) {
            (Some(first), Some(_)) if self.is_single => {
                let about = if self.is_approximate { "ABT " } else { "" };
                Some(format!("{about}{}", written(first)))
            }
            (Some(first), Some(last)) if first.parts == last.parts => Some(written(first)),
            (Some(first), Some(last)) => {
                Some(format!("BET {} AND {}", written(first), written(last)))
            }
            (None, Some(last)) => Some(format!("BEF {}", written(last))),
            (Some(first), None) => Some(format!("AFT {}", written(first))),
            (None, None) => None,
        }
    }
}

fn parse_span(edtf: &str) -> Option<Span> {
    if let Some((start, end)) = edtf.split_once('/') {
        let end_of = |text: &str, is_first: bool| match text {
            ".." | "" => Some(None),
            _ => parse_parts(text).map(|parts| Some(end_with(parts, is_first))),
        };
        let (mut first, mut last) = (end_of(start, true)?, end_of(end, false)?);
        // Whole years read better without their first and last days.
        first.iter_mut().filter(|end| (end.day.1, end.day.2) == (1, 1)).for_each(cut_to_year);
        last.iter_mut().filter(|end| (end.day.1, end.day.2) == (12, 31)).for_each(cut_to_year);
        // Only where both ends are cut is the stretch that of whole years.
        if let (Some(a), Some(b)) = (&mut first, &mut last)
            && (a.parts.1.is_none() != b.parts.1.is_none())
        {
            *a = end_with((a.day.0, Some(a.day.1), Some(a.day.2)), true);
            *b = end_with((b.day.0, Some(b.day.1), Some(b.day.2)), false);
        }
        return Some(Span { first, last, ..Span::default() });
    }
    let marks = edtf.trim_start_matches(|letter: char| {
        letter.is_ascii_digit() || letter == '-' || letter == 'X'
    });
    let text = &edtf[..edtf.len() - marks.len()];
    let (is_approximate, is_uncertain) = match marks {
        "" => (false, false),
        "~" => (true, false),
        "?" => (false, true),
        "%" => (true, true),
        _ => return None,
    };
    if let Some(decade) = text.strip_suffix('X') {
        let first_year = decade.parse::<i32>().ok().filter(|_| decade.len() == 3)? * 10;
        let end = |year, is_first| Some(end_with((year, None, None), is_first));
        let (first, last) = (end(first_year, true), end(first_year + 9, false));
        return Some(Span {
            first,
            last,
            is_approximate,
            is_uncertain: is_uncertain || is_approximate,
            ..Span::default()
        });
    }
    let parts = parse_parts(text)?;
    let (first, last) = (Some(end_with(parts, true)), Some(end_with(parts, false)));
    Some(Span { first, last, is_single: true, is_approximate, is_uncertain })
}

fn cut_to_year(end: &mut End) {
    end.parts = (end.parts.0, None, None);
}

fn end_with(parts: Parts, is_first: bool) -> End {
    let (year, month, day) = parts;
    let (latest_month, latest_day) = if is_first { (1, 1) } else { (12, 31) };
    End { day: (year, month.unwrap_or(latest_month), day.unwrap_or(latest_day)), parts }
}

fn parse_parts(text: &str) -> Option<Parts> {
    let mut numbers = text
        .split('-')
        .map(|part| part.parse::<u32>().ok().filter(|_| part.chars().all(|c| c.is_ascii_digit())));
    let year = i32::try_from(numbers.next()??).ok()?;
    let month = numbers.next();
    let day = numbers.next();
    if numbers.next().is_some() || month == Some(None) || day == Some(None) {
        return None;
    }
    let month = month.flatten();
    let is_month = month.is_none_or(|month| (1..=12).contains(&month));
    (is_month && text.split('-').next()?.len() == 4).then_some((year, month, day.flatten()))
}

fn written_parts((year, month, day): Parts) -> String {
    let mut words = Vec::with_capacity(3);
    words.extend(day.map(|day| day.to_string()));
    words.extend(month.map(|month| MONTHS[month as usize - 1].to_owned()));
    words.push(format!("{year:03}"));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_what_they_say() {
        for (edtf, expected, is_faithful) in [
            ("1937-05-17", "17 MAY 1937", true),
            ("1939-12", "DEC 1939", true),
            ("0987", "987", true),
            ("1890~", "ABT 1890", true),
            ("1890?", "1890", false),
            ("1890%", "ABT 1890", false),
            ("189X", "BET 1890 AND 1899", true),
            ("../1937-12-31", "BEF 1937", true),
            ("1937-01-01/..", "AFT 1937", true),
            ("1937-05-02/..", "AFT 2 MAY 1937", true),
            ("1890-01-01/1892-12-31", "BET 1890 AND 1892", true),
            ("1890-03-12/1892-06-30", "BET 12 MAR 1890 AND 30 JUN 1892", true),
            ("1890-01-01/1892-06-30", "BET 1 JAN 1890 AND 30 JUN 1892", true),
            ("[1900,1901]", "BET 1900 AND 1901", false),
            ("{1872-02-11,1870}", "BET 1870 AND 11 FEB 1872", false),
            ("[../1937-12-31,1939]", "BEF 1939", false),
        ] {
            let expected = GedcomDate { value: expected.to_owned(), is_faithful };
            assert_eq!(gedcom_date(edtf), Some(expected), "{edtf}");
        }
        for edtf in ["", "..", "../..", "19", "1937-13", "1937-05-17-1", "1937-05-17!", "[]", "-1"]
        {
            assert_eq!(gedcom_date(edtf), None, "{edtf}");
        }
    }
}
