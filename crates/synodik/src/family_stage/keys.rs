//! Under which names somebody is found again in another record.

use chrono::{Datelike, NaiveDate};
use std::hash::{DefaultHasher, Hash, Hasher};
use synodik_model::{DateStatement, Mention, Sex};
use synodik_names::masculine_surname;

/// Under what the one a record is about is found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecordKeys {
    /// Of surname and given name; 0 without both.
    pub(super) names: u64,
    /// Of the patronymic; 0 without one.
    pub(super) patronymic: u64,
    /// Years of birth, first and last; 0 when unknown.
    pub(super) birth_years: (i16, i16),
    pub(super) sex: Option<Sex>,
}

/// Returns under what somebody mentioned is found again.
///
/// # Shape
///
/// A surname counts in its masculine form, so that it does not matter in which the list writes
/// it; initials are no names. Keys are hashes: equal names have equal keys.
pub(super) fn record_keys(mention: &Mention) -> RecordKeys {
    let full = |name: &Option<String>| {
        let name = name.as_deref().map(small).unwrap_or_default();
        (name.trim_end_matches('.').chars().count() > 1).then_some(name)
    };
    let surname = mention.surname.as_deref().or(mention.surname_stated.as_deref());
    let surname = surname.map(|surname| small(&masculine_surname(surname)));
    let names = match (surname, full(&mention.given)) {
        (Some(surname), Some(given)) if surname.chars().count() > 1 => hash_of(&(surname, given)),
        _ => 0,
    };
    let patronymic = full(&mention.patronymic).map_or(0, |patronymic| hash_of(&patronymic));
    let years = birth_days(mention);
    let year =
        |day: Option<NaiveDate>| day.map_or(0, |day| i16::try_from(day.year()).unwrap_or_default());
    RecordKeys {
        names,
        patronymic,
        birth_years: years.map_or((0, 0), |(first, last)| (year(first), year(last))),
        sex: mention.sex.map(|(sex, _)| sex),
    }
}

impl RecordKeys {
    /// Returns whether both have years of birth, and these lie at most a year apart.
    pub(super) fn has_close_birth(&self, other: &RecordKeys) -> bool {
        let (a, b) = (self.birth_years, other.birth_years);
        let is_known = [a.0, a.1, b.0, b.1].iter().all(|year| *year != 0);
        is_known && a.0 <= b.1 + 1 && b.0 <= a.1 + 1
    }

    /// Returns whether nothing that both state speaks against their being one.
    pub(super) fn may_be(&self, other: &RecordKeys) -> bool {
        let has_birth = self.birth_years != (0, 0) && other.birth_years != (0, 0);
        let is_same = |a: u64, b: u64| a == 0 || b == 0 || a == b;
        is_same(self.names, other.names)
            && is_same(self.patronymic, other.patronymic)
            && (self.sex.is_none() || other.sex.is_none() || self.sex == other.sex)
            && (!has_birth || self.has_close_birth(other))
    }
}

/// Returns first and last day of birth that a mention allows, by its birth or its age.
pub(super) fn birth_days(mention: &Mention) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    if let Some(birth) = &mention.birth {
        return Some((birth.first(), birth.last()));
    }
    let age = mention.age.as_ref()?;
    let at: &DateStatement = age.at.as_ref()?;
    let most = age.other_months.map_or(age.months, |other| other.max(age.months));
    let least = age.other_months.map_or(age.months, |other| other.min(age.months));
    // Who is seven has not yet turned eight.
    let before = |day: NaiveDate, months: u32| day.checked_sub_months(chrono::Months::new(months));
    let first = at.first().and_then(|day| before(day, most + 12));
    let last = at.last().and_then(|day| before(day, least));
    Some((first, last))
}

/// Small letters, `ё` as `е`.
fn small(name: &str) -> String {
    name.trim().to_lowercase().replace('ё', "е")
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    // 0 says that there is nothing.
    hasher.finish().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_model::{AgeStatement, DateSpan, MentionRole};

    fn mention(surname: &str, given: &str, birth: Option<i32>) -> Mention {
        let mut mention = Mention::empty(MentionRole::Member, "", 0..0);
        mention.surname = Some(surname.to_owned());
        mention.given = Some(given.to_owned());
        mention.birth = birth.and_then(DateSpan::year).map(DateStatement::plain);
        mention
    }

    #[test]
    fn names_are_found_in_either_gender_and_births_within_a_year() {
        let keys = |surname, given, birth| record_keys(&mention(surname, given, birth));
        let head = keys("Рябов", "Фёдор", Some(1890));
        assert_eq!(head.names, keys("РЯБОВА", "Федор", None).names);
        assert_ne!(head.names, keys("Рябов", "Лука", None).names);
        for (birth, is_close, may_be) in [
            (Some(1891), true, true),
            (Some(1889), true, true),
            (Some(1892), false, false),
            (None, false, true),
        ] {
            let other = keys("Рябов", "Федор", birth);
            assert_eq!(head.has_close_birth(&other), is_close, "{birth:?}");
            assert_eq!(head.may_be(&other), may_be, "{birth:?}");
        }
        assert_eq!(keys("Рябов", "Ф.", None).names, 0, "an initial is no name");
    }

    #[test]
    fn an_age_gives_days_of_birth() {
        let mut child = mention("Рябов", "Пров", None);
        let at = DateSpan::day(1930, 2, 15).map(DateStatement::plain);
        child.age = Some(AgeStatement { months: 84, other_months: None, at });
        let (first, last) = birth_days(&child).expect("days");
        assert_eq!(first.map(|day| day.to_string()).as_deref(), Some("1922-02-15"));
        assert_eq!(last.map(|day| day.to_string()).as_deref(), Some("1923-02-15"));
    }
}
