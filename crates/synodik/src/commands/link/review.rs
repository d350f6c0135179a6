//! `synodik link review`: the uncertain pairs whose judgement would settle most.

use super::super::{ArchiveArgument, print_json, print_line};
use super::lookup::{current_build, find_records};
use crate::link_stage::LinkDescription;
use anyhow::Result;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use synodik_store::LinkRow;

#[derive(Debug, clap::Args)]
pub(super) struct ReviewArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// How many pairs, the most valuable first
    #[arg(long, value_name = "N", default_value_t = 50)]
    worst: usize,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// A pair worth a look.
struct OpenPair {
    link: LinkRow,
    is_one_person: bool,
    /// Pairs of records that are expected to be wrong as long as nobody has judged this one.
    n_wrong_expected: f64,
}

pub(super) fn review(arguments: &ReviewArguments) -> Result<()> {
    let archive = arguments.archive.open()?;
    let build = current_build(&archive)?;
    let (person_of, n_records) = build.persons()?;
    let mut pairs: Vec<OpenPair> = Vec::new();
    build.each_link(|link| {
        if link.judged.is_some() {
            return;
        }
        let [Some(person_a), Some(person_b)] =
            [&link.record_a, &link.record_b].map(|id| person_of.get(id))
        else {
            return;
        };
        let size = |person: &String| n_records.get(person).map_or(1.0, |&n| n as f64);
        let p_same = f64::from(link.p_same);
        let is_one_person = person_a == person_b;
        let n_wrong_expected = match is_one_person {
            // Were they two, the person would fall apart, one record at the least.
            true => (1.0 - p_same) * (size(person_a) - 1.0),
            false => p_same * size(person_a) * size(person_b),
        };
        pairs.push(OpenPair { link, is_one_person, n_wrong_expected });
    })?;
    // Equal ones stay in the order of the archive.
    pairs.sort_by(|a, b| b.n_wrong_expected.total_cmp(&a.n_wrong_expected));
    pairs.truncate(arguments.worst);
    let wanted: BTreeSet<String> = pairs
        .iter()
        .flat_map(|pair| [pair.link.record_a.clone(), pair.link.record_b.clone()])
        .collect();
    let records = find_records(&build, &wanted, &LinkDescription::load()?)?;
    let mut documents: Vec<Value> = Vec::new();
    for pair in &pairs {
        let link = &pair.link;
        if !arguments.json {
            let side = |id: &String| {
                let record = &records[id];
                let facts = ["birth", "birth_place"].map(|column| record.value(column));
                let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
                format!("{id}  {}  {}", record.name(), facts.join(", "))
            };
            print_line(&format!(
                "{:.2} wrong pairs expected; one person {:.3}, relatives {:.3}; held to be {}\n  {}\n  {}",
                pair.n_wrong_expected,
                link.p_same,
                link.p_kin,
                if pair.is_one_person { "one person" } else { "two" },
                side(&link.record_a),
                side(&link.record_b)
            ))?;
            continue;
        }
        documents.push(json!({
            "record_a": link.record_a,
            "record_b": link.record_b,
            "name_a": records[&link.record_a].name(),
            "name_b": records[&link.record_b].name(),
            "p_same": link.p_same,
            "p_kin": link.p_kin,
            "is_one_person": pair.is_one_person,
            "n_wrong_expected": pair.n_wrong_expected,
        }));
    }
    match arguments.json {
        true => print_json(&json!({ "pairs": documents })),
        false if pairs.is_empty() => print_line("No pair is open"),
        false => Ok(()),
    }
}
