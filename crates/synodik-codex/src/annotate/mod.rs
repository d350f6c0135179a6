//! Sets documented events of the archive beside the provisions that may have covered them.
//!
//! The rules are data, `data/codex/rules/`. Several provisions may fit an event; all are
//! given, ranked, none is forced. An event outside the time of an instrument has no
//! annotation, unless the record itself names the instrument or its formula.
//!
//! **Invariant:** only an event of a record can be annotated ([`EventFacts`]); nothing is
//! claimed about a person, and nothing about what is not in the record.

mod difference;
mod facts;
mod phrases;
mod rules;
mod term;

#[cfg(test)]
mod tests;

pub use difference::Difference;
pub use facts::{EventFacts, FactField};
pub(crate) use phrases::{FoldedWords, PhraseIndex, PhraseSet};
pub use rules::AnnotationRules;

use crate::load::rule_files;
use crate::{Instrument, Provision, codex};
use chrono::NaiveDate;
use rules::{Condition, Rule};
use std::sync::LazyLock;
use synodik_model::Record;

/// How an event stands to a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnotationStatus {
    /// The record names the instrument or its formula, and nothing in it differs.
    NamedInRecord,
    /// Nothing in the record differs, and it says what the provision is about.
    ConsistentWith,
    /// The provision was in force or is named, but the record differs.
    RecordDiffers,
}

/// A provision that may have covered an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation<'c> {
    /// The instrument.
    pub instrument: &'c Instrument,
    /// The provision.
    pub provision: &'c Provision,
    /// How the event stands to it.
    pub status: AnnotationStatus,
    /// What of the record fits.
    pub matched: Vec<Matched>,
    /// What of the record differs; empty unless the status says so.
    pub differences: Vec<Difference<'c>>,
    /// What the record leaves open.
    pub remarks: Vec<Remark>,
    /// The term that the record states, in years.
    pub term_years: Option<f32>,
}

/// Words of the record that a rule looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// Where they stand.
    pub field: FactField,
    /// As the rule writes them: small letters, `*` after the beginning of a word.
    pub words: String,
}

/// Something the record leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// The event has no readable date.
    NoDate,
    /// Only some of the days the event may mean lie in the time of the provision.
    DatePartlyWithin,
}

static RULES: LazyLock<AnnotationRules<'static>> = LazyLock::new(|| {
    AnnotationRules::compile(codex(), &rule_files())
        .expect("a test compiles the rules that are compiled in")
});

/// Returns the rules that are compiled in; the first call compiles them.
pub fn annotation_rules() -> &'static AnnotationRules<'static> {
    &RULES
}

/// Returns the provisions that may have covered an event, the likeliest first.
///
/// # Shape
///
/// Sorted: named in the record; named and in force, though the record differs; consistent
/// with; other differences; then by how much of the record fits; then the latest instrument
/// first. Each provision once.
///
/// # Source
///
/// `data/codex/rules/`, `data/codex/measure_words.toml`, `data/instruments/`
pub fn annotate_event<'c>(
    rules: &AnnotationRules<'c>,
    facts: &EventFacts<'_>,
) -> Vec<Annotation<'c>> {
    let date = facts.date();
    let days = date.map(|date| {
        (date.first().unwrap_or(NaiveDate::MIN), date.last().unwrap_or(NaiveDate::MAX))
    });
    let candidates = rules.candidates(facts.kind(), days);
    if candidates.is_empty() {
        return Vec::new();
    }
    let mut scanned = Scanned {
        rules,
        facts,
        found: [None; FactField::ALL.len()],
        words: FoldedWords::default(),
        stated: None,
    };
    let mut ranked: Vec<(Rank, Annotation<'c>)> = candidates
        .into_iter()
        .filter_map(|rule_idx| scanned.apply(&rules.rules[rule_idx], days))
        .collect();
    ranked.sort_by(|(rank_a, a), (rank_b, b)| {
        let start = |of: &Annotation<'_>| of.instrument.start().first;
        rank_a
            .cmp(rank_b)
            .then_with(|| b.matched.len().cmp(&a.matched.len()))
            .then_with(|| start(b).cmp(&start(a)))
            .then_with(|| a.provision.provision_id.cmp(&b.provision.provision_id))
    });
    let mut annotations: Vec<Annotation<'c>> =
        ranked.into_iter().map(|(_, annotation)| annotation).collect();
    let mut seen: Vec<&str> = Vec::new();
    annotations.retain(|annotation| {
        let provision_id = annotation.provision.provision_id.as_str();
        let is_first = !seen.contains(&provision_id);
        seen.push(provision_id);
        is_first
    });
    annotations
}

/// Annotates every event of a record; events without annotation are left out.
///
/// # Shape
///
/// Position of the event in the record with its annotations, in the order of the record.
pub fn annotate_record<'c>(
    rules: &AnnotationRules<'c>,
    record: &Record<'_>,
) -> Vec<(usize, Vec<Annotation<'c>>)> {
    let events = record.events.iter().enumerate();
    events
        .map(|(event_idx, event)| {
            (event_idx, annotate_event(rules, &EventFacts::of(record, event)))
        })
        .filter(|(_, annotations)| !annotations.is_empty())
        .collect()
}

/// How likely an annotation is, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Named,
    /// Named, and in force on the day; something else differs.
    NamedWithDifference,
    Consistent,
    Different,
}

/// The facts of an event with the phrases found in them; a field is read when first asked for.
struct Scanned<'r, 'c, 'e> {
    rules: &'r AnnotationRules<'c>,
    facts: &'r EventFacts<'e>,
    found: [Option<PhraseSet>; FactField::ALL.len()],
    words: FoldedWords,
    /// What the stated measure touches, and the term it states.
    stated: Option<(PhraseSet, Option<f32>)>,
}

impl<'c> Scanned<'_, 'c, '_> {
    /// Returns the annotation by one rule, if it applies.
    fn apply(
        &mut self,
        rule: &Rule<'c>,
        days: Option<(NaiveDate, NaiveDate)>,
    ) -> Option<(Rank, Annotation<'c>)> {
        let is_within = days.is_none_or(|(first, last)| first <= rule.until && last >= rule.from);
        let named = rule.names.iter().find_map(|condition| self.matched(condition));
        if named.is_none() && (!is_within || days.is_none()) {
            return None;
        }
        let agreed = rule.agrees.iter().find_map(|condition| self.matched(condition));
        let has_trigger = !(rule.names.is_empty() && rule.agrees.is_empty());
        if has_trigger && named.is_none() && agreed.is_none() {
            return None;
        }
        let mut matched: Vec<Matched> = named.iter().chain(&agreed).cloned().collect();
        for condition in &rule.all {
            matched.push(self.matched(condition)?);
        }
        if rule.none.iter().any(|condition| self.matched(condition).is_some()) {
            return None;
        }
        let mut differences = Vec::new();
        if let (false, Some(date), Some((_, last))) = (is_within, self.facts.date(), days) {
            let of = (rule.instrument, rule.provision);
            differences.push(difference::date_difference(of, date, last < rule.from));
        }
        self.compare_body(rule, &mut matched, &mut differences);
        let term_years = self.compare_measure(rule, &mut differences);
        let (rank, status) = match (differences.is_empty(), named.is_some()) {
            (true, true) => (Rank::Named, AnnotationStatus::NamedInRecord),
            (true, false) => (Rank::Consistent, AnnotationStatus::ConsistentWith),
            (false, true) if is_within => {
                (Rank::NamedWithDifference, AnnotationStatus::RecordDiffers)
            }
            (false, _) => (Rank::Different, AnnotationStatus::RecordDiffers),
        };
        let remark = match days {
            None => Some(Remark::NoDate),
            Some((first, last)) if is_within && (first < rule.from || last > rule.until) => {
                Some(Remark::DatePartlyWithin)
            }
            Some(_) => None,
        };
        let annotation = Annotation {
            instrument: rule.instrument,
            provision: rule.provision,
            status,
            matched,
            differences,
            remarks: remark.into_iter().collect(),
            term_years,
        };
        Some((rank, annotation))
    }

    /// Returns the words of a condition that stand in the record.
    fn matched(&mut self, condition: &Condition) -> Option<Matched> {
        condition.fields.iter().find_map(|&field| {
            let found = self.scan(field);
            let phrase_idx = found.first_common(&condition.phrases)?;
            Some(Matched { field, words: self.rules.phrases.written(phrase_idx).to_owned() })
        })
    }

    /// Adds what the record says otherwise than expected, where it says anything.
    fn compare_body(
        &mut self,
        rule: &Rule<'c>,
        matched: &mut Vec<Matched>,
        differences: &mut Vec<Difference<'c>>,
    ) {
        for condition in &rule.expects {
            let stated = condition.fields.iter().map(|&field| self.facts.text(field));
            let Some(stated) = stated.into_iter().find(|text| !text.is_empty()) else { continue };
            match (self.matched(condition), &rule.provision.body) {
                (Some(fits), _) => matched.push(fits),
                (None, Some(expected)) => {
                    let stated = stated.to_owned();
                    differences.push(Difference::OtherBody { stated, expected });
                }
                (None, None) => {}
            }
        }
    }

    /// Compares kind and term of the measure; returns the term that the record states.
    fn compare_measure(
        &mut self,
        rule: &Rule<'c>,
        differences: &mut Vec<Difference<'c>>,
    ) -> Option<f32> {
        let (found, years) = self.stated_measure();
        let mut touched =
            self.rules.measure_words.iter().filter(|(_, words)| found.meets(words)).peekable();
        let has_kind = touched.peek().is_some();
        let fits = touched.any(|(touches, _)| rule.touches.contains(&touches.as_str()));
        let is_concrete = rule
            .touches
            .iter()
            .any(|touches| self.rules.measure_words.iter().any(|(known, _)| known == touches));
        if has_kind && is_concrete && !fits {
            let stated = self.facts.text(FactField::Measure).to_owned();
            differences
                .push(Difference::OtherMeasure { stated, expected: &rule.provision.measure });
        } else if let Some(years) = years {
            differences.extend(difference::term_difference(rule.provision, years));
        }
        years
    }

    fn stated_measure(&mut self) -> (PhraseSet, Option<f32>) {
        if let Some(stated) = self.stated {
            return stated;
        }
        let found = self.scan(FactField::Measure);
        let text = self.facts.text(FactField::Measure);
        self.words.fold(text);
        let stated = (found, term::parse_term_years(&self.words));
        self.stated = Some(stated);
        stated
    }

    fn scan(&mut self, field: FactField) -> PhraseSet {
        let slot = field as usize;
        if let Some(found) = self.found[slot] {
            return found;
        }
        let found = self.rules.phrases.scan(self.facts.text(field), &mut self.words);
        self.found[slot] = Some(found);
        found
    }
}
