//! The tables of a folder.

use anyhow::{Context, Result, bail};
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use std::path::{Path, PathBuf};

/// Makes each table of a folder known under its name.
///
/// # Errors
///
/// When the folder cannot be read or has no table.
pub(crate) async fn open_tables(context: &SessionContext, folder: &Path) -> Result<()> {
    let paths = table_paths(folder)?;
    if paths.is_empty() {
        bail!("`{}` has no tables; it should hold Parquet files", folder.display());
    }
    for (name, path) in paths {
        let text = path.to_str().context("the path of the tables is not UTF-8")?;
        // A folder is told from a file by the slash at its end.
        let text = if path.is_dir() { format!("{text}/") } else { text.to_owned() };
        context
            .register_parquet(name.as_str(), text.as_str(), ParquetReadOptions::default())
            .await
            .with_context(|| format!("cannot read the table `{}`", path.display()))?;
    }
    Ok(())
}

/// Returns the names of the tables a question may use.
pub(crate) fn table_names(context: &SessionContext) -> Vec<String> {
    let catalog = context.catalog("datafusion");
    let schema = catalog.and_then(|catalog| catalog.schema("public"));
    let mut names = schema.map(|schema| schema.table_names()).unwrap_or_default();
    names.sort();
    names
}

/// Returns name and place of each table, by name.
fn table_paths(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let unreadable = || format!("cannot read the folder `{}`", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        let is_table = if path.is_dir() { has_parquet(&path)? } else { is_parquet(&path) };
        let name = path.file_stem().and_then(|name| name.to_str());
        if let (Some(name), true) = (name, is_table) {
            paths.push((name.to_owned(), path));
        }
    }
    paths.sort();
    Ok(paths)
}

fn is_parquet(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "parquet")
}

fn has_parquet(folder: &Path) -> Result<bool> {
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
    Ok(entries.flatten().any(|entry| is_parquet(&entry.path())))
}
