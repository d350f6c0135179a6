//! `synodik demo`: makes the demo archive that comes with the program, and serves it.

use super::build::{BuildOptions, Stage, build_archive};
use super::import::{import_source, prepare};
use super::today;
use crate::rules;
use crate::source_list::SourceEntry;
use anyhow::{Context, Result, bail};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_store::{Archive, ArchiveConfig, StoreError};

/// Make a small archive of documented people and serve it
#[derive(Debug, clap::Args)]
pub(crate) struct DemoArguments {
    /// Folder of the demo archive [default: synodik-demo in the user's cache folder]
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
        None => default_folder()?,
    };
    let archive = make_demo(&folder)?;
    if arguments.no_serve {
        return Ok(ExitCode::SUCCESS);
    }
    super::serve::serve_archive(&archive, arguments.listen)
}

/// Name of the demo archive, by which the program knows one that it made.
const DEMO_NAME: &str = "Synodik: demo archive";

/// The lists of the demo archive: id of the source, and name of its files in `data/demo/`.
const DEMO_LISTS: [(&str, &str); 2] = [("demo", "people"), ("demo-trials", "trials")];

/// Returns the folder of the demo archive: one of the user's own, so that nobody else can
/// prepare it.
fn default_folder() -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let folder = cache.filter(|cache| cache.is_absolute()).or_else(home);
    Ok(folder
        .context("neither HOME nor XDG_CACHE_HOME is set; name a folder")?
        .join("synodik-demo"))
}

fn make_demo(folder: &Path) -> Result<Archive> {
    let archive = match Archive::open(folder) {
        Ok(archive) if archive.config().name == DEMO_NAME => archive,
        Ok(_) => bail!(
            "`{}` holds an archive that is not the demo; name another folder",
            folder.display()
        ),
        Err(StoreError::NotAnArchive(_)) => {
            Archive::init(folder, ArchiveConfig::of_name(DEMO_NAME))?
        }
        Err(error) => return Err(error.into()),
    };
    let lock = archive.lock()?;
    // The tables travel in the program; importing wants files. The folder is one that the next
    // writer removes, should this one be killed.
    let files = folder.join("sources/.incoming-demo-files");
    std::fs::create_dir_all(&files)
        .with_context(|| format!("cannot create `{}`", files.display()))?;
    let write = |name: &str| -> Result<PathBuf> {
        let path = files.join(name);
        let text = rules::data_text(&format!("demo/{name}"))
            .with_context(|| format!("`data/demo/{name}` is not in the program"))?;
        std::fs::write(&path, text)
            .with_context(|| format!("cannot write `{}`", path.display()))?;
        Ok(path)
    };
    for (source_id, name) in DEMO_LISTS {
        let (table, mapping) = (write(&format!("{name}.tsv"))?, write(&format!("{name}.toml"))?);
        let entry = SourceEntry {
            id: Some(source_id.to_owned()),
            format: "table".to_owned(),
            mapping: Some(mapping.to_string_lossy().into_owned()),
            encoding: None,
            title: None,
            citation: None,
            holder: None,
            licence: None,
            url: None,
            persons_listed_once: true,
            files: vec![table],
        };
        import_source(&archive, &lock, &prepare(entry)?, true)?;
    }
    std::fs::remove_dir_all(&files)
        .with_context(|| format!("cannot remove `{}`", files.display()))?;
    let options = BuildOptions {
        is_forced: false,
        until: Stage::Index,
        as_of: today(),
        is_day_stated: false,
    };
    build_archive(&archive, &lock, &options)?;
    Ok(archive)
}
