//! Who may be living, and so is shown as a placeholder.

use crate::EventKind;
use chrono::{Datelike, NaiveDate};

/// The rule of `data/privacy.toml`, read at the edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LivingRule {
    /// A person born fewer years ago than this may be living.
    pub living_years: i32,
    /// An adult in an event longer ago than this is no longer living.
    pub adult_event_years: i32,
    /// Years added to a birth that is approximate or uncertain.
    pub approximate_years: i32,
    /// A birth before this year is an error of the list and says nothing.
    pub earliest_birth_year: i32,
    /// Kinds of event that only adults went through unless the entry says otherwise.
    pub adult_event_kinds: Vec<EventKind>,
    /// Words, in small letters, by which an entry says that no death is known.
    pub no_death_words: Vec<String>,
}

/// What an entry says of a birth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BirthEvidence {
    /// Last day on which the person can have been born.
    pub born_by: Option<NaiveDate>,
    /// Whether a birth or an age is stated at all, even if it could not be read.
    pub is_stated: bool,
    /// Whether the birth is approximate or uncertain.
    pub is_approximate: bool,
}

/// What an entry says of an event, as far as the rule needs it.
#[derive(Debug, Clone, Copy)]
pub struct EventEvidence<'a> {
    /// The kind of the event.
    pub kind: EventKind,
    /// Whether a date is stated, readable or not.
    pub is_date_stated: bool,
    /// Last day on which it can have happened; `None` when the date is not known or not read.
    pub last_day: Option<NaiveDate>,
    /// Everything else that is stated: place, body, measure, words.
    pub details: [Option<&'a str>; 4],
}

impl LivingRule {
    /// Returns whether the person may be living on the given day; doubt counts as living.
    pub fn may_be_living(
        &self,
        birth: BirthEvidence,
        events: &[EventEvidence<'_>],
        today: NaiveDate,
    ) -> bool {
        if events.iter().any(|event| self.is_death_recorded(event)) {
            return false;
        }
        match birth.born_by {
            Some(born_by) if born_by.year() >= self.earliest_birth_year => {
                let margin = if birth.is_approximate { self.approximate_years } else { 0 };
                return !is_years_ago(born_by, self.living_years + margin, today);
            }
            // A birth that is stated but cannot be read may be a child's.
            _ if birth.is_stated || birth.born_by.is_some() => return true,
            _ => {}
        }
        let is_adult_event =
            |event: &&EventEvidence<'_>| self.adult_event_kinds.contains(&event.kind);
        let earliest =
            events.iter().filter(is_adult_event).filter_map(|event| event.last_day).min();
        earliest.is_none_or(|day| !is_years_ago(day, self.adult_event_years, today))
    }

    /// A death counts when its date could be read, or when something else is said of it that
    /// does not say that none is known. A date that cannot be read is a doubt.
    fn is_death_recorded(&self, event: &EventEvidence<'_>) -> bool {
        if !event.kind.is_end_of_life() {
            return false;
        }
        if event.is_date_stated {
            return event.last_day.is_some();
        }
        let mut details = event.details.into_iter().flatten().peekable();
        details.peek().is_some() && details.all(|detail| !self.says_no_death(detail))
    }

    fn says_no_death(&self, detail: &str) -> bool {
        let detail = detail.to_lowercase();
        let has_letters = detail.chars().any(char::is_alphabetic);
        !has_letters || self.no_death_words.iter().any(|word| detail.contains(word.as_str()))
    }
}

/// Returns whether `day` lies at least `years` full years before `today`.
fn is_years_ago(day: NaiveDate, years: i32, today: NaiveDate) -> bool {
    // 29 February counts as 1 March: one day later, on the careful side.
    let anniversary = NaiveDate::from_ymd_opt(day.year() + years, day.month(), day.day())
        .or_else(|| NaiveDate::from_ymd_opt(day.year() + years, 3, 1));
    anniversary.is_some_and(|anniversary| anniversary <= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule() -> LivingRule {
        LivingRule {
            living_years: 100,
            adult_event_years: 85,
            approximate_years: 5,
            earliest_birth_year: 1700,
            adult_event_kinds: vec![EventKind::Arrest, EventKind::Sentence],
            no_death_words: vec!["жив".to_owned(), "неизвест".to_owned()],
        }
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn may_be_living(born_by: Option<NaiveDate>, events: &[EventEvidence<'_>]) -> bool {
        let birth = BirthEvidence { born_by, is_stated: born_by.is_some(), is_approximate: false };
        rule().may_be_living(birth, events, day(2026, 11, 22))
    }

    fn dated(kind: EventKind, year: i32) -> EventEvidence<'static> {
        let last_day = Some(day(year, 12, 31));
        EventEvidence { kind, is_date_stated: true, last_day, details: [None; 4] }
    }

    fn worded(kind: EventKind, words: &str) -> EventEvidence<'_> {
        let details = [Some(words), None, None, None];
        EventEvidence { kind, is_date_stated: false, last_day: None, details }
    }

    #[test]
    fn a_hundred_years_to_the_day() {
        assert!(!may_be_living(Some(day(1926, 11, 22)), &[]));
        assert!(may_be_living(Some(day(1926, 11, 23)), &[]));
        assert!(may_be_living(Some(day(1926, 12, 31)), &[]), "a bare 1926 is a doubt");
    }

    #[test]
    fn unknown_birth_is_a_doubt_unless_an_adult_event_is_old() {
        assert!(may_be_living(None, &[]));
        assert!(!may_be_living(None, &[dated(EventKind::Arrest, 1937)]));
        assert!(may_be_living(None, &[dated(EventKind::Arrest, 1949)]));
        assert!(may_be_living(None, &[dated(EventKind::Exile, 1930)]), "children were exiled");
    }

    #[test]
    fn only_a_death_that_is_said_ends_the_doubt() {
        let child = Some(day(1950, 1, 1));
        assert!(!may_be_living(child, &[dated(EventKind::Death, 1952)]));
        assert!(!may_be_living(child, &[worded(EventKind::Burial, "Бутово")]));
        assert!(may_be_living(child, &[worded(EventKind::Death, "жив")]));
        assert!(may_be_living(child, &[worded(EventKind::Death, "Судьба неизвестна")]));
        assert!(may_be_living(child, &[worded(EventKind::Death, "-")]));
        let unreadable = EventEvidence { last_day: None, ..dated(EventKind::Death, 1952) };
        assert!(may_be_living(child, &[unreadable]));
    }

    #[test]
    fn a_birth_that_says_nothing_sure_is_a_doubt() {
        let today = day(2026, 11, 22);
        let arrest = [dated(EventKind::Arrest, 1937)];
        let unread = BirthEvidence { is_stated: true, ..BirthEvidence::default() };
        assert!(rule().may_be_living(unread, &arrest, today));
        assert!(may_be_living(Some(day(1, 1, 1)), &arrest), "an empty date of a database");
        let about = |year| BirthEvidence {
            born_by: Some(day(year, 12, 31)),
            is_stated: true,
            is_approximate: true,
        };
        assert!(rule().may_be_living(about(1925), &[], today));
        assert!(!rule().may_be_living(about(1920), &[], today));
    }
}
