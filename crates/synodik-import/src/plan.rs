//! The formats, and what the first bytes of a file say about how to read it.

use crate::chunk::Chunk;
use crate::encoding::{FileEncoding, detect_encoding, file_encoding, is_contradicted};
use crate::quoting::Quoting;
use crate::table::Mapping;
use crate::{
    estonia_memento, gedcom, memorial_texts, memorial_tsv, moscow_lists, omsk, openlist_csv, table,
};
use encoding_rs::Encoding;
use std::collections::BTreeMap;
use synodik_model::{Record, Reject};
use thiserror::Error;

/// How many bytes of a file [`plan_file`] wants to see.
pub const HEAD_BYTES: usize = 256 * 1024;

/// A format of a source.
#[derive(Debug, Clone)]
pub enum Format {
    /// The 38-column TSV of Memorial's "Victims of Political Terror".
    MemorialTsv,
    /// The HTML pages of the Moscow execution lists.
    MoscowLists,
    /// The Estonian books of the repressed, one entry a line.
    EstoniaMemento,
    /// Family trees in GEDCOM, 5.5.1 or 7.0.
    Gedcom,
    /// The texts of Memorial's entries without names, one a line.
    MemorialTexts,
    /// The households of the Omsk books, one a line.
    Omsk,
    /// The table of persons with relatives of the Open List.
    OpenlistCsv,
    /// Any CSV, TSV or XLSX with a mapping.
    Table(Box<Mapping>),
}

/// How one file is to be read.
#[derive(Debug, Clone)]
pub struct FilePlan {
    encoding: FileEncoding,
    layout: Layout,
    /// Bytes before the first entry: byte-order mark and header.
    pub(crate) header_bytes: usize,
    /// Lines of the header.
    pub(crate) header_lines: u64,
    /// The names of the columns in the order of the file; empty for a workbook.
    pub(crate) columns: Vec<String>,
    /// What stands between cells.
    pub(crate) delimiter: u8,
}

/// Whether a file can be cut at line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One entry a line; line ends inside quotes do not count.
    Lines {
        /// How cells are quoted, if the format has quoting.
        quoting: Option<Quoting>,
    },
    /// The file is read whole.
    Whole,
}

/// Why a file cannot be read in the format given.
#[derive(Debug, Error)]
pub enum ImportError {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The content is of another kind than the format.
    #[error("this is not {expected}: {found}")]
    WrongFormat {
        /// What the format expects, with its article.
        expected: &'static str,
        /// What was found instead, with the place.
        found: String,
    },
    /// A column that the format or mapping needs is not in the header.
    #[error("no column `{column}` in the header; the file has {present}")]
    MissingColumn {
        /// The column looked for.
        column: String,
        /// The columns the file has.
        present: String,
    },
    /// A column of the file is not known to the format or mapping.
    #[error("unknown column `{column}` at position {position} of the header; {hint}")]
    UnknownColumn {
        /// The column found.
        column: String,
        /// Its position, from 1.
        position: usize,
        /// What to do about it.
        hint: &'static str,
    },
    /// Columns of the file that the mapping says nothing about.
    #[error(
        "the mapping says nothing about the columns {columns}; \
         name each under `[fields]`, in `ignore` if it is not wanted, or in `private` if it must not be shown"
    )]
    UnmappedColumns {
        /// The columns with their positions.
        columns: String,
    },
    /// A mapped column stands twice in the header.
    #[error(
        "the header has `{column}` at positions {first} and {second}; rename one of them, \
         or say `header = false` and name all in `columns`"
    )]
    DuplicateColumn {
        /// The column.
        column: String,
        /// Its first position, from 1.
        first: usize,
        /// Its second position.
        second: usize,
    },
    /// The encoding stated is not that of the file.
    #[error(
        "the file is not in {stated}, as stated, but in {found}; \
         leave the encoding out, so that it is detected, or state the right one"
    )]
    WrongEncoding {
        /// The encoding the user or the mapping states.
        stated: &'static str,
        /// The encoding the bytes are in.
        found: &'static str,
    },
    /// The workbook cannot be opened or has no such sheet.
    #[error("cannot read the workbook: {0}")]
    Workbook(String),
}

impl FilePlan {
    pub(crate) fn new(encoding: FileEncoding, layout: Layout) -> FilePlan {
        FilePlan {
            encoding,
            layout,
            header_bytes: encoding.bom_bytes,
            header_lines: 0,
            columns: Vec::new(),
            delimiter: b'\t',
        }
    }

    pub(crate) fn encoding(&self) -> FileEncoding {
        self.encoding
    }

    pub(crate) fn layout(&self) -> Layout {
        self.layout
    }

    /// Returns the name of the encoding, as in the WHATWG Encoding Standard.
    pub fn encoding_name(&self) -> &'static str {
        self.encoding.name()
    }

    /// Returns the name of the encoding that the file looks like, if another one was stated and followed.
    pub fn likely_encoding_name(&self) -> Option<&'static str> {
        self.encoding.likely.map(Encoding::name)
    }
}

/// Decides from the first bytes of a file how it is to be read.
///
/// # Shape
///
/// `head`: the first [`HEAD_BYTES`] of the file, or all of a shorter one;
/// `is_complete` says which. `declared`: the encoding the user states; without
/// it the encoding is detected.
///
/// # Errors
///
/// [`ImportError`] when the file is empty, is of another format or for sure in another
/// encoding than stated, or its header has not the columns expected.
pub fn plan_file(
    format: &Format,
    declared: Option<&'static Encoding>,
    head: &[u8],
    is_complete: bool,
) -> Result<FilePlan, ImportError> {
    if head.is_empty() {
        return Err(ImportError::Empty);
    }
    let declared = match format {
        Format::Table(mapping) => declared.or(mapping.encoding()),
        _ => declared,
    };
    let detected = detect_encoding(head, is_complete);
    let is_workbook = matches!(format, Format::Table(_)) && table::is_workbook(head);
    if let Some(stated) = declared.filter(|_| !is_workbook)
        && is_contradicted(stated, detected, head)
    {
        return Err(ImportError::WrongEncoding { stated: stated.name(), found: detected.name() });
    }
    let encoding = file_encoding(declared, detected, head);
    match format {
        Format::MemorialTsv => memorial_tsv::plan(encoding, head),
        Format::MoscowLists => moscow_lists::plan(encoding, head),
        Format::EstoniaMemento => estonia_memento::plan(encoding, head),
        Format::Gedcom if declared.is_none() => {
            gedcom::plan(gedcom::stated_encoding(encoding, head), head)
        }
        Format::Gedcom => gedcom::plan(encoding, head),
        Format::MemorialTexts => memorial_texts::plan(encoding, head),
        Format::Omsk => omsk::plan(encoding, head),
        Format::OpenlistCsv => openlist_csv::plan(encoding, head),
        Format::Table(mapping) => table::plan(mapping, encoding, head),
    }
}

/// Reads one chunk into records and rejects, in the order of the file.
///
/// # Shape
///
/// `on_entry` gets each row exactly once.
///
/// # Errors
///
/// Only for a workbook, which is opened here: [`ImportError::Workbook`] when it
/// cannot be, or that its columns are not those of the mapping. Every fault of a
/// row is a reject.
pub fn read_chunk(
    format: &Format,
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) -> Result<(), ImportError> {
    match format {
        Format::MemorialTsv => memorial_tsv::read(plan, chunk, on_entry),
        Format::MoscowLists => moscow_lists::read(plan, chunk, on_entry),
        Format::EstoniaMemento => estonia_memento::read(plan, chunk, on_entry),
        Format::Gedcom => gedcom::read(plan, chunk, on_entry),
        Format::MemorialTexts => memorial_texts::read(plan, chunk, on_entry),
        Format::Omsk => omsk::read(plan, chunk, on_entry),
        Format::OpenlistCsv => openlist_csv::read(plan, chunk, on_entry),
        Format::Table(mapping) => return table::read(mapping, plan, chunk, on_entry),
    }
    Ok(())
}

/// Counts the entries of a chunk that are no rows of its format, by what the format calls them.
///
/// Only GEDCOM has such: families, sources, notes and the rest beside its individuals. They stay
/// in the file as received.
///
/// # Shape
///
/// Sorted by name. With the rows of [`read_chunk`] these are all entries of the chunk.
pub fn count_other_entries(
    format: &Format,
    plan: &FilePlan,
    chunk: &Chunk,
) -> BTreeMap<String, u64> {
    match format {
        Format::Gedcom => gedcom::count_other_entries(plan, chunk),
        _ => BTreeMap::new(),
    }
}
