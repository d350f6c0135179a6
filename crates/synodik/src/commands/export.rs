//! `synodik export`: tables for other programs.

use super::ArchiveArgument;
use super::export_family::{export_family_table, family_table, mention_document};
use super::export_gedcom::{GedcomWanted, version_of, write_gedcom_file};
use super::export_linkage::{export_links, export_persons, linkage_table};
use super::export_linked::{LinkedWanted, write_linked_file};
use crate::annotations;
use crate::stored_entries::{StoredEntry, visit_entries};
use anyhow::{Context, Result, bail};
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_index::{PublicEvent, PublicRecord, RecordView, annotate_shown, annotate_stored};
use synodik_model::Field;
use synodik_store::{
    Archive, BuildManifest, Cell, ColumnKind, ColumnSpec, EventRow, RecordRow, RowsFile, TableSpec,
    annotations_table, events_table, records_table,
};

/// The tables that can be exported.
pub(crate) const TABLES: [&str; 10] = [
    "records",
    "events",
    "persons",
    "links",
    "annotations",
    "mentions",
    "ties",
    "families",
    "cases",
    "children",
];

/// Write a table for other programs
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Table to write
    #[arg(long, value_parser = TABLES)]
    table: String,
    /// Format to write
    #[arg(long, value_parser = ["csv", "jsonl", "parquet", "gedcom", "ftm", "jsonld"], default_value = "csv")]
    format: String,
    /// Version of the standard for `--format gedcom`, which goes with `--table persons`
    #[arg(long, value_name = "VERSION", value_parser = ["7.0", "5.5.1"], default_value = "7.0")]
    gedcom_version: String,
    /// Address of the site, for the addresses in `--format ftm` and `jsonld`
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8437")]
    site: String,
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
    if arguments.format == "gedcom" {
        if arguments.table != "persons" {
            bail!("GEDCOM holds persons and families; use `--table persons`");
        }
        let wanted =
            GedcomWanted { version: version_of(&arguments.gedcom_version), is_all: arguments.all };
        return write_gedcom_file(&arguments.archive, wanted, arguments.out.as_deref());
    }
    if ["ftm", "jsonld"].contains(&arguments.format.as_str()) {
        if arguments.all {
            bail!("this format tells of what is public alone; leave --all out");
        }
        let (table, format) = (arguments.table.as_str(), arguments.format.as_str());
        let site = arguments.site.trim_end_matches('/');
        let wanted = LinkedWanted { table, format, site };
        return write_linked_file(&arguments.archive, wanted, arguments.out.as_deref());
    }
    match export_table(arguments) {
        Ok(n_rows) => {
            eprintln!("Wrote {} rows of {}", super::grouped(n_rows), arguments.table);
            Ok(ExitCode::SUCCESS)
        }
        Err(error) if is_closed_pipe(&error) => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error),
    }
}

/// Writes a table of the current build to a Parquet file.
pub(crate) fn export_to_parquet(
    archive: &ArchiveArgument,
    table: &str,
    path: &Path,
    all: bool,
) -> Result<u64> {
    export_table(&arguments_for(archive, (table, "parquet"), path, all))
}

/// Writes what is public of a table of the current build to a CSV file.
pub(crate) fn export_to_csv(archive: &ArchiveArgument, table: &str, path: &Path) -> Result<u64> {
    export_table(&arguments_for(archive, (table, "csv"), path, false))
}

fn arguments_for(
    archive: &ArchiveArgument,
    (table, format): (&str, &str),
    path: &Path,
    all: bool,
) -> ExportArguments {
    ExportArguments {
        archive: archive.clone(),
        table: table.to_owned(),
        format: format.to_owned(),
        gedcom_version: String::new(),
        site: String::new(),
        out: Some(path.to_owned()),
        public: !all,
        all,
    }
}

/// Writes a table; returns how many rows it has.
fn export_table(arguments: &ExportArguments) -> Result<u64> {
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
        Err(error) => {
            beside.iter().for_each(|path| drop(std::fs::remove_file(path)));
            return Err(error);
        }
    };
    if let (Some(beside), Some(path)) = (&beside, &arguments.out) {
        std::fs::rename(beside, path)
            .with_context(|| format!("cannot create `{}`", path.display()))?;
    }
    Ok(n_rows)
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
    if let Some(table) = linkage_table(name, is_all).or_else(|| family_table(name, is_all)) {
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
        name if family_table(name, arguments.all).is_some() => {
            export_family_table((build, manifest), name, arguments.all, write)?;
            return Ok(n_rows);
        }
        _ => {}
    }
    let is_all = arguments.all;
    visit_entries(archive, (build, manifest), &mut |entry| {
        let StoredEntry { record, events, .. } = entry;
        let view = if is_all { None } else { Some(entry.view()) };
        match (arguments.table.as_str(), &view) {
            ("records", _) => write(&record_cells(record, view.as_ref())),
            (_, Some(RecordView::Withheld { .. })) => Ok(()),
            ("annotations", shown) => {
                let annotated = match shown {
                    Some(RecordView::Shown(shown)) => annotate_shown(shown),
                    _ => annotate_stored(record, events),
                };
                let ids = (record.record_id(), record.source_id());
                annotations::write_rows(ids, &annotated, &mut write)
            }
            (_, None) => events
                .iter()
                .try_for_each(|event| write(&event_cells(record, event, stored_texts(event)))),
            (_, Some(RecordView::Shown(shown))) => {
                let mut both = events.iter().zip(&shown.events);
                both.try_for_each(|(event, public)| {
                    write(&event_cells(record, event, shown_texts(public)))
                })
            }
        }
    })?;
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

/// The texts of an event: date, place, body, article, measure, what happened, source, certainty.
type EventTexts<'a> = [Option<&'a str>; 8];

fn stored_texts<'a>(event: &EventRow<'a>) -> EventTexts<'a> {
    [
        event.date_stated(),
        event.place(),
        event.body(),
        event.article(),
        event.measure(),
        event.text(),
        event.stated_source(),
        event.certainty(),
    ]
}

/// The texts as the page shows them: words that are withheld are left out.
fn shown_texts(event: &PublicEvent) -> EventTexts<'_> {
    [
        &event.date_stated,
        &event.place,
        &event.body,
        &event.article,
        &event.measure,
        &event.text,
        &event.stated_source,
        &event.certainty,
    ]
    .map(Option::as_deref)
}

/// Every text of the row comes from `texts`; the event itself gives ids, kind and days.
fn event_cells<'a>(
    record: RecordRow<'a>,
    event: &EventRow<'a>,
    [date, place, body, article, measure, text, stated_source, certainty]: EventTexts<'a>,
) -> Vec<Cell<'a>> {
    vec![
        Cell::text(Some(event.event_id())),
        Cell::text(Some(record.record_id())),
        Cell::text(Some(record.source_id())),
        Cell::text(Some(event.kind())),
        Cell::text(date),
        Cell::text(event.date_edtf()),
        Cell::day(event.date_first()),
        Cell::day(event.date_last()),
        Cell::text(place),
        Cell::text(body),
        Cell::text(article),
        Cell::text(measure),
        Cell::text(text),
        Cell::text(stated_source),
        Cell::text(certainty),
    ]
}

/// Writes rows in the format asked for.
enum TableWriter {
    Csv(Box<csv::Writer<Box<dyn Write>>>),
    Jsonl { out: Box<dyn Write>, names: Vec<&'static str>, table: &'static str },
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
        return Ok(TableWriter::Jsonl { out, names, table: table.name });
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
            TableWriter::Jsonl { out, names, table } => {
                let mut object = serde_json::Map::new();
                for (name, cell) in names.iter().zip(row) {
                    if let Some(value) = json_value(cell) {
                        object.insert((*name).to_owned(), value);
                    }
                }
                if *table == "mentions" {
                    object = mention_document(object);
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
