//! The places that records name, by what they are part of now.

use crate::Text;
use crate::address::place_address;
use crate::pages::{Frame, Page};
use askama::Template;
use std::collections::{BTreeMap, BTreeSet};
use synodik_index::{IndexError, PublicIndex};
use synodik_places::{Gazetteer, Place};

#[derive(Template)]
#[template(path = "places/list.html")]
struct PlacesPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    groups: Vec<PlaceGroup>,
    n_places: u64,
    n_records: u64,
    n_placed: u64,
}

/// A large place with those directly in it.
struct PlaceGroup {
    place_id: String,
    head: PlaceLink,
    parts: Vec<PlaceLink>,
}

/// A place with how many records name it or a place in it.
pub(super) struct PlaceLink {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) n_records: u64,
}

/// Returns the list of the places that records name.
///
/// States and republics, each with its units; towns stand on the pages of those.
///
/// # Errors
///
/// [`IndexError`] when the index cannot be read.
pub fn places_page(frame: Frame<'_>, index: &PublicIndex) -> Result<Page, IndexError> {
    let (t, gazetteer) = (frame.text, index.gazetteer());
    let stays = &index.places().stays;
    let named: BTreeSet<&str> = stays.stays().map(|stay| stay.place_id).collect();
    let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for place in named.iter().filter_map(|place_id| gazetteer.place(place_id)) {
        let (top, below) = top_of(gazetteer, place);
        let group = groups.entry(&top.place_id).or_default();
        if below.place_id != top.place_id {
            group.insert(&below.place_id);
        }
    }
    let mut shown = Vec::new();
    for (top, below) in groups {
        let mut parts = Vec::new();
        for place_id in below {
            parts.extend(place_link(t, index, place_id)?);
        }
        sort_links(&mut parts);
        let Some(head) = place_link(t, index, top)? else { continue };
        shown.push(PlaceGroup { place_id: top.to_owned(), head, parts });
    }
    shown.sort_by(|a, b| {
        b.head.n_records.cmp(&a.head.n_records).then(a.head.name.cmp(&b.head.name))
    });
    Ok(PlacesPage {
        frame,
        t,
        groups: shown,
        n_places: named.len() as u64,
        n_records: stays.n_records,
        n_placed: stays.n_placed,
    }
    .render())
}

/// Returns the outermost place in which a place lies, and the one below it on the way.
fn top_of<'a>(gazetteer: &'a Gazetteer, place: &'a Place) -> (&'a Place, &'a Place) {
    let above = gazetteer.above(place, None);
    match above.len() {
        0 => (place, place),
        1 => (above[0], place),
        n_above => (above[n_above - 1], above[n_above - 2]),
    }
}

/// Returns the link to a place; none when no record names it or a place in it.
pub(super) fn place_link(
    t: Text<'_>,
    index: &PublicIndex,
    place_id: &str,
) -> Result<Option<PlaceLink>, IndexError> {
    let n_records = index.n_records_at(place_id, None)?;
    let Some(place) = index.gazetteer().place(place_id) else { return Ok(None) };
    let name = place.name_in(t.language().tag()).to_owned();
    Ok((n_records > 0).then(|| PlaceLink { name, address: place_address(place_id), n_records }))
}

/// Sorts by count, then by name.
pub(super) fn sort_links(links: &mut [PlaceLink]) {
    links.sort_by(|a, b| b.n_records.cmp(&a.n_records).then(a.name.cmp(&b.name)));
}
