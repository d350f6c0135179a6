//! `synodik init`: makes an empty archive.

use anyhow::Result;
use std::path::PathBuf;
use std::process::ExitCode;
use synodik_store::{Archive, ArchiveConfig};

/// Make an empty archive in a folder
#[derive(Debug, clap::Args)]
pub(crate) struct InitArguments {
    /// Folder, empty or not there yet
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Name shown on the pages
    #[arg(long, default_value = "Synodik")]
    name: String,
}

pub(crate) fn run(arguments: &InitArguments) -> Result<ExitCode> {
    Archive::init(&arguments.folder, ArchiveConfig::of_name(&arguments.name))?;
    let folder = arguments.folder.display();
    eprintln!("Made an empty archive in {folder}; next: synodik import --archive {folder} …");
    Ok(ExitCode::SUCCESS)
}
