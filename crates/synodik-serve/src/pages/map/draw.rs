//! A drawing of places: circles by count, lines from place to place, over the outlines.

use super::projection::{Point, Window, project};
use crate::address::place_address;
use synodik_places::{Gazetteer, Position};

/// Radius of the largest circle, in units.
const MAX_RADIUS: f64 = 17.0;
/// Radius of the smallest.
const MIN_RADIUS: f64 = 2.5;

/// A map as shapes of an SVG.
#[derive(Debug, Clone, Default)]
pub(in crate::pages) struct MapDrawing {
    pub(in crate::pages) width: i32,
    pub(in crate::pages) height: i32,
    pub(in crate::pages) land: String,
    pub(in crate::pages) borders: String,
    pub(in crate::pages) lines: Vec<DrawnLine>,
    pub(in crate::pages) dots: Vec<DrawnDot>,
}

/// A line from place to place, bent a little, so that way and return can be told apart.
#[derive(Debug, Clone)]
pub(in crate::pages) struct DrawnLine {
    pub(in crate::pages) path: String,
    pub(in crate::pages) title: String,
}

/// A circle.
#[derive(Debug, Clone)]
pub(in crate::pages) struct DrawnDot {
    pub(in crate::pages) x: String,
    pub(in crate::pages) y: String,
    pub(in crate::pages) radius: String,
    pub(in crate::pages) title: String,
    pub(in crate::pages) address: String,
    /// A number beside the circle; empty for none.
    pub(in crate::pages) mark: String,
    pub(in crate::pages) mark_x: String,
    pub(in crate::pages) mark_y: String,
}

impl MapDrawing {
    /// Returns the outlines of a window.
    pub(in crate::pages) fn of(window: &Window) -> MapDrawing {
        MapDrawing {
            width: (window.width * window.scale).round() as i32,
            height: (window.height * window.scale).round() as i32,
            land: window.land_path(),
            borders: window.border_path(),
            lines: Vec::new(),
            dots: Vec::new(),
        }
    }
}

/// Returns a circle of a radius at a place of the whole map.
pub(in crate::pages) fn dot(
    window: &Window,
    (place_id, at): (&str, Point),
    radius: f64,
    title: String,
) -> DrawnDot {
    let (x, y) = window.at(at);
    DrawnDot {
        x: short(x),
        y: short(y),
        radius: short(radius),
        title,
        address: place_address(place_id),
        mark: String::new(),
        mark_x: short(x + radius + 4.0),
        mark_y: short(y + 4.0),
    }
}

/// Returns a line between two points of the whole map.
pub(in crate::pages) fn line(window: &Window, from: Point, to: Point, title: String) -> DrawnLine {
    let ((x, y), (to_x, to_y)) = (window.at(from), window.at(to));
    let (bend_x, bend_y) =
        ((x + to_x) / 2.0 - (to_y - y) * 0.12, (y + to_y) / 2.0 + (to_x - x) * 0.12);
    let path = format!(
        "M{} {}Q{} {} {} {}",
        short(x),
        short(y),
        short(bend_x),
        short(bend_y),
        short(to_x),
        short(to_y)
    );
    DrawnLine { path, title }
}

/// Returns the radius of a circle whose area goes by a count.
pub(in crate::pages) fn radius_of(n_records: u64, n_most: u64) -> f64 {
    let share = n_records as f64 / n_most.max(1) as f64;
    (MAX_RADIUS * share.sqrt()).max(MIN_RADIUS)
}

/// Returns where a place of the gazetteer lies on the whole map.
pub(in crate::pages) fn point_of(gazetteer: &Gazetteer, place_id: &str) -> Option<Point> {
    let place = gazetteer.place(place_id)?;
    gazetteer.position(place).map(project)
}

/// Returns the distance of two positions along the surface, in kilometres.
pub(in crate::pages) fn distance_km(a: Position, b: Position) -> f64 {
    const EARTH_RADIUS_KM: f64 = 6371.0;
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let chord = half(a.lat, b.lat)
        + a.lat.to_radians().cos() * b.lat.to_radians().cos() * half(a.lon, b.lon);
    2.0 * EARTH_RADIUS_KM * chord.sqrt().min(1.0).asin()
}

fn short(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    format!("{tenths}")
}
