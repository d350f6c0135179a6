//! `synodik family`: who was whose, and who was punished because of whom.

mod lookup;
mod stored;
mod text;
mod why;

use super::{ArchiveArgument, print_json, print_line};
use anyhow::Result;
use lookup::{FoundFamily, open_families};
use serde_json::json;
use std::process::ExitCode;

/// Show families, and who was punished because of whom
#[derive(Debug, clap::Args)]
pub(crate) struct FamilyArguments {
    #[command(subcommand)]
    command: FamilyCommand,
}

#[derive(Debug, clap::Subcommand)]
enum FamilyCommand {
    /// Show a family: its members, who was whose by which evidence, and whose measure followed whose
    Show {
        /// Id of a family, or of a person, record or mention (record#n) that belongs to one
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        options: FamilyOptions,
    },
    /// Show by which ties two people are one family, on what evidence, and who was punished
    /// because of whom
    Why {
        /// Id of a person, record or mention (record#n)
        #[arg(value_name = "ID1")]
        first: String,
        /// Id of another
        #[arg(value_name = "ID2")]
        second: String,
        #[command(flatten)]
        options: FamilyOptions,
    },
}

#[derive(Debug, clap::Args)]
struct FamilyOptions {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
    /// Show everything, the possibly living included: for the operator's own use only
    #[arg(long)]
    all: bool,
}

pub(crate) fn run(arguments: &FamilyArguments) -> Result<ExitCode> {
    match &arguments.command {
        FamilyCommand::Show { id, options } => show(id, options)?,
        FamilyCommand::Why { first, second, options } => why(first, second, options)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn show(id: &str, options: &FamilyOptions) -> Result<()> {
    let families = open_families(&options.archive.open()?, options.all)?;
    let FoundFamily { family, .. } = families.find(id)?;
    match options.json {
        true => print_json(&serde_json::to_value(&family)?),
        false => text::family_lines(&family).iter().try_for_each(|line| print_line(line)),
    }
}

fn why(first: &str, second: &str, options: &FamilyOptions) -> Result<()> {
    let families = open_families(&options.archive.open()?, options.all)?;
    let (a, b) = (families.find_member(first)?, families.find_member(second)?);
    let reason = why::find_reason(&a, &b);
    if options.json {
        return print_json(&json!({
            "first": first,
            "second": second,
            "family_id": reason.family.map(|family| &family.family_id),
            "path": reason.path_json(),
            "cases": reason.cases(),
        }));
    }
    text::reason_lines(&reason).iter().try_for_each(|line| print_line(line))
}
