//! Pages for what is not there and what failed; they name no inner cause.

use super::{Frame, Page};
use crate::Text;
use askama::Template;
use std::borrow::Cow;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    title: Cow<'a, str>,
    advice: Cow<'a, str>,
}

/// Returns the page for an address that leads nowhere.
///
/// # Errors
///
/// When the template cannot be written.
pub fn missing_page(frame: Frame<'_>) -> Page {
    let t = frame.text;
    let (title, advice) = (t.say("error-404-title"), t.say("error-404-text"));
    ErrorPage { frame, t, title, advice }.render()
}

/// Returns the page for a failure on our side.
///
/// # Errors
///
/// When the template cannot be written.
pub fn failure_page(frame: Frame<'_>) -> Page {
    let t = frame.text;
    let (title, advice) = (t.say("error-500-title"), t.say("error-500-text"));
    ErrorPage { frame, t, title, advice }.render()
}
