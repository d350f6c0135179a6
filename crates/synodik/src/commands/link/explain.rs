//! `synodik link explain`: why two records are held to be one person, or not.

use super::super::{ArchiveArgument, print_json, print_line};
use super::judge::judgement_document;
use super::lookup::{KnownRecord, PairArguments, current_build, find_records};
use crate::link_stage::{LinkDescription, read_report};
use anyhow::Result;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use synodik_index::{Evidence, LinkModel};
use synodik_link::LinkConfig;
use synodik_store::{JudgementAct, JudgementRow, judgements_in_force, read_judgements};

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    #[command(flatten)]
    pair: PairArguments,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Two records, side by side.
struct Pair<'a> {
    ids: [&'a str; 2],
    records: [&'a KnownRecord; 2],
    persons: [String; 2],
}

pub(super) fn explain(arguments: &ExplainArguments) -> Result<()> {
    let archive = arguments.archive.open()?;
    let ids = arguments.pair.ids()?;
    let build = current_build(&archive)?;
    let report = read_report(&archive)?;
    let wanted = BTreeSet::from(ids.map(str::to_owned));
    let records = find_records(&build, &wanted, &LinkDescription::load()?)?;
    let link = build.link_of(ids[0], ids[1])?;
    let person_of = build.persons()?.0;
    let person = |id: &str| person_of.get(id).cloned().unwrap_or_default();
    let pair = Pair { ids, records: ids.map(|id| &records[id]), persons: ids.map(person) };
    let judgements = read_judgements(&archive)?;
    let evidence = link.as_ref().map(|link| report.model.explain(&link.levels));
    if arguments.json {
        let document = explanation_document(&pair, (&report.model, evidence.as_ref()), &judgements);
        return print_json(&document);
    }
    print_pair(&pair, (&report.model, evidence.as_ref()))?;
    for row in about_pair(&judgements, ids) {
        print_line(&format!("Judgement {} by {}, {}: {}", row.number, row.by, row.at, row.reason))?;
    }
    Ok(())
}

fn about_pair<'a>(
    judgements: &'a [JudgementRow],
    ids: [&'a str; 2],
) -> impl Iterator<Item = &'a JudgementRow> {
    judgements.iter().filter(move |row| match &row.act {
        JudgementAct::Judge { record_a, record_b, .. } => {
            ids == [record_a.as_str(), record_b] || ids == [record_b.as_str(), record_a]
        }
        JudgementAct::Withdraw(_) => false,
    })
}

fn print_pair(
    pair: &Pair<'_>,
    (model, evidence): (&LinkModel, Option<&Evidence<'_>>),
) -> Result<()> {
    for (id, record) in pair.ids.iter().zip(pair.records) {
        print_line(&format!("{id}: {}", record.name()))?;
    }
    let Some(evidence) = evidence else {
        return print_line(&not_kept());
    };
    let kin = |bits: Option<f32>| bits.map_or("-".to_owned(), |bits| format!("{bits:+.1}"));
    print_line("column\tA\tB\tlevel\tbits for one person\tbits for relatives\tsum")?;
    let (same, prior_kin) = (model.prior_same_bits, kin(model.prior_kin_bits));
    print_line(&format!("(before)\t\t\t\t{same:+.1}\t{prior_kin}\t{same:+.1}"))?;
    for step in &evidence.steps {
        let [a, b] = pair.records.map(|record| record.value(step.column));
        let Some(level) = step.level else { continue };
        print_line(&format!(
            "{}\t{a}\t{b}\t{}\t{:+.1}\t{:+.1}\t{:+.1}",
            step.column, level.name, level.same_bits, level.kin_bits, step.total_same_bits
        ))?;
    }
    print_line(&format!(
        "(all)\t\t\t\t{:+.1}\t{}\t{:+.1}",
        evidence.same_bits,
        kin(evidence.kin_bits),
        evidence.same_bits
    ))?;
    print_line(&format!(
        "one person {:.4}, relatives {:.4}, strangers {:.4}",
        evidence.p_same,
        evidence.p_kin,
        (1.0 - evidence.p_same - evidence.p_kin).max(0.0)
    ))?;
    print_line(match pair.persons[0] == pair.persons[1] {
        true => "They are held to be one person",
        false => "They are not held to be one person",
    })
}

/// Says why there is no evidence, with the floors of the table `links`.
fn not_kept() -> String {
    let config = LinkConfig::of_project();
    format!(
        "No link is kept: the pair shares too little to be compared, or is less probable than {} to be one person and than {} to be relatives",
        config.min_p_same, config.min_p_kin
    )
}

fn explanation_document(
    pair: &Pair<'_>,
    (model, evidence): (&LinkModel, Option<&Evidence<'_>>),
    judgements: &[JudgementRow],
) -> Value {
    let side = |idx: usize| {
        let values: serde_json::Map<String, Value> = pair.records[idx]
            .values
            .iter()
            .map(|(column, value)| (column.clone(), json!(value)))
            .collect();
        json!({
            "record_id": pair.ids[idx],
            "name": pair.records[idx].name(),
            "person_id": pair.persons[idx],
            "values": values,
        })
    };
    let in_force: BTreeSet<u64> =
        judgements_in_force(judgements).values().map(|row| row.number).collect();
    let judged: Vec<Value> = about_pair(judgements, pair.ids)
        .map(|row| judgement_document(row, in_force.contains(&row.number)))
        .collect();
    let mut document = json!({
        "a": side(0),
        "b": side(1),
        "is_one_person": pair.persons[0] == pair.persons[1],
        "judgements": judged,
        "evidence": Value::Null,
    });
    let Some(evidence) = evidence else {
        document["why_no_evidence"] = json!(not_kept());
        return document;
    };
    let steps: Vec<Value> = evidence
        .steps
        .iter()
        .map(|step| {
            json!({
                "column": step.column,
                "kind": step.kind,
                "a": pair.records[0].value(step.column),
                "b": pair.records[1].value(step.column),
                "level": step.level.map(|level| &level.name),
                "same_bits": step.level.map_or(0.0, |level| level.same_bits),
                "kin_bits": step.level.map_or(0.0, |level| level.kin_bits),
                "total_same_bits": step.total_same_bits,
            })
        })
        .collect();
    document["evidence"] = json!({
        "prior_same_bits": model.prior_same_bits,
        "prior_kin_bits": model.prior_kin_bits,
        "steps": steps,
        "same_bits": evidence.same_bits,
        "kin_bits": evidence.kin_bits,
        "p_same": evidence.p_same,
        "p_kin": evidence.p_kin,
    });
    document
}
