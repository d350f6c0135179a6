//! Measures what relatives say of identity on invented records whose truth is known.
//!
//! `cargo run -p synodik-family --example identity -- RECORDS.tsv TRUTH.tsv CLUSTERS.csv`. The records have
//! the columns of Memorial's table, the truth `person_id true_person family_id`, the clusters `id,cluster`.
//! Of every two records of one cluster it looks at the relatives named; those that
//! speak against one person are taken apart, and prints the pairs before and after.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;
use std::error::Error;
use synodik_family::{KinPerson, KnownRelative, head_mention, read_household, relatives_evidence};

/// A record with what it says of its person and relatives, and the truth.
struct Known {
    person: KinPerson,
    relatives: Vec<KnownRelative>,
    truth: (String, String),
}

/// Pairs of one cluster: of one person, of one family, of strangers.
#[derive(Default)]
struct Pairs {
    same: usize,
    family: usize,
    strangers: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [records, truth, clusters] = paths.as_slice() else {
        return Err("expected three files".into());
    };
    let truth = std::fs::read_to_string(truth)?;
    let truth: BTreeMap<&str, (String, String)> = truth
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Some((*cells.first()?, ((*cells.get(1)?).to_owned(), (*cells.get(2)?).to_owned())))
        })
        .collect();
    let records = read_records(&std::fs::read_to_string(records)?, &truth);
    let mut members: BTreeMap<String, Vec<&Known>> = BTreeMap::new();
    for line in std::fs::read_to_string(clusters)?.lines() {
        let Some((record, cluster)) = line.split_once(',') else { continue };
        if let Some(known) = records.get(record) {
            members.entry(cluster.to_owned()).or_default().push(known);
        }
    }
    let limits = [-3.0, -5.0, -6.5];
    let mut before = Pairs::default();
    let mut cut: Vec<Pairs> = limits.iter().map(|_| Pairs::default()).collect();
    for cluster in members.values() {
        for (at, one) in cluster.iter().enumerate() {
            for other in &cluster[at + 1..] {
                count(&mut before, one, other);
                let bits = bits_between(one, other);
                for (limit, cut) in limits.iter().zip(&mut cut) {
                    if bits <= *limit {
                        count(cut, one, other);
                    }
                }
            }
        }
    }
    println!(
        "in clusters: {} pairs of one person, {} of one family, {} of strangers",
        before.same, before.family, before.strangers
    );
    for (limit, cut) in limits.iter().zip(&cut) {
        println!(
            "relatives say {limit} bits or less: {} of one person, {} of one family, {} of strangers",
            cut.same, cut.family, cut.strangers
        );
    }
    Ok(())
}

fn count(pairs: &mut Pairs, one: &Known, other: &Known) {
    if one.truth.0 == other.truth.0 {
        pairs.same += 1;
    } else if one.truth.1 == other.truth.1 {
        pairs.family += 1;
    } else {
        pairs.strangers += 1;
    }
}

fn bits_between(one: &Known, other: &Known) -> f64 {
    relatives_evidence([&one.person, &other.person], [&one.relatives, &other.relatives]).bits
}

fn read_records(text: &str, truth: &BTreeMap<&str, (String, String)>) -> BTreeMap<String, Known> {
    let mut lines = text.lines();
    let heading: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut records = BTreeMap::new();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |name: &str| {
            let at = heading.iter().position(|&column| column == name)?;
            cells.get(at).copied().filter(|cell| *cell != "None" && !cell.is_empty())
        };
        let Some(truth) = cells.first().and_then(|record| truth.get(record)) else { continue };
        let name: Vec<&str> =
            ["surname", "name", "patronimic"].into_iter().filter_map(cell).collect();
        let head = head_mention(&name.join(" "));
        let year = cell("birth_year").and_then(|year| year.parse::<i32>().ok());
        let person = KinPerson {
            surnames: cell("surname").map(str::to_owned).into_iter().collect(),
            given: cell("name").map(str::to_owned),
            patronymic: cell("patronimic").map(str::to_owned),
            sex: head.sex.map(|(sex, _)| sex),
            birth_years: year.map(|year| (year, year)),
            ..KinPerson::default()
        };
        let relatives = cell("family").map(|family| {
            let family = format!("Состав семьи: {}", family.replace(';', ","));
            let mentions = read_household(&family, head, None).mentions;
            let years = |mention: &synodik_model::Mention| {
                let birth = mention.birth.as_ref()?.primary_year()?;
                Some((birth, birth))
            };
            mentions
                .iter()
                .skip(1)
                .filter_map(|mention| KnownRelative::of_mention(mention, years(mention)))
                .collect()
        });
        let known =
            Known { person, relatives: relatives.unwrap_or_default(), truth: truth.clone() };
        records.insert(cells[0].to_owned(), known);
    }
    records
}
