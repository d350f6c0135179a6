//! Estimators by name, for command lines, addresses and files.
//!
//! One word chooses an estimator with the settings that its authors take; whoever wants others
//! calls the estimator itself.

use crate::closed::{ClosedModel, Heterogeneity, ListEffects, fit_closed};
use crate::coverage::{CoverageEstimator, estimate_by_coverage};
use crate::error::Refusal;
use crate::estimate::Estimate;
use crate::graphs::{GraphConfig, SizePrior, average_graphs};
use crate::latent::{LatentConfig, sample_latent_classes};
use crate::loglinear::{
    BootstrapConfig, Criterion, HierarchicalModel, SelectionConfig, StepRule, bootstrap_selection,
    bootstrap_stepwise, fit_hierarchical, fit_stepwise, select_hierarchical,
};
use crate::lower_bound::{ChaoBound, chao_lower_bound};
use crate::table::CaptureTable;
use crate::two_lists::{chapman, lincoln_petersen};

/// Hidden numbers are considered up to this many times those counted.
const HIDDEN_FACTOR: u64 = 10;
/// The rules of stepwise choice, with the p-values of their authors.
const BY_AIC: StepRule = StepRule::Aic { p_most: 0.05 };
const BY_TEST: StepRule = StepRule::PoissonTest { p_most: 0.02 };

/// Names that are not those of a model, each with what it stands for.
pub const METHOD_NAMES: [(&str, &str); 18] = [
    ("aic", "best hierarchical model by AIC"),
    ("aic-average", "average of all hierarchical models by AIC"),
    ("aic-bootstrap", "best by AIC, chosen anew in each bootstrap replicate"),
    ("bic", "best hierarchical model by BIC"),
    ("bic-average", "average of all hierarchical models by BIC"),
    ("bic-bootstrap", "best by BIC, chosen anew in each bootstrap replicate"),
    ("chao", "Chao's lower bound"),
    ("chao-mh", "Chao's lower bound for lists of equal reach"),
    ("chao-mth", "Chao's lower bound for lists of different reach"),
    ("chapman", "Chapman's estimate from two lists"),
    ("coverage", "sample coverage, independent lists"),
    ("coverage-high", "sample coverage, above about half"),
    ("coverage-low", "sample coverage, below about half"),
    ("graphs", "Bayesian average over decomposable graphs"),
    ("latent", "Bayesian latent classes"),
    ("lincoln-petersen", "Lincoln and Petersen's estimate from two lists"),
    ("stepwise", "pairs of lists added one at a time, by AIC"),
    ("stepwise-sparse", "pairs added by a Poisson test, with a bootstrap interval"),
];

/// Level, replicates and seed, for all methods alike.
pub type MethodConfig = BootstrapConfig;

/// Estimates a population by a method of [`METHOD_NAMES`], by a model of Rcapture such as
/// `Mth Darroch`, or by a hierarchical model such as `[12,3]`, also `[12,3] Darroch`.
///
/// # Errors
///
/// [`Refusal::UnknownModel`] for another name, and the refusal of the method.
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, MethodConfig, estimate_by_name};
/// let rows = [("111", 28), ("110", 21), ("101", 17), ("100", 69), ("011", 18), ("010", 55), ("001", 63)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let config = MethodConfig { n_replicates: 100, seed: 1, level: 0.95 };
/// let by_name = |name| estimate_by_name(&table, name, &config);
/// assert_eq!(by_name("coverage").unwrap().n_hat.round(), 407.0);
/// assert_eq!(by_name("[12,3]").unwrap().model, "[12,3]");
/// assert_eq!(by_name("Mh Gamma3.5").unwrap().model, "Mh Gamma3.5");
/// assert!(by_name("guess").is_err());
/// ```
pub fn estimate_by_name(
    table: &CaptureTable,
    name: &str,
    config: &MethodConfig,
) -> Result<Estimate, Refusal> {
    let level = config.level;
    match name {
        "aic" | "aic-average" | "aic-bootstrap" => chosen(table, name, Criterion::Aic, config),
        "bic" | "bic-average" | "bic-bootstrap" => chosen(table, name, Criterion::Bic, config),
        "chao" => chao_lower_bound(table, ChaoBound::Plain, level),
        "chao-mh" => chao_lower_bound(table, ChaoBound::EqualLists, level),
        "chao-mth" => chao_lower_bound(table, ChaoBound::UnequalLists, level),
        "chapman" => chapman(table, level),
        "coverage" => estimate_by_coverage(table, CoverageEstimator::Independent, config),
        "coverage-high" => estimate_by_coverage(table, CoverageEstimator::HighCoverage, config),
        "coverage-low" => estimate_by_coverage(table, CoverageEstimator::LowCoverage, config),
        "graphs" => average_graphs(table, &graph_config(table, level)).map(|found| found.estimate),
        "latent" => {
            sample_latent_classes(table, &latent_config(config)).map(|found| found.estimate)
        }
        "lincoln-petersen" => lincoln_petersen(table, level),
        "stepwise" => fit_stepwise(table, BY_AIC, level).map(|fit| fit.estimate),
        "stepwise-sparse" => bootstrap_stepwise(table, BY_TEST, config).map(|fit| fit.estimate),
        _ => by_model(table, name, level),
    }
}

fn chosen(
    table: &CaptureTable,
    name: &str,
    criterion: Criterion,
    config: &MethodConfig,
) -> Result<Estimate, Refusal> {
    let selection = SelectionConfig { criterion, order_most: table.n_lists(), level: config.level };
    let selection = select_hierarchical(table, &selection)?;
    match name.split_once('-') {
        Some((_, "average")) => Ok(selection.average()),
        Some(_) => bootstrap_selection(table, &selection, config),
        None => Ok(selection.best().estimate.clone()),
    }
}

/// Returns the settings of the examples of dga: 2 to the power of minus the lists in each cell.
fn graph_config(table: &CaptureTable, level: f64) -> GraphConfig {
    GraphConfig {
        prior_count: 0.5_f64.powf(table.n_lists() as f64),
        size_prior: SizePrior::Reciprocal,
        n_hidden_most: HIDDEN_FACTOR * table.n_observed(),
        level,
    }
}

/// Returns the priors of LCMCR with at most ten classes, and chains that mix on most tables.
fn latent_config(config: &MethodConfig) -> LatentConfig {
    LatentConfig {
        n_classes: 10,
        concentration: (0.25, 0.25),
        n_chains: 8,
        n_burn_in: 3_000,
        n_iterations: 15_000,
        thinning: 10,
        seed: config.seed,
        level: config.level,
    }
}

fn by_model(table: &CaptureTable, name: &str, level: f64) -> Result<Estimate, Refusal> {
    if let Some(model) = ClosedModel::twelve().into_iter().find(|model| model.name() == name) {
        return fit_closed(table, &model, level);
    }
    let (generators, shape) = name.split_once(' ').unwrap_or((name, ""));
    let model = HierarchicalModel::parse(generators, table.n_lists())?;
    let persons = match shape {
        "" => return fit_hierarchical(table, &model, level),
        "Chao (LB)" => Heterogeneity::Chao,
        "Poisson2" => Heterogeneity::Poisson,
        "Darroch" => Heterogeneity::Darroch,
        "Gamma3.5" => Heterogeneity::Gamma,
        _ => {
            let reason = "expected Chao (LB), Poisson2, Darroch or Gamma3.5 after it".to_owned();
            let n_lists = table.n_lists();
            return Err(Refusal::UnknownModel { name: name.to_owned(), n_lists, reason });
        }
    };
    let lists = ListEffects::Dependent(model);
    fit_closed(table, &ClosedModel::Chances { lists, persons }, level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_gives_an_estimate_or_says_why_not() {
        let rows = [
            ("111", 28),
            ("110", 21),
            ("101", 17),
            ("100", 69),
            ("011", 18),
            ("010", 55),
            ("001", 63),
        ];
        let table = CaptureTable::from_histories(3, &rows).unwrap();
        let config = MethodConfig { n_replicates: 50, seed: 1, level: 0.95 };
        for (name, meaning) in METHOD_NAMES {
            match estimate_by_name(&table, name, &config) {
                Ok(estimate) => assert!(estimate.interval.is_some(), "{name}: {meaning}"),
                Err(refusal) => {
                    assert!(matches!(refusal, Refusal::TooManyLists { .. }), "{name}: {refusal}");
                }
            }
        }
        for model in ClosedModel::twelve() {
            let name = model.name();
            assert_eq!(estimate_by_name(&table, &name, &config).unwrap().model, name);
        }
    }
}
