//! Honest numbers: estimates from tables, with their uncertainty.
//!
//! Takes tables of counts, gives estimates with interval, fit, warnings and the assumptions
//! they rest on, or a [`Refusal`] that says which assumption fails. Knows nothing of archives.
//!
//! **Invariant:** nothing here reads files, clocks or the network. What is drawn at random is
//! drawn from a seed that the caller gives; the result does not depend on the number of cores.

mod assumption;
mod change_point;
mod closed;
mod combine;
mod counts;
mod coverage;
mod draw;
mod error;
mod estimate;
mod graphs;
mod latent;
mod loglinear;
mod lower_bound;
mod matrix;
mod method;
mod partitions;
mod poisson;
mod simulate;
mod special;
mod survival;
mod table;
mod two_lists;

pub use assumption::Assumption;
pub use change_point::{Break, BreakConfig, compare_around, find_rate_break, find_value_break};
pub use closed::{ClosedModel, Heterogeneity, ListEffects, fit_closed};
pub use combine::{add_strata, check_strata, join_partitions};
pub use counts::{
    PartitionedCount, Ratio, count_over_partitions, join_ratios, ratio_interval, share_interval,
};
pub use coverage::{CoverageEstimator, estimate_by_coverage, sample_coverage};
pub use error::{Refusal, TableError};
pub use estimate::{Estimate, Fit, Interval, IntervalMethod, Warning};
pub use graphs::{GraphConfig, GraphPosterior, GraphWeight, SizePrior, average_graphs};
pub use latent::{LatentConfig, LatentPosterior, sample_latent_classes};
pub use loglinear::{
    BootstrapConfig, Criterion, HierarchicalModel, RankedModel, Selection, SelectionConfig,
    StepRule, StepwiseFit, bootstrap_model, bootstrap_selection, bootstrap_stepwise, fit_extended,
    fit_hierarchical, fit_stepwise, poisson_interval, select_hierarchical,
};
pub use lower_bound::{ChaoBound, chao_lower_bound};
pub use method::{METHOD_NAMES, MethodConfig, estimate_by_name};
pub use partitions::{
    PLAIN, PartitionRefusal, PartitionedEstimate, StratifiedEstimate, estimate_partitions,
};
pub use simulate::simulate_captures;
pub use survival::{Lag, SurvivalCurve, SurvivalStep, kaplan_meier};
pub use table::{CaptureTable, N_LISTS_MOST, Partition, Stratum, parse_captures, parse_partitions};
pub use two_lists::{chapman, lincoln_petersen};
