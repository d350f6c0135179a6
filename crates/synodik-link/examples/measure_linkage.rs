//! How good and how costly a linkage is, without the rest of the program.
//!
//! `measure_linkage SPEC.toml [--truth FILE] [--candidates] [--one-each] [--threads N] [--out FILE] [--config FILE] [--model] TABLE…`
//!
//! TRUTH has the columns `id` (or `person_id`), `cluster` (or `true_person`) and perhaps `family_id`; the linkage does not see it.
//! `--candidates` counts the true pairs among those that are compared, which takes as long again as the linkage.
//! `--one-each` keeps the first record of every true person, so that all that is merged is wrong.
//! `--config` takes numbers other than those of `data/link/config.toml`, `--model` tells the learnt weights.
//! `--out` writes id and person of every record, to be compared from run to run.

use memchr::memchr_iter;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{BufRead, BufReader};
use std::path::Path;
use synodik_link::{
    LinkConfig, Linkage, Spec, Table, TableBuilder, evaluate, evaluate_candidates, evaluate_links,
    run_linkage,
};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the command line says.
#[derive(Default)]
struct Arguments {
    paths: Vec<String>,
    truth: Option<String>,
    out: Option<String>,
    config: Option<String>,
    n_threads: usize,
    is_one_each: bool,
    counts_candidates: bool,
    tells_model: bool,
}

/// The true person of an id, and its family.
type Truth = HashMap<String, (String, String)>;

#[expect(clippy::print_stdout, reason = "an example prints")]
fn main() {
    let arguments = parse_arguments();
    let (spec, tables) = arguments.paths.split_first().expect("a spec and tables are given");
    let spec = std::fs::read_to_string(spec).expect("the spec can be read");
    let spec = Spec::from_toml(&spec).expect("the spec is one");
    let truth = arguments.truth.as_deref().map(read_truth);
    let kept = truth.as_ref().filter(|_| arguments.is_one_each);
    let before = cpu_secs();
    let tables: Vec<Table> = tables.iter().map(|path| read_table(&spec, path, kept)).collect();
    let read = cpu_secs();
    let mut config = read_config(arguments.config.as_deref());
    config.n_threads = arguments.n_threads;
    let linkage = run_linkage(&spec, &tables, &[], &config).expect("the spec fits the tables");
    let linked = cpu_secs();
    println!("CPU s\treading {:.2}\tlinking {:.2}", read - before, linked - read);
    println!("peak\t{:.2} GB", peak_gb());
    println!("{:?}", linkage.report);
    for level in linkage.model.iter().filter(|_| arguments.tells_model) {
        println!(
            "{}\t{}\t{:.5}\t{:.5}\t{:.6}\t{:.1}\t{:.1}",
            level.column,
            level.level,
            level.p_same,
            level.p_kin,
            level.p_stranger,
            level.same_bits,
            level.kin_bits
        );
    }
    if let Some(path) = &arguments.out {
        write_persons(&linkage, path);
    }
    let Some(truth) = truth else { return };
    for line in tell_accuracy(&linkage, &truth) {
        println!("{line}");
    }
    if !arguments.counts_candidates {
        return;
    }
    let person_of = |id: &str| truth.get(id).map(|(person, _)| person.as_str());
    let found = evaluate_candidates(&spec, &tables, &[], person_of, &config).expect("as before");
    println!("candidates\trecall {:.4}\t{} pairs", found.recall, found.n_candidates);
    let found = evaluate_candidates(&spec, &tables, &linkage.groups, person_of, &config)
        .expect("as before");
    println!("compared\trecall {:.4}\t{} pairs", found.recall, found.n_candidates);
}

fn parse_arguments() -> Arguments {
    let mut arguments = Arguments::default();
    let mut rest = std::env::args().skip(1);
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().expect("the option has a value");
        match argument.as_str() {
            "--truth" => arguments.truth = Some(value()),
            "--out" => arguments.out = Some(value()),
            "--config" => arguments.config = Some(value()),
            "--model" => arguments.tells_model = true,
            "--threads" => arguments.n_threads = value().parse().expect("a number of threads"),
            "--candidates" => arguments.counts_candidates = true,
            "--one-each" => arguments.is_one_each = true,
            _ => arguments.paths.push(argument),
        }
    }
    arguments
}

fn read_config(path: Option<&str>) -> LinkConfig {
    let Some(path) = path else { return LinkConfig::of_project() };
    let text = std::fs::read_to_string(path).expect("the numbers can be read");
    toml::from_str(&text).expect("the file has all numbers of `data/link/config.toml`")
}

fn open(path: &str) -> csv::Reader<std::fs::File> {
    let is_tsv = Path::new(path).extension().is_some_and(|extension| extension == "tsv");
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(if is_tsv { b'\t' } else { b',' }).quoting(!is_tsv).flexible(true);
    builder.from_path(path).expect("the table can be read")
}

fn read_truth(path: &str) -> Truth {
    let mut reader = open(path);
    let header = reader.headers().expect("the truth has a header").clone();
    let place = |names: &[&str]| header.iter().position(|column| names.contains(&column));
    let id = place(&["id", "person_id"]).expect("the truth has ids");
    let person = place(&["cluster", "true_person"]).expect("the truth has persons");
    let family = place(&["family_id"]);
    let mut truth = Truth::new();
    for row in reader.records() {
        let row = row.expect("the truth can be read");
        let family = family.map_or(row[person].to_owned(), |family| row[family].to_owned());
        truth.insert(row[id].to_owned(), (row[person].to_owned(), family));
    }
    truth
}

fn read_table(spec: &Spec, path: &str, one_each: Option<&Truth>) -> Table {
    let is_tsv = Path::new(path).extension().is_some_and(|extension| extension == "tsv");
    let wanted = spec.columns();
    let is_wanted = |column: &str| wanted.iter().any(|name| name == column);
    let name = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
    let mut seen = BTreeSet::new();
    let mut is_kept = |id: &str| match one_each.map(|truth| truth.get(id)) {
        None => true,
        Some(known) => known.is_some_and(|(person, _)| seen.insert(person.clone())),
    };
    if is_tsv {
        return read_tsv(path, &name, &spec.id, (&is_wanted, &mut is_kept));
    }
    let mut reader = open(path);
    let header = reader.headers().expect("the table has a header").clone();
    let chosen: Vec<usize> =
        (0..header.len()).filter(|&place| is_wanted(header[place].trim())).collect();
    let id = header.iter().position(|column| column == spec.id).expect("the table has ids");
    let mut builder = TableBuilder::new(&name, chosen.iter().map(|&place| header[place].trim()));
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).expect("the table can be read") {
        if is_kept(&row[id]) {
            builder.push_row(chosen.iter().map(|&place| row.get(place).unwrap_or_default()));
        }
    }
    builder.finish()
}

/// Which columns and which records are read.
type Choice<'a> = (&'a dyn Fn(&str) -> bool, &'a mut dyn FnMut(&str) -> bool);

/// Reads a table without quoting as `synodik link run` does: only the cells that are wanted.
fn read_tsv(path: &str, name: &str, id: &str, (is_wanted, is_kept): Choice<'_>) -> Table {
    let file = std::fs::File::open(path).expect("the table can be read");
    let mut lines = BufReader::with_capacity(1 << 20, file);
    let mut line = Vec::new();
    lines.read_until(b'\n', &mut line).expect("the table has a header");
    let header = String::from_utf8(line.clone()).expect("the header is UTF-8");
    let header: Vec<&str> = header.split('\t').map(str::trim).collect();
    let chosen: Vec<bool> = header.iter().map(|column| is_wanted(column)).collect();
    let columns: Vec<&str> = header.iter().copied().filter(|column| is_wanted(column)).collect();
    let id = columns.iter().position(|column| *column == id).expect("the table has ids");
    let mut builder = TableBuilder::new(name, columns.iter().copied());
    loop {
        line.clear();
        if lines.read_until(b'\n', &mut line).expect("the table can be read") == 0 {
            return builder.finish();
        }
        let mut cells: Vec<&[u8]> = Vec::with_capacity(columns.len());
        let mut start = 0;
        for (end, is_chosen) in memchr_iter(b'\t', &line).chain([line.len()]).zip(&chosen) {
            if *is_chosen {
                cells.push(&line[start..end]);
            }
            start = end + 1;
        }
        if is_kept(std::str::from_utf8(cells[id]).expect("ids are UTF-8")) {
            builder.push_bytes(cells).expect("cells are UTF-8");
        }
    }
}

fn write_persons(linkage: &Linkage, path: &str) {
    let mut text = String::new();
    for (place, &first) in linkage.clusters.iter().enumerate() {
        text += &format!("{},{}\n", linkage.ids[place], linkage.ids[first as usize]);
    }
    for link in &linkage.links {
        text += &format!("{link:?}\n");
    }
    std::fs::write(path, text).expect("the file can be written");
}

fn tell_accuracy(linkage: &Linkage, truth: &Truth) -> Vec<String> {
    let ids = &linkage.ids;
    let of = |place: usize| {
        truth
            .get(&ids[place])
            .map_or((ids[place].as_str(), ""), |(person, family)| (person, family))
    };
    let records: Vec<(&str, &str, &str, &str)> = (0..ids.len())
        .map(|place| {
            (ids[place].as_str(), ids[linkage.clusters[place] as usize].as_str(), of(place).0, "")
        })
        .collect();
    let found = evaluate(&records);
    let mut lines = Vec::new();
    for (name, score) in [("pairs", &found.pairwise), ("B-cubed", &found.b_cubed)] {
        lines.push(format!(
            "{name}\tF1 {:.4}\tprecision {:.4}\trecall {:.4}",
            score.f1, score.precision, score.recall
        ));
    }
    let mut members: BTreeMap<u32, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for (place, &first) in linkage.clusters.iter().enumerate() {
        members.entry(first).or_default().insert(of(place));
    }
    let (mut n_strangers, mut n_kin) = (0, 0);
    for people in members.values().filter(|people| people.len() > 1) {
        let families: BTreeSet<&str> = people.iter().map(|(_, family)| *family).collect();
        n_strangers += usize::from(families.len() > 1);
        n_kin += usize::from(families.len() < people.len());
    }
    let share = |n: usize| n as f64 / members.len() as f64;
    lines.push(format!(
        "of the persons found\tstrangers merged {:.4}\tkin merged {:.4}",
        share(n_strangers),
        share(n_kin)
    ));
    let people: Vec<&str> = (0..ids.len()).map(|place| of(place).0).collect();
    let links = evaluate_links(linkage, &people);
    lines.push(format!(
        "links\trecall {:.4}\tcalibration error {:.4}",
        links.recall_of_links, links.expected_calibration_error
    ));
    lines
}

/// Returns the CPU seconds of this program so far, user and system; Linux counts hundredths.
fn cpu_secs() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> =
        stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let hundredths = |place: usize| fields.get(place).and_then(|field| field.parse::<f64>().ok());
    (hundredths(11).unwrap_or(0.0) + hundredths(12).unwrap_or(0.0)) / 100.0
}

/// Returns the most memory held so far.
fn peak_gb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    let kilobytes = line.split_whitespace().nth(1).and_then(|n| n.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1e6
}
