//! Any CSV, TSV or XLSX, read by a mapping file.
//!
//! [`mapping`] is what an archivist writes, [`rule`] what one key of it means;
//! [`delimited`] and [`workbook`] give rows of cells, and [`row`] makes records
//! of them.

mod delimited;
mod mapping;
mod row;
mod rule;
#[cfg(test)]
mod tests;
mod workbook;

pub use mapping::{Mapping, MappingError, SourceDefaults};

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::plan::{FilePlan, ImportError, Layout};
use synodik_model::{Record, Reject};

/// Returns whether a file is a workbook, also of a kind that cannot be read.
pub(crate) fn is_workbook(head: &[u8]) -> bool {
    workbook::is_workbook(head).unwrap_or(true)
}

pub(crate) fn plan(
    mapping: &Mapping,
    encoding: FileEncoding,
    head: &[u8],
) -> Result<FilePlan, ImportError> {
    match workbook::is_workbook(head)? {
        // What is inside the archive is UTF-8, whatever its bytes look like.
        true => {
            let encoding = FileEncoding {
                encoding: encoding_rs::UTF_8,
                bom_bytes: 0,
                is_ansel: false,
                likely: None,
            };
            Ok(FilePlan::new(encoding, Layout::Whole))
        }
        false => delimited::plan(mapping, encoding, head),
    }
}

pub(crate) fn read(
    mapping: &Mapping,
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) -> Result<(), ImportError> {
    match plan.layout() {
        Layout::Lines { .. } => delimited::read(mapping, plan, chunk, on_entry),
        Layout::Whole => workbook::read(mapping, chunk, on_entry),
    }
}
