//! What can go wrong with the public index.

use std::path::PathBuf;
use thiserror::Error;

/// The index cannot be written, opened or asked.
#[derive(Debug, Error)]
pub enum IndexError {
    /// There is no index in the folder.
    #[error("no search index in `{0}`")]
    Missing(PathBuf),
    /// The index was written by a program with other fields.
    #[error("the search index in `{0}` is of another version; run `synodik build` again")]
    OtherVersion(PathBuf),
    /// A file cannot be read or written.
    #[error("cannot use `{path}`")]
    File {
        /// The file.
        path: PathBuf,
        /// The cause.
        #[source]
        cause: std::io::Error,
    },
    /// The search library failed; the index is damaged or the disk is full.
    #[error("the search index cannot be used")]
    Index(#[from] tantivy::TantivyError),
    /// A stored record is not as this version writes it.
    #[error("the search index holds a record this version cannot read; run `synodik build` again")]
    Json(#[source] serde_json::Error),
    /// A row of the archive's own gazetteer cannot be read.
    #[error("cannot read the places of the archive")]
    Places(#[source] synodik_places::PlaceError),
    /// A thread that writes the index ended early.
    #[error("writing the search index ended early")]
    Crashed,
}
