//! Parametric bootstrap, with the choice of the model made anew in each replicate.
//!
//! An interval of one chosen model forgets that another table would have chosen
//! another. Here each drawn table goes through the whole choice.

use super::fit::{Reduced, design_of, reduce, restrict_to_face};
use super::model::HierarchicalModel;
use super::select::{Criterion, Selection, criterion_of};
use crate::draw::{multinomial, stream};
use crate::error::Refusal;
use crate::estimate::{Estimate, Interval, IntervalMethod, Warning, check_level};
use crate::poisson::{Design, Workspace, fit_in, fit_poisson};
use crate::special::{COMMON, percentile};
use crate::table::CaptureTable;
use rayon::prelude::*;

/// A fitted count below this beside a count of zero is on its way to nil: no estimate.
const VANISHING: f64 = 1e-6;
/// Share of replicates without estimate that is worth a warning.
const FAILED_SHARE: f64 = 0.01;
/// Models this much worse than the best are never chosen and left out of the replicates.
const CRITERION_FAR: f64 = 30.0;
/// More candidates than this are not fitted to each replicate.
const N_CANDIDATES_MOST: usize = 200;

/// How many replicates, from which seed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BootstrapConfig {
    /// Replicates.
    pub n_replicates: usize,
    /// Seed; the same seed gives the same numbers on any number of cores.
    pub seed: u64,
    /// Coverage of the interval, such as 0.95.
    pub level: f64,
}

/// A model that a replicate may choose.
struct Candidate {
    model: HierarchicalModel,
    design: Design,
    /// Coefficients on the table at hand: where fits start.
    start: Vec<f64>,
}

/// Draws tables from the best model, chooses anew among all models in each, and returns the
/// best estimate with the interval of what was found.
///
/// # Shape
///
/// Models far worse than the best (criterion 30 above it, and with five lists all but the
/// best 200) are left out of the replicates.
///
/// # Errors
///
/// [`Refusal::Setting`] for a level or number of replicates out of range.
///
/// # Example
///
/// ```
/// use synodik_analyse::*;
/// let rows = [("111", 28), ("110", 21), ("101", 17), ("100", 69), ("011", 18), ("010", 55), ("001", 63)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let config = SelectionConfig { criterion: Criterion::Bic, order_most: 2, level: 0.95 };
/// let selection = select_hierarchical(&table, &config).unwrap();
/// let config = BootstrapConfig { n_replicates: 200, seed: 7, level: 0.95 };
/// let estimate = bootstrap_selection(&table, &selection, &config).unwrap();
/// let interval = estimate.interval.unwrap();
/// assert!(interval.low < estimate.n_hat && estimate.n_hat < interval.high);
/// assert!(bootstrap_selection(&table, &selection, &BootstrapConfig { level: 2.0, ..config }).is_err());
/// ```
pub fn bootstrap_selection(
    table: &CaptureTable,
    selection: &Selection,
    config: &BootstrapConfig,
) -> Result<Estimate, Refusal> {
    check_config(config)?;
    let criterion = selection.config.criterion;
    let least = criterion_of(&selection.models[0].estimate, criterion) + CRITERION_FAR;
    let near = |estimate: &Estimate| criterion_of(estimate, criterion) <= least;
    let mut chosen: Vec<&HierarchicalModel> = Vec::new();
    for ranked in &selection.models {
        // With four lists all models stay; the bound is for five.
        let is_few = selection.models.len() <= N_CANDIDATES_MOST;
        if is_few || (near(&ranked.estimate) && chosen.len() < N_CANDIDATES_MOST) {
            chosen.push(&ranked.model);
        }
    }
    let best = &selection.best().estimate;
    Ok(bootstrap(table, &chosen, best, Some(criterion), config))
}

/// Draws tables from one fitted model, fits the same model to each, and returns its estimate with
/// the interval of what was found.
///
/// # Errors
///
/// As [`crate::fit_hierarchical`], and [`Refusal::Setting`].
pub fn bootstrap_model(
    table: &CaptureTable,
    model: &HierarchicalModel,
    config: &BootstrapConfig,
) -> Result<Estimate, Refusal> {
    check_config(config)?;
    let (estimate, _) = super::fit::fit_without_interval(table, model)?;
    Ok(bootstrap(table, &[model], &estimate, None, config))
}

fn check_config(config: &BootstrapConfig) -> Result<(), Refusal> {
    check_level(config.level)?;
    if config.n_replicates >= 2 {
        return Ok(());
    }
    let value = config.n_replicates.to_string();
    Err(Refusal::Setting { setting: "n_replicates", value, expected: "at least 2" })
}

/// Runs the replicates; `models` holds the model that tables are drawn from first.
fn bootstrap(
    table: &CaptureTable,
    models: &[&HierarchicalModel],
    estimate: &Estimate,
    criterion: Option<Criterion>,
    config: &BootstrapConfig,
) -> Estimate {
    let histories = table.histories();
    let candidates: Vec<Candidate> = models
        .iter()
        .map(|model| Candidate {
            model: (*model).clone(),
            design: design_of(model.terms(), &histories),
            start: start_of(table, model),
        })
        .collect();
    let source = restrict_to_face(table, reduce(table, models[0]), "");
    let source = source.expect("the model was fitted before");
    let weights = cell_weights(table, &source);
    let size = estimate.n_hat.round() as u64;
    let task = Task { table, histories: &histories, candidates: &candidates, criterion };
    let drawn: Vec<Option<Replicate>> = (0..config.n_replicates)
        .into_par_iter()
        .map_init(Workspace::default, |work, replicate_idx| {
            let mut generator = stream(config.seed, replicate_idx);
            let mut counts = vec![0; weights.len()];
            multinomial(&mut generator, size, &weights, &mut counts);
            counts[0] = 0;
            estimate_replicate(&task, counts, work)
        })
        .collect();
    summarise(estimate, &drawn, config)
}

/// Returns the coefficients to start from; zeros where the model has no plain fit.
fn start_of(table: &CaptureTable, model: &HierarchicalModel) -> Vec<f64> {
    let reduced = reduce(table, model);
    let is_plain = reduced.removed.is_empty() && reduced.terms.len() == model.terms().len();
    let fit = is_plain.then(|| fit_poisson(&reduced.design, &reduced.counts, &[])).flatten();
    fit.map_or_else(Vec::new, |fit| fit.coefficients)
}

/// Returns the expected counts of all histories under a fitted model, history 0 first.
fn cell_weights(table: &CaptureTable, source: &Reduced) -> Vec<f64> {
    let fit =
        fit_poisson(&source.design, &source.counts, &[]).expect("the model was fitted before");
    let mut weights = vec![0.0; 1 << table.n_lists()];
    weights[0] = fit.coefficients[0].exp();
    for (&history, &mean) in source.histories.iter().zip(&fit.fitted) {
        weights[history] = mean;
    }
    weights
}

struct Task<'a> {
    table: &'a CaptureTable,
    histories: &'a [usize],
    candidates: &'a [Candidate],
    /// By what to choose; `None` when there is one candidate.
    criterion: Option<Criterion>,
}

/// What the best candidate says of a drawn table.
#[derive(Debug, Clone, Copy)]
struct Replicate {
    size: f64,
    hidden: f64,
    /// Variance of the logarithm of the hidden number.
    ln_variance: f64,
    deviance: f64,
}

/// Returns what the best candidate says of a drawn table, or `None` when none fits.
fn estimate_replicate(
    task: &Task<'_>,
    counts: Vec<u64>,
    work: &mut Workspace,
) -> Option<Replicate> {
    let drawn = task.table.with_counts(counts);
    let n = drawn.n_observed() as f64;
    let values: Vec<f64> = task.histories.iter().map(|&h| drawn.count(h) as f64).collect();
    let has_zero = values.contains(&0.0);
    let penalty = match task.criterion {
        Some(Criterion::Bic) => n.ln(),
        Some(Criterion::Aic) | None => 2.0,
    };
    let mut best: Option<(f64, Replicate)> = None;
    for candidate in task.candidates {
        let fitted = if has_zero {
            fit_with_zeros(candidate, &drawn, &values, work)
        } else {
            fit_plain(candidate, &values, work)
        };
        let Some(found) = fitted else { continue };
        let criterion = found.deviance + penalty * candidate.model.n_parameters() as f64;
        if best.is_none_or(|(least, _)| criterion < least) {
            best = Some((criterion, Replicate { size: n + found.hidden, ..found }));
        }
    }
    best.map(|(_, found)| found)
}

fn fit_plain(candidate: &Candidate, values: &[f64], work: &mut Workspace) -> Option<Replicate> {
    let is_warm = !candidate.start.is_empty();
    work.coefficients.clone_from(&candidate.start);
    let fits = fit_in(work, &candidate.design, values, &[], is_warm)
        || (is_warm && fit_in(work, &candidate.design, values, &[], false));
    if !fits {
        return None;
    }
    let vanishes = values.iter().zip(&work.fitted).any(|(&y, &m)| y == 0.0 && m < VANISHING);
    (!vanishes).then(|| found_in(work, candidate.design.n_columns))
}

fn found_in(work: &mut Workspace, n_columns: usize) -> Replicate {
    let hidden = work.coefficients[0].exp();
    let ln_variance = work.intercept_variance(n_columns);
    Replicate { size: hidden, hidden, ln_variance, deviance: work.deviance }
}

/// Fits where cells are empty: first as it is, then without what the zeros force to be nil.
fn fit_with_zeros(
    candidate: &Candidate,
    drawn: &CaptureTable,
    values: &[f64],
    work: &mut Workspace,
) -> Option<Replicate> {
    if candidate.model.terms().iter().all(|&set| drawn.n_on_all(set) > 0)
        && let Some(found) = fit_plain(candidate, values, work)
    {
        return Some(found);
    }
    if (0..drawn.n_lists()).any(|idx| drawn.n_on_list(idx) == 0) {
        return None;
    }
    let reduced = restrict_to_face(drawn, reduce(drawn, &candidate.model), "").ok()?;
    let fits = fit_in(work, &reduced.design, &reduced.counts, &[], false);
    fits.then(|| found_in(work, reduced.design.n_columns))
}

/// Returns the estimate with the spread of the replicates and a studentised interval.
///
/// The logarithm of the hidden number, in units of its standard error, is nearly the same
/// variable whatever the truth, so its percentiles carry over from the drawn tables to the one
/// at hand; those of the sizes themselves do not.
fn summarise(
    estimate: &Estimate,
    drawn: &[Option<Replicate>],
    config: &BootstrapConfig,
) -> Estimate {
    let found: Vec<Replicate> = drawn.iter().flatten().copied().collect();
    let mut result = estimate.clone();
    let n_failed = drawn.len() - found.len();
    if n_failed as f64 > FAILED_SHARE * drawn.len() as f64 {
        result.warnings.push(Warning::FailedReplicates { n_failed, n_replicates: drawn.len() });
    }
    let observed = estimate.n_observed as f64;
    let hidden = estimate.n_hat - observed;
    let se = estimate.se.unwrap_or(0.0);
    // The variance of the hidden number holds its own chance; its logarithm's does not.
    let ln_se = ((se * se - hidden).max(0.0)).sqrt() / hidden;
    if found.is_empty() {
        result.interval = None;
        return result;
    }
    let mean = found.iter().map(|replicate| replicate.size).sum::<f64>() / found.len() as f64;
    let squares: f64 = found.iter().map(|replicate| (replicate.size - mean).powi(2)).sum();
    result.se = Some((squares / (found.len().max(2) - 1) as f64).sqrt());
    let mut pivots: Vec<f64> = found
        .iter()
        .map(|replicate| {
            // Those really hidden in the drawn table: whoever it did not count.
            let n_counted = replicate.size - replicate.hidden;
            let truth = (estimate.n_hat.round() - n_counted).max(0.5);
            let shift = (replicate.hidden / truth).ln();
            shift / (replicate.ln_variance + 1.0 / replicate.hidden).sqrt()
        })
        .collect();
    pivots.sort_by(f64::total_cmp);
    let spread = (ln_se * ln_se + 1.0 / hidden).sqrt();
    let tail = (1.0 - config.level) / 2.0;
    let end = |p: f64| observed + hidden * (-percentile(&pivots, p, COMMON) * spread).exp();
    result.interval = Some(Interval {
        level: config.level,
        low: end(1.0 - tail),
        high: end(tail),
        method: IntervalMethod::BootstrapStudentised,
    });
    result
}
