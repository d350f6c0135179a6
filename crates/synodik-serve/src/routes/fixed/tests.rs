use super::*;
use crate::headers::add_headers;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, IF_NONE_MATCH};
use axum::middleware::map_response;
use tower::ServiceExt;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// The routes that need no index, with the layers of the site.
async fn ask(address: &str, headers: &[(HeaderName, &str)]) -> Response {
    let site: Router = fixed_routes()
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(map_response(add_headers));
    let mut request = Request::get(address);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    site.oneshot(request).await.expect("an answer")
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().expect("plain text"))
}

async fn check_language(address: &str, location: &str, cookie: &str) {
    let response = ask(address, &[]).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER, "{address}");
    assert_eq!(header(&response, "location"), location, "{address}");
    assert_eq!(header(&response, "set-cookie"), cookie, "{address}");
}

#[tokio::test]
async fn the_language_switch_leads_only_back_into_the_site() {
    let russian = "lang=ru; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";
    let back = "/language?to=ru&back=%2Fsearch%3Fq%3D%25D0%2598%26offset%3D20";
    check_language(back, "/search?q=%D0%98&offset=20", russian).await;
    check_language("/language?to=ru", "/", russian).await;
    check_language("/language?to=ru&back=//evil.example", "/", russian).await;
    check_language("/language?to=ru&back=/%5Cevil.example", "/", russian).await;
    check_language("/language?to=ru&back=https://evil.example", "/", russian).await;
    check_language("/language?to=ru&back=/%0D%0ASet-Cookie:%20a=b", "/", russian).await;
    check_language("/language?to=xx&back=/about", "/about", "").await;
    check_language("/language", "/", "").await;
}

#[tokio::test]
async fn every_answer_carries_the_headers_of_the_site() {
    for address in ["/style.css", "/healthz", "/language?to=ru", "/nowhere"] {
        let response = ask(address, &[]).await;
        assert_eq!(
            header(&response, "content-security-policy"),
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'"
        );
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert_eq!(header(&response, "referrer-policy"), "no-referrer");
        assert_eq!(header(&response, "cross-origin-opener-policy"), "same-origin");
        assert!(header(&response, "permissions-policy").contains("geolocation=()"));
    }
}

#[tokio::test]
async fn the_style_sheet_is_kept_and_packed() {
    let response = ask(&crate::asset::STYLE.address(), &[]).await;
    assert_eq!(header(&response, "content-type"), "text/css; charset=utf-8");
    assert!(header(&response, "cache-control").contains("immutable"));
    let tag = header(&response, "etag").to_owned();
    let again = ask("/style.css", &[(IF_NONE_MATCH, &tag)]).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    let packed = ask("/style.css", &[(ACCEPT_ENCODING, "gzip")]).await;
    assert_eq!(header(&packed, CONTENT_ENCODING.as_str()), "gzip");
    let bytes = to_bytes(packed.into_body(), 100_000).await.expect("a body");
    let whole = ask("/style.css", &[]).await;
    assert_eq!(header(&whole, "cache-control"), "no-cache", "no version, no long keeping");
    let whole = to_bytes(whole.into_body(), 200_000).await.expect("a body");
    assert!(bytes.len() < whole.len() / 2);
}
