//! Tests of the site: pages from hand-made values, and routes over an index.

mod codex_pages;
mod pages;
mod routes;
mod sample;
