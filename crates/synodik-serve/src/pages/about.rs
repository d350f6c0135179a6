//! What the archive is, how it is made, whom it protects.

use super::{Frame, Page};
use crate::Text;
use askama::Template;

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
}

impl AboutPage<'_> {
    fn cite(&self) -> String {
        let archive = self.frame.archive;
        let build = archive.build.to_string();
        let values = [("build", &*build), ("archive", &*archive.name)];
        self.t.fill("about-cite-example", &values).into_owned()
    }
}

/// Returns the page about the archive.
///
/// # Errors
///
/// When the template cannot be written.
pub fn about_page(frame: Frame<'_>) -> Page {
    AboutPage { frame, t: frame.text }.render()
}
