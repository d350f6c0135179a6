//! Poisson regression by iteratively reweighted least squares.
//!
//! Takes a design and counts, gives coefficients and fit. Knows nothing of lists.

use crate::matrix::{factorise, inverse, solve};
use crate::special::ln_poisson;

/// Steps after which a fit counts as not settled.
pub(crate) const N_STEPS_MOST: usize = 60;

/// Columns of a regression, row by row; column 0 is the intercept.
#[derive(Debug, Clone)]
pub(crate) struct Design {
    pub(crate) n_columns: usize,
    pub(crate) values: Vec<f64>,
}

impl Design {
    pub(crate) fn n_rows(&self) -> usize {
        self.values.len() / self.n_columns
    }

    pub(crate) fn row(&self, row_idx: usize) -> &[f64] {
        &self.values[row_idx * self.n_columns..(row_idx + 1) * self.n_columns]
    }

    /// Returns the design without one column.
    pub(crate) fn without_column(&self, column_idx: usize) -> Self {
        let rows = self.values.chunks(self.n_columns);
        let kept = rows.flat_map(|row| {
            row.iter().enumerate().filter(|(idx, _)| *idx != column_idx).map(|(_, value)| *value)
        });
        Self { n_columns: self.n_columns - 1, values: kept.collect() }
    }

    /// Returns the design with a row for those on no list, for whom only the intercept counts.
    pub(crate) fn with_hidden_row(&self) -> Self {
        let mut values = self.values.clone();
        values.push(1.0);
        values.extend(std::iter::repeat_n(0.0, self.n_columns - 1));
        Self { n_columns: self.n_columns, values }
    }
}

/// Vectors that a fit works in, kept from one fit to the next.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    pub(crate) coefficients: Vec<f64>,
    pub(crate) fitted: Vec<f64>,
    /// Factor of the information at the last step.
    information: Vec<f64>,
    right: Vec<f64>,
    predictor: Vec<f64>,
    pub(crate) deviance: f64,
}

impl Workspace {
    /// Returns the variance of the intercept at the last fit.
    pub(crate) fn intercept_variance(&mut self, n_columns: usize) -> f64 {
        self.right.clear();
        self.right.resize(n_columns, 0.0);
        self.right[0] = 1.0;
        solve(&self.information, n_columns, &mut self.right);
        self.right[0]
    }
}

/// What a fit found.
#[derive(Debug, Clone)]
pub(crate) struct PoissonFit {
    pub(crate) coefficients: Vec<f64>,
    pub(crate) fitted: Vec<f64>,
    /// Inverse of the information, by rows.
    pub(crate) covariance: Vec<f64>,
    pub(crate) deviance: f64,
    pub(crate) log_likelihood: f64,
}

/// Fits counts to a design; offsets are added to the linear predictor when given.
///
/// Returns `None` when the information is singular or the fit does not settle.
pub(crate) fn fit_poisson(design: &Design, counts: &[f64], offset: &[f64]) -> Option<PoissonFit> {
    let mut work = Workspace::default();
    if !fit_in(&mut work, design, counts, offset, false) {
        return None;
    }
    let log_likelihood =
        counts.iter().zip(&work.fitted).map(|(&count, &mean)| ln_poisson(count, mean)).sum();
    Some(PoissonFit {
        covariance: inverse(&work.information, design.n_columns),
        coefficients: work.coefficients,
        fitted: work.fitted,
        deviance: work.deviance,
        log_likelihood,
    })
}

/// Fits in kept vectors; `is_warm` starts from the coefficients that stand there.
pub(crate) fn fit_in(
    work: &mut Workspace,
    design: &Design,
    counts: &[f64],
    offset: &[f64],
    is_warm: bool,
) -> bool {
    let (n_rows, n_columns) = (design.n_rows(), design.n_columns);
    work.fitted.resize(n_rows, 0.0);
    work.predictor.resize(n_rows, 0.0);
    work.information.resize(n_columns * n_columns, 0.0);
    work.right.resize(n_columns, 0.0);
    if is_warm {
        predict(work, design, offset);
    } else {
        for (row_idx, &count) in counts.iter().enumerate() {
            work.fitted[row_idx] = count + 0.1;
            work.predictor[row_idx] = (count + 0.1).ln();
        }
    }
    work.coefficients.resize(n_columns, 0.0);
    let mut before = f64::INFINITY;
    for _ in 0..N_STEPS_MOST {
        collect_equations(work, design, counts, offset);
        if !factorise(&mut work.information, n_columns) {
            return false;
        }
        solve(&work.information, n_columns, &mut work.right);
        work.coefficients.copy_from_slice(&work.right);
        predict(work, design, offset);
        work.deviance = deviance(counts, &work.fitted);
        if !work.deviance.is_finite() {
            return false;
        }
        if (before - work.deviance).abs() < 1e-9 * (work.deviance.abs() + 1.0) {
            return true;
        }
        before = work.deviance;
    }
    false
}

/// Sets predictor and fitted counts from the coefficients.
fn predict(work: &mut Workspace, design: &Design, offset: &[f64]) {
    for row_idx in 0..design.n_rows() {
        let row = design.row(row_idx);
        let sum: f64 = row.iter().zip(&work.coefficients).map(|(x, b)| x * b).sum();
        work.predictor[row_idx] = sum + offset.get(row_idx).copied().unwrap_or(0.0);
        work.fitted[row_idx] = work.predictor[row_idx].exp();
    }
}

/// Sets the weighted normal equations.
fn collect_equations(work: &mut Workspace, design: &Design, counts: &[f64], offset: &[f64]) {
    let n_columns = design.n_columns;
    work.information.fill(0.0);
    work.right.fill(0.0);
    for (row_idx, &count) in counts.iter().enumerate() {
        let weight = work.fitted[row_idx];
        let own = work.predictor[row_idx] - offset.get(row_idx).copied().unwrap_or(0.0);
        let weighted_response = weight * own + (count - weight);
        let row = design.row(row_idx);
        for (column, &value) in row.iter().enumerate() {
            if value == 0.0 {
                continue;
            }
            work.right[column] += value * weighted_response;
            let scaled = weight * value;
            let sums = &mut work.information[column * n_columns..column * n_columns + column + 1];
            for (sum, &other) in sums.iter_mut().zip(row) {
                *sum += scaled * other;
            }
        }
    }
}

/// Returns twice the distance of the log-likelihood from that of the perfect fit.
pub(crate) fn deviance(counts: &[f64], fitted: &[f64]) -> f64 {
    let term = |(&count, &mean): (&f64, &f64)| {
        let log = if count > 0.0 { count * (count / mean).ln() } else { 0.0 };
        2.0 * (log - (count - mean))
    };
    counts.iter().zip(fitted).map(term).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lists_give_lincoln_and_petersen() {
        // Rows 10, 01, 11 with intercept, list 1, list 2.
        let design = Design { n_columns: 3, values: vec![1., 1., 0., 1., 0., 1., 1., 1., 1.] };
        let fit = fit_poisson(&design, &[781.0, 254.0, 167.0], &[]).unwrap();
        assert!((1202.0 + fit.coefficients[0].exp() - 948.0 * 421.0 / 167.0).abs() < 1e-6);
        assert!(fit.deviance.abs() < 1e-9);
        let se = (fit.coefficients[0].exp()
            + (2.0 * fit.coefficients[0]).exp() * fit.covariance[0])
            .sqrt();
        assert!((se - 130.4).abs() < 0.05, "{se}");
    }
}
