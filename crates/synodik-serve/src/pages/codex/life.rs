//! The life of an instrument: adopted, amended, suspended, repealed; as a list and as bars.

use super::chart::{Bar, Mark, TimeAxis, TimeChart, TimeRow};
use super::{certainty_words, in_language, span_words};
use crate::Text;
use crate::address::instrument_address;
use chrono::NaiveDate;
use std::borrow::Cow;
use synodik_codex::{Codex, Instrument, Stage, StageKind, life_line};
use synodik_model::DateSpan;

/// Where the bars of a single life start, in units of the drawing.
const LEFT: i32 = 24;

/// One step of a life.
pub(super) struct LifeStep<'a> {
    pub(super) label: Cow<'a, str>,
    pub(super) date: String,
    /// The date that other sources give.
    pub(super) other_date: Option<String>,
    pub(super) by: Option<InstrumentLink<'a>>,
    pub(super) words: Vec<&'a str>,
    pub(super) certainty: Cow<'a, str>,
    /// Set by the page, from `sources`.
    pub(super) notes: Vec<usize>,
    pub(super) sources: &'a [String],
    span: DateSpan,
    other_span: Option<DateSpan>,
}

/// An instrument named on another page.
pub(super) struct InstrumentLink<'a> {
    pub(super) address: String,
    pub(super) title: &'a str,
}

/// Returns the link to an instrument, if the codex has it.
pub(super) fn instrument_link<'a>(
    codex: &'a Codex,
    instrument_id: &str,
    t: Text<'_>,
) -> Option<InstrumentLink<'a>> {
    let instrument = codex.instrument(instrument_id)?;
    let address = instrument_address(instrument_id);
    Some(InstrumentLink { address, title: in_language(&instrument.title, t) })
}

/// Returns the steps of a life in the order of time.
pub(super) fn life_steps<'a>(
    codex: &'a Codex,
    instrument: &'a Instrument,
    t: Text<'a>,
) -> Vec<LifeStep<'a>> {
    let stages = life_line(instrument).stages;
    stages.iter().map(|stage| life_step(codex, instrument, stage, t)).collect()
}

/// Returns one step of the life of an instrument in words.
pub(super) fn life_step<'a>(
    codex: &'a Codex,
    instrument: &'a Instrument,
    stage: &Stage<'a>,
    t: Text<'a>,
) -> LifeStep<'a> {
    let span = stage.date.primary;
    let other_span = stage.date.others.first().copied();
    let is_end = instrument.ending == Some(stage.kind) && instrument.ended == Some(span);
    let end_note = instrument.ended_note.as_ref().filter(|_| is_end);
    let words = [stage.note, end_note].into_iter().flatten();
    LifeStep {
        label: t.label("stage", stage.kind.name()),
        date: span_words(&span, t),
        other_date: other_span.map(|span| span_words(&span, t)),
        by: stage.by.and_then(|by| instrument_link(codex, by, t)),
        words: words.map(|words| in_language(words, t)).collect(),
        certainty: certainty_words(stage.certainty, t),
        notes: Vec::new(),
        sources: stage.sources,
        span,
        other_span,
    }
}

/// Draws a life with its steps numbered as in the list.
pub(super) fn life_chart(
    instrument: &Instrument,
    steps: &[LifeStep<'_>],
    t: Text<'_>,
) -> Option<TimeChart> {
    let spans = || steps.iter().flat_map(|step| [Some(step.span), step.other_span]).flatten();
    let first = spans().filter_map(|span| span.first).min()?;
    let last = spans().filter_map(|span| span.last.or(span.first)).max()?;
    let axis = TimeAxis::between(first, last, LEFT);
    let mut told = String::new();
    let mut rows = vec![TimeRow { bars: life_bars(instrument, &axis), ..TimeRow::default() }];
    for (step_idx, step) in steps.iter().enumerate() {
        let number = (step_idx + 1).to_string();
        told.push_str(&format!("{number}. {}: {}. ", step.label, step.date));
        let mark = |day, is_other_date| {
            let x = axis.x(day);
            Mark { x, label: number.clone(), is_other_date }
        };
        let mut marks: Vec<Mark> =
            step.span.first.map(|day| mark(day, false)).into_iter().collect();
        if let (Some(day), Some(words)) =
            (step.other_span.and_then(|span| span.first), &step.other_date)
        {
            told.push_str(&t.fill("life-other-date", &[("date", words)]));
            told.push_str(". ");
            marks.push(mark(day, true));
        }
        rows.push(TimeRow { marks, ..TimeRow::default() });
    }
    let title = t.fill("life-chart-title", &[("title", in_language(&instrument.title, t))]);
    Some(TimeChart::of_rows("life", (title.into_owned(), told), &axis, rows))
}

/// Returns the bars of an instrument: in force, in force in part, or not known exactly.
pub(super) fn life_bars(instrument: &Instrument, axis: &TimeAxis) -> Vec<Bar> {
    let start = instrument.start();
    let Some(start_first) = start.first else { return Vec::new() };
    let start_last = start.last.unwrap_or(start_first);
    let is_partial_end = instrument.ending == Some(StageKind::RepealedInPart);
    let end = instrument.ended.filter(|_| !is_partial_end);
    let weakened = weakened_on(instrument);
    let mut bars = Vec::new();
    let mut push = |from: NaiveDate, to: NaiveDate, kind| {
        if from < to && !axis.is_beyond(from) {
            bars.push(Bar::between(axis.x(from), axis.x(to), kind));
        }
    };
    push(start_first, start_last, "unsure");
    let far = NaiveDate::MAX;
    let end_first = end.and_then(|end| end.first).unwrap_or(far);
    let full_until = match (weakened, end) {
        (Some(day), _) => day.min(end_first),
        (None, Some(_)) => end_first,
        (None, None) => start_last,
    };
    push(start_last, full_until, "full");
    match (weakened, end) {
        (Some(day), _) => push(day, end_first, "part"),
        (None, None) => push(start_last, far, "unsure"),
        (None, Some(_)) => {}
    }
    if let Some(end) = end {
        push(end_first.max(start_last), end.last.unwrap_or(far), "unsure");
    }
    let is_open =
        end.is_none() || end.and_then(|end| end.last).is_none_or(|day| axis.is_beyond(day));
    if let Some(bar) = bars.last_mut().filter(|bar| is_open && bar.end() >= axis.right()) {
        bar.goes_on = true;
    }
    bars
}

/// Returns the day from which an instrument no longer held as a whole.
fn weakened_on(instrument: &Instrument) -> Option<NaiveDate> {
    let is_weakening =
        |kind: StageKind| matches!(kind, StageKind::Suspended | StageKind::RepealedInPart);
    let by_stage = instrument
        .stages
        .iter()
        .filter(|stage| is_weakening(stage.kind))
        .filter_map(|stage| stage.date.first)
        .min();
    let by_end = instrument
        .ended
        .filter(|_| instrument.ending.is_some_and(is_weakening))
        .and_then(|ended| ended.first);
    [by_stage, by_end].into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use synodik_codex::codex;

    fn kinds(instrument_id: &str) -> Vec<&'static str> {
        let instrument = codex().instrument(instrument_id).expect("in the codex");
        let axis = TimeAxis::between(
            NaiveDate::from_ymd_opt(1918, 1, 1).expect("a day"),
            NaiveDate::from_ymd_opt(1956, 12, 31).expect("a day"),
            300,
        );
        life_bars(instrument, &axis).into_iter().map(|bar| bar.kind).collect()
    }

    #[test]
    fn bars_tell_what_is_known() {
        for (instrument_id, expected) in [
            ("nkvd-00447", vec!["full"]),
            ("nkvd-00486", vec!["full", "part"]),
            ("nkvd-00689", vec!["full", "unsure"]),
            ("decree-1930-02-01", vec!["unsure"]),
            ("rf-1761-1-1991", vec![]),
        ] {
            assert_eq!(kinds(instrument_id), expected, "{instrument_id}");
        }
    }

    #[test]
    fn the_end_is_told_once_and_both_years_are_marked() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let order = codex().instrument("nkvd-00486").expect("in the codex");
        let steps = life_steps(codex(), order, t);
        let labels: Vec<&str> = steps.iter().map(|step| step.label.as_ref()).collect();
        assert_eq!(labels, ["adopted", "entered into force", "amended", "repealed in part"]);
        assert_eq!(steps[3].date, "17 October 1938");
        assert_eq!(steps[3].other_date.as_deref(), Some("17 October 1937"));
        let chart = life_chart(order, &steps, t).expect("a drawing");
        let n_other: usize = chart.rows.iter().map(|row| row.marks.len()).sum();
        assert_eq!(n_other, 5);
        assert!(chart.description.contains("17 October 1937"));
    }
}
