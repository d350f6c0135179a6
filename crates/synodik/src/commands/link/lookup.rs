//! Finds records, persons and links of the current build for the commands about pairs.

use crate::link_stage::{LinkDescription, compared_values};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use synodik_model::Field;
use synodik_store::{
    Archive, BuildManifest, LinkRow, StoreError, StoredTables, read_links, read_persons, table_path,
};

/// Two records, as the commands about pairs take them.
#[derive(Debug, clap::Args)]
pub(super) struct PairArguments {
    /// Id of one record
    #[arg(value_name = "RECORD_A")]
    record_a: String,
    /// Id of the other
    #[arg(value_name = "RECORD_B")]
    record_b: String,
}

impl PairArguments {
    /// Returns both ids.
    ///
    /// # Errors
    ///
    /// When one record is named twice.
    pub(super) fn ids(&self) -> Result<[&str; 2]> {
        let ids = [self.record_a.as_str(), self.record_b.as_str()];
        if ids[0] == ids[1] {
            bail!("`{}` is named twice; expected two records", ids[0]);
        }
        Ok(ids)
    }
}

/// The build shown now.
pub(super) struct CurrentBuild {
    folder: PathBuf,
    pub(super) manifest: BuildManifest,
}

/// What the commands tell of a record.
pub(super) struct KnownRecord {
    name: String,
    /// Column and value of what is compared, those that are stated.
    pub(super) values: Vec<(String, String)>,
}

impl KnownRecord {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn value(&self, column: &str) -> &str {
        let value = self.values.iter().find(|(name, _)| name == column);
        value.map_or("", |(_, value)| value)
    }
}

pub(super) fn current_build(archive: &Archive) -> Result<CurrentBuild> {
    match archive.current_build()? {
        Some((folder, manifest)) => Ok(CurrentBuild { folder, manifest }),
        None => Err(StoreError::NoBuild(archive.folder().to_owned()).into()),
    }
}

impl CurrentBuild {
    fn table(&self, table: &str, source_id: &str) -> PathBuf {
        table_path(&self.folder, table, source_id)
    }

    /// Returns the ids of the sources that hold these records, in order.
    fn sources_of(&self, record_ids: &BTreeSet<String>) -> Vec<&str> {
        let named: BTreeSet<&str> =
            record_ids.iter().filter_map(|id| Some(id.split_once('.')?.0)).collect();
        let known = self.manifest.sources.iter().map(|source| source.id.as_str());
        known.filter(|source_id| named.contains(source_id)).collect()
    }

    /// Hands on every link.
    pub(super) fn each_link(&self, mut take: impl FnMut(LinkRow)) -> Result<()> {
        for source in &self.manifest.sources {
            read_links(&self.table("links", &source.id), &mut take)?;
        }
        Ok(())
    }

    /// Returns the link of a pair, if one is kept.
    pub(super) fn link_of(&self, record_a: &str, record_b: &str) -> Result<Option<LinkRow>> {
        let wanted = BTreeSet::from([record_a.to_owned(), record_b.to_owned()]);
        let mut found = None;
        for source_id in self.sources_of(&wanted) {
            read_links(&self.table("links", source_id), |row| {
                if wanted.contains(&row.record_a) && wanted.contains(&row.record_b) {
                    found = Some(row);
                }
            })?;
        }
        Ok(found)
    }

    /// Returns the person of every record, and how many records each person has.
    pub(super) fn persons(&self) -> Result<(BTreeMap<String, String>, BTreeMap<String, u64>)> {
        let (mut person_of, mut n_records) = (BTreeMap::new(), BTreeMap::new());
        for source in &self.manifest.sources {
            read_persons(&self.table("persons", &source.id), |row| {
                *n_records.entry(row.person_id.clone()).or_default() += 1;
                person_of.insert(row.record_id, row.person_id);
            })?;
        }
        Ok((person_of, n_records))
    }
}

/// Reads the records of these ids.
///
/// # Errors
///
/// When one is in no source of the build.
pub(super) fn find_records(
    build: &CurrentBuild,
    wanted: &BTreeSet<String>,
    description: &LinkDescription,
) -> Result<BTreeMap<String, KnownRecord>> {
    let mut found = BTreeMap::new();
    for source_id in build.sources_of(wanted) {
        let records = build.table("records", source_id);
        let mut tables = StoredTables::open(&records, &build.table("events", source_id))?;
        while let Some(chunk) = tables.next_chunk()? {
            for record_idx in 0..chunk.n_records() {
                let record = chunk.record(record_idx);
                if !wanted.contains(record.record_id()) {
                    continue;
                }
                let values = compared_values(record, &chunk.events(record_idx), description);
                let parts = [Field::Surname, Field::Given, Field::Patronymic];
                let parts: Vec<&str> =
                    parts.into_iter().filter_map(|field| record.get(field)).collect();
                let name = record.get(Field::Name).map_or_else(|| parts.join(" "), str::to_owned);
                found.insert(record.record_id().to_owned(), KnownRecord { name, values });
            }
        }
    }
    match wanted.iter().find(|id| !found.contains_key(*id)) {
        None => Ok(found),
        Some(missing) => bail!(
            "build {} has no record `{missing}`; `synodik search` tells the ids of records",
            build.manifest.build
        ),
    }
}
