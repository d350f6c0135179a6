//! Times what must be quick on a table: `speed TABLE.csv`.

use std::time::Instant;
use synodik_analyse::{
    BootstrapConfig, Criterion, LatentConfig, SelectionConfig, bootstrap_selection, parse_captures,
    sample_latent_classes, select_hierarchical,
};

#[expect(clippy::print_stdout, reason = "an example prints")]
fn main() {
    let path = std::env::args().nth(1).expect("usage: speed TABLE.csv");
    let text = std::fs::read_to_string(&path).expect("the table can be read");
    let table = parse_captures(&text).expect("the table is one").remove(0).table;
    let start = Instant::now();
    let order_most = table.n_lists();
    let config = SelectionConfig { criterion: Criterion::Bic, order_most, level: 0.95 };
    let selection = select_hierarchical(&table, &config).expect("the table has a model");
    println!("{} models: {:?}", selection.models.len(), start.elapsed());
    let config = BootstrapConfig { n_replicates: 1000, seed: 1, level: 0.95 };
    let start = Instant::now();
    bootstrap_selection(&table, &selection, &config).expect("the settings are right");
    println!("1,000 replicates, each with the choice of the model: {:?}", start.elapsed());
    for (n_chains, n_iterations) in [(1, 100_000), (4, 25_000)] {
        let start = Instant::now();
        let config = LatentConfig {
            n_classes: 10,
            concentration: (0.25, 0.25),
            n_chains,
            n_burn_in: 0,
            n_iterations,
            thinning: 10,
            seed: 1,
            level: 0.95,
        };
        let posterior = sample_latent_classes(&table, &config).expect("the settings are right");
        let elapsed = start.elapsed();
        println!("{n_chains} chain(s) of {n_iterations} iterations: {elapsed:?}");
        println!("    R-hat {:.3}, {:.0} effective draws", posterior.r_hat, posterior.n_effective);
    }
}
