//! The HTML pages of the Moscow execution lists.

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::plan::{FilePlan, ImportError, Layout};
use synodik_model::{Record, Reject};

/// Decides whether a file is such a page.
pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    let _ = head;
    Ok(FilePlan::new(encoding, Layout::Whole))
}

/// Reads a page.
pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    let _ = (plan, chunk, on_entry);
}
