//! Routes: from a request to a page of the index shown now.
//!
//! **Invariant:** no request is logged; what goes to standard error never names
//! what was asked.

mod codex;
mod download;
mod families;
mod fixed;
mod persons;
mod places;
mod search;
mod statistics;

use self::codex::codex_routes;
use self::download::download_routes;
use self::families::families_routes;
use self::fixed::fixed_routes;
use self::persons::{find_related, persons_routes};
use self::places::places_routes;
use self::search::search_routes;
use self::statistics::statistics_routes;
use crate::api::{api_manners, api_routes};
use crate::headers::add_headers;
use crate::oai::oai_routes;
use crate::operation::{QueryFailure, guard, metrics_answer, observe, readyz, run_query};
use crate::pages::{
    Frame, HomeView, MAX_NAME_LETTERS, Page, Related, about_page, failure_page, home_page,
    missing_page, names_page, record_page, source_page, sources_page, withheld_page,
};
use crate::reconcile::reconcile_routes;
use crate::{AppState, Language};
use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, HOST, LOCATION, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::Datelike;
use std::convert::Infallible;
use synodik_index::{PublicIndex, PublicSource, RecordView};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

/// The longest record or source id that is looked up, in bytes.
pub(crate) const MAX_ID_BYTES: usize = 300;

/// Whether a search machine may list a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listing {
    Listed,
    Unlisted,
}

/// Whether a browser may keep the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// It may, and asks again before it shows it.
    Kept,
    /// Nothing of it stays: the words asked for were to leave no trace.
    Unkept,
}

/// A page with what its answer says about it.
pub(crate) struct Reply {
    status: StatusCode,
    listing: Listing,
    keeping: Keeping,
    page: Page,
    /// Where to look instead.
    location: Option<String>,
}

/// Who asks: the language, the address for the language switch, and the server's own name.
pub(crate) struct Visitor {
    language: Language,
    here: String,
    host: String,
}

/// Returns the site.
pub fn app(state: AppState) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/record/{record_id}", get(record))
        .route("/sources", get(sources))
        .route("/sources/{source_id}", get(source))
        .route("/names", get(names))
        .route("/about", get(about))
        .merge(search_routes())
        .merge(statistics_routes())
        .merge(persons_routes())
        .merge(families_routes())
        .merge(places_routes())
        .merge(codex_routes())
        .merge(fixed_routes())
        .merge(download_routes())
        .merge(api_routes())
        .merge(reconcile_routes())
        .merge(oai_routes())
        .fallback(missing)
        .route("/readyz", get(readyz))
        .with_state(state.clone())
        .layer(from_fn_with_state(state.clone(), guard))
        .layer(from_fn(api_manners))
        .layer(from_fn_with_state(state, observe))
        .layer(compression())
        .layer(map_response(add_headers))
}

/// Compresses what is not compressed yet.
fn compression() -> CompressionLayer<impl Predicate + Send + Sync + 'static> {
    let predicate = DefaultPredicate::new().and(NotForContentType::const_new("application/gzip"));
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(predicate)
}

/// Returns what the server tells of itself, for an address of its own.
pub fn metrics_app(state: AppState) -> Router {
    Router::new().route("/metrics", get(metrics_answer)).with_state(state)
}

async fn home(State(state): State<AppState>, visitor: Visitor) -> Response {
    let today = state.today();
    respond(state, visitor, move |index, frame| {
        let remembered = today.map(|day| {
            let on_day = index.on_day(&day.format("%m-%d").to_string(), day.year(), N_REMEMBERED);
            let found = on_day.unwrap_or_else(|error| {
                eprintln!("error: cannot read what happened on this day: {error}");
                Vec::new()
            });
            (day, found)
        });
        let view = HomeView {
            n_sources: index.sources().len() as u64,
            n_persons: index.counts().persons.all.n_persons,
            n_families: index.counts().families.n_families,
            family: index.example_family(),
            remembered: remembered.as_ref().map(|(day, found)| (*day, found.as_slice())),
        };
        Reply::found(home_page(frame, &view))
    })
    .await
}

/// People remembered on the home page on the day of the year.
const N_REMEMBERED: usize = 3;

async fn about(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::found(about_page(frame))).await
}

async fn sources(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| Reply::found(sources_page(frame, index.sources()))).await
}

async fn source(
    State(state): State<AppState>,
    visitor: Visitor,
    source_id: Result<Path<String>, PathRejection>,
) -> Response {
    let source_id = source_id.map(|Path(source_id)| source_id).unwrap_or_default();
    respond(state, visitor, move |index, frame| match find_source(index, &source_id) {
        Some(source) => Reply::found(source_page(frame, source)),
        None => Reply::missing(frame),
    })
    .await
}

async fn record(
    State(state): State<AppState>,
    visitor: Visitor,
    record_id: Result<Path<String>, PathRejection>,
) -> Response {
    // An address that is not UTF-8 names no record.
    let record_id = record_id.map(|Path(record_id)| record_id).unwrap_or_default();
    respond(state, visitor, move |index, frame| {
        if record_id.len() > MAX_ID_BYTES {
            return Reply::missing(frame);
        }
        match index.record(&record_id) {
            Ok(Some(RecordView::Shown(record))) => {
                let related = find_related(index, &record_id).unwrap_or_else(|error| {
                    eprintln!("error: cannot read persons: {error}");
                    Related::default()
                });
                let sources = index.sources();
                Reply::found(record_page(frame, &record, sources, &related, &|key| {
                    index.citation(key)
                }))
            }
            Ok(Some(RecordView::Withheld { record_id, source_id })) => {
                let page = withheld_page(frame, &record_id, find_source(index, &source_id));
                Reply { listing: Listing::Unlisted, ..Reply::found(page) }
            }
            Ok(None) => Reply::missing(frame),
            Err(error) => {
                eprintln!("error: cannot read a record: {error}");
                Reply::failure(frame)
            }
        }
    })
    .await
}

/// The name to be explained.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct NameForm {
    q: String,
}

async fn names(
    State(state): State<AppState>,
    visitor: Visitor,
    form: Result<Query<NameForm>, QueryRejection>,
) -> Response {
    let name = form.map(|Query(form)| form.q).unwrap_or_default();
    respond(state, visitor, move |_, frame| {
        let page = names_page(frame, &name);
        match name.chars().count() {
            0 => Reply::found(page),
            n_letters if n_letters > MAX_NAME_LETTERS => {
                Reply { status: StatusCode::BAD_REQUEST, ..Reply::unlisted(page) }
            }
            _ => Reply::unlisted(page),
        }
    })
    .await
}

async fn missing(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::missing(frame)).await
}

fn find_source<'a>(index: &'a PublicIndex, source_id: &str) -> Option<&'a PublicSource> {
    index.sources().iter().find(|source| source.source_id == source_id)
}

impl Reply {
    pub(crate) fn found(page: Page) -> Reply {
        let (listing, keeping) = (Listing::Listed, Keeping::Kept);
        Reply { status: StatusCode::OK, listing, keeping, page, location: None }
    }

    fn unlisted(page: Page) -> Reply {
        Reply { listing: Listing::Unlisted, ..Reply::found(page) }
    }

    /// The form has a mistake, which the page names.
    fn refused(page: Page) -> Reply {
        Reply { status: StatusCode::BAD_REQUEST, ..Reply::unlisted(page) }
    }

    fn missing(frame: Frame<'_>) -> Reply {
        Reply { status: StatusCode::NOT_FOUND, ..Reply::unlisted(missing_page(frame)) }
    }

    /// The page is at another address; browsers go there at once.
    fn elsewhere(frame: Frame<'_>, address: String) -> Reply {
        let reply = Reply::missing(frame);
        Reply { status: StatusCode::SEE_OTHER, location: Some(address), ..reply }
    }

    fn failure(frame: Frame<'_>) -> Reply {
        let page = failure_page(frame);
        Reply { status: StatusCode::INTERNAL_SERVER_ERROR, ..Reply::unlisted(page) }
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visitor, Infallible> {
        let here = parts.uri.path_and_query().map_or("/", |address| address.as_str());
        Ok(Visitor {
            language: Language::of_request(&parts.headers),
            here: here.to_owned(),
            host: host_of(parts).unwrap_or_default().to_owned(),
        })
    }
}

/// The longest name of a server, in bytes.
const MAX_HOST_BYTES: usize = 253;

/// Returns the name of the server as it was asked for, with the port.
pub(crate) fn host_of(parts: &Parts) -> Option<&str> {
    let host = parts.headers.get(HOST)?.to_str().ok()?;
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    (host.len() <= MAX_HOST_BYTES && host.bytes().all(is_sign)).then_some(host)
}

/// Makes a page away from the threads that talk to the network, as many at once as
/// there are cores.
pub(crate) async fn respond<F>(state: AppState, visitor: Visitor, make: F) -> Response
where
    F: FnOnce(&PublicIndex, Frame<'_>) -> Reply + Send + 'static,
{
    let language = visitor.language;
    let words = state.clone();
    let made = run_query(&state, move |index| {
        let text = words.locales().text(language);
        let frame = Frame {
            text,
            here: &visitor.here,
            host: &visitor.host,
            archive: index.summary(),
            gazetteer: index.gazetteer(),
        };
        make(index, frame)
    });
    match made.await {
        Ok(Reply { status, listing, keeping, page: Ok(html), location }) => {
            let mut response = html_response(status, listing, language, html);
            if keeping == Keeping::Unkept {
                let headers = response.headers_mut();
                headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            }
            if let Some(Ok(location)) = location.map(|address| address.parse()) {
                response.headers_mut().insert(LOCATION, location);
            }
            response
        }
        Ok(Reply { page: Err(error), .. }) => plain_failure(&error.to_string()),
        Err(failure) => query_failure(failure),
    }
}

/// Answers a question that got no answer.
fn query_failure(failure: QueryFailure) -> Response {
    match failure {
        QueryFailure::Crashed => plain_failure("the page could not be made"),
        QueryFailure::TooSlow => {
            let mut response = plain_failure("a page took too long");
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            response
        }
    }
}

fn html_response(
    status: StatusCode,
    listing: Listing,
    language: Language,
    html: String,
) -> Response {
    let robots = match listing {
        Listing::Listed => "all",
        Listing::Unlisted => "noindex",
    };
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_LANGUAGE, language.tag()),
        (VARY, "Accept-Language, Cookie"),
        (CACHE_CONTROL, "no-cache"),
        (HeaderName::from_static("x-robots-tag"), robots),
    ];
    (status, headers, html).into_response()
}

/// Answers when even the page about a failure cannot be made.
fn plain_failure(cause: &str) -> Response {
    eprintln!("error: {cause}");
    let words = "The archive cannot answer now. Архив сейчас не может ответить.\n";
    (StatusCode::INTERNAL_SERVER_ERROR, [(CACHE_CONTROL, "no-store")], words).into_response()
}
