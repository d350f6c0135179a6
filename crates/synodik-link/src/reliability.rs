//! Whether probabilities are true to what happens, and whether pairs were met at all.

use crate::linkage::Linkage;
use std::collections::BTreeMap;

/// Links whose probability lies in one tenth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReliabilityBin {
    /// How many links.
    pub n_links: usize,
    /// Their probability of one person on average.
    pub p_mean: f64,
    /// The share that truly is one person.
    pub share_true: f64,
}

/// How good the links are when the truth is known.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkEvaluation {
    /// Share of the true pairs that are among the links.
    pub recall_of_links: f64,
    /// By tenths of the probability, the lowest first.
    pub reliability: Vec<ReliabilityBin>,
    /// Distance of probability and truth, on average over the links.
    pub expected_calibration_error: f64,
}

/// How many bins a reliability curve has.
const N_BINS: usize = 10;

/// Compares the probabilities of the links with the truth.
///
/// # Shape
///
/// `truth`: for every id of the linkage its true person, in the same order.
pub fn evaluate_links(linkage: &Linkage, truth: &[&str]) -> LinkEvaluation {
    let links = linkage
        .links
        .iter()
        .map(|link| (f64::from(link.p_same), truth[link.a as usize] == truth[link.b as usize]));
    evaluate_probabilities(links, count_true_pairs(truth))
}

/// Returns how many pairs are truly of one person.
///
/// # Shape
///
/// `truth`: the true person of every record.
pub fn count_true_pairs(truth: &[&str]) -> u64 {
    let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
    for person in truth {
        *sizes.entry(person).or_default() += 1;
    }
    sizes.values().map(|&n| n * (n - 1) / 2).sum()
}

/// Compares probabilities of pairs with the truth.
///
/// # Shape
///
/// `links`: for every pair found its probability and whether it truly is one person; `n_true`: how
/// many such pairs there are, found or not.
pub fn evaluate_probabilities(
    links: impl Iterator<Item = (f64, bool)>,
    n_true: u64,
) -> LinkEvaluation {
    let mut bins = [(0usize, 0.0f64, 0usize); N_BINS];
    let mut n_found = 0u64;
    let mut n_links = 0usize;
    for (p_same, is_true) in links {
        n_links += 1;
        let bin = &mut bins[((p_same * N_BINS as f64) as usize).min(N_BINS - 1)];
        bin.0 += 1;
        bin.1 += p_same;
        bin.2 += usize::from(is_true);
        n_found += u64::from(is_true);
    }
    let reliability: Vec<ReliabilityBin> = bins
        .iter()
        .map(|&(n_links, sum, n_true)| {
            let n = n_links.max(1) as f64;
            ReliabilityBin { n_links, p_mean: sum / n, share_true: n_true as f64 / n }
        })
        .collect();
    let n_links = n_links.max(1) as f64;
    let gaps =
        reliability.iter().map(|bin| bin.n_links as f64 * (bin.p_mean - bin.share_true).abs());
    LinkEvaluation {
        recall_of_links: if n_true == 0 { 1.0 } else { n_found as f64 / n_true as f64 },
        expected_calibration_error: gaps.sum::<f64>() / n_links,
        reliability,
    }
}
