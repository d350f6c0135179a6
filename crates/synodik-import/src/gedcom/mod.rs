//! Family trees in GEDCOM, 5.5.1 and 7.0.
//!
//! A file is a list of entries, each a line of level 0 and those below it. Every
//! individual (`INDI`) is a row. Families (`FAM`) say who is whose and are quoted in
//! the field `family` of those they name; they, the header, sources, notes and all
//! other entries are no rows and stay in the file as received, counted by
//! [`count_other_entries`]. An entry of any kind that cannot be read is a reject.
//!
//! The file is read whole: an individual and its family may stand far apart.

mod ansel;
mod calendar;
mod charset;
mod date;
mod entry;
mod facts;
mod index;
mod kin;
mod lines;

#[cfg(test)]
mod tests;

pub(crate) use ansel::decode_ansel;
pub(crate) use charset::stated_encoding;

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::plan::{FilePlan, ImportError, Layout};
use index::FileIndex;
use lines::{RawEntry, parse_lines, raw_entries};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use synodik_model::{EntryPlace, Record, Reject, RowIssue};

const EXPECTED: &str = "a GEDCOM file";

/// The longest stretch shown of a file that is of another format, in letters.
const SHOWN_LETTERS: usize = 60;

/// Decides whether a file is GEDCOM: it starts with the line `0 HEAD`.
pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    let wrong = |found: String| Err(ImportError::WrongFormat { expected: EXPECTED, found });
    if head.starts_with(b"PK\x03\x04") {
        return wrong(
            "a ZIP archive; if it is GEDZIP, unpack it and import the file `gedcom.ged` in it"
                .to_owned(),
        );
    }
    let decoded = encoding.decode(&head[encoding.bom_bytes.min(head.len())..]);
    let text = decoded.text.trim_start();
    let words: Vec<&str> =
        text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).take(2).collect();
    if words != ["0", "HEAD"] {
        let shown: String = text.chars().take(SHOWN_LETTERS).collect();
        let shown = shown.split(['\n', '\r', '\0']).next().unwrap_or_default();
        return wrong(format!("it starts with `{shown}` and not with the line `0 HEAD`"));
    }
    Ok(FilePlan::new(encoding, Layout::Whole))
}

/// Reads a file: its individuals as records, what cannot be read as rejects.
pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    let encoding = plan.encoding();
    let entries = raw_entries(chunk, encoding.newline());
    let index =
        FileIndex::of(&entries, |entry| encoding.decode(&chunk.bytes[entry.bytes.clone()]).text);
    let mut entry_number = chunk.first_entry;
    let mut seen = BTreeSet::new();
    for (entry_idx, entry) in entries.iter().enumerate() {
        let decoded = encoding.decode(&chunk.bytes[entry.bytes.clone()]);
        let text = decoded.text.as_ref();
        let place = place_of(chunk, entry, entry_number);
        let lines = match parse_lines(text) {
            Ok(_) if !entry.has_start => {
                Err("text outside of any entry; expected a line such as `0 @I1@ INDI`".to_owned())
            }
            // Families, sources, notes and the like are no rows.
            Ok(lines) if !lines[0].is("INDI") => continue,
            other => other,
        };
        entry_number += 1;
        on_entry(match lines {
            Ok(lines) => {
                let mut record = Record::empty(place, Cow::Borrowed(text));
                record.has_invalid_bytes = decoded.has_invalid_bytes;
                entry::read_individual(&mut record, &lines, &index);
                check_entry(&mut record, lines[0].xref, &mut seen);
                if entry_idx + 1 == entries.len() {
                    record
                        .issues
                        .push(issue("the file ends without the line `0 TRLR`; it may be cut off"));
                }
                Ok(record)
            }
            Err(reason) => Err(Reject { place, issue: issue(&reason), verbatim: text.to_owned() }),
        });
    }
}

fn place_of(chunk: &Chunk, entry: &RawEntry, entry_number: u64) -> EntryPlace {
    EntryPlace {
        file_number: chunk.file_number,
        entry_number,
        line: chunk.first_line + entry.line_idx,
        byte_offset: chunk.byte_offset + entry.bytes.start as u64,
        byte_length: entry.bytes.len() as u64,
    }
}

fn issue(reason: &str) -> RowIssue {
    RowIssue { field: String::new(), value: String::new(), reason: reason.to_owned() }
}

/// Notes an id that another individual has already; who points to it may mean either.
fn check_entry(record: &mut Record<'_>, xref: Option<&str>, seen: &mut BTreeSet<String>) {
    let Some(xref) = xref else { return };
    if !seen.insert(xref.to_owned()) {
        record.issues.push(RowIssue {
            field: "entry_id".to_owned(),
            value: xref.to_owned(),
            reason: "an earlier individual of the file has the same id".to_owned(),
        });
    }
}

/// Counts the entries that are no rows, by their tag.
pub(crate) fn count_other_entries(plan: &FilePlan, chunk: &Chunk) -> BTreeMap<String, u64> {
    let encoding = plan.encoding();
    let mut counts = BTreeMap::new();
    for entry in raw_entries(chunk, encoding.newline()) {
        let decoded = encoding.decode(&chunk.bytes[entry.bytes.clone()]);
        let text = decoded.text.as_ref();
        if let Ok(lines) = parse_lines(text)
            && let Some(line) = lines.first().filter(|line| entry.has_start && !line.is("INDI"))
        {
            *counts.entry(line.tag.to_ascii_uppercase()).or_default() += 1;
        }
    }
    counts
}
