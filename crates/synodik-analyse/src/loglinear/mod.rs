//! Log-linear models of the dependences among lists.
//!
//! Which models there are, whether a table lets them be estimated, their fit, their
//! intervals, and what several of them say together.

mod bootstrap;
mod existence;
mod fit;
mod model;
mod profile;
mod select;
mod stepwise;

pub use bootstrap::{BootstrapConfig, bootstrap_model, bootstrap_selection};
pub use fit::{fit_extended, fit_hierarchical, poisson_interval};
pub use model::HierarchicalModel;
pub use select::{Criterion, RankedModel, Selection, SelectionConfig, select_hierarchical};
pub use stepwise::{StepRule, StepwiseFit, bootstrap_stepwise, fit_stepwise};

pub(crate) use existence::forced_zeros;
#[cfg(test)]
pub(crate) use fit::design_of;
pub(crate) use fit::{add_shared_warnings, estimate_of};
pub(crate) use profile::{ProfileTask, multinomial_profile};
