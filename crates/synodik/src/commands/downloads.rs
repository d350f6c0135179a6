//! `synodik downloads`: public tables beside the index of a build, for readers to take as a whole.

use super::export::export_to_csv;
use super::{ArchiveArgument, counted, public_folder};
use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_index::{DOWNLOAD_FOLDER, DownloadFile, write_download_list};

/// The tables that readers can take.
const TABLES: [&str; 9] = [
    "records",
    "events",
    "persons",
    "links",
    "annotations",
    "ties",
    "families",
    "cases",
    "children",
];

/// Bytes read at a time.
const PIECE_BYTES: usize = 256 * 1024;

/// Make the public tables of the current build ready for download from the site
#[derive(Debug, clap::Args)]
pub(crate) struct DownloadsArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
}

/// A folder appears under its name only when it is complete.
pub(crate) fn run(arguments: &DownloadsArguments) -> Result<ExitCode> {
    let archive = arguments.archive.open()?;
    let lock = archive.lock()?;
    let public = public_folder(&archive)?;
    let beside = public.join(format!(".{DOWNLOAD_FOLDER}-partial"));
    let _ = std::fs::remove_dir_all(&beside);
    std::fs::create_dir(&beside)
        .with_context(|| format!("cannot create `{}`", beside.display()))?;
    let mut files = Vec::new();
    for table in TABLES {
        files.push(write_table(&arguments.archive, table, &beside)?);
    }
    write_download_list(&beside, &files)?;
    let folder = public.join(DOWNLOAD_FOLDER);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::rename(&beside, &folder)
        .with_context(|| format!("cannot create `{}`", folder.display()))?;
    drop(lock);
    eprintln!("Made {} ready for download", counted(files.len() as u64, "table"));
    Ok(ExitCode::SUCCESS)
}

fn write_table(archive: &ArchiveArgument, table: &str, folder: &Path) -> Result<DownloadFile> {
    let plain = folder.join(format!("{table}.csv"));
    let n_rows = export_to_csv(archive, table, &plain)?;
    let name = format!("{table}.csv.gz");
    let packed = pack(&plain, &folder.join(&name))
        .with_context(|| format!("cannot write `{name}` in `{}`", folder.display()))?;
    let (n_bytes, sha256) = packed;
    Ok(DownloadFile { name, table: table.to_owned(), n_rows, n_bytes, sha256 })
}

/// Compresses a file, removes it, and returns size and checksum of what became of it.
fn pack(plain: &Path, packed: &PathBuf) -> Result<(u64, String)> {
    // Without a name and a time, the same table gives the same bytes.
    let mut writer = GzBuilder::new().write(File::create(packed)?, Compression::default());
    std::io::copy(&mut BufReader::with_capacity(PIECE_BYTES, File::open(plain)?), &mut writer)?;
    writer.finish()?.sync_all()?;
    std::fs::remove_file(plain)?;
    let mut file = File::open(packed)?;
    let (mut sha, mut bytes, mut n_bytes) = (Sha256::new(), vec![0; PIECE_BYTES], 0);
    loop {
        match file.read(&mut bytes)? {
            0 => break,
            n_read => {
                sha.update(&bytes[..n_read]);
                n_bytes += n_read as u64;
            }
        }
    }
    let sha256 = sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((n_bytes, sha256))
}
