//! Where a place of the decoded page lies in the bytes as received.

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use encoding_rs::UTF_8;

/// A place in a page that moves forward with its line and its byte in the file.
pub(super) struct Position<'a> {
    encoding: FileEncoding,
    page: &'a str,
    /// Bytes from the start of the decoded page.
    at: usize,
    pub(super) line: u64,
    /// Bytes from the start of the file.
    pub(super) byte_offset: u64,
    /// Ends of replacement letters for invalid UTF-8, with the bytes each stands for.
    replaced: std::vec::IntoIter<(usize, usize)>,
}

impl<'a> Position<'a> {
    pub(super) fn at_start(encoding: FileEncoding, chunk: &Chunk, page: &'a str) -> Position<'a> {
        let replaced = match encoding.encoding == UTF_8 && chunk.bytes.len() != page.len() {
            true => replacements(&chunk.bytes),
            false => Vec::new(),
        };
        Position {
            encoding,
            page,
            at: 0,
            line: chunk.first_line,
            byte_offset: chunk.byte_offset,
            replaced: replaced.into_iter(),
        }
    }

    /// Moves forward to a place of the decoded page; one behind is where it stands already.
    pub(super) fn move_to(&mut self, at: usize) {
        let passed = self.page.get(self.at..at).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count() as u64;
        self.byte_offset += self.encoding.byte_length(passed);
        self.at += passed.len();
        while let Some(&(end, n_bytes)) = self.replaced.as_slice().first() {
            if end > self.at {
                break;
            }
            let n_counted = char::REPLACEMENT_CHARACTER.len_utf8();
            self.byte_offset = self.byte_offset + n_bytes as u64 - n_counted as u64;
            self.replaced.next();
        }
    }
}

/// Finds what the decoder of UTF-8 replaces: each longest beginning of an invalid letter.
fn replacements(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut replaced = Vec::new();
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            at += char::REPLACEMENT_CHARACTER.len_utf8();
            replaced.push((at, chunk.invalid().len()));
        }
    }
    replaced
}
