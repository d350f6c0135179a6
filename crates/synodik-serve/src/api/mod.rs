//! The API: what the pages show, for programs. Read-only, without keys, for everybody.
//!
//! [`api_routes`] is the list of what can be asked; from the very functions that answer the
//! description in OpenAPI is made. Every answer has an entity tag, every list a cursor, every
//! error is a problem document.
//!
//! **Invariant:** answers are made of the public index alone, field by field.

mod answer;
mod archive;
mod codex;
mod codex_views;
mod description;
mod family;
mod filters;
mod paging;
mod person;
mod places;
mod problem;
mod record;
mod search;

pub(crate) use self::answer::{Asked, Body, Build, answer, site_address};
pub(crate) use self::description::DescribedPath;
pub(crate) use self::paging::{cursor_of, read_cursor};
pub(crate) use self::problem::{Problem, as_problem};

use self::description::{described, description_text};
use crate::AppState;
use crate::headers::AnyOrigin;
use crate::pages::api_page;
use crate::routes::{Reply, Visitor, respond};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// In which form an answer is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FormChoice {
    /// `json` (as described here), `jsonld` (schema.org and PROV) or `ftm` (FollowTheMoney, one
    /// entity a line). Goes before the header `Accept`.
    #[param(pattern = "^(json|jsonld|ftm)?$")]
    #[expect(dead_code, reason = "for the description; the form is read with the header Accept")]
    format: Option<String>,
}

/// Returns the routes of version 1 with its description and its page.
pub(crate) fn api_routes() -> Router<AppState> {
    let (router, _) = version_1().split_for_parts();
    router.route("/api/v1/openapi.json", get(openapi)).route("/api", get(page))
}

fn version_1() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(record::list_records))
        .routes(routes!(record::get_record))
        .routes(routes!(record::list_events))
        .routes(routes!(person::list_persons))
        .routes(routes!(person::get_person))
        .routes(routes!(family::list_families))
        .routes(routes!(family::get_family))
        .routes(routes!(places::list_places))
        .routes(routes!(places::get_place))
        .routes(routes!(search::search))
        .routes(routes!(archive::list_sources))
        .routes(routes!(archive::get_source))
        .routes(routes!(archive::get_stats))
        .merge(codex::codex_api())
}

async fn openapi() -> Response {
    ([(CONTENT_TYPE, "application/vnd.oai.openapi+json;version=3.1")], description_text())
        .into_response()
}

async fn page(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::found(api_page(frame, &described()))).await
}

/// Returns whether programs ask there, so that errors are problems and every origin may read.
fn is_of_api(path: &str) -> bool {
    path.starts_with("/api/")
}

/// Stands around all routes: below `/api/` every error becomes a problem, and every origin may
/// read what can be asked with GET, for all of it is public.
pub(crate) async fn api_manners(request: Request, next: Next) -> Response {
    if !is_of_api(request.uri().path()) {
        return next.run(request).await;
    }
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_reconciling = request.uri().path().starts_with("/api/reconcile");
    let mut response = if *request.method() == Method::OPTIONS {
        let methods = if is_reconciling { "GET, HEAD, POST" } else { "GET, HEAD" };
        let headers = [(ACCESS_CONTROL_ALLOW_METHODS, methods), (ACCESS_CONTROL_MAX_AGE, "86400")];
        (StatusCode::NO_CONTENT, headers).into_response()
    } else {
        as_problem(next.run(request).await)
    };
    if is_reading || is_reconciling || response.status() == StatusCode::NO_CONTENT {
        response.extensions_mut().insert(AnyOrigin);
    }
    response
}
