//! The stations of a life: which places the words of a record that is shown mean.
//!
//! Only a [`PublicRecord`] is read, so nothing of a placeholder and nothing withheld can
//! become a place.

use crate::countable::single_year;
use crate::view::PublicRecord;
use std::collections::HashMap;
use synodik_model::{EventKind, Field};
use synodik_places::{Gazetteer, Precision, resolve_place};

macro_rules! station_kinds {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// What happened at a place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum StationKind { $(#[doc = $meaning] $variant,)* }

        impl StationKind {
            /// All kinds, in the order of a life.
            pub const ALL: &[StationKind] = &[$(StationKind::$variant),*];

            /// Returns the identifier used in addresses and in the words of the site.
            pub fn name(self) -> &'static str {
                match self { $(StationKind::$variant => $name),* }
            }

            /// Returns the kind of that identifier.
            pub fn from_name(name: &str) -> Option<StationKind> {
                match name { $($name => Some(StationKind::$variant),)* _ => None }
            }
        }
    };
}

station_kinds! {
    Birth "birth" "Birth."
    Residence "residence" "Residence at the time of the events."
    Arrest "arrest" "Arrest."
    Exile "exile" "Exile or deportation: where to."
    Camp "camp" "Camp or prison."
    Execution "execution" "Execution."
    Death "death" "Death from another or an unstated cause."
    Burial "burial" "Burial."
}

impl StationKind {
    /// Returns the kind of station that an event of a record or of a member of a family is.
    pub fn of_event(kind: &str) -> Option<StationKind> {
        Some(match EventKind::from_name(kind)? {
            EventKind::Arrest => StationKind::Arrest,
            EventKind::Exile | EventKind::Deportation => StationKind::Exile,
            EventKind::Imprisonment => StationKind::Camp,
            EventKind::Execution => StationKind::Execution,
            EventKind::Death => StationKind::Death,
            EventKind::Burial => StationKind::Burial,
            _ => return None,
        })
    }
}

/// A station of a life, at a place of the gazetteer.
#[derive(Debug, Clone, PartialEq)]
pub struct Station {
    /// What happened.
    pub kind: StationKind,
    /// Id of the place.
    pub place_id: String,
    /// Year, where the entry says one.
    pub year: Option<i32>,
    /// How exactly the words mean the place.
    pub precision: Precision,
    /// How probable it is that they do.
    pub p: f64,
    /// The words, as written.
    pub words: String,
}

/// The least probability at which words count for a place.
const P_PLACED: f64 = 0.5;

/// Answers kept for words that come again; lists repeat them often.
const MAX_KEPT: usize = 200_000;

/// Kinds of events that say when somebody lived where they lived.
const OF_RESIDENCE: [EventKind; 5] = [
    EventKind::Arrest,
    EventKind::Dispossession,
    EventKind::Exile,
    EventKind::Deportation,
    EventKind::Sentence,
];

/// Finds places of words, and keeps the answers.
pub(crate) struct Placer<'a> {
    gazetteer: &'a Gazetteer,
    kept: HashMap<(String, Option<i32>), Option<(String, Precision, f64)>>,
}

impl<'a> Placer<'a> {
    pub(crate) fn of(gazetteer: &'a Gazetteer) -> Placer<'a> {
        Placer { gazetteer, kept: HashMap::new() }
    }

    fn place(&mut self, words: &str, year: Option<i32>) -> Option<(String, Precision, f64)> {
        let key = (words.to_owned(), year);
        if let Some(known) = self.kept.get(&key) {
            return known.clone();
        }
        let found = place_of(self.gazetteer, words, year);
        if self.kept.len() >= MAX_KEPT {
            self.kept.clear();
        }
        self.kept.insert(key, found.clone());
        found
    }

    /// Returns the stations of a record.
    pub(crate) fn stations(&mut self, record: &PublicRecord) -> Vec<Station> {
        collect_stations(record, |words, year| self.place(words, year))
    }
}

fn place_of(
    gazetteer: &Gazetteer,
    words: &str,
    year: Option<i32>,
) -> Option<(String, Precision, f64)> {
    let found = resolve_place(gazetteer, words, year);
    let best = found.first().filter(|best| best.p >= P_PLACED)?;
    Some((best.place_id.to_owned(), best.precision, best.p))
}

/// Returns the stations of a record that is shown, those of the record first, then events
/// in the order of the entry; only those whose place is in the gazetteer.
pub fn stations_of(record: &PublicRecord, gazetteer: &Gazetteer) -> Vec<Station> {
    collect_stations(record, |words, year| place_of(gazetteer, words, year))
}

/// Returns the station that words and a kind of event make, if the place is known.
pub fn station_of(
    gazetteer: &Gazetteer,
    kind: StationKind,
    words: &str,
    edtf: Option<&str>,
) -> Option<Station> {
    let year = year_of(edtf);
    let (place_id, precision, p) = place_of(gazetteer, words, year)?;
    Some(Station { kind, place_id, year, precision, p, words: words.to_owned() })
}

fn year_of(edtf: Option<&str>) -> Option<i32> {
    edtf.and_then(single_year)?.parse().ok()
}

fn collect_stations(
    record: &PublicRecord,
    mut place: impl FnMut(&str, Option<i32>) -> Option<(String, Precision, f64)>,
) -> Vec<Station> {
    let mut stations: Vec<Station> = Vec::new();
    let mut add = |kind: StationKind, words: &str, year: Option<i32>| {
        let Some((place_id, precision, p)) = place(words, year) else { return };
        let is_known =
            |known: &Station| (known.kind, known.year, &known.place_id) == (kind, year, &place_id);
        if !stations.iter().any(is_known) {
            stations.push(Station { kind, place_id, year, precision, p, words: words.to_owned() });
        }
    };
    if let Some(words) = record.get(Field::BirthPlace) {
        add(StationKind::Birth, words, year_of(record.birth_edtf.as_deref()));
    }
    let of_residence = record
        .events
        .iter()
        .filter(|event| OF_RESIDENCE.iter().any(|kind| kind.name() == event.kind));
    if let Some(words) = record.get(Field::Residence) {
        let year = of_residence.filter_map(|event| year_of(event.date_edtf.as_deref())).min();
        add(StationKind::Residence, words, year);
    }
    for event in record.own_events() {
        if let (Some(kind), Some(words)) = (StationKind::of_event(&event.kind), &event.place) {
            add(kind, words, year_of(event.date_edtf.as_deref()));
        }
    }
    let of_fields = [
        (Field::ExilePlace, StationKind::Exile),
        (Field::ExecutionPlace, StationKind::Execution),
        (Field::DeathPlace, StationKind::Death),
        (Field::BurialPlace, StationKind::Burial),
    ];
    for (field, kind) in of_fields {
        let is_event = |event: &crate::view::PublicEvent| {
            StationKind::of_event(&event.kind) == Some(kind) && event.place.is_some()
        };
        if let Some(words) = record.get(field)
            && !record.events.iter().any(is_event)
        {
            let of_kind = record
                .events
                .iter()
                .filter(|event| StationKind::of_event(&event.kind) == Some(kind));
            let year = of_kind.filter_map(|event| year_of(event.date_edtf.as_deref())).min();
            add(kind, words, year);
        }
    }
    stations
}
