//! Events and attributes of an individual, as events and fields of its record.

use super::date::parse_gedcom_date;
use super::index::FileIndex;
use super::lines::{Line, children, text_of};
use crate::vocabulary::Vocabulary;
use std::borrow::Cow;
use std::sync::LazyLock;
use synodik_model::{DateStatement, Event, EventKind, Field, Record, RowIssue};

static WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../../../data/import/gedcom.tsv")));

/// The kinds told by words, in the order in which they count.
const WORDED_KINDS: [EventKind; 12] = [
    EventKind::Execution,
    EventKind::Rehabilitation,
    EventKind::Dispossession,
    EventKind::Disenfranchisement,
    EventKind::Deportation,
    EventKind::Exile,
    EventKind::Release,
    EventKind::Imprisonment,
    EventKind::Sentence,
    EventKind::Arrest,
    EventKind::Orphanage,
    EventKind::Dismissal,
];

/// Events of the standard that are no kind of their own.
const OTHER_EVENTS: [&str; 20] = [
    "ADOP", "BAPM", "BARM", "BASM", "BLES", "CENS", "CHR", "CHRA", "CONF", "EMIG", "EVEN", "FACT",
    "FCOM", "GRAD", "IMMI", "NATU", "ORDN", "PROB", "RETI", "WILL",
];

/// Attributes of the standard and the field that holds them.
const ATTRIBUTES: [(&str, Field); 7] = [
    ("CAST", Field::SocialOrigin),
    ("EDUC", Field::Education),
    ("NATI", Field::Nationality),
    ("OCCU", Field::Occupation),
    ("PROP", Field::SocialOrigin),
    ("RESI", Field::Residence),
    ("TITL", Field::SocialOrigin),
];

/// Fields that repeat the day, place and body of the first event of a kind.
const EVENT_FIELDS: [(EventKind, Option<Field>, Option<Field>, Option<Field>); 8] = [
    (EventKind::Arrest, Some(Field::ArrestDate), None, Some(Field::ArrestBody)),
    (EventKind::Sentence, Some(Field::SentenceDate), None, Some(Field::SentenceBody)),
    (EventKind::Exile, Some(Field::ExileDate), Some(Field::ExilePlace), None),
    (EventKind::Release, Some(Field::ReleaseDate), None, None),
    (EventKind::Execution, Some(Field::ExecutionDate), Some(Field::ExecutionPlace), None),
    (EventKind::Death, Some(Field::DeathDate), Some(Field::DeathPlace), None),
    (EventKind::Burial, None, Some(Field::BurialPlace), None),
    (
        EventKind::Rehabilitation,
        Some(Field::RehabilitationDate),
        None,
        Some(Field::RehabilitationBody),
    ),
];

/// Reads a line below the individual if it is an event or an attribute.
///
/// # Shape
///
/// `lines`: the line with those below it.
pub(super) fn read_fact<'t>(record: &mut Record<'t>, lines: &[Line<'t>], index: &FileIndex) {
    let line = &lines[0];
    if line.is("BIRT") {
        read_birth(record, lines);
    } else if line.is("DEAT") {
        read_end(record, lines, index, EventKind::Death);
    } else if line.is("BURI") || line.is("CREM") {
        read_end(record, lines, index, EventKind::Burial);
    } else if let Some((_, field)) = ATTRIBUTES.iter().find(|(tag, _)| line.is(tag)) {
        read_attribute(record, lines, *field);
    } else if OTHER_EVENTS.iter().any(|tag| line.is(tag)) {
        let words = words_of(lines);
        let kind = kind_of(&words).unwrap_or(EventKind::Other);
        if is_told(lines) || kind != EventKind::Other {
            let event = event_of(record, lines, index, kind);
            add_event(record, event);
        }
    }
}

/// The births of an entry: the first stands, further ones are in conflict with it.
fn read_birth<'t>(record: &mut Record<'t>, lines: &[Line<'t>]) {
    if let Some((stated, date)) = date_of(record, lines, Field::Birth.name()) {
        record.push(Field::Birth, stated);
        match (&mut record.birth, date) {
            (Some(birth), Some(date)) if birth.primary != date.primary => {
                birth.others.push(date.primary);
                birth.others.extend(date.others);
                birth.combination = synodik_model::Combination::Conflict;
            }
            (None, date) => record.birth = date,
            _ => {}
        }
    }
    if let Some((_, under)) = children(lines, 0).find(|(line, _)| line.is("PLAC")) {
        record.push(Field::BirthPlace, value_of(under));
    }
}

/// A death or burial; without `Y`, day, place, cause or age nothing is said.
fn read_end<'t>(record: &mut Record<'t>, lines: &[Line<'t>], index: &FileIndex, kind: EventKind) {
    if !is_told(lines) {
        return;
    }
    if let Some((age, _)) = children(lines, 0).find(|(line, _)| line.is("AGE"))
        && record.get(Field::Age).is_none()
    {
        record.set(Field::Age, age.value.trim());
    }
    let is_execution =
        kind == EventKind::Death && kind_of(&words_of(lines)) == Some(EventKind::Execution);
    let kind = if is_execution { EventKind::Execution } else { kind };
    let event = event_of(record, lines, index, kind);
    add_event(record, event);
}

fn read_attribute<'t>(record: &mut Record<'t>, lines: &[Line<'t>], field: Field) {
    record.push(field, value_of(lines));
    if field == Field::Residence
        && let Some((_, under)) = children(lines, 0).find(|(line, _)| line.is("PLAC"))
    {
        record.push(field, value_of(under));
    }
}

/// Whether the file says that the event happened, and does not only name it.
fn is_told(lines: &[Line<'_>]) -> bool {
    const TELLING: [&str; 5] = ["DATE", "PLAC", "CAUS", "AGE", "AGNC"];
    !lines[0].value.trim().is_empty()
        || children(lines, 0).any(|(line, under)| {
            TELLING.iter().any(|tag| line.is(tag))
                && (!line.value.trim().is_empty() || under.len() > 1)
        })
}

/// The text of a line, borrowed where no further line goes on with it.
fn value_of<'t>(lines: &[Line<'t>]) -> Cow<'t, str> {
    let goes_on = children(lines, 0).any(|(line, _)| line.is("CONT") || line.is("CONC"));
    match goes_on || lines[0].value.contains("@@") {
        true => Cow::Owned(text_of(lines)),
        false => Cow::Borrowed(lines[0].value.trim()),
    }
}

/// What the file says in words of an event: its value, type and cause.
fn words_of(lines: &[Line<'_>]) -> Vec<String> {
    let told = children(lines, 0).filter(|(line, _)| line.is("TYPE") || line.is("CAUS"));
    let texts = std::iter::once(text_of(lines)).chain(told.map(|(_, under)| text_of(under)));
    texts.filter(|text| !text.trim().is_empty()).collect()
}

/// The kind of an event: its own name, as in our exports, or the first that has a word for it.
fn kind_of(texts: &[String]) -> Option<EventKind> {
    let named = texts.iter().find_map(|text| EventKind::from_name(text.trim()));
    if named.is_some() {
        return named;
    }
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let words =
        || texts.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    WORDED_KINDS.into_iter().find(|kind| words().any(|word| WORDS.matches(kind.name(), word)))
}

fn event_of<'t>(
    record: &mut Record<'t>,
    lines: &[Line<'t>],
    index: &FileIndex,
    kind: EventKind,
) -> Event<'t> {
    let child = |tag: &str| {
        let found = children(lines, 0).find(|(line, _)| line.is(tag));
        found.map(|(_, under)| value_of(under)).filter(|value| !value.trim().is_empty())
    };
    let words = words_of(lines);
    // What only says that it happened gives way to the name of the event.
    let text = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] | ["Y"] => Cow::Borrowed(lines[0].tag),
        _ => Cow::Owned(words.join("; ")),
    };
    let (place, body) = (child("PLAC"), child("AGNC"));
    let dated = date_of(record, lines, kind.name());
    let (date_stated, date) = dated.map_or((None, None), |(stated, date)| (Some(stated), date));
    Event {
        date_stated,
        date,
        place,
        body,
        text: Some(text),
        stated_source: sources_of(lines, index).map(Cow::Owned),
        ..Event::of(kind)
    }
}

fn add_event<'t>(record: &mut Record<'t>, event: Event<'t>) {
    if let Some((_, date, place, body)) = EVENT_FIELDS.iter().find(|(kind, ..)| *kind == event.kind)
    {
        let values = [(date, &event.date_stated), (place, &event.place), (body, &event.body)];
        for (field, value) in values {
            if let (Some(field), Some(value)) = (field, value)
                && record.get(*field).is_none()
            {
                record.set(*field, value.clone());
            }
        }
    }
    record.events.push(event);
}

type StatedDate<'t> = (Cow<'t, str>, Option<DateStatement>);

/// The date below an event, as written, and its days; what cannot be read is noted.
fn date_of<'t>(record: &mut Record<'t>, lines: &[Line<'t>], field: &str) -> Option<StatedDate<'t>> {
    let (line, under) = children(lines, 0).find(|(line, _)| line.is("DATE"))?;
    // Version 7 has a phrase below where the older one has brackets.
    let phrase = children(under, 0).find(|(line, _)| line.is("PHRASE"));
    let stated = match (line.value.trim(), phrase) {
        ("", Some((_, under))) => value_of(under),
        ("", None) => return None,
        (value, _) => Cow::Borrowed(value),
    };
    let date = parse_gedcom_date(&stated);
    if let Err(reason) = &date {
        record.issues.push(RowIssue {
            field: field.to_owned(),
            value: stated.to_string(),
            reason: reason.clone(),
        });
    }
    Some((stated, date.ok()))
}

/// The sources cited below a line, by title and page.
pub(super) fn sources_of(lines: &[Line<'_>], index: &FileIndex) -> Option<String> {
    let mut cited: Vec<String> = Vec::new();
    for (line, under) in children(lines, 0).filter(|(line, _)| line.is("SOUR")) {
        let title = match line.pointer() {
            Some(pointer) => index.title(pointer).unwrap_or(pointer).to_owned(),
            None => text_of(under),
        };
        let page = children(under, 0).find(|(line, _)| line.is("PAGE"));
        let page = page.map(|(_, under)| text_of(under)).filter(|page| !page.trim().is_empty());
        let source = page.map_or(title.clone(), |page| format!("{title}, {page}"));
        let source = source.replace('\n', " ").trim().to_owned();
        if !source.is_empty() && !cited.contains(&source) {
            cited.push(source);
        }
    }
    (!cited.is_empty()).then(|| cited.join("; "))
}
