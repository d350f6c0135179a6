//! `synodik-sql`: questions in SQL to the tables of an archive, read only.
//!
//! `synodik sql` starts this program with a folder of tables from which the living have been
//! left out. Each Parquet file in it, and each folder of Parquet files, is one table.
//!
//! **Invariant:** a question reads the tables of that folder and nothing else, and changes nothing.

mod answer;
mod tables;

use crate::answer::{AnswerFormat, write_answer};
use crate::tables::{open_tables, table_names};
use anyhow::{Context, Result, bail};
use clap::Parser;
use datafusion::execution::context::SQLOptions;
use datafusion::prelude::{SessionConfig, SessionContext};
use std::path::PathBuf;
use std::process::ExitCode;

/// Ask the tables of an archive a question in SQL
#[derive(Debug, Parser)]
#[command(name = "synodik-sql", version)]
struct Arguments {
    /// Folder of the tables: one Parquet file, or one folder of them, a table
    #[arg(long, value_name = "FOLDER")]
    tables: PathBuf,
    /// Form of the answer
    #[arg(long, value_enum, default_value = "table")]
    format: AnswerFormat,
    /// File to write [default: standard output; Parquet needs a file]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The question, such as "select kind, count(*) from events group by kind order by kind"
    query: String,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let is_wrong_usage = error.use_stderr();
            // Nothing can be said when the terminal is gone.
            let _ = error.print();
            return ExitCode::from(if is_wrong_usage { 64 } else { 0 });
        }
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("synodik sql: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start")?;
    runtime.block_on(async {
        let config = SessionConfig::new()
            .with_information_schema(true)
            // Rows come in the same order on every machine, as far as the question orders them.
            .with_target_partitions(1);
        let context = SessionContext::new_with_config(config);
        open_tables(&context, &arguments.tables).await?;
        let options = SQLOptions::new()
            .with_allow_ddl(false)
            .with_allow_dml(false)
            .with_allow_statements(false);
        let answer = match context.sql_with_options(&arguments.query, options).await {
            Ok(answer) => answer,
            Err(error) => {
                let tables = table_names(&context).join(", ");
                bail!("{}; the tables are: {tables}", error.strip_backtrace());
            }
        };
        write_answer(answer, arguments.format, arguments.out.as_deref()).await
    })
}
