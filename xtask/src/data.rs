//! Runs the check of the codex over the files of `data/` as they lie on disk.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use synodik_codex::{DataFile, check_codex};

/// Checks `data/` of the repository in a folder; prints what is wrong, one finding a line.
pub(crate) fn check_data(root: &Path) -> Result<()> {
    let mut texts = Vec::new();
    read_folder(&root.join("data"), "", &mut texts)?;
    texts.sort();
    let files: Vec<DataFile<'_>> =
        texts.iter().map(|(path, text)| DataFile { path, text }).collect();
    let findings = check_codex(&files);
    for finding in &findings {
        eprintln!("{finding}");
    }
    if !findings.is_empty() {
        bail!("{} findings in data/", findings.len());
    }
    println!("{} files of data/ are in order", files.len());
    Ok(())
}

/// Collects the text files below a folder with their paths.
fn read_folder(folder: &Path, prefix: &str, texts: &mut Vec<(String, String)>) -> Result<()> {
    let cannot_read = || format!("cannot read `{}`", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot_read)? {
        let entry = entry.with_context(cannot_read)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().with_context(cannot_read)?.is_dir() {
            read_folder(&entry.path(), &format!("{path}/"), texts)?;
        } else {
            let text = fs::read_to_string(entry.path())
                .with_context(|| format!("`data/{path}` is not text in UTF-8"))?;
            texts.push((path, text));
        }
    }
    Ok(())
}
