//! `synodik export`: tables for other programs.

use super::export_linkage::{export_links, export_persons, linkage_table};
use super::{ArchiveArgument, build::reviewed_fields};
use crate::{annotations, rules};
use anyhow::{Context, Result, bail};
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_index::{PublicRecord, RecordView, annotate_shown, annotate_stored, publish_record};
use synodik_model::Field;
use synodik_store::{
    Archive, BuildManifest, Cell, ColumnKind, ColumnSpec, EventRow, RecordRow, RowsFile,
    StoredTables, TableSpec, annotations_table, events_table, records_table,
};

/// Write a table for other programs
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Table to write
    #[arg(long, value_parser = ["records", "events", "persons", "links", "annotations"])]
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
    let Some((build, manifest)) = archive.current_build()? else {
        bail!("the archive has no build yet; run `synodik build` first");
    };
    let table = exported_table(&arguments.table, arguments.all);
    // A file appears under its name only when it is complete.
    let beside = arguments.out.as_ref().map(|path| path.with_added_extension("partial"));
    let mut writer = open_writer(arguments, &table, beside.as_deref())?;
    let written = export_rows(&archive, (&build, &manifest), arguments, &mut writer)
        .and_then(|n_rows| writer.finish().map(|()| n_rows));
    let n_rows = match written {
        Ok(n_rows) => n_rows,
        Err(error) if is_closed_pipe(&error) => return Ok(ExitCode::SUCCESS),
        Err(error) => {
            beside.iter().for_each(|path| drop(std::fs::remove_file(path)));
            return Err(error);
        }
    };
    if let (Some(beside), Some(path)) = (&beside, &arguments.out) {
        std::fs::rename(beside, path)
            .with_context(|| format!("cannot create `{}`", path.display()))?;
    }
    eprintln!("Wrote {} rows of {}", super::grouped(n_rows), arguments.table);
    Ok(ExitCode::SUCCESS)
}

/// Returns whether the reader of the standard output has gone, as `head` does.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let of_csv = cause.downcast_ref::<csv::Error>().map(csv::Error::kind);
        let io = match of_csv {
            Some(csv::ErrorKind::Io(io)) => Some(io),
            _ => cause.downcast_ref::<std::io::Error>(),
        };
        let of_json =
            cause.downcast_ref::<serde_json::Error>().and_then(|error| error.io_error_kind());
        io.map(std::io::Error::kind).or(of_json) == Some(std::io::ErrorKind::BrokenPipe)
    })
}

/// Returns the columns of an exported table; public ones have the placeholder flag.
fn exported_table(name: &str, is_all: bool) -> TableSpec {
    if let Some(table) = linkage_table(name, is_all) {
        return table;
    }
    let mut table = match name {
        "records" => records_table(),
        "annotations" => annotations_table(),
        _ => events_table(),
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

/// Reads the tables of the build, so that an export and the site say the same.
fn export_rows(
    archive: &Archive,
    (build, manifest): (&Path, &BuildManifest),
    arguments: &ExportArguments,
    writer: &mut TableWriter,
) -> Result<u64> {
    let mut n_rows = 0;
    let mut write = |row: &[Cell<'_>]| {
        n_rows += 1;
        writer.append(row)
    };
    match arguments.table.as_str() {
        "persons" => {
            export_persons((build, manifest), arguments.all, write)?;
            return Ok(n_rows);
        }
        "links" => {
            export_links((build, manifest), arguments.all, write)?;
            return Ok(n_rows);
        }
        _ => {}
    }
    let as_of = manifest.as_of.parse().context("the manifest of the build has no valid day")?;
    let rules = rules::load_public_rules(as_of)?;
    let sources = archive.sources()?;
    for built in &manifest.sources {
        let stored = sources.iter().find(|source| source.id() == built.id);
        let reviewed = stored.map(reviewed_fields).transpose()?.unwrap_or_default();
        let table = |name: &str| build.join(name).join(format!("{}.parquet", built.id));
        let mut tables = StoredTables::open(&table("records"), &table("events"))?;
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
                    "annotations" => {
                        let annotated = match &view {
                            Some(RecordView::Withheld { .. }) => continue,
                            Some(RecordView::Shown(shown)) => annotate_shown(shown),
                            None => annotate_stored(record, &events),
                        };
                        let ids = (record.record_id(), record.source_id());
                        annotations::write_rows(ids, &annotated, &mut write)?;
                    }
                    _ => {
                        for (event_idx, event) in events.iter().enumerate() {
                            match &view {
                                None => write(&event_cells(record, event))?,
                                Some(RecordView::Withheld { .. }) => {}
                                Some(RecordView::Shown(shown)) => {
                                    write(&shown_event_cells(record, event, shown, event_idx))?;
                                }
                            }
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
        let value = match shown {
            Some(shown) => shown.get(spec.field),
            None => record.get(spec.field),
        };
        cells.push(Cell::text(value));
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

/// The event as its page shows it: words that are withheld are left out of its texts.
fn shown_event_cells<'a>(
    record: RecordRow<'a>,
    event: &EventRow<'a>,
    shown: &'a PublicRecord,
    event_idx: usize,
) -> Vec<Cell<'a>> {
    let public = &shown.events[event_idx];
    let texts = [
        (4, &public.date_stated),
        (8, &public.place),
        (9, &public.body),
        (10, &public.article),
        (11, &public.measure),
        (12, &public.text),
        (13, &public.stated_source),
        (14, &public.certainty),
    ];
    let mut cells = event_cells(record, event);
    for (column_idx, text) in texts {
        cells[column_idx] = Cell::text(text.as_deref());
    }
    cells
}

/// Writes rows in the format asked for.
enum TableWriter {
    Csv(Box<csv::Writer<Box<dyn Write>>>),
    Jsonl { out: Box<dyn Write>, names: Vec<&'static str> },
    Parquet(Box<RowsFile>),
}

fn open_writer(
    arguments: &ExportArguments,
    table: &TableSpec,
    file: Option<&Path>,
) -> Result<TableWriter> {
    if arguments.format == "parquet" {
        let path = file.context("Parquet needs a file; name one with --out")?;
        return Ok(TableWriter::Parquet(Box::new(RowsFile::create(path, table)?)));
    }
    let out: Box<dyn Write> = match file {
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
        Cell::Share(share) => Some(f64::from(*share).into()),
        Cell::Numbers(numbers) => Some(numbers.to_vec().into()),
        Cell::Text(_) | Cell::Day(_) => Some(cell.to_text().into_owned().into()),
    }
}
