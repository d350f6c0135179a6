//! How long until something happened, when for some it is only known that it had not yet.

use crate::error::Refusal;
use crate::estimate::check_level;
use crate::special::{find_root, normal_quantile};

/// The time from one event to another, or to the last day that is known of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lag {
    /// Days; any unit serves as long as all lags have the same.
    pub days: f64,
    /// Whether the second event happened then; otherwise nothing is known after that day.
    pub has_happened: bool,
}

/// The curve at a day on which something happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// Day.
    pub days: f64,
    /// Those for whom it had not happened before, and who were still known of.
    pub n_at_risk: usize,
    /// Those for whom it happened on that day.
    pub n_events: usize,
    /// Share for whom it had not happened by the end of that day.
    pub share: f64,
    /// Standard error of Greenwood.
    pub se: f64,
    /// Interval for this day alone.
    pub interval: (f64, f64),
    /// Band that holds the whole curve at once.
    pub band: (f64, f64),
}

/// A curve of Kaplan and Meier.
#[derive(Debug, Clone, PartialEq)]
pub struct SurvivalCurve {
    /// Steps by day, ascending.
    pub steps: Vec<SurvivalStep>,
    /// First day by which it had happened for half; `None` when it never had.
    pub median_days: Option<f64>,
    /// Interval of the median; an end that the data do not reach is `None`.
    pub median_interval: (Option<f64>, Option<f64>),
    /// Lags of which only the beginning is known.
    pub n_censored: usize,
    /// Nominal coverage, such as 0.95.
    pub level: f64,
}

/// Estimates the share for whom an event had not yet happened, day by day.
///
/// # Units
///
/// Those of `days`. Intervals and band are on the scale of `ln(-ln(share))`, so they stay
/// between 0 and 1.
///
/// # Errors
///
/// [`Refusal::Setting`] for no lag, a negative lag, or a level out of range.
///
/// # Source
///
/// Kaplan and Meier (1958); band of equal precision of Nair (1984), with the bound of Miller
/// and Siegmund (1982).
///
/// # Example
///
/// ```
/// use synodik_analyse::{Lag, kaplan_meier};
/// let lag = |days, has_happened| Lag { days, has_happened };
/// let curve = kaplan_meier(&[lag(5.0, true), lag(8.0, false), lag(9.0, true)], 0.95).unwrap();
/// assert!((curve.steps[0].share - 2.0 / 3.0).abs() < 1e-12);
/// assert!(kaplan_meier(&[lag(-1.0, true)], 0.95).is_err());
/// ```
pub fn kaplan_meier(lags: &[Lag], level: f64) -> Result<SurvivalCurve, Refusal> {
    check_level(level)?;
    if lags.is_empty() || lags.iter().any(|lag| lag.days.is_nan() || lag.days < 0.0) {
        let (setting, value) = ("lags", format!("{} lags", lags.len()));
        return Err(Refusal::Setting { setting, value, expected: "at least one, none negative" });
    }
    let mut sorted = lags.to_vec();
    sorted.sort_by(|a, b| a.days.total_cmp(&b.days));
    let mut steps = Vec::new();
    let (mut share, mut greenwood) = (1.0, 0.0);
    let mut from = 0;
    while from < sorted.len() {
        let days = sorted[from].days;
        let to = from + sorted[from..].iter().take_while(|lag| lag.days == days).count();
        let n_at_risk = sorted.len() - from;
        let n_events = sorted[from..to].iter().filter(|lag| lag.has_happened).count();
        from = to;
        if n_events == 0 {
            continue;
        }
        let (at_risk, events) = (n_at_risk as f64, n_events as f64);
        share *= 1.0 - events / at_risk;
        greenwood += events / (at_risk * (at_risk - events));
        let se = if share > 0.0 { share * greenwood.sqrt() } else { 0.0 };
        let (interval, band) = ((share, share), (share, share));
        steps.push(SurvivalStep { days, n_at_risk, n_events, share, se, interval, band });
    }
    add_intervals(&mut steps, sorted.len() as f64, level);
    let first_by = |value: &dyn Fn(&SurvivalStep) -> f64| {
        steps.iter().find(|step| value(step) <= 0.5).map(|step| step.days)
    };
    let median_days = first_by(&|step| step.share);
    let median_interval = (first_by(&|step| step.interval.0), first_by(&|step| step.interval.1));
    let n_censored = sorted.iter().filter(|lag| !lag.has_happened).count();
    Ok(SurvivalCurve { steps, median_days, median_interval, n_censored, level })
}

fn add_intervals(steps: &mut [SurvivalStep], n: f64, level: f64) {
    let z = normal_quantile(0.5 + level / 2.0);
    // The band spans the days at which the share is neither 1 nor 0.
    let inner = |step: &&SurvivalStep| step.share > 0.0 && step.share < 1.0;
    let place = |step: &SurvivalStep| {
        let scaled = n * (step.se / step.share).powi(2);
        scaled / (1.0 + scaled)
    };
    let first = steps.iter().find(inner).map(place);
    let last = steps.iter().rev().find(inner).map(place);
    let wide = match (first, last) {
        (Some(first), Some(last)) if last > first => band_factor(first, last, level).max(z),
        _ => z,
    };
    for step in steps.iter_mut().filter(|step| step.share > 0.0 && step.share < 1.0) {
        let spread = step.se / (step.share * step.share.ln());
        let within = |factor: f64| {
            let turn = (factor * spread).abs().exp();
            (step.share.powf(turn), step.share.powf(1.0 / turn))
        };
        (step.interval, step.band) = (within(z), within(wide));
    }
    for step in steps.iter_mut().filter(|step| step.share == 0.0) {
        // Nothing is left at risk: the data bound the curve by its last step only.
        (step.interval, step.band) = ((0.0, 1.0), (0.0, 1.0));
    }
}

/// Returns how many standard errors wide the band must be to hold the curve at all days.
fn band_factor(first: f64, last: f64, level: f64) -> f64 {
    let span = (last * (1.0 - first) / (first * (1.0 - last))).ln();
    let beyond = |e: f64| {
        let density = (-0.5 * e * e).exp() / (2.0 * std::f64::consts::PI).sqrt();
        4.0 * density / e + density * (e - 1.0 / e) * span - (1.0 - level)
    };
    find_root(1.0, 10.0, beyond)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The remission times under 6-mercaptopurine, weeks (Freireich and others 1963).
    #[test]
    fn the_textbook_curve_is_reproduced() {
        let happened = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let lag = |&weeks: &i32, has_happened| Lag { days: f64::from(weeks), has_happened };
        let mut lags: Vec<Lag> = happened.iter().map(|weeks| lag(weeks, true)).collect();
        lags.extend(censored.iter().map(|weeks| lag(weeks, false)));
        let curve = kaplan_meier(&lags, 0.95).unwrap();
        let expected = [
            (6.0, 21, 3, 0.857, 0.0764),
            (7.0, 17, 1, 0.807, 0.0869),
            (10.0, 15, 1, 0.753, 0.0963),
            (13.0, 12, 1, 0.690, 0.1068),
            (16.0, 11, 1, 0.627, 0.1141),
            (22.0, 7, 1, 0.538, 0.1282),
            (23.0, 6, 1, 0.448, 0.1346),
        ];
        assert_eq!(curve.steps.len(), expected.len());
        for (step, (days, n_at_risk, n_events, share, se)) in curve.steps.iter().zip(expected) {
            assert_eq!((step.days, step.n_at_risk, step.n_events), (days, n_at_risk, n_events));
            assert!((step.share - share).abs() < 0.0006 && (step.se - se).abs() < 0.00006);
            assert!(step.band.0 < step.interval.0 && step.interval.1 < step.band.1);
        }
        assert_eq!((curve.median_days, curve.n_censored), (Some(23.0), 12));
        let (low, high) = curve.steps[0].interval;
        assert!((low - 0.620).abs() < 0.001 && (high - 0.952).abs() < 0.001, "{low} {high}");
    }
}
