//! Runs the program as its users do, on small invented lists.

mod archive;
mod errors;
mod export;
mod fixture;
mod interrupted;
mod living;
