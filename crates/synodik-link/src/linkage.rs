//! What a linkage takes and gives.

use crate::evidence::PairEvidence;
use crate::spec::SpecError;
use thiserror::Error;

/// Why a linkage cannot run.
#[derive(Debug, Error)]
pub enum LinkError {
    /// The spec does not fit the tables.
    #[error(transparent)]
    Spec(#[from] SpecError),
    /// Two records have the same id.
    #[error("two records have the id `{0}`; expected ids that differ")]
    RepeatedId(String),
    /// More records than numbers.
    #[error("there are {0} records; expected fewer than 4,000,000,000")]
    TooMany(usize),
    /// A column of a batch is not of text.
    #[error("column `{column}` holds {found}; expected Utf8, so cast it to text before")]
    NoText {
        /// The column.
        column: String,
        /// Its type in Arrow.
        found: String,
    },
    /// Two batches whose rows are to be compared have not as many.
    #[error("there are {n_left} rows on the left and {n_right} on the right; expected as many")]
    UnequalRows {
        /// Rows of the one.
        n_left: usize,
        /// Rows of the other.
        n_right: usize,
    },
    /// Threads could not be started.
    #[error("cannot start threads: {0}")]
    Threads(String),
}

/// What a person or a rule decided about two records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The id of one record.
    pub id_a: String,
    /// The id of the other.
    pub id_b: String,
    /// Whether they are the same person.
    pub is_same: bool,
}

/// What other facts than those compared say of two groups of records being one person, in bits.
///
/// Records are numbered by the places of their ids in [`Linkage::ids`]. A group holds each once,
/// in any order; exchanging the two groups changes nothing. It is added to the average of their
/// pairs, and a judgement outweighs it.
pub type FurtherEvidence<'a> = dyn Fn(&[u32], &[u32]) -> f32 + Sync + 'a;

/// A pair of records worth keeping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The place of one record in [`Linkage::ids`].
    pub a: u32,
    /// The place of the other, greater than `a`.
    pub b: u32,
    /// Probability that they are one person.
    pub p_same: f32,
    /// Probability that they are relatives.
    pub p_kin: f32,
    /// Log2 odds of one person.
    pub bits: f32,
}

/// What one level of agreement weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelWeight {
    /// The column.
    pub column: String,
    /// The kind of comparison.
    pub kind: &'static str,
    /// The level, from `data/link/levels.tsv`.
    pub level: String,
    /// Its probability among pairs of one person.
    pub p_same: f64,
    /// Among relatives.
    pub p_kin: f64,
    /// Among strangers.
    pub p_stranger: f64,
    /// What it adds to the log2 odds of the same person against a stranger, cut off as in the sum.
    pub same_bits: f32,
    /// The same of kin.
    pub kin_bits: f32,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Records of all tables.
    pub n_records: usize,
    /// Groups of records that share a key.
    pub n_blocks: usize,
    /// Pairs in these groups, one that shares several counted in each.
    pub n_block_pairs: u64,
    /// Groups that were too large under every key.
    pub n_blocks_cut: usize,
    /// Pairs in these groups.
    pub n_pairs_cut: u64,
    /// Pairs that were compared: those of these that share most, and all within groups that links hold together.
    pub n_pairs_compared: u64,
    /// Pairs of values found to stand for each other.
    pub n_learnt: usize,
    /// Persons.
    pub n_persons: usize,
    /// Records of the largest person.
    pub n_largest: usize,
    /// Log2 odds of the same person against a stranger before anything is compared.
    pub prior_same_bits: f32,
    /// The same of kin; minus infinity if no kin is expected.
    pub prior_kin_bits: f32,
}

/// The result of a linkage.
#[derive(Debug, Clone, PartialEq)]
pub struct Linkage {
    /// The ids of all records, sorted.
    pub ids: Vec<String>,
    /// The links, sorted by their records.
    pub links: Vec<Link>,
    /// For every record the place of the first record of its person.
    pub clusters: Vec<u32>,
    /// For every record the place of the first record of the group in which all pairs were compared,
    /// since links hold it together; its own place if there is none.
    pub groups: Vec<u32>,
    /// Sampled partitions, each as `clusters`.
    pub samples: Vec<Vec<u32>>,
    /// The evidence of the links and of the pairs within persons, sorted by their records;
    /// none unless [`crate::LinkConfig::keeps_evidence`].
    pub evidence: Vec<PairEvidence>,
    /// What every level weighs.
    pub model: Vec<LevelWeight>,
    /// What was done.
    pub report: Report,
}
