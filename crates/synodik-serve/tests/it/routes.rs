//! The site asked without a port, over an archive that has sources but no record yet.

use super::sample;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use axum::response::Response;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use synodik_index::{
    ArchiveFile, IndexError, PublicIndex, PublicLinks, PublicRules, write_archive_file, write_index,
};
use synodik_model::LivingRule;
use synodik_serve::{AppState, app};
use tower::ServiceExt;

pub(super) fn write_empty_index(folder: &Path, build: u64) -> Result<PublicIndex, IndexError> {
    let rules = PublicRules {
        living_rule: LivingRule {
            living_years: 100,
            adult_event_years: 85,
            approximate_years: 5,
            earliest_birth_year: 1500,
            no_death_words: Vec::new(),
            adult_event_kinds: Vec::new(),
        },
        withheld_fields: Vec::new(),
        as_of: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"),
    };
    let links = PublicLinks::default();
    write_index::<IndexError>(
        folder,
        (&rules, synodik_places::gazetteer()),
        &links,
        std::iter::empty(),
        |_| {},
    )?;
    let mut summary = sample::archive();
    summary.build = build;
    write_archive_file(
        folder,
        &ArchiveFile {
            summary,
            sources: sample::sources(),
            counts: sample::counts(),
            citations: BTreeMap::new(),
        },
    )?;
    PublicIndex::open(folder)
}

/// The state of a site, and the folder that its index lies in.
pub(super) fn state() -> (AppState, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let index = write_empty_index(folder.path(), 7).expect("an index");
    (AppState::showing(Arc::new(index)), folder)
}

pub(super) async fn ask(site: &Router, address: &str, language: &str) -> (Response<()>, String) {
    let request = Request::get(address)
        .header("accept-language", language)
        .body(Body::empty())
        .expect("a request");
    let response = site.clone().oneshot(request).await.expect("an answer");
    let (head, body) = response.into_parts();
    let bytes = to_bytes(body, 1 << 20).await.expect("a body");
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (Response::from_parts(head, ()), text)
}

pub(super) fn header<'a>(response: &'a Response<()>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().expect("plain text"))
}

async fn check(address: &str, status: StatusCode, robots: &str, shown: &str) {
    let (state, _folder) = state();
    let (response, html) = ask(&app(state), address, "en").await;
    assert_eq!(response.status(), status, "{address}");
    assert_eq!(header(&response, "x-robots-tag"), robots, "{address}");
    assert!(html.contains(shown), "`{shown}` is missing in {address}");
    assert!(header(&response, "content-security-policy").starts_with("default-src 'none'"));
    assert_eq!(header(&response, "vary"), "Accept-Language, Cookie");
    assert_eq!(header(&response, "set-cookie"), "", "no cookie but by the language switch");
}

#[tokio::test]
async fn pages_are_found_and_listed() {
    check("/", StatusCode::OK, "all", "1,202,446").await;
    check("/about", StatusCode::OK, "all", "Word for word").await;
    check("/sources", StatusCode::OK, "all", "Книга памяти Заречного края").await;
    check("/sources/zarechye", StatusCode::OK, "all", "12,440 = 12,437 + 3").await;
}

#[tokio::test]
async fn pages_of_the_codex_are_found_and_listed() {
    for (address, english, russian) in [
        ("/codex", "Which laws", "Какие законы"),
        ("/codex/instruments/nkvd-00486", "children of &#39;traitors", "изменников Родины»"),
        ("/codex/campaigns/op-wives", "about 18,000 wives", "жён (оценка «Мемориала»"),
        ("/codex/institutions", "Courts", "Суды"),
        ("/codex/institutions/nkvd-ussr", "Nikolai Yezhov", "Н. И. Ежов"),
        ("/codex/limits", "268,950", "268\u{202F}950"),
        ("/codex/limits/increases", "+3,000 to be shot", "не сходится"),
        ("/codex/limits/months", "without a body", "без указания органа"),
        ("/estimates", "Published estimates", "Опубликованные оценки"),
        ("/estimates/mse", "no list name", "Скольких не назвал"),
        ("/statistics/uncertainty", "Three numbers", "Три числа"),
        ("/statistics/families", "was punished together", "Карали всей семьёй"),
        ("/glossary", "Labels put on people", "Ярлыки"),
        ("/archives", "Where to ask for a file", "Куда обратиться за делом"),
    ] {
        check(address, StatusCode::OK, "all", english).await;
        let (state, _folder) = state();
        let (response, html) = ask(&app(state), address, "ru").await;
        assert_eq!(header(&response, "content-language"), "ru", "{address}");
        assert!(html.contains(russian), "`{russian}` is missing in {address}");
    }
}

#[tokio::test]
async fn days_are_answered_or_refused() {
    let (ok, bad) = (StatusCode::OK, StatusCode::BAD_REQUEST);
    check("/codex?at=1937-09-01&relation=wife", ok, "noindex", "p486-wife").await;
    check("/codex?at=01.09.1937&relation=&since=", ok, "noindex", "1 September 1937").await;
    check("/codex?at=1900-01-01", ok, "noindex", "nothing that was in force").await;
    check("/codex?at=1937-02-30", bad, "noindex", "write a day that exists").await;
    check("/codex?relation=wife", bad, "noindex", "name the day").await;
    check("/codex?at=1937-09-01&relation=x", bad, "noindex", "no such word").await;
    check("/codex?at=1937-09-01&since=1938-01-01", bad, "noindex", "must be earlier").await;
    check("/codex?at=1937-09-01&at=b", bad, "noindex", "address of this page is damaged").await;
}

#[tokio::test]
async fn limits_are_given_as_a_table_for_maps() {
    let (state, _folder) = state();
    let (response, csv) = ask(&app(state), "/codex/limits.csv", "en").await;
    assert_eq!(header(&response, "content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.lines().count(), 66);
    assert!(csv.contains(",Omsk,Омск,54.99,73.37"), "a region has a place on the map");
    let (state, _folder) = self::state();
    let (_, csv) = ask(&app(state), "/codex/limits-by-month.csv", "en").await;
    assert!(csv.starts_with("month,region,latitude,longitude,"), "{csv}");
}

#[tokio::test]
async fn searches_are_answered_and_not_listed() {
    check("/search", StatusCode::OK, "noindex", "Type a name").await;
    check("/search?q=%D0%98%D0%B2%D0%B0%D0%BD", StatusCode::OK, "noindex", "Nothing found").await;
    check("/search?event=arrest&q=", StatusCode::OK, "noindex", "Remove all restrictions").await;
    check("/search?q=%22(%5B*%3A%5C", StatusCode::OK, "noindex", "Nothing found").await;
}

#[tokio::test]
async fn a_search_by_post_is_answered_and_not_kept() {
    let (state, _folder) = state();
    let site = app(state);
    for (body, status, shown) in [
        ("q=%D0%98%D0%B2%D0%B0%D0%BD", StatusCode::OK, "Nothing found"),
        ("again=%2Fsearch%3Fq%3Da%26event%3Darrest", StatusCode::OK, "Remove all restrictions"),
        ("q=a&birth_from=abc", StatusCode::BAD_REQUEST, "write a year in digits"),
        ("\u{0}\u{7f} %FF", StatusCode::BAD_REQUEST, "address of this page is damaged"),
        ("", StatusCode::OK, "Type a name"),
    ] {
        let request = Request::post("/search").body(Body::from(body)).expect("a request");
        let response = site.clone().oneshot(request).await.expect("an answer");
        let (head, bytes) = response.into_parts();
        let bytes = to_bytes(bytes, 1 << 20).await.expect("a body");
        let html = String::from_utf8(bytes.to_vec()).expect("UTF-8");
        assert_eq!(head.status, status, "{body}");
        assert_eq!(head.headers["cache-control"], "no-store", "{body}");
        assert!(html.contains(shown), "`{shown}` is missing for `{body}`");
    }
    let long = Request::post("/search").body(Body::from("q=".repeat(10_000))).expect("a request");
    let response = site.oneshot(long).await.expect("an answer");
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn suggestions_and_files_are_given() {
    let (state, _folder) = state();
    let site = app(state);
    for (address, status, kind, body) in [
        ("/suggest?q=%D0%98%D0%B2", StatusCode::OK, "application/json", "[]"),
        ("/suggest", StatusCode::OK, "application/json", "[]"),
        ("/search/export?q=a&format=csv", StatusCode::OK, "text/csv; charset=utf-8", "record_id"),
        ("/search/export?q=a&format=json", StatusCode::OK, "application/json", "\"records\": []"),
        (
            "/search/export?q=a&format=gedcom",
            StatusCode::OK,
            "application/x-gedcom; charset=utf-8",
            "0 TRLR",
        ),
        ("/search/export?q=a", StatusCode::NOT_FOUND, "text/html; charset=utf-8", "no such page"),
        ("/search/export?format=csv", StatusCode::NOT_FOUND, "text/html; charset=utf-8", ""),
    ] {
        let (response, text) = ask(&site, address, "en").await;
        assert_eq!(response.status(), status, "{address}");
        assert_eq!(header(&response, "content-type"), kind, "{address}");
        assert_eq!(header(&response, "x-robots-tag"), "noindex", "{address}");
        assert!(text.contains(body), "{address}: {text}");
    }
}

#[tokio::test]
async fn wrong_questions_are_explained() {
    let bad = StatusCode::BAD_REQUEST;
    check("/search?q=a&birth_from=abc", bad, "noindex", "write a year in digits").await;
    check("/search?q=a&birth_from=1900&birth_to=1890", bad, "noindex", "later than the last").await;
    check("/search?q=a&offset=10001", bad, "noindex", "Only the first 10,000").await;
    check("/search?q=a&event=party", bad, "noindex", "does not exist").await;
    check("/search?q=a&q=b", bad, "noindex", "address of this page is damaged").await;
    let long = format!("/search?q={}", "a".repeat(201));
    check(&long, bad, "noindex", "at most 200 letters").await;
}

#[tokio::test]
async fn what_is_not_there_is_said() {
    let missing = StatusCode::NOT_FOUND;
    check("/nowhere", missing, "noindex", "There is no such page").await;
    check("/record/zarechye.1.1", missing, "noindex", "There is no such page").await;
    check("/sources/nowhere", missing, "noindex", "There is no such page").await;
    for address in [
        "/codex/instruments/nkvd-99999",
        "/codex/campaigns/nowhere",
        "/codex/institutions/nowhere",
        "/codex/instruments/%FF",
    ] {
        check(address, missing, "noindex", "There is no such page").await;
    }
    let long = format!("/record/{}", "a".repeat(1_000));
    check(&long, missing, "noindex", "There is no such page").await;
}

#[tokio::test]
async fn the_browser_chooses_the_language() {
    let (state, _folder) = state();
    let site = app(state);
    let (response, html) = ask(&site, "/", "ru-RU,ru;q=0.9,en;q=0.8").await;
    assert_eq!(header(&response, "content-language"), "ru");
    assert!(html.contains("<html lang=\"ru\">") && html.contains("1\u{202F}202\u{202F}446"));
}

#[tokio::test]
async fn another_build_is_shown_from_the_next_request() {
    let (state, _folder) = state();
    let site = app(state.clone());
    assert!(ask(&site, "/", "en").await.1.contains("Build 7 of"));
    let next_folder = tempfile::tempdir().expect("a folder");
    let next = write_empty_index(next_folder.path(), 8).expect("an index");
    state.show(Arc::new(next));
    assert!(ask(&site, "/", "en").await.1.contains("Build 8 of"));
}
