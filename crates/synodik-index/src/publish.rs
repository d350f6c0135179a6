//! From a row of the archive to what may be shown of it. The one place that decides.

use crate::view::{PublicEvent, PublicField, PublicRecord, RecordView};
use chrono::NaiveDate;
use synodik_model::{BirthEvidence, EventEvidence, EventKind, Field, LivingRule};
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
    if may_be_living(rules, record, events) {
        return RecordView::Withheld { record_id, source_id };
    }
    let is_withheld = |field: Field| {
        let may_name_living = rules.withheld_fields.contains(&field) && !reviewed.contains(&field);
        field == Field::Private || may_name_living
    };
    // Such a field holds several stretches of the entry one a line.
    let mut withheld: Vec<&str> = Field::specs()
        .iter()
        .filter(|spec| is_withheld(spec.field))
        .filter_map(|spec| record.get(spec.field))
        .flat_map(str::lines)
        .map(str::trim)
        .filter(|words| !words.is_empty())
        .collect();
    // Longer ones first: a short one may be part of a longer one, which would then not be found.
    withheld.sort_by_key(|words| std::cmp::Reverse(words.len()));
    // The same words may also stand in another field or in an event.
    let shown =
        |text: &str| withheld.iter().fold(text.to_owned(), |text, words| withhold(text, words));
    let fields = Field::specs()
        .iter()
        .filter(|spec| !is_withheld(spec.field))
        .filter_map(|spec| {
            let value = shown(record.get(spec.field)?);
            Some(PublicField { name: spec.name.to_owned(), value })
        })
        .collect();
    let mut verbatim = shown(record.verbatim());
    let is_lost =
        |words: &&str| !is_of_other_entry(words) && !contains_words(record.verbatim(), words);
    if withheld.iter().any(is_lost) {
        // They stand there in other words, so that nobody knows where: all of it stays out.
        verbatim = WITHHELD_MARK.to_owned();
    }
    RecordView::Shown(Box::new(PublicRecord {
        record_id,
        source_id,
        name: shown(&heading(record)),
        fields,
        birth_edtf: record.birth_edtf().map(str::to_owned),
        events: events.iter().map(|event| event_with(event, &shown)).collect(),
        verbatim,
        has_withheld_part: !withheld.is_empty(),
        file: record.file().to_owned(),
        line: record.line(),
        byte_offset: record.byte_offset(),
    }))
}

/// Returns whether a record is shown, and no placeholder, by the rule of [`publish_record`].
pub fn is_shown(rules: &PublicRules, record: RecordRow<'_>, events: &[EventRow<'_>]) -> bool {
    !may_be_living(rules, record, events)
}

/// Takes words out of a text wherever they stand as words.
fn withhold(text: String, words: &str) -> String {
    if !contains_words(&text, words) {
        return text;
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = find_words(rest, words) {
        shown.push_str(&rest[..at]);
        shown.push_str(WITHHELD_MARK);
        rest = &rest[at + words.len()..];
    }
    shown.push_str(rest);
    shown
}

/// Returns whether a line is quoted from another entry of the source and says from which, as
/// `@F1@ 1 HUSB @I2@`: it does not stand in this one.
fn is_of_other_entry(line: &str) -> bool {
    let quoted = line.strip_prefix('@').and_then(|rest| rest.split_once("@ "));
    quoted.is_some_and(|(id, rest)| {
        !id.is_empty() && rest.starts_with(|letter: char| letter.is_ascii_digit())
    })
}

fn contains_words(text: &str, words: &str) -> bool {
    find_words(text, words).is_some()
}

/// Finds words that are not part of longer ones.
fn find_words(text: &str, words: &str) -> Option<usize> {
    text.match_indices(words).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        let is_inside = |outer: Option<char>, inner: Option<char>| {
            outer.is_some_and(char::is_alphanumeric) && inner.is_some_and(char::is_alphanumeric)
        };
        !is_inside(before, words.chars().next()) && !is_inside(after, words.chars().next_back())
    })
}

fn heading(record: RecordRow<'_>) -> String {
    if let Some(name) = record.get(Field::Name) {
        return name.to_owned();
    }
    let parts = [Field::Surname, Field::Given, Field::Patronymic];
    let parts: Vec<&str> = parts.into_iter().filter_map(|field| record.get(field)).collect();
    parts.join(" ")
}

fn may_be_living(rules: &PublicRules, record: RecordRow<'_>, events: &[EventRow<'_>]) -> bool {
    let is_stated = record.get(Field::Birth).is_some() || record.get(Field::Age).is_some();
    let marks_doubt = |edtf: &str| edtf.contains(['~', '?', '%']);
    let birth = BirthEvidence {
        born_by: record.birth_last(),
        is_stated,
        is_approximate: record.birth_edtf().is_some_and(marks_doubt),
    };
    let events: Vec<EventEvidence<'_>> = events
        .iter()
        .filter_map(|event| {
            Some(EventEvidence {
                kind: EventKind::from_name(event.kind())?,
                is_date_stated: event.date_stated().is_some(),
                last_day: event.date_last(),
                details: [event.place(), event.body(), event.measure(), event.text()],
            })
        })
        .collect();
    rules.living_rule.may_be_living(birth, &events, rules.as_of)
}

/// Returns an event with each of its texts as `shown` gives it.
pub fn event_with(event: &EventRow<'_>, shown: &impl Fn(&str) -> String) -> PublicEvent {
    let owned = |text: Option<&str>| text.map(shown);
    PublicEvent {
        kind: event.kind().to_owned(),
        date_stated: owned(event.date_stated()),
        date_edtf: event.date_edtf().map(str::to_owned),
        place: owned(event.place()),
        body: owned(event.body()),
        article: owned(event.article()),
        measure: owned(event.measure()),
        text: owned(event.text()),
        stated_source: owned(event.stated_source()),
        certainty: owned(event.certainty()),
    }
}
