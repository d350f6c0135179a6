//! Bodies and places of detention, with those who led them.

use super::campaign::{LABEL_WIDTH, N_LABEL_LETTERS};
use super::chart::{Bar, TimeAxis, TimeChart, TimeRow};
use super::instrument::{ConflictView, conflict_views};
use super::notes::{Note, Notes};
use super::{certainty_words, in_language, in_language_if, shortened, span_words};
use crate::Text;
use crate::address::{institution_address, instrument_address};
use crate::pages::{Frame, Page};
use askama::Template;
use chrono::NaiveDate;
use std::borrow::Cow;
use synodik_codex::{Codex, Institution};
use synodik_model::DateSpan;

/// The kinds of institution in the order of the list.
const KINDS: [&str; 6] = [
    "security-service",
    "extrajudicial-body",
    "court",
    "camp-administration",
    "camp",
    "child-institution",
];

#[derive(Template)]
#[template(path = "codex/institutions.html")]
struct InstitutionsPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    kinds: Vec<(&'static str, Cow<'a, str>, Vec<InstitutionEntry<'a>>)>,
}

struct InstitutionEntry<'a> {
    address: String,
    name: &'a str,
    time: String,
}

#[derive(Template)]
#[template(path = "codex/institution.html")]
struct InstitutionPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    name: &'a str,
    kind: Cow<'a, str>,
    time: String,
    facts: Vec<(Cow<'a, str>, &'a str)>,
    successor: Option<(String, &'a str)>,
    certainty: Cow<'a, str>,
    entry_notes: Vec<usize>,
    chart: Option<TimeChart>,
    heads: Vec<HeadView<'a>>,
    conflicts: Vec<ConflictView<'a>>,
    instruments: Vec<(String, &'a str)>,
    address: String,
    notes: Vec<Note<'a>>,
}

/// The time somebody led it.
struct HeadView<'a> {
    name: &'a str,
    from: String,
    to: String,
    note: Option<&'a str>,
}

/// Returns the list of institutions by kind.
///
/// # Errors
///
/// When the template cannot be written.
pub fn institutions_page(frame: Frame<'_>, codex: &Codex) -> Page {
    let t = frame.text;
    let entries = |kind: &str| {
        let mut of_kind: Vec<&Institution> =
            codex.institutions.iter().filter(|known| known.kind == kind).collect();
        of_kind.sort_by_key(|known| known.started.first);
        of_kind
            .into_iter()
            .map(|known| InstitutionEntry {
                address: institution_address(&known.institution_id),
                name: in_language(&known.name, t),
                time: time_words(known, t),
            })
            .collect()
    };
    let kinds = KINDS.map(|kind| (kind, t.label("institution-kind", kind), entries(kind)));
    InstitutionsPage { frame, t, kinds: kinds.into() }.render()
}

/// Returns the page of an institution.
///
/// # Errors
///
/// When the template cannot be written.
pub fn institution_page(frame: Frame<'_>, codex: &Codex, institution: &Institution) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let entry_notes = notes.cite(&institution.sources);
    let conflicts = conflict_views(&institution.conflicts, &mut notes, t);
    let successor = institution.successor.as_deref().and_then(|known| codex.institution(known));
    InstitutionPage {
        frame,
        t,
        name: in_language(&institution.name, t),
        kind: t.label("institution-kind", &institution.kind),
        time: time_words(institution, t),
        facts: facts(institution, t),
        successor: successor
            .map(|known| (institution_address(&known.institution_id), in_language(&known.name, t))),
        certainty: certainty_words(institution.certainty, t),
        entry_notes,
        chart: heads_chart(institution, t),
        heads: heads(institution, t),
        conflicts,
        instruments: instruments(codex, institution, t),
        address: institution_address(&institution.institution_id),
        notes: notes.into_list(t),
    }
    .render()
}

fn time_words(institution: &Institution, t: Text<'_>) -> String {
    let start = span_words(&institution.started, t);
    match &institution.ended {
        Some(ended) => format!("{start} – {}", span_words(ended, t)),
        None => t.fill("force-no-end", &[("start", &start)]).into_owned(),
    }
}

fn facts<'a>(institution: &'a Institution, t: Text<'a>) -> Vec<(Cow<'a, str>, &'a str)> {
    let facts = [
        (t.say("institution-what"), &institution.summary),
        (t.say("detail-place"), &institution.place),
        (t.say("institution-start"), &institution.started_note),
        (t.say("institution-end"), &institution.ended_note),
        (t.say("remarks"), &institution.notes),
    ];
    facts
        .into_iter()
        .filter_map(|(label, text)| Some((label, in_language_if(text.as_ref(), t)?)))
        .collect()
}

fn heads<'a>(institution: &'a Institution, t: Text<'a>) -> Vec<HeadView<'a>> {
    let head = |head: &'a synodik_codex::TermOfOffice| HeadView {
        name: in_language(&head.name, t),
        from: span_words(&head.from, t),
        to: span_words(&head.to, t),
        note: in_language_if(head.note.as_ref(), t),
    };
    institution.heads.iter().map(head).collect()
}

/// Returns the instruments by whose provisions it decided.
fn instruments<'a>(
    codex: &'a Codex,
    institution: &Institution,
    t: Text<'a>,
) -> Vec<(String, &'a str)> {
    let decides = |known: &&synodik_codex::Instrument| {
        known
            .provisions
            .iter()
            .any(|provision| provision.bodies.contains(&institution.institution_id))
    };
    let link = |known: &'a synodik_codex::Instrument| {
        (instrument_address(&known.instrument_id), in_language(&known.title, t))
    };
    codex.instruments.iter().filter(decides).map(link).collect()
}

/// Draws the institution and, under it, the terms of those who led it.
fn heads_chart(institution: &Institution, t: Text<'_>) -> Option<TimeChart> {
    if institution.heads.is_empty() {
        return None;
    }
    let first = institution.started.first?;
    let last = institution.ended.and_then(|ended| ended.last)?;
    let axis = TimeAxis::between(first, last, LABEL_WIDTH);
    let name = in_language(&institution.name, t);
    let mut told = format!("{name}: {}. ", time_words(institution, t));
    let mut rows = vec![row(name, &institution.started, institution.ended.as_ref(), &axis)];
    for head in &institution.heads {
        let (name, from) = (in_language(&head.name, t), span_words(&head.from, t));
        told.push_str(&format!("{name}: {from} – {}. ", span_words(&head.to, t)));
        rows.push(row(name, &head.from, Some(&head.to), &axis));
    }
    let title = t.fill("heads-chart-title", &[("name", name)]).into_owned();
    Some(TimeChart::of_rows("heads", (title, told), &axis, rows))
}

/// Returns a filled bar for what is certain, with dashed ones where a date is not exact.
fn row(label: &str, from: &DateSpan, to: Option<&DateSpan>, axis: &TimeAxis) -> TimeRow {
    let from_first = from.first.unwrap_or(NaiveDate::MIN);
    let from_last = from.last.unwrap_or(from_first);
    let to_last = to.and_then(|to| to.last).unwrap_or(NaiveDate::MAX);
    let to_first = to.and_then(|to| to.first).unwrap_or(to_last);
    let parts = [
        (from_first, from_last, "unsure"),
        (from_last, to_first, "full"),
        (to_first.max(from_last), to_last, "unsure"),
    ];
    let bars = parts
        .into_iter()
        .filter(|(start, end, _)| start < end)
        .map(|(start, end, kind)| Bar::between(axis.x(start), axis.x(end), kind))
        .collect();
    TimeRow { label: shortened(label, N_LABEL_LETTERS), bars, ..TimeRow::default() }
}
