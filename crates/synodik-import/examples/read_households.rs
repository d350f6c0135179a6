//! Reads a file of any of the formats of households and relatives, and prints what was read.
//!
//! `cargo run -p synodik-import --example read_households -- FORMAT FILE…` writes one line an
//! entry: `field=value` cells separated by tabs, then its days of birth and its events. A last
//! line counts records, rejects, values not understood, and entries with each field.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::time::Instant;
use synodik_import::{Format, HEAD_BYTES, plan_file, read_chunk, split_chunks};
use synodik_model::Record;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let format = match arguments.next().as_deref() {
        Some("omsk") => Format::Omsk,
        Some("openlist-csv") => Format::OpenlistCsv,
        Some("memorial-texts") => Format::MemorialTexts,
        Some("estonia-memento") => Format::EstoniaMemento,
        _ => return Err("expected a format and files".into()),
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines = String::new();
    let (mut n_bytes, mut secs) = (0, 0.0);
    for path in arguments {
        let bytes = fs::read(&path)?;
        let start = Instant::now();
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let plan = plan_file(&format, None, head, head.len() == bytes.len())?;
        for chunk in split_chunks(bytes.as_slice(), 1, &plan, 1 << 20) {
            read_chunk(&format, &plan, &chunk?, &mut |outcome| match outcome {
                Ok(record) => {
                    *counts.entry("records".to_owned()).or_default() += 1;
                    write_record(&record, &mut lines, &mut counts);
                }
                Err(reject) => {
                    *counts.entry("rejects".to_owned()).or_default() += 1;
                    let _ = writeln!(lines, "REJECT\t{}\t{}", reject.issue.reason, reject.verbatim);
                }
            })?;
        }
        n_bytes += bytes.len();
        secs += start.elapsed().as_secs_f64();
    }
    let speed = n_bytes as f64 / secs / 1e6;
    std::io::stdout().write_all(lines.as_bytes())?;
    eprintln!("{counts:#?}\n{speed:.0} MB/s, writing included");
    Ok(())
}

fn write_record(record: &Record<'_>, out: &mut String, counts: &mut BTreeMap<String, usize>) {
    let _ = write!(out, "line={}", record.place.line);
    for (field, value) in record.fields() {
        *counts.entry(format!("field {}", field.name())).or_default() += 1;
        let _ = write!(out, "\t{}={}", field.name(), value.replace('\n', " ⏎ "));
    }
    if let Some(birth) = &record.birth {
        *counts.entry("births read".to_owned()).or_default() += 1;
        let _ = write!(out, "\tBORN={}", birth.to_edtf());
    }
    for event in &record.events {
        *counts.entry(format!("event {}", event.kind.name())).or_default() += 1;
        let _ = write!(out, "\tEVENT={}", event.kind.name());
        let date = event.date.as_ref().map(|date| date.to_edtf());
        let parts = [date.as_deref(), event.place.as_deref(), event.body.as_deref()];
        let parts = parts.into_iter().chain([
            event.article.as_deref(),
            event.measure.as_deref(),
            event.text.as_deref(),
        ]);
        for (name, part) in
            ["date", "place", "body", "article", "measure", "text"].iter().zip(parts)
        {
            if let Some(part) = part {
                let _ = write!(out, " {name}=[{part}]");
            }
        }
    }
    for issue in &record.issues {
        *counts.entry("issues".to_owned()).or_default() += 1;
        let _ = write!(out, "\tISSUE={} [{}]", issue.field, issue.value);
    }
    let _ = writeln!(out, "\tVERBATIM={}", record.verbatim);
}
