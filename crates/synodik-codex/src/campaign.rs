//! Campaigns and operations, with the figures published about them.

use crate::edtf::span;
use crate::source::source_keys;
use crate::{Bilingual, Certainty};
use serde::Deserialize;
use synodik_model::DateSpan;

/// A campaign or operation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Identifier, never used again.
    #[serde(rename = "id")]
    pub campaign_id: String,
    /// Name.
    pub name: Bilingual,
    /// When it started.
    #[serde(deserialize_with = "span")]
    pub started: DateSpan,
    /// When it ended.
    #[serde(deserialize_with = "span")]
    pub ended: DateSpan,
    /// Against whom it was directed.
    pub targets: Bilingual,
    /// Instruments it rested on, by identifier.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// Remarks.
    pub notes: Option<Bilingual>,
    /// How sure the entry as a whole is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
    /// Published figures; those that disagree stand side by side.
    #[serde(default, rename = "figure")]
    pub figures: Vec<CampaignFigure>,
    /// Figures about kin.
    #[serde(default, rename = "kin_figure")]
    pub kin_figures: Vec<KinFigure>,
    /// Path below `data/`.
    #[serde(skip)]
    pub file: String,
}

/// A published figure.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CampaignFigure {
    /// What is counted: `arrested`, `convicted`, `executed`, `deported` …
    pub kind: String,
    /// The figure, in words.
    pub value: Bilingual,
    /// The figure as a number, when it is one number.
    pub number: Option<u64>,
    /// Of what time.
    pub when: Bilingual,
    /// Who gives it.
    pub by: Bilingual,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}

/// A figure about the kin of the persecuted.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KinFigure {
    /// What is measured.
    pub measure: Bilingual,
    /// The figure, in words.
    pub value: Bilingual,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}
