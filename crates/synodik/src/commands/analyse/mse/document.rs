//! An estimate as JSON and in words.

use super::EstimatedTable;
use super::captures::sha256;
use crate::commands::print_line;
use anyhow::Result;
use serde_json::{Map, Value, json};
use synodik_analyse::{Estimate, StratifiedEstimate};

/// Returns the estimate as one JSON document.
pub(super) fn document(table: &EstimatedTable, name: Option<&str>) -> Value {
    let estimate = &table.estimate;
    let says: Map<String, Value> =
        table.says.iter().map(|(key, value)| (key.clone(), json!(value))).collect();
    json!({
        "table": name,
        "table_sha256": sha256(table.text.as_bytes()),
        "about": says,
        "method": table.model,
        "level": table.config.level,
        "replicates": table.config.n_replicates,
        "seed": table.config.seed,
        "version": env!("CARGO_PKG_VERSION"),
        "partitions": estimate.n_partitions,
        "estimate": estimate_document(estimate.joint.whole()),
        "strata": strata_document(&estimate.joint),
        "persons_as_held": estimate.plain.as_ref().map(|plain| json!({
            "estimate": estimate_document(plain.whole()),
            "strata": strata_document(plain),
        })),
    })
}

fn strata_document(estimate: &StratifiedEstimate) -> Vec<Value> {
    let strata = estimate.strata.iter();
    strata
        .map(|(name, estimate)| json!({ "stratum": name, "estimate": estimate_document(estimate) }))
        .collect()
}

fn estimate_document(estimate: &Estimate) -> Value {
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

/// Prints strata, their sum and the estimate for the persons as they are held.
pub(super) fn print_estimates(table: &EstimatedTable) -> Result<()> {
    let joint = &table.estimate.joint;
    let named = joint.strata.iter().map(|(name, estimate)| (name.as_str(), estimate));
    for (name, estimate) in named.chain(joint.sum.iter().map(|sum| ("sum", sum))) {
        let of = if name.is_empty() { String::new() } else { format!("{name}: ") };
        print_line(&format!("{of}{}", estimate_words(estimate)))?;
        for warning in &estimate.warnings {
            print_line(&format!("  mind: {warning}"))?;
        }
        for assumption in &estimate.assumptions {
            print_line(&format!("  taken for granted: {}", assumption.text()))?;
        }
    }
    if let Some(plain) = &table.estimate.plain {
        let words = estimate_words(plain.whole());
        print_line(&format!(
            "for the persons as they are held, without the doubt of links: {words}"
        ))?;
    }
    Ok(())
}

/// Returns an estimate in one sentence.
pub(super) fn estimate_words(estimate: &Estimate) -> String {
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
    format!(
        "{:.0} people{interval}; {} of them are on the lists; model {}",
        estimate.n_hat, estimate.n_observed, estimate.model
    )
}
