//! Reads a folder of GEDCOM files and sets their counts beside those expected.
//!
//! `cargo run -p synodik-import --example gedcom_suite -- FOLDER`, where FOLDER holds
//! `expected_counts.tsv` with the columns `file` (from the folder above), `INDI` and `FAM`.

#![expect(clippy::print_stdout, reason = "an example prints what it finds")]

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use synodik_import::{
    Format, HEAD_BYTES, count_other_entries, plan_file, read_chunk, split_chunks,
};

/// What a file holds.
#[derive(Default)]
struct Counts {
    encoding: &'static str,
    n_individuals: u64,
    n_families: u64,
    n_rejects: u64,
    n_issues: u64,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name the folder with `expected_counts.tsv`")?;
    let folder = Path::new(&folder);
    let table = std::fs::read_to_string(folder.join("expected_counts.tsv"))?;
    let mut rows = table.lines();
    let header: Vec<&str> = rows.next().unwrap_or_default().split('\t').collect();
    let place = |name: &str| {
        let found = header.iter().position(|column| *column == name);
        found.ok_or_else(|| format!("the table has no column `{name}`"))
    };
    let (file_idx, individuals_idx, families_idx) = (place("file")?, place("INDI")?, place("FAM")?);
    println!("file\texpected INDI/FAM\tours\trejects\tissues\tencoding or error\tequal");
    let (mut n_files, mut n_equal) = (0, 0);
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let file = cells[file_idx];
        let expected = format!("{}/{}", cells[individuals_idx], cells[families_idx]);
        let name = file.split_once('/').map_or(file, |(_, rest)| rest);
        n_files += 1;
        match read_counts(&folder.join(name)) {
            Ok(counts) => {
                let ours = format!("{}/{}", counts.n_individuals, counts.n_families);
                let is_equal = ours == expected;
                n_equal += u64::from(is_equal);
                println!(
                    "{name}\t{expected}\t{ours}\t{}\t{}\t{}\t{}",
                    counts.n_rejects,
                    counts.n_issues,
                    counts.encoding,
                    if is_equal { "yes" } else { "NO" }
                );
            }
            Err(error) => println!("{name}\t{expected}\t-\t-\t-\t{error}\tNO"),
        }
    }
    println!("{n_equal} of {n_files} files have the counts expected");
    Ok(if n_equal == n_files { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read_counts(path: &Path) -> Result<Counts, Box<dyn Error>> {
    let bytes = std::fs::read(path)?;
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let format = Format::Gedcom;
    let plan = plan_file(&format, None, head, bytes.len() <= HEAD_BYTES)?;
    let mut counts = Counts { encoding: plan.encoding_name(), ..Counts::default() };
    for chunk in split_chunks(bytes.as_slice(), 1, &plan, HEAD_BYTES) {
        let chunk = chunk?;
        let others = count_other_entries(&format, &plan, &chunk);
        counts.n_families += others.get("FAM").copied().unwrap_or_default();
        read_chunk(&format, &plan, &chunk, &mut |outcome| match outcome {
            Ok(record) => {
                counts.n_individuals += 1;
                counts.n_issues += record.issues.len() as u64;
            }
            Err(_) => counts.n_rejects += 1,
        })?;
    }
    Ok(counts)
}
