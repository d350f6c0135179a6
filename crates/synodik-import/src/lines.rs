//! Files with one entry a line.

use crate::chunk::{Chunk, raw_entries};
use crate::encoding::FileEncoding;
use crate::plan::{FilePlan, ImportError, Layout};
use crate::quoting::Quoting;
use regex::Regex;
use std::borrow::Cow;
use synodik_model::{EntryPlace, Record, Reject, RowIssue};

/// The longest stretch shown of a file that is of another format, in letters.
const SHOWN_LETTERS: usize = 60;

/// Plans a file in which each line is an entry and some line has a sign of the format.
pub(crate) fn plan_lines(
    encoding: FileEncoding,
    head: &[u8],
    sign: &Regex,
    expected: &'static str,
) -> Result<FilePlan, ImportError> {
    let text = encoding.decode(&head[encoding.bom_bytes..]).text;
    if sign.is_match(&text) {
        return Ok(FilePlan::new(encoding, Layout::Lines { quoting: None }));
    }
    let shown: String = text.trim_start().chars().take(SHOWN_LETTERS).collect();
    let shown = shown.lines().next().unwrap_or_default();
    Err(ImportError::WrongFormat {
        expected,
        found: format!("no such entry in text that starts with `{shown}`"),
    })
}

/// Reads the lines of a chunk; one with letters becomes a record, or a reject with the reason given.
pub(crate) fn read_lines(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
    read_line: impl for<'t> Fn(&mut Record<'t>, &'t str) -> Result<(), String>,
) {
    read_rows(plan, chunk, on_entry, |text, place| {
        let line = without_line_end(text);
        if line.trim().is_empty() {
            return None;
        }
        let mut record = Record::empty(place, Cow::Borrowed(line));
        Some(match read_line(&mut record, line) {
            Ok(()) => Ok(record),
            Err(reason) => Err(Reject {
                place,
                issue: RowIssue { field: String::new(), value: String::new(), reason },
                verbatim: line.to_owned(),
            }),
        })
    });
}

/// Reads the rows of a chunk, each with its line end; `read_row` gives nothing for one that is no
/// entry.
pub(crate) fn read_rows(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
    read_row: impl for<'t> Fn(&'t str, EntryPlace) -> Option<Result<Record<'t>, Reject>>,
) {
    let Layout::Lines { quoting } = plan.layout() else { return };
    for entry in raw_entries(chunk, plan.encoding().newline(), quoting) {
        let decoded = plan.encoding().decode(entry.bytes);
        let Some(mut outcome) = read_row(&decoded.text, entry.place) else { continue };
        if let Ok(record) = &mut outcome {
            record.has_invalid_bytes = decoded.has_invalid_bytes;
        }
        on_entry(outcome);
    }
}

/// Begins the plan of a file of which the first line names the columns; gives that line too.
pub(crate) fn plan_with_header(
    encoding: FileEncoding,
    head: &[u8],
    quoting: Option<Quoting>,
) -> (FilePlan, String) {
    let mut plan = FilePlan::new(encoding, Layout::Lines { quoting });
    let body = &head[encoding.bom_bytes..];
    let header = body.split_inclusive(|&byte| byte == b'\n').next().unwrap_or(body);
    plan.header_bytes = encoding.bom_bytes + header.len();
    plan.header_lines = 1;
    (plan, encoding.decode(header).text.into_owned())
}

/// Returns a line without its line end.
pub(crate) fn without_line_end(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}

/// Returns a statement without the spaces and commas around it and the full stop that ends it.
///
/// The full stop of a shortened last word, as in `1897 г. р.`, and of an initial stays.
pub(crate) fn trimmed(text: &str) -> &str {
    let text = text.trim_matches(is_space_or_comma);
    let Some(before) = text.strip_suffix('.') else { return text };
    let is_inside = |letter: char| letter.is_alphabetic() || matches!(letter, '-' | '/');
    let word = before.rsplit(|letter: char| !is_inside(letter)).next().unwrap_or_default();
    match word.chars().count() {
        1 => text,
        2..=3 if word.chars().all(char::is_lowercase) => text,
        _ => before.trim_end_matches(is_space_or_comma),
    }
}

fn is_space_or_comma(letter: char) -> bool {
    letter.is_whitespace() || letter == ','
}
