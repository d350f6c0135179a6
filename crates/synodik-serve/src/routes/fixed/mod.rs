//! Routes whose answers do not depend on the index: the language switch, the style
//! sheet, and what programs ask for.

use crate::Language;
use crate::address::is_local_path;
use crate::asset::{MARK, STYLE, entity_tag};
use crate::language::COOKIE_NAME;
use axum::Router;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

/// The form behind the language switch.
#[derive(Debug, Deserialize)]
struct LanguageChoice {
    to: String,
    #[serde(default)]
    back: String,
}

/// Returns the routes.
pub(super) fn fixed_routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/language", get(choose_language))
        .route("/style.css", get(|headers| asset("text/css; charset=utf-8", STYLE, headers)))
        .route("/mark.svg", get(|headers| asset("image/svg+xml", MARK, headers)))
        .route("/healthz", get(|| async { ([(CACHE_CONTROL, "no-store")], "ok\n") }))
}

async fn choose_language(choice: Result<Query<LanguageChoice>, QueryRejection>) -> Response {
    let Ok(Query(choice)) = choice else {
        return (StatusCode::SEE_OTHER, [(LOCATION, "/".to_owned())]).into_response();
    };
    let back = if is_local_path(&choice.back) { choice.back } else { "/".to_owned() };
    let unlisted = [(HeaderName::from_static("x-robots-tag"), "noindex")];
    match Language::from_tag(&choice.to) {
        Some(language) => {
            let year_secs = 365 * 24 * 60 * 60;
            let cookie = format!(
                "{COOKIE_NAME}={}; Path=/; Max-Age={year_secs}; SameSite=Lax; HttpOnly",
                language.tag()
            );
            (StatusCode::SEE_OTHER, unlisted, [(LOCATION, back), (SET_COOKIE, cookie)])
                .into_response()
        }
        None => (StatusCode::SEE_OTHER, unlisted, [(LOCATION, back)]).into_response(),
    }
}

async fn asset(kind: &'static str, content: &'static str, headers: HeaderMap) -> Response {
    let tag = entity_tag(content);
    let is_known = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|tags| tags.contains(&tag));
    let about = [
        (CONTENT_TYPE, kind.to_owned()),
        (CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (ETAG, tag),
    ];
    if is_known {
        (StatusCode::NOT_MODIFIED, about).into_response()
    } else {
        (about, content).into_response()
    }
}

#[cfg(test)]
mod tests;
