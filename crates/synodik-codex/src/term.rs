//! Words and abbreviations of the sources.

use crate::source::source_keys;
use crate::{Bilingual, Certainty};
use serde::Deserialize;

/// A word or abbreviation, with what it means.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Identifier, never used again.
    #[serde(rename = "id")]
    pub term_id: String,
    /// As the sources write it.
    pub term: String,
    /// Further ways in which it is written: other cases, the plural, the words in full. In the
    /// letters given: capitals count.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Written out in Russian, and in English.
    pub full: Bilingual,
    /// `body`, `camp`, `charge`, `file`, `procedure`, `sentence`, `settlement`, `slang` or `status`.
    pub category: String,
    /// What it means.
    pub meaning: Bilingual,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TermsFile {
    pub(crate) term: Vec<Term>,
}
