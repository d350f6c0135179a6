//! Reads places, one a line, from standard input; prints how many are placed and how, and how
//! long it took. `place_rates --unplaced` prints those that are not placed instead.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;
use std::io::{BufRead, stdin};
use std::time::Instant;
use synodik_places::{gazetteer, resolve_place};

fn main() -> std::io::Result<()> {
    let wants_unplaced = std::env::args().any(|argument| argument == "--unplaced");
    let lines = stdin().lock().lines().collect::<std::io::Result<Vec<String>>>()?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    gazetteer();
    let start = Instant::now();
    for line in &lines {
        let found = resolve_place(gazetteer(), line, None);
        let best = found.first().filter(|best| best.p >= 0.5);
        if best.is_none() && wants_unplaced {
            println!("{line}");
        }
        let kind = best.map_or("none", |best| match best.precision.name() {
            "within" if best.kind.is_unit() => "within a unit",
            "within" => "within a district",
            precision => precision,
        });
        *counts.entry(kind).or_default() += 1;
    }
    if !wants_unplaced {
        let micros = start.elapsed().as_micros() / lines.len().max(1) as u128;
        println!("{} places, {micros} µs each: {counts:?}", lines.len());
    }
    Ok(())
}
