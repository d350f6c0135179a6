//! Reads cells of relatives from a table of name and cell, and prints a row for each relative.
//!
//! `cargo run --release -p synodik-family --example relatives -- FILE.tsv` (UTF-8, no header).

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use synodik_family::{head_mention, read_relatives_cell};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a file")?;
    for line in std::fs::read_to_string(path)?.lines() {
        let Some((name, cell)) = line.split_once('\t') else { continue };
        let mentions = read_relatives_cell(cell, head_mention(name));
        for mention in &mentions[1..] {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            let birth = mention.birth.as_ref().map(|birth| birth.to_edtf()).unwrap_or_default();
            let term = mention.kinship.as_ref().and_then(|kinship| kinship.term).unwrap_or("?");
            println!(
                "{name}\t{}\t{term}\t{}\t{}\t{}\t{birth}\t{}\t{}",
                mention.relative_to,
                text(&mention.surname_stated),
                text(&mention.given),
                text(&mention.patronymic),
                text(&mention.relation_stated),
                mention.words,
            );
        }
    }
    Ok(())
}
