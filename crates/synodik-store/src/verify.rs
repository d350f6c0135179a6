//! Checks that an archive still holds the bytes it recorded.

use crate::archive::Archive;
use crate::build::MANIFEST_FILE;
use crate::error::StoreError;
use crate::files::{files_below, hash_file};
use std::path::{Path, PathBuf};

/// Something that is not as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it, as a clause.
    pub problem: String,
}

/// Checks every hash of sources and builds.
///
/// # Shape
///
/// Gives the number of files checked and what is wrong, by path.
///
/// # Errors
///
/// [`StoreError`] when a description or manifest itself cannot be read.
pub fn verify_archive(archive: &Archive) -> Result<(u64, Vec<Damage>), StoreError> {
    let mut n_checked = 0;
    let mut damages = Vec::new();
    for source in archive.sources()? {
        for file in &source.description.files {
            n_checked += 1;
            check(&source.original(file), file.size_bytes, &file.sha256, &mut damages);
        }
        n_checked += source.reading.as_ref().map_or(0, |reading| reading.files.len() as u64);
        for path in source.damaged_reading() {
            let problem = "is not as it was read; the next build reads the source again".to_owned();
            damages.push(Damage { path, problem });
        }
    }
    for number in archive.build_numbers()? {
        let folder = archive.build_folder(number);
        let manifest = crate::BuildManifest::read(&folder)?;
        for file in &manifest.files {
            n_checked += 1;
            check(&folder.join(&file.path), file.size_bytes, &file.sha256, &mut damages);
        }
        for path in files_below(&folder)? {
            let name = path.to_string_lossy();
            let is_known =
                name == MANIFEST_FILE || manifest.files.iter().any(|file| file.path == name);
            if !is_known {
                let problem = "is not in the manifest".to_owned();
                damages.push(Damage { path: folder.join(&path), problem });
            }
        }
    }
    if let Some(number) = archive.current_number()? {
        let folder = archive.build_folder(number);
        if !folder.is_dir() {
            let problem = "is the current build but is missing".to_owned();
            damages.push(Damage { path: folder, problem });
        }
    }
    Ok((n_checked, damages))
}

fn check(path: &Path, size_bytes: u64, sha256: &str, damages: &mut Vec<Damage>) {
    let problem = match hash_file(path) {
        Ok((size, hash)) if size == size_bytes && hash == sha256 => return,
        Ok((size, _)) if size != size_bytes => {
            format!("has {size} bytes where {size_bytes} were recorded")
        }
        Ok((_, hash)) => format!("has SHA-256 {hash} where {sha256} was recorded"),
        Err(error) => match std::error::Error::source(&error) {
            Some(cause) => format!("cannot be read: {cause}"),
            None => format!("cannot be read: {error}"),
        },
    };
    damages.push(Damage { path: path.to_owned(), problem });
}
