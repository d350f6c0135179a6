//! Measures how long searches take in process, and whether they find the person meant.
//!
//! Usage: `search_latency PUBLIC_FOLDER QUERIES.tsv`, where the queries are lines
//! `kind<TAB>query<TAB>entry_id` as `bench/make_queries.py` writes them.

#![expect(clippy::print_stdout, reason = "a measuring program prints")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use synodik_index::{PublicIndex, SearchRequest};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, folder, queries] = &arguments[..] else {
        return Err("usage: search_latency PUBLIC_FOLDER QUERIES.tsv".into());
    };
    let index = PublicIndex::open(Path::new(folder))?;
    let queries = std::fs::read_to_string(queries)?;
    let mut by_kind: BTreeMap<&str, Vec<(f64, bool)>> = BTreeMap::new();
    for line in queries.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, query, entry_id] = cells[..] else { continue };
        let request =
            SearchRequest { query: query.to_owned(), limit: 20, ..SearchRequest::default() };
        let started = Instant::now();
        let result = index.search(&request)?;
        let milliseconds = started.elapsed().as_secs_f64() * 1e3;
        let is_found = result.hits.iter().any(|hit| {
            let fields = &hit.record.fields;
            fields.iter().any(|field| field.name == "entry_id" && field.value == entry_id)
        });
        by_kind.entry(kind).or_default().push((milliseconds, is_found));
        by_kind.entry("all").or_default().push((milliseconds, is_found));
    }
    println!("kind\tqueries\tp50_ms\tp99_ms\tmax_ms\tin_first_20");
    for (kind, mut measured) in by_kind {
        measured.sort_by(|a, b| a.0.total_cmp(&b.0));
        let at = |share: f64| measured[((measured.len() - 1) as f64 * share) as usize].0;
        let n_found = measured.iter().filter(|(_, is_found)| *is_found).count();
        println!(
            "{kind}\t{}\t{:.2}\t{:.2}\t{:.2}\t{:.3}",
            measured.len(),
            at(0.5),
            at(0.99),
            at(1.0),
            n_found as f64 / measured.len() as f64
        );
    }
    Ok(())
}
