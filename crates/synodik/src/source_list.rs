//! A list of sources to import at once (`sources.toml`).

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// One `[[source]]` of the list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceEntry {
    pub(crate) id: Option<String>,
    pub(crate) format: String,
    pub(crate) mapping: Option<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) citation: Option<String>,
    pub(crate) holder: Option<String>,
    pub(crate) licence: Option<String>,
    pub(crate) url: Option<String>,
    #[serde(default)]
    pub(crate) persons_listed_once: bool,
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceList {
    source: Vec<SourceEntry>,
}

/// Loads a list of sources; its paths are relative to the list.
pub(crate) fn load_source_list(path: &Path) -> Result<Vec<SourceEntry>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the list of sources `{}`", path.display()))?;
    let list: SourceList = toml::from_str(&text)
        .with_context(|| format!("cannot read the list of sources `{}`", path.display()))?;
    if list.source.is_empty() {
        bail!("the list `{}` has no `[[source]]`", path.display());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut entries = list.source;
    for entry in &mut entries {
        for file in &mut entry.files {
            *file = folder.join(&*file);
        }
        if let Some(mapping) = &mut entry.mapping {
            let beside = folder.join(&*mapping);
            if beside.is_file() {
                *mapping = beside.to_string_lossy().into_owned();
            }
        }
    }
    Ok(entries)
}
