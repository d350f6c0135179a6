//! What the source keys of `data/` stand for.

use crate::Bilingual;
use serde::{Deserialize, Deserializer};

/// A source, as cited.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Key, never used again.
    #[serde(rename = "id")]
    pub source_id: String,
    /// Author, title and year.
    pub citation: String,
    /// Address, shelf mark or page; several are separated by ` ; `.
    pub locator: Option<String>,
    /// `read in full`, `excerpt read` or `not opened`.
    pub checked: String,
}

/// A work named for further reading, on which no statement rests yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherReading {
    /// What it is about.
    pub topic: Bilingual,
    /// Key of `data/sources.toml`.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourcesFile {
    pub(crate) source: Vec<Source>,
}

/// Splits the keys of a `source` entry.
pub(crate) fn split_keys(keys: &str) -> Vec<String> {
    keys.split(';').map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

pub(crate) fn source_keys<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    let keys = split_keys(&String::deserialize(input)?);
    if keys.is_empty() {
        return Err(serde::de::Error::custom("no source is named"));
    }
    Ok(keys)
}
