//! What the link stage tells of itself: `link/report.json`.

use super::OrderedLinkage;
use super::description::LinkDescription;
use super::records::ArchiveRecords;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use synodik_index::{ComparisonWeights, FoundPair, LevelWeights, LinkModel};
use synodik_link::{Judgement, LevelWeight, Linkage};

/// Path of the report in a build.
pub(crate) const LINK_REPORT: &str = "link/report.json";

/// How many bins a reliability curve has.
const N_BINS: usize = 10;

/// What was done, what was learnt and how it agrees with what people judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct LinkReport {
    /// Records of all sources.
    pub(crate) n_records: u64,
    /// Persons they are held to be of.
    pub(crate) n_persons: u64,
    /// Records of the largest person.
    pub(crate) n_largest: u64,
    /// Persons by how many records they have.
    pub(crate) persons_by_size: BTreeMap<u64, u64>,
    /// Persons in each sampled partition, fewest first: the spread is the doubt.
    pub(crate) persons_in_samples: Vec<u64>,
    /// Pairs kept in the table `links`.
    pub(crate) n_links: u64,
    /// Groups of records that share a key.
    pub(crate) n_blocks: u64,
    /// Groups too large under every key, and the pairs in them that were not looked at.
    pub(crate) n_blocks_cut: u64,
    pub(crate) n_pairs_cut: u64,
    /// Pairs compared.
    pub(crate) n_pairs_compared: u64,
    /// Pairs of values found to stand for each other.
    pub(crate) n_learnt: u64,
    /// Links by tenths of their probability of one person, those below a tenth first.
    pub(crate) links_by_p: Vec<u64>,
    /// Probabilities beside what people judged; empty when nobody has judged.
    pub(crate) reliability: Vec<JudgedBin>,
    /// Judgements that contradict others.
    pub(crate) unmet_judgements: Vec<UnmetJudgement>,
    /// What agreement weighs.
    pub(crate) model: LinkModel,
}

/// Judged pairs whose probability lies in one tenth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct JudgedBin {
    pub(crate) n_judged: u64,
    /// Their probability of one person on average.
    pub(crate) p_mean: f64,
    /// The share that was judged to be one person.
    pub(crate) share_same: f64,
}

/// A judgement that the persons do not meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct UnmetJudgement {
    pub(crate) records: [String; 2],
    pub(crate) verdict: String,
}

pub(super) fn describe_linkage(
    linkage: &Linkage,
    ordered: &OrderedLinkage,
    judgements: &[Judgement],
    records: &ArchiveRecords,
    description: &LinkDescription,
) -> LinkReport {
    let report = &linkage.report;
    let mut persons_in_samples: Vec<u64> =
        linkage.samples.iter().map(|sample| count_persons(sample)).collect();
    persons_in_samples.sort_unstable();
    let mut links_by_p = vec![0; N_BINS];
    for pair in &ordered.pairs {
        links_by_p[bin_of(pair.p_same)] += 1;
    }
    LinkReport {
        n_records: report.n_records as u64,
        n_persons: report.n_persons as u64,
        n_largest: report.n_largest as u64,
        persons_by_size: sizes(&ordered.clusters),
        persons_in_samples,
        n_links: ordered.pairs.len() as u64,
        n_blocks: report.n_blocks as u64,
        n_blocks_cut: report.n_blocks_cut as u64,
        n_pairs_cut: report.n_pairs_cut,
        n_pairs_compared: report.n_pairs_compared,
        n_learnt: report.n_learnt as u64,
        links_by_p,
        reliability: reliability(&ordered.pairs),
        unmet_judgements: find_unmet(ordered, judgements, records),
        model: link_model(linkage, description.shown_p_same),
    }
}

pub(super) fn report_text(report: &LinkReport) -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(report)?))
}

fn link_model(linkage: &Linkage, shown_p_same: f32) -> LinkModel {
    let level = |level: &LevelWeight| LevelWeights {
        name: level.level.clone(),
        p_same: level.p_same,
        p_kin: level.p_kin,
        p_stranger: level.p_stranger,
        same_bits: level.same_bits,
        kin_bits: level.kin_bits,
    };
    let of_comparison = |levels: &[LevelWeight]| ComparisonWeights {
        column: levels[0].column.clone(),
        kind: levels[0].kind.to_owned(),
        levels: levels.iter().map(level).collect(),
    };
    let comparisons = linkage.model.chunk_by(|a, b| (&a.column, a.kind) == (&b.column, b.kind));
    let prior_kin_bits = linkage.report.prior_kin_bits;
    LinkModel {
        prior_same_bits: linkage.report.prior_same_bits,
        prior_kin_bits: prior_kin_bits.is_finite().then_some(prior_kin_bits),
        shown_p_same,
        comparisons: comparisons.map(of_comparison).collect(),
    }
}

fn count_persons(clusters: &[u32]) -> u64 {
    clusters.iter().zip(0..).filter(|&(&first, place)| first == place).count() as u64
}

fn sizes(clusters: &[u32]) -> BTreeMap<u64, u64> {
    let mut n_records = vec![0u64; clusters.len()];
    for &first in clusters {
        n_records[first as usize] += 1;
    }
    let mut sizes = BTreeMap::new();
    for n_records in n_records.into_iter().filter(|&n_records| n_records > 0) {
        *sizes.entry(n_records).or_default() += 1;
    }
    sizes
}

fn bin_of(p: f32) -> usize {
    ((p * N_BINS as f32) as usize).min(N_BINS - 1)
}

/// Compares what the entries say with what people judged.
fn reliability(pairs: &[FoundPair]) -> Vec<JudgedBin> {
    let mut bins = vec![(0u64, 0.0f64, 0u64); N_BINS];
    for pair in pairs {
        let Some(verdict) = &pair.verdict else { continue };
        if verdict.is_rule || verdict.verdict == "unsure" {
            continue;
        }
        let bin = &mut bins[bin_of(pair.p_same)];
        bin.0 += 1;
        bin.1 += f64::from(pair.p_same);
        bin.2 += u64::from(verdict.verdict == "same");
    }
    let judged = bins.into_iter().filter(|bin| bin.0 > 0);
    judged
        .map(|(n_judged, sum, n_same)| JudgedBin {
            n_judged,
            p_mean: sum / n_judged as f64,
            share_same: n_same as f64 / n_judged as f64,
        })
        .collect()
}

fn find_unmet(
    ordered: &OrderedLinkage,
    judgements: &[Judgement],
    records: &ArchiveRecords,
) -> Vec<UnmetJudgement> {
    if judgements.is_empty() {
        return Vec::new();
    }
    let places: BTreeMap<&str, usize> =
        records.record_ids.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect();
    let mut unmet = Vec::new();
    for judgement in judgements {
        let (Some(&a), Some(&b)) =
            (places.get(judgement.id_a.as_str()), places.get(judgement.id_b.as_str()))
        else {
            continue;
        };
        if (ordered.clusters[a] == ordered.clusters[b]) != judgement.is_same {
            let verdict = if judgement.is_same { "same" } else { "different" };
            unmet.push(UnmetJudgement {
                records: [judgement.id_a.clone(), judgement.id_b.clone()],
                verdict: verdict.to_owned(),
            });
        }
    }
    unmet
}
