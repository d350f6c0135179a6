//! Models in which an entry changes the chance of the next: Mb and Mbh.
//!
//! Both are log-linear in the coefficients, but the size of the population is not the
//! intercept: it is the sum of a geometric series.

use super::{check_design, counts_of};
use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, log_normal_interval, with_shared};
use crate::loglinear::{add_shared_warnings, estimate_of};
use crate::poisson::{Design, N_STEPS_MOST, fit_poisson};
use crate::table::CaptureTable;

/// Fits Mb, or Mbh with a column of its own for whoever is not on the first list.
pub(super) fn fit_behaviour(
    table: &CaptureTable,
    name: &str,
    has_first: bool,
    level: f64,
) -> Result<Estimate, Refusal> {
    let counts = counts_of(table);
    let mut values = Vec::new();
    let n_columns = if has_first { 4 } else { 3 };
    for history in table.histories() {
        let first_idx = f64::from(history.trailing_zeros());
        values.push(1.0);
        if has_first {
            values.push(f64::from(u8::from(history & 1 == 0)));
        }
        values.extend([first_idx, f64::from(history.count_ones()) - 1.0]);
    }
    let design = Design { n_columns, values };
    check_design(table, &design, &counts, name)?;
    let fit = fit_poisson(&design, &counts, &[]).ok_or_else(|| Refusal::NotConverged {
        model: name.to_owned(),
        n_iterations: N_STEPS_MOST,
    })?;
    let (n_hat, gradient) = behaviour_size(&fit.coefficients, table.n_lists() as f64, has_first);
    if !(n_hat.is_finite() && n_hat >= table.n_observed() as f64) {
        let needed = "fewer first entries on later lists than on earlier ones".to_owned();
        let assumption = Assumption::ListOrder;
        return Err(Refusal::NoEvidence { model: name.to_owned(), needed, assumption });
    }
    let mut variance = -n_hat;
    for (row, &x) in gradient.iter().enumerate() {
        for (column, &y) in gradient.iter().enumerate() {
            variance += x * y * fit.covariance[row * n_columns + column];
        }
    }
    let mut estimate = estimate_of(table, name, &fit, (counts.len(), n_columns));
    let se = variance.max(0.0).sqrt();
    estimate.n_hat = n_hat;
    estimate.se = Some(se);
    estimate.interval = Some(log_normal_interval(table.n_observed(), n_hat, se, level));
    add_shared_warnings(&mut estimate, table);
    estimate.assumptions = with_shared(&[Assumption::EqualChance, Assumption::ListOrder]);
    Ok(estimate)
}

/// Returns the size of the population and its derivatives by the coefficients.
///
/// Those first entered on the i-th list form a geometric series; it is summed beyond the last.
fn behaviour_size(coefficients: &[f64], n_lists: f64, has_first: bool) -> (f64, Vec<f64>) {
    let exp: Vec<f64> = coefficients.iter().map(|value| value.exp()).collect();
    if !has_first {
        let again = 1.0 + exp[2];
        let rest = again - exp[1];
        let size = exp[0] * again.powf(n_lists) / rest;
        let by_again = n_lists * exp[2] / again - exp[2] / rest;
        return (size, vec![size, size * exp[1] / rest, size * by_again]);
    }
    let again = 1.0 + exp[3];
    let rest = again - exp[2];
    let scale = exp[0] * again.powf(n_lists - 1.0);
    let later = exp[1] * exp[2] / rest;
    let size = scale * (1.0 + later);
    let by_missed = scale * later * again / rest;
    let by_again = size * (n_lists - 1.0) * exp[3] / again - scale * later * exp[3] / rest;
    (size, vec![size, scale * later, by_missed, by_again])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The derivatives are those of the size itself, which Rcapture's of Mbh are not.
    #[test]
    fn derivatives_are_those_of_the_size() {
        for (coefficients, has_first) in
            [(vec![1.2, -0.3, -0.8], false), (vec![1.2, 0.4, -0.3, -0.8], true)]
        {
            let (_, gradient) = behaviour_size(&coefficients, 6.0, has_first);
            for (place, derivative) in gradient.iter().enumerate() {
                let size_at = |step: f64| {
                    let mut moved = coefficients.clone();
                    moved[place] += step;
                    behaviour_size(&moved, 6.0, has_first).0
                };
                let numeric = (size_at(1e-6) - size_at(-1e-6)) / 2e-6;
                assert!(
                    (derivative / numeric - 1.0).abs() < 1e-6,
                    "{place} {derivative} {numeric}"
                );
            }
        }
    }
}
