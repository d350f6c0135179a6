//! ANSEL, the character set of older GEDCOM files.
//!
//! A mark such as an acute accent is a byte of its own and stands before its
//! letter, where Unicode has it behind.
//!
//! # Source
//!
//! `data/import/ansel.tsv`

use crate::encoding::DecodedText;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const ANSEL_TSV: &str = include_str!("../../../../data/import/ansel.tsv");

/// Marks that are kept waiting for their letter; more than any language sets on one.
const MAX_MARKS: usize = 4;

#[derive(Debug, Clone, Copy)]
enum Meaning {
    Letter(char),
    Mark(char),
}

struct Ansel {
    /// What the bytes from 80 on stand for.
    high: [Option<Meaning>; 128],
    composed: BTreeMap<(char, char), char>,
}

static ANSEL: LazyLock<Ansel> = LazyLock::new(|| {
    let mut ansel = Ansel { high: [None; 128], composed: BTreeMap::new() };
    for line in ANSEL_TSV.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().expect("a row of ansel.tsv has three cells");
        let (kind, from, to) = (cell(), cell(), cell());
        let letter = to.chars().next().expect("a cell of ansel.tsv has a letter");
        if kind == "composed" {
            let (base, mark) = from.split_once(' ').expect("a letter and a mark");
            let base = base.chars().next().expect("a letter stands before the mark");
            ansel.composed.insert((base, mark_of(mark)), letter);
            continue;
        }
        let byte = usize::from_str_radix(from, 16).expect("a byte in two digits");
        ansel.high[byte - 128] = Some(match kind {
            "mark" => Meaning::Mark(mark_of(to)),
            _ => Meaning::Letter(letter),
        });
    }
    ansel
});

fn mark_of(code: &str) -> char {
    let code = u32::from_str_radix(code, 16).expect("a mark in four digits");
    char::from_u32(code).expect("a mark of Unicode")
}

/// Decodes text in ANSEL; a byte without a meaning becomes U+FFFD.
pub(crate) fn decode_ansel(bytes: &[u8]) -> DecodedText<'_> {
    if bytes.is_ascii()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return DecodedText { text: Cow::Borrowed(text), has_invalid_bytes: false };
    }
    let mut text = String::with_capacity(bytes.len());
    let mut has_invalid_bytes = false;
    let mut marks: Vec<char> = Vec::new();
    for &byte in bytes {
        let meaning = match byte {
            0..128 => Some(Meaning::Letter(char::from(byte))),
            _ => ANSEL.high[usize::from(byte) - 128],
        };
        match meaning {
            Some(Meaning::Mark(mark)) if marks.len() < MAX_MARKS => marks.push(mark),
            Some(Meaning::Letter(letter)) => push_marked(&mut text, letter, &mut marks),
            _ => {
                has_invalid_bytes = true;
                push_marked(&mut text, char::REPLACEMENT_CHARACTER, &mut marks);
            }
        }
    }
    // Marks without a letter end the text.
    text.extend(marks);
    DecodedText { text: Cow::Owned(text), has_invalid_bytes }
}

/// Pushes a letter with the marks before it, as one letter where Unicode has it.
fn push_marked(text: &mut String, letter: char, marks: &mut Vec<char>) {
    let mut letter = letter;
    let mut left = Vec::new();
    for mark in marks.drain(..) {
        match ANSEL.composed.get(&(letter, mark)) {
            Some(&composed) if left.is_empty() => letter = composed,
            _ => left.push(mark),
        }
    }
    text.push(letter);
    text.extend(left);
}

/// Returns whether text with bytes beyond ASCII may be in ANSEL.
///
/// There a mark stands before a letter of ASCII. In Cyrillic text of a one-byte
/// encoding most such bytes stand in runs.
pub(super) fn may_be_ansel(bytes: &[u8]) -> bool {
    let is_high = |byte: u8| byte >= 0xC0;
    let n_high = bytes.iter().filter(|&&byte| is_high(byte)).count();
    let n_followed = bytes.windows(2).filter(|pair| is_high(pair[0]) && is_high(pair[1])).count();
    2 * n_followed <= n_high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_behind_their_letter() {
        for (bytes, expected, why) in [
            (&b"Muller"[..], "Muller", "ASCII"),
            (b"M\xE8uller", "Müller", "one letter of Unicode"),
            (b"\xA1\xE2od\xB1", "Łódł", "a letter, and a mark on the next"),
            (b"\xE2\xE3a", "\u{e1}\u{302}", "two marks, of which one is composed"),
            (b"\xE6x", "x\u{306}", "a mark no letter of Unicode has"),
            (b"a\xE2", "a\u{301}", "a mark without its letter"),
        ] {
            let decoded = decode_ansel(bytes);
            assert_eq!(
                (decoded.text.as_ref(), decoded.has_invalid_bytes),
                (expected, false),
                "{why}"
            );
        }
        assert!(decode_ansel(b"a\x90b").has_invalid_bytes);
        assert!(decode_ansel(&[0xE2; 9]).has_invalid_bytes);
    }

    #[test]
    fn cyrillic_text_is_not_ansel() {
        let cyrillic = encoding_rs::WINDOWS_1251.encode("1 NAME Фома /Небылов/").0;
        assert!(!may_be_ansel(&cyrillic));
        assert!(may_be_ansel(b"1 NAME J\xE2an /M\xE8uller/"));
    }
}
