//! One instrument: its life, its provisions, what sources disagree on.

use super::chart::TimeChart;
use super::executions::is_drawn_with_executions;
use super::life::{LifeStep, life_chart, life_steps};
use super::notes::{Note, Notes};
use super::{certainty_words, in_language, in_language_if, span_words};
use crate::Text;
use crate::address::{campaign_address, institution_address, instrument_address, record_address};
use crate::pages::dates::date_in_words;
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::{Codex, Conflict, Formula, Instrument, Provision};
use synodik_index::Hit;

#[derive(Template)]
#[template(path = "codex/instrument.html")]
struct InstrumentPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    title: &'a str,
    original_title: Option<&'a str>,
    summary: &'a str,
    certainty: Cow<'a, str>,
    summary_notes: Vec<usize>,
    facts: Vec<(Cow<'a, str>, &'a str)>,
    steps: Vec<LifeStep<'a>>,
    chart: Option<TimeChart>,
    groups: Vec<ProvisionGroup<'a>>,
    conflicts: Vec<ConflictView<'a>>,
    campaigns: Vec<(String, &'a str)>,
    is_drawn_with_executions: bool,
    records: Option<RecordsLink>,
    address: String,
    notes: Vec<Note<'a>>,
}

/// The records of an archive that were set beside an instrument.
#[derive(Debug, Clone, Copy)]
pub struct InstrumentRecords<'a> {
    /// How many there are.
    pub n_records: u64,
    /// The first of them, in the order of the archive.
    pub first: &'a [Hit],
}

/// The same for the page: an address that lists all, and the first by name.
struct RecordsLink {
    address: String,
    n_records: u64,
    /// Address, name, birth in words.
    first: Vec<(String, String, Option<String>)>,
}

/// The provisions on one relation.
pub(super) struct ProvisionGroup<'a> {
    pub(super) relation: &'a str,
    pub(super) provisions: Vec<ProvisionView<'a>>,
}

/// One provision in words.
pub(super) struct ProvisionView<'a> {
    pub(super) provision_id: &'a str,
    pub(super) relation: &'a str,
    pub(super) condition: &'a str,
    pub(super) measure: &'a str,
    pub(super) term: Option<String>,
    pub(super) body: Option<&'a str>,
    pub(super) bodies: Vec<(String, &'a str)>,
    pub(super) quotation: Option<&'a str>,
    pub(super) paraphrase: Option<&'a str>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) certainty: Cow<'a, str>,
    pub(super) notes: Vec<usize>,
}

/// What sources disagree on.
pub(super) struct ConflictView<'a> {
    pub(super) topic: &'a str,
    pub(super) values: Vec<&'a str>,
    pub(super) notes: Vec<usize>,
}

/// Returns the page of an instrument.
///
/// # Shape
///
/// `records`: the records of the archive annotated with it; nothing is said without.
///
/// # Errors
///
/// When the template cannot be written.
pub fn instrument_page(
    frame: Frame<'_>,
    codex: &Codex,
    instrument: &Instrument,
    records: Option<InstrumentRecords<'_>>,
) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let summary_notes = notes.cite(&instrument.sources);
    let mut steps = life_steps(codex, instrument, t);
    for step in &mut steps {
        step.notes = notes.cite(step.sources);
    }
    let groups = provision_groups(codex, instrument.provisions.iter(), &mut notes, t);
    let conflicts = conflict_views(&instrument.conflicts, &mut notes, t);
    let title = in_language(&instrument.title, t);
    InstrumentPage {
        frame,
        t,
        title,
        original_title: Some(instrument.title.ru.as_str()).filter(|original| *original != title),
        summary: in_language(&instrument.summary, t),
        certainty: certainty_words(instrument.certainty, t),
        summary_notes,
        facts: facts(instrument, t),
        chart: life_chart(instrument, &steps, t),
        steps,
        groups,
        conflicts,
        campaigns: codex
            .campaigns_of(&instrument.instrument_id)
            .map(|campaign| {
                (campaign_address(&campaign.campaign_id), in_language(&campaign.name, t))
            })
            .collect(),
        is_drawn_with_executions: codex
            .campaigns_of(&instrument.instrument_id)
            .any(|campaign| is_drawn_with_executions(&campaign.campaign_id)),
        records: records.map(|records| records_link(instrument, records, t)),
        address: instrument_address(&instrument.instrument_id),
        notes: notes.into_list(t),
    }
    .render()
}

fn records_link(
    instrument: &Instrument,
    records: InstrumentRecords<'_>,
    t: Text<'_>,
) -> RecordsLink {
    let entry = |hit: &Hit| {
        let record = &hit.record;
        let name = if record.name.is_empty() { &record.record_id } else { &record.name };
        let birth = record.birth_edtf.as_deref().and_then(|edtf| date_in_words(edtf, t));
        (record_address(&record.record_id), name.clone(), birth)
    };
    RecordsLink {
        address: format!("/search?instrument={}", instrument.instrument_id),
        n_records: records.n_records,
        first: records.first.iter().map(entry).collect(),
    }
}

fn facts<'a>(instrument: &'a Instrument, t: Text<'a>) -> Vec<(Cow<'a, str>, &'a str)> {
    let facts = [
        (t.say("instrument-issuer"), Some(&instrument.issuer)),
        (t.say("instrument-signatory"), instrument.signatory.as_ref()),
        (t.say("instrument-scope"), Some(&instrument.scope)),
        (t.say("instrument-reference"), instrument.archival_reference.as_ref()),
    ];
    facts.into_iter().filter_map(|(label, text)| Some((label, in_language(text?, t)))).collect()
}

/// Returns provisions by the relation each names first, in the order of its first mention.
pub(super) fn provision_groups<'a>(
    codex: &'a Codex,
    provisions: impl Iterator<Item = &'a Provision>,
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> Vec<ProvisionGroup<'a>> {
    let mut groups: Vec<(&str, ProvisionGroup<'a>)> = Vec::new();
    for provision in provisions {
        let relation_id = provision.relations.first().map_or("", String::as_str);
        let view = provision_view(codex, provision, notes, t);
        match groups.iter_mut().find(|(known, _)| *known == relation_id) {
            Some((_, group)) => group.provisions.push(view),
            None => {
                let relation = codex.relation(relation_id);
                let relation = relation.map_or(relation_id, |word| in_language(&word.name, t));
                groups.push((relation_id, ProvisionGroup { relation, provisions: vec![view] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn provision_view<'a>(
    codex: &'a Codex,
    provision: &'a Provision,
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> ProvisionView<'a> {
    let (quotation, paraphrase) = match provision.formula() {
        Some(Formula::Quotation(text)) => (Some(text), None),
        Some(Formula::Paraphrase(text)) => (None, Some(text)),
        None => (None, None),
    };
    let link = |body: &'a String| {
        let institution = codex.institution(body)?;
        Some((institution_address(body), in_language(&institution.name, t)))
    };
    ProvisionView {
        provision_id: &provision.provision_id,
        relation: in_language(&provision.relation, t),
        condition: in_language(&provision.condition, t),
        measure: in_language(&provision.measure, t),
        term: term_words(provision, t),
        body: in_language_if(provision.body.as_ref(), t),
        bodies: provision.bodies.iter().filter_map(link).collect(),
        quotation,
        paraphrase,
        from: provision.from.map(|span| span_words(&span, t)),
        until: provision.until.map(|span| match (span.first, span.last) {
            (None, None) => t.say("provision-no-end").into_owned(),
            _ => span_words(&span, t),
        }),
        certainty: certainty_words(provision.certainty, t),
        notes: notes.cite(&provision.sources),
    }
}

/// Returns the term in years; the words of the measure may say more.
pub(in crate::pages) fn term_words(provision: &Provision, t: Text<'_>) -> Option<String> {
    let term = provision.term_years()?;
    let [min, max] = [term.min, term.max].map(|years| years.map(|years| years.to_string()));
    let words = match (&min, &max) {
        (Some(min), Some(max)) if min == max => t.fill("term-exact", &[("years", min)]),
        (Some(min), Some(max)) => t.fill("term-range", &[("min", min), ("max", max)]),
        (Some(min), None) => t.fill("term-least", &[("years", min)]),
        (None, Some(max)) => t.fill("term-most", &[("years", max)]),
        (None, None) => return None,
    };
    Some(words.into_owned())
}

/// Returns the disagreements with every value.
pub(super) fn conflict_views<'a>(
    conflicts: &'a [Conflict],
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> Vec<ConflictView<'a>> {
    conflicts
        .iter()
        .map(|conflict| ConflictView {
            topic: in_language(&conflict.topic, t),
            values: conflict.values.iter().map(|value| in_language(value, t)).collect(),
            notes: notes.cite(&conflict.sources),
        })
        .collect()
}
