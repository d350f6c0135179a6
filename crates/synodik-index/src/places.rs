//! Places in the index: the terms of a record's stations, counts over all and over a search,
//! and the file beside the index with the archive's own places and camps.

use crate::collect::SegmentColumns;
use crate::error::IndexError;
use crate::stations::{Station, StationKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use synodik_places::{Gazetteer, Precision, gazetteer};
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

/// Name of the file of places in the public folder.
const PLACES_FILE: &str = "places.json";

/// Year that stands for none in a term.
const NO_YEAR: &str = "0";

/// First part of the term of a way into exile.
const WAY: &str = "way";

/// What an archive brings of its own, and the counts over all records that are shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PlacesFile {
    /// Rows of the archive's own gazetteer, as text; empty for none.
    pub own_rows: String,
    /// Camps of the archive, by id.
    pub camps: Vec<Camp>,
    /// Counts over all records that are shown.
    pub stays: StayCounts,
}

/// A camp of an archive's own table, with its head-counts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Camp {
    /// Id of the place in the gazetteer.
    pub place_id: String,
    /// Name.
    pub name: String,
    /// Where it was, in degrees: latitude, longitude.
    pub lat: f64,
    /// Eastern longitude.
    pub lon: f64,
    /// Prisoners by year, where the table says a number above nought.
    pub by_year: BTreeMap<i32, u64>,
}

/// How many records are at which place, by kind and year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayCounts {
    /// Records counted.
    pub n_records: u64,
    /// Those with at least one place that is known.
    pub n_placed: u64,
    /// Records by term, `kind/place/year/precision`, year 0 for none, and
    /// `way/from/to/year`.
    pub by_term: BTreeMap<String, u64>,
}

/// Records at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StayCount<'a> {
    /// What happened there.
    pub kind: StationKind,
    /// Id of the place.
    pub place_id: &'a str,
    /// Year, where it is known.
    pub year: Option<i32>,
    /// Records.
    pub n_records: u64,
    /// Whether the place itself is meant, and no unknown place in it.
    pub is_exact: bool,
}

/// Records that tell of a way from home into exile or camp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WayCount<'a> {
    /// Id of the place of residence.
    pub from_id: &'a str,
    /// Id of the place of exile.
    pub to_id: &'a str,
    /// Year, where it is known.
    pub year: Option<i32>,
    /// Records.
    pub n_records: u64,
}

impl StayCounts {
    /// Returns the counts of places.
    pub fn stays(&self) -> impl Iterator<Item = StayCount<'_>> {
        self.by_term.iter().filter_map(|(term, &n_records)| {
            let [kind, place_id, year, precision] = parts(term)?;
            let kind = StationKind::from_name(kind)?;
            let is_exact = precision == Precision::Itself.name();
            Some(StayCount { kind, place_id, year: year_of(year), n_records, is_exact })
        })
    }

    /// Returns the ways from home into exile.
    pub fn ways(&self) -> impl Iterator<Item = WayCount<'_>> {
        self.by_term.iter().filter_map(|(term, &n_records)| {
            let [WAY, from_id, to_id, year] = parts(term)? else { return None };
            Some(WayCount { from_id, to_id, year: year_of(year), n_records })
        })
    }

    /// Adds the terms of one record.
    pub(crate) fn add(&mut self, terms: &[String]) {
        self.n_records += 1;
        self.n_placed += u64::from(!terms.is_empty());
        for term in terms {
            *self.by_term.entry(term.clone()).or_default() += 1;
        }
    }

    pub(crate) fn merge(&mut self, other: StayCounts) {
        self.n_records += other.n_records;
        self.n_placed += other.n_placed;
        for (term, n_records) in other.by_term {
            *self.by_term.entry(term).or_default() += n_records;
        }
    }
}

fn parts(term: &str) -> Option<[&str; 4]> {
    let mut parts = term.split('/');
    Some([parts.next()?, parts.next()?, parts.next()?, parts.next()?])
}

fn year_of(year: &str) -> Option<i32> {
    if year == NO_YEAR { None } else { year.parse().ok() }
}

/// Returns the terms under which a record's stations are counted, sorted, each once.
pub(crate) fn stay_terms(stations: &[Station]) -> Vec<String> {
    let year = |year: Option<i32>| year.map_or_else(|| NO_YEAR.to_owned(), |year| year.to_string());
    let term = |station: &Station| {
        let (kind, precision) = (station.kind.name(), station.precision.name());
        format!("{kind}/{}/{}/{precision}", station.place_id, year(station.year))
    };
    let mut terms: Vec<String> = stations.iter().map(term).collect();
    let home = stations.iter().find(|station| station.kind == StationKind::Residence);
    let home = home.or_else(|| stations.iter().find(|station| station.kind == StationKind::Birth));
    if let Some(home) = home {
        let away = stations
            .iter()
            .filter(|station| matches!(station.kind, StationKind::Exile | StationKind::Camp))
            .filter(|station| station.place_id != home.place_id);
        terms.extend(
            away.map(|away| {
                format!("{WAY}/{}/{}/{}", home.place_id, away.place_id, year(away.year))
            }),
        );
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Returns the term under which the records at a place, or in it, are found.
pub(crate) fn within_term(place_id: &str, kind: Option<StationKind>) -> String {
    match kind {
        Some(kind) => format!("{}/{place_id}", kind.name()),
        None => place_id.to_owned(),
    }
}

/// Returns the terms of the places in which a record's stations lie, then and now; sorted,
/// each once.
pub(crate) fn within_terms(stations: &[Station], gazetteer: &Gazetteer) -> Vec<String> {
    let mut terms = Vec::new();
    for station in stations {
        let Some(place) = gazetteer.place(&station.place_id) else { continue };
        let mut add = |place_id: &str| {
            terms.push(within_term(place_id, None));
            terms.push(within_term(place_id, Some(station.kind)));
        };
        add(&place.place_id);
        let then = station.year.map(|year| gazetteer.above(place, Some(year))).unwrap_or_default();
        for outer in then.into_iter().chain(gazetteer.above(place, None)) {
            add(&outer.place_id);
        }
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

impl PlacesFile {
    /// Returns the gazetteer of the program with the archive's own rows and camps.
    ///
    /// # Errors
    ///
    /// [`IndexError::Places`] when a row cannot be read.
    pub fn gazetteer(&self) -> Result<Gazetteer, IndexError> {
        gazetteer().with_rows(&self.own_rows).map_err(IndexError::Places)
    }

    /// Returns the camp at a place of the gazetteer.
    pub fn camp(&self, place_id: &str) -> Option<&Camp> {
        self.camps.iter().find(|camp| camp.place_id == place_id)
    }

    /// Writes the file into a public folder.
    ///
    /// # Errors
    ///
    /// [`IndexError::File`] when the disk does not take it.
    pub fn write(&self, folder: &Path) -> Result<(), IndexError> {
        let path = folder.join(PLACES_FILE);
        let text = serde_json::to_vec(self).map_err(IndexError::Json)?;
        std::fs::write(&path, text).map_err(|cause| IndexError::File { path, cause })
    }

    /// Reads the file of a public folder; empty when there is none.
    pub(crate) fn read(folder: &Path) -> Result<PlacesFile, IndexError> {
        let path = folder.join(PLACES_FILE);
        match std::fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text).map_err(IndexError::Json),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(PlacesFile::default()),
            Err(cause) => Err(IndexError::File { path, cause }),
        }
    }
}

/// Counts the stays of all records found.
pub(crate) struct StayCollector<'a> {
    pub(crate) columns: &'a [SegmentColumns],
}

pub(crate) struct SegmentStays {
    column: Option<StrColumn>,
    counts: Vec<u32>,
    n_records: u64,
    n_placed: u64,
}

impl Collector for StayCollector<'_> {
    type Fruit = StayCounts;
    type Child = SegmentStays;

    fn for_segment(
        &self,
        segment_ord: SegmentOrdinal,
        _segment: &SegmentReader,
    ) -> tantivy::Result<SegmentStays> {
        let column = self.columns[segment_ord as usize].stays().cloned();
        let n_terms = column.as_ref().map_or(0, |column| column.num_terms());
        Ok(SegmentStays { column, counts: vec![0; n_terms], n_records: 0, n_placed: 0 })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<StayCounts>) -> tantivy::Result<StayCounts> {
        let mut merged = StayCounts::default();
        for segment in segments {
            merged.merge(segment);
        }
        Ok(merged)
    }
}

impl SegmentCollector for SegmentStays {
    type Fruit = StayCounts;

    fn collect(&mut self, doc: DocId, _score: Score) {
        self.n_records += 1;
        let Some(column) = &self.column else { return };
        let mut is_placed = false;
        for term_ord in column.term_ords(doc) {
            self.counts[term_ord as usize] += 1;
            is_placed = true;
        }
        self.n_placed += u64::from(is_placed);
    }

    fn harvest(self) -> StayCounts {
        let (n_records, n_placed) = (self.n_records, self.n_placed);
        let mut by_term = BTreeMap::new();
        if let Some(column) = self.column {
            let mut term = String::new();
            for (term_ord, &count) in
                self.counts.iter().enumerate().filter(|(_, count)| **count > 0)
            {
                term.clear();
                if column.ord_to_str(term_ord as u64, &mut term).is_ok() {
                    by_term.insert(term.clone(), u64::from(count));
                }
            }
        }
        StayCounts { n_records, n_placed, by_term }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn station(kind: StationKind, place_id: &str, year: Option<i32>) -> Station {
        let (precision, p, words) = (Precision::Itself, 1.0, String::new());
        Station { kind, place_id: place_id.to_owned(), year, precision, p, words }
    }

    #[test]
    fn stays_and_ways_are_read_back() {
        let stations = [
            station(StationKind::Residence, "tara", Some(1930)),
            station(StationKind::Exile, "narym-okrug", None),
        ];
        let mut counts = StayCounts::default();
        counts.add(&stay_terms(&stations));
        counts.add(&[]);
        assert_eq!((counts.n_records, counts.n_placed), (2, 1));
        let stays: Vec<_> =
            counts.stays().map(|stay| (stay.kind, stay.place_id, stay.year)).collect();
        assert_eq!(
            stays,
            [
                (StationKind::Exile, "narym-okrug", None),
                (StationKind::Residence, "tara", Some(1930))
            ]
        );
        let ways: Vec<_> = counts.ways().map(|way| (way.from_id, way.to_id, way.year)).collect();
        assert_eq!(ways, [("tara", "narym-okrug", None)]);
    }

    #[test]
    fn a_record_is_found_under_the_units_of_then_and_now() {
        let terms = within_terms(&[station(StationKind::Arrest, "omsk", Some(1932))], gazetteer());
        for term in ["omsk", "west-siberian-krai", "omsk-oblast", "arrest/rsfsr", "arrest/russia"] {
            assert!(terms.iter().any(|known| known == term), "{term} {terms:?}");
        }
        assert!(!terms.iter().any(|known| known == "omsk-governorate"));
    }
}
