//! How often the interval of the person count over sampled partitions holds the truth.
//!
//! `person_counts PYTHON GENERATE.py SPEC.toml N_RECORDS FIRST_SEED N_SEEDS FOLDER`: for each seed
//! a list of invented people of known number is generated into the folder, linked and counted.
//! The generator is called as `GENERATE.py --records N --seed S --out PREFIX` and writes
//! `PREFIX.tsv` and `PREFIX.truth.tsv` with `person_id` and `true_person`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use synodik_link::{Link, LinkConfig, Linkage, Spec, Table, TableBuilder, run_linkage};

/// Partitions sampled.
const N_SAMPLES: usize = 200;

/// What one seed gives, all of them persons.
struct Counts {
    truth: f64,
    plain: f64,
    /// Were every link that was kept judged rightly; more than the truth by what no link shows.
    by_true_links: f64,
    /// Links between records of one person, and how many the probabilities expect.
    true_links: f64,
    expected_links: f64,
    median: f64,
    low: f64,
    high: f64,
}

#[expect(clippy::print_stdout, reason = "an example prints")]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let usage =
        "usage: person_counts PYTHON GENERATE.py SPEC.toml N_RECORDS FIRST_SEED N_SEEDS FOLDER";
    let [python, generator, spec, n_records, first_seed, n_seeds, folder] = &arguments[..] else {
        panic!("{usage}")
    };
    let spec = std::fs::read_to_string(spec).expect("the spec can be read");
    let spec = Spec::from_toml(&spec).expect("the spec is one");
    let first_seed: u64 = first_seed.parse().expect(usage);
    let n_seeds: u64 = n_seeds.parse().expect(usage);
    println!(
        "seed\ttruth\tplain\tby_true_links\ttrue_links\texpected_links\tmedian\tlow\thigh\tholds_truth"
    );
    let mut all = Vec::new();
    for seed in first_seed..first_seed + n_seeds {
        let prefix = format!("{folder}/seed{seed}");
        let status = Command::new(python)
            .args([generator, "--records", n_records, "--seed", &seed.to_string()])
            .args(["--jobs", "1", "--out", &prefix])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .status();
        assert!(status.is_ok_and(|status| status.success()), "the generator fails for {seed}");
        let counts = count_seed(&spec, &prefix);
        println!(
            "{seed}\t{}\t{}\t{}\t{}\t{:.0}\t{:.0}\t{:.1}\t{:.1}\t{}",
            counts.truth,
            counts.plain,
            counts.by_true_links,
            counts.true_links,
            counts.expected_links,
            counts.median,
            counts.low,
            counts.high,
            holds(&counts)
        );
        all.push(counts);
    }
    let mean = |of: &dyn Fn(&Counts) -> f64| all.iter().map(of).sum::<f64>() / all.len() as f64;
    println!("# interval holds the truth: {:.3}", mean(&|c| f64::from(u8::from(holds(c)))));
    println!("# plain count - truth: {:+.1}", mean(&|c| c.plain - c.truth));
    println!("# median - truth: {:+.1}", mean(&|c| c.median - c.truth));
    println!("# by true links - truth: {:+.1}", mean(&|c| c.by_true_links - c.truth));
    println!("# half the interval: {:.1}", mean(&|c| (c.high - c.low) / 2.0));
    let share = mean(&|c| c.expected_links) / mean(&|c| c.true_links);
    println!("# true links that the probabilities expect: {:.3}", share);
    let bias = mean(&|c| c.median - c.truth);
    println!(
        "# spread of median - truth: {:.1}",
        mean(&|c| (c.median - c.truth - bias).powi(2)).sqrt()
    );
}

fn holds(counts: &Counts) -> bool {
    counts.low <= counts.truth && counts.truth <= counts.high
}

fn count_seed(spec: &Spec, prefix: &str) -> Counts {
    let table = read_table(Path::new(&format!("{prefix}.tsv")));
    let truth = read_table(Path::new(&format!("{prefix}.truth.tsv")));
    let (ids, persons) = (truth.column("person_id"), truth.column("true_person"));
    let (ids, persons) = (ids.expect("the truth has ids"), persons.expect("and persons"));
    let person_of: BTreeMap<&str, &str> =
        (0..truth.n_rows()).map(|row| (ids.text(row), persons.text(row))).collect();
    let config = LinkConfig { n_samples: N_SAMPLES, ..LinkConfig::of_project() };
    let linkage = run_linkage(spec, &[table], &[], &config).expect("the spec fits the table");
    let mut sampled: Vec<f64> = linkage.samples.iter().map(|sample| count(sample)).collect();
    sampled.sort_by(f64::total_cmp);
    Counts {
        truth: person_of.values().collect::<BTreeSet<_>>().len() as f64,
        plain: count(&linkage.clusters),
        by_true_links: count_by_true_links(&linkage, &person_of),
        true_links: linkage.links.iter().filter(|link| is_true(&linkage, &person_of, link)).count()
            as f64,
        expected_links: linkage.links.iter().map(|link| f64::from(link.p_same)).sum(),
        median: quantile(&sampled, 0.5),
        low: quantile(&sampled, 0.025),
        high: quantile(&sampled, 0.975),
    }
}

fn count(clusters: &[u32]) -> f64 {
    clusters.iter().zip(0..).filter(|&(&first, place)| first == place).count() as f64
}

fn is_true(linkage: &Linkage, person_of: &BTreeMap<&str, &str>, link: &Link) -> bool {
    let person = |place: u32| person_of[linkage.ids[place as usize].as_str()];
    person(link.a) == person(link.b)
}

fn count_by_true_links(linkage: &Linkage, person_of: &BTreeMap<&str, &str>) -> f64 {
    let mut group_of: Vec<u32> = (0..linkage.ids.len() as u32).collect();
    for link in linkage.links.iter().filter(|link| is_true(linkage, person_of, link)) {
        let (kept, gone) = (group_of[link.a as usize], group_of[link.b as usize]);
        for group in group_of.iter_mut().filter(|group| **group == gone) {
            *group = kept;
        }
    }
    group_of.iter().collect::<BTreeSet<_>>().len() as f64
}

/// Returns the value below which a share of sorted values lies, as an archive's counts have it.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() as f64 + 1.0 / 3.0) - 2.0 / 3.0;
    let place = place.clamp(0.0, sorted.len() as f64 - 1.0);
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

fn read_table(path: &Path) -> Table {
    let text = std::fs::read_to_string(path).expect("the generator has written the table");
    let mut lines = text.lines();
    let header = lines.next().expect("the table has a header");
    let mut builder = TableBuilder::new("list", header.split('\t'));
    lines.for_each(|line| builder.push_row(line.split('\t')));
    builder.finish()
}
