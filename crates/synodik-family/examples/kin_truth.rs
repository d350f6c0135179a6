//! Measures inferred kinship on invented records whose truth is known: people of other lists than
//! those that taught the model.
//!
//! `cargo run --release -p synodik-family --example kin_truth -- RECORDS.tsv TRUTH.tsv [N]`. The records
//! have the columns of Memorial's table, the truth `person_id true_person family_id`. Only the first N
//! records are read. For every range of probability it prints how many ties were of one family.
//! Two records of one true person are left out: they are not for this model to tell.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;
use std::error::Error;
use synodik_family::{KinFate, KinPerson, head_mention, infer_kin, kin_model};
use synodik_names::parse_date;

/// Person and family of a record.
type Truth = (String, String);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let records = arguments.next().ok_or("expected two files")?;
    let truth = arguments.next().ok_or("expected two files")?;
    let n_records = arguments.next().map_or(Ok(usize::MAX), |number| number.parse())?;
    let truth = std::fs::read_to_string(truth)?;
    let truth: BTreeMap<&str, Truth> = truth
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Some((*cells.first()?, ((*cells.get(1)?).to_owned(), (*cells.get(2)?).to_owned())))
        })
        .collect();
    let text = std::fs::read_to_string(records)?;
    let (persons, truths) = read_records(&text, &truth, n_records);
    let found = infer_kin(&persons, kin_model(), 0.0);
    println!("{} records, {} pairs looked at", persons.len(), found.n_pairs);
    let edges = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01];
    println!("p\tties\tof one family\tshare\tmean p");
    for range in edges.windows(2) {
        let (mut n_ties, mut n_kin, mut p_sum) = (0, 0, 0.0);
        for tie in &found.ties {
            let (one, other) = (&truths[tie.first], &truths[tie.second]);
            if one.0 == other.0 || tie.p_kin < range[0] || tie.p_kin >= range[1] {
                continue;
            }
            n_ties += 1;
            n_kin += usize::from(one.1 == other.1);
            p_sum += tie.p_kin;
        }
        let n = f64::from(n_ties).max(1.0);
        println!("{}\t{n_ties}\t{n_kin}\t{:.3}\t{:.3}", range[0], n_kin as f64 / n, p_sum / n);
    }
    Ok(())
}

fn read_records(
    text: &str,
    truth: &BTreeMap<&str, Truth>,
    n_records: usize,
) -> (Vec<KinPerson>, Vec<Truth>) {
    let mut lines = text.lines();
    let heading: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let (mut persons, mut truths) = (Vec::new(), Vec::new());
    for line in lines.take(n_records) {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |name: &str| {
            let at = heading.iter().position(|&column| column == name)?;
            cells.get(at).copied().filter(|cell| *cell != "None" && !cell.is_empty())
        };
        let Some(truth) = cells.first().and_then(|record| truth.get(record)) else { continue };
        let owned = |name: &str| cell(name).map(str::to_owned);
        let name: Vec<&str> =
            ["surname", "name", "patronimic"].into_iter().filter_map(cell).collect();
        let year = cell("birth_year").and_then(|year| year.parse::<i32>().ok());
        let is_shot = cell("was_executed") == Some("T");
        let is_for_kin = ["criminal_article", "sentence"]
            .into_iter()
            .filter_map(cell)
            .any(|words| words.contains("ЧСИР") || words.to_lowercase().contains("член семьи"));
        persons.push(KinPerson {
            surnames: owned("surname").into_iter().collect(),
            given: owned("name"),
            patronymic: owned("patronimic"),
            sex: head_mention(&name.join(" ")).sex.map(|(sex, _)| sex),
            birth_years: year.map(|year| (year, year)),
            residence: owned("live_place").unwrap_or_default(),
            birth_place: owned("birth_place").unwrap_or_default(),
            case_numbers: owned("criminal_case").into_iter().collect(),
            measure_days: cell("process_date").and_then(days_of),
            fate: match (is_shot, is_for_kin) {
                (_, true) => KinFate::PunishedAsKin,
                (true, false) => KinFate::Shot,
                (false, false) => KinFate::Unknown,
            },
            ..KinPerson::default()
        });
        truths.push(truth.clone());
    }
    (persons, truths)
}

fn days_of(text: &str) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let date = parse_date(text).ok()?;
    Some((date.first()?, date.last()?))
}
