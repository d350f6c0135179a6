//! What was read from a source: its records, events, rejects and issues.
//!
//! Chunks are encoded on any thread and appended in the order of the source, so
//! the files do not depend on how many threads there are.

use crate::columns::{events_table, records_table};
use crate::error::{StoreError, file_error};
use crate::files::{hash_file, read_toml, to_toml, write_durably};
use crate::rows::{EventsBuilder, RecordsBuilder};
use crate::source::SourceFile;
use crate::table_file::{EncodedRowGroup, RowGroupEncoder, TableFile};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use synodik_model::{EntryPlace, Record, Reject, RowIssue};

const RECORDS_FILE: &str = "records.parquet";
const EVENTS_FILE: &str = "events.parquet";
const REJECTS_FILE: &str = "rejects.tsv";
const ISSUES_FILE: &str = "issues.tsv";
const READING_FILE: &str = "reading.toml";

const REJECTS_HEADER: &str = "file\tline\tbyte_offset\tfield\tvalue\treason\tverbatim\n";
const ISSUES_HEADER: &str = "record_id\tfile\tline\tfield\tvalue\treason\n";

/// How much was read; rows = records + rejects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingCounts {
    /// Rows that became records.
    pub n_records: u64,
    /// Rows that could not be read.
    pub n_rejects: u64,
    /// Events in the records.
    pub n_events: u64,
    /// Single values kept as written that could not be understood.
    pub n_issues: u64,
}

impl ReadingCounts {
    /// Returns the rows read.
    pub fn n_rows(&self) -> u64 {
        self.n_records + self.n_rejects
    }

    /// Adds the counts of another reading.
    pub fn add(&mut self, other: &ReadingCounts) {
        self.n_records += other.n_records;
        self.n_rejects += other.n_rejects;
        self.n_events += other.n_events;
        self.n_issues += other.n_issues;
    }
}

/// What a reading was made with and gave; a reading is made anew when the first two change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingStamp {
    /// Version of the program.
    pub program_version: String,
    /// Hash of the rules in `data/` that were compiled in.
    pub data_sha256: String,
    /// Encoding of each file, in the order of the source.
    pub encodings: Vec<String>,
    /// What was read.
    pub counts: ReadingCounts,
    /// The files of the reading.
    #[serde(rename = "file")]
    pub files: Vec<SourceFile>,
}

impl ReadingStamp {
    /// Returns the files in a folder that are not as they were written.
    pub(crate) fn damaged_files(&self, folder: &Path) -> Vec<&SourceFile> {
        let is_intact = |file: &SourceFile| {
            hash_file(&folder.join(&file.name))
                .is_ok_and(|(size, sha256)| size == file.size_bytes && sha256 == file.sha256)
        };
        self.files.iter().filter(|file| !is_intact(file)).collect()
    }
}

/// Reads the stamp of a reading.
pub(crate) fn read_stamp(folder: &Path) -> Result<ReadingStamp, StoreError> {
    read_toml(&folder.join(READING_FILE))
}

/// The files of a reading that are tables, with the name of the table.
pub(crate) const READING_TABLES: [(&str, &str); 2] =
    [("records", RECORDS_FILE), ("events", EVENTS_FILE)];

/// The files of a reading that list what could not be read.
pub(crate) const READING_LISTS: [(&str, &str); 2] =
    [("rejects", REJECTS_FILE), ("issues", ISSUES_FILE)];

/// Writes the files of a reading.
pub struct ReadingWriter {
    folder: PathBuf,
    records: TableFile,
    events: TableFile,
    rejects: BufWriter<File>,
    issues: BufWriter<File>,
    counts: ReadingCounts,
}

/// Encodes chunks for a [`ReadingWriter`]; shared by threads.
pub struct ReadingEncoder {
    records: RowGroupEncoder,
    events: RowGroupEncoder,
    folder: PathBuf,
}

/// The rows of one chunk, not yet encoded.
pub struct ChunkRows {
    source_id: String,
    file: String,
    records: RecordsBuilder,
    events: EventsBuilder,
    rejects: String,
    issues: String,
    counts: ReadingCounts,
}

/// A chunk ready to be appended.
pub struct EncodedChunk {
    records: Option<EncodedRowGroup>,
    events: Option<EncodedRowGroup>,
    rejects: String,
    issues: String,
    counts: ReadingCounts,
}

impl ChunkRows {
    /// Returns the rows of a chunk of that file, still none.
    pub fn new(source_id: &str, file: &str) -> ChunkRows {
        ChunkRows {
            source_id: source_id.to_owned(),
            file: file.to_owned(),
            records: RecordsBuilder::empty(),
            events: EventsBuilder::default(),
            rejects: String::new(),
            issues: String::new(),
            counts: ReadingCounts::default(),
        }
    }

    /// Adds one row of the file.
    pub fn push(&mut self, outcome: &Result<Record<'_>, Reject>) {
        match outcome {
            Ok(record) => self.push_record(record),
            Err(reject) => {
                self.counts.n_rejects += 1;
                let RowIssue { field, value, reason } = &reject.issue;
                let place = &reject.place;
                let cells = [field.as_str(), value, reason, &reject.verbatim].map(tsv_cell);
                let _ = writeln!(
                    self.rejects,
                    "{}\t{}\t{}\t{}",
                    tsv_cell(&self.file),
                    place.line,
                    place.byte_offset,
                    cells.join("\t")
                );
            }
        }
    }

    fn push_record(&mut self, record: &Record<'_>) {
        let record_id = record_id(&self.source_id, &record.place);
        self.counts.n_records += 1;
        self.counts.n_events += record.events.len() as u64;
        let invalid_bytes = record.has_invalid_bytes.then(|| RowIssue {
            field: String::new(),
            value: String::new(),
            reason: "bytes that are invalid in the encoding were replaced; if there are many, state another encoding".to_owned(),
        });
        for RowIssue { field, value, reason } in record.issues.iter().chain(&invalid_bytes) {
            self.counts.n_issues += 1;
            let cells = [&self.file, field, value, reason].map(|cell| tsv_cell(cell));
            let [file, field, value, reason] = cells;
            let line = record.place.line;
            let _ =
                writeln!(self.issues, "{record_id}\t{file}\t{line}\t{field}\t{value}\t{reason}");
        }
        self.events.append(&record_id, &self.source_id, &record.events);
        self.records.append(&record_id, &self.source_id, &self.file, record);
    }
}

/// Returns the stable id of a record.
fn record_id(source_id: &str, place: &EntryPlace) -> String {
    format!("{source_id}.{}.{}", place.file_number, place.entry_number)
}

/// Writes a value so that it stays one cell of a tab-separated file.
pub(crate) fn tsv_cell(value: &str) -> String {
    match value.contains(['\t', '\n', '\r', '\\']) {
        true => value
            .replace('\\', "\\\\")
            .replace('\t', "\\t")
            .replace('\n', "\\n")
            .replace('\r', "\\r"),
        false => value.to_owned(),
    }
}

impl ReadingEncoder {
    /// Encodes the rows of a chunk.
    ///
    /// # Errors
    ///
    /// [`StoreError::Table`] when a column cannot be encoded.
    pub fn encode(&self, chunk_idx: usize, rows: ChunkRows) -> Result<EncodedChunk, StoreError> {
        let mut encoded = EncodedChunk {
            records: None,
            events: None,
            rejects: rows.rejects,
            issues: rows.issues,
            counts: rows.counts,
        };
        if encoded.counts.n_records > 0 {
            let path = self.folder.join(RECORDS_FILE);
            encoded.records =
                Some(self.records.encode(chunk_idx, &rows.records.finish(), &path)?);
        }
        if encoded.counts.n_events > 0 {
            let path = self.folder.join(EVENTS_FILE);
            encoded.events = Some(self.events.encode(chunk_idx, &rows.events.finish(), &path)?);
        }
        Ok(encoded)
    }
}

impl ReadingWriter {
    /// Starts a reading in an existing folder.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when a file cannot be created.
    pub fn create(folder: &Path) -> Result<(ReadingWriter, ReadingEncoder), StoreError> {
        let (records, records_encoder) =
            TableFile::create(&folder.join(RECORDS_FILE), &records_table())?;
        let (events, events_encoder) =
            TableFile::create(&folder.join(EVENTS_FILE), &events_table())?;
        let writer = ReadingWriter {
            folder: folder.to_owned(),
            records,
            events,
            rejects: create_list(&folder.join(REJECTS_FILE), REJECTS_HEADER)?,
            issues: create_list(&folder.join(ISSUES_FILE), ISSUES_HEADER)?,
            counts: ReadingCounts::default(),
        };
        let encoder = ReadingEncoder {
            records: records_encoder,
            events: events_encoder,
            folder: folder.to_owned(),
        };
        Ok((writer, encoder))
    }

    /// Appends a chunk; chunks come in the order of the source.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the disk does not take it.
    pub fn append(&mut self, chunk: EncodedChunk) -> Result<(), StoreError> {
        if let Some(records) = chunk.records {
            self.records.append(records)?;
        }
        if let Some(events) = chunk.events {
            self.events.append(events)?;
        }
        append_list(&mut self.rejects, &chunk.rejects, &self.folder.join(REJECTS_FILE))?;
        append_list(&mut self.issues, &chunk.issues, &self.folder.join(ISSUES_FILE))?;
        self.counts.add(&chunk.counts);
        Ok(())
    }

    /// Ends the reading and brings it to disk.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the disk does not take it.
    pub fn finish(
        self,
        program_version: &str,
        data_sha256: &str,
        encodings: Vec<String>,
    ) -> Result<ReadingStamp, StoreError> {
        self.records.finish()?;
        self.events.finish()?;
        finish_list(self.rejects, &self.folder.join(REJECTS_FILE))?;
        finish_list(self.issues, &self.folder.join(ISSUES_FILE))?;
        let mut files = Vec::new();
        for (_, name) in READING_TABLES.iter().chain(&READING_LISTS) {
            let (size_bytes, sha256) = hash_file(&self.folder.join(name))?;
            files.push(SourceFile { name: (*name).to_owned(), size_bytes, sha256 });
        }
        let stamp = ReadingStamp {
            program_version: program_version.to_owned(),
            data_sha256: data_sha256.to_owned(),
            encodings,
            counts: self.counts,
            files,
        };
        write_durably(&self.folder.join(READING_FILE), to_toml(&stamp).as_bytes())?;
        Ok(stamp)
    }
}

fn create_list(path: &Path, header: &str) -> Result<BufWriter<File>, StoreError> {
    let file = File::create(path).map_err(file_error("create", path))?;
    let mut list = BufWriter::new(file);
    append_list(&mut list, header, path)?;
    Ok(list)
}

fn append_list(list: &mut BufWriter<File>, rows: &str, path: &Path) -> Result<(), StoreError> {
    list.write_all(rows.as_bytes()).map_err(file_error("write", path))
}

fn finish_list(mut list: BufWriter<File>, path: &Path) -> Result<(), StoreError> {
    let mut sync = || {
        list.flush()?;
        list.get_ref().sync_all()
    };
    sync().map_err(file_error("write", path))
}
