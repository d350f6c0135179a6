//! The archive as a whole: its sources, and counts over all that is shown.

use super::answer::{Asked, Body, answer};
use super::paging::{AskedPage, Page, Paging, page_of, wanted_page};
use super::problem::Problem;
use super::record::read_id;
use crate::AppState;
use crate::address::source_address;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use std::collections::BTreeMap;
use synodik_index::{CountedPersons, PublicIndex, PublicSource};
use utoipa::ToSchema;

/// A list, book or database.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Source {
    /// Id.
    pub(crate) source_id: String,
    /// Title.
    pub(crate) title: String,
    /// How to cite it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) citation: Option<String>,
    /// Who holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) holder: Option<String>,
    /// Licence of its text; absent when none is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) licence: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    /// Day it was received, `YYYY-MM-DD`.
    pub(crate) received: String,
    /// Format it was read as.
    pub(crate) format: String,
    /// The files as received.
    pub(crate) files: Vec<SourceFile>,
    /// Rows read: the sum of records and rejects.
    pub(crate) n_rows: u64,
    /// Rows that became records.
    pub(crate) n_records: u64,
    /// Rows that could not be read.
    pub(crate) n_rejects: u64,
    /// Records that are placeholders because the person may be living.
    pub(crate) n_withheld: u64,
}

/// A file of a source.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SourceFile {
    /// Name as received.
    pub(crate) name: String,
    /// Size in bytes.
    pub(crate) size_bytes: u64,
    /// SHA-256, hexadecimal.
    pub(crate) sha256: String,
}

/// Counts over all entries that are shown.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Stats {
    /// The build that answers.
    pub(crate) build: String,
    /// Its number.
    pub(crate) build_number: u64,
    /// Day for which it was decided who may be living, `YYYY-MM-DD`.
    pub(crate) as_of: String,
    /// Version of the program that built it.
    pub(crate) program_version: String,
    /// Entries of all sources, placeholders included.
    pub(crate) n_records: u64,
    /// Entries that are placeholders.
    pub(crate) n_withheld: u64,
    /// Sources.
    pub(crate) n_sources: u64,
    /// Families.
    pub(crate) n_families: u64,
    /// Persons that the entries are held to be of.
    pub(crate) persons: CountedWithDoubt,
    /// The same by source.
    pub(crate) persons_by_source: BTreeMap<String, CountedWithDoubt>,
    /// Entries that have an event of a kind.
    pub(crate) records_by_event: BTreeMap<String, u64>,
    /// Entries that have an event of a kind in a year; of dates that lie in one year.
    pub(crate) records_by_event_year: BTreeMap<String, BTreeMap<String, u64>>,
    /// Entries with an event counted for an instrument of the codex.
    pub(crate) records_by_instrument: BTreeMap<String, u64>,
    /// Kin on whom a measure fell, by relation and kind of measure.
    pub(crate) kin_by_measure: BTreeMap<String, BTreeMap<String, u64>>,
}

/// How many persons some entries are of; the interval is one of 95 %.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountedWithDoubt {
    /// Entries.
    pub(crate) n_entries: u64,
    /// Persons.
    pub(crate) n_persons: u64,
    /// Lower end over sampled partitions.
    pub(crate) low: u64,
    /// Upper end.
    pub(crate) high: u64,
}

/// Lists the sources.
#[utoipa::path(get, path = "/api/v1/sources", tag = "sources",
    params(Paging), responses((status = 200, body = Page<Source>)))]
pub(super) async fn list_sources(
    State(state): State<AppState>,
    asked: Asked,
    paging: AskedPage,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let wanted = wanted_page(paging, &build)?;
        Ok(Body::json(&page_of(index.sources(), wanted, &build, source_view)))
    })
    .await
}

/// Gives a source.
#[utoipa::path(get, path = "/api/v1/sources/{source_id}", tag = "sources",
    params(("source_id" = String, Path, description = "Id of the source")),
    responses((status = 200, body = Source)))]
pub(super) async fn get_source(
    State(state): State<AppState>,
    asked: Asked,
    source_id: Result<Path<String>, PathRejection>,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let source_id = read_id(source_id)?;
        let source = index.sources().iter().find(|source| source.source_id == source_id);
        let source = source.ok_or_else(Problem::missing)?;
        let page = format!("{}{}", build.site, source_address(&source_id));
        Ok(Body::json(&source_view(source)).with_link("canonical", page))
    })
    .await
}

/// Gives counts over all entries that are shown.
#[utoipa::path(get, path = "/api/v1/stats", tag = "stats",
    responses((status = 200, body = Stats)))]
pub(super) async fn get_stats(State(state): State<AppState>, asked: Asked) -> Response {
    answer(state, asked, move |index, _, _| Ok(Body::json(&stats_view(index)))).await
}

fn source_view(source: &PublicSource) -> Source {
    let files = source.files.iter().map(|file| SourceFile {
        name: file.name.clone(),
        size_bytes: file.size_bytes,
        sha256: file.sha256.clone(),
    });
    Source {
        source_id: source.source_id.clone(),
        title: source.title.clone(),
        citation: source.citation.clone(),
        holder: source.holder.clone(),
        licence: source.licence.clone(),
        url: source.url.clone(),
        received: source.received.clone(),
        format: source.format.clone(),
        files: files.collect(),
        n_rows: source.n_rows,
        n_records: source.n_records,
        n_rejects: source.n_rejects,
        n_withheld: source.n_withheld,
    }
}

fn stats_view(index: &PublicIndex) -> Stats {
    let (summary, counts) = (index.summary(), index.counts());
    let by_source = counts.persons.by_source.iter();
    Stats {
        build: index.build_tag().to_owned(),
        build_number: summary.build,
        as_of: summary.as_of.clone(),
        program_version: summary.program_version.clone(),
        n_records: summary.n_records,
        n_withheld: summary.n_withheld,
        n_sources: index.sources().len() as u64,
        n_families: counts.families.n_families,
        persons: doubt_view(&counts.persons.all),
        persons_by_source: by_source.map(|(id, count)| (id.clone(), doubt_view(count))).collect(),
        records_by_event: summary.event_kinds.iter().cloned().collect(),
        records_by_event_year: counts.events_by_year.clone(),
        records_by_instrument: counts.by_instrument.clone(),
        kin_by_measure: counts.families.measures.clone(),
    }
}

fn doubt_view(counted: &CountedPersons) -> CountedWithDoubt {
    CountedWithDoubt {
        n_entries: counted.n_entries,
        n_persons: counted.n_persons,
        low: counted.low,
        high: counted.high,
    }
}
