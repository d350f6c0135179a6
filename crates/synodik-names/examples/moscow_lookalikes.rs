//! Prints how many entries with Latin letters inside Cyrillic words are found by the Cyrillic words.
//!
//! `cargo run --release -p synodik-names --example moscow_lookalikes -- FOLDER`
//!
//! The folder holds the pages of the Moscow execution lists as published (HTML in
//! Windows-1251, one paragraph of class `pers` an entry, the name in bold). A word is found
//! if it folds to the same as with the Cyrillic letters put in by hand, and a
//! name if the two whole names also compare as one.

#![expect(clippy::print_stdout, reason = "an example speaks to its user")]

use std::path::PathBuf;
use synodik_names::{PreparedName, compare_names, fold_words};

/// Latin capitals and small letters, and the Cyrillic ones that look the same in print.
const LOOKALIKES: [(&str, &str); 2] = [("ABCEHKMOPTXY", "АВСЕНКМОРТХУ"), ("aceopxyk", "асеорхук")];

/// From this probability on two names are one.
const P_SAME: f64 = 0.5;

#[derive(Default)]
struct Count {
    n_entries: u32,
    n_with_latin: u32,
    n_places: u32,
    n_in_names: u32,
    n_found: u32,
    not_found: Vec<String>,
}

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_default();
    let pages: std::io::Result<Vec<PathBuf>> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut pages = pages?;
    pages.sort();
    let mut count = Count::default();
    for page in &pages {
        let text = of_windows_1251(&std::fs::read(page)?);
        for entry in text.split("<p class=pers>").skip(1) {
            let entry = entry.split("</p>").next().unwrap_or_default();
            count_entry(entry, &mut count);
        }
    }
    println!("{} pages, {} entries", pages.len(), count.n_entries);
    println!("entries with Latin letters inside Cyrillic words: {}", count.n_with_latin);
    println!(
        "  words: {}; entries with such a word in the name: {}",
        count.n_places, count.n_in_names
    );
    println!("  found by the Cyrillic words: {}", count.n_found);
    println!("  not found: {}", count.not_found.len());
    for entry in &count.not_found {
        println!("    {entry}");
    }
    Ok(())
}

fn count_entry(entry: &str, count: &mut Count) {
    count.n_entries += 1;
    let plain = without_tags(entry);
    let mixed: Vec<&str> = words(&plain).filter(|word| is_mixed(word)).collect();
    if mixed.is_empty() {
        return;
    }
    let bold = entry.split("<B>").nth(1).and_then(|rest| rest.split("</B>").next());
    let name = without_tags(bold.unwrap_or_default());
    let is_in_name = words(&name).any(is_mixed);
    let are_words_found = mixed.iter().all(|word| folded(word) == folded(&in_cyrillic(word)));
    count.n_with_latin += 1;
    count.n_places += mixed.len() as u32;
    count.n_in_names += u32::from(is_in_name);
    if are_words_found && (!is_in_name || is_name_found(&name)) {
        count.n_found += 1;
    } else {
        count.not_found.push(format!("{name}: {}", mixed.join(" ")));
    }
}

/// Returns whether a name is found under its Cyrillic spelling, by look-up and by comparison.
fn is_name_found(name: &str) -> bool {
    let cyrillic = in_cyrillic(name);
    let [a, b] = [name, &cyrillic].map(PreparedName::of_text);
    folded(name) == folded(&cyrillic) && compare_names(&a, &b).p_same >= P_SAME
}

fn folded(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    fold_words(text, |word, _| words.push(word.to_owned()));
    words
}

/// Puts Cyrillic letters in the place of all Latin ones that look the same.
fn in_cyrillic(text: &str) -> String {
    let cyrillic_of = |letter: char| {
        LOOKALIKES.iter().find_map(|(latin, cyrillic)| {
            let at = latin.chars().position(|known| known == letter)?;
            cyrillic.chars().nth(at)
        })
    };
    text.chars().map(|letter| cyrillic_of(letter).unwrap_or(letter)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

fn is_mixed(word: &str) -> bool {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    word.contains(|letter: char| letter.is_ascii_alphabetic()) && word.contains(is_cyrillic)
}

fn without_tags(html: &str) -> String {
    let mut is_tag = false;
    let letters = html.replace("&nbsp;", " ");
    letters
        .chars()
        .filter(|&letter| {
            is_tag = letter == '<' || (is_tag && letter != '>');
            !is_tag && letter != '>'
        })
        .collect()
}

/// Returns text in Windows-1251; signs that are no letters of Russian or ASCII become spaces.
fn of_windows_1251(bytes: &[u8]) -> String {
    let letter = |byte: u8| match byte {
        0..0x80 => char::from(byte),
        0xa8 => 'Ё',
        0xb8 => 'ё',
        0xc0.. => char::from_u32(0x410 + u32::from(byte) - 0xc0).unwrap_or(' '),
        _ => ' ',
    };
    bytes.iter().map(|&byte| letter(byte)).collect()
}
