//! From bytes as received to text, without losing a row.

use crate::chunk::Newline;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use std::borrow::Cow;

/// Text of some bytes, and whether invalid bytes had to be replaced by U+FFFD.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedText<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Whether some bytes are not valid in the encoding.
    pub has_invalid_bytes: bool,
}

/// The encoding of a file, and the length of its byte-order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileEncoding {
    pub(crate) encoding: &'static Encoding,
    pub(crate) bom_bytes: usize,
}

impl FileEncoding {
    pub(crate) fn newline(self) -> Newline {
        match self.encoding {
            encoding if encoding == UTF_16LE => Newline::LittleEndian,
            encoding if encoding == UTF_16BE => Newline::BigEndian,
            _ => Newline::Byte,
        }
    }

    /// Returns how many bytes of the file a stretch of decoded text takes.
    pub(crate) fn byte_length(self, text: &str) -> u64 {
        match self.encoding {
            encoding if encoding == UTF_8 => text.len() as u64,
            encoding if encoding == UTF_16LE || encoding == UTF_16BE => {
                2 * text.encode_utf16().count() as u64
            }
            _ => text.chars().count() as u64,
        }
    }

    pub(crate) fn decode(self, bytes: &[u8]) -> DecodedText<'_> {
        let (text, has_invalid_bytes) = self.encoding.decode_without_bom_handling(bytes);
        DecodedText { text, has_invalid_bytes }
    }
}

/// Returns the encoding of a label such as `cp1251`, `koi8-r`, `utf-16` or `cp866`.
pub fn encoding_from_label(label: &str) -> Option<&'static Encoding> {
    match label.to_ascii_lowercase().as_str() {
        "cp1251" | "win1251" => Some(WINDOWS_1251),
        "koi8" | "koi8r" => Some(KOI8_R),
        "cp866" | "dos" => Some(IBM866),
        "utf16" | "utf-16" => Some(UTF_16LE),
        label => Encoding::for_label(label.as_bytes()),
    }
}

/// Guesses the encoding of a file from its first bytes.
///
/// A byte-order mark decides; then valid UTF-8; then UTF-16 without a mark, seen
/// by its zero bytes; then the most likely of the one-byte encodings, as of
/// Russian text.
pub fn detect_encoding(head: &[u8], is_complete: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    if is_utf8_prefix(head, is_complete) {
        return UTF_8;
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, is_complete);
    detector.guess(Some(b"ru"), Utf8Detection::Allow)
}

pub(crate) fn file_encoding(
    declared: Option<&'static Encoding>,
    head: &[u8],
    is_complete: bool,
) -> FileEncoding {
    match Encoding::for_bom(head) {
        // A mark is stronger than a declaration: it cannot be there by chance.
        Some((encoding, bom_bytes)) => FileEncoding { encoding, bom_bytes },
        None => FileEncoding {
            encoding: declared.unwrap_or_else(|| detect_encoding(head, is_complete)),
            bom_bytes: 0,
        },
    }
}

fn is_utf8_prefix(head: &[u8], is_complete: bool) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        // The head may end in the middle of a letter.
        Err(error) => error.error_len().is_none() && !is_complete && error.valid_up_to() > 0,
    }
}

fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.chunks_exact(2).take(4096);
    let (mut n_pairs, mut n_little, mut n_big) = (0, 0, 0);
    for pair in pairs {
        n_pairs += 1;
        n_little += usize::from(pair[1] == 0 || pair[1] == 4);
        n_big += usize::from(pair[0] == 0 || pair[0] == 4);
    }
    let most = n_pairs * 9 / 10;
    match n_pairs > 8 {
        true if n_little > most => Some(UTF_16LE),
        true if n_big > most => Some(UTF_16BE),
        _ => None,
    }
}
