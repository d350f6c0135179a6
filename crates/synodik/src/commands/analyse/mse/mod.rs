//! `synodik analyse mse`: how many people no list names, from a table or from an archive.
//!
//! An archive is first made a table of captures, and from there on both go the same way; so
//! the folder of an estimate can be made again from its own table, byte for byte.

mod captures;
mod document;
mod folder;
mod plot;

use super::{print_json, print_line};
use anyhow::{Context, Result, bail};
use captures::captures_text;
use document::{document, print_estimates};
use folder::write_folder;
use std::path::PathBuf;
use std::process::ExitCode;
use synodik_analyse::{
    METHOD_NAMES, MethodConfig, Partition, PartitionedEstimate, estimate_partitions,
    parse_partitions,
};

#[derive(Debug, clap::Args)]
pub(super) struct MseArguments {
    /// CSV: one column of 0 and 1 a list, a column `count`, perhaps one `stratum`, one `partition`
    #[arg(
        long,
        value_name = "CAPTURES.csv",
        required_unless_present_any = ["list_models", "archive"],
        conflicts_with = "archive"
    )]
    table: Option<PathBuf>,
    /// Folder of an archive, whose linked persons are counted by the lists on which they stand
    #[arg(long, value_name = "DIR", requires = "lists")]
    archive: Option<PathBuf>,
    /// The lists: ids of sources, or NAME=SOURCE+SOURCE for several that are one list
    #[arg(long, value_name = "A,B,C", value_delimiter = ',', requires = "archive")]
    lists: Vec<String>,
    /// Only persons with an entry on the lists for which this holds; keys as in `analyse counts`
    #[arg(long = "where", value_name = "KEY=VALUE", requires = "archive")]
    conditions: Vec<String>,
    /// Estimate each value of this key apart, and add them up
    #[arg(long, value_name = "KEY", requires = "archive")]
    stratum: Option<String>,
    /// Lists on which nobody can stand at once, such as those shot and those exiled later
    #[arg(long, value_name = "A,B", requires = "archive")]
    never: Vec<String>,
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
    /// Write tables, estimate, plot, words and a script that makes them again into this folder
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

/// A table of captures with what was estimated from it, and how.
struct EstimatedTable {
    /// The table as read.
    text: String,
    partitions: Vec<Partition>,
    /// Lines `# key: value` that stand before the table.
    says: Vec<(String, String)>,
    model: String,
    config: MethodConfig,
    estimate: PartitionedEstimate,
}

pub(super) fn run(arguments: &MseArguments) -> Result<ExitCode> {
    if arguments.list_models {
        for (name, meaning) in METHOD_NAMES {
            print_line(&format!("{name}\t{meaning}"))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let (text, name) = match (&arguments.table, &arguments.archive) {
        (Some(path), _) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read `{}`", path.display()))?;
            (text, Some(path.display().to_string()))
        }
        (None, Some(archive)) => (captures_text(arguments, archive)?, None),
        (None, None) => bail!("`--table CAPTURES.csv` or `--archive DIR` is missing"),
    };
    let place = name.as_deref().unwrap_or("the table of the archive");
    let partitions = parse_partitions(&text).with_context(|| format!("cannot use `{place}`"))?;
    let config = MethodConfig {
        level: arguments.level,
        n_replicates: arguments.replicates,
        seed: arguments.seed,
    };
    let model = arguments.model.clone();
    let estimate = estimate_partitions(&partitions, &model, &config)
        .with_context(|| format!("no estimate by `{model}`"))?;
    let says = read_says(&text);
    let table = EstimatedTable { text, partitions, says, model, config, estimate };
    if let Some(folder) = &arguments.out {
        write_folder(folder, &table)?;
        eprintln!("Wrote `{}`; its README.md says what is in it", folder.display());
    }
    if arguments.json {
        print_json(&document(&table, name.as_deref()))?;
    } else {
        print_estimates(&table)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the lines `# key: value` before the header.
fn read_says(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().map_while(|line| line.strip_prefix('#'));
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect()
}
