//! Reads lines of the Estonian books, and prints a row for each mention and how many pointers found a head.
//!
//! `cargo run --release -p synodik-family --example estonian -- FILE…` (UTF-8).

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use synodik_family::{FamilyPointer, HeadIndex, guess_kinships, read_estonian_entry};
use synodik_model::{Mention, MentionRole};

struct Family {
    line: usize,
    mentions: Vec<Mention>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut families: Vec<Family> = Vec::new();
    let mut pointed: Vec<(Mention, FamilyPointer)> = Vec::new();
    for path in std::env::args().skip(1) {
        for (line_idx, line) in std::fs::read_to_string(path)?.lines().enumerate() {
            let entry = read_estonian_entry(line);
            for (mention, pointer) in entry.mentions.into_iter().zip(entry.pointers) {
                match (pointer, mention.role) {
                    (Some(pointer), _) => pointed.push((mention, pointer)),
                    (None, MentionRole::Member) if !families.is_empty() => {
                        let last = families.len() - 1;
                        families[last].mentions.push(mention);
                    }
                    _ => families.push(Family { line: line_idx + 1, mentions: vec![mention] }),
                }
            }
        }
    }
    let mut index = HeadIndex::default();
    for (family_idx, family) in families.iter_mut().enumerate() {
        guess_kinships(&mut family.mentions);
        index.add(family_idx, &family.mentions[0], &family.mentions[1..]);
    }
    for family in &families {
        for mention in &family.mentions {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            let term = match (&mention.kinship, mention.role) {
                (Some(kinship), _) => kinship.term.unwrap_or("chain"),
                (None, MentionRole::Member) => "?",
                _ => "HEAD",
            };
            let birth = mention.birth.as_ref().map(|birth| birth.to_edtf()).unwrap_or_default();
            println!(
                "{}\t{term}\t{:?}\t{}\t{}\t{}\t{}\t{birth}\t{}\t{}",
                family.line,
                mention.kinship_ground,
                text(&mention.relation_stated),
                text(&mention.surname_stated),
                text(&mention.given),
                text(&mention.patronymic),
                mention.name_variants.join("; "),
                mention.words,
            );
        }
    }
    let resolved = pointed
        .iter()
        .map(|(mention, pointer)| (mention, pointer, index.resolve(pointer, mention)));
    for (mention, pointer, head) in resolved {
        let head = head.map(|head| families[head].mentions[0].words.clone()).unwrap_or_default();
        println!("POINTER\t{}\t{:?}\t{}\t{head}", pointer.surname, pointer.initial, mention.words);
    }
    Ok(())
}
