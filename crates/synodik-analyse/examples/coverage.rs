//! How often intervals hold the truth, over many simulated populations: `coverage [RUNS]`.
//!
//! The quick form with fixed bounds is `tests/coverage.rs`; this one prints more of it.

use rayon::prelude::*;
use synodik_analyse::{
    BootstrapConfig, CaptureTable, ClosedModel, CoverageEstimator, Criterion, Estimate,
    GraphConfig, HierarchicalModel, Refusal, SelectionConfig, SizePrior, StepRule, Warning,
    average_graphs, bootstrap_selection, chapman, estimate_by_coverage, fit_closed,
    fit_hierarchical, fit_stepwise, lincoln_petersen, select_hierarchical, simulate_captures,
};

const LEVEL: f64 = 0.95;

type Estimator = Box<dyn Fn(&CaptureTable) -> Result<Estimate, Refusal> + Sync>;

/// A population that is drawn anew in each run.
struct Population {
    name: &'static str,
    size: u64,
    weights: Vec<f64>,
}

fn populations() -> Vec<Population> {
    let of = |name, size, chances: &[f64], pairs: &[(usize, f64)]| {
        let weights = (0..1_usize << chances.len()).map(|history| {
            let lists = chances.iter().enumerate();
            let alone: f64 =
                lists.map(|(l, c)| if history >> l & 1 == 1 { *c } else { 1.0 - c }).product();
            let bound = pairs.iter().filter(|(pair, _)| history & pair == *pair);
            alone * bound.map(|(_, factor)| factor).product::<f64>()
        });
        Population { name, size, weights: weights.collect() }
    };
    vec![
        of("2 independent lists, N 800", 800, &[0.3, 0.4], &[]),
        of("3 independent lists, N 1,000", 1000, &[0.3, 0.25, 0.15], &[]),
        of("4 lists, 1 and 2 dependent, N 2,000", 2000, &[0.3, 0.25, 0.2, 0.15], &[(3, 2.5)]),
        of("4 lists, sparse, N 20,000", 20_000, &[0.1, 0.05, 0.05, 0.02], &[]),
    ]
}

fn estimators(n_lists: usize) -> Vec<(&'static str, Estimator)> {
    if n_lists == 2 {
        return vec![
            ("Lincoln-Petersen", Box::new(|table| lincoln_petersen(table, LEVEL))),
            ("Chapman", Box::new(|table| chapman(table, LEVEL))),
        ];
    }
    let select = |table: &CaptureTable, criterion| {
        let config = SelectionConfig { criterion, order_most: 2, level: LEVEL };
        select_hierarchical(table, &config)
    };
    let mut found: Vec<(&'static str, Estimator)> = vec![
        ("Mt", Box::new(|table| fit_closed(table, &ClosedModel::twelve()[1], LEVEL))),
        ("Mth Chao (LB)", Box::new(|table| fit_closed(table, &ClosedModel::twelve()[6], LEVEL))),
        (
            "best by BIC",
            Box::new(move |table| select(table, Criterion::Bic).map(|s| s.best().estimate.clone())),
        ),
        (
            "average by AIC",
            Box::new(move |table| select(table, Criterion::Aic).map(|s| s.average())),
        ),
        (
            "bootstrap of the choice by BIC",
            Box::new(move |table| {
                let config =
                    BootstrapConfig { n_replicates: 200, seed: table.count(1), level: LEVEL };
                bootstrap_selection(table, &select(table, Criterion::Bic)?, &config)
            }),
        ),
        (
            "stepwise, Poisson test 2 %",
            Box::new(|table| {
                let rule = StepRule::PoissonTest { p_most: 0.02 };
                fit_stepwise(table, rule, LEVEL).map(|fit| fit.estimate)
            }),
        ),
        (
            "sample coverage, one step",
            Box::new(|table| {
                let config =
                    BootstrapConfig { n_replicates: 200, seed: table.count(1), level: LEVEL };
                estimate_by_coverage(table, CoverageEstimator::LowCoverage, &config)
            }),
        ),
        (
            "decomposable graphs",
            Box::new(|table| {
                let config = GraphConfig {
                    prior_count: 0.5_f64.powf(table.n_lists() as f64),
                    size_prior: SizePrior::Reciprocal,
                    n_hidden_most: 10 * table.n_observed(),
                    level: LEVEL,
                };
                average_graphs(table, &config).map(|posterior| posterior.estimate)
            }),
        ),
    ];
    if n_lists == 4 {
        found.push((
            "[12,3,4]",
            Box::new(|table| {
                fit_hierarchical(table, &HierarchicalModel::parse("[12,3,4]", 4)?, LEVEL)
            }),
        ));
    }
    found
}

#[expect(clippy::print_stdout, reason = "an example prints")]
fn main() {
    let n_runs: usize =
        std::env::args().nth(1).map_or(1000, |text| text.parse().expect("usage: coverage [RUNS]"));
    println!("population\testimator\tholds the truth\tmean / truth\tpoor fit\trefused");
    for population in populations() {
        let n_lists = population.weights.len().trailing_zeros() as usize;
        for (name, estimate) in estimators(n_lists) {
            let found: Vec<Option<(bool, f64, bool)>> = (0..n_runs)
                .into_par_iter()
                .map(|run_idx| try_once(&population, &estimate, run_idx))
                .collect();
            let runs: Vec<(bool, f64, bool)> = found.iter().flatten().copied().collect();
            let share = |n: usize| 100.0 * n as f64 / runs.len() as f64;
            let held = share(runs.iter().filter(|run| run.0).count());
            let poor = share(runs.iter().filter(|run| run.2).count());
            let mean = runs.iter().map(|run| run.1).sum::<f64>() / runs.len() as f64;
            let refused = found.len() - runs.len();
            println!("{}\t{name}\t{held:.1} %\t{mean:.3}\t{poor:.1} %\t{refused}", population.name);
        }
    }
}

fn try_once(
    population: &Population,
    estimate: &Estimator,
    run_idx: usize,
) -> Option<(bool, f64, bool)> {
    let table = simulate_captures(population.size, &population.weights, 29, run_idx);
    let found = estimate(&table.expect("the weights are right")).ok()?;
    let (interval, truth) = (found.interval?, population.size as f64);
    let holds = interval.low <= truth && truth <= interval.high;
    let is_poor = found.warnings.iter().any(|w| matches!(w, Warning::PoorFit { .. }));
    Some((holds, found.n_hat / truth, is_poor))
}
