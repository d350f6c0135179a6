//! Tables for download, and the map of the site for search machines.

use super::{Reply, Visitor, respond};
use crate::AppState;
use crate::address::record_address;
use crate::api::site_address;
use crate::operation::{FileBody, run_query};
use crate::pages::download_page;
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, ETAG};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use synodik_index::{Filters, IndexError, PublicIndex};

/// Positions of entries that one page of the map covers.
const N_MAPPED: u64 = 5_000;

/// Pages that do not depend on the archive.
const PLAIN_PAGES: [&str; 17] = [
    "/",
    "/about",
    "/api",
    "/archives",
    "/codex",
    "/codex/executions",
    "/codex/institutions",
    "/codex/limits",
    "/download",
    "/estimates",
    "/estimates/mse",
    "/glossary",
    "/map",
    "/places",
    "/sources",
    "/statistics",
    "/statistics/families",
];

/// Returns the routes.
pub(super) fn download_routes() -> Router<AppState> {
    Router::new()
        .route("/download", get(downloads))
        .route("/download/{name}", get(download))
        .route("/sitemap.xml", get(site_map))
        .route("/sitemap/{page}", get(site_map_page))
        .route("/robots.txt", get(robots))
}

async fn downloads(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| match index.downloads() {
        Ok(downloads) => Reply::found(download_page(frame, downloads.files(), index.sources())),
        Err(error) => {
            eprintln!("error: cannot read the list of downloads: {error}");
            Reply::failure(frame)
        }
    })
    .await
}

async fn download(
    State(state): State<AppState>,
    visitor: Visitor,
    name: Result<Path<String>, PathRejection>,
) -> Response {
    let name = name.map(|Path(name)| name).unwrap_or_default();
    let opened = run_query(&state, move |index| {
        let downloads = index.downloads()?;
        let opened = downloads.open_file(&name)?;
        Ok::<_, IndexError>(opened.map(|(listed, file)| (listed.clone(), file)))
    })
    .await;
    let (listed, file) = match opened {
        Ok(Ok(Some(opened))) => opened,
        Ok(Ok(None)) => {
            return respond(state, visitor, |_, frame| Reply::missing(frame)).await;
        }
        Ok(Err(error)) => {
            eprintln!("error: cannot read a download: {error}");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
        Err(_) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
    };
    let headers = [
        (CONTENT_TYPE, "application/gzip".to_owned()),
        (CONTENT_LENGTH, listed.n_bytes.to_string()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", listed.name)),
        (CACHE_CONTROL, "no-cache".to_owned()),
        (ETAG, format!("\"{}\"", listed.sha256)),
    ];
    (headers, Body::new(FileBody::new(file, listed.n_bytes))).into_response()
}

async fn site_map(State(state): State<AppState>, visitor: Visitor) -> Response {
    let site = site_address(&state, &visitor.host);
    let index = state.index();
    let n_pages = index.summary().n_records.div_ceil(N_MAPPED);
    let pages = ["pages".to_owned()].into_iter().chain((1..=n_pages).map(|page| page.to_string()));
    let mut text = head("sitemapindex");
    for page in pages {
        text.push_str(&format!(
            "<sitemap><loc>{}</loc></sitemap>\n",
            escaped(&format!("{site}/sitemap/{page}"))
        ));
    }
    text.push_str("</sitemapindex>\n");
    xml(text)
}

async fn site_map_page(
    State(state): State<AppState>,
    visitor: Visitor,
    page: Result<Path<String>, PathRejection>,
) -> Response {
    let page = page.map(|Path(page)| page).unwrap_or_default();
    let site = site_address(&state, &visitor.host);
    let made = run_query(&state, move |index| map_page(index, &page, &site)).await;
    match made {
        Ok(Ok(Some(text))) => xml(text),
        Ok(Ok(None)) => respond(state, visitor, |_, frame| Reply::missing(frame)).await,
        Ok(Err(error)) => {
            eprintln!("error: cannot make the map of the site: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// A page of the map: entries that are shown, by their position in the archive.
fn map_page(index: &PublicIndex, page: &str, site: &str) -> Result<Option<String>, IndexError> {
    let mut text = head("urlset");
    let mut add = |path: &str| {
        text.push_str(&format!("<url><loc>{}</loc></url>\n", escaped(&format!("{site}{path}"))));
    };
    if page == "pages" {
        PLAIN_PAGES.iter().for_each(|path| add(path));
    } else {
        let n_pages = index.summary().n_records.div_ceil(N_MAPPED);
        let number: Option<u64> = page.parse().ok().filter(|page| (1..=n_pages).contains(page));
        let Some(number) = number else { return Ok(None) };
        let first = (number - 1) * N_MAPPED;
        let walked = index.record_ids_from(&Filters::default(), first, N_MAPPED as usize)?;
        for (_, record_id) in walked.iter().filter(|(ordinal, _)| *ordinal < first + N_MAPPED) {
            add(&record_address(record_id));
        }
    }
    text.push_str("</urlset>\n");
    Ok(Some(text))
}

/// What robots may do: read the pages, but not walk through searches.
async fn robots(State(state): State<AppState>, visitor: Visitor) -> Response {
    let site = site_address(&state, &visitor.host);
    let text = format!(
        "User-agent: *\nDisallow: /search\nDisallow: /suggest?\nDisallow: /map?\nDisallow: /names?\nDisallow: /statistics?\nDisallow: /compare/\nDisallow: /language\nDisallow: /api/\nDisallow: /oai\n\
         Sitemap: {site}/sitemap.xml\n"
    );
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

fn head(element: &str) -> String {
    let space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{element} xmlns=\"{space}\">\n")
}

/// Paths are percent-encoded; a host and the operator's address are what is left to escape.
fn escaped(address: &str) -> String {
    address.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn xml(text: String) -> Response {
    let unlisted = (HeaderName::from_static("x-robots-tag"), "noindex");
    ([(CONTENT_TYPE, "application/xml; charset=utf-8"), unlisted], text).into_response()
}
