//! Quotation marks around the cells of delimited text, as RFC 4180 has them.
//!
//! A mark opens a quoted cell only at the start of the cell; inside, a doubled
//! mark is a mark, and line ends and delimiters are text. A mark anywhere else
//! is an ordinary letter.
//!
//! **Invariant:** where a file is cut into entries ([`Spot`]) and how an entry is
//! cut into cells ([`split_cells`]) follow the same rules.

use std::borrow::Cow;

/// The quotation mark and what stands between cells; both are ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quoting {
    pub(crate) mark: u8,
    pub(crate) delimiter: u8,
}

/// Where in a cell the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spot {
    /// Before the first letter.
    CellStart,
    /// Outside quotation marks.
    Plain,
    /// Inside quotation marks.
    Quoted,
    /// Behind a mark that closes the cell or is the first of two.
    AfterMark,
}

impl Spot {
    /// Returns the spot behind one more letter; `None` stands for any that is not ASCII.
    pub(crate) fn after(self, letter: Option<u8>, quoting: Quoting) -> Spot {
        let is_mark = letter == Some(quoting.mark);
        let is_delimiter = letter == Some(quoting.delimiter);
        match self {
            Spot::Quoted if is_mark => Spot::AfterMark,
            Spot::Quoted => Spot::Quoted,
            Spot::AfterMark | Spot::CellStart if is_mark => Spot::Quoted,
            _ if is_delimiter => Spot::CellStart,
            _ => Spot::Plain,
        }
    }
}

/// A quotation mark that opens a cell and is not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OpenQuote {
    /// Position of the cell, from 1.
    pub(crate) cell: usize,
}

/// Splits one entry, without its line end, into its cells.
pub(crate) fn split_cells(
    entry: &str,
    delimiter: u8,
    quoting: Option<Quoting>,
) -> Result<Vec<Cow<'_, str>>, OpenQuote> {
    let mut cells = Vec::new();
    let mut rest = entry;
    loop {
        let mark = quoting.map(|quoting| quoting.mark);
        let (cell, n_bytes) = match mark {
            Some(mark) if rest.as_bytes().first() == Some(&mark) => {
                quoted_cell(rest, mark, delimiter).ok_or(OpenQuote { cell: cells.len() + 1 })?
            }
            _ => {
                let end = memchr::memchr(delimiter, rest.as_bytes()).unwrap_or(rest.len());
                (Cow::Borrowed(&rest[..end]), end)
            }
        };
        cells.push(cell);
        if n_bytes == rest.len() {
            return Ok(cells);
        }
        rest = &rest[n_bytes + 1..];
    }
}

/// Returns the text of the cell at the start of `rest` and the bytes it takes there.
fn quoted_cell(rest: &str, mark: u8, delimiter: u8) -> Option<(Cow<'_, str>, usize)> {
    let mut text = Cow::Borrowed("");
    let mut at = 1;
    loop {
        let n_bytes = memchr::memchr(mark, &rest.as_bytes()[at..])?;
        text += &rest[at..at + n_bytes];
        at += n_bytes + 1;
        if rest.as_bytes().get(at) != Some(&mark) {
            break;
        }
        text += &rest[at..at + 1];
        at += 1;
    }
    // What stands behind the closing mark is kept as it is.
    let n_bytes = memchr::memchr(delimiter, &rest.as_bytes()[at..]).unwrap_or(rest.len() - at);
    text += &rest[at..at + n_bytes];
    Some((text, at + n_bytes))
}
