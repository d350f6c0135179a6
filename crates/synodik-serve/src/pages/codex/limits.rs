//! The limits of order 00447 by region: as printed, as increased, as sums, as drawn.

use super::csv::csv_line;
use super::increases::amount_words;
use super::limit_counts::{Coverage, RegionCount, coverage, sum_of};
use super::limit_months::coordinates;
use super::notes::{Note, Notes};
use super::{certainty_words, in_language, in_language_if, span_words};
use crate::Text;
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::{Codex, LimitIncrease, LimitIncreaseKind, LimitTotal, RegionalLimit};

/// Groups of the order in its own sequence.
const GROUPS: [&str; 7] = [
    "union-republic",
    "rsfsr-assr",
    "rsfsr-krai",
    "rsfsr-oblast",
    "ukrainian-ssr",
    "kazakh-ssr",
    "nkvd-camps",
];

/// Sums over several groups, in the order of the table.
const SUMS: [&str; 3] = ["rsfsr-all", "all-without-camps", "all"];

/// Width of a bar for the largest limit or count, in units of its drawing.
const BAR_WIDTH: u64 = 200;

#[derive(Template)]
#[template(path = "codex/limits.html")]
struct LimitsPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    groups: Vec<GroupView<'a>>,
    sums: Vec<SumView<'a>>,
    has_counts: bool,
    coverage: Option<Coverage<'a>>,
    notes: Vec<Note<'a>>,
}

struct GroupView<'a> {
    group: &'static str,
    label: Cow<'a, str>,
    rows: Vec<RowView<'a>>,
    sum: Option<SumView<'a>>,
    count_sum: RegionCount,
    /// What is said of how rows are known, with the names of the rows.
    remarks: Vec<(&'a str, Vec<&'a str>)>,
}

struct RowView<'a> {
    limit_id: &'a str,
    name: &'a str,
    first: u64,
    second: u64,
    total: u64,
    first_width: u64,
    total_width: u64,
    increases: Vec<String>,
    count: Option<&'a RegionCount>,
    /// Widths of the archive's bar: all, and those of the first category.
    count_widths: Option<(u64, u64)>,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

struct SumView<'a> {
    label: Cow<'a, str>,
    first: u64,
    second: u64,
    total: u64,
    notes: Vec<usize>,
}

impl LimitsPage<'_> {
    /// Returns how high the bar of a limit is: lower with a bar of the archive beneath.
    fn limit_bar_height(&self) -> u32 {
        if self.has_counts { 8 } else { 12 }
    }
}

impl GroupView<'_> {
    fn drawing_height(&self) -> usize {
        self.rows.len() * 22 + 8
    }
}

/// Returns the page of limits.
///
/// # Shape
///
/// `counts`: at most one a region; empty when the archive has not been counted.
///
/// # Errors
///
/// When the template cannot be written.
pub fn limits_page(frame: Frame<'_>, codex: &Codex, counts: &[RegionCount]) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let mut groups = Vec::new();
    for group in GROUPS {
        groups.push(group_view((codex, counts), group, &mut notes, t));
    }
    let sum_of = |total_id: &&str| codex.limit_totals.iter().find(|sum| sum.total_id == *total_id);
    let sums = SUMS.iter().filter_map(sum_of).map(|total| sum_view(total, &mut notes, t)).collect();
    let has_counts = !counts.is_empty();
    let coverage = coverage(codex, counts, &mut notes, t);
    let notes = notes.into_list(t);
    LimitsPage { frame, t, groups, sums, has_counts, coverage, notes }.render()
}

fn group_view<'a>(
    (codex, counts): (&'a Codex, &'a [RegionCount]),
    group: &'static str,
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> GroupView<'a> {
    let width = |n: u64| n * BAR_WIDTH / largest(codex, counts);
    let mut rows = Vec::new();
    let mut remarks: Vec<(&str, Vec<&str>)> = Vec::new();
    for limit in codex.limits.iter().filter(|limit| limit.group == group) {
        let name = in_language(&limit.name, t);
        let count = counts.iter().find(|count| count.limit_id == limit.limit_id);
        let [first, second, total] =
            [limit.first_category, limit.second_category, limit.total].map(u64::from);
        if let Some(remark) = in_language_if(limit.note.as_ref(), t) {
            match remarks.iter_mut().find(|(known, _)| *known == remark) {
                Some((_, names)) => names.push(name),
                None => remarks.push((remark, vec![name])),
            }
        }
        rows.push(RowView {
            limit_id: &limit.limit_id,
            name,
            first,
            second,
            total,
            first_width: width(first),
            total_width: width(total),
            increases: increases_of(codex, limit).map(|known| short_increase(known, t)).collect(),
            count,
            count_widths: count.map(|count| (width(count.n_all()), width(count.n_first_category))),
            certainty: certainty_words(limit.certainty, t),
            notes: notes.cite(&limit.sources),
        });
    }
    let sum = codex.limit_totals.iter().find(|total| total.total_id == group);
    let sum = sum.map(|total| sum_view(total, notes, t));
    let count_sum = sum_of(rows.iter().filter_map(|row| row.count));
    GroupView { group, label: t.label("limit-group", group), rows, sum, count_sum, remarks }
}

/// Returns the number that has the longest bar.
fn largest(codex: &Codex, counts: &[RegionCount]) -> u64 {
    let limits = codex.limits.iter().map(|limit| u64::from(limit.total));
    let placed = counts.iter().filter(|count| !count.limit_id.is_empty());
    limits.chain(placed.map(RegionCount::n_all)).max().unwrap_or_default().max(1)
}

fn increases_of<'a>(
    codex: &'a Codex,
    limit: &'a RegionalLimit,
) -> impl Iterator<Item = &'a LimitIncrease> {
    codex.limit_increases.iter().filter(|known| known.limit_id.as_ref() == Some(&limit.limit_id))
}

fn short_increase(increase: &LimitIncrease, t: Text<'_>) -> String {
    let words = format!("{}: {}", span_words(&increase.date, t), amount_words(increase, t));
    match increase.kind {
        LimitIncreaseKind::Request => format!("{words} ({})", t.say("increase-request")),
        LimitIncreaseKind::Increase | LimitIncreaseKind::Summary => words,
    }
}

fn sum_view<'a>(total: &'a LimitTotal, notes: &mut Notes<'a>, t: Text<'a>) -> SumView<'a> {
    SumView {
        label: t.label("limit-sum", &total.total_id),
        first: u64::from(total.first_category),
        second: u64::from(total.second_category),
        total: u64::from(total.total),
        notes: notes.cite(&total.sources),
    }
}

/// Returns the table of limits as CSV, one line a region, in the order of the instrument.
///
/// # Shape
///
/// Increases are the sum of those decided for the region whose split is known. The
/// columns of the archive's own counts are empty where it has none. The last four say where
/// the region is drawn on a map: its administrative centre in 1937.
///
/// # Units
///
/// Persons in the columns of the order, public records in those of the archive, degrees of
/// WGS 84 in those of the place.
pub fn limits_csv(codex: &Codex, counts: &[RegionCount]) -> String {
    let mut csv = csv_line([
        "id",
        "group",
        "number_in_order",
        "name_en",
        "name_ru",
        "first_category",
        "second_category",
        "total",
        "increase_first_category",
        "increase_second_category",
        "archive_first_category",
        "archive_second_category",
        "archive_unknown_category",
        "certainty",
        "source",
        "centre_en",
        "centre_ru",
        "latitude",
        "longitude",
    ]);
    for limit in &codex.limits {
        let decided =
            || increases_of(codex, limit).filter(|known| known.kind == LimitIncreaseKind::Increase);
        let count = counts.iter().find(|count| count.limit_id == limit.limit_id);
        let centre = codex.limit_centres.iter().find(|known| known.limit_id == limit.limit_id);
        let [latitude, longitude] = coordinates(codex, &limit.limit_id);
        let counted = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
        let cells = [
            limit.limit_id.clone(),
            limit.group.clone(),
            limit.number_in_order.to_string(),
            limit.name.en.clone(),
            limit.name.ru.clone(),
            limit.first_category.to_string(),
            limit.second_category.to_string(),
            limit.total.to_string(),
            decided().filter_map(|known| known.first_category).sum::<u32>().to_string(),
            decided().filter_map(|known| known.second_category).sum::<u32>().to_string(),
            counted(count.map(|count| count.n_first_category)),
            counted(count.map(|count| count.n_second_category)),
            counted(count.map(|count| count.n_unknown)),
            limit.certainty.name().to_owned(),
            limit.sources.join("; "),
            centre.map(|known| known.name.en.clone()).unwrap_or_default(),
            centre.map(|known| known.name.ru.clone()).unwrap_or_default(),
            latitude,
            longitude,
        ];
        csv.push_str(&csv_line(cells.each_ref().map(String::as_str)));
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_codex::codex;

    #[test]
    fn the_csv_has_a_line_for_every_region_and_the_sums_of_the_order() {
        let count = RegionCount {
            limit_id: "omsk-oblast".to_owned(),
            n_first_category: 7,
            n_second_category: 3,
            n_unknown: 1,
        };
        let csv = limits_csv(codex(), &[count]);
        let lines: Vec<&str> = csv.lines().skip(1).collect();
        assert_eq!(lines.len(), 65);
        let sum = |column: usize| -> u32 {
            let cell =
                |line: &&str| line.split(',').nth(column).and_then(|n| n.parse::<u32>().ok());
            lines.iter().filter_map(cell).sum()
        };
        assert_eq!((sum(5), sum(6), sum(7)), (75_950, 193_000, 268_950));
        let omsk = lines.iter().find(|line| line.starts_with("omsk-oblast,")).expect("a line");
        assert!(omsk.contains(",1000,2500,3500,3000,2000,7,3,1,"), "{omsk}");
        let request = lines.iter().find(|line| line.starts_with("gorky-oblast,")).expect("a line");
        assert!(request.contains(",0,0,,,,"), "a request is no increase: {request}");
    }
}
