//! Models of pairs, chosen step by step: for more lists than all models can be fitted to.

use super::bootstrap::BootstrapConfig;
use super::fit::{
    Reduced, exists_plainly, fit_extended, fit_without_interval, reduce, restrict_to_face,
};
use super::model::HierarchicalModel;
use crate::draw::{multinomial, stream};
use crate::error::Refusal;
use crate::estimate::{Estimate, Interval, IntervalMethod, Warning, check_level};
use crate::poisson::fit_poisson;
use crate::special::{MEDIAN_UNBIASED, ln_poisson, normal_cdf, normal_quantile, percentile};
use crate::table::CaptureTable;
use rayon::prelude::*;

/// When a pair of lists enters the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum StepRule {
    /// The pair that lowers AIC most, as long as its own test is as significant as `p_most`
    /// (Bales, Hesketh and Silverman 2015).
    Aic {
        /// Greatest p-value of a new interaction.
        p_most: f64,
    },
    /// The pair whose number in common is least likely without it, below `p_most`
    /// (Chan, Silverman and Vincent 2021).
    PoissonTest {
        /// Greatest p-value of a new interaction.
        p_most: f64,
    },
}

/// A model reached step by step.
#[derive(Debug, Clone, PartialEq)]
pub struct StepwiseFit {
    /// The model.
    pub model: HierarchicalModel,
    /// Its estimate with the interval of its profile likelihood.
    pub estimate: Estimate,
}

/// Adds pairs of lists to the model of independence one at a time.
///
/// # Errors
///
/// What is wrong with the table, and the refusal of the model of independence.
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, StepRule, fit_stepwise};
/// let rows = [("111", 28), ("110", 21), ("101", 17), ("100", 69), ("011", 18), ("010", 55), ("001", 63)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let fit = fit_stepwise(&table, StepRule::PoissonTest { p_most: 0.02 }, 0.95).unwrap();
/// assert!(fit.estimate.n_hat > 271.0);
/// let apart = CaptureTable::from_histories(2, &[("10", 3), ("01", 3)]).unwrap();
/// assert!(fit_stepwise(&apart, StepRule::Aic { p_most: 0.05 }, 0.95).is_err());
/// ```
pub fn fit_stepwise(
    table: &CaptureTable,
    rule: StepRule,
    level: f64,
) -> Result<StepwiseFit, Refusal> {
    check_level(level)?;
    table.check()?;
    let model = choose(table, rule)?;
    let estimate = fit_extended(table, &model, level)?;
    Ok(StepwiseFit { model, estimate })
}

fn choose(table: &CaptureTable, rule: StepRule) -> Result<HierarchicalModel, Refusal> {
    let n_lists = table.n_lists();
    let pairs: Vec<usize> = (0..n_lists)
        .flat_map(|a| (a + 1..n_lists).map(move |b| (1 << a) | (1 << b)))
        .filter(|&pair| pair != (1 << n_lists) - 1)
        .collect();
    let mut model = HierarchicalModel::independence(n_lists);
    let mut aic = aic_of(table, &model)?;
    loop {
        let open: Vec<usize> =
            pairs.iter().copied().filter(|pair| !model.terms().contains(pair)).collect();
        let next = match rule {
            StepRule::Aic { p_most } => next_by_aic(table, &model, &open, (aic, p_most)),
            StepRule::PoissonTest { p_most } => next_by_test(table, &model, &open, p_most),
        };
        let Some(next) = next else { return Ok(model) };
        model = next;
        aic = aic_of(table, &model)?;
    }
}

fn aic_of(table: &CaptureTable, model: &HierarchicalModel) -> Result<f64, Refusal> {
    let (estimate, _) = fit_without_interval(table, model)?;
    Ok(estimate.fit.map_or(f64::INFINITY, |fit| fit.aic))
}

fn next_by_aic(
    table: &CaptureTable,
    model: &HierarchicalModel,
    open: &[usize],
    (aic, p_most): (f64, f64),
) -> Option<HierarchicalModel> {
    let mut best: Option<(f64, usize, HierarchicalModel)> = None;
    for &pair in open {
        let Ok(wider) = model.with_interaction(pair) else { continue };
        let Ok(found) = aic_of(table, &wider) else { continue };
        if found < best.as_ref().map_or(aic, |(least, _, _)| *least) {
            best = Some((found, pair, wider));
        }
    }
    let (_, pair, wider) = best?;
    (significance(table, &wider, pair) <= p_most).then_some(wider)
}

/// Returns the two-sided p-value of an interaction by its standard error.
fn significance(table: &CaptureTable, model: &HierarchicalModel, pair: usize) -> f64 {
    let Ok(reduced) = restrict_to_face(table, reduce(table, model), "") else { return 1.0 };
    // An interaction that nobody shows lies at minus infinity with no end to its standard error:
    // by this test it is never significant, and the rule stops, as its authors' program does.
    let Some(place) = reduced.terms.iter().position(|&set| set == pair) else { return 1.0 };
    let Some(fit) = fit_poisson(&reduced.design, &reduced.counts, &[]) else { return 1.0 };
    let column = place + 1;
    let variance = fit.covariance[column * reduced.design.n_columns + column];
    2.0 * normal_cdf(-(fit.coefficients[column] / variance.sqrt()).abs())
}

fn next_by_test(
    table: &CaptureTable,
    model: &HierarchicalModel,
    open: &[usize],
    p_most: f64,
) -> Option<HierarchicalModel> {
    let reduced = restrict_to_face(table, reduce(table, model), "").ok()?;
    let fit = fit_poisson(&reduced.design, &reduced.counts, &[])?;
    let mut best: Option<(f64, HierarchicalModel)> = None;
    for &pair in open {
        let in_common = |history: &usize| history & pair == pair;
        let expected: f64 = reduced
            .histories
            .iter()
            .zip(&fit.fitted)
            .filter(|(history, _)| in_common(history))
            .map(|(_, mean)| mean)
            .sum();
        let p = poisson_tail(table.n_on_all(pair), expected);
        if p >= best.as_ref().map_or(p_most, |(least, _)| *least) {
            continue;
        }
        let Ok(wider) = model.with_interaction(pair) else { continue };
        if exists_plainly(&reduce(table, &wider)) {
            best = Some((p, wider));
        }
    }
    best.map(|(_, wider)| wider)
}

/// Returns the smaller of the probabilities of at most and of at least `count`.
fn poisson_tail(count: u64, mean: f64) -> f64 {
    let sum = |end: u64| -> f64 { (0..end).map(|k| ln_poisson(k as f64, mean).exp()).sum() };
    let below = sum(count);
    let at = ln_poisson(count as f64, mean).exp();
    (below + at).min(1.0 - below).clamp(0.0, 1.0)
}

/// Draws tables from the counts, chooses stepwise in each, and returns the estimate with the
/// bias-corrected and accelerated interval.
///
/// # Units
///
/// Persons. A replicate without finite estimate counts as infinite, so that the upper end
/// is open where many have none.
///
/// # Errors
///
/// As [`fit_stepwise`].
///
/// # Source
///
/// Chan, Silverman and Vincent (2021), section 3.3; DiCiccio and Efron (1996).
pub fn bootstrap_stepwise(
    table: &CaptureTable,
    rule: StepRule,
    config: &BootstrapConfig,
) -> Result<StepwiseFit, Refusal> {
    let mut fit = fit_stepwise(table, rule, config.level)?;
    let size_of = |drawn: &CaptureTable| -> f64 {
        let found = choose(drawn, rule).and_then(|model| fit_without_interval(drawn, &model));
        found.map_or(f64::INFINITY, |(estimate, _): (Estimate, Reduced)| estimate.n_hat)
    };
    let counts: Vec<u64> = (0..1 << table.n_lists()).map(|history| table.count(history)).collect();
    let weights: Vec<f64> = counts.iter().map(|&count| count as f64).collect();
    let n_observed = table.n_observed();
    let mut sizes: Vec<f64> = (0..config.n_replicates)
        .into_par_iter()
        .map(|replicate_idx| {
            let mut drawn = vec![0; counts.len()];
            multinomial(&mut stream(config.seed, replicate_idx), n_observed, &weights, &mut drawn);
            size_of(&table.with_counts(drawn))
        })
        .collect();
    sizes.sort_by(f64::total_cmp);
    let n_failed = sizes.iter().filter(|size| size.is_infinite()).count();
    if n_failed > 0 {
        let n_replicates = sizes.len();
        fit.estimate.warnings.push(Warning::FailedReplicates { n_failed, n_replicates });
    }
    let without_one: Vec<(u64, f64)> = counts
        .par_iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(history, &count)| {
            let mut fewer = counts.clone();
            fewer[history] -= 1;
            (count, size_of(&table.with_counts(fewer)))
        })
        .collect();
    let acceleration = acceleration_of(&without_one);
    fit.estimate.interval =
        Some(bca_interval(&sizes, fit.estimate.n_hat, acceleration, config.level));
    Ok(fit)
}

/// Returns the acceleration from what is estimated with one person less in each cell.
fn acceleration_of(without_one: &[(u64, f64)]) -> f64 {
    let finite = || without_one.iter().filter(|(_, size)| size.is_finite());
    let n: f64 = finite().map(|(count, _)| *count as f64).sum();
    let mean = finite().map(|(count, size)| *count as f64 * size).sum::<f64>() / n;
    let moment = |power: i32| -> f64 {
        finite().map(|(count, size)| *count as f64 * (mean - size).powi(power)).sum()
    };
    let spread = moment(2);
    if spread.is_finite() && spread > 0.0 { moment(3) / (6.0 * spread.powf(1.5)) } else { 0.0 }
}

fn bca_interval(sorted: &[f64], n_hat: f64, acceleration: f64, level: f64) -> Interval {
    let below = sorted.iter().filter(|&&size| size < n_hat).count() as f64;
    // All replicates on one side say no more than that their number allows.
    let half = 0.5 / sorted.len() as f64;
    let bias = normal_quantile((below / sorted.len() as f64).clamp(half, 1.0 - half));
    let end = |p: f64| {
        let shifted = normal_quantile(p) + bias;
        let corrected = normal_cdf(bias + shifted / (1.0 - acceleration * shifted));
        percentile(sorted, corrected, MEDIAN_UNBIASED)
    };
    let tail = (1.0 - level) / 2.0;
    Interval { level, low: end(tail), high: end(1.0 - tail), method: IntervalMethod::BootstrapBca }
}
