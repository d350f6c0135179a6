//! One person: the entries held to be of that person, and what each of them says.

use super::decrees::{Advice, EventDecrees, advice_for, decrees_of};
use super::family::{RelativesView, relatives_view};
use super::life_line::{
    Days, LifeLine, LifeMoment, Station, closed_days, draw_life, event_words, may_be_one, moments,
    stations,
};
use super::linked_data::person_document;
use super::map::{SmallMap, life_map};
use super::record::{certainty, heading, is_quoted_field, quoted, years};
use super::related::{probability_words, source_title};
use super::{Frame, Page};
use crate::address::{compare_address, person_address, record_address, source_address};
use crate::{FoundPerson, Text};
use askama::Template;
use std::borrow::Cow;
use synodik_index::{PublicRecord, PublicSource};
use synodik_model::{EventKind, Field};
use synodik_names::latin_key;

/// Fields that tell of the entry and not of the person.
const OF_THE_ENTRY: [Field; 4] =
    [Field::EntryId, Field::StatedSource, Field::StatedSourceUrl, Field::ArchiveReference];

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
    /// The name in the letters of the reader, when it is written in others.
    years: Option<String>,
    forms: Vec<&'a str>,
    moments: Vec<LifeMoment<'a>>,
    line: Option<LifeLine>,
    stations: Vec<Station<'a>>,
    decrees: Vec<EventDecrees<'a>>,
    advice: Vec<Advice>,
    verbatim: Vec<VerbatimView<'a>>,
    n_verbatim_left_out: u64,
    linked_data: String,
}

/// One entry, word for word.
struct VerbatimView<'a> {
    number: usize,
    address: String,
    text: &'a str,
}

/// Entries that stand word for word on the page; the others are a step away.
const N_VERBATIM: usize = 8;

/// Letters of an entry that stand on the page.
const MAX_VERBATIM_BYTES: usize = 3_000;

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
    /// Address and place of the source.
    source_address: String,
    /// Address of the comparison with the first entry.
    compare: Option<String>,
}

/// What the entries say of one thing.
struct StatementRow<'a> {
    label: Cow<'a, str>,
    statements: Vec<Statement<'a>>,
    /// Whether the entries say different things of the person.
    /// That the entries do not say the same, and in what.
    differs: Option<Cow<'a, str>>,
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
    person: &'a FoundPerson,
    sources: &'a [PublicSource],
) -> Page {
    let t = frame.text;
    let records: Vec<&PublicRecord> = person.entries.iter().map(|(record, _)| record).collect();
    let entries = person.entries.iter().zip(1..).map(|((record, p), number)| EntryView {
        number,
        name: heading(record, t),
        address: record_address(&record.record_id),
        source: source_title(record, sources),
        source_address: source_address(&record.source_id),
        probability: probability_words(*p, t),
        compare: (number > 1).then(|| compare_address(&records[0].record_id, &record.record_id)),
    });
    let n_entries = person.entries.len() as u64;
    let moments = moments(&records, t);
    let address = person_address(&person.person_id);
    let is_short = |record: &&&PublicRecord| record.verbatim.len() <= MAX_VERBATIM_BYTES;
    let verbatim: Vec<VerbatimView<'_>> = records
        .iter()
        .zip(1..)
        .filter(|(record, _)| is_short(record))
        .take(N_VERBATIM)
        .map(|(record, number)| VerbatimView {
            number,
            address: record_address(&record.record_id),
            text: &record.verbatim,
        })
        .collect();
    PersonPage {
        years: records.iter().find_map(|record| years(record, t)),
        forms: name_forms_of(&records),
        line: draw_life(&moments, t),
        moments,
        stations: stations(&records, t),
        decrees: decrees_of_person(&records, t),
        advice: advice_of_person(&records, t),
        n_verbatim_left_out: n_entries - verbatim.len() as u64,
        verbatim,
        linked_data: person_document(&address, &records),
        frame,
        t,
        person_id: &person.person_id,
        name: records.first().map_or_else(|| t.say("hit-no-name"), |record| heading(record, t)),
        lead: t.count("person-lead", &n_entries),
        n_entries,
        entries: entries.collect(),
        fields: field_rows(&records, t),
        events: event_rows(&records, t),
        relatives: person.family.as_ref().and_then(|family| {
            let record_ids: Vec<&str> =
                records.iter().map(|record| record.record_id.as_str()).collect();
            relatives_view(family, &record_ids, t)
        }),
        map: life_map((t, frame.gazetteer), records.iter().copied()),
    }
    .render()
}

/// Returns the forms in which the entries write the name, none twice.
fn name_forms_of<'a>(records: &[&'a PublicRecord]) -> Vec<&'a str> {
    let mut forms: Vec<&str> = Vec::new();
    for record in records.iter().copied() {
        let variants = record.get(Field::NameVariants).unwrap_or_default();
        for form in std::iter::once(record.name.as_str()).chain(variants.split("; ")) {
            if !form.trim().is_empty() && !forms.contains(&form.trim()) {
                forms.push(form.trim());
            }
        }
    }
    forms
}

/// Returns the provisions beside the events of all entries, those of one event and day once.
fn decrees_of_person<'a>(records: &[&'a PublicRecord], t: Text<'a>) -> Vec<EventDecrees<'a>> {
    let mut found: Vec<EventDecrees<'a>> = Vec::new();
    for decrees in records.iter().take(N_VERBATIM).flat_map(|record| decrees_of(record, t)) {
        let same = |known: &EventDecrees<'_>| {
            known.label == decrees.label
                && known.date == decrees.date
                && known.decrees.len() == decrees.decrees.len()
        };
        if !found.iter().any(same) {
            found.push(decrees);
        }
    }
    found
}

/// Returns the archives that may hold a file, none twice.
fn advice_of_person(records: &[&PublicRecord], t: Text<'_>) -> Vec<Advice> {
    let mut found: Vec<Advice> = Vec::new();
    for advice in records.iter().take(N_VERBATIM).flat_map(|record| advice_for(record, t)) {
        if !found.iter().any(|known| known.address == advice.address) {
            found.push(advice);
        }
    }
    found
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
        let differs = !OF_THE_ENTRY.contains(&spec.field)
            && match spec.field {
                Field::Birth => {
                    differ_in_days(records.iter().map(|record| [record.birth_edtf.as_deref()]))
                }
                _ => differ_in_letters(&statements),
            };
        let differs = differs.then(|| t.say("person-differs"));
        StatementRow { label: t.label("field", spec.name), statements, differs }
    });
    rows.filter(|row| !row.statements.is_empty()).collect()
}

fn event_rows<'a>(records: &[&'a PublicRecord], t: Text<'a>) -> Vec<StatementRow<'a>> {
    let rows = EventKind::ALL.iter().map(|kind| {
        let mut statements: Vec<Statement<'a>> = Vec::new();
        for (record, number) in records.iter().zip(1..) {
            for event in record.events.iter().filter(|event| event.kind == kind.name()) {
                let words = event_words(event, t);
                // How sure the source is, where it is not.
                let doubt = event.certainty.as_deref().filter(|words| *words != "high");
                let words = match doubt.map(|words| certainty(words, t)) {
                    Some(doubt) => Cow::Owned(format!("{words} ({doubt})")),
                    None => words,
                };
                add_statement(&mut statements, words, number);
            }
        }
        // One entry may tell of two arrests; two entries of one arrest on different days disagree.
        let differs = differ_in_days(records.iter().map(|record| {
            let of_kind = record.events.iter().filter(|event| event.kind == kind.name());
            of_kind.map(|event| event.date_edtf.as_deref())
        }));
        let differs = differs.then(|| t.say("person-dates-differ"));
        StatementRow { label: t.label("event", kind.name()), statements, differs }
    });
    rows.filter(|row| !row.statements.is_empty()).collect()
}

/// Returns whether two entries date something so that no date of one may be one of the other.
fn differ_in_days<'a, D>(entries: impl Iterator<Item = D>) -> bool
where
    D: IntoIterator<Item = Option<&'a str>>,
{
    let of_entry =
        |dates: D| -> Vec<Days> { dates.into_iter().flatten().filter_map(closed_days).collect() };
    let dated: Vec<_> = entries.map(of_entry).filter(|days| !days.is_empty()).collect();
    let agree = |a: &[Days], b: &[Days]| a.iter().any(|a| b.iter().any(|b| may_be_one(*a, *b)));
    (1..dated.len()).any(|later| dated[..later].iter().any(|a| !agree(a, &dated[later])))
}

/// Returns whether values differ in more than script and the size of letters.
fn differ_in_letters(statements: &[Statement<'_>]) -> bool {
    let key = |value: &str| -> Vec<String> {
        let words = value.split(|sign: char| !sign.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(|word| latin_key(&word.to_lowercase())).collect()
    };
    let first = statements.first().map(|statement| key(&statement.value));
    statements.iter().skip(1).any(|statement| Some(key(&statement.value)) != first)
}

fn add_statement<'a>(statements: &mut Vec<Statement<'a>>, value: Cow<'a, str>, number: usize) {
    match statements.iter_mut().find(|statement| statement.value == value) {
        Some(known) if known.numbers.contains(&number) => {}
        Some(known) => known.numbers.push(number),
        None => statements.push(Statement { value, numbers: vec![number] }),
    }
}
