//! `synodik codex`: which instruments were in force, and which may have covered an event.

mod document;
mod exceptions;
mod export;
mod further;
mod words;

use super::{ArchiveArgument, open_index, print_json, print_line};
use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use serde_json::json;
use std::process::ExitCode;
use synodik_codex::{Codex, Instrument, changes_between, codex, concerns_relation, in_force_at};
use synodik_index::{RecordView, advise_shown, annotate_shown};

/// Read the codex: instruments by date, one instrument, what covered a record's events
#[derive(Debug, clap::Args)]
pub(crate) struct CodexArguments {
    #[command(subcommand)]
    command: CodexCommand,
}

#[derive(Debug, clap::Subcommand)]
enum CodexCommand {
    /// What was in force on a day
    At {
        /// The day, YYYY-MM-DD
        date: String,
        /// Only what concerned this relation, such as wife or child
        #[arg(long)]
        relation: Option<String>,
        /// Also what changed since this day, YYYY-MM-DD
        #[arg(long, value_name = "DATE")]
        since: Option<String>,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// One instrument with its stages, provisions, conflicts and sources
    Show {
        /// Id of the instrument, such as nkvd-00486
        instrument: String,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// The provisions that may have covered the events of a record, and where to ask for files
    Record {
        #[command(flatten)]
        archive: ArchiveArgument,
        /// Id of the record
        record: String,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Events beside an instrument in which the record differs from it, or gives no date
    Exceptions {
        #[command(flatten)]
        archive: ArchiveArgument,
        /// Id of the instrument, such as nkvd-00486
        #[arg(long)]
        instrument: String,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// The whole codex as one document, with licence and citation
    Export {
        /// jsonld, or tsv with one provision a line
        #[arg(long, default_value = "jsonld", value_parser = ["jsonld", "tsv"])]
        format: String,
    },
}

/// How the answer is written.
#[derive(Debug, Clone, clap::Args)]
struct OutputArguments {
    /// Language of the words: en or ru
    #[arg(long, default_value = "en", value_parser = ["en", "ru"], value_name = "LANGUAGE")]
    language: String,
    /// Print one JSON document, in both languages
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &CodexArguments) -> Result<ExitCode> {
    match &arguments.command {
        CodexCommand::At { date, relation, since, output } => {
            let since = since.as_deref().map(|since| day("--since", since)).transpose()?;
            print_at((day("DATE", date)?, since), relation.as_deref(), output)?;
        }
        CodexCommand::Show { instrument, output } => print_instrument(instrument, output)?,
        CodexCommand::Record { archive, record, output } => print_record(archive, record, output)?,
        CodexCommand::Exceptions { archive, instrument, output } => {
            let instrument = find_instrument(instrument)?;
            exceptions::print_exceptions(&archive.open()?, instrument, output)?;
        }
        CodexCommand::Export { format } => export::print_codex(format)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn day(name: &str, value: &str) -> Result<NaiveDate> {
    value
        .parse()
        .with_context(|| format!("`{value}` for {name} is no day; expected one such as 1937-09-01"))
}

fn print_at(
    (date, since): (NaiveDate, Option<NaiveDate>),
    relation: Option<&str>,
    output: &OutputArguments,
) -> Result<()> {
    let codex = codex();
    if let Some(unknown) = relation.filter(|relation| codex.relation(relation).is_none()) {
        let known: Vec<&str> =
            codex.relations.iter().map(|known| known.relation_id.as_str()).collect();
        bail!("unknown relation `{unknown}`; expected one of {}", known.join(", "));
    }
    if let Some(since) = since.filter(|since| *since > date) {
        bail!("`--since {since}` is later than {date}; expected an earlier day");
    }
    let acts = in_force_at(codex, date, relation);
    let mut changes = since.map(|since| changes_between(codex, since, date));
    if let (Some(changes), Some(relation)) = (&mut changes, relation) {
        changes.retain(|change| concerns_relation(codex, change.instrument, relation));
    }
    if output.json {
        let document = json!({
            "date": date.to_string(),
            "relation": relation,
            "in_force": acts.iter().map(document::in_force).collect::<Vec<_>>(),
            "since": since.map(|since| since.to_string()),
            "changes": changes.as_ref().map(|changes| {
                changes.iter().map(document::change).collect::<Vec<_>>()
            }),
        });
        return print_json(&document);
    }
    for act in &acts {
        print_all(words::in_force(act, &output.language))?;
    }
    if acts.is_empty() {
        eprintln!("Nothing of the codex was in force on {date} for what was asked");
    }
    if let Some(changes) = changes {
        print_line("")?;
        for change in &changes {
            print_line(&words::change(change, &output.language))?;
        }
        if changes.is_empty() {
            eprintln!("Nothing in the codex changed between the two days");
        }
    }
    Ok(())
}

fn print_instrument(instrument_id: &str, output: &OutputArguments) -> Result<()> {
    let instrument = find_instrument(instrument_id)?;
    if output.json {
        return print_json(&document::instrument(instrument));
    }
    print_all(words::instrument(instrument, &output.language))
}

/// Returns the instrument of that id; the error names near ones.
fn find_instrument(instrument_id: &str) -> Result<&'static Instrument> {
    let codex = codex();
    let Some(instrument) = codex.instrument(instrument_id) else {
        let near = near_ids(codex, instrument_id);
        let hint = match near.is_empty() {
            true => "`synodik codex at DATE` lists them".to_owned(),
            false => format!("perhaps {}", near.join(", ")),
        };
        bail!("no instrument `{instrument_id}` in the codex; {hint}");
    };
    Ok(instrument)
}

/// Returns the ids that contain what was typed.
fn near_ids<'c>(codex: &'c Codex, typed: &str) -> Vec<&'c str> {
    let digits = typed.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let wanted = if digits.is_empty() { typed } else { digits };
    let ids = codex.instruments.iter().map(|instrument| instrument.instrument_id.as_str());
    ids.filter(|id| id.contains(wanted)).collect()
}

fn print_record(
    archive: &ArchiveArgument,
    record_id: &str,
    output: &OutputArguments,
) -> Result<()> {
    let index = open_index(&archive.open()?)?;
    let record = match index.record(record_id)? {
        Some(RecordView::Shown(record)) => record,
        Some(RecordView::Withheld { .. }) => {
            bail!("the record `{record_id}` is withheld, because the person may be living")
        }
        None => bail!("no record `{record_id}` in the archive; `synodik search` lists ids"),
    };
    let annotated = annotate_shown(&record);
    let advice = advise_shown(&record);
    if output.json {
        let events: Vec<_> = annotated
            .iter()
            .map(|(event_idx, annotations)| {
                json!({
                    "event": event_idx + 1,
                    "kind": record.events[*event_idx].kind,
                    "date": record.events[*event_idx].date_edtf,
                    "annotations":
                        annotations.iter().map(document::annotation).collect::<Vec<_>>(),
                })
            })
            .collect();
        let document = json!({
            "record_id": record_id,
            "events": events,
            "where_to_ask": advice.iter().map(document::advice).collect::<Vec<_>>(),
        });
        return print_json(&document);
    }
    for (event_idx, annotations) in &annotated {
        let event = &record.events[*event_idx];
        let date = event.date_edtf.as_deref().unwrap_or_default();
        print_line(format!("{} {date}", event.kind).trim_end())?;
        for annotation in annotations {
            print_all(words::annotation(annotation, &output.language))?;
        }
    }
    if annotated.is_empty() {
        eprintln!("No provision of the codex fits an event of this record");
    }
    for asked in &advice {
        print_all(words::advice(asked, &output.language))?;
    }
    Ok(())
}

fn print_all(lines: Vec<String>) -> Result<()> {
    lines.iter().try_for_each(|line| print_line(line))
}
