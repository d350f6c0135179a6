//! Puts a date in EDTF, as the index gives it, into words.

use crate::Text;
use chrono::{Datelike, NaiveDate};
use synodik_codex::parse_edtf;
use synodik_model::DateSpan;

/// Returns the date in words; none when it is written in a way this does not know,
/// so that the page falls back on the notation itself.
pub(crate) fn date_in_words(edtf: &str, t: Text<'_>) -> Option<String> {
    let list = |open, close, key| {
        let inner = edtf.strip_prefix(open)?.strip_suffix(close)?;
        let joiner = format!(" {} ", t.say("date-joiner"));
        let dates: Option<Vec<_>> = inner.split(',').map(|date| span_in_words(date, t)).collect();
        Some(t.fill(key, &[("dates", &dates?.join(&joiner))]).into_owned())
    };
    list('[', ']', "date-or")
        .or_else(|| list('{', '}', "date-conflict"))
        .or_else(|| span_in_words(edtf, t))
}

/// Returns the year of a date that has only one, in words for a heading.
pub(crate) fn year_in_words(edtf: &str, t: Text<'_>) -> Option<String> {
    if edtf.contains(['/', ',', 'X']) {
        return None;
    }
    let year = edtf.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year = year.trim_start_matches('0');
    if edtf.ends_with(['~', '%', '?']) {
        Some(t.fill("years-about", &[("year", year)]).into_owned())
    } else {
        Some(year.to_owned())
    }
}

/// Returns all days that a date in EDTF may mean; none when it is written in a way this does
/// not know.
pub(super) fn days_of(edtf: &str) -> Option<DateSpan> {
    let inner = |open, close| edtf.strip_prefix(open)?.strip_suffix(close);
    let Some(list) = inner('[', ']').or_else(|| inner('{', '}')) else {
        return parse_edtf(edtf).ok();
    };
    let spans: Option<Vec<DateSpan>> = list.split(',').map(|date| parse_edtf(date).ok()).collect();
    let spans = spans?;
    // Open at a side where one of them is.
    let first = spans.iter().map(|span| span.first).min()?;
    let has_end = spans.iter().all(|span| span.last.is_some());
    let last = spans.iter().filter_map(|span| span.last).max().filter(|_| has_end);
    Some(DateSpan { first, last, ..spans[0] })
}

fn span_in_words(edtf: &str, t: Text<'_>) -> Option<String> {
    match edtf.split_once('/') {
        Some(("..", last)) => Some(t.fill("date-until", &[("date", &point_in_words(last, t)?)])),
        Some((first, "..")) => Some(t.fill("date-since", &[("date", &point_in_words(first, t)?)])),
        Some((first, last)) => {
            let (first, last) = whole_units(first, last).unwrap_or((first, last));
            let is_of_months = first.len() == MONTH_LETTERS && last.len() == MONTH_LETTERS;
            let key = if is_of_months { "date-months" } else { "date-between" };
            let (first, last) = (point_in_words(first, t)?, point_in_words(last, t)?);
            Some(t.fill(key, &[("first", &first), ("last", &last)]))
        }
        None => return point_in_words(edtf, t),
    }
    .map(|words| words.into_owned())
}

/// Letters of a year and of a month in EDTF.
const YEAR_LETTERS: usize = 4;
const MONTH_LETTERS: usize = 7;

/// Returns years or months where an interval goes from the first day of one to the last of another.
fn whole_units<'a>(first: &'a str, last: &'a str) -> Option<(&'a str, &'a str)> {
    let (from, to): (NaiveDate, NaiveDate) = (first.parse().ok()?, last.parse().ok()?);
    if from.day() != 1 || to.succ_opt()?.day() != 1 {
        return None;
    }
    let is_of_years = from.month() == 1 && to.month() == 12;
    let n_letters = if is_of_years { YEAR_LETTERS } else { MONTH_LETTERS };
    first.get(..n_letters).zip(last.get(..n_letters))
}

fn point_in_words(edtf: &str, t: Text<'_>) -> Option<String> {
    let plain = edtf.trim_end_matches(['~', '?', '%']);
    let words = plain_in_words(plain, t)?;
    Some(match edtf.strip_prefix(plain)? {
        "" => words,
        "?" => t.fill("date-uncertain", &[("date", &words)]).into_owned(),
        _ => t.fill("date-about", &[("date", &words)]).into_owned(),
    })
}

fn plain_in_words(edtf: &str, t: Text<'_>) -> Option<String> {
    if let Some(decade) = edtf.strip_suffix('X') {
        let first = format!("{}0", digits(decade, 3)?);
        return Some(t.fill("date-decade", &[("first", &first)]).into_owned());
    }
    let mut parts = edtf.split('-');
    let year = digits(parts.next()?, 4)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let Some(month) = month else {
        return Some(year.to_owned());
    };
    let name =
        |family: &str| t.has_label(family, month).then(|| t.label(family, month).into_owned());
    let Some(day) = day else {
        let values = [("month", &*name("month")?), ("year", year)];
        return Some(t.fill("date-month", &values).into_owned());
    };
    let day = digits(day, 2)?;
    let values = [("day", day), ("month", &*name("month-of")?), ("year", year)];
    Some(t.fill("date-day", &values).into_owned())
}

/// Returns that many digits without leading zeros.
fn digits(text: &str, n_digits: usize) -> Option<&str> {
    let is_number = text.len() == n_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.trim_start_matches('0')).filter(|digits| !digits.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};

    #[test]
    fn dates_are_put_into_words() {
        let locales = Locales::load();
        let check = |edtf: &str, expected: [&str; 4]| {
            for (language, expected) in Language::ALL.into_iter().zip(expected) {
                let words = date_in_words(edtf, locales.text(language));
                assert_eq!(words.unwrap_or_default(), expected, "{edtf}");
            }
        };
        check("1937-08-05", ["5 August 1937", "5 августа 1937", "5 серпня 1937", "5. august 1937"]);
        check("1937-10", ["October 1937", "октябрь 1937", "жовтень 1937", "oktoober 1937"]);
        check("1937", ["1937"; 4]);
        check("1893~", ["about 1893", "около: 1893", "близько: 1893", "umbes 1893"]);
        check(
            "1893?",
            ["1893 (uncertain)", "1893 (неточно)", "1893 (неточно)", "1893 (ebakindel)"],
        );
        check("189X", ["the 1890s", "1890-е годы", "1890-ті роки", "1890. aastad"]);
        check(
            "../1937-12-31",
            [
                "until 31 December 1937",
                "не позднее: 31 декабря 1937",
                "не пізніше: 31 грудня 1937",
                "hiljemalt 31. detsember 1937",
            ],
        );
        check(
            "1937-01-01/..",
            [
                "from 1 January 1937",
                "не раньше: 1 января 1937",
                "не раніше: 1 січня 1937",
                "mitte varem kui 1. jaanuar 1937",
            ],
        );
        check(
            "1937-02-01/1937-03-31",
            [
                "February 1937 – March 1937",
                "февраль 1937 – март 1937",
                "лютий 1937 – березень 1937",
                "veebruar 1937 – märts 1937",
            ],
        );
        check(
            "[1893,1894]",
            [
                "1893 or 1894 (one of them)",
                "1893 или 1894 (одно из них)",
                "1893 або 1894 (одне з них)",
                "1893 või 1894 (üks neist)",
            ],
        );
        check(
            "{1872-02-11,1870}",
            [
                "11 February 1872 or 1870 (the source gives both)",
                "11 февраля 1872 или 1870 (источник даёт оба)",
                "11 лютого 1872 або 1870 (джерело дає обидва)",
                "11. veebruar 1872 või 1870 (allikas annab mõlemad)",
            ],
        );
        for unknown in ["", "1937-13", "37", "1937-1-1", "<b>", "1937-01-01-01", "[1893"] {
            check(unknown, [""; 4]);
        }
    }

    #[test]
    fn the_days_of_a_date_are_all_it_may_mean() {
        let days = |edtf: &str| {
            let span = days_of(edtf)?;
            let day =
                |day: Option<chrono::NaiveDate>| day.map_or("..".to_owned(), |day| day.to_string());
            Some(format!("{} {}", day(span.first), day(span.last)))
        };
        for (edtf, expected) in [
            ("1937-10-05", Some("1937-10-05 1937-10-05")),
            ("1893~", Some("1893-01-01 1893-12-31")),
            ("[1894,1893]", Some("1893-01-01 1894-12-31")),
            ("{1872-02-11,1870}", Some("1870-01-01 1872-02-11")),
            ("../1937-12-31", Some(".. 1937-12-31")),
            ("[../1937,1938]", Some(".. 1938-12-31")),
            ("nonsense", None),
            ("[1893,nonsense]", None),
        ] {
            assert_eq!(days(edtf).as_deref(), expected, "{edtf}");
        }
    }

    #[test]
    fn a_heading_has_a_year_only_when_there_is_one() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        assert_eq!(year_in_words("1937-10-05", t).as_deref(), Some("1937"));
        assert_eq!(year_in_words("1893~", t).as_deref(), Some("about 1893"));
        assert_eq!(year_in_words("[1893,1894]", t), None);
        assert_eq!(year_in_words("189X", t), None);
        assert_eq!(year_in_words("", t), None);
    }
}
