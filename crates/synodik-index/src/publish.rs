//! From a row of the archive to what may be shown of it. The one place that decides.

use crate::view::{PublicEvent, PublicField, PublicRecord, RecordView};
use chrono::NaiveDate;
use synodik_model::{EventKind, Field, LifeEvidence, LivingRule};
use synodik_store::{EventRow, RecordRow};

/// What stands in the place of words that are withheld.
pub const WITHHELD_MARK: &str = "[…]";

/// The rules under which records become public.
#[derive(Debug, Clone)]
pub struct PublicRules {
    /// Who may be living.
    pub living_rule: LivingRule,
    /// Fields that are withheld because they may name living people.
    pub withheld_fields: Vec<Field>,
    /// The day for which the rules are applied.
    pub as_of: NaiveDate,
}

/// Returns what may be shown of a record.
///
/// # Shape
///
/// `reviewed`: fields of this source in which a person has checked that nobody
/// who may be living is named; they are not withheld. `events`: those of the
/// record, in order.
pub fn publish_record(
    rules: &PublicRules,
    reviewed: &[Field],
    record: RecordRow<'_>,
    events: &[EventRow<'_>],
) -> RecordView {
    let record_id = record.record_id().to_owned();
    let source_id = record.source_id().to_owned();
    let life = life_evidence(&rules.living_rule, record, events);
    if rules.living_rule.may_be_living(&life, rules.as_of) {
        return RecordView::Withheld { record_id, source_id };
    }
    let is_withheld =
        |field: Field| rules.withheld_fields.contains(&field) && !reviewed.contains(&field);
    let mut verbatim = record.verbatim().to_owned();
    let mut has_withheld_part = false;
    let mut fields = Vec::new();
    for spec in Field::specs() {
        let Some(value) = record.get(spec.field) else { continue };
        if is_withheld(spec.field) {
            has_withheld_part = true;
            withhold(&mut verbatim, value);
        } else {
            let name = spec.name.to_owned();
            fields.push(PublicField { name, value: value.to_owned() });
        }
    }
    RecordView::Shown(Box::new(PublicRecord {
        record_id,
        source_id,
        name: heading(record),
        fields,
        birth_edtf: record.birth_edtf().map(str::to_owned),
        events: events.iter().map(publish_event).collect(),
        verbatim,
        has_withheld_part,
        file: record.file().to_owned(),
        line: record.line(),
        byte_offset: record.byte_offset(),
    }))
}

/// Takes words out of the verbatim entry; if they cannot be found, all of it.
fn withhold(verbatim: &mut String, value: &str) {
    match verbatim.contains(value) {
        true => *verbatim = verbatim.replace(value, WITHHELD_MARK),
        false => *verbatim = WITHHELD_MARK.to_owned(),
    }
}

fn heading(record: RecordRow<'_>) -> String {
    if let Some(name) = record.get(Field::Name) {
        return name.to_owned();
    }
    let parts = [Field::Surname, Field::Given, Field::Patronymic];
    let parts: Vec<&str> = parts.into_iter().filter_map(|field| record.get(field)).collect();
    parts.join(" ")
}

fn life_evidence(
    rule: &LivingRule,
    record: RecordRow<'_>,
    events: &[EventRow<'_>],
) -> LifeEvidence {
    let is_birth_stated = record.get(Field::Birth).is_some() || record.get(Field::Age).is_some();
    let dated = events
        .iter()
        .filter_map(|event| Some((EventKind::from_name(event.kind())?, event.date_last())));
    rule.evidence(record.birth_last(), is_birth_stated, dated)
}

fn publish_event(event: &EventRow<'_>) -> PublicEvent {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    PublicEvent {
        kind: event.kind().to_owned(),
        date_stated: owned(event.date_stated()),
        date_edtf: owned(event.date_edtf()),
        place: owned(event.place()),
        body: owned(event.body()),
        article: owned(event.article()),
        measure: owned(event.measure()),
        text: owned(event.text()),
        stated_source: owned(event.stated_source()),
        certainty: owned(event.certainty()),
    }
}
