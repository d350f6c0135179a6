//! Intervals for counts, shares and ratios.
//!
//! A count of persons depends on which entries are held to be one person. Over sampled
//! partitions it has a median and an interval; beside them stand the plain counts.

use crate::error::Refusal;
use crate::estimate::{Interval, IntervalMethod, check_level};
use crate::special::{MEDIAN_UNBIASED, normal_quantile, percentile};

/// A count of persons over sampled partitions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartitionedCount {
    /// Median over the partitions.
    pub median: f64,
    /// Interval over the partitions.
    pub interval: Interval,
    /// Partitions.
    pub n_partitions: usize,
}

/// Summarises one cell of a table, counted once for each sampled partition.
///
/// # Errors
///
/// [`Refusal::Setting`] for no partition or a level out of range.
///
/// # Example
///
/// ```
/// use synodik_analyse::count_over_partitions;
/// let count = count_over_partitions(&[10, 12, 11, 11, 13], 0.8).unwrap();
/// assert_eq!(count.median, 11.0);
/// assert!(count_over_partitions(&[], 0.8).is_err());
/// ```
pub fn count_over_partitions(counts: &[u64], level: f64) -> Result<PartitionedCount, Refusal> {
    check_level(level)?;
    if counts.is_empty() {
        let (setting, value) = ("partitions", "0".to_owned());
        return Err(Refusal::Setting { setting, value, expected: "at least 1" });
    }
    let mut sorted: Vec<f64> = counts.iter().map(|&count| count as f64).collect();
    sorted.sort_by(f64::total_cmp);
    let tail = (1.0 - level) / 2.0;
    let at = |share| percentile(&sorted, share, MEDIAN_UNBIASED);
    let method = IntervalMethod::SampledPartitions;
    let interval = Interval { level, low: at(tail), high: at(1.0 - tail), method };
    Ok(PartitionedCount { median: at(0.5), interval, n_partitions: counts.len() })
}

/// A share or a ratio with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// Value.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Nominal coverage, such as 0.95.
    pub level: f64,
}

/// Returns a share with its interval of Wilson.
///
/// # Errors
///
/// [`Refusal::Setting`] for a share of nobody, for more than all, or a level out of range.
///
/// # Source
///
/// Wilson (1927), Journal of the American Statistical Association 22, 209-212.
///
/// # Example
///
/// ```
/// use synodik_analyse::share_interval;
/// let share = share_interval(0, 20, 0.95).unwrap();
/// assert!(share.low == 0.0 && (share.high - 0.161).abs() < 0.001);
/// assert!(share_interval(21, 20, 0.95).is_err());
/// ```
pub fn share_interval(n_part: u64, n_all: u64, level: f64) -> Result<Ratio, Refusal> {
    check_level(level)?;
    if n_all == 0 || n_part > n_all {
        let (setting, value) = ("share", format!("{n_part} of {n_all}"));
        return Err(Refusal::Setting { setting, value, expected: "a part of at least one" });
    }
    let (n, p) = (n_all as f64, n_part as f64 / n_all as f64);
    let z2 = normal_quantile(0.5 + level / 2.0).powi(2);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = (z2 * (p * (1.0 - p) / n + z2 / (4.0 * n * n))).sqrt() / (1.0 + z2 / n);
    // At 0 and 1 the ends are exact; rounding would leave a trace.
    let low = if n_part == 0 { 0.0 } else { middle - half };
    let high = if n_part == n_all { 1.0 } else { middle + half };
    Ok(Ratio { value: p, low, high, level })
}

/// Returns how many of one kind come on one of the other, over groups such as families.
///
/// The kin multiplier is one: kin taken for each person arrested, family by family. Families
/// are independent, persons within one are not; so the spread is that between families.
///
/// # Shape
///
/// `groups` holds numerator and denominator of each group.
///
/// # Errors
///
/// [`Refusal::Setting`] for fewer than two groups, a denominator of nil, or a level out of range.
///
/// # Source
///
/// Cochran (1977), Sampling techniques, section 6.4; interval on the logarithm.
///
/// # Example
///
/// ```
/// use synodik_analyse::ratio_interval;
/// let families = [(3.0, 1.0), (0.0, 1.0), (2.0, 2.0), (1.0, 1.0), (4.0, 1.0)];
/// let multiplier = ratio_interval(&families, 0.95).unwrap();
/// assert!((multiplier.value - 10.0 / 6.0).abs() < 1e-12);
/// assert!(multiplier.low < 1.5 && multiplier.high > 2.0);
/// assert!(ratio_interval(&families[..1], 0.95).is_err());
/// ```
pub fn ratio_interval(groups: &[(f64, f64)], level: f64) -> Result<Ratio, Refusal> {
    check_level(level)?;
    let below: f64 = groups.iter().map(|(_, below)| below).sum();
    if groups.len() < 2 || below <= 0.0 {
        let (setting, value) = ("groups", format!("{} with {below} below", groups.len()));
        return Err(Refusal::Setting {
            setting,
            value,
            expected: "at least 2, with somebody below",
        });
    }
    let above: f64 = groups.iter().map(|(above, _)| above).sum();
    let (m, value) = (groups.len() as f64, above / below);
    let squares: f64 = groups.iter().map(|(above, below)| (above - value * below).powi(2)).sum();
    let se = (squares * m / (m - 1.0)).sqrt() / below;
    let z = normal_quantile(0.5 + level / 2.0);
    if value <= 0.0 {
        return Ok(Ratio { value, low: 0.0, high: 0.0, level });
    }
    let factor = (z * se / value).exp();
    Ok(Ratio { value, low: value / factor, high: value * factor, level })
}

/// Joins the ratios that sampled partitions give: the spread of each and that between them.
///
/// # Shape
///
/// The value is the mean on the logarithm; a nil among them makes it the mean of the values, with
/// the outermost ends.
///
/// # Errors
///
/// [`Refusal::Setting`] for no ratio.
///
/// # Source
///
/// Rubin (1987), Multiple imputation for nonresponse in surveys, on the logarithm.
///
/// # Example
///
/// ```
/// use synodik_analyse::{join_ratios, ratio_interval};
/// let one = ratio_interval(&[(3.0, 1.0), (1.0, 1.0), (2.0, 1.0)], 0.95).unwrap();
/// let other = ratio_interval(&[(3.0, 1.0), (2.0, 1.0), (2.0, 1.0)], 0.95).unwrap();
/// let joint = join_ratios(&[one, other]).unwrap();
/// assert!(one.value < joint.value && joint.value < other.value);
/// assert!(joint.high > other.value && joint.low < one.value);
/// assert!(join_ratios(&[]).is_err());
/// ```
pub fn join_ratios(ratios: &[Ratio]) -> Result<Ratio, Refusal> {
    let Some(first) = ratios.first() else {
        let (setting, value) = ("partitions", "0".to_owned());
        return Err(Refusal::Setting { setting, value, expected: "at least 1" });
    };
    let (m, level) = (ratios.len() as f64, first.level);
    if ratios.iter().any(|ratio| ratio.value <= 0.0) {
        let value = ratios.iter().map(|ratio| ratio.value).sum::<f64>() / m;
        let low = ratios.iter().map(|ratio| ratio.low).fold(f64::INFINITY, f64::min);
        let high = ratios.iter().map(|ratio| ratio.high).fold(0.0, f64::max);
        return Ok(Ratio { value, low, high, level });
    }
    let z = normal_quantile(0.5 + level / 2.0);
    let mean = ratios.iter().map(|ratio| ratio.value.ln()).sum::<f64>() / m;
    let spread = |ratio: &Ratio| ((ratio.high / ratio.value).ln() / z).powi(2);
    let within = ratios.iter().map(spread).sum::<f64>() / m;
    let between = ratios.iter().map(|ratio| (ratio.value.ln() - mean).powi(2)).sum::<f64>();
    let between = if ratios.len() > 1 { between / (m - 1.0) } else { 0.0 };
    let factor = (z * (within + (1.0 + 1.0 / m) * between).sqrt()).exp();
    let value = mean.exp();
    Ok(Ratio { value, low: value / factor, high: value * factor, level })
}
