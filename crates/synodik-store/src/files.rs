//! Small things with files: hashes, durable writes, sorted listings.

use crate::error::{StoreError, file_error};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Reads a file and passes on what it reads: to a hash, and to a copy if there is one.
#[derive(Debug)]
pub struct HashingReader<R> {
    from: R,
    copy: Option<File>,
    hash: Sha256,
    n_bytes: u64,
}

impl<R: Read> HashingReader<R> {
    /// Returns a reader over `from` that also writes into `copy`.
    pub fn new(from: R, copy: Option<File>) -> Self {
        HashingReader { from, copy, hash: Sha256::new(), n_bytes: 0 }
    }

    /// Returns how many bytes have been read, and their SHA-256 in hexadecimal.
    ///
    /// # Errors
    ///
    /// When the copy cannot be brought to disk.
    pub fn finish(self) -> io::Result<(u64, String)> {
        if let Some(copy) = self.copy {
            copy.sync_all()?;
        }
        Ok((self.n_bytes, hexadecimal(&self.hash.finalize())))
    }
}

impl<R: Read> Read for HashingReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n_read = self.from.read(buffer)?;
        self.hash.update(&buffer[..n_read]);
        self.n_bytes += n_read as u64;
        if let Some(copy) = &mut self.copy {
            copy.write_all(&buffer[..n_read])?;
        }
        Ok(n_read)
    }
}

/// Returns the SHA-256 of bytes, in hexadecimal.
pub(crate) fn hash_bytes(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Returns size and SHA-256 of a file, in bytes and hexadecimal.
///
/// # Errors
///
/// [`StoreError::File`] when it cannot be read.
pub fn hash_file(path: &Path) -> Result<(u64, String), StoreError> {
    let file = File::open(path).map_err(file_error("read", path))?;
    let mut reader = HashingReader::new(file, None);
    let mut buffer = vec![0; 1 << 20];
    while reader.read(&mut buffer).map_err(file_error("read", path))? > 0 {}
    reader.finish().map_err(file_error("read", path))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a whole file and brings it to disk.
pub(crate) fn write_durably(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(file_error("write", path))
}

/// Writes a file so that a reader sees the old one or the new one, never a part.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let beside = path.with_extension("tmp");
    write_durably(&beside, bytes)?;
    fs::rename(&beside, path).map_err(file_error("write", path))?;
    sync_parent(path)
}

/// Moves a finished folder to its place and brings the move to disk.
pub(crate) fn move_into_place(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(file_error("create", to))?;
    sync_parent(to)
}

pub(crate) fn sync_parent(path: &Path) -> Result<(), StoreError> {
    let Some(parent) = path.parent() else { return Ok(()) };
    let sync = || File::open(parent)?.sync_all();
    sync().map_err(file_error("write", parent))
}

pub(crate) fn create_folder(path: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(path).map_err(file_error("create", path))
}

/// Removes a file or folder; nothing there is fine.
pub(crate) fn remove_any(path: &Path) -> Result<(), StoreError> {
    let removed = match path.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(_) => Ok(()),
    };
    removed.map_err(file_error("remove", path))
}

/// Returns the names in a folder, sorted; none when there is no folder.
pub(crate) fn sorted_names(folder: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(file_error("read", folder)(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(file_error("read", folder))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Returns all files below a folder, relative to it, sorted.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(relative) = folders.pop() {
        for name in sorted_names(&folder.join(&relative))? {
            let path = relative.join(&name);
            match folder.join(&path).is_dir() {
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a TOML file into a value; the error gives file and line.
pub(crate) fn read_toml<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, StoreError> {
    let text = fs::read_to_string(path).map_err(file_error("read", path))?;
    toml::from_str(&text).map_err(|error| StoreError::Toml {
        path: path.to_owned(),
        message: error.to_string().trim_end().to_owned(),
    })
}

/// Writes a value as TOML.
pub(crate) fn to_toml<T: serde::Serialize>(value: &T) -> String {
    toml::to_string(value).expect("the tables of an archive are plain structs without maps of maps")
}
