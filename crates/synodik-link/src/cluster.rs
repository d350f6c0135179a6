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
    towards: Towards,
    limits: Limits,
}

/// Sum of weights and number of pairs towards every neighbour, sorted; there are mostly few.
#[derive(Debug, Clone, Default)]
struct Towards(Vec<(u32, (f32, u32))>);

impl Towards {
    fn get(&self, other: u32) -> Option<(f32, u32)> {
        let place = self.0.binary_search_by_key(&other, |entry| entry.0).ok()?;
        Some(self.0[place].1)
    }

    /// Adds to what is known of a neighbour.
    fn add(&mut self, other: u32, (bits, n_pairs): (f32, u32)) {
        match self.0.binary_search_by_key(&other, |entry| entry.0) {
            Ok(place) => {
                let sum = &mut self.0[place].1;
                *sum = (sum.0 + bits, sum.1 + n_pairs);
            }
            Err(place) => self.0.insert(place, (other, (bits, n_pairs))),
        }
    }

    fn remove(&mut self, other: u32) {
        if let Ok(place) = self.0.binary_search_by_key(&other, |entry| entry.0) {
            self.0.remove(place);
        }
    }
}

/// Divides a group of records into persons.
///
/// # Shape
///
/// Gives for every place the smallest place of its person.
pub(crate) fn divide(
    limits: &[Limits],
    pairs: &[WeighedPair],
    rule: MergeRule<'_>,
    rules: &LimitRules,
) -> Vec<u32> {
    if let ([first, second], [pair]) = (limits, pairs) {
        // Most groups are two records.
        let is_allowed = is_judged(pair.bits) || first.allows(second, rules);
        let bits = with_further(pair.bits, rule, [&[0], &[1]]);
        let is_one = bits >= rule.merge_bits && is_allowed;
        return vec![0, u32::from(!is_one)];
    }
    let n_members = limits.len();
    let mut groups: Vec<Group> = limits
        .iter()
        .cloned()
        .zip(0..)
        .map(|(limits, place)| Group {
            members: vec![place],
            version: 0,
            is_gone: false,
            towards: Towards::default(),
            limits,
        })
        .collect();
    for pair in pairs {
        groups[pair.a as usize].towards.add(pair.b, (pair.bits, 1));
        groups[pair.b as usize].towards.add(pair.a, (pair.bits, 1));
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

/// Parts from their persons the records that might as well be of another person of the group.
///
/// A record stays if the odds of its person are `min_own_bits` above those of all persons that it
/// could be of instead, taken together. One that says little, as a name alone, is nearest to
/// somebody in any large table: that it is near says nothing where others are nearly as near.
///
/// # Shape
///
/// `person`: as [`divide`] gives it; stays so.
pub(crate) fn part_doubtful(
    person: &mut [u32],
    limits: &[Limits],
    pairs: &[WeighedPair],
    (rule, min_own_bits): (MergeRule<'_>, f32),
    rules: &LimitRules,
) {
    let is_one = person.iter().all(|&first| first == 0);
    let is_single = (0..).zip(person.iter()).all(|(place, &first)| first == place);
    if is_one || is_single {
        return;
    }
    let persons = Persons::new(person, limits, pairs, rule);
    let is_doubtful = |place: u32| persons.is_doubtful(place, min_own_bits, (limits, rules));
    let doubtful: Vec<bool> = (0..person.len() as u32).map(is_doubtful).collect();
    let members = persons.members;
    for members in members.values() {
        let first = members.iter().copied().find(|&place| !doubtful[place as usize]);
        for &place in members {
            let stays = first.filter(|_| !doubtful[place as usize]);
            person[place as usize] = stays.unwrap_or(place);
        }
    }
}

/// The persons of a group, by their first places, and what speaks for each record being of each.
struct Persons<'a> {
    person_of: &'a [u32],
    members: BTreeMap<u32, Vec<u32>>,
    limits: BTreeMap<u32, Limits>,
    /// For every record by person the sum and the number of those of its pairs that say more than
    /// one that is not given: of strangers that have nothing in common there may be any number.
    towards: Vec<Towards>,
    /// For every record whether somebody has judged that it is of one person with another.
    is_judged: Vec<bool>,
    rule: MergeRule<'a>,
}

impl<'a> Persons<'a> {
    fn new(
        person_of: &'a [u32],
        limits: &[Limits],
        pairs: &[WeighedPair],
        rule: MergeRule<'a>,
    ) -> Self {
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut joint: BTreeMap<u32, Limits> = BTreeMap::new();
        for ((place, limits), &first) in (0..).zip(limits).zip(person_of) {
            members.entry(first).or_default().push(place);
            joint.entry(first).or_default().add(limits.clone());
        }
        let mut towards = vec![Towards::default(); person_of.len()];
        let mut is_judged_of = vec![false; person_of.len()];
        for pair in pairs.iter().filter(|pair| pair.bits > rule.unknown_pair_bits) {
            for (place, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                towards[place as usize].add(person_of[other as usize], (pair.bits, 1));
                is_judged_of[place as usize] |= is_judged(pair.bits);
            }
        }
        Self { person_of, members, limits: joint, towards, is_judged: is_judged_of, rule }
    }

    /// Returns the places of a person without one of them.
    fn without(&self, first: u32, place: u32) -> Vec<u32> {
        self.members[&first].iter().copied().filter(|&member| member != place).collect()
    }

    /// Returns the average weight of the pairs of a record with a person.
    fn average_bits(&self, place: u32, first: u32) -> f32 {
        let own = usize::from(self.person_of[place as usize] == first);
        let n_all = (self.members[&first].len() - own) as f32;
        let (bits, n_pairs) = self.towards[place as usize].get(first).unwrap_or((0.0, 0));
        (bits + (n_all - n_pairs as f32) * self.rule.unknown_pair_bits) / n_all
    }

    fn is_doubtful(
        &self,
        place: u32,
        min_own_bits: f32,
        (limits, rules): (&[Limits], &LimitRules),
    ) -> bool {
        let own = self.person_of[place as usize];
        if self.members[&own].len() == 1 || self.is_judged[place as usize] {
            return false;
        }
        let is_possible =
            |first: u32| first != own && limits[place as usize].allows(&self.limits[&first], rules);
        let towards = self.towards[place as usize].0.iter();
        let others: Vec<u32> =
            towards.map(|&(first, _)| first).filter(|&first| is_possible(first)).collect();
        let is_near = |bits: &dyn Fn(u32) -> f32| {
            let odds: f32 = others.iter().map(|&first| bits(first).exp2()).sum();
            bits(own) < odds.log2() + min_own_bits
        };
        let by_pairs = |first: u32| self.average_bits(place, first);
        is_near(&by_pairs)
            && self.rule.further.is_none_or(|further| {
                is_near(&|first| {
                    let bits = further(&[place], &self.without(first, place));
                    by_pairs(first) + bits.clamp(-MAX_FURTHER_BITS, MAX_RAISED_BITS)
                })
            })
    }
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
fn with_further(average_bits: f32, rule: MergeRule<'_>, [one, other]: [&[u32]; 2]) -> f32 {
    let above_bits = average_bits - rule.merge_bits;
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
    kept.towards.remove(b);
    kept.members.extend(members);
    kept.version += 1;
    kept.limits.add(limits);
    for (other, pairs) in gone.0 {
        if other == a {
            continue;
        }
        groups[a as usize].towards.add(other, pairs);
        let towards = &mut groups[other as usize].towards;
        towards.remove(b);
        towards.add(a, pairs);
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
    for &(b, (bits, n_pairs)) in group.towards.0.iter().filter(|&&(b, _)| is_wanted(b)) {
        let other = &groups[b as usize];
        let n_all = (group.members.len() * other.members.len()) as f32;
        let average_bits = (bits + (n_all - n_pairs as f32) * rule.unknown_pair_bits) / n_all;
        let members = [group.members.as_slice(), other.members.as_slice()];
        let average_bits = with_further(average_bits, rule, members);
        if average_bits >= rule.merge_bits {
            // The smaller place keeps its name.
            let (first, second) = if a < b { (a, b) } else { (b, a) };
            let versions = (groups[first as usize].version, groups[second as usize].version);
            proposals.push(Proposal { average_bits, a: first, b: second, versions });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MergeRule, WeighedPair, divide, part_doubtful};
    use crate::limits::{LimitRules, Limits};

    const RULE: MergeRule<'_> =
        MergeRule { merge_bits: -1.0, unknown_pair_bits: -4.0, further: None };

    fn pair((a, b, bits): (u32, u32, f32)) -> WeighedPair {
        WeighedPair { a, b, bits }
    }

    /// Persons, and persons without what is doubtful by two bits.
    fn part(pairs: &[(u32, u32, f32)], limits: [Limits; 4], rule: MergeRule<'_>) -> [Vec<u32>; 2] {
        let pairs: Vec<WeighedPair> = pairs.iter().copied().map(pair).collect();
        let rules = LimitRules::of_project();
        let divided = divide(&limits, &pairs, rule, &rules);
        let mut parted = divided.clone();
        part_doubtful(&mut parted, &limits, &pairs, (rule, 2.0), &rules);
        [divided, parted]
    }

    #[test]
    fn what_may_as_well_be_of_another_person_is_of_none() {
        let none =
            || [const { Limits { lists: Vec::new(), births: None, deaths: None, sexes: 0 } }; 4];
        let in_a_list = |places: [usize; 2]| {
            let mut limits = none();
            places.into_iter().for_each(|place| limits[place].lists = vec![1]);
            limits
        };
        for (pairs, limits, divided, parted, why) in [
            (
                vec![(0, 1, 9.0), (0, 2, 3.0), (1, 2, 3.0), (2, 3, 0.5)],
                none(),
                [0, 0, 0, 3],
                [0, 0, 0, 3],
                "its own person is far nearer",
            ),
            (
                vec![(0, 1, 9.0), (0, 2, 3.0), (1, 2, 3.0), (2, 3, 2.0)],
                none(),
                [0, 0, 0, 3],
                [0, 0, 2, 3],
                "two persons are about as near",
            ),
            (
                vec![(0, 1, 9.0), (0, 2, 3.0), (1, 2, 3.0), (2, 3, 2.0)],
                in_a_list([2, 3]),
                [0, 0, 0, 3],
                [0, 0, 0, 3],
                "the other is another entry of its list",
            ),
            (
                vec![(0, 1, 1000.0), (0, 2, 1000.0), (1, 2, 1000.0), (2, 3, 4.0)],
                none(),
                [0, 0, 0, 3],
                [0, 0, 0, 3],
                "somebody has judged it",
            ),
            (
                vec![(0, 1, 9.0), (1, 2, 7.5), (2, 3, 8.0)],
                none(),
                [0, 0, 2, 2],
                [0, 0, 2, 2],
                "one strong pair is not all pairs of a person",
            ),
        ] {
            let found = part(&pairs, limits, RULE);
            assert_eq!(found, [divided.to_vec(), parted.to_vec()], "{why}");
        }
    }

    #[test]
    fn relatives_may_settle_a_doubt() {
        let pairs = [(0, 1, 9.0), (0, 2, 3.0), (1, 2, 3.0), (2, 3, 2.0)];
        let none =
            || [const { Limits { lists: Vec::new(), births: None, deaths: None, sexes: 0 } }; 4];
        let of_others = |one: &[u32], other: &[u32]| {
            if one == [2] && other == [3] { -9.0 } else { 0.0 }
        };
        let rule = MergeRule { further: Some(&of_others), ..RULE };
        assert_eq!(part(&pairs, none(), rule)[1], [0, 0, 0, 3], "not of the other");
        assert_eq!(part(&pairs, none(), RULE)[1], [0, 0, 2, 3], "nothing known");
    }
}
