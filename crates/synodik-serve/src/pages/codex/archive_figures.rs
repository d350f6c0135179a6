//! What an archive itself counts beside the published estimates.

use super::ArchiveFigure;
use std::collections::BTreeMap;
use synodik_codex::{Codex, Estimate};
use synodik_index::ArchiveCounts;

/// Units that entries of a list can be counted in, with the kind of event that stands for each.
///
/// Deaths in camps, prisoners on a day and shares are in no list; sentences to death are
/// not told apart from others by the year of a sentence alone.
const EVENT_OF_UNIT: [(&str, &str); 4] = [
    ("arrests", "arrest"),
    ("convictions", "sentence"),
    ("executions", "execution"),
    ("persons_deported", "exile"),
];

/// Estimates about relatives are not set beside events of all people.
const GROUP_OF_RELATIVES: &str = "kin";

/// Returns the archive's figure for each group and unit of estimates that has one.
///
/// # Shape
///
/// Sorted by group, then unit; none for an event that no record of the archive states.
///
/// # Units
///
/// Public records with an event dated to the years that most estimates of the group and
/// unit cover. A record with such events in two years counts for both.
pub fn archive_figures(codex: &Codex, counts: &ArchiveCounts) -> Vec<ArchiveFigure> {
    let mut by_unit: BTreeMap<(&str, &str), Vec<&Estimate>> = BTreeMap::new();
    for known in codex.estimates.iter().filter(|known| known.group != GROUP_OF_RELATIVES) {
        by_unit.entry((&known.group, &known.unit)).or_default().push(known);
    }
    let mut figures = Vec::new();
    for ((group, unit), estimates) in by_unit {
        let Some((_, event)) = EVENT_OF_UNIT.iter().find(|(known, _)| *known == unit) else {
            continue;
        };
        let (Some(years), Some(by_year)) =
            (years_covered(&estimates), counts.events_by_year.get(*event))
        else {
            continue;
        };
        let n_records = records_within(by_year, years);
        if n_records > 0 {
            let [group, unit, event] = [group, unit, event].map(|word| (*word).to_owned());
            figures.push(ArchiveFigure { group, unit, event, years, n_records });
        }
    }
    figures
}

/// Returns the years that most of the estimates cover; among equals, the longest time.
fn years_covered(estimates: &[&Estimate]) -> Option<(i32, i32)> {
    use chrono::Datelike;
    let mut times: BTreeMap<(i32, i32), usize> = BTreeMap::new();
    for known in estimates {
        if let (Some(first), Some(last)) = (known.covers.first, known.covers.last) {
            *times.entry((first.year(), last.year())).or_default() += 1;
        }
    }
    let most = times.into_iter().max_by_key(|((first, last), n)| (*n, last - first))?;
    Some(most.0)
}

fn records_within(by_year: &BTreeMap<String, u64>, (first, last): (i32, i32)) -> u64 {
    let is_within = |year: &str| year.parse().is_ok_and(|year: i32| first <= year && year <= last);
    by_year.iter().filter(|(year, _)| is_within(year)).map(|(_, n_records)| n_records).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_codex::codex;

    fn counts(events: &[(&str, &str, u64)]) -> ArchiveCounts {
        let mut counts = ArchiveCounts::default();
        for (event, year, n_records) in events {
            let years = counts.events_by_year.entry((*event).to_owned()).or_default();
            years.insert((*year).to_owned(), *n_records);
        }
        counts
    }

    #[test]
    fn only_events_of_the_years_covered_are_counted() {
        let counts = counts(&[
            ("arrest", "1936", 1),
            ("arrest", "1937", 20),
            ("arrest", "1938", 300),
            ("arrest", "1954", 4_000),
            ("execution", "1939", 50_000),
            ("burial", "1937", 7),
        ]);
        let figures = archive_figures(codex(), &counts);
        let found: Vec<(&str, &str, (i32, i32), u64)> = figures
            .iter()
            .map(|one| (one.group.as_str(), one.unit.as_str(), one.years, one.n_records))
            .collect();
        assert_eq!(found, [("great-terror", "arrests", (1937, 1938), 320)]);
    }

    #[test]
    fn exile_is_set_beside_deportations_over_the_longest_time() {
        let figures =
            archive_figures(codex(), &counts(&[("exile", "1930", 9), ("exile", "1920", 1)]));
        let exile = figures.iter().find(|one| one.group == "deportations").expect("a figure");
        assert_eq!((exile.years, exile.n_records), ((1921, 1953), 9));
        assert!(figures.iter().all(|one| one.group != "kin"));
    }
}
