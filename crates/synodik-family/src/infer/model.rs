//! The weights by which kinship is inferred, `data/kin/model.toml`.

use super::features::{FEATURES, KinPair, N_FEATURES};
use super::{InferredTie, KinEvidence, KinKind, PairOdds};
use serde::Deserialize;
use std::fmt::Write;
use std::sync::LazyLock;

const MODEL_TOML: &str = include_str!("../../../../data/kin/model.toml");

/// Kinds of kinship, and none behind them.
pub(super) const N_KINDS: usize = KinKind::ALL.len();

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelLimits {
    pub(super) max_group_persons: usize,
    pub(super) max_birth_range_years: i32,
    pub(super) least_father_years: i32,
    pub(super) grown_up_years: i32,
    pub(super) settled_years: i32,
    pub(super) rare_case_persons: u32,
    pub(super) place_persons: [u32; 3],
    pub(super) town_persons: u32,
    pub(super) near_persons: u32,
    pub(super) surname_shares: [f64; 2],
    pub(super) min_list_persons: usize,
    pub(super) rare_day_persons: u32,
    pub(super) near_days: i32,
    pub(super) common_year_share: f64,
    pub(super) min_p_kin: f64,
    pub(super) place_noise: Vec<String>,
    pub(super) common_fathers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelFile {
    trained: String,
    limits: ModelLimits,
    calibration: Calibration,
    weight: Vec<WeightEntry>,
}

/// What probabilities stand for, by the score: a rising broken line.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Calibration {
    pub(super) bits: Vec<f64>,
    pub(super) p: Vec<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightEntry {
    feature: String,
    level: String,
    ground: String,
    bits: [f64; N_KINDS],
}

/// Bits of one level for each kind against no kinship.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct LevelWeight {
    pub(super) bits: [f64; N_KINDS],
    /// Whether the weight was learnt from lists whose ties are known, and not set.
    pub(super) is_learnt: bool,
}

/// The weights, limits and calibration by which kinship is inferred.
#[derive(Debug, Clone, PartialEq)]
pub struct KinModel {
    /// From what and how the weights were learnt.
    pub trained: String,
    pub(super) limits: ModelLimits,
    pub(super) calibration: Calibration,
    /// By feature and level, in the order of `FEATURES`.
    pub(super) weights: Vec<Vec<LevelWeight>>,
}

static MODEL: LazyLock<KinModel> =
    LazyLock::new(|| KinModel::parse(MODEL_TOML).expect("a test reads data/kin/model.toml"));

/// Returns the model that is compiled in.
///
/// # Source
///
/// `data/kin/model.toml`
pub fn kin_model() -> &'static KinModel {
    &MODEL
}

impl KinModel {
    fn parse(text: &str) -> Result<KinModel, String> {
        let file: ModelFile = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut weights: Vec<Vec<LevelWeight>> = FEATURES
            .iter()
            .map(|feature| vec![LevelWeight::default(); feature.levels.len()])
            .collect();
        for entry in file.weight {
            let place = FEATURES.iter().position(|feature| feature.name == entry.feature);
            let level = place.and_then(|place| {
                FEATURES[place].levels.iter().position(|&level| level == entry.level)
            });
            let (Some(place), Some(level)) = (place, level) else {
                return Err(format!("no level `{}` of `{}`", entry.level, entry.feature));
            };
            let is_learnt = entry.ground == "learnt";
            weights[place][level] = LevelWeight { bits: entry.bits, is_learnt };
        }
        Ok(KinModel {
            trained: file.trained,
            limits: file.limits,
            calibration: file.calibration,
            weights,
        })
    }

    /// Bits of each kind against no kinship.
    pub(super) fn bits_of(&self, levels: &[u8; N_FEATURES]) -> [f64; N_KINDS] {
        let mut bits = [0.0; N_KINDS];
        for (feature, &level) in self.weights.iter().zip(levels) {
            for (sum, weight) in bits.iter_mut().zip(feature[usize::from(level)].bits) {
                *sum += weight;
            }
        }
        bits
    }

    /// Returns the probabilities of a pair: of each kind of kinship, calibrated.
    pub fn p_kinds(&self, pair: &KinPair) -> [f64; 4] {
        let bits = self.bits_of(&pair.levels);
        let odds = bits.map(f64::exp2);
        let all: f64 = odds.iter().sum();
        let p_kin = self.calibration.p_of(all.log2());
        odds.map(|odds| p_kin * odds / all)
    }

    /// The tie of a pair with what speaks for it.
    pub(super) fn tie_of(&self, pair: &KinPair, odds: &PairOdds) -> InferredTie {
        let p_kinds = odds.p_kinds;
        let mut kind = KinKind::ALL[0];
        for other in KinKind::ALL {
            if p_kinds[other as usize] > p_kinds[kind as usize] {
                kind = other;
            }
        }
        let levels = FEATURES.iter().zip(&self.weights).zip(pair.levels);
        let mut evidence: Vec<KinEvidence> = levels
            .map(|((feature, weights), level)| KinEvidence {
                feature: feature.name,
                level: feature.levels[usize::from(level)],
                bits: weights[usize::from(level)].bits[kind as usize],
            })
            .filter(|evidence| evidence.bits != 0.0)
            .collect();
        evidence.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()));
        let PairOdds { first, second, .. } = *odds;
        InferredTie { first, second, kind, p_kin: odds.p_kin(), p_kinds, evidence }
    }

    /// Returns the weights and the calibration as the part of `data/kin/model.toml` behind its limits.
    pub fn to_toml(&self) -> String {
        let list = |numbers: &[f64], n_digits: usize| {
            let texts: Vec<String> =
                numbers.iter().map(|number| format!("{number:.n_digits$}")).collect();
            texts.join(", ")
        };
        let mut out = String::new();
        let calibration = &self.calibration;
        let written = writeln!(
            out,
            "[calibration]\nbits = [{}]\np = [{}]",
            list(&calibration.bits, 2),
            list(&calibration.p, 4)
        );
        written.expect("a string takes everything");
        for (feature, weights) in FEATURES.iter().zip(&self.weights) {
            for (level, weight) in feature.levels.iter().zip(weights) {
                if weight.bits == [0.0; N_KINDS] {
                    continue;
                }
                let ground = if weight.is_learnt { "learnt" } else { "set" };
                let name = feature.name;
                let written = writeln!(
                    out,
                    "\n[[weight]]\nfeature = \"{name}\"\nlevel = \"{level}\"\nground = \"{ground}\"\nbits = [{}]",
                    list(&weight.bits, 2)
                );
                written.expect("a string takes everything");
            }
        }
        out
    }
}

impl Calibration {
    /// The probability at a score, between the points in a straight line.
    pub(super) fn p_of(&self, bits: f64) -> f64 {
        let above = self.bits.partition_point(|&point| point < bits);
        if above == 0 {
            return self.p[0];
        }
        if above == self.bits.len() {
            return self.p[above - 1];
        }
        let (low, high) = (self.bits[above - 1], self.bits[above]);
        let share = (bits - low) / (high - low);
        self.p[above - 1] + share * (self.p[above] - self.p[above - 1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_probabilities_that_rise() {
        let calibration = &kin_model().calibration;
        assert_eq!(calibration.bits.len(), calibration.p.len());
        assert!(calibration.bits.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(calibration.p.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(calibration.p.iter().all(|p| (0.0..=1.0).contains(p)));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let start = MODEL_TOML.find("\n[calibration]").expect("a calibration");
        let again = format!("{}\n{}", &MODEL_TOML[..start], kin_model().to_toml());
        assert_eq!(KinModel::parse(&again).as_ref(), Ok(kin_model()));
    }
}
