//! Whether something was in force on a day, as far as its dates tell.

use chrono::NaiveDate;
use synodik_codex::{Instrument, Provision};
use synodik_model::DateSpan;

/// What the dates say of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// In force.
    Certain,
    /// The day lies within a start or end that is not known exactly.
    Possible,
    /// It had started, and no end is recorded.
    NoEndRecorded,
}

impl Force {
    /// Returns the key of its words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Force::Certain => "certain",
            Force::Possible => "possible",
            Force::NoEndRecorded => "no-end",
        }
    }
}

/// Returns whether a provision was in force on a day; `None` when it was not.
///
/// The day of the end is the first on which it no longer held.
pub(super) fn provision_force(
    instrument: &Instrument,
    provision: &Provision,
    day: NaiveDate,
) -> Option<Force> {
    let from = provision.from.unwrap_or_else(|| instrument.start());
    span_force(&from, provision.until.or(instrument.ended).as_ref(), day)
}

fn span_force(from: &DateSpan, until: Option<&DateSpan>, day: NaiveDate) -> Option<Force> {
    if from.first.is_some_and(|first| day < first) {
        return None;
    }
    let has_started = from.last.is_none_or(|last| last <= day);
    let Some(end_first) = until.and_then(|until| until.first) else {
        return Some(if has_started { Force::NoEndRecorded } else { Force::Possible });
    };
    let end_last = until.and_then(|until| until.last).unwrap_or(NaiveDate::MAX);
    if day > end_last || (day == end_first && end_first == end_last) {
        return None;
    }
    Some(if has_started && day < end_first { Force::Certain } else { Force::Possible })
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_codex::{codex, parse_edtf};

    #[test]
    fn days_are_weighed_against_inexact_dates() {
        for (from, until, day, expected) in [
            ("1937-08-15", Some("1938-10-17"), "1937-08-14", None),
            ("1937-08-15", Some("1938-10-17"), "1937-08-15", Some(Force::Certain)),
            ("1937-08-15", Some("1938-10-17"), "1938-10-16", Some(Force::Certain)),
            ("1937-08-15", Some("1938-10-17"), "1938-10-17", None),
            ("1937-08-15", None, "1950-01-01", Some(Force::NoEndRecorded)),
            ("1937-08-15", Some(".."), "1950-01-01", Some(Force::NoEndRecorded)),
            ("1925", Some("1936-12-05"), "1925-06-01", Some(Force::Possible)),
            ("1938-10-17", Some("1953"), "1953-06-01", Some(Force::Possible)),
            ("1938-10-17", Some("1953"), "1954-01-01", None),
        ] {
            let span = |edtf| parse_edtf(edtf).expect(edtf);
            let day = span(day).first.expect("a day");
            let until = until.map(span);
            assert_eq!(span_force(&span(from), until.as_ref(), day), expected, "{from} {day}");
        }
    }

    #[test]
    fn the_rule_on_wives_ends_and_that_on_children_stays() {
        let (order, wife) = codex().provision("p486-wife").expect("in the codex");
        let (_, child) = codex().provision("p486-child3-15").expect("in the codex");
        let after = NaiveDate::from_ymd_opt(1938, 12, 1).expect("a day");
        assert_eq!(provision_force(order, wife, after), None);
        assert_eq!(provision_force(order, child, after), Some(Force::NoEndRecorded));
    }
}
