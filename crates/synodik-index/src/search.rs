//! Opens a public index and answers questions.

use crate::view::{ArchiveSummary, PublicSource, RecordView, SearchRequest, SearchResult};
use std::path::Path;
use thiserror::Error;

/// Why the index cannot be opened or asked.
#[derive(Debug, Error)]
pub enum IndexError {
    /// There is no index in the folder.
    #[error("no search index in `{0}`")]
    Missing(String),
}

/// An open public index.
#[derive(Debug)]
pub struct PublicIndex {}

impl PublicIndex {
    /// Opens the index in a folder (`builds/<n>/public`).
    ///
    /// # Errors
    ///
    /// [`IndexError`] when there is none or it is damaged.
    pub fn open(folder: &Path) -> Result<PublicIndex, IndexError> {
        Err(IndexError::Missing(folder.display().to_string()))
    }

    /// Returns what the archive holds.
    pub fn summary(&self) -> &ArchiveSummary {
        unimplemented!()
    }

    /// Returns the sources, by id.
    pub fn sources(&self) -> &[PublicSource] {
        &[]
    }

    /// Finds records.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResult, IndexError> {
        let _ = request;
        unimplemented!()
    }

    /// Returns the record of an id, or its placeholder.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn record(&self, record_id: &str) -> Result<Option<RecordView>, IndexError> {
        let _ = record_id;
        Ok(None)
    }
}
