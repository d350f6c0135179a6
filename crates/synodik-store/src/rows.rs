//! Rows of the tables: from values to Arrow columns and back.

use crate::columns::{RECORD_HEAD, RECORD_TAIL, TableSpec, events_table, records_table};
use crate::error::{StoreError, file_error, table_error};
use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Int32Builder, StringBuilder, UInt64Builder,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Int32Array, RecordBatch, StringArray, UInt64Array,
};
use chrono::{Duration, NaiveDate};
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use synodik_model::{DateStatement, Event, Field, N_FIELDS, Record};

/// Rows decoded at a time when tables are read back.
const BATCH_ROWS: usize = 8192;

/// The day from which Arrow counts.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day of the calendar");

pub(crate) fn epoch_days(day: NaiveDate) -> i32 {
    day.signed_duration_since(EPOCH).num_days() as i32
}

/// Columns of the days a statement allows.
#[derive(Default)]
struct DateColumns {
    edtf: StringBuilder,
    first: Date32Builder,
    last: Date32Builder,
}

impl DateColumns {
    fn append(&mut self, date: Option<&DateStatement>) {
        self.edtf.append_option(date.map(DateStatement::to_edtf));
        self.first.append_option(date.and_then(DateStatement::first).map(epoch_days));
        self.last.append_option(date.and_then(DateStatement::last).map(epoch_days));
    }
}

/// Collects the columns of `records`.
pub(crate) struct RecordsBuilder {
    record_id: StringBuilder,
    source_id: StringBuilder,
    file: StringBuilder,
    line: UInt64Builder,
    byte_offset: UInt64Builder,
    byte_length: UInt64Builder,
    verbatim: StringBuilder,
    has_invalid_bytes: BooleanBuilder,
    /// In the order of [`Field::specs`].
    fields: Vec<StringBuilder>,
    birth: DateColumns,
    birth_year: Int32Builder,
}

impl RecordsBuilder {
    pub(crate) fn empty() -> RecordsBuilder {
        RecordsBuilder {
            record_id: StringBuilder::new(),
            source_id: StringBuilder::new(),
            file: StringBuilder::new(),
            line: UInt64Builder::new(),
            byte_offset: UInt64Builder::new(),
            byte_length: UInt64Builder::new(),
            verbatim: StringBuilder::new(),
            has_invalid_bytes: BooleanBuilder::new(),
            fields: Field::specs().iter().map(|_| StringBuilder::new()).collect(),
            birth: DateColumns::default(),
            birth_year: Int32Builder::new(),
        }
    }

    pub(crate) fn append(
        &mut self,
        record_id: &str,
        source_id: &str,
        file: &str,
        record: &Record<'_>,
    ) {
        self.record_id.append_value(record_id);
        self.source_id.append_value(source_id);
        self.file.append_value(file);
        self.line.append_value(record.place.line);
        self.byte_offset.append_value(record.place.byte_offset);
        self.byte_length.append_value(record.place.byte_length);
        self.verbatim.append_value(&record.verbatim);
        self.has_invalid_bytes.append_value(record.has_invalid_bytes);
        for (column, spec) in self.fields.iter_mut().zip(Field::specs()) {
            column.append_option(record.get(spec.field));
        }
        self.birth.append(record.birth.as_ref());
        self.birth_year.append_option(record.birth.as_ref().and_then(DateStatement::primary_year));
    }

    pub(crate) fn finish(mut self) -> Vec<ArrayRef> {
        let mut arrays: Vec<ArrayRef> =
            Vec::with_capacity(RECORD_HEAD.len() + N_FIELDS + RECORD_TAIL.len());
        arrays.push(Arc::new(self.record_id.finish()));
        arrays.push(Arc::new(self.source_id.finish()));
        arrays.push(Arc::new(self.file.finish()));
        arrays.push(Arc::new(self.line.finish()));
        arrays.push(Arc::new(self.byte_offset.finish()));
        arrays.push(Arc::new(self.byte_length.finish()));
        arrays.push(Arc::new(self.verbatim.finish()));
        arrays.push(Arc::new(self.has_invalid_bytes.finish()));
        for mut column in self.fields {
            arrays.push(Arc::new(column.finish()));
        }
        arrays.push(Arc::new(self.birth.edtf.finish()));
        arrays.push(Arc::new(self.birth.first.finish()));
        arrays.push(Arc::new(self.birth.last.finish()));
        arrays.push(Arc::new(self.birth_year.finish()));
        arrays
    }
}

/// Collects the columns of `events`.
#[derive(Default)]
pub(crate) struct EventsBuilder {
    ids: [StringBuilder; 3],
    kind: StringBuilder,
    date_stated: StringBuilder,
    date: DateColumns,
    /// Place, body, article, measure, text, stated source, certainty.
    texts: [StringBuilder; 7],
}

impl EventsBuilder {
    pub(crate) fn append(&mut self, record_id: &str, source_id: &str, events: &[Event<'_>]) {
        for (event_idx, event) in events.iter().enumerate() {
            self.ids[0].append_value(format!("{record_id}#{}", event_idx + 1));
            self.ids[1].append_value(record_id);
            self.ids[2].append_value(source_id);
            self.kind.append_value(event.kind.name());
            self.date_stated.append_option(event.date_stated.as_deref());
            self.date.append(event.date.as_ref());
            let texts = [
                &event.place,
                &event.body,
                &event.article,
                &event.measure,
                &event.text,
                &event.stated_source,
                &event.certainty,
            ];
            for (column, text) in self.texts.iter_mut().zip(texts) {
                column.append_option(text.as_deref());
            }
        }
    }

    pub(crate) fn finish(self) -> Vec<ArrayRef> {
        let EventsBuilder { ids, mut kind, mut date_stated, mut date, texts } = self;
        let mut arrays: Vec<ArrayRef> = Vec::new();
        for mut column in ids {
            arrays.push(Arc::new(column.finish()));
        }
        arrays.push(Arc::new(kind.finish()));
        arrays.push(Arc::new(date_stated.finish()));
        arrays.push(Arc::new(date.edtf.finish()));
        arrays.push(Arc::new(date.first.finish()));
        arrays.push(Arc::new(date.last.finish()));
        for mut column in texts {
            arrays.push(Arc::new(column.finish()));
        }
        arrays
    }
}

/// Streams the records of one source with their events.
pub struct StoredTables {
    records: TableReader,
    events: TableReader,
    /// Event rows read and not yet given out, and the first of them not given out.
    pending: Option<(RecordBatch, usize)>,
}

/// Some records of a source with their events.
pub struct StoredChunk {
    records: RecordBatch,
    /// Batches of event rows; a record's events lie next to each other.
    events: Vec<RecordBatch>,
    /// For each record, where its events lie: batch, first row, number of rows.
    spans: Vec<Vec<(usize, usize, usize)>>,
}

pub(crate) struct TableReader {
    path: PathBuf,
    batches: ParquetRecordBatchReader,
}

impl TableReader {
    /// Opens a table and checks that its columns are those of this version.
    pub(crate) fn open(path: &Path, table: &TableSpec) -> Result<TableReader, StoreError> {
        let file = File::open(path).map_err(file_error("read", path))?;
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(table_error(path))?;
        let present = builder.schema().fields();
        for (column_idx, column) in table.columns.iter().enumerate() {
            let is_same = present.get(column_idx).is_some_and(|field| {
                field.name() == column.name && *field.data_type() == column.kind.arrow_type()
            });
            if !is_same {
                let column = column.name.to_owned();
                return Err(StoreError::Column { path: path.to_owned(), column });
            }
        }
        let batches = builder.with_batch_size(BATCH_ROWS).build().map_err(table_error(path))?;
        Ok(TableReader { path: path.to_owned(), batches })
    }

    pub(crate) fn next(&mut self) -> Result<Option<RecordBatch>, StoreError> {
        self.batches.next().transpose().map_err(|error| table_error(&self.path)(error.into()))
    }
}

impl StoredTables {
    /// Opens the tables `records` and `events` of one source.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when a file is missing, damaged or of another version.
    pub fn open(records: &Path, events: &Path) -> Result<StoredTables, StoreError> {
        Ok(StoredTables {
            records: TableReader::open(records, &records_table())?,
            events: TableReader::open(events, &events_table())?,
            pending: None,
        })
    }

    /// Returns the next records, or `None` at the end.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when a file is damaged.
    pub fn next_chunk(&mut self) -> Result<Option<StoredChunk>, StoreError> {
        let Some(records) = self.records.next()? else { return Ok(None) };
        let record_ids = text_column(&records, 0).clone();
        let mut chunk =
            StoredChunk { records, events: Vec::new(), spans: vec![Vec::new(); record_ids.len()] };
        for record_idx in 0..record_ids.len() {
            self.take_events(record_ids.value(record_idx), record_idx, &mut chunk)?;
        }
        Ok(Some(chunk))
    }

    /// Moves the event rows of one record, which come next, into the chunk.
    fn take_events(
        &mut self,
        record_id: &str,
        record_idx: usize,
        chunk: &mut StoredChunk,
    ) -> Result<(), StoreError> {
        loop {
            if self.pending.is_none() {
                match self.events.next()? {
                    Some(batch) => self.pending = Some((batch, 0)),
                    None => return Ok(()),
                }
            }
            let Some((batch, start)) = &mut self.pending else { return Ok(()) };
            let owners = text_column(batch, 1);
            let mut end = *start;
            while end < owners.len() && owners.value(end) == record_id {
                end += 1;
            }
            if end > *start {
                let is_known = chunk
                    .events
                    .last()
                    .is_some_and(|last| Arc::ptr_eq(last.column(0), batch.column(0)));
                if !is_known {
                    chunk.events.push(batch.clone());
                }
                chunk.spans[record_idx].push((chunk.events.len() - 1, *start, end - *start));
            }
            *start = end;
            if end < owners.len() {
                return Ok(());
            }
            self.pending = None;
        }
    }
}

impl StoredChunk {
    /// Returns how many records the chunk has.
    pub fn n_records(&self) -> usize {
        self.records.num_rows()
    }

    /// Returns one record, counted from 0.
    pub fn record(&self, record_idx: usize) -> RecordRow<'_> {
        RecordRow { batch: &self.records, row: record_idx }
    }

    /// Returns the events of one record, in the order of the entry.
    pub fn events(&self, record_idx: usize) -> Vec<EventRow<'_>> {
        let mut events = Vec::new();
        for &(batch_idx, first, n_rows) in &self.spans[record_idx] {
            let batch = &self.events[batch_idx];
            events.extend((first..first + n_rows).map(|row| EventRow { batch, row }));
        }
        events
    }
}

/// A row of `records`.
#[derive(Clone, Copy)]
pub struct RecordRow<'a> {
    batch: &'a RecordBatch,
    row: usize,
}

impl<'a> RecordRow<'a> {
    /// Returns the stable id.
    pub fn record_id(&self) -> &'a str {
        text_column(self.batch, 0).value(self.row)
    }

    /// Returns the id of the source.
    pub fn source_id(&self) -> &'a str {
        text_column(self.batch, 1).value(self.row)
    }

    /// Returns the name of the file.
    pub fn file(&self) -> &'a str {
        text_column(self.batch, 2).value(self.row)
    }

    /// Returns the line, from 1.
    pub fn line(&self) -> u64 {
        count(self.batch, 3, self.row)
    }

    /// Returns the bytes from the start of the file.
    pub fn byte_offset(&self) -> u64 {
        count(self.batch, 4, self.row)
    }

    /// Returns the length of the entry in bytes as received.
    pub fn byte_length(&self) -> u64 {
        count(self.batch, 5, self.row)
    }

    /// Returns whether invalid bytes were replaced in the entry.
    pub fn has_invalid_bytes(&self) -> bool {
        let column: Option<&BooleanArray> = self.batch.column(7).as_any().downcast_ref();
        column.expect("the schema was checked when the table was opened").value(self.row)
    }

    /// Returns the whole entry.
    pub fn verbatim(&self) -> &'a str {
        text_column(self.batch, 6).value(self.row)
    }

    /// Returns a field as written.
    pub fn get(&self, field: Field) -> Option<&'a str> {
        optional_text(self.batch, RECORD_HEAD.len() + field as usize, self.row)
    }

    /// Returns the days of birth in EDTF.
    pub fn birth_edtf(&self) -> Option<&'a str> {
        optional_text(self.batch, RECORD_HEAD.len() + N_FIELDS, self.row)
    }

    /// Returns the year of the birth named first, when it lies in one year.
    pub fn birth_year(&self) -> Option<i32> {
        let column_idx = RECORD_HEAD.len() + N_FIELDS + 3;
        let column: Option<&Int32Array> = self.batch.column(column_idx).as_any().downcast_ref();
        let column = column.expect("the schema was checked when the table was opened");
        column.is_valid(self.row).then(|| column.value(self.row))
    }

    /// Returns the first day of birth the entry allows.
    pub fn birth_first(&self) -> Option<NaiveDate> {
        optional_day(self.batch, RECORD_HEAD.len() + N_FIELDS + 1, self.row)
    }

    /// Returns the last day of birth the entry allows.
    pub fn birth_last(&self) -> Option<NaiveDate> {
        optional_day(self.batch, RECORD_HEAD.len() + N_FIELDS + 2, self.row)
    }
}

/// A row of `events`.
#[derive(Clone, Copy)]
pub struct EventRow<'a> {
    batch: &'a RecordBatch,
    row: usize,
}

impl<'a> EventRow<'a> {
    /// Returns the stable id.
    pub fn event_id(&self) -> &'a str {
        text_column(self.batch, 0).value(self.row)
    }

    /// Returns the identifier of the kind.
    pub fn kind(&self) -> &'a str {
        text_column(self.batch, 3).value(self.row)
    }

    /// Returns the date as written.
    pub fn date_stated(&self) -> Option<&'a str> {
        optional_text(self.batch, 4, self.row)
    }

    /// Returns the days the date may mean, in EDTF.
    pub fn date_edtf(&self) -> Option<&'a str> {
        optional_text(self.batch, 5, self.row)
    }

    /// Returns the first of these days.
    pub fn date_first(&self) -> Option<NaiveDate> {
        optional_day(self.batch, 6, self.row)
    }

    /// Returns the last of these days.
    pub fn date_last(&self) -> Option<NaiveDate> {
        optional_day(self.batch, 7, self.row)
    }

    /// Returns the place as written.
    pub fn place(&self) -> Option<&'a str> {
        optional_text(self.batch, 8, self.row)
    }

    /// Returns the body as written.
    pub fn body(&self) -> Option<&'a str> {
        optional_text(self.batch, 9, self.row)
    }

    /// Returns the article or formula as written.
    pub fn article(&self) -> Option<&'a str> {
        optional_text(self.batch, 10, self.row)
    }

    /// Returns the measure as written.
    pub fn measure(&self) -> Option<&'a str> {
        optional_text(self.batch, 11, self.row)
    }

    /// Returns what happened, in words.
    pub fn text(&self) -> Option<&'a str> {
        optional_text(self.batch, 12, self.row)
    }

    /// Returns the source of this one statement.
    pub fn stated_source(&self) -> Option<&'a str> {
        optional_text(self.batch, 13, self.row)
    }

    /// Returns how sure the source is.
    pub fn certainty(&self) -> Option<&'a str> {
        optional_text(self.batch, 14, self.row)
    }
}

pub(crate) fn text_column(batch: &RecordBatch, column_idx: usize) -> &StringArray {
    let column = batch.column(column_idx).as_any().downcast_ref();
    column.expect("the schema was checked when the table was opened")
}

pub(crate) fn optional_text(batch: &RecordBatch, column_idx: usize, row: usize) -> Option<&str> {
    let column = text_column(batch, column_idx);
    column.is_valid(row).then(|| column.value(row))
}

pub(crate) fn count(batch: &RecordBatch, column_idx: usize, row: usize) -> u64 {
    let column: Option<&UInt64Array> = batch.column(column_idx).as_any().downcast_ref();
    column.expect("the schema was checked when the table was opened").value(row)
}

pub(crate) fn optional_day(
    batch: &RecordBatch,
    column_idx: usize,
    row: usize,
) -> Option<NaiveDate> {
    let column: Option<&Date32Array> = batch.column(column_idx).as_any().downcast_ref();
    let column = column.expect("the schema was checked when the table was opened");
    column.is_valid(row).then(|| EPOCH + Duration::days(i64::from(column.value(row))))
}
