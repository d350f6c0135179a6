//! From judged pairs to persons.
//!
//! Groups that hang together by any link are taken apart again by average
//! linkage: two groups become one only if all their pairs together speak for it,
//! never against a judgement, and against a limit of life or of a list only by one.

use crate::limits::{LimitRules, Limits};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// A pair inside a group, by places within the group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WeighedPair {
    /// The place of the one.
    pub(crate) a: u32,
    /// The place of the other.
    pub(crate) b: u32,
    /// Log2 odds of one person.
    pub(crate) bits: f32,
}

/// Where groups stop growing.
#[derive(Clone, Copy)]
pub(crate) struct MergeRule<'a> {
    /// Average weight from which two groups become one.
    pub(crate) merge_bits: f32,
    /// Weight from which two single records do.
    pub(crate) pair_merge_bits: f32,
    /// Weight of a pair that is not given.
    pub(crate) unknown_pair_bits: f32,
    /// What else speaks for two groups being one, by the places of their members; added to the average.
    pub(crate) further: Option<&'a FurtherBits<'a>>,
}

/// What else speaks for two groups being one.
pub(crate) type FurtherBits<'a> = dyn Fn(&[u32], &[u32]) -> f32 + 'a;

/// Two groups that may become one.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Proposal {
    average_bits: f32,
    a: u32,
    b: u32,
    versions: (u32, u32),
}

impl Eq for Proposal {}

impl Ord for Proposal {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_bits = self.average_bits.total_cmp(&other.average_bits);
        by_bits.then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Proposal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A group while it grows.
#[derive(Debug)]
struct Group {
    /// Places, in the order in which they joined.
    members: Vec<u32>,
    version: u32,
    is_gone: bool,
    /// Sum of weights and number of pairs towards every neighbour.
    towards: BTreeMap<u32, (f32, u32)>,
    limits: Limits,
}

/// Divides a group of records into persons.
///
/// # Shape
///
/// Gives for every place the smallest place of its person.
pub(crate) fn divide(
    limits: Vec<Limits>,
    pairs: &[WeighedPair],
    rule: MergeRule<'_>,
    rules: &LimitRules,
) -> Vec<u32> {
    if let ([first, second], [pair]) = (&limits[..], pairs) {
        // Most groups are two records.
        let is_allowed = is_judged(pair.bits) || first.allows(second, rules);
        let bits = with_further((pair.bits, rule.pair_merge_bits), rule, [&[0], &[1]]);
        let is_one = bits >= rule.pair_merge_bits && is_allowed;
        return vec![0, u32::from(!is_one)];
    }
    let n_members = limits.len();
    let mut groups: Vec<Group> = limits
        .into_iter()
        .zip(0..)
        .map(|(limits, place)| Group {
            members: vec![place],
            version: 0,
            is_gone: false,
            towards: BTreeMap::new(),
            limits,
        })
        .collect();
    for pair in pairs {
        groups[pair.a as usize].towards.insert(pair.b, (pair.bits, 1));
        groups[pair.b as usize].towards.insert(pair.a, (pair.bits, 1));
    }
    let mut proposals = BinaryHeap::new();
    for a in 0..n_members as u32 {
        propose(&groups, a, rule, &mut proposals, |b| b > a);
    }
    let mut person: Vec<u32> = (0..n_members as u32).collect();
    while let Some(proposal) = proposals.pop() {
        let Proposal { a, b, versions, .. } = proposal;
        let (group_a, group_b) = (&groups[a as usize], &groups[b as usize]);
        if group_a.is_gone
            || group_b.is_gone
            || (group_a.version, group_b.version) != versions
            || !(is_judged(proposal.average_bits) || group_a.limits.allows(&group_b.limits, rules))
        {
            continue;
        }
        join(&mut groups, a, b);
        person[b as usize] = a;
        propose(&groups, a, rule, &mut proposals, |_| true);
    }
    for place in 0..n_members {
        // A group is joined into one with a smaller place, so its person is known already.
        person[place] = person[person[place] as usize];
    }
    person
}

/// Whether a pair judged to be the same is among those of an average: only such a pair can raise
/// it above what one pair may weigh. What somebody has judged outweighs a limit of life,
/// since the years of a source may be wrong.
fn is_judged(average_bits: f32) -> bool {
    average_bits > MAX_UNJUDGED_BITS
}

/// Adds what else speaks for two groups being one; what was judged outweighs it.
///
/// It is asked for only where it can decide, for it is costly.
fn with_further(
    (average_bits, min_bits): (f32, f32),
    rule: MergeRule<'_>,
    [one, other]: [&[u32]; 2],
) -> f32 {
    let above_bits = average_bits - min_bits;
    let may_decide = (-MAX_RAISED_BITS..=MAX_FURTHER_BITS).contains(&above_bits);
    match rule.further {
        Some(further) if may_decide && !is_judged(average_bits) => {
            let bits = further(one, other).clamp(-MAX_FURTHER_BITS, MAX_RAISED_BITS);
            (average_bits + bits).min(MAX_UNJUDGED_BITS)
        }
        _ => average_bits,
    }
}

/// The most that further evidence can say against one person, and for one.
const MAX_FURTHER_BITS: f32 = 12.0;
const MAX_RAISED_BITS: f32 = 4.0;

/// More than the weight of any pair that was not judged.
const MAX_UNJUDGED_BITS: f32 = 20.0;

fn join(groups: &mut [Group], a: u32, b: u32) {
    let gone = std::mem::take(&mut groups[b as usize].towards);
    groups[b as usize].is_gone = true;
    let limits = groups[b as usize].limits.clone();
    let members = std::mem::take(&mut groups[b as usize].members);
    let kept = &mut groups[a as usize];
    kept.towards.remove(&b);
    kept.members.extend(members);
    kept.version += 1;
    kept.limits.add(limits);
    for (other, (bits, n_pairs)) in gone {
        if other == a {
            continue;
        }
        let sum = groups[a as usize].towards.entry(other).or_insert((0.0, 0));
        *sum = (sum.0 + bits, sum.1 + n_pairs);
        let sum = *sum;
        let towards = &mut groups[other as usize].towards;
        towards.remove(&b);
        towards.insert(a, sum);
    }
}

fn propose(
    groups: &[Group],
    a: u32,
    rule: MergeRule<'_>,
    proposals: &mut BinaryHeap<Proposal>,
    is_wanted: impl Fn(u32) -> bool,
) {
    let group = &groups[a as usize];
    for (&b, &(bits, n_pairs)) in group.towards.iter().filter(|&(&b, _)| is_wanted(b)) {
        let other = &groups[b as usize];
        let n_both = group.members.len() * other.members.len();
        let n_all = n_both as f32;
        let average_bits = (bits + (n_all - n_pairs as f32) * rule.unknown_pair_bits) / n_all;
        let min_bits = if n_both == 1 { rule.pair_merge_bits } else { rule.merge_bits };
        let members = [group.members.as_slice(), other.members.as_slice()];
        let average_bits = with_further((average_bits, min_bits), rule, members);
        if average_bits >= min_bits {
            // The smaller place keeps its name.
            let (first, second) = if a < b { (a, b) } else { (b, a) };
            let versions = (groups[first as usize].version, groups[second as usize].version);
            proposals.push(Proposal { average_bits, a: first, b: second, versions });
        }
    }
}
