//! Rows of the gazetteer files, of the program and of an archive.

use crate::place::{Certainty, Part, Place, PlaceKind, PlaceName, Position, Years};
use std::collections::BTreeMap;

/// Columns of an archive's own gazetteer, `places.tsv`.
///
/// `names` holds further names, separated by `;`, each with its years where they are known
/// («Вятка 1781-1934»); `part_of` the id of the larger place.
pub const USER_COLUMNS: [&str; 9] =
    ["id", "kind", "ru", "en", "lat", "lon", "names", "part_of", "source"];

/// Why a gazetteer cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The header is another one.
    #[error("line {line}: the columns are not `{expected}`", expected = USER_COLUMNS.join(" "))]
    Header {
        /// Line, from 1.
        line: usize,
    },
    /// A cell cannot be read.
    #[error("line {line}: `{value}` is no {expected}")]
    Cell {
        /// Line, from 1.
        line: usize,
        /// What stands there.
        value: String,
        /// What was expected.
        expected: &'static str,
    },
    /// The id is there twice.
    #[error("line {line}: the id `{place_id}` is there already")]
    Twice {
        /// Line, from 1.
        line: usize,
        /// The id.
        place_id: String,
    },
}

/// Returns rows with their line numbers, without comments and header.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines =
        text.lines().zip(1..).filter(|(line, _)| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|(line, number)| (number, line.split('\t').collect()))
}

/// Reads the three files of the program.
///
/// They are part of it and checked by its tests, so a broken row is a bug.
pub(crate) fn read_places(places: &str, names: &str, parts: &str) -> Vec<Place> {
    let mut by_id: BTreeMap<String, Place> = BTreeMap::new();
    for (_, cells) in rows(places) {
        let [place_id, kind, ru, en, lat, lon, seat, from, to, rank, certainty, source] = cells[..]
        else {
            continue;
        };
        let place = Place {
            place_id: place_id.to_owned(),
            kind: PlaceKind::from_name(kind).expect("a test reads every kind"),
            ru: ru.to_owned(),
            en: en.to_owned(),
            position: position(lat, lon),
            seat: (!seat.is_empty()).then(|| seat.to_owned()),
            years: years(from, to),
            rank: rank.parse().unwrap_or(1),
            certainty: match certainty {
                "high" => Certainty::High,
                "medium" => Certainty::Medium,
                _ => Certainty::Low,
            },
            source: source.to_owned(),
            names: Vec::new(),
            parts: Vec::new(),
        };
        by_id.insert(place_id.to_owned(), place);
    }
    for (_, cells) in rows(names) {
        let [place_id, name, language, from, to, _source] = cells[..] else { continue };
        let place = by_id.get_mut(place_id).expect("a test looks up every place of the names");
        let (name, language) = (name.to_owned(), language.to_owned());
        place.names.push(PlaceName { name, language, years: years(from, to) });
    }
    for (_, cells) in rows(parts) {
        let [place_id, part_of, from, to, ..] = cells[..] else { continue };
        let place = by_id.get_mut(place_id).expect("a test looks up every place of the parts");
        place.parts.push(Part { place_id: part_of.to_owned(), years: years(from, to) });
    }
    by_id.into_values().collect()
}

/// Reads an archive's own gazetteer.
///
/// # Errors
///
/// [`PlaceError`] with the line of the first mistake.
pub(crate) fn read_user_places(text: &str) -> Result<Vec<(usize, Place)>, PlaceError> {
    let header = text.lines().zip(1..).find(|(line, _)| !line.starts_with('#') && !line.is_empty());
    let Some((header, line)) = header else { return Ok(Vec::new()) };
    if header.split('\t').map(str::trim).ne(USER_COLUMNS) {
        return Err(PlaceError::Header { line });
    }
    let mut places = Vec::new();
    for (line, cells) in rows(text) {
        let cell = |column: usize| cells.get(column).map_or("", |cell| cell.trim());
        let wrong =
            |value: &str, expected| PlaceError::Cell { line, value: value.to_owned(), expected };
        let place_id = cell(0);
        let is_sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if place_id.is_empty() || place_id.len() > 80 || !place_id.bytes().all(is_sign) {
            return Err(wrong(place_id, "id of small Latin letters, digits and hyphens"));
        }
        let kind = PlaceKind::from_name(cell(1)).ok_or_else(|| wrong(cell(1), "kind of place"))?;
        let ru = if cell(2).is_empty() { cell(3) } else { cell(2) };
        if ru.is_empty() {
            return Err(wrong(place_id, "place with a name in `ru` or `en`"));
        }
        let is_stated = !(cell(4).is_empty() && cell(5).is_empty());
        let position = position(cell(4), cell(5));
        if is_stated && position.is_none() {
            return Err(wrong(&format!("{} {}", cell(4), cell(5)), "latitude and longitude"));
        }
        let part = |part_of: &str| Part { place_id: part_of.to_owned(), years: Years::default() };
        places.push((
            line,
            Place {
                place_id: place_id.to_owned(),
                kind,
                ru: ru.to_owned(),
                en: if cell(3).is_empty() { ru.to_owned() } else { cell(3).to_owned() },
                position,
                seat: None,
                years: Years::default(),
                rank: 1,
                certainty: Certainty::Medium,
                source: cell(8).to_owned(),
                names: cell(6).split(';').filter_map(name_with_years).collect(),
                parts: cell(7).split_whitespace().map(part).collect(),
            },
        ));
    }
    Ok(places)
}

fn name_with_years(text: &str) -> Option<PlaceName> {
    let text = text.trim();
    let (name, stated) = match text.rsplit_once(' ') {
        Some((name, stated))
            if stated.contains('-')
                && stated.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') =>
        {
            let (from, to) = stated.split_once('-').unwrap_or_default();
            (name, years(from, to))
        }
        _ => (text, Years::default()),
    };
    let name = name.trim().to_owned();
    (!name.is_empty()).then(|| PlaceName { name, language: "ru".to_owned(), years: stated })
}

fn position(lat: &str, lon: &str) -> Option<Position> {
    let (lat, lon): (f64, f64) = (lat.parse().ok()?, lon.parse().ok()?);
    let is_on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
    is_on_earth.then_some(Position { lat, lon })
}

fn years(from: &str, to: &str) -> Years {
    Years { first: from.parse().ok(), last: to.parse().ok() }
}
