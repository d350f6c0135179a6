//! Executions by month in the archive, beside the operations of 1937 and 1938.

use super::chart::{CHART_WIDTH, TimeAxis, round_values};
use super::csv::csv_line;
use super::notes::{Note, Notes};
use super::{certainty_words, in_language};
use crate::Text;
use crate::address::campaign_address;
use crate::pages::dates::date_in_words;
use crate::pages::{Frame, Page};
use askama::Template;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::collections::BTreeMap;
use synodik_codex::{Campaign, Codex};
use synodik_index::ArchiveCounts;

/// Campaigns drawn as bands, and the words of the address by which the CSV names them.
const BANDS: [&str; 2] = ["op-00447", "op-national-total"];

/// Years drawn when the archive has an execution in them.
const TERROR_YEARS: (i32, i32) = (1936, 1939);

/// The most years drawn otherwise, so that a bar can still be seen.
const MAX_YEARS: i32 = 12;

/// Where bars start, right of the numbers, in units of the drawing.
const LEFT: i32 = 64;

/// Top and bottom of the bars, in units of the drawing.
const TOP: i32 = 84;
const BOTTOM: i32 = 304;

#[derive(Template)]
#[template(path = "codex/executions.html")]
struct ExecutionsPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    bands: Vec<BandView<'a>>,
    chart: Option<MonthChart>,
    table: Option<MonthTable<'a>>,
    sums: Vec<SumView>,
    n_dated: u64,
    n_year_only: u64,
    /// Within the time of the order, stated without body and article.
    n_open: u64,
    notes: Vec<Note<'a>>,
}

/// A campaign beside which the months stand.
struct BandView<'a> {
    address: String,
    name: &'a str,
    time: String,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

/// Executions before, in and after the time of a campaign.
struct SumView {
    months: String,
    n_executions: u64,
}

/// Bars of months over the bands of campaigns.
struct MonthChart {
    description: String,
    bands: Vec<BandShape>,
    years: Vec<(i32, String)>,
    scale: Vec<(i32, String)>,
    bars: Vec<MonthBar>,
}

struct BandShape {
    x: i32,
    width: i32,
    y: i32,
    name: String,
}

struct MonthBar {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
    /// The month and its number in words.
    told: String,
}

/// Months down, years across.
struct MonthTable<'a> {
    years: Vec<i32>,
    rows: Vec<(Cow<'a, str>, Vec<u64>)>,
    sums: Vec<u64>,
    /// Years that are not drawn, each with its sum.
    other_years: Vec<(i32, u64)>,
}

/// A month of the archive with its executions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct MonthCount {
    first_day: NaiveDate,
    n_executions: u64,
}

/// Returns whether the page on executions draws a campaign.
pub(super) fn is_drawn_with_executions(campaign_id: &str) -> bool {
    BANDS.contains(&campaign_id)
}

/// Returns the page of executions by month.
///
/// # Shape
///
/// `counts`: those of the whole archive; may be empty.
///
/// # Errors
///
/// When the template cannot be written.
pub fn executions_page(frame: Frame<'_>, codex: &Codex, counts: &ArchiveCounts) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let campaigns: Vec<&Campaign> = BANDS.iter().filter_map(|id| codex.campaign(id)).collect();
    let bands = campaigns.iter().map(|campaign| BandView {
        address: campaign_address(&campaign.campaign_id),
        name: in_language(&campaign.name, t),
        time: super::campaign::campaign_time(campaign, t),
        certainty: certainty_words(campaign.certainty, t),
        notes: notes.cite(&campaign.sources),
    });
    let bands = bands.collect();
    let months = month_counts(counts);
    let n_dated = months.iter().map(|month| month.n_executions).sum();
    let by_year = counts.events_by_year.get("execution");
    let n_records: u64 = by_year.map_or(0, |by_year| by_year.values().sum());
    let years = years_drawn(&months);
    ExecutionsPage {
        frame,
        t,
        bands,
        chart: years.map(|years| month_chart((&months, years), &campaigns, t)),
        table: years.map(|years| month_table(&months, years, t)),
        sums: campaigns.first().map(|order| sums_around(&months, order, t)).unwrap_or_default(),
        n_dated,
        n_year_only: n_records.saturating_sub(n_dated),
        n_open: counts.open_executions.values().flat_map(BTreeMap::values).sum(),
        notes: notes.into_list(t),
    }
    .render()
}

/// Returns the months of the archive in the order of time.
fn month_counts(counts: &ArchiveCounts) -> Vec<MonthCount> {
    let month = |(month, n): (&String, &u64)| {
        let first_day = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
        Some(MonthCount { first_day, n_executions: *n })
    };
    let mut months: Vec<MonthCount> = counts.executions_by_month.iter().filter_map(month).collect();
    months.sort_by_key(|month| month.first_day);
    months
}

/// Returns the first and last year to draw; none without a month.
fn years_drawn(months: &[MonthCount]) -> Option<(i32, i32)> {
    let year = |month: &MonthCount| month.first_day.year();
    let (first, last) = (year(months.first()?), year(months.last()?));
    let is_drawn = |month: &MonthCount| (TERROR_YEARS.0..=TERROR_YEARS.1).contains(&year(month));
    if months.iter().any(is_drawn) {
        return Some(TERROR_YEARS);
    }
    Some((first, last.min(first + MAX_YEARS - 1)))
}

fn n_between(months: &[MonthCount], first: NaiveDate, last: NaiveDate) -> u64 {
    let is_between = |month: &&MonthCount| first <= month.first_day && month.first_day <= last;
    months.iter().filter(is_between).map(|month| month.n_executions).sum()
}

/// Returns the executions of the year before a campaign, of its months, and of the year after.
fn sums_around(months: &[MonthCount], campaign: &Campaign, t: Text<'_>) -> Vec<SumView> {
    let (Some(started), Some(ended)) = (campaign.started.first, campaign.ended.last) else {
        return Vec::new();
    };
    let a_year = chrono::Months::new(12);
    let one = chrono::Months::new(1);
    let (Some(first), Some(last)) = (started.with_day(1), ended.with_day(1)) else {
        return Vec::new();
    };
    [(first - a_year, first - one), (first, last), (last + one, last + a_year)]
        .into_iter()
        .map(|(from, to)| SumView {
            months: format!("{} – {}", month_words(from, t), month_words(to, t)),
            n_executions: n_between(months, from, to),
        })
        .collect()
}

fn month_words(day: NaiveDate, t: Text<'_>) -> String {
    let edtf = day.format("%Y-%m").to_string();
    date_in_words(&edtf, t).unwrap_or(edtf)
}

fn month_table<'a>(
    months: &[MonthCount],
    (first, last): (i32, i32),
    t: Text<'a>,
) -> MonthTable<'a> {
    let count = |year: i32, month: u32| -> u64 {
        let is_it = |known: &&MonthCount| {
            known.first_day.year() == year && known.first_day.month() == month
        };
        months.iter().find(is_it).map_or(0, |known| known.n_executions)
    };
    let years: Vec<i32> = (first..=last).collect();
    let row = |month: u32| {
        let counts = years.iter().map(|year| count(*year, month)).collect();
        (t.label("month", &format!("{month:02}")), counts)
    };
    let mut by_year: BTreeMap<i32, u64> = BTreeMap::new();
    for month in months {
        *by_year.entry(month.first_day.year()).or_default() += month.n_executions;
    }
    let sums = years.iter().map(|year| by_year.get(year).copied().unwrap_or_default()).collect();
    by_year.retain(|year, _| *year < first || *year > last);
    let rows = (1..=12).map(row).collect();
    MonthTable { rows, years, sums, other_years: by_year.into_iter().collect() }
}

/// Draws months as bars over the bands of campaigns.
fn month_chart(
    (months, (first, last)): (&[MonthCount], (i32, i32)),
    campaigns: &[&Campaign],
    t: Text<'_>,
) -> MonthChart {
    let new_year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
    let axis = TimeAxis::between(new_year(first), new_year(last), LEFT);
    let drawn: Vec<&MonthCount> =
        months.iter().filter(|month| (first..=last).contains(&month.first_day.year())).collect();
    let highest = drawn.iter().max_by_key(|month| month.n_executions);
    let most = highest.map_or(1, |month| month.n_executions).max(1) as f64;
    let height = |n: f64| (f64::from(BOTTOM - TOP) * n / most).round() as i32;
    let bar = |month: &&MonthCount| {
        let x = axis.x(month.first_day) + 1;
        let end = axis.x(month.first_day + chrono::Months::new(1)) - 1;
        // A single person is still seen.
        let height = height(month.n_executions as f64).max(1);
        let n = t.number(&month.n_executions);
        let told = format!("{}: {n}", month_words(month.first_day, t));
        MonthBar { x, y: BOTTOM - height, width: (end - x).max(2), height, told }
    };
    let mut told = String::new();
    for campaign in campaigns {
        let time = super::campaign::campaign_time(campaign, t);
        told.push_str(&format!("{}: {time}. ", in_language(&campaign.name, t)));
    }
    if let Some(highest) = highest {
        let words = [
            ("first", &*first.to_string()),
            ("last", &*last.to_string()),
            ("month", &*month_words(highest.first_day, t)),
            ("n", &*t.number(&highest.n_executions)),
        ];
        told.push_str(&t.fill("executions-chart-text", &words));
    }
    let scale = round_values(most).filter(|value| value.fract() == 0.0);
    MonthChart {
        description: told,
        bands: campaigns.iter().filter_map(|campaign| band_shape(campaign, &axis, t)).collect(),
        years: axis.ticks().into_iter().map(|tick| (tick.x, tick.label)).collect(),
        scale: scale.map(|n| (BOTTOM - height(n), t.number(&(n as u64)))).collect(),
        bars: drawn.iter().map(bar).collect(),
    }
}

/// Returns the band of a campaign; none when it lies outside the years drawn.
fn band_shape(campaign: &Campaign, axis: &TimeAxis, t: Text<'_>) -> Option<BandShape> {
    let (started, ended) = (campaign.started.first?, campaign.ended.last?.succ_opt()?);
    let (x, end) = (axis.x(started), axis.x(ended));
    let band_idx = BANDS.iter().position(|id| *id == campaign.campaign_id)?;
    let y = 30 + 22 * i32::try_from(band_idx).unwrap_or_default();
    let name = super::shortened(in_language(&campaign.name, t), 42);
    (end - x > 0).then_some(BandShape { x, width: end - x, y, name })
}

impl MonthChart {
    fn right(&self) -> i32 {
        CHART_WIDTH - 20
    }

    fn bottom(&self) -> i32 {
        BOTTOM
    }
}

impl BandShape {
    /// Returns the distance from the bar of the band to the foot of the drawing.
    fn height(&self) -> i32 {
        BOTTOM - self.y
    }
}

/// Returns executions by month as CSV, one line a month with executions.
///
/// # Shape
///
/// In the order of time. The last two columns say whether a day of the month lies in the
/// time of order 00447, and of the national operations.
///
/// # Units
///
/// Executions stated by public records; entries, not persons.
pub fn executions_csv(codex: &Codex, counts: &ArchiveCounts) -> String {
    let mut csv = csv_line(["month", "n_executions", "in_order_00447", "in_national_operations"]);
    for month in month_counts(counts) {
        let within = BANDS.map(|id| codex.campaign(id).is_some_and(|one| touches(one, &month)));
        let [order, national] = within.map(|is_within| if is_within { "1" } else { "0" });
        let name = month.first_day.format("%Y-%m").to_string();
        csv.push_str(&csv_line([&name, &month.n_executions.to_string(), order, national]));
    }
    csv
}

fn touches(campaign: &Campaign, month: &MonthCount) -> bool {
    let end = month.first_day + chrono::Months::new(1);
    campaign.started.first.is_some_and(|started| started < end)
        && campaign.ended.last.is_some_and(|ended| ended >= month.first_day)
}

#[cfg(test)]
mod tests;
