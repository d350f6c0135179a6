//! The map: how many of the records found were at which place, drawn here as SVG, with a
//! table beneath; and the same as data for the map that a browser with WebGL draws.
//!
//! **Invariant:** counts come from records that are shown; the outlines are those of today,
//! and the page says so.

mod data;
mod draw;
mod projection;
mod small;

pub use data::{map_data, map_outlines};
pub(super) use draw::{MapDrawing, distance_km, dot, point_of};
pub(super) use projection::Window;
pub(super) use small::{SmallMap, family_map, life_map};

use self::draw::{line, radius_of};
use super::{Frame, Page};
use crate::address::place_address;
use crate::{FormMistake, SearchForm, Text};
use askama::Template;
use std::borrow::Cow;
use std::collections::BTreeMap;
use synodik_index::{PlacesFile, StationKind, StayCounts};
use synodik_places::Gazetteer;

/// The most places that are drawn.
const MAX_DOTS: usize = 80;
/// The most rows of the table.
const MAX_ROWS: usize = 50;
/// The most ways that are drawn.
const MAX_WAYS: usize = 25;
/// Years of the slider; events outside are counted with all years only.
const YEARS: std::ops::RangeInclusive<i32> = 1917..=1956;

/// What of the stations is drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct MapForm {
    /// Identifier of a kind of station; empty for all.
    pub kind: String,
    /// Year; empty for all.
    pub year: String,
}

impl MapForm {
    fn kind(&self) -> Option<StationKind> {
        StationKind::from_name(self.kind.trim())
    }

    fn year(&self) -> Option<i32> {
        self.year.trim().parse().ok().filter(|year| (1800..2000).contains(year))
    }
}

/// What a map is made from.
#[derive(Debug, Clone, Copy)]
pub struct MapSource<'a> {
    /// Counts of the records found.
    pub counts: &'a StayCounts,
    /// Where the places lie.
    pub gazetteer: &'a Gazetteer,
    /// Camps of the archive.
    pub places: &'a PlacesFile,
}

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    form: &'a SearchForm,
    choice: &'a MapForm,
    mistakes: &'a [FormMistake],
    drawing: MapDrawing,
    rows: Vec<PlaceRow>,
    n_places: u64,
    n_records: u64,
    n_placed: u64,
    n_in_choice: u64,
    kinds: Vec<ChoiceLink<'a>>,
    years: Vec<ChoiceLink<'a>>,
    camps: Vec<CampRow>,
}

/// A place with its count, and where its records are listed.
struct PlaceRow {
    name: String,
    within: String,
    address: String,
    n_records: u64,
    records: String,
}

/// A camp with its prisoners in the year chosen.
struct CampRow {
    name: String,
    address: String,
    n_prisoners: u64,
}

/// A link to the same map with another choice.
struct ChoiceLink<'a> {
    label: Cow<'a, str>,
    address: String,
    n_records: u64,
    is_chosen: bool,
}

impl MapPage<'_> {
    fn data_address(&self) -> String {
        self.form.address_with(&[]).replacen("/search", "/map/data.json", 1)
    }

    fn search_address(&self) -> String {
        self.form.address_with(&[])
    }

    fn script_address(&self) -> String {
        crate::asset::MAP_SCRIPT.address()
    }

    fn map_style_address(&self) -> String {
        crate::asset::MAP_STYLE.address()
    }

    /// The words that the script shows.
    fn words(&self) -> [(&'static str, Cow<'_, str>); 8] {
        [
            ("all-years", self.t.say("map-years-all")),
            ("year", self.t.say("map-year")),
            ("layers", self.t.say("map-layers")),
            ("ways", self.t.say("map-ways")),
            ("camps", self.t.say("map-camps")),
            ("prisoners", self.t.say("map-prisoners")),
            ("records", self.t.say("map-records")),
            ("label", self.t.say("map-interactive")),
        ]
    }

    fn kind_words(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let kinds = StationKind::ALL.iter();
        kinds.map(|kind| (kind.name(), self.t.label("station", kind.name()))).collect()
    }
}

/// Returns the address of the map for a search and a choice.
pub(super) fn map_address(form: &SearchForm, kind: &str, year: &str) -> String {
    let mut address = form.address_with(&[]).replacen("/search", "/map", 1);
    for (name, value) in [("kind", kind), ("year", year)] {
        if !value.is_empty() {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str(&format!("{name}={value}"));
        }
    }
    address
}

/// Returns the map of the records that a search finds, or of all.
///
/// # Errors
///
/// When the template cannot be written.
pub fn map_page(
    frame: Frame<'_>,
    (form, choice): (&SearchForm, &MapForm),
    source: MapSource<'_>,
    mistakes: &[FormMistake],
) -> Page {
    let t = frame.text;
    let (kind, year) = (choice.kind(), choice.year());
    let mut by_place: BTreeMap<&str, u64> = BTreeMap::new();
    let mut by_kind: BTreeMap<StationKind, u64> = BTreeMap::new();
    let mut by_year: BTreeMap<i32, u64> = BTreeMap::new();
    let mut n_of_all_years = 0;
    for stay in source.counts.stays() {
        let (fits_kind, fits_year) =
            (kind.is_none_or(|kind| kind == stay.kind), year.is_none() || year == stay.year);
        if fits_kind && fits_year {
            *by_place.entry(stay.place_id).or_default() += stay.n_records;
        }
        if fits_year {
            *by_kind.entry(stay.kind).or_default() += stay.n_records;
        }
        if fits_kind {
            n_of_all_years += stay.n_records;
            if let Some(year) = stay.year {
                *by_year.entry(year).or_default() += stay.n_records;
            }
        }
    }
    let mut places: Vec<(&str, u64)> = by_place.into_iter().collect();
    places.sort_by_key(|&(place_id, n_records)| (std::cmp::Reverse(n_records), place_id));
    let (kind_name, year_name) =
        (kind.map_or("", StationKind::name), year.map_or(String::new(), |year| year.to_string()));
    let mut kinds = vec![ChoiceLink {
        label: t.say("map-kinds-all"),
        address: map_address(form, "", &year_name),
        n_records: by_kind.values().sum(),
        is_chosen: kind.is_none(),
    }];
    let named = |kind: &&StationKind| by_kind.contains_key(kind) || choice.kind() == Some(**kind);
    kinds.extend(StationKind::ALL.iter().filter(named).map(|of_kind| ChoiceLink {
        label: t.label("station", of_kind.name()),
        address: map_address(form, of_kind.name(), &year_name),
        n_records: by_kind.get(of_kind).copied().unwrap_or_default(),
        is_chosen: kind == Some(*of_kind),
    }));
    let mut years = vec![ChoiceLink {
        label: t.say("map-years-all"),
        address: map_address(form, kind_name, ""),
        n_records: n_of_all_years,
        is_chosen: year.is_none(),
    }];
    years.extend(YEARS.filter_map(|of_year| {
        let n_records = by_year.get(&of_year).copied()?;
        let name = of_year.to_string();
        Some(ChoiceLink {
            address: map_address(form, kind_name, &name),
            label: Cow::Owned(name),
            n_records,
            is_chosen: year == Some(of_year),
        })
    }));
    MapPage {
        frame,
        t,
        form,
        choice,
        mistakes,
        drawing: draw_places(t, source, &places, (kind, year)),
        rows: place_rows(t, form, source.gazetteer, (&places, kind_name)),
        n_places: places.len() as u64,
        n_records: source.counts.n_records,
        n_placed: source.counts.n_placed,
        n_in_choice: places.iter().map(|(_, n_records)| n_records).sum(),
        kinds,
        years,
        camps: camp_rows(t, source, year),
    }
    .render()
}

fn draw_places(
    t: Text<'_>,
    source: MapSource<'_>,
    places: &[(&str, u64)],
    (kind, year): (Option<StationKind>, Option<i32>),
) -> MapDrawing {
    let window = Window::whole();
    let mut drawing = MapDrawing::of(&window);
    let gazetteer = source.gazetteer;
    let name = |place_id: &str| {
        let place = gazetteer.place(place_id);
        place.map_or_else(String::new, |place| place.name_in(t.language().tag()).to_owned())
    };
    // Ways belong to exile and camps.
    if matches!(kind, None | Some(StationKind::Exile | StationKind::Camp)) {
        let mut ways: BTreeMap<(&str, &str), u64> = BTreeMap::new();
        for way in source.counts.ways().filter(|way| year.is_none() || way.year == year) {
            *ways.entry((way.from_id, way.to_id)).or_default() += way.n_records;
        }
        let mut ways: Vec<_> = ways.into_iter().collect();
        ways.sort_by_key(|&(ends, n_records)| (std::cmp::Reverse(n_records), ends));
        for ((from, to), n_records) in ways.into_iter().take(MAX_WAYS) {
            if let (Some(from_at), Some(to_at)) =
                (point_of(gazetteer, from), point_of(gazetteer, to))
            {
                let title = format!("{} → {}: {}", name(from), name(to), t.number(&n_records));
                drawing.lines.push(line(&window, from_at, to_at, title));
            }
        }
    }
    let n_most = places.first().map_or(1, |(_, n_records)| *n_records);
    for &(place_id, n_records) in places.iter().take(MAX_DOTS) {
        if let Some(at) = point_of(gazetteer, place_id) {
            let title = format!("{}: {}", name(place_id), t.number(&n_records));
            drawing.dots.push(dot(&window, (place_id, at), radius_of(n_records, n_most), title));
        }
    }
    drawing
}

fn place_rows(
    t: Text<'_>,
    form: &SearchForm,
    gazetteer: &Gazetteer,
    (places, kind): (&[(&str, u64)], &str),
) -> Vec<PlaceRow> {
    let tag = t.language().tag();
    let rows = places.iter().take(MAX_ROWS).filter_map(|&(place_id, n_records)| {
        let place = gazetteer.place(place_id)?;
        let within = gazetteer.above(place, None).first().map(|above| above.name_in(tag));
        Some(PlaceRow {
            name: place.name_in(tag).to_owned(),
            within: within.unwrap_or_default().to_owned(),
            address: place_address(place_id),
            n_records,
            records: form.address_with(&[("place_id", place_id), ("place_kind", kind)]),
        })
    });
    rows.collect()
}

fn camp_rows(t: Text<'_>, source: MapSource<'_>, year: Option<i32>) -> Vec<CampRow> {
    let Some(year) = year else { return Vec::new() };
    let camps = source.places.camps.iter().filter_map(|camp| {
        let n_prisoners = *camp.by_year.get(&year)?;
        let place = source.gazetteer.place(&camp.place_id);
        let name = place.map_or(camp.name.as_str(), |place| place.name_in(t.language().tag()));
        let address = place_address(&camp.place_id);
        Some(CampRow { name: name.to_owned(), address, n_prisoners })
    });
    let mut camps: Vec<CampRow> = camps.collect();
    camps.sort_by(|a, b| b.n_prisoners.cmp(&a.n_prisoners).then(a.name.cmp(&b.name)));
    camps.truncate(MAX_ROWS);
    camps
}
