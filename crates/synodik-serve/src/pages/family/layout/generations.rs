//! Which generation everybody belongs to, counted from the oldest.

use super::{Bond, Kin};

/// Members whose generations are known relative to each other: a forest of steps.
struct Rows {
    parent: Vec<usize>,
    /// Rows below the one that `parent` names.
    below: Vec<i32>,
}

impl Rows {
    /// Returns the head of the group and how many rows below it a member stands.
    fn find(&self, person: usize) -> (usize, i32) {
        let (mut at, mut below) = (person, 0);
        while self.parent[at] != at {
            below += self.below[at];
            at = self.parent[at];
        }
        (at, below)
    }
}

impl Kin {
    /// Returns how many rows the second stands below the first.
    pub(super) fn rows_below(&self) -> i32 {
        match self.bond {
            Bond::Couple | Bond::Sibling => 0,
            Bond::Descent => 1,
            Bond::Apart(n_rows) => n_rows,
        }
    }
}

/// Returns the row of each member, 0 for the oldest of each group; none for who is in no group.
///
/// Where kinships contradict each other the weaker one is not heard.
pub(super) fn find_generations(n_people: usize, kins: &[Kin]) -> Vec<Option<i32>> {
    let mut rows = Rows { parent: (0..n_people).collect(), below: vec![0; n_people] };
    for kin in by_strength(kins) {
        let ((head_a, row_a), (head_b, row_b)) = (rows.find(kin.first), rows.find(kin.second));
        if head_a != head_b {
            rows.parent[head_b] = head_a;
            rows.below[head_b] = row_a + kin.rows_below() - row_b;
        }
    }
    let found: Vec<(usize, i32)> = (0..n_people).map(|person| rows.find(person)).collect();
    let of_head = |head| found.iter().filter(move |(other, _)| *other == head);
    let row = |(head, below): &(usize, i32)| {
        let top = of_head(*head).map(|(_, row)| *row).min()?;
        (of_head(*head).count() > 1).then_some(below - top)
    };
    found.iter().map(row).collect()
}

/// Returns the kinships as they are heard: those that draw lines first, then the strongest.
pub(super) fn by_strength(kins: &[Kin]) -> Vec<&Kin> {
    let mut sorted: Vec<&Kin> = kins.iter().filter(|kin| kin.first != kin.second).collect();
    let is_apart = |kin: &Kin| matches!(kin.bond, Bond::Apart(_));
    sorted.sort_by_key(|kin| (is_apart(kin), -kin.strength));
    sorted
}
