//! The style sheet, the scripts and the mark of the site, and what the map page loads, compiled in.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

/// The style sheet.
pub(crate) const STYLE: &str = include_str!("../assets/style.css");

/// The mark shown in the browser's tab.
pub(crate) const MARK: &str = include_str!("../assets/mark.svg");

/// The script of the map page.
pub(crate) const MAP_SCRIPT: &str = include_str!("../assets/map/map.js");

/// The map library, its worker, its style and its licence, as its makers publish them.
pub(crate) const MAP_LIBRARY: &str = include_str!("../assets/vendor/maplibre-gl.mjs");
pub(crate) const MAP_WORKER: &str = include_str!("../assets/vendor/maplibre-gl-worker.mjs");
pub(crate) const MAP_STYLE: &str = include_str!("../assets/vendor/maplibre-gl.css");
pub(crate) const MAP_LICENCE: &str = include_str!("../assets/vendor/maplibre-gl.LICENSE.txt");

/// Address of the script of the map page.
pub(crate) fn map_script_address() -> String {
    format!("/map/map.js?v={:016x}", content_number(MAP_SCRIPT))
}

/// Address of the style of the map library.
pub(crate) fn map_style_address() -> String {
    format!("/map/maplibre-gl.css?v={:016x}", content_number(MAP_STYLE))
}

/// Answers with an asset that may be kept for long, or that it has not changed.
pub(crate) async fn served_asset(
    kind: &'static str,
    content: &'static str,
    headers: HeaderMap,
) -> Response {
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
    match is_known {
        true => (StatusCode::NOT_MODIFIED, about).into_response(),
        false => (about, content).into_response(),
    }
}

/// The script of the search box: suggestions while typing.
pub(crate) const SUGGEST_SCRIPT: &str = include_str!("../assets/suggest.js");

/// Address of the script of the search box.
pub(crate) fn suggest_script_address() -> String {
    format!("/suggest.js?v={:016x}", content_number(SUGGEST_SCRIPT))
}

/// Address of the style sheet; it changes with its content, so it may be kept for long.
pub(crate) fn style_address() -> String {
    format!("/style.css?v={:016x}", content_number(STYLE))
}

/// Returns the entity tag of an asset; weak, because compression changes the bytes.
pub(crate) fn entity_tag(content: &str) -> String {
    format!("W/\"{:016x}\"", content_number(content))
}

/// Returns a number that changes with the content (FNV-1a, 64 bits).
fn content_number(content: &str) -> u64 {
    content.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
