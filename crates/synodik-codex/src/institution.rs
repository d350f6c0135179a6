//! Bodies and places of detention, with those who led them.

use crate::edtf::{optional_span, span};
use crate::source::source_keys;
use crate::{Bilingual, Certainty, Conflict};
use serde::Deserialize;
use synodik_model::DateSpan;

/// A body, court, camp or children's institution.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    /// Identifier, never used again.
    #[serde(rename = "id")]
    pub institution_id: String,
    /// `security-service`, `extrajudicial-body`, `court`, `camp-administration`, `camp`
    /// or `child-institution`.
    pub kind: String,
    /// Name.
    pub name: Bilingual,
    /// When it was set up.
    #[serde(deserialize_with = "span")]
    pub started: DateSpan,
    /// What the sources add to the start.
    pub started_note: Option<Bilingual>,
    /// When it ended; no end is recorded when empty.
    #[serde(default, deserialize_with = "optional_span")]
    pub ended: Option<DateSpan>,
    /// What the sources add to the end.
    pub ended_note: Option<Bilingual>,
    /// The institution that took its place.
    pub successor: Option<String>,
    /// Where it was.
    pub place: Option<Bilingual>,
    /// What it did.
    pub summary: Option<Bilingual>,
    /// Remarks.
    pub notes: Option<Bilingual>,
    /// How sure the entry as a whole is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
    /// Who led it, in the order of time.
    #[serde(default, rename = "head")]
    pub heads: Vec<TermOfOffice>,
    /// What the sources disagree on.
    #[serde(default, rename = "conflict")]
    pub conflicts: Vec<Conflict>,
    /// Path below `data/`.
    #[serde(skip)]
    pub file: String,
}

/// The time somebody led an institution.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermOfOffice {
    /// Who.
    pub name: Bilingual,
    /// From when.
    #[serde(deserialize_with = "span")]
    pub from: DateSpan,
    /// Until when.
    #[serde(deserialize_with = "span")]
    pub to: DateSpan,
    /// Remarks.
    pub note: Option<Bilingual>,
}
