//! `synodik search`: asks the public index of the current build.

use super::{ArchiveArgument, grouped, open_index, print_json, print_line};
use anyhow::{Result, bail};
use serde_json::json;
use std::process::ExitCode;
use synodik_codex::codex;
use synodik_index::{Filters, Hit, MAX_HITS, MatchKind, SearchRequest, measure_ids};
use synodik_model::EventKind;

/// Find records by names, places and years
#[derive(Debug, clap::Args)]
pub(crate) struct SearchArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Names in any order, Cyrillic or Latin; places; years
    #[arg(value_name = "QUERY", required_unless_present_any = [
        "source", "birth_from", "birth_to", "place", "place_id", "nationality", "event", "measure",
        "instrument", "event_from", "event_to",
    ], default_value = "")]
    query: String,
    /// How many hits to show, at most 100
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// How many hits to leave out
    #[arg(long, default_value_t = 0)]
    offset: usize,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
    /// Only this source
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// Born in this year or later
    #[arg(long, value_name = "YEAR")]
    birth_from: Option<i32>,
    /// Born in this year or earlier
    #[arg(long, value_name = "YEAR")]
    birth_to: Option<i32>,
    /// Only with this place of birth, residence or event
    #[arg(long)]
    place: Option<String>,
    /// Only with a station in the place of that id, as in data/places/gazetteer.tsv
    #[arg(long, value_name = "ID")]
    place_id: Option<String>,
    /// Only of this nationality, as stated
    #[arg(long)]
    nationality: Option<String>,
    /// Only with this kind of event, such as arrest
    #[arg(long, value_name = "KIND")]
    event: Option<String>,
    /// Only with this measure, such as execution or camp
    #[arg(long)]
    measure: Option<String>,
    /// Only with an event counted for this instrument of the codex, such as nkvd-00486
    #[arg(long, value_name = "ID")]
    instrument: Option<String>,
    /// An event in this year or later
    #[arg(long, value_name = "YEAR")]
    event_from: Option<i32>,
    /// An event in this year or earlier
    #[arg(long, value_name = "YEAR")]
    event_to: Option<i32>,
}

pub(crate) fn run(arguments: SearchArguments) -> Result<ExitCode> {
    if arguments.limit > MAX_HITS {
        bail!(
            "`--limit {}` is too many; expected at most {MAX_HITS}, page on with --offset",
            arguments.limit
        );
    }
    check_identifier("--event", arguments.event.as_deref(), &event_names())?;
    check_identifier("--measure", arguments.measure.as_deref(), &measure_ids())?;
    let instruments = codex().instruments.iter();
    let instruments: Vec<&str> = instruments.map(|known| known.instrument_id.as_str()).collect();
    check_identifier("--instrument", arguments.instrument.as_deref(), &instruments)?;
    let index = open_index(&arguments.archive.open()?)?;
    let sources: Vec<&str> =
        index.sources().iter().map(|source| source.source_id.as_str()).collect();
    check_identifier("--source", arguments.source.as_deref(), &sources)?;
    for (first, last, from, to) in [
        ("--birth-from", "--birth-to", arguments.birth_from, arguments.birth_to),
        ("--event-from", "--event-to", arguments.event_from, arguments.event_to),
    ] {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            bail!("`{first} {from}` is later than `{last} {to}`; expected the earlier year first");
        }
    }
    let request = SearchRequest {
        query: arguments.query,
        filters: Filters {
            source: arguments.source,
            birth_from: arguments.birth_from,
            birth_to: arguments.birth_to,
            place: arguments.place,
            place_id: arguments.place_id,
            place_kind: None,
            nationality: arguments.nationality,
            event: arguments.event,
            measure: arguments.measure,
            instrument: arguments.instrument,
            event_from: arguments.event_from,
            event_to: arguments.event_to,
            ..Filters::default()
        },
        offset: arguments.offset,
        limit: arguments.limit,
    };
    let result = index.search(&request)?;
    if arguments.json {
        let document = json!({
            "query": request.query,
            "n_found": result.n_found,
            "n_exact": result.n_exact,
            "hits": result.hits,
            "facets": result.facets,
        });
        print_json(&document)?;
        return Ok(ExitCode::SUCCESS);
    }
    for hit in &result.hits {
        print_line(&hit_line(hit))?;
    }
    let n_similar = result.n_found - result.n_exact;
    eprintln!(
        "{} found as typed, {} with another form or spelling",
        grouped(result.n_exact),
        grouped(n_similar)
    );
    Ok(ExitCode::SUCCESS)
}

fn event_names() -> Vec<&'static str> {
    EventKind::ALL.iter().map(|kind| kind.name()).collect()
}

fn check_identifier(option: &str, value: Option<&str>, known: &[&str]) -> Result<()> {
    match value {
        Some(value) if !known.contains(&value) => {
            bail!("unknown value `{value}` of `{option}`; expected one of {}", known.join(", "))
        }
        _ => Ok(()),
    }
}

fn hit_line(hit: &Hit) -> String {
    let record = &hit.record;
    let mut parts = vec![record.record_id.clone(), record.name.clone()];
    parts.extend(record.birth_edtf.as_ref().map(|birth| format!("born {birth}")));
    for event in &record.events {
        let date = event.date_edtf.as_deref().unwrap_or_default();
        parts.push(format!("{} {date}", event.kind).trim_end().to_owned());
    }
    let matches = hit.matches.iter().filter(|found| found.kind != MatchKind::AsTyped);
    parts.extend(matches.map(|found| {
        let kind = found.kind.name().replace('_', " ");
        format!("{kind}: {} = {}", found.typed, found.found)
    }));
    parts.join("\t")
}
