//! One record: what the entry says, word for word, and where it stands.

use super::dates::{date_in_words, year_in_words};
use super::decrees::{Advice, EventDecrees, advice_for, decrees_of};
use super::family::{RelativesView, relatives_view};
use super::life_line::{LifeLine, Standing, closed_days, draw_life, may_be_one, moments, standing};
use super::linked_data::person_document;
use super::map::{SmallMap, life_map};
use super::related::{Related, RelatedView, related_view};
use super::terms::{Piece, link_terms};
use super::{Frame, Page, field_value};
use crate::Text;
use crate::address::{record_address, web_address};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::codex;
use synodik_index::{Citation, PublicEvent, PublicField, PublicRecord, PublicSource};
use synodik_model::EventKind;

/// Fields that hold the words of the persecutors; they are shown as quotations.
const QUOTED_FIELDS: [&str; 5] =
    ["social_origin", "arrest_type", "article", "sentence", "death_sentence"];

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    record: &'a PublicRecord,
    source: Option<&'a PublicSource>,
    related: RelatedView<'a>,
    relatives: Option<RelativesView<'a>>,
    name: Cow<'a, str>,
    years: Option<String>,
    /// The name in the letters of the reader, when it is written in others.
    line: Option<LifeLine>,
    linked_data: String,
    life: Vec<LifeStep<'a>>,
    /// What the entry tells of relatives.
    told_of_kin: Vec<LifeStep<'a>>,
    rows: Vec<FieldRow<'a>>,
    /// The entry, with terms of the glossary linked.
    entry: Vec<Piece<'a>>,
    /// Provisions that may have covered the events.
    decrees: Vec<EventDecrees<'a>>,
    /// Archives that may hold a file.
    advice: Vec<Advice>,
    map: Option<SmallMap<'a>>,
}

#[derive(Template)]
#[template(path = "withheld.html")]
struct WithheldPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    record_id: &'a str,
    source: Option<&'a PublicSource>,
}

/// One step of the life line.
struct LifeStep<'a> {
    label: Cow<'a, str>,
    date: Option<&'a str>,
    reading: Option<Reading<'a>>,
    details: Vec<Detail<'a>>,
    text: Option<&'a str>,
    sources: Vec<StatedSource<'a>>,
    certainty: Option<Cow<'a, str>>,
    /// Whether the entry dates the same end of a life otherwise as well.
    is_rival: bool,
}

/// The source of one statement: the work its key stands for, or the words as they are.
struct StatedSource<'a> {
    citation: &'a str,
    link: Option<&'a str>,
}

/// Finds the work that a key stands for.
pub(super) type FindCitation<'a> = dyn Fn(&str) -> Option<&'a Citation> + 'a;

/// What a written date may mean: in words, unless those are what is written, and in EDTF.
struct Reading<'a> {
    words: Option<String>,
    edtf: &'a str,
}

struct Detail<'a> {
    label: Cow<'a, str>,
    value: Cow<'a, str>,
}

struct FieldRow<'a> {
    label: Cow<'a, str>,
    value: Cow<'a, str>,
    link: Option<&'a str>,
    /// The works that a value of short names stands for.
    sources: Vec<StatedSource<'a>>,
}

impl RecordPage<'_> {
    /// The number of a step in the drawing, where there is one.
    fn number_of(&self, number: &usize) -> Option<usize> {
        self.line.is_some().then_some(*number)
    }

    fn has_terms(&self) -> bool {
        self.entry.iter().any(|piece| piece.link.is_some())
    }

    fn build(&self) -> String {
        let build = self.frame.archive.build.to_string();
        self.t.fill("cite-build", &[("build", &build)]).into_owned()
    }
}

/// Returns the page of a record.
///
/// # Shape
///
/// `sources`: those of the archive. `related`: other entries, as far as they are shown.
///
/// # Errors
///
/// When the template cannot be written.
pub fn record_page<'a>(
    frame: Frame<'a>,
    record: &'a PublicRecord,
    sources: &'a [PublicSource],
    related: &'a Related,
    find_citation: &FindCitation<'a>,
) -> Page {
    let t = frame.text;
    let source = sources.iter().find(|source| source.source_id == record.source_id);
    let record_as_person = [record];
    RecordPage {
        line: draw_life(&moments(&record_as_person, t), t),
        linked_data: person_document(&record_address(&record.record_id), &record_as_person),
        frame,
        t,
        record,
        source,
        relatives: related
            .family
            .as_deref()
            .and_then(|family| relatives_view(family, &[&record.record_id], t)),
        related: related_view(&record.record_id, related, sources, t),
        name: heading(record, t),
        years: years(record, t),
        life: life(record, find_citation, t),
        told_of_kin: told_of_kin(record, find_citation, t),
        rows: record.fields.iter().map(|field| field_row(field, find_citation, t)).collect(),
        entry: link_terms(&record.verbatim, &codex().terms, t),
        decrees: decrees_of(record, t),
        advice: advice_for(record, t),
        map: life_map((t, frame.gazetteer), std::iter::once(record)),
    }
    .render()
}

/// Returns the page that stands in place of somebody who may be living.
///
/// # Errors
///
/// When the template cannot be written.
pub fn withheld_page(frame: Frame<'_>, record_id: &str, source: Option<&PublicSource>) -> Page {
    WithheldPage { frame, t: frame.text, record_id, source }.render()
}

/// Returns the name as written, or words that say that there is none.
pub(super) fn heading<'a>(record: &'a PublicRecord, t: Text<'a>) -> Cow<'a, str> {
    if record.name.trim().is_empty() { t.say("hit-no-name") } else { Cow::Borrowed(&record.name) }
}

/// Returns the years of birth and death for the heading, as far as they are one year each.
pub(super) fn years(record: &PublicRecord, t: Text<'_>) -> Option<String> {
    let birth = record.birth_edtf.as_deref().and_then(|edtf| year_in_words(edtf, t));
    let mut deaths = record
        .events
        .iter()
        .filter(|event| matches!(event.kind.as_str(), "execution" | "death"))
        .filter_map(|event| year_in_words(event.date_edtf.as_deref()?, t));
    // Two statements that disagree do not make one year.
    let death = deaths.next().filter(|year| deaths.all(|other| other == *year));
    match (birth, death) {
        (Some(birth), Some(death)) => Some(format!("{birth} – {death}")),
        (Some(birth), None) => Some(t.fill("years-born", &[("year", &birth)]).into_owned()),
        (None, Some(death)) => Some(t.fill("years-died", &[("year", &death)]).into_owned()),
        (None, None) => None,
    }
}

fn life<'a>(
    record: &'a PublicRecord,
    find_citation: &FindCitation<'a>,
    t: Text<'a>,
) -> Vec<LifeStep<'a>> {
    let birth = field_value(&record.fields, "birth");
    let birth_place = field_value(&record.fields, "birth_place");
    let mut steps = Vec::with_capacity(1);
    if birth.is_some() || birth_place.is_some() {
        steps.push(LifeStep {
            label: t.say("life-birth"),
            date: birth,
            reading: reading(birth, record.birth_edtf.as_deref(), t),
            details: detail(t.say("detail-place"), birth_place, str_as_written)
                .into_iter()
                .collect(),
            text: None,
            sources: Vec::new(),
            certainty: None,
            is_rival: false,
        });
    }
    let days = |edtf: Option<&str>| edtf.and_then(closed_days);
    let born = standing("birth", days(record.birth_edtf.as_deref()));
    let mut steps: Vec<(Standing, LifeStep<'a>)> =
        steps.into_iter().map(|birth| (born, birth)).collect();
    for event in record.own_events() {
        let at = standing(&event.kind, days(event.date_edtf.as_deref()));
        let step = life_step(event, find_citation, t);
        steps.push((at, LifeStep { is_rival: has_rival(record, event), ..step }));
    }
    // As the moments of the drawing, so that its numbers are theirs.
    steps.sort_by_key(|(at, _)| *at);
    steps.into_iter().map(|(_, step)| step).collect()
}

/// Returns what the entry tells of relatives.
fn told_of_kin<'a>(
    record: &'a PublicRecord,
    find_citation: &FindCitation<'a>,
    t: Text<'a>,
) -> Vec<LifeStep<'a>> {
    let of_kin = record.events.iter().filter(|event| event.kind == EventKind::Kin.name());
    of_kin.map(|event| life_step(event, find_citation, t)).collect()
}

/// Returns whether the entry dates the end of the life to other days as well.
fn has_rival(record: &PublicRecord, event: &PublicEvent) -> bool {
    let is_end = EventKind::from_name(&event.kind).is_some_and(EventKind::is_end_of_life);
    let days = |event: &PublicEvent| event.date_edtf.as_deref().and_then(closed_days);
    let Some(here) = days(event).filter(|_| is_end) else { return false };
    let of_kind = record.events.iter().filter(|other| other.kind == event.kind);
    of_kind.filter_map(days).any(|other| !may_be_one(here, other))
}

fn life_step<'a>(
    event: &'a PublicEvent,
    find_citation: &FindCitation<'a>,
    t: Text<'a>,
) -> LifeStep<'a> {
    let details = [
        detail(t.say("detail-place"), event.place.as_deref(), str_as_written),
        detail(t.say("detail-body"), event.body.as_deref(), str_as_written),
        detail(t.say("detail-article"), event.article.as_deref(), quoted),
        detail(t.say("detail-measure"), event.measure.as_deref(), quoted),
    ];
    LifeStep {
        label: t.label("event", &event.kind),
        date: event.date_stated.as_deref(),
        reading: reading(event.date_stated.as_deref(), event.date_edtf.as_deref(), t),
        details: details.into_iter().flatten().collect(),
        text: event.text.as_deref(),
        sources: stated_sources(event.stated_source.as_deref(), find_citation),
        certainty: event.certainty.as_deref().map(|words| certainty(words, t)),
        is_rival: false,
    }
}

/// Words of certainty that the lists of this project use; others stand as they are written.
const CERTAINTIES: [&str; 5] = ["high", "medium", "low", "general-knowledge", "disputed"];

pub(super) fn certainty<'a>(words: &'a str, t: Text<'a>) -> Cow<'a, str> {
    if CERTAINTIES.contains(&words) { t.label("certainty", words) } else { Cow::Borrowed(words) }
}

/// Several keys of one statement are separated by `;`.
fn stated_sources<'a>(
    stated: Option<&'a str>,
    find_citation: &FindCitation<'a>,
) -> Vec<StatedSource<'a>> {
    let Some(stated) = stated else { return Vec::new() };
    let known: Option<Vec<&Citation>> =
        stated.split(';').map(|key| find_citation(key.trim())).collect();
    match known {
        None => vec![StatedSource { citation: stated, link: None }],
        Some(citations) => citations
            .into_iter()
            .map(|work| StatedSource {
                citation: &work.citation,
                link: work
                    .locator
                    .as_deref()
                    .and_then(|locator| web_address(locator.split(" ; ").next()?)),
            })
            .collect(),
    }
}

fn detail<'a>(
    label: Cow<'a, str>,
    value: Option<&'a str>,
    present: fn(&'a str) -> Cow<'a, str>,
) -> Option<Detail<'a>> {
    Some(Detail { label, value: present(value?) })
}

/// Returns what the date may mean, unless that is what is written.
fn reading<'a>(stated: Option<&str>, edtf: Option<&'a str>, t: Text<'_>) -> Option<Reading<'a>> {
    let edtf = edtf.filter(|edtf| stated.map(str::trim) != Some(edtf))?;
    let words = date_in_words(edtf, t).filter(|words| stated != Some(words));
    Some(Reading { words, edtf })
}

fn field_row<'a>(
    field: &'a PublicField,
    find_citation: &FindCitation<'a>,
    t: Text<'a>,
) -> FieldRow<'a> {
    let of_field = (field.name == "stated_source").then_some(field.value.as_str());
    let mut sources = stated_sources(of_field, find_citation);
    sources.retain(|work| work.citation != field.value);
    let is_quotation = is_quoted_field(&field.name);
    let is_address = field.name == "stated_source_url";
    FieldRow {
        label: t.label("field", &field.name),
        value: if is_quotation { quoted(&field.value) } else { Cow::Borrowed(&field.value) },
        link: is_address.then(|| web_address(&field.value)).flatten(),
        sources,
    }
}

fn str_as_written(value: &str) -> Cow<'_, str> {
    Cow::Borrowed(value)
}

/// Returns whether a field holds the words of the persecutors.
pub(super) fn is_quoted_field(name: &str) -> bool {
    QUOTED_FIELDS.contains(&name)
}

/// Returns the value in quotation marks, unless the source has put them there.
pub(super) fn quoted(value: &str) -> Cow<'_, str> {
    let value = value.trim();
    let is_quoted = value.starts_with(['«', '“', '"']) && value.ends_with(['»', '”', '"']);
    if is_quoted { Cow::Borrowed(value) } else { Cow::Owned(format!("«{value}»")) }
}
