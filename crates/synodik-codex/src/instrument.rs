//! Instruments: laws, decrees, orders and decisions, with their provisions.

use crate::edtf::{optional_span, span};
use crate::source::source_keys;
use crate::{Bilingual, Certainty};
use serde::Deserialize;
use synodik_model::DateSpan;

/// A law, decree, order, circular or decision.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Identifier, never used again.
    #[serde(rename = "id")]
    pub instrument_id: String,
    /// Title.
    pub title: Bilingual,
    /// What it did, in two or three sentences.
    pub summary: Bilingual,
    /// The body that issued it.
    pub issuer: Bilingual,
    /// Who signed it.
    pub signatory: Option<Bilingual>,
    /// Where and for whom it held.
    pub scope: Bilingual,
    /// Where the text is kept or published.
    pub archival_reference: Option<Bilingual>,
    /// When it was adopted.
    #[serde(deserialize_with = "span")]
    pub adopted: DateSpan,
    /// What the sources add to the date of adoption.
    pub adopted_note: Option<Bilingual>,
    /// When it entered into force; at adoption when nothing is said.
    #[serde(default, deserialize_with = "optional_span")]
    pub in_force: Option<DateSpan>,
    /// What the sources add to the date of entry into force.
    pub in_force_note: Option<Bilingual>,
    /// When it ended, as a whole or in the part that `ending` says; no end is recorded when empty.
    #[serde(default, deserialize_with = "optional_span")]
    pub ended: Option<DateSpan>,
    /// The end that other sources give.
    #[serde(default, deserialize_with = "optional_span")]
    pub ended_also: Option<DateSpan>,
    /// How it ended.
    pub ending: Option<StageKind>,
    /// The instrument that ended it, when it is in the codex.
    pub ended_by_instrument: Option<String>,
    /// What ended it, in words.
    pub ended_by: Option<Bilingual>,
    /// What the sources add to the end.
    pub ended_note: Option<Bilingual>,
    /// How sure the entry as a whole is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
    /// What happened between adoption and end, in the order of time.
    #[serde(default, rename = "stage")]
    pub stages: Vec<StageStatement>,
    /// What the sources disagree on.
    #[serde(default, rename = "conflict")]
    pub conflicts: Vec<Conflict>,
    /// Whom it concerned and what was done.
    #[serde(default, rename = "provision")]
    pub provisions: Vec<Provision>,
    /// Path below `data/`.
    #[serde(skip)]
    pub file: String,
}

/// A step in the life of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// It was adopted.
    Adopted,
    /// It entered into force.
    EnteredIntoForce,
    /// It was amended.
    Amended,
    /// It was suspended, formally or in effect.
    Suspended,
    /// A part of it was repealed.
    RepealedInPart,
    /// It was repealed.
    Repealed,
    /// Another instrument took its place.
    Superseded,
    /// It fell out of use without being repealed.
    Lapsed,
}

impl StageKind {
    /// Returns the word for the kind that data files and addresses use.
    pub fn name(self) -> &'static str {
        match self {
            StageKind::Adopted => "adopted",
            StageKind::EnteredIntoForce => "entered_into_force",
            StageKind::Amended => "amended",
            StageKind::Suspended => "suspended",
            StageKind::RepealedInPart => "repealed_in_part",
            StageKind::Repealed => "repealed",
            StageKind::Superseded => "superseded",
            StageKind::Lapsed => "lapsed",
        }
    }

    /// Returns the kind in words, as the pages say it.
    pub fn in_words(self) -> Bilingual {
        let ru = match self {
            StageKind::Adopted => "принятие",
            StageKind::EnteredIntoForce => "вступление в силу",
            StageKind::Amended => "изменение",
            StageKind::Suspended => "приостановление",
            StageKind::RepealedInPart => "отмена в части",
            StageKind::Repealed => "отмена",
            StageKind::Superseded => "замена другим документом",
            StageKind::Lapsed => "утрата значения",
        };
        Bilingual { en: self.name().replace('_', " "), ru: ru.to_owned() }
    }
}

/// What a source says happened to an instrument on some day.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageStatement {
    /// What happened.
    pub kind: StageKind,
    /// When.
    #[serde(deserialize_with = "span")]
    pub date: DateSpan,
    /// The date that other sources give.
    #[serde(default, deserialize_with = "optional_span")]
    pub date_also: Option<DateSpan>,
    /// The instrument that did it, when it is in the codex.
    pub by: Option<String>,
    /// What changed.
    pub note: Bilingual,
    /// How sure the statement is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}

/// Something on which sources disagree; every value is kept.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// What the disagreement is about.
    pub topic: Bilingual,
    /// What the sources say.
    pub values: Vec<Bilingual>,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}

/// One rule of an instrument: whom it concerned, when, and what was done.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Identifier, never used again; unique over all instruments.
    #[serde(rename = "id")]
    pub provision_id: String,
    /// Words of `data/codex/relations.toml`.
    pub relations: Vec<String>,
    /// Whom it concerned, in words.
    pub relation: Bilingual,
    /// Under which condition.
    pub condition: Bilingual,
    /// Words of `data/codex/measures.toml`.
    pub measures: Vec<String>,
    /// What was done, in words.
    pub measure: Bilingual,
    /// Shortest term of loss of liberty or exile, in years.
    pub term_years_min: Option<u32>,
    /// Longest term of loss of liberty or exile, in years.
    pub term_years_max: Option<u32>,
    /// Institutions of the codex that decided.
    #[serde(default)]
    pub bodies: Vec<String>,
    /// Who decided, in words.
    pub body: Option<Bilingual>,
    /// A formula of the original that was seen verbatim.
    pub quotation: Option<String>,
    /// A formula that was not seen verbatim; it may not be quoted.
    pub paraphrase: Option<String>,
    /// From when, when later than the instrument.
    #[serde(default, deserialize_with = "optional_span")]
    pub from: Option<DateSpan>,
    /// Until when, when not as the instrument; open when no end is recorded.
    #[serde(default, deserialize_with = "optional_span")]
    pub until: Option<DateSpan>,
    /// How sure the provision is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    #[serde(rename = "source", deserialize_with = "source_keys")]
    pub sources: Vec<String>,
}

/// A formula of the original, in Russian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula<'c> {
    /// Seen verbatim; an ellipsis where it was cut.
    Quotation(&'c str),
    /// Not seen verbatim: check before quoting.
    Paraphrase(&'c str),
}

/// The term a provision names; an open side is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermYears {
    /// Shortest, in years.
    pub min: Option<u32>,
    /// Longest, in years.
    pub max: Option<u32>,
}

impl Provision {
    /// Returns the formula of the original, and whether it may be quoted.
    pub fn formula(&self) -> Option<Formula<'_>> {
        match (&self.quotation, &self.paraphrase) {
            (Some(text), _) => Some(Formula::Quotation(text)),
            (None, Some(text)) => Some(Formula::Paraphrase(text)),
            (None, None) => None,
        }
    }

    /// Returns the term it names, if it names one.
    pub fn term_years(&self) -> Option<TermYears> {
        let term = TermYears { min: self.term_years_min, max: self.term_years_max };
        (term.min.is_some() || term.max.is_some()).then_some(term)
    }
}

impl Instrument {
    /// Returns the span in which it entered into force: at adoption when nothing else is said.
    pub fn start(&self) -> DateSpan {
        self.in_force.unwrap_or(self.adopted)
    }

    /// Returns the provision of that identifier.
    pub fn provision(&self, provision_id: &str) -> Option<&Provision> {
        self.provisions.iter().find(|provision| provision.provision_id == provision_id)
    }
}
