//! `synodik analyse multiplier`: how many kin were taken for each person, family by family.

use super::selection::current_build;
use super::user_table::read_table;
use crate::commands::{print_json, print_line};
use crate::kin_multiplier::{KinKey, KinMultiplier, archive_multiplier};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_analyse::{Ratio, ratio_interval};
use synodik_store::Archive;

#[derive(Debug, clap::Args)]
pub(super) struct MultiplierArguments {
    /// CSV: a row a family, columns `family`, `n_head` (persons the family was taken for) and `n_kin`
    #[arg(long, value_name = "FAMILIES.csv", conflicts_with_all = ["archive", "by", "min_p"])]
    table: Option<PathBuf>,
    /// Archive whose cases are counted
    #[arg(long, value_name = "DIR", required_unless_present = "table")]
    archive: Option<PathBuf>,
    /// Count apart by what is known of the one taken first (year, source) or of the kin
    /// (relation, sex, measure, instrument)
    #[arg(long, value_enum, requires = "archive")]
    by: Option<KinKey>,
    /// Least probability of a case that is counted
    #[arg(long, default_value_t = 0.5, value_name = "P")]
    min_p: f32,
    /// Coverage of the intervals
    #[arg(long, default_value_t = 0.95)]
    level: f64,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &MultiplierArguments) -> Result<ExitCode> {
    match (&arguments.archive, &arguments.table) {
        (Some(archive), _) => of_archive(archive, arguments),
        (None, Some(table)) => of_table(table, arguments),
        (None, None) => bail!("name an archive with --archive or a table with --table"),
    }
}

fn of_archive(archive: &Path, arguments: &MultiplierArguments) -> Result<ExitCode> {
    let archive = Archive::open(archive)?;
    let (folder, manifest) = current_build(&archive)?;
    let found =
        archive_multiplier((&folder, &manifest), arguments.by, (arguments.min_p, arguments.level))?;
    if arguments.json {
        print_json(&archive_document(arguments, manifest.build, &found))?;
        return Ok(ExitCode::SUCCESS);
    }
    print_line(&format!(
        "{} families with {} persons; in {} of them a measure fell on kin ({} cases of at least p {}, {} less probable ones left out)",
        found.n_families,
        found.n_persons_in_families,
        found.n_families_with_case,
        found.n_cases,
        arguments.min_p,
        found.n_less_probable
    ))?;
    if found.groups.is_empty() {
        print_line(
            "  no case to count: the archive says of nobody that kin were taken because of them",
        )?;
    }
    for group in &found.groups {
        let counts = format!("{} kin, {} for whom", group.n_kin, group.n_head);
        match &group.ratio {
            Ok(ratio) => print_line(&format!(
                "{:<28} {:.2} kin for each ({:.0} %: {:.2} to {:.2}); {counts}",
                group.name,
                ratio.value,
                arguments.level * 100.0,
                ratio.low,
                ratio.high
            ))?,
            Err(refusal) => print_line(&format!("{:<28} {counts}; {refusal}", group.name))?,
        }
    }
    for group in found.groups.iter().take(usize::from(arguments.by.is_none())) {
        if let Ok(ratio) = &group.ratio {
            print_share(ratio, arguments.level)?;
        }
    }
    print_line(
        "  taken for granted: the families were drawn apart from one another; only kin that the lists name are counted, and only those for whom some were",
    )?;
    Ok(ExitCode::SUCCESS)
}

fn archive_document(arguments: &MultiplierArguments, build: u64, found: &KinMultiplier) -> Value {
    let groups: Vec<Value> = found
        .groups
        .iter()
        .map(|group| {
            let mut document =
                json!({ "group": group.name, "heads": group.n_head, "kin": group.n_kin });
            match &group.ratio {
                Ok(ratio) => {
                    document["multiplier"] = ratio_document(ratio);
                    document["kin_share"] = share_document(ratio);
                }
                Err(refusal) => document["refusal"] = json!(refusal.to_string()),
            }
            document
        })
        .collect();
    json!({
        "archive": arguments.archive.as_ref().map(|path| path.display().to_string()),
        "build": build,
        "version": env!("CARGO_PKG_VERSION"),
        "by": arguments.by.map(KinKey::name),
        "level": arguments.level,
        "min_p": arguments.min_p,
        "families": found.n_families,
        "persons_in_families": found.n_persons_in_families,
        "families_with_case": found.n_families_with_case,
        "cases": found.n_cases,
        "less_probable": found.n_less_probable,
        "partitions": found.n_partitions,
        "groups": groups,
    })
}

fn ratio_document(ratio: &Ratio) -> Value {
    json!({ "value": ratio.value, "low": ratio.low, "high": ratio.high })
}

/// The share of kin among all taken rises with the multiplier, and so do its ends.
fn share_document(ratio: &Ratio) -> Value {
    let share = |ratio: f64| ratio / (1.0 + ratio);
    json!({ "value": share(ratio.value), "low": share(ratio.low), "high": share(ratio.high) })
}

fn of_table(path: &Path, arguments: &MultiplierArguments) -> Result<ExitCode> {
    let table = read_table(path, &["family", "n_head", "n_kin"])?;
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
    if arguments.json {
        print_json(&json!({
            "table": path.display().to_string(),
            "version": env!("CARGO_PKG_VERSION"),
            "level": arguments.level,
            "families": families.len(),
            "heads": n_head,
            "kin": n_kin,
            "multiplier": ratio_document(&multiplier),
            "kin_share": share_document(&multiplier),
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
    print_share(&multiplier, arguments.level)?;
    print_line(
        "  taken for granted: the families were drawn apart from one another, and all kin taken are named",
    )?;
    Ok(ExitCode::SUCCESS)
}

fn print_share(ratio: &Ratio, level: f64) -> Result<()> {
    let share = |ratio: f64| 100.0 * ratio / (1.0 + ratio);
    print_line(&format!(
        "{:.1} % of all taken were kin ({:.0} %: {:.1} to {:.1})",
        share(ratio.value),
        level * 100.0,
        share(ratio.low),
        share(ratio.high)
    ))
}
