//! `synodik demo`: makes the demo archive that comes with the program, and serves it.

use super::build::{BuildOptions, build_archive};
use super::import::{import_source, prepare};
use super::today;
use crate::rules;
use crate::source_list::SourceEntry;
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_store::{Archive, ArchiveConfig};

/// Make a small archive of documented people and serve it
#[derive(Debug, clap::Args)]
pub(crate) struct DemoArguments {
    /// Folder of the demo archive [default: synodik-demo in the folder for temporary files]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8437")]
    listen: SocketAddr,
    /// Only make the archive
    #[arg(long)]
    no_serve: bool,
}

pub(crate) fn run(arguments: &DemoArguments) -> Result<ExitCode> {
    let folder = match &arguments.folder {
        Some(folder) => folder.clone(),
        None => std::env::temp_dir().join("synodik-demo"),
    };
    let archive = make_demo(&folder)?;
    if arguments.no_serve {
        return Ok(ExitCode::SUCCESS);
    }
    super::serve::serve_archive(&archive, arguments.listen)
}

fn make_demo(folder: &Path) -> Result<Archive> {
    let archive = match Archive::open(folder) {
        Ok(archive) => archive,
        Err(_) => Archive::init(folder, ArchiveConfig::of_name("Synodik"))?,
    };
    let lock = archive.lock()?;
    // The table travels in the program; importing wants a file.
    let table = folder.join("people.tsv");
    let text = |path| {
        rules::data_text(path).with_context(|| format!("`data/{path}` is not in the program"))
    };
    std::fs::write(&table, text("demo/people.tsv")?)
        .with_context(|| format!("cannot write `{}`", table.display()))?;
    let mapping = folder.join("people.toml");
    std::fs::write(&mapping, text("demo/people.toml")?)
        .with_context(|| format!("cannot write `{}`", mapping.display()))?;
    let entry = SourceEntry {
        id: Some("demo".to_owned()),
        format: "table".to_owned(),
        mapping: Some(mapping.to_string_lossy().into_owned()),
        encoding: None,
        title: None,
        citation: None,
        holder: None,
        licence: None,
        url: None,
        files: vec![table],
    };
    import_source(&archive, &lock, &prepare(entry)?, true)?;
    let options = BuildOptions { is_forced: false, is_index_wanted: true, as_of: today() };
    build_archive(&archive, &lock, &options)?;
    Ok(archive)
}
