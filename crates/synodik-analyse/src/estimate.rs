//! A number with all that must stand beside it: interval, fit, warnings, assumptions.

use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::loglinear::add_shared_warnings;
use crate::table::CaptureTable;
use std::fmt;

/// How an interval was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IntervalMethod {
    /// The hidden number is taken to be log-normal (Chao 1987, formula 12).
    LogNormal,
    /// Profile likelihood of the multinomial model (Cormack 1992).
    ProfileMultinomial,
    /// Profile likelihood of the intercept of the Poisson model.
    ProfilePoisson,
    /// Parametric bootstrap of the logarithm of the hidden number over its standard error.
    BootstrapStudentised,
    /// Bias-corrected and accelerated bootstrap (Efron 1987).
    BootstrapBca,
    /// Normal on the logarithm of the hidden number, as the SparseMSE package has it.
    LogIntercept,
    /// Percentiles of a posterior distribution.
    Posterior,
    /// Percentiles over sampled partitions.
    SampledPartitions,
}

impl IntervalMethod {
    /// Returns the stable word for files and addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::LogNormal => "log-normal",
            Self::ProfileMultinomial => "profile-multinomial",
            Self::ProfilePoisson => "profile-poisson",
            Self::BootstrapStudentised => "bootstrap-studentised",
            Self::BootstrapBca => "bootstrap-bca",
            Self::LogIntercept => "log-intercept",
            Self::Posterior => "posterior",
            Self::SampledPartitions => "sampled-partitions",
        }
    }
}

/// An interval for a number of persons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Nominal coverage, such as 0.95.
    pub level: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end; infinite where the data set no bound.
    pub high: f64,
    /// How it was made.
    pub method: IntervalMethod,
}

/// How well a model fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Akaike's criterion, of the Poisson likelihood.
    pub aic: f64,
    /// Bayes' criterion, with the number of persons counted as the sample size.
    pub bic: f64,
    /// Residual degrees of freedom.
    pub df: i64,
    /// Deviance.
    pub deviance: f64,
}

/// What a reader must know before using a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Warning {
    /// A fitted interaction is nil because no person stands on these lists together.
    ZeroMargin {
        /// The histories taken out.
        cells: Vec<String>,
    },
    /// The model is rejected by its own deviance.
    PoorFit {
        /// Probability of a deviance as great or greater.
        p_value: f64,
    },
    /// The model has as many parameters as cells: no table can speak against it.
    Untestable,
    /// The upper end of the interval could not be found.
    OpenAbove,
    /// The estimate rests on very few persons who stand on several lists.
    FewOverlaps {
        /// Persons on more than one list.
        n_overlaps: u64,
    },
    /// Some bootstrap replicates had no estimate.
    FailedReplicates {
        /// How many.
        n_failed: usize,
        /// Of how many.
        n_replicates: usize,
    },
    /// Some models of the family have no estimate for this table.
    FailedModels {
        /// How many.
        n_failed: usize,
        /// Of how many.
        n_models: usize,
    },
    /// Models that fit alike give very different numbers.
    ModelsDisagree {
        /// Least estimate among them.
        low: f64,
        /// Greatest estimate among them.
        high: f64,
    },
    /// The chains of a sampler have not mixed.
    NotMixed {
        /// Potential scale reduction; 1 is perfect.
        r_hat: f64,
        /// Effective number of draws.
        n_effective: f64,
    },
    /// The posterior reaches the greatest hidden number that was considered.
    PosteriorCut {
        /// Greatest hidden number considered.
        n_hidden_most: u64,
    },
    /// Coverage of the lists is so low that the estimate is unstable.
    LowCoverage {
        /// Estimated share.
        coverage: f64,
    },
    /// Chances of capture that had to be negative were set to nil.
    NegativeHeterogeneity {
        /// How many parameters.
        n_removed: usize,
    },
    /// The asymptotic bias is more than a tenth of the estimate.
    LargeBias {
        /// Estimated bias.
        bias: f64,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ZeroMargin { cells } => {
                write!(
                    f,
                    "nobody stands on these lists together, so they were left out: {}",
                    cells.join(", ")
                )
            }
            Self::PoorFit { p_value } => {
                write!(
                    f,
                    "the model does not fit the table (p = {p_value:.4}); its interval is too narrow"
                )
            }
            Self::Untestable => {
                write!(
                    f,
                    "the model has as many parameters as cells, so the table cannot say whether it holds"
                )
            }
            Self::OpenAbove => write!(f, "the table sets no upper bound"),
            Self::FewOverlaps { n_overlaps } => {
                write!(f, "only {n_overlaps} persons stand on more than one list")
            }
            Self::FailedReplicates { n_failed, n_replicates } => {
                write!(f, "{n_failed} of {n_replicates} replicates had no estimate")
            }
            Self::FailedModels { n_failed, n_models } => {
                write!(f, "{n_failed} of {n_models} models have no estimate for this table")
            }
            Self::ModelsDisagree { low, high } => {
                write!(f, "models that fit alike say between {low:.0} and {high:.0}")
            }
            Self::NotMixed { r_hat, n_effective } => {
                write!(
                    f,
                    "the chains have not mixed (R-hat {r_hat:.3}, {n_effective:.0} effective draws)"
                )
            }
            Self::PosteriorCut { n_hidden_most } => {
                write!(
                    f,
                    "the posterior reaches the greatest hidden number considered, {n_hidden_most}"
                )
            }
            Self::LowCoverage { coverage } => {
                write!(
                    f,
                    "the lists cover only {:.0} % of the chances of capture",
                    100.0 * coverage
                )
            }
            Self::NegativeHeterogeneity { n_removed } => {
                write!(f, "{n_removed} negative parameter(s) of heterogeneity were set to nil")
            }
            Self::LargeBias { bias } => write!(f, "the asymptotic bias is large ({bias:.1})"),
        }
    }
}

/// An estimate of the size of a population.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Name of the model.
    pub model: String,
    /// Persons counted.
    pub n_observed: u64,
    /// Estimated size of the population, those counted included.
    pub n_hat: f64,
    /// Standard error.
    pub se: Option<f64>,
    /// Interval.
    pub interval: Option<Interval>,
    /// Fit, for models with a likelihood.
    pub fit: Option<Fit>,
    /// What to know before use, in a fixed order.
    pub warnings: Vec<Warning>,
    /// What is taken for granted, sorted.
    pub assumptions: Vec<Assumption>,
}

/// Assumptions that every comparison of lists makes.
pub(crate) const SHARED: [Assumption; 4] =
    [Assumption::Closed, Assumption::CountsOfPersons, Assumption::TrueLinks, Assumption::TwoLists];

/// Joins the shared assumptions with those of one estimator.
pub(crate) fn with_shared(own: &[Assumption]) -> Vec<Assumption> {
    let mut all: Vec<Assumption> = SHARED.iter().chain(own).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Checks that a level of an interval lies between 0 and 1.
pub(crate) fn check_level(level: f64) -> Result<(), Refusal> {
    if level > 0.0 && level < 1.0 {
        return Ok(());
    }
    let expected = "between 0 and 1, such as 0.95";
    Err(Refusal::Setting { setting: "level", value: level.to_string(), expected })
}

/// Returns the estimate of a number with its standard error, the hidden part taken to be
/// log-normal; the model has no likelihood.
pub(crate) fn log_normal_estimate(
    table: &CaptureTable,
    model: &str,
    (n_hat, se): (f64, f64),
    assumptions: &[Assumption],
    level: f64,
) -> Estimate {
    let mut estimate = Estimate {
        model: model.to_owned(),
        n_observed: table.n_observed(),
        n_hat,
        se: Some(se),
        interval: Some(log_normal_interval(table.n_observed(), n_hat, se, level)),
        fit: None,
        warnings: Vec::new(),
        assumptions: with_shared(assumptions),
    };
    add_shared_warnings(&mut estimate, table);
    estimate
}

/// Returns the interval that takes the hidden number to be log-normal.
pub(crate) fn log_normal_interval(n_observed: u64, n_hat: f64, se: f64, level: f64) -> Interval {
    let method = IntervalMethod::LogNormal;
    let observed = n_observed as f64;
    let hidden = n_hat - observed;
    if hidden <= 0.0 || se <= 0.0 {
        return Interval { level, low: n_hat, high: n_hat, method };
    }
    let z = crate::special::normal_quantile(0.5 + level / 2.0);
    let factor = (z * (1.0 + (se / hidden).powi(2)).ln().sqrt()).exp();
    Interval { level, low: observed + hidden / factor, high: observed + hidden * factor, method }
}
