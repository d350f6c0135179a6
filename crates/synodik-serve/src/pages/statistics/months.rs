//! Events of one kind by month: every figure is a search.

use super::bars::{TIME_BOTTOM, TIME_HEIGHT, TimeBars};
use super::overview::{StatisticsQuestion, YEARS, stated_words, statistics_chips, table_of};
use crate::Text;
use crate::pages::codex::csv::csv_line;
use crate::pages::dates::date_in_words;
use crate::pages::facets::Chip;
use crate::pages::{Frame, Page};
use askama::Template;
use std::collections::BTreeMap;
use synodik_index::Statistics;

#[derive(Template)]
#[template(path = "statistics/months.html")]
struct MonthsPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    title: String,
    found: String,
    stated: String,
    all: String,
    search: String,
    chips: Vec<Chip>,
    bars: Option<TimeBars>,
    description: String,
    months: Vec<String>,
    rows: Vec<YearRow>,
    csv: String,
}

/// One year: its months with their searches.
struct YearRow {
    year: i32,
    cells: Vec<(u64, Option<String>)>,
    n_all: u64,
}

impl MonthsPage<'_> {
    fn time_bottom(&self) -> i32 {
        TIME_BOTTOM
    }

    fn time_height(&self) -> i32 {
        TIME_HEIGHT
    }
}

/// Returns the counts of one kind by year and month.
fn by_month(statistics: &Statistics, kind: &str) -> BTreeMap<i32, [u64; 12]> {
    let mut years: BTreeMap<i32, [u64; 12]> = BTreeMap::new();
    let values = table_of(statistics, "event_in_month").map_or(&[][..], |table| &table.values);
    for value in values {
        let rest = value.value.strip_prefix(kind).and_then(|rest| rest.strip_prefix('/'));
        let Some((year, month)) = rest.and_then(|month| month.split_once('-')) else { continue };
        if let (Ok(year), Ok(month)) = (year.parse::<i32>(), month.parse::<usize>())
            && YEARS.contains(&year)
            && (1..=12).contains(&month)
        {
            years.entry(year).or_default()[month - 1] += value.n_records;
        }
    }
    years
}

/// Returns the page of one kind of event by month.
///
/// # Shape
///
/// The form names the kind.
///
/// # Errors
///
/// When the template cannot be written.
pub fn months_page(frame: Frame<'_>, question: StatisticsQuestion<'_>) -> Page {
    let t = frame.text;
    let form = question.form;
    let years = by_month(question.statistics, &form.event);
    let mut counts: Vec<(i32, u64)> = Vec::new();
    if let (Some((first, _)), Some((last, _))) = (years.first_key_value(), years.last_key_value()) {
        for year in *first..=*last {
            let of_year = years.get(&year).copied().unwrap_or_default();
            counts.extend((0..).zip(of_year).map(|(month, n)| (year * 12 + month, n)));
        }
    }
    let marks: Vec<(i32, String)> = years
        .keys()
        .filter(|year| years.len() < 14 || *year % 5 == 0)
        .map(|year| (year * 12, year.to_string()))
        .collect();
    let peak = counts.iter().rev().max_by_key(|(_, n)| *n).copied().unwrap_or_default();
    let peak_month = format!("{:04}-{:02}", peak.0 / 12, peak.0 % 12 + 1);
    let peak_words = date_in_words(&peak_month, t).unwrap_or(peak_month);
    let values = [("month", &*peak_words), ("most", &t.number(&peak.1))];
    let table = table_of(question.statistics, "event_in_month");
    let n_found = question.statistics.n_found;
    MonthsPage {
        frame,
        t,
        title: t.fill("months-of-kind", &[("kind", &t.label("event", &form.event))]).into_owned(),
        found: t.count("statistics-found", &n_found).into_owned(),
        stated: table.map(|table| stated_words(table, n_found, t)).unwrap_or_default(),
        all: form.address_at("/statistics", &[("event", "")]),
        search: form.address_with(&[]),
        chips: statistics_chips(&question, frame),
        bars: TimeBars::of(&counts, &marks, t),
        description: t.fill("months-description", &values).into_owned(),
        months: (1..=12)
            .map(|month| t.label("month", &format!("{month:02}")).into_owned())
            .collect(),
        rows: years.iter().map(|(year, counts)| year_row(&question, *year, counts)).collect(),
        csv: form.address_at("/statistics/event_in_month.csv", &[]),
    }
    .render()
}

fn year_row(question: &StatisticsQuestion<'_>, year: i32, counts: &[u64; 12]) -> YearRow {
    let form = question.form;
    let cell = |(month, n_records): (u32, &u64)| {
        let month = format!("{year:04}-{month:02}");
        let is_free = form.month.is_empty() || form.month == month;
        let address = || form.address_with(&[("month", &month)]);
        (*n_records, (*n_records > 0 && is_free).then(address))
    };
    YearRow { year, cells: (1..).zip(counts).map(cell).collect(), n_all: counts.iter().sum() }
}

/// Returns the counts of one kind by month as a table.
pub fn months_csv(statistics: &Statistics, kind: &str) -> String {
    let mut lines = csv_line(["month", "records"]);
    for (year, counts) in by_month(statistics, kind) {
        for (month, n_records) in (1..).zip(counts) {
            lines.push_str(&csv_line([&*format!("{year:04}-{month:02}"), &n_records.to_string()]));
        }
    }
    lines
}
