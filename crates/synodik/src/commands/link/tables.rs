//! Tables in, links out: the files of `synodik link`.

use anyhow::{Context, Result, bail};
use memchr::memchr_iter;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use synodik_link::{Linkage, Table, TableBuilder};

fn is_tsv(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "tsv")
}

/// Opens a CSV; a TSV has no quoting.
fn open(path: &Path) -> Result<csv::Reader<File>> {
    let is_tsv = is_tsv(path);
    let file = File::open(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    Ok(csv::ReaderBuilder::new()
        .delimiter(if is_tsv { b'\t' } else { b',' })
        .quoting(!is_tsv)
        .flexible(true)
        .buffer_capacity(1 << 20)
        .from_reader(file))
}

/// Reads the wanted columns of a table.
pub(super) fn read_table(path: &Path, wanted: &[String]) -> Result<Table> {
    if is_tsv(path) {
        return read_tsv(path, wanted);
    }
    let cannot = || format!("cannot read `{}`", path.display());
    let mut reader = open(path)?;
    let header = reader.headers().with_context(cannot)?.clone();
    let chosen: Vec<usize> = (0..header.len())
        .filter(|&column_idx| wanted.iter().any(|name| name == header[column_idx].trim()))
        .collect();
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let columns = chosen.iter().map(|&column_idx| header[column_idx].trim());
    let mut builder = TableBuilder::new(&name, columns);
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).with_context(cannot)? {
        builder.push_row(chosen.iter().map(|&column_idx| row.get(column_idx).unwrap_or_default()));
    }
    Ok(builder.finish())
}

/// Reads the wanted columns of a TSV, which has no quoting, so only their cells are looked at.
fn read_tsv(path: &Path, wanted: &[String]) -> Result<Table> {
    let cannot = || format!("cannot read `{}`", path.display());
    let file = File::open(path).with_context(cannot)?;
    let mut lines = BufReader::with_capacity(1 << 20, file);
    let mut line = Vec::new();
    lines.read_until(b'\n', &mut line).with_context(cannot)?;
    let header = std::str::from_utf8(&line).with_context(cannot)?.to_owned();
    let header: Vec<&str> = header.trim_start_matches('\u{feff}').split('\t').collect();
    let header: Vec<&str> = header.into_iter().map(str::trim).collect();
    let is_wanted: Vec<bool> =
        header.iter().map(|column| wanted.iter().any(|name| name == column)).collect();
    let chosen = || header.iter().zip(&is_wanted).filter(|(_, is_wanted)| **is_wanted);
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut builder = TableBuilder::new(&name, chosen().map(|(column, _)| *column));
    let mut row_number = 1;
    loop {
        line.clear();
        if lines.read_until(b'\n', &mut line).with_context(cannot)? == 0 {
            return Ok(builder.finish());
        }
        row_number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let mut cells: Vec<&[u8]> = Vec::with_capacity(header.len());
        let mut start = 0;
        for (end, is_wanted) in memchr_iter(b'\t', &line).chain([line.len()]).zip(&is_wanted) {
            if *is_wanted {
                cells.push(&line[start..end]);
            }
            start = end + 1;
        }
        builder.push_bytes(cells).with_context(|| {
            format!("cannot read `{}`, line {row_number}; expected UTF-8", path.display())
        })?;
    }
}

/// Reads columns of a table as text, by their names, going over the file once.
///
/// A column whose name begins with `?` may be absent and is then empty.
pub(super) fn read_columns<const N: usize>(
    path: &Path,
    names: [&str; N],
) -> Result<[Vec<String>; N]> {
    let cannot = || format!("cannot read `{}`", path.display());
    let mut reader = open(path)?;
    let header = reader.headers().with_context(cannot)?.clone();
    let mut places = [None; N];
    for (place, name) in places.iter_mut().zip(names) {
        let wanted = name.trim_start_matches('?');
        *place = header.iter().position(|column| column.trim() == wanted);
        if place.is_none() && wanted == name {
            let columns: Vec<&str> = header.iter().collect();
            bail!("`{}` has no column `{name}`; it has {}", path.display(), columns.join(", "))
        }
    }
    let mut columns = [const { Vec::new() }; N];
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).with_context(cannot)? {
        for (column, place) in columns.iter_mut().zip(&places) {
            let cell = place.and_then(|place| row.get(place)).unwrap_or_default();
            column.push(cell.to_owned());
        }
    }
    Ok(columns)
}

/// Writes links, persons and the report into a folder, which is made if need be.
pub(super) fn write_results(linkage: &Linkage, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out).with_context(|| format!("cannot make `{}`", out.display()))?;
    let create = |name: &str| {
        let path = out.join(name);
        File::create(&path)
            .map(BufWriter::new)
            .with_context(|| format!("cannot write `{}`", path.display()))
    };
    let id = |place: u32| linkage.ids[place as usize].as_str();
    let mut links = csv::Writer::from_writer(create("links.csv")?);
    links.write_record(["id_a", "id_b", "p_same", "p_kin"])?;
    for link in &linkage.links {
        let [p_same, p_kin] = [link.p_same, link.p_kin].map(|p| format!("{p:.6}"));
        links.write_record([id(link.a), id(link.b), &p_same, &p_kin])?;
    }
    links.flush()?;
    let mut clusters = csv::Writer::from_writer(create("clusters.csv")?);
    clusters.write_record(["id", "cluster"])?;
    for (place, &first) in linkage.clusters.iter().enumerate() {
        clusters.write_record([id(place as u32), id(first)])?;
    }
    clusters.flush()?;
    let mut report = create("report.json")?;
    writeln!(report, "{}", serde_json::to_string_pretty(&report_document(linkage))?)?;
    report.flush()?;
    Ok(())
}

fn report_document(linkage: &Linkage) -> Value {
    let model: Vec<Value> = linkage
        .model
        .iter()
        .map(|level| {
            json!({
                "column": level.column, "kind": level.kind, "level": level.level,
                "p_same": level.p_same, "p_kin": level.p_kin, "p_stranger": level.p_stranger,
            })
        })
        .collect();
    let report = &linkage.report;
    json!({
        "n_records": report.n_records,
        "n_blocks": report.n_blocks,
        "n_block_pairs": report.n_block_pairs,
        "n_blocks_cut": report.n_blocks_cut,
        "n_pairs_cut": report.n_pairs_cut,
        "n_pairs_compared": report.n_pairs_compared,
        "n_learnt": report.n_learnt,
        "n_persons": report.n_persons,
        "n_largest": report.n_largest,
        "model": model,
    })
}
