//! Lines and entries of a GEDCOM file: first as bytes, then as level, tag and value.

use crate::chunk::{Chunk, Newline};
use std::ops::Range;

/// Deepest level the standard allows.
const MAX_LEVEL: u8 = 99;

/// Most bytes that one entry may have; a person with more is a damaged file.
const MAX_ENTRY_BYTES: usize = 512 << 10;

/// One entry of the file: a line of level 0 and those below it.
#[derive(Debug, Clone)]
pub(super) struct RawEntry {
    /// Bytes in the chunk, without the last line end.
    pub(super) bytes: Range<usize>,
    /// Line on which it starts, from the start of the chunk, from 0.
    pub(super) line_idx: u64,
    /// Whether it starts with a line of level 0.
    pub(super) has_start: bool,
}

/// Cuts a chunk into entries; every byte but line ends between entries is in one.
pub(super) fn raw_entries(chunk: &Chunk, newline: Newline) -> Vec<RawEntry> {
    let bytes = &chunk.bytes;
    let mut entries: Vec<RawEntry> = Vec::new();
    for (line, line_idx) in raw_lines(bytes, newline).zip(0..) {
        let is_start = starts_entry(bytes, &line, newline);
        match entries.last_mut() {
            Some(entry) if !is_start => {
                if !is_blank(bytes, &line, newline) {
                    entry.bytes.end = line.end;
                }
            }
            None if is_blank(bytes, &line, newline) => {}
            _ => entries.push(RawEntry { bytes: line, line_idx, has_start: is_start }),
        }
    }
    entries
}

/// Iterates over the lines without their ends: `\n`, `\r\n` or, as on old machines, `\r`.
fn raw_lines(bytes: &[u8], newline: Newline) -> impl Iterator<Item = Range<usize>> {
    let width = if newline == Newline::Byte { 1 } else { 2 };
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        if newline == Newline::Byte {
            let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |n| at + n);
            at = end + 1;
            if bytes.get(end) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
                at += 1;
            }
            return Some(start..end);
        }
        loop {
            match unit_at(bytes, at, newline) {
                Some(b'\r') if unit_at(bytes, at + width, newline) == Some(b'\n') => {
                    let end = at;
                    at += 2 * width;
                    return Some(start..end);
                }
                Some(b'\r' | b'\n') => {
                    let end = at;
                    at += width;
                    return Some(start..end);
                }
                _ if at + width >= bytes.len() => {
                    at = bytes.len();
                    return Some(start..bytes.len());
                }
                _ => at += width,
            }
        }
    })
}

/// Returns the ASCII value of the unit at a place.
fn unit_at(bytes: &[u8], at: usize, newline: Newline) -> Option<u8> {
    let (low, high) = match newline {
        Newline::Byte => return bytes.get(at).copied().filter(u8::is_ascii),
        Newline::LittleEndian => (at, at + 1),
        Newline::BigEndian => (at + 1, at),
    };
    let low = *bytes.get(low)?;
    (*bytes.get(high)? == 0 && low.is_ascii()).then_some(low)
}

fn width_of(newline: Newline) -> usize {
    if newline == Newline::Byte { 1 } else { 2 }
}

fn is_blank(bytes: &[u8], line: &Range<usize>, newline: Newline) -> bool {
    let mut places = line.clone().step_by(width_of(newline));
    places.all(|at| unit_at(bytes, at, newline).is_some_and(|unit| unit.is_ascii_whitespace()))
}

/// A line of level 0: the digit, then a space or a tab.
fn starts_entry(bytes: &[u8], line: &Range<usize>, newline: Newline) -> bool {
    let width = width_of(newline);
    let mut at = line.start;
    let is_space = |unit: Option<u8>| matches!(unit, Some(b' ' | b'\t'));
    while at < line.end && is_space(unit_at(bytes, at, newline)) {
        at += width;
    }
    at < line.end
        && unit_at(bytes, at, newline) == Some(b'0')
        && is_space(unit_at(bytes, at + width, newline))
}

/// One line of an entry.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    pub(super) level: u8,
    /// The name by which other entries point to this one, as `@I1@`.
    pub(super) xref: Option<&'t str>,
    /// The tag as written.
    pub(super) tag: &'t str,
    /// What stands behind the tag; for a line without a level the whole line.
    pub(super) value: &'t str,
    /// The whole line without its end.
    pub(super) text: &'t str,
    /// Whether the level is missing, as where a long text was broken.
    pub(super) is_broken: bool,
}

impl<'t> Line<'t> {
    /// Returns whether the line has this tag; small letters count as capitals.
    pub(super) fn is(&self, tag: &str) -> bool {
        self.tag.eq_ignore_ascii_case(tag)
    }

    /// Returns the pointer that is the value, if it is one; `@VOID@` points to nobody.
    pub(super) fn pointer(&self) -> Option<&'t str> {
        let value = self.value.trim();
        let inner = value.strip_prefix('@')?.strip_suffix('@')?;
        let is_pointer = !inner.is_empty() && !inner.contains('@') && !inner.starts_with('#');
        is_pointer.then_some(value)
    }
}

/// Cuts the text of an entry into its lines.
///
/// A line without a level goes on with the text before it, as where a program broke a long text.
///
/// # Errors
///
/// In words why the entry cannot be read: the first line, a level that leaves one out or is too
/// deep, NUL characters, or more than 512 KiB.
pub(super) fn parse_lines(text: &str) -> Result<Vec<Line<'_>>, String> {
    if text.len() > MAX_ENTRY_BYTES {
        return Err(format!(
            "the entry has {} bytes, and more than 512 KiB is a damaged file",
            text.len()
        ));
    }
    if text.contains('\0') {
        return Err("the entry holds NUL characters; the file is damaged there".to_owned());
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (line, line_idx) in text_lines(text).zip(1_usize..) {
        if line.trim().is_empty() {
            continue;
        }
        let Some(parsed) = parse_line(line) else {
            let Some(before) = lines.last() else {
                return Err("expected a line such as `0 @I1@ INDI`".to_owned());
            };
            let is_text = before.is("CONT") || before.is("CONC");
            let level = if is_text { before.level } else { before.level + 1 };
            lines.push(Line {
                level,
                xref: None,
                tag: "CONT",
                value: line,
                text: line,
                is_broken: true,
            });
            continue;
        };
        match lines.last() {
            Some(before) if parsed.level > before.level + 1 => {
                return Err(format!(
                    "line {line_idx} of the entry has level {} below level {}; a level is missing",
                    parsed.level, before.level
                ));
            }
            Some(_) if parsed.level == 0 => {
                return Err(format!("line {line_idx} of the entry has level 0"));
            }
            _ => lines.push(parsed),
        }
    }
    Ok(lines)
}

/// Iterates over the lines of a text, whose ends may be `\n`, `\r\n` or `\r`.
fn text_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|part| part.strip_suffix('\r').unwrap_or(part).split('\r'))
}

fn parse_line(line: &str) -> Option<Line<'_>> {
    let is_space = |letter: char| matches!(letter, ' ' | '\t');
    let trimmed = line.trim_start_matches([' ', '\t', '\u{feff}']);
    let n_digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (digits, rest) = trimmed.split_at(n_digits);
    let level: u8 = digits.parse().ok().filter(|level| *level <= MAX_LEVEL)?;
    if !rest.starts_with(is_space) {
        return None;
    }
    let rest = rest.trim_start_matches(is_space);
    let (xref, rest) = match rest.strip_prefix('@') {
        Some(inner) => {
            let end = inner.find('@').filter(|&end| end > 0)?;
            (Some(&rest[..end + 2]), rest[end + 2..].trim_start_matches(is_space))
        }
        None => (None, rest),
    };
    let tag_end = rest.find(is_space).unwrap_or(rest.len());
    let (tag, value) = rest.split_at(tag_end);
    let is_tag = !tag.is_empty()
        && tag.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let value = value.strip_prefix(is_space).unwrap_or(value);
    is_tag.then_some(Line { level, xref, tag, value, text: trimmed, is_broken: false })
}

/// Returns the lines below a line, not the line itself.
pub(super) fn below<'l, 't>(lines: &'l [Line<'t>], line_idx: usize) -> &'l [Line<'t>] {
    let level = lines[line_idx].level;
    let rest = &lines[line_idx + 1..];
    let n_lines = rest.iter().position(|line| line.level <= level).unwrap_or(rest.len());
    &rest[..n_lines]
}

/// Iterates over the lines one level below a line, each with those below it.
pub(super) fn children<'l, 't>(
    lines: &'l [Line<'t>],
    line_idx: usize,
) -> impl Iterator<Item = (&'l Line<'t>, &'l [Line<'t>])> {
    let (level, under) = (lines[line_idx].level, below(lines, line_idx));
    under
        .iter()
        .enumerate()
        .filter(move |(_, line)| line.level == level + 1)
        .map(move |(idx, line)| (line, &under[idx..]))
}

/// Returns the value of a line with the text that goes on below it.
///
/// # Shape
///
/// `lines`: the line itself first.
pub(super) fn text_of(lines: &[Line<'_>]) -> String {
    let mut text = unescaped(lines[0].value);
    let level = lines[0].level + 1;
    for line in below(lines, 0).iter().filter(|line| line.level == level) {
        if line.is("CONT") {
            text.push('\n');
            text.push_str(&unescaped(line.value));
        } else if line.is("CONC") {
            text.push_str(&unescaped(line.value));
        }
    }
    text
}

/// An `@` that starts a value is doubled; older files double every one.
fn unescaped(value: &str) -> String {
    value.replace("@@", "@")
}

/// Whether the file asks that a structure be shown to nobody.
pub(super) fn is_restricted(lines: &[Line<'_>]) -> bool {
    children(lines, 0).any(|(line, _)| {
        let value = line.value.to_ascii_uppercase();
        line.is("RESN") && (value.contains("CONFIDENTIAL") || value.contains("PRIVACY"))
    })
}
