//! Records and their events: what a source says.

use super::answer::{Asked, Body, Build, Form, answer};
use super::filters::ListFilters;
use super::paging::{Page, Paging, Wanted};
use super::problem::Problem;
use crate::AppState;
use crate::address::percent_encode;
use crate::formats::{ftm_entities_of_record, linked_record};
use crate::routes::MAX_ID_BYTES;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Serialize;
use std::collections::BTreeMap;
use synodik_index::{
    Filters, PublicEvent, PublicIndex, PublicLink, PublicRecord, RecordLinks, RecordView,
};
use utoipa::ToSchema;

/// More events of one entry than this are given with the entry alone.
const EVENTS_OF_RECORD: u64 = 1_000;

/// One entry of a source: what the source says.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Record {
    /// Stable id, `source.file.entry`.
    #[schema(example = "memorial.1.12")]
    pub(crate) record_id: String,
    /// Id of the source.
    pub(crate) source_id: String,
    /// Whether this is a placeholder for somebody who may be living; nothing else is then here.
    pub(crate) is_withheld: bool,
    /// The name, as written; empty when the entry has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// Fields as written, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) fields: BTreeMap<String, String>,
    /// Days of birth the entry allows, in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) birth_edtf: Option<String>,
    /// What the entry says happened.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) events: Vec<Event>,
    /// The whole entry; `[…]` where words may name somebody living.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) verbatim: Option<String>,
    /// Where the entry stands: file, line from 1, byte from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<EntryPlace>,
    /// The person this entry is held to be of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) person_id: Option<String>,
    /// Probability that it belongs to that person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) p_person: Option<f32>,
    /// Other entries that may be of the same person, the most probable first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) links: Vec<Link>,
    /// The family of whom the entry tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) family_id: Option<String>,
}

/// Where an entry stands in the file as received.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryPlace {
    /// Name of the file.
    pub(crate) file: String,
    /// Line, from 1.
    pub(crate) line: u64,
    /// Bytes from the start.
    pub(crate) byte_offset: u64,
}

/// Another entry that may be of the same person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Link {
    /// The other entry.
    pub(crate) record_id: String,
    /// Probability that both are of one person.
    pub(crate) p_same: f32,
    /// Probability that they are of relatives.
    pub(crate) p_kin: f32,
    /// Whether both are held to be one person.
    pub(crate) is_one_person: bool,
    /// What somebody has decided: `same`, `different` or `unsure`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) verdict: Option<String>,
}

/// Something that happened, in the words of an entry.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Event {
    /// Stable id, `record#number`.
    #[schema(example = "memorial.1.12#1")]
    pub(crate) event_id: String,
    /// The entry that says so.
    pub(crate) record_id: String,
    /// The source of the entry.
    pub(crate) source_id: String,
    /// Kind, such as `arrest`.
    pub(crate) kind: String,
    /// Date as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_stated: Option<String>,
    /// Days it may mean, in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_edtf: Option<String>,
    /// Place as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<String>,
    /// Body that acted, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<String>,
    /// Article or formula: the words of the persecutors, quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) article_as_stated: Option<String>,
    /// Measure: the words of the persecutors, quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) measure_as_stated: Option<String>,
    /// What happened, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    /// The source of this one statement, when it is not that of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stated_source: Option<String>,
    /// How sure the source is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) certainty: Option<String>,
}

/// Lists the entries that are shown, in the order of the archive. Who may be living is left out.
#[utoipa::path(get, path = "/api/v1/records", tag = "records",
    params(ListFilters, Paging), responses((status = 200, body = Page<Record>)))]
pub(super) async fn list_records(
    State(state): State<AppState>,
    asked: Asked,
    filters: Result<Query<ListFilters>, QueryRejection>,
    paging: Result<Query<Paging>, QueryRejection>,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let (Query(filters), Query(paging)) = both(filters, paging)?;
        let wanted = paging.read(&build)?;
        let walked = index.records_from(&filters.read()?, wanted.from, wanted.limit + 1)?;
        let next = walked.get(wanted.limit).map(|record| record.ordinal);
        let views = walked.into_iter().take(wanted.limit).map(|walked| {
            let family_id = index.family_of_record(&walked.record.record_id);
            record_view(walked.record, walked.links, family_id)
        });
        Ok(Body::json(&Page::new(views.collect(), next, &build)))
    })
    .await
}

/// Gives an entry; a placeholder for somebody who may be living.
#[utoipa::path(get, path = "/api/v1/records/{record_id}", tag = "records",
    params(("record_id" = String, Path, description = "Id of the entry"), super::FormChoice),
    responses((status = 200, content(
        (Record = "application/json"), (Object = "application/ld+json"), (String = "application/x-ndjson")))))]
pub(super) async fn get_record(
    State(state): State<AppState>,
    asked: Asked,
    record_id: Result<Path<String>, PathRejection>,
) -> Response {
    answer(state, asked, move |index, build, asked| {
        let record_id = read_id(record_id)?;
        match index.record(&record_id)? {
            None => Err(Problem::missing()),
            Some(RecordView::Withheld { record_id, source_id }) => {
                let record =
                    Record { record_id, source_id, is_withheld: true, ..Record::default() };
                Ok(Body::json(&record))
            }
            Some(RecordView::Shown(record)) => {
                let links = index.links(&record_id)?;
                let page = format!("{}/record/{}", build.site, percent_encode(&record_id));
                Ok(record_body(index, *record, links, (build, asked)).with_link("canonical", page))
            }
        }
    })
    .await
}

fn record_body(
    index: &PublicIndex,
    record: PublicRecord,
    links: RecordLinks,
    (build, asked): (Build<'_>, &Asked),
) -> Body {
    match asked.form {
        Ok(Form::JsonLd) => Body::json_ld(&linked_record(index, &record, build.site)),
        Ok(Form::Ftm) => Body::lines(&ftm_entities_of_record(index, &record, build.site)),
        _ => {
            let family_id = index.family_of_record(&record.record_id);
            Body::json(&record_view(record, links, family_id))
        }
    }
}

/// Lists the events of entries that are shown, in the order of the archive.
///
/// The filters choose entries; with `event` only events of that kind are given.
#[utoipa::path(get, path = "/api/v1/events", tag = "events",
    params(ListFilters, Paging), responses((status = 200, body = Page<Event>)))]
pub(super) async fn list_events(
    State(state): State<AppState>,
    asked: Asked,
    filters: Result<Query<ListFilters>, QueryRejection>,
    paging: Result<Query<Paging>, QueryRejection>,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let (Query(filters), Query(paging)) = both(filters, paging)?;
        let wanted = paging.read(&build)?;
        let filters = filters.read()?;
        Ok(Body::json(&event_page(index, &filters, wanted, &build)?))
    })
    .await
}

/// The place of an event is that of its entry, and behind it its number in it. Entries without
/// events are passed over, so that a page may be short.
fn event_page(
    index: &PublicIndex,
    filters: &Filters,
    wanted: Wanted,
    build: &Build<'_>,
) -> Result<Page<Event>, Problem> {
    let mut events = Vec::new();
    let first = wanted.from / EVENTS_OF_RECORD;
    let walked = index.records_from(filters, first, wanted.limit + 1)?;
    for (walked, record_idx) in walked.iter().zip(0..) {
        let place = walked.ordinal.saturating_mul(EVENTS_OF_RECORD);
        if record_idx == wanted.limit {
            return Ok(Page::new(events, Some(place), build));
        }
        let of_record = walked.record.events.iter().zip(0..EVENTS_OF_RECORD);
        for (event, number) in of_record {
            let is_kind = filters.event.as_ref().is_none_or(|kind| *kind == event.kind);
            if !is_kind || place + number < wanted.from {
                continue;
            }
            if events.len() == wanted.limit {
                return Ok(Page::new(events, Some(place + number), build));
            }
            events.push(event_view(&walked.record, event, number));
        }
    }
    Ok(Page::new(events, None, build))
}

/// Returns an entry as the API shows it.
pub(super) fn record_view(
    record: PublicRecord,
    links: RecordLinks,
    family_id: Option<String>,
) -> Record {
    let events =
        record.events.iter().zip(0..).map(|(event, number)| event_view(&record, event, number));
    let events = events.collect();
    let person = links.person;
    Record {
        is_withheld: false,
        name: Some(record.name),
        fields: record.fields.into_iter().map(|field| (field.name, field.value)).collect(),
        birth_edtf: record.birth_edtf,
        events,
        verbatim: Some(record.verbatim),
        place: Some(EntryPlace {
            file: record.file,
            line: record.line,
            byte_offset: record.byte_offset,
        }),
        p_person: person.as_ref().map(|person| person.p),
        person_id: Some(person.map_or_else(|| record.record_id.clone(), |found| found.person_id)),
        links: links.links.into_iter().map(link_view).collect(),
        family_id,
        record_id: record.record_id,
        source_id: record.source_id,
    }
}

fn link_view(link: PublicLink) -> Link {
    Link {
        record_id: link.record_id,
        p_same: link.p_same,
        p_kin: link.p_kin,
        is_one_person: link.is_one_person,
        verdict: link.verdict.map(|verdict| verdict.verdict),
    }
}

/// Returns an event as the API shows it; `number` is its place in the entry, from 0.
pub(super) fn event_view(record: &PublicRecord, event: &PublicEvent, number: u64) -> Event {
    let event = event.clone();
    Event {
        event_id: format!("{}#{}", record.record_id, number + 1),
        record_id: record.record_id.clone(),
        source_id: record.source_id.clone(),
        kind: event.kind,
        date_stated: event.date_stated,
        date_edtf: event.date_edtf,
        place: event.place,
        body: event.body,
        article_as_stated: event.article,
        measure_as_stated: event.measure,
        text: event.text,
        stated_source: event.stated_source,
        certainty: event.certainty,
    }
}

/// Returns both parts of a query.
pub(super) fn both<A, B>(
    first: Result<A, QueryRejection>,
    second: Result<B, QueryRejection>,
) -> Result<(A, B), Problem> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        _ => Err(Problem::unreadable()),
    }
}

/// Returns an id of a path; one that is not UTF-8 or is too long is nobody's.
pub(super) fn read_id(id: Result<Path<String>, PathRejection>) -> Result<String, Problem> {
    match id {
        Ok(Path(id)) if id.len() <= MAX_ID_BYTES => Ok(id),
        _ => Err(Problem::missing()),
    }
}
