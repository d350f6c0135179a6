//! Estimates from sample coverage: which share of all chances of capture the lists reached.

use crate::assumption::Assumption;
use crate::draw::{multinomial, stream};
use crate::error::Refusal;
use crate::estimate::{Estimate, Warning, check_level, log_normal_interval, with_shared};
use crate::loglinear::{BootstrapConfig, add_shared_warnings};
use crate::table::CaptureTable;
use rayon::prelude::*;

/// Below this coverage the one-step estimator is the one to use (Chao and others 2001).
const LOW_COVERAGE: f64 = 0.55;

/// Which estimator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageEstimator {
    /// Lists taken to be independent.
    Independent,
    /// For lists that cover more than about half (Chao and Tsay 1998).
    HighCoverage,
    /// One step from independence, for lists that cover less.
    LowCoverage,
}

impl CoverageEstimator {
    fn name(self) -> &'static str {
        match self {
            Self::Independent => "Sample coverage, independent lists",
            Self::HighCoverage => "Sample coverage, high",
            Self::LowCoverage => "Sample coverage, low (one step)",
        }
    }
}

/// Returns the estimated sample coverage: 1 less the mean share of those on one list only.
#[must_use]
pub fn sample_coverage(table: &CaptureTable) -> f64 {
    let n_lists = table.n_lists();
    let alone: f64 =
        (0..n_lists).map(|idx| table.count(1 << idx) as f64 / table.n_on_list(idx) as f64).sum();
    1.0 - alone / n_lists as f64
}

/// Estimates a population of dependent lists from their sample coverage.
///
/// # Units
///
/// Persons. Standard error from a seeded bootstrap; the interval takes the hidden number to
/// be log-normal.
///
/// # Errors
///
/// [`Refusal::TooFewLists`] for less than three lists, [`Refusal::NoEvidence`] when the
/// estimator has no finite value, and what is wrong with the table.
///
/// # Source
///
/// Chao and Tsay (1998), JASA 93, 283-293; Chao and others (2001), Statistics in Medicine 20.
///
/// # Example
///
/// ```
/// use synodik_analyse::*;
/// let rows = [("111", 28), ("110", 21), ("101", 17), ("100", 69), ("011", 18), ("010", 55), ("001", 63)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let config = BootstrapConfig { n_replicates: 200, seed: 1, level: 0.95 };
/// let estimate = estimate_by_coverage(&table, CoverageEstimator::Independent, &config).unwrap();
/// assert_eq!(estimate.n_hat.round(), 407.0);
/// let two = CaptureTable::from_histories(2, &[("11", 3), ("10", 4)]).unwrap();
/// assert!(estimate_by_coverage(&two, CoverageEstimator::Independent, &config).is_err());
/// ```
pub fn estimate_by_coverage(
    table: &CaptureTable,
    estimator: CoverageEstimator,
    config: &BootstrapConfig,
) -> Result<Estimate, Refusal> {
    check_level(config.level)?;
    table.check_n_lists(3)?;
    table.check()?;
    table.check_all_possible(estimator.name())?;
    let n_hat = value_of(table, estimator).ok_or_else(|| Refusal::NoEvidence {
        model: estimator.name().to_owned(),
        needed: "enough persons on several lists for the coverage at hand".to_owned(),
        assumption: Assumption::ListsOverlap,
    })?;
    let size = n_hat.round().max(table.n_observed() as f64);
    let mut weights: Vec<f64> = (0..1 << table.n_lists())
        .map(|history| if history == 0 { 0.0 } else { table.count(history) as f64 })
        .collect();
    weights[0] = size - table.n_observed() as f64;
    let values: Vec<Option<f64>> = (0..config.n_replicates)
        .into_par_iter()
        .map(|replicate_idx| {
            let mut generator = stream(config.seed, replicate_idx);
            let mut counts = vec![0; weights.len()];
            multinomial(&mut generator, size as u64, &weights, &mut counts);
            counts[0] = 0;
            value_of(&table.with_counts(counts), estimator)
        })
        .collect();
    let found: Vec<f64> = values.iter().flatten().copied().collect();
    let mean = found.iter().sum::<f64>() / found.len() as f64;
    let squares: f64 = found.iter().map(|value| (value - mean).powi(2)).sum();
    let se = (squares / (found.len() as f64 - 1.0)).sqrt();
    let mut estimate = Estimate {
        model: estimator.name().to_owned(),
        n_observed: table.n_observed(),
        n_hat,
        se: se.is_finite().then_some(se),
        interval: se
            .is_finite()
            .then(|| log_normal_interval(table.n_observed(), n_hat, se, config.level)),
        fit: None,
        warnings: Vec::new(),
        assumptions: with_shared(match estimator {
            CoverageEstimator::Independent => &[Assumption::EqualChance, Assumption::Independent],
            _ => &[Assumption::ModelledDependence],
        }),
    };
    let coverage = sample_coverage(table);
    if estimator == CoverageEstimator::HighCoverage && coverage < LOW_COVERAGE {
        estimate.warnings.push(Warning::LowCoverage { coverage });
    }
    let n_failed = values.len() - found.len();
    if n_failed > 0 {
        let n_replicates = values.len();
        estimate.warnings.push(Warning::FailedReplicates { n_failed, n_replicates });
    }
    add_shared_warnings(&mut estimate, table);
    Ok(estimate)
}

/// Returns the estimate, or `None` where the formula has no finite value above the count.
fn value_of(table: &CaptureTable, estimator: CoverageEstimator) -> Option<f64> {
    let n_lists = table.n_lists();
    let of_list: Vec<f64> = (0..n_lists).map(|idx| table.n_on_list(idx) as f64).collect();
    let coverage = sample_coverage(table);
    let alone: f64 = (0..n_lists).map(|idx| table.count(1 << idx) as f64).sum();
    // Mean number of persons on the lists other than one.
    let without_one = table.n_observed() as f64 - alone / n_lists as f64;
    let independent = without_one / coverage;
    let share = 1.0 / (n_lists as f64 * coverage);
    let pairs: Vec<(f64, f64)> = (1..n_lists)
        .flat_map(|b| (0..b).map(move |a| (a, b)))
        .map(|(a, b)| {
            let both_only = table.count((1 << a) | (1 << b)) as f64;
            let weight = (table.count(1 << a) + table.count(1 << b)) as f64 + 2.0 * both_only;
            let both = table.n_on_both(a, b) as f64;
            (weight, both / (of_list[a] * of_list[b]))
        })
        .collect();
    let value = match estimator {
        CoverageEstimator::Independent => independent,
        CoverageEstimator::HighCoverage => {
            let spread: f64 = pairs.iter().map(|(weight, ratio)| weight * ratio).sum();
            let weights: f64 = pairs.iter().map(|(weight, _)| weight).sum();
            (n_lists as f64 * without_one - weights) / (n_lists as f64 * coverage - spread)
        }
        CoverageEstimator::LowCoverage => {
            let step = |size: f64| -> f64 {
                let excess = |(weight, ratio): &(f64, f64)| weight * (size * ratio - 1.0);
                independent + share * pairs.iter().map(excess).sum::<f64>()
            };
            step(step(independent))
        }
    };
    (value.is_finite() && value >= table.n_observed() as f64).then_some(value)
}
