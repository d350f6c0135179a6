//! What no person can be: in one list twice, dead twice, born twice, dead before birth.
//!
//! The limits stand in `data/link/life_limits.toml`.

use serde::Deserialize;

const LIMITS_TOML: &str = include_str!("../../../data/link/life_limits.toml");

/// Facts of the records of a person that exclude others.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Limits {
    /// Lists that name a person once, sorted.
    pub(crate) lists: Vec<u32>,
    /// First and last year of birth stated.
    pub(crate) births: Option<(u16, u16)>,
    /// First and last year of death stated.
    pub(crate) deaths: Option<(u16, u16)>,
    /// The sexes stated, a bit each.
    pub(crate) sexes: u8,
}

/// How far apart facts of one person may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LimitRules {
    max_birth_gap_years: u16,
    max_death_gap_years: u16,
    max_life_years: u16,
    max_death_before_birth_years: u16,
    /// Share of slips below which sex is a limit, in thousandths.
    sex_slips_per_thousand: u16,
    /// Whether men and women are never one person.
    is_sex_certain: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitsFile {
    #[serde(rename = "limit")]
    limits: Vec<LimitEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitEntry {
    id: String,
    value: u16,
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "note")]
    _note: String,
}

impl LimitRules {
    /// Returns the limits of `data/link/life_limits.toml`.
    pub(crate) fn of_project() -> Self {
        let file: LimitsFile =
            toml::from_str(LIMITS_TOML).expect("a test reads data/link/life_limits.toml");
        let value = |id: &str| {
            let entry = file.limits.iter().find(|limit| limit.id == id);
            entry.map(|limit| limit.value).expect("a test reads data/link/life_limits.toml")
        };
        Self {
            max_birth_gap_years: value("birth-gap-years"),
            max_death_gap_years: value("death-gap-years"),
            max_life_years: value("life-span-years"),
            max_death_before_birth_years: value("death-before-birth-years"),
            sex_slips_per_thousand: value("sex-slips-per-thousand"),
            is_sex_certain: false,
        }
    }

    /// Holds men and women apart if among pairs of one person so few have both sexes.
    pub(crate) fn with_sex_slips(mut self, share: Option<f64>) -> Self {
        let max_share = f64::from(self.sex_slips_per_thousand) / 1000.0;
        self.is_sex_certain = share.is_some_and(|share| share < max_share);
        self
    }
}

impl Limits {
    /// Whether the records of both can be of one person.
    pub(crate) fn allows(&self, other: &Self, rules: &LimitRules) -> bool {
        let is_in_both = self.lists.iter().any(|list| other.lists.binary_search(list).is_ok());
        let (births, deaths) =
            (widest(self.births, other.births), widest(self.deaths, other.deaths));
        let gap = |years: Option<(u16, u16)>| years.map_or(0, |(first, last)| last - first);
        // What a record says of itself is left to it: only both together can be too much.
        let lives_in_order = match (births, deaths) {
            (Some(births), Some(deaths)) if self.has_years() && other.has_years() => {
                deaths.1.saturating_sub(births.0) <= rules.max_life_years
                    && births.1.saturating_sub(deaths.0) <= rules.max_death_before_birth_years
            }
            _ => true,
        };
        !is_in_both
            && gap(births) <= rules.max_birth_gap_years
            && gap(deaths) <= rules.max_death_gap_years
            && lives_in_order
            && !(rules.is_sex_certain && self.sexes | other.sexes == 3)
    }

    fn has_years(&self) -> bool {
        self.births.is_some() || self.deaths.is_some()
    }

    /// Adds the facts of another record.
    pub(crate) fn add(&mut self, other: Self) {
        self.lists.extend(other.lists);
        self.lists.sort_unstable();
        self.births = widest(self.births, other.births);
        self.deaths = widest(self.deaths, other.deaths);
        self.sexes |= other.sexes;
    }
}

fn widest(a: Option<(u16, u16)>, b: Option<(u16, u16)>) -> Option<(u16, u16)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::{LimitRules, Limits};

    fn person(births: Option<(u16, u16)>, deaths: Option<(u16, u16)>, sexes: u8) -> Limits {
        Limits { lists: Vec::new(), births, deaths, sexes }
    }

    #[test]
    fn who_can_be_one_person() {
        let rules = LimitRules::of_project();
        let strict = rules.with_sex_slips(Some(0.0001));
        let year = |year: u16| Some((year, year));
        for (a, b, rules, expected, why) in [
            (person(year(1890), None, 0), person(year(1893), None, 0), rules, true, "a slip"),
            (person(year(1790), None, 0), person(year(1905), None, 0), rules, false, "two births"),
            (person(None, year(1931), 0), person(None, year(1934), 0), rules, true, "a late note"),
            (person(None, year(1931), 0), person(None, year(1942), 0), rules, false, "two deaths"),
            (person(year(1820), None, 0), person(None, year(1937), 0), rules, false, "117 years"),
            (person(year(1920), None, 0), person(None, year(1912), 0), rules, false, "dead before"),
            (person(year(1914), None, 0), person(None, year(1912), 0), rules, true, "from an age"),
            (person(None, None, 1), person(None, None, 2), rules, true, "slips of sex are common"),
            (person(None, None, 1), person(None, None, 2), strict, false, "they are rare"),
            (person(None, None, 1), person(None, None, 0), strict, true, "one does not say"),
        ] {
            assert_eq!(a.allows(&b, &rules), expected, "{why}");
            assert_eq!(b.allows(&a, &rules), expected, "{why}, the other way round");
        }
    }

    #[test]
    fn nobody_stands_in_a_list_twice() {
        let in_lists = |lists: &[u32]| Limits { lists: lists.to_vec(), ..Limits::default() };
        let rules = LimitRules::of_project();
        assert!(!in_lists(&[2, 5]).allows(&in_lists(&[5]), &rules));
        assert!(in_lists(&[2, 5]).allows(&in_lists(&[3]), &rules));
    }
}
