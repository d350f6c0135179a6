//! Measures how long it takes to annotate a list, and to ask the codex for days.
//!
//! `cargo run --release -p synodik-codex --example bench_codex -- FILE.tsv [THREADS]` with a
//! list in the format `memorial-tsv`. Reads the list in chunks, THREADS at a time (two when
//! nothing is said): once without annotating and once with it, so that both can be told
//! apart. Prints the time by the clock and the time of all cores (from `/proc/self/stat`, in
//! steps of 10 ms), which does not depend on what else runs. Of the queries it prints the
//! slowest, each the best of five calls.

#![expect(clippy::print_stdout, reason = "an example prints what it measures")]

use chrono::NaiveDate;
use std::error::Error;
use std::fs::File;
use std::io::Read;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use synodik_codex::{
    annotate_record, annotation_rules, changes_between, codex, in_force_at, life_line,
};
use synodik_import::{FilePlan, Format, HEAD_BYTES, plan_file, read_chunk, split_chunks};
use synodik_model::Record;

const CHUNK_BYTES: usize = 4 << 20;

/// What one or more threads have done.
#[derive(Default)]
struct Work {
    n_records: usize,
    n_events: usize,
    n_annotated: usize,
    n_annotations: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("expected a file")?;
    let n_threads: usize = arguments.next().map_or(Ok(2), |number| number.parse())?;
    let start = Instant::now();
    annotation_rules();
    println!("codex and rules loaded in {:.1} ms", millis(start.elapsed()));
    let read = print_list(&path, n_threads, false)?;
    let annotated = print_list(&path, n_threads, true)?;
    println!("annotating alone: {:.2} s of one core", annotated - read);
    print_queries();
    Ok(())
}

/// Returns the seconds of all cores that the list took.
fn print_list(path: &str, n_threads: usize, is_annotated: bool) -> Result<f64, Box<dyn Error>> {
    let start = Instant::now();
    let cpu_start_secs = cpu_secs()?;
    let mut file = File::open(path)?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let plan = plan_file(&Format::MemorialTsv, None, &head, head.len() < HEAD_BYTES)?;
    let stream = std::io::Cursor::new(head).chain(file);
    let chunks = Mutex::new(split_chunks(stream, 1, &plan, CHUNK_BYTES));
    let sum = Mutex::new(Work::default());
    std::thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                let work = work_off(&chunks, &plan, is_annotated);
                let mut sum = sum.lock().expect("no thread panics with the sum in its hand");
                sum.n_records += work.n_records;
                sum.n_events += work.n_events;
                sum.n_annotated += work.n_annotated;
                sum.n_annotations += work.n_annotations;
            });
        }
    });
    let elapsed_secs = start.elapsed().as_secs_f64();
    let core_secs = cpu_secs()? - cpu_start_secs;
    let sum = sum.into_inner()?;
    println!(
        "{} records, {} events, {} of them with {} annotations",
        sum.n_records, sum.n_events, sum.n_annotated, sum.n_annotations
    );
    let task = if is_annotated { "reading and annotating" } else { "reading" };
    println!("{task}, {n_threads} threads: {elapsed_secs:.2} s, {core_secs:.2} s of all cores");
    Ok(core_secs)
}

/// Returns the seconds that all cores have worked for this process, in steps of 10 ms.
fn cpu_secs() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The name of the program, in brackets, may hold blanks; user time is the 12th after it.
    let (_, after_name) = stat.rsplit_once(')').ok_or("no name in /proc/self/stat")?;
    let mut ticks = after_name.split_whitespace().skip(11);
    let mut next = || ticks.next().ok_or("no times in /proc/self/stat");
    let (user, system): (u64, u64) = (next()?.parse()?, next()?.parse()?);
    Ok((user + system) as f64 / 100.0)
}

fn work_off<I>(chunks: &Mutex<I>, plan: &FilePlan, is_annotated: bool) -> Work
where
    I: Iterator<Item = std::io::Result<synodik_import::Chunk>>,
{
    let mut work = Work::default();
    loop {
        let next = chunks.lock().expect("no thread panics with the file in its hand").next();
        let Some(Ok(chunk)) = next else { return work };
        let read = read_chunk(&Format::MemorialTsv, plan, &chunk, &mut |outcome| {
            if let Ok(record) = outcome {
                work.n_records += 1;
                work.n_events += record.events.len();
                if is_annotated {
                    annotate(&record, &mut work);
                }
            }
        });
        read.expect("a chunk was cut by the plan it is read with");
    }
}

fn annotate(record: &Record<'_>, work: &mut Work) {
    let annotated = annotate_record(annotation_rules(), record);
    work.n_annotated += annotated.len();
    work.n_annotations += annotated.iter().map(|(_, found)| found.len()).sum::<usize>();
}

/// Asks for a day of each month from 1917 to 1991, for each relation and for none.
fn print_queries() {
    let codex = codex();
    let first = NaiveDate::from_ymd_opt(1917, 1, 1).expect("a day");
    let days: Vec<NaiveDate> = first.iter_days().step_by(29).take(932).collect();
    let mut at = Longest::default();
    let mut between = Longest::default();
    for day in &days {
        at.take(|| drop(in_force_at(codex, *day, None)));
        for relation in &codex.relations {
            at.take(|| drop(in_force_at(codex, *day, Some(&relation.relation_id))));
        }
        between.take(|| drop(changes_between(codex, first, *day)));
    }
    let mut line = Longest::default();
    for instrument in &codex.instruments {
        line.take(|| drop(life_line(instrument)));
    }
    println!("in_force_at: {at}");
    println!("changes_between: {between}");
    println!("life_line: {line}");
}

/// How long the calls of one query took.
#[derive(Default)]
struct Longest {
    n_calls: u32,
    sum: Duration,
    longest: Duration,
}

impl Longest {
    fn take(&mut self, query: impl Fn()) {
        let calls = (0..5).map(|_| {
            let start = Instant::now();
            query();
            start.elapsed()
        });
        let elapsed = calls.min().unwrap_or_default();
        self.n_calls += 1;
        self.sum += elapsed;
        self.longest = self.longest.max(elapsed);
    }
}

impl std::fmt::Display for Longest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mean = millis(self.sum) / f64::from(self.n_calls.max(1));
        let longest = millis(self.longest);
        write!(f, "{} calls, mean {mean:.4} ms, longest {longest:.3} ms", self.n_calls)
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
