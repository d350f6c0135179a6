//! How the letters of a name were written, and what they are in modern Russian spelling.
//!
//! [`find_repairs`] says what differs and why, [`modernise`] applies it,
//! [`is_ocr_confusion`] knows what machines misread.
//!
//! **Invariant:** a repair never changes the text as written; its span points into it.

mod ocr;
mod readings;
mod repair;
#[cfg(test)]
mod tests;
mod units;

pub use ocr::is_ocr_confusion;
pub(crate) use readings::reading_of;
pub use repair::{Repair, RepairKind, find_repairs, modernise};
pub(crate) use units::{compose, is_cyrillic};
