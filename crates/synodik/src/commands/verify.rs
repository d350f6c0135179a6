//! `synodik verify`: checks every recorded hash.

use super::grouped;
use anyhow::Result;
use std::path::PathBuf;
use std::process::ExitCode;
use synodik_store::{Archive, verify_archive};

/// Check that sources and builds still hold the bytes recorded
#[derive(Debug, clap::Args)]
pub(crate) struct VerifyArguments {
    /// Folder of the archive
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

pub(crate) fn run(arguments: &VerifyArguments) -> Result<ExitCode> {
    let archive = Archive::open(&arguments.folder)?;
    let (n_checked, damages) = verify_archive(&archive)?;
    for damage in &damages {
        eprintln!("damaged: `{}` {}", damage.path.display(), damage.problem);
    }
    if damages.is_empty() {
        eprintln!("Checked {} files; all are as recorded", grouped(n_checked));
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!(
        "Checked {} files; {} damaged. Restore them from a copy, or remove the build and build again",
        grouped(n_checked),
        damages.len()
    );
    Ok(ExitCode::from(2))
}
