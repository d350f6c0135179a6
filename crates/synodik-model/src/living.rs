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
    /// Kinds of event that only adults went through unless the entry says otherwise.
    pub adult_event_kinds: Vec<EventKind>,
}

/// What is known of a life, for the rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LifeEvidence {
    /// Last day on which the person can have been born.
    pub born_by: Option<NaiveDate>,
    /// Whether a birth is stated at all, even if it could not be read.
    pub is_birth_stated: bool,
    /// Whether a death, execution or burial is recorded.
    pub is_death_recorded: bool,
    /// Last day on which the earliest adult event can have happened.
    pub adult_event_by: Option<NaiveDate>,
}

impl LivingRule {
    /// Gathers what the rule needs to know.
    ///
    /// # Shape
    ///
    /// `events`: the kind of each event, and the last day on which it can have happened.
    pub fn evidence(
        &self,
        born_by: Option<NaiveDate>,
        is_birth_stated: bool,
        events: impl IntoIterator<Item = (EventKind, Option<NaiveDate>)>,
    ) -> LifeEvidence {
        let mut evidence = LifeEvidence { born_by, is_birth_stated, ..LifeEvidence::default() };
        for (kind, last) in events {
            evidence.is_death_recorded |= kind.is_end_of_life();
            if let (true, Some(day)) = (self.adult_event_kinds.contains(&kind), last) {
                evidence.adult_event_by =
                    Some(evidence.adult_event_by.map_or(day, |known| known.min(day)));
            }
        }
        evidence
    }

    /// Returns whether the person may be living on the given day; doubt counts as living.
    pub fn may_be_living(&self, life: &LifeEvidence, today: NaiveDate) -> bool {
        if life.is_death_recorded {
            return false;
        }
        if let Some(born_by) = life.born_by {
            return !is_years_ago(born_by, self.living_years, today);
        }
        // A birth that is stated but cannot be read may be a child's.
        if life.is_birth_stated {
            return true;
        }
        match life.adult_event_by {
            Some(day) => !is_years_ago(day, self.adult_event_years, today),
            None => true,
        }
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
            adult_event_kinds: vec![EventKind::Arrest, EventKind::Sentence],
        }
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn may_be_living(
        born_by: Option<NaiveDate>,
        events: &[(EventKind, Option<NaiveDate>)],
    ) -> bool {
        let rule = rule();
        let evidence = rule.evidence(born_by, born_by.is_some(), events.iter().copied());
        rule.may_be_living(&evidence, day(2026, 11, 22))
    }

    fn dated(kind: EventKind, year: i32) -> (EventKind, Option<NaiveDate>) {
        (kind, Some(day(year, 12, 31)))
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
    fn a_recorded_death_ends_the_doubt() {
        assert!(!may_be_living(Some(day(1950, 1, 1)), &[(EventKind::Death, None)]));
    }

    #[test]
    fn a_stated_but_unreadable_birth_is_a_doubt() {
        let life = LifeEvidence {
            is_birth_stated: true,
            adult_event_by: Some(day(1937, 1, 1)),
            ..LifeEvidence::default()
        };
        assert!(rule().may_be_living(&life, day(2026, 11, 22)));
    }
}
