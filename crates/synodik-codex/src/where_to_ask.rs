//! Which archives may hold a file about the events of a record, and what they ask.

use crate::annotate::{EventFacts, FactField, FoldedWords, PhraseIndex, PhraseSet};
use crate::edtf::optional_span;
use crate::{ArchiveGuide, Bilingual, Codex, CodexError, DataFile, codex, load};
use serde::Deserialize;
use std::sync::LazyLock;
use synodik_model::{DateSpan, EventKind, Record};

/// An archive that may hold a file, with the reasons why.
#[derive(Debug, Clone, PartialEq)]
pub struct ArchiveAdvice<'c> {
    /// The archive, with its rules and the day for which they were put down.
    pub archive: &'c ArchiveGuide,
    /// The fonds that matter, as the archive's entry writes them.
    pub fonds: Vec<&'c Bilingual>,
    /// Why this archive.
    pub reasons: Vec<&'c Bilingual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdviceFile {
    advice: Vec<AdviceText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdviceText {
    id: String,
    archive: String,
    kinds: Vec<String>,
    without: Option<String>,
    #[serde(default, deserialize_with = "optional_span")]
    from: Option<DateSpan>,
    #[serde(default, deserialize_with = "optional_span")]
    until: Option<DateSpan>,
    #[serde(default)]
    all: Vec<WordsText>,
    #[serde(default)]
    none: Vec<WordsText>,
    fond: Option<String>,
    reason: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsText {
    fields: Vec<FactField>,
    any: Vec<String>,
}

/// The rules of advice, compiled.
#[derive(Debug)]
pub struct AdviceRules {
    rules: Vec<AdviceRule>,
    phrases: PhraseIndex,
}

#[derive(Debug)]
struct AdviceRule {
    archive_id: String,
    kinds: Vec<EventKind>,
    without: Option<EventKind>,
    from: Option<DateSpan>,
    until: Option<DateSpan>,
    all: Vec<(Vec<FactField>, PhraseSet)>,
    none: Vec<(Vec<FactField>, PhraseSet)>,
    fond: Option<String>,
    reason: Bilingual,
}

static RULES: LazyLock<AdviceRules> = LazyLock::new(|| {
    AdviceRules::compile(codex(), &load::ADVICE)
        .expect("a test compiles the rules that are compiled in")
});

/// Returns the archives that may hold a file about the events of a record.
///
/// # Shape
///
/// Each archive once, the most specific first, as `data/codex/where_to_ask.toml` has them.
/// Empty for a record without events.
///
/// # Source
///
/// `data/codex/where_to_ask.toml`, `data/archives.toml`
pub fn where_to_ask(record: &Record<'_>) -> Vec<ArchiveAdvice<'static>> {
    RULES.advise(codex(), record)
}

impl AdviceRules {
    /// Compiles the rules for a codex.
    ///
    /// # Errors
    ///
    /// [`CodexError::Unreadable`] for a file that is not of its form, or a rule that names an
    /// archive, fond or kind of event that is not known.
    pub fn compile(codex: &Codex, file: &DataFile<'_>) -> Result<AdviceRules, CodexError> {
        let texts: AdviceFile = toml::from_str(file.text)
            .map_err(|error| CodexError::from_toml(file.path, file.text, &error))?;
        let mut compiled = AdviceRules { rules: Vec::new(), phrases: PhraseIndex::default() };
        for text in texts.advice {
            let line = file.text.lines().position(|line| line == format!("id = \"{}\"", text.id));
            let rule_id = text.id.clone();
            let rule = compiled.rule(codex, text).map_err(|what| CodexError::Unreadable {
                file: file.path.to_owned(),
                line: line.map_or(1, |line_idx| line_idx + 1),
                message: format!("advice `{rule_id}` names a {what} that is not known"),
            })?;
            compiled.rules.push(rule);
        }
        Ok(compiled)
    }

    /// Returns the rule of a text; the error says what of it is not known.
    fn rule(&mut self, codex: &Codex, text: AdviceText) -> Result<AdviceRule, &'static str> {
        let archive = codex.archive(&text.archive).ok_or("archive")?;
        let kind = |name: &String| EventKind::from_name(name).ok_or("kind of event");
        if let Some(fond) = &text.fond
            && !archive.fonds.iter().any(|known| known.en.starts_with(fond.as_str()))
        {
            return Err("fond");
        }
        Ok(AdviceRule {
            archive_id: text.archive,
            kinds: text.kinds.iter().map(kind).collect::<Result<_, _>>()?,
            without: text.without.as_ref().map(kind).transpose()?,
            from: text.from,
            until: text.until,
            all: self.conditions(text.all)?,
            none: self.conditions(text.none)?,
            fond: text.fond,
            reason: text.reason,
        })
    }

    fn conditions(
        &mut self,
        texts: Vec<WordsText>,
    ) -> Result<Vec<(Vec<FactField>, PhraseSet)>, &'static str> {
        let mut conditions = Vec::new();
        for text in texts {
            let mut phrases = PhraseSet::default();
            for phrase in &text.any {
                phrases.insert(self.phrases.add(phrase).ok_or("phrase")?);
            }
            conditions.push((text.fields, phrases));
        }
        Ok(conditions)
    }

    fn advise<'c>(&'c self, codex: &'c Codex, record: &Record<'_>) -> Vec<ArchiveAdvice<'c>> {
        let mut advice: Vec<ArchiveAdvice<'c>> = Vec::new();
        for rule in self.rules.iter().filter(|rule| self.is_met(rule, record)) {
            let Some(archive) = codex.archive(&rule.archive_id) else { continue };
            let fonds = archive.fonds.iter().filter(|fond| {
                rule.fond.as_ref().is_some_and(|start| fond.en.starts_with(start.as_str()))
            });
            match advice.iter_mut().find(|known| known.archive.archive_id == rule.archive_id) {
                Some(known) => {
                    known.fonds.extend(fonds);
                    known.reasons.push(&rule.reason);
                }
                None => {
                    let fonds = fonds.collect();
                    advice.push(ArchiveAdvice { archive, fonds, reasons: vec![&rule.reason] });
                }
            }
        }
        advice
    }

    fn is_met(&self, rule: &AdviceRule, record: &Record<'_>) -> bool {
        let has = |kind: EventKind| record.events.iter().any(|event| event.kind == kind);
        if rule.without.is_some_and(has) {
            return false;
        }
        record.events.iter().any(|event| {
            let facts = EventFacts::of(record, event);
            (rule.kinds.is_empty() || rule.kinds.contains(&facts.kind()))
                && is_in_time(rule, &facts)
                && rule.all.iter().all(|condition| self.holds(condition, &facts))
                && !rule.none.iter().any(|condition| self.holds(condition, &facts))
        })
    }

    fn holds(&self, (fields, words): &(Vec<FactField>, PhraseSet), facts: &EventFacts<'_>) -> bool {
        let mut folded = FoldedWords::default();
        fields.iter().any(|field| self.phrases.scan(facts.text(*field), &mut folded).meets(words))
    }
}

/// Returns whether an event may lie in the time of a rule; without a date it may not.
fn is_in_time(rule: &AdviceRule, facts: &EventFacts<'_>) -> bool {
    let (Some(from), Some(until)) = (rule.from, rule.until) else { return true };
    let Some(date) = facts.date() else { return false };
    date.first() <= until.last && date.last().is_none_or(|last| Some(last) >= from.first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_model::{DateStatement, EntryPlace, Event, Field};

    fn check(kind: EventKind, date: &str, residence: &str, body: &str) -> Vec<String> {
        let place =
            EntryPlace { file_number: 1, entry_number: 1, line: 1, byte_offset: 0, byte_length: 0 };
        let mut record = Record::empty(place, "".into());
        let span = crate::parse_edtf(date).expect("a date");
        record.events.push(Event {
            date: Some(DateStatement::plain(span)),
            body: Some(body.into()),
            ..Event::of(kind)
        });
        record.set(Field::Residence, residence);
        where_to_ask(&record).iter().map(|advice| advice.archive.archive_id.clone()).collect()
    }

    #[test]
    fn residence_and_date_point_to_the_archive() {
        let moscow = check(EventKind::Sentence, "1937-12-01", "г. Москва", "тройка");
        assert_eq!(moscow[0], "ar-ru-garf");
        assert!(moscow.contains(&"ar-ru-prosecutor".to_owned()));
        let kiev = check(EventKind::Sentence, "1937-12-01", "г. Киев", "тройка");
        assert_eq!(kiev[0], "ar-ua-sbu");
        assert!(!kiev.contains(&"ar-ru-fsb-regional".to_owned()), "{kiev:?}");
        let household = check(EventKind::Dispossession, "1930-03-01", "Омская обл.", "");
        assert!(household.contains(&"ar-ru-regional-state".to_owned()), "{household:?}");
        assert!(household.contains(&"ar-ru-mvd-ic".to_owned()), "{household:?}");
    }

    #[test]
    fn a_fond_is_named_where_it_is_known() {
        let place =
            EntryPlace { file_number: 1, entry_number: 1, line: 1, byte_offset: 0, byte_length: 0 };
        let mut record = Record::empty(place, "".into());
        assert!(where_to_ask(&record).is_empty(), "no event, no advice");
        let span = crate::parse_edtf("1941-06-14").expect("a date");
        let date = Some(DateStatement::plain(span));
        record.events.push(Event { date, ..Event::of(EventKind::Deportation) });
        record.set(Field::Residence, "Латвия, г. Рига");
        let advice = where_to_ask(&record);
        let latvia = advice.iter().find(|advice| advice.archive.archive_id == "ar-lv-lva");
        let latvia = latvia.expect("the archive of Latvia");
        assert!(latvia.fonds[0].en.starts_with("f.1987"));
        assert_eq!(latvia.reasons.len(), 2);
    }

    #[test]
    fn advice_that_names_nothing_known_is_refused() {
        for (from, to) in [("ar-ru-garf", "ar-ru-gark"), ("\"R-10035\"", "\"Q-10035\"")] {
            let text = load::ADVICE.text.replacen(from, to, 1);
            let file = DataFile { path: "codex/where_to_ask.toml", text: &text };
            assert!(AdviceRules::compile(codex(), &file).is_err(), "{to}");
        }
    }
}
