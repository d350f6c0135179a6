//! The page about the API: what can be asked, and how.

use super::{Frame, Page};
use crate::Text;
use crate::api::DescribedPath;
use askama::Template;

#[derive(Template)]
#[template(path = "api.html")]
struct ApiPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    paths: &'a [DescribedPath],
}

/// Returns the page about the API.
///
/// # Errors
///
/// When the template cannot be written.
pub(crate) fn api_page(frame: Frame<'_>, paths: &[DescribedPath]) -> Page {
    ApiPage { frame, t: frame.text, paths }.render()
}
