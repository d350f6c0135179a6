//! `synodik link`: which rows of tables or records of an archive are one person, why, and what
//! people decide about it.

mod explain;
mod judge;
mod lookup;
mod review;
mod tables;

use super::{grouped, print_json, print_line};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_link::{LinkConfig, Score, Spec, Table, evaluate, run_linkage};
use tables::{read_columns, read_table, wanted_columns, write_results};

/// Find which rows of tables are one person; judge pairs of records of an archive
#[derive(Debug, clap::Args)]
pub(crate) struct LinkArguments {
    #[command(subcommand)]
    command: LinkCommand,
}

#[derive(Debug, clap::Subcommand)]
enum LinkCommand {
    /// Link tables as a specification describes them
    Run {
        /// What the columns are: a TOML file, see bench/linkage/
        #[arg(long, value_name = "SPEC.toml")]
        spec: PathBuf,
        /// CSV, or TSV without quoting
        #[arg(required = true, value_name = "TABLE")]
        tables: Vec<PathBuf>,
        /// Folder for links.csv, clusters.csv and report.json
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Threads; the result does not depend on them [default: those of the machine]
        #[arg(long, value_name = "N")]
        threads: Option<usize>,
    },
    /// Compare persons found with true ones
    Evaluate {
        /// CSV with the columns id and cluster
        #[arg(long, value_name = "clusters.csv")]
        clusters: PathBuf,
        /// CSV or TSV with the columns id and cluster, perhaps list
        #[arg(long, value_name = "truth.csv")]
        truth: PathBuf,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Show why two records of an archive are held to be one person, or not
    Explain(explain::ExplainArguments),
    /// Decide about two records of an archive: same, different or unsure
    Judge(judge::JudgeArguments),
    /// List what was decided, with author, time and reason
    Judgements(judge::JudgementsArguments),
    /// Take a decision back
    Withdraw(judge::WithdrawArguments),
    /// List the uncertain pairs whose judgement would settle most
    Review(review::ReviewArguments),
}

pub(crate) fn run(arguments: &LinkArguments) -> Result<ExitCode> {
    match &arguments.command {
        LinkCommand::Run { spec, tables, out, threads } => {
            let mut config = LinkConfig::of_project();
            config.n_threads = threads.unwrap_or(config.n_threads);
            link_tables(spec, tables, out, &config)?;
        }
        LinkCommand::Evaluate { clusters, truth, json } => {
            print_evaluation(clusters, truth, *json)?
        }
        LinkCommand::Explain(arguments) => explain::explain(arguments)?,
        LinkCommand::Judge(arguments) => judge::judge(arguments)?,
        LinkCommand::Judgements(arguments) => judge::list(arguments)?,
        LinkCommand::Withdraw(arguments) => judge::withdraw(arguments)?,
        LinkCommand::Review(arguments) => review::review(arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn link_tables(
    spec_path: &Path,
    tables: &[PathBuf],
    out: &Path,
    config: &LinkConfig,
) -> Result<()> {
    let text = std::fs::read_to_string(spec_path)
        .with_context(|| format!("cannot read `{}`", spec_path.display()))?;
    let spec =
        Spec::from_toml(&text).with_context(|| format!("cannot use `{}`", spec_path.display()))?;
    let wanted = wanted_columns(&spec);
    let tables: Vec<Table> =
        tables.iter().map(|path| read_table(path, &wanted)).collect::<Result<_>>()?;
    let linkage = run_linkage(&spec, &tables, &[], config)?;
    write_results(&linkage, out)?;
    let report = &linkage.report;
    eprintln!(
        "{} rows are {} persons, the largest of {} rows; see {}",
        grouped(report.n_records as u64),
        grouped(report.n_persons as u64),
        grouped(report.n_largest as u64),
        out.display()
    );
    Ok(())
}

fn print_evaluation(clusters: &Path, truth: &Path, as_json: bool) -> Result<()> {
    let [found_ids, found] = read_columns(clusters, ["id", "cluster"])?;
    let [true_ids, persons] = read_columns(truth, ["id", "cluster"])?;
    let lists = read_columns(truth, ["id", "list"]).map(|[_, lists]| lists).unwrap_or_default();
    let mut person_of: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for (row_idx, id) in true_ids.iter().enumerate() {
        let list = lists.get(row_idx).map_or("", String::as_str);
        person_of.insert(id, (&persons[row_idx], list));
    }
    let mut records: Vec<(&str, &str, &str, &str)> = Vec::new();
    for (id, cluster) in found_ids.iter().zip(&found) {
        if let Some((person, list)) = person_of.get(id.as_str()) {
            records.push((id, cluster, person, list));
        }
    }
    if records.is_empty() {
        bail!(
            "`{}` and `{}` have no id in common; expected the same ids in both",
            clusters.display(),
            truth.display()
        );
    }
    let evaluation = evaluate(&records);
    let score = |score: &Score| json!({ "precision": score.precision, "recall": score.recall, "f1": score.f1 });
    if as_json {
        let sizes: Vec<Value> = evaluation
            .sizes
            .iter()
            .map(|size| {
                json!({
                    "n_records": size.n_records, "n_found": size.n_found, "n_true": size.n_true,
                })
            })
            .collect();
        let worst: Vec<Value> = evaluation
            .worst
            .iter()
            .map(|error| json!({ "ids": error.ids, "n_wrong_pairs": error.n_wrong_pairs }))
            .collect();
        let by_lists: Vec<Value> = evaluation
            .by_lists
            .iter()
            .map(|pair| {
                json!({
                    "list_a": pair.list_a, "list_b": pair.list_b, "n_true": pair.n_true,
                    "score": score(&pair.score),
                })
            })
            .collect();
        let document = json!({
            "n_records": evaluation.n_records,
            "pairwise": score(&evaluation.pairwise),
            "b_cubed": score(&evaluation.b_cubed),
            "mixed_persons": evaluation.mixed_persons,
            "sizes": sizes,
            "by_lists": by_lists,
            "worst": worst,
        });
        return print_json(&document);
    }
    for (name, score) in [("pairs", &evaluation.pairwise), ("B-cubed", &evaluation.b_cubed)] {
        print_line(&format!(
            "{name}\tprecision {:.4}\trecall {:.4}\tF1 {:.4}",
            score.precision, score.recall, score.f1
        ))?;
    }
    print_line(&format!("persons mixed with others\t{:.4}", evaluation.mixed_persons))
}
