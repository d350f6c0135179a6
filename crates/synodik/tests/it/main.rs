//! Runs the program as its users do, on small invented lists.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod annotations;
mod archive;
mod counts;
mod errors;
mod estimates;
mod export;
mod families;
mod fixture;
mod gedcom;
mod interrupted;
mod lists;
mod living;
mod persons;
mod places;
mod questions;
mod sql;
