//! What agreement weighs: three classes, one table of weights.

use crate::compare::Pattern;
use crate::levels::Level;

/// Probabilities of one pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Odds {
    /// Log2 odds of the same person against a stranger.
    pub(crate) same_bits: f32,
    /// Log2 odds of kin against a stranger.
    pub(crate) kin_bits: f32,
}

impl Odds {
    /// Returns the probabilities of the same person and of kin.
    pub(crate) fn probabilities(self) -> (f64, f64) {
        let (same, kin) = (f64::from(self.same_bits).exp2(), f64::from(self.kin_bits).exp2());
        let total = same + kin + 1.0;
        (same / total, kin / total)
    }

    /// Returns the sums of both.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            same_bits: self.same_bits + other.same_bits,
            kin_bits: self.kin_bits + other.kin_bits,
        }
    }

    /// Returns the differences of both.
    pub(crate) fn minus(self, other: Self) -> Self {
        Self {
            same_bits: self.same_bits - other.same_bits,
            kin_bits: self.kin_bits - other.kin_bits,
        }
    }

    /// Returns the greater of each.
    pub(crate) fn max(self, other: Self) -> Self {
        Self {
            same_bits: self.same_bits.max(other.same_bits),
            kin_bits: self.kin_bits.max(other.kin_bits),
        }
    }

    /// Returns the log2 odds of the same person against kin and stranger.
    pub(crate) fn pair_bits(self) -> f32 {
        let other = f64::from(self.kin_bits).exp2() + 1.0;
        self.same_bits - other.log2() as f32
    }
}

/// The levels of one comparison with their probabilities in each class.
#[derive(Debug, Clone)]
pub(crate) struct ComparisonModel {
    /// The column.
    pub(crate) label: String,
    /// The kind, for reports.
    pub(crate) kind: &'static str,
    /// The levels; level n is entry n - 1.
    pub(crate) levels: Vec<Level>,
    /// Probability of each level among pairs of one person.
    pub(crate) p_same: Vec<f64>,
    /// The same among relatives.
    pub(crate) p_kin: Vec<f64>,
    /// The same among strangers.
    pub(crate) p_stranger: Vec<f64>,
}

/// A trained model.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    /// The comparisons.
    pub(crate) comparisons: Vec<ComparisonModel>,
    /// Log2 odds of the same person against a stranger for a random pair.
    pub(crate) prior_same_bits: f64,
    /// The same of kin; minus infinity if no kin is expected.
    pub(crate) prior_kin_bits: f64,
}

/// Weights ready to be summed.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    pub(crate) prior: Odds,
    /// For every comparison 32 entries, one a level.
    same: Vec<f32>,
    kin: Vec<f32>,
    /// The most that levels other than the bands can add, and that these can without "learnt".
    most: Vec<Odds>,
    most_otherwise: Vec<Odds>,
    n_comparisons: usize,
    /// How often two records of one person state two sexes, if sex is compared.
    pub(crate) p_sex_slip: Option<f64>,
}

impl Model {
    /// Returns the weights, each cut off at `max_bits`.
    pub(crate) fn weights(&self, max_bits: f32) -> Weights {
        let n_comparisons = self.comparisons.len();
        let mut weights = Weights {
            prior: Odds {
                same_bits: self.prior_same_bits as f32,
                kin_bits: self.prior_kin_bits as f32,
            },
            same: vec![0.0; n_comparisons * 32],
            kin: vec![0.0; n_comparisons * 32],
            most: vec![Odds { same_bits: 0.0, kin_bits: 0.0 }; n_comparisons],
            most_otherwise: vec![Odds { same_bits: 0.0, kin_bits: 0.0 }; n_comparisons],
            n_comparisons,
            p_sex_slip: None,
        };
        let bits =
            |of: f64, against: f64| ((of / against).log2() as f32).clamp(-max_bits, max_bits);
        for (idx, comparison) in self.comparisons.iter().enumerate() {
            if comparison.kind == "sex" {
                let p_differs = comparison.p_same[usize::from(crate::levels::sex::DIFFERS) - 1];
                weights.p_sex_slip = Some(p_differs);
            }
            for level in 0..comparison.levels.len() {
                let place = idx * 32 + level + 1;
                let stranger = comparison.p_stranger[level];
                weights.same[place] = bits(comparison.p_same[level], stranger);
                weights.kin[place] = bits(comparison.p_kin[level], stranger);
                if comparison.levels[level].band.is_none() {
                    let odds =
                        Odds { same_bits: weights.same[place], kin_bits: weights.kin[place] };
                    weights.most[idx] = weights.most[idx].max(odds);
                    if comparison.levels[level].name != "learnt" {
                        weights.most_otherwise[idx] = weights.most_otherwise[idx].max(odds);
                    }
                }
            }
        }
        weights
    }
}

impl Weights {
    /// Returns the odds of a pattern.
    pub(crate) fn score(&self, pattern: Pattern) -> Odds {
        let mut odds = self.prior;
        for idx in 0..self.n_comparisons {
            let place = idx * 32 + usize::from(pattern.level(idx));
            odds.same_bits += self.same[place];
            odds.kin_bits += self.kin[place];
        }
        odds
    }

    /// Returns what one comparison adds to the odds.
    pub(crate) fn part(&self, pattern: Pattern, comparison_idx: usize) -> Odds {
        self.of_level(comparison_idx, pattern.level(comparison_idx))
    }

    /// Returns what a level of a comparison adds to the odds.
    pub(crate) fn of_level(&self, comparison_idx: usize, level: u8) -> Odds {
        let place = comparison_idx * 32 + usize::from(level);
        Odds { same_bits: self.same[place], kin_bits: self.kin[place] }
    }

    /// Returns the most that a comparison can add.
    pub(crate) fn most(&self, comparison_idx: usize) -> Odds {
        let bands = 1..=crate::levels::N_BANDS as u8;
        let exact = bands.map(|level| self.of_level(comparison_idx, level));
        exact.fold(self.most[comparison_idx], Odds::max)
    }

    /// Returns the most that a comparison can add for values that are not the same, nor learnt to be.
    pub(crate) fn most_otherwise(&self, comparison_idx: usize) -> Odds {
        self.most_otherwise[comparison_idx]
    }
}
