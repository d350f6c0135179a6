//! A file of one format in, records or rejects out, verbatim.
//!
//! A file is read in three steps, so that large files are read in parallel and
//! nothing is held whole that need not be: [`plan_file`] looks at the first
//! bytes (encoding, header), [`split_chunks`] cuts the stream at entry
//! boundaries, [`read_chunk`] turns one chunk into records and rejects.
//!
//! **Invariant:** rows read = records + rejects; every byte of an entry is in
//! its `verbatim`; no value is corrected.

mod chunk;
mod encoding;
mod estonia_memento;
mod events;
mod gedcom;
mod lines;
mod memorial_texts;
mod memorial_tsv;
mod moscow_lists;
mod omsk;
mod openlist_csv;
mod plan;
mod quoting;
#[cfg(test)]
mod read_for_tests;
mod table;
mod vocabulary;
mod whole_name;
mod word_finder;

pub use chunk::{Chunk, split_chunks};
pub use encoding::{DecodedText, detect_encoding, encoding_from_label};
pub use plan::{
    FilePlan, Format, HEAD_BYTES, ImportError, count_other_entries, plan_file, read_chunk,
};
pub use table::{Mapping, MappingError, SourceDefaults};
