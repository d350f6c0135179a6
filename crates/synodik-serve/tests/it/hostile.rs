//! Strings that have broken programs before, in every parameter of every route.

use super::routes::{ask, header, state};
use synodik_serve::app;

/// Written for this test, after the kinds of trouble there are: markup, scripts, queries, paths,
/// control characters, odd letters, numbers out of range, templates, formats and null bytes.
const NAUGHTY: [&str; 48] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "<!--#exec cmd=\"ls\"-->",
    "{{7*7}}",
    "${7*7}",
    "{% raw %}",
    "%s%s%s%n",
    "%d",
    "' OR '1'='1",
    "'; DROP TABLE records; --",
    "\" OR 1=1 --",
    "name:[* TO *]",
    "(((((((((((((((((((((((",
    "a AND OR NOT b",
    "+-&&||!(){}[]^\"~*?:\\/",
    "*",
    "****************",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd\0.html",
    "file:///etc/passwd",
    "\0",
    "a\0b",
    "\r\nSet-Cookie: naughty=1",
    "\r\n\r\n<html>",
    "\u{1}\u{2}\u{3}\u{7f}\u{80}",
    "\u{202e}txt.exe",
    "\u{feff}",
    "\u{fffe}\u{ffff}",
    "Z\u{351}\u{36b}\u{343}\u{32a}a\u{321}lgo",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧‍👦",
    "ﷺﷺﷺ",
    "\u{0130}i\u{0131}I\u{df}\u{17f}",
    "-1",
    "0",
    "99999999999999999999999999",
    "1e309",
    "NaN",
    "0x41",
    "1937-02-30",
    "null",
    "undefined",
    "true",
    "\u{a0}\u{2003}\u{3000}",
];

/// Paths with a place for a text, and parameters that take one.
const PATHS: [&str; 14] = [
    "/record/{}",
    "/persons/{}",
    "/families/{}",
    "/sources/{}",
    "/compare/{}/{}",
    "/codex/instruments/{}",
    "/api/v1/records/{}",
    "/api/v1/persons/{}",
    "/api/v1/families/{}",
    "/api/v1/sources/{}",
    "/api/v1/codex/instruments/{}",
    "/api/v1/codex/institutions/{}",
    "/api/{}",
    "/{}",
];

const PARAMETERS: [&str; 40] = [
    "/search?q={}",
    "/search?place={}",
    "/search?q=a&source={}",
    "/search?q=a&birth_from={}",
    "/search?q=a&nationality={}",
    "/search?q=a&event={}",
    "/search?q=a&measure={}",
    "/search?q=a&instrument={}",
    "/search?q=a&offset={}",
    "/search?{}=a",
    "/names?q={}",
    "/codex?at={}",
    "/codex?at=1937-09-01&relation={}",
    "/language?to={}&back={}",
    "/api/v1/records?cursor={}",
    "/api/v1/records?limit={}",
    "/api/v1/records?place={}",
    "/api/v1/records?source={}",
    "/api/v1/records?nationality={}",
    "/api/v1/records?event_from={}",
    "/api/v1/events?event={}",
    "/api/v1/persons?cursor={}",
    "/api/v1/families?cursor={}",
    "/api/v1/search?q={}",
    "/api/v1/search?q=a&cursor={}",
    "/api/v1/stats?format={}",
    "/api/v1/codex/glossary?cursor={}",
    "/api/reconcile?queries={}",
    "/api/reconcile?extend={}",
    "/api/reconcile/suggest/entity?prefix={}",
    "/api/reconcile/suggest/property?prefix={}",
    "/api/reconcile/suggest/type?prefix={}",
    "/api/reconcile/properties?type={}",
    "/api/reconcile/properties?limit={}",
    "/api/reconcile/preview?id={}",
    "/oai?verb={}",
    "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier={}",
    "/oai?verb=ListRecords&metadataPrefix=oai_dc&set={}",
    "/oai?verb=ListRecords&resumptionToken={}",
    "/oai?{}={}",
];

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn nothing_naughty_breaks_or_comes_back() {
    let (state, _folder) = state();
    let site = app(state);
    for naughty in NAUGHTY {
        for address in PATHS.iter().chain(&PARAMETERS) {
            let address = address.replace("{}", &encoded(naughty));
            let (response, text) = ask(&site, &address, "en").await;
            let status = response.status();
            assert!(!status.is_server_error(), "{status} for {naughty:?} in {address}");
            let is_markup = naughty.contains('<') && naughty.contains("alert");
            assert!(!is_markup || !text.contains(naughty), "{naughty:?} comes back from {address}");
            for (name, value) in response.headers() {
                let value = value.to_str().unwrap_or_default();
                assert!(!value.contains("naughty=1"), "{name} of {address}: {value}");
            }
            let is_of_api = address.starts_with("/api/");
            if is_of_api && status.is_client_error() {
                let kind = header(&response, "content-type");
                assert_eq!(kind, "application/problem+json", "{address}");
                assert!(
                    !text.contains(naughty.trim()) || naughty.trim().len() < 6,
                    "{naughty:?} in {address}: {text}"
                );
            }
        }
    }
}

#[tokio::test]
async fn addresses_that_are_not_utf8_are_answered() {
    let (state, _folder) = state();
    let site = app(state);
    for bytes in ["%FF", "%C0%AE%C0%AE", "%ED%A0%80", "%F8%88%80%80%80", "%", "%2", "%zz", "%00"] {
        for address in PATHS.iter().chain(&PARAMETERS) {
            let address = address.replace("{}", bytes);
            let (response, _) = ask(&site, &address, "en").await;
            assert!(!response.status().is_server_error(), "{} for {address}", response.status());
        }
    }
}
