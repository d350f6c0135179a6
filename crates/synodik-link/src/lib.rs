//! Which records are one person: any tables in, links and persons out.
//!
//! A linkage is described by a [`Spec`]: which columns hold names, dates,
//! places. Weights are learnt from the tables without labels, as three classes
//! of pairs: same person, kin, stranger.
//!
//! **Invariant:** nothing here reads a file, a clock or the environment, and no
//! record is changed. The same records, in any order and with any number of
//! threads, give the same links and persons.

mod arrays;
mod block;
mod blocking;
mod candidates;
mod cluster;
mod compare;
mod config;
mod endings;
mod evaluate;
mod evidence;
mod glance;
mod group_pairs;
mod kernels;
mod key_columns;
mod keys;
mod learn;
mod levels;
mod limits;
mod linkage;
mod model;
mod order;
mod person_ids;
mod persons;
mod prepare;
mod random;
mod reliability;
mod romanise;
mod run;
mod score;
mod spec;
mod table;
mod train;
mod words;

pub use arrays::{KeyArray, LevelArray, compare_arrays, key_arrays, level_names};
pub use compare::frequency_band;
pub use config::LinkConfig;
pub use evaluate::{ClusterSizes, Evaluation, PairedLists, Score, WorstError, evaluate};
pub use evidence::{PairEvidence, clusters_of_counted, membership};
pub use linkage::{FurtherEvidence, Judgement, LevelWeight, Link, LinkError, Linkage, Report};
pub use person_ids::{
    ChangeKind, PersonChange, PersonIdInput, PersonIds, assign_person_ids, ids_of_counted,
};
pub use reliability::{
    LinkEvaluation, ReliabilityBin, count_true_pairs, evaluate_links, evaluate_probabilities,
};
pub use run::{CandidateEvaluation, evaluate_candidates, run_linkage, run_linkage_with};
pub use spec::{Field, MAX_FIELDS, Role, Spec, SpecError};
pub use table::{Column, Table, TableBuilder};
