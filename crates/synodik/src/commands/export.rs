//! `synodik export`: tables for other programs.

use super::{ArchiveArgument, build::reviewed_fields, today};
use crate::rules;
use anyhow::{Context, Result, bail};
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use synodik_index::{PublicRecord, PublicRules, RecordView, publish_record};
use synodik_model::Field;
use synodik_store::{
    Archive, Cell, ColumnKind, ColumnSpec, EventRow, RecordRow, RowsFile, StoredTables, TableSpec,
    events_table, persons_table, records_table,
};

/// Write a table for other programs
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Table to write
    #[arg(long, value_parser = ["records", "events", "persons"])]
    table: String,
    /// Format to write
    #[arg(long, value_parser = ["csv", "jsonl", "parquet"], default_value = "csv")]
    format: String,
    /// File to write [default: standard output; Parquet needs a file]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Leave out who may be living and what may name them (the default)
    #[arg(long, conflicts_with = "all")]
    public: bool,
    /// Write everything, the possibly living included: for the operator's own use only
    #[arg(long)]
    all: bool,
}

/// The column that says that a row is a placeholder.
const IS_WITHHELD: ColumnSpec = ColumnSpec {
    name: "is_withheld",
    kind: ColumnKind::Flag,
    is_optional: false,
    meaning: "Whether the row is a placeholder for somebody who may be living.",
};

pub(crate) fn run(arguments: &ExportArguments) -> Result<ExitCode> {
    let archive = arguments.archive.open()?;
    if archive.current_number()?.is_none() {
        bail!("the archive has no build yet; run `synodik build` first");
    }
    let table = exported_table(&arguments.table, arguments.all);
    let mut writer = open_writer(arguments, &table)?;
    let n_rows = export_rows(&archive, arguments, &mut writer)?;
    writer.finish()?;
    eprintln!("Wrote {} rows of {}", super::grouped(n_rows), arguments.table);
    Ok(ExitCode::SUCCESS)
}

/// Returns the columns of an exported table; public ones have the placeholder flag.
fn exported_table(name: &str, is_all: bool) -> TableSpec {
    let mut table = match name {
        "records" => records_table(),
        "events" => events_table(),
        _ => persons_table(),
    };
    if name == "records" && !is_all {
        table.columns.insert(2, IS_WITHHELD);
        // A placeholder has nothing but its ids.
        for column in &mut table.columns[3..] {
            column.is_optional = true;
        }
    }
    table
}

fn export_rows(
    archive: &Archive,
    arguments: &ExportArguments,
    writer: &mut TableWriter,
) -> Result<u64> {
    let privacy = rules::load_privacy()?;
    let rules = PublicRules {
        living_rule: privacy.living_rule,
        withheld_fields: privacy.withheld_fields,
        as_of: today(),
    };
    let mut n_rows = 0;
    let mut write = |row: &[Cell<'_>]| {
        n_rows += 1;
        writer.append(row)
    };
    for source in archive.sources()? {
        let reviewed = reviewed_fields(&source)?;
        let mut tables = StoredTables::open(&source.table("records"), &source.table("events"))?;
        while let Some(chunk) = tables.next_chunk()? {
            for record_idx in 0..chunk.n_records() {
                let record = chunk.record(record_idx);
                let events = chunk.events(record_idx);
                let view = match arguments.all {
                    true => None,
                    false => Some(publish_record(&rules, &reviewed, record, &events)),
                };
                match arguments.table.as_str() {
                    "records" => write(&record_cells(record, view.as_ref()))?,
                    "persons" => write(&person_cells(record))?,
                    _ if matches!(view, Some(RecordView::Withheld { .. })) => {}
                    _ => {
                        for event in &events {
                            write(&event_cells(record, event))?;
                        }
                    }
                }
            }
        }
    }
    Ok(n_rows)
}

/// `view`: what may be shown; `None` exports everything.
fn record_cells<'a>(record: RecordRow<'a>, view: Option<&'a RecordView>) -> Vec<Cell<'a>> {
    let mut cells =
        vec![Cell::text(Some(record.record_id())), Cell::text(Some(record.source_id()))];
    let shown: Option<&PublicRecord> = match view {
        None => None,
        Some(RecordView::Shown(shown)) => {
            cells.push(Cell::Flag(false));
            Some(shown)
        }
        Some(RecordView::Withheld { .. }) => {
            cells.push(Cell::Flag(true));
            cells.resize(records_table().columns.len() + 1, Cell::Absent);
            return cells;
        }
    };
    let verbatim = shown.map_or(record.verbatim(), |shown| &shown.verbatim);
    cells.extend([
        Cell::text(Some(record.file())),
        Cell::Count(record.line()),
        Cell::Count(record.byte_offset()),
        Cell::Count(record.byte_length()),
        Cell::text(Some(verbatim)),
        Cell::Flag(record.has_invalid_bytes()),
    ]);
    for spec in Field::specs() {
        let is_shown =
            shown.is_none_or(|shown| shown.fields.iter().any(|field| field.name == spec.name));
        cells.push(Cell::text(record.get(spec.field).filter(|_| is_shown)));
    }
    cells.extend([
        Cell::text(record.birth_edtf()),
        Cell::day(record.birth_first()),
        Cell::day(record.birth_last()),
        Cell::year(record.birth_year()),
    ]);
    cells
}

fn event_cells<'a>(record: RecordRow<'a>, event: &EventRow<'a>) -> Vec<Cell<'a>> {
    vec![
        Cell::text(Some(event.event_id())),
        Cell::text(Some(record.record_id())),
        Cell::text(Some(record.source_id())),
        Cell::text(Some(event.kind())),
        Cell::text(event.date_stated()),
        Cell::text(event.date_edtf()),
        Cell::day(event.date_first()),
        Cell::day(event.date_last()),
        Cell::text(event.place()),
        Cell::text(event.body()),
        Cell::text(event.article()),
        Cell::text(event.measure()),
        Cell::text(event.text()),
        Cell::text(event.stated_source()),
        Cell::text(event.certainty()),
    ]
}

fn person_cells(record: RecordRow<'_>) -> Vec<Cell<'_>> {
    vec![Cell::text(Some(record.record_id())), Cell::text(Some(record.record_id()))]
}

/// Writes rows in the format asked for.
enum TableWriter {
    Csv(Box<csv::Writer<Box<dyn Write>>>),
    Jsonl { out: Box<dyn Write>, names: Vec<&'static str> },
    Parquet(Box<RowsFile>),
}

fn open_writer(arguments: &ExportArguments, table: &TableSpec) -> Result<TableWriter> {
    if arguments.format == "parquet" {
        let path = arguments.out.as_ref().context("Parquet needs a file; name one with --out")?;
        return Ok(TableWriter::Parquet(Box::new(RowsFile::create(path, table)?)));
    }
    let out: Box<dyn Write> = match &arguments.out {
        Some(path) => {
            let file = File::create(path)
                .with_context(|| format!("cannot create `{}`", path.display()))?;
            Box::new(BufWriter::new(file))
        }
        None => Box::new(BufWriter::new(std::io::stdout())),
    };
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    if arguments.format == "jsonl" {
        return Ok(TableWriter::Jsonl { out, names });
    }
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(&names)?;
    Ok(TableWriter::Csv(Box::new(writer)))
}

impl TableWriter {
    fn append(&mut self, row: &[Cell<'_>]) -> Result<()> {
        match self {
            TableWriter::Csv(writer) => {
                let texts: Vec<Cow<'_, str>> = row.iter().map(Cell::to_text).collect();
                writer.write_record(texts.iter().map(|text| text.as_bytes()))?;
            }
            TableWriter::Jsonl { out, names } => {
                let mut object = serde_json::Map::new();
                for (name, cell) in names.iter().zip(row) {
                    if let Some(value) = json_value(cell) {
                        object.insert((*name).to_owned(), value);
                    }
                }
                serde_json::to_writer(&mut *out, &object)?;
                out.write_all(b"\n")?;
            }
            TableWriter::Parquet(file) => file.append(row)?,
        }
        Ok(())
    }

    fn finish(self) -> Result<()> {
        match self {
            TableWriter::Csv(mut writer) => writer.flush()?,
            TableWriter::Jsonl { mut out, .. } => out.flush()?,
            TableWriter::Parquet(file) => file.finish()?,
        }
        Ok(())
    }
}

fn json_value(cell: &Cell<'_>) -> Option<serde_json::Value> {
    match cell {
        Cell::Absent => None,
        Cell::Count(count) => Some((*count).into()),
        Cell::Year(year) => Some((*year).into()),
        Cell::Flag(flag) => Some((*flag).into()),
        Cell::Text(_) | Cell::Day(_) => Some(cell.to_text().into_owned().into()),
    }
}
