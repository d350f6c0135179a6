//! Training without labels: expectation and maximisation over three classes.
//!
//! How strangers agree is measured on random pairs. How one person's records
//! and relatives agree is learnt from the pairs that share keys, starting from
//! `data/link/levels.tsv`, which also weighs as a number of pairs in every round.

use crate::compare::{Comparer, Memo, Pattern, counted_value};
use crate::config::LinkConfig;
use crate::levels::{N_BANDS, levels_of};
use crate::model::{ComparisonModel, Model};
use crate::prepare::{Kind, Prepared, slot};
use crate::random::Random;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A pair of records with its pattern.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TrainingPair {
    /// The earlier record.
    pub(crate) a: u32,
    /// The later record.
    pub(crate) b: u32,
    /// Whether nothing can make it one person, so that nothing is learnt from it.
    pub(crate) is_excluded: bool,
    /// Their agreement.
    pub(crate) pattern: Pattern,
}

/// How many pairs there are: those trained on, and all.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PairCounts {
    /// Share of the candidates that are trained on.
    pub(crate) trained_share: f64,
    /// All pairs of records that could be one person.
    pub(crate) n_all: f64,
    /// All records.
    pub(crate) n_records: f64,
}

/// Returns the name of a kind in `levels.tsv`.
pub(crate) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Surname => "surname",
        Kind::Given => "given",
        Kind::Middle => "middle",
        Kind::Patronymic => "patronymic",
        Kind::Birth => "birth",
        Kind::Sex => "sex",
        Kind::Date => "date",
        Kind::Place { .. } => "place",
        Kind::Category => "category",
        Kind::Code => "code",
        Kind::Text => "text",
    }
}

/// Returns the model with which training begins.
pub(crate) fn start_model(comparer: &Comparer, counts: PairCounts, expects_kin: bool) -> Model {
    let prepared = comparer.prepared;
    let comparisons = prepared.comparisons.iter().enumerate().map(|(idx, comparison)| {
        let kind = kind_name(comparison.kind);
        let levels = levels_of(kind);
        let mass = band_mass(comparer, idx);
        let share = |p: f64, band: Option<usize>| match band {
            Some(band) => p * N_BANDS as f64 * mass[band],
            None => p,
        };
        let normal = |shares: Vec<f64>| {
            let total: f64 = shares.iter().sum();
            shares.iter().map(|share| (share / total).max(MIN_SHARE)).collect::<Vec<f64>>()
        };
        let p_same = normal(levels.iter().map(|level| share(level.p_same, level.band)).collect());
        let p_kin = normal(levels.iter().map(|level| share(level.p_kin, level.band)).collect());
        let p_stranger = p_kin.clone();
        let label = comparison.label.clone();
        ComparisonModel { label, kind, levels, p_same, p_kin, p_stranger }
    });
    let prior = |n_pairs: f64| (n_pairs.max(1.0) / counts.n_all.max(1.0)).log2();
    Model {
        comparisons: comparisons.collect(),
        prior_same_bits: prior(counts.n_records * 0.5),
        prior_kin_bits: if expects_kin { prior(counts.n_records * 0.5) } else { -1000.0 },
    }
}

/// No probability falls below this, so that nothing is impossible.
const MIN_SHARE: f64 = 1e-9;

/// Returns how much of the stated values of a comparison lies in each band.
fn band_mass(comparer: &Comparer, comparison_idx: usize) -> [f64; N_BANDS] {
    let mut mass = [0.0; N_BANDS];
    if comparer.by_chance[comparison_idx].is_some() {
        let rows = comparer.prepared.rows.chunks_exact(comparer.prepared.n_slots);
        let mut n_stated = 0.0;
        for row in rows {
            let band = row[slot::COMMUNITY_BANDS] >> (4 * comparison_idx) & 15;
            if band != 15 {
                mass[band as usize] += 1.0;
                n_stated += 1.0;
            }
        }
        return mass.map(|count| count / n_stated);
    }
    for (_, share, band) in shares_ascending(comparer, comparison_idx) {
        mass[band] += share;
    }
    mass
}

/// Returns number, share and band of every value, the rarest first.
///
/// Sums of floating numbers depend on their order, and the numbers of the values on that of the rows.
fn shares_ascending(comparer: &Comparer, comparison_idx: usize) -> Vec<(u32, f64, usize)> {
    let values = comparer.shares[comparison_idx].iter().zip(&comparer.bands[comparison_idx]);
    let mut shares: Vec<(u32, f64, usize)> = values
        .enumerate()
        .filter(|(_, (share, _))| **share > 0.0)
        .map(|(number, (&share, &band))| (number as u32, f64::from(share), usize::from(band)))
        .collect();
    shares.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
    shares
}

/// Measures how strangers agree: exact agreement from the frequencies, the rest on random pairs.
pub(crate) fn measure_strangers(model: &mut Model, comparer: &Comparer, config: &LinkConfig) {
    let prepared = comparer.prepared;
    if prepared.n_records < 2 {
        return;
    }
    let n_chunks = 64;
    let counts: Vec<Vec<f64>> = (0..n_chunks)
        .into_par_iter()
        .map(|chunk| {
            let mut random = Random::new(config.seed ^ (chunk << 32));
            let mut memo = Memo::new();
            let mut counts = vec![0.0; prepared.comparisons.len() * 32];
            for _ in 0..config.n_random_pairs / n_chunks as usize {
                let (a, b) = random_pair(prepared, &mut random);
                let pattern = comparer.compare(a, b, &mut memo);
                for idx in 0..prepared.comparisons.len() {
                    counts[idx * 32 + usize::from(pattern.level(idx))] += 1.0;
                }
            }
            counts
        })
        .collect();
    for (idx, comparison) in model.comparisons.iter_mut().enumerate() {
        let n_levels = comparison.levels.len();
        let count =
            |level: usize| counts.iter().map(|chunk| chunk[idx * 32 + level + 1]).sum::<f64>();
        let total: f64 = (0..n_levels).map(count).sum::<f64>() + 1.0;
        let exact = exact_by_chance(comparer, idx);
        for level in 0..n_levels {
            comparison.p_stranger[level] = match comparison.levels[level].band {
                Some(band) => exact[band].max(MIN_SHARE),
                // Half a pair for what was not met.
                None => (count(level) + 0.5) / total,
            };
        }
    }
}

fn random_pair(prepared: &Prepared, random: &mut Random) -> (usize, usize) {
    let a = random.below(prepared.n_records);
    let b = (a + 1 + random.below(prepared.n_records - 1)) % prepared.n_records;
    (a.min(b), a.max(b))
}

/// Returns for every band how likely two random records have the same value of it.
fn exact_by_chance(comparer: &Comparer, comparison_idx: usize) -> [f64; N_BANDS] {
    if let Some(by_chance) = comparer.by_chance[comparison_idx] {
        return by_chance;
    }
    let prepared = comparer.prepared;
    let comparison = &prepared.comparisons[comparison_idx];
    let mut p_equal = [0.0; N_BANDS];
    for (number, share, band) in shares_ascending(comparer, comparison_idx) {
        let is_full_day = match comparison.kind {
            Kind::Birth | Kind::Date => prepared.days.get(number).is_full(),
            _ => true,
        };
        if is_full_day {
            p_equal[band] += share * share;
        }
    }
    p_equal
}

/// Sets how often strangers have values that stand for each other, from the frequencies of these.
pub(crate) fn measure_learnt(model: &mut Model, comparer: &Comparer) {
    for (idx, comparison) in model.comparisons.iter_mut().enumerate() {
        let learnt = comparison.levels.iter().position(|level| level.name == "learnt");
        if let Some(level) = learnt {
            comparison.p_stranger[level] = learnt_by_chance(comparer, idx).max(MIN_SHARE);
        }
    }
}

/// Returns how likely two random records have values that stand for each other.
fn learnt_by_chance(comparer: &Comparer, comparison_idx: usize) -> f64 {
    let share = |value: u32| f64::from(comparer.shares[comparison_idx][value as usize]);
    let mut products: Vec<f64> = comparer
        .learnt
        .iter()
        .filter(|&&(idx, _, _)| idx == comparison_idx)
        .map(|&(_, x, y)| 2.0 * share(x) * share(y))
        .collect();
    // Sums of floating numbers depend on their order.
    products.sort_by(f64::total_cmp);
    products.iter().sum()
}

/// Patterns with how often each occurs, sorted.
pub(crate) fn count_patterns(pairs: &[TrainingPair]) -> Vec<(Pattern, f64)> {
    let mut counts: FxHashMap<Pattern, f64> = FxHashMap::default();
    counts.reserve(pairs.len());
    for pair in pairs.iter().filter(|pair| !pair.is_excluded) {
        *counts.entry(pair.pattern).or_default() += 1.0;
    }
    let mut counts: Vec<(Pattern, f64)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|&(pattern, _)| pattern);
    counts
}

/// What is less of a pair of one person or of kin says nothing of how these agree.
const MIN_EXPECTED_PAIRS: f64 = 1e-6;

/// Expected counts of levels in the classes "same" and "kin".
#[derive(Debug, Clone)]
struct Expected {
    same: Vec<f64>,
    kin: Vec<f64>,
    n_same: f64,
    n_kin: f64,
}

/// Trains the model on these patterns.
pub(crate) fn train(
    model: &mut Model,
    patterns: &[(Pattern, f64)],
    start: &Model,
    counts: PairCounts,
    config: &LinkConfig,
) {
    let mut before = (0.0f64, 0.0f64);
    for _ in 0..config.n_training_rounds {
        let expected = expect(model, patterns, config);
        let is_settled = |now: f64, before: f64| {
            (now - before).abs() <= config.training_tolerance * now.max(1.0)
        };
        if is_settled(expected.n_same, before.0) && is_settled(expected.n_kin, before.1) {
            break;
        }
        before = (expected.n_same, expected.n_kin);
        maximise(model, &expected, start, config.prior_pairs_of(counts.n_records));
        let prior = |n_pairs: f64| {
            ((n_pairs / counts.trained_share).max(1.0) / counts.n_all.max(1.0)).log2()
        };
        model.prior_same_bits = prior(expected.n_same);
        if start.prior_kin_bits > -1000.0 {
            model.prior_kin_bits = prior(expected.n_kin);
        }
    }
}

fn expect(model: &Model, patterns: &[(Pattern, f64)], config: &LinkConfig) -> Expected {
    let weights = model.weights(config.max_comparison_bits);
    let n_comparisons = model.comparisons.len();
    let empty = Expected {
        same: vec![0.0; n_comparisons * 32],
        kin: vec![0.0; n_comparisons * 32],
        n_same: 0.0,
        n_kin: 0.0,
    };
    // The chunks are summed in their order, so the sums do not depend on the threads.
    let parts: Vec<Expected> = patterns
        .par_chunks(8192)
        .map(|chunk| {
            let mut part = empty.clone();
            for &(pattern, count) in chunk {
                let (p_same, p_kin) = weights.score(pattern).probabilities();
                let (p_same, p_kin) = (p_same * count, p_kin * count);
                part.n_same += p_same;
                part.n_kin += p_kin;
                if p_same + p_kin < MIN_EXPECTED_PAIRS {
                    continue;
                }
                for idx in 0..n_comparisons {
                    let place = idx * 32 + usize::from(pattern.level(idx));
                    part.same[place] += p_same;
                    part.kin[place] += p_kin;
                }
            }
            part
        })
        .collect();
    let mut total = empty;
    for part in parts {
        total.n_same += part.n_same;
        total.n_kin += part.n_kin;
        for (sum, part) in total.same.iter_mut().zip(part.same) {
            *sum += part;
        }
        for (sum, part) in total.kin.iter_mut().zip(part.kin) {
            *sum += part;
        }
    }
    total
}

fn maximise(model: &mut Model, expected: &Expected, start: &Model, prior_pairs: f64) {
    for (idx, comparison) in model.comparisons.iter_mut().enumerate() {
        let n_levels = comparison.levels.len();
        let place = idx * 32 + 1;
        let update = |p: &mut [f64], counts: &[f64], prior: &[f64], prior_pairs: f64| {
            let total: f64 = counts.iter().sum::<f64>() + prior_pairs;
            for ((p, count), prior) in p.iter_mut().zip(counts).zip(prior) {
                *p = ((count + prior_pairs * prior) / total).max(MIN_SHARE);
            }
        };
        let begin = &start.comparisons[idx];
        let same = &expected.same[place..place + n_levels];
        update(&mut comparison.p_same, same, &begin.p_same, prior_pairs);
        cap_contradictions(comparison, &begin.p_same);
        let kin = &expected.kin[place..place + n_levels];
        let strength = if ["given", "birth"].contains(&comparison.kind) {
            // What makes a relative another person is held near the start.
            prior_pairs + expected.n_kin
        } else {
            prior_pairs
        };
        update(&mut comparison.p_kin, kin, &begin.p_kin, strength);
    }
}

/// What makes somebody this person and no other; dates and places of events are shared by many
/// who were taken on one day.
const IDENTIFYING_KINDS: [&str; 5] = ["surname", "given", "patronymic", "birth", "sex"];

/// How many times its share at the start a contradiction may come to have in the class "same".
const MAX_CONTRADICTION_GROWTH: f64 = 2.0;

/// Keeps the class "same" from becoming that of strangers who share a fate: where few records
/// have a double, pairs sentenced and shot on the same days would otherwise fill it.
fn cap_contradictions(comparison: &mut ComparisonModel, start: &[f64]) {
    if !IDENTIFYING_KINDS.contains(&comparison.kind) {
        return;
    }
    let mut excess = 0.0;
    for (level, (p, start)) in comparison.levels.iter().zip(comparison.p_same.iter_mut().zip(start))
    {
        if level.name.starts_with("differs") {
            let most = start * MAX_CONTRADICTION_GROWTH;
            excess += (*p - most).max(0.0);
            *p = p.min(most);
        }
    }
    if excess > 0.0 {
        let total: f64 = comparison.p_same.iter().sum();
        comparison.p_same.iter_mut().for_each(|p| *p = (*p / total).max(MIN_SHARE));
    }
}

/// Returns the value by which a record counts in a comparison.
pub(crate) fn value_of(prepared: &Prepared, comparison_idx: usize, record: u32) -> u32 {
    counted_value(prepared, &prepared.comparisons[comparison_idx], prepared.row(record as usize))
}
