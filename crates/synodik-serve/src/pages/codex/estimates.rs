//! Published estimates side by side, and what the archive itself counts.

use super::chart::{CHART_WIDTH, round_values};
use super::notes::{Note, Notes};
use super::{certainty_words, in_language, in_language_if, shortened, span_words};
use crate::Text;
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::{Codex, Estimate};

/// Groups in the order of the page; estimates of one group stand in one drawing a unit.
const GROUPS: [&str; 7] =
    ["great-terror", "camps", "deportations", "famine", "kin", "rights", "stalin-era"];

/// Where dots start, right of the names, in units of the drawing.
const LEFT: f64 = 250.0;

/// Height of one row, in units of the drawing.
const ROW_HEIGHT: usize = 26;

/// Letters of a name that fit left of its dot.
const N_NAME_LETTERS: usize = 31;

/// What the archive counts for a group of estimates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveFigure {
    /// Group of the estimates, as `great-terror`.
    pub group: String,
    /// What is counted, as `executions`.
    pub unit: String,
    /// Kind of event that stands for it in the archive, as `execution`.
    pub event: String,
    /// First and last year of the events.
    pub years: (i32, i32),
    /// Public records that date such an event to one of these years.
    pub n_records: u64,
}

#[derive(Template)]
#[template(path = "codex/estimates.html")]
struct EstimatesPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    groups: Vec<GroupView<'a>>,
    has_archive_figures: bool,
    notes: Vec<Note<'a>>,
}

struct GroupView<'a> {
    group: &'static str,
    label: Cow<'a, str>,
    units: Vec<UnitView<'a>>,
}

/// The estimates of one group that count the same thing.
struct UnitView<'a> {
    id: String,
    label: Cow<'a, str>,
    chart: Option<RangeChart>,
    rows: Vec<EstimateView<'a>>,
    archive: Option<FigureView>,
}

/// What the archive counts, and of what.
struct FigureView {
    n_records: u64,
    of: String,
}

struct EstimateView<'a> {
    estimate_id: &'a str,
    author: &'a str,
    published: &'a str,
    topic: &'a str,
    covers: String,
    amount: String,
    method: &'a str,
    note: Option<&'a str>,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

/// Dots and ranges along one axis from nought.
struct RangeChart {
    description: String,
    height: usize,
    ticks: Vec<(i32, String)>,
    rows: Vec<RangeRow>,
}

struct RangeRow {
    y: usize,
    label: String,
    range: Option<(i32, i32)>,
    dot: Option<i32>,
    /// The archive's own count: a diamond.
    is_archive: bool,
}

/// Returns the page of estimates.
///
/// # Shape
///
/// `archive_figures`: at most one for a group and unit; may be empty.
///
/// # Errors
///
/// When the template cannot be written.
pub fn estimates_page(frame: Frame<'_>, codex: &Codex, archive_figures: &[ArchiveFigure]) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let mut groups = Vec::new();
    for group in GROUPS {
        let label = t.label("estimates-group", group);
        let units = unit_views(codex, (group, archive_figures), &mut notes, t);
        groups.push(GroupView { group, label, units });
    }
    let notes = notes.into_list(t);
    let has_archive_figures = !archive_figures.is_empty();
    EstimatesPage { frame, t, groups, has_archive_figures, notes }.render()
}

fn unit_views<'a>(
    codex: &'a Codex,
    (group, archive_figures): (&str, &[ArchiveFigure]),
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> Vec<UnitView<'a>> {
    let of_group: Vec<&Estimate> =
        codex.estimates.iter().filter(|known| known.group == group).collect();
    let mut units: Vec<&str> = of_group.iter().map(|known| known.unit.as_str()).collect();
    units.sort_unstable();
    units.dedup();
    let mut views = Vec::new();
    for unit in units {
        let mut estimates: Vec<&Estimate> =
            of_group.iter().copied().filter(|known| known.unit == unit).collect();
        estimates.sort_by(|a, b| a.published.cmp(&b.published));
        let counted = |figure: &&ArchiveFigure| figure.group == group && figure.unit == unit;
        let archive = archive_figures.iter().find(counted);
        views.push(UnitView {
            id: format!("{group}-{unit}"),
            label: t.label("unit", unit),
            chart: range_chart(&estimates, archive.map(|figure| figure.n_records), t),
            rows: estimates.iter().map(|known| estimate_view(known, notes, t)).collect(),
            archive: archive.map(|figure| figure_view(figure, t)),
        });
    }
    views
}

fn figure_view(figure: &ArchiveFigure, t: Text<'_>) -> FigureView {
    let (first, last) = (figure.years.0.to_string(), figure.years.1.to_string());
    let event = t.label("event", &figure.event);
    let words = [("event", &*event), ("first", &first), ("last", &last)];
    FigureView {
        n_records: figure.n_records,
        of: t.fill("estimates-archive-of", &words).into_owned(),
    }
}

fn estimate_view<'a>(
    estimate: &'a Estimate,
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> EstimateView<'a> {
    EstimateView {
        estimate_id: &estimate.estimate_id,
        author: in_language(&estimate.author, t),
        published: &estimate.published,
        topic: in_language(&estimate.topic, t),
        covers: span_words(&estimate.covers, t),
        amount: amount_words(estimate, t),
        method: in_language(&estimate.method, t),
        note: in_language_if(estimate.note.as_ref(), t),
        certainty: certainty_words(estimate.certainty, t),
        notes: notes.cite(&estimate.sources),
    }
}

/// Returns the range and the value preferred in words.
fn amount_words(estimate: &Estimate, t: Text<'_>) -> String {
    let number = |value: f64| number_words(value, &estimate.unit, t);
    let range = match (estimate.low, estimate.high) {
        (Some(low), Some(high)) if low < high => {
            Some(format!("{} – {}", number(low), number(high)))
        }
        (Some(low), None) if Some(low) != estimate.point => {
            Some(t.fill("amount-least", &[("n", &number(low))]).into_owned())
        }
        (None, Some(high)) if Some(high) != estimate.point => {
            Some(t.fill("amount-most", &[("n", &number(high))]).into_owned())
        }
        (Some(only), Some(_)) if estimate.point.is_none() => Some(number(only)),
        _ => None,
    };
    match (range, estimate.point.map(number)) {
        (Some(range), Some(point)) => {
            t.fill("amount-preferred", &[("range", &range), ("n", &point)]).into_owned()
        }
        (Some(words), None) | (None, Some(words)) => words,
        (None, None) => t.say("amount-none").into_owned(),
    }
}

fn number_words(value: f64, unit: &str, t: Text<'_>) -> String {
    if unit == "share" {
        return format!("{:.0} %", value * 100.0);
    }
    t.number(&(value.round() as u64))
}

/// Draws estimates with a number; none when no estimate has one.
fn range_chart(estimates: &[&Estimate], archive: Option<u64>, t: Text<'_>) -> Option<RangeChart> {
    let values = estimates
        .iter()
        .flat_map(|known| [known.low, known.high, known.point])
        .flatten()
        .chain(archive.map(|n| n as f64));
    let most = values.fold(0.0_f64, f64::max);
    let unit = estimates.first()?.unit.as_str();
    let n_drawn = estimates.len() + usize::from(archive.is_some());
    // A single dot shows nothing that its row in the table does not.
    if most <= 0.0 || n_drawn < 2 {
        return None;
    }
    let right = f64::from(CHART_WIDTH) - 30.0;
    let x = |value: f64| (LEFT + (right - LEFT) * value / most).round() as i32;
    let mut rows = Vec::new();
    for known in estimates {
        let author = in_language(&known.author, t);
        let ends = (known.low, known.high);
        rows.push(RangeRow {
            y: 0,
            label: format!("{}, {}", shortened(author, N_NAME_LETTERS - 6), known.published),
            range: match ends {
                (Some(low), Some(high)) if low < high => Some((x(low), x(high))),
                _ => None,
            },
            dot: known
                .point
                .or(match ends {
                    (Some(low), Some(high)) if low < high => None,
                    (low, high) => low.or(high),
                })
                .map(x),
            is_archive: false,
        });
    }
    if let Some(n) = archive {
        let label = t.say("estimates-archive").into_owned();
        rows.push(RangeRow { y: 0, label, range: None, dot: Some(x(n as f64)), is_archive: true });
    }
    for (row_idx, row) in rows.iter_mut().enumerate() {
        row.y = 26 + (row_idx + 1) * ROW_HEIGHT - 6;
    }
    let ticks = round_values(most).map(|value| (x(value), number_words(value, unit, t))).collect();
    let height = 26 + rows.len() * ROW_HEIGHT + 8;
    let numbers = [estimates.len().to_string(), number_words(most, unit, t)];
    let words = [("n", numbers[0].as_str()), ("most", numbers[1].as_str())];
    let description = t.fill("estimates-chart-text", &words).into_owned();
    Some(RangeChart { description, height, ticks, rows })
}

impl RangeRow {
    /// Returns the corners of the diamond that stands for the archive.
    fn diamond(&self, x: &i32) -> String {
        let y = self.y - 5;
        format!("{x},{} {},{y} {x},{} {},{y}", y - 7, x + 7, y + 7, x - 7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use synodik_codex::codex;

    #[test]
    fn amounts_say_what_is_known() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        for (estimate_id, words) in [
            ("est-1921-53-exec", "786,098 – 799,455, preferred: 799,455"),
            ("est-gt-exec-mvd", "681,692"),
            ("est-gt-exec-werth", "800,000"),
            ("est-gt-arrests-getty85", "no number"),
            ("est-gt-deaths-ellman", "950,000 – 1,200,000"),
            ("est-lishentsy-kin", "35 % – 50 %"),
        ] {
            let mut known = codex().estimates.iter();
            let estimate = known.find(|known| known.estimate_id == estimate_id);
            assert_eq!(amount_words(estimate.expect(estimate_id), t), words, "{estimate_id}");
        }
    }
}
