//! Rules of the repository that no compiler knows; each names file and line.
//!
//! A rule is a function from texts to problems. Only this module reads the disk.

mod banned;
mod crates;
mod links;
mod source_keys;
mod text;

use crate::step::cargo;
use anyhow::{Context, Result, bail};
use std::fmt;
use std::fs;
use std::path::Path;

/// Names that are not part of the repository, wherever they lie.
const SKIPPED: [&str; 7] =
    [".git", "target", "node_modules", "demo-archive", "corpus", "artifacts", "__pycache__"];

/// A file of the repository.
pub(crate) struct RepositoryFile {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    pub(crate) size_bytes: u64,
    /// Its text; `None` when it is not UTF-8.
    pub(crate) text: Option<String>,
}

/// Something that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    pub(crate) path: String,
    /// Line from 1; 0 when it is the whole file.
    pub(crate) line: usize,
    /// What is wrong and what is expected, as a clause.
    pub(crate) clause: String,
}

impl Problem {
    pub(crate) fn new(path: &str, line: usize, clause: impl Into<String>) -> Problem {
        Problem { path: path.to_owned(), line, clause: clause.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(formatter, "{}: {}", self.path, self.clause),
            line => write!(formatter, "{}:{line}: {}", self.path, self.clause),
        }
    }
}

/// Checks every rule over the repository in a folder.
pub(crate) fn check_repository(root: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect_files(root, "", &mut files)?;
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]).output()?;
    let packages = crates::parse_metadata(&metadata)?;
    let mut problems = crates::check_edges(&packages);
    let architecture = files.iter().find(|file| file.path == "ARCHITECTURE.md");
    match architecture.and_then(|file| file.text.as_deref()) {
        Some(text) => problems.extend(crates::check_code_map(&packages, text)),
        None => problems.push(Problem::new("ARCHITECTURE.md", 0, "is missing")),
    }
    let exists = |path: &str| root.join(path).exists();
    for file in &files {
        problems.extend(text::check_file(file));
        problems.extend(links::check_file(file, &exists));
        problems.extend(banned::check_file(file));
    }
    problems.extend(source_keys::check_files(&files));
    problems.sort();
    for problem in &problems {
        eprintln!("{problem}");
    }
    match problems.len() {
        0 => {
            println!("{} files are tidy", files.len());
            Ok(())
        }
        n_problems => bail!("{n_problems} problems in {} files", files.len()),
    }
}

/// Collects the files below a folder, sorted by path.
fn collect_files(root: &Path, folder: &str, files: &mut Vec<RepositoryFile>) -> Result<()> {
    let at = root.join(folder);
    let read = || format!("cannot read `{}`", at.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&at).with_context(read)? {
        names.push(entry.with_context(read)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    for name in names {
        if SKIPPED.contains(&name.as_str()) || name.ends_with(".tmp") {
            continue;
        }
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if root.join(&path).is_dir() {
            collect_files(root, &path, files)?;
            continue;
        }
        let bytes = fs::read(root.join(&path)).with_context(|| format!("cannot read `{path}`"))?;
        let size_bytes = bytes.len() as u64;
        files.push(RepositoryFile { path, size_bytes, text: String::from_utf8(bytes).ok() });
    }
    Ok(())
}

#[cfg(test)]
pub(crate) fn file_of(path: &str, text: &str) -> RepositoryFile {
    RepositoryFile {
        path: path.to_owned(),
        size_bytes: text.len() as u64,
        text: Some(text.to_owned()),
    }
}
