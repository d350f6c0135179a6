//! What an archive counts for order 00447 by month and by region, and what it leaves open.

use super::csv::csv_line;
use super::in_language;
use super::notes::{Note, Notes};
use crate::Text;
use crate::pages::dates::date_in_words;
use crate::pages::{Frame, Page};
use askama::Template;
use std::collections::BTreeMap;
use synodik_codex::{Codex, RegionCentre};
use synodik_index::{ArchiveCounts, LimitCount};

/// The instrument whose sources the page names.
const INSTRUMENT: &str = "nkvd-00447";

#[derive(Template)]
#[template(path = "codex/limit_months.html")]
struct LimitMonthsPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    months: Vec<RowView>,
    regions: Vec<RowView>,
    sum: RowView,
    notes: Vec<Note<'a>>,
}

/// Counts of a month or a region.
#[derive(Default)]
struct RowView {
    label: String,
    count: LimitCount,
    /// Executions of which the record names neither body nor article.
    n_open: u64,
}

impl RowView {
    fn add(&mut self, count: &LimitCount, n_open: u64) {
        self.count.n_first += count.n_first;
        self.count.n_second += count.n_second;
        self.count.n_unknown += count.n_unknown;
        self.n_open += n_open;
    }
}

/// Sentences and open executions by month, then region; both in their order.
type Cells<'c> = BTreeMap<(&'c str, &'c str), (LimitCount, u64)>;

fn cells(counts: &ArchiveCounts) -> Cells<'_> {
    let mut cells = Cells::new();
    for (month, regions) in &counts.limits_by_month {
        for (region, count) in regions {
            cells.entry((month, region)).or_default().0 = *count;
        }
    }
    for (month, regions) in &counts.open_executions {
        for (region, n_open) in regions {
            cells.entry((month, region)).or_default().1 = *n_open;
        }
    }
    cells
}

/// Returns the page of counts by month.
///
/// # Shape
///
/// `counts`: those of the whole archive; may be empty.
///
/// # Errors
///
/// When the template cannot be written.
pub fn limit_months_page(frame: Frame<'_>, codex: &Codex, counts: &ArchiveCounts) -> Page {
    let t = frame.text;
    let mut months: BTreeMap<&str, RowView> = BTreeMap::new();
    let mut by_region: BTreeMap<&str, RowView> = BTreeMap::new();
    let mut sum = RowView::default();
    for ((month, region), (count, n_open)) in cells(counts) {
        months.entry(month).or_default().add(&count, n_open);
        by_region.entry(region).or_default().add(&count, n_open);
        sum.add(&count, n_open);
    }
    for (month, row) in &mut months {
        row.label = date_in_words(month, t).unwrap_or_else(|| (*month).to_owned());
    }
    let mut regions = Vec::new();
    let in_order = codex.limits.iter().map(|limit| (&*limit.limit_id, in_language(&limit.name, t)));
    let nowhere = t.say("months-no-region");
    for (limit_id, name) in in_order.chain([("", &*nowhere)]) {
        if let Some(row) = by_region.remove(limit_id) {
            regions.push(RowView { label: name.to_owned(), ..row });
        }
    }
    let mut notes = Notes::none(codex);
    if let Some(order) = codex.instrument(INSTRUMENT) {
        notes.cite(&order.sources);
    }
    let months = months.into_values().collect();
    LimitMonthsPage { frame, t, months, regions, sum, notes: notes.into_list(t) }.render()
}

/// Returns the counts as CSV, one line for each month and region with a count.
///
/// # Shape
///
/// Sorted by month, then region. The region is empty where the entries name none; the
/// coordinates are those of its administrative centre in 1937.
///
/// # Units
///
/// Entries of lists; degrees of WGS 84.
pub fn limit_months_csv(codex: &Codex, counts: &ArchiveCounts) -> String {
    let mut csv = csv_line([
        "month",
        "region",
        "latitude",
        "longitude",
        "archive_first_category",
        "archive_second_category",
        "archive_unknown_category",
        "executions_without_body",
    ]);
    for ((month, region), (count, n_open)) in cells(counts) {
        let [latitude, longitude] = coordinates(codex, region);
        let cells = [
            month.to_owned(),
            region.to_owned(),
            latitude,
            longitude,
            count.n_first.to_string(),
            count.n_second.to_string(),
            count.n_unknown.to_string(),
            n_open.to_string(),
        ];
        csv.push_str(&csv_line(cells.each_ref().map(String::as_str)));
    }
    csv
}

/// Returns latitude and longitude of a region's centre; empty for what has none.
pub(super) fn coordinates(codex: &Codex, limit_id: &str) -> [String; 2] {
    let is_it = |centre: &&RegionCentre| centre.limit_id == limit_id;
    let centre = codex.limit_centres.iter().find(is_it);
    centre.map_or_else(Default::default, |centre| {
        [centre.latitude, centre.longitude].map(|degrees| format!("{degrees:.2}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_codex::codex;

    #[test]
    fn the_csv_has_a_line_for_each_month_and_region_with_a_place() {
        let mut counts = ArchiveCounts::default();
        let count = LimitCount { n_first: 3, n_second: 2, n_unknown: 1 };
        let months = &mut counts.limits_by_month;
        months.entry("1937-12".to_owned()).or_default().insert("omsk-oblast".to_owned(), count);
        let open = counts.open_executions.entry("1937-11".to_owned()).or_default();
        open.insert(String::new(), 7);
        let csv = limit_months_csv(codex(), &counts);
        let lines: Vec<&str> = csv.lines().map(str::trim_end).collect();
        assert_eq!(lines[1..], ["1937-11,,,,0,0,0,7", "1937-12,omsk-oblast,54.99,73.37,3,2,1,0"]);
    }

    #[test]
    fn every_region_but_the_camps_has_a_place() {
        let without: Vec<&str> = codex()
            .limits
            .iter()
            .map(|limit| limit.limit_id.as_str())
            .filter(|limit_id| coordinates(codex(), limit_id)[0].is_empty())
            .collect();
        assert_eq!(without, ["nkvd-camps"]);
    }
}
