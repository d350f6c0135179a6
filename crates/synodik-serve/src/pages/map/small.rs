//! The small map of a life or a family: its stations, joined in order, and the same in words.

use super::draw::{MapDrawing, dot, line, point_of};
use super::projection::Window;
use crate::Text;
use crate::address::place_address;
use std::borrow::Cow;
use synodik_index::{
    PublicFamily, PublicMember, PublicRecord, Station, StationKind, station_of, stations_of,
};
use synodik_places::{Gazetteer, Precision};

/// Size of the drawing, in units.
const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 300.0;

/// The most stations that are drawn.
const MAX_STATIONS: usize = 24;

/// A small map with its stations.
#[derive(Debug)]
pub(in crate::pages) struct SmallMap<'a> {
    pub(in crate::pages) drawing: MapDrawing,
    pub(in crate::pages) stations: Vec<StationView<'a>>,
}

/// One station, in words.
#[derive(Debug)]
pub(in crate::pages) struct StationView<'a> {
    pub(in crate::pages) number: usize,
    pub(in crate::pages) kind: Cow<'a, str>,
    pub(in crate::pages) year: Option<i32>,
    pub(in crate::pages) place: String,
    pub(in crate::pages) address: String,
    /// How exactly the words mean the place, when not the place itself.
    pub(in crate::pages) precision: Option<Cow<'a, str>>,
}

/// Returns the map of a life, from its entries that are shown; none without a place.
pub(in crate::pages) fn life_map<'a>(
    (t, gazetteer): (Text<'a>, &Gazetteer),
    records: impl Iterator<Item = &'a PublicRecord>,
) -> Option<SmallMap<'a>> {
    let mut stations: Vec<Station> = Vec::new();
    for station in records.flat_map(|record| stations_of(record, gazetteer)) {
        let is_known = |known: &Station| {
            (known.kind, &known.place_id, known.year)
                == (station.kind, &station.place_id, station.year)
        };
        if !stations.iter().any(is_known) {
            stations.push(station);
        }
    }
    stations.sort_by_key(|station| station.kind);
    draw_small(t, gazetteer, &[stations])
}

/// Returns the map of a family: the stations of each member that is shown.
pub(in crate::pages) fn family_map<'a>(
    (t, gazetteer): (Text<'a>, &Gazetteer),
    family: &PublicFamily,
) -> Option<SmallMap<'a>> {
    let mut lives: Vec<Vec<Station>> = Vec::new();
    for member in &family.members {
        let PublicMember::Shown(member) = member else { continue };
        let stations = member.events.iter().filter_map(|event| {
            let kind = StationKind::of_event(&event.kind)?;
            station_of(gazetteer, kind, event.place.as_deref()?, event.date_edtf.as_deref())
        });
        let stations: Vec<Station> = stations.collect();
        let same = |a: &[Station], b: &[Station]| {
            a.len() == b.len()
                && a.iter()
                    .zip(b)
                    .all(|(a, b)| (a.kind, &a.place_id, a.year) == (b.kind, &b.place_id, b.year))
        };
        if !stations.is_empty() && !lives.iter().any(|known| same(known, &stations)) {
            lives.push(stations);
        }
    }
    draw_small(t, gazetteer, &lives)
}

fn draw_small<'a>(
    t: Text<'a>,
    gazetteer: &Gazetteer,
    lives: &[Vec<Station>],
) -> Option<SmallMap<'a>> {
    let drawn: Vec<Vec<(&Station, (f64, f64))>> = lives
        .iter()
        .map(|life| {
            let at =
                |station| Some((station, point_of(gazetteer, &Station::clone(station).place_id)?));
            life.iter().filter_map(at).take(MAX_STATIONS).collect()
        })
        .collect();
    let points: Vec<(f64, f64)> = drawn.iter().flatten().map(|(_, point)| *point).collect();
    if points.is_empty() {
        return None;
    }
    let window = Window::around(&points, WIDTH, HEIGHT);
    let mut drawing = MapDrawing::of(&window);
    let mut views: Vec<StationView<'a>> = Vec::new();
    for life in &drawn {
        for pair in life.windows(2) {
            if let [(from, from_at), (to, to_at)] = pair
                && from.place_id != to.place_id
            {
                let title =
                    format!("{} → {}", name_of(t, gazetteer, from), name_of(t, gazetteer, to));
                drawing.lines.push(line(&window, *from_at, *to_at, title));
            }
        }
        for (station, at) in life {
            let place = name_of(t, gazetteer, station);
            let kind = t.label("station", station.kind.name());
            let address = place_address(&station.place_id);
            let is_known = |known: &StationView<'_>| {
                known.address == address && known.kind == kind && known.year == station.year
            };
            if views.len() == MAX_STATIONS || views.iter().any(is_known) {
                continue;
            }
            let number = views.len() + 1;
            let title = format!("{number}. {place}: {kind}");
            match drawing.dots.iter_mut().find(|dot| dot.address == address) {
                Some(known) => known.mark.push_str(&format!(", {number}")),
                None => {
                    let mut new = dot(&window, (&station.place_id, *at), 4.5, title);
                    new.mark = number.to_string();
                    drawing.dots.push(new);
                }
            }
            let precision = (station.precision != Precision::Itself)
                .then(|| t.label("precision", station.precision.name()));
            views.push(StationView { number, kind, year: station.year, place, address, precision });
        }
    }
    Some(SmallMap { drawing, stations: views })
}

fn name_of(t: Text<'_>, gazetteer: &Gazetteer, station: &Station) -> String {
    let place = gazetteer.place(&station.place_id);
    place.map_or_else(String::new, |place| place.name_in(t.language().tag()).to_owned())
}
