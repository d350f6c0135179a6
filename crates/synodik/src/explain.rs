//! Shows how the first entries of a source would be read.

use crate::commands::import::PreparedSource;
use crate::commands::print_line;
use crate::read_source::plan_stream;
use anyhow::{Context, Result};
use std::fs::File;
use synodik_import::{read_chunk, split_chunks};
use synodik_model::{DateStatement, Event, Record, Reject};

/// Bytes read at a time: enough for a few entries.
const CHUNK_BYTES: usize = 64 * 1024;

/// Prints `n_entries` entries as read, with their events and what was not understood.
pub(crate) fn explain_source(source: &PreparedSource, n_entries: usize) -> Result<()> {
    let mut n_shown = 0;
    for (path, file_number) in source.files.iter().zip(1..) {
        if n_shown == n_entries {
            break;
        }
        let mut explain = || -> Result<Vec<String>> {
            let encoding = source.entry.encoding.as_deref();
            let (plan, stream) = plan_stream(&source.format, encoding, File::open(path)?)?;
            let mut texts = vec![format!("{}: read as {}", path.display(), plan.encoding_name())];
            for chunk in split_chunks(stream, file_number, &plan, CHUNK_BYTES) {
                if n_shown == n_entries {
                    break;
                }
                read_chunk(&source.format, &plan, &chunk?, &mut |outcome| {
                    if n_shown < n_entries {
                        n_shown += 1;
                        texts.push(explain_entry(&outcome));
                    }
                })?;
            }
            Ok(texts)
        };
        let texts = explain().with_context(|| format!("cannot read `{}`", path.display()))?;
        for text in texts {
            print_line(&text)?;
        }
    }
    Ok(())
}

fn explain_entry(outcome: &Result<Record<'_>, Reject>) -> String {
    match outcome {
        Ok(record) => explain_record(record),
        Err(reject) => format!(
            "\nline {}, byte {}: REJECTED: {} {}\n  entry: {}",
            reject.place.line,
            reject.place.byte_offset,
            reject.issue.field,
            reject.issue.reason,
            one_line(&reject.verbatim)
        ),
    }
}

fn explain_record(record: &Record<'_>) -> String {
    let place = &record.place;
    let mut lines = vec![
        format!("\nentry {}, line {}, byte {}", place.entry_number, place.line, place.byte_offset),
        format!("  verbatim: {}", one_line(&record.verbatim)),
    ];
    for (field, value) in record.fields() {
        lines.push(format!("  {}: {}", field.name(), one_line(value)));
    }
    if let Some(birth) = &record.birth {
        lines.push(format!("  => born {}", birth.to_edtf()));
    }
    for event in &record.events {
        lines.push(format!("  => {}", explain_event(event)));
    }
    for issue in &record.issues {
        let (field, value) = (&issue.field, one_line(&issue.value));
        lines.push(format!("  ! {field}: `{value}`: {}", issue.reason));
    }
    lines.join("\n")
}

fn explain_event(event: &Event<'_>) -> String {
    let mut parts = vec![event.kind.name().to_owned()];
    parts.extend(event.date.as_ref().map(DateStatement::to_edtf));
    let texts = [&event.place, &event.body, &event.article, &event.measure, &event.text];
    parts.extend(texts.into_iter().flatten().map(|text| one_line(text)));
    parts.join(" | ")
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).collect::<Vec<_>>().join(" ⏎ ")
}
