//! From the words of a list to places of the gazetteer.
//!
//! The words fall into names of larger units («Омской обл.»), districts («Тарский р-н»,
//! which stand for the land around a town of the gazetteer) and towns. Towns are weighed by
//! size, and by whether they lie where the units say. What stays unknown, such as a
//! village, falls to the smallest place that is known, and the answer says so.

use crate::gazetteer::{Gazetteer, MAX_NAME_WORDS, PlaceIdx};
use crate::place::PlaceKind;
use crate::split::{Piece, Sign, split_words};

/// How exactly the words mean the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The place itself.
    Itself,
    /// A district, known by its centre, which is the place.
    District,
    /// Somewhere within the place: what is named more exactly is not in the gazetteer.
    Within,
}

impl Precision {
    /// Returns the word used in files and in the words of the site.
    pub fn name(self) -> &'static str {
        match self {
            Precision::Itself => "itself",
            Precision::District => "district",
            Precision::Within => "within",
        }
    }
}

/// A place that words may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceCandidate<'a> {
    /// Id of the place.
    pub place_id: &'a str,
    /// Kind of the place.
    pub kind: PlaceKind,
    /// How exactly it is meant.
    pub precision: Precision,
    /// How probable it is that it is meant.
    pub p: f64,
}

/// Weight of a town for each unit of the words in which it lies.
const IN_UNIT: f64 = 30.0;
/// Weight of a town for a unit of the words in which it does not lie.
const NOT_IN_UNIT: f64 = 0.01;
/// Weight when the words stand in another case than the first and say of no kind.
const OTHER_FORM: f64 = 0.7;
/// Weight of a large town under the word «village».
const TOWN_AS_VILLAGE: f64 = 0.01;
/// Weight of a unit that did not exist in the year, give or take [`YEAR_SLACK`].
const OTHER_TIME: f64 = 0.3;
/// Lists name units of some years before or after.
const YEAR_SLACK: i32 = 6;
/// Weight of all places of a name that are not in the gazetteer: of towns.
const UNKNOWN_TOWN: f64 = 0.3;
/// The same for words that say of no kind.
const UNKNOWN_PLACE: f64 = 1.5;
/// The same for villages.
const UNKNOWN_VILLAGE: f64 = 40.0;
/// From this rank a town is large.
const LARGE_RANK: u8 = 3;
/// A town that is less probable than this gives way to the unit in which it lies.
const P_ENOUGH: f64 = 0.5;
/// The most letters of words that are read.
const MAX_LETTERS: usize = 400;

/// What was read of the words.
#[derive(Debug, Default)]
struct Reading {
    /// Units, with weights; the smallest last.
    units: Vec<Vec<(PlaceIdx, f64)>>,
    /// Towns that stand for their districts.
    districts: Vec<(PlaceIdx, f64)>,
    /// Names of towns.
    towns: Vec<(PlaceIdx, f64)>,
    /// Weight of a town of that name that is not known.
    unknown: f64,
    /// Whether something is named that is not in the gazetteer.
    has_unknown: bool,
}

/// Returns the places that words may mean, the most probable first.
///
/// # Shape
///
/// `words`: one place as a list writes it, in any case and with its abbreviations; `year`:
/// that of the event, if known. Probabilities add up to 1 at most; the rest is for places
/// that are not in the gazetteer.
///
/// # Source
///
/// `data/places/gazetteer.tsv`, `data/places/kind_words.tsv`
///
/// # Example
///
/// ```
/// use synodik_places::{Precision, gazetteer, resolve_place};
///
/// let found = resolve_place(gazetteer(), "д. Ивановка, Тарский р-н, Омская обл.", Some(1937));
/// assert_eq!((found[0].place_id, found[0].precision), ("tara", Precision::Within));
/// assert!(resolve_place(gazetteer(), "с. Ивановка", None).is_empty());
/// ```
pub fn resolve_place<'a>(
    gazetteer: &'a Gazetteer,
    words: &str,
    year: Option<i32>,
) -> Vec<PlaceCandidate<'a>> {
    let words: String = words.chars().take(MAX_LETTERS).collect();
    let pieces = split_words(&words);
    let mut reading = Reading::default();
    for segment in pieces.split(|piece| *piece == Piece::Stop) {
        read_segment(gazetteer, segment, &mut reading);
    }
    for units in &mut reading.units {
        for (idx, weight) in units {
            let years = gazetteer.at(*idx).years;
            let is_near = year.is_none_or(|year| {
                years.contains(year - YEAR_SLACK)
                    || years.contains(year + YEAR_SLACK)
                    || years.contains(year)
            });
            *weight *= if is_near { 1.0 } else { OTHER_TIME };
        }
    }
    weigh(gazetteer, &reading)
}

fn weigh<'a>(gazetteer: &'a Gazetteer, reading: &Reading) -> Vec<PlaceCandidate<'a>> {
    let in_units = |idx: PlaceIdx| -> f64 {
        let of_unit = |units: &Vec<(PlaceIdx, f64)>| {
            let lies_in = units.iter().any(|(unit, _)| gazetteer.lies_in(idx, *unit));
            let is_okrug =
                |(unit, _): &(PlaceIdx, f64)| gazetteer.at(*unit).kind == PlaceKind::Okrug;
            match lies_in {
                true => IN_UNIT,
                // Which towns an okrug had is not in the gazetteer.
                false if units.iter().all(is_okrug) => 1.0,
                false => NOT_IN_UNIT,
            }
        };
        reading.units.iter().map(of_unit).product()
    };
    let near_district = |idx: PlaceIdx| match reading.districts.is_empty() {
        true => 1.0,
        false if reading.districts.iter().any(|(town, _)| *town == idx) => IN_UNIT,
        false => 0.2,
    };
    let towns: Vec<(PlaceIdx, f64)> = reading
        .towns
        .iter()
        .map(|&(idx, weight)| (idx, weight * in_units(idx) * near_district(idx)))
        .collect();
    let found = shares(gazetteer, &towns, reading.unknown, Precision::Itself);
    if found.first().is_some_and(|best| best.p >= P_ENOUGH) {
        return found;
    }
    let has_finer = reading.has_unknown || !reading.towns.is_empty();
    let districts: Vec<(PlaceIdx, f64)> =
        reading.districts.iter().map(|&(idx, weight)| (idx, weight * in_units(idx))).collect();
    let precision = if has_finer { Precision::Within } else { Precision::District };
    let unknown = if reading.units.is_empty() { UNKNOWN_PLACE * 4.0 } else { 1.0 };
    let of_districts = shares(gazetteer, &districts, unknown, precision);
    if of_districts.first().is_some_and(|best| best.p >= P_ENOUGH) {
        return of_districts;
    }
    let is_vague = has_finer || !reading.districts.is_empty();
    let precision = if is_vague { Precision::Within } else { Precision::Itself };
    match smallest_unit(gazetteer, reading) {
        Some(units) => shares(gazetteer, &units, 0.02, precision),
        None => found,
    }
}

/// Returns the unit that lies in the others, weighed by how many of them it lies in.
fn smallest_unit(gazetteer: &Gazetteer, reading: &Reading) -> Option<Vec<(PlaceIdx, f64)>> {
    let weighed = |at: usize| {
        let others = || reading.units.iter().enumerate().filter(move |(other, _)| *other != at);
        let units = reading.units[at].iter().map(|&(idx, weight)| {
            let factor: f64 = others()
                .map(|(_, other)| {
                    let lies_in = other.iter().any(|(outer, _)| gazetteer.lies_in(idx, *outer));
                    if lies_in { IN_UNIT } else { 1.0 }
                })
                .product();
            (idx, weight * factor)
        });
        units.collect::<Vec<_>>()
    };
    let size = |at: &usize| {
        let kinds = reading.units[*at].iter().map(|(idx, _)| gazetteer.at(*idx).kind);
        kinds.max()
    };
    let smallest = (0..reading.units.len()).max_by_key(|at| (size(at), std::cmp::Reverse(*at)))?;
    Some(weighed(smallest))
}

fn shares<'a>(
    gazetteer: &'a Gazetteer,
    weighed: &[(PlaceIdx, f64)],
    unknown: f64,
    precision: Precision,
) -> Vec<PlaceCandidate<'a>> {
    let sum: f64 = weighed.iter().map(|(_, weight)| weight).sum::<f64>() + unknown;
    let mut found: Vec<PlaceCandidate<'a>> = weighed
        .iter()
        .map(|&(idx, weight)| {
            let place = gazetteer.at(idx);
            PlaceCandidate {
                place_id: &place.place_id,
                kind: place.kind,
                precision,
                p: weight / sum,
            }
        })
        .collect();
    found.sort_by(|a, b| b.p.total_cmp(&a.p).then(a.place_id.cmp(b.place_id)));
    found.dedup_by(|a, b| a.place_id == b.place_id);
    found
}

/// Reads what stands between two commas.
fn read_segment(gazetteer: &Gazetteer, segment: &[Piece], reading: &mut Reading) {
    let mut is_read = vec![false; segment.len()];
    for at in 0..segment.len() {
        if let Piece::Kind(sign, _) = &segment[at]
            && sign.follows_name()
        {
            is_read[at] = true;
            read_unit(gazetteer, segment, (at, *sign), &mut is_read, reading);
        }
    }
    let mut marker: Option<Sign> = None;
    let mut at = 0;
    while at < segment.len() {
        if is_read[at] {
            marker = None;
            at += 1;
            continue;
        }
        match &segment[at] {
            Piece::Kind(Sign::Noise, _) => at += 1,
            Piece::Kind(sign, _) => {
                marker = Some(*sign);
                at += 1;
            }
            _ => {
                let n_words = read_town(gazetteer, (segment, &is_read, at), marker, reading);
                at += n_words.max(1);
            }
        }
    }
}

/// Reads the name of a unit that stands before its kind, or behind it.
fn read_unit(
    gazetteer: &Gazetteer,
    segment: &[Piece],
    (at, sign): (usize, Sign),
    is_read: &mut [bool],
    reading: &mut Reading,
) {
    let is_free = |idx: &usize| !is_read[*idx] && matches!(segment[*idx], Piece::Word(..));
    let n_before = (0..at).rev().take_while(is_free).take(MAX_NAME_WORDS).count();
    let n_behind = match sign {
        Sign::Republic => (at + 1..segment.len()).take_while(is_free).take(MAX_NAME_WORDS).count(),
        _ => 0,
    };
    let spans = (1..=n_before)
        .rev()
        .map(|n| (at - n, at))
        .chain((1..=n_behind).rev().map(|n| (at + 1, at + 1 + n)));
    let spans: Vec<(usize, usize)> = spans.collect();
    for &(from, to) in &spans {
        let words = words_of(&segment[from..to]);
        if let Some(units) = known_units(gazetteer, sign, &words) {
            reading.units.push(units);
            is_read[from..to].fill(true);
            return;
        }
    }
    for &(from, to) in spans.iter().filter(|(from, to)| *from < at && *to == at) {
        let words = words_of(&segment[from..to]);
        let towns = match sign {
            Sign::District
            | Sign::Okrug
            | Sign::Uezd
            | Sign::Oblast
            | Sign::Krai
            | Sign::Governorate => gazetteer.towns_of_adjective(&words),
            _ => Vec::new(),
        };
        if towns.is_empty() {
            continue;
        }
        is_read[from..to].fill(true);
        let units: Vec<(PlaceIdx, f64)> = match sign.is_large() {
            true => towns
                .iter()
                .flat_map(|&town| gazetteer.units_with_seat(town))
                .map(|unit| (unit, 0.5))
                .collect(),
            false => Vec::new(),
        };
        if !units.is_empty() && sign != Sign::Okrug {
            reading.units.push(units);
        } else {
            let weight = |idx: PlaceIdx| f64::from(1_u32 << gazetteer.at(idx).rank);
            reading.districts.extend(towns.into_iter().map(|idx| (idx, weight(idx))));
        }
        return;
    }
    // The name of a smaller unit that is not known is one word.
    if n_before > 0 {
        is_read[at - 1] = true;
    }
    reading.has_unknown = true;
}

/// Returns the units of a name, of the kind said, or of another where that one has none.
fn known_units(gazetteer: &Gazetteer, sign: Sign, words: &[&str]) -> Option<Vec<(PlaceIdx, f64)>> {
    let same = gazetteer.units(sign, words);
    if !same.is_empty() {
        return Some(same.iter().map(|&idx| (idx, 1.0)).collect());
    }
    if !sign.is_large() {
        return None;
    }
    let others = [Sign::Oblast, Sign::Krai, Sign::Governorate, Sign::Republic, Sign::Okrug];
    let other: Vec<(PlaceIdx, f64)> = others
        .iter()
        .filter(|other| **other != sign)
        .flat_map(|other| gazetteer.units(*other, words).iter().map(|&idx| (idx, 0.5)))
        .collect();
    if !other.is_empty() && sign != Sign::Okrug {
        return Some(other);
    }
    if let [only] = words
        && sign == Sign::Republic
    {
        let named = gazetteer.named(&[only]);
        let units: Vec<(PlaceIdx, f64)> = named
            .into_iter()
            .filter(|(idx, _)| gazetteer.at(*idx).kind.is_unit())
            .map(|(idx, _)| (idx, 1.0))
            .collect();
        if !units.is_empty() {
            return Some(units);
        }
    }
    match words {
        [only] if only.chars().count() >= 3 => {
            gazetteer.unit_beginning(sign, only).map(|idx| vec![(idx, 0.8)])
        }
        _ => None,
    }
}

/// Reads a name that no kind of unit goes with; returns how many pieces it took.
fn read_town(
    gazetteer: &Gazetteer,
    (segment, is_read, at): (&[Piece], &[bool], usize),
    marker: Option<Sign>,
    reading: &mut Reading,
) -> usize {
    let is_free = |idx: &usize| {
        !is_read[*idx] && !matches!(segment[*idx], Piece::Stop | Piece::Kind(Sign::Noise, _))
    };
    let n_free = (at..segment.len()).take_while(is_free).take(MAX_NAME_WORDS).count();
    for n_words in (1..=n_free).rev() {
        let words = words_of(&segment[at..at + n_words]);
        if words.len() != n_words {
            continue;
        }
        let named = gazetteer.named(&words);
        if named.is_empty() {
            continue;
        }
        let (units, towns): (Vec<_>, Vec<_>) =
            named.into_iter().partition(|(idx, _)| gazetteer.at(*idx).kind.is_unit());
        if !units.is_empty() && towns.is_empty() {
            reading.units.push(units.into_iter().map(|(idx, _)| (idx, 1.0)).collect());
            return n_words;
        }
        let weight = |(idx, is_exact): (PlaceIdx, bool)| {
            let place = gazetteer.at(idx);
            let size = f64::from(1_u32 << place.rank);
            let form = if is_exact { 1.0 } else { OTHER_FORM };
            let marked = match marker {
                Some(Sign::Village) if place.rank >= LARGE_RANK => TOWN_AS_VILLAGE,
                _ => 1.0,
            };
            (idx, size * form * marked)
        };
        reading.towns.extend(towns.into_iter().map(weight));
        reading.unknown = reading.unknown.max(match marker {
            Some(Sign::Town) => UNKNOWN_TOWN,
            Some(Sign::Village) => UNKNOWN_VILLAGE,
            _ => UNKNOWN_PLACE,
        });
        return n_words;
    }
    let is_number = words_of(&segment[at..=at])
        .iter()
        .all(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if !is_number {
        reading.has_unknown = true;
    }
    1
}

fn words_of(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().filter_map(word_of).collect()
}

fn word_of(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Word(word, _) | Piece::Kind(_, word) => Some(word),
        Piece::Stop => None,
    }
}
