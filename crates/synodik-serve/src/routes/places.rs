//! Routes of places and of the map.

use super::{MAX_ID_BYTES, Reply, Visitor, query_failure, respond};
use crate::operation::run_query;
use crate::pages::{
    MapForm, MapSource, PlaceForm, PlaceRecords, map_data, map_outlines, map_page, place_page,
    places_page,
};
use crate::question::MAX_OFFSET;
use crate::{AppState, FormMistake, SearchForm};
use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::borrow::Cow;
use synodik_index::{Filters, IndexError, PublicIndex, SearchRequest, StationKind, StayCounts};

/// Records that a place page lists at once.
const N_PER_PAGE: usize = 30;

/// What the map page may load: the map library, its worker and the counts, all from here.
const MAP_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
     script-src 'self'; worker-src 'self'; connect-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

/// Returns the routes.
pub(super) fn places_routes() -> Router<AppState> {
    Router::new()
        .route("/places", get(places))
        .route("/places/{place_id}", get(place))
        .route("/map", get(map))
        .route("/map/data.json", get(data))
        .route("/map/outlines.json", get(outlines))
}

async fn places(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| {
        places_page(frame, index).map_or_else(|error| failure(frame, &error), Reply::found)
    })
    .await
}

async fn place(
    State(state): State<AppState>,
    visitor: Visitor,
    place_id: Result<Path<String>, PathRejection>,
    form: Result<Query<PlaceForm>, QueryRejection>,
) -> Response {
    let place_id = place_id.map(|Path(place_id)| place_id).unwrap_or_default();
    let form = form.map(|Query(form)| form).unwrap_or_default();
    respond(state, visitor, move |index, frame| {
        let known = (place_id.len() <= MAX_ID_BYTES).then(|| index.gazetteer().place(&place_id));
        let Some(place) = known.flatten() else { return Reply::missing(frame) };
        let made = records_at(index, &place.place_id, &form)
            .and_then(|records| place_page(frame, index, place, (&form, &records)));
        match made {
            Ok(page) if form == PlaceForm::default() => Reply::found(page),
            Ok(page) => Reply::unlisted(page),
            Err(error) => failure(frame, &error),
        }
    })
    .await
}

fn records_at(
    index: &PublicIndex,
    place_id: &str,
    form: &PlaceForm,
) -> Result<PlaceRecords, IndexError> {
    let year = form.year.trim().parse().ok().filter(|year| (1..10_000).contains(year));
    let filters = Filters {
        place_id: Some(place_id.to_owned()),
        place_kind: StationKind::from_name(&form.kind),
        event_from: year,
        event_to: year,
        ..Filters::default()
    };
    let offset = form.offset.trim().parse().unwrap_or(0).min(MAX_OFFSET);
    let request = SearchRequest { query: String::new(), filters, offset, limit: N_PER_PAGE };
    let found = index.search(&request)?;
    Ok(PlaceRecords { hits: found.hits, n_found: found.n_found, offset, n_per_page: N_PER_PAGE })
}

/// Returns the counts for a form; those over all records are ready.
fn counts_for<'a>(
    index: &'a PublicIndex,
    form: &SearchForm,
) -> Result<Cow<'a, StayCounts>, MapFailure> {
    if form.is_blank() {
        return Ok(Cow::Borrowed(&index.places().stays));
    }
    let request = form.parse().map_err(MapFailure::Mistakes)?;
    index.count_stays(&request).map(Cow::Owned).map_err(MapFailure::Index)
}

enum MapFailure {
    Mistakes(Vec<FormMistake>),
    Index(IndexError),
}

async fn map(
    State(state): State<AppState>,
    visitor: Visitor,
    form: Result<Query<SearchForm>, QueryRejection>,
    choice: Result<Query<MapForm>, QueryRejection>,
) -> Response {
    let form = form.map(|Query(form)| form);
    let choice = choice.map(|Query(choice)| choice).unwrap_or_default();
    let mut response = respond(state, visitor, move |index, frame| {
        let (form, counts) = match form {
            Ok(form) => {
                let counts = counts_for(index, &form);
                (form, counts)
            }
            Err(_) => {
                let mistake = FormMistake { field: "", kind: "address" };
                (SearchForm::default(), Err(MapFailure::Mistakes(vec![mistake])))
            }
        };
        let nothing = StayCounts::default();
        let source =
            |counts| MapSource { counts, gazetteer: index.gazetteer(), places: index.places() };
        match &counts {
            Ok(counts) => {
                let page = map_page(frame, (&form, &choice), source(counts), &[]);
                let is_whole = form.is_blank() && choice == MapForm::default();
                if is_whole { Reply::found(page) } else { Reply::unlisted(page) }
            }
            Err(MapFailure::Mistakes(mistakes)) => {
                Reply::refused(map_page(frame, (&form, &choice), source(&nothing), mistakes))
            }
            Err(MapFailure::Index(error)) => failure(frame, error),
        }
    })
    .await;
    let policy = HeaderValue::from_static(MAP_POLICY);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    response
}

/// The counts of the map as JSON, for the map that a browser draws.
async fn data(
    State(state): State<AppState>,
    visitor: Visitor,
    form: Result<Query<SearchForm>, QueryRejection>,
) -> Response {
    let Ok(Query(form)) = form else { return StatusCode::BAD_REQUEST.into_response() };
    let words = state.clone();
    let made = run_query(&state, move |index| {
        let t = words.locales().text(visitor.language);
        let counts = counts_for(index, &form)?;
        let source =
            MapSource { counts: &counts, gazetteer: index.gazetteer(), places: index.places() };
        Ok::<String, MapFailure>(map_data(t, source).to_string())
    });
    match made.await {
        Ok(Ok(json)) => json_response(json),
        Ok(Err(MapFailure::Mistakes(_))) => StatusCode::BAD_REQUEST.into_response(),
        Ok(Err(MapFailure::Index(error))) => {
            eprintln!("error: cannot count places: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(failure) => query_failure(failure),
    }
}

async fn outlines() -> Response {
    json_response(map_outlines().to_owned())
}

fn json_response(json: String) -> Response {
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
        (VARY, "Accept-Language, Cookie"),
    ];
    (StatusCode::OK, headers, json).into_response()
}

fn failure(frame: crate::pages::Frame<'_>, error: &IndexError) -> Reply {
    eprintln!("error: cannot read places: {error}");
    Reply::failure(frame)
}
