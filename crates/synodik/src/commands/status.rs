//! `synodik status`: what an archive holds.

use super::{ArchiveArgument, counted, grouped, print_json, print_line};
use crate::rules;
use anyhow::Result;
use serde_json::json;
use std::process::ExitCode;

/// Show sources, counts and builds of an archive
#[derive(Debug, clap::Args)]
pub(crate) struct StatusArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &StatusArguments) -> Result<ExitCode> {
    let archive = arguments.archive.open()?;
    let sources = archive.sources()?;
    let current = archive.current_build()?;
    if arguments.json {
        let sources: Vec<_> = sources
            .iter()
            .map(|source| {
                let counts = source.reading.as_ref().map(|reading| reading.counts);
                json!({
                    "id": source.id(),
                    "title": source.description.title,
                    "format": source.description.format,
                    "received": source.description.received,
                    "files": source.description.files,
                    "rows": counts.map(|counts| counts.n_rows()),
                    "records": counts.map(|counts| counts.n_records),
                    "rejects": counts.map(|counts| counts.n_rejects),
                    "issues": counts.map(|counts| counts.n_issues),
                })
            })
            .collect();
        let build = current.map(|(_, manifest)| {
            json!({
                "build": manifest.build,
                "as_of": manifest.as_of,
                "program_version": manifest.program_version,
                "data_sha256": manifest.data_sha256,
                "records": manifest.counts.n_records,
                "rejects": manifest.counts.n_rejects,
                "events": manifest.counts.n_events,
                "withheld": manifest.n_withheld,
                "persons": manifest.n_persons,
                "families": manifest.n_families,
            })
        });
        let document = json!({
            "archive": archive.config().name,
            "sources": sources,
            "current_build": build,
        });
        print_json(&document)?;
        return Ok(ExitCode::SUCCESS);
    }
    print_line(&format!("{}: {}", archive.config().name, counted(sources.len() as u64, "source")))?;
    for source in &sources {
        let line = match &source.reading {
            Some(reading) => format!(
                "  {}: {} rows = {} records + {} rejected; {} values not understood",
                source.id(),
                grouped(reading.counts.n_rows()),
                grouped(reading.counts.n_records),
                grouped(reading.counts.n_rejects),
                grouped(reading.counts.n_issues)
            ),
            None => format!("  {}: to be read again by the next build", source.id()),
        };
        print_line(&line)?;
    }
    let line = match current {
        Some((_, manifest)) => format!(
            "Build {}: {} records, held to be of {} persons, {} placeholders (living rule as of {}){}",
            manifest.build,
            grouped(manifest.counts.n_records),
            grouped(manifest.n_persons),
            grouped(manifest.n_withheld),
            manifest.as_of,
            if manifest.data_sha256 == rules::data_sha256() {
                ""
            } else {
                "; made with other rules, build again"
            }
        ),
        None => "No build yet; run `synodik build`".to_owned(),
    };
    print_line(&line)?;
    Ok(ExitCode::SUCCESS)
}
