//! What entries say became of the relatives they name, and who was spared, as far as it may be shown.
//!
//! **Invariant:** words that may hold the name of somebody who is not shown stay out.

use super::facts::RecordFacts;
use serde_json::{Value, json};
use synodik_family::Fate;
use synodik_index::{MemberEvent, ShownMember};
use synodik_store::Cell;

/// What a record says of one of its mentions.
#[derive(Debug, Clone)]
pub(super) struct KeptFate {
    /// Number of the mention in the record.
    number: u32,
    fate: Fate,
    may_show_words: bool,
}

/// Returns what a record says of those it mentions, with what of it may be shown.
///
/// # Shape
///
/// `numbers`: those of the mentions in the record; `shown_text`: the entry as its page shows it.
pub(super) fn keep_fates(fates: Vec<Fate>, numbers: &[u32], shown_text: &str) -> Vec<KeptFate> {
    let kept = fates.into_iter().map(|fate| KeptFate {
        number: numbers[fate.mention],
        may_show_words: shown_text.contains(&fate.words) || !names_somebody(&fate.words),
        fate,
    });
    kept.collect()
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
    let fate = &kept.fate;
    MemberEvent {
        kind: fate.kind.name().to_owned(),
        date_edtf: fate.date.as_ref().map(synodik_model::DateStatement::to_edtf),
        place: None,
        measure: kept.may_show_words.then(|| fate.words.clone()),
        reason: fate.reason.map(str::to_owned),
        record_id: record_id.to_owned(),
    }
}

/// Returns the cells `fates` and `shown_fates` of a mention.
pub(super) fn fate_cells(fates: &[KeptFate], number: u32, is_shown: bool) -> [Cell<'static>; 2] {
    let of_mention = || fates.iter().filter(|kept| kept.number == number);
    let cell = |documents: Vec<Value>| match documents.is_empty() {
        true => Cell::Absent,
        false => Cell::Text(json!(documents).to_string().into()),
    };
    let all = of_mention().map(|kept| document(&kept.fate, true)).collect();
    let public = of_mention().filter(|_| is_shown);
    [cell(all), cell(public.map(|kept| document(&kept.fate, kept.may_show_words)).collect())]
}

fn document(fate: &Fate, with_words: bool) -> Value {
    let date = fate.date.as_ref().map(synodik_model::DateStatement::to_edtf);
    json!({
        "kind": fate.kind.name(),
        "date_edtf": date,
        "reason": fate.reason,
        "span": [fate.span.start, fate.span.end],
        "words": with_words.then_some(&fate.words),
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
