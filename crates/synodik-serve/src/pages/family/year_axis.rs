//! Years from left to right, those in which something happened wider than the others.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// How much wider a year is drawn in which something happened.
const EVENTFUL_WEIGHT: i32 = 9;
/// The narrowest space between two years named.
const MIN_TICK_SPACE: i32 = 36;

/// Years laid out from left to right.
#[derive(Debug, Clone)]
pub(in crate::pages) struct YearAxis {
    first_year: i32,
    /// The edge of each year, and the end of the last.
    edges: Vec<i32>,
    eventful: BTreeSet<i32>,
}

/// A year named on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct YearTick {
    /// Where the year starts.
    pub(in crate::pages) x: i32,
    /// Where its name stands.
    pub(in crate::pages) label_x: i32,
    pub(in crate::pages) year: i32,
}

impl YearAxis {
    /// Returns an axis over these years, from one place to another.
    ///
    /// # Shape
    ///
    /// `eventful`: years that are to be wide; not empty, the axis covers at least them.
    pub(in crate::pages) fn over(
        (first_year, last_year): (i32, i32),
        eventful: BTreeSet<i32>,
        (left, right): (i32, i32),
    ) -> YearAxis {
        let years = first_year..=last_year.max(first_year);
        let weight = |year: &i32| if eventful.contains(year) { EVENTFUL_WEIGHT } else { 1 };
        let total: i32 = years.clone().map(|year| weight(&year)).sum();
        let mut before = 0;
        let mut edges = vec![left];
        for year in years {
            before += weight(&year);
            edges.push(left + (right - left) * before / total.max(1));
        }
        YearAxis { first_year, edges, eventful }
    }

    /// Returns where a day stands; days outside the axis stand at its ends.
    pub(in crate::pages) fn x(&self, day: NaiveDate) -> i32 {
        let year_idx = day.year() - self.first_year;
        if year_idx < 0 {
            return self.left();
        }
        match self.edges.get(year_idx as usize..).unwrap_or_default() {
            [start, end, ..] => start + (end - start) * day.ordinal0() as i32 / 366,
            _ => self.right(),
        }
    }

    pub(in crate::pages) fn left(&self) -> i32 {
        self.edges[0]
    }

    pub(in crate::pages) fn right(&self) -> i32 {
        self.edges[self.edges.len() - 1]
    }

    /// Returns the first day of the axis and the last.
    pub(in crate::pages) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let last_year = self.first_year + self.edges.len() as i32 - 2;
        let first = NaiveDate::from_ymd_opt(self.first_year, 1, 1)?;
        Some((first, NaiveDate::from_ymd_opt(last_year, 12, 31)?))
    }

    /// Returns the years that are named: those with events before round ones, none on another.
    pub(in crate::pages) fn ticks(&self) -> Vec<YearTick> {
        let tick = |year: i32| {
            let year_idx = (year - self.first_year) as usize;
            let (x, end) = (self.edges[year_idx], self.edges[year_idx + 1]);
            // In the middle of a year that is wide enough for it.
            let label_x = if end - x >= MIN_TICK_SPACE / 2 { (x + end) / 2 } else { x };
            YearTick { x, label_x, year }
        };
        let n_years = self.edges.len() as i32 - 1;
        let years = self.first_year..self.first_year + n_years;
        let wide = years.clone().filter(|year| self.eventful.contains(year));
        let round = years.filter(|year| year % 10 == 0 && !self.eventful.contains(year));
        let mut ticks: Vec<YearTick> = Vec::new();
        for tick in wide.chain(round).map(tick) {
            let is_free = |other: &YearTick| (other.label_x - tick.label_x).abs() >= MIN_TICK_SPACE;
            if ticks.iter().all(is_free) {
                ticks.push(tick);
            }
        }
        ticks.sort_by_key(|tick| tick.year);
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn years_with_events_are_wide_and_days_keep_their_order() {
        let axis = YearAxis::over((1870, 1957), [1930, 1937, 1938, 1957].into(), (200, 720));
        let places: Vec<i32> = [
            day(1860, 5, 1),
            day(1870, 1, 1),
            day(1929, 12, 31),
            day(1937, 1, 1),
            day(1937, 12, 31),
            day(1957, 12, 31),
            day(1990, 1, 1),
        ]
        .map(|day| axis.x(day))
        .into();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!((places[0], places[6]), (200, 720));
        assert!(places[4] - places[3] >= 8 * (axis.x(day(1936, 1, 1)) - axis.x(day(1935, 1, 1))));
        let named: Vec<i32> = axis.ticks().iter().map(|tick| tick.year).collect();
        assert!(named.contains(&1930) && named.contains(&1937) && named.contains(&1957));
        assert!(named.contains(&1900), "{named:?}");
    }

    #[test]
    fn a_single_year_is_an_axis() {
        let axis = YearAxis::over((1937, 1937), [1937].into(), (0, 100));
        assert_eq!((axis.x(day(1937, 1, 1)), axis.x(day(1938, 1, 1))), (0, 100));
        assert_eq!(axis.ticks().len(), 1);
    }
}
