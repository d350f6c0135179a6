//! What of the rules stands in a record, and what follows for its events.

use super::difference::{self, Difference};
use super::facts::{EventFacts, FactField};
use super::phrases::{FoldedWords, PhraseSet};
use super::rules::{AnnotationRules, Condition, Rule};
use super::{Annotation, AnnotationStatus, Matched, Remark, term};
use chrono::NaiveDate;

/// How likely an annotation is, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Named,
    /// Named, and in force on the day; something else differs.
    NamedWithDifference,
    Consistent,
    Different,
}

/// The phrases found in a record, one event after the other; a field is read when first asked
/// for, and what is the same for all events of a record only once.
pub(super) struct Scanned<'c> {
    rules: &'c AnnotationRules<'c>,
    found: [Option<PhraseSet>; FactField::ALL.len()],
    words: FoldedWords,
    /// What the stated measure touches, and the term it states.
    stated: Option<(PhraseSet, Option<f32>)>,
}

impl<'c> Scanned<'c> {
    /// Returns a record of which nothing has been read.
    pub(super) fn of(rules: &'c AnnotationRules<'c>) -> Scanned<'c> {
        let found = [None; FactField::ALL.len()];
        Scanned { rules, found, words: FoldedWords::default(), stated: None }
    }

    /// Returns the annotations of the next event of the record, the likeliest first.
    pub(super) fn annotate(&mut self, facts: &EventFacts<'_>) -> Vec<Annotation<'c>> {
        let date = facts.date();
        let days = date.map(|date| {
            (date.first().unwrap_or(NaiveDate::MIN), date.last().unwrap_or(NaiveDate::MAX))
        });
        let rules = self.rules;
        let of_kind = rules.of_kind(facts.kind());
        let candidates = of_kind.candidates(days);
        if candidates.is_empty() {
            return Vec::new();
        }
        self.found[..FactField::N_OF_EVENT].fill(None);
        self.stated = None;
        let mut triggers = PhraseSet::default();
        for &field in &of_kind.trigger_fields {
            triggers.add_all(self.scan(facts, field));
        }
        let mut ranked: Vec<(Rank, Annotation<'c>)> = Vec::new();
        for &rule_idx in candidates.iter() {
            let rule = &rules.rules[rule_idx];
            if rule.triggers.as_ref().is_none_or(|words| words.meets(&triggers)) {
                ranked.extend(self.apply(facts, rule, days));
            }
        }
        in_order(ranked)
    }

    /// Returns the annotation by one rule, if it applies.
    fn apply(
        &mut self,
        facts: &EventFacts<'_>,
        rule: &'c Rule<'c>,
        days: Option<(NaiveDate, NaiveDate)>,
    ) -> Option<(Rank, Annotation<'c>)> {
        let is_within = days.is_none_or(|(first, last)| first <= rule.until && last >= rule.from);
        let named = rule.names.iter().find_map(|condition| self.matched(facts, condition));
        if named.is_none() && (!is_within || days.is_none()) {
            return None;
        }
        let agreed = rule.agrees.iter().find_map(|condition| self.matched(facts, condition));
        let has_trigger = !(rule.names.is_empty() && rule.agrees.is_empty());
        if has_trigger && named.is_none() && agreed.is_none() {
            return None;
        }
        let mut matched: Vec<Matched<'c>> = named.into_iter().chain(agreed).collect();
        for condition in &rule.all {
            matched.push(self.matched(facts, condition)?);
        }
        if rule.none.iter().any(|condition| self.matched(facts, condition).is_some()) {
            return None;
        }
        let mut differences = Vec::new();
        if let (false, Some(date), Some((_, last))) = (is_within, facts.date(), days) {
            let of = (rule.instrument, rule.provision);
            differences.push(difference::date_difference(of, date, last < rule.from));
        }
        let mut remarks: Vec<Remark> = date_remark(rule, days).into_iter().collect();
        remarks.extend(self.compare_body(facts, rule, &mut matched, &mut differences));
        let term_years = self.compare_measure(facts, rule, &mut differences);
        let is_stated = |condition| self.matched(facts, condition).is_some();
        if !rule.turns_on.is_empty() && !rule.turns_on.iter().any(is_stated) {
            remarks.push(Remark::CategoryNotStated);
        }
        let (rank, status) = match (differences.is_empty(), named.is_some()) {
            (true, true) => (Rank::Named, AnnotationStatus::NamedInRecord),
            (true, false) => (Rank::Consistent, AnnotationStatus::ConsistentWith),
            (false, true) if is_within => {
                (Rank::NamedWithDifference, AnnotationStatus::RecordDiffers)
            }
            (false, _) => (Rank::Different, AnnotationStatus::RecordDiffers),
        };
        let annotation = Annotation {
            instrument: rule.instrument,
            provision: rule.provision,
            status,
            matched,
            differences,
            remarks,
            term_years,
        };
        Some((rank, annotation))
    }

    /// Returns the words of a condition that stand in the record.
    fn matched(&mut self, facts: &EventFacts<'_>, condition: &Condition) -> Option<Matched<'c>> {
        condition.fields.iter().find_map(|&field| {
            let phrase_idx = self.scan(facts, field).first_common(&condition.phrases)?;
            Some(Matched { field, words: self.rules.phrases.written(phrase_idx) })
        })
    }

    /// Adds what the record says otherwise than expected, and tells when it says nothing.
    fn compare_body(
        &mut self,
        facts: &EventFacts<'_>,
        rule: &'c Rule<'c>,
        matched: &mut Vec<Matched<'c>>,
        differences: &mut Vec<Difference<'c>>,
    ) -> Option<Remark> {
        let mut remark = None;
        for condition in &rule.expects {
            let mut stated = condition.fields.iter().map(|&field| facts.text(field));
            let Some(stated) = stated.find(|text| !text.is_empty()) else {
                remark = Some(Remark::BodyNotStated);
                continue;
            };
            match (self.matched(facts, condition), &rule.provision.body) {
                (Some(fits), _) => matched.push(fits),
                (None, Some(expected)) => {
                    let stated = stated.to_owned();
                    differences.push(Difference::OtherBody { stated, expected });
                }
                (None, None) => {}
            }
        }
        remark
    }

    /// Compares kind and term of the measure; returns the term that the record states.
    fn compare_measure(
        &mut self,
        facts: &EventFacts<'_>,
        rule: &'c Rule<'c>,
        differences: &mut Vec<Difference<'c>>,
    ) -> Option<f32> {
        let (found, years) = self.stated_measure(facts);
        let mut touched =
            self.rules.measure_words.iter().filter(|(_, words)| found.meets(words)).peekable();
        let has_kind = touched.peek().is_some();
        let fits = touched.any(|(touches, _)| rule.touches.contains(&touches.as_str()));
        let is_concrete = rule
            .touches
            .iter()
            .any(|touches| self.rules.measure_words.iter().any(|(known, _)| known == touches));
        if has_kind && is_concrete && !fits {
            let stated = facts.text(FactField::Measure).to_owned();
            differences
                .push(Difference::OtherMeasure { stated, expected: &rule.provision.measure });
        } else if let Some(years) = years {
            differences.extend(difference::term_difference(rule.provision, years));
        }
        years
    }

    fn stated_measure(&mut self, facts: &EventFacts<'_>) -> (PhraseSet, Option<f32>) {
        if let Some(stated) = self.stated {
            return stated;
        }
        let found = *self.scan(facts, FactField::Measure);
        self.words.fold(facts.text(FactField::Measure));
        let stated = (found, term::parse_term_years(&self.words));
        self.stated = Some(stated);
        stated
    }

    fn scan(&mut self, facts: &EventFacts<'_>, field: FactField) -> &PhraseSet {
        let Scanned { rules, found, words, .. } = self;
        found[field as usize].get_or_insert_with(|| rules.phrases.scan(facts.text(field), words))
    }
}

fn date_remark(rule: &Rule<'_>, days: Option<(NaiveDate, NaiveDate)>) -> Option<Remark> {
    let Some((first, last)) = days else { return Some(Remark::NoDate) };
    let touches = first <= rule.until && last >= rule.from;
    let is_partly = touches && (first < rule.from || last > rule.until);
    is_partly.then_some(Remark::DatePartlyWithin)
}

/// Returns annotations in their order, each provision once.
fn in_order(mut ranked: Vec<(Rank, Annotation<'_>)>) -> Vec<Annotation<'_>> {
    ranked.sort_by(|(rank_a, a), (rank_b, b)| {
        let start = |of: &Annotation<'_>| of.instrument.start().first;
        rank_a
            .cmp(rank_b)
            .then_with(|| b.matched.len().cmp(&a.matched.len()))
            .then_with(|| start(b).cmp(&start(a)))
            .then_with(|| a.provision.provision_id.cmp(&b.provision.provision_id))
    });
    let mut annotations: Vec<Annotation<'_>> =
        ranked.into_iter().map(|(_, annotation)| annotation).collect();
    let mut seen: Vec<&str> = Vec::new();
    for annotation in &mut annotations {
        // Two conditions of a rule may meet the same words.
        annotation.matched.dedup();
    }
    annotations.retain(|annotation| {
        let provision_id = annotation.provision.provision_id.as_str();
        let is_first = !seen.contains(&provision_id);
        seen.push(provision_id);
        is_first
    });
    annotations
}
