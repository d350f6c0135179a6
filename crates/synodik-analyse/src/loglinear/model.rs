//! Hierarchical log-linear models: which lists may depend on which.

use crate::error::Refusal;
use std::fmt;

/// A hierarchical model of the dependences among lists.
///
/// Every list has its own effect; beyond that, an interaction comes with all interactions
/// within it. The interaction of all lists at once is never in the model: no table shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HierarchicalModel {
    n_lists: usize,
    /// Sets of lists with an effect, each a number with a bit for a list; sorted by size, then value.
    terms: Vec<usize>,
}

impl HierarchicalModel {
    /// Returns the model in which no list depends on another.
    #[must_use]
    pub fn independence(n_lists: usize) -> Self {
        Self { n_lists, terms: (0..n_lists).map(|idx| 1 << idx).collect() }
    }

    /// Returns the model with all interactions of two lists.
    #[must_use]
    pub fn all_pairs(n_lists: usize) -> Self {
        let mut model = Self::independence(n_lists);
        for b in 1..n_lists {
            for a in 0..b {
                model.terms.push((1 << a) | (1 << b));
            }
        }
        sort_terms(&mut model.terms);
        model
    }

    /// Returns the model with these interactions and all within them.
    ///
    /// # Errors
    ///
    /// [`Refusal::UnknownModel`] for the interaction of all lists, or of a list that is not there.
    pub fn from_generators(n_lists: usize, generators: &[usize]) -> Result<Self, Refusal> {
        let full = (1_usize << n_lists) - 1;
        let refuse = |reason: &str| {
            Err(Refusal::UnknownModel {
                name: name_of(generators),
                n_lists,
                reason: reason.to_owned(),
            })
        };
        if generators.iter().any(|&set| set & !full != 0) {
            return refuse("it names a list that the table does not have");
        }
        if generators.contains(&full) {
            return refuse("the interaction of all lists cannot be seen in any table");
        }
        let is_term = |set: usize| {
            set.is_power_of_two() || generators.iter().any(|&generator| generator & set == set)
        };
        let mut terms: Vec<usize> = (1..full).filter(|&set| is_term(set)).collect();
        if n_lists == 1 {
            terms = vec![1];
        }
        sort_terms(&mut terms);
        Ok(Self { n_lists, terms })
    }

    /// Reads a name such as `[123,14,34]`, lists counted from 1 (the names of Rcapture).
    ///
    /// # Errors
    ///
    /// [`Refusal::UnknownModel`] for anything else.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_analyse::HierarchicalModel;
    /// let model = HierarchicalModel::parse("[123,14,34]", 4).unwrap();
    /// assert_eq!(model.to_string(), "[123,14,34]");
    /// assert_eq!(model.n_parameters(), 1 + 4 + 5 + 1);
    /// assert!(HierarchicalModel::parse("[1234]", 4).is_err());
    /// ```
    pub fn parse(name: &str, n_lists: usize) -> Result<Self, Refusal> {
        let refuse = |reason: &str| Refusal::UnknownModel {
            name: name.to_owned(),
            n_lists,
            reason: reason.to_owned(),
        };
        let inner = name.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let inner = inner.ok_or_else(|| refuse("expected numbers of lists such as `[12,3]`"))?;
        let mut generators = Vec::new();
        for part in inner.split(',').map(str::trim) {
            let mut set = 0_usize;
            for sign in part.chars() {
                let list = sign.to_digit(10).filter(|&list| list >= 1);
                let list = list.ok_or_else(|| refuse("expected digits from 1"))?;
                set |= 1 << (list - 1);
            }
            if set != 0 {
                generators.push(set);
            }
        }
        Self::from_generators(n_lists, &generators)
    }

    /// Returns all models of `n_lists` lists with interactions of at most `order_most` lists.
    ///
    /// # Shape
    ///
    /// From few interactions to many: 1 model for 2 lists, 8 for 3, 113 for 4, 6,893 for 5.
    /// For six lists there are millions; callers go stepwise there.
    #[must_use]
    pub fn all(n_lists: usize, order_most: usize) -> Vec<Self> {
        let full = (1_usize << n_lists) - 1;
        let is_free = |set: &usize| {
            let order = set.count_ones() as usize;
            order >= 2 && order <= order_most && *set != full
        };
        let mut sets: Vec<usize> = (1..=full).filter(is_free).collect();
        sort_terms(&mut sets);
        let mut models = Vec::new();
        let mut chosen = Vec::new();
        collect_models(&sets, 0, &mut chosen, &mut models);
        let base = Self::independence(n_lists);
        let with_base = |interactions: Vec<usize>| {
            let mut terms = base.terms.clone();
            terms.extend(interactions);
            sort_terms(&mut terms);
            Self { n_lists, terms }
        };
        let mut models: Vec<Self> = models.into_iter().map(with_base).collect();
        models.sort_by_key(|model| (model.terms.len(), model.terms.clone()));
        models
    }

    /// Returns the number of lists.
    #[must_use]
    pub fn n_lists(&self) -> usize {
        self.n_lists
    }

    /// Returns the number of parameters, the intercept included.
    #[must_use]
    pub fn n_parameters(&self) -> usize {
        1 + self.terms.len()
    }

    /// Returns the sets of lists with an effect.
    pub(crate) fn terms(&self) -> &[usize] {
        &self.terms
    }

    /// Returns whether lists depend on one another in the model.
    pub(crate) fn has_interactions(&self) -> bool {
        self.terms.len() > self.n_lists
    }

    /// Returns the model with one more interaction and all within it.
    pub(crate) fn with_interaction(&self, set: usize) -> Result<Self, Refusal> {
        let mut generators = self.terms.clone();
        generators.push(set);
        Self::from_generators(self.n_lists, &generators)
    }

    /// Returns the terms that lie in no other term.
    fn generators(&self) -> Vec<usize> {
        let lies_within =
            |set: usize| self.terms.iter().any(|&other| other != set && other & set == set);
        self.terms.iter().copied().filter(|&set| !lies_within(set)).collect()
    }
}

impl fmt::Display for HierarchicalModel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&name_of(&self.generators()))
    }
}

/// Writes generators as Rcapture does: great ones first, then by their digits.
fn name_of(generators: &[usize]) -> String {
    let mut names: Vec<String> = generators.iter().map(|&set| digits_of(set)).collect();
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    format!("[{}]", names.join(","))
}

fn digits_of(set: usize) -> String {
    let lists = (0..usize::BITS as usize).filter(|idx| set >> idx & 1 == 1);
    lists.map(|idx| (idx + 1).to_string()).collect()
}

fn sort_terms(terms: &mut [usize]) {
    terms.sort_unstable_by_key(|set| (set.count_ones(), *set));
}

/// Collects all choices of sets in which every set comes with the sets within it.
fn collect_models(
    sets: &[usize],
    from: usize,
    chosen: &mut Vec<usize>,
    models: &mut Vec<Vec<usize>>,
) {
    let Some(&set) = sets.get(from) else {
        models.push(chosen.clone());
        return;
    };
    collect_models(sets, from + 1, chosen, models);
    let is_carried = (0..usize::BITS as usize)
        .filter(|idx| set >> idx & 1 == 1)
        .map(|idx| set & !(1 << idx))
        .all(|within| within.count_ones() < 2 || chosen.contains(&within));
    if is_carried {
        chosen.push(set);
        collect_models(sets, from + 1, chosen, models);
        chosen.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_models_as_in_the_books() {
        for (n_lists, expected) in [(2, 1), (3, 8), (4, 113), (5, 6893)] {
            assert_eq!(HierarchicalModel::all(n_lists, n_lists).len(), expected);
        }
        assert_eq!(HierarchicalModel::all(4, 2).len(), 64);
    }

    #[test]
    fn names_are_read_as_written() {
        for model in HierarchicalModel::all(4, 4) {
            assert_eq!(HierarchicalModel::parse(&model.to_string(), 4).unwrap(), model);
        }
        for bad in ["12,3", "[15]", "[a]", "[123]"] {
            assert!(HierarchicalModel::parse(bad, 3).is_err(), "{bad}");
        }
    }
}
