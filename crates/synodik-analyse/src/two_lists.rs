//! Two lists: Lincoln and Petersen, Chapman.

use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, check_level, log_normal_estimate};
use crate::loglinear::{HierarchicalModel, fit_hierarchical};
use crate::table::CaptureTable;

/// Estimates a population from two lists (Lincoln and Petersen).
///
/// # Units
///
/// Persons; the interval is one of the profile likelihood.
///
/// # Errors
///
/// [`Refusal::TooManyLists`] for more than two lists, [`Refusal::IsolatedList`] when nobody
/// stands on both.
///
/// # Source
///
/// Seber (1982), The estimation of animal abundance, section 3.1.
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, lincoln_petersen};
/// let table = CaptureTable::from_histories(2, &[("11", 167), ("10", 781), ("01", 254)]).unwrap();
/// let estimate = lincoln_petersen(&table, 0.95).unwrap();
/// assert_eq!(format!("{:.1}", estimate.n_hat), "2389.9");
/// let apart = CaptureTable::from_histories(2, &[("10", 781), ("01", 254)]).unwrap();
/// assert!(lincoln_petersen(&apart, 0.95).is_err());
/// ```
pub fn lincoln_petersen(table: &CaptureTable, level: f64) -> Result<Estimate, Refusal> {
    check_two(table, "Lincoln-Petersen")?;
    let mut estimate = fit_hierarchical(table, &HierarchicalModel::independence(2), level)?;
    estimate.model = "Lincoln-Petersen".to_owned();
    // The fit has as many parameters as cells: it cannot say whether the model holds.
    estimate.fit = None;
    Ok(estimate)
}

/// Estimates a population from two lists without the bias of Lincoln and Petersen (Chapman).
///
/// # Units
///
/// Persons; the interval takes the hidden number to be log-normal.
///
/// # Errors
///
/// As [`lincoln_petersen`].
///
/// # Source
///
/// Chapman (1951); variance of Seber (1970).
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, chapman};
/// let table = CaptureTable::from_histories(2, &[("11", 167), ("10", 781), ("01", 254)]).unwrap();
/// assert_eq!(format!("{:.1}", chapman(&table, 0.95).unwrap().n_hat), "2382.8");
/// assert!(chapman(&CaptureTable::from_histories(1, &[("1", 3)]).unwrap(), 0.95).is_err());
/// ```
pub fn chapman(table: &CaptureTable, level: f64) -> Result<Estimate, Refusal> {
    check_level(level)?;
    check_two(table, "Chapman")?;
    let (a, b) = (table.n_on_list(0) as f64, table.n_on_list(1) as f64);
    let both = table.n_on_both(0, 1) as f64;
    let n_hat = (a + 1.0) * (b + 1.0) / (both + 1.0) - 1.0;
    let variance =
        (a + 1.0) * (b + 1.0) * (a - both) * (b - both) / ((both + 1.0).powi(2) * (both + 2.0));
    let found = (n_hat, variance.sqrt());
    Ok(log_normal_estimate(
        table,
        "Chapman",
        found,
        &[Assumption::EqualChance, Assumption::Independent],
        level,
    ))
}

fn check_two(table: &CaptureTable, model: &str) -> Result<(), Refusal> {
    table.check()?;
    table.check_all_possible(model)?;
    if table.n_lists() > 2 {
        let (model, n_lists) = (model.to_owned(), table.n_lists());
        return Err(Refusal::TooManyLists { model, n_lists, n_most: 2 });
    }
    Ok(())
}
