//! Takes the names of a file apart, one a line, and says how many a second.
//!
//! `cargo run --release -p synodik-names --example parse_names -- FILE [--show]`

#![expect(clippy::print_stdout, reason = "an example speaks to its user")]

use std::time::Instant;
use synodik_names::{PieceKind, parse_name};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().unwrap_or_default();
    let text = std::fs::read_to_string(file)?;
    let names: Vec<&str> = text.lines().collect();
    if arguments.next().is_some() {
        for raw in &names {
            let name = parse_name(raw);
            let pieces = name.pieces.iter().filter(|piece| piece.kind != PieceKind::Punctuation);
            let said = pieces.map(|piece| {
                format!("{:?}/{:?}={}", piece.claim, piece.kind, &raw[piece.span.clone()])
            });
            println!("{:.2}\t{raw}\t{}", name.p_order, said.collect::<Vec<_>>().join(" "));
        }
    }
    parse_name("Рябов Пантелей");
    let start = Instant::now();
    let n_pieces: usize =
        (0..10).flat_map(|_| &names).map(|raw| parse_name(raw).pieces.len()).sum();
    let names_per_sec = 10.0 * names.len() as f64 / start.elapsed().as_secs_f64();
    println!("{n_pieces} pieces, {names_per_sec:.0} names a second");
    Ok(())
}
