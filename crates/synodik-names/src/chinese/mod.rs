//! Chinese characters read in different languages: Цзинь, Gam, Kim.
//!
//! Takes the letters of a Cyrillic and of a Latin word, gives whether they are
//! readings of the same characters; allocates nothing once the rules are loaded.
//!
//! **Invariant:** a word of more than two syllables is no reading, so ordinary
//! names are told by their vowels and cost little.

mod readings;
mod syllables;

pub(crate) use readings::are_readings;
pub(crate) use syllables::are_readings_alike;
