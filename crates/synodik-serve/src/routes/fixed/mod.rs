//! Routes whose answers do not depend on the index: the language switch, the style
//! sheet, and what programs ask for.

use crate::Language;
use crate::address::is_local_path;
use crate::asset::ASSETS;
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
    let router = Router::new()
        .route("/language", get(choose_language))
        .route("/healthz", get(|| async { ([(CACHE_CONTROL, "no-store")], "ok\n") }));
    ASSETS.iter().fold(router, |router, asset| router.route(asset.path(), asset.route()))
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
