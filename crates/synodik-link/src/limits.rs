//! What no person can be: in one list twice, dead twice, born twice.

/// Facts of the records of a person that exclude others.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Limits {
    /// Lists that name a person once, sorted.
    pub(crate) lists: Vec<u32>,
    /// First and last year of birth stated.
    pub(crate) births: Option<(u16, u16)>,
    /// First and last year of death stated.
    pub(crate) deaths: Option<(u16, u16)>,
}

/// How far apart facts of one person may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LimitRules {
    /// Years between two statements of the birth.
    pub(crate) max_birth_gap_years: u16,
    /// Years between two statements of the death.
    pub(crate) max_death_gap_years: u16,
}

impl Limits {
    /// Whether the records of both can be of one person.
    pub(crate) fn allows(&self, other: &Self, rules: &LimitRules) -> bool {
        let is_in_both = self.lists.iter().any(|list| other.lists.binary_search(list).is_ok());
        !is_in_both
            && span(self.births, other.births)
                .is_none_or(|years| years <= rules.max_birth_gap_years)
            && span(self.deaths, other.deaths)
                .is_none_or(|years| years <= rules.max_death_gap_years)
    }

    /// Adds the facts of another record.
    pub(crate) fn add(&mut self, other: Self) {
        self.lists.extend(other.lists);
        self.lists.sort_unstable();
        self.births = widest(self.births, other.births);
        self.deaths = widest(self.deaths, other.deaths);
    }
}

fn widest(a: Option<(u16, u16)>, b: Option<(u16, u16)>) -> Option<(u16, u16)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

fn span(a: Option<(u16, u16)>, b: Option<(u16, u16)>) -> Option<u16> {
    let (first, last) = widest(a.filter(|_| b.is_some()), b.filter(|_| a.is_some()))?;
    Some(last - first)
}
