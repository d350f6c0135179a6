//! The rules by which events are set beside provisions, as written and compiled.

use super::facts::FactField;
use super::phrases::{PhraseIndex, PhraseSet};
use crate::as_of::period_of;
use crate::{Codex, CodexError, Instrument, Provision};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::borrow::Cow;
use synodik_model::EventKind;

/// First and last year that rules are looked up by; others are outside every instrument here.
const YEARS: std::ops::RangeInclusive<i32> = 1917..=2035;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    rule: Vec<RuleText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    id: String,
    instrument: String,
    provision: String,
    kinds: Vec<String>,
    /// A campaign whose time narrows that of the provision.
    campaign: Option<String>,
    /// One of them in the record names the instrument.
    #[serde(default)]
    names: Vec<ConditionText>,
    /// One of them in the record agrees with the provision.
    #[serde(default)]
    agrees: Vec<ConditionText>,
    /// Each of them has to be in the record.
    #[serde(default)]
    all: Vec<ConditionText>,
    /// None of them may be in the record.
    #[serde(default)]
    none: Vec<ConditionText>,
    /// If the record states the field, it should say this; otherwise it differs.
    #[serde(default)]
    expects: Vec<ConditionText>,
    /// If none of them is in the record, it does not state the category of the provision.
    #[serde(default)]
    turns_on: Vec<ConditionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionText {
    fields: Vec<FactField>,
    any: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureWordsFile {
    measure: Vec<MeasureWordsText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureWordsText {
    touches: String,
    any: Vec<String>,
}

/// Words that have to stand in one of some fields.
#[derive(Debug)]
pub(super) struct Condition {
    pub(super) fields: Vec<FactField>,
    pub(super) phrases: PhraseSet,
}

/// A rule, ready to be applied.
#[derive(Debug)]
pub(super) struct Rule<'c> {
    pub(super) instrument: &'c Instrument,
    pub(super) provision: &'c Provision,
    pub(super) kinds: Vec<EventKind>,
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) names: Vec<Condition>,
    pub(super) agrees: Vec<Condition>,
    pub(super) all: Vec<Condition>,
    pub(super) none: Vec<Condition>,
    pub(super) expects: Vec<Condition>,
    pub(super) turns_on: Vec<Condition>,
    /// What its measures touch: `life`, `liberty`, `residence` …
    pub(super) touches: Vec<&'c str>,
    /// All words of `names` and `agrees`; without any of them the rule does not apply.
    pub(super) triggers: Option<PhraseSet>,
}

/// Rules of annotation, compiled: words folded, rules found by kind and year.
#[derive(Debug)]
pub struct AnnotationRules<'c> {
    pub(super) rules: Vec<Rule<'c>>,
    pub(super) phrases: PhraseIndex,
    /// Words by which a record states a measure, with what the measure touches.
    pub(super) measure_words: Vec<(String, PhraseSet)>,
    by_kind: Vec<RulesOfKind>,
}

/// The rules for one kind of event.
#[derive(Debug, Default)]
pub(super) struct RulesOfKind {
    /// For each of [`YEARS`]: rules in force in it, and those that a record may name.
    by_year: Vec<Vec<usize>>,
    /// Rules that a record may name outside their time.
    named: Vec<usize>,
    /// Fields in which the words of some rule's `names` and `agrees` may stand.
    pub(super) trigger_fields: Vec<FactField>,
}

impl<'c> AnnotationRules<'c> {
    /// Compiles rule files for a codex.
    ///
    /// # Shape
    ///
    /// `files`: name and text of the files of `data/codex/rules/`.
    ///
    /// # Errors
    ///
    /// [`CodexError::Unreadable`] for a file that is not of its form, or a rule that names
    /// something that is not in the codex.
    pub fn compile(
        codex: &'c Codex,
        files: &[crate::DataFile<'_>],
    ) -> Result<AnnotationRules<'c>, CodexError> {
        let mut compiled = AnnotationRules {
            rules: Vec::new(),
            phrases: PhraseIndex::default(),
            measure_words: Vec::new(),
            by_kind: Vec::new(),
        };
        for file in files {
            compiled.add_file(codex, file)?;
        }
        compiled.index();
        Ok(compiled)
    }

    fn add_file(&mut self, codex: &'c Codex, file: &crate::DataFile<'_>) -> Result<(), CodexError> {
        let unreadable = |error| CodexError::from_toml(file.path, file.text, &error);
        if file.path.ends_with("measure_words.toml") {
            let words: MeasureWordsFile = toml::from_str(file.text).map_err(unreadable)?;
            for measure in words.measure {
                let phrases = self.phrase_set(&measure.any);
                let phrases = phrases.ok_or_else(|| bad_rule(file, &measure.touches, "phrase"))?;
                self.measure_words.push((measure.touches, phrases));
            }
            return Ok(());
        }
        let rules: RulesFile = toml::from_str(file.text).map_err(unreadable)?;
        for text in rules.rule {
            let rule_id = text.id.clone();
            let rule = self.rule(codex, text);
            self.rules.push(rule.map_err(|what| bad_rule(file, &rule_id, what))?);
        }
        Ok(())
    }

    /// Returns the rule of a text; the error says what of it is not known.
    fn rule(&mut self, codex: &'c Codex, text: RuleText) -> Result<Rule<'c>, &'static str> {
        let instrument = codex.instrument(&text.instrument).ok_or("instrument")?;
        let provision = instrument.provision(&text.provision).ok_or("provision")?;
        let kinds: Option<Vec<EventKind>> =
            text.kinds.iter().map(|kind| EventKind::from_name(kind)).collect();
        let (mut from, mut until) = period_of(instrument, provision);
        if let Some(campaign) = &text.campaign {
            let campaign = codex.campaign(campaign).ok_or("campaign")?;
            from = from.max(campaign.started.first);
            let end = campaign.ended.last;
            until = until.map_or(end, |until| end.map(|end| end.min(until)));
        }
        let touches = provision.measures.iter().filter_map(|word| codex.measure(word));
        let mut conditions = |texts: Vec<ConditionText>| -> Result<Vec<Condition>, &'static str> {
            let compile = |text: ConditionText| {
                let phrases = self.phrase_set(&text.any).ok_or("phrase")?;
                Ok(Condition { fields: text.fields, phrases })
            };
            texts.into_iter().map(compile).collect()
        };
        let names = conditions(text.names)?;
        let agrees = conditions(text.agrees)?;
        let mut triggers = PhraseSet::default();
        for condition in names.iter().chain(&agrees) {
            triggers.add_all(&condition.phrases);
        }
        Ok(Rule {
            triggers: (!triggers.is_empty()).then_some(triggers),
            instrument,
            provision,
            kinds: kinds.ok_or("kind of event")?,
            from: from.unwrap_or(NaiveDate::MIN),
            until: until.unwrap_or(NaiveDate::MAX),
            names,
            agrees,
            all: conditions(text.all)?,
            none: conditions(text.none)?,
            expects: conditions(text.expects)?,
            turns_on: conditions(text.turns_on)?,
            touches: touches.map(|measure| measure.touches.as_str()).collect(),
        })
    }

    fn phrase_set(&mut self, phrases: &[String]) -> Option<PhraseSet> {
        let mut set = PhraseSet::default();
        for phrase in phrases {
            set.insert(self.phrases.add(phrase)?);
        }
        Some(set)
    }

    fn index(&mut self) {
        let rules = &self.rules;
        self.by_kind = EventKind::ALL.iter().map(|kind| RulesOfKind::of(*kind, rules)).collect();
    }

    /// Returns the rules for events of that kind.
    pub(super) fn of_kind(&self, kind: EventKind) -> &RulesOfKind {
        &self.by_kind[kind as usize]
    }
}

impl RulesOfKind {
    fn of(kind: EventKind, rules: &[Rule<'_>]) -> RulesOfKind {
        let mut of_kind =
            RulesOfKind { by_year: vec![Vec::new(); YEARS.count()], ..RulesOfKind::default() };
        for (rule_idx, rule) in
            rules.iter().enumerate().filter(|(_, rule)| rule.kinds.contains(&kind))
        {
            let is_nameable = !rule.names.is_empty();
            let in_force = rule.from.year()..=rule.until.year();
            for (year, rules) in YEARS.zip(&mut of_kind.by_year) {
                if is_nameable || in_force.contains(&year) {
                    rules.push(rule_idx);
                }
            }
            if is_nameable {
                of_kind.named.push(rule_idx);
            }
            let conditions = rule.names.iter().chain(&rule.agrees);
            for &field in conditions.flat_map(|condition| &condition.fields) {
                if !of_kind.trigger_fields.contains(&field) {
                    of_kind.trigger_fields.push(field);
                }
            }
        }
        of_kind
    }

    /// Returns the rules that an event between two days may come under: those in force in
    /// one of its years, and those that a record may name outside their time.
    pub(super) fn candidates(&self, days: Option<(NaiveDate, NaiveDate)>) -> Cow<'_, [usize]> {
        let Some((first, last)) = days else { return Cow::Borrowed(&self.named) };
        let first = first.year().max(*YEARS.start());
        let last = last.year().min(*YEARS.end());
        if first > last {
            return Cow::Borrowed(&self.named);
        }
        let of_year = |year: i32| &self.by_year[(year - YEARS.start()) as usize];
        if first == last {
            return Cow::Borrowed(of_year(first));
        }
        let mut candidates: Vec<usize> = (first..=last).flat_map(of_year).copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        Cow::Owned(candidates)
    }
}

fn bad_rule(file: &crate::DataFile<'_>, rule_id: &str, what: &str) -> CodexError {
    let line = file.text.lines().position(|line| line.contains(&format!("\"{rule_id}\"")));
    CodexError::Unreadable {
        file: file.path.to_owned(),
        line: line.map_or(1, |line_idx| line_idx + 1),
        message: format!("rule `{rule_id}` names a {what} that is not known"),
    }
}
