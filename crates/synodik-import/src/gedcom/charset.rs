//! In which encoding a GEDCOM file is.

use super::ansel::may_be_ansel;
use crate::encoding::{FileEncoding, encoding_from_label};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Lines of the head that are searched for the encoding.
const MAX_HEAD_LINES: usize = 1000;

/// Returns the encoding, where the user states none: as the line CHAR says, unless the bytes say otherwise.
///
/// Bytes that are valid UTF-8 beyond ASCII, UTF-16 and marks of byte order are no chance. The
/// names `ANSI`, `IBMPC` and `MACINTOSH` stand for whatever the machine had, and are detected.
///
/// # Shape
///
/// `detected`: the encoding by the bytes alone.
pub(crate) fn stated_encoding(detected: FileEncoding, head: &[u8]) -> FileEncoding {
    let is_wide = detected.encoding == UTF_16LE || detected.encoding == UTF_16BE;
    if detected.bom_bytes > 0 || is_wide || is_beyond_ascii_in_utf8(head) {
        return detected;
    }
    let label = stated_label(head).unwrap_or_default();
    if label.eq_ignore_ascii_case("ANSEL") {
        let is_ansel = may_be_ansel(head);
        return FileEncoding { is_ansel, ..detected };
    }
    match named_encoding(&label) {
        Some(encoding) => FileEncoding { encoding, ..detected },
        None => detected,
    }
}

fn named_encoding(label: &str) -> Option<&'static Encoding> {
    let is_unicode = |encoding: &&'static Encoding| {
        *encoding == UTF_8 || *encoding == UTF_16LE || *encoding == UTF_16BE
    };
    // What claims to be Unicode and is not by its bytes is something else.
    encoding_from_label(&label.replace(' ', "-")).filter(|encoding| !is_unicode(encoding)).filter(
        |_| {
            !["ANSI", "ASCII", "IBMPC", "IBM", "MACINTOSH"]
                .iter()
                .any(|name| label.eq_ignore_ascii_case(name))
        },
    )
}

fn is_beyond_ascii_in_utf8(head: &[u8]) -> bool {
    let valid_end = match std::str::from_utf8(head) {
        Ok(text) => text.len(),
        // The head may end in the middle of a letter.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(_) => return false,
    };
    !head[..valid_end].is_ascii()
}

/// The value of the line `1 CHAR`.
fn stated_label(head: &[u8]) -> Option<String> {
    let lines = head.split(|byte| matches!(byte, b'\n' | b'\r')).take(MAX_HEAD_LINES);
    let mut values = lines.filter_map(|line| {
        let line = line.trim_ascii();
        line.strip_prefix(b"1 CHAR").map(|value| String::from_utf8_lossy(value).trim().to_owned())
    });
    values.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::{detect_encoding, file_encoding};

    fn name_of(bytes: &[u8]) -> &'static str {
        let detected = detect_encoding(bytes, true);
        stated_encoding(file_encoding(None, detected, bytes), bytes).name()
    }

    #[test]
    fn the_file_says_its_encoding_unless_its_bytes_disagree() {
        let cyrillic =
            "0 @I1@ INDI\n1 NAME Фома Лукич /Небылов/\n1 NAME Акулина /Небылова/\n0 TRLR\n";
        let file = |label: &str, body: &[u8]| {
            let mut bytes = format!("0 HEAD\n1 CHAR {label}\n").into_bytes();
            bytes.extend(body);
            bytes
        };
        let cp1251 = encoding_rs::WINDOWS_1251.encode(cyrillic).0;
        for (label, body, expected, why) in [
            ("UTF-8", cyrillic.as_bytes(), "UTF-8", "right"),
            ("ANSEL", cyrillic.as_bytes(), "UTF-8", "valid UTF-8 is no chance"),
            ("ANSEL", b"1 NAME M\xE8uller", "ANSEL", "right"),
            ("ANSEL", &cp1251, "windows-1251", "letters in runs"),
            ("ANSI", &cp1251, "windows-1251", "whatever the machine had"),
            ("CP1251", &cp1251, "windows-1251", "named"),
            ("WINDOWS-1251", b"0 TRLR", "windows-1251", "no letter tells otherwise"),
            ("UTF-8", &cp1251, "windows-1251", "it is not"),
            ("ASCII", b"0 TRLR", "UTF-8", "ASCII is UTF-8"),
        ] {
            assert_eq!(name_of(&file(label, body)), expected, "{label}: {why}");
        }
        let wide: Vec<u8> = format!("0 HEAD\n1 CHAR UNICODE\n{cyrillic}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(name_of(&wide), "UTF-16LE");
    }
}
