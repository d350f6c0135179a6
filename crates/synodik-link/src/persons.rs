//! From links to persons: groups that hang together, divided one by one.

use crate::cluster::{MergeRule, WeighedPair, divide};
use crate::compare::{Comparer, Memo};
use crate::config::LinkConfig;
use crate::limits::{LimitRules, Limits};
use crate::linkage::{Judgement, Link};
use crate::model::Weights;
use crate::order::RecordOrder;
use crate::prepare::{Prepared, slot};
use crate::random::unit;
use crate::score::EXCLUDED_BITS;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Judgements by the places of their records.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    /// Whether two records are the same person.
    pairs: BTreeMap<(u32, u32), bool>,
}

impl Judged {
    /// Finds the records of the judgements; those about unknown records say nothing here.
    pub(crate) fn new(judgements: &[Judgement], order: &RecordOrder) -> Self {
        let mut pairs = BTreeMap::new();
        for judgement in judgements {
            let records = (order.record(&judgement.id_a), order.record(&judgement.id_b));
            if let (Some(a), Some(b)) = records
                && a != b
            {
                pairs.insert((a.min(b), a.max(b)), judgement.is_same);
            }
        }
        Self { pairs }
    }

    /// Returns what was decided about two records, the smaller place first.
    pub(crate) fn verdict(&self, a: u32, b: u32) -> Option<bool> {
        self.pairs.get(&(a, b)).copied()
    }

    /// Returns the pairs that were decided.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.pairs.keys().copied()
    }
}

/// Bits of a pair that somebody has judged to be one person.
pub(crate) const JUDGED_SAME_BITS: f32 = 1000.0;

/// The persons, and sampled partitions.
#[derive(Debug)]
pub(crate) struct Persons {
    /// For every record the first record of its person.
    pub(crate) clusters: Vec<u32>,
    /// Sampled partitions, each as `clusters`.
    pub(crate) samples: Vec<Vec<u32>>,
}

/// Divides the records into persons.
pub(crate) fn build_persons(
    comparer: &Comparer,
    weights: &Weights,
    links: &[Link],
    judged: &Judged,
    config: &LinkConfig,
) -> Persons {
    let prepared = comparer.prepared;
    let groups = find_groups(prepared.n_records, links, judged);
    let limits = LimitRules::of_project().with_sex_slips(weights.p_sex_slip);
    let context = Context { comparer, weights, links, judged, limits, config };
    let divided: Vec<(Vec<u32>, Vec<Vec<u32>>)> = groups
        .par_iter()
        .map_init(Memo::new, |memo, group| context.divide_group(group, memo))
        .collect();
    let single: Vec<u32> = (0..prepared.n_records as u32).collect();
    let mut persons = Persons { clusters: single.clone(), samples: vec![single; config.n_samples] };
    for (group, (person, samples)) in groups.iter().zip(divided) {
        for (place, &record) in group.records.iter().enumerate() {
            persons.clusters[record as usize] = group.records[person[place] as usize];
            for (sample, person) in persons.samples.iter_mut().zip(&samples) {
                sample[record as usize] = group.records[person[place] as usize];
            }
        }
    }
    persons
}

/// Records that hang together, ascending, and the places of their links.
#[derive(Debug, Default)]
struct LinkedGroup {
    records: Vec<u32>,
    links: Vec<u32>,
}

fn find_groups(n_records: usize, links: &[Link], judged: &Judged) -> Vec<LinkedGroup> {
    let mut parents: Vec<u32> = (0..n_records as u32).collect();
    for link in links.iter().filter(|link| link.bits >= MIN_GROUP_BITS) {
        union(&mut parents, link.a, link.b);
    }
    for (&(a, b), _) in judged.pairs.iter().filter(|&(_, &is_same)| is_same) {
        union(&mut parents, a, b);
    }
    let mut n_members = vec![0u32; n_records];
    for record in 0..n_records as u32 {
        n_members[root(&mut parents, record) as usize] += 1;
    }
    let mut number_of = vec![u32::MAX; n_records];
    let mut groups: Vec<LinkedGroup> = Vec::new();
    for record in 0..n_records as u32 {
        let root = root(&mut parents, record) as usize;
        if n_members[root] > 1 {
            if number_of[root] == u32::MAX {
                number_of[root] = groups.len() as u32;
                groups.push(LinkedGroup::default());
            }
            groups[number_of[root] as usize].records.push(record);
        }
    }
    for (link_idx, link) in links.iter().enumerate() {
        let (root_a, root_b) = (root(&mut parents, link.a), root(&mut parents, link.b));
        if root_a == root_b {
            groups[number_of[root_a as usize] as usize].links.push(link_idx as u32);
        }
    }
    groups
}

/// A link holds a group together from these log2 odds on; far below those of a merge, for a
/// sampled partition may merge what is unlikely.
const MIN_GROUP_BITS: f32 = -6.0;

pub(crate) fn root(parents: &mut [u32], mut record: u32) -> u32 {
    while parents[record as usize] != record {
        let above = parents[parents[record as usize] as usize];
        parents[record as usize] = above;
        record = above;
    }
    record
}

pub(crate) fn union(parents: &mut [u32], a: u32, b: u32) {
    let (a, b) = (root(parents, a), root(parents, b));
    // The smaller stays on top, whatever the order of the links.
    parents[a.max(b) as usize] = a.min(b);
}

struct Context<'a> {
    comparer: &'a Comparer<'a>,
    weights: &'a Weights,
    links: &'a [Link],
    judged: &'a Judged,
    limits: LimitRules,
    config: &'a LinkConfig,
}

impl Context<'_> {
    fn divide_group(&self, group: &LinkedGroup, memo: &mut Memo) -> (Vec<u32>, Vec<Vec<u32>>) {
        let config = self.config;
        let pairs = self.weigh_pairs(group, memo);
        let rules = self.limits;
        let rule = MergeRule {
            merge_bits: config.merge_bits,
            unknown_pair_bits: config.unknown_pair_bits,
        };
        let limits: Vec<Limits> =
            group.records.iter().map(|&record| limits_of(self.comparer.prepared, record)).collect();
        let person = divide(limits.clone(), &pairs, rule, &rules);
        // What is drawn holds its doubt already: more likely than not is one person.
        let rule = MergeRule { merge_bits: 0.0, ..rule };
        let samples = (0..config.n_samples).map(|sample| {
            let model_bits = config.model_bits(sample);
            let draw = |pair: &WeighedPair| self.draw(group, *pair, sample as u64, model_bits);
            let drawn: Vec<WeighedPair> = pairs.iter().map(draw).collect();
            divide(limits.clone(), &drawn, rule, &rules)
        });
        let samples = samples.collect();
        (person, samples)
    }

    /// Returns the pair with two doubts drawn: that of its judgement, for its odds plus logistic
    /// noise are positive with just the probability of the pair; and that of the model, which is
    /// one for all pairs of a partition.
    fn draw(
        &self,
        group: &LinkedGroup,
        pair: WeighedPair,
        sample: u64,
        model_bits: f32,
    ) -> WeighedPair {
        if pair.bits.abs() >= JUDGED_SAME_BITS {
            return pair;
        }
        let (a, b) = (group.records[pair.a as usize], group.records[pair.b as usize]);
        let seed = self.config.seed.wrapping_mul(31).wrapping_add(sample);
        let p = unit(seed, u64::from(a) << 32 | u64::from(b));
        WeighedPair { bits: pair.bits + model_bits + (p / (1.0 - p)).log2() as f32, ..pair }
    }

    /// Returns the weights of the pairs of a group: of all in a small one, else of its links.
    fn weigh_pairs(&self, group: &LinkedGroup, memo: &mut Memo) -> Vec<WeighedPair> {
        let records = &group.records;
        let max = self.config.max_pair_bits;
        let mut pairs = Vec::new();
        let weighed = |a: usize, b: usize, bits: f32| {
            let bits = match self.judged.verdict(records[a], records[b]) {
                Some(true) => JUDGED_SAME_BITS,
                Some(false) => EXCLUDED_BITS,
                None if bits == EXCLUDED_BITS => bits,
                None => bits.clamp(-max, max),
            };
            WeighedPair { a: a as u32, b: b as u32, bits }
        };
        if records.len() <= self.config.max_full_group_records {
            let lists = &self.comparer.prepared.lists;
            let mut known = group.links.iter().map(|&link| &self.links[link as usize]).peekable();
            for a in 0..records.len() {
                for b in a + 1..records.len() {
                    let (record_a, record_b) = (records[a], records[b]);
                    let bits = match known.next_if(|link| (link.a, link.b) == (record_a, record_b))
                    {
                        Some(link) => link.bits,
                        None => {
                            let list = lists[record_a as usize];
                            if list != 0 && list == lists[record_b as usize] {
                                EXCLUDED_BITS
                            } else {
                                let (a, b) = (record_a as usize, record_b as usize);
                                let pattern = self.comparer.compare(a, b, memo);
                                self.weights.score(pattern).pair_bits()
                            }
                        }
                    };
                    pairs.push(weighed(a, b, bits));
                }
            }
        } else {
            let place = |record: u32| records.binary_search(&record).expect("links lie in groups");
            for &link in &group.links {
                let link = &self.links[link as usize];
                pairs.push(weighed(place(link.a), place(link.b), link.bits));
            }
            // Judgements count whether the pair was compared or not.
            let linked: BTreeSet<(u32, u32)> = pairs.iter().map(|pair| (pair.a, pair.b)).collect();
            for (a, b) in self.judged.pairs() {
                let places = (records.binary_search(&a), records.binary_search(&b));
                if let (Ok(a), Ok(b)) = places
                    && !linked.contains(&(a as u32, b as u32))
                {
                    pairs.push(weighed(a, b, 0.0));
                }
            }
        }
        pairs
    }
}

fn limits_of(prepared: &Prepared, record: u32) -> Limits {
    let row = prepared.row(record as usize);
    let list = prepared.lists[record as usize];
    let year = |slot: usize| match row[slot] {
        0 => None,
        number => {
            let year = prepared.days.get(number).year;
            Some((year, year))
        }
    };
    Limits {
        lists: if list == 0 { Vec::new() } else { vec![list] },
        births: year(slot::BIRTH),
        deaths: prepared.death_slot.and_then(year),
        // Numbers of the sexes are 1 and 2, and so are their bits.
        sexes: row[slot::SEX] as u8,
    }
}
