//! The linkage of a set of tables, step by step.

use crate::block::{MAX_BLOCK_RECORDS, Seen, build_blocks};
use crate::candidates::Candidates;
use crate::compare::{Comparer, MAX_COMPARISONS, write_community_bands};
use crate::config::LinkConfig;
use crate::evidence::collect_evidence;
use crate::keys::build_keys;
use crate::linkage::{FurtherEvidence, Judgement, LevelWeight, LinkError, Linkage, Report};
use crate::model::{Model, Weights};
use crate::order::order_records;
use crate::persons::{Judged, build_persons};
use crate::prepare::prepare;
use crate::reliability::count_true_pairs;
use crate::score::{score_candidates, train_model};
use crate::spec::{Spec, SpecError};
use crate::table::Table;

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
    pool.install(|| link_tables(spec, tables, judgements, (config, None)))
}

/// Finds the persons in these tables, with the help of facts that are not compared pair by pair.
///
/// # Errors
///
/// As [`run_linkage`].
pub fn run_linkage_with(
    spec: &Spec,
    tables: &[Table],
    judgements: &[Judgement],
    config: &LinkConfig,
    further: &FurtherEvidence<'_>,
) -> Result<Linkage, LinkError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(config.n_threads).build();
    let pool = pool.map_err(|error| LinkError::Threads(error.to_string()))?;
    pool.install(|| link_tables(spec, tables, judgements, (config, Some(further))))
}

fn link_tables(
    spec: &Spec,
    tables: &[Table],
    judgements: &[Judgement],
    (config, further): (&LinkConfig, Option<&FurtherEvidence<'_>>),
) -> Result<Linkage, LinkError> {
    let mut prepared = prepare(spec, tables)?;
    if prepared.n_records >= 4_000_000_000 {
        return Err(LinkError::TooMany(prepared.n_records));
    }
    if prepared.comparisons.len() > MAX_COMPARISONS {
        let n_fields = prepared.comparisons.len();
        return Err(SpecError::FieldCount { n_fields, max: MAX_COMPARISONS }.into());
    }
    let order = order_records(&mut prepared, spec, tables)?;
    if !spec.single_person_lists {
        prepared.lists.fill(0);
    }
    let by_chance = write_community_bands(&mut prepared);
    let (n_pairs, max_block_records) = sizes_of(spec, config);
    let mut keys = build_keys(&prepared, max_block_records);
    let blocks = build_blocks(&keys, prepared.n_records, max_block_records);
    keys.columns = Vec::new();
    let mut comparer = Comparer::new(&prepared, by_chance);
    let candidates = Candidates::new(&keys, &blocks, &prepared, n_pairs);
    let trained = train_model(spec, &mut comparer, &candidates, config);
    let weights = trained.model.weights(config.max_comparison_bits);
    let mut scored = score_candidates(&comparer, &candidates, (&weights, &trained), config);
    let judged = Judged::new(judgements, &order);
    let by_id = &order;
    let by_place = further.map(|further| {
        move |one: &[u32], other: &[u32]| further(&by_id.places_of(one), &by_id.places_of(other))
    });
    let by_place = by_place.as_ref().map(|further| further as &FurtherEvidence<'_>);
    let found = build_persons(&comparer, &weights, &scored.links, &judged, (config, by_place));
    scored.links.extend(found.further_links);
    let evidence = if config.keeps_evidence {
        collect_evidence((&comparer, &weights), &scored.links, &found.clusters, &judged, config)
    } else {
        Vec::new()
    };
    let report = Report {
        n_records: prepared.n_records,
        n_blocks: blocks.len(),
        n_block_pairs: blocks.count_pairs(),
        n_blocks_cut: blocks.cut.n_blocks,
        n_pairs_cut: blocks.cut.n_pairs,
        n_pairs_compared: scored.n_compared + found.n_compared,
        n_learnt: comparer.learnt.len(),
        n_persons: count_persons(&found.clusters),
        n_largest: largest_person(&found.clusters),
        prior_same_bits: weights.prior.same_bits,
        prior_kin_bits: weights.prior.kin_bits,
    };
    let mut linkage = Linkage {
        ids: Vec::new(),
        links: scored.links,
        clusters: found.clusters,
        groups: found.groups,
        samples: found.samples,
        evidence,
        model: print_model(&trained.model, &weights),
        report,
    };
    order.number_by_id(&mut linkage);
    linkage.ids = order.ids;
    Ok(linkage)
}

/// Returns in how many pairs a record is compared, and how many records may share a key.
fn sizes_of(spec: &Spec, config: &LinkConfig) -> (f64, usize) {
    let n_pairs = spec.pairs_per_record.unwrap_or(config.pairs_per_record);
    let n_records = (config.block_records_per_pair * n_pairs).ceil();
    (n_pairs, n_records.min(f64::from(MAX_BLOCK_RECORDS)) as usize)
}

/// How many of the true pairs are met and compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CandidateEvaluation {
    /// Pairs that are truly of one person.
    pub n_true: u64,
    /// Pairs that are compared because of what they share.
    pub n_candidates: u64,
    /// Share of the true pairs among them: the blocking recall.
    pub recall: f64,
}

/// Counts how many of the true pairs are compared; nothing is learnt from the truth.
///
/// # Shape
///
/// `groups`: those of the [`Linkage`], in which all pairs are compared; empty if only the candidates
/// are to be counted. `true_person`: returns the true person of an id, none if it is not known.
///
/// # Errors
///
/// As [`run_linkage`].
pub fn evaluate_candidates<'t>(
    spec: &Spec,
    tables: &[Table],
    groups: &[u32],
    true_person: impl Fn(&str) -> Option<&'t str>,
    config: &LinkConfig,
) -> Result<CandidateEvaluation, LinkError> {
    let mut prepared = prepare(spec, tables)?;
    let order = order_records(&mut prepared, spec, tables)?;
    if !spec.single_person_lists {
        prepared.lists.fill(0);
    }
    let (n_pairs, max_block_records) = sizes_of(spec, config);
    let mut keys = build_keys(&prepared, max_block_records);
    let blocks = build_blocks(&keys, prepared.n_records, max_block_records);
    keys.columns = Vec::new();
    let candidates = Candidates::new(&keys, &blocks, &prepared, n_pairs);
    let truth: Vec<Option<&str>> = order.ids_of_records().map(true_person).collect();
    let known: Vec<&str> = truth.iter().flatten().copied().collect();
    let n_true = count_true_pairs(&known);
    let groups = order.members_of_groups(groups);
    let mut seen = Seen::new(prepared.n_records);
    let (mut n_candidates, mut n_found) = (0, 0u64);
    let mut others = Vec::new();
    for a in 0..prepared.n_records as u32 {
        others.clear();
        candidates.each_pair(a, &mut seen, |b| others.push(b));
        if let Some(group) = groups.get(&a) {
            let is_later = |b: &u32| *b > a && !candidates.is_excluded(a, *b);
            others.extend(group.iter().copied().filter(is_later));
            others.sort_unstable();
            others.dedup();
        }
        n_candidates += others.len() as u64;
        let person = truth[a as usize].filter(|_| !others.is_empty());
        let is_found = |b: &&u32| person.is_some() && person == truth[**b as usize];
        n_found += others.iter().filter(is_found).count() as u64;
    }
    let recall = if n_true == 0 { 1.0 } else { n_found as f64 / n_true as f64 };
    Ok(CandidateEvaluation { n_true, n_candidates, recall })
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

fn print_model(model: &Model, weights: &Weights) -> Vec<LevelWeight> {
    let mut printed = Vec::new();
    for (idx, comparison) in model.comparisons.iter().enumerate() {
        for (level_idx, level) in comparison.levels.iter().enumerate() {
            let bits = weights.of_level(idx, level_idx as u8 + 1);
            printed.push(LevelWeight {
                column: comparison.label.clone(),
                kind: comparison.kind,
                level: level.name.clone(),
                p_same: comparison.p_same[level_idx],
                p_kin: comparison.p_kin[level_idx],
                p_stranger: comparison.p_stranger[level_idx],
                same_bits: bits.same_bits,
                kin_bits: bits.kin_bits,
            });
        }
    }
    printed
}
