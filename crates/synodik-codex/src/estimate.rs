//! Published estimates of how many people were concerned.

use crate::edtf::span;
use crate::source::source_keys;
use crate::{Bilingual, Certainty};
use serde::Deserialize;
use synodik_model::DateSpan;

/// A published estimate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// Identifier, never used again.
    #[serde(rename = "id")]
    pub estimate_id: String,
    /// Estimates that may stand in one chart: `great-terror`, `camps`, `deportations`,
    /// `famine`, `kin`, `rights` or `stalin-era`.
    pub group: String,
    /// What it is about.
    pub topic: Bilingual,
    /// The time it covers.
    #[serde(deserialize_with = "span")]
    pub covers: DateSpan,
    /// What is counted: `arrests`, `convictions`, `executions`, `deaths`, `share` …
    pub unit: String,
    /// Who estimates.
    pub author: Bilingual,
    /// Year or years of publication, as text.
    pub published: String,
    /// Lower end, in `unit`.
    pub low: Option<f64>,
    /// Upper end, in `unit`.
    pub high: Option<f64>,
    /// The value the author prefers, in `unit`.
    pub point: Option<f64>,
    /// How it was made.
    pub method: Bilingual,
    /// Remarks.
    pub note: Option<Bilingual>,
    /// How sure it is that the estimate was published so.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EstimatesFile {
    pub(crate) estimate: Vec<Estimate>,
}
