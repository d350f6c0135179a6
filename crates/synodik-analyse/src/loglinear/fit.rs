//! Fits one hierarchical model to one table, or says why it cannot be.

use super::existence::forced_zeros;
use super::model::HierarchicalModel;
use super::profile::{ProfileTask, profile_multinomial, profile_poisson};
use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, Fit, Interval, Warning, check_level, with_shared};
use crate::matrix::rank;
use crate::poisson::{Design, N_STEPS_MOST, PoissonFit, fit_poisson};
use crate::special::chi_squared_tail;
use crate::table::CaptureTable;

/// A model whose deviance is less likely than this does not fit.
const POOR_FIT: f64 = 0.01;
/// Fewer persons than this on several lists are few.
const FEW_OVERLAPS: u64 = 20;
/// An asymptotic bias above this share of the estimate is large (the rule of Rcapture).
const LARGE_BIAS: f64 = 0.1;

/// What is left of table and model when sums of zero are taken out.
pub(crate) struct Reduced {
    /// Histories that stay.
    pub(crate) histories: Vec<usize>,
    /// Effects that stay.
    pub(crate) terms: Vec<usize>,
    /// Histories taken out.
    pub(crate) removed: Vec<usize>,
    pub(crate) design: Design,
    pub(crate) counts: Vec<f64>,
    /// Parameters of the model before anything was taken out.
    pub(crate) n_parameters: usize,
}

/// Returns the design of some effects over some histories.
pub(crate) fn design_of(terms: &[usize], histories: &[usize]) -> Design {
    let n_columns = terms.len() + 1;
    let mut values = Vec::with_capacity(n_columns * histories.len());
    for &history in histories {
        values.push(1.0);
        values.extend(terms.iter().map(|&set| f64::from(u8::from(history & set == set))));
    }
    Design { n_columns, values }
}

/// Takes out the interactions that nobody shows, with the histories they would fill.
///
/// The estimate of such an interaction lies at minus infinity and its cells are fitted
/// as nil; the rest is fitted without them (Chan, Silverman and Vincent 2021).
/// Impossible histories are out from the start.
pub(crate) fn reduce(table: &CaptureTable, model: &HierarchicalModel) -> Reduced {
    let histories = table.histories();
    let is_possible = |set: usize| histories.iter().any(|&history| history & set == set);
    // An interaction whose histories are all impossible has nothing to be fitted to.
    let possible: Vec<usize> = model.terms().iter().copied().filter(|&s| is_possible(s)).collect();
    let empty: Vec<usize> = possible
        .iter()
        .copied()
        .filter(|&set| set.count_ones() > 1 && table.n_on_all(set) == 0)
        .collect();
    let is_empty = |history: usize| empty.iter().any(|set| history & set == *set);
    let (removed, kept): (Vec<usize>, Vec<usize>) =
        histories.iter().partition(|&&history| is_empty(history));
    let terms: Vec<usize> = possible.iter().copied().filter(|set| !empty.contains(set)).collect();
    let design = design_of(&terms, &kept);
    let counts = kept.iter().map(|&history| table.count(history) as f64).collect();
    let n_parameters = 1 + possible.len();
    Reduced { histories: kept, terms, removed, design, counts, n_parameters }
}

/// Returns whether the reduced model has one finite estimate for each of its parameters.
pub(crate) fn exists_plainly(reduced: &Reduced) -> bool {
    rank(&reduced.design.values, reduced.design.n_columns) == reduced.design.n_columns
        && forced_zeros(&reduced.design, &reduced.counts).is_empty()
}

/// Takes out the cells that zeros force to be nil, and checks that the hidden number stays finite.
///
/// An interaction may lie at infinity while the number of those on no list does not: then
/// the rest of the table carries the estimate (the extended estimate of Fienberg and
/// Rinaldo). Where it does not, there is no estimate, and the cells are named.
pub(crate) fn restrict_to_face(
    table: &CaptureTable,
    mut reduced: Reduced,
    name: &str,
) -> Result<Reduced, Refusal> {
    let n_parameters = reduced.design.n_columns;
    let full_rank = rank(&reduced.design.values, n_parameters);
    if full_rank < n_parameters {
        return Err(Refusal::NotIdentifiable {
            model: name.to_owned(),
            n_parameters,
            n_cells: reduced.histories.len(),
            rank: full_rank,
            assumption: Assumption::ListsOverlap,
        });
    }
    let forced = forced_zeros(&reduced.design, &reduced.counts);
    if forced.is_empty() {
        return Ok(reduced);
    }
    let forced: Vec<usize> = forced.iter().map(|&row| reduced.histories[row]).collect();
    reduced.histories.retain(|history| !forced.contains(history));
    let face = design_of(&reduced.terms, &reduced.histories);
    // Those on no list are a row in which only the intercept stands.
    let with_hidden = face.with_hidden_row();
    if rank(&with_hidden.values, n_parameters) > rank(&face.values, n_parameters) {
        let cells = forced.iter().map(|&history| table.history_text(history)).collect();
        let (model, assumption) = (name.to_owned(), Assumption::ListsOverlap);
        return Err(Refusal::NoMaximum { model, cells, assumption });
    }
    let mut kept: Vec<usize> = Vec::new();
    for &term in &reduced.terms {
        kept.push(term);
        let trial = design_of(&kept, &reduced.histories);
        if rank(&trial.values, trial.n_columns) < trial.n_columns {
            kept.pop();
        }
    }
    reduced.design = design_of(&kept, &reduced.histories);
    reduced.terms = kept;
    reduced.counts = reduced.histories.iter().map(|&h| table.count(h) as f64).collect();
    reduced.removed.extend(forced);
    reduced.removed.sort_unstable();
    Ok(reduced)
}

/// Fits a hierarchical log-linear model, with a profile-likelihood interval.
///
/// # Units
///
/// Persons. `level` is the coverage of the interval, such as 0.95.
///
/// # Errors
///
/// [`Refusal::NotIdentifiable`] and [`Refusal::NoMaximum`] where no estimate exists, and what
/// is wrong with the table or the level.
///
/// # Source
///
/// Fienberg (1972); IWGDMF (1995); interval of Cormack (1992).
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, HierarchicalModel, fit_hierarchical};
/// let table = CaptureTable::from_histories(2, &[("11", 167), ("10", 781), ("01", 254)]).unwrap();
/// let model = HierarchicalModel::independence(2);
/// let estimate = fit_hierarchical(&table, &model, 0.95).unwrap();
/// assert_eq!(format!("{:.1}", estimate.n_hat), "2389.9");
/// assert!(HierarchicalModel::parse("[12]", 2).is_err());
/// ```
pub fn fit_hierarchical(
    table: &CaptureTable,
    model: &HierarchicalModel,
    level: f64,
) -> Result<Estimate, Refusal> {
    table.check()?;
    fit_extended(table, model, level)
}

/// Fits a model to a table in which a list may meet no other.
///
/// As [`fit_hierarchical`], and where every interaction of a list is in the model and
/// nobody shows it, the list is left without influence and a warning says so. This is the
/// extended estimate of the package SparseMSE.
///
/// # Errors
///
/// As [`fit_hierarchical`], save for lists that meet no other.
///
/// # Source
///
/// Chan, Silverman and Vincent (2021), Journal of the American Statistical Association 116.
pub fn fit_extended(
    table: &CaptureTable,
    model: &HierarchicalModel,
    level: f64,
) -> Result<Estimate, Refusal> {
    check_level(level)?;
    let (mut estimate, reduced) = fit_without_interval(table, model)?;
    let task = ProfileTask {
        n_observed: table.n_observed() as f64,
        n_hat: estimate.n_hat,
        counts: &reduced.counts,
        design: &reduced.design,
    };
    let interval = profile_multinomial(&task, level);
    if interval.high.is_infinite() {
        estimate.warnings.push(Warning::OpenAbove);
    }
    estimate.interval = Some(interval);
    Ok(estimate)
}

/// Returns the interval of a model from the profile of the intercept of its Poisson likelihood.
///
/// It lies a few persons above the one of [`fit_hierarchical`], which takes the size of
/// the population to be fixed.
///
/// # Errors
///
/// As [`fit_hierarchical`].
pub fn poisson_interval(
    table: &CaptureTable,
    model: &HierarchicalModel,
    level: f64,
) -> Result<Interval, Refusal> {
    check_level(level)?;
    table.check()?;
    let (estimate, reduced) = fit_without_interval(table, model)?;
    let task = ProfileTask {
        n_observed: table.n_observed() as f64,
        n_hat: estimate.n_hat,
        counts: &reduced.counts,
        design: &reduced.design,
    };
    Ok(profile_poisson(&task, level))
}

/// Fits a model and leaves the interval to the caller.
pub(crate) fn fit_without_interval(
    table: &CaptureTable,
    model: &HierarchicalModel,
) -> Result<(Estimate, Reduced), Refusal> {
    table.check_filled()?;
    let name = model.to_string();
    if model.n_lists() != table.n_lists() {
        let reason = format!("it is one of {} lists", model.n_lists());
        return Err(Refusal::UnknownModel { name, n_lists: table.n_lists(), reason });
    }
    let reduced = restrict_to_face(table, reduce(table, model), &name)?;
    let fit = fit_poisson(&reduced.design, &reduced.counts, &[])
        .ok_or_else(|| Refusal::NotConverged { model: name.clone(), n_iterations: N_STEPS_MOST })?;
    let n_cells = reduced.histories.len() + reduced.removed.len();
    let mut estimate = estimate_of(table, &name, &fit, (n_cells, reduced.n_parameters));
    add_warnings(&mut estimate, table, &reduced, &fit);
    estimate.assumptions = with_shared(assumptions_of(model));
    Ok((estimate, reduced))
}

fn assumptions_of(model: &HierarchicalModel) -> &'static [Assumption] {
    if model.has_interactions() {
        &[Assumption::EqualChance, Assumption::ModelledDependence, Assumption::NoHighestInteraction]
    } else {
        &[Assumption::EqualChance, Assumption::Independent]
    }
}

/// Turns a Poisson fit whose intercept is the logarithm of the hidden number into an estimate.
pub(crate) fn estimate_of(
    table: &CaptureTable,
    name: &str,
    fit: &PoissonFit,
    (n_cells, n_parameters): (usize, usize),
) -> Estimate {
    let n_observed = table.n_observed();
    let hidden = fit.coefficients[0].exp();
    let parameters = n_parameters as f64;
    Estimate {
        model: name.to_owned(),
        n_observed,
        n_hat: n_observed as f64 + hidden,
        se: Some((hidden + hidden * hidden * fit.covariance[0]).sqrt()),
        interval: None,
        fit: Some(Fit {
            aic: 2.0 * parameters - 2.0 * fit.log_likelihood,
            bic: (n_observed as f64).ln() * parameters - 2.0 * fit.log_likelihood,
            df: n_cells as i64 - n_parameters as i64,
            deviance: fit.deviance.max(0.0),
        }),
        warnings: Vec::new(),
        assumptions: Vec::new(),
    }
}

fn add_warnings(
    estimate: &mut Estimate,
    table: &CaptureTable,
    reduced: &Reduced,
    fit: &PoissonFit,
) {
    if !reduced.removed.is_empty() {
        let cells = reduced.removed.iter().map(|&history| table.history_text(history)).collect();
        estimate.warnings.push(Warning::ZeroMargin { cells });
    }
    add_shared_warnings(estimate, table);
    let bias = asymptotic_bias(&reduced.design, fit);
    if bias.abs() > LARGE_BIAS * estimate.n_hat {
        estimate.warnings.push(Warning::LargeBias { bias });
    }
}

/// Adds the warnings that any fitted model may earn.
pub(crate) fn add_shared_warnings(estimate: &mut Estimate, table: &CaptureTable) {
    if let Some(fit) = estimate.fit.filter(|fit| fit.df > 0) {
        let p_value = chi_squared_tail(fit.deviance, fit.df as f64);
        if p_value < POOR_FIT {
            estimate.warnings.push(Warning::PoorFit { p_value });
        }
    }
    if estimate.fit.is_some_and(|fit| fit.df <= 0) {
        estimate.warnings.push(Warning::Untestable);
    }
    let n_overlaps = table.n_observed() - table.frequencies()[0];
    if n_overlaps < FEW_OVERLAPS {
        estimate.warnings.push(Warning::FewOverlaps { n_overlaps });
    }
}

/// Returns the asymptotic bias of the hidden number (Rivest and Levesque 2001).
pub(crate) fn asymptotic_bias(design: &Design, fit: &PoissonFit) -> f64 {
    let n_columns = design.n_columns;
    let mut sums = vec![0.0; n_columns];
    for row_idx in 0..design.n_rows() {
        let row = design.row(row_idx);
        let mut spread = 0.0;
        for (a, &x) in row.iter().enumerate() {
            let line = &fit.covariance[a * n_columns..(a + 1) * n_columns];
            spread += x * line.iter().zip(row).map(|(v, y)| v * y).sum::<f64>();
        }
        for (sum, &x) in sums.iter_mut().zip(row) {
            *sum += x * fit.fitted[row_idx] * spread;
        }
    }
    sums[0] -= 1.0;
    let shift: f64 = fit.covariance[..n_columns].iter().zip(&sums).map(|(v, s)| v * s).sum();
    -0.5 * fit.coefficients[0].exp() * shift
}
