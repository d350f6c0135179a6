//! Whether a model has an estimate for a table at all.
//!
//! The likelihood has a maximum just when some table without zeros has the same sums as
//! the one observed (Haberman 1974; Fienberg and Rinaldo 2012). That is a linear
//! programme. Where it fails, some zeros force fitted counts to be zero; those cells are named.

use crate::poisson::Design;

/// Values below this count as zero in the linear programme.
const TINY: f64 = 1e-9;

/// Returns the rows whose fitted counts the zeros force to be zero; none when an estimate exists.
///
/// # Source
///
/// Fienberg and Rinaldo (2012), Annals of Statistics 40, 996-1023.
pub(crate) fn forced_zeros(design: &Design, counts: &[f64]) -> Vec<usize> {
    let zeros: Vec<usize> = (0..counts.len()).filter(|&row| counts[row] == 0.0).collect();
    if zeros.is_empty() {
        return Vec::new();
    }
    // A cell can be positive when some fitted table has it so; fitted tables form a convex
    // set, so if each cell can, all can at once.
    let mut open = zeros;
    let mut programme = Programme::feasible(design, counts);
    while let Some(found) = programme.raise(&open) {
        open.retain(|row| found[*row] <= TINY);
        if open.is_empty() {
            break;
        }
    }
    open
}

/// The simplex tableau of `X' m = X' y`, `m >= 0`, with the observed counts as a first solution.
///
/// Written for tables of some dozens of cells: dense, with Bland's rule against cycling.
struct Programme {
    n_cells: usize,
    /// Rows of the tableau: coefficients of the cells, then the right side.
    rows: Vec<Vec<f64>>,
    basis: Vec<usize>,
}

impl Programme {
    /// Reduces the equations so that cells with counts are basic as far as there are any.
    fn feasible(design: &Design, counts: &[f64]) -> Self {
        let n_cells = counts.len();
        let mut rows: Vec<Vec<f64>> = (0..design.n_columns)
            .map(|column| {
                let mut row: Vec<f64> = (0..n_cells).map(|cell| design.row(cell)[column]).collect();
                let right: f64 = (0..n_cells).map(|cell| row[cell] * counts[cell]).sum();
                row.push(right);
                if right < 0.0 {
                    row.iter_mut().for_each(|value| *value = -*value);
                }
                row
            })
            .collect();
        // Artificial variables, driven out by minimising their sum.
        let n_rows = rows.len();
        for (row_idx, row) in rows.iter_mut().enumerate() {
            let right = row.pop().expect("the right side was pushed");
            row.extend((0..n_rows).map(|other| if other == row_idx { 1.0 } else { 0.0 }));
            row.push(right);
        }
        let mut programme = Self { n_cells, rows, basis: (n_cells..n_cells + n_rows).collect() };
        let goal: Vec<f64> =
            (0..n_cells + n_rows).map(|cell| if cell < n_cells { 0.0 } else { -1.0 }).collect();
        programme.maximise(&goal, n_cells + n_rows);
        programme.drop_artificial();
        programme
    }

    /// Pivots artificial variables out of the basis, or drops their empty rows.
    fn drop_artificial(&mut self) {
        let mut row_idx = 0;
        while row_idx < self.rows.len() {
            if self.basis[row_idx] >= self.n_cells {
                let column = (0..self.n_cells).find(|&c| self.rows[row_idx][c].abs() > TINY);
                match column {
                    Some(column) => self.pivot(row_idx, column),
                    None => {
                        self.rows.remove(row_idx);
                        self.basis.remove(row_idx);
                        continue;
                    }
                }
            }
            row_idx += 1;
        }
        let n_cells = self.n_cells;
        for row in &mut self.rows {
            let right = *row.last().expect("rows end with the right side");
            row.truncate(n_cells);
            row.push(right);
        }
    }

    /// Raises the sum of some cells; returns the cells found, or `None` when none can rise.
    fn raise(&mut self, cells: &[usize]) -> Option<Vec<f64>> {
        let mut goal = vec![0.0; self.n_cells];
        for &cell in cells {
            goal[cell] = 1.0;
        }
        self.maximise(&goal, self.n_cells);
        let mut found = vec![0.0; self.n_cells];
        for (row, &cell) in self.rows.iter().zip(&self.basis) {
            found[cell] = row[self.n_cells];
        }
        let total: f64 = cells.iter().map(|&cell| found[cell]).sum();
        (total > TINY).then_some(found)
    }

    /// Maximises a goal over the first `n_columns` variables.
    fn maximise(&mut self, goal: &[f64], n_columns: usize) {
        // The sums of a table are bounded, so the goal is; Bland's rule ends.
        for _ in 0..10_000 {
            let gain = |column: usize| {
                let spent: f64 =
                    self.rows.iter().zip(&self.basis).map(|(row, &b)| goal[b] * row[column]).sum();
                goal[column] - spent
            };
            let entering =
                (0..n_columns).find(|&column| !self.basis.contains(&column) && gain(column) > TINY);
            let Some(entering) = entering else { return };
            let right = self.rows.first().map_or(0, Vec::len) - 1;
            let leaving = (0..self.rows.len())
                .filter(|&row| self.rows[row][entering] > TINY)
                .map(|row| (self.rows[row][right] / self.rows[row][entering], self.basis[row], row))
                .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let Some((_, _, row)) = leaving else { return };
            self.pivot(row, entering);
        }
    }

    fn pivot(&mut self, row_idx: usize, column: usize) {
        let pivot = self.rows[row_idx][column];
        for value in &mut self.rows[row_idx] {
            *value /= pivot;
        }
        let pivot_row = self.rows[row_idx].clone();
        for (other_idx, row) in self.rows.iter_mut().enumerate() {
            let factor = row[column];
            if other_idx != row_idx && factor != 0.0 {
                for (value, pivot) in row.iter_mut().zip(&pivot_row) {
                    *value -= factor * pivot;
                }
            }
        }
        self.basis[row_idx] = column;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loglinear::{HierarchicalModel, design_of};

    /// Zeros that leave a three-list table without estimate, by hand.
    #[test]
    fn forced_zeros_are_found() {
        let histories: Vec<usize> = (1..8).collect();
        // Order 100, 010, 110, 001, 101, 011, 111: bit 0 is the first list.
        let cases: [(&str, [f64; 7], &[usize]); 5] = [
            ("[12,13,23]", [5., 4., 3., 6., 2., 1., 1.], &[]),
            // The hidden cell would be nil: it is a product that the last cell is part of.
            ("[12,13,23]", [5., 4., 3., 6., 2., 1., 0.], &[6]),
            ("[12,13]", [5., 4., 3., 6., 2., 1., 0.], &[]),
            ("[12,3]", [40., 30., 6., 20., 0., 0., 0.], &[4, 5, 6]),
            ("[1,2,3]", [40., 30., 6., 20., 1., 0., 0.], &[]),
        ];
        for (name, counts, expected) in cases {
            let model = HierarchicalModel::parse(name, 3).unwrap();
            let design = design_of(model.terms(), &histories);
            assert_eq!(forced_zeros(&design, &counts), expected, "{name} {counts:?}");
        }
    }
}
