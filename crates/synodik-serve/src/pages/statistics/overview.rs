//! What a search counts, property by property: every figure is a search.

use super::bars::{Bars, TIME_BOTTOM, TIME_HEIGHT, TimeBars};
use crate::pages::codex::csv::csv_line;
use crate::pages::codex::share_words;
use crate::pages::facets::{Chip, chips, value_label};
use crate::pages::years_chart::peak_words;
use crate::pages::{Frame, Page};
use crate::{SearchForm, Text};
use askama::Template;
use std::collections::BTreeMap;
use synodik_index::{FacetValue, PublicSource, Statistics, StatisticsTable};

/// Rows of a property on the page of all; its own page has more.
const N_ROWS: usize = 8;

/// Rows of a property on its own page.
const MAX_ROWS: usize = 200;

/// The properties, each with the field of the form that asks for it.
const TABLES: [&str; 10] = [
    "event",
    "measure",
    "body",
    "article",
    "region",
    "nationality",
    "sex",
    "age",
    "source",
    "instrument",
];

/// Properties whose values have an order of their own.
const IN_ORDER: [&str; 1] = ["age"];

/// Kinds of events that are shown by year.
pub(super) const BY_YEAR: [&str; 5] = ["arrest", "sentence", "execution", "exile", "deportation"];

/// Years that are shown; what lies outside is an error of a list or no persecution.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1917..=1960;

/// A search and what it counts.
#[derive(Debug, Clone, Copy)]
pub struct StatisticsQuestion<'a> {
    /// The search.
    pub form: &'a SearchForm,
    /// What it counts.
    pub statistics: &'a Statistics,
    /// The sources of the archive.
    pub sources: &'a [PublicSource],
}

#[derive(Template)]
#[template(path = "statistics/overview.html")]
struct OverviewPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    found: String,
    search: String,
    chips: Vec<Chip>,
    tables: Vec<TableView>,
    years: Option<YearsView>,
}

#[derive(Template)]
#[template(path = "statistics/table.html")]
struct TablePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    found: String,
    search: String,
    all: String,
    chips: Vec<Chip>,
    table: TableView,
}

/// One property.
struct TableView {
    id: &'static str,
    title: String,
    /// How many of the records say it.
    stated: String,
    bars: Option<Bars>,
    description: String,
    rows: Vec<RowView>,
    /// Address of the page with all rows, when some are left out.
    more: Option<(String, String)>,
    csv: String,
}

/// One value.
struct RowView {
    label: String,
    n_records: u64,
    share: String,
    /// Address of the search that finds these records.
    address: Option<String>,
}

/// Events by year, a column a kind.
struct YearsView {
    stated: String,
    columns: Vec<ColumnView>,
    rows: Vec<(i32, Vec<(u64, Option<String>)>)>,
    csv: String,
}

/// One kind of event along the years.
struct ColumnView {
    id: &'static str,
    label: String,
    bars: Option<TimeBars>,
    description: String,
    /// Address of the page by month.
    months: String,
}

impl OverviewPage<'_> {
    fn time_bottom(&self) -> i32 {
        TIME_BOTTOM
    }

    fn time_height(&self) -> i32 {
        TIME_HEIGHT
    }
}

/// Returns the name of a property that has a page of its own.
pub fn table_name(asked: &str) -> Option<&'static str> {
    TABLES.into_iter().find(|name| *name == asked)
}

/// Returns the page with all properties.
///
/// # Errors
///
/// When the template cannot be written.
pub fn statistics_page(frame: Frame<'_>, question: StatisticsQuestion<'_>) -> Page {
    let t = frame.text;
    let tables = TABLES.into_iter().filter_map(|name| {
        let table = table_of(question.statistics, name)?;
        (!table.values.is_empty()).then(|| table_view(&question, table, N_ROWS, frame))
    });
    OverviewPage {
        frame,
        t,
        found: t.count("statistics-found", &question.statistics.n_found).into_owned(),
        search: question.form.address_with(&[]),
        chips: statistics_chips(&question, frame),
        tables: tables.collect(),
        years: years_view(&question, t),
    }
    .render()
}

/// Returns the page of one property.
///
/// # Errors
///
/// When the template cannot be written.
pub fn table_page(frame: Frame<'_>, question: StatisticsQuestion<'_>, name: &'static str) -> Page {
    let t = frame.text;
    let nothing = StatisticsTable { name, n_with_value: 0, values: Vec::new() };
    let table = table_of(question.statistics, name).unwrap_or(&nothing);
    TablePage {
        frame,
        t,
        found: t.count("statistics-found", &question.statistics.n_found).into_owned(),
        search: question.form.address_with(&[]),
        all: question.form.address_at("/statistics", &[]),
        chips: statistics_chips(&question, frame),
        table: table_view(&question, table, MAX_ROWS, frame),
    }
    .render()
}

/// Returns one property as a table, all values.
pub fn table_csv(statistics: &Statistics, name: &str) -> String {
    let mut lines = csv_line(["value", "records", "records_that_state_it", "records_found"]);
    let Some(table) = table_of(statistics, name) else { return lines };
    for value in in_order(table) {
        lines.push_str(&csv_line([
            &*value.value,
            &value.n_records.to_string(),
            &table.n_with_value.to_string(),
            &statistics.n_found.to_string(),
        ]));
    }
    lines
}

pub(super) fn statistics_chips(question: &StatisticsQuestion<'_>, frame: Frame<'_>) -> Vec<Chip> {
    let t = frame.text;
    let mut chips = chips(question.form, question.sources, frame);
    for chip in &mut chips {
        chip.address = chip.address.replacen("/search", "/statistics", 1);
    }
    let query = question.form.q.trim();
    if !query.is_empty() {
        let address = question.form.address_at("/statistics", &[("q", "")]);
        let (label, value) = (t.say("filter-q").into_owned(), query.to_owned());
        chips.insert(0, Chip { label, value, address });
    }
    chips
}

pub(super) fn table_of<'a>(statistics: &'a Statistics, name: &str) -> Option<&'a StatisticsTable> {
    statistics.tables.iter().find(|table| table.name == name)
}

/// Returns the values as they are shown: by size, or in the order they have.
fn in_order(table: &StatisticsTable) -> Vec<&FacetValue> {
    let mut values: Vec<&FacetValue> = table.values.iter().collect();
    if !IN_ORDER.contains(&table.name) {
        values.sort_by_key(|value| std::cmp::Reverse(value.n_records));
    }
    values
}

fn table_view(
    question: &StatisticsQuestion<'_>,
    table: &StatisticsTable,
    n_rows: usize,
    frame: Frame<'_>,
) -> TableView {
    let t = frame.text;
    let (form, n_found) = (question.form, question.statistics.n_found);
    let name = table.name;
    let values = in_order(table);
    let row = |value: &&FacetValue| RowView {
        label: value_label(name, &value.value, question.sources, frame),
        n_records: value.n_records,
        share: share_words(value.n_records, table.n_with_value, t),
        address: value_address(form, name, &value.value),
    };
    let n_shown = if IN_ORDER.contains(&name) { MAX_ROWS } else { n_rows };
    let rows: Vec<RowView> = values.iter().take(n_shown).map(row).collect();
    let n_more = values.len().saturating_sub(rows.len()) as u64;
    let more = (n_more > 0 && n_rows < MAX_ROWS).then(|| {
        let address = form.address_at(&format!("/statistics/{name}"), &[]);
        (t.count("statistics-more", &n_more).into_owned(), address)
    });
    let description: Vec<String> = rows
        .iter()
        .take(N_ROWS)
        .map(|row| format!("{} {}", row.label, t.number(&row.n_records)))
        .collect();
    TableView {
        id: name,
        title: t.label("facet", name).into_owned(),
        stated: stated_words(table, n_found, t),
        bars: Bars::of(rows.iter().map(|row| (row.label.as_str(), row.n_records)), t),
        description: description.join("; "),
        rows,
        more,
        csv: form.address_at(&format!("/statistics/{name}.csv"), &[]),
    }
}

/// Returns how many of the records found say it: the denominator and its share.
pub(super) fn stated_words(table: &StatisticsTable, n_found: u64, t: Text<'_>) -> String {
    let values = [
        ("with", &*t.number(&table.n_with_value)),
        ("all", &t.number(&n_found)),
        ("share", &share_words(table.n_with_value, n_found, t)),
    ];
    t.fill("statistics-stated", &values).into_owned()
}

/// Returns the search behind a value; none when the search asks for another one already.
fn value_address(form: &SearchForm, name: &str, value: &str) -> Option<String> {
    let pairs = form.pairs();
    let asked =
        pairs.iter().find(|(field, _)| *field == name).map_or("", |(_, asked)| asked.trim());
    let is_free = asked.is_empty() || asked.eq_ignore_ascii_case(value);
    is_free.then(|| form.address_with(&[(name, value)]))
}

/// Returns events by year; none when nothing is dated.
fn years_view(question: &StatisticsQuestion<'_>, t: Text<'_>) -> Option<YearsView> {
    let table = table_of(question.statistics, "event_in_year")?;
    let form = question.form;
    let is_asked = |kind: &&&str| form.event.is_empty() || form.event == **kind;
    let mut by_year: BTreeMap<i32, BTreeMap<&str, u64>> = BTreeMap::new();
    for value in &table.values {
        let Some((kind, year)) = value.value.split_once('/') else { continue };
        let Ok(year) = year.parse::<i32>() else { continue };
        if YEARS.contains(&year) {
            by_year.entry(year).or_default().insert(kind, value.n_records);
        }
    }
    let kinds: Vec<&'static str> = BY_YEAR
        .iter()
        .filter(is_asked)
        .copied()
        .filter(|kind| by_year.values().any(|kinds| kinds.contains_key(kind)))
        .collect();
    if kinds.is_empty() {
        return None;
    }
    by_year.retain(|_, counts| kinds.iter().any(|kind| counts.contains_key(kind)));
    let count = |year: &i32, kind: &str| {
        by_year.get(year).and_then(|kinds| kinds.get(kind)).copied().unwrap_or_default()
    };
    let marks: Vec<(i32, String)> =
        YEARS.filter(|year| year % 5 == 0).map(|year| (year, year.to_string())).collect();
    let column = |kind: &&'static str| {
        let counts: Vec<(i32, u64)> =
            by_year.keys().map(|year| (*year, count(year, kind))).collect();
        ColumnView {
            id: kind,
            label: t.label("event", kind).into_owned(),
            bars: TimeBars::of(&counts, &marks, t),
            description: peak_words(&counts, t),
            months: form.address_at("/statistics/months", &[("event", kind)]),
        }
    };
    let cell = |year: &i32, kind: &&str| {
        let n_records = count(year, kind);
        let (from, to) = (form.event_from.parse::<i32>(), form.event_to.parse::<i32>());
        let is_within = from.is_ok_and(|from| from <= *year) || form.event_from.is_empty();
        let is_within = is_within && (to.is_ok_and(|to| to >= *year) || form.event_to.is_empty());
        let year = year.to_string();
        let address =
            || form.address_with(&[("event", kind), ("event_from", &year), ("event_to", &year)]);
        (n_records, (n_records > 0 && is_within).then(address))
    };
    Some(YearsView {
        stated: stated_words(table, question.statistics.n_found, t),
        columns: kinds.iter().map(column).collect(),
        rows: by_year
            .keys()
            .map(|year| (*year, kinds.iter().map(|kind| cell(year, kind)).collect()))
            .collect(),
        csv: form.address_at("/statistics/event_in_year.csv", &[]),
    })
}
