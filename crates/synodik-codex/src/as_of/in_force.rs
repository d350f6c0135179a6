//! What was in force on a day.

use crate::{Bilingual, Codex, Instrument, Provision, StageKind};
use chrono::NaiveDate;
use synodik_model::{DateSpan, DateStatement, Precision};

/// An instrument in force on a day, with those of its provisions that were.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce<'c> {
    /// The instrument.
    pub instrument: &'c Instrument,
    /// Its provisions in force, in their order.
    pub provisions: Vec<&'c Provision>,
    /// Why it may not have been in force; empty when the dates are exact.
    pub doubts: Vec<Doubt>,
}

/// Why it is not certain that an instrument was in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The start is known to a span only, and the day lies in it.
    StartApproximate(DateSpan),
    /// The end is known to a span only, and the day lies in it.
    EndApproximate(DateSpan),
    /// Sources disagree about the end, and the day lies between their dates.
    EndDisputed(DateSpan),
    /// Sources disagree about the end, though it changes nothing for this day.
    EndDisputedElsewhere(DateSpan),
    /// No end is recorded.
    NoRecordedEnd,
}

impl Doubt {
    /// Returns the doubt as a sentence without a full stop, in both languages.
    ///
    /// Dates are written in EDTF.
    pub fn in_words(&self) -> Bilingual {
        let dated = |span: &DateSpan, en: &str, ru: &str| {
            let date = DateStatement::plain(*span).to_edtf();
            (en.replace("{date}", &date), ru.replace("{date}", &date))
        };
        let (en, ru) = match self {
            Doubt::StartApproximate(span) => dated(
                span,
                "perhaps in force: its start is known only as {date}",
                "возможно, действовал: начало известно лишь как {date}",
            ),
            Doubt::EndApproximate(span) => dated(
                span,
                "perhaps in force: its end is known only as {date}",
                "возможно, действовал: окончание известно лишь как {date}",
            ),
            Doubt::EndDisputed(span) => dated(
                span,
                "perhaps in force: sources disagree on the end, others give {date}",
                "возможно, действовал: источники расходятся об окончании, по другим — {date}",
            ),
            Doubt::EndDisputedElsewhere(span) => dated(
                span,
                "in force; sources disagree on the end (others give {date}), which changes \
                 nothing for this day",
                "действовал; источники расходятся об окончании (по другим — {date}), но для \
                 этого дня это ничего не меняет",
            ),
            Doubt::NoRecordedEnd => (
                "in force as far as is known: no end is recorded".to_owned(),
                "действовал, насколько известно: окончание не указано".to_owned(),
            ),
        };
        Bilingual { en, ru }
    }
}

/// Returns what was in force on a day, both ends of each period included.
///
/// An approximate start or end counts from its first possible day to its last, with a
/// [`Doubt`]. Disputed ends count to the later one, with a doubt.
///
/// # Shape
///
/// Sorted by date of adoption. With a relation: only instruments with a provision that
/// concerns it, itself or by a wider word, and only those provisions.
///
/// # Source
///
/// `data/instruments/`, `data/codex/relations.toml`
///
/// # Example
///
/// ```
/// use synodik_codex::{codex, in_force_at};
/// let day = chrono::NaiveDate::from_ymd_opt(1937, 9, 1).expect("a day");
/// let acts = in_force_at(codex(), day, Some("wife"));
/// assert!(acts.iter().any(|act| act.instrument.instrument_id == "nkvd-00486"));
/// let day = chrono::NaiveDate::from_ymd_opt(1937, 8, 14).expect("a day");
/// let acts = in_force_at(codex(), day, Some("wife"));
/// assert!(acts.iter().all(|act| act.instrument.instrument_id != "nkvd-00486"));
/// ```
pub fn in_force_at<'c>(
    codex: &'c Codex,
    day: NaiveDate,
    relation: Option<&str>,
) -> Vec<InForce<'c>> {
    let words = relation.map(|relation| codex.relation_with_broader(relation));
    let concerns =
        |provision: &Provision| words.as_ref().is_none_or(|words| is_about(provision, words));
    let mut acts = Vec::new();
    for instrument in &codex.instruments {
        let in_force = |provision: &&Provision| {
            let (from, until) = period_of(instrument, provision);
            concerns(provision) && is_within(day, from, until)
        };
        let provisions: Vec<&Provision> = instrument.provisions.iter().filter(in_force).collect();
        if !provisions.is_empty() {
            let doubts = doubts_of(instrument, &provisions, day);
            acts.push(InForce { instrument, provisions, doubts });
        }
    }
    acts
}

/// Returns whether an instrument has a provision that concerns a relation, itself or by a
/// wider word, at any time.
///
/// # Source
///
/// `data/codex/relations.toml`
pub fn concerns_relation(codex: &Codex, instrument: &Instrument, relation: &str) -> bool {
    let words = codex.relation_with_broader(relation);
    instrument.provisions.iter().any(|provision| is_about(provision, &words))
}

fn is_about(provision: &Provision, words: &[&str]) -> bool {
    provision.relations.iter().any(|word| words.contains(&word.as_str()))
}

/// Returns the first and the last day a provision may have been in force; open ends are `None`.
pub(crate) fn period_of(
    instrument: &Instrument,
    provision: &Provision,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let from = provision.from.unwrap_or_else(|| instrument.start());
    (widened(&from).0, end_of(instrument, provision))
}

fn end_of(instrument: &Instrument, provision: &Provision) -> Option<NaiveDate> {
    if let Some(until) = &provision.until {
        return widened(until).1;
    }
    let ended = widened(instrument.ended.as_ref()?).1?;
    let also = instrument.ended_also.as_ref().and_then(|also| widened(also).1);
    Some(also.map_or(ended, |also| also.max(ended)))
}

/// Returns the ends of a span, a year further out when they are only approximate.
fn widened(span: &DateSpan) -> (Option<NaiveDate>, Option<NaiveDate>) {
    if !span.is_approximate {
        return (span.first, span.last);
    }
    let year = chrono::Days::new(365);
    (
        span.first.and_then(|day| day.checked_sub_days(year)),
        span.last.and_then(|day| day.checked_add_days(year)),
    )
}

fn is_within(day: NaiveDate, from: Option<NaiveDate>, until: Option<NaiveDate>) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}

fn doubts_of(instrument: &Instrument, provisions: &[&Provision], day: NaiveDate) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let start = instrument.start();
    if is_loose(&start) && start.last.is_some_and(|last| day < last) {
        doubts.push(Doubt::StartApproximate(start));
    }
    if let Some(ended) = instrument.ended {
        if is_loose(&ended) && ended.first.is_some_and(|first| day > first) {
            doubts.push(Doubt::EndApproximate(ended));
        }
        if let Some(also) = instrument.ended_also {
            let (first, last) = (also.first.min(ended.first), also.last.max(ended.last));
            let lies_between = first.is_some_and(|first| day > first) && last >= Some(day);
            doubts.push(disputed_end(also, lies_between));
        }
    }
    let disputed = instrument.stages.iter().filter(|stage| stage.kind == StageKind::RepealedInPart);
    for also in disputed.filter_map(|stage| stage.date_also) {
        let ended = instrument.ended.unwrap_or(also);
        let (first, last) = (also.first.min(ended.first), also.last.max(ended.last));
        let lies_between = first.is_some_and(|first| day > first) && last >= Some(day);
        doubts.push(disputed_end(also, lies_between));
    }
    if provisions.iter().any(|provision| end_of(instrument, provision).is_none()) {
        doubts.push(Doubt::NoRecordedEnd);
    }
    doubts
}

fn disputed_end(also: DateSpan, lies_between: bool) -> Doubt {
    if lies_between { Doubt::EndDisputed(also) } else { Doubt::EndDisputedElsewhere(also) }
}

fn is_loose(span: &DateSpan) -> bool {
    span.precision != Precision::Day || span.is_approximate || span.is_uncertain
}
