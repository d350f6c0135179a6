//! `synodik analyse`: counts with intervals, and estimates of how many people no list names.

mod counts;
mod lags;
mod mse;
mod multiplier;
mod selection;
mod user_table;

use super::{print_json, print_line};
use anyhow::Result;
use std::process::ExitCode;

/// Count persons with intervals, and estimate how many no list names
#[derive(Debug, clap::Args)]
pub(crate) struct AnalyseArguments {
    #[command(subcommand)]
    command: AnalyseCommand,
}

#[derive(Debug, clap::Subcommand)]
enum AnalyseCommand {
    /// Count entries and persons of an archive, with the doubt of the links
    Counts(counts::CountsArguments),
    /// How long until a measure on kin followed, and whether that broke on a day
    Lags(lags::LagsArguments),
    /// How many kin were taken for each person, in an archive or a table of families
    Multiplier(multiplier::MultiplierArguments),
    /// Estimate a population from lists that overlap
    Mse(mse::MseArguments),
}

pub(crate) fn run(arguments: &AnalyseArguments) -> Result<ExitCode> {
    match &arguments.command {
        AnalyseCommand::Counts(arguments) => counts::run(arguments),
        AnalyseCommand::Lags(arguments) => lags::run(arguments),
        AnalyseCommand::Multiplier(arguments) => multiplier::run(arguments),
        AnalyseCommand::Mse(arguments) => mse::run(arguments),
    }
}
