//! Training and scoring of the candidates, in parallel and in a fixed order.

use crate::block::Seen;
use crate::candidates::Candidates;
use crate::compare::{Comparer, CountedLanes, Memo, OtherRecord, Pattern, Scorer};
use crate::config::LinkConfig;
use crate::learn::learn_values;
use crate::linkage::Link;
use crate::model::{Model, Odds, Weights};
use crate::random::unit;
use crate::spec::{Role, Spec};
use crate::train::{
    PairCounts, TrainingPair, count_patterns, measure_learnt, measure_strangers, start_model, train,
};
use rayon::prelude::*;

/// Records of one worker.
const CHUNK_RECORDS: usize = 4096;

/// A model, and the pairs on which it was trained.
#[derive(Debug)]
pub(crate) struct Trained {
    /// The model.
    pub(crate) model: Model,
    /// Whether all candidates of a record with later ones are among the pairs.
    is_chosen: Vec<bool>,
    /// Candidates, sorted by their records, with their agreement.
    pairs: Vec<TrainingPair>,
}

impl Trained {
    /// Returns the pairs of a record with later ones, if it was chosen.
    fn pairs_of(&self, record: u32) -> Option<&[TrainingPair]> {
        if !self.is_chosen[record as usize] {
            return None;
        }
        let first = self.pairs.partition_point(|pair| pair.a < record);
        let n_pairs = self.pairs[first..].partition_point(|pair| pair.a == record);
        Some(&self.pairs[first..first + n_pairs])
    }
}

/// Trains the model on the pairs of a sample of the records.
pub(crate) fn train_model(
    spec: &Spec,
    comparer: &mut Comparer,
    candidates: &Candidates,
    config: &LinkConfig,
) -> Trained {
    let n_records = candidates.n_records;
    let share = config.max_training_records as f64 / n_records.max(1) as f64;
    let is_chosen: Vec<bool> =
        (0..n_records as u64).map(|record| unit(config.seed, record) < share).collect();
    let chosen: Vec<u32> =
        (0..n_records as u32).filter(|&record| is_chosen[record as usize]).collect();
    let counts = PairCounts {
        trained_share: chosen.len().max(1) as f64 / n_records.max(1) as f64,
        n_all: candidates.count_all_pairs(),
        n_records: n_records as f64,
    };
    let mut pairs = choose_pairs(candidates, &chosen);
    let expects_kin = spec.kin.unwrap_or_else(|| {
        spec.fields.iter().any(|field| matches!(field.role, Role::Surname | Role::FullName))
    });
    let start = start_model(comparer, counts, expects_kin);
    let mut model = start.clone();
    measure_strangers(&mut model, comparer, config);
    measure_learnt(&mut model, comparer);
    compare_anew(&mut pairs, |records, pattern, memo| {
        *pattern = comparer.compare(records.0, records.1, memo);
    });
    train(&mut model, &count_patterns(&pairs), &start, counts, config);
    comparer.learn(learn_values(comparer, &model, &pairs, config));
    measure_learnt(&mut model, comparer);
    let with_learnt = comparer.comparisons_with_learnt();
    compare_anew(&mut pairs, |records, pattern, memo| {
        comparer.compare_learnt(records, &with_learnt, pattern, memo);
    });
    train(&mut model, &count_patterns(&pairs), &start, counts, config);
    Trained { model, is_chosen, pairs }
}

/// Returns the candidates of these records, not yet compared.
fn choose_pairs(candidates: &Candidates, chosen: &[u32]) -> Vec<TrainingPair> {
    let choose = |seen: &mut Seen, chunk: &[u32]| {
        let mut pairs = Vec::new();
        for &a in chunk {
            let before = pairs.len();
            candidates.each_pair(a, seen, |b| {
                let is_excluded = candidates.is_excluded(a, b);
                pairs.push(TrainingPair { a, b, is_excluded, pattern: Pattern::default() });
            });
            pairs[before..].sort_unstable_by_key(|pair| pair.b);
        }
        pairs
    };
    let chunks = chosen.par_chunks(CHUNK_RECORDS / 4);
    let chunks: Vec<Vec<TrainingPair>> =
        chunks.map_init(|| Seen::new(candidates.n_records), choose).collect();
    chunks.concat()
}

/// Compares all pairs.
fn compare_anew(
    pairs: &mut [TrainingPair],
    compare: impl Fn((usize, usize), &mut Pattern, &mut Memo) + Sync,
) {
    pairs.par_chunks_mut(CHUNK_RECORDS).for_each_init(Memo::new, |memo, chunk| {
        for pair in chunk {
            compare((pair.a as usize, pair.b as usize), &mut pair.pattern, memo);
        }
    });
}

/// The links of all candidates.
#[derive(Debug, Default)]
pub(crate) struct Scored {
    /// Those worth keeping.
    pub(crate) links: Vec<Link>,
    /// How many pairs were compared.
    pub(crate) n_compared: u64,
}

/// The candidates of a record and what is known of them.
#[derive(Debug, Default)]
struct Batch {
    records: Vec<u32>,
    rows: Vec<u32>,
    values: Vec<CountedLanes>,
}

impl Batch {
    /// Copies all at once, so that the processor waits for many of them at the same time.
    fn gather(&mut self, comparer: &Comparer) {
        self.rows.clear();
        self.values.clear();
        for &record in &self.records {
            self.rows.extend_from_slice(comparer.prepared.row(record as usize));
            self.values.extend_from_slice(comparer.values.of(record as usize));
        }
    }

    fn others(&self, comparer: &Comparer) -> impl Iterator<Item = (u32, OtherRecord<'_>)> {
        let rows = self.rows.chunks_exact(comparer.prepared.n_slots);
        let values = self.values.chunks_exact(comparer.values.n_chunks);
        let others = rows.zip(values).map(|(row, values)| OtherRecord { row, values });
        self.records.iter().copied().zip(others)
    }
}

/// Scores all candidates.
pub(crate) fn score_candidates(
    comparer: &Comparer,
    candidates: &Candidates,
    (weights, trained): (&Weights, &Trained),
    config: &LinkConfig,
) -> Scored {
    let n_records = candidates.n_records;
    let chunks: Vec<Scored> = (0..n_records.div_ceil(CHUNK_RECORDS))
        .into_par_iter()
        .map_init(
            || (Seen::new(n_records), Memo::new(), Scorer::new(weights, config), Batch::default()),
            |(seen, memo, scorer, batch), chunk| {
                let mut scored = Scored::default();
                let first = chunk * CHUNK_RECORDS;
                for a in first..(first + CHUNK_RECORDS).min(n_records) {
                    let before = scored.links.len();
                    let a = a as u32;
                    if let Some(pairs) = trained.pairs_of(a) {
                        scored.n_compared += pairs.len() as u64;
                        let links = pairs.iter().map(|pair| {
                            link_of(a, pair.b, weights.score(pair.pattern), pair.is_excluded)
                        });
                        scored.links.extend(links.filter(|link| is_kept(link, config)));
                        continue;
                    }
                    batch.records.clear();
                    candidates.each_pair(a, seen, |b| batch.records.push(b));
                    if batch.records.is_empty() {
                        continue;
                    }
                    scored.n_compared += batch.records.len() as u64;
                    scorer.begin(comparer, a as usize);
                    batch.gather(comparer);
                    for (b, other) in batch.others(comparer) {
                        let found = comparer.score(other, scorer, memo);
                        let Some(odds) = found else { continue };
                        let link = link_of(a, b, odds, candidates.is_excluded(a, b));
                        if is_kept(&link, config) {
                            scored.links.push(link);
                        }
                    }
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

/// Bits of a pair that no evidence can make one person, nor any judgements about other pairs:
/// more than those of a thousand pairs judged the same.
pub(crate) const EXCLUDED_BITS: f32 = -1_000_000.0;

/// Whether a link says enough to be kept.
pub(crate) fn is_kept(link: &Link, config: &LinkConfig) -> bool {
    f64::from(link.p_same) >= config.min_p_same || f64::from(link.p_kin) >= config.min_p_kin
}

/// Returns the pair as a link; `is_excluded`: whether nothing can make it one person.
pub(crate) fn link_of(a: u32, b: u32, odds: Odds, is_excluded: bool) -> Link {
    let (p_same, p_kin) = odds.probabilities();
    if is_excluded {
        let p_kin = p_kin / (1.0 - p_same).max(1e-12);
        return Link { a, b, p_same: 0.0, p_kin: p_kin as f32, bits: EXCLUDED_BITS };
    }
    Link { a, b, p_same: p_same as f32, p_kin: p_kin as f32, bits: odds.pair_bits() }
}
