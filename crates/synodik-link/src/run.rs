//! The linkage of a set of tables, step by step.

use crate::block::{Blocks, Keys, Seen, build_blocks, build_keys};
use crate::compare::{Comparer, MAX_COMPARISONS, Memo, Scorer, write_community_bands};
use crate::config::LinkConfig;
use crate::learn::learn_values;
use crate::model::{Model, Weights};
use crate::persons::{Judged, build_persons};
use crate::prepare::{Prepared, prepare};
use crate::random::unit;
use crate::spec::{Role, Spec, SpecError};
use crate::table::Table;
use crate::train::{
    PairCounts, TrainingPair, count_patterns, measure_learnt, measure_strangers, start_model, train,
};
use rayon::prelude::*;
use std::collections::BTreeMap;
use thiserror::Error;

/// Why a linkage cannot run.
#[derive(Debug, Error)]
pub enum LinkError {
    /// The spec does not fit the tables.
    #[error(transparent)]
    Spec(#[from] SpecError),
    /// Two records have the same id.
    #[error("two records have the id `{0}`; expected ids that differ")]
    RepeatedId(String),
    /// More records than numbers.
    #[error("there are {0} records; expected fewer than 4,000,000,000")]
    TooMany(usize),
    /// Threads could not be started.
    #[error("cannot start threads: {0}")]
    Threads(String),
}

/// What a person or a rule decided about two records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The id of one record.
    pub id_a: String,
    /// The id of the other.
    pub id_b: String,
    /// Whether they are the same person.
    pub is_same: bool,
}

/// A pair of records worth keeping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The place of one record in [`Linkage::ids`].
    pub a: u32,
    /// The place of the other, greater than `a`.
    pub b: u32,
    /// Probability that they are one person.
    pub p_same: f32,
    /// Probability that they are relatives.
    pub p_kin: f32,
    /// Log2 odds of one person.
    pub bits: f32,
}

/// What one level of agreement weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelWeight {
    /// The column.
    pub column: String,
    /// The kind of comparison.
    pub kind: &'static str,
    /// The level, from `data/link/levels.tsv`.
    pub level: String,
    /// Its probability among pairs of one person.
    pub p_same: f64,
    /// Among relatives.
    pub p_kin: f64,
    /// Among strangers.
    pub p_stranger: f64,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Records of all tables.
    pub n_records: usize,
    /// Groups of records that share a key.
    pub n_blocks: usize,
    /// Groups that were too large under every key.
    pub n_blocks_cut: usize,
    /// Pairs in these groups.
    pub n_pairs_cut: u64,
    /// Pairs of these that share enough to be compared.
    pub n_pairs_compared: u64,
    /// Pairs of values found to stand for each other.
    pub n_learnt: usize,
    /// Persons.
    pub n_persons: usize,
    /// Records of the largest person.
    pub n_largest: usize,
}

/// The result of a linkage.
#[derive(Debug, Clone, PartialEq)]
pub struct Linkage {
    /// The ids of all records, sorted.
    pub ids: Vec<String>,
    /// The links, sorted by their records.
    pub links: Vec<Link>,
    /// For every record the place of the first record of its person.
    pub clusters: Vec<u32>,
    /// Sampled partitions, each as `clusters`.
    pub samples: Vec<Vec<u32>>,
    /// What every level weighs.
    pub model: Vec<LevelWeight>,
    /// What was done.
    pub report: Report,
}

/// Finds the persons in these tables.
///
/// # Errors
///
/// [`LinkError`] when the spec does not fit the tables or ids are not unique.
pub fn run_linkage(
    spec: &Spec,
    tables: &[Table],
    judgements: &[Judgement],
    config: &LinkConfig,
) -> Result<Linkage, LinkError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(config.n_threads).build();
    let pool = pool.map_err(|error| LinkError::Threads(error.to_string()))?;
    pool.install(|| link_tables(spec, tables, judgements, config))
}

fn link_tables(
    spec: &Spec,
    tables: &[Table],
    judgements: &[Judgement],
    config: &LinkConfig,
) -> Result<Linkage, LinkError> {
    let mut prepared = prepare(spec, tables)?;
    if prepared.n_records >= 4_000_000_000 {
        return Err(LinkError::TooMany(prepared.n_records));
    }
    if prepared.comparisons.len() > MAX_COMPARISONS {
        let n_fields = prepared.comparisons.len();
        return Err(SpecError::FieldCount { n_fields, max: MAX_COMPARISONS }.into());
    }
    let ids = sort_records(&mut prepared, spec, tables)?;
    if !spec.single_person_lists {
        prepared.lists.fill(0);
    }
    let by_chance = write_community_bands(&mut prepared);
    let keys = build_keys(&prepared);
    let blocks = build_blocks(&keys, prepared.n_records, max_block_records(spec, config));
    let mut comparer = Comparer::new(&prepared, by_chance);
    let candidates = Candidates::new(&keys, &blocks, &prepared, n_pairs_wanted(spec, config));
    let model = train_model(spec, &mut comparer, &candidates, config);
    let weights = model.weights(config.max_comparison_bits);
    let scored = score_candidates(&comparer, &candidates, &weights, config);
    let judged = Judged::new(judgements, &ids);
    let found = build_persons(&comparer, &weights, &scored.links, &judged, config);
    let report = Report {
        n_records: prepared.n_records,
        n_blocks: blocks.len(),
        n_blocks_cut: blocks.cut.n_blocks,
        n_pairs_cut: blocks.cut.n_pairs,
        n_pairs_compared: scored.n_compared,
        n_learnt: comparer.learnt.len(),
        n_persons: count_persons(&found.clusters),
        n_largest: largest_person(&found.clusters),
    };
    Ok(Linkage {
        ids,
        links: scored.links,
        clusters: found.clusters,
        samples: found.samples,
        model: print_model(&model),
        report,
    })
}

/// Brings the records into the order of their ids, so that nothing depends on the order of the rows.
fn sort_records(
    prepared: &mut Prepared,
    spec: &Spec,
    tables: &[Table],
) -> Result<Vec<String>, LinkError> {
    let mut ids: Vec<(&str, u32)> = Vec::with_capacity(prepared.n_records);
    for table in tables {
        let column = table.column(&spec.id).expect("`prepare` has found the column of the ids");
        for row_idx in 0..table.n_rows() {
            ids.push((column.text(row_idx), ids.len() as u32));
        }
    }
    ids.par_sort_unstable();
    if let Some(same) = ids.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(LinkError::RepeatedId(same[0].0.to_owned()));
    }
    let n_slots = prepared.n_slots;
    let mut rows = Vec::with_capacity(prepared.rows.len());
    let mut lists = Vec::with_capacity(prepared.lists.len());
    for &(_, record) in &ids {
        rows.extend_from_slice(&prepared.rows[record as usize * n_slots..][..n_slots]);
        lists.push(prepared.lists[record as usize]);
    }
    prepared.rows = rows;
    prepared.lists = lists;
    Ok(ids.into_iter().map(|(id, _)| id.to_owned()).collect())
}

/// The pairs to be compared.
struct Candidates<'a> {
    keys: &'a Keys,
    blocks: &'a Blocks,
    lists: &'a [u32],
    n_records: usize,
    min_shared_bits: f32,
}

impl<'a> Candidates<'a> {
    fn new(keys: &'a Keys, blocks: &'a Blocks, prepared: &'a Prepared, pairs_per_record: f64) -> Self {
        let n_records = prepared.n_records;
        let lists = &prepared.lists;
        let mut candidates = Self { keys, blocks, lists, n_records, min_shared_bits: 0.0 };
        candidates.min_shared_bits = candidates.find_min_shared_bits(pairs_per_record);
        candidates
    }

    /// Returns the shared information from which on records have so many pairs on average.
    fn find_min_shared_bits(&self, pairs_per_record: f64) -> f32 {
        let step = (self.n_records / SAMPLED_RECORDS).max(1);
        let mut seen = Seen::new(self.n_records);
        let mut found = Vec::new();
        let mut n_sampled = 0.0;
        for a in (0..self.n_records).step_by(step) {
            n_sampled += 1.0;
            self.each_met(a as u32, &mut seen, |_, bits| found.push(bits));
        }
        found.sort_unstable_by(|a, b| b.total_cmp(a));
        let n_wanted = (pairs_per_record * n_sampled) as usize;
        found.get(n_wanted).copied().unwrap_or(0.0)
    }

    /// Calls `on_pair` with every later record that shares a group, and the information shared.
    fn each_met(&self, a: u32, seen: &mut Seen, mut on_pair: impl FnMut(u32, f32)) {
        let mut bits = std::mem::take(&mut seen.bits);
        self.keys.bits_of(a as usize, self.n_records, &mut bits);
        self.blocks.each_later(a, seen, |b| {
            let shared_bits = self.keys.shared_bits(a as usize, b as usize, &bits);
            if shared_bits >= self.min_shared_bits {
                on_pair(b, shared_bits - self.keys.conflict_bits(a as usize, b as usize));
            }
        });
        seen.bits = bits;
    }

    /// Calls `on_pair` for every candidate of a record with a later one.
    fn each_pair(&self, a: u32, seen: &mut Seen, mut on_pair: impl FnMut(u32)) {
        self.each_met(a, seen, |b, bits| {
            if bits >= self.min_shared_bits {
                on_pair(b);
            }
        });
    }

    /// Whether two records stand in one list that names nobody twice.
    fn is_excluded(&self, a: u32, b: u32) -> bool {
        let list = self.lists[a as usize];
        list != 0 && list == self.lists[b as usize]
    }

    fn count_all_pairs(&self) -> f64 {
        let n_pairs = |n: usize| n as f64 * (n as f64 - 1.0) / 2.0;
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for &list in self.lists.iter().filter(|&&list| list != 0) {
            *sizes.entry(list).or_default() += 1;
        }
        n_pairs(self.n_records) - sizes.values().map(|&size| n_pairs(size)).sum::<f64>()
    }
}

/// Returns how many records may share a key: as many as the pairs wanted allow.
fn max_block_records(spec: &Spec, config: &LinkConfig) -> usize {
    (config.block_records_per_pair * n_pairs_wanted(spec, config)).ceil() as usize
}

fn n_pairs_wanted(spec: &Spec, config: &LinkConfig) -> f64 {
    spec.pairs_per_record.unwrap_or(config.pairs_per_record)
}

/// How many records say how much information pairs share.
const SAMPLED_RECORDS: usize = 5000;

/// Records of one worker.
const CHUNK_RECORDS: usize = 4096;

fn train_model(
    spec: &Spec,
    comparer: &mut Comparer,
    candidates: &Candidates,
    config: &LinkConfig,
) -> Model {
    let n_records = candidates.n_records;
    let share = config.max_training_records as f64 / n_records.max(1) as f64;
    let chosen: Vec<u32> = (0..n_records as u32)
        .filter(|&record| unit(config.seed, u64::from(record)) < share)
        .collect();
    let counts = PairCounts {
        trained_share: chosen.len().max(1) as f64 / n_records.max(1) as f64,
        n_all: candidates.count_all_pairs(),
        n_records: n_records as f64,
    };
    let pairs: Vec<(u32, u32)> = chosen
        .par_chunks(CHUNK_RECORDS / 4)
        .map_init(
            || Seen::new(n_records),
            |seen, chunk| {
                let mut pairs = Vec::new();
                for &a in chunk {
                    candidates.each_pair(a, seen, |b| {
                        if !candidates.is_excluded(a, b) {
                            pairs.push((a, b));
                        }
                    });
                }
                pairs
            },
        )
        .flatten_iter()
        .collect();
    let expects_kin = spec.kin.unwrap_or_else(|| {
        spec.fields.iter().any(|field| matches!(field.role, Role::Surname | Role::FullName))
    });
    let mut model = start_model(comparer, counts, expects_kin);
    measure_strangers(&mut model, comparer, config);
    measure_learnt(&mut model, comparer);
    for round in 0..2 {
        let compared: Vec<TrainingPair> = pairs
            .par_chunks(CHUNK_RECORDS)
            .map_init(Memo::new, |memo, chunk| {
                let compare = |&(a, b): &(u32, u32)| TrainingPair {
                    a,
                    b,
                    pattern: comparer.compare(a as usize, b as usize, memo),
                };
                chunk.iter().map(compare).collect::<Vec<_>>()
            })
            .flatten_iter()
            .collect();
        let start = start_model(comparer, counts, expects_kin);
        train(&mut model, &count_patterns(&compared), &start, counts, config);
        if round == 0 {
            comparer.learnt = learn_values(comparer, &model, &compared, config);
            measure_learnt(&mut model, comparer);
        }
    }
    model
}

/// The links of all candidates.
#[derive(Debug, Default)]
struct Scored {
    links: Vec<Link>,
    n_compared: u64,
}

fn score_candidates(
    comparer: &Comparer,
    candidates: &Candidates,
    weights: &Weights,
    config: &LinkConfig,
) -> Scored {
    let n_records = candidates.n_records;
    let chunks: Vec<Scored> = (0..n_records.div_ceil(CHUNK_RECORDS))
        .into_par_iter()
        .map_init(
            || (Seen::new(n_records), Memo::new(), Scorer::new(weights, config)),
            |(seen, memo, scorer), chunk| {
                let mut scored = Scored::default();
                let first = chunk * CHUNK_RECORDS;
                for a in first..(first + CHUNK_RECORDS).min(n_records) {
                    let before = scored.links.len();
                    scorer.begin(comparer, a);
                    let a = a as u32;
                    candidates.each_pair(a, seen, |b| {
                        scored.n_compared += 1;
                        let found = comparer.score(a as usize, b as usize, scorer, memo);
                        let Some(odds) = found else { return };
                        let link = link_of(a, b, odds, candidates.is_excluded(a, b));
                        let is_kept = f64::from(link.p_same) >= config.min_p_same
                            || f64::from(link.p_kin) >= config.min_p_kin;
                        if is_kept {
                            scored.links.push(link);
                        }
                    });
                    scored.links[before..].sort_unstable_by_key(|link| link.b);
                }
                scored
            },
        )
        .collect();
    let mut all = Scored::default();
    for chunk in chunks {
        all.links.extend(chunk.links);
        all.n_compared += chunk.n_compared;
    }
    all
}

/// Bits of a pair that no evidence can make one person.
pub(crate) const EXCLUDED_BITS: f32 = -1000.0;

fn link_of(a: u32, b: u32, odds: crate::model::Odds, is_excluded: bool) -> Link {
    let (p_same, p_kin) = odds.probabilities();
    if is_excluded {
        let p_kin = p_kin / (1.0 - p_same).max(1e-12);
        return Link { a, b, p_same: 0.0, p_kin: p_kin as f32, bits: EXCLUDED_BITS };
    }
    Link { a, b, p_same: p_same as f32, p_kin: p_kin as f32, bits: odds.pair_bits() }
}

fn count_persons(clusters: &[u32]) -> usize {
    clusters.iter().enumerate().filter(|&(place, &first)| place == first as usize).count()
}

fn largest_person(clusters: &[u32]) -> usize {
    let mut sizes = vec![0usize; clusters.len()];
    for &first in clusters {
        sizes[first as usize] += 1;
    }
    sizes.into_iter().max().unwrap_or(0)
}

fn print_model(model: &Model) -> Vec<LevelWeight> {
    let mut weights = Vec::new();
    for comparison in &model.comparisons {
        for (level_idx, level) in comparison.levels.iter().enumerate() {
            weights.push(LevelWeight {
                column: comparison.label.clone(),
                kind: comparison.kind,
                level: level.name.clone(),
                p_same: comparison.p_same[level_idx],
                p_kin: comparison.p_kin[level_idx],
                p_stranger: comparison.p_stranger[level_idx],
            });
        }
    }
    weights
}
