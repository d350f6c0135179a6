//! A day asked for: what was in force on it, and what had changed since another.

use super::force::{Force, provision_force};
use super::instrument::{ProvisionGroup, provision_groups};
use super::life::{LifeStep, life_steps};
use super::notes::Notes;
use super::{in_language, span_words};
use crate::address::instrument_address;
use crate::pages::dates::date_in_words;
use crate::{FormMistake, Text};
use chrono::NaiveDate;
use serde::Deserialize;
use std::borrow::Cow;
use synodik_codex::{Codex, Instrument, Provision};

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
    pub(super) in_force: Vec<InForce<'a>>,
    pub(super) n_provisions: u64,
    pub(super) changes: Option<Changes<'a>>,
}

/// An instrument in force, with those of its provisions that were.
pub(super) struct InForce<'a> {
    pub(super) address: String,
    pub(super) title: &'a str,
    pub(super) force: Cow<'a, str>,
    pub(super) groups: Vec<ProvisionGroup<'a>>,
}

/// What changed between two days.
pub(super) struct Changes<'a> {
    pub(super) title: String,
    pub(super) steps: Vec<Change<'a>>,
}

/// A step in the life of an instrument.
pub(super) struct Change<'a> {
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
    let words = moment.relation.as_deref().map(|word| codex.relation_with_broader(word));
    let concerns = |provision: &&Provision| {
        words.as_ref().is_none_or(|words| {
            provision.relations.iter().any(|relation| words.contains(&relation.as_str()))
        })
    };
    let mut in_force = Vec::new();
    let mut n_provisions = 0;
    for instrument in &codex.instruments {
        let held: Vec<(&Provision, Force)> = instrument
            .provisions
            .iter()
            .filter(|provision| concerns(provision))
            .filter_map(|known| Some((known, provision_force(instrument, known, moment.at)?)))
            .collect();
        let Some((_, force)) = held.first() else { continue };
        n_provisions += held.len() as u64;
        in_force.push(InForce {
            address: instrument_address(&instrument.instrument_id),
            title: in_language(&instrument.title, t),
            force: t.label("held", force.name()),
            groups: provision_groups(codex, held.iter().map(|(known, _)| *known), notes, t),
        });
    }
    let concerned = |known: &&Instrument| known.provisions.iter().any(|one| concerns(&one));
    let changes = moment.since.map(|since| {
        let instruments = codex.instruments.iter().filter(concerned);
        let days = [("since", &*day_words(since, t)), ("at", &*day_words(moment.at, t))];
        let title = t.fill("moment-changes", &days).into_owned();
        Changes { title, steps: changes(codex, instruments, (since, moment.at), notes, t) }
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

/// Returns the steps after one day, up to and with another, by date.
fn changes<'a>(
    codex: &'a Codex,
    instruments: impl Iterator<Item = &'a Instrument>,
    (since, at): (NaiveDate, NaiveDate),
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    for instrument in instruments {
        for mut step in life_steps(codex, instrument, t) {
            let first = step.span.first.unwrap_or(NaiveDate::MIN);
            let last = step.span.last.unwrap_or(NaiveDate::MAX);
            if last <= since || first > at {
                continue;
            }
            let sources = if step.sources.is_empty() { &instrument.sources } else { step.sources };
            step.notes = notes.cite(sources);
            step.date = span_words(&step.span, t);
            found.push(Change {
                address: instrument_address(&instrument.instrument_id),
                title: in_language(&instrument.title, t),
                step,
            });
        }
    }
    found.sort_by_key(|change| change.step.span.first);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
