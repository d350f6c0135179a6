//! Sets the events of a record that is shown beside the codex.
//!
//! **Invariant:** what is said here rests on the public record alone, so nothing withheld
//! can be guessed from it.

use crate::view::{PublicEvent, PublicRecord};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::LazyLock;
use synodik_codex::{
    Annotation, AnnotationStatus, ArchiveAdvice, Difference, annotate_record, annotation_rules,
    codex, parse_edtf, region_of_words, where_to_ask,
};
use synodik_model::{DateStatement, EntryPlace, Event, EventKind, Field, Record};
use synodik_store::{EventRow, RecordRow};

/// The instrument whose limits are counted by region.
pub(crate) const LIMITS_INSTRUMENT: &str = "nkvd-00447";

/// The operation under that instrument.
const LIMITS_CAMPAIGN: &str = "op-00447";

/// Returns the provisions that may have covered each event of a record.
///
/// # Shape
///
/// Position of the event with its annotations, the likeliest first; events without
/// annotation are left out.
pub fn annotate_shown(record: &PublicRecord) -> Vec<(usize, Vec<Annotation<'static>>)> {
    annotate_record(annotation_rules(), &model_record(record))
}

/// Returns the provisions that may have covered each event of a record as it is stored.
///
/// **Invariant:** for the tables of the operator only; what is shown goes through
/// [`annotate_shown`].
///
/// # Shape
///
/// `events`: those of the record, in its order. As [`annotate_shown`] gives them.
pub fn annotate_stored(
    record: RecordRow<'_>,
    events: &[EventRow<'_>],
) -> Vec<(usize, Vec<Annotation<'static>>)> {
    let place = EntryPlace {
        file_number: 1,
        entry_number: 1,
        line: record.line(),
        byte_offset: record.byte_offset(),
        byte_length: record.byte_length(),
    };
    let mut read = Record::empty(place, Cow::Borrowed(record.verbatim()));
    for spec in Field::specs() {
        if let Some(value) = record.get(spec.field) {
            read.set(spec.field, value);
        }
    }
    read.events = events.iter().map(stored_event).collect();
    annotate_record(annotation_rules(), &read)
}

fn stored_event<'a>(stored: &EventRow<'a>) -> Event<'a> {
    let kind = EventKind::from_name(stored.kind()).unwrap_or(EventKind::Other);
    Event {
        date_stated: stored.date_stated().map(Cow::Borrowed),
        date: stored.date_edtf().and_then(model_date),
        place: stored.place().map(Cow::Borrowed),
        body: stored.body().map(Cow::Borrowed),
        article: stored.article().map(Cow::Borrowed),
        measure: stored.measure().map(Cow::Borrowed),
        text: stored.text().map(Cow::Borrowed),
        ..Event::of(kind)
    }
}

/// Returns the archives that may hold a file about the events of a record.
pub fn advise_shown(record: &PublicRecord) -> Vec<ArchiveAdvice<'static>> {
    where_to_ask(&model_record(record))
}

/// Returns whether a record counts for the instrument: what it says fits, or it names the
/// instrument and was within its time.
pub(crate) fn is_counted(annotation: &Annotation<'_>) -> bool {
    let is_outside = |difference: &Difference<'_>| {
        matches!(difference, Difference::BeforeStart { .. } | Difference::AfterEnd { .. })
    };
    match annotation.status {
        AnnotationStatus::NamedInRecord | AnnotationStatus::ConsistentWith => true,
        AnnotationStatus::RecordDiffers => {
            !annotation.matched.is_empty() && !annotation.differences.iter().any(is_outside)
        }
    }
}

/// Returns the first and the last month of the operation under order 00447, `YYYY-MM`.
///
/// # Source
///
/// `data/campaigns/`
pub(crate) fn limit_months() -> std::ops::RangeInclusive<&'static str> {
    static MONTHS: LazyLock<(String, String)> = LazyLock::new(|| {
        let campaign = codex().campaign(LIMITS_CAMPAIGN);
        let month = |day: Option<NaiveDate>| day.map(|day| day.format("%Y-%m").to_string());
        let started = campaign.and_then(|campaign| month(campaign.started.first));
        let ended = campaign.and_then(|campaign| month(campaign.ended.last));
        started.zip(ended).expect("the campaign of the order has a start and an end")
    });
    MONTHS.0.as_str()..=MONTHS.1.as_str()
}

/// Returns the region of order 00447 for which an event counts.
///
/// Read of the body, then the place, the burial of an execution, the residence.
pub(crate) fn limit_region(record: &PublicRecord, event: &PublicEvent) -> Option<&'static str> {
    // The word before it keeps a cemetery apart from villages of its name in other fields.
    let is_execution = event.kind == EventKind::Execution.name();
    let burial = record.get(Field::BurialPlace).filter(|_| is_execution);
    let burial = burial.map(|place| format!("захоронен {place}"));
    let texts = [
        event.body.as_deref(),
        event.place.as_deref(),
        burial.as_deref(),
        record.get(Field::Residence),
    ];
    let texts = texts.map(Option::unwrap_or_default);
    region_of_words(&texts).map(|limit| limit.limit_id.as_str())
}

/// Returns the record of the model as far as it is shown.
fn model_record(shown: &PublicRecord) -> Record<'_> {
    let place = EntryPlace {
        file_number: 1,
        entry_number: 1,
        line: shown.line,
        byte_offset: shown.byte_offset,
        byte_length: shown.verbatim.len() as u64,
    };
    let mut record = Record::empty(place, Cow::Borrowed(shown.verbatim.as_str()));
    for field in &shown.fields {
        if let Some(known) = Field::from_name(&field.name) {
            record.set(known, field.value.as_str());
        }
    }
    record.events = shown.events.iter().map(model_event).collect();
    record
}

fn model_event(shown: &PublicEvent) -> Event<'_> {
    let kind = EventKind::from_name(&shown.kind).unwrap_or(EventKind::Other);
    Event {
        date_stated: shown.date_stated.as_deref().map(Cow::Borrowed),
        date: shown.date_edtf.as_deref().and_then(model_date),
        place: shown.place.as_deref().map(Cow::Borrowed),
        body: shown.body.as_deref().map(Cow::Borrowed),
        article: shown.article.as_deref().map(Cow::Borrowed),
        measure: shown.measure.as_deref().map(Cow::Borrowed),
        text: shown.text.as_deref().map(Cow::Borrowed),
        ..Event::of(kind)
    }
}

/// Returns the date named first.
fn model_date(edtf: &str) -> Option<DateStatement> {
    let first = edtf.trim_start_matches(['[', '{']).split([',', ']', '}']).next()?;
    parse_edtf(first).ok().map(DateStatement::plain)
}
