//! `synodik link`: which rows of tables or records of an archive are one person, why, and what
//! people decide about it.

mod evaluation;
mod explain;
mod judge;
mod lookup;
mod review;
mod tables;

use super::grouped;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_link::{LinkConfig, Spec, Table, run_linkage};
use tables::{read_table, write_results};

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
        /// CSV or TSV with the columns id and cluster: tells afterwards how many true pairs were compared
        #[arg(long, value_name = "truth.csv")]
        truth: Option<PathBuf>,
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
        /// links.csv of the same run: tells whether its probabilities are true to what happens
        #[arg(long, value_name = "links.csv")]
        links: Option<PathBuf>,
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
        LinkCommand::Run { spec, tables, out, truth, threads } => {
            let mut config = LinkConfig::of_project();
            config.n_threads = threads.unwrap_or(config.n_threads);
            link_tables(spec, tables, out, (truth.as_deref(), &config))?;
        }
        LinkCommand::Evaluate { clusters, truth, links, json } => {
            evaluation::print_evaluation(clusters, truth, links.as_deref(), *json)?
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
    (truth, config): (Option<&Path>, &LinkConfig),
) -> Result<()> {
    let text = std::fs::read_to_string(spec_path)
        .with_context(|| format!("cannot read `{}`", spec_path.display()))?;
    let spec =
        Spec::from_toml(&text).with_context(|| format!("cannot use `{}`", spec_path.display()))?;
    let wanted = spec.columns();
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
    if let Some(path) = truth {
        let truth = evaluation::Truth::read(path)?;
        evaluation::tell_links(&linkage, &truth);
        evaluation::tell_candidates((&spec, &tables), &linkage, &truth, config)?;
    }
    Ok(())
}
