//! Stands before all routes: refuses what is too large, too often or too slow, and counts.
//!
//! **Invariant:** what is written and counted names the pattern of a route, never an address.

use super::server::Peer;
use super::settings::LogFormat;
use crate::AppState;
use axum::body::HttpBody;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CONTENT_LENGTH, HeaderName, RETRY_AFTER};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, SecondsFormat, Utc};
use std::net::IpAddr;
use std::time::{Instant, SystemTime};

/// The longest address that is read, in bytes.
const MAX_ADDRESS_BYTES: usize = 8 * 1024;

/// The most bytes a request may send.
const MAX_BODY_BYTES: u64 = 1 << 20;

/// Refuses a request that is too large or comes too often, and ends one that sends too slowly.
pub(crate) async fn guard(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    if address.len() > MAX_ADDRESS_BYTES {
        return plain(StatusCode::URI_TOO_LONG);
    }
    let length = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if length.is_some_and(|length| length.parse().map_or(true, |bytes: u64| bytes > MAX_BODY_BYTES))
    {
        return plain(StatusCode::PAYLOAD_TOO_LARGE);
    }
    if let (Some(buckets), Some(client)) = (state.buckets(), client_of(&state, &request))
        && let Err(wait) = buckets.take(client, Instant::now())
    {
        let secs = wait.as_secs() + 1;
        let mut response = plain(StatusCode::TOO_MANY_REQUESTS);
        response.headers_mut().insert(RETRY_AFTER, secs.into());
        return response;
    }
    // A question has a time of its own; this one is for sending it.
    let settings = state.settings();
    let most = settings.query_time * 2 + settings.head_time;
    match tokio::time::timeout(most, next.run(request)).await {
        Ok(response) => response,
        Err(_) => plain(StatusCode::REQUEST_TIMEOUT),
    }
}

/// Counts an answer and, if the operator wishes, writes a line about it.
pub(crate) async fn observe(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let start = Instant::now();
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("other", MatchedPath::as_str).to_owned();
    let method = method_name(request.method());
    let response = next.run(request).await;
    let secs = start.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    state.metrics().add(&route, method, status, secs);
    if let Some(line) = log_line(state.settings().log, (&route, method, status), (secs, &response))
    {
        eprintln!("{line}");
    }
    response
}

/// What may be asked of the server about itself, for whoever watches over it.
pub(crate) async fn metrics(State(state): State<AppState>) -> Response {
    let index = state.index();
    let gauges = [
        ("connections", "Open connections.", state.connections().n_open() as f64),
        ("build_number", "Number of the build that is shown.", index.summary().build as f64),
        ("records", "Entries of the build that is shown.", index.summary().n_records as f64),
        ("resident_bytes", "Memory in use.", resident_bytes().unwrap_or_default() as f64),
    ];
    let kind =
        (HeaderName::from_static("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    ([kind], state.metrics().text(&gauges)).into_response()
}

/// Ready while the server takes requests, and not any more once it is asked to end.
pub(crate) async fn readyz(State(state): State<AppState>) -> Response {
    let headers = [(HeaderName::from_static("cache-control"), "no-store")];
    match state.is_ending() {
        false => (headers, format!("ready {}\n", state.index().build_tag())).into_response(),
        true => (StatusCode::SERVICE_UNAVAILABLE, headers, "ending\n").into_response(),
    }
}

/// The client: as the system gives it, or as a trusted proxy names it in the last place.
fn client_of(state: &AppState, request: &Request) -> Option<IpAddr> {
    let peer = request.extensions().get::<Peer>().map(|Peer(address)| *address);
    if state.settings().is_forwarded {
        return forwarded_for(request.headers()).or(peer);
    }
    peer
}

fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.split(',').next_back()?.trim().parse().ok()
}

fn plain(status: StatusCode) -> Response {
    let words = format!("{} {}\n", status.as_u16(), status.canonical_reason().unwrap_or_default());
    (status, [("cache-control", "no-store")], words).into_response()
}

fn method_name(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

fn log_line(
    format: LogFormat,
    (route, method, status): (&str, &str, u16),
    (secs, response): (f64, &Response),
) -> Option<String> {
    let now: DateTime<Utc> = SystemTime::now().into();
    let now = now.to_rfc3339_opts(SecondsFormat::Secs, true);
    let millis = (secs * 10_000.0).round() / 10.0;
    let bytes = response.body().size_hint().exact();
    match format {
        LogFormat::Off => None,
        LogFormat::Text => {
            let bytes = bytes.map_or("-".to_owned(), |bytes| bytes.to_string());
            Some(format!("{now} {method} {route} {status} {millis} ms {bytes} bytes"))
        }
        LogFormat::Json => Some(
            serde_json::json!({
                "at": now, "method": method, "route": route, "status": status,
                "ms": millis, "bytes": bytes,
            })
            .to_string(),
        ),
    }
}

/// Returns the memory in use, where the system tells it.
fn resident_bytes() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_address_a_proxy_has_seen_counts() {
        for (values, expected) in [
            (&["192.0.2.1"][..], Some("192.0.2.1")),
            (&["203.0.113.9, 192.0.2.1"], Some("192.0.2.1")),
            (&["203.0.113.9", "192.0.2.1"], Some("192.0.2.1")),
            (&["192.0.2.1, nonsense"], None),
            (&[""], None),
            (&[], None),
        ] {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append("x-forwarded-for", value.parse().expect("a value"));
            }
            let expected: Option<IpAddr> = expected.map(|known| known.parse().expect("an address"));
            assert_eq!(forwarded_for(&headers), expected, "{values:?}");
        }
    }

    #[test]
    fn a_line_names_the_pattern_and_nothing_else() {
        let response = "answer".into_response();
        let about = ("/record/{record_id}", "GET", 200);
        let line = log_line(LogFormat::Json, about, (0.0123, &response)).expect("a line");
        let line: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(line["route"], "/record/{record_id}");
        assert_eq!((line["ms"].as_f64(), line["bytes"].as_u64()), (Some(12.3), Some(6)));
        assert_eq!(log_line(LogFormat::Off, about, (0.0, &response)), None);
    }
}
