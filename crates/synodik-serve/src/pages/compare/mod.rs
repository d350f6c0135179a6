//! Two entries side by side, and why they are held to be one person, or not.

mod waterfall;

use self::waterfall::{Step, Waterfall, bit_words, draw_waterfall};
use super::record::{heading, is_quoted_field, quoted};
use super::related::{probability_words, source_title, verdict_words};
use super::{Frame, Page};
use crate::Text;
use crate::address::{person_address, record_address};
use askama::Template;
use std::borrow::Cow;
use synodik_index::{
    Evidence, LevelWeights, LinkModel, PublicLink, PublicPerson, PublicRecord, PublicSource,
};
use synodik_model::{EventKind, Field};

/// Levels of exact agreement have the band of frequency behind this.
const EXACT: &str = "exact_";

/// Two entries, and what is known of the pair.
#[derive(Debug, Clone, Copy)]
pub struct ComparedPair<'a> {
    /// The entries.
    pub records: [&'a PublicRecord; 2],
    /// The link between them, if one is kept.
    pub link: Option<&'a PublicLink>,
    /// The person of the first, when other entries of it are shown.
    pub person: Option<&'a PublicPerson>,
    /// What agreement weighs.
    pub model: &'a LinkModel,
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    sides: [Side<'a>; 2],
    verdict: Option<Verdict>,
    rows: Vec<ComparedRow<'a>>,
    sums: Vec<SumRow>,
    chart: Option<Waterfall>,
    others: Vec<OtherRow<'a>>,
}

/// One of the two entries.
struct Side<'a> {
    name: Cow<'a, str>,
    address: String,
    source: &'a str,
}

/// What the pair is held to be.
struct Verdict {
    probability: String,
    outcome: String,
    person_address: Option<String>,
    decided: Option<String>,
}

/// A field that was compared.
struct ComparedRow<'a> {
    label: Cow<'a, str>,
    values: [Vec<Cow<'a, str>>; 2],
    agreement: String,
    same_bits: String,
    kin_bits: String,
}

struct SumRow {
    label: String,
    same_bits: String,
    kin_bits: String,
}

/// A field that was not compared.
struct OtherRow<'a> {
    label: Cow<'a, str>,
    values: [Cow<'a, str>; 2],
}

/// Returns the page that sets two entries side by side.
///
/// # Errors
///
/// When the template cannot be written.
pub fn compare_page<'a>(
    frame: Frame<'a>,
    pair: &ComparedPair<'a>,
    sources: &'a [PublicSource],
) -> Page {
    let t = frame.text;
    let evidence = pair.link.map(|link| pair.model.explain(&link.levels));
    let sides = pair.records.map(|record| Side {
        name: heading(record, t),
        address: record_address(&record.record_id),
        source: source_title(record, sources),
    });
    let (rows, sums, chart) = match &evidence {
        Some(evidence) => (
            compared_rows(pair, evidence, t),
            sum_rows(pair.model, evidence, t),
            Some(waterfall(pair.model, evidence, t)),
        ),
        None => (Vec::new(), Vec::new(), None),
    };
    ComparePage {
        frame,
        t,
        sides,
        verdict: pair.link.map(|link| verdict(link, pair.person, t)),
        rows,
        sums,
        chart,
        others: other_rows(pair, evidence.as_ref(), t),
    }
    .render()
}

fn verdict(link: &PublicLink, person: Option<&PublicPerson>, t: Text<'_>) -> Verdict {
    let p_stranger = (1.0 - link.p_same - link.p_kin).max(0.0);
    let [same, kin, stranger] =
        [link.p_same, link.p_kin, p_stranger].map(|p| probability_words(p, t));
    let words = [("same", same.as_str()), ("kin", kin.as_str()), ("stranger", stranger.as_str())];
    let key = if link.is_one_person { "compare-one-person" } else { "compare-two-persons" };
    let person = person.filter(|_| link.is_one_person);
    Verdict {
        probability: t.fill("compare-probability", &words).into_owned(),
        outcome: t.say(key).into_owned(),
        person_address: person.map(|person| person_address(&person.person_id)),
        decided: link.verdict.as_ref().map(|verdict| verdict_words(verdict, t)),
    }
}

fn compared_rows<'a>(
    pair: &ComparedPair<'a>,
    evidence: &Evidence<'a>,
    t: Text<'a>,
) -> Vec<ComparedRow<'a>> {
    let steps = evidence.steps.iter();
    let rows = steps.map(|step| {
        let values = pair.records.map(|record| stated_values(record, step.column, t));
        let bits = |bits: fn(&LevelWeights) -> f32| {
            step.level.map_or(String::new(), |level| bit_words(bits(level), t))
        };
        ComparedRow {
            label: t.label("field", step.column),
            agreement: step
                .level
                .map_or_else(|| t.say("level-missing").into_owned(), |level| level_words(level, t)),
            same_bits: bits(|level| level.same_bits),
            kin_bits: bits(|level| level.kin_bits),
            values,
        }
    });
    rows.filter(|row| row.values.iter().any(|values| !values.is_empty())).collect()
}

/// Returns what an entry says in a column that is compared, each value once.
fn stated_values<'a>(record: &'a PublicRecord, column: &str, t: Text<'_>) -> Vec<Cow<'a, str>> {
    let mut values: Vec<&'a str> =
        Field::from_name(column).and_then(|field| record.get(field)).into_iter().collect();
    match column {
        "surname" | "given" | "patronymic" if values.is_empty() => {
            values.extend(record.get(Field::Name));
        }
        _ => {}
    }
    if column == "surname" {
        values.extend(record.get(Field::NameVariants));
    }
    if let ("birth", [], Some(age)) = (column, &values[..], record.get(Field::Age)) {
        return vec![Cow::Owned(format!("{}: {age}", t.label("field", "age")))];
    }
    for (_, kind, part) in EVENT_COLUMNS.iter().filter(|(name, ..)| *name == column) {
        let events = record.events.iter().filter(|event| event.kind == kind.name());
        values.extend(events.filter_map(|event| match part {
            Part::Date => event.date_stated.as_deref(),
            Part::Place => event.place.as_deref(),
            Part::Article => event.article.as_deref(),
            Part::Measure => event.measure.as_deref(),
        }));
    }
    let mut once: Vec<&'a str> = Vec::new();
    for value in values {
        if !once.contains(&value) {
            once.push(value);
        }
    }
    once.into_iter().map(|value| present(column, value)).collect()
}

/// Returns a value as it is shown: the words of the persecutors in quotation marks.
fn present<'a>(field: &str, value: &'a str) -> Cow<'a, str> {
    if is_quoted_field(field) && !value.is_empty() { quoted(value) } else { Cow::Borrowed(value) }
}

/// A part of an event.
#[derive(Clone, Copy)]
enum Part {
    Date,
    Place,
    Article,
    Measure,
}

/// Columns that `data/link/archive.toml` takes from events.
const EVENT_COLUMNS: [(&str, EventKind, Part); 15] = [
    ("arrest_date", EventKind::Arrest, Part::Date),
    ("sentence_date", EventKind::Sentence, Part::Date),
    ("exile_date", EventKind::Exile, Part::Date),
    ("exile_date", EventKind::Deportation, Part::Date),
    ("release_date", EventKind::Release, Part::Date),
    ("death_date", EventKind::Execution, Part::Date),
    ("death_date", EventKind::Death, Part::Date),
    ("rehabilitation_date", EventKind::Rehabilitation, Part::Date),
    ("exile_place", EventKind::Exile, Part::Place),
    ("exile_place", EventKind::Deportation, Part::Place),
    ("death_place", EventKind::Execution, Part::Place),
    ("death_place", EventKind::Death, Part::Place),
    ("article", EventKind::Sentence, Part::Article),
    ("article", EventKind::Arrest, Part::Article),
    ("sentence", EventKind::Sentence, Part::Measure),
];

fn sum_rows(model: &LinkModel, evidence: &Evidence<'_>, t: Text<'_>) -> Vec<SumRow> {
    let kin = |bits: Option<f32>| bits.map_or_else(String::new, |bits| bit_words(bits, t));
    vec![
        SumRow {
            label: t.say("compare-before").into_owned(),
            same_bits: bit_words(model.prior_same_bits, t),
            kin_bits: kin(model.prior_kin_bits),
        },
        SumRow {
            label: t.say("compare-sum").into_owned(),
            same_bits: bit_words(evidence.same_bits, t),
            kin_bits: kin(evidence.kin_bits),
        },
    ]
}

fn waterfall(model: &LinkModel, evidence: &Evidence<'_>, t: Text<'_>) -> Waterfall {
    let step_of = |label: Cow<'_, str>, bits| Step {
        label: label.into_owned(),
        weight: bit_words(bits, t),
        bits,
    };
    let mut steps = vec![step_of(t.say("compare-before"), model.prior_same_bits)];
    for step in &evidence.steps {
        if let Some(level) = step.level {
            steps.push(step_of(t.label("field", step.column), level.same_bits));
        }
    }
    let parts: Vec<String> =
        steps.iter().map(|step| format!("{} {}", step.label, step.weight)).collect();
    let sum = bit_words(evidence.same_bits, t);
    let description = t.fill("compare-chart-words", &[("parts", &parts.join("; ")), ("sum", &sum)]);
    let title = t.say("compare-chart-title");
    draw_waterfall((title.into_owned(), description.into_owned()), &steps)
}

fn level_words(level: &LevelWeights, t: Text<'_>) -> String {
    match level.name.strip_prefix(EXACT) {
        Some(band) => format!("{}; {}", t.say("level-exact"), t.label("rarity", band)),
        None => t.label("level", &level.name).into_owned(),
    }
}

/// Returns the fields that one of both states and that were not compared.
fn other_rows<'a>(
    pair: &ComparedPair<'a>,
    evidence: Option<&Evidence<'_>>,
    t: Text<'a>,
) -> Vec<OtherRow<'a>> {
    let is_compared = |name: &str| {
        let is_column =
            |evidence: &Evidence<'_>| evidence.steps.iter().any(|step| step.column == name);
        evidence.is_some_and(|evidence| {
            is_column(evidence) || ["name", "name_variants", "age"].contains(&name)
        })
    };
    let rows = Field::specs().iter().filter(|spec| !is_compared(spec.name)).map(|spec| OtherRow {
        label: t.label("field", spec.name),
        values: pair
            .records
            .map(|record| present(spec.name, record.get(spec.field).unwrap_or_default())),
    });
    rows.filter(|row| row.values.iter().any(|value| !value.is_empty())).collect()
}
