//! Reads the kin of a table in the columns of the Memorial database, and says how long that took.
//!
//! `cargo run --release -p synodik-family --example kin_speed -- FILE.tsv [ROWS]` (UTF-8, one header).
//! One thread; prints rows, mentions, seconds, and a number made of all mentions, by which two
//! versions are seen to read alike.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::borrow::Cow;
use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Instant;
use synodik_family::{KinReader, mentions_of_record};
use synodik_model::{EntryPlace, Field, Record};

const COLUMNS: [(&str, Field); 5] = [
    ("surname", Field::Surname),
    ("name", Field::Given),
    ("patronimic", Field::Patronymic),
    ("sex", Field::Sex),
    ("family", Field::Family),
];

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a file")?;
    let n_rows: usize = std::env::args().nth(2).map_or(Ok(usize::MAX), |number| number.parse())?;
    let table = std::fs::read_to_string(path)?;
    let mut rows = table.lines();
    let header: Vec<&str> = rows.next().ok_or("expected a header")?.split('\t').collect();
    let place_of = |name: &str| header.iter().position(|column| *column == name);
    let places: Vec<(usize, Field)> =
        COLUMNS.iter().filter_map(|(name, field)| Some((place_of(name)?, *field))).collect();
    let place =
        EntryPlace { file_number: 1, entry_number: 1, line: 1, byte_offset: 0, byte_length: 0 };
    let started = Instant::now();
    let (mut n_read, mut n_mentions) = (0, 0);
    let mut hasher = DefaultHasher::new();
    for row in rows.take(n_rows) {
        let mut record = Record::empty(place, Cow::Borrowed(row));
        let cells: Vec<&str> = row.split('\t').collect();
        for (at, field) in &places {
            if let Some(cell) = cells.get(*at).filter(|cell| **cell != "None") {
                record.set(*field, *cell);
            }
        }
        let mentions = mentions_of_record(&record, KinReader::Statements);
        n_read += 1;
        n_mentions += mentions.len();
        format!("{mentions:?}").hash(&mut hasher);
    }
    println!(
        "{n_read} rows, {n_mentions} mentions, {:.2} s, {:016x}",
        started.elapsed().as_secs_f64(),
        hasher.finish()
    );
    Ok(())
}
