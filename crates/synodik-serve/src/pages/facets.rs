//! Ways to narrow a search: counts as links, and what is chosen already.

use super::Frame;
use super::dates::date_in_words;
use crate::SearchForm;
use synodik_index::{Facet, FacetValue, PublicSource};

/// Values of a facet shown at once; the others wait behind "more".
const N_VALUES_SHOWN: usize = 8;

/// Fields of the form that are chosen one by one.
const CHOICES: [&str; 14] = [
    "source",
    "place",
    "place_id",
    "place_kind",
    "nationality",
    "event",
    "measure",
    "instrument",
    "month",
    "sex",
    "region",
    "article",
    "body",
    "age",
];

/// One facet, as links.
pub(super) struct FacetView {
    pub(super) heading: String,
    pub(super) is_years: bool,
    pub(super) links: Vec<FacetLink>,
    pub(super) more: Vec<FacetLink>,
    pub(super) n_more: u64,
}

/// One value of a facet: a link that sets it, or takes it away when it is set.
pub(super) struct FacetLink {
    pub(super) label: String,
    pub(super) n_records: u64,
    pub(super) address: String,
    pub(super) is_chosen: bool,
}

/// A restriction that is set, with the address of the search without it.
pub(super) struct Chip {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) address: String,
}

/// Returns the facets that have a value.
pub(super) fn facet_views(
    form: &SearchForm,
    facets: &[Facet],
    sources: &[PublicSource],
    frame: Frame<'_>,
) -> Vec<FacetView> {
    let t = frame.text;
    let facets = facets.iter().filter(|facet| !facet.values.is_empty());
    let view = |facet: &Facet| {
        let is_years = matches!(facet.name.as_str(), "birth_decade" | "event_year");
        let mut links: Vec<_> = facet
            .values
            .iter()
            .filter_map(|value| facet_link(form, &facet.name, value))
            .map(|link| FacetLink {
                label: value_label(&facet.name, &link.label, sources, frame),
                ..link
            })
            .collect();
        // Years are short and in order: they are shown all.
        let n_shown = if is_years { links.len() } else { links.len().min(N_VALUES_SHOWN) };
        let more = links.split_off(n_shown);
        let heading = t.label("facet", &facet.name).into_owned();
        FacetView { heading, is_years, links, n_more: more.len() as u64, more }
    };
    facets.map(view).collect()
}

/// Returns the restrictions that are set.
pub(super) fn chips(form: &SearchForm, sources: &[PublicSource], frame: Frame<'_>) -> Vec<Chip> {
    let t = frame.text;
    let mut chips = Vec::new();
    for name in CHOICES {
        let value = value_of(form, name);
        if !value.is_empty() {
            chips.push(Chip {
                label: t.label("filter", name).into_owned(),
                value: value_label(name, value, sources, frame),
                address: form.address_with(&[(name, "")]),
            });
        }
    }
    for (key, from, to) in
        [("birth", "birth_from", "birth_to"), ("event-years", "event_from", "event_to")]
    {
        let (first, last) = (value_of(form, from), value_of(form, to));
        let value = match (first, last) {
            ("", "") => continue,
            (first, last) if first == last => first.to_owned(),
            (first, last) => format!("{first}–{last}"),
        };
        chips.push(Chip {
            label: t.label("filter", key).into_owned(),
            value,
            address: form.address_with(&[(from, ""), (to, "")]),
        });
    }
    chips
}

/// Returns the link of a value, still labelled with the value itself; none for a year
/// that is not a number.
fn facet_link(form: &SearchForm, facet: &str, value: &FacetValue) -> Option<FacetLink> {
    let changes: Vec<(&str, String)> = match facet {
        "birth_decade" => {
            let first: i32 = value.value.parse().ok()?;
            vec![("birth_from", first.to_string()), ("birth_to", (first + 9).to_string())]
        }
        "event_year" => {
            let year: i32 = value.value.parse().ok()?;
            vec![("event_from", year.to_string()), ("event_to", year.to_string())]
        }
        _ => vec![(facet, value.value.clone())],
    };
    let is_chosen = changes.iter().all(|(name, value)| value_of(form, name) == value);
    let changes: Vec<(&str, &str)> = changes
        .iter()
        .map(|(name, value)| (*name, if is_chosen { "" } else { value.as_str() }))
        .collect();
    Some(FacetLink {
        label: value.value.clone(),
        n_records: value.n_records,
        address: form.address_with(&changes),
        is_chosen,
    })
}

pub(super) fn value_label(
    name: &str,
    value: &str,
    sources: &[PublicSource],
    frame: Frame<'_>,
) -> String {
    let t = frame.text;
    match name {
        "source" => {
            let source = sources.iter().find(|source| source.source_id == value);
            source.map_or(value, |source| &source.title).to_owned()
        }
        "instrument" => {
            let instrument = synodik_codex::codex().instrument(value);
            instrument.map_or(value, |found| found.title.of(t.language().tag())).to_owned()
        }
        "place_id" => {
            let place = frame.gazetteer.place(value);
            place.map_or(value, |place| place.name_in(t.language().tag())).to_owned()
        }
        "place_kind" => t.label("station", value).into_owned(),
        "region" => {
            let limits = &synodik_codex::codex().limits;
            let region = limits.iter().find(|limit| limit.limit_id == value);
            region.map_or(value, |found| found.name.of(t.language().tag())).to_owned()
        }
        "age" => {
            let first = value.trim_start_matches('0');
            let first = if first.is_empty() { "0" } else { first };
            let last = first.parse::<u32>().map_or(String::new(), |first| (first + 9).to_string());
            t.fill("age-decade", &[("first", first), ("last", &last)]).into_owned()
        }
        "month" => date_in_words(value, t).unwrap_or_else(|| value.to_owned()),
        "event" | "measure" | "sex" | "body" => t.label(name, value).into_owned(),
        "birth_decade" => t.fill("decade", &[("first", value)]).into_owned(),
        _ => value.to_owned(),
    }
}

fn value_of<'a>(form: &'a SearchForm, name: &str) -> &'a str {
    let pairs = form.pairs();
    pairs.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value.trim())
}
