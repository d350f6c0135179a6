//! `synodik link judge|judgements|withdraw`: what people and rules decide about pairs.

use super::super::{ArchiveArgument, now, print_json, print_line};
use super::lookup::{KnownRecord, PairArguments, current_build, find_records};
use crate::link_stage::LinkDescription;
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use synodik_store::{
    AuthorKind, JudgementAct, JudgementRow, Verdict, append_judgement, judgements_in_force,
    read_judgements,
};

/// Who decides, and why.
#[derive(Debug, clap::Args)]
pub(super) struct AuthorArguments {
    /// Name of the author, shown in public with the decision
    #[arg(long, value_name = "NAME")]
    by: String,
    /// Why; kept in the archive and never shown in public
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The author is a rule; what a person decides goes before it
    #[arg(long)]
    rule: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct JudgeArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    #[command(flatten)]
    pair: PairArguments,
    /// Whether both are of one person
    #[arg(value_parser = ["same", "different", "unsure"])]
    verdict: String,
    #[command(flatten)]
    author: AuthorArguments,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct WithdrawArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Number of the judgement
    #[arg(value_name = "NUMBER")]
    number: u64,
    #[command(flatten)]
    author: AuthorArguments,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct JudgementsArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

pub(super) fn judge(arguments: &JudgeArguments) -> Result<()> {
    let archive = arguments.archive.open()?;
    let ids = arguments.pair.ids()?;
    let Some(verdict) = Verdict::from_name(&arguments.verdict) else {
        bail!("`{}` is no verdict; expected same, different or unsure", arguments.verdict);
    };
    let build = current_build(&archive)?;
    let wanted = BTreeSet::from(ids.map(str::to_owned));
    let known = find_records(&build, &wanted, &LinkDescription::load()?)?;
    let lock = archive.lock()?;
    let [record_a, record_b] = ids.map(str::to_owned);
    let act = JudgementAct::Judge { record_a, record_b, verdict };
    let row = row_of(&arguments.author, act)?;
    let number = append_judgement(&archive, &lock, &row)?;
    let row = JudgementRow { number, ..row };
    if arguments.json {
        return print_json(&judgement_document(&row, true));
    }
    let [named_a, named_b] = ids.map(|record_id| {
        format!("{record_id} ({})", known.get(record_id).map_or("", KnownRecord::name))
    });
    print_line(&format!(
        "Judgement {number}: {named_a} and {named_b}: {}; it counts from the next build on",
        verdict.name()
    ))
}

pub(super) fn withdraw(arguments: &WithdrawArguments) -> Result<()> {
    let archive = arguments.archive.open()?;
    let lock = archive.lock()?;
    let rows = read_judgements(&archive)?;
    let number = arguments.number;
    let is_judgement =
        |row: &&JudgementRow| row.number == number && matches!(row.act, JudgementAct::Judge { .. });
    if !rows.iter().any(|row| is_judgement(&row)) {
        bail!("there is no judgement {number}; `synodik link judgements` lists them");
    }
    if rows.iter().any(|row| row.act == JudgementAct::Withdraw(number)) {
        bail!("judgement {number} is withdrawn already");
    }
    let row = row_of(&arguments.author, JudgementAct::Withdraw(number))?;
    let row = JudgementRow { number: append_judgement(&archive, &lock, &row)?, ..row };
    if arguments.json {
        return print_json(&judgement_document(&row, true));
    }
    print_line(&format!("Judgement {number} is withdrawn; that counts from the next build on"))
}

pub(super) fn list(arguments: &JudgementsArguments) -> Result<()> {
    let archive = arguments.archive.open()?;
    let rows = read_judgements(&archive)?;
    let in_force: BTreeSet<u64> =
        judgements_in_force(&rows).values().map(|row| row.number).collect();
    if arguments.json {
        let documents: Vec<Value> = rows
            .iter()
            .map(|row| judgement_document(row, in_force.contains(&row.number)))
            .collect();
        return print_json(&json!({ "judgements": documents }));
    }
    if rows.is_empty() {
        return print_line("Nothing has been judged");
    }
    for row in &rows {
        let act = match &row.act {
            JudgementAct::Judge { record_a, record_b, verdict } => {
                let remark =
                    if in_force.contains(&row.number) { "" } else { " (no longer in force)" };
                format!("{record_a} {record_b} {}{remark}", verdict.name())
            }
            JudgementAct::Withdraw(number) => format!("withdraws {number}"),
        };
        let kind = if row.author_kind == AuthorKind::Rule { ", a rule" } else { "" };
        print_line(&format!(
            "{}  {}  {act}  by {}{kind}: {}",
            row.number, row.at, row.by, row.reason
        ))?;
    }
    Ok(())
}

fn row_of(author: &AuthorArguments, act: JudgementAct) -> Result<JudgementRow> {
    for (option, text) in [("--by", &author.by), ("--reason", &author.reason)] {
        if text.trim().is_empty() {
            bail!("`{option}` is empty; a judgement needs an author and a reason");
        }
    }
    Ok(JudgementRow {
        number: 0,
        at: now(),
        by: author.by.trim().to_owned(),
        author_kind: if author.rule { AuthorKind::Rule } else { AuthorKind::Person },
        act,
        reason: author.reason.trim().to_owned(),
    })
}

/// Returns a judgement as JSON.
pub(super) fn judgement_document(row: &JudgementRow, is_in_force: bool) -> Value {
    let mut document = json!({
        "judgement": row.number,
        "at": row.at,
        "by": row.by,
        "author_kind": row.author_kind.name(),
        "reason": row.reason,
    });
    match &row.act {
        JudgementAct::Judge { record_a, record_b, verdict } => {
            document["record_a"] = json!(record_a);
            document["record_b"] = json!(record_b);
            document["verdict"] = json!(verdict.name());
            document["is_in_force"] = json!(is_in_force);
        }
        JudgementAct::Withdraw(number) => document["withdraws"] = json!(number),
    }
    document
}
