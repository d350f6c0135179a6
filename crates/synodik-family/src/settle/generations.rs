//! Whether ties by blood agree on who is of which generation.

use std::collections::{BTreeMap, VecDeque};
use synodik_model::{KinLink, Kinship};

/// How many generations the second is before the first, for kin by blood; `None` for others.
pub(super) fn generation_of(kinship: &Kinship) -> Option<i32> {
    kinship.steps.iter().try_fold(0, |sum, step| match step.link {
        KinLink::Parent => Some(sum + 1),
        KinLink::Child => Some(sum - 1),
        KinLink::Sibling | KinLink::HalfSibling | KinLink::Cousin => Some(sum),
        _ => None,
    })
}

/// Persons joined by ties, each with its generation against the root of its group.
pub(super) struct Generations {
    root: Vec<usize>,
    above_root: Vec<i32>,
    joined: BTreeMap<usize, Vec<usize>>,
}

impl Generations {
    pub(super) fn of(n_persons: usize) -> Generations {
        Generations {
            root: (0..n_persons).collect(),
            above_root: vec![0; n_persons],
            joined: BTreeMap::new(),
        }
    }

    /// Joins two persons of whom the second is `step` generations before the first.
    ///
    /// Gives the way from the first to the second by ties that speak against it, where there are any.
    pub(super) fn join(&mut self, first: usize, second: usize, step: i32) -> Option<Vec<usize>> {
        let (root_of_first, first_above) = self.find(first);
        let (root_of_second, second_above) = self.find(second);
        if root_of_first == root_of_second {
            if second_above - first_above == step {
                self.connect(first, second);
                return None;
            }
            return Some(self.way(first, second));
        }
        self.root[root_of_second] = root_of_first;
        self.above_root[root_of_second] = first_above + step - second_above;
        self.connect(first, second);
        None
    }

    fn connect(&mut self, first: usize, second: usize) {
        self.joined.entry(first).or_default().push(second);
        self.joined.entry(second).or_default().push(first);
    }

    /// The root of a person's group and how many generations the person is before it.
    fn find(&mut self, person: usize) -> (usize, i32) {
        let (mut at, mut above) = (person, 0);
        while self.root[at] != at {
            above += self.above_root[at];
            at = self.root[at];
        }
        // The next time the way is one step.
        if person != at {
            self.root[person] = at;
            self.above_root[person] = above;
        }
        (at, above)
    }

    /// A shortest way from one person to another, both included.
    fn way(&self, from: usize, to: usize) -> Vec<usize> {
        let mut before: BTreeMap<usize, usize> = BTreeMap::from([(from, from)]);
        let mut queue = VecDeque::from([from]);
        while let Some(person) = queue.pop_front() {
            if person == to {
                break;
            }
            for &next in self.joined.get(&person).into_iter().flatten() {
                before.entry(next).or_insert_with(|| {
                    queue.push_back(next);
                    person
                });
            }
        }
        let mut way = vec![to];
        let mut at = to;
        while let Some(&previous) = before.get(&at).filter(|&&previous| previous != at) {
            way.push(previous);
            at = previous;
        }
        way.reverse();
        way
    }
}
