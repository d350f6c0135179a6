//! Writing the answer to a question.

use anyhow::{Context, Result, bail};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::csv::WriterBuilder;
use datafusion::arrow::datatypes::Schema;
use datafusion::arrow::util::pretty::pretty_format_batches_with_schema;
use datafusion::prelude::DataFrame;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum AnswerFormat {
    /// Columns side by side, to read
    Table,
    /// Values separated by commas, with a header
    Csv,
    /// Apache Parquet; needs a file
    Parquet,
}

/// Runs the question and writes what it gives; a file appears when it is complete.
///
/// # Errors
///
/// When the question fails while it runs, or the file cannot be written.
pub(crate) async fn write_answer(
    answer: DataFrame,
    format: AnswerFormat,
    out: Option<&Path>,
) -> Result<()> {
    let schema = Arc::new(answer.schema().as_arrow().clone());
    let batches = answer.collect().await.context("the question cannot be answered")?;
    let Some(path) = out else {
        if format == AnswerFormat::Parquet {
            bail!("Parquet needs a file; name one with --out");
        }
        let bytes = encode(&batches, &schema, format)?;
        return match std::io::stdout().write_all(&bytes) {
            // The reader has gone, as `head` does.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written.context("cannot write the answer"),
        };
    };
    let beside = path.with_added_extension("partial");
    let uncreatable = || format!("cannot create `{}`", path.display());
    let mut file = File::create(&beside).with_context(uncreatable)?;
    let written = encode(&batches, &schema, format)
        .and_then(|bytes| file.write_all(&bytes).with_context(uncreatable));
    if let Err(error) = written {
        // What was begun is of no use; the error to report is the first one.
        let _ = std::fs::remove_file(&beside);
        return Err(error);
    }
    std::fs::rename(&beside, path).with_context(uncreatable)
}

fn encode(batches: &[RecordBatch], schema: &Arc<Schema>, format: AnswerFormat) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match format {
        AnswerFormat::Table => {
            let table = pretty_format_batches_with_schema(Arc::clone(schema), batches)?;
            writeln!(bytes, "{table}")?;
        }
        AnswerFormat::Csv => {
            let mut writer = WriterBuilder::new().with_header(true).build(&mut bytes);
            writer.write(&RecordBatch::new_empty(Arc::clone(schema)))?;
            for batch in batches {
                writer.write(batch)?;
            }
        }
        AnswerFormat::Parquet => {
            let level = ZstdLevel::try_new(3)?;
            let properties =
                WriterProperties::builder().set_compression(Compression::ZSTD(level)).build();
            let mut writer =
                ArrowWriter::try_new(&mut bytes, Arc::clone(schema), Some(properties))?;
            for batch in batches {
                writer.write(batch)?;
            }
            writer.close()?;
        }
    }
    Ok(bytes)
}
