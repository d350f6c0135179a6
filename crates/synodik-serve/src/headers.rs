//! Headers that every answer carries.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

/// Names and values; nothing from elsewhere is loaded, run, framed or told.
const HEADERS: [(HeaderName, &str); 8] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
         img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
         gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// Marks an answer that pages of other sites may read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyOrigin;

/// Marks an answer that pages of other sites may show in a frame.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Framable;

/// What may be in a frame has no script, no form and nothing from elsewhere either.
const FRAMABLE_POLICY: &str =
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *";

/// Adds the headers to an answer.
pub(crate) async fn add_headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        // The map page has a policy of its own.
        if !response.headers().contains_key(&name) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    let is_framable = response.extensions().get::<Framable>().is_some();
    let is_for_all = response.extensions().get::<AnyOrigin>().is_some();
    let headers = response.headers_mut();
    if is_framable {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMABLE_POLICY));
        headers.remove(X_FRAME_OPTIONS);
    }
    if is_framable || is_for_all {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        let policy = HeaderName::from_static("cross-origin-resource-policy");
        headers.insert(policy, HeaderValue::from_static("cross-origin"));
    }
    response
}
