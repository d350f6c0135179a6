//! Exported persons and links: those of the build, and in public only what is shown.

use anyhow::Result;
use std::collections::BTreeSet;
use std::path::Path;
use synodik_store::{
    BuildManifest, Cell, TableSpec, link_cells, links_table, person_cells, persons_table,
    read_links, read_persons, table_path,
};

/// Returns the columns of an exported table of the link stage, if it is one.
pub(super) fn linkage_table(name: &str, is_all: bool) -> Option<TableSpec> {
    let mut table = match name {
        "persons" => persons_table(),
        "links" => links_table(),
        _ => return None,
    };
    if !is_all {
        table.columns.retain(|column| !["shown_as", "p_shown"].contains(&column.name));
    }
    Some(table)
}

/// Hands on the rows of `persons`, of which the public sees those that are shown.
pub(super) fn export_persons(
    (build, manifest): (&Path, &BuildManifest),
    is_all: bool,
    mut write: impl FnMut(&[Cell<'_>]) -> Result<()>,
) -> Result<()> {
    for source in &manifest.sources {
        let mut outcome = Ok(());
        read_persons(&table_path(build, "persons", &source.id), |row| {
            if outcome.is_err() {
                return;
            }
            outcome = match (&row.shown, is_all) {
                (_, true) => write(&person_cells(&row)),
                (None, false) => Ok(()),
                (Some((person_id, p)), false) => write(&[
                    Cell::text(Some(person_id)),
                    Cell::text(Some(&row.record_id)),
                    Cell::Share(*p),
                ]),
            };
        })?;
        outcome?;
    }
    Ok(())
}

/// Hands on the rows of `links`, of which the public sees those between records that are shown.
pub(super) fn export_links(
    (build, manifest): (&Path, &BuildManifest),
    is_all: bool,
    mut write: impl FnMut(&[Cell<'_>]) -> Result<()>,
) -> Result<()> {
    let mut shown: BTreeSet<String> = BTreeSet::new();
    if !is_all {
        for source in &manifest.sources {
            read_persons(&table_path(build, "persons", &source.id), |row| {
                if row.shown.is_some() {
                    shown.insert(row.record_id);
                }
            })?;
        }
    }
    for source in &manifest.sources {
        let mut outcome = Ok(());
        read_links(&table_path(build, "links", &source.id), |row| {
            let is_shown = shown.contains(&row.record_a) && shown.contains(&row.record_b);
            if outcome.is_ok() && (is_all || is_shown) {
                outcome = write(&link_cells(&row));
            }
        })?;
        outcome?;
    }
    Ok(())
}
