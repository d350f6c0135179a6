//! `synodik analyse`: estimates of how many people no list names.

use super::{print_json, print_line};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;
use synodik_analyse::{
    Estimate, METHOD_NAMES, MethodConfig, Stratum, add_strata, estimate_by_name, parse_captures,
};

/// Estimate how many people no list names
#[derive(Debug, clap::Args)]
pub(crate) struct AnalyseArguments {
    #[command(subcommand)]
    command: AnalyseCommand,
}

#[derive(Debug, clap::Subcommand)]
enum AnalyseCommand {
    /// Estimate a population from lists that overlap
    Mse(MseArguments),
}

#[derive(Debug, clap::Args)]
struct MseArguments {
    /// CSV: one column of 0 and 1 a list, a column `count`, perhaps one `stratum`
    #[arg(long, value_name = "CAPTURES.csv", required_unless_present = "list_models")]
    table: Option<PathBuf>,
    /// The method, or a model such as [12,3] or `Mth Darroch`
    #[arg(long, default_value = "bic")]
    model: String,
    /// List the methods and end
    #[arg(long)]
    list_models: bool,
    /// Coverage of the interval
    #[arg(long, default_value_t = 0.95)]
    level: f64,
    /// Replicates of a bootstrap, or draws of a posterior
    #[arg(long, default_value_t = 1000)]
    replicates: usize,
    /// Seed of everything random
    #[arg(long, default_value_t = 1937)]
    seed: u64,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &AnalyseArguments) -> Result<ExitCode> {
    let AnalyseCommand::Mse(arguments) = &arguments.command;
    if arguments.list_models {
        for (name, meaning) in METHOD_NAMES {
            print_line(&format!("{name}\t{meaning}"))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let path = arguments.table.as_ref().context("`--table CAPTURES.csv` is missing")?;
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read `{}`", path.display()))?;
    let strata =
        parse_captures(&text).with_context(|| format!("cannot use `{}`", path.display()))?;
    let config = MethodConfig {
        level: arguments.level,
        n_replicates: arguments.replicates,
        seed: arguments.seed,
    };
    let mut estimates = Vec::new();
    for Stratum { name, table } in &strata {
        let estimate = estimate_by_name(table, &arguments.model, &config).with_context(|| {
            match name.is_empty() {
                true => format!("no estimate by `{}`", arguments.model),
                false => format!("no estimate by `{}` for the stratum `{name}`", arguments.model),
            }
        })?;
        estimates.push(estimate);
    }
    let sum = match estimates.len() {
        0 => bail!("`{}` has no row of counts", path.display()),
        1 => None,
        _ => Some(add_strata(&estimates, arguments.level)?),
    };
    let named = strata.iter().map(|stratum| stratum.name.as_str()).zip(&estimates);
    if arguments.json {
        let strata: Vec<Value> = named
            .map(
                |(stratum, estimate)| json!({ "stratum": stratum, "estimate": document(estimate) }),
            )
            .collect();
        let total = sum.as_ref().or(estimates.first()).map(document);
        let document = json!({
            "table": path.display().to_string(),
            "seed": arguments.seed,
            "version": env!("CARGO_PKG_VERSION"),
            "estimate": total,
            "strata": strata,
        });
        print_json(&document)?;
        return Ok(ExitCode::SUCCESS);
    }
    for (stratum, estimate) in named.chain(sum.iter().map(|sum| ("sum", sum))) {
        print_words(stratum, estimate)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn document(estimate: &Estimate) -> Value {
    let interval = estimate.interval.as_ref().map(|interval| {
        json!({
            "level": interval.level,
            "low": interval.low,
            // An open end has no number.
            "high": interval.high.is_finite().then_some(interval.high),
            "method": interval.method.id(),
        })
    });
    let fit = estimate.fit.as_ref().map(
        |fit| json!({ "aic": fit.aic, "bic": fit.bic, "df": fit.df, "deviance": fit.deviance }),
    );
    let assumptions: Vec<Value> = estimate
        .assumptions
        .iter()
        .map(|assumption| json!({ "id": assumption.id(), "text": assumption.text() }))
        .collect();
    let warnings: Vec<String> = estimate.warnings.iter().map(ToString::to_string).collect();
    json!({
        "model": estimate.model,
        "n_observed": estimate.n_observed,
        "n_hat": estimate.n_hat,
        "se": estimate.se,
        "interval": interval,
        "fit": fit,
        "warnings": warnings,
        "assumptions": assumptions,
    })
}

fn print_words(stratum: &str, estimate: &Estimate) -> Result<()> {
    let of = if stratum.is_empty() { String::new() } else { format!("{stratum}: ") };
    let interval = match &estimate.interval {
        Some(interval) if interval.high.is_finite() => format!(
            " ({:.0} %: {:.0} to {:.0}, {})",
            interval.level * 100.0,
            interval.low,
            interval.high,
            interval.method.id()
        ),
        Some(interval) => {
            format!(" ({:.0} %: at least {:.0})", interval.level * 100.0, interval.low)
        }
        None => String::new(),
    };
    print_line(&format!(
        "{of}{:.0} people{interval}; {} of them are on the lists; model {}",
        estimate.n_hat, estimate.n_observed, estimate.model
    ))?;
    for warning in &estimate.warnings {
        print_line(&format!("  mind: {warning}"))?;
    }
    for assumption in &estimate.assumptions {
        print_line(&format!("  taken for granted: {}", assumption.text()))?;
    }
    Ok(())
}
