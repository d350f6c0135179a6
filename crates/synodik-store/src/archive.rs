//! An archive: its folder, its configuration, and the one writer at a time.

use crate::build::BuildManifest;
use crate::error::{StoreError, file_error};
use crate::files::{create_folder, read_toml, remove_any, replace_file, sorted_names, to_toml};
use crate::source::StoredSource;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

const CONFIG_FILE: &str = "synodik.toml";
const LOCK_FILE: &str = ".lock";
pub(crate) const SOURCES: &str = "sources";
pub(crate) const BUILDS: &str = "builds";
pub(crate) const CURRENT: &str = "current";
/// Start of the name of a source being received.
pub(crate) const INCOMING: &str = ".incoming-";
/// Start of the name of a source that another is about to replace.
pub(crate) const REPLACED: &str = ".replaced-";
/// Name of a build being made.
pub(crate) const BUILDING: &str = ".building";

/// The file `synodik.toml` of an archive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArchiveConfig {
    /// Name shown on the pages.
    pub name: String,
    /// How many builds are kept, the current one included; at least 1.
    pub keep_builds: usize,
    /// Share of rejected rows, from 0 to 1, above which an import ends with exit code 1.
    pub max_reject_share: f64,
}

impl ArchiveConfig {
    /// Returns what `synodik init` writes.
    pub fn of_name(name: &str) -> ArchiveConfig {
        ArchiveConfig { name: name.to_owned(), keep_builds: 2, max_reject_share: 0.01 }
    }
}

/// An archive on disk.
#[derive(Debug, Clone)]
pub struct Archive {
    folder: PathBuf,
    config: ArchiveConfig,
}

/// The right to write to an archive; ends when dropped.
#[derive(Debug)]
pub struct WriteLock {
    _file: File,
}

impl Archive {
    /// Makes an empty archive in a folder that is empty or not there.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotEmpty`], or [`StoreError::File`] when the folder cannot be written.
    pub fn init(folder: &Path, config: ArchiveConfig) -> Result<Archive, StoreError> {
        if !sorted_names(folder)?.is_empty() {
            return Err(StoreError::NotEmpty(folder.to_owned()));
        }
        create_folder(&folder.join(SOURCES))?;
        create_folder(&folder.join(BUILDS))?;
        replace_file(&folder.join(CONFIG_FILE), to_toml(&config).as_bytes())?;
        Ok(Archive { folder: folder.to_owned(), config })
    }

    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotAnArchive`], or [`StoreError::Toml`] for a broken `synodik.toml`.
    pub fn open(folder: &Path) -> Result<Archive, StoreError> {
        let config_path = folder.join(CONFIG_FILE);
        if !config_path.is_file() {
            return Err(StoreError::NotAnArchive(folder.to_owned()));
        }
        let config: ArchiveConfig = read_toml(&config_path)?;
        let message = match &config {
            config if config.keep_builds == 0 => "`keep_builds` has to be at least 1",
            config if !(0.0..=1.0).contains(&config.max_reject_share) => {
                "`max_reject_share` has to be a share from 0 to 1"
            }
            _ => return Ok(Archive { folder: folder.to_owned(), config }),
        };
        Err(StoreError::Toml { path: config_path, message: message.to_owned() })
    }

    /// Returns the folder of the archive.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the configuration.
    pub fn config(&self) -> &ArchiveConfig {
        &self.config
    }

    /// Takes the right to write, and removes what a killed writer left.
    ///
    /// # Errors
    ///
    /// [`StoreError::Locked`] when another process has it.
    pub fn lock(&self) -> Result<WriteLock, StoreError> {
        let path = self.folder.join(LOCK_FILE);
        let file = File::create(&path).map_err(file_error("write", &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked(self.folder.clone())),
            Err(TryLockError::Error(error)) => return Err(file_error("lock", &path)(error)),
        }
        self.remove_leftovers()?;
        Ok(WriteLock { _file: file })
    }

    fn remove_leftovers(&self) -> Result<(), StoreError> {
        let sources = self.folder.join(SOURCES);
        for name in sorted_names(&sources)? {
            let path = sources.join(&name);
            if name.starts_with(INCOMING) {
                remove_any(&path)?;
            } else if let Some(source_id) = name.strip_prefix(REPLACED) {
                let place = sources.join(source_id);
                match place.exists() {
                    true => remove_any(&path)?,
                    // Killed between the two moves: the old source goes back.
                    false => fs::rename(&path, &place).map_err(file_error("restore", &place))?,
                }
            }
        }
        remove_any(&self.folder.join(BUILDS).join(BUILDING))?;
        remove_any(&self.folder.join(CURRENT).with_extension("tmp"))?;
        remove_any(&self.folder.join(CONFIG_FILE).with_extension("tmp"))?;
        Ok(())
    }

    /// Returns the sources, by id.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when one cannot be read.
    pub fn sources(&self) -> Result<Vec<StoredSource>, StoreError> {
        let sources = self.folder.join(SOURCES);
        sorted_names(&sources)?
            .into_iter()
            .filter(|name| !name.starts_with('.'))
            .map(|name| StoredSource::open(&sources.join(name)))
            .collect()
    }

    /// Returns the folder of the current build with its manifest, if there is one.
    ///
    /// A build whose folder was removed is none.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the manifest cannot be read.
    pub fn current_build(&self) -> Result<Option<(PathBuf, BuildManifest)>, StoreError> {
        let Some(number) = self.current_number()? else { return Ok(None) };
        let folder = self.build_folder(number);
        if !folder.is_dir() {
            return Ok(None);
        }
        let manifest = BuildManifest::read(&folder)?;
        Ok(Some((folder, manifest)))
    }

    /// Returns the number of the build that `current` points to.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] when the pointer cannot be read.
    pub fn current_number(&self) -> Result<Option<u64>, StoreError> {
        let pointer = self.folder.join(CURRENT);
        match fs::read_link(&pointer) {
            Ok(target) => Ok(target.file_name().and_then(|name| name.to_str()?.parse().ok())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(file_error("read", &pointer)(error)),
        }
    }

    /// Returns the numbers of the finished builds, in order.
    pub(crate) fn build_numbers(&self) -> Result<Vec<u64>, StoreError> {
        let names = sorted_names(&self.folder.join(BUILDS))?;
        let mut numbers: Vec<u64> = names.iter().filter_map(|name| name.parse().ok()).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    pub(crate) fn build_folder(&self, number: u64) -> PathBuf {
        self.folder.join(BUILDS).join(number.to_string())
    }
}
