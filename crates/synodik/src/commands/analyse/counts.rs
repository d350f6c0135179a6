//! `synodik analyse counts`: entries, persons and their interval, cell by cell.

use super::selection::{
    CountedBuild, current_build, holds_all, parse_conditions, parse_key, visit_values,
};
use crate::archive_persons::{ArchivePersons, PersonCount};
use crate::commands::{ArchiveArgument, grouped, print_json, print_line};
use anyhow::Result;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use synodik_analyse::{PartitionedCount, count_over_partitions};
use synodik_index::CountKey;

#[derive(Debug, clap::Args)]
pub(super) struct CountsArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Keys of the cells: source, event, measure, event_year, event_month, nationality, sex,
    /// birth_decade, region, instrument, article
    #[arg(long, value_name = "KEY[,KEY]", value_delimiter = ',', required = true)]
    by: Vec<String>,
    /// Only entries with this value (or a range A..B); the same key again: any of them
    #[arg(long = "where", value_name = "KEY=VALUE")]
    conditions: Vec<String>,
    /// Coverage of the intervals
    #[arg(long, default_value_t = 0.95)]
    level: f64,
    /// Print one JSON document
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print CSV
    #[arg(long)]
    csv: bool,
}

/// A count with its interval.
struct Counted {
    count: PersonCount,
    interval: PartitionedCount,
}

/// All that is printed.
struct CountTable {
    keys: Vec<CountKey>,
    /// Records that fulfil the conditions.
    all: Counted,
    /// Those among them that are in no cell.
    in_no_cell: Counted,
    /// Entries without a value, by key.
    n_without: Vec<u64>,
    cells: Vec<(Vec<String>, Counted)>,
}

/// Where the records of the cells stand.
#[derive(Default)]
struct Gathered {
    all: Vec<u32>,
    in_no_cell: Vec<u32>,
    n_without: Vec<u64>,
    cells: BTreeMap<Vec<String>, Vec<u32>>,
}

pub(super) fn run(arguments: &CountsArguments) -> Result<ExitCode> {
    let archive = arguments.archive.open()?;
    let (folder, manifest) = current_build(&archive)?;
    let mut keys: Vec<CountKey> = Vec::new();
    for name in &arguments.by {
        let key = parse_key(name.trim())?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let conditions = parse_conditions(&arguments.conditions, &manifest)?;
    // A level out of range is refused before anything is read.
    count_over_partitions(&[0], arguments.level)?;
    let persons = ArchivePersons::read(&folder, &manifest)?;
    let build = CountedBuild { archive: &archive, folder: &folder, manifest: &manifest };
    let asked: Vec<CountKey> =
        keys.iter().copied().chain(conditions.iter().map(|condition| condition.key)).collect();
    let mut gathered = Gathered { n_without: vec![0; keys.len()], ..Gathered::default() };
    visit_values(&build, &persons, &asked, &mut |record| {
        let kept: Vec<&Vec<Vec<String>>> =
            record.rows.iter().filter(|row| holds_all(&conditions, row, keys.len())).collect();
        if !kept.is_empty() {
            gathered.add(record.place, &kept, keys.len());
        }
    })?;
    let table = count_gathered(gathered, keys, &persons, arguments.level)?;
    let where_words: Vec<String> = conditions.iter().map(|condition| condition.words()).collect();
    if arguments.json {
        let mut document = table.document();
        for (name, value) in [
            ("archive", json!(manifest.archive_name)),
            ("build", json!(manifest.build)),
            ("as_of", json!(manifest.as_of)),
            ("version", json!(env!("CARGO_PKG_VERSION"))),
            ("where", json!(where_words)),
            ("level", json!(arguments.level)),
            ("partitions", json!(persons.n_partitions())),
            ("withheld", json!({"records": manifest.n_withheld, "of": manifest.counts.n_records})),
        ] {
            document.insert(name.to_owned(), value);
        }
        print_json(&Value::Object(document))?;
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.csv {
        table.print_csv()?;
    } else {
        table.print_words(arguments.level)?;
    }
    let given = match where_words.as_slice() {
        [] => String::new(),
        words => format!(" where {}", words.join(" and ")),
    };
    eprintln!(
        "{} entries are counted{given}; {} of {} records are withheld for people who may be living and are in no cell",
        grouped(table.all.count.n_entries),
        grouped(manifest.n_withheld),
        grouped(manifest.counts.n_records)
    );
    Ok(ExitCode::SUCCESS)
}

impl Gathered {
    /// Adds a record with the rows that fulfil the conditions; the cells of a row are all
    /// combinations of its values.
    fn add(&mut self, place: u32, rows: &[&Vec<Vec<String>>], n_keys: usize) {
        self.all.push(place);
        for key_idx in 0..n_keys {
            let has_none = rows.iter().all(|row| row[key_idx].is_empty());
            self.n_without[key_idx] += u64::from(has_none);
        }
        let mut cells: BTreeSet<Vec<String>> = BTreeSet::new();
        for row in rows {
            let mut combined: Vec<Vec<String>> = vec![Vec::new()];
            for values in &row[..n_keys] {
                let longer = combined.iter().flat_map(|start| {
                    values.iter().map(move |value| [start.as_slice(), &[value.clone()]].concat())
                });
                combined = longer.collect();
            }
            cells.extend(combined);
        }
        if cells.is_empty() {
            self.in_no_cell.push(place);
        }
        for cell in cells {
            self.cells.entry(cell).or_default().push(place);
        }
    }
}

fn count_gathered(
    gathered: Gathered,
    keys: Vec<CountKey>,
    persons: &ArchivePersons,
    level: f64,
) -> Result<CountTable> {
    let (values, places): (Vec<_>, Vec<_>) = gathered.cells.into_iter().unzip();
    let counts_of = |cells: &[Vec<u32>]| -> Result<Vec<Counted>> {
        let with_interval = |count: PersonCount| {
            let interval = count_over_partitions(&count.by_partition, level)?;
            Ok(Counted { count, interval })
        };
        persons.count(cells).into_iter().map(with_interval).collect()
    };
    let mut whole = counts_of(&[gathered.all, gathered.in_no_cell])?.into_iter();
    let cells = values.into_iter().zip(counts_of(&places)?).collect();
    let (Some(all), Some(in_no_cell)) = (whole.next(), whole.next()) else {
        unreachable!("two cells were counted")
    };
    Ok(CountTable { keys, all, in_no_cell, n_without: gathered.n_without, cells })
}

impl Counted {
    fn document(&self) -> Map<String, Value> {
        let mut document = Map::new();
        for (name, value) in [
            ("entries", json!(self.count.n_entries)),
            ("persons", json!(self.count.n_persons)),
            ("persons_median", json!(self.interval.median)),
            ("persons_low", json!(self.interval.interval.low)),
            ("persons_high", json!(self.interval.interval.high)),
        ] {
            document.insert(name.to_owned(), value);
        }
        document
    }

    fn texts(&self) -> [String; 5] {
        let interval = &self.interval;
        [
            self.count.n_entries.to_string(),
            self.count.n_persons.to_string(),
            number(interval.median),
            number(interval.interval.low),
            number(interval.interval.high),
        ]
    }
}

/// Writes a number of persons; a half stays one.
fn number(value: f64) -> String {
    let tenths = format!("{value:.1}");
    tenths.strip_suffix(".0").map_or(tenths.clone(), str::to_owned)
}

fn share(n_part: u64, n_all: u64) -> f64 {
    if n_all == 0 { 0.0 } else { n_part as f64 / n_all as f64 }
}

const COUNT_COLUMNS: [&str; 5] =
    ["entries", "persons", "persons_median", "persons_low", "persons_high"];

impl CountTable {
    fn key_names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name()).collect()
    }

    fn document(&self) -> Map<String, Value> {
        let n_all = self.all.count.n_entries;
        let coverage: Vec<Value> = self
            .keys
            .iter()
            .zip(&self.n_without)
            .map(|(key, &n_without)| {
                json!({
                    "key": key.name(),
                    "meaning": key.meaning(),
                    "entries_without_value": n_without,
                    "share_without_value": share(n_without, n_all),
                })
            })
            .collect();
        let cells: Vec<Value> = self
            .cells
            .iter()
            .map(|(values, counted)| {
                let mut cell = counted.document();
                let named: Map<String, Value> = self
                    .key_names()
                    .into_iter()
                    .zip(values)
                    .map(|(name, value)| (name.to_owned(), json!(value)))
                    .collect();
                cell.insert("values".to_owned(), Value::Object(named));
                Value::Object(cell)
            })
            .collect();
        let mut document = Map::new();
        document.insert("by".to_owned(), json!(self.key_names()));
        document.insert("all".to_owned(), Value::Object(self.all.document()));
        document.insert("in_no_cell".to_owned(), Value::Object(self.in_no_cell.document()));
        document.insert("coverage".to_owned(), json!(coverage));
        document.insert("cells".to_owned(), json!(cells));
        document
    }

    fn print_csv(&self) -> Result<()> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.key_names().iter().chain(&COUNT_COLUMNS))?;
        for (values, counted) in &self.cells {
            writer.write_record(values.iter().chain(&counted.texts()))?;
        }
        let text = String::from_utf8(writer.into_inner()?)?;
        print_line(text.trim_end())
    }

    fn print_words(&self, level: f64) -> Result<()> {
        let percent = level * 100.0;
        let line = |name: &str, counted: &Counted| {
            let [entries, persons, median, low, high] = counted.texts();
            print_line(&format!(
                "{name}\t{entries} entries\t{persons} persons\t{median} ({percent:.0} %: {low} to {high})"
            ))
        };
        for (values, counted) in &self.cells {
            line(&values.join(", "), counted)?;
        }
        line("in no cell", &self.in_no_cell)?;
        line("all", &self.all)?;
        for (key, &n_without) in self.keys.iter().zip(&self.n_without) {
            let percent = 100.0 * share(n_without, self.all.count.n_entries);
            let name = key.name();
            print_line(&format!("no {name}: {n_without} entries ({percent:.1} %)"))?;
        }
        print_line(
            "An entry or a person stands in every cell that fits, so cells need not add up to all. \
             The interval holds the doubt of the links that were weighed, not of pairs that were \
             never compared.",
        )
    }
}
