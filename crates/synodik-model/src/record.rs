//! One entry of a source, and what could not be read.

use crate::{DateStatement, Event, Field, N_FIELDS};
use std::borrow::Cow;

/// Where an entry stands in the file it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryPlace {
    /// Position of the file among the files of its source, from 1.
    pub file_number: u32,
    /// Number of the entry in its file, from 1; the header is not counted.
    pub entry_number: u64,
    /// Line on which the entry starts, from 1.
    pub line: u64,
    /// Bytes from the start of the file as received.
    pub byte_offset: u64,
    /// Length in bytes of the entry as received.
    pub byte_length: u64,
}

/// One entry of a source: verbatim, and field by field as written.
///
/// Text borrows from the chunk it was read from where it can.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<'a> {
    /// Where the entry stands.
    pub place: EntryPlace,
    /// The whole entry, decoded to UTF-8 and otherwise untouched.
    pub verbatim: Cow<'a, str>,
    /// Whether bytes that are invalid in the declared encoding were replaced by U+FFFD.
    pub has_invalid_bytes: bool,
    /// Field values as written, at the position of their [`Field`]; see [`Record::get`].
    values: [Option<Cow<'a, str>>; N_FIELDS],
    /// The days of birth the entry allows, when it says anything readable.
    pub birth: Option<DateStatement>,
    /// What the entry says happened, in the order of the entry.
    pub events: Vec<Event<'a>>,
    /// Values kept as written that could not be understood.
    pub issues: Vec<RowIssue>,
}

impl<'a> Record<'a> {
    /// Returns a record without any field.
    pub fn empty(place: EntryPlace, verbatim: Cow<'a, str>) -> Self {
        const NONE: Option<Cow<'static, str>> = None;
        Record {
            place,
            verbatim,
            has_invalid_bytes: false,
            values: [NONE; N_FIELDS],
            birth: None,
            events: Vec::new(),
            issues: Vec::new(),
        }
    }

    /// Returns the value of a field as written, if the entry has one.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.values[field as usize].as_deref()
    }

    /// Returns the value with the lifetime of the text it was read from.
    pub fn value(&self, field: Field) -> Option<Cow<'a, str>> {
        self.values[field as usize].clone()
    }

    /// Sets a field; an empty or blank value leaves the field absent.
    pub fn set(&mut self, field: Field, value: impl Into<Cow<'a, str>>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.values[field as usize] = Some(value);
        }
    }

    /// Adds a value to a field that may hold several, separated by `; `.
    pub fn push(&mut self, field: Field, value: impl Into<Cow<'a, str>>) {
        let value = value.into();
        match &mut self.values[field as usize] {
            Some(present) if !value.trim().is_empty() => {
                let present = present.to_mut();
                present.push_str("; ");
                present.push_str(&value);
            }
            Some(_) => {}
            None => self.set(field, value),
        }
    }

    /// Returns the fields that are present, in table order.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &str)> {
        Field::specs().iter().filter_map(|spec| Some((spec.field, self.get(spec.field)?)))
    }
}

/// A row that could not be made a record, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// Where the row stands.
    pub place: EntryPlace,
    /// What is wrong with it.
    pub issue: RowIssue,
    /// The row as far as it could be decoded.
    pub verbatim: String,
}

/// What is wrong with a row or with one value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowIssue {
    /// Field or column concerned; empty when it is the whole row.
    pub field: String,
    /// The value that could not be read.
    pub value: String,
    /// What was expected, as a full clause.
    pub reason: String,
}
