//! The life of one person along the years: birth, what happened, and the end, as far as entries
//! date it. The same stands in words beside it.

use super::dates::{date_in_words, days_of};
use super::family::{YearAxis, YearTick};
use super::record::quoted;
use crate::Text;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::collections::BTreeSet;
use synodik_index::{PublicEvent, PublicRecord};

/// Where the line starts and ends, and how high it stands.
const LEFT: i32 = 12;
const RIGHT: i32 = 708;
const LINE_Y: i32 = 62;
/// The least space between two marks; nearer ones stand above each other.
const MARK_SPACE: i32 = 18;
const MARK_HEIGHT: i32 = 18;
/// Marks that stand above each other at most.
const MAX_STACK: i32 = 3;

/// One thing that happened, and the entries that say so.
pub(super) struct LifeMoment<'a> {
    /// Its number in the list, which the drawing has, too.
    pub(super) number: usize,
    pub(super) label: Cow<'a, str>,
    pub(super) words: Cow<'a, str>,
    /// Numbers of the entries that say it, as they are on the page.
    pub(super) entries: Vec<usize>,
    days: Option<Days>,
    kind: &'a str,
}

/// The drawing.
pub(super) struct LifeLine {
    pub(super) description: String,
    pub(super) ticks: Vec<YearTick>,
    /// From birth to death, as far as they are dated.
    pub(super) life: (i32, i32),
    pub(super) marks: Vec<LifeMark>,
}

/// A numbered mark; a broad one where the day is not known.
pub(super) struct LifeMark {
    pub(super) number: usize,
    pub(super) x: i32,
    pub(super) y: i32,
    /// Ends of the time in which it happened, when that is more than a mark.
    pub(super) span: Option<(i32, i32)>,
    pub(super) told: String,
}

impl LifeMoment<'_> {
    /// Returns the numbers of the entries, as words.
    pub(super) fn numbers(&self) -> String {
        let numbers: Vec<String> = self.entries.iter().map(usize::to_string).collect();
        numbers.join(", ")
    }
}

/// Returns what happened in the order of time, what nobody dates last.
///
/// # Shape
///
/// `records`: the entries of one person, as numbered from 1. What two of them say in the same
/// words stands once.
pub(super) fn moments<'a>(records: &[&'a PublicRecord], t: Text<'a>) -> Vec<LifeMoment<'a>> {
    let mut moments: Vec<LifeMoment<'a>> = Vec::new();
    let mut add = |moment: LifeMoment<'a>| {
        let is_same = |known: &&mut LifeMoment<'_>| {
            let by_another = !moment.entries.iter().any(|entry| known.entries.contains(entry));
            known.kind == moment.kind && known.words == moment.words && by_another
        };
        match moments.iter_mut().find(is_same) {
            Some(known) => known.entries.extend(moment.entries),
            None => moments.push(moment),
        }
    };
    for (record, number) in records.iter().copied().zip(1..) {
        let birth = super::field_value(&record.fields, "birth");
        let place = super::field_value(&record.fields, "birth_place");
        if birth.is_some() || place.is_some() {
            let in_words = record.birth_edtf.as_deref().and_then(|edtf| date_in_words(edtf, t));
            let date = in_words.map(Cow::Owned).or(birth.map(Cow::Borrowed));
            add(LifeMoment {
                number: 0,
                label: t.say("life-birth"),
                words: joined(date.into_iter().chain(place.map(Cow::Borrowed))),
                entries: vec![number],
                days: record.birth_edtf.as_deref().and_then(closed_days),
                kind: "birth",
            });
        }
        for event in record.own_events() {
            add(LifeMoment {
                number: 0,
                label: t.label("event", &event.kind),
                words: event_words(event, t),
                entries: vec![number],
                days: event.date_edtf.as_deref().and_then(closed_days),
                kind: &event.kind,
            });
        }
    }
    moments.sort_by_key(|moment| standing(moment.kind, moment.days));
    for (moment, number) in moments.iter_mut().zip(1..) {
        moment.number = number;
    }
    moments
}

/// Where a moment stands in a life: year, day, and rank within a day.
pub(super) type Standing = (bool, i32, Option<Days>, i32);

/// Returns what brings moments into the order of time, what nobody dates last.
///
/// Births stand first, and what comes after a death last, also where nobody dates them.
pub(super) fn standing(kind: &str, days: Option<Days>) -> Standing {
    let rank = match kind {
        "birth" => 0,
        "burial" => 2,
        "rehabilitation" => 3,
        _ => 1,
    };
    let year = days.map_or(rank * 10_000, |days| days.0.year());
    (days.is_none() && rank == 1, year, days, rank)
}

/// First and last day.
pub(super) type Days = (NaiveDate, NaiveDate);

/// Returns whether some day is in both.
pub(super) fn may_be_one(a: Days, b: Days) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

/// Returns the days of a date that is open at no end.
pub(super) fn closed_days(edtf: &str) -> Option<Days> {
    let days = days_of(edtf)?;
    let (first, last) = (days.first.or(days.last)?, days.last.or(days.first)?);
    Some((first, last))
}

/// Returns an event in one line: when, where, by whom, and what, as the entry says it.
pub(super) fn event_words<'a>(event: &'a PublicEvent, t: Text<'a>) -> Cow<'a, str> {
    let in_words = event.date_edtf.as_deref().and_then(|edtf| date_in_words(edtf, t));
    let date = in_words.map(Cow::Owned).or(event.date_stated.as_deref().map(Cow::Borrowed));
    let as_written = [&event.place, &event.body, &event.text];
    let quotations = [&event.article, &event.measure];
    let parts = date
        .into_iter()
        .chain(as_written.into_iter().flatten().map(|part| Cow::Borrowed(part.as_str())))
        .chain(quotations.into_iter().flatten().map(|part| quoted(part)));
    match joined(parts) {
        words if words.is_empty() => t.say("person-event-bare"),
        words => words,
    }
}

fn joined<'a>(parts: impl Iterator<Item = Cow<'a, str>>) -> Cow<'a, str> {
    let parts: Vec<Cow<'a, str>> = parts.collect();
    Cow::Owned(parts.join(", "))
}

/// Draws the moments that are dated; none with fewer than two of them.
pub(super) fn draw_life(moments: &[LifeMoment<'_>], t: Text<'_>) -> Option<LifeLine> {
    let dated: Vec<(&LifeMoment<'_>, Days)> =
        moments.iter().filter_map(|moment| Some((moment, moment.days?))).collect();
    if dated.len() < 2 {
        return None;
    }
    let years = dated.iter().flat_map(|(_, days)| [days.0.year(), days.1.year()]);
    let (first, last) = (years.clone().min()?, years.max()?);
    let certain = dated.iter().filter(|(_, days)| days.0.year() == days.1.year());
    let eventful: BTreeSet<i32> = certain.map(|(_, days)| days.0.year()).collect();
    let axis = YearAxis::over((first, last), eventful, (LEFT, RIGHT));
    let mut marks: Vec<LifeMark> = Vec::new();
    for (moment, (from, to)) in &dated {
        let ends = (axis.x(*from), axis.x(*to));
        let x = (ends.0 + ends.1) / 2;
        let n_near = marks.iter().filter(|mark| (mark.x - x).abs() < MARK_SPACE).count() as i32;
        marks.push(LifeMark {
            number: moment.number,
            x,
            y: LINE_Y - n_near.min(MAX_STACK - 1) * MARK_HEIGHT,
            span: (ends.1 - ends.0 > MARK_SPACE).then_some(ends),
            told: format!("{}: {}", moment.label, moment.words),
        });
    }
    let place = |kinds: &[&str], open: i32| {
        let of_kind = dated.iter().find(|(moment, _)| kinds.contains(&moment.kind));
        of_kind.map_or(open, |(_, days)| (axis.x(days.0) + axis.x(days.1)) / 2)
    };
    let last_mark = marks.iter().map(|mark| mark.x).max().unwrap_or(RIGHT);
    let life = (place(&["birth"], marks[0].x), place(&["execution", "death"], last_mark));
    let told: Vec<String> =
        dated.iter().map(|(moment, _)| format!("{} {}", moment.label, moment.words)).collect();
    let description = t.fill("life-line-description", &[("events", &told.join("; "))]);
    Some(LifeLine {
        description: description.into_owned(),
        ticks: axis.ticks(),
        life: (life.0.min(life.1), life.1),
        marks,
    })
}

/// A place in a life.
pub(super) struct Station<'a> {
    pub(super) label: Cow<'a, str>,
    pub(super) place: &'a str,
    pub(super) date: Option<String>,
    pub(super) address: String,
}

/// Returns the places of a life in the order of time: birth, residence, and those of events.
///
/// The same place twice in a row for the same reason stands once.
pub(super) fn stations<'a>(records: &[&'a PublicRecord], t: Text<'a>) -> Vec<Station<'a>> {
    let mut found: Vec<(Option<NaiveDate>, u8, Station<'a>)> = Vec::new();
    let mut add = |day: Option<NaiveDate>, rank: u8, station: Station<'a>| {
        let same = |known: &(Option<NaiveDate>, u8, Station<'a>)| {
            known.2.place == station.place && known.2.label == station.label
        };
        if !station.place.trim().is_empty() && !found.iter().any(|known| same(known)) {
            found.push((day, rank, station));
        }
    };
    let at = |place: &str| format!("/search?place={}", crate::address::percent_encode(place));
    for record in records.iter().copied() {
        for (name, rank) in [("birth_place", 0), ("residence", 1), ("burial_place", 3)] {
            if let Some(place) = super::field_value(&record.fields, name) {
                let label = t.label("field", name);
                add(None, rank, Station { label, place, date: None, address: at(place) });
            }
        }
        for event in record.own_events() {
            let Some(place) = event.place.as_deref() else { continue };
            let day = event.date_edtf.as_deref().and_then(closed_days).map(|days| days.0);
            let date = event.date_edtf.as_deref().and_then(|edtf| date_in_words(edtf, t));
            let label = t.label("event", &event.kind);
            let rank = if event.kind == "burial" { 3 } else { 2 };
            add(day, rank, Station { label, place, date, address: at(place) });
        }
    }
    found.sort_by_key(|(day, rank, _)| (*rank, day.is_none(), *day));
    found.into_iter().map(|(_, _, station)| station).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use synodik_index::PublicField;

    fn record(birth: &str, events: &[(&str, Option<&str>, &str)]) -> PublicRecord {
        let event = |(kind, edtf, place): &(&str, Option<&str>, &str)| PublicEvent {
            kind: (*kind).to_owned(),
            date_edtf: edtf.map(str::to_owned),
            place: Some((*place).to_owned()),
            ..PublicEvent::default()
        };
        PublicRecord {
            record_id: "list.1.1".to_owned(),
            source_id: "list".to_owned(),
            name: "Небылицын".to_owned(),
            fields: vec![PublicField { name: "birth".to_owned(), value: birth.to_owned() }],
            birth_edtf: Some(birth.to_owned()),
            events: events.iter().map(event).collect(),
            verbatim: String::new(),
            has_withheld_part: false,
            file: String::new(),
            line: 1,
            byte_offset: 0,
        }
    }

    #[test]
    fn moments_stand_in_the_order_of_time_and_once() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let events = [
            ("rehabilitation", None, "Омск"),
            ("execution", Some("1937-11-02"), "Омск"),
            ("arrest", Some("1937-08"), "Тара"),
            ("exile", None, "Нарым"),
        ];
        let (first, second) = (record("1893", &events), record("1894", &events[1..2]));
        let moments = moments(&[&first, &second], t);
        let told: Vec<String> = moments
            .iter()
            .map(|moment| format!("{} {} ({})", moment.label, moment.words, moment.numbers()))
            .collect();
        assert_eq!(
            told,
            [
                "Birth 1893 (1)",
                "Birth 1894 (2)",
                "Arrest August 1937, Тара (1)",
                "Execution 2 November 1937, Омск (1, 2)",
                "Rehabilitation Омск (1)",
                "Exile Нарым (1)",
            ]
        );
        let line = draw_life(&moments, t).expect("a drawing");
        assert_eq!(line.marks.len(), 4, "what is not dated is not drawn");
        assert!(line.marks.is_sorted_by_key(|mark| mark.x));
        assert!(line.life.0 < line.life.1);
        let places: Vec<&str> =
            stations(&[&first], t).into_iter().map(|station| station.place).collect();
        assert_eq!(places, ["Тара", "Омск", "Омск", "Нарым"]);
    }

    #[test]
    fn one_date_makes_no_line() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let bare = record("1893", &[]);
        assert!(draw_life(&moments(&[&bare], t), t).is_none());
    }
}
