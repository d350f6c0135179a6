//! What happened to whom, one below the other: the table beneath the time axis, and its marks.

use super::members::{death_edtf, shown_members};
use crate::Text;
use crate::pages::dates::{date_in_words, days_of};
use crate::pages::record::quoted;
use chrono::NaiveDate;
use std::borrow::Cow;
use synodik_index::{MemberEvent, PublicFamily, ShownMember};
use synodik_model::{DateSpan, EventKind};

/// Something that happened to a member, birth and death among them.
#[derive(Debug, Clone)]
pub(super) struct Happening<'a> {
    pub(super) member_idx: usize,
    /// Identifier of the kind of event, or `birth`.
    pub(super) kind: &'a str,
    /// All days it may have been; none when it is not dated or the date cannot be read.
    pub(super) days: Option<DateSpan>,
    pub(super) date_edtf: Option<&'a str>,
    pub(super) place: Option<&'a str>,
    pub(super) measure: Option<&'a str>,
    /// The record that says so; empty for days of birth and death of the person.
    pub(super) record_id: &'a str,
}

impl Happening<'_> {
    /// Returns the day by which it is sorted and drawn: the middle of those it may have been.
    pub(super) fn middle_day(&self) -> Option<NaiveDate> {
        let days = self.days?;
        match (days.first, days.last) {
            (Some(first), Some(last)) => Some(first + (last - first) / 2),
            (first, last) => first.or(last),
        }
    }

    /// Returns whether another differs in nothing but to whom it happened.
    pub(super) fn is_alike(&self, other: &Happening<'_>) -> bool {
        (self.kind, self.date_edtf, self.place) == (other.kind, other.date_edtf, other.place)
            && (self.measure, self.record_id) == (other.measure, other.record_id)
    }

    /// Returns what it is called.
    pub(super) fn label<'t>(&self, t: Text<'t>) -> Cow<'t, str> {
        if self.kind == "birth" { t.say("life-birth") } else { t.label("event", self.kind) }
    }

    /// Returns the date in words, as written where it cannot be put into words.
    pub(super) fn date(&self, t: Text<'_>) -> String {
        date_words(self.date_edtf, t)
    }

    /// Returns place and measure, the measure as a quotation.
    pub(super) fn details(&self) -> String {
        let place = self.place.map(Cow::Borrowed);
        let parts: Vec<Cow<'_, str>> = place.into_iter().chain(self.measure.map(quoted)).collect();
        parts.join(", ")
    }
}

/// Returns a date in words; words for none where there is none.
pub(super) fn date_words(edtf: Option<&str>, t: Text<'_>) -> String {
    match edtf {
        None => t.say("family-undated").into_owned(),
        Some(edtf) => date_in_words(edtf, t).unwrap_or_else(|| edtf.to_owned()),
    }
}

/// Returns all that happened, by day, what is not dated last.
pub(super) fn happenings(family: &PublicFamily) -> Vec<Happening<'_>> {
    let mut all: Vec<Happening<'_>> = Vec::new();
    for (member_idx, shown) in shown_members(family) {
        all.extend(birth_and_death(member_idx, shown));
        all.extend(shown.events.iter().map(|event| happening(member_idx, event)));
    }
    all.sort_by_key(|happening| {
        let days = happening.days;
        let first = days.and_then(|days| days.first.or(days.last));
        // Events of one day in the order of a life, and the same event of several in one stretch.
        let kind = EventKind::from_name(happening.kind);
        let last = days.and_then(|days| days.last);
        let same = (happening.place, happening.measure, happening.record_id);
        (first.is_none(), first, last, kind, same, happening.member_idx)
    });
    all
}

fn happening(member_idx: usize, event: &MemberEvent) -> Happening<'_> {
    let date_edtf = event.date_edtf.as_deref();
    Happening {
        member_idx,
        kind: &event.kind,
        days: date_edtf.and_then(days_of),
        date_edtf,
        place: event.place.as_deref(),
        measure: event.measure.as_deref(),
        record_id: &event.record_id,
    }
}

/// Returns birth and death as far as no event tells of them.
fn birth_and_death(member_idx: usize, shown: &ShownMember) -> impl Iterator<Item = Happening<'_>> {
    let birth = shown.birth_edtf.as_deref().map(|edtf| ("birth", edtf));
    let is_told = shown.events.iter().any(|event| {
        matches!(event.kind.as_str(), "execution" | "death") && event.date_edtf.is_some()
    });
    let death = death_edtf(shown).filter(|_| !is_told).map(|edtf| ("death", edtf));
    birth.into_iter().chain(death).map(move |(kind, edtf)| Happening {
        member_idx,
        kind,
        days: days_of(edtf),
        date_edtf: Some(edtf),
        place: None,
        measure: None,
        record_id: shown.records.first().map_or("", |(record_id, _)| record_id),
    })
}
