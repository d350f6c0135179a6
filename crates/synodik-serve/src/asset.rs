//! The style sheet, the scripts and the mark of the site, and what the map page loads, compiled in.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use std::sync::OnceLock;

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// A file that is compiled in.
#[derive(Debug)]
pub(crate) struct Asset {
    path: &'static str,
    kind: &'static str,
    content: &'static str,
    number: OnceLock<u64>,
}

/// The style sheet.
pub(crate) static STYLE: Asset = asset("/style.css", CSS, include_str!("../assets/style.css"));

/// The mark shown in the browser's tab.
static MARK: Asset = asset("/mark.svg", "image/svg+xml", include_str!("../assets/mark.svg"));

/// The script of the search box: suggestions while typing.
pub(crate) static SUGGEST_SCRIPT: Asset =
    asset("/suggest.js", SCRIPT, include_str!("../assets/suggest.js"));

/// The script of the map page.
pub(crate) static MAP_SCRIPT: Asset =
    asset("/map/map.js", SCRIPT, include_str!("../assets/map/map.js"));

/// The map library, its worker, its style and its licence, as its makers publish them.
static MAP_LIBRARY: Asset =
    asset("/map/maplibre-gl.mjs", SCRIPT, include_str!("../assets/vendor/maplibre-gl.mjs"));
static MAP_WORKER: Asset = asset(
    "/map/maplibre-gl-worker.mjs",
    SCRIPT,
    include_str!("../assets/vendor/maplibre-gl-worker.mjs"),
);
pub(crate) static MAP_STYLE: Asset =
    asset("/map/maplibre-gl.css", CSS, include_str!("../assets/vendor/maplibre-gl.css"));
static MAP_LICENCE: Asset = asset(
    "/map/maplibre-gl.LICENSE.txt",
    "text/plain; charset=utf-8",
    include_str!("../assets/vendor/maplibre-gl.LICENSE.txt"),
);

/// All of them, each at its path.
pub(crate) static ASSETS: [&Asset; 8] = [
    &STYLE,
    &MARK,
    &SUGGEST_SCRIPT,
    &MAP_SCRIPT,
    &MAP_LIBRARY,
    &MAP_WORKER,
    &MAP_STYLE,
    &MAP_LICENCE,
];

const fn asset(path: &'static str, kind: &'static str, content: &'static str) -> Asset {
    Asset { path, kind, content, number: OnceLock::new() }
}

impl Asset {
    /// Returns the path without what tells the content.
    pub(crate) fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the address; it changes with the content, so it may be kept for long.
    pub(crate) fn address(&self) -> String {
        format!("{}?{}", self.path, self.version())
    }

    /// Returns the route that answers with it.
    pub(crate) fn route<S: Clone + Send + Sync + 'static>(&'static self) -> MethodRouter<S> {
        get(move |uri: Uri, headers: HeaderMap| async move { self.answer(&uri, &headers) })
    }

    /// What is asked for by its version may be kept for long; without one, a browser asks again.
    fn answer(&self, uri: &Uri, headers: &HeaderMap) -> Response {
        let tag = self.entity_tag();
        let is_known = headers
            .get_all(IF_NONE_MATCH)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .any(|tags| tags.contains(&tag));
        let keeping = match uri.query() == Some(self.version().as_str()) {
            true => "public, max-age=31536000, immutable",
            false => "no-cache",
        };
        let about = [(CONTENT_TYPE, self.kind), (CACHE_CONTROL, keeping), (ETAG, tag.as_str())];
        match is_known {
            true => (StatusCode::NOT_MODIFIED, about).into_response(),
            false => (about, self.content).into_response(),
        }
    }

    fn version(&self) -> String {
        format!("v={:016x}", self.number())
    }

    /// Weak, because compression changes the bytes.
    fn entity_tag(&self) -> String {
        format!("W/\"{:016x}\"", self.number())
    }

    fn number(&self) -> u64 {
        *self.number.get_or_init(|| content_number(self.content))
    }
}

/// Returns a number that changes with the content (FNV-1a, 64 bits).
fn content_number(content: &str) -> u64 {
    content.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
