//! Measures the comparison of names: quality on labelled pairs, recall of keys, speed.
//!
//! `cargo xtask bench names [--pairs FILE] [--clusters FILE]`. Without arguments it
//! reads the committed labelled pairs. A file of pairs has the columns a, b, same
//! (1 or 0), why; a file of clusters: id, Cyrillic names and Latin names, joined by `|`.

#![expect(clippy::print_stdout, reason = "a benchmark tells what it measures")]

mod quality;
mod speed;

use std::process::ExitCode;

const PAIRS: &str = include_str!("../../tests/cases/name_pairs.tsv");
const HARD_PAIRS: &str = include_str!("../../tests/cases/name_pairs_hard.tsv");
const WORLD_PAIRS: &str = include_str!("../../tests/cases/name_pairs_world.tsv");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut pairs = vec![
        ("tests/cases/name_pairs.tsv".to_owned(), PAIRS.to_owned()),
        ("tests/cases/name_pairs_hard.tsv".to_owned(), HARD_PAIRS.to_owned()),
        ("tests/cases/name_pairs_world.tsv".to_owned(), WORLD_PAIRS.to_owned()),
    ];
    let mut clusters = Vec::new();
    for argument in arguments.chunks(2) {
        let [flag, path] = argument else {
            eprintln!("error: `{}` needs a file", argument[0]);
            return ExitCode::FAILURE;
        };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("error: cannot read `{path}`: {error}");
                return ExitCode::FAILURE;
            }
        };
        match flag.as_str() {
            "--pairs" => pairs.push((path.clone(), text)),
            "--clusters" => clusters.push((path.clone(), text)),
            _ => {
                eprintln!("error: `{flag}` is neither `--pairs` nor `--clusters`");
                return ExitCode::FAILURE;
            }
        }
    }
    for (name, text) in &pairs {
        quality::report_pairs(name, text);
    }
    for (name, text) in &clusters {
        quality::report_clusters(name, text);
    }
    speed::report_speed();
    ExitCode::SUCCESS
}
