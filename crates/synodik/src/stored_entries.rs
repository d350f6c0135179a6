//! The records of a build one after the other, with what may be shown of each.

use crate::commands::build::reviewed_fields;
use crate::rules;
use anyhow::{Context, Result};
use std::path::Path;
use synodik_index::{PublicRecord, PublicRules, RecordView, publish_record};
use synodik_model::Field;
use synodik_store::{Archive, BuildManifest, EventRow, RecordRow, StoredTables, table_path};

/// A record of a build as it is stored.
#[derive(Clone, Copy)]
pub(crate) struct StoredEntry<'a> {
    pub(crate) record: RecordRow<'a>,
    pub(crate) events: &'a [EventRow<'a>],
    rules: &'a PublicRules,
    reviewed: &'a [Field],
}

impl StoredEntry<'_> {
    /// Returns what may be shown, by the day of the build.
    pub(crate) fn view(&self) -> RecordView {
        publish_record(self.rules, self.reviewed, self.record, self.events)
    }
}

/// Hands each record of a build to a function, in the order of the archive.
pub(crate) fn visit_entries(
    archive: &Archive,
    (build, manifest): (&Path, &BuildManifest),
    visit: &mut dyn FnMut(StoredEntry<'_>) -> Result<()>,
) -> Result<()> {
    let as_of = manifest.as_of.parse().context("the manifest of the build has no valid day")?;
    let rules = rules::load_public_rules(as_of)?;
    let sources = archive.sources()?;
    for built in &manifest.sources {
        let stored = sources.iter().find(|source| source.id() == built.id);
        let reviewed = stored.map(reviewed_fields).transpose()?.unwrap_or_default();
        let table = |name: &str| table_path(build, name, &built.id);
        let mut tables = StoredTables::open(&table("records"), &table("events"))?;
        while let Some(chunk) = tables.next_chunk()? {
            for record_idx in 0..chunk.n_records() {
                let (record, events) = (chunk.record(record_idx), chunk.events(record_idx));
                visit(StoredEntry { record, events: &events, rules: &rules, reviewed: &reviewed })?;
            }
        }
    }
    Ok(())
}

/// Hands each record of a build that may be shown to a function, in the order of the archive.
///
/// Records of people who may be living are left out.
pub(crate) fn visit_shown(
    archive: &Archive,
    build: (&Path, &BuildManifest),
    visit: &mut dyn FnMut(&PublicRecord) -> Result<()>,
) -> Result<()> {
    visit_entries(archive, build, &mut |entry| match entry.view() {
        RecordView::Shown(shown) => visit(&shown),
        RecordView::Withheld { .. } => Ok(()),
    })
}
