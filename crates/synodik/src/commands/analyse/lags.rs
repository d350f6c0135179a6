//! `synodik analyse lags`: how long until something followed, and whether that broke on a day.

use super::selection::current_build;
use super::user_table::read_table;
use crate::commands::{print_json, print_line};
use crate::kin_cases::{KinCase, read_kin_cases, read_kin_of_heads};
use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_analyse::{
    Break, BreakConfig, Lag, Refusal, SurvivalCurve, compare_around, find_value_break, kaplan_meier,
};
use synodik_store::Archive;

#[derive(Debug, clap::Args)]
pub(super) struct LagsArguments {
    /// CSV: columns `start`, `end` (empty if nothing followed) and `group`; days as YYYY-MM-DD
    #[arg(long, value_name = "LAGS.csv", conflicts_with_all = ["archive", "min_p"])]
    table: Option<PathBuf>,
    /// Archive: how long from what happened to somebody until a measure fell on each of their kin,
    /// by what these were to them; kin on whom none fell are followed until the last day
    #[arg(long, value_name = "DIR", required_unless_present = "table")]
    archive: Option<PathBuf>,
    /// Least probability of a case that is counted
    #[arg(long, default_value_t = 0.5, value_name = "P")]
    min_p: f32,
    /// Day on which a break is suspected: the first day after it
    #[arg(long, value_name = "DATE")]
    break_at: Option<NaiveDate>,
    /// Last day that is known of for rows without an end [default: the last day there is]
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
    /// Coverage of the intervals
    #[arg(long, default_value_t = 0.95)]
    level: f64,
    /// Shuffles of a test
    #[arg(long, default_value_t = 999)]
    shuffles: usize,
    /// Fewest observations on either side of a break
    #[arg(long, default_value_t = 5)]
    side: usize,
    /// Seed of the shuffles
    #[arg(long, default_value_t = 1937)]
    seed: u64,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// A row: first day and lag.
struct Observation {
    start: NaiveDate,
    lag: Lag,
}

/// What is found for one group.
struct GroupResult {
    group: String,
    n: usize,
    curve: SurvivalCurve,
    /// Name, the break at the given day, the greatest break.
    tests: Vec<(&'static str, Result<Break, Refusal>, Result<Break, Refusal>)>,
}

pub(super) fn run(arguments: &LagsArguments) -> Result<ExitCode> {
    let (groups, place) = match (&arguments.archive, &arguments.table) {
        (Some(archive), _) => (archive_groups(archive, arguments)?, ("archive", archive)),
        (None, Some(table)) => (read_groups(table, arguments)?, ("table", table)),
        (None, None) => bail!("name an archive with --archive or a table with --table"),
    };
    let mut results = Vec::new();
    for (group, observations) in groups {
        let lags: Vec<Lag> = observations.iter().map(|observation| observation.lag).collect();
        let curve = kaplan_meier(&lags, arguments.level)?;
        let tests = arguments
            .break_at
            .map_or_else(Vec::new, |day| test_breaks(&observations, day, arguments));
        results.push(GroupResult { group, n: lags.len(), curve, tests });
    }
    if arguments.json {
        let groups: Vec<Value> = results.iter().map(group_document).collect();
        print_json(&json!({
            place.0: place.1.display().to_string(),
            "version": env!("CARGO_PKG_VERSION"),
            "seed": arguments.seed,
            "level": arguments.level,
            "break_at": arguments.break_at.map(|day| day.to_string()),
            "groups": groups,
        }))?;
        return Ok(ExitCode::SUCCESS);
    }
    for result in &results {
        print_group(result)?;
    }
    print_line(
        "  taken for granted: whether a row has no end says nothing of when its end would have come",
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Lags by the relation of the kin, from the cases of an archive.
fn archive_groups(
    archive: &Path,
    arguments: &LagsArguments,
) -> Result<BTreeMap<String, Vec<Observation>>> {
    let archive = Archive::open(archive)?;
    let (folder, manifest) = current_build(&archive)?;
    let found = read_kin_cases((&folder, &manifest), arguments.min_p)?;
    let kin = read_kin_of_heads((&folder, &manifest), &found)?;
    let groups = observe_kin(&found.cases, &kin, arguments.until);
    if groups.is_empty() {
        bail!("no case of the archive has a day for both; nothing can be said of lags");
    }
    Ok(groups)
}

/// A measure that fell before what it is held to have followed from tells nothing of a lag.
fn observe_kin(
    cases: &[KinCase],
    kin: &[(u32, u32, String)],
    until: Option<NaiveDate>,
) -> BTreeMap<String, Vec<Observation>> {
    let days_of_cases = cases.iter().flat_map(|case| [case.cause_day, case.day]).flatten();
    let Some(until) = until.or(days_of_cases.max()) else { return BTreeMap::new() };
    let mut starts: BTreeMap<u32, NaiveDate> = BTreeMap::new();
    let mut ends: BTreeMap<(u32, u32), (&str, NaiveDate)> = BTreeMap::new();
    let mut with_case = BTreeSet::new();
    for case in cases {
        let pair = (case.because_of, case.person);
        with_case.insert(pair);
        let Some(start) = case.cause_day else { continue };
        let first = starts.entry(case.because_of).or_insert(start);
        *first = start.min(*first);
        if let Some(day) = case.day {
            let end = ends.entry(pair).or_insert((&case.relation, day));
            end.1 = day.min(end.1);
        }
    }
    let happened = ends.iter().map(|((head, _), (relation, day))| (*head, *relation, Some(*day)));
    let spared = kin.iter().filter(|(head, kin, _)| !with_case.contains(&(*head, *kin)));
    let spared = spared.map(|(head, _, relation)| (*head, relation.as_str(), None));
    let mut groups: BTreeMap<String, Vec<Observation>> = BTreeMap::new();
    for (head, relation, end) in happened.chain(spared) {
        let Some(&start) = starts.get(&head) else { continue };
        let days = end.unwrap_or(until).signed_duration_since(start).num_days();
        if days >= 0 {
            let lag = Lag { days: days as f64, has_happened: end.is_some() };
            groups.entry(relation.to_owned()).or_default().push(Observation { start, lag });
        }
    }
    groups
}

fn read_groups(
    path: &Path,
    arguments: &LagsArguments,
) -> Result<BTreeMap<String, Vec<Observation>>> {
    let table = read_table(path, &["start", "end", "group"])?;
    let day = |text: &str, line: u64| -> Result<NaiveDate> {
        text.parse()
            .with_context(|| format!("line {line}: `{text}` is no day; expected YYYY-MM-DD"))
    };
    let mut rows = Vec::new();
    for row in table {
        let start = day(&row.cells[0], row.line)?;
        let end = Some(row.cells[1].as_str()).filter(|text| !text.is_empty());
        let end = end.map(|text| day(text, row.line)).transpose()?;
        rows.push((row.line, row.cells[2].clone(), start, end));
    }
    let last = rows.iter().map(|(_, _, start, end)| end.unwrap_or(*start).max(*start)).max();
    let until = arguments.until.or(last).context("the table has no row")?;
    let mut groups: BTreeMap<String, Vec<Observation>> = BTreeMap::new();
    for (line, group, start, end) in rows {
        let days = end.unwrap_or(until).signed_duration_since(start).num_days();
        if days < 0 {
            bail!("line {line}: the end lies {} days before the start", -days);
        }
        let lag = Lag { days: days as f64, has_happened: end.is_some() };
        groups.entry(group).or_default().push(Observation { start, lag });
    }
    Ok(groups)
}

/// Tests whether the lags, and the share that was followed at all, break on a day.
fn test_breaks(
    observations: &[Observation],
    day: NaiveDate,
    arguments: &LagsArguments,
) -> Vec<(&'static str, Result<Break, Refusal>, Result<Break, Refusal>)> {
    let config = BreakConfig {
        n_side_least: arguments.side,
        n_shuffles: arguments.shuffles,
        seed: arguments.seed,
    };
    let at = |day: NaiveDate| day.signed_duration_since(NaiveDate::default()).num_days() as f64;
    let happened = observations.iter().filter(|observation| observation.lag.has_happened);
    let lags: Vec<(f64, f64)> =
        happened.map(|observation| (at(observation.start), observation.lag.days)).collect();
    let shares: Vec<(f64, f64)> = observations
        .iter()
        .map(|observation| {
            (at(observation.start), f64::from(u8::from(observation.lag.has_happened)))
        })
        .collect();
    [("lag_days", lags), ("share_followed", shares)]
        .into_iter()
        .map(|(name, values)| {
            let given = compare_around(&values, at(day), &config);
            (name, given, find_value_break(&values, &config))
        })
        .collect()
}

fn day_of(number: f64) -> String {
    let day = NaiveDate::default() + chrono::Duration::days(number as i64);
    day.to_string()
}

fn break_document(found: &Result<Break, Refusal>) -> Value {
    match found {
        Ok(found) => json!({
            "last_before": day_of(found.last_before),
            "first_after": day_of(found.first_after),
            "mean_before": found.mean_before,
            "mean_after": found.mean_after,
            "p_value": found.p_value,
        }),
        Err(refusal) => json!({ "refusal": refusal.to_string() }),
    }
}

fn group_document(result: &GroupResult) -> Value {
    let curve = &result.curve;
    let steps: Vec<Value> = curve
        .steps
        .iter()
        .map(|step| {
            json!({
                "days": step.days,
                "at_risk": step.n_at_risk,
                "events": step.n_events,
                "share_not_yet": step.share,
                "se": step.se,
                "low": step.interval.0,
                "high": step.interval.1,
            })
        })
        .collect();
    let tests: Vec<Value> = result
        .tests
        .iter()
        .map(|(name, given, greatest)| {
            json!({
                "of": name,
                "at_the_day": break_document(given),
                "greatest": break_document(greatest),
            })
        })
        .collect();
    json!({
        "group": result.group,
        "rows": result.n,
        "without_end": curve.n_censored,
        "median_days": curve.median_days,
        "median_low": curve.median_interval.0,
        "median_high": curve.median_interval.1,
        "curve": steps,
        "breaks": tests,
    })
}

fn print_group(result: &GroupResult) -> Result<()> {
    let curve = &result.curve;
    let days = |value: Option<f64>| value.map_or("open".to_owned(), |days| format!("{days:.0}"));
    print_line(&format!(
        "{}: {} rows, {} without an end; median {} days ({:.0} %: {} to {})",
        result.group,
        result.n,
        curve.n_censored,
        days(curve.median_days),
        curve.level * 100.0,
        days(curve.median_interval.0),
        days(curve.median_interval.1)
    ))?;
    for (name, given, greatest) in &result.tests {
        for (place, found) in [("at the day", given), ("greatest", greatest)] {
            let words = match found {
                Ok(found) => format!(
                    "{:.2} until {}, {:.2} from {} (p = {:.3})",
                    found.mean_before,
                    day_of(found.last_before),
                    found.mean_after,
                    day_of(found.first_after),
                    found.p_value
                ),
                Err(refusal) => format!("no test: {refusal}"),
            };
            print_line(&format!("  {name}, {place}: {words}"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn kin_on_whom_nothing_fell_are_followed_to_the_end() {
        let case = |person, because_of, cause: &str, own: &str| KinCase {
            family: 0,
            person,
            because_of,
            relation: "wife".to_owned(),
            sex: None,
            measure: "imprisonment".to_owned(),
            instrument: None,
            cause_year: None,
            cause_source: None,
            cause_day: day(cause),
            day: day(own),
        };
        let cases = [
            case(1, 0, "1937-10-01", "1937-10-31"),
            // Taken before him: not because of what came later.
            case(3, 2, "1938-02-01", "1938-01-01"),
        ];
        let kin = [(0, 1, "wife".to_owned()), (0, 4, "sister".to_owned())];
        let groups = observe_kin(&cases, &kin, day("1938-10-01"));
        let lags = |group: &str| -> Vec<(f64, bool)> {
            let of_group = groups[group].iter();
            of_group.map(|one| (one.lag.days, one.lag.has_happened)).collect()
        };
        assert_eq!(lags("wife"), [(30.0, true)]);
        assert_eq!(lags("sister"), [(365.0, false)]);
        assert!(observe_kin(&[], &[], None).is_empty());
    }
}
