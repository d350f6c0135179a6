//! The records of all sources as one table of texts to compare.

use super::description::{EventPart, ID_COLUMN, LIST_COLUMN, LinkDescription, Origin};
use super::relatives::NamedRelatives;
use crate::commands::build::stored_format;
use crate::progress::Progress;
use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use synodik_index::{PublicRules, is_shown};
use synodik_link::{Table, TableBuilder};
use synodik_model::Field;
use synodik_names::{Claim, PieceKind, given_name, parse_name};
use synodik_store::{EventRow, RecordRow, StoredSource, StoredTables};

/// All records, in the order of the archive.
pub(super) struct ArchiveRecords {
    /// What is compared.
    pub(super) table: Table,
    /// Their ids.
    pub(super) record_ids: Vec<String>,
    /// Whether each is shown in public.
    pub(super) is_shown: Vec<bool>,
    /// The records of each source, by the id of the source.
    pub(super) sources: Vec<(String, Range<usize>)>,
    /// The relatives they name.
    pub(super) relatives: NamedRelatives,
}

/// Reads what is compared of every record.
pub(super) fn read_records(
    sources: &[StoredSource],
    description: &LinkDescription,
    rules: &PublicRules,
    progress: &mut Progress,
) -> Result<ArchiveRecords> {
    let columns = description.columns.iter().map(|(name, _)| name.as_str());
    let mut builder =
        TableBuilder::new("records", [ID_COLUMN, LIST_COLUMN].into_iter().chain(columns));
    let (mut record_ids, mut is_shown_of, mut of_sources) = (Vec::new(), Vec::new(), Vec::new());
    let mut relatives = NamedRelatives::default();
    for source in sources {
        let format = stored_format(source)?;
        let first = record_ids.len();
        let list = if source.description.persons_listed_once { source.id() } else { "" };
        let mut tables = StoredTables::open(&source.table("records"), &source.table("events"))?;
        while let Some(chunk) = tables.next_chunk()? {
            for record_idx in 0..chunk.n_records() {
                let record = chunk.record(record_idx);
                let events = chunk.events(record_idx);
                let names = NameParts::of(record);
                let row: Vec<Cow<'_, str>> = description
                    .columns
                    .iter()
                    .map(|(_, origins)| value_of(origins, record, &events, &names))
                    .collect();
                let head = [record.record_id(), list];
                builder.push_row(head.into_iter().chain(row.iter().map(AsRef::as_ref)));
                record_ids.push(record.record_id().to_owned());
                relatives.add(&format, record, &events);
                is_shown_of.push(is_shown(rules, record, &events));
            }
            progress.add(chunk.n_records() as u64);
        }
        of_sources.push((source.id().to_owned(), first..record_ids.len()));
    }
    let table = builder.finish();
    relatives.find_families(&table);
    Ok(ArchiveRecords { table, record_ids, is_shown: is_shown_of, sources: of_sources, relatives })
}

/// Returns what is compared of a record: columns and values, those that are stated.
pub(crate) fn compared_values(
    record: RecordRow<'_>,
    events: &[EventRow<'_>],
    description: &LinkDescription,
) -> Vec<(String, String)> {
    let names = NameParts::of(record);
    let values = description.columns.iter().map(|(column, origins)| {
        (column.clone(), value_of(origins, record, events, &names).into_owned())
    });
    values.filter(|(_, value)| !value.is_empty()).collect()
}

/// Returns the first value that is stated; empty when none is.
fn value_of<'a>(
    origins: &[Origin],
    record: RecordRow<'a>,
    events: &[EventRow<'a>],
    names: &NameParts<'a>,
) -> Cow<'a, str> {
    let mut values = origins.iter().map(|&origin| match origin {
        Origin::Surname => names.surname.clone(),
        Origin::OtherSurname => names.other_surname.clone(),
        Origin::Given => names.given.clone(),
        Origin::Patronymic => names.patronymic.clone(),
        Origin::Birth => birth_of(record),
        Origin::Field(field) => Cow::Borrowed(record.get(field).unwrap_or_default()),
        Origin::Event(kind, part) => {
            let of_kind = events.iter().filter(|event| event.kind() == kind.name());
            let mut stated = of_kind.filter_map(|event| part_of(event, part));
            // An entry that has heard of an event twice knows best what it knows most exactly.
            let value = match part {
                EventPart::Date => stated.min_by_key(|date| Reverse(date.len())),
                _ => stated.next(),
            };
            value.unwrap_or_default()
        }
    });
    values.find(|value| !value.is_empty()).unwrap_or_default()
}

fn part_of<'a>(event: &EventRow<'a>, part: EventPart) -> Option<Cow<'a, str>> {
    let text = match part {
        EventPart::Date => {
            let text = date_text(event.date_first()?, event.date_last()?);
            return (!text.is_empty()).then_some(Cow::Owned(text));
        }
        EventPart::Place => event.place(),
        EventPart::Body => event.body(),
        EventPart::Article => event.article(),
        EventPart::Measure => event.measure(),
    };
    text.map(Cow::Borrowed)
}

/// A birth that is stated; one that was only counted from an age is left to the age.
fn birth_of(record: RecordRow<'_>) -> Cow<'static, str> {
    if record.get(Field::Birth).is_none() {
        return Cow::Borrowed("");
    }
    let text = match (record.birth_first(), record.birth_last()) {
        (Some(first), Some(last)) => date_text(first, last),
        _ => String::new(),
    };
    match record.birth_year() {
        Some(year) if text.is_empty() => Cow::Owned(year.to_string()),
        _ => Cow::Owned(text),
    }
}

/// Returns a date as exactly as it is known: `1937-10-25`, `1937-10`, `1937`; empty when the
/// days lie in several years.
fn date_text(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        first.to_string()
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}-{:02}", first.year(), first.month())
    } else if first.year() == last.year() {
        first.year().to_string()
    } else {
        String::new()
    }
}

/// The parts of a name.
#[derive(Default)]
struct NameParts<'a> {
    surname: Cow<'a, str>,
    other_surname: Cow<'a, str>,
    given: Cow<'a, str>,
    patronymic: Cow<'a, str>,
}

impl<'a> NameParts<'a> {
    fn of(record: RecordRow<'a>) -> NameParts<'a> {
        let stated = |field: Field| Cow::Borrowed(record.get(field).unwrap_or_default());
        let mut parts = NameParts {
            surname: stated(Field::Surname),
            given: stated(Field::Given),
            patronymic: stated(Field::Patronymic),
            ..NameParts::default()
        };
        let is_split = !(parts.surname.is_empty() && parts.given.is_empty());
        if !is_split && let Some(name) = record.get(Field::Name) {
            parts = NameParts::of_whole(name);
        } else if parts.surname.contains(['(', ',', '/']) {
            let written = NameParts::of_whole(record.get(Field::Surname).unwrap_or_default());
            if !written.surname.is_empty() {
                parts.surname = written.surname;
                parts.other_surname = written.other_surname;
            }
        }
        if is_split && parts.is_exchanged() {
            std::mem::swap(&mut parts.surname, &mut parts.given);
        }
        if parts.other_surname.is_empty()
            && let Some(variants) = record.get(Field::NameVariants)
        {
            let mut others =
                variants.split(';').map(|variant| NameParts::of_whole(variant).surname);
            let other = others.find(|other| !other.is_empty() && *other != parts.surname);
            parts.other_surname = other.unwrap_or_default();
        }
        parts
    }

    /// Whether surname and given name stand in each other's column: the one is a given name, the
    /// other is none, and the name read as a whole begins with the given name.
    fn is_exchanged(&self) -> bool {
        let is_given = |word: &str| !given_name(word).is_empty();
        let may_be = !self.given.trim().contains([' ', '.'])
            && self.given.chars().count() > 1
            && is_given(&self.surname)
            && !is_given(&self.given);
        if !may_be {
            return false;
        }
        let whole = [&self.surname, &self.given, &self.patronymic].map(AsRef::as_ref).join(" ");
        let parsed = parse_name(whole.trim_end());
        let kinds: Vec<PieceKind> = parsed.pieces.iter().map(|piece| piece.kind).take(2).collect();
        kinds == [PieceKind::Given, PieceKind::Surname]
    }

    fn of_whole(name: &'a str) -> NameParts<'a> {
        let parsed = parse_name(name);
        let join = |kinds: [PieceKind; 2], claim: Claim| -> Cow<'a, str> {
            let of_kind = parsed
                .pieces
                .iter()
                .filter(|piece| kinds.contains(&piece.kind) && piece.claim == claim);
            let words: Vec<&'a str> = of_kind.map(|piece| &name[piece.span.clone()]).collect();
            match words[..] {
                [word] => Cow::Borrowed(word),
                _ => Cow::Owned(words.join(" ")),
            }
        };
        let surname = [PieceKind::Surname, PieceKind::Particle];
        let mut others =
            [Claim::Maiden, Claim::Married, Claim::AlsoKnown, Claim::Former, Claim::Variant]
                .into_iter()
                .map(|claim| join(surname, claim));
        NameParts {
            surname: join(surname, Claim::Main),
            other_surname: others.find(|other| !other.is_empty()).unwrap_or_default(),
            given: join([PieceKind::Given, PieceKind::GivenInitial], Claim::Main),
            patronymic: join([PieceKind::Patronymic, PieceKind::PatronymicInitial], Claim::Main),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_they_are_known() {
        let day = |text: &str| text.parse().expect("a day");
        for (first, last, expected) in [
            ("1937-10-25", "1937-10-25", "1937-10-25"),
            ("1937-10-01", "1937-10-31", "1937-10"),
            ("1937-01-01", "1937-12-31", "1937"),
            ("1936-11-23", "1937-11-22", ""),
        ] {
            assert_eq!(date_text(day(first), day(last)), expected);
        }
    }

    #[test]
    fn names_in_each_others_column_are_put_right() {
        for (surname, given, is_exchanged) in [
            ("Устинья", "Кукушкина", true),
            ("Рябов", "Пантелей", false),
            ("Вернер", "Генрих", false),
            ("Вернер", "Г.", false),
            ("Вернер", "", false),
            ("Рябов", "Неведом", false),
        ] {
            let parts = NameParts {
                surname: Cow::Borrowed(surname),
                given: Cow::Borrowed(given),
                ..NameParts::default()
            };
            assert_eq!(parts.is_exchanged(), is_exchanged, "{surname} {given}");
        }
    }

    #[test]
    fn whole_names_are_taken_apart() {
        for (name, expected) in [
            ("Небылицын Фёдор Лукич", ["Небылицын", "", "Фёдор", "Лукич"]),
            ("Фёдор Лукич Небылицын", ["Небылицын", "", "Фёдор", "Лукич"]),
            ("Рябова (урожд. Штейн) Устинья", ["Рябова", "Штейн", "Устинья", ""]),
            ("", ["", "", "", ""]),
        ] {
            let parts = NameParts::of_whole(name);
            let found = [parts.surname, parts.other_surname, parts.given, parts.patronymic];
            assert_eq!(found, expected, "{name}");
        }
    }
}
