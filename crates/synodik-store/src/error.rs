//! What can go wrong on disk.

use std::path::{Path, PathBuf};
use thiserror::Error;

/// An archive, source or table cannot be read or written.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The folder is not an archive.
    #[error("`{0}` is not an archive: it has no `synodik.toml`")]
    NotAnArchive(PathBuf),
    /// The folder already holds something.
    #[error("`{0}` is not empty")]
    NotEmpty(PathBuf),
    /// Another process is writing.
    #[error("another process is writing to the archive `{0}`")]
    Locked(PathBuf),
    /// There is already a source of that id.
    #[error("the archive already has a source `{0}`")]
    SourceExists(String),
    /// There is no source of that id.
    #[error("the archive has no source `{0}`")]
    NoSource(String),
    /// An id that cannot be a folder and an address.
    #[error(
        "`{0}` cannot be the id of a source: expected 1 to 60 of the characters a-z, 0-9, `-` and `_`, with a letter or digit first"
    )]
    BadSourceId(String),
    /// No build has been made yet.
    #[error("the archive `{0}` has no build yet")]
    NoBuild(PathBuf),
    /// A file cannot be read or written.
    #[error("cannot {action} `{path}`")]
    File {
        /// What was tried, as a verb.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// The cause.
        #[source]
        cause: std::io::Error,
    },
    /// A TOML file of the archive has an error.
    #[error("cannot read `{path}`: {message}")]
    Toml {
        /// The file.
        path: PathBuf,
        /// What is wrong and where.
        message: String,
    },
    /// A row of the judgements is not understood.
    #[error(
        "cannot read `{path}`, line {line}: expected a row of nine cells as `synodik link judge` writes them"
    )]
    Judgement {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
    },
    /// A table cannot be read or written.
    #[error("cannot use the table `{path}`")]
    Table {
        /// The file.
        path: PathBuf,
        /// The cause.
        #[source]
        cause: parquet::errors::ParquetError,
    },
    /// A table has other columns than this version writes.
    #[error(
        "the table `{path}` has no column `{column}` of the expected type; it was written by another version, run `synodik build` again"
    )]
    Column {
        /// The file.
        path: PathBuf,
        /// The column.
        column: String,
    },
}

/// Attaches file and action to an input or output error.
pub(crate) fn file_error<'a>(
    action: &'static str,
    path: &'a Path,
) -> impl FnOnce(std::io::Error) -> StoreError + 'a {
    move |cause| StoreError::File { action, path: path.to_owned(), cause }
}

/// Attaches the file to an error of a table.
pub(crate) fn table_error(
    path: &Path,
) -> impl Fn(parquet::errors::ParquetError) -> StoreError + '_ {
    move |cause| StoreError::Table { path: path.to_owned(), cause }
}
