//! Prints how well names decline and how well sex and fathers are told, on tables outside the repository.
//!
//! `cargo run --release -p synodik-names --example check_inflection FOLDER` reads
//! the tables of `FOLDER/declension` and `FOLDER/gender` that are there: declension with the columns
//! lemma, word, grammemes; sex with lemma, gender. Fathers are looked for among the given names of the tables. Errors stand below each figure.

#![expect(clippy::print_stdout, reason = "an example tells what it found")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;
use synodik_names::{
    Case, NamePart, Sex, decline, fathers_of, nominative, patronymics_of, sex_of, surname_stem,
};

/// Errors shown of each table.
const N_SHOWN: usize = 40;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    for file in tables(&folder.join("declension")) {
        check_declension(&file);
    }
    for file in tables(&folder.join("gender")) {
        check_sex(&file);
    }
    check_fathers(&folder.join("gender"));
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

/// Prints how often the ending rules tell the sex that a table has.
///
/// Right is a probability on the right side of one half; for a name of both sexes, one between 0.1 and 0.9.
fn check_sex(file: &Path) {
    let name = file_name(file);
    let mut n_right = 0;
    let mut errors = Vec::new();
    let mut n_silent = 0;
    for row in rows(file) {
        let filled = |idx: usize| row.get(idx).map(String::as_str).filter(|text| !text.is_empty());
        let parts = match row.len() {
            _ if name.contains("people") => [filled(0), filled(1), filled(2)],
            _ if name.contains("surnames") => [filled(0), None, None],
            _ if name.contains("midnames") => [None, None, filled(0)],
            // The other tables: name, sex; or name, sex, count, origin.
            _ => [None, filled(0), None],
        };
        let sex = if name.contains("people") { &row[row.len() - 1] } else { &row[1] };
        let opinion = sex_of(parts[0], parts[1], parts[2], None);
        let p_female = opinion.p_female;
        let is_right = match sex.as_str() {
            "жр" | "f" => p_female > 0.5,
            "мр" | "m" => p_female < 0.5,
            "мр-жр" => (0.1..=0.9).contains(&p_female),
            _ => continue,
        };
        if is_right {
            n_right += 1;
        } else if opinion.reasons.is_empty() && name.contains("surnames") {
            n_silent += 1;
        } else {
            errors.push(format!("{parts:?} {sex}: {p_female:.3}"));
        }
    }
    report(
        &format!("sex in {name} ({n_silent} without a marked ending left out)"),
        n_right,
        &errors,
    );
}

/// Prints how often patronymics and given names of two tables find each other.
fn check_fathers(folder: &Path) {
    let table = |name: &str| rows(&folder.join(name));
    let givens: BTreeSet<String> = table("petrovich_eval_firstnames.gender.tsv")
        .iter()
        .filter(|row| row[1] != "жр")
        .map(|row| row[0].to_lowercase())
        .collect();
    let patronymics = table("petrovich_eval_midnames.gender.tsv");
    let all: BTreeSet<&str> = patronymics.iter().map(|row| row[0].as_str()).collect();
    let (mut n_first, mut n_any) = (0, 0);
    let (mut not_first, mut not_any) = (Vec::new(), Vec::new());
    for row in &patronymics {
        let blind = fathers_of(&row[0], &|_| true);
        let fathers = fathers_of(&row[0], &|name| givens.contains(name));
        let is_known = |given: &str| givens.contains(&given.to_lowercase());
        match fathers.first().is_some_and(|father| is_known(&father.given)) {
            true => n_first += 1,
            false => not_first.push(format!("{}: {:?}", row[0], fathers.first())),
        }
        match blind.iter().any(|father| is_known(&father.given)) {
            true => n_any += 1,
            false => not_any.push(format!("{}: {:?}", row[0], blind.first())),
        }
    }
    report("patronymic to a father of the table, first of all", n_first, &not_first);
    report("patronymic to a father of the table, without a list of names", n_any, &not_any);
    let mut n_right = 0;
    let mut errors = Vec::new();
    for given in &givens {
        let made = patronymics_of(&given.to_uppercase());
        match made.iter().find(|made| all.contains(made.masculine.as_str())) {
            Some(_) => n_right += 1,
            None => errors.push(given.clone()),
        }
    }
    report("given name to a patronymic of the table", n_right, &errors);
    let mut n_top = 0;
    let mut errors = Vec::new();
    for given in &givens {
        let made = patronymics_of(given);
        let Some(usual) = made.first() else { continue };
        let fathers = fathers_of(&usual.masculine, &|name| givens.contains(name));
        match fathers
            .iter()
            .take(3)
            .any(|father| father.given.replace('ё', "е") == given.replace('ё', "е"))
        {
            true => n_top += 1,
            false => errors.push(format!("{given} {} {:?}", usual.masculine, fathers.first())),
        }
    }
    report("given name to patronymic and back among the first three", n_top, &errors);
}

/// Prints the speed of the best of many short runs, so that a busy machine does not matter much.
fn measure_speed(folder: &Path) {
    let names: Vec<String> = rows(&folder.join("gender/petrovich_eval_surnames.gender.tsv"))
        .into_iter()
        .map(|mut row| row.remove(0))
        .collect();
    let best = |run: &dyn Fn(&[String]) -> usize| {
        let mut best_rate: f64 = 0.0;
        let mut n_bytes = 0;
        for batch in names.chunks(500).cycle().take(names.len() / 500 * 10) {
            let start = Instant::now();
            n_bytes += run(batch);
            best_rate = best_rate.max(batch.len() as f64 / start.elapsed().as_secs_f64() / 1e6);
        }
        (best_rate, n_bytes)
    };
    let genitive =
        |name: &String| decline(name, NamePart::Surname, Sex::Male, Case::Genitive).len();
    let (rate, n_bytes) = best(&|batch| batch.iter().map(genitive).sum());
    println!("decline: {rate:.2} million forms a second ({n_bytes} bytes)");
    let (rate, n_bytes) = best(&|batch| batch.iter().map(|name| surname_stem(name).n_bytes).sum());
    println!("surname_stem: {rate:.2} million a second ({n_bytes} bytes)");
    let count = |name: &String| nominative(name, NamePart::Surname).len();
    let (rate, n_readings) = best(&|batch| batch.iter().map(count).sum());
    println!("nominative: {:.0} thousand a second ({n_readings} readings)", rate * 1e3);
}
