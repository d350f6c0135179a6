//! `synodik analyse lags`: how long until something followed, and whether that broke on a day.

use super::user_table::read_table;
use crate::commands::{print_json, print_line};
use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use synodik_analyse::{
    Break, BreakConfig, Lag, Refusal, SurvivalCurve, compare_around, find_value_break, kaplan_meier,
};

#[derive(Debug, clap::Args)]
pub(super) struct LagsArguments {
    /// CSV: columns `start`, `end` (empty if nothing followed) and `group`; days as YYYY-MM-DD
    #[arg(long, value_name = "LAGS.csv")]
    table: PathBuf,
    /// Day on which a break is suspected: the first day after it
    #[arg(long, value_name = "DATE")]
    break_at: Option<NaiveDate>,
    /// Last day that is known of for rows without an end [default: the last day of the table]
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
    let groups = read_groups(arguments)?;
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
            "table": arguments.table.display().to_string(),
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

fn read_groups(arguments: &LagsArguments) -> Result<BTreeMap<String, Vec<Observation>>> {
    let table = read_table(&arguments.table, &["start", "end", "group"])?;
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
