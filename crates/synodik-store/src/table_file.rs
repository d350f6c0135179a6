//! One Parquet file, its row groups encoded elsewhere and appended in order.

use crate::columns::TableSpec;
use crate::error::{StoreError, file_error, table_error};
use arrow_array::ArrayRef;
use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::ColumnPath;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Encodes row groups of one table; shared by the threads that encode.
pub(crate) struct RowGroupEncoder {
    schema: Arc<Schema>,
    factory: ArrowRowGroupWriterFactory,
}

/// A row group ready to be appended.
pub(crate) struct EncodedRowGroup {
    columns: Vec<ArrowColumnChunk>,
}

/// A table file being written.
pub(crate) struct TableFile {
    path: PathBuf,
    writer: SerializedFileWriter<BufWriter<File>>,
}

impl TableFile {
    pub(crate) fn create(
        path: &Path,
        table: &TableSpec,
    ) -> Result<(TableFile, RowGroupEncoder), StoreError> {
        let schema = table.schema();
        let file = File::create(path).map_err(file_error("create", path))?;
        let buffered = BufWriter::with_capacity(1 << 20, file);
        let writer = ArrowWriter::try_new(buffered, Arc::clone(&schema), Some(properties()))
            .map_err(table_error(path))?;
        let (writer, factory) = writer.into_serialized_writer().map_err(table_error(path))?;
        let encoder = RowGroupEncoder { schema, factory };
        Ok((TableFile { path: path.to_owned(), writer }, encoder))
    }

    pub(crate) fn append(&mut self, row_group: EncodedRowGroup) -> Result<(), StoreError> {
        let append = || -> Result<(), ParquetError> {
            let mut writer = self.writer.next_row_group()?;
            for column in row_group.columns {
                column.append_to_row_group(&mut writer)?;
            }
            writer.close().map(|_| ())
        };
        append().map_err(table_error(&self.path))
    }

    /// Writes the footer and brings the file to disk.
    pub(crate) fn finish(self) -> Result<(), StoreError> {
        let mut buffered = self.writer.into_inner().map_err(table_error(&self.path))?;
        let mut sync = || {
            buffered.flush()?;
            buffered.get_ref().sync_all()
        };
        sync().map_err(file_error("write", &self.path))
    }
}

impl RowGroupEncoder {
    /// Encodes the columns of a row group; `path` is for messages.
    pub(crate) fn encode(
        &self,
        row_group_idx: usize,
        arrays: &[ArrayRef],
        path: &Path,
    ) -> Result<EncodedRowGroup, StoreError> {
        let encode = || -> Result<EncodedRowGroup, ParquetError> {
            let writers = self.factory.create_column_writers(row_group_idx)?;
            let mut columns = Vec::with_capacity(writers.len());
            for ((mut writer, array), field) in
                writers.into_iter().zip(arrays).zip(self.schema.fields())
            {
                for leaf in compute_leaves(field, array)? {
                    writer.write(&leaf)?;
                }
                columns.push(writer.close()?);
            }
            Ok(EncodedRowGroup { columns })
        };
        encode().map_err(table_error(path))
    }
}

/// The settings of every table: fixed, so that equal rows give equal bytes.
fn properties() -> WriterProperties {
    let level = ZstdLevel::try_new(1).expect("1 is a level of Zstandard");
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(level))
        .set_created_by("synodik".to_owned())
        .set_statistics_enabled(EnabledStatistics::Chunk);
    // Values that hardly ever repeat gain nothing from a dictionary and cost its hashing.
    let unrepeated = [
        "verbatim",
        "record_id",
        "event_id",
        "person_id",
        "byte_offset",
        "line",
        "record_a",
        "record_b",
    ];
    for column in unrepeated {
        let column = ColumnPath::from(column);
        properties = properties.set_column_dictionary_enabled(column.clone(), false);
        if column.string() == "verbatim" {
            properties = properties.set_column_statistics_enabled(column, EnabledStatistics::None);
        }
    }
    // Numbers that repeat and grow cost next to nothing as differences.
    let numbers = ColumnPath::new(["persons", "list", "item"].map(str::to_owned).to_vec());
    properties = properties
        .set_column_dictionary_enabled(numbers.clone(), false)
        .set_column_encoding(numbers, Encoding::DELTA_BINARY_PACKED);
    properties.build()
}
