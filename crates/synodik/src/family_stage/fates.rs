//! What entries say became of the relatives they name, and who was spared, as far as it may be shown.
//!
//! **Invariant:** words that may hold the name of somebody who is not shown stay out.

use super::facts::{EventFacts, RecordFacts};
use serde_json::{Value, json};
use synodik_family::Fate;
use synodik_index::{MemberEvent, ShownMember};
use synodik_model::DateStatement;
use synodik_store::Cell;

/// What a record says of one of its mentions.
#[derive(Debug, Clone)]
pub(super) struct KeptFate {
    /// Number of the mention in the record.
    pub(super) number: u32,
    /// As an event; its measure are the words, where they may be shown.
    pub(super) event: EventFacts,
    fate: Fate,
}

/// Returns what a record says of those it mentions, with what of it may be shown.
///
/// # Shape
///
/// `numbers`: those of the mentions in the record; `shown_text`: the entry as its page shows it.
pub(super) fn keep_fates(fates: Vec<Fate>, numbers: &[u32], shown_text: &str) -> Vec<KeptFate> {
    let kept = fates.into_iter().map(|fate| {
        let may_show_words = shown_text.contains(&fate.words) || !names_somebody(&fate.words);
        KeptFate { number: numbers[fate.mention], event: event_of(&fate, may_show_words), fate }
    });
    kept.collect()
}

fn event_of(fate: &Fate, may_show_words: bool) -> EventFacts {
    let days = |date: &DateStatement| date.first().zip(date.last());
    EventFacts {
        kind: fate.kind,
        date_edtf: fate.date.as_ref().map(DateStatement::to_edtf),
        days: fate.date.as_ref().and_then(days),
        place: None,
        measure: may_show_words.then(|| fate.words.clone()),
        words: fate.words.clone(),
        provisions: Vec::new(),
    }
}

/// Whether words behind the first may be a name.
fn names_somebody(words: &str) -> bool {
    let mut words = words.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    words.next();
    words.any(|word| word.starts_with(char::is_uppercase))
}

/// Adds what a shown record says of a mention to a member, where it is not known already.
pub(super) fn add_fates(
    shown: &mut ShownMember,
    facts: &RecordFacts,
    number: u32,
    record_id: &str,
) {
    for kept in facts.fates.iter().filter(|kept| kept.number == number) {
        let event = member_event(kept, record_id);
        let is_known = |known: &MemberEvent| {
            known.kind == event.kind
                && event.date_edtf.as_deref().is_none_or(|told| {
                    // A year that another entry tells is the day that this one tells.
                    known.date_edtf.as_deref().is_some_and(|known| known.starts_with(told))
                })
        };
        if !shown.events.iter().any(is_known) {
            shown.events.push(event);
        }
    }
}

fn member_event(kept: &KeptFate, record_id: &str) -> MemberEvent {
    let reason = kept.fate.reason.map(str::to_owned);
    MemberEvent { reason, ..kept.event.to_shown(record_id) }
}

/// Returns the cells `fates` and `shown_fates` of a mention.
pub(super) fn fate_cells(fates: &[KeptFate], number: u32, is_shown: bool) -> [Cell<'static>; 2] {
    let of_mention = || fates.iter().filter(|kept| kept.number == number);
    let cell = |documents: Vec<Value>| match documents.is_empty() {
        true => Cell::Absent,
        false => Cell::Text(json!(documents).to_string().into()),
    };
    let all = of_mention().map(|kept| document(kept, Some(&kept.fate.words))).collect();
    let public = of_mention().filter(|_| is_shown);
    let public = public.map(|kept| document(kept, kept.event.measure.as_ref()));
    [cell(all), cell(public.collect())]
}

fn document(kept: &KeptFate, words: Option<&String>) -> Value {
    let fate = &kept.fate;
    json!({
        "kind": fate.kind.name(),
        "date_edtf": kept.event.date_edtf,
        "reason": fate.reason,
        "span": [fate.span.start, fate.span.end],
        "words": words,
    })
}

#[cfg(test)]
mod tests {
    use super::names_somebody;

    #[test]
    fn words_that_may_name_somebody_are_known() {
        assert!(!names_somebody("Не выслан по старости"));
        assert!(!names_somebody("освобождена в 1941 г. в связи с замужеством"));
        assert!(names_somebody("jätta välja saatmata, kuna poeg Rein on punaarmees"));
    }
}
