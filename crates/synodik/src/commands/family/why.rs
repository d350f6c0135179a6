//! By which ties two members are one family.

use super::lookup::FoundFamily;
use serde_json::{Value, json};
use std::collections::VecDeque;
use synodik_index::{PublicCase, PublicFamily, PublicMember, PublicTie};

/// Why two people are one family.
pub(super) struct Reason<'a> {
    /// Their family; `None` when they are of two.
    pub(super) family: Option<&'a PublicFamily>,
    /// The ties from the first to the second, the fewest that lead there; all of one pair.
    pub(super) path: Vec<&'a PublicTie>,
    /// The members in question.
    pub(super) both: [usize; 2],
}

/// Finds the shortest way from one member to the other, over the surest ties.
pub(super) fn find_reason<'a>(
    (first, a): &'a (FoundFamily, usize),
    (second, b): &(FoundFamily, usize),
) -> Reason<'a> {
    if first.family.family_id != second.family.family_id {
        return Reason { family: None, path: Vec::new(), both: [*a, *b] };
    }
    let family = &first.family;
    let path = shortest_path(family, *a, *b).unwrap_or_default();
    Reason { family: Some(family), path, both: [*a, *b] }
}

fn shortest_path(family: &PublicFamily, from: usize, to: usize) -> Option<Vec<&PublicTie>> {
    let mut reached: Vec<Option<usize>> = vec![None; family.members.len()];
    let mut waiting = VecDeque::from([from]);
    while let Some(member) = waiting.pop_front() {
        for tie in &family.ties {
            let next = match member {
                _ if tie.first == member => tie.second,
                _ if tie.second == member => tie.first,
                _ => continue,
            };
            if next != from && reached[next].is_none() {
                reached[next] = Some(member);
                waiting.push_back(next);
            }
        }
    }
    let mut steps = Vec::new();
    let mut member = to;
    while member != from {
        let before = reached[member]?;
        steps.push([before, member]);
        member = before;
    }
    steps.reverse();
    let of_step = |step: &[usize; 2]| {
        let is_of =
            |tie: &&PublicTie| [tie.first, tie.second] == *step || [tie.second, tie.first] == *step;
        family.ties.iter().filter(is_of).collect::<Vec<_>>()
    };
    Some(steps.iter().flat_map(of_step).collect())
}

impl Reason<'_> {
    /// Returns which of the two was punished because of the other.
    pub(super) fn cases(&self) -> Vec<&PublicCase> {
        let [a, b] = self.both;
        let cases = self.family.map(|family| family.cases.as_slice()).unwrap_or_default();
        let is_meant = |case: &&PublicCase| {
            let both = [Some(case.person), case.because_of];
            both == [Some(a), Some(b)] || both == [Some(b), Some(a)]
        };
        cases.iter().filter(is_meant).collect()
    }

    /// Returns the ties with the ids of those they connect.
    pub(super) fn path_json(&self) -> Vec<Value> {
        let id_of = |number: usize| match &self.family?.members[number] {
            PublicMember::Shown(shown) => Some(shown.person_id.clone()),
            PublicMember::Unnamed { .. } | PublicMember::Living => None,
        };
        let ties = self.path.iter().map(|tie| {
            json!({
                "first": id_of(tie.first),
                "second": id_of(tie.second),
                "relation": tie.relation,
                "ground": tie.ground,
                "p": tie.p,
                "evidence": tie.evidence,
            })
        });
        ties.collect()
    }
}
