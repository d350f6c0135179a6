//! Estonian: heads and members of the books of the repressed, and pointers between them.

mod entry;
mod kin_chain;
mod lexicon;
mod pointer;

pub use entry::{EstonianEntry, read_estonian_entry};
pub use pointer::{FamilyPointer, HeadIndex};
