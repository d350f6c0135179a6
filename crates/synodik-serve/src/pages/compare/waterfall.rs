//! A drawing of evidence: each comparison moves the odds to the right or to the left.

use crate::Text;

/// Height of one row, in units of the drawing.
const ROW_HEIGHT: i32 = 24;
/// Room above the rows for the scale.
const HEAD_HEIGHT: i32 = 30;
/// Where the labels end and the scale begins.
const LEFT: f32 = 230.0;
/// Where the scale ends.
const RIGHT: f32 = 700.0;
/// A bar of no weight can still be seen.
const MIN_WIDTH: f32 = 1.5;

/// The drawing.
pub(super) struct Waterfall {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) height: i32,
    /// Where the odds are even.
    pub(super) zero_x: i32,
    pub(super) ticks: Vec<(i32, String)>,
    pub(super) rows: Vec<WaterfallRow>,
}

/// One bar, from the odds before to those after.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WaterfallRow {
    /// Baseline of the words.
    pub(super) y: i32,
    pub(super) label: String,
    pub(super) weight: String,
    pub(super) x: i32,
    pub(super) width: i32,
    /// `full` where it speaks for one person, `part` where against.
    pub(super) kind: &'static str,
}

/// What is drawn: a label and how many bits it adds.
pub(super) struct Step {
    pub(super) label: String,
    /// Its weight in words.
    pub(super) weight: String,
    pub(super) bits: f32,
}

impl WaterfallRow {
    pub(super) fn bar_y(&self) -> i32 {
        self.y - 12
    }

    /// Returns where the number stands: behind the bar, or before it at the right edge.
    pub(super) fn weight_x(&self) -> i32 {
        let behind = self.x + self.width + 6;
        if behind > 660 { self.x - 44 } else { behind }
    }
}

/// Lays the steps out below each other, from the odds of the first to the sum of all.
pub(super) fn draw_waterfall((title, description): (String, String), steps: &[Step]) -> Waterfall {
    let mut totals = vec![0.0];
    for step in steps {
        totals.push(totals[totals.len() - 1] + step.bits);
    }
    let lowest = totals.iter().copied().fold(0.0, f32::min) - 1.0;
    let highest = totals.iter().copied().fold(0.0, f32::max) + 1.0;
    let x = |bits: f32| LEFT + (RIGHT - LEFT) * (bits - lowest) / (highest - lowest);
    let mut y = HEAD_HEIGHT - 6;
    let rows = steps.iter().zip(totals.windows(2)).map(|(step, ends)| {
        y += ROW_HEIGHT;
        let (from, to) = (x(ends[0].min(ends[1])), x(ends[0].max(ends[1])));
        WaterfallRow {
            y,
            label: step.label.clone(),
            weight: step.weight.clone(),
            x: from.round() as i32,
            width: (to - from).max(MIN_WIDTH).round() as i32,
            kind: if step.bits >= 0.0 { "full" } else { "part" },
        }
    });
    let rows: Vec<WaterfallRow> = rows.collect();
    Waterfall {
        title,
        description,
        height: HEAD_HEIGHT + ROW_HEIGHT * rows.len() as i32 + 8,
        zero_x: x(0.0).round() as i32,
        ticks: ticks(lowest, highest)
            .map(|bits| (x(bits as f32).round() as i32, tick_words(bits)))
            .collect(),
        rows,
    }
}

fn tick_words(bits: i32) -> String {
    if bits == 0 { "0".to_owned() } else { format!("{bits:+}").replace('-', "−") }
}

/// Returns a weight with its sign, a minus as wide as the digits.
pub(super) fn bit_words(bits: f32, t: Text<'_>) -> String {
    t.decimal(&format!("{bits:+.1}")).replace('-', "−")
}

/// Returns round numbers of bits, about six of them, 0 among them.
fn ticks(lowest: f32, highest: f32) -> impl Iterator<Item = i32> {
    let step =
        [5, 10, 20, 50, 100].into_iter().find(|&step| (highest - lowest) / step as f32 <= 7.0);
    let step = step.unwrap_or(200);
    let first = (lowest / step as f32).ceil() as i32;
    let last = (highest / step as f32).floor() as i32;
    (first..=last).map(move |n| n * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_follow_each_other_and_stay_in_the_drawing() {
        let step = |label: &str, bits: f32| Step {
            label: label.to_owned(),
            weight: format!("{bits:+}"),
            bits,
        };
        let steps =
            [step("prior", -20.0), step("surname", 12.0), step("birth", -3.5), step("place", 30.0)];
        let drawn = draw_waterfall(("t".to_owned(), "d".to_owned()), &steps);
        let ends: Vec<(i32, i32)> =
            drawn.rows.iter().map(|row| (row.x, row.x + row.width)).collect();
        assert_eq!(ends[0].1, drawn.zero_x, "the first ends at even odds");
        assert!((ends[0].0 - ends[1].0).abs() <= 1, "the second starts where the first led");
        assert!((ends[1].1 - ends[2].1).abs() <= 1);
        assert!((ends[2].0 - ends[3].0).abs() <= 1);
        assert!(ends.iter().all(|&(from, to)| from >= 230 && to <= 700), "{ends:?}");
        assert_eq!(drawn.rows[2].kind, "part");
        assert!(drawn.ticks.iter().any(|(x, label)| label == "0" && *x == drawn.zero_x));
        assert!(drawn.ticks.len() <= 8);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let drawn = draw_waterfall((String::new(), String::new()), &[]);
        assert!(drawn.rows.is_empty() && drawn.height > 0);
    }
}
