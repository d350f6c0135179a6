//! Prints every estimate of a table of captures: `estimate TABLE.csv [MODEL]`.

use synodik_analyse::{
    BootstrapConfig, CaptureTable, ChaoBound, ClosedModel, CoverageEstimator, Criterion, Estimate,
    GraphConfig, HierarchicalModel, LatentConfig, Refusal, SelectionConfig, SizePrior, StepRule,
    average_graphs, bootstrap_selection, bootstrap_stepwise, chao_lower_bound, chapman,
    estimate_by_coverage, fit_closed, fit_hierarchical, fit_stepwise, lincoln_petersen,
    parse_captures, sample_latent_classes, select_hierarchical,
};

const LEVEL: f64 = 0.95;
const BOOTSTRAP: BootstrapConfig = BootstrapConfig { n_replicates: 1000, seed: 1, level: LEVEL };

fn main() {
    let path = std::env::args().nth(1).expect("usage: estimate TABLE.csv [MODEL]");
    let text = std::fs::read_to_string(&path).expect("the table can be read");
    for stratum in parse_captures(&text).expect("the table is one") {
        show_plain(&stratum.table);
        if let Some(name) = std::env::args().nth(2) {
            let model = HierarchicalModel::parse(&name, stratum.table.n_lists());
            show(model.and_then(|model| fit_hierarchical(&stratum.table, &model, LEVEL)));
        }
        show_chosen(&stratum.table);
        show_bayesian(&stratum.table);
    }
}

fn show_plain(table: &CaptureTable) {
    show(lincoln_petersen(table, LEVEL));
    show(chapman(table, LEVEL));
    for model in ClosedModel::twelve() {
        show(fit_closed(table, &model, LEVEL));
    }
    for bound in [ChaoBound::Plain, ChaoBound::EqualLists, ChaoBound::UnequalLists] {
        show(chao_lower_bound(table, bound, LEVEL));
    }
    for estimator in [
        CoverageEstimator::Independent,
        CoverageEstimator::HighCoverage,
        CoverageEstimator::LowCoverage,
    ] {
        show(estimate_by_coverage(table, estimator, &BOOTSTRAP));
    }
}

fn show_chosen(table: &CaptureTable) {
    for rule in [StepRule::Aic { p_most: 0.05 }, StepRule::PoissonTest { p_most: 0.02 }] {
        show(fit_stepwise(table, rule, LEVEL).map(|fit| fit.estimate));
        show(bootstrap_stepwise(table, rule, &BOOTSTRAP).map(|fit| fit.estimate));
    }
    for criterion in [Criterion::Aic, Criterion::Bic] {
        let config = SelectionConfig { criterion, order_most: table.n_lists(), level: LEVEL };
        let selection = select_hierarchical(table, &config);
        show(selection.clone().map(|selection| selection.best().estimate.clone()));
        show(selection.clone().map(|selection| selection.average()));
        show(selection.and_then(|selection| bootstrap_selection(table, &selection, &BOOTSTRAP)));
    }
}

fn show_bayesian(table: &CaptureTable) {
    let config = GraphConfig {
        prior_count: 0.5_f64.powf(table.n_lists() as f64),
        size_prior: SizePrior::Reciprocal,
        n_hidden_most: 10 * table.n_observed(),
        level: LEVEL,
    };
    show(average_graphs(table, &config).map(|posterior| posterior.estimate));
    let config = LatentConfig {
        n_classes: 10,
        concentration: (0.25, 0.25),
        n_chains: 8,
        n_burn_in: 3_000,
        n_iterations: 15_000,
        thinning: 10,
        seed: 1,
        level: LEVEL,
    };
    show(sample_latent_classes(table, &config).map(|posterior| posterior.estimate));
}

#[expect(clippy::print_stdout, reason = "an example prints")]
fn show(result: Result<Estimate, Refusal>) {
    let estimate = match result {
        Ok(estimate) => estimate,
        Err(refusal) => return println!("refused: {refusal}"),
    };
    let (low, high) =
        estimate.interval.map_or((f64::NAN, f64::NAN), |interval| (interval.low, interval.high));
    let se = estimate.se.unwrap_or(f64::NAN);
    println!("{:34} {:9.1} se {se:8.1} {low:9.1} {high:9.1}", estimate.model, estimate.n_hat);
    if let Some(fit) = estimate.fit {
        println!(
            "    deviance {:.3} df {} AIC {:.3} BIC {:.3}",
            fit.deviance, fit.df, fit.aic, fit.bic
        );
    }
    for warning in estimate.warnings {
        println!("    {warning}");
    }
}
