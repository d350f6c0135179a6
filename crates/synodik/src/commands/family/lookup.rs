//! Finds the family that an id names: in public by the public files, else by the tables.

use super::stored::StoredFamilies;
use crate::commands::public_folder;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use synodik_index::{PublicFamily, PublicIndex, PublicMember};
use synodik_store::{
    Archive, BuildManifest, Cell, StoreError, mentions_table, read_rows, table_path,
};

/// A family, and the number of the member whom the id names.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundFamily {
    pub(super) family: PublicFamily,
    pub(super) member: Option<usize>,
}

/// The families of the current build.
pub(super) struct Families {
    build: PathBuf,
    manifest: BuildManifest,
    /// What is public; `None` when everything is to be shown.
    public: Option<PublicIndex>,
}

pub(super) fn open_families(archive: &Archive, is_all: bool) -> Result<Families> {
    let current = archive.current_build()?;
    let (build, manifest) =
        current.ok_or_else(|| StoreError::NoBuild(archive.folder().to_owned()))?;
    let public = match is_all {
        true => None,
        false => Some(PublicIndex::open(&public_folder(archive)?)?),
    };
    Ok(Families { build, manifest, public })
}

impl Families {
    /// Returns the family that an id names, of itself or by one of its members.
    pub(super) fn find(&self, id: &str) -> Result<FoundFamily> {
        let found = match &self.public {
            Some(index) => self.find_public(index, id)?,
            None => StoredFamilies::new(&self.build, &self.manifest).find(id)?,
        };
        match (found, &self.public) {
            (Some(found), _) => Ok(found),
            (None, Some(_)) => bail!(
                "no family of `{id}` is shown; expected the id of a family, person, record or mention\n\
                 hint: without --all nobody is shown who may be living"
            ),
            (None, None) => bail!(
                "nothing with the id `{id}` belongs to a family; expected the id of a family, person, record or mention"
            ),
        }
    }

    /// Returns the family of one member, and which that is.
    pub(super) fn find_member(&self, id: &str) -> Result<(FoundFamily, usize)> {
        let found = self.find(id)?;
        let member = found.member.with_context(|| {
            format!("`{id}` is a family; expected the id of a person, record or mention")
        })?;
        Ok((found, member))
    }

    fn find_public(&self, index: &PublicIndex, id: &str) -> Result<Option<FoundFamily>> {
        if let Some(family) = index.family(id)? {
            return Ok(Some(FoundFamily { family, member: None }));
        }
        if let Some(found) = public_member(index, id)? {
            return Ok(Some(found));
        }
        if !id.contains('#') {
            return Ok(None);
        }
        match self.person_of_mention(id, "shown_person_id")? {
            Some(person_id) => public_member(index, &person_id),
            None => Ok(None),
        }
    }

    fn person_of_mention(&self, mention_id: &str, column: &str) -> Result<Option<String>> {
        person_of_mention((&self.build, &self.manifest), mention_id, column)
    }
}

fn public_member(index: &PublicIndex, id: &str) -> Result<Option<FoundFamily>> {
    let Some(family_id) = index.family_of_record(id) else { return Ok(None) };
    let Some(family) = index.family(&family_id)? else { return Ok(None) };
    let member = family.members.iter().position(|member| is_member(member, id));
    Ok(Some(FoundFamily { family, member }))
}

/// Whether an id is that of a member or of one of their records.
pub(super) fn is_member(member: &PublicMember, id: &str) -> bool {
    match member {
        PublicMember::Shown(shown) => {
            shown.person_id == id || shown.records.iter().any(|(record_id, _)| record_id == id)
        }
        PublicMember::Unnamed { .. } | PublicMember::Living => false,
    }
}

/// Looks up the person of a mention in the tables of a build.
pub(super) fn person_of_mention(
    (build, manifest): (&std::path::Path, &BuildManifest),
    mention_id: &str,
    column: &str,
) -> Result<Option<String>> {
    let table = mentions_table();
    let [id_idx, person_idx] = table.places(["mention_id", column]);
    // The id of a mention begins with that of its source.
    let source_id = mention_id.split('.').next().unwrap_or_default();
    let Some(source) = manifest.sources.iter().find(|source| source.id == source_id) else {
        return Ok(None);
    };
    let path = table_path(build, table.name, &source.id);
    let mut person = None;
    read_rows(&path, &table, |row| -> Result<()> {
        if matches!(&row[id_idx], Cell::Text(id) if id == mention_id) {
            person = match &row[person_idx] {
                Cell::Text(person_id) => Some(person_id.clone().into_owned()),
                _ => None,
            };
        }
        Ok(())
    })?;
    Ok(person)
}
