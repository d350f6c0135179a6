//! From degrees to the plane of a drawing, and the outlines of land and borders.
//!
//! Albers' equal-area conic projection with parallels for the breadth of the former Soviet
//! Union: equal areas look equal, and the far east is not torn off.

use std::sync::LazyLock;
use synodik_places::Position;

const OUTLINES_TSV: &str = include_str!("../../../../../data/places/outlines.tsv");

/// Width of the whole map, in units of the drawing.
pub(in crate::pages) const MAP_WIDTH: f64 = 1000.0;
/// Height of the whole map.
pub(in crate::pages) const MAP_HEIGHT: f64 = 590.0;

/// Standard parallels and origin, in degrees.
const PARALLELS: (f64, f64) = (48.0, 68.0);
const ORIGIN: (f64, f64) = (55.0, 95.0);
/// Size of a unit, and where the origin lies on the whole map.
const SCALE: f64 = 735.0;
const CENTRE: (f64, f64) = (500.0, 345.0);

/// A point of the whole map: units to the right and down.
pub(in crate::pages) type Point = (f64, f64);

/// Returns where a position lies on the whole map.
pub(in crate::pages) fn project(position: Position) -> Point {
    let radians = f64::to_radians;
    let (first, second) = (radians(PARALLELS.0), radians(PARALLELS.1));
    let n = (first.sin() + second.sin()) / 2.0;
    let c = first.cos().powi(2) + 2.0 * n * first.sin();
    let rho = |lat: f64| (c - 2.0 * n * radians(lat).sin()).max(0.0).sqrt() / n;
    // Chukotka lies beyond the 180th degree, west of everything else.
    let lon = if position.lon < -160.0 { position.lon + 360.0 } else { position.lon };
    let theta = n * radians(lon - ORIGIN.1);
    let (at, origin) = (rho(position.lat), rho(ORIGIN.0));
    (CENTRE.0 + SCALE * at * theta.sin(), CENTRE.1 - SCALE * (origin - at * theta.cos()))
}

/// Lines of the outlines on the whole map.
pub(super) struct Outlines {
    /// Rings; a lake is a ring within another.
    pub(super) land: Vec<Vec<Point>>,
    pub(super) borders: Vec<Vec<Point>>,
}

/// The outlines, in degrees: kind, then longitude and latitude of each point.
pub(super) fn outlines_in_degrees() -> impl Iterator<Item = (&'static str, Vec<(f64, f64)>)> {
    let rows = OUTLINES_TSV.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| {
        let (kind, steps) = row.split_once('\t')?;
        let mut at = (0.0, 0.0);
        let points = steps.split(' ').filter_map(|step| {
            let (east, north) = step.split_once(',')?;
            at = (at.0 + east.parse::<f64>().ok()?, at.1 + north.parse::<f64>().ok()?);
            Some((at.0 / 100.0, at.1 / 100.0))
        });
        Some((kind, points.collect()))
    })
}

/// The outlines, projected once.
pub(super) static OUTLINES: LazyLock<Outlines> = LazyLock::new(|| {
    let mut outlines = Outlines { land: Vec::new(), borders: Vec::new() };
    for (kind, points) in outlines_in_degrees() {
        let line = points.iter().map(|&(lon, lat)| project(Position { lat, lon })).collect();
        match kind {
            "land" => outlines.land.push(line),
            _ => outlines.borders.push(line),
        }
    }
    outlines
});

/// A stretch of the whole map, and how large it is drawn.
#[derive(Debug, Clone, Copy)]
pub(in crate::pages) struct Window {
    pub(in crate::pages) left: f64,
    pub(in crate::pages) top: f64,
    pub(in crate::pages) width: f64,
    pub(in crate::pages) height: f64,
    /// Units of the drawing for one of the whole map.
    pub(in crate::pages) scale: f64,
}

impl Window {
    /// Returns the whole map.
    pub(in crate::pages) fn whole() -> Window {
        Window { left: 0.0, top: 0.0, width: MAP_WIDTH, height: MAP_HEIGHT, scale: 1.0 }
    }

    /// Returns the window that holds some points, of the shape of a drawing.
    pub(in crate::pages) fn around(points: &[Point], width: f64, height: f64) -> Window {
        let bounds = |of: fn(&Point) -> f64| {
            let low = points.iter().map(of).fold(f64::INFINITY, f64::min);
            let high = points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
            (low, high)
        };
        let ((left, right), (top, bottom)) = (bounds(|point| point.0), bounds(|point| point.1));
        // Room about the points; never nearer than some 600 km across.
        let wide = ((right - left) * 1.35).max((bottom - top) * 1.5 * width / height).max(90.0);
        let wide = wide.min(MAP_WIDTH * 1.3);
        let high = wide * height / width;
        Window {
            left: (left + right - wide) / 2.0,
            top: (top + bottom - high) / 2.0,
            width: wide,
            height: high,
            scale: width / wide,
        }
    }

    /// Returns where a point of the whole map is drawn.
    pub(in crate::pages) fn at(&self, point: Point) -> Point {
        ((point.0 - self.left) * self.scale, (point.1 - self.top) * self.scale)
    }

    /// Returns the land in this window as the path of an SVG.
    pub(in crate::pages) fn land_path(&self) -> String {
        let mut path = String::new();
        for ring in &OUTLINES.land {
            let drawn: Vec<Point> = ring.iter().map(|&point| self.at(point)).collect();
            let kept = thinned(&self.clipped(&drawn));
            if kept.len() > 2 {
                write_line(&kept, &mut path);
                path.push('z');
            }
        }
        path
    }

    /// Returns the borders in this window as the path of an SVG.
    pub(in crate::pages) fn border_path(&self) -> String {
        let mut path = String::new();
        let (right, bottom) = (self.width * self.scale, self.height * self.scale);
        for line in &OUTLINES.borders {
            let drawn: Vec<Point> = line.iter().map(|&point| self.at(point)).collect();
            let is_in = |(x, y): &Point| {
                (-20.0..=right + 20.0).contains(x) && (-20.0..=bottom + 20.0).contains(y)
            };
            for stretch in drawn.split(|point| !is_in(point)) {
                let kept = thinned(stretch);
                if kept.len() > 1 {
                    write_line(&kept, &mut path);
                }
            }
        }
        path
    }

    /// Cuts a ring at the four edges of the window, which it overlaps by a few units.
    fn clipped(&self, ring: &[Point]) -> Vec<Point> {
        let (right, bottom) = (self.width * self.scale + 4.0, self.height * self.scale + 4.0);
        let mut kept = ring.to_vec();
        for (is_x, limit, sign) in
            [(true, -4.0, 1.0), (true, right, -1.0), (false, -4.0, 1.0), (false, bottom, -1.0)]
        {
            let inside = |point: &Point| {
                let value = if is_x { point.0 } else { point.1 };
                sign * (value - limit)
            };
            let mut next = Vec::with_capacity(kept.len());
            for (at, point) in kept.iter().enumerate() {
                let before = &kept[(at + kept.len() - 1) % kept.len()];
                let (a, b) = (inside(before), inside(point));
                if (a >= 0.0) != (b >= 0.0) {
                    let share = a / (a - b);
                    let cut = |from: f64, to: f64| from + share * (to - from);
                    next.push((cut(before.0, point.0), cut(before.1, point.1)));
                }
                if b >= 0.0 {
                    next.push(*point);
                }
            }
            kept = next;
        }
        kept
    }
}

/// The least distance of two points that are drawn, in units.
const STEP: f64 = 2.0;

/// Leaves out points that lie beside the one before.
fn thinned(points: &[Point]) -> Vec<(i32, i32)> {
    let mut kept: Vec<(i32, i32)> = Vec::new();
    for &(x, y) in points {
        let is_near = kept.last().is_some_and(|&(known_x, known_y)| {
            (x - f64::from(known_x)).hypot(y - f64::from(known_y)) < STEP
        });
        if !is_near {
            kept.push((x.round() as i32, y.round() as i32));
        }
    }
    kept
}

fn write_line(points: &[(i32, i32)], path: &mut String) {
    let mut before: Option<(i32, i32)> = None;
    for &(x, y) in points {
        match before {
            None => path.push_str(&format!("M{x} {y}l")),
            Some((from_x, from_y)) => {
                if !path.ends_with('l') && x >= from_x {
                    path.push(' ');
                }
                let gap = if y >= from_y { " " } else { "" };
                path.push_str(&format!("{}{gap}{}", x - from_x, y - from_y));
            }
        }
        before = Some((x, y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lie_on_the_map_as_on_earth() {
        let at = |lat, lon| project(Position { lat, lon });
        let (moscow, omsk, magadan) = (at(55.75, 37.62), at(54.99, 73.37), at(59.56, 150.81));
        assert!(moscow.0 < omsk.0 && omsk.0 < magadan.0);
        for (x, y) in [moscow, omsk, magadan, at(66.02, -169.7), at(54.7, 20.5), at(37.95, 58.38)] {
            assert!((0.0..=MAP_WIDTH).contains(&x) && (0.0..=MAP_HEIGHT).contains(&y), "{x} {y}");
        }
        assert!(at(69.3, 88.2).1 < at(41.3, 69.2).1, "the north is above");
    }

    #[test]
    fn outlines_are_small_enough_for_a_page() {
        let whole = Window::whole();
        let n_bytes = whole.land_path().len() + whole.border_path().len();
        assert!((4_000..24_000).contains(&n_bytes), "{n_bytes}");
        let near = Window::around(&[project(Position { lat: 55.0, lon: 73.4 })], 480.0, 260.0);
        assert!(near.land_path().len() + near.border_path().len() < 8_000);
        assert!(!near.land_path().is_empty());
    }
}
