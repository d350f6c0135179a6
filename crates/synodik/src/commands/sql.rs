//! `synodik sql`: questions in SQL to the tables of the current build.
//!
//! The engine is a program of its own, `synodik-sql`, for it takes longer to build than
//! everything else. This command hands it the tables the question names, with whoever may be
//! living left out, and nothing else of the archive.

use super::ArchiveArgument;
use super::export::{TABLES, export_to_parquet};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The program that answers.
const PROGRAM: &str = "synodik-sql";

/// Ask the tables of an archive a question in SQL
#[derive(Debug, clap::Args)]
pub(crate) struct SqlArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// The question, such as "select kind, count(*) as n from events group by kind order by n desc"
    query: String,
    /// Form of the answer
    #[arg(long, value_parser = ["table", "csv", "parquet"], default_value = "table")]
    format: String,
    /// File to write [default: standard output; Parquet needs a file]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Ask everything, the possibly living included: for the operator's own use only
    #[arg(long)]
    all: bool,
}

pub(crate) fn run(arguments: &SqlArguments) -> Result<ExitCode> {
    let archive = arguments.archive.open()?;
    if archive.current_build()?.is_none() {
        bail!("the archive has no build yet; run `synodik build` first");
    }
    let named = tables_named(&arguments.query);
    if named.is_empty() {
        bail!(
            "the question names no table of an archive; the tables are: {}; \
             docs/tables.md has their columns",
            TABLES.join(", ")
        );
    }
    let folder = tempfile::tempdir().context("cannot make a folder for the tables")?;
    for table in named {
        let path = folder.path().join(format!("{table}.parquet"));
        export_to_parquet(&arguments.archive, table, &path, arguments.all)?;
    }
    answer(arguments, folder.path())
}

/// Returns the tables that a question names, in their order: each of which the name is a word
/// of it. A name that is no table there costs time and changes no answer.
fn tables_named(query: &str) -> Vec<&'static str> {
    let words: Vec<String> = query
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
        .map(str::to_lowercase)
        .collect();
    TABLES.into_iter().filter(|table| words.iter().any(|word| word == table)).collect()
}

/// Has the question answered over a folder of tables.
fn answer(arguments: &SqlArguments, tables: &Path) -> Result<ExitCode> {
    let mut options: Vec<OsString> = vec!["--tables".into(), tables.into()];
    options.extend(["--format".into(), OsString::from(&arguments.format)]);
    if let Some(out) = &arguments.out {
        options.extend(["--out".into(), out.into()]);
    }
    // A question may begin with a comment, which begins as an option does.
    options.extend(["--".into(), OsString::from(&arguments.query)]);
    let status = match Command::new(program()).args(&options).status() {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "the program `{PROGRAM}` is not installed; from the folder of the source, install it with: \
             cargo install --locked --path crates/synodik-sql; or read the tables with DuckDB, \
             pandas or R, as docs/sql.md tells"
        ),
        status => status.with_context(|| format!("cannot start `{PROGRAM}`"))?,
    };
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Returns the program beside this one if it is there, else its name, to be found by the system.
fn program() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|here| {
        let there = here.with_file_name(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX));
        there.is_file().then_some(there)
    });
    beside.unwrap_or_else(|| PathBuf::from(PROGRAM))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_of_a_question_are_its_words() {
        let check = |query: &str, expected: &[&str]| {
            assert_eq!(tables_named(query), expected, "{query}");
        };
        check("select count(*) from records", &["records"]);
        check(
            "SELECT * FROM Events e JOIN \"records\" r ON e.record_id=r.record_id",
            &["records", "events"],
        );
        check("select record_id from persons_changed", &[]);
        check("", &[]);
    }
}
