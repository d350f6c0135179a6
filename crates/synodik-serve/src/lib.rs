//! The site: pages made from the public index, and nothing else.
//!
//! A request becomes a question to the [`PublicIndex`](synodik_index::PublicIndex),
//! the answer becomes a page in the visitor's language. Pages are plain functions
//! from values to HTML ([`pages`]); the routes around them are in [`app`].
//!
//! **Invariants:** no script is sent but one of our own that completes names, no visit or query is recorded, no cookie is
//! set but `lang`, and nothing outside the public index is read.

mod address;
mod api;
mod asset;
mod formats;
mod found_person;
mod headers;
mod language;
mod locale;
mod oai;
mod operation;
pub mod pages;
mod question;
mod reconcile;
mod routes;
mod state;

pub use formats::{
    ftm_entities_of_family, ftm_entities_of_person, ftm_entities_of_record, linked_family,
    linked_person, linked_record,
};
pub use found_person::{FoundPerson, find_person, persons_from};
pub use language::Language;
pub use locale::{Locales, Text};
pub use operation::{ClientRate, LogFormat, ServeSettings, serve, serve_beside, serve_until};
pub use question::{FormMistake, SearchForm};
pub use routes::{app, metrics_app};
pub use state::AppState;
