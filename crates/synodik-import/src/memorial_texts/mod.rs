//! Texts of entries of Memorial's database without the names, one a line.
//!
//! Columns `n`, `kin_words`, `text`; in the text `⏎` stands for a line end, and most pieces
//! between them begin with a fixed word. What has no place becomes occupation or note.

mod pieces;

#[cfg(test)]
mod tests;

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::lines::{plan_with_header, read_lines, without_line_end};
use crate::plan::{FilePlan, ImportError};
use crate::vocabulary::Vocabulary;
use std::sync::LazyLock;
use synodik_model::{Field, Record, Reject};

const EXPECTED: &str = "the table of texts of Memorial's entries";

const HEADER: &str = "n\tkin_words\ttext";

static WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../../../data/import/memorial_texts.tsv")));

pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    let (plan, header) = plan_with_header(encoding, head, None);
    if without_line_end(&header) != HEADER {
        let shown: String = header.trim_end().chars().take(60).collect();
        return Err(ImportError::WrongFormat {
            expected: EXPECTED,
            found: format!("line 1 should have the columns n, kin_words, text but reads `{shown}`"),
        });
    }
    Ok(plan)
}

pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    read_lines(plan, chunk, on_entry, read_entry);
}

fn read_entry<'t>(record: &mut Record<'t>, line: &'t str) -> Result<(), String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [number, _, text] = cells[..] else {
        return Err(format!("{} cells where the header has 3", cells.len()));
    };
    record.set(Field::EntryId, number);
    pieces::read_text(record, text);
    Ok(())
}
