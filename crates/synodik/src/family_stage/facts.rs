//! What the records of families say happened, and what of it may be shown.

use super::fates::KeptFate;
use chrono::NaiveDate;
use synodik_codex::{Annotation, AnnotationStatus};
use synodik_index::{MemberEvent, PublicRecord, RecordView, annotate_shown, annotate_stored};
use synodik_model::{EventKind, Field, Sex};
use synodik_store::{EventRow, RecordRow};

/// What one record says of its subject.
#[derive(Debug, Clone)]
pub(super) struct RecordFacts {
    /// Name as its page shows it; `None` for a record that is withheld.
    pub(super) shown_name: Option<String>,
    pub(super) birth_edtf: Option<String>,
    pub(super) sex: Option<Sex>,
    pub(super) events: Vec<EventFacts>,
    /// Where they lived, as its page shows it; `None` for a record that is withheld.
    pub(super) residence: Option<String>,
    /// What it says became of those it mentions.
    pub(super) fates: Vec<KeptFate>,
}

impl RecordFacts {
    /// Returns an event of the subject or of somebody mentioned.
    pub(super) fn event(&self, told: Told) -> &EventFacts {
        match told {
            Told::OfSubject(idx) => &self.events[idx],
            Told::OfMention(idx) => &self.fates[idx].event,
        }
    }
}

/// Where a record tells of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// Its place among the events of the subject.
    OfSubject(usize),
    /// Its place among what became of those it mentions.
    OfMention(usize),
}

/// One event of a record; of one that is shown in the words of its page.
#[derive(Debug, Clone)]
pub(super) struct EventFacts {
    pub(super) kind: EventKind,
    pub(super) date_edtf: Option<String>,
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
    pub(super) place: Option<String>,
    pub(super) measure: Option<String>,
    /// Article, measure and what happened, as the record has them.
    pub(super) words: String,
    pub(super) provisions: Vec<ProvisionFacts>,
}

impl EventFacts {
    /// Returns the event as a page shows it.
    pub(super) fn to_shown(&self, record_id: &str) -> MemberEvent {
        // What has no name of its own is nothing without its words.
        let words =
            || (self.kind == EventKind::Other && !self.words.is_empty()).then_some(&self.words);
        MemberEvent {
            kind: self.kind.name().to_owned(),
            date_edtf: self.date_edtf.clone(),
            place: self.place.clone(),
            measure: self.measure.as_ref().or_else(words).cloned(),
            reason: None,
            record_id: record_id.to_owned(),
        }
    }
}

/// A provision that may have covered an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProvisionFacts {
    pub(super) instrument_id: &'static str,
    pub(super) provision_id: &'static str,
    pub(super) relations: &'static [String],
    pub(super) is_named: bool,
}

/// Returns what a record says; of one that is shown no more than its page.
pub(super) fn facts_of(
    row: RecordRow<'_>,
    events: &[EventRow<'_>],
    view: &RecordView,
    sex: Option<Sex>,
) -> RecordFacts {
    match view {
        RecordView::Shown(shown) => shown_facts(shown, events, sex),
        RecordView::Withheld { .. } => withheld_facts(row, events, sex),
    }
}

fn shown_facts(shown: &PublicRecord, rows: &[EventRow<'_>], sex: Option<Sex>) -> RecordFacts {
    let mut events: Vec<EventFacts> = shown
        .events
        .iter()
        .zip(rows)
        .map(|(event, row)| EventFacts {
            kind: EventKind::from_name(&event.kind).unwrap_or(EventKind::Other),
            date_edtf: event.date_edtf.clone(),
            days: row.date_first().zip(row.date_last()),
            place: event.place.clone(),
            measure: event.measure.clone(),
            words: joined([
                event.article.as_deref(),
                event.measure.as_deref(),
                event.text.as_deref(),
            ]),
            provisions: Vec::new(),
        })
        .collect();
    add_provisions(annotate_shown(shown), &mut events);
    let birth_edtf = shown.birth_edtf.clone();
    let residence = shown.get(Field::Residence).map(str::to_owned);
    let shown_name = Some(shown.name.clone());
    RecordFacts { shown_name, birth_edtf, sex, events, residence, fates: Vec::new() }
}

fn withheld_facts(row: RecordRow<'_>, rows: &[EventRow<'_>], sex: Option<Sex>) -> RecordFacts {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let mut events: Vec<EventFacts> = rows
        .iter()
        .map(|event| EventFacts {
            kind: EventKind::from_name(event.kind()).unwrap_or(EventKind::Other),
            date_edtf: owned(event.date_edtf()),
            days: event.date_first().zip(event.date_last()),
            place: owned(event.place()),
            measure: owned(event.measure()),
            words: joined([event.article(), event.measure(), event.text()]),
            provisions: Vec::new(),
        })
        .collect();
    add_provisions(annotate_stored(row, rows), &mut events);
    let birth_edtf = owned(row.birth_edtf());
    let fates = Vec::new();
    RecordFacts { shown_name: None, birth_edtf, sex, events, residence: None, fates }
}

fn joined(texts: [Option<&str>; 3]) -> String {
    let texts: Vec<&str> = texts.into_iter().flatten().collect();
    texts.join("; ")
}

fn add_provisions(annotated: Vec<(usize, Vec<Annotation<'static>>)>, events: &mut [EventFacts]) {
    for (event_idx, annotations) in annotated {
        let fitting = annotations
            .into_iter()
            .filter(|annotation| annotation.status != AnnotationStatus::RecordDiffers);
        events[event_idx].provisions = fitting
            .map(|annotation| ProvisionFacts {
                instrument_id: &annotation.instrument.instrument_id,
                provision_id: &annotation.provision.provision_id,
                relations: &annotation.provision.relations,
                is_named: annotation.status == AnnotationStatus::NamedInRecord,
            })
            .collect();
    }
}
