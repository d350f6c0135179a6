//! From the bits of the parts of two names to the probability that they are one name.

use super::agreement::Agreement;
use super::evidence::PartEvidence;
use crate::table;
use std::sync::LazyLock;

const NAME_PROBABILITY_TSV: &str = include_str!("../../../../data/names/name_probability.tsv");

pub(super) struct Probability {
    prior_bits: f64,
    max_part_bits: f64,
    negative_scale: f64,
    pub(super) swapped_bits: f32,
    pub(super) other_sex_bits: f32,
    pub(super) particle_bits: f32,
    /// The bits of the share of bearers for which the weights of a given name are made.
    pub(super) usual_given_bits: f32,
    /// The same of a surname.
    pub(super) usual_surname_bits: f32,
    /// How much the counted frequency of a given name changes its weight at most.
    pub(super) max_rarity_bits: f32,
}

pub(super) static PROBABILITY: LazyLock<Probability> = LazyLock::new(|| {
    let number = |wanted: &str| -> f64 {
        let mut rows = table::rows::<4>(NAME_PROBABILITY_TSV);
        let row = rows.find(|[key, ..]| *key == wanted);
        let [_key, value, ..] = row.expect("name_probability.tsv has every value");
        value.parse().expect("values are numbers")
    };
    Probability {
        prior_bits: number("prior_bits"),
        max_part_bits: number("max_part_bits"),
        negative_scale: number("negative_scale"),
        swapped_bits: number("swapped_bits") as f32,
        other_sex_bits: number("other_sex_bits") as f32,
        particle_bits: number("particle_bits") as f32,
        usual_given_bits: number("usual_given_bits") as f32,
        usual_surname_bits: number("usual_surname_bits") as f32,
        max_rarity_bits: number("max_rarity_bits") as f32,
    }
});

/// Returns how likely two names are one by what their parts say.
///
/// Parts that agree count little, however rare the name: relatives and namesakes
/// share them. A part that is another name decides.
pub(super) fn p_same(parts: &[PartEvidence<'_>]) -> f64 {
    let log_odds = parts.iter().map(|part| odds_bits(part.agreement, part.bits)).sum::<f64>();
    1.0 / (1.0 + (-(log_odds + PROBABILITY.prior_bits)).exp2())
}

/// Returns what a part adds to the log-odds of one name.
pub(super) fn odds_bits(agreement: Agreement, bits: f32) -> f64 {
    let bits = f64::from(bits);
    if agreement == Agreement::Missing {
        bits
    } else if bits < 0.0 {
        bits * PROBABILITY.negative_scale
    } else {
        bits.min(PROBABILITY.max_part_bits)
    }
}
