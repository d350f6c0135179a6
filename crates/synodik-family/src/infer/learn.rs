//! Weights from pairs whose kinship is known: a multinomial logistic model, and its calibration.
//!
//! **Invariant:** the same pairs give the same weights, in any order; nothing is drawn at random.

use super::KinKind;
use super::features::{FEATURES, KinPair, N_FEATURES};
use super::model::{Calibration, KinModel, N_KINDS};
use std::collections::BTreeMap;
use thiserror::Error;

/// Why weights could not be learnt.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum LearnError {
    /// All pairs are kin, or none is.
    #[error("the {n_pairs} pairs are all kin or all strangers")]
    OneClass {
        /// How many pairs there were.
        n_pairs: usize,
    },
}

/// Pairs with the same levels, by kind of kinship; the strangers last.
type Patterns = Vec<([u8; N_FEATURES], [f64; N_KINDS + 1])>;

/// Steps of the descent, and their size; weights beyond `PRIOR` are not moved towards 0 by more than that.
const N_STEPS: usize = 600;
const STEP: f64 = 0.1;
const PRIOR: f64 = 0.5;

/// Returns the model with the weights of all features that these pairs can teach.
///
/// A feature that has only one level in the pairs keeps its weights, and so do levels of others that are
/// not in the pairs and were set.
///
/// # Errors
///
/// [`LearnError::OneClass`] when there is nothing to tell apart.
pub fn learn_kin_model(
    model: &KinModel,
    pairs: &[(KinPair, Option<KinKind>)],
) -> Result<KinModel, LearnError> {
    let patterns = count_patterns(pairs);
    let n_kin = pairs.iter().filter(|(_, kind)| kind.is_some()).count();
    if n_kin == 0 || n_kin == pairs.len() {
        return Err(LearnError::OneClass { n_pairs: pairs.len() });
    }
    let mut learnt = model.clone();
    let is_taught: Vec<bool> = (0..N_FEATURES)
        .map(|at| at == 0 || patterns.iter().any(|pattern| pattern.0[at] != patterns[0].0[at]))
        .collect();
    let mut offsets = vec![0];
    for (feature, is_taught) in FEATURES.iter().zip(&is_taught) {
        let n_levels = if *is_taught { feature.levels.len() } else { 0 };
        offsets.push(offsets[offsets.len() - 1] + n_levels * N_KINDS);
    }
    let parameters = descend(&patterns, &offsets);
    let mut seen = vec![false; parameters.len()];
    for (levels, _) in &patterns {
        for at in (0..N_FEATURES).filter(|&at| is_taught[at]) {
            seen[offsets[at] + usize::from(levels[at]) * N_KINDS] = true;
        }
    }
    for at in (0..N_FEATURES).filter(|&at| is_taught[at]) {
        for (level, weight) in learnt.weights[at].iter_mut().enumerate() {
            let from = offsets[at] + level * N_KINDS;
            if !seen[from] && !weight.is_learnt {
                continue;
            }
            weight.is_learnt = seen[from];
            for kind in 0..N_KINDS {
                let bits = parameters[from + kind] / std::f64::consts::LN_2;
                weight.bits[kind] = if seen[from] { (bits * 100.0).round() / 100.0 } else { 0.0 };
            }
        }
    }
    Ok(learnt)
}

fn count_patterns(pairs: &[(KinPair, Option<KinKind>)]) -> Patterns {
    let mut counts: BTreeMap<[u8; N_FEATURES], [f64; N_KINDS + 1]> = BTreeMap::new();
    for (pair, kind) in pairs {
        let class = kind.map_or(N_KINDS, |kind| kind as usize);
        counts.entry(pair.levels).or_default()[class] += 1.0;
    }
    counts.into_iter().collect()
}

/// Finds the likeliest parameters by steps scaled to each (Adam), all pairs at once.
fn descend(patterns: &Patterns, offsets: &[usize]) -> Vec<f64> {
    let n_parameters = offsets[offsets.len() - 1];
    let n_pairs: f64 = patterns.iter().map(|(_, counts)| counts.iter().sum::<f64>()).sum();
    let mut parameters = vec![0.0_f64; n_parameters];
    let (mut first, mut second) = (vec![0.0_f64; n_parameters], vec![0.0_f64; n_parameters]);
    let places = |levels: &[u8; N_FEATURES]| -> Vec<usize> {
        (0..N_FEATURES)
            .filter(|&at| offsets[at + 1] > offsets[at])
            .map(|at| offsets[at] + usize::from(levels[at]) * N_KINDS)
            .collect()
    };
    let active: Vec<Vec<usize>> = patterns.iter().map(|(levels, _)| places(levels)).collect();
    for step in 1..=N_STEPS {
        let mut gradient: Vec<f64> =
            parameters.iter().map(|weight| PRIOR * weight / n_pairs).collect();
        for ((_, counts), active) in patterns.iter().zip(&active) {
            let mut odds = [0.0; N_KINDS];
            for &from in active {
                for kind in 0..N_KINDS {
                    odds[kind] += parameters[from + kind];
                }
            }
            let odds = odds.map(f64::exp);
            let all = 1.0 + odds.iter().sum::<f64>();
            let n_pattern: f64 = counts.iter().sum();
            for kind in 0..N_KINDS {
                let slope = (n_pattern * odds[kind] / all - counts[kind]) / n_pairs;
                for &from in active {
                    gradient[from + kind] += slope;
                }
            }
        }
        // Smaller steps towards the end, so that the last digits settle.
        let size = STEP * (1.0 - step as f64 / (N_STEPS + 1) as f64);
        let power = i32::try_from(step).unwrap_or(i32::MAX);
        for at in 0..n_parameters {
            first[at] = 0.9 * first[at] + 0.1 * gradient[at];
            second[at] = 0.999 * second[at] + 0.001 * gradient[at] * gradient[at];
            let slope = first[at] / (1.0 - 0.9_f64.powi(power));
            let scale = (second[at] / (1.0 - 0.999_f64.powi(power))).sqrt();
            parameters[at] -= size * slope / (scale + 1e-9);
        }
    }
    parameters
}

/// Returns the model with the probabilities that these pairs show its scores to stand for.
///
/// Neighbouring scores whose shares do not rise are taken together (isotonic
/// regression); each point stands for many pairs.
pub fn calibrate_kin_model(model: &KinModel, pairs: &[(KinPair, Option<KinKind>)]) -> KinModel {
    /// Points of the broken line, at most.
    const MAX_POINTS: usize = 24;
    let mut scored: Vec<(f64, f64)> = pairs
        .iter()
        .map(|(pair, kind)| {
            let odds: f64 = model.bits_of(&pair.levels).iter().map(|bits| bits.exp2()).sum();
            (odds.log2(), f64::from(u8::from(kind.is_some())))
        })
        .collect();
    scored.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let n_of_point = scored.len().div_ceil(MAX_POINTS * 4).max(1);
    // Sum of scores, kin and pairs of each group.
    let mut groups: Vec<[f64; 3]> = Vec::new();
    for chunk in scored.chunks(n_of_point) {
        let sum = |of: fn(&(f64, f64)) -> f64| chunk.iter().map(of).sum::<f64>();
        groups.push([sum(|pair| pair.0), sum(|pair| pair.1), chunk.len() as f64]);
        while let [.., low, high] = groups.as_slice() {
            if low[1] / low[2] < high[1] / high[2] {
                break;
            }
            let joined = [low[0] + high[0], low[1] + high[1], low[2] + high[2]];
            groups.truncate(groups.len() - 2);
            groups.push(joined);
        }
    }
    let mut calibrated = model.clone();
    let mut line = Calibration { bits: Vec::new(), p: Vec::new() };
    for [bits, n_kin, n_pairs] in groups {
        let bits = (bits / n_pairs * 100.0).round() / 100.0;
        // Half a pair of each kind is added: no group is certain.
        let p = ((n_kin + 0.5) / (n_pairs + 1.0) * 10_000.0).round() / 10_000.0;
        if line.bits.last().is_none_or(|&last| last < bits) {
            line.p.push(line.p.last().map_or(p, |&last: &f64| last.max(p)));
            line.bits.push(bits);
        }
    }
    calibrated.calibration = line;
    calibrated
}
