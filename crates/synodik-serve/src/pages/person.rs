//! One person: the entries held to be of that person, and what each of them says.

use super::dates::date_in_words;
use super::family::{RelativesView, relatives_view};
use super::map::{SmallMap, life_map};
use super::record::{heading, is_quoted_field, quoted};
use super::related::{probability_words, source_title};
use super::{Frame, Page};
use crate::Text;
use crate::address::{compare_address, record_address};
use askama::Template;
use std::borrow::Cow;
use synodik_index::{PublicEvent, PublicFamily, PublicRecord, PublicSource};
use synodik_model::{EventKind, Field};

/// Fields that tell of the entry and not of the person.
const OF_THE_ENTRY: [Field; 4] =
    [Field::EntryId, Field::StatedSource, Field::StatedSourceUrl, Field::ArchiveReference];

/// The entries of a person.
#[derive(Debug)]
pub struct PersonEntries {
    /// Id of the person.
    pub person_id: String,
    /// Every entry with the probability that it belongs.
    pub entries: Vec<(PublicRecord, f32)>,
    /// The family of the person, when one is known.
    pub family: Option<Box<PublicFamily>>,
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    person_id: &'a str,
    name: Cow<'a, str>,
    lead: Cow<'a, str>,
    n_entries: u64,
    entries: Vec<EntryView<'a>>,
    fields: Vec<StatementRow<'a>>,
    events: Vec<StatementRow<'a>>,
    relatives: Option<RelativesView<'a>>,
    map: Option<SmallMap<'a>>,
}

impl PersonPage<'_> {
    /// Which build says so: the person may be another one in the next.
    fn build(&self) -> String {
        let build = self.frame.archive.build.to_string();
        self.t.fill("cite-build", &[("build", &build)]).into_owned()
    }
}

/// One entry, named by its number on the page.
struct EntryView<'a> {
    number: usize,
    name: Cow<'a, str>,
    address: String,
    source: &'a str,
    probability: String,
    /// Address of the comparison with the first entry.
    compare: Option<String>,
}

/// What the entries say of one thing.
struct StatementRow<'a> {
    label: Cow<'a, str>,
    statements: Vec<Statement<'a>>,
    /// Whether the entries say different things of the person.
    differs: bool,
}

/// One value and the entries that state it.
struct Statement<'a> {
    value: Cow<'a, str>,
    numbers: Vec<usize>,
}

impl Statement<'_> {
    fn entries(&self) -> String {
        let numbers: Vec<String> = self.numbers.iter().map(usize::to_string).collect();
        numbers.join(", ")
    }
}

/// Returns the page of a person.
///
/// # Shape
///
/// `person`: at least two entries, in the order of the archive.
///
/// # Errors
///
/// When the template cannot be written.
pub fn person_page<'a>(
    frame: Frame<'a>,
    person: &'a PersonEntries,
    sources: &'a [PublicSource],
) -> Page {
    let t = frame.text;
    let records: Vec<&PublicRecord> = person.entries.iter().map(|(record, _)| record).collect();
    let entries = person.entries.iter().zip(1..).map(|((record, p), number)| EntryView {
        number,
        name: heading(record, t),
        address: record_address(&record.record_id),
        source: source_title(record, sources),
        probability: probability_words(*p, t),
        compare: (number > 1).then(|| compare_address(&records[0].record_id, &record.record_id)),
    });
    let n_entries = person.entries.len() as u64;
    PersonPage {
        frame,
        t,
        person_id: &person.person_id,
        name: records.first().map_or_else(|| t.say("hit-no-name"), |record| heading(record, t)),
        lead: t.count("person-lead", &n_entries),
        n_entries,
        entries: entries.collect(),
        fields: field_rows(&records, t),
        events: event_rows(&records, t),
        relatives: person.family.as_deref().and_then(|family| {
            let record_ids: Vec<&str> =
                records.iter().map(|record| record.record_id.as_str()).collect();
            relatives_view(family, &record_ids, t)
        }),
        map: life_map(t, records.iter().copied()),
    }
    .render()
}

fn field_rows<'a>(records: &[&'a PublicRecord], t: Text<'a>) -> Vec<StatementRow<'a>> {
    let rows = Field::specs().iter().map(|spec| {
        let mut statements: Vec<Statement<'a>> = Vec::new();
        for (record, number) in records.iter().zip(1..) {
            if let Some(value) = record.get(spec.field) {
                let value =
                    if is_quoted_field(spec.name) { quoted(value) } else { Cow::Borrowed(value) };
                add_statement(&mut statements, value, number);
            }
        }
        let differs = statements.len() > 1 && !OF_THE_ENTRY.contains(&spec.field);
        StatementRow { label: t.label("field", spec.name), statements, differs }
    });
    rows.filter(|row| !row.statements.is_empty()).collect()
}

fn event_rows<'a>(records: &[&'a PublicRecord], t: Text<'a>) -> Vec<StatementRow<'a>> {
    let rows = EventKind::ALL.iter().map(|kind| {
        let mut statements: Vec<Statement<'a>> = Vec::new();
        for (record, number) in records.iter().zip(1..) {
            for event in record.events.iter().filter(|event| event.kind == kind.name()) {
                add_statement(&mut statements, event_words(event, t), number);
            }
        }
        let differs = statements.len() > 1;
        StatementRow { label: t.label("event", kind.name()), statements, differs }
    });
    rows.filter(|row| !row.statements.is_empty()).collect()
}

/// Returns an event in one line: when, where, by whom, and what, as the entry says it.
fn event_words<'a>(event: &'a PublicEvent, t: Text<'a>) -> Cow<'a, str> {
    let in_words = event.date_edtf.as_deref().and_then(|edtf| date_in_words(edtf, t));
    let date = in_words.map(Cow::Owned).or(event.date_stated.as_deref().map(Cow::Borrowed));
    let as_written = [&event.place, &event.body, &event.text];
    let quotations = [&event.article, &event.measure];
    let parts: Vec<Cow<'a, str>> = date
        .into_iter()
        .chain(as_written.into_iter().flatten().map(|part| Cow::Borrowed(part.as_str())))
        .chain(quotations.into_iter().flatten().map(|part| quoted(part)))
        .collect();
    match &parts[..] {
        [] => t.say("person-event-bare"),
        parts => Cow::Owned(parts.join(", ")),
    }
}

fn add_statement<'a>(statements: &mut Vec<Statement<'a>>, value: Cow<'a, str>, number: usize) {
    match statements.iter_mut().find(|statement| statement.value == value) {
        Some(known) if known.numbers.contains(&number) => {}
        Some(known) => known.numbers.push(number),
        None => statements.push(Statement { value, numbers: vec![number] }),
    }
}
