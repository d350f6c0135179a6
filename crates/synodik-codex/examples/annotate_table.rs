//! Annotates the events of a list and prints how many stand beside which provision.
//!
//! `cargo run --release -p synodik-codex --example annotate_table -- FORMAT FILE...` with
//! `memorial`, `moscow` or the path of a mapping as FORMAT. Prints counts by provision and
//! status, differences, the events that carry the formula «ЧСИР», executions by month, and the
//! time the annotation took by itself, in one thread.

#![expect(clippy::print_stdout, reason = "an example prints what it counts")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::Read;
use std::time::{Duration, Instant};
use synodik_codex::{Annotation, AnnotationStatus, annotate_record, annotation_rules};
use synodik_import::{Format, HEAD_BYTES, Mapping, plan_file, read_chunk, split_chunks};
use synodik_model::{EventKind, Record};

const CHUNK_BYTES: usize = 12 << 20;

#[derive(Default)]
struct Counts {
    n_records: usize,
    n_annotated: usize,
    provisions: BTreeMap<(String, String), usize>,
    differences: BTreeMap<String, usize>,
    /// Events with the formula «ЧСИР»: what stands first beside them.
    formula: BTreeMap<String, usize>,
    executions: BTreeMap<String, usize>,
    elapsed: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let format = match arguments.next().ok_or("expected a format")?.as_str() {
        "memorial" => Format::MemorialTsv,
        "moscow" => Format::MoscowLists,
        path => Format::Table(Box::new(Mapping::parse(&std::fs::read_to_string(path)?)?)),
    };
    annotation_rules();
    let mut counts = Counts::default();
    for path in arguments {
        read_list(&format, &path, &mut counts)?;
    }
    print_counts(&counts);
    Ok(())
}

fn read_list(format: &Format, path: &str, counts: &mut Counts) -> Result<(), Box<dyn Error>> {
    let mut file = File::open(path)?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let plan = plan_file(format, None, &head, head.len() < HEAD_BYTES)?;
    let stream = std::io::Cursor::new(head).chain(file);
    for chunk in split_chunks(stream, 1, &plan, CHUNK_BYTES) {
        read_chunk(format, &plan, &chunk?, &mut |outcome| {
            if let Ok(record) = outcome {
                count(&record, counts);
            }
        })?;
    }
    Ok(())
}

fn count(record: &Record<'_>, counts: &mut Counts) {
    let start = Instant::now();
    let annotated = annotate_record(annotation_rules(), record);
    counts.elapsed += start.elapsed();
    counts.n_records += 1;
    counts.n_annotated += usize::from(!annotated.is_empty());
    for (_, annotations) in &annotated {
        for annotation in annotations {
            let key =
                (annotation.provision.provision_id.clone(), status(annotation.status).to_owned());
            *counts.provisions.entry(key).or_default() += 1;
            for difference in &annotation.differences {
                let name = format!("{difference:?}");
                let name = name.split([' ', '{']).next().unwrap_or_default().to_owned();
                let key = format!("{} {name}", annotation.provision.provision_id);
                *counts.differences.entry(key).or_default() += 1;
            }
        }
    }
    count_formula(record, &annotated, counts);
    for event in record.events.iter().filter(|event| event.kind == EventKind::Execution) {
        let month = event.date.as_ref().map_or_else(|| "no date".to_owned(), |date| date.to_edtf());
        *counts.executions.entry(month.get(..7).unwrap_or(&month).to_owned()).or_default() += 1;
    }
}

fn count_formula(
    record: &Record<'_>,
    annotated: &[(usize, Vec<Annotation<'_>>)],
    counts: &mut Counts,
) {
    for (event_idx, event) in record.events.iter().enumerate() {
        if !event.article.as_deref().is_some_and(|article| article.contains("ЧСИР")) {
            continue;
        }
        let annotations = annotated.iter().find(|(idx, _)| *idx == event_idx);
        let first = annotations.and_then(|(_, annotations)| annotations.first());
        let year = event.date.as_ref().and_then(|date| date.primary_year());
        let shown = first.map_or("none".to_owned(), |first| {
            let differs = first.differences.first().map(|difference| difference.in_words().en);
            let differs = differs.unwrap_or_default();
            format!("{} {} {differs}", first.provision.provision_id, status(first.status))
        });
        let year = year.map_or("no year".to_owned(), |year| year.to_string());
        *counts.formula.entry(format!("{year} {shown}")).or_default() += 1;
    }
}

fn status(status: AnnotationStatus) -> &'static str {
    match status {
        AnnotationStatus::NamedInRecord => "named",
        AnnotationStatus::ConsistentWith => "consistent",
        AnnotationStatus::RecordDiffers => "differs",
    }
}

fn print_counts(counts: &Counts) {
    println!(
        "{} records, {} annotated, {:.2} s for annotating",
        counts.n_records,
        counts.n_annotated,
        counts.elapsed.as_secs_f64()
    );
    for ((provision_id, status), n_events) in &counts.provisions {
        println!("{n_events}\t{provision_id}\t{status}");
    }
    let tables = [
        ("differences", &counts.differences),
        ("formula", &counts.formula),
        ("executions", &counts.executions),
    ];
    for (name, table) in tables {
        println!("\n{name}");
        for (key, number) in table {
            println!("{number}\t{key}");
        }
    }
}
