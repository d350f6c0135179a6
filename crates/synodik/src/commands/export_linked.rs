//! `synodik export --format ftm|jsonld`: persons, ties and entries for programs that read linked
//! data, one document a line, made of the public index as the site makes them.

use super::{ArchiveArgument, open_index};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use synodik_index::{Filters, PublicIndex};
use synodik_serve::{
    ftm_entities_of_family, ftm_entities_of_person, ftm_entities_of_record, linked_family,
    linked_person, linked_record, persons_from,
};

/// Records read at a time.
const N_AT_ONCE: usize = 500;

/// What file is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct LinkedWanted<'a> {
    pub(super) table: &'a str,
    /// `ftm` or `jsonld`.
    pub(super) format: &'a str,
    /// Address of the site, for the addresses of what is told.
    pub(super) site: &'a str,
}

/// Writes a file, or to the standard output.
pub(super) fn write_linked_file(
    archive: &ArchiveArgument,
    wanted: LinkedWanted<'_>,
    out: Option<&Path>,
) -> Result<ExitCode> {
    let index = open_index(&archive.open()?)?;
    let n_documents = match out {
        None => write_documents(&index, wanted, &mut std::io::stdout().lock())?,
        Some(path) => {
            // A file appears under its name only when it is complete.
            let beside = path.with_added_extension("partial");
            let create = || -> Result<u64> {
                let mut file = BufWriter::new(File::create(&beside)?);
                let n_documents = write_documents(&index, wanted, &mut file)?;
                file.flush()?;
                std::fs::rename(&beside, path)?;
                Ok(n_documents)
            };
            create().with_context(|| format!("cannot create `{}`", path.display()))?
        }
    };
    eprintln!("Wrote {} of {}", super::counted(n_documents, "document"), wanted.table);
    Ok(ExitCode::SUCCESS)
}

fn write_documents(
    index: &PublicIndex,
    wanted: LinkedWanted<'_>,
    out: &mut dyn Write,
) -> Result<u64> {
    let is_ftm = wanted.format == "ftm";
    let site = wanted.site;
    let mut n_documents = 0;
    let mut write = |documents: Vec<Value>| -> Result<()> {
        for document in documents {
            n_documents += 1;
            match writeln!(out, "{document}") {
                // The reader of the standard output has gone, as `head` does.
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                    std::process::exit(0)
                }
                written => written.context("cannot write")?,
            }
        }
        Ok(())
    };
    match wanted.table {
        "persons" => {
            let mut next = Some(0);
            while let Some(from) = next {
                let (persons, behind) = persons_from(index, from, N_AT_ONCE)?;
                for found in &persons {
                    write(match is_ftm {
                        true => ftm_entities_of_person(found, site),
                        false => vec![linked_person(found, site)],
                    })?;
                }
                next = behind;
            }
        }
        "ties" | "families" => {
            let mut from = 0;
            while let Some(walked) = index.family_from(from)? {
                write(match is_ftm {
                    true => ftm_entities_of_family(&walked.family, site),
                    false => vec![linked_family(&walked.family, site)],
                })?;
                from = walked.next;
            }
        }
        "records" => {
            let mut from = 0;
            loop {
                let records = index.records_from(&Filters::default(), from, N_AT_ONCE)?;
                let Some(last) = records.last() else { break };
                from = last.ordinal + 1;
                for walked in &records {
                    write(match is_ftm {
                        true => ftm_entities_of_record(index, &walked.record, site),
                        false => vec![linked_record(index, &walked.record, site)],
                    })?;
                }
            }
        }
        _ => bail!("this format holds records, persons, ties or families"),
    }
    Ok(n_documents)
}
