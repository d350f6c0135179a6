//! Any CSV, TSV or XLSX, read by a mapping file.

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::plan::{FilePlan, ImportError, Layout};
use encoding_rs::Encoding;
use synodik_model::{Record, Reject};
use thiserror::Error;

/// Which column of a table is which field.
#[derive(Debug, Clone)]
pub struct Mapping { source: SourceDefaults }
/// stub
#[derive(Debug, Clone, Default)]
#[expect(missing_docs)]
pub struct SourceDefaults { pub title: Option<String>, pub citation: Option<String>, pub holder: Option<String>, pub licence: Option<String>, pub url: Option<String> }

/// Why a mapping file cannot be used.
#[derive(Debug, Error)]
pub enum MappingError {
    /// It is not valid TOML or has an unknown key.
    #[error("{0}")]
    Syntax(String),
}

impl Mapping {
    /// Parses a mapping file.
    ///
    /// # Errors
    ///
    /// [`MappingError`] when it is not a mapping.
    pub fn parse(text: &str) -> Result<Mapping, MappingError> {
        let _ = text;
        Ok(Mapping { source: SourceDefaults::default() })
    }

    /// stub
    pub fn source(&self) -> &SourceDefaults { &self.source }
    /// stub
    pub fn reviewed_public(&self) -> &[synodik_model::Field] { &[] }
    pub(crate) fn encoding(&self) -> Option<&'static Encoding> {
        None
    }
}

pub(crate) fn plan(
    mapping: &Mapping,
    encoding: FileEncoding,
    head: &[u8],
) -> Result<FilePlan, ImportError> {
    let _ = (mapping, head);
    Ok(FilePlan::new(encoding, Layout::Lines { quote: Some(b'"') }))
}

pub(crate) fn read(
    mapping: &Mapping,
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) -> Result<(), ImportError> {
    let _ = (mapping, plan, chunk, on_entry);
    Ok(())
}
