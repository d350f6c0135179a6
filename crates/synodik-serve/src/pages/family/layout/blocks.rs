//! Blocks of a drawing: couples that stand side by side, and who descends from which of them.

use super::generations::by_strength;
use super::{BOX_WIDTH, Bond, COUPLE_GAP, Kin, Union};

/// Who stands side by side.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// From left to right; nobody for parents who are not known.
    pub(super) people: Vec<usize>,
    /// Above the first row where the parents of the oldest are not known.
    pub(super) row: i32,
}

/// Descent from one block to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Descent {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) union_idx: usize,
    pub(super) child: usize,
}

/// All blocks of a family.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    pub(super) couples: Vec<(usize, usize)>,
    pub(super) unions: Vec<Union>,
    pub(super) descents: Vec<Descent>,
    /// The block of each member; none for who has no row.
    pub(super) block_of: Vec<Option<usize>>,
    /// The rank among siblings of each member.
    pub(super) order: Vec<usize>,
}

impl Block {
    /// Returns how far right of the edge of the block a person stands.
    pub(super) fn offset(&self, person_idx: usize) -> i32 {
        (BOX_WIDTH + COUPLE_GAP) * person_idx as i32
    }

    pub(super) fn width(&self) -> i32 {
        match self.people.len() {
            0 => 0,
            n_people => self.offset(n_people - 1) + BOX_WIDTH,
        }
    }

    /// Returns how far right of the edge the middle of a person's box is.
    pub(super) fn middle_of(&self, person: usize) -> i32 {
        let person_idx = self.people.iter().position(|known| *known == person).unwrap_or(0);
        self.offset(person_idx) + BOX_WIDTH / 2
    }

    /// Returns how far right of the edge the line to the children of these parents starts.
    pub(super) fn anchor_of(&self, parents: &[usize]) -> i32 {
        match parents {
            [] => 0,
            parents => {
                let sum: i32 = parents.iter().map(|&parent| self.middle_of(parent)).sum();
                sum / parents.len() as i32
            }
        }
    }
}

impl Blocks {
    /// Returns who has a row, each once.
    pub(super) fn placed(&self) -> impl Iterator<Item = usize> {
        (0..self.block_of.len()).filter(|&person| self.block_of[person].is_some())
    }
}

/// Returns couples as blocks, and who descends from them.
pub(super) fn build_blocks(order: &[usize], kins: &[Kin], generations: &[Option<i32>]) -> Blocks {
    let fits = |kin: &Kin| match (generations[kin.first], generations[kin.second]) {
        (Some(first), Some(second)) => second - first == kin.rows_below(),
        _ => false,
    };
    let heard: Vec<&Kin> = by_strength(kins).into_iter().filter(|kin| fits(kin)).collect();
    let unions = find_unions(order, &heard);
    let couples = find_couples(&heard, &unions);
    let mut blocks: Vec<Block> = Vec::new();
    let mut block_of = vec![None; order.len()];
    for person in 0..order.len() {
        let Some(row) = generations[person].filter(|_| block_of[person].is_none()) else {
            continue;
        };
        let people = side_by_side(person, &couples, order);
        people.iter().for_each(|&member| block_of[member] = Some(blocks.len()));
        blocks.push(Block { people, row });
    }
    let mut descents = Vec::new();
    for (union_idx, union) in unions.iter().enumerate() {
        let of_parents = union.parents.first().and_then(|&parent| block_of[parent]);
        let from = of_parents.unwrap_or_else(|| {
            let row = generations[union.children[0]].unwrap_or(0) - 1;
            blocks.push(Block { people: Vec::new(), row });
            blocks.len() - 1
        });
        for &child in &union.children {
            if let Some(to) = block_of[child] {
                descents.push(Descent { from, to, union_idx, child });
            }
        }
    }
    Blocks { blocks, couples, unions, descents, block_of, order: order.to_vec() }
}

/// Returns parents with their children, then siblings whose parents nobody names.
fn find_unions(order: &[usize], heard: &[&Kin]) -> Vec<Union> {
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
    for kin in heard.iter().filter(|kin| kin.bond == Bond::Descent) {
        let known = &mut parents[kin.second];
        if known.len() < 2 && !known.contains(&kin.first) {
            known.push(kin.first);
            known.sort_unstable();
        }
    }
    let mut unions: Vec<Union> = Vec::new();
    let mut children: Vec<usize> = (0..order.len()).collect();
    children.sort_by_key(|&child| (order[child], child));
    for &child in children.iter().filter(|&&child| !parents[child].is_empty()) {
        match unions.iter_mut().find(|union| union.parents == parents[child]) {
            Some(union) => union.children.push(child),
            None => unions.push(Union {
                parents: parents[child].clone(),
                children: vec![child],
                level: 0,
            }),
        }
    }
    let mut head: Vec<usize> = (0..order.len()).collect();
    for kin in heard.iter().filter(|kin| kin.bond == Bond::Sibling) {
        if parents[kin.first].is_empty() && parents[kin.second].is_empty() {
            let (kept, replaced) = (head[kin.first], head[kin.second]);
            head.iter_mut().filter(|known| **known == replaced).for_each(|known| *known = kept);
        }
    }
    for person in 0..order.len() {
        let siblings: Vec<usize> =
            children.iter().copied().filter(|&child| head[child] == person).collect();
        if siblings.len() > 1 {
            unions.push(Union { parents: Vec::new(), children: siblings, level: 0 });
        }
    }
    unions
}

/// Returns the couples stated, and parents of one child.
fn find_couples(heard: &[&Kin], unions: &[Union]) -> Vec<(usize, usize)> {
    let stated = heard.iter().filter(|kin| kin.bond == Bond::Couple);
    let mut couples: Vec<(usize, usize)> = Vec::new();
    let pairs = stated.map(|kin| (kin.first, kin.second));
    let parents = unions.iter().filter_map(|union| match union.parents[..] {
        [first, second] => Some((first, second)),
        _ => None,
    });
    for (first, second) in pairs.chain(parents) {
        let couple = (first.min(second), first.max(second));
        if !couples.contains(&couple) {
            couples.push(couple);
        }
    }
    couples
}

/// Returns everybody joined to a person by marriages, so that spouses are neighbours if they can.
fn side_by_side(person: usize, couples: &[(usize, usize)], order: &[usize]) -> Vec<usize> {
    let spouses = |of: usize| {
        let mut found: Vec<usize> = couples
            .iter()
            .filter_map(|&(first, second)| match of {
                of if of == first => Some(second),
                of if of == second => Some(first),
                _ => None,
            })
            .collect();
        found.sort_by_key(|&spouse| (order[spouse], spouse));
        found
    };
    let mut joined = vec![person];
    let mut next_idx = 0;
    while next_idx < joined.len() {
        for spouse in spouses(joined[next_idx]) {
            if !joined.contains(&spouse) {
                joined.push(spouse);
            }
        }
        next_idx += 1;
    }
    // At an end of the chain, so that somebody married twice stands in the middle.
    let start = joined.iter().copied().min_by_key(|&member| (spouses(member).len(), member));
    let mut people = Vec::new();
    let mut waiting: Vec<usize> = start.into_iter().collect();
    while let Some(member) = waiting.pop() {
        if !people.contains(&member) {
            people.push(member);
            waiting.extend(spouses(member).into_iter().rev());
        }
    }
    people
}
