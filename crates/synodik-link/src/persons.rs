//! From links to persons: groups that hang together, divided one by one.

use crate::cluster::{MergeRule, WeighedPair, divide, part_doubtful};
use crate::compare::{Comparer, Memo};
use crate::config::LinkConfig;
use crate::group_pairs::{LinkedGroup, MIN_GROUP_BITS, PairWeigher};
use crate::limits::{LimitRules, Limits};
use crate::linkage::{FurtherEvidence, Judgement, Link};
use crate::model::Weights;
use crate::order::RecordOrder;
use crate::prepare::{Prepared, slot};
use crate::random::unit;
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;

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

    /// Whether nothing was decided.
    pub(crate) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
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
    /// For every record the first record of the group in which all pairs were compared.
    pub(crate) groups: Vec<u32>,
    /// Links between records of such a group that were no candidates.
    pub(crate) further_links: Vec<Link>,
    /// How many pairs were compared to find them.
    pub(crate) n_compared: u64,
}

/// A group divided: for every place the first of its person, then in every sample.
#[derive(Debug, Default)]
struct Divided {
    person: Vec<u32>,
    samples: Vec<Vec<u32>>,
    further_links: Vec<Link>,
    parts: Vec<Vec<u32>>,
    n_compared: u64,
}

/// Divides the records into persons.
pub(crate) fn build_persons(
    comparer: &Comparer,
    weights: &Weights,
    links: &[Link],
    judged: &Judged,
    (config, further): (&LinkConfig, Option<&FurtherEvidence<'_>>),
) -> Persons {
    let prepared = comparer.prepared;
    let groups = find_groups(prepared.n_records, links, judged);
    let limits = LimitRules::of_project().with_sex_slips(weights.p_sex_slip);
    let weigher = PairWeigher { comparer, weights, links, judged, config };
    let context = Context { weigher, limits, further };
    let divided: Vec<Divided> = groups
        .par_iter()
        .map_init(Memo::new, |memo, group| context.divide_group(group, memo))
        .collect();
    let single: Vec<u32> = (0..prepared.n_records as u32).collect();
    let mut persons = Persons {
        clusters: single.clone(),
        samples: vec![single.clone(); config.n_samples],
        groups: single,
        further_links: Vec::new(),
        n_compared: 0,
    };
    for (group, divided) in groups.iter().zip(divided) {
        persons.further_links.extend(divided.further_links);
        persons.n_compared += divided.n_compared;
        for part in &divided.parts {
            for &place in part {
                persons.groups[group.records[place as usize] as usize] =
                    group.records[part[0] as usize];
            }
        }
        for (place, &record) in group.records.iter().enumerate() {
            persons.clusters[record as usize] = group.records[divided.person[place] as usize];
            for (sample, person) in persons.samples.iter_mut().zip(&divided.samples) {
                sample[record as usize] = group.records[person[place] as usize];
            }
        }
    }
    persons
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

/// What further evidence has said of the parts of a group: it is costly, and the sampled
/// partitions make do with what was asked for the persons.
#[derive(Default)]
struct Asked(RefCell<BTreeMap<[Vec<u32>; 2], f32>>);

impl Asked {
    fn bits(&self, further: &FurtherEvidence<'_>, group: &LinkedGroup, parts: [&[u32]; 2]) -> f32 {
        let mut known = self.0.borrow_mut();
        let parts = records_of(group, parts);
        *known.entry(parts).or_insert_with_key(|[one, other]| further(one, other))
    }

    fn known_bits(&self, group: &LinkedGroup, parts: [&[u32]; 2]) -> f32 {
        self.0.borrow().get(&records_of(group, parts)).copied().unwrap_or(0.0)
    }
}

/// The records of two parts of a group, each sorted, and the two.
fn records_of(group: &LinkedGroup, parts: [&[u32]; 2]) -> [Vec<u32>; 2] {
    let mut parts = parts.map(|places| {
        let mut records: Vec<u32> =
            places.iter().map(|&place| group.records[place as usize]).collect();
        records.sort_unstable();
        records
    });
    parts.sort_unstable();
    parts
}

struct Context<'a> {
    weigher: PairWeigher<'a>,
    limits: LimitRules,
    further: Option<&'a FurtherEvidence<'a>>,
}

impl Context<'_> {
    fn divide_group(&self, group: &LinkedGroup, memo: &mut Memo) -> Divided {
        let config = self.weigher.config;
        let found = self.weigher.weigh(group, memo);
        let pairs = &found.weighed;
        let rules = self.limits;
        let asked = Asked::default();
        let further = self.further.map(|further| {
            let asked = &asked;
            move |one: &[u32], other: &[u32]| asked.bits(further, group, [one, other])
        });
        let recalled = |one: &[u32], other: &[u32]| asked.known_bits(group, [one, other]);
        let rule = MergeRule {
            merge_bits: config.merge_bits,
            unknown_pair_bits: config.unknown_pair_bits,
            further: further.as_ref().map(|further| further as &dyn Fn(&[u32], &[u32]) -> f32),
        };
        let limits: Vec<Limits> = group
            .records
            .iter()
            .map(|&record| limits_of(self.weigher.comparer.prepared, record))
            .collect();
        let mut person = divide(&limits, pairs, rule, &rules);
        part_doubtful(&mut person, &limits, pairs, (rule, config.min_own_bits), &rules);
        // What is drawn holds its doubt already: more likely than not is one person.
        let further = further.as_ref().map(|_| &recalled as &dyn Fn(&[u32], &[u32]) -> f32);
        let rule = MergeRule { merge_bits: 0.0, further, ..rule };
        let samples = (0..config.n_samples).map(|sample| {
            let model_bits = config.model_bits(sample);
            let draw = |pair: &WeighedPair| self.draw(group, *pair, sample as u64, model_bits);
            let drawn: Vec<WeighedPair> = pairs.iter().map(draw).collect();
            divide(&limits, &drawn, rule, &rules)
        });
        Divided {
            person,
            samples: samples.collect(),
            further_links: found.further_links,
            parts: found.parts,
            n_compared: found.n_compared,
        }
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
        let seed = self.weigher.config.seed.wrapping_mul(31).wrapping_add(sample);
        let p = unit(seed, u64::from(a) << 32 | u64::from(b));
        WeighedPair { bits: pair.bits + model_bits + (p / (1.0 - p)).log2() as f32, ..pair }
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
