//! Places: all that an archive names, by what they are part of; and one place.

mod list;
mod place;

pub use list::places_page;
pub use place::{PlaceForm, PlaceRecords, place_page};
