//! Archives that may hold a file, and what they ask of a descendant.

use crate::edtf::optional_span;
use crate::source::source_keys;
use crate::{Bilingual, Certainty};
use serde::Deserialize;
use synodik_model::DateSpan;

/// An archive or a rule of access.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArchiveGuide {
    /// Identifier, never used again.
    #[serde(rename = "id")]
    pub archive_id: String,
    /// Name.
    pub name: Bilingual,
    /// Countries as ISO 3166 codes; `INT` for what is not of one country.
    pub countries: Vec<String>,
    /// What it holds.
    pub holdings: Bilingual,
    /// Who may read it, and how.
    pub access: Bilingual,
    /// What an applicant must show.
    pub needs: Bilingual,
    /// What to beware of.
    pub warning: Option<Bilingual>,
    /// Fonds that matter.
    #[serde(default)]
    pub fonds: Vec<Bilingual>,
    /// Address of its site.
    pub address: Option<String>,
    /// The date of the newest source of the rules; they change.
    #[serde(default, deserialize_with = "optional_span")]
    pub as_of: Option<DateSpan>,
    /// The day on which a source of the rules was last read; none when nobody opened one.
    #[serde(default, deserialize_with = "optional_span")]
    pub verified: Option<DateSpan>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArchivesFile {
    pub(crate) archive: Vec<ArchiveGuide>,
}
