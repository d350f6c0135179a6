//! A build: tables and public index made from the sources, swapped in at once.

use crate::archive::{Archive, BUILDING, BUILDS, CURRENT, WriteLock};
use crate::cells::RowsFile;
use crate::columns::TableSpec;
use crate::error::{StoreError, file_error};
use crate::files::{
    create_folder, files_below, hash_file, move_into_place, read_toml, remove_any, sync_parent,
    to_toml, write_durably,
};
use crate::reading::{READING_LISTS, READING_TABLES, ReadingCounts};
use crate::source::{SourceFile, StoredSource};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const MANIFEST_FILE: &str = "manifest.toml";
const PUBLIC: &str = "public";
/// Name of the folder of a build that ended after the stage `link`.
const LINKED: &str = "linked";

/// The file `manifest.toml` of a build. It holds no time of day, so that equal
/// input gives an equal manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuildManifest {
    /// Number of the build, from 1.
    pub build: u64,
    /// Version of the program.
    pub program_version: String,
    /// Hash of the rules in `data/`.
    pub data_sha256: String,
    /// Day for which the living rule was applied, `YYYY-MM-DD`.
    pub as_of: String,
    /// Name of the archive shown on the pages.
    pub archive_name: String,
    /// What all sources hold together.
    pub counts: ReadingCounts,
    /// Records that are placeholders in public.
    pub n_withheld: u64,
    /// Hash over the judgements in force; empty when there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub judgements_sha256: String,
    /// Hash over the places and camps of the archive's own; empty when there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub places_sha256: String,
    /// Persons the records are held to be of.
    #[serde(default)]
    pub n_persons: u64,
    /// Families that ties make of persons and of those named with them.
    #[serde(default)]
    pub n_families: u64,
    /// The sources it was made from, by id.
    #[serde(rename = "source", default)]
    pub sources: Vec<BuiltSource>,
    /// The files it has, by path, this one left out.
    #[serde(rename = "file", default)]
    pub files: Vec<BuildFile>,
}

/// One source of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuiltSource {
    /// Id of the source.
    pub id: String,
    /// Hash over its description and mapping.
    pub description_sha256: String,
    /// What was read.
    pub counts: ReadingCounts,
    /// The files it was read from.
    #[serde(rename = "input")]
    pub inputs: Vec<SourceFile>,
}

/// One file of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuildFile {
    /// Path in the build, with `/`.
    pub path: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

impl BuildManifest {
    pub(crate) fn read(build_folder: &Path) -> Result<BuildManifest, StoreError> {
        read_toml(&build_folder.join(MANIFEST_FILE))
    }

    /// Returns whether another build would be made from the same input by the same program.
    ///
    /// The day of the living rule is not compared; see [`BuildManifest::as_of`].
    pub fn has_same_input(&self, other: &BuildManifest) -> bool {
        self.program_version == other.program_version
            && self.data_sha256 == other.data_sha256
            && self.archive_name == other.archive_name
            && self.judgements_sha256 == other.judgements_sha256
            && self.places_sha256 == other.places_sha256
            && self.sources == other.sources
    }
}

/// Returns where a table of a source lies in the folder of a build.
pub fn table_path(build: &Path, table: &str, source_id: &str) -> PathBuf {
    build.join(table).join(format!("{source_id}.parquet"))
}

/// A build being made.
#[derive(Debug)]
pub struct BuildInProgress {
    folder: PathBuf,
    number: u64,
    is_finished: bool,
}

impl BuildInProgress {
    /// Starts a build.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when its folder cannot be made.
    pub fn start(archive: &Archive, _lock: &WriteLock) -> Result<BuildInProgress, StoreError> {
        let folder = archive.folder().join(BUILDS).join(BUILDING);
        remove_any(&folder)?;
        create_folder(&folder.join(PUBLIC))?;
        let last = archive.build_numbers()?.last().copied();
        let number = last.max(archive.current_number()?).unwrap_or(0) + 1;
        Ok(BuildInProgress { folder, number, is_finished: false })
    }

    /// Returns the number the build will have.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Returns the folder of the build.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the folder of the public index.
    pub fn public_folder(&self) -> PathBuf {
        self.folder.join(PUBLIC)
    }

    /// Takes the tables of a source into the build.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when a file is missing or the disk does not take it.
    pub fn add_source(&self, source: &StoredSource) -> Result<(), StoreError> {
        let lists = READING_LISTS.iter().map(|(name, _)| (*name, "tsv"));
        let tables = READING_TABLES.iter().map(|(name, _)| (*name, "parquet"));
        for (name, ending) in tables.chain(lists) {
            let folder = self.folder.join(name);
            create_folder(&folder)?;
            let to = folder.join(format!("{}.{ending}", source.id()));
            let from = source.table(name);
            // A reading is never altered, so build and source can share its bytes.
            if fs::hard_link(&from, &to).is_err() {
                fs::copy(&from, &to).map_err(file_error("copy", &from))?;
            }
        }
        Ok(())
    }

    /// Returns where a table of a source is to be written; its folder is made.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when the folder cannot be made.
    pub fn table(&self, table: &str, source_id: &str) -> Result<PathBuf, StoreError> {
        create_folder(&self.folder.join(table))?;
        Ok(table_path(&self.folder, table, source_id))
    }

    /// Writes a further file of the build and brings it to disk; its folder is made.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when the disk does not take it.
    pub fn write_file(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.folder.join(path);
        if let Some(folder) = path.parent() {
            create_folder(folder)?;
        }
        write_durably(&path, bytes)
    }

    /// Ends here: what there is becomes `builds/linked`, which nothing is served from.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the disk does not take it.
    pub fn set_aside(mut self, archive: &Archive) -> Result<PathBuf, StoreError> {
        let place = archive.folder().join(BUILDS).join(LINKED);
        remove_any(&self.public_folder())?;
        remove_any(&place)?;
        move_into_place(&self.folder, &place)?;
        self.is_finished = true;
        Ok(place)
    }

    /// Creates the file of a further table for one source, to be written row by row.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when it cannot be created.
    pub fn create_table(&self, table: &TableSpec, source_id: &str) -> Result<RowsFile, StoreError> {
        RowsFile::create(&self.table(table.name, source_id)?, table)
    }

    /// Completes the build, makes it the current one and removes builds beyond those kept.
    ///
    /// `build` and `files` of the manifest are filled in here.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the disk does not take it; the current build stays.
    pub fn finish(
        mut self,
        archive: &Archive,
        manifest: &mut BuildManifest,
    ) -> Result<PathBuf, StoreError> {
        manifest.build = self.number;
        manifest.files.clear();
        for path in files_below(&self.folder)? {
            let (size_bytes, sha256) = hash_file(&self.folder.join(&path))?;
            let path = path.to_string_lossy().into_owned();
            manifest.files.push(BuildFile { path, size_bytes, sha256 });
        }
        write_durably(&self.folder.join(MANIFEST_FILE), to_toml(manifest).as_bytes())?;
        let place = archive.build_folder(manifest.build);
        move_into_place(&self.folder, &place)?;
        self.is_finished = true;
        point_to(archive, manifest.build)?;
        let mut numbers = archive.build_numbers()?;
        numbers.truncate(numbers.len().saturating_sub(archive.config().keep_builds.max(1)));
        for number in numbers {
            remove_any(&archive.build_folder(number))?;
        }
        Ok(place)
    }
}

impl Drop for BuildInProgress {
    fn drop(&mut self) {
        if !self.is_finished {
            // What cannot be removed now, the next writer removes.
            let _ = remove_any(&self.folder);
        }
    }
}

/// Lets `current` point to a build; a reader sees the old pointer or the new one.
fn point_to(archive: &Archive, number: u64) -> Result<(), StoreError> {
    let pointer = archive.folder().join(CURRENT);
    let beside = pointer.with_extension("tmp");
    remove_any(&beside)?;
    let target = Path::new(BUILDS).join(number.to_string());
    std::os::unix::fs::symlink(target, &beside).map_err(file_error("create", &beside))?;
    fs::rename(&beside, &pointer).map_err(file_error("write", &pointer))?;
    sync_parent(&pointer)
}
