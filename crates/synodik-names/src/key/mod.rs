//! Keys under which spellings of a name meet: phonetic codes and our own fast Slavic key.
//!
//! A key groups names that may be one; whether two names are one is for
//! [`compare_words`](crate::compare_words) to say.

mod beider_morse;
mod daitch_mokotoff;
mod slavic_key;
mod sounding;

pub use beider_morse::beider_morse;
pub use daitch_mokotoff::{daitch_mokotoff, daitch_mokotoff_first};
pub(crate) use slavic_key::{are_of_one_class, keys_of};
pub use slavic_key::{slavic_key, slavic_keys};
