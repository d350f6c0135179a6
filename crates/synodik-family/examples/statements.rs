//! Reads kin statements from the last cell of each row, and prints a row for each mention.
//!
//! `cargo run --release -p synodik-family --example statements -- FILE.tsv` (UTF-8, one header).

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use synodik_family::{head_mention, read_kin_statements};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a file")?;
    for row in std::fs::read_to_string(path)?.lines().skip(1) {
        let text = row.rsplit('\t').next().unwrap_or_default();
        let number = row.split('\t').next().unwrap_or_default();
        for mention in read_kin_statements(text, head_mention("")).iter().skip(1) {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            let birth = mention.birth.as_ref().map(|birth| birth.to_edtf()).unwrap_or_default();
            let term = mention.kinship.as_ref().and_then(|kinship| kinship.term).unwrap_or("?");
            println!(
                "{number}\t{term}\t{:?}\t{}\t{}\t{}\t{birth}\t{}\t{}",
                mention.count,
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
