//! Routes of the search: its page, suggestions while typing, and what was found as a file.
//!
//! A search may come by address or by post. By post its words stand in no address, so neither in
//! the history of the browser nor in what a proxy notes; the page then leads on by post, too.

use super::{Keeping, Reply, Visitor, respond};
use crate::operation::run_query;
use crate::pages::{
    Answer, Asking, Coverage, EmptyAdvice, ExportFormat, Frame, Variant, export_of, search_page,
};
use crate::{AppState, FormMistake, SearchForm};
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use synodik_index::{Filters, IndexError, PublicIndex, SearchRequest, SearchResult};

/// The most bytes of a search that comes by post.
const MAX_POST_BYTES: usize = 16 * 1024;

/// The most letters that suggestions are made for.
const MAX_SUGGEST_LETTERS: usize = 100;

/// Words of a query that may be left out in turn when nothing is found.
const MAX_WORDS_LEFT_OUT: usize = 4;

/// By how many years a search is widened when nothing is found.
const NEIGHBOURING_YEARS: i32 = 3;

/// An address that is refused, as one that is damaged: it has a field twice.
const DAMAGED: &str = "/?q=&q=";

type Form = Result<Query<SearchForm>, QueryRejection>;

/// Returns the routes.
pub(super) fn search_routes() -> Router<AppState> {
    Router::new()
        .route("/search", get(search).post(search_by_post))
        .route("/search/export", get(export).post(export_by_post))
        .route("/suggest", get(suggest))
        .layer(DefaultBodyLimit::max(MAX_POST_BYTES))
}

async fn search(State(state): State<AppState>, visitor: Visitor, form: Form) -> Response {
    respond(state, visitor, move |index, frame| search_reply(index, frame, form, Asking::ByAddress))
        .await
}

async fn search_by_post(State(state): State<AppState>, visitor: Visitor, body: Bytes) -> Response {
    respond(state, visitor, move |index, frame| {
        let form = form_of_post(&body);
        let reply = search_reply(index, frame, form, Asking::ByPost);
        Reply { keeping: Keeping::Unkept, ..reply }
    })
    .await
}

/// A search by post that another page of it leads to: its address, that stays in the page.
#[derive(Deserialize)]
struct Again {
    again: String,
}

/// Reads the fields of a form, or the address that a button of the page before stands for.
fn form_of_post(body: &[u8]) -> Form {
    let body = std::str::from_utf8(body).unwrap_or("%");
    let again = query_of::<Again>(body)
        .ok()
        .and_then(|Query(again)| again.again.split_once('?').map(|(_, query)| query.to_owned()));
    query_of(again.as_deref().unwrap_or(body))
}

/// Reads fields that are written as in an address.
fn query_of<T: serde::de::DeserializeOwned>(query: &str) -> Result<Query<T>, QueryRejection> {
    // What cannot stand in an address is no form.
    let address: Uri = format!("/?{query}").parse().unwrap_or_else(|_| Uri::from_static(DAMAGED));
    Query::try_from_uri(&address)
}

fn search_reply(index: &PublicIndex, frame: Frame<'_>, form: Form, asking: Asking) -> Reply {
    let is_readable = form.is_ok();
    let form = form.map(|Query(form)| form).unwrap_or_default();
    let asked = match is_readable {
        true => form.parse(),
        false => Err(vec![FormMistake { field: "", kind: "address" }]),
    };
    let sources = index.sources();
    let page = |answer| search_page(frame, (&form, asking), answer, sources);
    let request = match asked {
        Ok(request) => request,
        Err(mistakes) => return Reply::refused(page(Answer::Mistakes(&mistakes))),
    };
    if form.is_blank() {
        return Reply::unlisted(page(Answer::Blank));
    }
    match answer_of(index, &request) {
        Ok((result, coverage)) => {
            if result.n_found > 0 {
                let families = families_of(index, &result);
                let other_layout = match result.n_exact {
                    0 => variants_in(index, other_layout(&form)),
                    _ => Ok(Vec::new()),
                };
                let other_layout = match &other_layout {
                    Ok(variants) => variants.first(),
                    Err(error) => return failure(frame, error),
                };
                return Reply::unlisted(page(Answer::Found {
                    result: &result,
                    coverage: &coverage,
                    families: &families,
                    other_layout,
                }));
            }
            match variants_of(index, &form, &request) {
                Ok(variants) => {
                    let advice = EmptyAdvice { variants };
                    Reply::unlisted(page(Answer::Nothing { coverage: &coverage, advice: &advice }))
                }
                Err(error) => failure(frame, &error),
            }
        }
        Err(error) => failure(frame, &error),
    }
}

fn answer_of(
    index: &PublicIndex,
    request: &SearchRequest,
) -> Result<(SearchResult, Coverage), IndexError> {
    let result = index.search(request)?;
    let coverage = coverage_of(index, request, &result)?;
    Ok((result, coverage))
}

/// Returns the families of the records found, by their place in the page.
fn families_of(index: &PublicIndex, result: &SearchResult) -> Vec<Option<String>> {
    let hits = result.hits.iter();
    hits.map(|hit| index.family_of_record(&hit.record.record_id)).collect()
}

/// Returns what the lists cover of the place and the years asked for.
fn coverage_of(
    index: &PublicIndex,
    request: &SearchRequest,
    result: &SearchResult,
) -> Result<Coverage, IndexError> {
    let filters = &request.filters;
    let place = match filters.place.clone().or_else(|| place_found(result)) {
        None if result.n_found == 0 => place_typed(index, &request.query)?,
        place => place,
    };
    let of_place = match &place {
        Some(place) => {
            Some(index.coverage(&Filters { place: Some(place.clone()), ..Filters::default() })?)
        }
        None => None,
    };
    let years = match (filters.event_from, filters.event_to) {
        (None, None) => None,
        asked => Some(asked),
    };
    let of_years = match years {
        Some((event_from, event_to)) => {
            Some(index.coverage(&Filters { event_from, event_to, ..Filters::default() })?)
        }
        None => None,
    };
    Ok(Coverage { n_sources: index.sources().len() as u64, place, of_place, years, of_years })
}

/// Returns the typed word that was found as a place in the first hit.
fn place_found(result: &SearchResult) -> Option<String> {
    let matches = &result.hits.first()?.matches;
    let of_place = matches.iter().find(|found| found.kind == synodik_index::MatchKind::Place)?;
    Some(of_place.typed.clone())
}

/// Returns the first word typed that some list has as a place.
fn place_typed(index: &PublicIndex, query: &str) -> Result<Option<String>, IndexError> {
    let words = query.split_whitespace().filter(|word| word.chars().count() >= MIN_PLACE_LETTERS);
    for word in words.take(MAX_WORDS_LEFT_OUT) {
        let filters = Filters { place: Some(word.to_owned()), ..Filters::default() };
        if index.coverage(&filters)?.n_found > 0 {
            return Ok(Some(word.to_owned()));
        }
    }
    Ok(None)
}

/// Letters of the shortest word that is looked up as a place when nothing is found.
const MIN_PLACE_LETTERS: usize = 4;

/// Returns searches near this one that find something.
fn variants_of(
    index: &PublicIndex,
    form: &SearchForm,
    request: &SearchRequest,
) -> Result<Vec<Variant>, IndexError> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let words: Vec<&str> = form.q.split_whitespace().collect();
    if (2..=MAX_WORDS_LEFT_OUT).contains(&words.len()) {
        for left_out in 0..words.len() {
            let mut rest = words.clone();
            let word = rest.remove(left_out).to_owned();
            let changed = SearchForm { q: rest.join(" "), offset: String::new(), ..form.clone() };
            candidates.push(("variant-without", word, changed));
        }
    }
    candidates.extend(other_layout(form));
    if form.has_filter() {
        let filters = SearchForm { q: form.q.clone(), ..SearchForm::default() };
        if !filters.is_blank() {
            candidates.push(("variant-no-filters", String::new(), filters));
        }
        candidates.extend(wider_years(form, request));
    }
    variants_in(index, candidates)
}

/// A search near the one asked: key of its words, what they name, and the form.
type Candidate = (&'static str, String, SearchForm);

/// Returns the search for what the same keys write in the other script.
fn other_layout(form: &SearchForm) -> Option<Candidate> {
    let typed = synodik_names::other_layout(&form.q)?;
    let changed = SearchForm { q: typed.clone(), offset: String::new(), ..form.clone() };
    Some(("variant-layout", typed, changed))
}

/// Returns those searches that find something, with how much.
fn variants_in(
    index: &PublicIndex,
    candidates: impl IntoIterator<Item = Candidate>,
) -> Result<Vec<Variant>, IndexError> {
    let mut variants = Vec::new();
    for (key, value, form) in candidates {
        let Ok(request) = form.parse() else { continue };
        let (n_found, _) = index.list(&SearchRequest { limit: 0, ..request })?;
        if n_found > 0 {
            variants.push(Variant { key, value, address: form.address_with(&[]), n_found });
        }
    }
    Ok(variants)
}

/// Returns the search with a few years more on both sides.
fn wider_years(form: &SearchForm, request: &SearchRequest) -> Vec<Candidate> {
    let filters = &request.filters;
    let less = |year: Option<i32>| {
        year.map_or(String::new(), |year| (year - NEIGHBOURING_YEARS).to_string())
    };
    let more = |year: Option<i32>| {
        year.map_or(String::new(), |year| (year + NEIGHBOURING_YEARS).to_string())
    };
    let mut wider = Vec::new();
    if filters.event_from.is_some() || filters.event_to.is_some() {
        let (event_from, event_to) = (less(filters.event_from), more(filters.event_to));
        let value = format!("{event_from}–{event_to}");
        let offset = String::new();
        wider.push((
            "variant-years",
            value,
            SearchForm { event_from, event_to, offset, ..form.clone() },
        ));
    }
    if filters.birth_from.is_some() || filters.birth_to.is_some() {
        let (birth_from, birth_to) = (less(filters.birth_from), more(filters.birth_to));
        let value = format!("{birth_from}–{birth_to}");
        let offset = String::new();
        wider.push((
            "variant-birth",
            value,
            SearchForm { birth_from, birth_to, offset, ..form.clone() },
        ));
    }
    wider
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct SuggestForm {
    q: String,
}

async fn suggest(
    State(state): State<AppState>,
    form: Result<Query<SuggestForm>, QueryRejection>,
) -> Response {
    let typed = form.map(|Query(form)| form.q).unwrap_or_default();
    let made = run_query(&state, move |index| {
        if typed.chars().count() > MAX_SUGGEST_LETTERS {
            return Vec::new();
        }
        index.suggest(&typed).unwrap_or_else(|error| {
            eprintln!("error: cannot suggest names: {error}");
            Vec::new()
        })
    });
    let found = made.await.unwrap_or_default();
    let found: Vec<_> = found
        .iter()
        .map(|found| serde_json::json!({ "words": found.words, "born": found.born }))
        .collect();
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    (StatusCode::OK, headers, serde_json::Value::from(found).to_string()).into_response()
}

/// In which format a result is asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
struct FormatForm {
    format: String,
}

async fn export(State(state): State<AppState>, visitor: Visitor, form: Form, uri: Uri) -> Response {
    let format = Query::<FormatForm>::try_from_uri(&uri).map(|Query(form)| form.format);
    export_reply(state, visitor, form, format.unwrap_or_default()).await
}

async fn export_by_post(State(state): State<AppState>, visitor: Visitor, body: Bytes) -> Response {
    let body = std::str::from_utf8(&body).unwrap_or("%");
    let again = query_of::<Again>(body).map(|Query(again)| again.again).unwrap_or_default();
    let query = again.split_once('?').map(|(_, query)| query).unwrap_or_default();
    let format = query_of::<FormatForm>(query).map(|Query(form)| form.format);
    export_reply(state, visitor, query_of(query), format.unwrap_or_default()).await
}

async fn export_reply(state: AppState, visitor: Visitor, form: Form, format: String) -> Response {
    let form = form.map(|Query(form)| form).unwrap_or_default();
    let (Some(format), Ok(request)) = (ExportFormat::from_name(&format), form.parse()) else {
        return respond(state, visitor, |_, frame| Reply::missing(frame)).await;
    };
    if form.is_blank() {
        return respond(state, visitor, |_, frame| Reply::missing(frame)).await;
    }
    let made = run_query(&state, move |index| {
        let limit = ExportFormat::MAX_ROWS;
        let (_, records) = index.list(&SearchRequest { offset: 0, limit, ..request })?;
        Ok::<String, IndexError>(export_of(format, &records, (&visitor.host, index)))
    });
    match made.await {
        Ok(Ok(file)) => {
            let name = format!("attachment; filename=\"synodik.{}\"", format.ending());
            let headers = [
                (CONTENT_TYPE, format.media_type().to_owned()),
                (CONTENT_DISPOSITION, name),
                (CACHE_CONTROL, "no-store".to_owned()),
                (HeaderName::from_static("x-robots-tag"), "noindex".to_owned()),
            ];
            (StatusCode::OK, headers, file).into_response()
        }
        Ok(Err(error)) => super::plain_failure(&format!("cannot export a search: {error}")),
        Err(failure) => super::query_failure(failure),
    }
}

fn failure(frame: Frame<'_>, error: &IndexError) -> Reply {
    eprintln!("error: cannot search: {error}");
    Reply::failure(frame)
}
