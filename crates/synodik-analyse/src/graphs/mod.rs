//! Bayesian averaging over decomposable graphs of dependence among lists.
//!
//! For each graph whose cycles all have chords, the probability of the table is known in closed
//! form for each hidden number. So the posterior is a sum, not a simulation, and exact.

mod decompose;

use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, Interval, IntervalMethod, Warning, check_level, with_shared};
use crate::loglinear::add_shared_warnings;
use crate::special::ln_gamma;
use crate::table::CaptureTable;
use decompose::{DecomposableGraph, decomposable_graphs};
use rayon::prelude::*;

/// Graphs of more lists are too many.
const N_LISTS_MOST: usize = 5;
/// A posterior with more than this at the greatest number considered is cut off.
const CUT_SHARE: f64 = 1e-3;

/// What is believed of the size before the table is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizePrior {
    /// Each hidden number is as likely as another.
    Uniform,
    /// In inverse proportion to the size (Jeffreys), the default of the package dga.
    Reciprocal,
}

/// What is believed beforehand, and how far to look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GraphConfig {
    /// Persons that the prior adds to each cell; dga's examples take 2 to the power of minus the
    /// number of lists.
    pub prior_count: f64,
    /// What is believed of the size.
    pub size_prior: SizePrior,
    /// Greatest hidden number considered.
    pub n_hidden_most: u64,
    /// Coverage of the interval, such as 0.95.
    pub level: f64,
}

/// A graph with its share of the posterior.
#[derive(Debug, Clone, PartialEq)]
pub struct GraphWeight {
    /// Its cliques, as `[12,23]`.
    pub graph: String,
    /// Its share.
    pub weight: f64,
}

/// What the table says when the graphs are averaged over.
#[derive(Debug, Clone, PartialEq)]
pub struct GraphPosterior {
    /// Median, interval and warnings.
    pub estimate: Estimate,
    /// Graphs, the likeliest first.
    pub graphs: Vec<GraphWeight>,
    /// Probability of each hidden number from 0.
    pub p_hidden: Vec<f64>,
}

/// Estimates a population by averaging over all decomposable graphs.
///
/// # Units
///
/// Persons. `n_hat` is the median of the posterior, `se` its standard deviation.
///
/// # Errors
///
/// [`Refusal::TooManyLists`] beyond five, [`Refusal::Setting`], and what is wrong with the table.
///
/// # Source
///
/// Madigan and York (1997), Biometrika 84, 19-31.
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, GraphConfig, SizePrior, average_graphs};
/// let rows = [("111", 28), ("110", 21), ("101", 17), ("100", 69), ("011", 18), ("010", 55), ("001", 63)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let size_prior = SizePrior::Reciprocal;
/// let config = GraphConfig { prior_count: 0.125, size_prior, n_hidden_most: 3000, level: 0.95 };
/// let posterior = average_graphs(&table, &config).unwrap();
/// assert_eq!(posterior.graphs.len(), 8);
/// assert!(average_graphs(&table, &GraphConfig { prior_count: 0.0, ..config }).is_err());
/// ```
pub fn average_graphs(
    table: &CaptureTable,
    config: &GraphConfig,
) -> Result<GraphPosterior, Refusal> {
    check_level(config.level)?;
    table.check()?;
    table.check_all_possible("decomposable graphs")?;
    if table.n_lists() > N_LISTS_MOST {
        let model = "decomposable graphs".to_owned();
        let n_lists = table.n_lists();
        return Err(Refusal::TooManyLists { model, n_lists, n_most: N_LISTS_MOST });
    }
    if !(config.prior_count > 0.0 && config.prior_count.is_finite()) {
        let value = config.prior_count.to_string();
        return Err(Refusal::Setting { setting: "prior_count", value, expected: "above 0" });
    }
    let graphs = decomposable_graphs(table.n_lists());
    let n_sizes = config.n_hidden_most as usize + 1;
    let sets: Vec<Vec<f64>> = (0..1_usize << table.n_lists())
        .into_par_iter()
        .map(|set| set_likelihood(table, config, set, n_sizes))
        .collect();
    let log_joint: Vec<Vec<f64>> =
        graphs.par_iter().map(|graph| graph_likelihood(graph, &sets, n_sizes)).collect();
    let shared: Vec<f64> =
        (0..n_sizes).map(|hidden| size_likelihood(table, config, hidden as f64)).collect();
    Ok(summarise(table, config, &graphs, &log_joint, &shared))
}

/// Returns the logarithm of the likelihood of one margin for each hidden number.
fn set_likelihood(
    table: &CaptureTable,
    config: &GraphConfig,
    set: usize,
    n_sizes: usize,
) -> Vec<f64> {
    let n_lists = table.n_lists();
    if set == 0 {
        // The whole table in one cell: what each connected part is divided by.
        let prior = config.prior_count * (1 << n_lists) as f64;
        let n = table.n_observed() as f64;
        let at = |hidden: usize| ln_gamma(n + hidden as f64 + prior) - ln_gamma(prior);
        return (0..n_sizes).map(at).collect();
    }
    let mut margin = vec![0_u64; 1 << n_lists];
    for history in 1..1_usize << n_lists {
        margin[history & set] += table.count(history);
    }
    let prior = config.prior_count * (1 << (n_lists - set.count_ones() as usize)) as f64;
    let term = |count: f64| ln_gamma(count + prior) - ln_gamma(prior);
    let within = (1..margin.len()).filter(|cell| cell & set == *cell);
    let fixed: f64 = within.map(|cell| term(margin[cell] as f64)).sum();
    (0..n_sizes).map(|hidden| fixed + term((margin[0] + hidden as u64) as f64)).collect()
}

fn graph_likelihood(graph: &DecomposableGraph, sets: &[Vec<f64>], n_sizes: usize) -> Vec<f64> {
    let mut sum = vec![0.0; n_sizes];
    let mut add = |set: usize, sign: f64| {
        for (total, value) in sum.iter_mut().zip(&sets[set]) {
            *total += sign * value;
        }
    };
    for &clique in &graph.cliques {
        add(clique, 1.0);
    }
    // An empty separator joins two parts; the first part is divided by the whole as well.
    for &separator in &graph.separators {
        add(separator, -1.0);
    }
    add(0, -1.0);
    sum
}

/// Returns what all graphs share: the ways to choose who is hidden, and the prior of the size.
fn size_likelihood(table: &CaptureTable, config: &GraphConfig, hidden: f64) -> f64 {
    let size = table.n_observed() as f64 + hidden;
    let prior = match config.size_prior {
        SizePrior::Uniform => 0.0,
        SizePrior::Reciprocal => -size.ln(),
    };
    ln_gamma(size + 1.0) - ln_gamma(hidden + 1.0) + prior
}

fn summarise(
    table: &CaptureTable,
    config: &GraphConfig,
    graphs: &[DecomposableGraph],
    log_joint: &[Vec<f64>],
    shared: &[f64],
) -> GraphPosterior {
    let mut most = f64::NEG_INFINITY;
    for row in log_joint {
        for (value, common) in row.iter().zip(shared) {
            most = most.max(value + common);
        }
    }
    let mut p_hidden = vec![0.0; shared.len()];
    let mut weights = Vec::new();
    for row in log_joint {
        let mut weight = 0.0;
        for ((value, common), p) in row.iter().zip(shared).zip(&mut p_hidden) {
            let probability = (value + common - most).exp();
            weight += probability;
            *p += probability;
        }
        weights.push(weight);
    }
    let total: f64 = weights.iter().sum();
    p_hidden.iter_mut().for_each(|p| *p /= total);
    let mut named: Vec<GraphWeight> = graphs
        .iter()
        .zip(weights)
        .map(|(graph, weight)| GraphWeight { graph: graph.name(), weight: weight / total })
        .collect();
    named.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.graph.cmp(&b.graph)));
    let estimate = estimate_of(table, config, &p_hidden);
    GraphPosterior { estimate, graphs: named, p_hidden }
}

fn estimate_of(table: &CaptureTable, config: &GraphConfig, p_hidden: &[f64]) -> Estimate {
    let n = table.n_observed() as f64;
    let at = |share: f64| n + hidden_quantile(p_hidden, share);
    let moment = |power: i32| -> f64 {
        p_hidden.iter().enumerate().map(|(h, p)| p * (h as f64).powi(power)).sum()
    };
    let variance = (moment(2) - moment(1).powi(2)).max(0.0);
    let tail = (1.0 - config.level) / 2.0;
    let mut estimate = Estimate {
        model: "decomposable graphs".to_owned(),
        n_observed: table.n_observed(),
        n_hat: at(0.5),
        se: Some(variance.sqrt()),
        interval: Some(Interval {
            level: config.level,
            low: at(tail),
            high: at(1.0 - tail),
            method: IntervalMethod::Posterior,
        }),
        fit: None,
        warnings: Vec::new(),
        assumptions: with_shared(&[
            Assumption::EqualChance,
            Assumption::ModelledDependence,
            Assumption::NoHighestInteraction,
            Assumption::PriorChosen,
        ]),
    };
    let last_tenth: f64 = p_hidden[p_hidden.len() - p_hidden.len() / 10..].iter().sum();
    if last_tenth > CUT_SHARE {
        estimate.warnings.push(Warning::PosteriorCut { n_hidden_most: config.n_hidden_most });
    }
    add_shared_warnings(&mut estimate, table);
    estimate
}

/// Returns the least hidden number below or at which a share of the posterior lies.
fn hidden_quantile(p_hidden: &[f64], share: f64) -> f64 {
    let mut sum = 0.0;
    for (hidden, p) in p_hidden.iter().enumerate() {
        sum += p;
        if sum >= share {
            return hidden as f64;
        }
    }
    (p_hidden.len() - 1) as f64
}
