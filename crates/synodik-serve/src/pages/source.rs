//! Sources: their counts, files and rejected rows.

use super::dates::date_in_words;
use super::reject_reasons::reason_words;
use super::{Frame, Page};
use crate::address::web_address;
use crate::{SearchForm, Text};
use askama::Template;
use synodik_index::PublicSource;

#[derive(Template)]
#[template(path = "sources.html")]
struct SourcesPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    sources: &'a [PublicSource],
}

#[derive(Template)]
#[template(path = "source.html")]
struct SourcePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    source: &'a PublicSource,
    link: Option<&'a str>,
    received: String,
    sum: String,
    n_listed: u64,
    /// Why each row was rejected, where it is known in the language of the page.
    reasons: Vec<Option<String>>,
    search_address: String,
}

/// Returns the list of sources.
///
/// # Errors
///
/// When the template cannot be written.
pub fn sources_page(frame: Frame<'_>, sources: &[PublicSource]) -> Page {
    SourcesPage { frame, t: frame.text, sources }.render()
}

/// Returns the page of one source.
///
/// # Errors
///
/// When the template cannot be written.
pub fn source_page(frame: Frame<'_>, source: &PublicSource) -> Page {
    let t = frame.text;
    let [rows, records, rejects] =
        [source.n_rows, source.n_records, source.n_rejects].map(|n| t.number(&n));
    let sum = [("rows", &*rows), ("records", &*records), ("rejects", &*rejects)];
    SourcePage {
        frame,
        t,
        source,
        link: source.url.as_deref().and_then(web_address),
        received: date_in_words(&source.received, t).unwrap_or_else(|| source.received.clone()),
        n_listed: source.rejects.len() as u64,
        reasons: source.rejects.iter().map(|reject| reason_words(&reject.reason, t)).collect(),
        sum: t.fill("source-sum", &sum).into_owned(),
        search_address: SearchForm::default().address_with(&[("source", &source.source_id)]),
    }
    .render()
}
