//! Cyrillic to Latin by a named scheme, and from Latin back to what may have stood there.
//!
//! Every scheme is a file of `data/names/translit/`. Writing ([`transliterate`]) is exact.
//! Reading back ([`cyrillic_candidates`]) is a guess, and gives probabilities.

mod beam;
mod candidates;
mod forward;
mod letter_model;
mod reader;
mod reading;
mod rules;
mod scheme;
#[cfg(test)]
mod tests;
mod to_cyrillic;

pub use candidates::{Candidate, cyrillic_candidates, guess_scheme};
pub use forward::transliterate;
pub use reader::{ReaderSpelling, spell_for_reader};
pub use scheme::Scheme;
