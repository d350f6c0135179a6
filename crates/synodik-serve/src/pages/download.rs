//! Tables for download, with size, checksum and what may be done with them.

use super::dates::date_in_words;
use super::{Frame, Page};
use crate::Text;
use crate::address::source_address;
use askama::Template;
use synodik_index::{DownloadFile, PublicSource};

#[derive(Template)]
#[template(path = "download.html")]
struct DownloadPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    files: &'a [DownloadFile],
    sources: &'a [PublicSource],
}

impl DownloadPage<'_> {
    fn day(&self) -> String {
        let archive = self.frame.archive;
        let day = date_in_words(&archive.as_of, self.t).unwrap_or_else(|| archive.as_of.clone());
        let build = archive.build.to_string();
        self.t.fill("download-day", &[("day", &day), ("build", &build)]).into_owned()
    }

    fn source_address(&self, source: &PublicSource) -> String {
        source_address(&source.source_id)
    }
}

/// Returns the page of downloads.
///
/// # Errors
///
/// When the template cannot be written.
pub(crate) fn download_page(
    frame: Frame<'_>,
    files: &[DownloadFile],
    sources: &[PublicSource],
) -> Page {
    DownloadPage { frame, t: frame.text, files, sources }.render()
}
