//! What a record says that may show whose kin the one it is about is.

use super::inference::Homes;
use super::keys::birth_days;
use super::reading::record_of;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use synodik_family::{Dwelling, KinFate, KinPerson, read_dwelling, states_kin_cause};
use synodik_model::{Event, EventKind, Field, Mention, Record};
use synodik_store::{EventRow, RecordRow};

/// Measures by which the time of a record is told, the most telling first.
const MEASURES: [EventKind; 5] = [
    EventKind::Sentence,
    EventKind::Exile,
    EventKind::Deportation,
    EventKind::Execution,
    EventKind::Arrest,
];

/// Returns the subject of a record as inference wants it.
pub(super) fn kin_person_of(
    row: RecordRow<'_>,
    events: &[EventRow<'_>],
    subject: &Mention,
    homes: Homes<'_>,
) -> KinPerson {
    let text = |field: Field| row.get(field).unwrap_or_default();
    let home_parts = [Field::Street, Field::House, Field::Flat].map(text);
    let filed = home_parts.iter().any(|part| !part.is_empty());
    // Where the list is of a city, its addresses begin with the street.
    let written = match homes.city {
        Some(city) => format!("{city}, {}", text(Field::Residence)),
        None => text(Field::Residence).to_owned(),
    };
    let (settlement, dwelling) = read_dwelling(&written);
    let filed_under = filed.then(|| read_dwelling(&home_parts.join(", ")).1).flatten();
    let mut dwellings: Vec<Dwelling> = dwelling.into_iter().collect();
    dwellings.extend(filed_under.filter(|home| !dwellings.contains(home)));
    let is_where_born = homes
        .where_born
        .iter()
        .any(|words| settlement.chars().flat_map(char::to_lowercase).eq(words.chars()));
    let settlement = if is_where_born { text(Field::BirthPlace).to_owned() } else { settlement };
    let residence = homes.city.map_or(settlement, str::to_owned);
    let days = |event: &EventRow<'_>| event.date_first().zip(event.date_last());
    let of_kind = |kind: EventKind| events.iter().filter(move |event| event.kind() == kind.name());
    let measure =
        MEASURES.iter().find_map(|kind| of_kind(*kind).find(|event| days(event).is_some()));
    let ends = events
        .iter()
        .filter(|event| EventKind::from_name(event.kind()).is_some_and(EventKind::is_end_of_life));
    KinPerson {
        surnames: surnames_of(subject),
        given: subject.given.clone(),
        patronymic: subject.patronymic.clone(),
        sex: subject.sex.map(|(sex, _)| sex),
        birth_years: years(row.birth_first().zip(row.birth_last())),
        death_years: ends.filter_map(|event| years(days(event))).min(),
        residence,
        birth_place: text(Field::BirthPlace).to_owned(),
        dwellings,
        case_numbers: row.get(Field::CaseNumber).map(str::to_owned).into_iter().collect(),
        measure_days: measure.and_then(days),
        body: measure.and_then(|event| event.body()).unwrap_or_default().to_owned(),
        fate: fate_of(events),
        sources: vec![row.source_id().to_owned()],
    }
}

/// Returns first and last possible year of birth of somebody mentioned.
pub(crate) fn birth_years_of(mention: &Mention) -> Option<(i32, i32)> {
    let (first, last) = birth_days(mention)?;
    Some((first?.year(), last?.year()))
}

/// Returns a stored record with what the readers of kin want of it, to be kept.
///
/// Where the field `family` stands in the entry as it is, that is all the text there is.
pub(crate) fn record_to_read(row: RecordRow<'_>, events: &[EventRow<'_>]) -> Record<'static> {
    let read = record_of(row, events);
    let family = read.get(Field::Family).filter(|family| read.verbatim.contains(*family));
    let text = family.unwrap_or(&read.verbatim).to_owned();
    let mut kept = Record::empty(read.place, Cow::Owned(text));
    for spec in Field::specs() {
        if let Some(value) = read.get(spec.field) {
            kept.set(spec.field, value.to_owned());
        }
    }
    kept.birth.clone_from(&read.birth);
    kept.events = read
        .events
        .iter()
        .map(|event| Event { date: event.date.clone(), ..Event::of(event.kind) })
        .collect();
    kept
}

fn surnames_of(subject: &Mention) -> Vec<String> {
    let surnames =
        subject.surname.iter().chain(&subject.surname_stated).chain(&subject.name_variants);
    let mut known: Vec<String> = Vec::new();
    for surname in surnames.filter(|surname| !surname.contains(' ')) {
        if !known.contains(surname) {
            known.push(surname.clone());
        }
    }
    known
}

fn years(days: Option<(NaiveDate, NaiveDate)>) -> Option<(i32, i32)> {
    days.map(|(first, last)| (first.year(), last.year()))
}

fn fate_of(events: &[EventRow<'_>]) -> KinFate {
    let words = |event: &EventRow<'_>| {
        [event.article(), event.measure(), event.text()].into_iter().flatten().any(states_kin_cause)
    };
    if events.iter().any(words) {
        KinFate::PunishedAsKin
    } else if events.iter().any(|event| event.kind() == EventKind::Execution.name()) {
        KinFate::Shot
    } else {
        KinFate::Unknown
    }
}

/// Adds what another record says of the same person and is not yet known.
pub(crate) fn learn_person(known: &mut KinPerson, other: &KinPerson) {
    for surname in &other.surnames {
        if !known.surnames.contains(surname) {
            known.surnames.push(surname.clone());
        }
    }
    for source in &other.sources {
        if !known.sources.contains(source) {
            known.sources.push(source.clone());
        }
    }
    for case in &other.case_numbers {
        if !known.case_numbers.contains(case) {
            known.case_numbers.push(case.clone());
        }
    }
    // A name in full says more than an initial.
    for (known, other) in
        [(&mut known.given, &other.given), (&mut known.patronymic, &other.patronymic)]
    {
        let length = |name: &Option<String>| name.as_deref().map_or(0, |name| name.chars().count());
        if length(known) <= 2 && length(other) > length(known) {
            known.clone_from(other);
        }
    }
    known.sex = known.sex.or(other.sex);
    known.birth_years = known.birth_years.or(other.birth_years);
    known.death_years = known.death_years.or(other.death_years);
    known.measure_days = known.measure_days.or(other.measure_days);
    for home in &other.dwellings {
        if !known.dwellings.contains(home) {
            known.dwellings.push(home.clone());
        }
    }
    known.fate = known.fate.max(other.fate);
    for (known, other) in [
        (&mut known.residence, &other.residence),
        (&mut known.birth_place, &other.birth_place),
        (&mut known.body, &other.body),
    ] {
        if known.is_empty() {
            known.clone_from(other);
        }
    }
}
