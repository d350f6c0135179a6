//! The first page: what this is, what is in it, one search box.

use super::{Frame, Page};
use crate::Text;
use crate::address::percent_encode;
use askama::Template;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    n_sources: u64,
}

/// The years of the Great Terror, offered when the archive has events in them.
const EXAMPLE_YEARS: (i32, i32) = (1937, 1938);

impl HomePage<'_> {
    fn name_address(&self, name: &str) -> String {
        format!("/search?q={}", percent_encode(name))
    }

    fn example_years(&self) -> Option<(i32, i32)> {
        let (first, last) = self.frame.archive.event_years?;
        (first <= EXAMPLE_YEARS.1 && last >= EXAMPLE_YEARS.0).then_some(EXAMPLE_YEARS)
    }
}

/// Returns the first page.
///
/// # Errors
///
/// When the template cannot be written.
pub fn home_page(frame: Frame<'_>, n_sources: u64) -> Page {
    HomePage { frame, t: frame.text, n_sources }.render()
}
