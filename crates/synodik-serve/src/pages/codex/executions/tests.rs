use super::*;
use crate::{Language, Locales};
use synodik_codex::codex;

fn counts(months: &[(&str, u64)]) -> ArchiveCounts {
    let by_month = months.iter().map(|(month, n)| ((*month).to_owned(), *n)).collect();
    ArchiveCounts { executions_by_month: by_month, ..ArchiveCounts::default() }
}

fn in_english<T>(make: impl FnOnce(Text<'_>) -> T) -> T {
    let locales = Locales::load();
    make(locales.text(Language::English))
}

#[test]
fn the_years_drawn_are_those_of_the_operations_or_those_with_counts() {
    for (months, expected) in [
        (vec![], None),
        (vec![("1937-08", 1)], Some((1936, 1939))),
        (vec![("1918-09", 1), ("1939-12", 1)], Some((1936, 1939))),
        (vec![("1919-01", 1), ("1921-05", 2)], Some((1919, 1921))),
        (vec![("1918-09", 1), ("1952-08", 1)], Some((1918, 1929))),
        (vec![("1937-13", 1), ("19XX-01", 1)], None),
    ] {
        assert_eq!(years_drawn(&month_counts(&counts(&months))), expected, "{months:?}");
    }
}

#[test]
fn the_year_before_the_months_of_the_order_and_the_year_after_are_summed() {
    let counts = counts(&[
        ("1936-07", 1),
        ("1936-08", 2),
        ("1937-07", 4),
        ("1937-08", 8),
        ("1938-11", 16),
        ("1938-12", 32),
        ("1939-11", 64),
        ("1939-12", 128),
    ]);
    let order = codex().campaign("op-00447").expect("in the codex");
    let sums = in_english(|t| sums_around(&month_counts(&counts), order, t));
    let found: Vec<(&str, u64)> =
        sums.iter().map(|sum| (sum.months.as_str(), sum.n_executions)).collect();
    let expected = [
        ("August 1936 – July 1937", 6),
        ("August 1937 – November 1938", 24),
        ("December 1938 – November 1939", 96),
    ];
    assert_eq!(found, expected);
}

#[test]
fn months_outside_the_years_drawn_stand_by_year() {
    let counts = counts(&[("1935-01", 1), ("1935-02", 2), ("1937-12", 4), ("1952-08", 8)]);
    let table = in_english(|t| {
        let table = month_table(&month_counts(&counts), TERROR_YEARS, t);
        (table.sums, table.other_years, table.rows.len())
    });
    assert_eq!(table, (vec![0, 4, 0, 0], vec![(1935, 3), (1952, 8)], 12));
}

#[test]
fn bars_stand_on_the_axis_in_order_and_a_single_person_is_seen() {
    let counts = counts(&[("1937-07", 1), ("1937-08", 40_000), ("1938-11", 20_000)]);
    let campaigns: Vec<&Campaign> = BANDS.iter().filter_map(|id| codex().campaign(id)).collect();
    let chart = in_english(|t| month_chart((&month_counts(&counts), TERROR_YEARS), &campaigns, t));
    let heights: Vec<i32> = chart.bars.iter().map(|bar| bar.height).collect();
    assert_eq!(heights, [1, 220, 110]);
    assert!(chart.bars.windows(2).all(|pair| pair[0].x + pair[0].width < pair[1].x));
    assert!(chart.bars.iter().all(|bar| bar.y + bar.height == BOTTOM));
    let order = &chart.bands[0];
    assert!(order.x > chart.bars[0].x && order.x < chart.bars[1].x + chart.bars[1].width);
    assert!(chart.description.contains("August 1937"), "{}", chart.description);
}

#[test]
fn the_csv_says_which_months_touch_the_operations() {
    let counts = counts(&[("1937-06", 1), ("1937-07", 2), ("1937-08", 3), ("1938-12", 4)]);
    let csv = executions_csv(codex(), &counts);
    let lines: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(lines, ["1937-06,1,0,0", "1937-07,2,0,1", "1937-08,3,1,1", "1938-12,4,0,0"]);
}
