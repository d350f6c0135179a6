//! Tests of the site: pages from hand-made values, and routes over an index.

mod codex_pages;
mod family_pages;
mod pages;
mod routes;
mod sample;
mod sample_family;
