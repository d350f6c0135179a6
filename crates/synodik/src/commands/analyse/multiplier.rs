//! `synodik analyse multiplier`: how many kin were taken for each person, family by family.

use super::user_table::read_table;
use crate::commands::{print_json, print_line};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;
use synodik_analyse::ratio_interval;

#[derive(Debug, clap::Args)]
pub(super) struct MultiplierArguments {
    /// CSV: a row a family, columns `family`, `n_head` (persons the family was taken for) and `n_kin`
    #[arg(long, value_name = "FAMILIES.csv")]
    table: PathBuf,
    /// Coverage of the intervals
    #[arg(long, default_value_t = 0.95)]
    level: f64,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &MultiplierArguments) -> Result<ExitCode> {
    let table = read_table(&arguments.table, &["family", "n_head", "n_kin"])?;
    let mut families: Vec<(f64, f64)> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for row in &table {
        let number = |column: usize, name: &str| -> Result<f64> {
            let value = row.cells[column].parse::<u32>();
            let value = value.with_context(|| {
                let given = &row.cells[column];
                format!("line {}: `{name}` is `{given}`, expected a whole number from 0", row.line)
            });
            Ok(f64::from(value?))
        };
        if names.contains(&row.cells[0].as_str()) {
            bail!("line {}: the family `{}` stands twice", row.line, row.cells[0]);
        }
        names.push(&row.cells[0]);
        families.push((number(2, "n_kin")?, number(1, "n_head")?));
    }
    let multiplier = ratio_interval(&families, arguments.level)?;
    let (n_kin, n_head) =
        families.iter().fold((0.0, 0.0), |sum, family| (sum.0 + family.0, sum.1 + family.1));
    // The share of kin among all taken rises with the multiplier, and so do its ends.
    let share = |ratio: f64| ratio / (1.0 + ratio);
    if arguments.json {
        print_json(&json!({
            "table": arguments.table.display().to_string(),
            "version": env!("CARGO_PKG_VERSION"),
            "level": arguments.level,
            "families": families.len(),
            "heads": n_head,
            "kin": n_kin,
            "multiplier": { "value": multiplier.value, "low": multiplier.low, "high": multiplier.high },
            "kin_share": {
                "value": share(multiplier.value),
                "low": share(multiplier.low),
                "high": share(multiplier.high),
            },
        }))?;
        return Ok(ExitCode::SUCCESS);
    }
    let percent = arguments.level * 100.0;
    print_line(&format!(
        "{:.2} kin for each person taken ({percent:.0} %: {:.2} to {:.2}); {n_kin} kin and {n_head} heads in {} families",
        multiplier.value,
        multiplier.low,
        multiplier.high,
        families.len()
    ))?;
    print_line(&format!(
        "{:.1} % of all taken were kin ({percent:.0} %: {:.1} to {:.1})",
        100.0 * share(multiplier.value),
        100.0 * share(multiplier.low),
        100.0 * share(multiplier.high)
    ))?;
    print_line(
        "  taken for granted: the families were drawn apart from one another, and all kin taken are named",
    )?;
    Ok(ExitCode::SUCCESS)
}
