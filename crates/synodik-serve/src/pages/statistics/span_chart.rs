//! Numbers with their intervals along one axis from nought, beside what was counted.

use crate::Text;
use crate::pages::codex::chart::{CHART_WIDTH, round_values};

/// Where dots start, right of the names, in units of the drawing.
const LEFT: f64 = 250.0;
const ROW_HEIGHT: i32 = 26;
/// Letters of a name that fit left of its dot.
const N_NAME_LETTERS: usize = 31;

/// A number with its interval, and a count beside it.
pub(super) struct Span {
    pub(super) label: String,
    pub(super) low: f64,
    pub(super) value: f64,
    pub(super) high: f64,
    /// What was counted, if there is a count of the same things.
    pub(super) counted: Option<f64>,
}

/// A drawing of some numbers.
pub(super) struct SpanChart {
    /// Distinct among the drawings of a page.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) height: i32,
    pub(super) ticks: Vec<(i32, String)>,
    pub(super) rows: Vec<SpanRow>,
}

/// One line of the drawing.
pub(super) struct SpanRow {
    pub(super) y: i32,
    pub(super) label: String,
    pub(super) low: i32,
    pub(super) dot: i32,
    pub(super) high: i32,
    counted: Option<i32>,
}

impl SpanChart {
    /// Lays the numbers out, one a line.
    pub(super) fn of(
        id: &str,
        (title, description): (String, String),
        spans: &[Span],
        t: Text<'_>,
    ) -> SpanChart {
        let most = spans
            .iter()
            .map(|span| span.high.max(span.counted.unwrap_or(0.0)))
            .fold(1.0_f64, f64::max);
        let right = f64::from(CHART_WIDTH) - 30.0;
        let x = |value: f64| (LEFT + (right - LEFT) * value / most).round() as i32;
        let row = |(span, row_number): (&Span, i32)| SpanRow {
            y: 20 + row_number * ROW_HEIGHT,
            label: span.label.chars().take(N_NAME_LETTERS).collect(),
            low: x(span.low),
            dot: x(span.value),
            high: x(span.high),
            counted: span.counted.map(x),
        };
        let rows: Vec<SpanRow> = spans.iter().zip(1..).map(row).collect();
        let ticks = round_values(most).map(|value| (x(value), t.number(&(value.round() as u64))));
        SpanChart {
            id: id.to_owned(),
            title,
            description,
            height: 34 + spans.len() as i32 * ROW_HEIGHT,
            ticks: ticks.collect(),
            rows,
        }
    }
}

impl SpanRow {
    /// Returns the line of the interval with its two ends.
    pub(super) fn line(&self) -> String {
        let (y, top) = (self.y - 5, self.y - 11);
        format!(
            "M{low} {y}H{high}M{low} {top}v12M{high} {top}v12",
            low = self.low,
            high = self.high
        )
    }

    /// Returns the corners of the diamond that stands for what was counted.
    pub(super) fn diamond(&self) -> Option<String> {
        let (x, y) = (self.counted?, self.y - 5);
        Some(format!("{x},{} {},{y} {x},{} {},{y}", y - 7, x + 7, y + 7, x - 7))
    }
}
