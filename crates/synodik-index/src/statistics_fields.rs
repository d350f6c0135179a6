//! What a record is counted under in statistics, found by on a day of the year, and by its kin.
//!
//! **Invariant:** all of it comes from the public record; a placeholder has none.

use crate::annotate::limit_region;
use crate::bodies::{articles_of, body_of};
use crate::countable::CountKey;
use crate::countable::{record_values, single_day, single_month, single_year};
use crate::schema::IndexFields;
use crate::view::{PublicEvent, PublicRecord};
use crate::write::sorted_once;
use synodik_model::{EventKind, Field};
use synodik_names::{fold_words, latin_key};
use tantivy::TantivyDocument;

/// Kinds of events whose years are those of the persecution; what came after is not among them.
const PERSECUTION: [EventKind; 9] = [
    EventKind::Disenfranchisement,
    EventKind::Dispossession,
    EventKind::Arrest,
    EventKind::Sentence,
    EventKind::Imprisonment,
    EventKind::Exile,
    EventKind::Deportation,
    EventKind::Orphanage,
    EventKind::Execution,
];

/// Kinds of events that are remembered on their day.
const REMEMBERED: [EventKind; 8] = [
    EventKind::Arrest,
    EventKind::Sentence,
    EventKind::Exile,
    EventKind::Deportation,
    EventKind::Release,
    EventKind::Execution,
    EventKind::Death,
    EventKind::Rehabilitation,
];

/// Kinds of events by which age is counted.
const AGED: [EventKind; 4] =
    [EventKind::Arrest, EventKind::Exile, EventKind::Deportation, EventKind::Dispossession];

/// Ages that nobody reaches are errors of a list and are not counted.
const MAX_AGE_YEARS: i32 = 110;

/// Returns whether an event of the kind is a part of the persecution.
pub(crate) fn is_persecution(kind: &str) -> bool {
    PERSECUTION.iter().any(|known| known.name() == kind)
}

/// Returns whether a day of an event is one on which it is remembered.
pub(crate) fn remembered_day(event: &PublicEvent) -> Option<&str> {
    let is_kept = REMEMBERED.iter().any(|kind| kind.name() == event.kind);
    event.date_edtf.as_deref().and_then(single_day).filter(|_| is_kept)
}

/// Adds what the record is counted under, and its days of remembrance.
pub(crate) fn add_statistics(
    fields: &IndexFields,
    shown: &PublicRecord,
    document: &mut TantivyDocument,
) {
    let mut months: Vec<String> = Vec::new();
    let (mut regions, mut bodies, mut articles) = (Vec::new(), Vec::new(), Vec::new());
    for event in shown.own_events() {
        if let Some(month) = event.date_edtf.as_deref().and_then(single_month) {
            months.push(format!("{}/{month}", event.kind));
        }
        if is_persecution(&event.kind) {
            regions.extend(limit_region(shown, event));
        }
        if event.kind == EventKind::Sentence.name() {
            bodies.extend(event.body.as_deref().and_then(body_of));
        }
        articles.extend(event.article.as_deref().map(articles_of).unwrap_or_default());
    }
    articles.extend(shown.get(Field::Article).map(articles_of).unwrap_or_default());
    for month in sorted_once(months) {
        document.add_text(fields.event_in_month, month);
    }
    for region in sorted_once(regions) {
        document.add_text(fields.region, region);
    }
    for body in sorted_once(bodies) {
        document.add_text(fields.body, body);
    }
    for article in sorted_once(articles) {
        document.add_text(fields.article, article);
    }
    for sex in record_values(shown, CountKey::Sex) {
        document.add_text(fields.sex, sex);
    }
    if let Some(age) = age_decade(shown) {
        document.add_text(fields.age, age);
    }
    for day in days(shown) {
        document.add_text(fields.day, day);
    }
}

/// Returns the decade of age at the first arrest, exile, deportation or dispossession, as its
/// first year; one of two digits.
///
/// With years alone, an age may be one year less.
fn age_decade(shown: &PublicRecord) -> Option<String> {
    let born: i32 = single_year(shown.birth_edtf.as_deref()?)?.parse().ok()?;
    let dated =
        shown.events.iter().filter(|event| AGED.iter().any(|kind| kind.name() == event.kind));
    let years =
        dated.filter_map(|event| single_year(event.date_edtf.as_deref()?)?.parse::<i32>().ok());
    let age_years = years.min()? - born;
    (0..=MAX_AGE_YEARS).contains(&age_years).then(|| format!("{:02}", age_years / 10 * 10))
}

/// Returns the days of the year on which something befell somebody persecuted whose death is dated.
fn days(shown: &PublicRecord) -> Vec<&str> {
    let is_death = |event: &&PublicEvent| {
        let is_kind =
            [EventKind::Execution, EventKind::Death].iter().any(|kind| kind.name() == event.kind);
        is_kind && event.date_edtf.as_deref().and_then(single_year).is_some()
    };
    let is_persecuted = shown.events.iter().any(|event| is_persecution(&event.kind));
    let is_dead = shown.events.iter().any(|event| is_death(&event));
    if shown.name.trim().is_empty() || !is_persecuted || !is_dead {
        return Vec::new();
    }
    sorted_once(shown.own_events().filter_map(remembered_day).collect())
}

/// Adds the words of what is shown of relatives.
pub(crate) fn add_kin(fields: &IndexFields, shown: &PublicRecord, document: &mut TantivyDocument) {
    let Some(family) = shown.get(Field::Family) else { return };
    let mut words: Vec<String> = Vec::new();
    fold_words(family, |word, _| {
        words.push(latin_key(word));
        words.push(word.to_owned());
    });
    for word in sorted_once(words) {
        document.add_text(fields.kin, word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(birth_edtf: &str, events: &[(&str, &str)]) -> PublicRecord {
        let events = events.iter().map(|(kind, edtf)| PublicEvent {
            kind: (*kind).to_owned(),
            date_edtf: Some((*edtf).to_owned()),
            ..PublicEvent::default()
        });
        PublicRecord {
            record_id: "list.1.1".to_owned(),
            source_id: "list".to_owned(),
            name: "Небылицын Фёдор".to_owned(),
            fields: Vec::new(),
            birth_edtf: Some(birth_edtf.to_owned()),
            events: events.collect(),
            verbatim: String::new(),
            has_withheld_part: false,
            file: String::new(),
            line: 1,
            byte_offset: 0,
        }
    }

    #[test]
    fn age_is_counted_at_the_first_event() {
        for (birth, events, expected) in [
            ("1893", &[("arrest", "1937-08-05"), ("exile", "1930")][..], Some("30")),
            ("1893-05-02", &[("arrest", "1937")], Some("40")),
            ("1930", &[("deportation", "1937")], Some("00")),
            ("1893/1895", &[("arrest", "1937")], None),
            ("1893", &[("rehabilitation", "1957")], None),
            ("1950", &[("arrest", "1937")], None),
        ] {
            assert_eq!(age_decade(&record(birth, events)).as_deref(), expected, "{birth}");
        }
    }

    #[test]
    fn days_are_of_those_whose_death_is_dated() {
        let dead = [("arrest", "1937-08-05"), ("execution", "1937-11"), ("other", "1900-01-01")];
        assert_eq!(days(&record("1893", &dead)), ["08-05"]);
        assert!(days(&record("1893", &dead[..1])).is_empty(), "no death is known");
        let vague = [("arrest", "1937-08-05"), ("death", "1940/1945")];
        assert!(days(&record("1893", &vague)).is_empty());
        assert!(days(&record("1893", &[("death", "1967-03-06")])).is_empty(), "a witness");
    }
}
