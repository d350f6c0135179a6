//! Places the blocks of a family: parents over their children, in-laws at the right.

use super::blocks::Blocks;
use super::generations::by_strength;
use super::shape::Shape;
use super::{BOX_WIDTH, GAP, Kin};

/// Parents of more children than this are wide stand over the first of them, so that whoever
/// opens the page sees both.
const WIDEST_VIEW: i32 = 4 * (BOX_WIDTH + GAP);

/// A way from one block to another along which the drawing grows; together they form no circle.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// By its number among the descents.
    Descent(usize),
    /// Near each other, for some other kinship.
    Near(usize, usize),
}

/// The blocks with the ways between them.
struct Plan<'a> {
    blocks: &'a Blocks,
    ways: Vec<Way>,
}

/// Returns the left edge of every block.
pub(super) fn place_blocks(blocks: &Blocks, kins: &[Kin]) -> Vec<(usize, i32)> {
    let plan = Plan { blocks, ways: find_ways(blocks, kins) };
    let mut drawn = Shape::default();
    // From the oldest, so that all who marry in are met from below.
    let mut roots: Vec<usize> = (0..blocks.blocks.len()).collect();
    roots.sort_by_key(|&block_idx| (blocks.blocks[block_idx].row, block_idx));
    for root in roots {
        if drawn.blocks.iter().all(|(known, _)| *known != root) {
            let part = plan.place(root, None, None);
            drawn.append(part, GAP * 2);
        }
    }
    drawn.blocks
}

/// Returns ways that reach every block of a group once.
fn find_ways(blocks: &Blocks, kins: &[Kin]) -> Vec<Way> {
    let mut head: Vec<usize> = (0..blocks.blocks.len()).collect();
    let mut ways = Vec::new();
    let mut join = |first: usize, second: usize, way: Way| {
        let (kept, replaced) = (head[first], head[second]);
        if kept != replaced {
            head.iter_mut().filter(|known| **known == replaced).for_each(|known| *known = kept);
            ways.push(way);
        }
    };
    for (descent_idx, descent) in blocks.descents.iter().enumerate() {
        join(descent.from, descent.to, Way::Descent(descent_idx));
    }
    for kin in by_strength(kins) {
        if let (Some(first), Some(second)) =
            (blocks.block_of[kin.first], blocks.block_of[kin.second])
        {
            join(first, second, Way::Near(first, second));
        }
    }
    ways
}

impl Plan<'_> {
    /// Returns a block with all that hangs on it but the way it was reached by; `link` is the
    /// child by which it was reached from above.
    fn place(&self, block_idx: usize, by: Option<usize>, link: Option<usize>) -> Shape {
        let block = &self.blocks.blocks[block_idx];
        let mut plain = Vec::new();
        let mut laden = Vec::new();
        for (way_idx, descent_idx) in self.ways_down(block_idx, by) {
            let descent = self.blocks.descents[descent_idx];
            let shape = self.place(descent.to, Some(way_idx), Some(descent.child));
            let reaches_up = shape.first_row().is_some_and(|row| row <= block.row);
            if reaches_up { &mut laden } else { &mut plain }.push((shape, descent_idx));
        }
        let mut drawn = Shape::default();
        // Where the children whose parents are to stand over their middle are.
        let mut under = Vec::new();
        let mut laden = laden.into_iter();
        let first_laden = if plain.is_empty() { laden.next() } else { None };
        for (shape, descent_idx) in plain.into_iter().chain(first_laden) {
            drawn.append(shape, GAP);
            under.push(descent_idx);
        }
        let mut x = self.x_over(block_idx, &under, &drawn);
        if let Some((start, _)) = drawn.row(block.row) {
            x = x.min(start - GAP - block.width());
        }
        drawn.absorb(Shape::of_block(block_idx, block.row, x, block.width()), 0);
        for (shape, _) in laden {
            drawn.append(shape, GAP);
        }
        self.attach(&mut drawn, block_idx, by, link);
        drawn
    }

    /// Adds the parents of those who married in, and who is only near.
    fn attach(&self, drawn: &mut Shape, block_idx: usize, by: Option<usize>, link: Option<usize>) {
        for (way_idx, way) in self.ways.iter().enumerate() {
            if by == Some(way_idx) {
                continue;
            }
            match *way {
                Way::Descent(descent_idx) => {
                    let descent = self.blocks.descents[descent_idx];
                    if descent.to == block_idx && link != Some(descent.child) {
                        self.attach_parents(drawn, way_idx, descent_idx);
                    }
                }
                Way::Near(first, second) if first == block_idx => {
                    self.attach_near(drawn, way_idx, (block_idx, second));
                }
                Way::Near(first, second) if second == block_idx => {
                    self.attach_near(drawn, way_idx, (block_idx, first));
                }
                Way::Near(..) => {}
            }
        }
    }

    /// Adds the parents of a child that is drawn, with its siblings to the right of it.
    fn attach_parents(&self, drawn: &mut Shape, way_idx: usize, descent_idx: usize) {
        let descent = self.blocks.descents[descent_idx];
        let parents = &self.blocks.blocks[descent.from];
        let mut siblings = Shape::default();
        let mut under = vec![descent_idx];
        for (sibling_way, sibling_idx) in self.ways_down(descent.from, Some(way_idx)) {
            let sibling = self.blocks.descents[sibling_idx];
            siblings.append(self.place(sibling.to, Some(sibling_way), Some(sibling.child)), GAP);
            if sibling.union_idx == descent.union_idx {
                under.push(sibling_idx);
            }
        }
        if !siblings.is_empty() {
            drawn.append(siblings, GAP);
        }
        let couple = &self.blocks.blocks[descent.to];
        let mut x = self.x_over(descent.from, &under, drawn);
        if couple.people.len() > 1 {
            // The parents of both stand over their own child, with room between them.
            x = x.max(drawn.x_of(descent.to) + (couple.width() + GAP) / 2);
        }
        if let Some((_, end)) = drawn.row(parents.row) {
            x = x.max(end + GAP);
        }
        drawn.absorb(Shape::of_block(descent.from, parents.row, x, parents.width()), 0);
        self.attach(drawn, descent.from, Some(way_idx), None);
    }

    fn attach_near(&self, drawn: &mut Shape, way_idx: usize, (here, there): (usize, usize)) {
        let shape = self.place(there, Some(way_idx), None);
        let beside = drawn.x_of(here) + self.blocks.blocks[here].width() + GAP - shape.x_of(there);
        let shift = drawn.clearance(&shape, GAP).unwrap_or(beside);
        drawn.absorb(shape, shift.max(beside));
    }

    /// Returns the descents from a block, by the places of the parents and the rank of the child.
    fn ways_down(&self, block_idx: usize, by: Option<usize>) -> Vec<(usize, usize)> {
        let block = &self.blocks.blocks[block_idx];
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (way_idx, way) in self.ways.iter().enumerate() {
            if let Way::Descent(descent_idx) = *way
                && self.blocks.descents[descent_idx].from == block_idx
                && by != Some(way_idx)
            {
                found.push((way_idx, descent_idx));
            }
        }
        found.sort_by_key(|&(_, descent_idx)| {
            let descent = self.blocks.descents[descent_idx];
            let anchor = block.anchor_of(&self.blocks.unions[descent.union_idx].parents);
            (anchor, self.blocks.order[descent.child], descent.child)
        });
        found
    }

    /// Returns the left edge by which a block stands over the middle of these children.
    fn x_over(&self, block_idx: usize, under: &[usize], drawn: &Shape) -> i32 {
        let block = &self.blocks.blocks[block_idx];
        let mut wished = Vec::new();
        for union_idx in under.iter().map(|&idx| self.blocks.descents[idx].union_idx) {
            let of_union = under.iter().map(|&idx| self.blocks.descents[idx]);
            let centres =
                of_union.filter(|descent| descent.union_idx == union_idx).map(|descent| {
                    drawn.x_of(descent.to) + self.blocks.blocks[descent.to].middle_of(descent.child)
                });
            let (low, high) =
                centres.fold((i32::MAX, i32::MIN), |(low, high), x| (low.min(x), high.max(x)));
            let parents = &self.blocks.unions[union_idx].parents;
            let high = high.min(low + WIDEST_VIEW);
            wished.push((low + high) / 2 - block.anchor_of(parents));
        }
        match &wished[..] {
            [] => -(BOX_WIDTH / 2),
            wished => wished.iter().sum::<i32>() / wished.len() as i32,
        }
    }
}
