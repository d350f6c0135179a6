//! Tables as delimited text: CSV, TSV and their relatives.

use super::mapping::Mapping;
use super::row::{Row, RowReader, row_reject};
use crate::chunk::{Chunk, MAX_QUOTED_LINES, Stretch, entry_ends, raw_entries};
use crate::encoding::FileEncoding;
use crate::plan::{FilePlan, ImportError, Layout};
use crate::quoting::{Quoting, split_cells};
use std::borrow::Cow;
use synodik_model::{Record, Reject};

const EXPECTED: &str = "a table of the kind the mapping describes";

pub(super) fn plan(
    mapping: &Mapping,
    encoding: FileEncoding,
    head: &[u8],
) -> Result<FilePlan, ImportError> {
    let body = head.get(encoding.bom_bytes..).unwrap_or_default();
    // The delimiter is not known before the first line is seen, but for finding
    // the end of that line any of those that may be meant will do.
    let guess = mapping.quote().map(|mark| Quoting { mark, delimiter: b',' });
    let delimiter = match mapping.delimiter() {
        Some(delimiter) => delimiter,
        None => likely_delimiter(&first_line(encoding, body), guess),
    };
    let quoting = mapping.quote().map(|mark| Quoting { mark, delimiter });
    let mut plan = FilePlan::new(encoding, Layout::Lines { quoting });
    plan.delimiter = delimiter;
    let first = entry_ends(body, encoding.newline(), quoting, Stretch::IsWhole).next();
    let n_bytes = first.as_ref().map_or(body.len(), |end| end.at);
    let text = encoding.decode(&body[..n_bytes]).text;
    let cells = split_cells(without_line_end(&text), delimiter, quoting).map_err(|open| {
        ImportError::WrongFormat {
            expected: EXPECTED,
            found: format!(
                "the quotation mark that opens cell {} of line 1 is not closed; \
                 if quotation marks mean nothing in this file, say `quote = \"\"`",
                open.cell
            ),
        }
    })?;
    if mapping.has_header() {
        plan.header_bytes = encoding.bom_bytes + n_bytes;
        plan.header_lines = first.map_or(1, |end| end.n_lines);
        plan.columns = header_names(&cells);
    } else {
        plan.columns = names_without_header(mapping, cells.len())?;
    }
    RowReader::bind(mapping, &plan.columns)?;
    Ok(plan)
}

/// Returns the columns of a header; one without a name is called by its number.
pub(super) fn header_names(cells: &[Cow<'_, str>]) -> Vec<String> {
    let name = |(position, cell): (usize, &Cow<'_, str>)| match cell.trim() {
        "" => (position + 1).to_string(),
        name => name.to_owned(),
    };
    cells.iter().enumerate().map(name).collect()
}

/// Returns the columns of a file without a header, whose first row has `n_cells`.
pub(super) fn names_without_header(
    mapping: &Mapping,
    n_cells: usize,
) -> Result<Vec<String>, ImportError> {
    let named = &mapping.columns;
    if named.is_empty() {
        return Ok((1..=n_cells).map(|number| number.to_string()).collect());
    }
    if named.len() != n_cells && !mapping.ragged {
        return Err(ImportError::WrongFormat {
            expected: EXPECTED,
            found: format!(
                "the first row has {n_cells} cells, and `columns` names {}; \
                 look at `delimiter` and `columns`",
                named.len()
            ),
        });
    }
    Ok(named.clone())
}

fn first_line(encoding: FileEncoding, body: &[u8]) -> Cow<'_, str> {
    let end = entry_ends(body, encoding.newline(), None, Stretch::IsWhole).next();
    encoding.decode(&body[..end.map_or(body.len(), |end| end.at)]).text
}

/// Returns the delimiter a first line seems to have: a tab, or the commoner of
/// `;` and `,` outside quotation marks.
fn likely_delimiter(line: &str, quoting: Option<Quoting>) -> u8 {
    let mark = quoting.map_or('\0', |quoting| char::from(quoting.mark));
    let outside: String = line.split(mark).step_by(2).collect();
    let n = |delimiter: char| outside.matches(delimiter).count();
    match (n('\t'), n(';'), n(',')) {
        (1.., _, _) => b'\t',
        (_, n_semicolons, n_commas) if n_semicolons > n_commas => b';',
        _ => b',',
    }
}

fn without_line_end(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}

pub(super) fn read(
    mapping: &Mapping,
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) -> Result<(), ImportError> {
    let reader = RowReader::bind(mapping, &plan.columns)?;
    let Layout::Lines { quoting } = plan.layout() else {
        return Ok(());
    };
    for entry in raw_entries(chunk, plan.encoding().newline(), quoting) {
        let decoded = plan.encoding().decode(entry.bytes);
        let text = without_line_end(&decoded.text);
        if text.is_empty() {
            continue;
        }
        let verbatim = Cow::Borrowed(text);
        let mut outcome = match split_cells(text, plan.delimiter, quoting) {
            Ok(cells) => reader.read(Row { place: entry.place, verbatim, cells }),
            Err(open) => {
                let reason = format!(
                    "the quotation mark that opens cell {} is not closed within {MAX_QUOTED_LINES} \
                     lines or 1 MiB; reading goes on at the next line",
                    open.cell
                );
                Err(row_reject(entry.place, verbatim, reason))
            }
        };
        if let Ok(record) = &mut outcome {
            record.has_invalid_bytes = decoded.has_invalid_bytes;
        }
        on_entry(outcome);
    }
    Ok(())
}
