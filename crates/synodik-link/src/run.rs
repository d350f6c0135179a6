//! The linkage of a set of tables, step by step.

use crate::block::build_blocks;
use crate::candidates::Candidates;
use crate::compare::{Comparer, MAX_COMPARISONS, write_community_bands};
use crate::config::LinkConfig;
use crate::evidence::collect_evidence;
use crate::keys::build_keys;
use crate::linkage::{Judgement, LevelWeight, LinkError, Linkage, Report};
use crate::model::{Model, Weights};
use crate::persons::{Judged, build_persons};
use crate::prepare::{Prepared, prepare};
use crate::score::{score_candidates, train_model};
use crate::spec::{Spec, SpecError};
use crate::table::Table;
use rayon::prelude::*;

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
    let evidence = if config.keeps_evidence {
        collect_evidence((&comparer, &weights), &scored.links, &found.clusters, &judged, config)
    } else {
        Vec::new()
    };
    let report = Report {
        n_records: prepared.n_records,
        n_blocks: blocks.len(),
        n_blocks_cut: blocks.cut.n_blocks,
        n_pairs_cut: blocks.cut.n_pairs,
        n_pairs_compared: scored.n_compared,
        n_learnt: comparer.learnt.len(),
        n_persons: count_persons(&found.clusters),
        n_largest: largest_person(&found.clusters),
        prior_same_bits: weights.prior.same_bits,
        prior_kin_bits: weights.prior.kin_bits,
    };
    Ok(Linkage {
        ids,
        links: scored.links,
        clusters: found.clusters,
        samples: found.samples,
        evidence,
        model: print_model(&model, &weights),
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

/// Returns how many records may share a key: as many as the pairs wanted allow.
fn max_block_records(spec: &Spec, config: &LinkConfig) -> usize {
    (config.block_records_per_pair * n_pairs_wanted(spec, config)).ceil() as usize
}

fn n_pairs_wanted(spec: &Spec, config: &LinkConfig) -> f64 {
    spec.pairs_per_record.unwrap_or(config.pairs_per_record)
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
