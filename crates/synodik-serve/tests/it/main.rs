//! Tests of the site: pages from hand-made values, and routes over an index.

mod api;
mod codex_pages;
mod family_pages;
mod hostile;
mod operation;
mod pages;
mod routes;
mod sample;
mod sample_family;
