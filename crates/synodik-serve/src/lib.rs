//! The site: pages made from the public index, and nothing else.
//!
//! A request becomes a question to the [`PublicIndex`](synodik_index::PublicIndex),
//! the answer becomes a page in the visitor's language. Pages are plain functions
//! from values to HTML ([`pages`]); the routes around them are in [`app`].
//!
//! **Invariants:** no script is sent but one of our own that completes names, no visit or query is recorded, no cookie is
//! set but `lang`, and nothing outside the public index is read.

mod address;
mod asset;
mod headers;
mod language;
mod locale;
pub mod pages;
mod question;
mod routes;
mod state;

pub use language::Language;
pub use locale::{Locales, Text};
pub use question::{FormMistake, SearchForm};
pub use routes::{app, serve};
pub use state::AppState;
