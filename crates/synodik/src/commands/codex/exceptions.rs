//! Events set beside an instrument in which the record differs from it, or gives no date.

use super::super::{print_json, print_line};
use super::OutputArguments;
use super::document::{annotation, both};
use crate::stored_entries::visit_shown;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use synodik_codex::{Annotation, AnnotationStatus, Difference, Instrument, Remark};
use synodik_index::{PublicEvent, PublicRecord, annotate_shown};
use synodik_store::Archive;

/// Columns of the table in text.
const COLUMNS: [&str; 8] =
    ["record_id", "event", "date", "body", "measure", "provision", "first", "differs_in"];

/// How the events of an archive stand to one instrument.
#[derive(Default)]
struct Counts {
    n_events: u64,
    /// By verdict.
    verdicts: BTreeMap<&'static str, u64>,
    /// By how the stated term stands to that of the provision.
    terms: BTreeMap<&'static str, u64>,
    /// By kind of difference.
    differences: BTreeMap<&'static str, u64>,
    /// By what the record leaves open.
    remarks: BTreeMap<&'static str, u64>,
}

/// Prints the exceptions as a table, and the counts of all events beside the instrument.
///
/// The counts go to standard error in text, into the document in JSON. Records withheld from
/// the public are left out.
pub(super) fn print_exceptions(
    archive: &Archive,
    instrument: &Instrument,
    output: &OutputArguments,
) -> Result<()> {
    let (build, manifest) = archive
        .current_build()?
        .context("the archive has no build yet; run `synodik build` first")?;
    let mut counts = Counts::default();
    let mut rows: Vec<Value> = Vec::new();
    if !output.json {
        print_line(&COLUMNS.join("\t"))?;
    }
    visit_shown(archive, (&build, &manifest), &mut |record| {
        for (event_idx, annotations) in annotate_shown(record) {
            let is_it = |known: &&Annotation<'_>| {
                known.instrument.instrument_id == instrument.instrument_id
            };
            let Some(found) = annotations.iter().find(is_it) else { continue };
            counts.add(found);
            if !is_exception(found) {
                continue;
            }
            let event = (event_idx, &record.events[event_idx]);
            let first = annotations.first().unwrap_or(found);
            match output.json {
                true => rows.push(row_document(record, event, (found, first))),
                false => print_line(&row_line(record, event, (found, first), &output.language))?,
            }
        }
        Ok(())
    })?;
    if output.json {
        return print_json(&json!({
            "instrument": instrument.instrument_id,
            "title": both(&instrument.title),
            "counts": counts.document(),
            "exceptions": rows,
        }));
    }
    for (what, n) in counts.lines() {
        eprintln!("{what}\t{n}");
    }
    Ok(())
}

fn is_exception(found: &Annotation<'_>) -> bool {
    found.status == AnnotationStatus::RecordDiffers || found.remarks.contains(&Remark::NoDate)
}

impl Counts {
    fn add(&mut self, found: &Annotation<'_>) {
        self.n_events += 1;
        *self.verdicts.entry(found.status.name()).or_default() += 1;
        *self.terms.entry(found.term_standing().unwrap_or("not_stated")).or_default() += 1;
        for difference in &found.differences {
            *self.differences.entry(difference.name()).or_default() += 1;
        }
        for remark in &found.remarks {
            *self.remarks.entry(remark.name()).or_default() += 1;
        }
    }

    fn lines(&self) -> Vec<(String, u64)> {
        let mut lines = vec![("events".to_owned(), self.n_events)];
        let parts = [
            ("verdict", &self.verdicts),
            ("term", &self.terms),
            ("difference", &self.differences),
            ("remark", &self.remarks),
        ];
        for (part, counts) in parts {
            lines.extend(counts.iter().map(|(word, n)| (format!("{part} {word}"), *n)));
        }
        lines
    }

    fn document(&self) -> Value {
        json!({
            "events": self.n_events,
            "verdict": self.verdicts,
            "term": self.terms,
            "difference": self.differences,
            "remark": self.remarks,
        })
    }
}

/// `found`: the annotation with the instrument, and the likeliest of all.
fn row_line(
    record: &PublicRecord,
    (event_idx, event): (usize, &PublicEvent),
    (found, first): (&Annotation<'_>, &Annotation<'_>),
    language: &str,
) -> String {
    let differences = found.differences.iter().map(Difference::in_words);
    let remarks = found.remarks.iter().map(|remark| remark.in_words());
    let words: Vec<String> =
        differences.chain(remarks).map(|words| words.of(language).to_owned()).collect();
    let cells = [
        record.record_id.as_str(),
        &(event_idx + 1).to_string(),
        event.date_edtf.as_deref().unwrap_or_default(),
        event.body.as_deref().unwrap_or_default(),
        event.measure.as_deref().unwrap_or_default(),
        &found.provision.provision_id,
        &first.instrument.instrument_id,
        &words.join("; "),
    ];
    cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t")
}

fn row_document(
    record: &PublicRecord,
    (event_idx, event): (usize, &PublicEvent),
    (found, first): (&Annotation<'_>, &Annotation<'_>),
) -> Value {
    json!({
        "record_id": record.record_id,
        "event": event_idx + 1,
        "date": event.date_edtf,
        "body": event.body,
        "measure": event.measure,
        "annotation": annotation(found),
        "first": first.instrument.instrument_id,
    })
}
