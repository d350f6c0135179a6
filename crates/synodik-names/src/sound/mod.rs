//! A word as letters and as sounds, each in one byte: what keys and comparison work on.
//!
//! Takes one word of a name as written, gives fixed-size values; allocates nothing
//! once the rules are loaded.
//!
//! **Invariant:** the letters are those that [`fold_words`](crate::fold_words)
//! leaves, so two words it folds together are the same here.

mod alignment;
mod alphabet;
mod letter_tree;
mod sounds;
mod spelled;
mod stem;

pub(crate) use alignment::{align_sounds, score_of_sounds};
pub(crate) use alphabet::{LETTER_A, letter_of};
pub(crate) use sounds::{N_SOUNDS, Sounds, sound_of_sign};
pub(crate) use spelled::{MAX_LETTERS, Spelled};
#[cfg(test)]
pub(crate) use stem::forms_differ_at_most;
pub(crate) use stem::{Form, Paradigm, Stem};
