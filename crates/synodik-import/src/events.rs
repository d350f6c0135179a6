//! Turns the fields of a record into its days of birth and its events.

use std::borrow::Cow;
use synodik_model::{DateStatement, Event, EventKind, Field, Record, RowIssue};
use synodik_names::{birth_from_age, parse_date};

/// Which fields make up an event of a kind.
struct EventFields {
    kind: EventKind,
    date: Option<Field>,
    place: Option<Field>,
    body: Option<Field>,
    article: Option<Field>,
    measure: Option<Field>,
    text: Option<Field>,
}

const NO_FIELDS: EventFields = EventFields {
    kind: EventKind::Other,
    date: None,
    place: None,
    body: None,
    article: None,
    measure: None,
    text: None,
};

/// The events that fields stand for, in the usual order of a life.
const EVENT_FIELDS: [EventFields; 8] = [
    EventFields {
        kind: EventKind::Arrest,
        date: Some(Field::ArrestDate),
        body: Some(Field::ArrestBody),
        measure: Some(Field::ArrestType),
        ..NO_FIELDS
    },
    EventFields {
        kind: EventKind::Sentence,
        date: Some(Field::SentenceDate),
        body: Some(Field::SentenceBody),
        article: Some(Field::Article),
        measure: Some(Field::Sentence),
        ..NO_FIELDS
    },
    EventFields {
        kind: EventKind::Exile,
        date: Some(Field::ExileDate),
        place: Some(Field::ExilePlace),
        ..NO_FIELDS
    },
    EventFields { kind: EventKind::Release, date: Some(Field::ReleaseDate), ..NO_FIELDS },
    EventFields {
        kind: EventKind::Execution,
        date: Some(Field::ExecutionDate),
        place: Some(Field::ExecutionPlace),
        ..NO_FIELDS
    },
    EventFields {
        kind: EventKind::Death,
        date: Some(Field::DeathDate),
        place: Some(Field::DeathPlace),
        ..NO_FIELDS
    },
    EventFields { kind: EventKind::Burial, place: Some(Field::BurialPlace), ..NO_FIELDS },
    EventFields {
        kind: EventKind::Rehabilitation,
        date: Some(Field::RehabilitationDate),
        body: Some(Field::RehabilitationBody),
        text: Some(Field::RehabilitationReason),
        ..NO_FIELDS
    },
];

/// Fills in `birth` and `events` from the fields, and notes what could not be read.
///
/// An event is made when any of its fields has a value. A birth without a
/// readable date is taken from the age at the first dated arrest, sentence or
/// execution, as the years that age allows.
pub(crate) fn add_birth_and_events(record: &mut Record<'_>) {
    let mut issues = std::mem::take(&mut record.issues);
    for fields in &EVENT_FIELDS {
        if let Some(event) = event_of(record, fields, &mut issues) {
            record.events.push(event);
        }
    }
    record.birth = read_birth(record, &mut issues);
    if record.birth.is_none() {
        record.birth = birth_of_age(record, &mut issues);
    }
    record.issues = issues;
}

/// Returns an event of a kind with its date as written, read as [`parse_date`] does.
///
/// A date that cannot be read becomes an issue of the record.
pub(crate) fn dated_event<'a>(
    record: &mut Record<'a>,
    kind: EventKind,
    date: Option<&'a str>,
) -> Event<'a> {
    let read = date.map(|date| (date, parse_date(date)));
    if let Some((date, Err(error))) = &read {
        record.issues.push(RowIssue {
            field: kind.name().to_owned(),
            value: (*date).to_owned(),
            reason: error.to_string(),
        });
    }
    Event {
        date_stated: date.map(Cow::Borrowed),
        date: read.and_then(|(_, read)| read.ok()),
        ..Event::of(kind)
    }
}

/// Fills in `birth` from the date stated, else from the age at the first dated event of life.
///
/// `undated`: when the list was drawn up, for an entry that dates nothing.
pub(crate) fn add_birth_of_age(record: &mut Record<'_>, undated: Option<&DateStatement>) {
    let mut issues = std::mem::take(&mut record.issues);
    record.birth = read_birth(record, &mut issues);
    if record.birth.is_none()
        && record.get(Field::Birth).is_none()
        && let Some(age_years) = age_years(record, &mut issues)
    {
        let is_late = |kind: EventKind| kind.is_end_of_life() || kind == EventKind::Rehabilitation;
        let mut events = record.events.iter().filter(|event| !is_late(event.kind));
        let reference = events.find_map(|event| event.date.as_ref()).or(undated);
        record.birth = reference.and_then(|event| birth_from_age(age_years, event));
    }
    record.issues = issues;
}

fn event_of<'a>(
    record: &Record<'a>,
    fields: &EventFields,
    issues: &mut Vec<RowIssue>,
) -> Option<Event<'a>> {
    let value = |field: Option<Field>| -> Option<Cow<'a, str>> { record.value(field?) };
    let event = Event {
        date_stated: value(fields.date),
        place: value(fields.place),
        body: value(fields.body),
        article: value(fields.article),
        measure: value(fields.measure),
        text: value(fields.text),
        ..Event::of(fields.kind)
    };
    let parts = [&event.date_stated, &event.place, &event.body, &event.article];
    let has_part =
        parts.iter().any(|part| part.is_some()) || event.measure.is_some() || event.text.is_some();
    has_part.then(|| Event {
        date: fields.date.and_then(|field| read_date(record, field, issues)),
        ..event
    })
}

fn read_date(
    record: &Record<'_>,
    field: Field,
    issues: &mut Vec<RowIssue>,
) -> Option<DateStatement> {
    let raw = record.get(field)?;
    match parse_date(raw) {
        Ok(date) => Some(date),
        Err(error) => {
            issues.push(RowIssue {
                field: field.name().to_owned(),
                value: raw.to_owned(),
                reason: error.to_string(),
            });
            None
        }
    }
}

/// Reads the birth; of "1890 (prose)" the year stands even when the prose says nothing. A note
/// with a number that cannot be read may contradict the year, so that nothing stands.
fn read_birth(record: &Record<'_>, issues: &mut Vec<RowIssue>) -> Option<DateStatement> {
    let birth = read_date(record, Field::Birth, issues);
    if birth.is_some() {
        return birth;
    }
    let (before_note, note) = record.get(Field::Birth)?.split_once('(')?;
    if note.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    parse_date(before_note).ok()
}

fn birth_of_age(record: &Record<'_>, issues: &mut Vec<RowIssue>) -> Option<DateStatement> {
    let age_years = age_years(record, issues)?;
    let is_of_age =
        |kind| matches!(kind, EventKind::Arrest | EventKind::Sentence | EventKind::Execution);
    let mut events = record.events.iter().filter(|event| is_of_age(event.kind));
    let event = events.find_map(|event| event.date.as_ref())?;
    birth_from_age(age_years, event)
}

fn age_years(record: &Record<'_>, issues: &mut Vec<RowIssue>) -> Option<i32> {
    let raw = record.get(Field::Age)?;
    let digits = raw.trim().split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let age_years = digits.parse().ok();
    if age_years.is_none() {
        issues.push(RowIssue {
            field: Field::Age.name().to_owned(),
            value: raw.to_owned(),
            reason: "expected an age in full years".to_owned(),
        });
    }
    age_years
}
