//! Entries, persons and the doubt of the links, for the archive shown.

use super::span_chart::{Span, SpanChart};
use crate::Text;
use crate::pages::{Frame, Page};
use askama::Template;
use std::collections::BTreeMap;
use synodik_index::{CountedPersons, PersonCounts, PublicSource};

#[derive(Template)]
#[template(path = "statistics/uncertainty.html")]
struct UncertaintyPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    counts: &'a PersonCounts,
    tables: Vec<CountedTable>,
}

/// A drawing with the table beneath it.
struct CountedTable {
    id: String,
    title: String,
    chart: SpanChart,
    rows: Vec<(String, CountedPersons)>,
}

/// Returns the page about entries and persons.
///
/// # Shape
///
/// `counts`: what the build counted; all of it nought for a build of an older version.
///
/// # Errors
///
/// When the template cannot be written.
pub fn uncertainty_page(frame: Frame<'_>, counts: &PersonCounts, sources: &[PublicSource]) -> Page {
    let t = frame.text;
    let mut tables = Vec::new();
    let title_of = |source_id: &str| {
        let found = sources.iter().find(|source| source.source_id == source_id);
        found.map_or_else(|| source_id.to_owned(), |source| source.title.clone())
    };
    let by_source: Vec<(String, CountedPersons)> =
        counts.by_source.iter().map(|(id, counted)| (title_of(id), *counted)).collect();
    tables.extend(counted_table(
        "sources",
        t.say("uncertainty-by-source").into_owned(),
        by_source,
        t,
    ));
    for (kind, years) in &counts.by_event_year {
        let event = t.label("event", kind).into_owned();
        let title = t.fill("uncertainty-by-year", &[("event", &event)]).into_owned();
        tables.extend(counted_table(kind, title, year_rows(years), t));
    }
    UncertaintyPage { frame, t, counts, tables }.render()
}

fn year_rows(years: &BTreeMap<String, CountedPersons>) -> Vec<(String, CountedPersons)> {
    years.iter().map(|(year, counted)| (year.clone(), *counted)).collect()
}

fn counted_table(
    id: &str,
    title: String,
    rows: Vec<(String, CountedPersons)>,
    t: Text<'_>,
) -> Option<CountedTable> {
    if rows.is_empty() {
        return None;
    }
    let span = |(label, counted): &(String, CountedPersons)| Span {
        label: label.clone(),
        low: counted.low as f64,
        value: counted.median as f64,
        high: counted.high as f64,
        counted: Some(counted.n_entries as f64),
    };
    let spans: Vec<Span> = rows.iter().map(span).collect();
    let words = (title.clone(), t.say("uncertainty-chart-text").into_owned());
    let chart = SpanChart::of(id, words, &spans, t);
    Some(CountedTable { id: id.to_owned(), title, chart, rows })
}
