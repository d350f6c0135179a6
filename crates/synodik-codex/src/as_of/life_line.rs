//! The life of an instrument: adopted, in force, amended, suspended, repealed.

use crate::edtf::sort_day;
use crate::{Bilingual, Certainty, Codex, Instrument, StageKind};
use chrono::NaiveDate;
use synodik_model::{Combination, DateSpan, DateStatement};

/// The stages of an instrument in the order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct LifeLine<'c> {
    /// The stages; the first is the adoption.
    pub stages: Vec<Stage<'c>>,
}

/// A stage in the life of an instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage<'c> {
    /// What happened.
    pub kind: StageKind,
    /// When; dates that sources disagree on stand side by side.
    pub date: DateStatement,
    /// The instrument that did it, when it is in the codex.
    pub by: Option<&'c str>,
    /// What changed.
    pub note: Option<&'c Bilingual>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    pub sources: &'c [String],
    /// Whether sources disagree about the date, or it is marked disputed.
    pub is_disputed: bool,
}

/// A stage of an instrument that lies between two days.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<'c> {
    /// The instrument that changed.
    pub instrument: &'c Instrument,
    /// What happened to it.
    pub stage: Stage<'c>,
}

/// Returns the stages of an instrument in the order of time.
///
/// # Example
///
/// ```
/// use synodik_codex::{StageKind, codex, life_line};
/// let order = codex().instrument("nkvd-00486").expect("in the codex");
/// let rollback = life_line(order).stages.pop().expect("stages");
/// assert_eq!(rollback.kind, StageKind::RepealedInPart);
/// assert_eq!(rollback.date.to_edtf(), "{1938-10-17,1937-10-17}");
/// assert!(rollback.is_disputed);
/// ```
pub fn life_line(instrument: &Instrument) -> LifeLine<'_> {
    let plain = |kind, date: DateSpan, note| Stage {
        kind,
        date: DateStatement::plain(date),
        by: None,
        note,
        certainty: instrument.certainty,
        sources: &instrument.sources,
        is_disputed: false,
    };
    let adopted_note = instrument.adopted_note.as_ref();
    let mut stages = vec![plain(StageKind::Adopted, instrument.adopted, adopted_note)];
    if let Some(date) = instrument.in_force {
        stages.push(plain(StageKind::EnteredIntoForce, date, instrument.in_force_note.as_ref()));
    }
    for stated in &instrument.stages {
        stages.push(Stage {
            kind: stated.kind,
            date: with_other(stated.date, stated.date_also),
            by: stated.by.as_deref(),
            note: Some(&stated.note),
            certainty: stated.certainty,
            sources: &stated.sources,
            is_disputed: stated.date_also.is_some() || stated.certainty == Certainty::Disputed,
        });
    }
    if let (Some(ended), Some(kind)) = (instrument.ended, instrument.ending) {
        // A stage may already tell the same end, with its own sources.
        let is_told = |stage: &Stage<'_>| stage.kind == kind && stage.date.primary == ended;
        if !stages.iter().any(is_told) {
            stages.push(Stage {
                date: with_other(ended, instrument.ended_also),
                by: instrument.ended_by_instrument.as_deref(),
                is_disputed: instrument.ended_also.is_some(),
                ..plain(kind, ended, instrument.ended_by.as_ref())
            });
        }
    }
    // Stable: what falls on one day keeps the order adopted, in force, amended, ended.
    // A year of entry into force starts before the day of adoption; it still comes after it.
    let adopted = sort_day(&instrument.adopted);
    stages.sort_by_key(|stage| sort_day(&stage.date.primary).max(adopted));
    LifeLine { stages }
}

/// Returns what changed after `from` and up to `to`, both as days.
///
/// A stage that is known to a span only is given when any day of the span lies between.
///
/// # Shape
///
/// Sorted by date, then by the date of adoption.
pub fn changes_between(codex: &Codex, from: NaiveDate, to: NaiveDate) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for instrument in &codex.instruments {
        for stage in life_line(instrument).stages {
            let span = &stage.date.primary;
            let is_after = span.last.is_none_or(|last| last > from);
            let is_before = span.first.is_none_or(|first| first <= to);
            if is_after && is_before {
                changes.push(Change { instrument, stage });
            }
        }
    }
    changes.sort_by_key(|change| sort_day(&change.stage.date.primary));
    changes
}

fn with_other(primary: DateSpan, other: Option<DateSpan>) -> DateStatement {
    let others: Vec<DateSpan> = other.into_iter().collect();
    let combination = if others.is_empty() { Combination::OneOf } else { Combination::Conflict };
    DateStatement { primary, others, combination }
}
