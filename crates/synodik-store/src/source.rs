//! A source as received: its bytes, where they come from, and what was read.

use crate::archive::{Archive, INCOMING, REPLACED, SOURCES, WriteLock};
use crate::error::{StoreError, file_error};
use crate::files::{
    HashingReader, create_folder, hash_bytes, move_into_place, read_toml, remove_any, to_toml,
    write_durably,
};
use crate::reading::{READING_LISTS, READING_TABLES, ReadingStamp, read_stamp};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

const SOURCE_FILE: &str = "source.toml";
const MAPPING_FILE: &str = "mapping.toml";
const ORIGINAL: &str = "original";
const READING: &str = "reading";

/// The file `source.toml` of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceDescription {
    /// Id, also the name of its folder.
    pub id: String,
    /// Title shown on the pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How to cite it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// Who holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// Licence of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Address where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Day it was received, `YYYY-MM-DD`.
    pub received: String,
    /// Format it is read as.
    pub format: String,
    /// Encoding stated by the user; detected when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Whether the source states that it names nobody twice, so that two of its entries are two people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub persons_listed_once: bool,
    /// The files as received, in the order they are read.
    #[serde(rename = "file")]
    pub files: Vec<SourceFile>,
}

/// One file as received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Name, without folders.
    pub name: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

/// A source in an archive.
#[derive(Debug, Clone)]
pub struct StoredSource {
    folder: PathBuf,
    /// Its description.
    pub description: SourceDescription,
    /// The stamp of its reading; `None` when it has to be read again.
    pub reading: Option<ReadingStamp>,
}

impl StoredSource {
    pub(crate) fn open(folder: &Path) -> Result<StoredSource, StoreError> {
        let description: SourceDescription = read_toml(&folder.join(SOURCE_FILE))?;
        let reading = read_stamp(&folder.join(READING)).ok();
        Ok(StoredSource { folder: folder.to_owned(), description, reading })
    }

    /// Returns the id.
    pub fn id(&self) -> &str {
        &self.description.id
    }

    /// Returns where a file as received lies.
    pub fn original(&self, file: &SourceFile) -> PathBuf {
        self.folder.join(ORIGINAL).join(&file.name)
    }

    /// Returns the text of the mapping, if the source has one.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when it is there and cannot be read.
    pub fn mapping(&self) -> Result<Option<String>, StoreError> {
        read_optional(&self.folder.join(MAPPING_FILE))
    }

    /// Returns where a table of the reading lies: `records` or `events`.
    pub fn table(&self, table: &str) -> PathBuf {
        let known = READING_TABLES.iter().chain(&READING_LISTS);
        let file = known.into_iter().find(|(name, _)| *name == table).map_or(table, |(_, f)| f);
        self.folder.join(READING).join(file)
    }

    /// Returns the files of the reading that are missing or not as they were written.
    pub fn damaged_reading(&self) -> Vec<PathBuf> {
        let folder = self.folder.join(READING);
        let Some(reading) = &self.reading else { return Vec::new() };
        let damaged = reading.damaged_files(&folder);
        damaged.into_iter().map(|file| folder.join(&file.name)).collect()
    }

    /// Returns a hash over description and mapping: all that a build takes from here but the bytes.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when a file cannot be read.
    pub fn description_sha256(&self) -> Result<String, StoreError> {
        let mut text = to_toml(&self.description);
        text.push_str(&self.mapping()?.unwrap_or_default());
        Ok(hash_bytes(text.as_bytes()))
    }

    /// Writes a new reading beside the present one and puts it in its place.
    ///
    /// # Errors
    ///
    /// Whatever `write` gives, and [`StoreError`] when the folders cannot be changed.
    pub fn replace_reading<E: From<StoreError>>(
        &mut self,
        _lock: &WriteLock,
        write: impl FnOnce(&Path) -> Result<ReadingStamp, E>,
    ) -> Result<(), E> {
        let beside = self.folder.join(".reading");
        remove_any(&beside)?;
        create_folder(&beside)?;
        let written = write(&beside);
        if written.is_err() {
            remove_any(&beside)?;
        }
        let stamp = written?;
        // Without its stamp a reading does not count, so a kill here costs only another reading.
        remove_any(&self.folder.join(READING))?;
        move_into_place(&beside, &self.folder.join(READING))?;
        self.reading = Some(stamp);
        Ok(())
    }
}

fn read_optional(path: &Path) -> Result<Option<String>, StoreError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(file_error("read", path)(error)),
    }
}

/// A source being received: written beside, moved into place when complete.
#[derive(Debug)]
pub struct SourceInProgress {
    folder: PathBuf,
    place: PathBuf,
    replaced: PathBuf,
    is_finished: bool,
}

impl SourceInProgress {
    /// Starts receiving a source.
    ///
    /// # Errors
    ///
    /// [`StoreError::BadSourceId`]; [`StoreError::SourceExists`] unless it is to be replaced.
    pub fn start(
        archive: &Archive,
        _lock: &WriteLock,
        source_id: &str,
        is_replacement: bool,
    ) -> Result<SourceInProgress, StoreError> {
        if !is_source_id(source_id) {
            return Err(StoreError::BadSourceId(source_id.to_owned()));
        }
        let sources = archive.folder().join(SOURCES);
        let place = sources.join(source_id);
        if place.exists() && !is_replacement {
            return Err(StoreError::SourceExists(source_id.to_owned()));
        }
        let folder = sources.join(format!("{INCOMING}{source_id}"));
        create_folder(&folder.join(ORIGINAL))?;
        create_folder(&folder.join(READING))?;
        let replaced = sources.join(format!("{REPLACED}{source_id}"));
        Ok(SourceInProgress { folder, place, replaced, is_finished: false })
    }

    /// Opens a file that is received, so that reading it also keeps and hashes it.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when it cannot be read or kept.
    pub fn receive(&self, path: &Path, name: &str) -> Result<HashingReader<File>, StoreError> {
        let from = File::open(path).map_err(file_error("read", path))?;
        let to = self.folder.join(ORIGINAL).join(name);
        let copy = File::create_new(&to).map_err(file_error("create", &to))?;
        Ok(HashingReader::new(from, Some(copy)))
    }

    /// Returns the folder of its reading.
    pub fn reading_folder(&self) -> PathBuf {
        self.folder.join(READING)
    }

    /// Completes the source and moves it into place.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when the disk does not take it.
    pub fn finish(
        mut self,
        description: &SourceDescription,
        mapping: Option<&str>,
    ) -> Result<StoredSource, StoreError> {
        if let Some(mapping) = mapping {
            write_durably(&self.folder.join(MAPPING_FILE), mapping.as_bytes())?;
        }
        write_durably(&self.folder.join(SOURCE_FILE), to_toml(description).as_bytes())?;
        if self.place.exists() {
            remove_any(&self.replaced)?;
            move_into_place(&self.place, &self.replaced)?;
        }
        if let Err(error) = move_into_place(&self.folder, &self.place) {
            // The old source goes back, so that nothing has changed.
            if self.replaced.exists() {
                move_into_place(&self.replaced, &self.place)?;
            }
            return Err(error);
        }
        self.is_finished = true;
        remove_any(&self.replaced)?;
        StoredSource::open(&self.place)
    }
}

impl Drop for SourceInProgress {
    fn drop(&mut self) {
        if !self.is_finished {
            // What cannot be removed now, the next writer removes.
            let _ = remove_any(&self.folder);
        }
    }
}

/// Returns whether a text can be a folder name, a part of an address and of a record id.
fn is_source_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    (1..=60).contains(&text.len())
        && text.bytes().all(|byte| is_plain(byte) || byte == b'-' || byte == b'_')
        && text.bytes().next().is_some_and(is_plain)
}

#[cfg(test)]
mod tests {
    use super::is_source_id;

    #[test]
    fn source_ids_are_safe_as_folder_and_address() {
        for good in ["moscow", "r5-1949", "a", "1937_tula"] {
            assert!(is_source_id(good), "{good}");
        }
        for bad in ["", "-a", "..", "a/b", "a.b", "Москва", "A", "a b", &"a".repeat(61)] {
            assert!(!is_source_id(bad), "{bad}");
        }
    }
}
