//! Chao's lower bounds in closed form.
//!
//! Whoever stands on one or two lists says most of those who stand on none. The log-linear
//! bounds are models of [`crate::ClosedModel`]; these need no fit.

use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, check_level, log_normal_estimate};
use crate::table::CaptureTable;

/// Which of Chao's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChaoBound {
    /// `n + f1² / 2 f2`: lists without number (Chao 1984, 1987).
    Plain,
    /// `n + ((t - 1) / t) f1² / 2 f2`: t lists of equal reach (Chao 1987).
    EqualLists,
    /// `n + (f1² - Σ z²) / 2 (f2 + 1)`: lists of different reach, z those on one list only
    /// (Chao, Lee and Jeng 1992, bias-corrected).
    UnequalLists,
}

impl ChaoBound {
    fn name(self) -> &'static str {
        match self {
            Self::Plain => "Chao lower bound",
            Self::EqualLists => "Chao lower bound Mh",
            Self::UnequalLists => "Chao lower bound Mth",
        }
    }
}

/// Estimates the least number that the table allows when chances differ in any way.
///
/// # Units
///
/// Persons; the interval takes the hidden number to be log-normal.
///
/// # Errors
///
/// [`Refusal::NoEvidence`] when nobody stands on just two lists and the bound divides by them.
///
/// # Source
///
/// Chao (1987), Biometrics 43, 783-791.
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, ChaoBound, chao_lower_bound};
/// let rows = [("100", 20), ("010", 30), ("001", 10), ("110", 5), ("011", 4), ("111", 1)];
/// let table = CaptureTable::from_histories(3, &rows).unwrap();
/// let bound = chao_lower_bound(&table, ChaoBound::Plain, 0.95).unwrap();
/// assert_eq!(bound.n_hat, 70.0 + 60.0 * 60.0 / 18.0);
/// let single = CaptureTable::from_histories(2, &[("10", 4), ("01", 4)]).unwrap();
/// assert!(chao_lower_bound(&single, ChaoBound::Plain, 0.95).is_err());
/// ```
pub fn chao_lower_bound(
    table: &CaptureTable,
    bound: ChaoBound,
    level: f64,
) -> Result<Estimate, Refusal> {
    check_level(level)?;
    table.check()?;
    table.check_all_possible(bound.name())?;
    let frequencies = table.frequencies();
    let (once, twice) = (frequencies[0] as f64, frequencies[1] as f64);
    if twice == 0.0 {
        let (model, needed) = (bound.name().to_owned(), "persons on two lists".to_owned());
        return Err(Refusal::NoEvidence { model, needed, assumption: Assumption::ListsOverlap });
    }
    let n_lists = table.n_lists() as f64;
    let ratio = once / twice;
    let plain_variance = twice * (0.25 * ratio.powi(4) + ratio.powi(3) + 0.5 * ratio.powi(2));
    let (hidden, variance) = match bound {
        ChaoBound::Plain => (once * ratio / 2.0, plain_variance),
        ChaoBound::EqualLists => {
            let share = (n_lists - 1.0) / n_lists;
            let variance = twice
                * (0.25 * share.powi(2) * ratio.powi(4)
                    + share.powi(2) * ratio.powi(3)
                    + 0.5 * share * ratio.powi(2));
            (share * once * ratio / 2.0, variance)
        }
        ChaoBound::UnequalLists => {
            let singles: f64 =
                (0..table.n_lists()).map(|idx| (table.count(1 << idx) as f64).powi(2)).sum();
            let hidden = (once * once - singles) / (2.0 * (twice + 1.0));
            // By the delta method, with all counts taken to be independent and Poisson.
            let by_singles: f64 = (0..table.n_lists())
                .map(|idx| table.count(1 << idx) as f64)
                .map(|single| single * ((once - single) / (twice + 1.0)).powi(2))
                .sum();
            let by_twice = twice * (hidden / (twice + 1.0)).powi(2);
            (hidden, by_singles + by_twice + hidden)
        }
    };
    let n_hat = table.n_observed() as f64 + hidden;
    let found = (n_hat, variance.sqrt());
    Ok(log_normal_estimate(
        table,
        bound.name(),
        found,
        &[Assumption::Independent, Assumption::LowerBound],
        level,
    ))
}
