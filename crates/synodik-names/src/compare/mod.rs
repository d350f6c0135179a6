//! How alike two names are: evidence, with its weight in bits.
//!
//! [`compare_words`] compares two words of one part and is what linkage calls
//! millions of times; [`compare_names`] compares whole names as written.

mod agreement;
mod assignment;
mod evidence;
mod father;
mod frequencies;
mod fresh;
mod given_by_sound;
mod initials;
mod name_parts;
mod names;
mod pairing;
mod prepared;
mod prepared_name;
mod probability;
mod similarity;
mod sounded_word;
mod words;
mod written_word;

pub use agreement::{Agreement, Cause, Edit, agreement_bits};
pub use evidence::{NameEvidence, PartEvidence, PartList};
pub use frequencies::SurnameFrequencies;
pub use fresh::{WordEvidence, compare_written};
pub use names::compare_names;
pub use prepared::{NameTable, PreparedWord, WordId, damerau, jaro_winkler};
pub use prepared_name::PreparedName;
pub use words::compare_words;

#[cfg(test)]
mod tests;
