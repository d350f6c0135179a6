//! Whether something changed on a day, and on which.
//!
//! Values by day (lags, shares) or counts by period. How unusual the greatest change is
//! found by shuffling: no distribution is assumed, and the search for the day is paid for.

use crate::draw::{multinomial, stream};
use crate::error::Refusal;
use rand::seq::SliceRandom;
use rayon::prelude::*;

/// How to search and how often to shuffle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BreakConfig {
    /// Fewest observations, or periods, on either side.
    pub n_side_least: usize,
    /// Shuffles; the least p-value is 1 in one more than these.
    pub n_shuffles: usize,
    /// Seed.
    pub seed: u64,
}

/// A break between two stretches of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Break {
    /// Last day, or period, before the break.
    pub last_before: f64,
    /// First day, or period, after it.
    pub first_after: f64,
    /// Mean value, or count of a period, before.
    pub mean_before: f64,
    /// Mean value, or count of a period, after.
    pub mean_after: f64,
    /// How great the change is; comparable only within one search.
    pub statistic: f64,
    /// Probability of a change as great or greater when nothing changed.
    pub p_value: f64,
}

/// Finds the day at which values change most.
///
/// # Shape
///
/// `observations` holds day and value, in any order. Values of one day stay on one side. The
/// statistic compares ranks, so a single extreme value does not make a break.
///
/// # Errors
///
/// [`Refusal::Setting`] when there are too few observations or no shuffle.
///
/// # Source
///
/// Pettitt (1979), Applied Statistics 28, 126-135; p-value by permutation.
///
/// # Example
///
/// ```
/// use synodik_analyse::{BreakConfig, find_value_break};
/// let lags: Vec<(f64, f64)> = (0..40)
///     .map(|day| (f64::from(day), if day < 25 { 10.0 } else { 40.0 } + f64::from(day % 7)))
///     .collect();
/// let config = BreakConfig { n_side_least: 5, n_shuffles: 199, seed: 1 };
/// let found = find_value_break(&lags, &config).unwrap();
/// assert_eq!((found.last_before, found.first_after), (24.0, 25.0));
/// assert_eq!(found.p_value, 1.0 / 200.0);
/// assert!(find_value_break(&lags[..6], &config).is_err());
/// ```
pub fn find_value_break(
    observations: &[(f64, f64)],
    config: &BreakConfig,
) -> Result<Break, Refusal> {
    let (days, values) = sorted_by_day(observations, config)?;
    let ranks = ranks_of(&values);
    let splits: Vec<usize> = (config.n_side_least..=days.len() - config.n_side_least)
        .filter(|&split| days[split - 1] < days[split])
        .collect();
    value_break(&days, &values, &ranks, &splits, config)
}

/// Compares the values before a given day with those from that day on.
///
/// # Errors
///
/// As [`find_value_break`], and when one side has too few observations.
///
/// # Example
///
/// ```
/// use synodik_analyse::{BreakConfig, compare_around};
/// let lags: Vec<(f64, f64)> =
///     (0..20).map(|day| (f64::from(day), f64::from(day % 5))).collect();
/// let config = BreakConfig { n_side_least: 5, n_shuffles: 199, seed: 1 };
/// assert!(compare_around(&lags, 10.0, &config).unwrap().p_value > 0.5);
/// assert!(compare_around(&lags, 50.0, &config).is_err());
/// ```
pub fn compare_around(
    observations: &[(f64, f64)],
    first_after: f64,
    config: &BreakConfig,
) -> Result<Break, Refusal> {
    let (days, values) = sorted_by_day(observations, config)?;
    let split = days.partition_point(|&day| day < first_after);
    if split < config.n_side_least || days.len() - split < config.n_side_least {
        return Err(too_few(split.min(days.len() - split)));
    }
    value_break(&days, &values, &ranks_of(&values), &[split], config)
}

/// Finds the period after which events become more or less frequent.
///
/// # Shape
///
/// `counts` holds the events of equal periods, in order; the break is given by their places.
/// Shuffling puts each event into any period alike.
///
/// # Errors
///
/// [`Refusal::Setting`] when there are too few periods, no event or no shuffle.
///
/// # Example
///
/// ```
/// use synodik_analyse::{BreakConfig, find_rate_break};
/// let config = BreakConfig { n_side_least: 2, n_shuffles: 199, seed: 1 };
/// let found = find_rate_break(&[4, 5, 3, 4, 20, 22, 19, 21], &config).unwrap();
/// assert_eq!((found.last_before, found.mean_before, found.p_value), (3.0, 4.0, 0.005));
/// assert!(find_rate_break(&[0, 0, 0, 0], &config).is_err());
/// ```
pub fn find_rate_break(counts: &[u64], config: &BreakConfig) -> Result<Break, Refusal> {
    let n_events: u64 = counts.iter().sum();
    if config.n_side_least == 0 || counts.len() < 2 * config.n_side_least || n_events == 0 {
        return Err(too_few(counts.len()));
    }
    check_shuffles(config)?;
    let (split, statistic) = best_rate_split(counts, config.n_side_least);
    let even = vec![1.0; counts.len()];
    let n_greater = count_shuffles(config, |shuffle_idx| {
        let mut drawn = vec![0; counts.len()];
        multinomial(&mut stream(config.seed, shuffle_idx), n_events, &even, &mut drawn);
        best_rate_split(&drawn, config.n_side_least).1 >= statistic - 1e-9
    });
    let mean = |part: &[u64]| part.iter().sum::<u64>() as f64 / part.len() as f64;
    Ok(Break {
        last_before: split as f64 - 1.0,
        first_after: split as f64,
        mean_before: mean(&counts[..split]),
        mean_after: mean(&counts[split..]),
        statistic,
        p_value: (1.0 + n_greater as f64) / (1.0 + config.n_shuffles as f64),
    })
}

/// Returns the split at which two rates fit best, and twice the gain in log-likelihood.
fn best_rate_split(counts: &[u64], n_side_least: usize) -> (usize, f64) {
    let (n, total) = (counts.len() as f64, counts.iter().sum::<u64>() as f64);
    let gain = |events: f64, periods: f64| {
        if events > 0.0 { events * (events * n / (periods * total)).ln() } else { 0.0 }
    };
    let mut before = 0.0;
    let mut best = (n_side_least, f64::NEG_INFINITY);
    for split in 1..=counts.len() - n_side_least {
        before += counts[split - 1] as f64;
        if split < n_side_least {
            continue;
        }
        let periods = split as f64;
        let statistic = 2.0 * (gain(before, periods) + gain(total - before, n - periods));
        if statistic > best.1 {
            best = (split, statistic);
        }
    }
    best
}

fn value_break(
    days: &[f64],
    values: &[f64],
    ranks: &[f64],
    splits: &[usize],
    config: &BreakConfig,
) -> Result<Break, Refusal> {
    let Some((split, statistic)) = best_value_split(ranks, splits) else {
        return Err(too_few(0));
    };
    let n_greater = count_shuffles(config, |shuffle_idx| {
        let mut shuffled = ranks.to_vec();
        shuffled.shuffle(&mut stream(config.seed, shuffle_idx));
        best_value_split(&shuffled, splits).is_some_and(|(_, s)| s >= statistic - 1e-9)
    });
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
    Ok(Break {
        last_before: days[split - 1],
        first_after: days[split],
        mean_before: mean(&values[..split]),
        mean_after: mean(&values[split..]),
        statistic,
        p_value: (1.0 + n_greater as f64) / (1.0 + config.n_shuffles as f64),
    })
}

/// Returns the split with the greatest standardised difference of ranks.
fn best_value_split(ranks: &[f64], splits: &[usize]) -> Option<(usize, f64)> {
    let n = ranks.len() as f64;
    let mut sums = Vec::with_capacity(ranks.len() + 1);
    sums.push(0.0);
    for rank in ranks {
        sums.push(sums[sums.len() - 1] + rank);
    }
    let mut best: Option<(usize, f64)> = None;
    for &split in splits {
        let before = split as f64;
        let surprise = (sums[split] - before * (n + 1.0) / 2.0).abs();
        let statistic = surprise / (before * (n - before) * (n + 1.0) / 12.0).sqrt();
        if best.is_none_or(|(_, most)| statistic > most) {
            best = Some((split, statistic));
        }
    }
    best
}

fn count_shuffles(config: &BreakConfig, is_greater: impl Fn(usize) -> bool + Sync) -> usize {
    (0..config.n_shuffles).into_par_iter().filter(|&shuffle_idx| is_greater(shuffle_idx)).count()
}

/// Returns days and values by day.
fn sorted_by_day(
    observations: &[(f64, f64)],
    config: &BreakConfig,
) -> Result<(Vec<f64>, Vec<f64>), Refusal> {
    check_shuffles(config)?;
    let are_numbers = observations.iter().all(|(day, value)| day.is_finite() && value.is_finite());
    if config.n_side_least == 0 || observations.len() < 2 * config.n_side_least || !are_numbers {
        return Err(too_few(observations.len()));
    }
    let mut sorted = observations.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Ok(sorted.into_iter().unzip())
}

/// Returns the rank of each value from 1, equal values sharing their mean rank.
fn ranks_of(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let value = values[order[from]];
        let to = from + order[from..].iter().take_while(|&&place| values[place] == value).count();
        for &place in &order[from..to] {
            ranks[place] = (from + to + 1) as f64 / 2.0;
        }
        from = to;
    }
    ranks
}

fn check_shuffles(config: &BreakConfig) -> Result<(), Refusal> {
    if config.n_shuffles > 0 {
        return Ok(());
    }
    let (setting, value) = ("n_shuffles", "0".to_owned());
    Err(Refusal::Setting { setting, value, expected: "at least 1" })
}

fn too_few(n: usize) -> Refusal {
    let (setting, value) = ("observations", n.to_string());
    Refusal::Setting { setting, value, expected: "numbers, enough on either side of the break" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;

    #[test]
    fn where_nothing_changed_small_p_values_are_rare() {
        let config = BreakConfig { n_side_least: 5, n_shuffles: 99, seed: 4 };
        let n_small = (0..200)
            .filter(|&run_idx| {
                let mut generator = stream(8, run_idx);
                let even: Vec<(f64, f64)> =
                    (0..40).map(|day| (f64::from(day), generator.random())).collect();
                find_value_break(&even, &config).unwrap().p_value <= 0.05
            })
            .count();
        // One in twenty of 200 is 10, with a standard deviation of 3.
        assert!(n_small <= 20, "{n_small}");
    }

    #[test]
    fn a_break_of_the_rate_is_found_at_its_period() {
        let mut counts = [0_u64; 60];
        let mut generator = stream(9, 0);
        for (period, count) in counts.iter_mut().enumerate() {
            let rate = if period < 33 { 4 } else { 9 };
            *count = (0..rate).map(|_| generator.random_range(0..3_u64)).sum();
        }
        let config = BreakConfig { n_side_least: 3, n_shuffles: 499, seed: 4 };
        let found = find_rate_break(&counts, &config).unwrap();
        assert!((found.first_after - 33.0).abs() <= 2.0 && found.p_value < 0.01, "{found:?}");
    }
}
