//! Records by year: bars with the addresses of the searches behind them.

use super::codex::chart::round_values;
use crate::{SearchForm, Text};
use synodik_index::FacetValue;

/// Size of the drawing, and where the bars stand in it.
const WIDTH: i32 = 720;
const HEIGHT: i32 = 260;
const LEFT: i32 = 64;
const TOP: i32 = 16;
const BOTTOM: i32 = 220;

/// More years than this do not fit as bars; the table has them all.
const MAX_YEARS: i32 = 120;

/// Records by year, drawn and as a table.
pub(super) struct YearsChart {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) bottom: i32,
    pub(super) bars: Vec<YearBar>,
    /// Lines of the scale: height, and what they stand for.
    pub(super) scale: Vec<(i32, String)>,
    /// Years named below.
    pub(super) years: Vec<(i32, i32)>,
    pub(super) description: String,
    pub(super) rows: Vec<YearRow>,
}

/// A bar.
pub(super) struct YearBar {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) told: String,
}

/// A row of the table.
pub(super) struct YearRow {
    pub(super) year: String,
    pub(super) n_records: u64,
    pub(super) address: String,
}

impl YearsChart {
    /// Returns the drawing of a facet of years; none when there is no year.
    pub(super) fn of(form: &SearchForm, values: &[FacetValue], t: Text<'_>) -> Option<YearsChart> {
        let years: Vec<(i32, u64)> = values
            .iter()
            .filter_map(|value| Some((value.value.parse().ok()?, value.n_records)))
            .collect();
        let most = years.iter().map(|(_, n_records)| *n_records).max()?;
        let (peak, _) = *years.iter().find(|(_, n_records)| *n_records == most)?;
        // Far-off years are errors of a list more often than not.
        let near = |year: i32| (year - peak).abs() < MAX_YEARS / 2;
        let drawn: Vec<(i32, u64)> =
            years.iter().copied().filter(|(year, _)| near(*year)).collect();
        let (first, last) = (drawn.first()?.0, drawn.last()?.0);
        let step = ((WIDTH - LEFT - 8) / (last - first + 1)).clamp(4, 40);
        let height_of = |n_records: u64| {
            let share = n_records as f64 / most as f64;
            ((f64::from(BOTTOM - TOP) * share).round() as i32).max(1)
        };
        let bars = drawn.iter().map(|&(year, n_records)| {
            let height = height_of(n_records);
            YearBar {
                x: LEFT + (year - first) * step,
                y: BOTTOM - height,
                width: (step - 2).max(2),
                height,
                told: format!("{year}: {}", t.number(&n_records)),
            }
        });
        let scale = round_values(most as f64).filter(|value| value.fract() == 0.0).map(|value| {
            let y = BOTTOM - (f64::from(BOTTOM - TOP) * value / most as f64).round() as i32;
            (y, t.number(&(value.round() as u64)))
        });
        let every = if last - first > 24 { 10 } else { 5 };
        let named = (first..=last).filter(|year| year % every == 0 || first == last);
        Some(YearsChart {
            width: WIDTH,
            height: HEIGHT,
            bottom: BOTTOM,
            bars: bars.collect(),
            scale: scale.collect(),
            years: named.map(|year| (LEFT + (year - first) * step + step / 2, year)).collect(),
            description: peak_words(&drawn, t),
            rows: years.iter().map(|&(year, n_records)| row(form, year, n_records)).collect(),
        })
    }
}

fn row(form: &SearchForm, year: i32, n_records: u64) -> YearRow {
    let year = year.to_string();
    let address = form.address_with(&[("event_from", &year), ("event_to", &year), ("view", "")]);
    YearRow { year, n_records, address }
}

/// Returns the first and last year that has any, and where most are, in words.
pub(in crate::pages) fn peak_words(counts: &[(i32, u64)], t: Text<'_>) -> String {
    let mut counted = counts.iter().filter(|(_, n)| *n > 0);
    let Some((first, _)) = counted.next() else { return String::new() };
    let last = counted.last().map_or(*first, |(year, _)| *year);
    let peak = counts.iter().rev().max_by_key(|(_, n)| *n);
    let (peak, most) = peak.copied().unwrap_or((*first, 0));
    let values = [
        ("first", &*first.to_string()),
        ("last", &last.to_string()),
        ("peak", &peak.to_string()),
        ("most", &t.number(&most)),
    ];
    t.fill("time-description", &values).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};

    #[test]
    fn years_of_the_axis_without_any_are_not_in_the_words() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let words = peak_words(&[(1926, 0), (1929, 2), (1930, 5), (1938, 1), (1942, 0)], t);
        assert_eq!(words, "From 1929 to 1938; most in 1930: 5.");
        assert_eq!(peak_words(&[(1926, 0)], t), "", "nothing to tell");
    }
}
