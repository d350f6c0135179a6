//! Entries of the codex as the API shows them, in both languages and with their certainty.

use serde::Serialize;
use synodik_codex::{
    Bilingual, Campaign, CampaignFigure, Conflict, Estimate, Formula, Institution, Instrument,
    Provision, RegionalLimit, Source, Stage, Term, life_line,
};
use synodik_model::{DateSpan, DateStatement};
use utoipa::ToSchema;

/// A text in English and Russian.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Words {
    en: String,
    ru: String,
}

/// A law, decree, order or decision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexInstrument {
    /// Id.
    #[schema(example = "nkvd-00486")]
    instrument_id: String,
    title: Words,
    summary: Words,
    /// Who issued it.
    issuer: Words,
    /// Where and for whom it held.
    scope: Words,
    /// Where the text is kept or published.
    #[serde(skip_serializing_if = "Option::is_none")]
    archival_reference: Option<Words>,
    /// Day of adoption, in EDTF.
    adopted: String,
    /// When it entered into force; at adoption when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<String>,
    /// When it ended; no end is recorded when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    /// Its life, step by step.
    stages: Vec<CodexStage>,
    provisions: Vec<CodexProvision>,
    /// What the sources disagree on.
    conflicts: Vec<CodexConflict>,
    /// `high`, `medium`, `general-knowledge`, `low` or `disputed`.
    certainty: &'static str,
    /// Keys of `/api/v1/codex/sources`.
    sources: Vec<String>,
}

/// A step in the life of an instrument.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexStage {
    /// Such as `amended`.
    kind: &'static str,
    /// In EDTF.
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Words>,
    certainty: &'static str,
    is_disputed: bool,
}

/// One rule: whom it concerned and what was done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexProvision {
    /// Id.
    provision_id: String,
    /// The instrument it is of.
    instrument_id: String,
    /// Whom it concerned, as identifiers.
    relations: Vec<String>,
    relation: Words,
    condition: Words,
    /// What was done, as identifiers.
    measures: Vec<String>,
    measure: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    term_years_min: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    term_years_max: Option<u32>,
    /// Institutions that decided.
    bodies: Vec<String>,
    /// Words of the original, seen verbatim.
    #[serde(skip_serializing_if = "Option::is_none")]
    quotation: Option<String>,
    /// Words of the original, not seen verbatim: check before quoting.
    #[serde(skip_serializing_if = "Option::is_none")]
    paraphrase: Option<String>,
    certainty: &'static str,
    sources: Vec<String>,
}

/// Something on which sources disagree.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexConflict {
    topic: Words,
    values: Vec<Words>,
    sources: Vec<String>,
}

/// A campaign or operation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexCampaign {
    /// Id.
    campaign_id: String,
    name: Words,
    /// In EDTF.
    started: String,
    /// In EDTF.
    ended: String,
    /// Against whom it was turned.
    targets: Words,
    instruments: Vec<String>,
    figures: Vec<CodexFigure>,
    certainty: &'static str,
    sources: Vec<String>,
}

/// A published figure.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexFigure {
    kind: String,
    value: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u64>,
    when: Words,
    by: Words,
    certainty: &'static str,
    sources: Vec<String>,
}

/// A body, court, camp or children's institution.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexInstitution {
    /// Id.
    institution_id: String,
    kind: String,
    name: Words,
    /// In EDTF.
    started: String,
    /// In EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Words>,
    conflicts: Vec<CodexConflict>,
    certainty: &'static str,
    sources: Vec<String>,
}

/// Limits of order 00447 for a region, in persons.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexLimit {
    /// Id.
    limit_id: String,
    group: String,
    /// Number of the row in the order.
    number_in_order: u32,
    name: Words,
    /// To be shot.
    first_category: u32,
    /// To camp or prison.
    second_category: u32,
    total: u32,
    certainty: &'static str,
    sources: Vec<String>,
}

/// A published estimate.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexEstimate {
    /// Id.
    estimate_id: String,
    group: String,
    topic: Words,
    /// The years it covers, in EDTF.
    covers: String,
    unit: String,
    author: Words,
    published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<f64>,
    method: Words,
    certainty: &'static str,
    sources: Vec<String>,
}

/// A word or abbreviation of the time.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexTerm {
    /// Id.
    term_id: String,
    /// As it stands in sources.
    term: String,
    /// Other forms.
    forms: Vec<String>,
    full: Words,
    category: String,
    meaning: Words,
    certainty: &'static str,
    sources: Vec<String>,
}

/// A work that the codex cites.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodexSource {
    /// Key.
    source_id: String,
    citation: String,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<String>,
    /// How it was checked.
    checked: String,
}

pub(super) fn instrument(found: &Instrument) -> CodexInstrument {
    CodexInstrument {
        instrument_id: found.instrument_id.clone(),
        title: words(&found.title),
        summary: words(&found.summary),
        issuer: words(&found.issuer),
        scope: words(&found.scope),
        archival_reference: found.archival_reference.as_ref().map(words),
        adopted: edtf(&found.adopted),
        in_force: found.in_force.as_ref().map(edtf),
        ended: found.ended.as_ref().map(edtf),
        stages: life_line(found).stages.iter().map(stage).collect(),
        provisions: found.provisions.iter().map(|rule| provision(&(found, rule))).collect(),
        conflicts: found.conflicts.iter().map(conflict).collect(),
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

fn stage(found: &Stage<'_>) -> CodexStage {
    CodexStage {
        kind: found.kind.name(),
        date: found.date.to_edtf(),
        note: found.note.map(words),
        certainty: found.certainty.name(),
        is_disputed: found.is_disputed,
    }
}

pub(super) fn provision((instrument, found): &(&Instrument, &Provision)) -> CodexProvision {
    let (quotation, paraphrase) = match found.formula() {
        Some(Formula::Quotation(text)) => (Some(text.to_owned()), None),
        Some(Formula::Paraphrase(text)) => (None, Some(text.to_owned())),
        None => (None, None),
    };
    CodexProvision {
        provision_id: found.provision_id.clone(),
        instrument_id: instrument.instrument_id.clone(),
        relations: found.relations.clone(),
        relation: words(&found.relation),
        condition: words(&found.condition),
        measures: found.measures.clone(),
        measure: words(&found.measure),
        term_years_min: found.term_years_min,
        term_years_max: found.term_years_max,
        bodies: found.bodies.clone(),
        quotation,
        paraphrase,
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

fn conflict(found: &Conflict) -> CodexConflict {
    CodexConflict {
        topic: words(&found.topic),
        values: found.values.iter().map(words).collect(),
        sources: found.sources.clone(),
    }
}

pub(super) fn campaign(found: &Campaign) -> CodexCampaign {
    CodexCampaign {
        campaign_id: found.campaign_id.clone(),
        name: words(&found.name),
        started: edtf(&found.started),
        ended: edtf(&found.ended),
        targets: words(&found.targets),
        instruments: found.instruments.clone(),
        figures: found.figures.iter().map(figure).collect(),
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

fn figure(found: &CampaignFigure) -> CodexFigure {
    CodexFigure {
        kind: found.kind.clone(),
        value: words(&found.value),
        number: found.number,
        when: words(&found.when),
        by: words(&found.by),
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

pub(super) fn institution(found: &Institution) -> CodexInstitution {
    CodexInstitution {
        institution_id: found.institution_id.clone(),
        kind: found.kind.clone(),
        name: words(&found.name),
        started: edtf(&found.started),
        ended: found.ended.as_ref().map(edtf),
        place: found.place.as_ref().map(words),
        summary: found.summary.as_ref().map(words),
        conflicts: found.conflicts.iter().map(conflict).collect(),
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

pub(super) fn limit(found: &RegionalLimit) -> CodexLimit {
    CodexLimit {
        limit_id: found.limit_id.clone(),
        group: found.group.clone(),
        number_in_order: found.number_in_order,
        name: words(&found.name),
        first_category: found.first_category,
        second_category: found.second_category,
        total: found.total,
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

pub(super) fn estimate(found: &Estimate) -> CodexEstimate {
    CodexEstimate {
        estimate_id: found.estimate_id.clone(),
        group: found.group.clone(),
        topic: words(&found.topic),
        covers: edtf(&found.covers),
        unit: found.unit.clone(),
        author: words(&found.author),
        published: found.published.clone(),
        low: found.low,
        point: found.point,
        high: found.high,
        method: words(&found.method),
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

pub(super) fn term(found: &Term) -> CodexTerm {
    CodexTerm {
        term_id: found.term_id.clone(),
        term: found.term.clone(),
        forms: found.forms.clone(),
        full: words(&found.full),
        category: found.category.clone(),
        meaning: words(&found.meaning),
        certainty: found.certainty.name(),
        sources: found.sources.clone(),
    }
}

pub(super) fn source(found: &Source) -> CodexSource {
    CodexSource {
        source_id: found.source_id.clone(),
        citation: found.citation.clone(),
        locator: found.locator.clone(),
        checked: found.checked.clone(),
    }
}

fn words(found: &Bilingual) -> Words {
    Words { en: found.en.clone(), ru: found.ru.clone() }
}

fn edtf(span: &DateSpan) -> String {
    DateStatement::plain(*span).to_edtf()
}
