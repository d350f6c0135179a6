//! The table `annotations`: events of an archive beside the codex.
//!
//! A build writes it for all records as they are stored; an export for what may be shown,
//! unless the operator asks for everything.

use anyhow::Result;
use std::borrow::Cow;
use synodik_codex::{Annotation, Difference, Remark};
use synodik_index::annotate_stored;
use synodik_store::{
    BuildInProgress, Cell, StoredChunk, StoredSource, StoredTables, annotations_table,
};

/// Events of one record with their annotations, as the codex gives them.
pub(crate) type AnnotatedEvents = Vec<(usize, Vec<Annotation<'static>>)>;

/// Writes the table `annotations` of a build.
///
/// # Shape
///
/// One file a source, rows in the order of the source. Two threads annotate; the rows do not
/// depend on that.
pub(crate) fn write_annotations(
    building: &BuildInProgress,
    sources: &[StoredSource],
) -> Result<()> {
    for source in sources {
        let mut file = building.create_table(&annotations_table(), source.id())?;
        let mut tables = StoredTables::open(&source.table("records"), &source.table("events"))?;
        while let Some(chunk) = tables.next_chunk()? {
            let middle = chunk.n_records() / 2;
            let (first, second) = std::thread::scope(|scope| {
                let first = scope.spawn(|| annotate_rows(&chunk, 0..middle));
                let second = annotate_rows(&chunk, middle..chunk.n_records());
                (first.join().expect("annotating does not panic"), second)
            });
            for (record_idx, annotated) in first.into_iter().chain(second) {
                let record = chunk.record(record_idx);
                let ids = (record.record_id(), record.source_id());
                write_rows(ids, &annotated, &mut |row| Ok(file.append(row)?))?;
            }
        }
        file.finish()?;
    }
    Ok(())
}

fn annotate_rows(
    chunk: &StoredChunk,
    records: std::ops::Range<usize>,
) -> Vec<(usize, AnnotatedEvents)> {
    let annotated = records.map(|record_idx| {
        let events = chunk.events(record_idx);
        (record_idx, annotate_stored(chunk.record(record_idx), &events))
    });
    annotated.filter(|(_, annotated)| !annotated.is_empty()).collect()
}

/// Hands the rows of one record to a writer, in the order of its events and their ranks.
pub(crate) fn write_rows(
    (record_id, source_id): (&str, &str),
    annotated: &AnnotatedEvents,
    write: &mut dyn FnMut(&[Cell<'_>]) -> Result<()>,
) -> Result<()> {
    for (event_idx, annotations) in annotated {
        let event_id = format!("{record_id}#{}", event_idx + 1);
        for (annotation, rank) in annotations.iter().zip(1..) {
            write(&cells((&event_id, record_id, source_id), rank, annotation))?;
        }
    }
    Ok(())
}

/// Returns the cells of a row; `annotations_table` names them.
fn cells<'a>(
    (event_id, record_id, source_id): (&'a str, &'a str, &'a str),
    rank: u64,
    annotation: &Annotation<'static>,
) -> Vec<Cell<'a>> {
    let matched = annotation.matched.iter();
    let matched: Vec<String> =
        matched.map(|found| format!("{}: {}", found.field.name(), found.words)).collect();
    let differences: Vec<&str> = annotation.differences.iter().map(Difference::name).collect();
    let remarks: Vec<&str> =
        annotation.remarks.iter().map(|remark| Remark::name(*remark)).collect();
    vec![
        Cell::text(Some(event_id)),
        Cell::text(Some(record_id)),
        Cell::text(Some(source_id)),
        Cell::Count(rank),
        Cell::text(Some(annotation.instrument.instrument_id.as_str())),
        Cell::text(Some(annotation.provision.provision_id.as_str())),
        Cell::text(Some(annotation.status.name())),
        joined(&matched),
        joined(&differences),
        joined(&remarks),
        annotation.term_years.map_or(Cell::Absent, |years| Cell::Count(months(years))),
        Cell::text(annotation.term_standing()),
    ]
}

fn joined<'a, T: AsRef<str>>(words: &[T]) -> Cell<'a> {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    if words.is_empty() { Cell::Absent } else { Cell::Text(Cow::Owned(words.join("; "))) }
}

/// Returns whole months of a term of at most 26 years.
fn months(years: f32) -> u64 {
    (years * 12.0).round() as u64
}
