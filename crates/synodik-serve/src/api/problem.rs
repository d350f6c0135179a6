//! Errors of the API as problem details (RFC 9457).
//!
//! **Invariant:** nothing that was sent is repeated; a placeholder and an unknown id are told
//! apart by the resource `records` alone, as on the pages.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// Media type of problem details.
pub(crate) const PROBLEM_TYPE: &str = "application/problem+json";

/// What is wrong, as RFC 9457 has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Kind of problem: `about:blank` when the status says all, else `urn:synodik:problem:…`.
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// The status in words.
    pub(crate) title: String,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What to do about it.
    pub(crate) detail: &'static str,
    /// Parameters with a mistake.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) mistakes: Vec<Mistake>,
}

/// What is wrong with one parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Mistake {
    /// Name of the parameter.
    pub(crate) parameter: &'static str,
    /// Kind of mistake: `number`, `order`, `unknown`, `long`, `offset`, `missing`.
    pub(crate) kind: &'static str,
}

impl Problem {
    /// Returns the problem of a status with nothing more to say.
    pub(crate) fn of_status(status: StatusCode) -> Problem {
        let detail = match status {
            StatusCode::NOT_FOUND => "There is nothing at this address.",
            StatusCode::METHOD_NOT_ALLOWED => {
                "This address cannot be asked in this way; see the header Allow."
            }
            StatusCode::PAYLOAD_TOO_LARGE => "The request is too large.",
            StatusCode::URI_TOO_LONG => "The address is too long.",
            StatusCode::TOO_MANY_REQUESTS => {
                "Too many requests; see the header Retry-After for when to ask again."
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                "The answer would take too long; ask for less, or later."
            }
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "The request is in a form not read here.",
            status if status.is_server_error() => "The archive cannot answer now.",
            _ => "The request cannot be read.",
        };
        Problem {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            detail,
            mistakes: Vec::new(),
        }
    }

    /// Nothing has that id.
    pub(crate) fn missing() -> Problem {
        Problem::of_status(StatusCode::NOT_FOUND)
    }

    /// Something failed here; the cause goes to standard error.
    pub(crate) fn failure(cause: &dyn std::error::Error) -> Problem {
        eprintln!("error: the API cannot answer: {cause}");
        Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// A parameter has a mistake.
    pub(crate) fn parameter(parameter: &'static str, kind: &'static str) -> Problem {
        Problem::parameters(vec![Mistake { parameter, kind }])
    }

    /// Parameters have mistakes.
    pub(crate) fn parameters(mistakes: Vec<Mistake>) -> Problem {
        Problem {
            kind: "urn:synodik:problem:parameter",
            detail: "A parameter has a mistake.",
            mistakes,
            ..Problem::of_status(StatusCode::BAD_REQUEST)
        }
    }

    /// The address as a whole cannot be read.
    pub(crate) fn unreadable() -> Problem {
        Problem {
            detail: "The address cannot be read: a parameter stands twice or is not UTF-8.",
            ..Problem::of_status(StatusCode::BAD_REQUEST)
        }
    }

    /// The cursor was given by a build that is no longer shown.
    pub(crate) fn other_build() -> Problem {
        Problem {
            kind: "urn:synodik:problem:other-build",
            detail: "The archive was built anew since this cursor was given; start again.",
            ..Problem::of_status(StatusCode::CONFLICT)
        }
    }
}

impl From<synodik_index::IndexError> for Problem {
    fn from(error: synodik_index::IndexError) -> Problem {
        Problem::failure(&error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).expect("texts and numbers are JSON");
        let headers = [(CONTENT_TYPE, PROBLEM_TYPE), (CACHE_CONTROL, "no-store")];
        (status, headers, body).into_response()
    }
}

/// Turns every error below `/api` that is not yet a problem into one; its other headers stay.
pub(crate) fn as_problem(mut response: Response) -> Response {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let is_problem = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == PROBLEM_TYPE);
    if !is_error || is_problem {
        return response;
    }
    let problem = Problem::of_status(status).into_response();
    let (head, body) = problem.into_parts();
    *response.body_mut() = body;
    response.headers_mut().remove(axum::http::header::CONTENT_LENGTH);
    response.headers_mut().remove(axum::http::header::CONTENT_LANGUAGE);
    for (name, value) in &head.headers {
        response.headers_mut().insert(name, HeaderValue::clone(value));
    }
    response
}
