//! Dates with years of two digits: `14.06.41`, `06. 1941`, `1941`.

use regex::Regex;
use std::sync::LazyLock;
use synodik_model::{DateSpan, DateStatement};

/// A date in running text; the last number is the year.
pub(super) static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) (?: (?P<day>\d{1,2}) [.,]\s? (?P<month>\d{1,2}) [.,]\s? (?P<year>\d{4}|\d{2})
             | (?P<month_only>\d{1,2}) \.\s? (?P<year_of_month>\d{4}|\d{2})
             | (?P<year_only>1[89]\d\d) ) (?P<doubt>\s?\(\?\)|\?)?",
    )
    .expect("the pattern is constant")
});

/// A date in words of the entry, and what its year of two digits may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShortDate {
    day: Option<u32>,
    month: Option<u32>,
    year: i32,
    is_short: bool,
    is_doubtful: bool,
}

impl ShortDate {
    /// Reads all of a text as a date.
    pub(super) fn read(text: &str) -> Option<ShortDate> {
        let captures = DATE.captures(text.trim())?;
        if captures.get(0).map(|found| found.as_str()) != Some(text.trim()) {
            return None;
        }
        let number = |name: &str| captures.name(name).and_then(|found| found.as_str().parse().ok());
        let year_text = ["year", "year_of_month", "year_only"]
            .iter()
            .find_map(|name| captures.name(name))?
            .as_str();
        Some(ShortDate {
            day: number("day"),
            month: number("month").or_else(|| number("month_only")),
            year: year_text.parse().ok()?,
            is_short: year_text.len() == 2,
            is_doubtful: captures.name("doubt").is_some(),
        })
    }

    /// Returns the days it means, with years of two digits in the given century.
    ///
    /// Without a day of the calendar (`31.06.41`), nothing.
    pub(super) fn days(self, first_year_of_century: i32) -> Option<DateStatement> {
        let year = if self.is_short { first_year_of_century + self.year } else { self.year };
        let mut span = match (self.day, self.month) {
            (Some(day), Some(month)) => DateSpan::day(year, month, day),
            (None, Some(month)) => DateSpan::month(year, month),
            _ => DateSpan::year(year),
        }?;
        span.is_uncertain = self.is_doubtful;
        Some(DateStatement::plain(span))
    }

    /// Returns the days of a birth: of the 20th century, or of the 19th if an event came before.
    pub(super) fn days_of_birth(
        self,
        first_event: Option<&DateStatement>,
    ) -> Option<DateStatement> {
        let days = self.days(1900)?;
        let event_before = first_event.and_then(DateStatement::last).zip(days.first());
        let is_too_late = event_before.is_some_and(|(event, birth)| event < birth);
        if self.is_short && is_too_late { self.days(1800) } else { Some(days) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(text: &str) -> Option<String> {
        Some(ShortDate::read(text)?.days(1900)?.to_edtf())
    }

    #[test]
    fn years_of_two_digits_are_of_the_twentieth_century() {
        for (text, expected) in [
            ("14.06.41", "1941-06-14"),
            ("08.12.1894", "1894-12-08"),
            ("19. 08.1900", "1900-08-19"),
            ("06.41", "1941-06"),
            ("1941", "1941"),
            ("1954(?)", "1954?"),
        ] {
            assert_eq!(edtf(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["31.06.41", "41", "suvel", "14.06.41 Tapa", ""] {
            assert_eq!(edtf(text), None, "{text}");
        }
    }

    #[test]
    fn nobody_is_born_after_an_event_of_the_entry() {
        let arrest = ShortDate::read("05.12.48").and_then(|date| date.days(1900));
        let born =
            |text| ShortDate::read(text).and_then(|date| date.days_of_birth(arrest.as_ref()));
        assert_eq!(born("12.08.84").map(|days| days.to_edtf()).as_deref(), Some("1884-08-12"));
        assert_eq!(born("12.08.24").map(|days| days.to_edtf()).as_deref(), Some("1924-08-12"));
        assert_eq!(born("12.08.1984").map(|days| days.to_edtf()).as_deref(), Some("1984-08-12"));
    }
}
