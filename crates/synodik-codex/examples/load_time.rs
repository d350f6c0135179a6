//! Prints how long it takes to load the codex.
//!
//! `cargo run --release -p synodik-codex --example load_time`

#![expect(clippy::print_stdout, reason = "an example prints what it measures")]

use std::time::Instant;

fn main() -> Result<(), synodik_codex::CodexError> {
    let start = Instant::now();
    let codex = synodik_codex::load_codex()?;
    let load_ms = start.elapsed().as_secs_f64() * 1e3;
    println!("{} instruments loaded in {load_ms:.1} ms", codex.instruments.len());
    Ok(())
}
