//! Search: the same as that of the page, hit by hit with why it was found.

use super::answer::{Asked, Body, answer};
use super::filters::{ListFilters, problem_of};
use super::paging::{Page, Paging};
use super::problem::Problem;
use super::record::both;
use crate::AppState;
use crate::SearchForm;
use crate::question::MAX_OFFSET;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use synodik_index::{Facet, Hit, SearchResult, WordMatch};
use utoipa::{IntoParams, ToSchema};

/// What is looked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(crate) struct Words {
    /// Names in any order and script, places, years. `/api/v1/records` lists by filters alone.
    #[param(required, max_length = 200, pattern = "\\S", example = "Ivanov Ivan 1937")]
    q: String,
}

/// The answer to a search.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Found {
    /// All entries found.
    pub(crate) n_found: u64,
    /// Those among them found as typed, in either script.
    pub(crate) n_exact: u64,
    /// Counts over all entries found.
    pub(crate) facets: Vec<FoundFacet>,
    /// The hits of this page, best first.
    #[serde(flatten)]
    pub(crate) page: Page<FoundEntry>,
}

/// One entry found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundEntry {
    /// The entry.
    pub(crate) record_id: String,
    /// Its source.
    pub(crate) source_id: String,
    /// The name, as written; empty when the entry has none.
    pub(crate) name: String,
    /// Days of birth in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) birth_edtf: Option<String>,
    /// Relevance; to be compared within this answer only.
    pub(crate) score: f32,
    /// Whether a word was found only in another form or spelling.
    pub(crate) is_similar: bool,
    /// Why it was found: one line a typed word.
    pub(crate) matches: Vec<FoundWord>,
    /// The person it is held to be of.
    pub(crate) person_id: String,
}

/// Why a typed word was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundWord {
    /// The word typed.
    pub(crate) typed: String,
    /// The word of the entry; empty when it is missing there.
    pub(crate) found: String,
    /// How both belong together, such as `as_typed`, `latin_spelling`, `one_error`.
    pub(crate) kind: &'static str,
    /// The field it stands in, `event`, or empty.
    pub(crate) place: String,
}

/// Counts of one property.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundFacet {
    /// `source`, `event`, `measure`, `nationality`, `instrument`, `birth_decade` or `event_year`.
    pub(crate) name: String,
    /// Values with their counts.
    pub(crate) values: Vec<FoundFacetValue>,
}

/// One value of a property.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundFacetValue {
    /// The value, as a filter takes it.
    pub(crate) value: String,
    /// Entries that have it.
    pub(crate) n_records: u64,
}

/// Finds entries. The first 10,000 can be leafed through; `/api/v1/records` lists all.
#[utoipa::path(get, path = "/api/v1/search", tag = "search",
    params(Words, ListFilters, Paging), responses((status = 200, body = Found)))]
pub(super) async fn search(
    State(state): State<AppState>,
    asked: Asked,
    words: Result<Query<Words>, QueryRejection>,
    filters: Result<Query<ListFilters>, QueryRejection>,
    paging: Result<Query<Paging>, QueryRejection>,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let Query(words) = words.map_err(|_| Problem::unreadable())?;
        let (Query(filters), Query(paging)) = both(filters, paging)?;
        let wanted = paging.read(&build)?;
        let form = SearchForm { q: words.q, ..filters.form() };
        let mut request = form.parse().map_err(problem_of)?;
        if form.q.trim().is_empty() {
            return Err(Problem::parameter("q", "missing"));
        }
        let from = usize::try_from(wanted.from).unwrap_or(usize::MAX);
        if from > MAX_OFFSET {
            return Err(Problem::parameter("cursor", "offset"));
        }
        (request.offset, request.limit) = (from, wanted.limit);
        let result = index.search(&request)?;
        let next = from + wanted.limit;
        let has_more = (next as u64) < result.n_found && next <= MAX_OFFSET;
        let SearchResult { n_found, n_exact, hits, facets } = result;
        let items = hits.into_iter().map(hit_view).collect();
        let page = Page::new(items, has_more.then_some(next as u64), &build);
        let facets = facets.into_iter().map(facet_view).collect();
        Ok(Body::json(&Found { n_found, n_exact, facets, page }))
    })
    .await
}

fn hit_view(hit: Hit) -> FoundEntry {
    let record = hit.record;
    FoundEntry {
        person_id: hit.person.map_or_else(|| record.record_id.clone(), |found| found.person_id),
        record_id: record.record_id,
        source_id: record.source_id,
        name: record.name,
        birth_edtf: record.birth_edtf,
        score: hit.score,
        is_similar: hit.is_similar,
        matches: hit.matches.into_iter().map(word_view).collect(),
    }
}

fn word_view(word: WordMatch) -> FoundWord {
    FoundWord { typed: word.typed, found: word.found, kind: word.kind.name(), place: word.place }
}

fn facet_view(facet: Facet) -> FoundFacet {
    let values = facet.values.into_iter();
    FoundFacet {
        name: facet.name,
        values: values
            .map(|value| FoundFacetValue { value: value.value, n_records: value.n_records })
            .collect(),
    }
}
