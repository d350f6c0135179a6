//! How many people no list names: explained on an invented town, computed as the page is made.

use super::span_chart::{Span, SpanChart};
use crate::Text;
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_analyse::{Assumption, CaptureTable, Estimate, MethodConfig, estimate_by_name};

/// Persons of the invented town by the lists on which they stand: a newspaper, a camp's card
/// file, a memory book. The first two know one another.
const TOWN: [(&str, u64); 7] =
    [("111", 34), ("110", 58), ("101", 41), ("100", 210), ("011", 27), ("010", 133), ("001", 172)];

/// What is compared: identifier of the words, lists of the table, method.
const METHODS: [(&str, usize, &str); 6] = [
    ("two", 2, "chapman"),
    ("independent", 3, "[1,2,3]"),
    ("pair", 3, "[12,3]"),
    ("all-pairs", 3, "[12,13,23]"),
    ("average", 3, "bic-average"),
    ("bound", 3, "chao-mth"),
];

#[derive(Template)]
#[template(path = "statistics/mse.html")]
struct MsePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    idea: Cow<'a, str>,
    captures: Vec<(Vec<&'static str>, u64)>,
    n_observed: u64,
    chart: SpanChart,
    rows: Vec<MethodRow<'a>>,
    assumptions: Vec<(&'static str, &'static str)>,
}

struct MethodRow<'a> {
    label: Cow<'a, str>,
    n_hat: u64,
    low: u64,
    high: u64,
    aic: Option<String>,
}

/// Returns the page about multiple systems estimation.
///
/// # Errors
///
/// When the template cannot be written.
pub fn mse_page(frame: Frame<'_>) -> Page {
    let t = frame.text;
    let town = CaptureTable::from_histories(3, &TOWN).expect("the histories are of three lists");
    let first_two = two_lists(&town);
    let mut assumptions: Vec<Assumption> = Vec::new();
    let (mut rows, mut spans) = (Vec::new(), Vec::new());
    for (id, n_lists, method) in METHODS {
        let table = if n_lists == 2 { &first_two } else { &town };
        let estimate = estimate_town(table, method);
        let interval = estimate.interval.expect("each of the methods gives an interval");
        assumptions.extend(&estimate.assumptions);
        let label = t.label("mse-method", id);
        spans.push(Span {
            label: label.clone().into_owned(),
            low: interval.low,
            value: estimate.n_hat,
            high: interval.high,
            counted: Some(estimate.n_observed as f64),
        });
        rows.push(MethodRow {
            label,
            n_hat: estimate.n_hat.round() as u64,
            low: interval.low.round() as u64,
            high: interval.high.round() as u64,
            aic: estimate.fit.map(|fit| t.decimal(&format!("{:.1}", fit.aic))),
        });
    }
    assumptions.sort_unstable();
    assumptions.dedup();
    let language = t.language().tag();
    let words = |known: Assumption| (known.text_in(language), known.consequence_in(language));
    let title = t.say("mse-chart-title").into_owned();
    let description = t.say("mse-chart-text").into_owned();
    MsePage {
        frame,
        t,
        idea: idea_words(&first_two, t),
        captures: capture_rows(),
        n_observed: town.n_observed(),
        chart: SpanChart::of("methods", (title, description), &spans, t),
        rows,
        assumptions: assumptions.into_iter().map(words).collect(),
    }
    .render()
}

fn estimate_town(table: &CaptureTable, method: &str) -> Estimate {
    let config = MethodConfig { n_replicates: 100, seed: 1, level: 0.95 };
    estimate_by_name(table, method, &config).expect("a test makes the page")
}

/// Returns the captures of the first two lists alone.
fn two_lists(town: &CaptureTable) -> CaptureTable {
    let both = town.n_on_both(0, 1);
    let rows = [("11", both), ("10", town.n_on_list(0) - both), ("01", town.n_on_list(1) - both)];
    CaptureTable::from_histories(2, &rows).expect("the histories are of two lists")
}

fn idea_words<'a>(table: &CaptureTable, t: Text<'a>) -> Cow<'a, str> {
    let (a, b, both) = (table.n_on_list(0), table.n_on_list(1), table.n_on_both(0, 1));
    let percent = (100 * both + b / 2) / b;
    let all = (a * b + both / 2) / both;
    let numbers = [a, b, both, percent, all].map(|number| t.number(&number));
    let names = ["a", "b", "both", "percent", "all"];
    let values: Vec<(&str, &str)> =
        names.into_iter().zip(numbers.iter().map(String::as_str)).collect();
    t.fill("mse-idea-text", &values)
}

/// Returns for each history the signs of its lists, and the persons.
fn capture_rows() -> Vec<(Vec<&'static str>, u64)> {
    let row = |(history, count): &(&str, u64)| {
        let signs = history.chars().map(|sign| if sign == '1' { "+" } else { "–" });
        (signs.collect(), *count)
    };
    TOWN.iter().map(row).collect()
}
