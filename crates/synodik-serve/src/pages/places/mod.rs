//! Places: all that an archive names, by what they are part of; and one place.

mod list;
mod place;

pub use list::places_page;
pub(crate) use place::MAX_OFFSET as MAX_PLACE_OFFSET;
pub use place::{PlaceForm, PlaceRecords, place_page};
