//! Prints how well names decline and how well sex and fathers are told, on tables outside the repository.
//!
//! `cargo run --release -p synodik-names --example check_inflection FOLDER` reads
//! the tables of `FOLDER/declension` and `FOLDER/gender` that are there: declension with the columns
//! lemma, word, grammemes; sex with lemma, gender. Errors stand below each figure.

#![expect(clippy::print_stdout, reason = "an example tells what it found")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;
use synodik_names::{Case, NamePart, Sex, decline};

/// Errors shown of each table.
const N_SHOWN: usize = 40;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    for file in tables(&folder.join("declension")) {
        check_declension(&file);
    }
    measure_speed(&folder);
}

/// Returns the tables of a folder, sorted.
fn tables(folder: &Path) -> BTreeSet<PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect()
}

/// Returns the rows of a table as cells, without the header.
fn rows(file: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn file_name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Prints the figure of a table and its first errors.
fn report(table: &str, n_right: usize, errors: &[String]) {
    let n_all = n_right + errors.len();
    let percent = 100.0 * n_right as f64 / n_all.max(1) as f64;
    println!("{table}: {n_right} of {n_all} right, {percent:.2} %");
    for error in errors.iter().take(N_SHOWN) {
        println!("    {error}");
    }
}

/// Returns the sexes and the case that grammemes name; nothing for a plural.
fn grammemes(cell: &str) -> Option<(Vec<Sex>, Case)> {
    let mut sexes = Vec::new();
    let mut case = None;
    for word in cell.split(',') {
        match word {
            "мр" => sexes.push(Sex::Male),
            "жр" => sexes.push(Sex::Female),
            "мр-жр" => sexes.extend([Sex::Male, Sex::Female]),
            "мн" => return None,
            "им" => case = Some(Case::Nominative),
            "рд" => case = Some(Case::Genitive),
            "дт" => case = Some(Case::Dative),
            "вн" => case = Some(Case::Accusative),
            "тв" => case = Some(Case::Instrumental),
            "пр" => case = Some(Case::Prepositional),
            _ => {}
        }
    }
    Some((sexes, case?))
}

fn check_declension(file: &Path) {
    let name = file_name(file);
    let mut n_right = 0;
    let mut errors = Vec::new();
    for row in rows(file) {
        let Some((sexes, case)) = row.last().and_then(|cell| grammemes(cell)) else { continue };
        let triples: Vec<(&str, &str, NamePart)> = match row.len() {
            3 if name.contains("surnames") => vec![(&row[0], &row[1], NamePart::Surname)],
            3 if name.contains("midnames") => vec![(&row[0], &row[1], NamePart::Patronymic)],
            3 => vec![(&row[0], &row[1], NamePart::Given)],
            7 => vec![
                (&row[0], &row[3], NamePart::Surname),
                (&row[1], &row[4], NamePart::Given),
                (&row[2], &row[5], NamePart::Patronymic),
            ],
            _ => continue,
        };
        for (lemma, expected, part) in triples {
            let forms: Vec<String> =
                sexes.iter().map(|sex| decline(lemma, part, *sex, case)).collect();
            if forms.iter().any(|form| form == expected) {
                n_right += 1;
            } else {
                errors
                    .push(format!("{lemma} {:?}: expected {expected}, got {forms:?}", row.last()));
            }
        }
    }
    report(&name, n_right, &errors);
}

fn measure_speed(folder: &Path) {
    let names: Vec<String> = rows(&folder.join("gender/petrovich_eval_surnames.gender.tsv"))
        .into_iter()
        .map(|mut row| row.remove(0))
        .collect();
    let start = Instant::now();
    let mut n_bytes = 0;
    for case in Case::ALL {
        for name in &names {
            n_bytes += decline(name, NamePart::Surname, Sex::Male, case).len();
        }
    }
    let n_forms = names.len() * Case::ALL.len();
    let rate = n_forms as f64 / start.elapsed().as_secs_f64() / 1e6;
    println!("decline: {rate:.2} million forms a second ({n_bytes} bytes)");
}
