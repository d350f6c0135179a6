//! Small dense matrices: all that the fits need, without a library.
//!
//! A model has at most a few dozen parameters, so plain loops over one vector win
//! over any general library in build time and in run time.

/// Factorises a symmetric positive definite matrix in place (Cholesky, lower triangle).
///
/// Returns `false` when the matrix is not positive definite.
pub(crate) fn factorise(matrix: &mut [f64], size: usize) -> bool {
    for column in 0..size {
        let (done, rest) = matrix.split_at_mut(column * size);
        let row = &mut rest[..size];
        for before in 0..column {
            let other = &done[before * size..before * size + before];
            let dot: f64 = other.iter().zip(row.iter()).map(|(a, b)| a * b).sum();
            row[before] = (row[before] - dot) / done[before * size + before];
        }
        let norm: f64 = row[..column].iter().map(|value| value * value).sum();
        let pivot = row[column] - norm;
        // A pivot that lost all its digits is rounding, not information.
        if pivot.is_nan() || pivot <= 1e-14 * row[column].abs() {
            return false;
        }
        row[column] = pivot.sqrt();
    }
    true
}

/// Solves with a factor of [`factorise`]; `values` holds the right side and then the solution.
pub(crate) fn solve(factor: &[f64], size: usize, values: &mut [f64]) {
    for row in 0..size {
        let dot: f64 = (0..row).map(|column| factor[row * size + column] * values[column]).sum();
        values[row] = (values[row] - dot) / factor[row * size + row];
    }
    for row in (0..size).rev() {
        let dot: f64 =
            (row + 1..size).map(|below| factor[below * size + row] * values[below]).sum();
        values[row] = (values[row] - dot) / factor[row * size + row];
    }
}

/// Returns the inverse from a factor of [`factorise`].
pub(crate) fn inverse(factor: &[f64], size: usize) -> Vec<f64> {
    let mut inverse = vec![0.0; size * size];
    for row in 0..size {
        let unit = &mut inverse[row * size..(row + 1) * size];
        unit[row] = 1.0;
        solve(factor, size, unit);
    }
    inverse
}

/// Returns the rank of a matrix given by rows.
pub(crate) fn rank(values: &[f64], n_columns: usize) -> usize {
    let mut rows: Vec<Vec<f64>> = values.chunks(n_columns).map(<[f64]>::to_vec).collect();
    let mut rank = 0;
    for column in 0..n_columns {
        let pivot = (rank..rows.len())
            .max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()));
        let Some(pivot) = pivot.filter(|&row| rows[row][column].abs() > 1e-9) else { continue };
        rows.swap(rank, pivot);
        let (upper, lower) = rows.split_at_mut(rank + 1);
        let pivot_row = &upper[rank];
        for row in lower {
            let factor = row[column] / pivot_row[column];
            for (value, pivot) in row.iter_mut().zip(pivot_row).skip(column) {
                *value -= factor * pivot;
            }
        }
        rank += 1;
    }
    rank
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_solution_solves() {
        let matrix = [4.0, 2.0, 0.6, 2.0, 3.0, 0.4, 0.6, 0.4, 1.0];
        let mut factor = matrix.to_vec();
        assert!(factorise(&mut factor, 3));
        let mut values = vec![1.0, -2.0, 0.5];
        solve(&factor, 3, &mut values);
        for (row, expected) in matrix.chunks(3).zip([1.0, -2.0, 0.5]) {
            let product: f64 = row.iter().zip(&values).map(|(a, b)| a * b).sum();
            assert!((product - expected).abs() < 1e-12);
        }
        assert!(!factorise(&mut [1.0, 1.0, 1.0, 1.0], 2));
        assert_eq!(rank(&[1.0, 1.0, 2.0, 2.0, 0.0, 1.0], 2), 2);
        assert_eq!(rank(&[1.0, 1.0, 2.0, 2.0], 2), 1);
    }
}
