//! Rows of any table as cells, for export.

use crate::columns::{ColumnKind, TableSpec, number_field};
use crate::error::StoreError;
use crate::rows::{count, optional_day, optional_text};
use crate::table_file::{RowGroupEncoder, TableFile};
use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Float32Builder, Int32Builder, ListBuilder, StringBuilder,
    UInt32Builder, UInt64Builder,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Float32Array, Int32Array, ListArray, RecordBatch, UInt32Array,
};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows of a row group of an exported Parquet file.
const ROW_GROUP_ROWS: usize = 32_768;

/// One cell of a row; its kind is that of its column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Absent,
    /// UTF-8 text.
    Text(Cow<'a, str>),
    /// Whole number from 0.
    Count(u64),
    /// Year.
    Year(i32),
    /// Day.
    Day(NaiveDate),
    /// True or false.
    Flag(bool),
    /// Probability or share.
    Share(f32),
    /// Several whole numbers.
    Numbers(Cow<'a, [u32]>),
}

impl<'a> Cell<'a> {
    /// Returns the cell of a text that may be absent.
    pub fn text(text: Option<&'a str>) -> Cell<'a> {
        text.map_or(Cell::Absent, |text| Cell::Text(Cow::Borrowed(text)))
    }

    /// Returns the cell of a day that may be absent.
    pub fn day(day: Option<NaiveDate>) -> Cell<'a> {
        day.map_or(Cell::Absent, Cell::Day)
    }

    /// Returns the cell of a year that may be absent.
    pub fn year(year: Option<i32>) -> Cell<'a> {
        year.map_or(Cell::Absent, Cell::Year)
    }

    /// Returns the cell with text of its own.
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Cell::Absent => Cell::Absent,
            Cell::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Cell::Count(count) => Cell::Count(count),
            Cell::Year(year) => Cell::Year(year),
            Cell::Day(day) => Cell::Day(day),
            Cell::Flag(flag) => Cell::Flag(flag),
            Cell::Share(share) => Cell::Share(share),
            Cell::Numbers(numbers) => Cell::Numbers(Cow::Owned(numbers.into_owned())),
        }
    }

    /// Returns the cell as text; an absent one is empty.
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Cell::Absent => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Count(count) => Cow::Owned(count.to_string()),
            Cell::Year(year) => Cow::Owned(year.to_string()),
            Cell::Day(day) => Cow::Owned(day.to_string()),
            Cell::Flag(flag) => Cow::Owned(flag.to_string()),
            Cell::Share(share) => Cow::Owned(share.to_string()),
            Cell::Numbers(numbers) => {
                let texts: Vec<String> = numbers.iter().map(u32::to_string).collect();
                Cow::Owned(texts.join(" "))
            }
        }
    }
}

/// A Parquet file written row by row.
pub struct RowsFile {
    path: PathBuf,
    file: TableFile,
    encoder: RowGroupEncoder,
    columns: Vec<ColumnBuilder>,
    n_pending: usize,
    n_row_groups: usize,
    kinds: Vec<ColumnKind>,
}

enum ColumnBuilder {
    Text(StringBuilder),
    Count(UInt64Builder),
    Year(Int32Builder),
    Day(Date32Builder),
    Flag(BooleanBuilder),
    Share(Float32Builder),
    Numbers(ListBuilder<UInt32Builder>),
}

impl RowsFile {
    /// Creates the file of a table.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when it cannot be created.
    pub fn create(path: &Path, table: &TableSpec) -> Result<RowsFile, StoreError> {
        let (file, encoder) = TableFile::create(path, table)?;
        let kinds: Vec<ColumnKind> = table.columns.iter().map(|column| column.kind).collect();
        Ok(RowsFile {
            path: path.to_owned(),
            file,
            encoder,
            columns: kinds.iter().map(|&kind| ColumnBuilder::of(kind)).collect(),
            n_pending: 0,
            n_row_groups: 0,
            kinds,
        })
    }

    /// Appends a row; its cells are in the order of the columns.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the disk does not take it.
    pub fn append(&mut self, row: &[Cell<'_>]) -> Result<(), StoreError> {
        for (column, cell) in self.columns.iter_mut().zip(row) {
            column.append(cell);
        }
        self.n_pending += 1;
        if self.n_pending == ROW_GROUP_ROWS { self.write_pending() } else { Ok(()) }
    }

    fn write_pending(&mut self) -> Result<(), StoreError> {
        let empty = self.kinds.iter().map(|&kind| ColumnBuilder::of(kind)).collect();
        let filled = std::mem::replace(&mut self.columns, empty);
        let arrays: Vec<ArrayRef> = filled.into_iter().map(ColumnBuilder::finish).collect();
        self.file.append(self.encoder.encode(self.n_row_groups, &arrays, &self.path)?)?;
        self.n_row_groups += 1;
        self.n_pending = 0;
        Ok(())
    }

    /// Completes the file.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the disk does not take it.
    pub fn finish(mut self) -> Result<(), StoreError> {
        if self.n_pending > 0 {
            self.write_pending()?;
        }
        self.file.finish()
    }
}

impl ColumnBuilder {
    fn of(kind: ColumnKind) -> ColumnBuilder {
        match kind {
            ColumnKind::Text => ColumnBuilder::Text(StringBuilder::new()),
            ColumnKind::Count => ColumnBuilder::Count(UInt64Builder::new()),
            ColumnKind::Year => ColumnBuilder::Year(Int32Builder::new()),
            ColumnKind::Day => ColumnBuilder::Day(Date32Builder::new()),
            ColumnKind::Flag => ColumnBuilder::Flag(BooleanBuilder::new()),
            ColumnKind::Share => ColumnBuilder::Share(Float32Builder::new()),
            ColumnKind::Numbers => ColumnBuilder::Numbers(
                ListBuilder::new(UInt32Builder::new()).with_field(Arc::new(number_field())),
            ),
        }
    }

    fn append(&mut self, cell: &Cell<'_>) {
        match (self, cell) {
            (ColumnBuilder::Text(column), Cell::Text(text)) => column.append_value(text),
            (ColumnBuilder::Text(column), _) => column.append_null(),
            (ColumnBuilder::Count(column), Cell::Count(count)) => column.append_value(*count),
            (ColumnBuilder::Count(column), _) => column.append_null(),
            (ColumnBuilder::Year(column), Cell::Year(year)) => column.append_value(*year),
            (ColumnBuilder::Year(column), _) => column.append_null(),
            (ColumnBuilder::Day(column), Cell::Day(day)) => {
                column.append_value(crate::rows::epoch_days(*day));
            }
            (ColumnBuilder::Day(column), _) => column.append_null(),
            (ColumnBuilder::Flag(column), Cell::Flag(flag)) => column.append_value(*flag),
            (ColumnBuilder::Flag(column), _) => column.append_null(),
            // More digits than a probability has would only cost bytes.
            (ColumnBuilder::Share(column), Cell::Share(share)) => {
                column.append_value((share * 1e6).round() / 1e6);
            }
            (ColumnBuilder::Share(column), _) => column.append_null(),
            (ColumnBuilder::Numbers(column), Cell::Numbers(numbers)) => {
                column.values().append_slice(numbers);
                column.append(true);
            }
            (ColumnBuilder::Numbers(column), _) => column.append_null(),
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            ColumnBuilder::Text(mut column) => Arc::new(column.finish()),
            ColumnBuilder::Count(mut column) => Arc::new(column.finish()),
            ColumnBuilder::Year(mut column) => Arc::new(column.finish()),
            ColumnBuilder::Day(mut column) => Arc::new(column.finish()),
            ColumnBuilder::Flag(mut column) => Arc::new(column.finish()),
            ColumnBuilder::Share(mut column) => Arc::new(column.finish()),
            ColumnBuilder::Numbers(mut column) => Arc::new(column.finish()),
        }
    }
}

/// Returns the cell of a column, which has the kind that was checked when the table was opened.
pub(crate) fn cell_at(
    batch: &RecordBatch,
    (column_idx, kind): (usize, ColumnKind),
    row: usize,
) -> Cell<'_> {
    const CHECKED: &str = "the schema was checked when the table was opened";
    let column = batch.column(column_idx);
    if column.is_null(row) {
        return Cell::Absent;
    }
    let column = column.as_any();
    match kind {
        ColumnKind::Text => Cell::text(optional_text(batch, column_idx, row)),
        ColumnKind::Day => Cell::day(optional_day(batch, column_idx, row)),
        ColumnKind::Count => Cell::Count(count(batch, column_idx, row)),
        ColumnKind::Year => {
            Cell::Year(column.downcast_ref::<Int32Array>().expect(CHECKED).value(row))
        }
        ColumnKind::Flag => {
            Cell::Flag(column.downcast_ref::<BooleanArray>().expect(CHECKED).value(row))
        }
        ColumnKind::Share => {
            Cell::Share(column.downcast_ref::<Float32Array>().expect(CHECKED).value(row))
        }
        ColumnKind::Numbers => {
            let numbers = column.downcast_ref::<ListArray>().expect(CHECKED).value(row);
            let numbers = numbers.as_any().downcast_ref::<UInt32Array>().expect(CHECKED);
            Cell::Numbers(numbers.values().to_vec().into())
        }
    }
}
