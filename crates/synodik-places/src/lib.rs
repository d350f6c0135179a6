//! Places: what they were called when, of what they were part, where they lie, and which
//! one the words of a list name.
//!
//! Takes words as written and a year; gives places of the gazetteer, each with how
//! probable it is and how exactly it is meant. Rows of an archive's own gazetteer are
//! handed in as text.
//!
//! **Invariant:** pure functions; no file is opened, the gazetteer of `data/places/` is
//! compiled in.

mod forms;
mod gazetteer;
mod place;
mod resolve;
mod rows;
mod split;

pub use gazetteer::{Gazetteer, gazetteer};
pub use place::{Certainty, Part, Place, PlaceKind, PlaceName, Position, Years};
pub use resolve::{PlaceCandidate, Precision, resolve_place};
pub use rows::{PlaceError, USER_COLUMNS};
