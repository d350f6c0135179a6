//! The API over an archive without records: its forms, errors and manners. What it says of
//! records is tested with the program, which makes archives.

use super::routes::{ask, header, state, write_empty_index};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::Value;
use std::sync::Arc;
use synodik_serve::app;
use tower::ServiceExt;

async fn get(site: &Router, address: &str) -> (axum::response::Response<()>, Value) {
    let (response, text) = ask(site, address, "en").await;
    (response, serde_json::from_str(&text).unwrap_or(Value::Null))
}

#[tokio::test]
async fn every_error_is_a_problem() {
    let (state, _folder) = state();
    let site = app(state);
    for (address, status) in [
        ("/api/v1", 404),
        ("/api/nowhere", 404),
        ("/api/v1/records/nowhere.1.1", 404),
        ("/api/v1/persons/nowhere.1.1", 404),
        ("/api/v1/families/nowhere", 404),
        ("/api/v1/sources/nowhere", 404),
        ("/api/v1/codex/instruments/nowhere", 404),
        ("/api/v1/records?limit=0", 400),
        ("/api/v1/records?limit=101", 400),
        ("/api/v1/records?cursor=x", 400),
        ("/api/v1/records?limit=1&limit=2", 400),
        ("/api/v1/records?event=party", 400),
        ("/api/v1/records?birth_from=1900&birth_to=1890", 400),
        ("/api/v1/records/a?format=xml", 400),
        ("/api/v1/search", 400),
        ("/api/v1/search?q=a&birth_from=x", 400),
        ("/api/v1/records?cursor=0123456789abcdef.1", 409),
        ("/api/reconcile/preview?id=nowhere", 404),
        ("/api/reconcile?queries=%7B", 400),
    ] {
        let (response, problem) = get(&site, address).await;
        assert_eq!(response.status().as_u16(), status, "{address}");
        assert_eq!(header(&response, "content-type"), "application/problem+json", "{address}");
        assert_eq!(problem["status"], status, "{address}: {problem}");
        for member in ["type", "title", "detail"] {
            assert!(problem[member].as_str().is_some_and(|text| !text.is_empty()), "{address}");
        }
    }
    let (_, problem) = get(&site, "/api/v1/records?limit=x").await;
    assert_eq!(problem["mistakes"][0]["parameter"], "limit");
}

#[tokio::test]
async fn methods_are_refused_with_those_allowed() {
    let (state, _folder) = state();
    let site = app(state);
    let request = Request::builder().method(Method::DELETE).uri("/api/v1/records");
    let response = site
        .clone()
        .oneshot(request.body(Body::empty()).expect("a request"))
        .await
        .expect("an answer");
    assert_eq!(response.status(), 405);
    assert!(response.headers()["allow"].to_str().expect("text").contains("GET"));
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert!(!response.headers().contains_key("access-control-allow-origin"));
    let request = Request::builder().method(Method::OPTIONS).uri("/api/v1/records");
    let response =
        site.oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
    assert_eq!(response.headers()["access-control-allow-origin"], "*");
    assert_eq!(response.headers()["access-control-allow-methods"], "GET, HEAD");
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let (state, _folder) = state();
    let site = app(state.clone());
    let (response, _) = get(&site, "/api/v1/stats").await;
    let tag = header(&response, "etag").to_owned();
    assert!(tag.starts_with("W/\"") && header(&response, "access-control-allow-origin") == "*");
    let again = |address: &'static str, tag: String| {
        let site = site.clone();
        async move {
            let request = Request::get(address).header("if-none-match", tag);
            let request = request.body(Body::empty()).expect("a request");
            site.oneshot(request).await.expect("an answer").status().as_u16()
        }
    };
    assert_eq!(again("/api/v1/stats", tag.clone()).await, 304);
    assert_eq!(again("/api/v1/stats?x=1", tag.clone()).await, 200, "another address");
    assert_eq!(again("/api/v1/stats", "W/\"other\"".to_owned()).await, 200);
    let folder = tempfile::tempdir().expect("a folder");
    state.show(Arc::new(write_empty_index(folder.path(), 8).expect("an index")));
    assert_eq!(again("/api/v1/stats", tag).await, 200, "another build");
}

#[tokio::test]
async fn lists_of_the_codex_go_page_by_page() {
    let (state, _folder) = state();
    let site = app(state.clone());
    for list in [
        "instruments",
        "provisions",
        "campaigns",
        "institutions",
        "limits",
        "estimates",
        "glossary",
        "sources",
    ] {
        let mut n_items = 0;
        let mut address = format!("/api/v1/codex/{list}?limit=100");
        loop {
            let (response, page) = get(&site, &address).await;
            assert_eq!(response.status(), 200, "{address}");
            n_items += page["items"].as_array().expect("items").len();
            let Some(next) = page["next"].as_str() else { break };
            address = format!("/api/v1/codex/{list}?limit=100&cursor={next}");
        }
        assert!(n_items > 5, "{list} has {n_items}");
    }
    let (_, page) = get(&site, "/api/v1/codex/glossary?limit=1").await;
    let cursor = page["next"].as_str().expect("a next page").to_owned();
    let folder = tempfile::tempdir().expect("a folder");
    state.show(Arc::new(write_empty_index(folder.path(), 8).expect("an index")));
    let (response, _) = get(&site, &format!("/api/v1/codex/glossary?cursor={cursor}")).await;
    assert_eq!(response.status(), 409, "a cursor of another build is told");
}

#[tokio::test]
async fn places_are_listed_and_told_with_their_names() {
    let (state, _folder) = state();
    let site = app(state);
    let (mut n_places, mut address) = (0, "/api/v1/places?limit=100".to_owned());
    loop {
        let (response, page) = get(&site, &address).await;
        assert_eq!(response.status(), 200, "{address}");
        n_places += page["items"].as_array().expect("items").len();
        let Some(next) = page["next"].as_str() else { break };
        address = format!("/api/v1/places?limit=100&cursor={next}");
    }
    assert_eq!(n_places, synodik_places::gazetteer().places().len());
    let (response, place) = get(&site, "/api/v1/places/omsk").await;
    assert_eq!(response.status(), 200);
    assert_eq!((&place["ru"], &place["kind"]), (&"Омск".into(), &"settlement".into()), "{place}");
    assert!(place["part_of"].as_array().is_some_and(|above| !above.is_empty()), "{place}");
    assert_eq!(place["n_records"], 0, "nobody stands in this archive");
    let (response, _) = get(&site, "/api/v1/places/nowhere").await;
    assert_eq!(response.status(), 404);
}

#[tokio::test]
async fn all_filters_of_the_search_form_are_read() {
    let (state, _folder) = state();
    let site = app(state);
    for (wrong, right) in [
        ("place_kind=party", "place_id=omsk&place_kind=arrest"),
        ("month=1937-13", "month=1937-08"),
        ("sex=x", "sex=female"),
        ("region=party", "region=omsk-oblast"),
        ("body=party", "body=troika"),
        ("age=x", "age=30"),
    ] {
        let (response, _) = get(&site, &format!("/api/v1/records?{wrong}")).await;
        assert_eq!(response.status(), 400, "{wrong}");
        let (response, page) = get(&site, &format!("/api/v1/records?{right}")).await;
        assert_eq!(response.status(), 200, "{right} {page}");
    }
}

#[tokio::test]
async fn the_page_tells_in_both_languages_what_can_be_asked() {
    let (state, _folder) = state();
    let site = app(state);
    for (language, words) in [("en", "What can be asked"), ("ru", "О чём можно спросить")]
    {
        let (response, html) = ask(&site, "/api", language).await;
        assert_eq!(response.status(), 200);
        assert!(html.contains(words) && html.contains("/api/v1/records/{record_id}"), "{html}");
    }
    let (response, document) = get(&site, "/api/v1/openapi.json").await;
    assert_eq!(response.status(), 200);
    assert!(document["paths"]["/api/v1/families/{family_id}"]["get"].is_object());
}

#[tokio::test]
async fn the_reconciliation_service_describes_itself() {
    let (state, _folder) = state();
    let site = app(state);
    let (response, manifest) = get(&site, "/api/reconcile").await;
    assert_eq!(header(&response, "access-control-allow-origin"), "*");
    assert_eq!(manifest["versions"][0], "0.2");
    for member in ["name", "identifierSpace", "schemaSpace"] {
        assert!(manifest[member].is_string(), "{member}");
    }
    for address in [&manifest["view"]["url"], &manifest["preview"]["url"]] {
        assert!(address.as_str().is_some_and(|url| url.contains("{{id}}")), "{manifest}");
    }
    let (_, empty) = get(&site, "/api/reconcile/suggest/entity?prefix=").await;
    assert_eq!(empty["result"], serde_json::json!([]));
    let (_, found) = get(&site, "/api/reconcile/suggest/property?prefix=birth").await;
    let ids: Vec<&str> = found["result"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|found| found["id"].as_str())
        .collect();
    assert_eq!(ids, ["birth_place", "birth_year"]);
    let form = "extend=%7B%22ids%22%3A%5B%22nobody%22%5D%2C%22properties%22%3A%5B%7B%22id%22%3A%22birth_year%22%7D%5D%7D";
    let request =
        Request::post("/api/reconcile").header("content-type", "application/x-www-form-urlencoded");
    let response =
        site.oneshot(request.body(Body::from(form)).expect("a request")).await.expect("an answer");
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    let extended: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(extended["rows"]["nobody"]["birth_year"], serde_json::json!([]));
    assert_eq!(extended["meta"][0]["id"], "birth_year");
}

#[tokio::test]
async fn oai_answers_with_its_errors() {
    let (state, _folder) = state();
    let site = app(state);
    for (query, expected) in [
        ("verb=Identify", "<granularity>YYYY-MM-DD</granularity>"),
        ("verb=ListMetadataFormats", "<metadataPrefix>oai_dc</metadataPrefix>"),
        ("verb=ListSets", "<setSpec>zarechye</setSpec>"),
        ("verb=Nonsense", "<error code=\"badVerb\">"),
        ("verb=ListRecords&metadataPrefix=oai_dc", "<error code=\"noRecordsMatch\">"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=nowhere", "<error code=\"noRecordsMatch\">"),
        ("verb=ListRecords&resumptionToken=junk", "<error code=\"badResumptionToken\">"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=a", "<error code=\"idDoesNotExist\">"),
    ] {
        let (response, xml) = ask(&site, &format!("/oai?{query}"), "en").await;
        assert_eq!(response.status(), 200, "{query}");
        assert_eq!(header(&response, "content-type"), "text/xml; charset=utf-8");
        assert!(xml.contains(expected), "{query}: {xml}");
    }
}

#[tokio::test]
async fn robots_are_told_where_the_map_is_and_stay_out_of_searches() {
    let (state, _folder) = state();
    let site = app(state);
    let (_, text) = ask(&site, "/robots.txt", "en").await;
    assert!(text.contains("Disallow: /search\n") && text.contains("/sitemap.xml\n"), "{text}");
    let (_, map) = ask(&site, "/sitemap.xml", "en").await;
    assert!(map.contains("/sitemap/pages</loc>") && map.contains("/sitemap/241</loc>"), "{map}");
    let (_, pages) = ask(&site, "/sitemap/pages", "en").await;
    assert!(pages.contains("<loc>http://localhost/codex</loc>"), "{pages}");
    for page in ["/sitemap/0", "/sitemap/242", "/sitemap/-1", "/sitemap/x"] {
        assert_eq!(ask(&site, page, "en").await.0.status(), 404, "{page}");
    }
    let (_, html) = ask(&site, "/download", "en").await;
    assert!(html.contains("has made no tables") && html.contains("CC BY 4.0"), "{html}");
    assert_eq!(ask(&site, "/download/records.csv.gz", "en").await.0.status(), 404);
}
