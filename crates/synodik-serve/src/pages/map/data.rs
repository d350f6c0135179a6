//! The map as data: counts by place, kind and year, and the outlines as GeoJSON.

use super::projection::outlines_in_degrees;
use super::{MapSource, YEARS};
use crate::Text;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use synodik_index::StationKind;

/// The most stays and ways that are sent.
const MAX_ROWS: usize = 20_000;

/// Returns the counts of a map: places once, then stays, ways and camps by their numbers.
///
/// # Shape
///
/// `places`: id, name, longitude, latitude. `stays`: number of the kind in `kinds`, number of
/// the place, year or 0, records. `ways`: two places, year or 0, records. `camps`: place,
/// longitude, latitude, then year and prisoners in turn.
pub fn map_data(t: Text<'_>, source: MapSource<'_>) -> Value {
    let mut numbers: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    let mut places: Vec<Value> = Vec::new();
    let tag = t.language().tag();
    let mut number = |place_id: &'_ str| -> Option<usize> {
        let place = source.gazetteer.place(place_id)?;
        *numbers.entry(&place.place_id).or_insert_with(|| {
            let at = source.gazetteer.position(place)?;
            places.push(json!([place.place_id, place.name_in(tag), at.lon, at.lat]));
            Some(places.len() - 1)
        })
    };
    let mut stays: Vec<_> = source.counts.stays().collect();
    stays.sort_by_key(|stay| std::cmp::Reverse(stay.n_records));
    let mut sums: BTreeMap<(StationKind, usize, i32), u64> = BTreeMap::new();
    for stay in stays.into_iter().take(MAX_ROWS) {
        let Some(place) = number(stay.place_id) else { continue };
        let year = stay.year.filter(|year| YEARS.contains(year)).unwrap_or(0);
        *sums.entry((stay.kind, place, year)).or_default() += stay.n_records;
    }
    let kind_number = |kind: StationKind| {
        StationKind::ALL.iter().position(|known| *known == kind).unwrap_or_default()
    };
    let stays: Vec<Value> = sums
        .into_iter()
        .map(|((kind, place, year), n_records)| json!([kind_number(kind), place, year, n_records]))
        .collect();
    let mut ways: Vec<_> = source.counts.ways().collect();
    ways.sort_by_key(|way| std::cmp::Reverse(way.n_records));
    let ways: Vec<Value> = ways
        .into_iter()
        .take(MAX_ROWS)
        .filter_map(|way| {
            let (from, to) = (number(way.from_id)?, number(way.to_id)?);
            Some(json!([from, to, way.year.unwrap_or(0), way.n_records]))
        })
        .collect();
    let camps: Vec<Value> = source
        .places
        .camps
        .iter()
        .filter(|camp| !camp.by_year.is_empty())
        .filter_map(|camp| {
            let place = number(&camp.place_id)?;
            let by_year: Vec<Value> =
                camp.by_year.iter().map(|(year, n)| json!([year, n])).collect();
            Some(json!([place, camp.lon, camp.lat, by_year]))
        })
        .collect();
    let kinds: Vec<&str> = StationKind::ALL.iter().map(|kind| kind.name()).collect();
    json!({
        "kinds": kinds, "places": places, "stays": stays, "ways": ways, "camps": camps,
        "years": [YEARS.start(), YEARS.end()],
        "n_records": source.counts.n_records, "n_placed": source.counts.n_placed,
    })
}

/// Returns the outlines of land and the borders of today as GeoJSON.
pub fn map_outlines() -> Value {
    let features: Vec<Value> = outlines_in_degrees()
        .map(|(kind, points)| {
            let line: Vec<Value> = points.into_iter().map(|(lon, lat)| json!([lon, lat])).collect();
            json!({ "type": "Feature", "properties": { "kind": kind },
                    "geometry": { "type": "LineString", "coordinates": line } })
        })
        .collect();
    json!({ "type": "FeatureCollection", "features": rings(features) })
}

/// Makes one polygon of the rings of land, so that lakes stay water, and keeps the borders.
fn rings(features: Vec<Value>) -> Vec<Value> {
    let is_land = |feature: &Value| feature["properties"]["kind"] == "land";
    let (land, mut kept): (Vec<Value>, Vec<Value>) = features.into_iter().partition(is_land);
    let closed = land.into_iter().map(|mut feature| {
        let mut ring = feature["geometry"]["coordinates"].take();
        if let Some(points) = ring.as_array_mut()
            && let Some(first) = points.first().cloned()
        {
            points.push(first);
        }
        ring
    });
    let rings: Vec<Value> = closed.collect();
    // A ring that lies in another is a lake; which one does stands in the order of the file:
    // the outer ring comes first.
    let mut polygons: Vec<Vec<Value>> = Vec::new();
    for ring in rings {
        let outer = polygons.iter_mut().find(|polygon| is_inside(&ring, &polygon[0]));
        match outer {
            Some(polygon) => polygon.push(ring),
            None => polygons.push(vec![ring]),
        }
    }
    let geometry = json!({ "type": "MultiPolygon", "coordinates": polygons });
    kept.insert(
        0,
        json!({ "type": "Feature", "properties": { "kind": "land" }, "geometry": geometry }),
    );
    kept
}

/// Returns whether the first point of a ring lies in another.
fn is_inside(ring: &Value, outer: &Value) -> bool {
    let at = |point: &Value| (point[0].as_f64().unwrap_or(0.0), point[1].as_f64().unwrap_or(0.0));
    let (x, y) = at(&ring[0]);
    let points: Vec<(f64, f64)> = outer.as_array().into_iter().flatten().map(at).collect();
    let crosses = |pair: &[(f64, f64)]| {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    };
    points.windows(2).filter(|pair| crosses(pair)).count() % 2 == 1
}
