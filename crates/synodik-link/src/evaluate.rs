//! How good persons are when the truth is known.

use std::collections::{BTreeMap, BTreeSet};

/// Precision, recall and their harmonic mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Share of what was found that is true.
    pub precision: f64,
    /// Share of what is true that was found.
    pub recall: f64,
    /// Harmonic mean of both.
    pub f1: f64,
}

impl Score {
    fn new(precision: f64, recall: f64) -> Self {
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { precision, recall, f1 }
    }
}

/// How many persons have so many records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClusterSizes {
    /// Records of a person.
    pub n_records: usize,
    /// Persons found with so many.
    pub n_found: usize,
    /// Persons that truly have so many.
    pub n_true: usize,
}

/// The pairs between two lists.
#[derive(Debug, Clone, PartialEq)]
pub struct PairedLists {
    /// One list.
    pub list_a: String,
    /// The other, or the same.
    pub list_b: String,
    /// Pairs that are truly one person.
    pub n_true: u64,
    /// How good the pairs found are.
    pub score: Score,
}

/// A person found that mixes several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorstError {
    /// Records of the person found, at most twenty.
    pub ids: Vec<String>,
    /// How many pairs of it are wrong.
    pub n_wrong_pairs: u64,
}

/// How good persons are.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// Records with both a person found and a true one.
    pub n_records: usize,
    /// Over pairs of records.
    pub pairwise: Score,
    /// Over records, each with the precision and recall of its person.
    pub b_cubed: Score,
    /// Sizes of persons, ascending.
    pub sizes: Vec<ClusterSizes>,
    /// Share of the true persons that stand in a person found together with another.
    pub mixed_persons: f64,
    /// Share of the persons found in which several true ones stand.
    pub mixing_clusters: f64,
    /// The persons found with most wrong pairs, worst first.
    pub worst: Vec<WorstError>,
    /// By pairs of lists, if lists are given.
    pub by_lists: Vec<PairedLists>,
}

/// How many of the worst errors are listed.
const N_WORST: usize = 50;

/// Compares persons found with true ones.
///
/// # Shape
///
/// `records`: id, person found, true person and list (empty if none) of every record, in any order.
///
/// # Example
///
/// ```
/// use synodik_link::evaluate;
/// let found = evaluate(&[("1", "a", "x", ""), ("2", "a", "x", ""), ("3", "a", "y", "")]);
/// assert_eq!(found.pairwise.recall, 1.0);
/// assert!(found.pairwise.precision < 0.34);
/// ```
pub fn evaluate(records: &[(&str, &str, &str, &str)]) -> Evaluation {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut truth: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut joint: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for (idx, (_, cluster, person, _)) in records.iter().enumerate() {
        found.entry(cluster).or_default().push(idx);
        truth.entry(person).or_default().push(idx);
        *joint.entry((cluster, person)).or_default() += 1;
    }
    let pairs = |n: u64| n * n.saturating_sub(1) / 2;
    let sum_pairs = |groups: &BTreeMap<&str, Vec<usize>>| {
        groups.values().map(|group| pairs(group.len() as u64)).sum::<u64>()
    };
    let (n_found, n_true) = (sum_pairs(&found), sum_pairs(&truth));
    let n_right: u64 = joint.values().map(|&n| pairs(n)).sum();
    let share = |part: u64, whole: u64| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
    let mut b_cubed = (0.0, 0.0);
    let mut mixed: BTreeSet<&str> = BTreeSet::new();
    let mut mixing: BTreeSet<&str> = BTreeSet::new();
    for (&(cluster, person), &n) in &joint {
        let (n_cluster, n_person) = (found[cluster].len() as f64, truth[person].len() as f64);
        let n = n as f64;
        b_cubed.0 += n * n / n_cluster;
        b_cubed.1 += n * n / n_person;
        if n < n_cluster {
            mixed.insert(person);
            mixing.insert(cluster);
        }
    }
    let n_records = records.len().max(1) as f64;
    Evaluation {
        n_records: records.len(),
        pairwise: Score::new(share(n_right, n_found), share(n_right, n_true)),
        b_cubed: Score::new(b_cubed.0 / n_records, b_cubed.1 / n_records),
        sizes: profile(&found, &truth),
        mixed_persons: mixed.len() as f64 / truth.len().max(1) as f64,
        mixing_clusters: mixing.len() as f64 / found.len().max(1) as f64,
        worst: worst_errors(records, &found),
        by_lists: by_lists(records, &found, &truth),
    }
}

fn profile(
    found: &BTreeMap<&str, Vec<usize>>,
    truth: &BTreeMap<&str, Vec<usize>>,
) -> Vec<ClusterSizes> {
    let mut sizes: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for group in found.values() {
        sizes.entry(group.len()).or_default().0 += 1;
    }
    for group in truth.values() {
        sizes.entry(group.len()).or_default().1 += 1;
    }
    let sizes = sizes.into_iter();
    sizes
        .map(|(n_records, (n_found, n_true))| ClusterSizes { n_records, n_found, n_true })
        .collect()
}

fn worst_errors(
    records: &[(&str, &str, &str, &str)],
    found: &BTreeMap<&str, Vec<usize>>,
) -> Vec<WorstError> {
    let mut worst = Vec::new();
    for group in found.values() {
        let mut n_wrong_pairs = 0;
        for (place, &a) in group.iter().enumerate() {
            let later = group[place + 1..].iter();
            n_wrong_pairs += later.filter(|&&b| records[a].2 != records[b].2).count() as u64;
        }
        if n_wrong_pairs > 0 {
            let ids = group.iter().take(20).map(|&idx| records[idx].0.to_owned()).collect();
            worst.push(WorstError { ids, n_wrong_pairs });
        }
    }
    worst.sort_by_key(|error| std::cmp::Reverse(error.n_wrong_pairs));
    worst.truncate(N_WORST);
    worst
}

/// Pairs between two lists: found, true, both.
type PairCount = (u64, u64, u64);

fn by_lists(
    records: &[(&str, &str, &str, &str)],
    found: &BTreeMap<&str, Vec<usize>>,
    truth: &BTreeMap<&str, Vec<usize>>,
) -> Vec<PairedLists> {
    let mut counts: BTreeMap<(&str, &str), PairCount> = BTreeMap::new();
    let mut count = |groups: &BTreeMap<&str, Vec<usize>>, is_found: bool| {
        for group in groups.values() {
            for (place, &a) in group.iter().enumerate() {
                for &b in &group[place + 1..] {
                    let (list_a, list_b) = (records[a].3, records[b].3);
                    let lists = (list_a.min(list_b), list_a.max(list_b));
                    let count = counts.entry(lists).or_default();
                    if is_found {
                        count.0 += 1;
                        count.2 += u64::from(records[a].2 == records[b].2);
                    } else {
                        count.1 += 1;
                    }
                }
            }
        }
    };
    count(found, true);
    count(truth, false);
    let share = |part: u64, whole: u64| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
    let counts = counts.into_iter().filter(|((list_a, _), _)| !list_a.is_empty());
    counts
        .map(|((list_a, list_b), (n_found, n_true, n_right))| PairedLists {
            list_a: list_a.to_owned(),
            list_b: list_b.to_owned(),
            n_true,
            score: Score::new(share(n_right, n_found), share(n_right, n_true)),
        })
        .collect()
}
