//! Counts as bars: lying ones with their names, and standing ones along the years.

use crate::Text;
use crate::pages::codex::chart::{CHART_WIDTH, round_values};

/// Where lying bars start, right of the names, and where the longest ends.
const LEFT: f64 = 260.0;
const ROW_HEIGHT: i32 = 22;
/// Letters of a name that fit left of its bar.
const N_NAME_LETTERS: usize = 34;

/// Where standing bars stand.
const TIME_LEFT: i32 = 64;
const TIME_TOP: i32 = 14;
pub(super) const TIME_BOTTOM: i32 = 160;
pub(super) const TIME_HEIGHT: i32 = 190;

/// Lying bars, all in one path.
pub(super) struct Bars {
    pub(super) height: i32,
    pub(super) path: String,
    /// Height and name of each bar.
    pub(super) names: Vec<(i32, String)>,
    pub(super) ticks: Vec<(i32, String)>,
}

/// Standing bars, all in one path.
pub(super) struct TimeBars {
    pub(super) path: String,
    pub(super) scale: Vec<(i32, String)>,
    pub(super) marks: Vec<(i32, String)>,
}

/// Returns whole values for a scale from nought.
fn whole_values(most: u64) -> impl Iterator<Item = f64> {
    round_values(most.max(1) as f64).filter(|value| value.fract() == 0.0)
}

impl Bars {
    /// Lays named counts out, one a line; none for nothing.
    pub(super) fn of<'n>(
        counts: impl Iterator<Item = (&'n str, u64)> + Clone,
        t: Text<'_>,
    ) -> Option<Bars> {
        let most = counts.clone().map(|(_, n)| n).max()?;
        let x = |value: f64| {
            let right = f64::from(CHART_WIDTH) - 40.0;
            (LEFT + (right - LEFT) * value / most.max(1) as f64).round() as i32
        };
        let mut path = String::new();
        let mut names = Vec::new();
        for ((name, n), number) in counts.zip(0..) {
            let y = 26 + number * ROW_HEIGHT;
            let right = x(n as f64).max(LEFT as i32 + 1);
            path.push_str(&format!("M{} {y}H{right}v14H{}z", LEFT as i32, LEFT as i32));
            let is_long = name.chars().count() > N_NAME_LETTERS;
            let mut short: String = name.chars().take(N_NAME_LETTERS).collect();
            if is_long {
                short.push('…');
            }
            names.push((y + 12, short));
        }
        let ticks = whole_values(most).map(|value| (x(value), t.number(&(value as u64))));
        let ticks = ticks.collect();
        Some(Bars { height: 30 + names.len() as i32 * ROW_HEIGHT, path, names, ticks })
    }
}

impl TimeBars {
    /// Lays counts out along time; none for nothing.
    ///
    /// # Shape
    ///
    /// `counts`: place in time and count, in order. `marks`: places to be named.
    pub(super) fn of(
        counts: &[(i32, u64)],
        marks: &[(i32, String)],
        t: Text<'_>,
    ) -> Option<TimeBars> {
        let most = counts.iter().map(|(_, n)| *n).max()?;
        let (first, last) = (counts.first()?.0, counts.last()?.0);
        let step = f64::from(CHART_WIDTH - TIME_LEFT - 8) / f64::from(last - first + 1);
        let step = step.min(36.0);
        let x =
            |place: i32| (f64::from(TIME_LEFT) + f64::from(place - first) * step).round() as i32;
        let width = ((step - 1.0).round() as i32).max(1);
        let y = |value: f64| {
            TIME_BOTTOM - (f64::from(TIME_BOTTOM - TIME_TOP) * value / most as f64).round() as i32
        };
        let mut path = String::new();
        for (place, n) in counts.iter().filter(|(_, n)| *n > 0) {
            let top = y(*n as f64).min(TIME_BOTTOM - 1);
            path.push_str(&format!("M{} {TIME_BOTTOM}V{top}h{width}V{TIME_BOTTOM}z", x(*place)));
        }
        let is_drawn = |(place, _): &&(i32, String)| (first..=last).contains(place);
        let marks = marks.iter().filter(is_drawn);
        Some(TimeBars {
            path,
            scale: whole_values(most).map(|value| (y(value), t.number(&(value as u64)))).collect(),
            marks: marks.map(|(place, words)| (x(*place) + width / 2, words.clone())).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};

    #[test]
    fn the_largest_reaches_the_end_and_the_least_is_seen() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let counts = [("a", 1_000_000), ("b", 1)];
        let bars = Bars::of(counts.into_iter(), t).expect("bars");
        assert!(bars.path.starts_with("M260 26H680v14"), "{}", bars.path);
        assert!(bars.path.contains("M260 48H261v14"), "{}", bars.path);
        assert!(Bars::of([].into_iter(), t).is_none());
        let time = TimeBars::of(&[(1937, 4), (1938, 0), (1939, 2)], &[(1938, "1938".into())], t);
        let time = time.expect("bars");
        assert_eq!(time.path.matches('M').count(), 2, "a year without is no bar");
        assert_eq!(time.marks.len(), 1);
    }
}
