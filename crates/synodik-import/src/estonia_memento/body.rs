//! Reads what stands behind the name: birth, places, arrest, sentence, deportation, release, death.

use super::date::{DATE, ShortDate};
use super::parts::is_shortened;
use super::statements::{Statement, Topic, is_education, mark_of, speaks_of_kin, statements};
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;
use synodik_model::{DateStatement, Event, EventKind, Field, Record, RowIssue};

/// A term at the start of a text: `10+5`, `25+5 a.`, `8a.`, `2 a. 6 kuud`, `surmaotsus`.
static TERM: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)^[\s,.]* (?P<term> surma-?\s?otsus
        | \d{1,2} \s? (?: [+/] \s? \d{1,2} (?:\s?a[.\s]|\s?a$)? | (?:a|k|aastat|kuud) (?:[.\s]|$) (?:\s?\d+\s?kuud)? ) )";
    Regex::new(pattern).expect("the pattern is constant")
});

/// An entry has a few brackets; more are looked at in no line.
const MAX_BRACKETS: usize = 50;

/// Splits a line into text, source in the last brackets, and a further entry glued to it.
pub(super) fn split_reference(line: &str) -> (&str, &str, Option<&str>) {
    let whole = line.trim_end();
    for (at, _) in whole.match_indices(']').take(MAX_BRACKETS) {
        let after = whole[at + 1..].trim();
        let is_entry = after.starts_with(char::is_uppercase) && after.contains(',');
        if !is_entry && !after.trim_matches('.').is_empty() {
            continue;
        }
        let Some(open) = whole[..at].rfind('[') else { continue };
        let glued = Some(after).filter(|_| is_entry);
        return (&whole[..open], whole[open + 1..at].trim(), glued);
    }
    (whole, "", None)
}

/// Reads the text behind the name into `record`; what speaks of relatives goes to `family`.
pub(super) fn read_body<'t>(record: &mut Record<'t>, text: &'t str, family: &mut Vec<&'t str>) {
    let birth_length = read_birth(record, text);
    let statements = statements(text, birth_length);
    let mut reading = Reading { record, text, family };
    for statement in &statements {
        reading.read(statement);
    }
    let stated =
        record.get(Field::Birth).map(|birth| birth.trim_end_matches(['.', ',']).to_owned());
    let Some(stated) = stated else { return };
    let last_day = |event: &&Event<'_>| event.date.as_ref().and_then(DateStatement::last);
    let first_event =
        record.events.iter().filter(|event| event.date.is_some()).min_by_key(last_day);
    let first_event = first_event.and_then(|event| event.date.as_ref());
    let days = ShortDate::read(&stated).and_then(|date| date.days_of_birth(first_event));
    record.birth = days;
    if record.birth.is_none() {
        record.issues.push(issue(Field::Birth.name(), &stated));
    }
}

fn issue(field: &str, value: &str) -> RowIssue {
    let reason = "expected a date such as `14.06.41`, `06.1941` or `1941` that the calendar has";
    RowIssue { field: field.to_owned(), value: value.to_owned(), reason: reason.to_owned() }
}

/// Reads `s. 14.06.07` or a date at the start; gives the bytes it takes.
fn read_birth<'t>(record: &mut Record<'t>, text: &'t str) -> usize {
    let start = text.len() - text.trim_start_matches([' ', ',', '.']).len();
    let rest = &text[start..];
    let after_mark = match rest.strip_prefix("s.").or_else(|| rest.strip_prefix("sünd.")) {
        Some(after) => after,
        None if rest.starts_with(|letter: char| letter.is_ascii_digit()) => rest,
        None => return start,
    };
    let date_start = text.len() - after_mark.trim_start().len();
    match DATE.find(&text[date_start..]) {
        Some(date) if date.start() == 0 => {
            record.set(Field::Birth, date.as_str());
            date_start + date.end()
        }
        _ if after_mark.len() < rest.len() => date_start,
        _ => start,
    }
}

/// Returns words without the separators around them; a shortened last word keeps its full stop.
fn trimmed(text: &str) -> &str {
    let text = text.trim_matches([' ', ',', ';', '=']);
    let Some(before) = text.strip_suffix('.') else { return text };
    if is_shortened(before) { text } else { before.trim_end_matches([' ', ',', '.']) }
}

/// Finds the articles behind the sign of a paragraph: all up to the term or another word.
fn find_article(text: &str) -> Option<std::ops::Range<usize>> {
    let start = text.find('§')?;
    let mut end = start;
    for piece in text[start..].split_inclusive([',', ';']) {
        let is_first = end == start;
        let starts_with_digit =
            piece.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
        if !is_first && (TERM.is_match(piece) || !(starts_with_digit || piece.contains('§'))) {
            break;
        }
        end += piece.len();
        if piece.ends_with(';') {
            break;
        }
    }
    let end = start + text[start..end].trim_end_matches([',', ';', ' ', '.']).len();
    Some(start..end)
}

/// The record being filled, and the text its statements lie in.
struct Reading<'r, 't> {
    record: &'r mut Record<'t>,
    text: &'t str,
    family: &'r mut Vec<&'t str>,
}

impl<'t> Reading<'_, 't> {
    fn read(&mut self, statement: &Statement) {
        let words = trimmed(&self.text[statement.start..statement.end]);
        let content =
            trimmed(self.text[statement.content..statement.end].trim_start_matches(['=', '.']));
        let is_pointer = statement.topic == Topic::Family;
        if is_pointer || (statement.topic != Topic::Birth && speaks_of_kin(words)) {
            self.family.push(words);
            return;
        }
        match statement.topic {
            Topic::Birth => self.record.set(Field::BirthPlace, content),
            Topic::Residence => self.record.push(Field::Residence, content),
            Topic::Life if is_education(words) => self.record.push(Field::Education, words),
            Topic::Life => self.record.push(Field::Occupation, words),
            Topic::Arrest => self.read_arrest(content),
            Topic::Court => self.read_court(statement, words),
            Topic::Verdict => self.read_verdict(words),
            Topic::Deportation => self.read_deportation(words, content),
            Topic::Place | Topic::Camp => self.read_place(content, statement.topic),
            Topic::Release => self.push_dated(EventKind::Release, content, words),
            Topic::Death => self.push_dated(EventKind::Death, content, words),
            Topic::Execution => self.push_dated(EventKind::Execution, content, words),
            Topic::NotDeported | Topic::See | Topic::Remark => self.record.push(Field::Note, words),
            Topic::Family => {}
        }
    }

    /// Returns the date a content starts with, and what stands behind it.
    fn date_at_start(content: &'t str) -> (Option<&'t str>, &'t str) {
        let content = content.trim_start_matches([' ', '.', '=']);
        match DATE.find(content) {
            Some(date) if date.start() == 0 => {
                (Some(date.as_str()), content[date.end()..].trim_start_matches([' ', ',', '.']))
            }
            _ => (None, content),
        }
    }

    fn event(&mut self, kind: EventKind, date: Option<&'t str>) -> Event<'t> {
        let read = date.and_then(ShortDate::read).and_then(|date| date.days(1900));
        if let (Some(date), None) = (date, &read) {
            self.record.issues.push(issue(kind.name(), date));
        }
        Event { date_stated: date.map(Cow::Borrowed), date: read, ..Event::of(kind) }
    }

    fn push(&mut self, event: Event<'t>) {
        let fields = match event.kind {
            EventKind::Arrest => [Some(Field::ArrestDate), None, Some(Field::ArrestBody)],
            EventKind::Sentence => [Some(Field::SentenceDate), None, Some(Field::SentenceBody)],
            EventKind::Deportation => [Some(Field::ExileDate), Some(Field::ExilePlace), None],
            EventKind::Release => [Some(Field::ReleaseDate), None, None],
            EventKind::Death => [Some(Field::DeathDate), Some(Field::DeathPlace), None],
            EventKind::Execution => [Some(Field::ExecutionDate), None, None],
            _ => [None; 3],
        };
        let values = [&event.date_stated, &event.place, &event.body];
        for (field, value) in fields.into_iter().zip(values) {
            if let (Some(field), Some(value)) = (field, value)
                && self.record.get(field).is_none()
            {
                self.record.set(field, value.clone());
            }
        }
        if event.kind == EventKind::Sentence {
            for (field, value) in
                [(Field::Article, &event.article), (Field::Sentence, &event.measure)]
            {
                if let (Some(value), None) = (value, self.record.get(field)) {
                    self.record.set(field, value.clone());
                }
            }
        }
        self.record.events.push(event);
    }

    fn read_arrest(&mut self, content: &'t str) {
        let (date, rest) = Self::date_at_start(content);
        let mut event = self.event(EventKind::Arrest, date);
        let article = find_article(rest);
        event.article = article.clone().map(|found| Cow::Borrowed(&rest[found]));
        let place = trimmed(&rest[..article.map_or(rest.len(), |found| found.start)]);
        event.place = (!place.is_empty()).then_some(Cow::Borrowed(place));
        self.push(event);
    }

    fn read_court(&mut self, statement: &Statement, words: &'t str) {
        let content = &self.text[statement.content..statement.end];
        // Behind a full stop without a space there may be a date: `trib.24.01.45`.
        let date = DATE.find(content);
        let article = find_article(content);
        let article_start = article.as_ref().map(|found| found.start);
        let body_end = [date.map(|found| found.start()), article_start];
        let body_end = body_end.into_iter().flatten().min().unwrap_or_default();
        let body = trimmed(&self.text[statement.start..statement.content + body_end]);
        // What looks like a date inside the articles is none.
        let date = date.filter(|date| article_start.is_none_or(|start| date.start() < start));
        let mut event = self.event(EventKind::Sentence, date.map(|found| found.as_str()));
        event.body = Some(Cow::Borrowed(if body.is_empty() { words } else { body }));
        event.article = article.clone().map(|found| Cow::Borrowed(&content[found]));
        let behind = article.map(|found| found.end).or(date.map(|found| found.end()));
        let behind = &content[behind.unwrap_or_default()..];
        let term = TERM.captures(behind).and_then(|captures| captures.name("term"));
        event.measure = term.map(|term| Cow::Borrowed(term.as_str().trim()));
        self.push(event);
    }

    fn read_verdict(&mut self, words: &'t str) {
        self.record.set(Field::DeathSentence, words);
        let known = self.record.events.iter_mut().rfind(|event| event.kind == EventKind::Sentence);
        if let Some(event) = known.filter(|event| event.measure.is_none()) {
            event.measure = Some(Cow::Borrowed(words));
        }
        if self.record.get(Field::Sentence).is_none() {
            self.record.set(Field::Sentence, words);
        }
    }

    fn read_deportation(&mut self, words: &'t str, content: &'t str) {
        let decision = mark_of(content).filter(|(topic, _)| *topic == Topic::Court);
        if decision.is_some() {
            let date = DATE.find(content);
            let mut event = self.event(EventKind::Sentence, date.map(|found| found.as_str()));
            let body = trimmed(&content[..date.map_or(content.len(), |found| found.start())]);
            event.body = Some(Cow::Borrowed(body));
            let mark = words.split(' ').next().unwrap_or(words);
            event.measure = Some(Cow::Borrowed(mark));
            self.push(event);
        }
        let (date, rest) = match decision {
            Some(_) => (None, ""),
            None => Self::date_at_start(content),
        };
        let mut event = self.event(EventKind::Deportation, date);
        event.place = (!rest.is_empty() && date.is_none()).then_some(Cow::Borrowed(rest));
        event.text = Some(Cow::Borrowed(words));
        self.push(event);
    }

    /// A place behind a semicolon is that of the camp or of the settlement.
    fn read_place(&mut self, content: &'t str, topic: Topic) {
        if content.is_empty() {
            return;
        }
        let last = self.record.events.iter_mut().rfind(|event| {
            matches!(event.kind, EventKind::Deportation | EventKind::Arrest | EventKind::Sentence)
        });
        let is_deported = last.as_ref().is_none_or(|event| event.kind == EventKind::Deportation)
            || self.record.events.iter().any(|event| event.kind == EventKind::Deportation)
                && topic == Topic::Place;
        if !is_deported || topic == Topic::Camp {
            let place = Some(Cow::Borrowed(content));
            self.push(Event { place, ..Event::of(EventKind::Imprisonment) });
            return;
        }
        let known =
            self.record.events.iter_mut().rfind(|event| event.kind == EventKind::Deportation);
        match known.filter(|event| event.place.is_none()) {
            Some(event) => {
                event.place = Some(Cow::Borrowed(content));
                self.record.set(Field::ExilePlace, content);
            }
            None => {
                let place = Some(Cow::Borrowed(content));
                self.push(Event { place, ..Event::of(EventKind::Deportation) });
            }
        }
    }

    /// An event with the first date of its statement and its words.
    fn push_dated(&mut self, kind: EventKind, content: &'t str, words: &'t str) {
        let date = DATE.find(content);
        let mut event = self.event(kind, date.map(|found| found.as_str()));
        event.text = Some(Cow::Borrowed(words));
        let place = date.map_or("", |found| trimmed(&content[found.end()..]));
        let is_place = kind.is_end_of_life() && place.starts_with(char::is_uppercase);
        event.place = is_place.then_some(Cow::Borrowed(place));
        self.push(event);
    }
}
