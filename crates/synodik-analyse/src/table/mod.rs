//! How many persons stand on which lists: the table from which hidden numbers are estimated.
//!
//! Takes counts by capture history, gives sums that estimators need, and says when
//! a table can carry no estimate at all. Never estimates anything itself.

mod parse;

pub use parse::{Partition, Stratum, parse_captures, parse_partitions};

use crate::assumption::Assumption;
use crate::error::Refusal;

/// More lists than this make a table that no memory holds.
pub const N_LISTS_MOST: usize = 16;

/// Counts of persons by the lists on which they stand.
///
/// A history is a number whose bit `i` says whether the person stands on list `i`;
/// history 0, on no list, is what is to be estimated and is never counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptureTable {
    lists: Vec<String>,
    counts: Vec<u64>,
    is_possible: Vec<bool>,
}

impl CaptureTable {
    /// Makes an empty table of these lists.
    ///
    /// # Errors
    ///
    /// [`Refusal::TooManyLists`] for more than [`N_LISTS_MOST`].
    pub fn empty(lists: Vec<String>) -> Result<Self, Refusal> {
        if lists.len() > N_LISTS_MOST {
            let (model, n_most) = ("a table of captures".to_owned(), N_LISTS_MOST);
            return Err(Refusal::TooManyLists { model, n_lists: lists.len(), n_most });
        }
        let n_histories = 1 << lists.len();
        Ok(Self { lists, counts: vec![0; n_histories], is_possible: vec![true; n_histories] })
    }

    /// Makes a table from histories written as zeros and ones, list A first.
    ///
    /// # Errors
    ///
    /// [`Refusal::UnknownModel`] when a history is not of `n_lists` zeros and ones.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_analyse::CaptureTable;
    /// let table = CaptureTable::from_histories(2, &[("11", 10), ("10", 40), ("01", 30)]).unwrap();
    /// assert_eq!((table.n_observed(), table.n_on_list(0), table.n_on_both(0, 1)), (80, 50, 10));
    /// assert!(CaptureTable::from_histories(2, &[("1x", 1)]).is_err());
    /// ```
    pub fn from_histories(n_lists: usize, rows: &[(&str, u64)]) -> Result<Self, Refusal> {
        let letters = ('A'..='Z').take(n_lists).map(String::from).collect();
        let mut table = Self::empty(letters)?;
        for (text, count) in rows {
            let history = parse_history(text, n_lists).ok_or_else(|| Refusal::UnknownModel {
                name: (*text).to_owned(),
                n_lists,
                reason: "a history is one 0 or 1 for each list, and not all 0".to_owned(),
            })?;
            table.counts[history] += count;
        }
        Ok(table)
    }

    /// Adds persons of one history.
    ///
    /// # Panics
    ///
    /// When `history` is 0 or out of range.
    pub fn add(&mut self, history: usize, count: u64) {
        assert!(history != 0, "those on no list are not counted");
        self.counts[history] += count;
    }

    /// Says that nobody can stand on all these lists at once.
    ///
    /// A person shot cannot stand on a later list of exiles: all histories with both lists
    /// are impossible, which is not the same as not observed.
    pub fn forbid(&mut self, lists_together: usize) {
        for history in 1..self.counts.len() {
            if history & lists_together == lists_together && lists_together != 0 {
                self.is_possible[history] = false;
            }
        }
    }

    /// Says that one history is impossible.
    pub fn forbid_history(&mut self, history: usize) {
        self.is_possible[history] = false;
    }

    /// Returns the names of the lists.
    #[must_use]
    pub fn lists(&self) -> &[String] {
        &self.lists
    }

    /// Returns the number of lists.
    #[must_use]
    pub fn n_lists(&self) -> usize {
        self.lists.len()
    }

    /// Returns how many persons have a history.
    #[must_use]
    pub fn count(&self, history: usize) -> u64 {
        self.counts[history]
    }

    /// Returns whether a history can occur.
    #[must_use]
    pub fn is_possible(&self, history: usize) -> bool {
        self.is_possible[history]
    }

    /// Returns the histories that can occur, ascending, without 0.
    #[must_use]
    pub fn histories(&self) -> Vec<usize> {
        (1..self.counts.len()).filter(|&history| self.is_possible[history]).collect()
    }

    /// Returns the number of persons on at least one list.
    #[must_use]
    pub fn n_observed(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Returns the number of persons on a list.
    #[must_use]
    pub fn n_on_list(&self, list_idx: usize) -> u64 {
        self.n_on_all(1 << list_idx)
    }

    /// Returns the number of persons on both lists.
    #[must_use]
    pub fn n_on_both(&self, a_idx: usize, b_idx: usize) -> u64 {
        self.n_on_all((1 << a_idx) | (1 << b_idx))
    }

    /// Returns the number of persons on all lists of a set, and maybe on others.
    #[must_use]
    pub fn n_on_all(&self, lists_together: usize) -> u64 {
        let of_set = |history: &usize| history & lists_together == lists_together;
        (1..self.counts.len()).filter(of_set).map(|history| self.counts[history]).sum()
    }

    /// Returns how many persons stand on exactly 1, 2, … lists.
    #[must_use]
    pub fn frequencies(&self) -> Vec<u64> {
        let mut frequencies = vec![0; self.n_lists()];
        for history in 1..self.counts.len() {
            frequencies[history.count_ones() as usize - 1] += self.counts[history];
        }
        frequencies
    }

    /// Returns a history as zeros and ones, first list first.
    #[must_use]
    pub fn history_text(&self, history: usize) -> String {
        (0..self.n_lists()).map(|idx| if history >> idx & 1 == 1 { '1' } else { '0' }).collect()
    }

    /// Returns the table with other counts, as drawn in a bootstrap.
    pub(crate) fn with_counts(&self, counts: Vec<u64>) -> Self {
        Self { lists: self.lists.clone(), counts, is_possible: self.is_possible.clone() }
    }

    /// Checks that the table can carry an estimate at all.
    ///
    /// # Errors
    ///
    /// [`Refusal::TooFewLists`], [`Refusal::Empty`], [`Refusal::EmptyList`] or
    /// [`Refusal::IsolatedList`], each with the assumption that fails.
    pub fn check(&self) -> Result<(), Refusal> {
        self.check_filled()?;
        for (list_idx, list) in self.lists.iter().enumerate() {
            let bit = 1 << list_idx;
            let meeting: Vec<usize> = (1..self.counts.len())
                .filter(|history| history & bit != 0 && *history != bit)
                .collect();
            if meeting.iter().all(|&history| self.counts[history] == 0) {
                let cells = meeting.iter().map(|&history| self.history_text(history)).collect();
                let assumption = Assumption::ListsOverlap;
                return Err(Refusal::IsolatedList { list: list.clone(), cells, assumption });
            }
        }
        Ok(())
    }

    /// Checks that there are two lists and that nobody is missing from all of one.
    pub(crate) fn check_filled(&self) -> Result<(), Refusal> {
        self.check_n_lists(2)?;
        if self.n_observed() == 0 {
            let (place, assumption) = ("the table".to_owned(), Assumption::StrataFilled);
            return Err(Refusal::Empty { place, assumption });
        }
        for (list_idx, list) in self.lists.iter().enumerate() {
            if self.n_on_list(list_idx) == 0 {
                let assumption = Assumption::ListsOverlap;
                return Err(Refusal::EmptyList { list: list.clone(), assumption });
            }
        }
        Ok(())
    }

    /// Checks that there are enough lists for an estimator.
    pub(crate) fn check_n_lists(&self, n_needed: usize) -> Result<(), Refusal> {
        if self.n_lists() < n_needed {
            let assumption = Assumption::TwoLists;
            return Err(Refusal::TooFewLists { n_lists: self.n_lists(), n_needed, assumption });
        }
        Ok(())
    }

    /// Checks that every history is possible, for estimators that know no other case.
    pub(crate) fn check_all_possible(&self, model: &str) -> Result<(), Refusal> {
        let impossible: Vec<String> = (1..self.counts.len())
            .filter(|&history| !self.is_possible[history])
            .map(|history| self.history_text(history))
            .collect();
        if impossible.is_empty() {
            return Ok(());
        }
        let (model, assumption) = (model.to_owned(), Assumption::Independent);
        Err(Refusal::ImpossibleHistories { model, cells: impossible, assumption })
    }
}

/// Reads a history of zeros and ones, first list first.
fn parse_history(text: &str, n_lists: usize) -> Option<usize> {
    if text.len() != n_lists {
        return None;
    }
    let mut history = 0;
    for (idx, sign) in text.bytes().enumerate() {
        match sign {
            b'0' => {}
            b'1' => history |= 1 << idx,
            _ => return None,
        }
    }
    (history != 0).then_some(history)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_name_the_assumption_and_the_cells() {
        let cases = [
            (1, vec![("1", 5)], "1 list(s) given, at least 2 needed"),
            (2, vec![], "the table counts nobody"),
            (2, vec![("10", 5)], "list `B` is empty"),
            (
                3,
                vec![("110", 5), ("001", 4)],
                "list `C` shares nobody with any other list (all of 101, 011, 111 are 0)",
            ),
        ];
        for (n_lists, rows, expected) in cases {
            let refusal =
                CaptureTable::from_histories(n_lists, &rows).unwrap().check().unwrap_err();
            assert!(refusal.to_string().starts_with(expected), "{refusal}");
            assert!(refusal.to_string().contains("the assumption `"), "{refusal}");
        }
    }
}
