//! Infers kin in a list of people by address, and between it and a list of women punished as wives.
//!
//! `cargo run -p synodik-family --example flats -- ADDRESSES.tsv WIVES.csv` (UTF-8). The first has a heading
//! with `surname given patronymic birth_year birth_place street house flat execution_date`, the second
//! the columns of the list of the Akmolinsk camp, without a heading, separated by `;`. Prints the
//! pairs of one flat and of both lists, the likeliest first.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use synodik_family::{
    Dwelling, InferredTie, KinFate, KinPerson, head_mention, infer_kin, kin_model,
};
use synodik_model::Sex;
use synodik_names::parse_date;

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let addresses = std::fs::read_to_string(paths.next().ok_or("expected two files")?)?;
    let wives = std::fs::read_to_string(paths.next().ok_or("expected two files")?)?;
    let mut persons: Vec<KinPerson> = read_addresses(&addresses);
    let n_men = persons.len();
    persons.extend(wives.lines().filter_map(read_wife));
    let found = infer_kin(&persons, kin_model(), 0.0);
    println!(
        "{n_men} by address, {} wives, {} pairs, {} groups passed over, {} ties",
        persons.len() - n_men,
        found.n_pairs,
        found.n_passed_over,
        found.ties.len()
    );
    let is_of_flat = |tie: &&InferredTie| {
        let flat_of =
            |at: usize| persons[at].dwellings.first().filter(|home| !home.flat.is_empty());
        flat_of(tie.first).is_some() && flat_of(tie.first) == flat_of(tie.second)
    };
    let is_of_both = |tie: &&InferredTie| (tie.first < n_men) != (tie.second < n_men);
    print_ranked("FLAT", &persons, found.ties.iter().filter(is_of_flat).collect());
    print_ranked("WIFE", &persons, found.ties.iter().filter(is_of_both).collect());
    let others = found.ties.iter().filter(|tie| !is_of_flat(tie) && !is_of_both(tie));
    print_ranked("OTHER", &persons, others.collect());
    Ok(())
}

fn read_addresses(text: &str) -> Vec<KinPerson> {
    let mut lines = text.lines();
    let heading: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let read = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |name: &str| {
            let at = heading.iter().position(|&column| column == name);
            at.and_then(|at| cells.get(at)).map(|cell| cell.trim().to_owned()).unwrap_or_default()
        };
        let home = Dwelling { street: cell("street"), house: cell("house"), flat: cell("flat") };
        KinPerson {
            residence: "Москва".to_owned(),
            dwellings: vec![home],
            fate: KinFate::Shot,
            sources: vec!["addresses".to_owned()],
            birth_place: cell("birth_place"),
            measure_days: day_of(&cell("execution_date")),
            ..named([cell("surname"), cell("given"), cell("patronymic"), cell("birth_year")])
        }
    };
    lines.map(read).collect()
}

fn read_wife(line: &str) -> Option<KinPerson> {
    let cells: Vec<&str> = line.split(';').map(str::trim).collect();
    let cell = |at: usize| cells.get(at).map(|&cell| cell.to_owned()).unwrap_or_default();
    cells.get(25)?;
    let is_of_moscow = cells[25].contains("Москв");
    Some(KinPerson {
        residence: if is_of_moscow { "Москва".to_owned() } else { String::new() },
        fate: KinFate::PunishedAsKin,
        sources: vec!["wives".to_owned()],
        birth_place: cell(9),
        sex: Some(Sex::Female),
        measure_days: day_of(&format!("{}.{}.{}", cells[21], cells[22], cells[23])),
        ..named([cell(2), cell(3), cell(4), cell(7)])
    })
}

fn named([surname, given, patronymic, birth_year]: [String; 4]) -> KinPerson {
    let mention = head_mention(&format!("{surname} {given} {patronymic}"));
    let year = birth_year.trim().get(..4).and_then(|year| year.parse::<i32>().ok());
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    KinPerson {
        surnames: some(surname).into_iter().collect(),
        given: some(given),
        patronymic: some(patronymic),
        sex: mention.sex.map(|(sex, _)| sex),
        birth_years: year.map(|year| (year, year)),
        ..KinPerson::default()
    }
}

fn day_of(text: &str) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let date = parse_date(text).ok()?;
    Some((date.first()?, date.last()?))
}

fn print_ranked(title: &str, persons: &[KinPerson], mut ties: Vec<&InferredTie>) {
    ties.sort_by(|a, b| {
        b.p_kin.total_cmp(&a.p_kin).then((a.first, a.second).cmp(&(b.first, b.second)))
    });
    for tie in ties {
        let name_of = |at: usize| {
            let person = &persons[at];
            let parts =
                [person.surnames.first(), person.given.as_ref(), person.patronymic.as_ref()];
            let name: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            let year = person.birth_years.map_or(0, |years| years.0);
            format!("{} {year} ({})", name.join(" "), person.birth_place)
        };
        let evidence: Vec<String> = tie
            .evidence
            .iter()
            .map(|line| format!("{}={} {:+.1}", line.feature, line.level, line.bits))
            .collect();
        println!(
            "{title}\t{:.4}\t{}\t{:.3}\t{}\t{}\t{}",
            tie.p_kin,
            tie.kind.name(),
            tie.p_kind(),
            name_of(tie.first),
            name_of(tie.second),
            evidence.join("; ")
        );
    }
}
