//! Cuts a file into chunks that hold whole entries.

use crate::plan::{FilePlan, Layout};
use crate::quoting::{Quoting, Spot};
use std::io::{self, Read};
use synodik_model::EntryPlace;

/// Most lines that one entry may reach over inside quotation marks.
pub(crate) const MAX_QUOTED_LINES: u64 = 100;

/// Most bytes that one entry of several lines may have.
const MAX_QUOTED_BYTES: usize = 1 << 20;

/// Most bytes that are reserved before it is known how long the file is.
const MAX_RESERVED_BYTES: usize = 16 << 20;

/// Most bytes of a file that can only be read whole.
const MAX_WHOLE_BYTES: u64 = 512 << 20;

/// A stretch of a file that holds whole entries, as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Position of the file among the files of its source, from 1.
    pub file_number: u32,
    /// Line on which the chunk starts, from 1.
    pub first_line: u64,
    /// Number of the first entry in the chunk, from 1.
    pub first_entry: u64,
    /// Bytes from the start of the file.
    pub byte_offset: u64,
    /// The bytes as received.
    pub bytes: Vec<u8>,
}

/// Cuts `file` into chunks of about `chunk_bytes`; a file that can only be read
/// whole (a page, a workbook) gives one chunk.
///
/// # Shape
///
/// The stream starts at the first byte of the file. Chunks come in order,
/// without the byte-order mark and the header, and together hold all other bytes.
///
/// # Errors
///
/// Whatever `file` gives; a file that can only be read whole and has more than
/// 512 MiB is [`io::ErrorKind::FileTooLarge`].
pub fn split_chunks<'a>(
    file: impl Read + 'a,
    file_number: u32,
    plan: &'a FilePlan,
    chunk_bytes: usize,
) -> impl Iterator<Item = io::Result<Chunk>> + 'a {
    Chunks {
        file,
        plan,
        chunk_bytes: chunk_bytes.max(1),
        next: Chunk {
            file_number,
            first_line: 1 + plan.header_lines,
            first_entry: 1,
            byte_offset: 0,
            bytes: Vec::new(),
        },
        is_started: false,
        is_at_end: false,
    }
}

/// Longer entries are cut, so that a file without line ends does not fill the memory.
const MAX_ENTRY_BYTES: usize = 16 << 20;

struct Chunks<'a, R> {
    file: R,
    plan: &'a FilePlan,
    chunk_bytes: usize,
    /// What has been read and not yet handed out.
    next: Chunk,
    is_started: bool,
    is_at_end: bool,
}

impl<R: Read> Chunks<'_, R> {
    fn fill(&mut self, n_bytes: usize) -> io::Result<()> {
        while !self.is_at_end && self.next.bytes.len() < n_bytes {
            let missing = n_bytes - self.next.bytes.len();
            self.next.bytes.reserve(missing.min(MAX_RESERVED_BYTES));
            let mut part = self.file.by_ref().take(missing as u64);
            let n_read = part.read_to_end(&mut self.next.bytes)?;
            self.is_at_end = n_read == 0;
        }
        Ok(())
    }

    fn next_chunk(&mut self) -> io::Result<Option<Chunk>> {
        if !self.is_started {
            self.is_started = true;
            self.fill(self.plan.header_bytes)?;
            let header_bytes = self.plan.header_bytes.min(self.next.bytes.len());
            self.next.bytes.drain(..header_bytes);
            self.next.byte_offset = header_bytes as u64;
        }
        let Layout::Lines { quoting } = self.plan.layout() else {
            return self.whole_file();
        };
        let mut wanted = self.chunk_bytes;
        loop {
            self.fill(wanted)?;
            if self.next.bytes.is_empty() {
                return Ok(None);
            }
            let unit = self.plan.encoding().newline();
            let cut = last_entry_end(&self.next.bytes, unit, quoting);
            if cut.end > 0 && !self.is_at_end {
                return Ok(Some(self.take(cut.end, cut.n_lines, cut.n_entries)));
            }
            if self.is_at_end {
                return Ok(Some(self.take(self.next.bytes.len(), cut.n_lines, cut.n_entries)));
            }
            if wanted > MAX_ENTRY_BYTES {
                // No end of an entry in sight: what there is becomes an entry of its own, and a reject.
                return Ok(Some(self.take(self.next.bytes.len(), 0, 1)));
            }
            wanted *= 2;
        }
    }

    fn whole_file(&mut self) -> io::Result<Option<Chunk>> {
        self.fill(MAX_WHOLE_BYTES as usize + 1)?;
        let n_bytes = self.next.bytes.len();
        if n_bytes as u64 > MAX_WHOLE_BYTES {
            let message = "this kind of file is read whole, and it has more than 512 MiB; \
                           save it as CSV or in several parts";
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        }
        Ok((n_bytes > 0).then(|| self.take(n_bytes, 0, 0)))
    }

    /// Hands out the first `n_bytes` and keeps the rest.
    fn take(&mut self, n_bytes: usize, n_lines: u64, n_entries: u64) -> Chunk {
        let rest = self.next.bytes.split_off(n_bytes);
        let following = Chunk {
            file_number: self.next.file_number,
            first_line: self.next.first_line + n_lines,
            first_entry: self.next.first_entry + n_entries,
            byte_offset: self.next.byte_offset + n_bytes as u64,
            bytes: rest,
        };
        std::mem::replace(&mut self.next, following)
    }
}

impl<R: Read> Iterator for Chunks<'_, R> {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_chunk().transpose()
    }
}

/// How a line ends in an encoding: one byte, or two in either order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Newline {
    /// `0A`.
    Byte,
    /// `0A 00`, UTF-16 little endian.
    LittleEndian,
    /// `00 0A`, UTF-16 big endian.
    BigEndian,
}

struct Cut {
    end: usize,
    n_lines: u64,
    n_entries: u64,
}

/// Finds the end of the last whole entry, and how many lines and entries lie before it.
fn last_entry_end(bytes: &[u8], newline: Newline, quoting: Option<Quoting>) -> Cut {
    let mut cut = Cut { end: 0, n_lines: 0, n_entries: 0 };
    let mut n_lines = 0;
    for end in entry_ends(bytes, newline, quoting, Stretch::MayGoOn) {
        n_lines += end.n_lines;
        cut = Cut { end: end.at, n_lines, n_entries: cut.n_entries + 1 };
    }
    cut
}

/// One entry of a chunk, as received.
pub(crate) struct RawEntry<'a> {
    pub(crate) place: EntryPlace,
    pub(crate) bytes: &'a [u8],
}

/// Iterates over the entries of a chunk: what lies between line ends outside quotes.
///
/// Each keeps its line end; an entry without one may end the chunk.
pub(crate) fn raw_entries<'a>(
    chunk: &'a Chunk,
    newline: Newline,
    quoting: Option<Quoting>,
) -> impl Iterator<Item = RawEntry<'a>> {
    let mut start = 0;
    let mut line = chunk.first_line;
    let mut entry_number = chunk.first_entry;
    let mut ends = entry_ends(&chunk.bytes, newline, quoting, Stretch::IsWhole);
    std::iter::from_fn(move || {
        if start == chunk.bytes.len() {
            return None;
        }
        let end = ends.next().unwrap_or(EntryEnd { at: chunk.bytes.len(), n_lines: 1 });
        let bytes = &chunk.bytes[start..end.at];
        let place = EntryPlace {
            file_number: chunk.file_number,
            entry_number,
            line,
            byte_offset: chunk.byte_offset + start as u64,
            byte_length: bytes.len() as u64,
        };
        start = end.at;
        line += end.n_lines;
        entry_number += 1;
        Some(RawEntry { place, bytes })
    })
}

/// Whether more of the file may follow some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// The last entry may not be there whole.
    MayGoOn,
    /// The file, or a chunk cut at the end of an entry, ends here.
    IsWhole,
}

/// Where an entry ends, and how many line ends it holds, its own included.
pub(crate) struct EntryEnd {
    pub(crate) at: usize,
    pub(crate) n_lines: u64,
}

/// Iterates over the ends of entries: line ends outside quotes.
///
/// A quotation mark that is not closed within [`MAX_QUOTED_LINES`] lines, or
/// before the end of the file, does not swallow what follows: the entry then
/// ends at its first line end.
pub(crate) fn entry_ends(
    bytes: &[u8],
    newline: Newline,
    quoting: Option<Quoting>,
    stretch: Stretch,
) -> impl Iterator<Item = EntryEnd> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let end = match (newline, quoting) {
            (Newline::Byte, None) => {
                let n_bytes = memchr::memchr(b'\n', &bytes[at..])? + 1;
                EntryEnd { at: n_bytes, n_lines: 1 }
            }
            _ => entry_end(&bytes[at..], newline, quoting, stretch)?,
        };
        at += end.at;
        Some(EntryEnd { at, ..end })
    })
}

fn entry_end(
    bytes: &[u8],
    newline: Newline,
    quoting: Option<Quoting>,
    stretch: Stretch,
) -> Option<EntryEnd> {
    let mut spot = Spot::CellStart;
    let mut n_lines = 0;
    let mut first_line_end = None;
    let mut at = 0;
    while at < bytes.len() {
        let (unit, width) = match newline {
            Newline::Byte => (Some(bytes[at]), 1),
            Newline::LittleEndian => (unit_of(bytes, at, 0), 2),
            Newline::BigEndian => (unit_of(bytes, at, 1), 2),
        };
        at = (at + width).min(bytes.len());
        if unit == Some(b'\n') {
            n_lines += 1;
            if spot != Spot::Quoted {
                return Some(EntryEnd { at, n_lines });
            }
            let first = *first_line_end.get_or_insert(at);
            if n_lines >= MAX_QUOTED_LINES || at > MAX_QUOTED_BYTES {
                return Some(EntryEnd { at: first, n_lines: 1 });
            }
        }
        if let Some(quoting) = quoting {
            spot = spot.after(unit, quoting);
        }
    }
    match stretch {
        Stretch::IsWhole => first_line_end.map(|at| EntryEnd { at, n_lines: 1 }),
        Stretch::MayGoOn => None,
    }
}

/// Returns the ASCII value of a two-byte unit, if it is ASCII.
fn unit_of(bytes: &[u8], at: usize, low_byte: usize) -> Option<u8> {
    let low = *bytes.get(at + low_byte)?;
    let high = *bytes.get(at + 1 - low_byte)?;
    (high == 0).then_some(low)
}
