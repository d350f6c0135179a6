//! One estimate out of several: of strata, and of sampled partitions of the records.

use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, Interval, IntervalMethod, check_level, log_normal_interval};
use crate::special::{COMMON, find_root, normal_cdf, percentile};
use crate::table::Stratum;

/// Checks that each stratum can carry an estimate of its own.
///
/// # Errors
///
/// [`Refusal::Empty`] with the name of a stratum that counts nobody, and what is wrong with the
/// lists of a stratum.
///
/// # Example
///
/// ```
/// use synodik_analyse::{check_strata, parse_captures};
/// let strata = parse_captures("stratum,a,b,n\nx,1,1,5\nx,1,0,9\nx,0,1,9\ny,1,1,0\n").unwrap();
/// let refusal = check_strata(&strata).unwrap_err();
/// assert!(refusal.to_string().starts_with("stratum `y` counts nobody"));
/// ```
pub fn check_strata(strata: &[Stratum]) -> Result<(), Refusal> {
    for stratum in strata {
        if stratum.table.n_observed() == 0 && !stratum.name.is_empty() {
            let place = format!("stratum `{}`", stratum.name);
            return Err(Refusal::Empty { place, assumption: Assumption::StrataFilled });
        }
        stratum.table.check()?;
    }
    Ok(())
}

/// Adds the estimates of strata that share nobody.
///
/// # Units
///
/// Persons. Variances add; the interval takes the hidden number to be log-normal.
///
/// # Errors
///
/// [`Refusal::Empty`] for no stratum or one without standard error.
pub fn add_strata(estimates: &[Estimate], level: f64) -> Result<Estimate, Refusal> {
    check_level(level)?;
    let mut sum = joined(estimates, &format!("sum of {} strata", estimates.len()))?;
    let mut variance = 0.0;
    (sum.n_observed, sum.n_hat) = (0, 0.0);
    for estimate in estimates {
        sum.n_observed += estimate.n_observed;
        sum.n_hat += estimate.n_hat;
        variance += estimate.se.unwrap_or(0.0).powi(2);
    }
    let se = variance.sqrt();
    sum.se = Some(se);
    sum.interval = Some(log_normal_interval(sum.n_observed, sum.n_hat, se, level));
    Ok(sum)
}

/// Joins the estimates of one population under sampled partitions of its records.
///
/// Each partition says which entries are one person, and so gives a table and an estimate of its
/// own. The interval is that of their even mixture: it is wide where an estimate is wide
/// and where the partitions disagree.
///
/// # Units
///
/// Persons; `n_hat` is the median of the mixture, `n_observed` the median of the counts.
///
/// # Errors
///
/// [`Refusal::Empty`] for no partition or one without standard error.
///
/// # Source
///
/// Each estimate is taken to have a log-normal hidden number (Chao 1987); spread as in Rubin
/// (1987), Multiple imputation for nonresponse in surveys.
pub fn join_partitions(estimates: &[Estimate], level: f64) -> Result<Estimate, Refusal> {
    check_level(level)?;
    let name = format!("{} partitions of {}", estimates.len(), first_name(estimates));
    let mut joint = joined(estimates, &name)?;
    let mut counts: Vec<f64> = estimates.iter().map(|e| e.n_observed as f64).collect();
    counts.sort_by(f64::total_cmp);
    joint.n_observed = percentile(&counts, 0.5, COMMON).round() as u64;
    let m = estimates.len() as f64;
    let mean = estimates.iter().map(|e| e.n_hat).sum::<f64>() / m;
    let within = estimates.iter().map(|e| e.se.unwrap_or(0.0).powi(2)).sum::<f64>() / m;
    let between = estimates.iter().map(|e| (e.n_hat - mean).powi(2)).sum::<f64>();
    let between = if estimates.len() > 1 { between / (m - 1.0) } else { 0.0 };
    joint.se = Some((within + (1.0 + 1.0 / m) * between).sqrt());
    let tail = (1.0 - level) / 2.0;
    joint.n_hat = mixture_quantile(estimates, 0.5);
    joint.interval = Some(Interval {
        level,
        low: mixture_quantile(estimates, tail),
        high: mixture_quantile(estimates, 1.0 - tail),
        method: IntervalMethod::SampledPartitions,
    });
    Ok(joint)
}

/// Returns the size below which a share of the mixture of all estimates lies.
fn mixture_quantile(estimates: &[Estimate], share: f64) -> f64 {
    let below = |size: f64| -> f64 {
        let parts = estimates.iter().map(|estimate| share_below(estimate, size));
        parts.sum::<f64>() / estimates.len() as f64 - share
    };
    let least = estimates.iter().map(|e| e.n_observed as f64).fold(f64::INFINITY, f64::min);
    let mut most = estimates.iter().map(|e| e.n_hat).fold(least + 1.0, f64::max);
    while below(most) < 0.0 {
        most = least + 2.0 * (most - least);
    }
    find_root(least, most, below)
}

fn share_below(estimate: &Estimate, size: f64) -> f64 {
    let observed = estimate.n_observed as f64;
    let (hidden, se) = (estimate.n_hat - observed, estimate.se.unwrap_or(0.0));
    if size <= observed {
        return 0.0;
    }
    if hidden <= 0.0 || se <= 0.0 {
        return f64::from(u8::from(size >= estimate.n_hat));
    }
    let spread = (1.0 + (se / hidden).powi(2)).ln().sqrt();
    normal_cdf(((size - observed) / hidden).ln() / spread)
}

fn first_name(estimates: &[Estimate]) -> &str {
    estimates.first().map_or("nothing", |estimate| &estimate.model)
}

/// Returns an estimate with the warnings and assumptions of all, each once.
fn joined(estimates: &[Estimate], name: &str) -> Result<Estimate, Refusal> {
    let is_usable = !estimates.is_empty() && estimates.iter().all(|e| e.se.is_some());
    if !is_usable {
        let (place, assumption) = (name.to_owned(), Assumption::StrataFilled);
        return Err(Refusal::Empty { place, assumption });
    }
    let mut joint = estimates[0].clone();
    name.clone_into(&mut joint.model);
    joint.fit = None;
    for estimate in &estimates[1..] {
        for warning in &estimate.warnings {
            if !joint.warnings.contains(warning) {
                joint.warnings.push(warning.clone());
            }
        }
        joint.assumptions.extend(&estimate.assumptions);
    }
    joint.assumptions.sort_unstable();
    joint.assumptions.dedup();
    Ok(joint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::CaptureTable;
    use crate::two_lists::chapman;

    fn estimate(both: u64) -> Estimate {
        let rows = [("11", both), ("10", 781), ("01", 254)];
        chapman(&CaptureTable::from_histories(2, &rows).unwrap(), 0.95).unwrap()
    }

    #[test]
    fn strata_add() {
        let sum = add_strata(&[estimate(167), estimate(167)], 0.95).unwrap();
        assert!((sum.n_hat - 2.0 * estimate(167).n_hat).abs() < 1e-9);
        assert!((sum.se.unwrap() - 2_f64.sqrt() * estimate(167).se.unwrap()).abs() < 1e-9);
        assert!(add_strata(&[], 0.95).is_err());
    }

    #[test]
    fn equal_partitions_change_nothing_and_unequal_ones_widen() {
        let one = estimate(167);
        let same = join_partitions(&[one.clone(), one.clone()], 0.95).unwrap();
        let (own, joint) = (one.interval.unwrap(), same.interval.unwrap());
        assert!((same.n_hat - one.n_hat).abs() < 1e-3);
        assert!((own.low - joint.low).abs() < 1e-3 && (own.high - joint.high).abs() < 1e-3);
        let apart = join_partitions(&[one, estimate(140)], 0.95).unwrap().interval.unwrap();
        assert!(apart.high - apart.low > 1.2 * (joint.high - joint.low));
    }
}
