//! The command line: reads arguments and configuration, runs the stages in order.

mod annotations;
mod archive_persons;
mod children_left;
mod commands;
mod explain;
mod family_stage;
mod kin_cases;
mod kin_multiplier;
mod link_stage;
mod place_stage;
mod progress;
mod read_source;
mod rules;
mod source_list;
mod stored_entries;
mod stored_tables;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Searches and imports make many short-lived values; measured in `bench/README.md`.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Scattered lists of people persecuted under Stalin, made one sourced, searchable memory.
#[derive(Debug, Parser)]
#[command(name = "synodik", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(commands::init::InitArguments),
    Import(commands::import::ImportArguments),
    Build(commands::build::BuildArguments),
    Status(commands::status::StatusArguments),
    Verify(commands::verify::VerifyArguments),
    Search(commands::search::SearchArguments),
    Export(commands::export::ExportArguments),
    Names(commands::names::NamesArguments),
    Family(commands::family::FamilyArguments),
    Codex(commands::codex::CodexArguments),
    Link(commands::link::LinkArguments),
    Analyse(commands::analyse::AnalyseArguments),
    Sql(commands::sql::SqlArguments),
    Downloads(commands::downloads::DownloadsArguments),
    Serve(commands::serve::ServeArguments),
    Demo(commands::demo::DemoArguments),
}

/// Exit code of wrong usage, as in `sysexits.h`.
const EXIT_USAGE: u8 = 64;
/// Exit code of a failed operation.
const EXIT_FAILED: u8 = 2;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(EXIT_USAGE) } else { ExitCode::SUCCESS };
        }
    };
    let outcome = match arguments.command {
        Command::Init(arguments) => commands::init::run(&arguments),
        Command::Import(arguments) => commands::import::run(arguments),
        Command::Build(arguments) => commands::build::run(&arguments),
        Command::Status(arguments) => commands::status::run(&arguments),
        Command::Verify(arguments) => commands::verify::run(&arguments),
        Command::Search(arguments) => commands::search::run(arguments),
        Command::Export(arguments) => commands::export::run(&arguments),
        Command::Names(arguments) => commands::names::run(&arguments),
        Command::Family(arguments) => commands::family::run(&arguments),
        Command::Codex(arguments) => commands::codex::run(&arguments),
        Command::Link(arguments) => commands::link::run(&arguments),
        Command::Analyse(arguments) => commands::analyse::run(&arguments),
        Command::Sql(arguments) => commands::sql::run(&arguments),
        Command::Downloads(arguments) => commands::downloads::run(&arguments),
        Command::Serve(arguments) => commands::serve::run(&arguments),
        Command::Demo(arguments) => commands::demo::run(&arguments),
    };
    outcome.unwrap_or_else(|error| {
        report(&error);
        ExitCode::from(EXIT_FAILED)
    })
}

/// Writes an error with its causes, each once.
fn report(error: &anyhow::Error) {
    let mut parts: Vec<String> = Vec::new();
    for cause in error.chain() {
        let text = cause.to_string();
        if parts.last().is_none_or(|last| !last.contains(&text)) {
            parts.push(text);
        }
    }
    eprintln!("error: {}", parts.join(": "));
}
