//! What can be wrong with a file when it is loaded.

use thiserror::Error;

/// A file of the codex that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodexError {
    /// A file is not of the form its folder asks for.
    #[error("cannot read `data/{file}`, line {line}: {message}")]
    Unreadable {
        /// Path below `data/`.
        file: String,
        /// Line from 1.
        line: usize,
        /// What is wrong, as the parser says it.
        message: String,
    },
    /// A file lies where no loader reads it.
    #[error("nothing reads `data/{file}`")]
    Unknown {
        /// Path below `data/`.
        file: String,
    },
}

impl CodexError {
    /// Returns the error of the TOML parser with its line.
    pub(crate) fn from_toml(file: &str, text: &str, error: &toml::de::Error) -> CodexError {
        let start = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
        let message = error.message().replace('\n', "; ");
        CodexError::Unreadable { file: file.to_owned(), line, message }
    }
}
