//! Reads bytes as a file of a format, for the tests of the formats.

use crate::{Format, plan_file, read_chunk, split_chunks};
use synodik_model::{EntryPlace, EventKind, Field};

/// One entry as read: its place, its words, its fields or the reason of the reject.
pub(crate) struct Entry {
    pub(crate) place: EntryPlace,
    pub(crate) verbatim: String,
    pub(crate) fields: Result<Vec<(Field, String)>, String>,
    pub(crate) birth: String,
    /// Kind and days of each event.
    pub(crate) events: Vec<(EventKind, String)>,
}

impl Entry {
    pub(crate) fn get(&self, field: Field) -> &str {
        let fields = self.fields.as_ref().expect("a record");
        fields.iter().find(|(known, _)| *known == field).map_or("", |(_, value)| value)
    }
}

/// Reads a whole file in chunks of a few bytes, and checks what holds of every reading.
pub(crate) fn read_file(format: &Format, bytes: &[u8]) -> Vec<Entry> {
    let Ok(plan) = plan_file(format, None, bytes, true) else { return Vec::new() };
    let mut entries = Vec::new();
    for chunk in split_chunks(bytes, 1, &plan, 64) {
        let chunk = chunk.expect("reading from memory does not fail");
        let read = read_chunk(format, &plan, &chunk, &mut |outcome| {
            entries.push(match outcome {
                Ok(record) => Entry {
                    place: record.place,
                    verbatim: record.verbatim.to_string(),
                    birth: record.birth.as_ref().map(|birth| birth.to_edtf()).unwrap_or_default(),
                    events: record
                        .events
                        .iter()
                        .map(|event| {
                            let days = event.date.as_ref().map(|date| date.to_edtf());
                            (event.kind, days.unwrap_or_default())
                        })
                        .collect(),
                    fields: Ok(record
                        .fields()
                        .map(|(field, text)| (field, text.to_owned()))
                        .collect()),
                },
                Err(reject) => Entry {
                    place: reject.place,
                    verbatim: reject.verbatim,
                    birth: String::new(),
                    events: Vec::new(),
                    fields: Err(reject.issue.reason),
                },
            });
        });
        read.expect("only a workbook fails");
    }
    for entry in &entries {
        let start = entry.place.byte_offset as usize;
        let received = &bytes[start..start + entry.place.byte_length as usize];
        let text = plan.encoding().decode(received).text;
        assert_eq!(
            text.trim_end_matches(['\r', '\n']),
            entry.verbatim.trim_end_matches(['\r', '\n'])
        );
    }
    entries
}

/// Reads one entry of a file in UTF-8 and checks some of its fields.
pub(crate) fn check(format: &Format, file: &str, expected: &[(Field, &str)]) -> Entry {
    let mut entries = read_file(format, file.as_bytes());
    assert_eq!(entries.len(), 1, "{file}");
    let entry = entries.remove(0);
    for (field, value) in expected {
        assert_eq!(entry.get(*field), *value, "{} of {file}", field.name());
    }
    entry
}

/// Checks that what is said of relatives can be found in the entry again, line by line.
pub(crate) fn check_family(entries: &[Entry]) {
    for entry in entries.iter().filter(|entry| entry.fields.is_ok()) {
        for line in entry.get(Field::Family).lines() {
            assert!(entry.verbatim.contains(line), "{line} in {}", entry.verbatim);
        }
    }
}
