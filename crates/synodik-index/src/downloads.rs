//! Tables for download: files beside the index, made from what is public, each listed with its
//! size and checksum.

use crate::error::IndexError;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Name of the folder of tables in the public folder.
pub const DOWNLOAD_FOLDER: &str = "download";

/// Name of the list of tables in their folder.
const LIST_FILE: &str = "files.json";

/// A table for download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DownloadFile {
    /// Name of the file, of letters, digits, `.`, `_` and `-`.
    pub name: String,
    /// Name of the table.
    pub table: String,
    /// Rows.
    pub n_rows: u64,
    /// Size in bytes.
    pub n_bytes: u64,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
}

/// The tables of a build; empty when none were made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Downloads {
    files: Vec<DownloadFile>,
    folder: PathBuf,
}

impl Downloads {
    /// Reads the list of tables in a public folder.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the list is there and cannot be read.
    pub fn open(public: &Path) -> Result<Downloads, IndexError> {
        let folder = public.join(DOWNLOAD_FOLDER);
        let path = folder.join(LIST_FILE);
        match std::fs::read(&path) {
            Ok(text) => {
                let files = serde_json::from_slice(&text).map_err(IndexError::Json)?;
                Ok(Downloads { files, folder })
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Downloads::default()),
            Err(cause) => Err(IndexError::File { path, cause }),
        }
    }

    /// Returns the tables, in the order of the list.
    pub fn files(&self) -> &[DownloadFile] {
        &self.files
    }

    /// Opens a table; `None` for a name that is not on the list.
    ///
    /// # Errors
    ///
    /// [`IndexError::File`] when it is on the list and cannot be opened.
    pub fn open_file(&self, name: &str) -> Result<Option<(&DownloadFile, File)>, IndexError> {
        let Some(listed) = self.files.iter().find(|file| file.name == name) else {
            return Ok(None);
        };
        let path = self.folder.join(&listed.name);
        match File::open(&path) {
            Ok(file) => Ok(Some((listed, file))),
            Err(cause) => Err(IndexError::File { path, cause }),
        }
    }
}

/// Writes the list of the tables in a folder; the tables are there before.
///
/// # Errors
///
/// [`IndexError`] when the disk does not take it.
pub fn write_download_list(folder: &Path, files: &[DownloadFile]) -> Result<(), IndexError> {
    let path = folder.join(LIST_FILE);
    let text = serde_json::to_vec_pretty(files).map_err(IndexError::Json)?;
    std::fs::write(&path, text).map_err(|cause| IndexError::File { path, cause })
}
