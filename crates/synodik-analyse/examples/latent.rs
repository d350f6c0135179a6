//! Runs long chains of latent classes: `latent TABLE.csv CHAINS BURN_IN ITERATIONS SEED`.

use synodik_analyse::{LatentConfig, parse_captures, sample_latent_classes};

#[expect(clippy::print_stdout, reason = "an example prints")]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let usage = "usage: latent TABLE.csv CHAINS BURN_IN ITERATIONS SEED";
    let [path, numbers @ ..] = arguments.as_slice() else { panic!("{usage}") };
    let numbers: Vec<usize> = numbers.iter().map(|text| text.parse().expect(usage)).collect();
    let [n_chains, n_burn_in, n_iterations, seed] = numbers[..] else { panic!("{usage}") };
    let text = std::fs::read_to_string(path).expect("the table can be read");
    let config = LatentConfig {
        n_classes: 10,
        concentration: (0.25, 0.25),
        n_chains,
        n_burn_in,
        n_iterations,
        thinning: 100,
        seed: seed as u64,
        level: 0.95,
    };
    for stratum in parse_captures(&text).expect("the table is one") {
        let posterior = sample_latent_classes(&stratum.table, &config).expect("it can be sampled");
        let (estimate, error) = (&posterior.estimate, posterior.monte_carlo_se);
        let interval = estimate.interval.expect("a posterior has an interval");
        println!(
            "{} {:.0} ({:.0}-{:.0})",
            stratum.name, estimate.n_hat, interval.low, interval.high
        );
        println!("R-hat {:.3}, {:.0} effective draws", posterior.r_hat, posterior.n_effective);
        for chain in &posterior.sizes {
            let tenth = (chain.len() / 10).max(1);
            let mean = |part: &[u64]| part.iter().sum::<u64>() / part.len() as u64;
            let means: Vec<String> = chain.chunks(tenth).map(|p| mean(p).to_string()).collect();
            println!("means of the tenths of a chain: {}", means.join(" "));
        }
        println!("error of the median {error:.0}, {:.1} classes", posterior.n_filled_classes);
    }
}
