//! Tables of populations whose size is known: what estimators are tried on.

use crate::draw::{multinomial, stream};
use crate::error::Refusal;
use crate::table::CaptureTable;

/// Draws the captures of a population of known size.
///
/// # Shape
///
/// `weights` holds a weight for each history from 0; they need not sum to 1. One seed gives
/// one table for each `run_idx`.
///
/// # Errors
///
/// [`Refusal::Setting`] when the weights are not one for each history of some lists, or none is
/// above 0.
///
/// # Example
///
/// ```
/// use synodik_analyse::simulate_captures;
/// let table = simulate_captures(1000, &[0.4, 0.2, 0.3, 0.1], 1, 0).unwrap();
/// assert!(table.n_observed() > 500 && table.n_observed() < 700);
/// assert!(simulate_captures(1000, &[0.5, 0.3, 0.2], 1, 0).is_err());
/// ```
pub fn simulate_captures(
    n_persons: u64,
    weights: &[f64],
    seed: u64,
    run_idx: usize,
) -> Result<CaptureTable, Refusal> {
    let are_weights = weights.iter().all(|weight| weight.is_finite() && *weight >= 0.0);
    let is_some = weights.iter().any(|weight| *weight > 0.0);
    if !(weights.len().is_power_of_two() && weights.len() > 1 && are_weights && is_some) {
        return Err(Refusal::Setting {
            setting: "weights",
            value: format!("{weights:?}"),
            expected: "one for each history, from 0, and not all 0",
        });
    }
    let n_lists = weights.len().trailing_zeros() as usize;
    let letters = ('A'..='Z').take(n_lists).map(String::from).collect();
    let mut counts = vec![0; weights.len()];
    multinomial(&mut stream(seed, run_idx), n_persons, weights, &mut counts);
    counts[0] = 0;
    Ok(CaptureTable::empty(letters)?.with_counts(counts))
}
