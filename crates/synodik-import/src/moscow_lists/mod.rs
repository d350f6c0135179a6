//! The HTML pages of the Moscow execution lists.
//!
//! A page names streets, under each its houses (`<h4>`), under each its flats
//! (`<h5>`), under each its people (`<p class=pers>`). A person without marked
//! paragraph is found by what an entry says; a marked paragraph that is no
//! person becomes a reject.

mod entry;
mod markup;
mod position;
mod vocabulary;

#[cfg(test)]
mod tests;

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::plan::{FilePlan, HEAD_BYTES, ImportError, Layout};
use markup::{Block, BlockKind, blocks, next_tag, plain_text};
use position::Position;
use std::borrow::Cow;
use synodik_model::{EntryPlace, Field, Record, Reject, RowIssue};

const EXPECTED: &str = "a page of the Moscow execution lists";

/// The longest stretch shown of a page that is no such page, in letters.
const SHOWN_LETTERS: usize = 60;

/// Decides whether a file is such a page.
///
/// A page longer than `head` may have its first person later.
pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    let plan = FilePlan::new(encoding, Layout::Whole);
    let decoded = encoding.decode(&head[encoding.bom_bytes..]);
    let page = decoded.text.as_ref();
    let has_person = blocks(page).any(|block| is_entry(&block));
    let has_tag = next_tag(page, 0).is_some();
    if has_person || (has_tag && head.len() >= HEAD_BYTES) {
        return Ok(plan);
    }
    let shown: String = plain_text(page).text.chars().take(SHOWN_LETTERS).collect();
    let found = match has_tag {
        true => format!("no paragraph `<p class=pers>` in the page that starts with `{shown}`"),
        false => format!("no HTML but text that starts with `{shown}`"),
    };
    Err(ImportError::WrongFormat { expected: EXPECTED, found })
}

/// Reads a page.
pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    let decoded = plan.encoding().decode(&chunk.bytes);
    let mut position = Position::at_start(plan.encoding(), chunk, &decoded.text);
    let mut headings = Headings::default();
    let mut entry_number = chunk.first_entry;
    for block in blocks(&decoded.text) {
        if !is_entry(&block) {
            headings.pass(&block);
            continue;
        }
        let mut start = block.start;
        for piece in split_persons(block.html) {
            let verbatim = piece.trim_end();
            position.move_to(start);
            let (line, byte_offset) = (position.line, position.byte_offset);
            position.move_to(start + verbatim.len());
            let place = EntryPlace {
                file_number: chunk.file_number,
                entry_number,
                line,
                byte_offset,
                byte_length: position.byte_offset - byte_offset,
            };
            let mut record = Record::empty(place, Cow::Borrowed(verbatim));
            record.has_invalid_bytes =
                decoded.has_invalid_bytes && verbatim.contains(char::REPLACEMENT_CHARACTER);
            headings.file(&mut record);
            on_entry(match entry::read_entry(&mut record, &plain_text(verbatim)) {
                Ok(()) => Ok(record),
                Err(reason) => Err(Reject {
                    place,
                    issue: RowIssue { field: String::new(), value: String::new(), reason },
                    verbatim: verbatim.to_owned(),
                }),
            });
            entry_number += 1;
            start += piece.len();
        }
    }
}

/// The address under which the page files the people that follow.
#[derive(Debug, Default)]
struct Headings {
    street: String,
    house: String,
    flat: String,
}

impl Headings {
    fn pass(&mut self, block: &Block<'_>) {
        let text = || plain_text(block.html).text;
        match block.kind {
            BlockKind::Street => *self = Headings { street: text(), ..Headings::default() },
            BlockKind::House => self.enter_house(text()),
            BlockKind::HouseCell => {
                let house = text();
                if !house.is_empty() {
                    self.enter_house(house);
                }
            }
            BlockKind::Flat => self.flat = text(),
            BlockKind::Row => self.flat.clear(),
            BlockKind::Person | BlockKind::Other => {}
        }
    }

    fn file(&self, record: &mut Record<'_>) {
        record.set(Field::Street, self.street.clone());
        record.set(Field::House, self.house.clone());
        record.set(Field::Flat, self.flat.clone());
    }

    fn enter_house(&mut self, house: String) {
        self.house = house;
        self.flat.clear();
    }
}

/// Returns whether a block is a marked paragraph with text, or says what only an entry says.
fn is_entry(block: &Block<'_>) -> bool {
    match block.kind {
        BlockKind::Person => !plain_text(block.html).text.is_empty(),
        BlockKind::Street | BlockKind::House | BlockKind::Flat => false,
        BlockKind::Row | BlockKind::HouseCell | BlockKind::Other => {
            bold_starts(block.html).next().is_some()
                && entry::has_end_of_life(&plain_text(block.html).text)
        }
    }
}

/// Cuts a paragraph before each bold name that follows the end of another entry.
fn split_persons(html: &str) -> Vec<&str> {
    let mut persons = Vec::with_capacity(1);
    let (mut start, mut seen, mut has_end) = (0, 0, false);
    for at in bold_starts(html) {
        has_end |= entry::has_end_of_life(&plain_text(&html[seen..at]).text);
        seen = at;
        if has_end {
            persons.push(&html[start..at]);
            (start, has_end) = (at, false);
        }
    }
    persons.push(&html[start..]);
    persons
}

fn bold_starts(html: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(tag) = next_tag(html, at) {
            at = tag.end;
            if tag.is_bold_start() {
                return Some(tag.start);
            }
        }
        None
    })
}
