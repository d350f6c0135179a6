//! What holds for every table, however sparse: a finite answer or a refusal, and no panic.

use proptest::prelude::*;
use synodik_analyse::{
    BootstrapConfig, CaptureTable, ChaoBound, ClosedModel, CoverageEstimator, Criterion, Estimate,
    GraphConfig, HierarchicalModel, LatentConfig, Refusal, SelectionConfig, SizePrior, StepRule,
    average_graphs, bootstrap_selection, bootstrap_stepwise, chao_lower_bound, chapman,
    estimate_by_coverage, fit_closed, fit_extended, fit_hierarchical, fit_stepwise,
    lincoln_petersen, parse_captures, sample_latent_classes, select_hierarchical,
};

const LEVEL: f64 = 0.95;
const BOOTSTRAP: BootstrapConfig = BootstrapConfig { n_replicates: 20, seed: 1, level: LEVEL };

fn table_of(n_lists: usize, counts: &[u64]) -> CaptureTable {
    let letters = ('A'..='Z').take(n_lists).map(String::from).collect();
    let mut table = CaptureTable::empty(letters).expect("few lists");
    for history in 1..1 << n_lists {
        table.add(history, counts[history - 1]);
    }
    table
}

/// Returns everything that can be said of a table.
fn all_estimates(table: &CaptureTable) -> Vec<Result<Estimate, Refusal>> {
    let mut found = vec![lincoln_petersen(table, LEVEL), chapman(table, LEVEL)];
    found.extend(ClosedModel::twelve().iter().map(|model| fit_closed(table, model, LEVEL)));
    for bound in [ChaoBound::Plain, ChaoBound::EqualLists, ChaoBound::UnequalLists] {
        found.push(chao_lower_bound(table, bound, LEVEL));
    }
    for estimator in [
        CoverageEstimator::Independent,
        CoverageEstimator::HighCoverage,
        CoverageEstimator::LowCoverage,
    ] {
        found.push(estimate_by_coverage(table, estimator, &BOOTSTRAP));
    }
    for model in HierarchicalModel::all(table.n_lists(), 2) {
        found.push(fit_hierarchical(table, &model, LEVEL));
        found.push(fit_extended(table, &model, LEVEL));
    }
    for rule in [StepRule::Aic { p_most: 0.05 }, StepRule::PoissonTest { p_most: 0.02 }] {
        found.push(fit_stepwise(table, rule, LEVEL).map(|fit| fit.estimate));
        found.push(bootstrap_stepwise(table, rule, &BOOTSTRAP).map(|fit| fit.estimate));
    }
    let order_most = table.n_lists();
    let config = SelectionConfig { criterion: Criterion::Bic, order_most, level: LEVEL };
    let selection = select_hierarchical(table, &config);
    found.push(selection.clone().map(|selection| selection.average()));
    found.push(selection.and_then(|chosen| bootstrap_selection(table, &chosen, &BOOTSTRAP)));
    let size_prior = SizePrior::Uniform;
    let config = GraphConfig { prior_count: 0.1, size_prior, n_hidden_most: 200, level: LEVEL };
    found.push(average_graphs(table, &config).map(|posterior| posterior.estimate));
    let config = LatentConfig {
        n_classes: 3,
        concentration: (0.25, 0.25),
        n_chains: 2,
        n_burn_in: 20,
        n_iterations: 80,
        thinning: 4,
        seed: 1,
        level: LEVEL,
    };
    found.push(sample_latent_classes(table, &config).map(|posterior| posterior.estimate));
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_table_has_an_answer_or_a_refusal(
        n_lists in 1..=4_usize,
        counts in proptest::collection::vec(prop_oneof![Just(0_u64), 0..4_u64, 0..200_u64], 15),
    ) {
        let table = table_of(n_lists, &counts);
        for estimate in all_estimates(&table).into_iter().flatten() {
            let name = &estimate.model;
            prop_assert!(estimate.n_hat.is_finite(), "{name} {}", estimate.n_hat);
            prop_assert!(estimate.n_hat >= estimate.n_observed as f64 - 1e-6, "{name}");
            prop_assert!(estimate.se.is_none_or(|se| se >= 0.0), "{name} {:?}", estimate.se);
            if let Some(interval) = estimate.interval {
                prop_assert!(interval.low <= interval.high, "{name} {interval:?}");
                prop_assert!(interval.low >= estimate.n_observed as f64 - 1e-6, "{name}");
            }
        }
    }

    #[test]
    fn the_order_of_the_lists_does_not_matter(
        counts in proptest::collection::vec(1..80_u64, 7),
    ) {
        let table = table_of(3, &counts);
        // List 1 becomes 2, 2 becomes 3, 3 becomes 1.
        let turned: Vec<u64> = (1..8_usize)
            .map(|history| counts[((history >> 1) | (history & 1) << 2) - 1])
            .collect();
        let turned = table_of(3, &turned);
        for (name, other) in [("[1,2,3]", "[1,2,3]"), ("[12,3]", "[1,23]"), ("[12,13]", "[12,23]")] {
            let of = |table: &CaptureTable, name: &str| {
                let model = HierarchicalModel::parse(name, 3).expect("a model");
                fit_hierarchical(table, &model, LEVEL).map(|estimate| estimate.n_hat)
            };
            if let (Ok(a), Ok(b)) = (of(&table, name), of(&turned, other)) {
                prop_assert!((a - b).abs() < 1e-6 * a, "{name} {a} {b}");
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[01,ab\n;NA.-]{0,60}") {
        let _ = parse_captures(&text);
    }
}
