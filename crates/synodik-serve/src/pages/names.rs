//! What the rules of names say of a name: how it is read, its forms, its spellings.

use super::{Frame, Page};
use crate::Text;
use crate::address::percent_encode;
use askama::Template;
use std::borrow::Cow;
use synodik_names::{
    NameExplanation, NameReading, PartExplanation, PieceKind, SurnameForms, explain_name,
};

/// The longest name that is explained, in letters.
pub(crate) const MAX_NAME_LETTERS: usize = 200;
/// Forms of a given name that are told; the rest are spellings of other languages mostly.
const MAX_GIVEN_FORMS: usize = 24;

#[derive(Template)]
#[template(path = "names.html")]
struct NamesPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    query: &'a str,
    is_too_long: bool,
    view: Option<NameView<'a>>,
}

struct NameView<'a> {
    pieces: Vec<PieceView<'a>>,
    sex: Cow<'a, str>,
    notes: Vec<Row<'a>>,
    parts: Vec<PartView<'a>>,
    spellings: Vec<(&'static str, String)>,
    search_address: String,
}

struct PieceView<'a> {
    text: &'a str,
    kind: Cow<'a, str>,
    claim: Option<Cow<'a, str>>,
}

struct PartView<'a> {
    heading: Cow<'a, str>,
    rows: Vec<Row<'a>>,
}

/// A label and what is known under it.
struct Row<'a> {
    label: Cow<'a, str>,
    value: String,
}

/// Returns the page that explains a name; without one, the page that asks for it.
///
/// # Errors
///
/// When the template cannot be written.
pub fn names_page(frame: Frame<'_>, query: &str) -> Page {
    let t = frame.text;
    let query = query.trim();
    let is_too_long = query.chars().count() > MAX_NAME_LETTERS;
    let explained = (!query.is_empty() && !is_too_long).then(|| explain_name(query));
    let view = explained.as_ref().map(|explained| name_view(explained, t));
    NamesPage { frame, t, query, is_too_long, view }.render()
}

fn name_view<'a>(explained: &'a NameExplanation<'a>, t: Text<'a>) -> NameView<'a> {
    let parsed = &explained.parsed;
    let named = parsed.pieces.iter().filter(|piece| piece.kind != PieceKind::Punctuation);
    let pieces = named
        .map(|piece| PieceView {
            text: &parsed.raw[piece.span.clone()],
            kind: t.label("piece", piece.kind.name()),
            claim: (piece.claim.name() != "main").then(|| t.label("claim", piece.claim.name())),
        })
        .collect();
    let mut notes = Vec::new();
    if explained.modern != parsed.raw {
        notes.push(row("names-modern", explained.modern.clone(), t));
    }
    let is_declined = |reading: &&NameReading| reading.case.name() != "nominative";
    let declined = explained.readings.first().filter(is_declined);
    notes.extend(declined.map(|reading| row("names-nominative", reading_words(reading, t), t)));
    let schemes = explained.schemes.iter().take(3);
    let schemes = schemes.map(|(scheme, p)| format!("{} ({})", scheme.name(), percent(*p)));
    notes.extend(joined("names-schemes", schemes, t));
    let p_female = explained.sex.p_female;
    let (key, p) = match p_female {
        p if p >= 0.6 => ("names-female", p),
        p if p <= 0.4 => ("names-male", 1.0 - p),
        _ => ("names-either", p_female),
    };
    NameView {
        pieces,
        sex: t.fill(key, &[("p", &percent(p))]),
        notes,
        parts: explained.parts.iter().map(|part| part_view(part, t)).collect(),
        spellings: explained
            .latin
            .iter()
            .map(|(scheme, text)| (scheme.name(), text.clone()))
            .collect(),
        search_address: format!("/search?q={}", percent_encode(parsed.raw)),
    }
}

fn reading_words(reading: &NameReading, t: Text<'_>) -> String {
    let parts = [&reading.surname, &reading.given, &reading.patronymic];
    let name: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
    format!("{} ({}, {})", name.join(" "), t.label("case", reading.case.name()), percent(reading.p))
}

fn part_view<'a>(part: &'a PartExplanation, t: Text<'a>) -> PartView<'a> {
    let mut rows = Vec::new();
    for (name, kind) in &part.given_names {
        let label = t.label("form", kind.name());
        let forms: Vec<&str> =
            name.forms.iter().take(MAX_GIVEN_FORMS).map(|form| form.form).collect();
        let n_more = name.forms.len().saturating_sub(MAX_GIVEN_FORMS) as u64;
        let more = if n_more > 0 { t.count("names-more", &n_more) } else { Cow::Borrowed("") };
        let value = format!("{} ({label}): {} {more}", name.canonical, forms.join(", "));
        rows.push(row("names-given", value.trim_end().to_owned(), t));
    }
    if let Some(forms) = &part.surname_forms {
        rows.push(row("names-surname", surname_words(forms), t));
    }
    let patronymics = part.patronymics.iter().map(|found| match &found.feminine {
        Some(feminine) => format!("{}, {feminine}", found.masculine),
        None => found.masculine.clone(),
    });
    rows.extend(joined("names-children", patronymics, t));
    let fathers = part.fathers.iter();
    let fathers = fathers.map(|found| format!("{} ({})", found.given, percent(found.p)));
    rows.extend(joined("names-father", fathers, t));
    rows.extend(joined("names-cases", part.cases.iter().map(|(_, form)| form.clone()), t));
    let cyrillic = part.cyrillic.iter();
    let cyrillic = cyrillic.map(|found| format!("{} ({})", found.text, percent(found.p)));
    rows.extend(joined("names-cyrillic", cyrillic, t));
    let forms = part.forms.iter();
    let forms =
        forms.map(|form| format!("{} ({})", form.text, t.label("name-form", form.kind.name())));
    rows.extend(joined("names-searched", forms, t));
    let keys = &part.keys;
    let daitch_mokotoff = keys.daitch_mokotoff.iter().map(|code| format!("DM {code}"));
    let beider_morse = keys.beider_morse.iter().map(|form| format!("BM {form}"));
    let keys = [keys.latin.clone(), keys.slavic.clone()];
    rows.extend(joined(
        "names-keys",
        keys.into_iter().chain(daitch_mokotoff).chain(beider_morse),
        t,
    ));
    let label = t.label("piece", part.part.name());
    PartView { heading: Cow::Owned(format!("{label}: {}", part.nominative)), rows }
}

fn surname_words(forms: &SurnameForms) -> String {
    let feminine = forms.feminine.iter().map(|form| &form.text);
    let all: Vec<&str> =
        forms.masculine.iter().chain(feminine).chain(&forms.plural).map(String::as_str).collect();
    all.join(", ")
}

fn row<'a>(key: &str, value: String, t: Text<'a>) -> Row<'a> {
    Row { label: t.say(key), value }
}

fn joined<'a>(key: &str, values: impl Iterator<Item = String>, t: Text<'a>) -> Option<Row<'a>> {
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| row(key, values.join(", "), t))
}

fn percent(p: f64) -> String {
    format!("{:.0} %", p * 100.0)
}
