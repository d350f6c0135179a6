//! A day asked for: what was in force on it, and what had changed since another.

use super::instrument::{ProvisionGroup, provision_groups};
use super::life::{LifeStep, life_step};
use super::notes::Notes;
use super::{in_language, span_words};
use crate::address::instrument_address;
use crate::pages::dates::date_in_words;
use crate::{FormMistake, Text};
use chrono::NaiveDate;
use serde::Deserialize;
use synodik_codex::{Codex, Doubt, changes_between, concerns_relation, in_force_at};
use synodik_model::DateSpan;

/// The form as sent; empty means not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct MomentForm {
    /// The day.
    pub at: String,
    /// Word of the vocabulary of relations.
    pub relation: String,
    /// An earlier day to compare with.
    pub since: String,
}

/// What is asked, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub at: NaiveDate,
    /// Word of the vocabulary of relations.
    pub relation: Option<String>,
    /// An earlier day to compare with.
    pub since: Option<NaiveDate>,
}

impl MomentForm {
    /// Returns whether nothing is asked.
    pub fn is_blank(&self) -> bool {
        [&self.at, &self.relation, &self.since].iter().all(|value| value.trim().is_empty())
    }

    /// Returns what is asked.
    ///
    /// # Errors
    ///
    /// All mistakes, in the order of the form.
    pub fn parse(&self, codex: &Codex) -> Result<Moment, Vec<FormMistake>> {
        let mut mistakes = Vec::new();
        let mut mistake = |field, kind| mistakes.push(FormMistake { field, kind });
        let at = parse_day(&self.at);
        match at {
            None if self.at.trim().is_empty() => mistake("at", "missing"),
            None => mistake("at", "date"),
            Some(_) => {}
        }
        let relation = self.relation.trim();
        if !relation.is_empty() && codex.relation(relation).is_none() {
            mistake("relation", "unknown");
        }
        let since = parse_day(&self.since);
        if since.is_none() && !self.since.trim().is_empty() {
            mistake("since", "date");
        }
        if let (Some(at), Some(since)) = (at, since)
            && since >= at
        {
            mistake("since", "order");
        }
        match at {
            Some(at) if mistakes.is_empty() => {
                let relation = Some(relation.to_owned()).filter(|word| !word.is_empty());
                Ok(Moment { at, relation, since })
            }
            _ => Err(mistakes),
        }
    }
}

/// Parses `1937-09-01` or `01.09.1937`.
fn parse_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let is_plain = |mark| text.chars().all(|letter| letter.is_ascii_digit() || letter == mark);
    let form = match text.len() {
        10 if is_plain('-') => "%Y-%m-%d",
        10 if is_plain('.') => "%d.%m.%Y",
        _ => return None,
    };
    NaiveDate::parse_from_str(text, form).ok()
}

/// The answer, ready to be shown.
pub(super) struct MomentView<'a> {
    pub(super) title: String,
    pub(super) relation: Option<&'a str>,
    pub(super) in_force: Vec<ActView<'a>>,
    pub(super) n_provisions: u64,
    pub(super) changes: Option<Changes<'a>>,
}

/// An instrument in force, with those of its provisions that were.
pub(super) struct ActView<'a> {
    pub(super) address: String,
    pub(super) title: &'a str,
    /// In force, or why that is in doubt.
    pub(super) standing: Vec<String>,
    pub(super) groups: Vec<ProvisionGroup<'a>>,
}

/// What changed between two days.
pub(super) struct Changes<'a> {
    pub(super) title: String,
    pub(super) steps: Vec<ChangeView<'a>>,
}

/// A step in the life of an instrument.
pub(super) struct ChangeView<'a> {
    pub(super) address: String,
    pub(super) title: &'a str,
    pub(super) step: LifeStep<'a>,
}

/// Returns what was in force on the day asked for, and what had changed.
pub(super) fn moment_view<'a>(
    codex: &'a Codex,
    moment: &'a Moment,
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> MomentView<'a> {
    let acts = in_force_at(codex, moment.at, moment.relation.as_deref());
    let n_provisions = acts.iter().map(|act| act.provisions.len() as u64).sum();
    let in_force = acts.into_iter().map(|act| ActView {
        address: instrument_address(&act.instrument.instrument_id),
        title: in_language(&act.instrument.title, t),
        standing: standing_words(&act.doubts, t),
        groups: provision_groups(codex, act.provisions.into_iter(), notes, t),
    });
    let in_force = in_force.collect();
    let changes = moment.since.map(|since| {
        let days = [("since", &*day_words(since, t)), ("at", &*day_words(moment.at, t))];
        let title = t.fill("moment-changes", &days).into_owned();
        Changes { title, steps: changes(codex, (since, moment), notes, t) }
    });
    let relation = moment.relation.as_deref().and_then(|word| codex.relation(word));
    let title = t.fill("moment-title", &[("day", &day_words(moment.at, t))]).into_owned();
    let relation = relation.map(|relation| in_language(&relation.name, t));
    MomentView { title, relation, in_force, n_provisions, changes }
}

fn day_words(day: NaiveDate, t: Text<'_>) -> String {
    let edtf = day.format("%Y-%m-%d").to_string();
    date_in_words(&edtf, t).unwrap_or(edtf)
}

/// Returns that an instrument was in force, or each reason to doubt it.
fn standing_words(doubts: &[Doubt], t: Text<'_>) -> Vec<String> {
    if doubts.is_empty() {
        return vec![t.say("held-certain").into_owned()];
    }
    let mut standing = Vec::new();
    for doubt in doubts {
        let dated = |key: &str, span: &DateSpan| t.fill(key, &[("date", &span_words(span, t))]);
        let words = match doubt {
            Doubt::StartApproximate(span) => dated("held-start-approximate", span),
            Doubt::EndApproximate(span) => dated("held-end-approximate", span),
            Doubt::EndDisputed(span) => dated("held-end-disputed", span),
            Doubt::EndDisputedElsewhere(span) => dated("held-end-disputed-elsewhere", span),
            Doubt::NoRecordedEnd => t.say("held-no-end"),
        };
        // The end of an act and a stage of it may tell the same dispute.
        if !standing.iter().any(|known: &String| *known == words) {
            standing.push(words.into_owned());
        }
    }
    standing
}

/// Returns the steps after one day, up to and with that asked about, by date.
fn changes<'a>(
    codex: &'a Codex,
    (since, moment): (NaiveDate, &Moment),
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> Vec<ChangeView<'a>> {
    let mut found = Vec::new();
    for change in changes_between(codex, since, moment.at) {
        let instrument = change.instrument;
        let relation = moment.relation.as_deref();
        if relation.is_some_and(|relation| !concerns_relation(codex, instrument, relation)) {
            continue;
        }
        let mut step = life_step(codex, instrument, &change.stage, t);
        step.notes = notes.cite(step.sources);
        found.push(ChangeView {
            address: instrument_address(&instrument.instrument_id),
            title: in_language(&instrument.title, t),
            step,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use synodik_codex::codex;

    fn mistakes(at: &str, relation: &str, since: &str) -> Vec<(&'static str, &'static str)> {
        let [at, relation, since] = [at, relation, since].map(str::to_owned);
        let mistakes = MomentForm { at, relation, since }.parse(codex()).err();
        mistakes.unwrap_or_default().iter().map(|found| (found.field, found.kind)).collect()
    }

    #[test]
    fn what_cannot_be_answered_is_named() {
        for (at, relation, since, expected) in [
            ("1937-09-01", "wife", "", vec![]),
            ("01.09.1937", "", "1937-01-01", vec![]),
            ("", "wife", "", vec![("at", "missing")]),
            ("1937-02-30", "", "", vec![("at", "date")]),
            ("1937", "", "", vec![("at", "date")]),
            ("+937-09-01", "", "", vec![("at", "date")]),
            ("1937-09-01", "neighbour", "", vec![("relation", "unknown")]),
            ("1937-09-01", "", "soon", vec![("since", "date")]),
            ("1937-09-01", "", "1937-09-01", vec![("since", "order")]),
            ("x", "y", "z", vec![("at", "date"), ("relation", "unknown"), ("since", "date")]),
        ] {
            assert_eq!(mistakes(at, relation, since), expected, "{at} {relation} {since}");
        }
    }

    #[test]
    fn what_is_in_doubt_is_said() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let standing = |instrument_id: &str, day: &str| {
            let day = parse_day(day).expect("a day");
            let acts = in_force_at(codex(), day, None);
            let act = acts.iter().find(|act| act.instrument.instrument_id == instrument_id);
            act.map(|act| standing_words(&act.doubts, t).join("; "))
        };
        for (instrument_id, day, expected) in [
            ("nkvd-00447", "1937-08-04", None),
            ("nkvd-00447", "1937-08-05", Some("in force")),
            ("nkvd-00447", "1938-11-17", Some("in force")),
            ("nkvd-00447", "1938-11-18", None),
            ("nkvd-00439", "1938-09-01", Some("sources disagree on the end")),
            ("nkvd-00486", "1937-09-01", Some("no end is recorded")),
        ] {
            let words = standing(instrument_id, day);
            let is_said = match (&words, expected) {
                (Some(words), Some("in force")) => words == "in force",
                (Some(words), Some(expected)) => words.contains(expected),
                (words, expected) => words.as_deref() == expected,
            };
            assert!(is_said, "{instrument_id} {day}: {words:?}");
        }
    }
}
