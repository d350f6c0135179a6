//! One module a command; each reads its arguments and runs its stages.

pub(crate) mod analyse;
pub(crate) mod build;
pub(crate) mod codex;
pub(crate) mod demo;
pub(crate) mod downloads;
pub(crate) mod export;
mod export_family;
mod export_gedcom;
mod export_linkage;
mod export_linked;
pub(crate) mod family;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod link;
pub(crate) mod names;
pub(crate) mod search;
pub(crate) mod serve;
pub(crate) mod sql;
pub(crate) mod status;
pub(crate) mod verify;

use anyhow::{Context, Result};
use std::path::PathBuf;
use synodik_index::PublicIndex;
use synodik_store::Archive;

/// Where the archive is.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ArchiveArgument {
    /// Folder of the archive
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) archive: PathBuf,
}

impl ArchiveArgument {
    pub(crate) fn open(&self) -> Result<Archive> {
        Ok(Archive::open(&self.archive)?)
    }
}

/// Returns the folder of the public index of the current build.
pub(crate) fn public_folder(archive: &Archive) -> Result<PathBuf> {
    let number = archive
        .current_number()?
        .ok_or_else(|| synodik_store::StoreError::NoBuild(archive.folder().to_owned()))?;
    Ok(archive.folder().join("builds").join(number.to_string()).join("public"))
}

/// Opens the public index of the current build.
pub(crate) fn open_index(archive: &Archive) -> Result<PublicIndex> {
    Ok(PublicIndex::open(&public_folder(archive)?)?)
}

/// Returns the day of today, `YYYY-MM-DD`; with [`now`] the one place that reads the clock.
pub(crate) fn today() -> chrono::NaiveDate {
    chrono::Local::now().date_naive()
}

/// Returns the present moment in UTC, to the second, as RFC 3339.
pub(crate) fn now() -> String {
    chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// Writes a number with commas between groups of three digits.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (digit_idx, digit) in digits.chars().enumerate() {
        if digit_idx > 0 && (digits.len() - digit_idx).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Writes a count with its noun: `1 source`, `1,204 sources`.
pub(crate) fn counted(count: u64, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{} {noun}s", grouped(count)),
    }
}

/// Returns a number of families in words.
pub(crate) fn counted_families(count: u64) -> String {
    match count {
        1 => "1 family".to_owned(),
        _ => format!("{} families", grouped(count)),
    }
}

/// Writes one JSON document to standard output.
pub(crate) fn print_json(document: &serde_json::Value) -> Result<()> {
    print_line(&serde_json::to_string_pretty(document)?)
}

/// Writes a line to standard output; a closed pipe ends the program quietly.
pub(crate) fn print_line(line: &str) -> Result<()> {
    use std::io::Write;
    match writeln!(std::io::stdout().lock(), "{line}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        written => written.context("cannot write to standard output"),
    }
}
