//! One answer of the API: its form, its entity tag, and what carries it.

use super::problem::Problem;
use crate::operation::{QueryFailure, run_query};
use crate::routes::host_of;
use crate::{AppState, Language};
use axum::extract::FromRequestParts;
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, LOCATION, VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use synodik_index::PublicIndex;

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Plain JSON, as OpenAPI describes it.
    Json,
    /// JSON-LD: schema.org and PROV.
    JsonLd,
    /// FollowTheMoney entities, a JSON document a line.
    Ftm,
}

/// Media type of FollowTheMoney entities.
pub(crate) const FTM_TYPE: &str = "application/x-ndjson";

/// What a request says beside its parameters.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// Path and query.
    address: String,
    /// The form asked for by `Accept` or `?format=`.
    pub(crate) form: Result<Form, Problem>,
    /// The server's own name as it was asked for.
    pub(crate) host: String,
    /// The language of what is in words.
    pub(crate) language: Language,
    if_none_match: Vec<String>,
}

/// The build that answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Build<'a> {
    /// What tells it from others.
    pub(crate) tag: &'a str,
    /// Address of the site, without a slash at the end.
    pub(crate) site: &'a str,
}

/// The body of an answer.
#[derive(Debug)]
pub(crate) struct Body {
    kind: &'static str,
    bytes: Vec<u8>,
    /// Relation and address of what belongs to it.
    links: Vec<(&'static str, String)>,
    /// Where to look instead.
    location: Option<String>,
}

impl Asked {
    /// Returns the request without entity tags: what is in the body of a request is not in its tag.
    pub(crate) fn without_tags(self) -> Asked {
        Asked { if_none_match: Vec::new(), ..self }
    }
}

impl Body {
    /// What is asked for is at another address of this site.
    pub(crate) fn elsewhere(address: String) -> Body {
        Body { location: Some(address), ..Body::lines(&[]) }
    }

    /// Returns a JSON document.
    pub(crate) fn json<T: Serialize>(value: &T) -> Body {
        Body::of("application/json", value)
    }

    /// Returns a JSON-LD document.
    pub(crate) fn json_ld(value: &serde_json::Value) -> Body {
        Body::of("application/ld+json", value)
    }

    /// Returns entities, one a line.
    pub(crate) fn lines(values: &[serde_json::Value]) -> Body {
        let mut bytes = Vec::new();
        for value in values {
            serde_json::to_writer(&mut bytes, value).expect("views of the index are JSON");
            bytes.push(b'\n');
        }
        Body { kind: FTM_TYPE, bytes, links: Vec::new(), location: None }
    }

    /// Returns a fragment of HTML.
    pub(crate) fn html(text: String) -> Body {
        Body {
            kind: "text/html; charset=utf-8",
            bytes: text.into_bytes(),
            links: Vec::new(),
            location: None,
        }
    }

    /// Says what belongs to the document, in a header `Link`.
    pub(crate) fn with_link(mut self, relation: &'static str, address: String) -> Body {
        self.links.push((relation, address));
        self
    }

    fn of<T: Serialize>(kind: &'static str, value: &T) -> Body {
        let bytes = serde_json::to_vec(value).expect("views of the index are JSON");
        Body { kind, bytes, links: Vec::new(), location: None }
    }
}

/// Answers from the index shown now.
///
/// The entity tag stands for build, address and form: a build never changes, so what the reader
/// has is still good when all three are the same, and nothing is looked up.
pub(crate) async fn answer<F>(state: AppState, asked: Asked, make: F) -> Response
where
    F: FnOnce(&PublicIndex, Build<'_>, &Asked) -> Result<Body, Problem> + Send + 'static,
{
    if let Err(problem) = &asked.form {
        return problem.clone().into_response();
    }
    let site = site_address(&state, &asked.host);
    let made = run_query(&state, move |index| {
        let tag = entity_tag(index.build_tag(), &asked, &site);
        if asked.if_none_match.iter().any(|known| known == &tag || known == "*") {
            return (tag, Ok(None));
        }
        let build = Build { tag: index.build_tag(), site: &site };
        (tag, make(index, build, &asked).map(Some))
    })
    .await;
    match made {
        Ok((tag, Ok(body))) => body_response(body, &tag),
        Ok((_, Err(problem))) => problem.into_response(),
        Err(failure) => failure_of(failure).into_response(),
    }
}

/// Returns the address of the site: as the operator gives it, else by the name asked for.
pub(crate) fn site_address(state: &AppState, host: &str) -> String {
    match &state.settings().public_url {
        Some(address) => address.clone(),
        None if host.is_empty() => "http://localhost".to_owned(),
        None => format!("http://{host}"),
    }
}

/// Returns the problem of a question without an answer.
fn failure_of(failure: QueryFailure) -> Problem {
    Problem::of_status(match failure {
        QueryFailure::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
        QueryFailure::Crashed => StatusCode::INTERNAL_SERVER_ERROR,
    })
}

fn body_response(body: Option<Body>, tag: &str) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Accept, Accept-Language, Cookie"));
    headers.insert(ETAG, tag.parse().expect("hexadecimal digits in quotation marks"));
    let Some(body) = body else {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    };
    if let Some(Ok(location)) = body.location.map(|address| address.parse()) {
        headers.insert(LOCATION, location);
        return (StatusCode::SEE_OTHER, headers).into_response();
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(body.kind));
    for (relation, address) in body.links {
        if let Ok(link) = format!("<{address}>; rel=\"{relation}\"").parse() {
            headers.append(LINK, link);
        }
    }
    (StatusCode::OK, headers, body.bytes).into_response()
}

/// Weak, because compression changes the bytes.
fn entity_tag(build_tag: &str, asked: &Asked, site: &str) -> String {
    let form = asked.form.as_ref().map_or(0, |form| *form as u8);
    let texts =
        [asked.address.as_bytes(), site.as_bytes(), &[form], asked.language.tag().as_bytes()];
    let number = texts.concat().iter().fold(0xcbf2_9ce4_8422_2325_u64, |number, byte| {
        (number ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("W/\"{build_tag}-{number:016x}\"")
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked, Self::Rejection> {
        let address = parts.uri.path_and_query().map_or("/", |address| address.as_str());
        let tags = parts.headers.get_all(IF_NONE_MATCH).iter();
        let if_none_match = tags
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(|tag| tag.trim().to_owned());
        Ok(Asked {
            address: address.to_owned(),
            form: form_of(parts.uri.query().unwrap_or_default(), &parts.headers),
            host: host_of(parts).unwrap_or_default().to_owned(),
            language: Language::of_request(&parts.headers),
            if_none_match: if_none_match.collect(),
        })
    }
}

/// `?format=` goes before `Accept`; a form that nobody knows is a mistake only there.
fn form_of(query: &str, headers: &HeaderMap) -> Result<Form, Problem> {
    let stated = query.split('&').find_map(|pair| pair.strip_prefix("format="));
    match stated {
        Some("json" | "") => return Ok(Form::Json),
        Some("jsonld") => return Ok(Form::JsonLd),
        Some("ftm") => return Ok(Form::Ftm),
        Some(_) => return Err(Problem::parameter("format", "unknown")),
        None => {}
    }
    let accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    for kind in accepted.flat_map(|value| value.split(',')) {
        match kind.split(';').next().map(str::trim) {
            Some("application/json" | "*/*") => return Ok(Form::Json),
            Some("application/ld+json") => return Ok(Form::JsonLd),
            Some(FTM_TYPE) => return Ok(Form::Ftm),
            _ => {}
        }
    }
    Ok(Form::Json)
}
