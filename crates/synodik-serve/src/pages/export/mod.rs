//! What a search found, as a file: a table, JSON, or GEDCOM.
//!
//! **Invariant:** all of it comes from public records, so that nobody who may be living is in it.

mod gedcom;

use super::codex::csv::csv_line;
use crate::address::{percent_encode, web_address};
use serde_json::{Value, json};
use synodik_index::{PublicEvent, PublicIndex, PublicRecord, PublicSource};

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Values separated by commas.
    Csv,
    /// One JSON document.
    Json,
    /// GEDCOM 7, for programs of genealogists.
    Gedcom,
}

impl ExportFormat {
    /// All formats.
    pub const ALL: [ExportFormat; 3] =
        [ExportFormat::Csv, ExportFormat::Json, ExportFormat::Gedcom];

    /// The most records that one file has.
    pub const MAX_ROWS: usize = 1_000;

    /// Returns the word for addresses.
    pub fn name(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
            ExportFormat::Gedcom => "gedcom",
        }
    }

    /// Returns the format of a word of an address.
    pub fn from_name(name: &str) -> Option<ExportFormat> {
        ExportFormat::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Returns the ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
            ExportFormat::Gedcom => "ged",
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            ExportFormat::Csv => "CSV",
            ExportFormat::Json => "JSON",
            ExportFormat::Gedcom => "GEDCOM",
        }
    }

    pub(crate) fn media_type(self) -> &'static str {
        match self {
            ExportFormat::Csv => "text/csv; charset=utf-8",
            ExportFormat::Json => "application/json",
            ExportFormat::Gedcom => "application/x-gedcom; charset=utf-8",
        }
    }
}

/// Returns records as a file.
///
/// # Shape
///
/// In the order given. `host` is the name of the server, for addresses; may be empty.
pub fn export_of(
    format: ExportFormat,
    records: &[PublicRecord],
    (host, index): (&str, &PublicIndex),
) -> String {
    let place = Place { host, sources: index.sources(), archive: &index.summary().name };
    match format {
        ExportFormat::Csv => csv(records, &place),
        ExportFormat::Json => json_document(records, &place),
        ExportFormat::Gedcom => gedcom::write(records, &place),
    }
}

/// Where the records come from.
pub(super) struct Place<'a> {
    host: &'a str,
    sources: &'a [PublicSource],
    archive: &'a str,
}

impl Place<'_> {
    fn source(&self, record: &PublicRecord) -> Option<&PublicSource> {
        self.sources.iter().find(|source| source.source_id == record.source_id)
    }

    /// Returns the address of a record's page, as it is cited.
    fn address(&self, record: &PublicRecord) -> String {
        format!("{}/record/{}", self.host, percent_encode(&record.record_id))
    }
}

const CSV_HEADER: [&str; 13] = [
    "record_id",
    "name",
    "birth",
    "birth_edtf",
    "birth_place",
    "sex",
    "nationality",
    "occupation",
    "residence",
    "events",
    "source",
    "licence",
    "verbatim",
];

fn csv(records: &[PublicRecord], place: &Place<'_>) -> String {
    let mut lines = csv_line(CSV_HEADER);
    for record in records {
        let get = |name: &str| super::field_value(&record.fields, name).unwrap_or_default();
        let events: Vec<String> = record.events.iter().map(event_words).collect();
        let events = events.join("; ");
        let source = place.source(record);
        lines.push_str(&csv_line([
            &*record.record_id,
            &record.name,
            get("birth"),
            record.birth_edtf.as_deref().unwrap_or_default(),
            get("birth_place"),
            get("sex"),
            get("nationality"),
            get("occupation"),
            get("residence"),
            &events,
            source.map_or(&record.source_id, |source| &source.title),
            source.and_then(|source| source.licence.as_deref()).unwrap_or_default(),
            &record.verbatim,
        ]));
    }
    lines
}

/// Returns an event in one cell: kind, day, and what the entry says of it.
fn event_words(event: &PublicEvent) -> String {
    let date = event.date_edtf.as_deref().or(event.date_stated.as_deref());
    let parts = [date, event.place.as_deref(), event.body.as_deref()];
    let quoted = [event.article.as_deref(), event.measure.as_deref(), event.text.as_deref()];
    let parts: Vec<&str> = parts.into_iter().chain(quoted).flatten().collect();
    format!("{}: {}", event.kind, parts.join(", "))
}

fn json_document(records: &[PublicRecord], place: &Place<'_>) -> String {
    let records: Vec<Value> = records
        .iter()
        .map(|record| {
            let source = place.source(record);
            json!({
                "record": record,
                "address": place.address(record),
                "source": source.map(|source| json!({
                    "title": source.title,
                    "citation": source.citation,
                    "licence": source.licence,
                    "address": source.url.as_deref().and_then(web_address),
                })),
            })
        })
        .collect();
    format!("{:#}\n", json!({ "archive": place.archive, "records": records }))
}

#[cfg(test)]
mod tests;
