//! Intervals from the profile likelihood.
//!
//! For each size that the population might have, the best fit with that size; sizes whose
//! fit is not much worse than the best form the interval.

use crate::estimate::{Interval, IntervalMethod};
use crate::poisson::{Design, fit_poisson};
use crate::special::{find_peak, find_root, ln_gamma, normal_quantile};

/// The upper end is sought up to this many times the hidden number.
const N_HIDDEN_FACTOR_MOST: f64 = 1e4;

/// What a profile is made of.
pub(crate) struct ProfileTask<'a> {
    pub(crate) n_observed: f64,
    /// Estimate of the Poisson model.
    pub(crate) n_hat: f64,
    pub(crate) counts: &'a [f64],
    pub(crate) design: &'a Design,
}

/// Returns the maximum of the multinomial likelihood and the interval around it.
///
/// # Source
///
/// Cormack (1992), Biometrics 48, 567-576.
pub(crate) fn profile_multinomial(task: &ProfileTask<'_>, level: f64) -> Interval {
    let (_, low, high) = multinomial_profile(task, level, &|design, counts| {
        fit_poisson(design, counts, &[]).map(|fit| fit.deviance)
    });
    Interval { level, low, high, method: IntervalMethod::ProfileMultinomial }
}

/// Returns best size, lower and upper end, with the fit of the whole table left to the caller.
pub(crate) fn multinomial_profile(
    task: &ProfileTask<'_>,
    level: f64,
    deviance_of: &dyn Fn(&Design, &[f64]) -> Option<f64>,
) -> (f64, f64, f64) {
    let design = task.design.with_hidden_row();
    let n = task.n_observed;
    let log_likelihood = |size: f64| {
        let hidden = size - n;
        let mut counts = task.counts.to_vec();
        counts.push(hidden);
        let Some(deviance) = deviance_of(&design, &counts) else { return f64::NEG_INFINITY };
        let stirling = |x: f64| if x > 0.0 { x * x.ln() - ln_gamma(x + 1.0) } else { 0.0 };
        -0.5 * deviance + stirling(hidden) - stirling(size)
    };
    let best = find_peak(n, n + 3.0 * (task.n_hat - n).max(1.0), log_likelihood);
    let z = normal_quantile(0.5 + level / 2.0);
    let least = log_likelihood(best) - 0.5 * z * z;
    let above = |size: f64| log_likelihood(size) - least;
    let low = if above(n) < 0.0 { find_root(n, best, above) } else { n };
    let hidden = (task.n_hat - n).max(1.0);
    let mut far = n + 3.0 * hidden;
    while above(far) > 0.0 && far - n < N_HIDDEN_FACTOR_MOST * hidden {
        far = n + 3.0 * (far - n);
    }
    let high = if above(far) <= 0.0 { find_root(best, far, above) } else { f64::INFINITY };
    (best, low, high)
}

/// Returns the interval from the profile of the intercept of the Poisson model.
///
/// The likelihood is that of the observed cells alone; the size follows from the intercept.
pub(crate) fn profile_poisson(task: &ProfileTask<'_>, level: f64) -> Interval {
    let n = task.n_observed;
    let rest = task.design.without_column(0);
    let deviance_at = |size: f64| {
        let offset = vec![(size - n).ln(); task.counts.len()];
        fit_poisson(&rest, task.counts, &offset).map_or(f64::INFINITY, |fit| fit.deviance)
    };
    let z = normal_quantile(0.5 + level / 2.0);
    let most = deviance_at(task.n_hat) + z * z;
    let above = |size: f64| most - deviance_at(size);
    let hidden = task.n_hat - n;
    let near = n + hidden * 1e-6;
    let low = if above(near) < 0.0 { find_root(near, task.n_hat, above) } else { n };
    let mut far = n + 2.0 * hidden;
    while above(far) > 0.0 && far - n < N_HIDDEN_FACTOR_MOST * hidden {
        far = n + 3.0 * (far - n);
    }
    let high = if above(far) <= 0.0 { find_root(task.n_hat, far, above) } else { f64::INFINITY };
    Interval { level, low, high, method: IntervalMethod::ProfilePoisson }
}
