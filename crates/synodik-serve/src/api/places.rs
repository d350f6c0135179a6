//! Places of the gazetteer: their names, of what they were part when, and how many entries
//! have something there.

use super::answer::{Asked, Body, answer};
use super::paging::{AskedPage, Page, Paging, page_of, wanted_page};
use super::problem::Problem;
use super::record::read_id;
use crate::AppState;
use crate::address::place_address;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use std::collections::BTreeMap;
use synodik_index::{IndexError, PublicIndex, StationKind};
use synodik_places::{Gazetteer, Place, Years};
use utoipa::ToSchema;

/// A place, without counts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlaceEntry {
    /// Stable id.
    pub(crate) place_id: String,
    /// Kind, such as `settlement`, `oblast`, `camp`.
    pub(crate) kind: &'static str,
    /// Name in Russian.
    pub(crate) ru: String,
    /// Name in English.
    pub(crate) en: String,
    /// Northern latitude in degrees, of the place or of its seat; absent when not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lat: Option<f64>,
    /// Eastern longitude in degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lon: Option<f64>,
    /// First year in which it was; absent when open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_year: Option<i32>,
    /// Last year in which it was; absent when open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_year: Option<i32>,
    /// How sure the entry is: `high`, `medium`, `low`.
    pub(crate) certainty: &'static str,
    /// Where it is from: a source of the codex, or of the archive.
    pub(crate) source: String,
}

/// A place with its names, what it was part of, and how many entries have something there.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlaceDetail {
    #[serde(flatten)]
    #[schema(inline)]
    pub(crate) place: PlaceEntry,
    /// Other names, with the years in which they were used.
    pub(crate) names: Vec<PlaceNameView>,
    /// Of what it was part when, nearest only.
    pub(crate) part_of: Vec<PlacePart>,
    /// Ids of the places that are or were part of it.
    pub(crate) parts: Vec<String>,
    /// Entries with a station there or in a part of it; placeholders are in no count.
    pub(crate) n_records: u64,
    /// The same by kind of station, such as `birth`, `arrest`; an entry may count under several.
    pub(crate) n_records_by_kind: BTreeMap<&'static str, u64>,
    /// Prisoners by year, where the archive has a table of camps.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) n_prisoners_by_year: BTreeMap<i32, u64>,
}

/// A name of a place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlaceNameView {
    /// The name.
    pub(crate) name: String,
    /// Its language.
    pub(crate) language: String,
    /// First year in which it was used; absent when open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_year: Option<i32>,
    /// Last year in which it was used; absent when open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_year: Option<i32>,
}

/// A place of which another was part.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlacePart {
    /// Id of the larger place.
    pub(crate) place_id: String,
    /// First year in which it was part of it; absent when open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_year: Option<i32>,
    /// Last year in which it was part of it; absent when open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_year: Option<i32>,
}

/// Lists the places of the gazetteer, by id.
#[utoipa::path(get, path = "/api/v1/places", tag = "places",
    params(Paging), responses((status = 200, body = Page<PlaceEntry>)))]
pub(super) async fn list_places(
    State(state): State<AppState>,
    asked: Asked,
    paging: AskedPage,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let gazetteer = index.gazetteer();
        let wanted = wanted_page(paging, &build)?;
        Ok(Body::json(&page_of(gazetteer.places(), wanted, &build, |place| {
            entry_view(gazetteer, place)
        })))
    })
    .await
}

/// Gives a place.
#[utoipa::path(get, path = "/api/v1/places/{place_id}", tag = "places",
    params(("place_id" = String, Path, description = "Id of the place")),
    responses((status = 200, body = PlaceDetail)))]
pub(super) async fn get_place(
    State(state): State<AppState>,
    asked: Asked,
    place_id: Result<Path<String>, PathRejection>,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let place_id = read_id(place_id)?;
        let place = index.gazetteer().place(&place_id).ok_or_else(Problem::missing)?;
        let page = format!("{}{}", build.site, place_address(&place.place_id));
        Ok(Body::json(&detail_view(index, place)?).with_link("canonical", page))
    })
    .await
}

fn entry_view(gazetteer: &Gazetteer, place: &Place) -> PlaceEntry {
    let position = gazetteer.position(place);
    let Years { first: first_year, last: last_year } = place.years;
    PlaceEntry {
        place_id: place.place_id.clone(),
        kind: place.kind.name(),
        ru: place.ru.clone(),
        en: place.en.clone(),
        lat: position.map(|at| at.lat),
        lon: position.map(|at| at.lon),
        first_year,
        last_year,
        certainty: place.certainty.name(),
        source: place.source.clone(),
    }
}

fn detail_view(index: &PublicIndex, place: &Place) -> Result<PlaceDetail, IndexError> {
    let gazetteer = index.gazetteer();
    let names = place.names.iter().map(|name| PlaceNameView {
        name: name.name.clone(),
        language: name.language.clone(),
        first_year: name.years.first,
        last_year: name.years.last,
    });
    let part_of = place.parts.iter().map(|part| PlacePart {
        place_id: part.place_id.clone(),
        first_year: part.years.first,
        last_year: part.years.last,
    });
    let mut parts: Vec<String> =
        gazetteer.parts_of(&place.place_id).iter().map(|part| part.place_id.clone()).collect();
    parts.sort_unstable();
    let mut n_records_by_kind = BTreeMap::new();
    for kind in StationKind::ALL {
        let n_records = index.n_records_at(&place.place_id, Some(*kind))?;
        if n_records > 0 {
            n_records_by_kind.insert(kind.name(), n_records);
        }
    }
    let camp = index.places().camp(&place.place_id);
    Ok(PlaceDetail {
        place: entry_view(gazetteer, place),
        names: names.collect(),
        part_of: part_of.collect(),
        parts,
        n_records: index.n_records_at(&place.place_id, None)?,
        n_records_by_kind,
        n_prisoners_by_year: camp.map(|camp| camp.by_year.clone()).unwrap_or_default(),
    })
}
