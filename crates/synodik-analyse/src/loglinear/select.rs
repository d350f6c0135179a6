//! Fits all hierarchical models, ranks them, and averages over them.

use super::fit::{fit_hierarchical, fit_without_interval};
use super::model::HierarchicalModel;
use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, Warning, check_level, log_normal_interval, with_shared};
use crate::table::CaptureTable;
use rayon::prelude::*;

/// Beyond this number of lists there are too many models to fit them all.
const N_LISTS_MOST: usize = 5;
/// Models whose criterion is within this of the best fit alike.
const ALIKE: f64 = 4.0;
/// Hidden numbers of models that fit alike may differ by this factor without a warning.
const DISAGREEMENT: f64 = 2.0;

/// By what models are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// Akaike's: two for each parameter.
    Aic,
    /// Bayes': the logarithm of the number of persons for each parameter.
    Bic,
}

/// What to choose from, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SelectionConfig {
    /// By what models are ranked.
    pub criterion: Criterion,
    /// Most lists in one interaction; 2 keeps to pairs.
    pub order_most: usize,
    /// Coverage of intervals, such as 0.95.
    pub level: f64,
}

/// A model with its estimate and its weight among all.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedModel {
    /// The model.
    pub model: HierarchicalModel,
    /// Its estimate; only the best has an interval.
    pub estimate: Estimate,
    /// Its share of the weights `exp(-criterion / 2)`.
    pub weight: f64,
}

/// All models of a table, ranked.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    /// What they were ranked by, and the rest of the settings.
    pub config: SelectionConfig,
    /// Models with an estimate, the best first; never empty.
    pub models: Vec<RankedModel>,
    /// Models without, and why, in the order of [`HierarchicalModel::all`].
    pub refused: Vec<(HierarchicalModel, Refusal)>,
}

/// Fits all hierarchical models with at most `order_most` lists in an interaction.
///
/// # Errors
///
/// What is wrong with the table, [`Refusal::TooManyLists`] for more than five lists, and the
/// refusal of the simplest model when no model has an estimate.
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, Criterion, SelectionConfig, select_hierarchical};
/// let rows = [("111", 28), ("110", 21), ("101", 17), ("100", 69), ("011", 18), ("010", 55), ("001", 63)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let config = SelectionConfig { criterion: Criterion::Aic, order_most: 3, level: 0.95 };
/// let selection = select_hierarchical(&table, &config).unwrap();
/// assert_eq!(selection.models.len(), 8);
/// let one = CaptureTable::from_histories(1, &[("1", 3)]).unwrap();
/// assert!(select_hierarchical(&one, &config).is_err());
/// ```
pub fn select_hierarchical(
    table: &CaptureTable,
    config: &SelectionConfig,
) -> Result<Selection, Refusal> {
    check_level(config.level)?;
    table.check()?;
    if table.n_lists() > N_LISTS_MOST {
        return Err(Refusal::TooManyLists {
            model: "all hierarchical models".to_owned(),
            n_lists: table.n_lists(),
            n_most: N_LISTS_MOST,
        });
    }
    let all = HierarchicalModel::all(table.n_lists(), config.order_most);
    let fits: Vec<_> = all.par_iter().map(|model| fit_without_interval(table, model)).collect();
    let (mut models, mut refused) = (Vec::new(), Vec::new());
    for (model, fit) in all.into_iter().zip(fits) {
        match fit {
            Ok((estimate, _)) => models.push(RankedModel { model, estimate, weight: 0.0 }),
            Err(refusal) => refused.push((model, refusal)),
        }
    }
    if models.is_empty() {
        return Err(refused.swap_remove(0).1);
    }
    models.sort_by(|a, b| {
        criterion_of(&a.estimate, config.criterion)
            .total_cmp(&criterion_of(&b.estimate, config.criterion))
            .then_with(|| a.model.cmp(&b.model))
    });
    weigh(&mut models, config.criterion);
    let mut selection = Selection { config: *config, models, refused };
    let warnings = selection.warnings();
    let best = &mut selection.models[0];
    best.estimate = fit_hierarchical(table, &best.model, config.level)?;
    best.estimate.warnings.extend(warnings);
    Ok(selection)
}

/// Returns the criterion of a fitted model.
pub(crate) fn criterion_of(estimate: &Estimate, criterion: Criterion) -> f64 {
    let fit = estimate.fit.expect("a log-linear model has a fit");
    match criterion {
        Criterion::Aic => fit.aic,
        Criterion::Bic => fit.bic,
    }
}

fn weigh(models: &mut [RankedModel], criterion: Criterion) {
    let best = criterion_of(&models[0].estimate, criterion);
    for ranked in models.iter_mut() {
        ranked.weight = (0.5 * (best - criterion_of(&ranked.estimate, criterion))).exp();
    }
    let sum: f64 = models.iter().map(|ranked| ranked.weight).sum();
    for ranked in models {
        ranked.weight /= sum;
    }
}

impl Selection {
    /// Returns the best model.
    #[must_use]
    pub fn best(&self) -> &RankedModel {
        &self.models[0]
    }

    /// Returns what the whole family of models says against any one of them.
    fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if !self.refused.is_empty() {
            let n_failed = self.refused.len();
            warnings
                .push(Warning::FailedModels { n_failed, n_models: n_failed + self.models.len() });
        }
        let of = |ranked: &RankedModel| criterion_of(&ranked.estimate, self.config.criterion);
        let best = of(&self.models[0]);
        let alike = self.models.iter().filter(|ranked| of(ranked) - best <= ALIKE);
        let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
        for ranked in alike {
            low = low.min(ranked.estimate.n_hat);
            high = high.max(ranked.estimate.n_hat);
        }
        let observed = self.models[0].estimate.n_observed as f64;
        if high - observed > DISAGREEMENT * (low - observed) {
            warnings.push(Warning::ModelsDisagree { low, high });
        }
        warnings
    }

    /// Returns the estimate averaged over all models by their weights.
    ///
    /// The standard error holds the spread between models as well as that within each
    /// (Buckland, Burnham and Augustin 1997); the interval takes the hidden number to be
    /// log-normal.
    #[must_use]
    pub fn average(&self) -> Estimate {
        let weighted = |value: &dyn Fn(&Estimate) -> f64| -> f64 {
            self.models.iter().map(|ranked| ranked.weight * value(&ranked.estimate)).sum()
        };
        let n_hat = weighted(&|estimate| estimate.n_hat);
        let se = weighted(&|estimate| {
            let within = estimate.se.unwrap_or(0.0);
            (within * within + (estimate.n_hat - n_hat).powi(2)).sqrt()
        });
        let n_observed = self.models[0].estimate.n_observed;
        let word = match self.config.criterion {
            Criterion::Aic => "AIC",
            Criterion::Bic => "BIC",
        };
        let own = [
            Assumption::EqualChance,
            Assumption::ModelledDependence,
            Assumption::NoHighestInteraction,
        ];
        Estimate {
            model: format!("average of {} models by {word}", self.models.len()),
            n_observed,
            n_hat,
            se: Some(se),
            interval: Some(log_normal_interval(n_observed, n_hat, se, self.config.level)),
            fit: None,
            warnings: self.warnings(),
            assumptions: with_shared(&own),
        }
    }
}
