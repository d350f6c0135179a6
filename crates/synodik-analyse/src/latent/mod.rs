//! Bayesian latent classes: a population of few unseen groups, each with its own chances.
//!
//! The number of groups is left open by a Dirichlet process; a Gibbs sampler draws from the
//! posterior. Several chains run from one seed, and how well they mixed is said.

mod diagnostics;
mod sampler;

use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, Interval, IntervalMethod, Warning, check_level, with_shared};
use crate::loglinear::add_shared_warnings;
use crate::special::{COMMON, percentile};
use crate::table::CaptureTable;
use rayon::prelude::*;

/// Chains whose potential scale reduction exceeds this have not mixed.
const R_HAT_MOST: f64 = 1.05;
/// Fewer effective draws than this place no interval.
const N_EFFECTIVE_LEAST: f64 = 100.0;

/// What is believed beforehand, and how long to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LatentConfig {
    /// Greatest number of groups.
    pub n_classes: usize,
    /// Shape and rate of the gamma prior of the concentration; LCMCR takes 0.25 and 0.25.
    pub concentration: (f64, f64),
    /// Chains, each from its own stream of the seed.
    pub n_chains: usize,
    /// Iterations of each chain that are thrown away.
    pub n_burn_in: usize,
    /// Iterations of each chain after that.
    pub n_iterations: usize,
    /// One of so many iterations is kept.
    pub thinning: usize,
    /// Seed.
    pub seed: u64,
    /// Coverage of the interval, such as 0.95.
    pub level: f64,
}

/// What the chains drew.
#[derive(Debug, Clone, PartialEq)]
pub struct LatentPosterior {
    /// Median, interval and warnings.
    pub estimate: Estimate,
    /// Sizes of the population as drawn, chain after chain.
    pub sizes: Vec<Vec<u64>>,
    /// Potential scale reduction of the size, chains split in halves.
    pub r_hat: f64,
    /// Effective number of draws.
    pub n_effective: f64,
    /// Error of the median through the number of draws alone.
    pub monte_carlo_se: f64,
    /// Mean number of groups with anybody in them.
    pub n_filled_classes: f64,
}

/// Estimates a population by latent classes.
///
/// # Units
///
/// Persons. `n_hat` is the median of the posterior, `se` its standard deviation.
///
/// # Errors
///
/// [`Refusal::Setting`] for settings out of range, and what is wrong with the table.
///
/// # Source
///
/// Manrique-Vallier (2016), Biometrics 72, 1246-1254; the priors of his package LCMCR.
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, LatentConfig, sample_latent_classes};
/// let rows = [("111", 28), ("110", 21), ("101", 17), ("100", 69), ("011", 18), ("010", 55), ("001", 63)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let config = LatentConfig {
///     n_classes: 5,
///     concentration: (0.25, 0.25),
///     n_chains: 2,
///     n_burn_in: 200,
///     n_iterations: 1000,
///     thinning: 10,
///     seed: 1,
///     level: 0.95,
/// };
/// let posterior = sample_latent_classes(&table, &config).unwrap();
/// assert_eq!(posterior.sizes.len(), 2);
/// assert_eq!(posterior, sample_latent_classes(&table, &config).unwrap());
/// assert!(sample_latent_classes(&table, &LatentConfig { n_classes: 0, ..config }).is_err());
/// ```
pub fn sample_latent_classes(
    table: &CaptureTable,
    config: &LatentConfig,
) -> Result<LatentPosterior, Refusal> {
    check_config(config)?;
    table.check()?;
    table.check_all_possible("latent classes")?;
    let chains: Vec<sampler::Chain> = (0..config.n_chains)
        .into_par_iter()
        .map(|chain_idx| sampler::run_chain(table, config, chain_idx))
        .collect();
    let sizes: Vec<Vec<u64>> = chains.iter().map(|chain| chain.sizes.clone()).collect();
    let draws: Vec<Vec<f64>> =
        sizes.iter().map(|chain| chain.iter().map(|&size| size as f64).collect()).collect();
    let mixing = diagnostics::diagnose(&draws);
    let mut sorted: Vec<f64> = draws.concat();
    sorted.sort_by(f64::total_cmp);
    let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
    let squares: f64 = sorted.iter().map(|size| (size - mean).powi(2)).sum();
    let sd = (squares / (sorted.len() - 1) as f64).sqrt();
    let estimate = estimate_of(table, config, &sorted, sd, &mixing);
    let n_filled = chains.iter().map(|chain| chain.n_filled).sum::<f64>();
    Ok(LatentPosterior {
        estimate,
        sizes,
        r_hat: mixing.r_hat,
        n_effective: mixing.n_effective,
        // The median of a normal sample is wider than its mean by this factor.
        monte_carlo_se: (std::f64::consts::PI / 2.0).sqrt() * sd / mixing.n_effective.sqrt(),
        n_filled_classes: n_filled / config.n_chains as f64,
    })
}

fn check_config(config: &LatentConfig) -> Result<(), Refusal> {
    check_level(config.level)?;
    let n_kept = config.n_iterations / config.thinning.max(1);
    let (shape, rate) = config.concentration;
    let checks = [
        ("n_classes", config.n_classes.to_string(), config.n_classes >= 1, "at least 1"),
        ("n_chains", config.n_chains.to_string(), config.n_chains >= 1, "at least 1"),
        ("thinning", config.thinning.to_string(), config.thinning >= 1, "at least 1"),
        ("kept draws of a chain", n_kept.to_string(), n_kept >= 8, "at least 8"),
        ("concentration", format!("{shape}, {rate}"), shape > 0.0 && rate > 0.0, "above 0"),
    ];
    for (setting, value, is_right, expected) in checks {
        if !is_right {
            return Err(Refusal::Setting { setting, value, expected });
        }
    }
    Ok(())
}

fn estimate_of(
    table: &CaptureTable,
    config: &LatentConfig,
    sorted: &[f64],
    sd: f64,
    mixing: &diagnostics::Mixing,
) -> Estimate {
    let tail = (1.0 - config.level) / 2.0;
    let mut estimate = Estimate {
        model: format!("latent classes (at most {})", config.n_classes),
        n_observed: table.n_observed(),
        n_hat: percentile(sorted, 0.5, COMMON),
        se: Some(sd),
        interval: Some(Interval {
            level: config.level,
            low: percentile(sorted, tail, COMMON),
            high: percentile(sorted, 1.0 - tail, COMMON),
            method: IntervalMethod::Posterior,
        }),
        fit: None,
        warnings: Vec::new(),
        assumptions: with_shared(&[Assumption::LatentClasses, Assumption::PriorChosen]),
    };
    if mixing.r_hat > R_HAT_MOST || mixing.n_effective < N_EFFECTIVE_LEAST {
        let (r_hat, n_effective) = (mixing.r_hat, mixing.n_effective);
        estimate.warnings.push(Warning::NotMixed { r_hat, n_effective });
    }
    add_shared_warnings(&mut estimate, table);
    estimate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::ln_gamma;

    /// With one class the posterior of the size is known in closed form.
    #[test]
    fn one_class_gives_the_exact_posterior() {
        let rows = [
            ("111", 28),
            ("110", 21),
            ("101", 17),
            ("100", 69),
            ("011", 18),
            ("010", 55),
            ("001", 63),
        ];
        let table = CaptureTable::from_histories(3, &rows).unwrap();
        let n = table.n_observed() as f64;
        let log_density: Vec<f64> = (0..2000)
            .map(|hidden| {
                let size = n + f64::from(hidden);
                let lists = (0..3).map(|idx| {
                    let on = table.n_on_list(idx) as f64;
                    ln_gamma(1.0 + on) + ln_gamma(1.0 + size - on) - ln_gamma(2.0 + size)
                });
                ln_gamma(size) - ln_gamma(f64::from(hidden) + 1.0) + lists.sum::<f64>()
            })
            .collect();
        let most = log_density.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let density: Vec<f64> = log_density.iter().map(|value| (value - most).exp()).collect();
        let total: f64 = density.iter().sum();
        let exact = |share: f64| {
            let mut sum = 0.0;
            let place = density.iter().position(|value| {
                sum += value / total;
                sum >= share
            });
            n + place.unwrap() as f64
        };
        let config = LatentConfig {
            n_classes: 1,
            concentration: (0.25, 0.25),
            n_chains: 2,
            n_burn_in: 100,
            n_iterations: 20_000,
            thinning: 2,
            seed: 5,
            level: 0.95,
        };
        let posterior = sample_latent_classes(&table, &config).unwrap();
        let interval = posterior.estimate.interval.unwrap();
        assert!(posterior.r_hat < 1.01 && posterior.n_effective > 5000.0);
        assert!((posterior.estimate.n_hat - exact(0.5)).abs() <= 1.0);
        assert!((interval.low - exact(0.025)).abs() <= 2.0, "{interval:?} {}", exact(0.025));
        assert!((interval.high - exact(0.975)).abs() <= 2.0, "{interval:?} {}", exact(0.975));
    }

    /// Two groups with very different chances: independence is far too low, classes are not.
    #[test]
    fn groups_are_found() {
        let weights: Vec<f64> = (0..32_usize)
            .map(|history| {
                let of = |share: f64, chance: f64| {
                    let on = history.count_ones() as i32;
                    share * chance.powi(on) * (1.0 - chance).powi(5 - on)
                };
                of(0.4, 0.6) + of(0.6, 0.15)
            })
            .collect();
        let table = crate::simulate_captures(3000, &weights, 2, 0).unwrap();
        let config = LatentConfig {
            n_classes: 5,
            concentration: (0.25, 0.25),
            n_chains: 2,
            n_burn_in: 1000,
            n_iterations: 5000,
            thinning: 5,
            seed: 5,
            level: 0.95,
        };
        let interval = sample_latent_classes(&table, &config).unwrap().estimate.interval.unwrap();
        assert!(interval.low < 3000.0 && 3000.0 < interval.high, "{interval:?}");
        let independence = crate::HierarchicalModel::independence(5);
        let plain = crate::fit_hierarchical(&table, &independence, 0.95).unwrap();
        assert!(plain.interval.unwrap().high < 2600.0);
    }
}
