//! The numbers of a run; those of the project stand in `data/link/config.toml`.

use serde::Deserialize;

const CONFIG_TOML: &str = include_str!("../../../data/link/config.toml");

/// The numbers of a run. All fields are read from `data/link/config.toml` unless the caller sets them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkConfig {
    /// Threads; 0 takes those of the machine. The result does not depend on it.
    pub n_threads: usize,
    /// Start of all sampling.
    pub seed: u64,
    /// Records that share a key meet if there are at most so many for every pair of a record wanted.
    pub block_records_per_pair: f64,
    /// In how many pairs a record is compared on average; those that share most information.
    pub pairs_per_record: f64,
    /// How many records train the model, with all their pairs.
    pub max_training_records: usize,
    /// How many random pairs say how strangers agree.
    pub n_random_pairs: usize,
    /// How often the training goes over its pairs, in each of its two rounds.
    pub n_training_rounds: usize,
    /// Training ends before if the numbers of pairs of one person and of kin change by less than this share.
    pub training_tolerance: f64,
    /// How many pairs the starting probabilities of a comparison are worth in training: so many that,
    /// where hardly anybody stands twice, strangers of one fate do not become the class "same".
    pub prior_pairs: f64,
    /// The same in a large table, where chance makes many pairs alike that are of nobody.
    pub most_prior_pairs: f64,
    /// For so many records one more of them.
    pub records_per_prior_pair: f64,
    /// Weight in bits at which one piece of evidence is cut off.
    pub max_comparison_bits: f32,
    /// A link is kept from this probability of the same person on.
    pub min_p_same: f64,
    /// Or from this probability of kin on.
    pub min_p_kin: f64,
    /// Weight in bits at which the weight of a pair is cut off in clustering, where it speaks for one person.
    pub max_pair_bits: f32,
    /// The same where the pair speaks against one person: so that one spoilt record of a person
    /// does not part the others.
    pub max_against_bits: f32,
    /// Average weight in bits at which two groups become one person.
    pub merge_bits: f32,
    /// By how many bits the odds of its person must lie above those of all others that a record
    /// could be of instead, taken together; otherwise it becomes a person of its own.
    pub min_own_bits: f32,
    /// Weight in bits of a pair that was not compared.
    pub unknown_pair_bits: f32,
    /// Groups of at most so many records have all their pairs compared before they are clustered.
    pub max_full_group_records: usize,
    /// Whether the evidence of the links is kept.
    pub keeps_evidence: bool,
    /// How many partitions are sampled.
    pub n_samples: usize,
    /// By how many bits the model is held to underrate one person, in the middle of the partitions.
    pub model_error_bits: f32,
    /// Scale in bits of the logistic curve along which that error is drawn, one for a partition.
    pub model_doubt_bits: f32,
}

impl LinkConfig {
    /// Returns the numbers of `data/link/config.toml`.
    pub fn of_project() -> Self {
        toml::from_str(CONFIG_TOML).expect("a test reads data/link/config.toml")
    }

    /// Returns how many pairs the starting probabilities are worth for so many records: none of a
    /// small table has strangers that look like one person, so that its pairs may speak sooner.
    pub(crate) fn prior_pairs_of(&self, n_records: f64) -> f64 {
        let of_size = n_records / self.records_per_prior_pair;
        of_size.max(self.prior_pairs).min(self.most_prior_pairs)
    }

    /// Returns what a sampled partition adds to the bits of all its pairs for the error of the
    /// model: the quantiles of a logistic curve, the smallest in the first partition.
    pub(crate) fn model_bits(&self, sample: usize) -> f32 {
        let p = (sample as f32 + 0.5) / self.n_samples as f32;
        self.model_error_bits + self.model_doubt_bits * (p / (1.0 - p)).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::LinkConfig;

    #[test]
    fn the_projects_numbers_can_be_read() {
        assert!(LinkConfig::of_project().pairs_per_record > 1.0);
    }

    #[test]
    fn large_tables_learn_more_slowly() {
        let config = LinkConfig {
            prior_pairs: 50.0,
            most_prior_pairs: 300.0,
            records_per_prior_pair: 50.0,
            ..LinkConfig::of_project()
        };
        let pairs = [80.0, 5_000.0, 1_000_000.0].map(|n_records| config.prior_pairs_of(n_records));
        assert_eq!(pairs, [50.0, 100.0, 300.0]);
    }

    #[test]
    fn the_error_of_the_model_is_drawn_evenly_to_both_sides() {
        let config = LinkConfig {
            n_samples: 4,
            model_error_bits: 1.0,
            model_doubt_bits: 2.0,
            ..LinkConfig::of_project()
        };
        let bits: Vec<f32> = (0..4).map(|sample| config.model_bits(sample)).collect();
        assert!(bits.is_sorted(), "{bits:?}");
        assert!((bits[0] + bits[3] - 2.0).abs() < 1e-5 && (bits[1] + bits[2] - 2.0).abs() < 1e-5);
        // A quarter of the curve lies below its first quartile, ln 3 scales under the middle.
        assert!(bits[0] < 1.0 - 2.0 * 3f32.ln() && bits[1] > 1.0 - 2.0 * 3f32.ln());
    }
}
