//! Prints which share of the alias rows of a list are found as names related to the main row.
//!
//! `cargo run --release -p synodik-names --example khabarovsk_aliases -- names.csv`
//!
//! The list has the columns given name, patronymic, surname, whether the row is
//! the main one (`True`, `False`), and the person's number, which an alias
//! shares with its main row.

#![expect(clippy::print_stdout, reason = "an example speaks to its user")]

use std::collections::BTreeMap;
use synodik_names::{
    NamePart, PreparedName, compare_names, cyrillic_candidates, fathers_of, fold_words, given_name,
    latin_key, related, surname_stem,
};

/// From this probability on two names are one.
const P_SAME: f64 = 0.5;

/// One row: given name, patronymic, surname.
type Row = [String; 3];

/// How near the parts of an alias are to those of the main name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// The same when folded.
    Same,
    /// Forms of one name, or one stem.
    Related,
    /// One has no such part.
    Missing,
    Different,
}

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(path)?;
    let mut people: BTreeMap<&str, (Vec<Row>, Vec<Row>)> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [given, patronymic, surname, is_main, person] = cells[..] else { continue };
        let row = [given.to_owned(), patronymic.to_owned(), surname.to_owned()];
        let (main_rows, aliases) = people.entry(person).or_default();
        if is_main == "True" { main_rows.push(row) } else { aliases.push(row) }
    }
    let (mut n_pairs, mut n_found, mut n_surname_only, mut n_given_only) = (0, 0, 0, 0);
    let mut n_compared = 0;
    let mut different = Vec::new();
    for (main_rows, aliases) in people.values() {
        for (main_row, alias) in
            main_rows.iter().flat_map(|row| aliases.iter().map(move |a| (row, a)))
        {
            n_pairs += 1;
            let [a, b] = [main_row, alias].map(prepared);
            n_compared += i32::from(compare_names(&a, &b).p_same >= P_SAME);
            let given = given_nearness(&main_row[0], &alias[0]);
            let patronymic = patronymic_nearness(&main_row[1], &alias[1]);
            let surname = surname_nearness(&main_row[2], &alias[2]);
            let is_given_near = given < Nearness::Different && patronymic < Nearness::Different;
            match (surname < Nearness::Different, is_given_near) {
                (true, true) => n_found += 1,
                (true, false) => n_surname_only += 1,
                (false, true) => n_given_only += 1,
                (false, false) => different.push((main_row, alias)),
            }
        }
    }
    let share = |n: i32| 100.0 * f64::from(n) / f64::from(n_pairs.max(1));
    println!("{n_pairs} alias pairs");
    println!("whole names compare as one: {n_compared} ({:.1} %)", share(n_compared));
    println!("all parts related: {n_found} ({:.1} %)", share(n_found));
    println!("given name and patronymic only: {n_given_only} ({:.1} %)", share(n_given_only));
    println!("surname only: {n_surname_only} ({:.1} %)", share(n_surname_only));
    println!(
        "neither: {} ({:.1} %)",
        different.len(),
        share(n_pairs - n_found - n_given_only - n_surname_only)
    );
    Ok(())
}

fn prepared([given, patronymic, surname]: &Row) -> PreparedName {
    PreparedName::of_parts(&[
        (NamePart::Surname, surname),
        (NamePart::Given, given),
        (NamePart::Patronymic, patronymic),
    ])
}

fn folded(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        fold_words(&word.replace('-', ""), |folded, _| words.push(folded.to_owned()));
    }
    words.concat()
}

fn plain_nearness(a: &str, b: &str) -> Nearness {
    let (folded_a, folded_b) = (folded(a), folded(b));
    match () {
        () if folded_a.is_empty() || folded_b.is_empty() => Nearness::Missing,
        () if folded_a == folded_b => Nearness::Same,
        () if latin_key(&folded_a) == latin_key(&folded_b) => Nearness::Related,
        () if is_transliterated(&folded_a, &folded_b) => Nearness::Related,
        () => Nearness::Different,
    }
}

fn is_transliterated(a: &str, b: &str) -> bool {
    match (a.is_ascii(), b.is_ascii()) {
        (true, false) => cyrillic_candidates(a).iter().any(|found| folded(&found.text) == b),
        (false, true) => is_transliterated(b, a),
        _ => false,
    }
}

fn given_nearness(a: &str, b: &str) -> Nearness {
    match plain_nearness(a, b) {
        Nearness::Different if related(a, b).is_some() => Nearness::Related,
        other => other,
    }
}

/// Two patronymics are near if a father's name of one is a form of one of the other's.
fn patronymic_nearness(a: &str, b: &str) -> Nearness {
    let nearness = plain_nearness(a, b);
    if nearness != Nearness::Different {
        return nearness;
    }
    let is_known = |given: &str| !given_name(given).is_empty();
    let (of_a, of_b) = (fathers_of(a, &is_known), fathers_of(b, &is_known));
    let is_near = of_a.iter().any(|father_a| {
        of_b.iter().any(|father_b| related(&father_a.given, &father_b.given).is_some())
    });
    if is_near { Nearness::Related } else { Nearness::Different }
}

/// Two surnames are near if they share the stem, or one is a part of the other's double name.
fn surname_nearness(a: &str, b: &str) -> Nearness {
    let nearness = plain_nearness(a, b);
    if nearness != Nearness::Different {
        return nearness;
    }
    let stem = |text: &str| folded(&text[..surname_stem(text).n_bytes]);
    let parts = |text: &str| text.split('-').map(stem).collect::<Vec<_>>();
    let is_near = parts(a).iter().any(|part| {
        part.chars().count() > 2 && parts(b).iter().any(|other| latin_key(part) == latin_key(other))
    });
    if is_near { Nearness::Related } else { Nearness::Different }
}
