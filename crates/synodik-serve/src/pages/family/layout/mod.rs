//! Where everybody stands in the drawing of a family: generations as rows, couples side by
//! side, children below.
//!
//! Pure: from kinships to places. **Invariants:** nobody is left out, no two boxes overlap, and
//! the same family is laid out the same.

mod blocks;
mod generations;
mod place;
mod shape;

use self::blocks::{Blocks, build_blocks};
use self::generations::find_generations;
use self::place::place_blocks;

/// Width of a box, in units of the drawing.
pub(super) const BOX_WIDTH: i32 = 150;
/// Room between the two of a couple.
const COUPLE_GAP: i32 = 36;
/// Room between neighbours who are no couple.
const GAP: i32 = 24;
/// Room around the drawing.
const MARGIN: i32 = 6;
/// The fewest boxes to a row of those whose place is not known.
const N_PER_ROW: usize = 5;

/// What joins two members, as far as the drawing is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bond {
    /// Spouses or partners, also former ones.
    Couple,
    /// The first is parent of the second.
    Descent,
    /// Children of the same parents, or of one.
    Sibling,
    /// The second stands that many rows below the first; no line is drawn.
    Apart(i32),
}

/// A kinship to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kin {
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) bond: Bond,
    /// Which of two that cannot both be drawn is.
    pub(super) strength: i32,
}

/// Where a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// The left edge of the box.
    pub(super) x: i32,
    /// The row from the top.
    pub(super) row: usize,
}

/// Parents and their children, or siblings whose parents are not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Union {
    /// At most two; none for siblings only.
    pub(super) parents: Vec<usize>,
    pub(super) children: Vec<usize>,
    /// Which of the lines between two rows joins the children, from the top.
    pub(super) level: usize,
}

/// A family laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// One place a member.
    pub(super) places: Vec<Place>,
    /// Couples, the left one first.
    pub(super) couples: Vec<(usize, usize)>,
    pub(super) unions: Vec<Union>,
    pub(super) n_rows: usize,
    /// The first row of those whose place in the family is not known, if there are any.
    pub(super) first_loose_row: Option<usize>,
    pub(super) width: i32,
}

impl Layout {
    /// Returns the middle of a box.
    pub(super) fn centre(&self, person: usize) -> i32 {
        self.places[person].x + BOX_WIDTH / 2
    }

    /// Returns where the line to the children of a union starts.
    pub(super) fn anchor(&self, union: &Union) -> i32 {
        let people = if union.parents.is_empty() { &union.children } else { &union.parents };
        let centres = people.iter().map(|&person| self.centre(person));
        let (low, high) =
            centres.fold((i32::MAX, i32::MIN), |(low, high), x| (low.min(x), high.max(x)));
        (low + high) / 2
    }

    /// Returns how many lines of two unions cross when the first has the higher line.
    fn crossings(&self, above: usize, below: usize) -> usize {
        let (above, below) = (&self.unions[above], &self.unions[below]);
        let is_within = |x: i32, (start, end): (i32, i32)| start <= x && x <= end;
        let comes_down = is_within(self.anchor(below), self.span(above));
        let going_down = |child: &&usize| is_within(self.centre(**child), self.span(below));
        usize::from(comes_down) + above.children.iter().filter(going_down).count()
    }

    /// Returns from where to where the line over the children of a union goes.
    fn span(&self, union: &Union) -> (i32, i32) {
        let centres = union.children.iter().map(|&child| self.centre(child));
        let ends = centres.chain([self.anchor(union)]);
        ends.fold((i32::MAX, i32::MIN), |(low, high), x| (low.min(x), high.max(x)))
    }
}

/// Lays a family out.
///
/// # Shape
///
/// `order`: one number a member; siblings stand by it, the lowest at the left. `kins` name
/// members by their place in it; whom none of them places stands below all others.
pub(super) fn lay_out(order: &[usize], kins: &[Kin]) -> Layout {
    let generations = find_generations(order.len(), kins);
    let blocks = build_blocks(order, kins, &generations);
    let mut places = vec![Place::default(); order.len()];
    let mut width = 0;
    let n_placed_rows = generations.iter().flatten().max().map_or(0, |last| *last as usize + 1);
    for (block_idx, x) in place_blocks(&blocks, kins) {
        let block = &blocks.blocks[block_idx];
        for (person_idx, &person) in block.people.iter().enumerate() {
            let x = x + block.offset(person_idx);
            places[person] = Place { x, row: block.row as usize };
        }
    }
    part_overlaps(&mut places, &blocks);
    let left = blocks.placed().map(|person| places[person].x).min().unwrap_or(0);
    for person in blocks.placed() {
        places[person].x += MARGIN - left;
        width = width.max(places[person].x + BOX_WIDTH + MARGIN);
    }
    let step = BOX_WIDTH + GAP;
    let n_per_row = ((width / step) as usize).max(N_PER_ROW);
    let loose: Vec<usize> =
        (0..order.len()).filter(|&person| generations[person].is_none()).collect();
    for (loose_idx, &person) in loose.iter().enumerate() {
        let x = MARGIN + step * (loose_idx % n_per_row) as i32;
        places[person] = Place { x, row: n_placed_rows + loose_idx / n_per_row };
        width = width.max(x + BOX_WIDTH + MARGIN);
    }
    finish(Layout {
        couples: blocks.couples.clone(),
        unions: blocks.unions,
        n_rows: n_placed_rows + loose.len().div_ceil(n_per_row),
        first_loose_row: (!loose.is_empty()).then_some(n_placed_rows),
        places,
        width,
    })
}

/// Puts the left one of a couple first and gives lines that would meet a level each.
fn finish(mut layout: Layout) -> Layout {
    for couple in &mut layout.couples {
        if layout.places[couple.0].x > layout.places[couple.1].x {
            *couple = (couple.1, couple.0);
        }
    }
    for row in 0..layout.n_rows {
        let order = from_the_top(&layout, row);
        for (place, &union_idx) in order.iter().enumerate() {
            let (start, end) = layout.span(&layout.unions[union_idx]);
            let above = order[..place].iter().map(|&above_idx| &layout.unions[above_idx]);
            let in_the_way = above.filter(|union| {
                let (other_start, other_end) = layout.span(union);
                start <= other_end && other_start <= end
            });
            let level = in_the_way.map(|union| union.level + 1).max().unwrap_or(0);
            layout.unions[union_idx].level = level;
        }
    }
    layout
}

/// Returns the unions over the children of a row so that as few lines cross as can be.
fn from_the_top(layout: &Layout, row: usize) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (union_idx, union) in layout.unions.iter().enumerate() {
        if layout.places[union.children[0]].row != row {
            continue;
        }
        let n_crossings = |place: usize| -> usize {
            let above = order[..place].iter().map(|&above| layout.crossings(above, union_idx));
            let below = order[place..].iter().map(|&below| layout.crossings(union_idx, below));
            above.chain(below).sum()
        };
        let place = (0..=order.len()).min_by_key(|&place| n_crossings(place)).unwrap_or(0);
        order.insert(place, union_idx);
    }
    order
}

/// Moves boxes of one row apart that would overlap, to the right.
fn part_overlaps(places: &mut [Place], blocks: &Blocks) {
    let mut people: Vec<usize> = blocks.placed().collect();
    people.sort_by_key(|&person| (places[person].row, places[person].x, person));
    for pair in 1..people.len() {
        let (left, right) = (places[people[pair - 1]], &mut places[people[pair]]);
        if left.row == right.row {
            right.x = right.x.max(left.x + BOX_WIDTH + GAP);
        }
    }
}

#[cfg(test)]
mod tests;
