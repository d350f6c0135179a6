//! The closed lists of words for relations and measures.

use crate::Bilingual;
use serde::Deserialize;

/// Whom a provision concerns.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// The word.
    #[serde(rename = "id")]
    pub relation_id: String,
    /// Its name.
    pub name: Bilingual,
    /// Wider words: a provision on one of them also concerns this one.
    #[serde(default)]
    pub broader: Vec<String>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The word.
    #[serde(rename = "id")]
    pub measure_id: String,
    /// Its name.
    pub name: Bilingual,
    /// What it touched: `life`, `liberty`, `residence`, `property`, `rights`, `children`,
    /// or `relief` and `rule`.
    pub touches: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RelationsFile {
    pub(crate) relation: Vec<Relation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasuresFile {
    pub(crate) measure: Vec<Measure>,
}
