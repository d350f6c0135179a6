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
    let raw = record.get(Field::Age)?;
    let digits = raw.trim().split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let Ok(age_years) = digits.parse() else {
        issues.push(RowIssue {
            field: Field::Age.name().to_owned(),
            value: raw.to_owned(),
            reason: "expected an age in full years".to_owned(),
        });
        return None;
    };
    let is_of_age =
        |kind| matches!(kind, EventKind::Arrest | EventKind::Sentence | EventKind::Execution);
    let mut events = record.events.iter().filter(|event| is_of_age(event.kind));
    let event = events.find_map(|event| event.date.as_ref())?;
    birth_from_age(age_years, event)
}
