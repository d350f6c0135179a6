//! The outline of a part of a drawing, row by row.

use std::collections::BTreeMap;

/// Blocks with their places, and from where to where each row is taken.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// Number and left edge of each block.
    pub(super) blocks: Vec<(usize, i32)>,
    rows: BTreeMap<i32, (i32, i32)>,
}

impl Shape {
    pub(super) fn of_block(block_idx: usize, row: i32, x: i32, width: i32) -> Shape {
        Shape { blocks: vec![(block_idx, x)], rows: [(row, (x, x + width))].into() }
    }

    /// Returns the left edge of a block of this shape.
    pub(super) fn x_of(&self, block_idx: usize) -> i32 {
        let found = self.blocks.iter().find(|(known, _)| *known == block_idx);
        found.map_or(0, |(_, x)| *x)
    }

    pub(super) fn row(&self, row: i32) -> Option<(i32, i32)> {
        self.rows.get(&row).copied()
    }

    pub(super) fn first_row(&self) -> Option<i32> {
        self.rows.keys().next().copied()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns by how much another shape must move right to clear this one; none when they
    /// share no row.
    pub(super) fn clearance(&self, other: &Shape, gap: i32) -> Option<i32> {
        let shared = self.rows.iter().filter_map(|(row, (_, end))| {
            let (start, _) = other.rows.get(row)?;
            Some(end + gap - start)
        });
        shared.max()
    }

    /// Adds another shape, moved right by so much.
    pub(super) fn absorb(&mut self, other: Shape, shift: i32) {
        self.blocks.extend(other.blocks.into_iter().map(|(block_idx, x)| (block_idx, x + shift)));
        for (row, (start, end)) in other.rows {
            let taken = self.rows.entry(row).or_insert((start + shift, end + shift));
            *taken = (taken.0.min(start + shift), taken.1.max(end + shift));
        }
    }

    /// Adds another shape at the right of this one.
    pub(super) fn append(&mut self, other: Shape, gap: i32) {
        let shift = self.clearance(&other, gap).unwrap_or(0);
        self.absorb(other, shift);
    }
}
