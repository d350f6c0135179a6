//! Compares the reading of the Moscow execution lists with another reading of them.
//!
//! `cargo run -p synodik-import --example compare_moscow -- FOLDER` wants
//! `FOLDER/pages/*.htm` and `FOLDER/reading.tsv`, and writes agreement per field
//! and every difference.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use synodik_import::{Format, HEAD_BYTES, plan_file, read_chunk, split_chunks};
use synodik_model::{Field, Record};

/// Columns of the reading and the field each is compared with; no field: the year of birth.
const COLUMNS: [(&str, Option<Field>); 16] = [
    ("surname", Some(Field::Surname)),
    ("given", Some(Field::Given)),
    ("patronymic", Some(Field::Patronymic)),
    ("birth_year", None),
    ("flat", Some(Field::Flat)),
    ("execution_date", Some(Field::ExecutionDate)),
    ("burial_place", Some(Field::BurialPlace)),
    ("name_full", Some(Field::Name)),
    ("name_alt", Some(Field::NameVariants)),
    ("street", Some(Field::Street)),
    ("house", Some(Field::House)),
    ("birth_place", Some(Field::BirthPlace)),
    ("nationality", Some(Field::Nationality)),
    ("party", Some(Field::Party)),
    ("occupation", Some(Field::Occupation)),
    ("address", Some(Field::Residence)),
];

type Row = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("expected the folder of the lists")?;
    let folder = PathBuf::from(folder);
    let reading = read_reading(&folder.join("reading.tsv"))?;
    let mut pages: Vec<&str> = reading.iter().map(|row| row["page"].as_str()).collect();
    pages.dedup();
    let mut ours = Vec::new();
    let mut n_rejects = 0;
    for page in pages {
        n_rejects += read_page(&folder.join(format!("pages/{page}.htm")), &mut ours)?;
    }
    let mut report = format!(
        "{} records, {n_rejects} rejects; the reading has {} rows\n",
        ours.len(),
        reading.len()
    );
    for (column, _) in COLUMNS {
        let pairs = || reading.iter().zip(&ours);
        let differences: Vec<_> =
            pairs().filter(|(theirs, ours)| theirs[column] != ours[column]).collect();
        let agreement = 100.0 * (1.0 - differences.len() as f64 / reading.len().max(1) as f64);
        writeln!(report, "\n{column}: {agreement:.2} %, {} differ", differences.len())?;
        for (theirs, ours) in differences {
            writeln!(
                report,
                "  row {} {}\n    theirs: {}\n    ours:   {}",
                theirs["row"], theirs["name_full"], theirs[column], ours[column]
            )?;
        }
    }
    std::io::stdout().write_all(report.as_bytes())?;
    Ok(())
}

fn read_reading(path: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().ok_or("the reading is empty")?.split('\t').collect();
    let row = |line: &str| {
        header
            .iter()
            .zip(line.split('\t'))
            .map(|(column, cell)| ((*column).into(), cell.into()))
            .collect()
    };
    Ok(lines.map(row).collect())
}

/// Reads a page into `rows`; returns the count of rejects.
fn read_page(path: &Path, rows: &mut Vec<Row>) -> Result<usize, Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let format = Format::MoscowLists;
    let plan = plan_file(&format, None, head, head.len() == bytes.len())?;
    let mut n_rejects = 0;
    for chunk in split_chunks(bytes.as_slice(), 1, &plan, HEAD_BYTES) {
        read_chunk(&format, &plan, &chunk?, &mut |outcome| match outcome {
            Ok(record) => rows.push(row_of(&record)),
            Err(_) => n_rejects += 1,
        })?;
    }
    Ok(n_rejects)
}

fn row_of(record: &Record<'_>) -> Row {
    let value = |field: Option<Field>| match field {
        Some(field) => record.get(field).unwrap_or_default().to_owned(),
        None => {
            let year = record.birth.as_ref().and_then(|birth| birth.primary_year());
            year.map(|year| year.to_string()).unwrap_or_default()
        }
    };
    COLUMNS.iter().map(|(column, field)| ((*column).to_owned(), value(*field))).collect()
}
