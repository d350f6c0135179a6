//! Routes whose answers do not depend on the index: the language switch, the style
//! sheet, and what programs ask for.

use crate::Language;
use crate::address::is_local_path;
use crate::asset::{MARK, STYLE, SUGGEST_SCRIPT, served_asset};
use crate::language::COOKIE_NAME;
use axum::Router;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderName, StatusCode};
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
        .route("/style.css", get(|headers| served_asset("text/css; charset=utf-8", STYLE, headers)))
        .route(
            "/suggest.js",
            get(|headers| served_asset("text/javascript; charset=utf-8", SUGGEST_SCRIPT, headers)),
        )
        .route("/mark.svg", get(|headers| served_asset("image/svg+xml", MARK, headers)))
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

#[cfg(test)]
mod tests;
