//! The first page: what this is, what is in it, one search box.

use super::{Frame, Page};
use crate::Text;
use askama::Template;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    n_sources: u64,
}

/// Returns the first page.
///
/// # Errors
///
/// When the template cannot be written.
pub fn home_page(frame: Frame<'_>, n_sources: u64) -> Page {
    HomePage { frame, t: frame.text, n_sources }.render()
}
