//! Functions of statistics that the standard library lacks, and percentiles.

/// Returns the logarithm of the gamma function.
pub(crate) fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// Returns the probability that a standard normal value is at most `x`.
pub(crate) fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// Returns the value below which a standard normal value lies with probability `p`.
///
/// Bisection on the distribution function: exact to the last digits, and called a
/// few times per estimate only.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    let (mut low, mut high) = (-40.0_f64, 40.0_f64);
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if normal_cdf(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Returns the probability that a chi-squared value with `df` degrees of freedom exceeds `x`.
///
/// # Source
///
/// Series and continued fraction of the incomplete gamma function, Abramowitz and
/// Stegun 6.5.29 and 6.5.31.
pub(crate) fn chi_squared_tail(x: f64, df: f64) -> f64 {
    if x <= 0.0 || df <= 0.0 {
        return 1.0;
    }
    let (a, x) = (df / 2.0, x / 2.0);
    let factor = (a * x.ln() - x - ln_gamma(a)).exp();
    if x < a + 1.0 {
        let (mut term, mut sum) = (1.0 / a, 1.0 / a);
        let mut k = a;
        while term > sum * 1e-16 {
            k += 1.0;
            term *= x / k;
            sum += term;
        }
        return 1.0 - factor * sum;
    }
    let mut b = x + 1.0 - a;
    let mut c = 1e300;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for step in 1..500 {
        let step = f64::from(step);
        let numerator = -step * (step - a);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        let change = c * d;
        fraction *= change;
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    factor * fraction
}

/// Returns the logarithm of the Poisson probability of `count`; a mean of zero allows only zero.
pub(crate) fn ln_poisson(count: f64, mean: f64) -> f64 {
    if mean <= 0.0 {
        return if count == 0.0 { 0.0 } else { f64::NEG_INFINITY };
    }
    count * mean.ln() - mean - ln_gamma(count + 1.0)
}

/// Returns the percentile `p` of sorted values, with `a` as plotting position.
///
/// `a = 1` is the common definition (type 7 of Hyndman and Fan), `a = 1/3` is
/// median-unbiased (type 8).
pub(crate) fn percentile(sorted: &[f64], p: f64, a: f64) -> f64 {
    let n = sorted.len() as f64;
    let position = a + p * (n + 1.0 - 2.0 * a);
    let position = position.clamp(1.0, n);
    let below = position.floor();
    let low = sorted[below as usize - 1];
    let high = sorted[(below as usize).min(sorted.len() - 1)];
    if high == low {
        return low;
    }
    low + (position - below) * (high - low)
}

/// Plotting position of type 7.
pub(crate) const COMMON: f64 = 1.0;
/// Plotting position of type 8.
pub(crate) const MEDIAN_UNBIASED: f64 = 1.0 / 3.0;

/// Returns `x` with `f(x) = 0` in an interval at whose ends `f` has different signs.
pub(crate) fn find_root(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let sign_low = f(low) < 0.0;
    // Fifty halvings of any interval of persons end far below the printed digits.
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if (f(middle) < 0.0) == sign_low {
            low = middle;
        } else {
            high = middle;
        }
        if high - low < 1e-7 * (1.0 + high.abs()) {
            break;
        }
    }
    0.5 * (low + high)
}

/// Returns the place of the maximum of a function with one peak.
pub(crate) fn find_peak(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let golden = 0.5 * (5.0_f64.sqrt() - 1.0);
    let mut left = high - golden * (high - low);
    let mut right = low + golden * (high - low);
    let (mut f_left, mut f_right) = (f(left), f(right));
    while high - low > 1e-6 * (1.0 + high.abs()) {
        if f_left < f_right {
            low = left;
            (left, f_left) = (right, f_right);
            right = low + golden * (high - low);
            f_right = f(right);
        } else {
            high = right;
            (right, f_right) = (left, f_left);
            left = high - golden * (high - low);
            f_left = f(left);
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (p, expected) in [(0.975, 1.959_963_985), (0.5, 0.0), (0.05, -1.644_853_627)] {
            assert!((normal_quantile(p) - expected).abs() < 1e-9, "{p}");
        }
        for (x, df, expected) in
            [(3.841_458_821, 1.0, 0.05), (18.307_038, 10.0, 0.05), (1.0, 4.0, 0.909_795_99)]
        {
            assert!((chi_squared_tail(x, df) - expected).abs() < 1e-7, "{x} {df}");
        }
    }

    #[test]
    fn percentiles_interpolate() {
        let values = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(percentile(&values, 0.5, COMMON), 2.5);
        assert_eq!(percentile(&values, 0.25, COMMON), 1.75);
        assert_eq!(percentile(&values, 0.0, MEDIAN_UNBIASED), 1.0);
        assert!((percentile(&values, 0.25, MEDIAN_UNBIASED) - 1.416_666).abs() < 1e-5);
    }
}
