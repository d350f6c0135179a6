//! Why no estimate is given: which assumption fails, and which cells show it.
//!
//! **Invariant:** a refusal is an answer. Where the likelihood has no maximum, or a
//! list tells nothing of the others, no number is printed.

use crate::assumption::Assumption;
use thiserror::Error;

/// Why a table of captures yields no estimate.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Refusal {
    /// Fewer lists than the estimator compares.
    #[error("{n_lists} list(s) given, at least {n_needed} needed: {assumption}")]
    TooFewLists {
        /// Lists in the table.
        n_lists: usize,
        /// Lists that the estimator needs.
        n_needed: usize,
        /// What fails.
        assumption: Assumption,
    },
    /// More lists than the estimator can carry.
    #[error("{n_lists} lists given, `{model}` takes at most {n_most}")]
    TooManyLists {
        /// The estimator.
        model: String,
        /// Lists in the table.
        n_lists: usize,
        /// Lists that the estimator can carry.
        n_most: usize,
    },
    /// Nobody stands on a list.
    #[error("list `{list}` is empty: {assumption}")]
    EmptyList {
        /// Name of the list.
        list: String,
        /// What fails.
        assumption: Assumption,
    },
    /// A list shares nobody with any other list.
    #[error("list `{list}` shares nobody with any other list (all of {} are 0): {assumption}", cells.join(", "))]
    IsolatedList {
        /// Name of the list.
        list: String,
        /// The histories in which the list meets another.
        cells: Vec<String>,
        /// What fails.
        assumption: Assumption,
    },
    /// Nobody was counted at all.
    #[error("{place} counts nobody: {assumption}")]
    Empty {
        /// `the table`, or the stratum.
        place: String,
        /// What fails.
        assumption: Assumption,
    },
    /// Cells of zero force some fitted counts to zero: the likelihood has no maximum.
    #[error("model `{model}` has no finite estimate, the zeros at {} leave it open: {assumption}", cells.join(", "))]
    NoMaximum {
        /// The model.
        model: String,
        /// The histories whose fitted count would have to be zero.
        cells: Vec<String>,
        /// What fails.
        assumption: Assumption,
    },
    /// Several populations explain the table equally well.
    #[error(
        "model `{model}` has {n_parameters} parameters for {n_cells} cells of rank {rank}: {assumption}"
    )]
    NotIdentifiable {
        /// The model.
        model: String,
        /// Parameters to be estimated.
        n_parameters: usize,
        /// Cells that may hold somebody.
        n_cells: usize,
        /// How many parameters the cells can tell apart.
        rank: usize,
        /// What fails.
        assumption: Assumption,
    },
    /// The fit did not settle.
    #[error("the fit of model `{model}` does not settle after {n_iterations} steps")]
    NotConverged {
        /// The model.
        model: String,
        /// Steps taken.
        n_iterations: usize,
    },
    /// The formula divides by a count that is zero.
    #[error("model `{model}` needs {needed}, and there is none: {assumption}")]
    NoEvidence {
        /// The model.
        model: String,
        /// What should have been observed.
        needed: String,
        /// What fails.
        assumption: Assumption,
    },
    /// The estimator has no meaning for a table with impossible histories.
    #[error("`{model}` does not know impossible histories ({}): {assumption}", cells.join(", "))]
    ImpossibleHistories {
        /// The estimator.
        model: String,
        /// The impossible histories.
        cells: Vec<String>,
        /// What fails.
        assumption: Assumption,
    },
    /// A model was named that the table cannot have.
    #[error("`{name}` is no model of {n_lists} lists: {reason}")]
    UnknownModel {
        /// The name as given.
        name: String,
        /// Lists in the table.
        n_lists: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// A setting is out of its range.
    #[error("{setting} is {value}, expected {expected}")]
    Setting {
        /// Which setting.
        setting: &'static str,
        /// As given.
        value: String,
        /// What would be right.
        expected: &'static str,
    },
}

impl Refusal {
    /// Returns the assumption that fails, when one does.
    #[must_use]
    pub fn assumption(&self) -> Option<Assumption> {
        match self {
            Self::TooFewLists { assumption, .. }
            | Self::EmptyList { assumption, .. }
            | Self::IsolatedList { assumption, .. }
            | Self::Empty { assumption, .. }
            | Self::NoMaximum { assumption, .. }
            | Self::NotIdentifiable { assumption, .. }
            | Self::NoEvidence { assumption, .. }
            | Self::ImpossibleHistories { assumption, .. } => Some(*assumption),
            Self::TooManyLists { .. }
            | Self::NotConverged { .. }
            | Self::UnknownModel { .. }
            | Self::Setting { .. } => None,
        }
    }
}

/// What is wrong with the text of a table of captures.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// The text has no row.
    #[error("the table has no row")]
    NoRow,
    /// The text is not a table.
    #[error("line {line}: {reason}")]
    Unreadable {
        /// Line, counted from 1.
        line: u64,
        /// What the reader says.
        reason: String,
    },
    /// A header stands twice.
    #[error("column `{column}` stands twice")]
    ColumnTwice {
        /// Name of the column.
        column: String,
    },
    /// Too many columns of lists.
    #[error("{n_lists} columns of lists, at most {n_most} can be read")]
    TooManyLists {
        /// Columns found.
        n_lists: usize,
        /// Columns that can be read.
        n_most: usize,
    },
    /// The table holds several partitions where one is expected.
    #[error("the table has {n_partitions} partitions, expected one")]
    SeveralPartitions {
        /// Partitions found.
        n_partitions: usize,
    },
    /// A row is longer or shorter than the header.
    #[error("line {line}: {n_values} values, expected {n_columns}")]
    RowLength {
        /// Line, counted from 1.
        line: u64,
        /// Values of the row.
        n_values: usize,
        /// Columns of the header.
        n_columns: usize,
    },
    /// A column of a list holds something else than 0 or 1.
    #[error("line {line}, column `{column}`: `{value}`, expected 0 or 1")]
    NotPresence {
        /// Line, counted from 1.
        line: u64,
        /// Name of the column.
        column: String,
        /// As written.
        value: String,
    },
    /// A count is no count.
    #[error(
        "line {line}: count `{value}`, expected a whole number from 0, or `NA` where nobody can be: {assumption}"
    )]
    NotCount {
        /// Line, counted from 1.
        line: u64,
        /// As written.
        value: String,
        /// What fails.
        assumption: Assumption,
    },
    /// Somebody is counted who stands on no list.
    #[error("line {line}: {count} person(s) on no list; those are to be estimated, not counted")]
    OnNoList {
        /// Line, counted from 1.
        line: u64,
        /// As written.
        count: u64,
    },
    /// A history is counted in one row and impossible in another.
    #[error("line {line}: history {history} is both impossible and counted")]
    ImpossibleCounted {
        /// Line, counted from 1.
        line: u64,
        /// The history, as zeros and ones.
        history: String,
    },
}
