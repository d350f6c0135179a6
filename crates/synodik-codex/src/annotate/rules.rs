//! The rules by which events are set beside provisions, as written and compiled.

use super::facts::FactField;
use super::phrases::{PhraseIndex, PhraseSet};
use crate::as_of::period_of;
use crate::{Codex, CodexError, Instrument, Provision};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
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
    /// What its measures touch: `life`, `liberty`, `residence` …
    pub(super) touches: Vec<&'c str>,
}

/// Rules of annotation, compiled: words folded, rules found by kind and year.
#[derive(Debug)]
pub struct AnnotationRules<'c> {
    pub(super) rules: Vec<Rule<'c>>,
    pub(super) phrases: PhraseIndex,
    /// Words by which a record states a measure, with what the measure touches.
    pub(super) measure_words: Vec<(String, PhraseSet)>,
    /// Rules by kind of event and year, and those that also apply outside their time.
    by_kind: Vec<Vec<Vec<usize>>>,
    named_by_kind: Vec<Vec<usize>>,
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
            named_by_kind: Vec::new(),
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
        Ok(Rule {
            instrument,
            provision,
            kinds: kinds.ok_or("kind of event")?,
            from: from.unwrap_or(NaiveDate::MIN),
            until: until.unwrap_or(NaiveDate::MAX),
            names: conditions(text.names)?,
            agrees: conditions(text.agrees)?,
            all: conditions(text.all)?,
            none: conditions(text.none)?,
            expects: conditions(text.expects)?,
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
        let n_years = YEARS.count();
        self.by_kind = vec![vec![Vec::new(); n_years]; EventKind::ALL.len()];
        self.named_by_kind = vec![Vec::new(); EventKind::ALL.len()];
        for (rule_idx, rule) in self.rules.iter().enumerate() {
            for kind in &rule.kinds {
                let kind_idx = *kind as usize;
                for (year_idx, year) in YEARS.enumerate() {
                    if (rule.from.year()..=rule.until.year()).contains(&year) {
                        self.by_kind[kind_idx][year_idx].push(rule_idx);
                    }
                }
                if !rule.names.is_empty() {
                    self.named_by_kind[kind_idx].push(rule_idx);
                }
            }
        }
    }

    /// Returns the rules that an event of that kind between two days may come under: those in
    /// force in one of its years, and those that a record may name outside their time.
    pub(super) fn candidates(
        &self,
        kind: EventKind,
        days: Option<(NaiveDate, NaiveDate)>,
    ) -> Vec<usize> {
        let kind_idx = kind as usize;
        let mut candidates = self.named_by_kind[kind_idx].clone();
        if let Some((first, last)) = days {
            let years = first.year().max(*YEARS.start())..=last.year().min(*YEARS.end());
            for year in years {
                let year_idx = (year - YEARS.start()) as usize;
                candidates.extend(&self.by_kind[kind_idx][year_idx]);
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        candidates
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
