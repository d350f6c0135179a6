//! Drawings of time: bars and marks along an axis of years, as plain shapes.
//!
//! Shapes are told apart without colour: a filled bar, an outlined bar, a dashed
//! one. All a drawing says stands beside it as text.

use chrono::{Datelike, NaiveDate};

/// Height of one row, in units of the drawing.
const ROW_HEIGHT: i32 = 22;

/// Room for the years above the rows.
const HEAD_HEIGHT: i32 = 26;

/// Width of all drawings.
pub(in crate::pages) const CHART_WIDTH: i32 = 720;

/// The most years named on an axis.
const MAX_TICKS: i32 = 9;

/// A drawing of time.
pub(super) struct TimeChart {
    /// Distinct among the drawings of a page.
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) height: i32,
    pub(super) ticks: Vec<Tick>,
    pub(super) rows: Vec<TimeRow>,
}

/// A year named on the axis.
pub(super) struct Tick {
    pub(super) x: i32,
    pub(super) label: String,
}

/// One line of the drawing.
#[derive(Default)]
pub(super) struct TimeRow {
    /// Baseline of the words; set by the drawing.
    pub(super) y: i32,
    pub(super) label: String,
    /// A heading over the rows that follow.
    pub(super) is_heading: bool,
    pub(super) bars: Vec<Bar>,
    pub(super) marks: Vec<Mark>,
}

/// A stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) x: i32,
    pub(super) width: i32,
    /// `full`, `part` or `unsure`: the classes of the shapes.
    pub(super) kind: &'static str,
    /// It goes on beyond the axis, or no end is recorded.
    pub(super) goes_on: bool,
}

/// A moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) x: i32,
    /// The number of the step in the list beside the drawing.
    pub(super) label: String,
    /// Another source gives this date.
    pub(super) is_other_date: bool,
}

/// Years laid out from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeAxis {
    first_year: i32,
    /// The year at whose start the axis ends.
    end_year: i32,
    left: i32,
}

impl TimeAxis {
    /// Returns an axis of whole years, from the year of one day to that of another.
    pub(super) fn between(first: NaiveDate, last: NaiveDate, left: i32) -> TimeAxis {
        let end_year = (last.year() + 1).max(first.year() + 1);
        TimeAxis { first_year: first.year(), end_year, left }
    }

    /// Returns where a day stands; days outside the axis stand at its ends.
    pub(super) fn x(&self, day: NaiveDate) -> i32 {
        let right = CHART_WIDTH - 20;
        let year_start = NaiveDate::from_ymd_opt(self.first_year, 1, 1).unwrap_or(NaiveDate::MIN);
        let year_end = NaiveDate::from_ymd_opt(self.end_year, 1, 1).unwrap_or(NaiveDate::MAX);
        let n_days = (year_end - year_start).num_days();
        let n_before = (day - year_start).num_days().clamp(0, n_days);
        let along = i64::from(right - self.left) * n_before / n_days.max(1);
        self.left + i32::try_from(along).unwrap_or_default()
    }

    /// Returns the end of the axis.
    pub(super) fn right(&self) -> i32 {
        CHART_WIDTH - 20
    }

    /// Returns whether a day lies beyond the axis.
    pub(super) fn is_beyond(&self, day: NaiveDate) -> bool {
        day.year() >= self.end_year
    }

    pub(super) fn ticks(&self) -> Vec<Tick> {
        let n_years = self.end_year - self.first_year;
        let step = [1, 2, 5, 10, 20, 50]
            .into_iter()
            .find(|step| n_years / step < MAX_TICKS)
            .unwrap_or(100);
        (self.first_year..=self.end_year)
            .filter(|year| year % step == 0)
            .filter_map(|year| {
                let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
                Some(Tick { x: self.x(day), label: year.to_string() })
            })
            .collect()
    }
}

impl TimeChart {
    /// Lays rows out under the years of an axis.
    pub(super) fn of_rows(
        id: &'static str,
        (title, description): (String, String),
        axis: &TimeAxis,
        mut rows: Vec<TimeRow>,
    ) -> TimeChart {
        let mut y = HEAD_HEIGHT;
        for row in &mut rows {
            y += ROW_HEIGHT;
            row.y = y;
        }
        TimeChart { id, title, description, height: y + 12, ticks: axis.ticks(), rows }
    }
}

impl TimeRow {
    /// Returns the top of the bars.
    pub(super) fn bar_y(&self) -> i32 {
        self.y - 11
    }

    /// Returns the middle of the bars.
    pub(super) fn middle_y(&self) -> i32 {
        self.y - 5
    }
}

impl Bar {
    /// Returns a bar from one place to another, never too thin to be seen.
    pub(super) fn between(x: i32, end: i32, kind: &'static str) -> Bar {
        Bar { x, width: (end - x).max(3), kind, goes_on: false }
    }

    /// Returns the place where it ends.
    pub(super) fn end(&self) -> i32 {
        self.x + self.width
    }

    /// Returns the corners of the arrow at its end, for a row with that baseline.
    pub(super) fn arrow(&self, baseline: &i32) -> String {
        let (end, y) = (self.end(), baseline - 5);
        format!("{end},{} {},{y} {end},{}", y - 7, end + 9, y + 7)
    }
}

/// Returns round values from nought to the largest one: at most five.
pub(in crate::pages) fn round_values(most: f64) -> impl Iterator<Item = f64> {
    let power = 10_f64.powf((most / 4.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| most / step <= 4.5)
        .unwrap_or(power * 10.0);
    (0..5).map(move |n| step * f64::from(n)).filter(move |value| *value <= most * 1.000_001)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn days_keep_their_order_and_stay_on_the_axis() {
        let axis = TimeAxis::between(day(1937, 8, 15), day(1938, 10, 17), 20);
        let places = [
            axis.x(day(1918, 1, 1)),
            axis.x(day(1937, 8, 15)),
            axis.x(day(1938, 1, 1)),
            axis.x(day(1938, 10, 17)),
            axis.x(day(1961, 1, 1)),
        ];
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!((places[0], places[4]), (20, 700));
        let years: Vec<String> = axis.ticks().into_iter().map(|tick| tick.label).collect();
        assert_eq!(years, ["1937", "1938", "1939"]);
    }

    #[test]
    fn few_years_are_named_on_a_long_axis() {
        let axis = TimeAxis::between(day(1918, 7, 10), day(1956, 12, 31), 300);
        assert!(axis.ticks().len() <= 9);
    }

    #[test]
    fn a_day_is_still_seen() {
        assert_eq!(Bar::between(100, 100, "full").width, 3);
    }

    #[test]
    fn an_axis_has_few_round_values() {
        let values = |most| round_values(most).collect::<Vec<f64>>();
        assert_eq!(values(20_000_000.0), [0.0, 5e6, 1e7, 1.5e7, 2e7]);
        assert_eq!(values(799_455.0), [0.0, 2e5, 4e5, 6e5]);
        assert_eq!(values(0.5).len(), 3);
    }
}
