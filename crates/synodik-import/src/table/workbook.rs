//! Tables as XLSX workbooks.
//!
//! **Invariant:** however small the file, no more than [`MAX_UNPACKED_BYTES`]
//! are unpacked from it and no more than [`MAX_TEXT_BYTES`] of text given out.

use super::delimited::{header_names, names_without_header};
use super::mapping::Mapping;
use super::row::{Row, RowReader};
use crate::chunk::Chunk;
use crate::plan::ImportError;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use synodik_model::{EntryPlace, Record, Reject};

/// Most bytes the parts of a workbook may have together, unpacked.
const MAX_UNPACKED_BYTES: u64 = 1 << 30;

/// Most bytes of text in the cells of a sheet; one text may fill many cells.
const MAX_TEXT_BYTES: usize = 1 << 30;

/// Most columns of a sheet, as in Excel.
const MAX_COLUMNS: usize = 16_384;

/// Decides from its first bytes whether a file is a workbook.
///
/// # Errors
///
/// [`ImportError::Workbook`] for a workbook in the old format, which cannot be read.
pub(super) fn is_workbook(head: &[u8]) -> Result<bool, ImportError> {
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(ImportError::Workbook(
            "it is in the old `.xls` format or protected by a password; \
             save it as `.xlsx` or CSV"
                .to_owned(),
        ));
    }
    Ok(head.starts_with(b"PK\x03\x04"))
}

pub(super) fn read(
    mapping: &Mapping,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) -> Result<(), ImportError> {
    check_archive(&chunk.bytes, MAX_UNPACKED_BYTES)?;
    let cursor = Cursor::new(chunk.bytes.as_slice());
    let mut workbook: Xlsx<_> = Xlsx::new(cursor).map_err(|error| {
        ImportError::Workbook(format!("it is an archive but not an XLSX workbook: {error}"))
    })?;
    let sheet = sheet_name(mapping, &workbook.sheet_names())?;
    let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(in_sheet(&sheet))?;
    let n_columns = (cells.dimensions().end.1 as usize).min(MAX_COLUMNS - 1) + 1;
    let mut rows = Rows { mapping, chunk, on_entry, n_columns, reader: None, n_entries: 0 };
    let mut row_number = 0;
    let mut row: Vec<String> = Vec::new();
    let mut n_text_bytes = 0;
    while let Some(cell) = cells.next_cell().map_err(in_sheet(&sheet))? {
        let (row_idx, column_idx) = cell.get_position();
        let (number, column_idx) = (u64::from(row_idx) + 1, column_idx as usize);
        if number != row_number {
            rows.finish(row_number, std::mem::take(&mut row))?;
            row_number = number;
        }
        let text = cell_text(cell.get_value());
        n_text_bytes += text.len();
        if n_text_bytes > MAX_TEXT_BYTES || column_idx >= MAX_COLUMNS {
            return Err(ImportError::Workbook(format!(
                "sheet `{sheet}` holds more than 1 GiB of text or {MAX_COLUMNS} columns \
                 up to row {row_number}; save it as CSV"
            )));
        }
        if row.len() <= column_idx {
            row.resize(column_idx + 1, String::new());
        }
        row[column_idx] = text;
    }
    rows.finish(row_number, row)?;
    match rows.reader {
        Some(_) => Ok(()),
        None => Err(ImportError::Workbook(format!("sheet `{sheet}` is empty"))),
    }
}

fn in_sheet(sheet: &str) -> impl Fn(calamine::XlsxError) -> ImportError {
    let sheet = sheet.to_owned();
    move |error| ImportError::Workbook(format!("sheet `{sheet}` is broken: {error}"))
}

fn sheet_name(mapping: &Mapping, present: &[String]) -> Result<String, ImportError> {
    let found = match &mapping.sheet {
        Some(wanted) => present.iter().find(|name| *name == wanted),
        None => present.first(),
    };
    found.cloned().ok_or_else(|| {
        let wanted = mapping.sheet.as_deref().unwrap_or_default();
        ImportError::Workbook(format!(
            "it has no sheet `{wanted}`; its sheets are {}",
            present.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        ))
    })
}

/// Unpacks every part of the archive once, into nothing, so that what is
/// broken or grows beyond measure is known before anything is kept in memory.
pub(super) fn check_archive(bytes: &[u8], max_bytes: u64) -> Result<(), ImportError> {
    let broken = |error: &dyn std::fmt::Display| {
        ImportError::Workbook(format!("the archive is broken: {error}"))
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut n_left = max_bytes;
    for part_idx in 0..archive.len() {
        let part = archive.by_index(part_idx).map_err(|error| broken(&error))?;
        let n_bytes = io::copy(&mut part.take(n_left + 1), &mut io::sink())
            .map_err(|error| broken(&error))?;
        n_left = n_left.checked_sub(n_bytes).ok_or_else(|| {
            ImportError::Workbook(format!(
                "its parts have more than {max_bytes} bytes when unpacked; save the sheet as CSV"
            ))
        })?;
    }
    Ok(())
}

/// Hands the rows of a sheet on, the first as the header where there is one.
struct Rows<'a, 'm> {
    mapping: &'m Mapping,
    chunk: &'a Chunk,
    on_entry: &'a mut dyn FnMut(Result<Record<'_>, Reject>),
    /// The columns the sheet says it has.
    n_columns: usize,
    reader: Option<RowReader<'m>>,
    n_entries: u64,
}

impl Rows<'_, '_> {
    fn finish(&mut self, row_number: u64, row: Vec<String>) -> Result<(), ImportError> {
        let n_cells = row.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
        if n_cells == 0 {
            return Ok(());
        }
        let mut cells: Vec<Cow<'_, str>> =
            row[..n_cells].iter().map(|cell| Cow::Borrowed(cell.as_str())).collect();
        let reader = match self.reader.take() {
            Some(reader) => reader,
            None if self.mapping.has_header() => {
                self.reader = Some(RowReader::bind(self.mapping, &header_names(&cells))?);
                return Ok(());
            }
            None => {
                // A sheet leaves out empty cells at the end of its rows.
                let n_columns = match self.mapping.columns.len() {
                    0 => n_cells.max(self.n_columns),
                    n_named => n_cells.max(n_named),
                };
                let columns = names_without_header(self.mapping, n_columns)?;
                RowReader::bind(self.mapping, &columns)?
            }
        };
        if cells.len() < reader.n_columns() {
            cells.resize(reader.n_columns(), Cow::Borrowed(""));
        }
        self.n_entries += 1;
        let place = EntryPlace {
            file_number: self.chunk.file_number,
            entry_number: self.n_entries,
            line: row_number,
            byte_offset: 0,
            byte_length: self.chunk.bytes.len() as u64,
        };
        let verbatim = Cow::Owned(row[..n_cells].join("\t"));
        (self.on_entry)(reader.read(Row { place, verbatim, cells }));
        self.reader = Some(reader);
        Ok(())
    }
}

/// Returns a cell as Excel would show it without a format of its own.
fn cell_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        // Every number is a fraction in the file; 1937 must not become 1937.0.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(date) => date_text(*date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Writes a date as `17.05.1938`, with the time of day only if it has one.
fn date_text(date: ExcelDateTime) -> String {
    if date.is_duration() || date.as_f64() < 1.0 {
        return date.as_f64().to_string();
    }
    let (year, month, day, hour, minute, _, _) = date.to_ymd_hms_milli();
    match (hour, minute) {
        (0, 0) => format!("{day:02}.{month:02}.{year:04}"),
        _ => format!("{day:02}.{month:02}.{year:04} {hour:02}:{minute:02}"),
    }
}
