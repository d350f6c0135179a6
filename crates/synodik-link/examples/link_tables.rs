//! Links tables from files: `link_tables --spec SPEC.toml TABLE… --out DIR`.
//!
//! Tables are CSV, or TSV without quotes if the name ends in `.tsv`.
//! Writes `links.csv`, `clusters.csv` and `report.json`.

use mimalloc::MiMalloc;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use synodik_link::{LinkConfig, Linkage, Spec, Table, TableBuilder, run_linkage};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let mut spec_path = None;
    let mut out = None;
    let mut tables = Vec::new();
    let mut config = LinkConfig::of_project();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("`{argument}` needs a value"));
        match argument.as_str() {
            "--spec" => spec_path = Some(PathBuf::from(value()?)),
            "--out" => out = Some(PathBuf::from(value()?)),
            "--threads" => config.n_threads = value()?.parse()?,
            "--samples" => config.n_samples = value()?.parse()?,
            "--config" => config = toml::from_str(&std::fs::read_to_string(value()?)?)?,
            _ => tables.push(PathBuf::from(argument)),
        }
    }
    let spec_path = spec_path.ok_or("expected `--spec SPEC.toml`")?;
    let out = out.ok_or("expected `--out DIR`")?;
    let spec = Spec::from_toml(&std::fs::read_to_string(spec_path)?)?;
    let wanted = wanted_columns(&spec);
    let tables: Vec<Table> =
        tables.iter().map(|path| read_table(path, &wanted)).collect::<Result<_, _>>()?;
    let linkage = run_linkage(&spec, &tables, &[], &config)?;
    std::fs::create_dir_all(&out)?;
    write_results(&linkage, &out)?;
    Ok(())
}

fn wanted_columns(spec: &Spec) -> Vec<String> {
    let mut columns = vec![spec.id.clone()];
    columns.extend(spec.list.clone());
    for field in &spec.fields {
        columns.push(field.column.clone());
        columns.extend(field.alternatives.iter().chain(&field.at).cloned());
    }
    columns
}

fn read_table(path: &Path, wanted: &[String]) -> Result<Table, Box<dyn Error>> {
    let is_tsv = path.extension().is_some_and(|extension| extension == "tsv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if is_tsv { b'\t' } else { b',' })
        .quoting(!is_tsv)
        .flexible(true)
        .buffer_capacity(1 << 20)
        .from_reader(File::open(path)?);
    let header = reader.headers()?.clone();
    let chosen: Vec<usize> = (0..header.len())
        .filter(|&idx| wanted.iter().any(|name| name == header[idx].trim()))
        .collect();
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut builder = TableBuilder::new(&name, chosen.iter().map(|&idx| header[idx].trim()));
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row)? {
        builder.push_row(chosen.iter().map(|&idx| row.get(idx).unwrap_or_default()));
    }
    Ok(builder.finish())
}

fn write_results(linkage: &Linkage, out: &Path) -> Result<(), Box<dyn Error>> {
    let id = |place: u32| linkage.ids[place as usize].as_str();
    let mut links = BufWriter::new(File::create(out.join("links.csv"))?);
    writeln!(links, "id_a,id_b,p_same,p_kin")?;
    for link in &linkage.links {
        writeln!(links, "{},{},{:.6},{:.6}", id(link.a), id(link.b), link.p_same, link.p_kin)?;
    }
    links.flush()?;
    let mut clusters = BufWriter::new(File::create(out.join("clusters.csv"))?);
    writeln!(clusters, "id,cluster")?;
    for (place, &first) in linkage.clusters.iter().enumerate() {
        writeln!(clusters, "{},{}", id(place as u32), id(first))?;
    }
    clusters.flush()?;
    let report = &linkage.report;
    let model: Vec<serde_json::Value> = linkage
        .model
        .iter()
        .map(|level| {
            serde_json::json!({
                "column": level.column, "kind": level.kind, "level": level.level,
                "p_same": level.p_same, "p_kin": level.p_kin, "p_stranger": level.p_stranger,
            })
        })
        .collect();
    let json = serde_json::json!({
        "n_records": report.n_records, "n_blocks": report.n_blocks,
        "n_blocks_cut": report.n_blocks_cut, "n_pairs_cut": report.n_pairs_cut,
        "n_pairs_compared": report.n_pairs_compared,
        "n_learnt": report.n_learnt, "n_persons": report.n_persons, "n_largest": report.n_largest,
        "model": model,
    });
    std::fs::write(out.join("report.json"), serde_json::to_string_pretty(&json)? + "\n")?;
    Ok(())
}
