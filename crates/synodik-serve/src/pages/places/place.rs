//! One place: its names, of what it was part when, who was there, and what lies near.

use super::list::{PlaceLink, place_link, sort_links};
use crate::address::{percent_encode, place_address, record_address};
use crate::pages::map::{MapDrawing, Window, distance_km, dot, point_of};
use crate::pages::{Frame, Page};
use crate::question::MAX_OFFSET;
use crate::{SearchForm, Text};
use askama::Template;
use std::borrow::Cow;
use std::collections::BTreeMap;
use synodik_codex::codex;
use synodik_index::{Camp, Hit, IndexError, PublicIndex, StationKind};
use synodik_places::{Place, Position, Years};

/// Years for which the hierarchy is shown.
const YEARS: [i32; 7] = [1900, 1922, 1927, 1932, 1937, 1941, 1950];
/// Places near by that are named, and how far they may lie.
const N_NEARBY: usize = 8;
const NEARBY_KM: f64 = 400.0;
/// The most places in a place that are named.
const MAX_PARTS: usize = 120;
/// Size of the map, in units.
const MAP_SIZE: (f64, f64) = (560.0, 280.0);

/// Which of the people of a place are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    /// Identifier of a kind of station; empty for all.
    pub kind: String,
    /// Year of an event of the record; empty for all.
    pub year: String,
    /// How many to leave out.
    pub offset: String,
}

/// The people of a place that a page lists.
#[derive(Debug, Default)]
pub struct PlaceRecords {
    /// Records of this page.
    pub hits: Vec<Hit>,
    /// All of them.
    pub n_found: u64,
    /// How many are left out before.
    pub offset: usize,
    /// How many a page lists.
    pub n_per_page: usize,
}

#[derive(Template)]
#[template(path = "places/place.html")]
struct PlacePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    name: &'a str,
    kind: Cow<'a, str>,
    drawing: MapDrawing,
    names: Vec<NameRow<'a>>,
    now: Vec<PlaceLink>,
    then: Vec<ThenRow>,
    parts: Vec<PlaceLink>,
    n_more_parts: u64,
    kinds: Vec<KindLink<'a>>,
    records: Vec<RecordLink<'a>>,
    n_found: u64,
    first: u64,
    before: Option<String>,
    after: Option<String>,
    search: String,
    map: String,
    nearby: Vec<NearLink>,
    head_counts: Vec<(i32, u64)>,
    position: String,
    source: Cow<'a, str>,
    certainty: Cow<'a, str>,
    is_unit: bool,
}

struct NameRow<'a> {
    name: &'a str,
    language: &'a str,
    years: String,
}

struct ThenRow {
    year: i32,
    above: Vec<(String, String)>,
}

struct KindLink<'a> {
    label: Cow<'a, str>,
    address: String,
    n_records: u64,
    is_chosen: bool,
}

struct RecordLink<'a> {
    name: &'a str,
    address: String,
    birth: Option<String>,
}

struct NearLink {
    link: PlaceLink,
    distance_km: u64,
}

/// Returns the page of a place.
///
/// # Errors
///
/// [`IndexError`] when the index cannot be read.
pub fn place_page<'a>(
    frame: Frame<'a>,
    index: &'a PublicIndex,
    place: &'a Place,
    (form, records): (&PlaceForm, &'a PlaceRecords),
) -> Result<Page, IndexError> {
    let (t, gazetteer) = (frame.text, index.gazetteer());
    let tag = t.language().tag();
    let kind = StationKind::from_name(&form.kind);
    let mut parts = Vec::new();
    for part in gazetteer.parts_of(&place.place_id) {
        parts.extend(place_link(t, index, &part.place_id)?);
    }
    sort_links(&mut parts);
    let n_more_parts = parts.len().saturating_sub(MAX_PARTS) as u64;
    parts.truncate(MAX_PARTS);
    let mut now = Vec::new();
    for above in gazetteer.above(place, None).into_iter().rev() {
        let n_records = index.n_records_at(&above.place_id, None)?;
        let (name, address) = (above.name_in(tag).to_owned(), place_address(&above.place_id));
        now.push(PlaceLink { name, address, n_records });
    }
    let position = gazetteer.position(place);
    let camp = index.places().camp(&place.place_id);
    let page_at = |kind: &str, offset: usize| page_address(place, (kind, &form.year), offset);
    let last = records.offset + records.hits.len();
    let search = SearchForm {
        place_id: place.place_id.clone(),
        place_kind: kind.map_or("", StationKind::name).to_owned(),
        ..SearchForm::default()
    };
    Ok(PlacePage {
        frame,
        t,
        name: place.name_in(tag),
        kind: t.label("place-kind", place.kind.name()),
        drawing: draw_place(index, t, place),
        names: name_rows(place, tag),
        now,
        then: then_rows(index, place, tag),
        parts,
        n_more_parts,
        kinds: kind_links(t, index, place, kind)?,
        records: records.hits.iter().map(|hit| record_link(hit, t)).collect(),
        n_found: records.n_found,
        first: records.offset as u64 + 1,
        before: (records.offset > 0)
            .then(|| page_at(&form.kind, records.offset.saturating_sub(records.n_per_page))),
        after: (last < records.n_found as usize && last <= MAX_OFFSET && !records.hits.is_empty())
            .then(|| page_at(&form.kind, last)),
        map: crate::pages::map_address(&search, "", ""),
        search: search.address_with(&[]),
        nearby: nearby(t, index, place, position)?,
        head_counts: camp.map(head_counts).unwrap_or_default(),
        position: position.map_or_else(String::new, |at| format!("{:.2}, {:.2}", at.lat, at.lon)),
        source: source_words(place),
        certainty: t.label("place-certainty", place.certainty.name()),
        is_unit: place.kind.is_unit(),
    }
    .render())
}

fn page_address(place: &Place, (kind, year): (&str, &str), offset: usize) -> String {
    let mut address = place_address(&place.place_id);
    let offset = if offset == 0 { String::new() } else { offset.to_string() };
    for (name, value) in [("kind", kind), ("year", year), ("offset", &offset)] {
        if !value.is_empty() {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str(&format!("{name}={}", percent_encode(value)));
        }
    }
    address
}

fn source_words(place: &Place) -> Cow<'_, str> {
    match codex().source(&place.source) {
        Some(source) => Cow::Borrowed(source.citation.as_str()),
        None => Cow::Borrowed(place.source.as_str()),
    }
}

fn head_counts(camp: &Camp) -> Vec<(i32, u64)> {
    camp.by_year.iter().map(|(year, n_prisoners)| (*year, *n_prisoners)).collect()
}

fn name_rows<'a>(place: &'a Place, tag: &str) -> Vec<NameRow<'a>> {
    let shown = place.name_in(tag);
    let mut rows = Vec::new();
    for (name, language) in [(&place.ru, "ru"), (&place.en, "en")] {
        if name != shown {
            rows.push(NameRow { name, language, years: String::new() });
        }
    }
    let others = place.names.iter().filter(|name| name.name != shown);
    rows.extend(others.map(|name| NameRow {
        name: &name.name,
        language: &name.language,
        years: years_words(name.years),
    }));
    rows
}

fn years_words(years: Years) -> String {
    let end = |year: Option<i32>| year.map_or_else(String::new, |year| year.to_string());
    match years.are_open() {
        true => String::new(),
        false => format!("{}–{}", end(years.first), end(years.last)),
    }
}

fn then_rows(index: &PublicIndex, place: &Place, tag: &str) -> Vec<ThenRow> {
    let mut rows: Vec<ThenRow> = Vec::new();
    for year in YEARS {
        if !place.years.contains(year) {
            continue;
        }
        let above = index.gazetteer().above(place, Some(year));
        let above: Vec<(String, String)> = above
            .iter()
            .rev()
            .map(|above| (above.name_in(tag).to_owned(), place_address(&above.place_id)))
            .collect();
        if !above.is_empty() && rows.last().is_none_or(|last| last.above != above) {
            rows.push(ThenRow { year, above });
        }
    }
    rows
}

fn kind_links<'a>(
    t: Text<'a>,
    index: &PublicIndex,
    place: &Place,
    chosen: Option<StationKind>,
) -> Result<Vec<KindLink<'a>>, IndexError> {
    let mut links = vec![KindLink {
        label: t.say("map-kinds-all"),
        address: page_address(place, ("", ""), 0),
        n_records: index.n_records_at(&place.place_id, None)?,
        is_chosen: chosen.is_none(),
    }];
    for kind in StationKind::ALL {
        let n_records = index.n_records_at(&place.place_id, Some(*kind))?;
        if n_records > 0 {
            links.push(KindLink {
                label: t.label("station", kind.name()),
                address: page_address(place, (kind.name(), ""), 0),
                n_records,
                is_chosen: chosen == Some(*kind),
            });
        }
    }
    Ok(links)
}

fn record_link<'a>(hit: &'a Hit, t: Text<'a>) -> RecordLink<'a> {
    let record = &hit.record;
    RecordLink {
        name: &record.name,
        address: record_address(&record.record_id),
        birth: crate::pages::record::years(record, t),
    }
}

fn draw_place(index: &PublicIndex, t: Text<'_>, place: &Place) -> MapDrawing {
    let gazetteer = index.gazetteer();
    let Some(at) = point_of(gazetteer, &place.place_id) else { return MapDrawing::default() };
    let mut points = vec![at];
    if place.kind.is_unit() {
        let parts = gazetteer.parts_of(&place.place_id);
        points.extend(parts.iter().filter_map(|part| point_of(gazetteer, &part.place_id)));
    }
    let window = Window::around(&points, MAP_SIZE.0, MAP_SIZE.1);
    let mut drawing = MapDrawing::of(&window);
    let name = place.name_in(t.language().tag()).to_owned();
    drawing.dots.push(dot(&window, (&place.place_id, at), 6.0, name));
    drawing
}

fn nearby(
    t: Text<'_>,
    index: &PublicIndex,
    place: &Place,
    position: Option<Position>,
) -> Result<Vec<NearLink>, IndexError> {
    let Some(position) = position else { return Ok(Vec::new()) };
    let named: BTreeMap<&str, u64> =
        index.places().stays.stays().map(|stay| (stay.place_id, stay.n_records)).collect();
    let mut near: Vec<(f64, &str)> = Vec::new();
    for place_id in named.keys().filter(|place_id| **place_id != place.place_id) {
        let Some(other) = index.gazetteer().place(place_id) else { continue };
        if let (false, Some(at)) = (other.kind.is_unit(), other.position) {
            let far = distance_km(position, at);
            if far < NEARBY_KM {
                near.push((far, place_id));
            }
        }
    }
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    let mut links = Vec::new();
    for (far, place_id) in near.into_iter().take(N_NEARBY) {
        if let Some(link) = place_link(t, index, place_id)? {
            links.push(NearLink { link, distance_km: far.round() as u64 });
        }
    }
    Ok(links)
}
