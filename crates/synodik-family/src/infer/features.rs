//! What is looked at in a pair of persons: each feature has levels, one of which holds.

use super::model::ModelLimits;
use super::pool::{NameForms, Pool, PooledPerson, shares};
use super::{KinFate, KinPerson};
use std::borrow::Borrow;
use std::cmp::Ordering;
use synodik_model::Sex;

/// One thing looked at, with the levels it can have.
pub(super) struct Feature {
    pub(super) name: &'static str,
    pub(super) levels: &'static [&'static str],
}

/// How many features there are.
pub(super) const N_FEATURES: usize = 13;

/// Without weight: a level that says nothing.
const UNKNOWN: &str = "unknown";

pub(super) const FEATURES: [Feature; N_FEATURES] = [
    Feature { name: "any", levels: &["any"] },
    // Surnames and fathers' names together; `named`: the first bears the name of the second's father;
    // `_rare`: a name that few fathers bear.
    Feature {
        name: "names",
        levels: &[
            "same_named",
            "same_named_rare",
            "same_shared",
            "same_shared_rare",
            "same_not_named",
            "same_not_shared",
            "same_unknown",
            "other_named",
            "other_named_rare",
            "other_shared",
            "other_shared_rare",
            "other_not_named",
            "other_not_shared",
            "other_unknown",
            "unknown_named",
            "unknown_named_rare",
            "unknown_shared",
            "unknown_shared_rare",
            "unknown_not_named",
            "unknown_not_shared",
            UNKNOWN,
        ],
    },
    // Sexes of the elder and the younger, and the years between them.
    Feature {
        name: "ages",
        levels: &[
            "mm_0_1",
            "mm_2_5",
            "mm_6_12",
            "mm_13_17",
            "mm_18_25",
            "mm_26_40",
            "mm_41_50",
            "mm_51_more",
            "mm_unknown",
            "mf_0_1",
            "mf_2_5",
            "mf_6_12",
            "mf_13_17",
            "mf_18_25",
            "mf_26_40",
            "mf_41_50",
            "mf_51_more",
            "mf_unknown",
            "fm_0_1",
            "fm_2_5",
            "fm_6_12",
            "fm_13_17",
            "fm_18_25",
            "fm_26_40",
            "fm_41_50",
            "fm_51_more",
            "fm_unknown",
            "ff_0_1",
            "ff_2_5",
            "ff_6_12",
            "ff_13_17",
            "ff_18_25",
            "ff_26_40",
            "ff_41_50",
            "ff_51_more",
            "ff_unknown",
            "any_0_1",
            "any_2_5",
            "any_6_12",
            "any_13_17",
            "any_18_25",
            "any_26_40",
            "any_41_50",
            "any_51_more",
            UNKNOWN,
        ],
    },
    // Who of them was grown up in the year of the measure.
    Feature { name: "grown_up", levels: &["both", "both_young", "elder", "none", UNKNOWN] },
    // Residence; `same_few`: a place of few persons of the list. `…_apart`: with no surname in common.
    Feature {
        name: "place",
        levels: &[
            "same_few",
            "same_some",
            "same_many",
            "same_most",
            "near",
            "region",
            "other",
            "same_few_apart",
            "same_some_apart",
            "same_many_apart",
            "same_most_apart",
            "near_apart",
            "region_apart",
            "other_apart",
            "same_town",
            UNKNOWN,
        ],
    },
    Feature {
        name: "dwelling",
        levels: &["same_flat", "same_flat_apart", "same_numbers", "same_house", "other", UNKNOWN],
    },
    // Bearers of the shared surname at the shared place, or in the whole list.
    Feature {
        name: "bearers",
        levels: &[
            "here_2",
            "here_3_4",
            "here_5_8",
            "here_9_16",
            "here_more",
            "list_few",
            "list_some",
            "list_many",
            "none",
        ],
    },
    Feature { name: "given", levels: &["same", "other", UNKNOWN] },
    Feature { name: "birth_place", levels: &["same", "near", "other", UNKNOWN] },
    Feature { name: "case", levels: &["same_rare", "same_common", "other", UNKNOWN] },
    // The day of the measure; where only years are known, the year.
    Feature {
        name: "day",
        levels: &["same_rare", "same_common", "near", "other", UNKNOWN, "same_year", "other_year"],
    },
    Feature { name: "fate", levels: &["as_kin_of_shot", "none"] },
    Feature { name: "lists", levels: &["other", "none"] },
];

/// Returns the features with their levels, in the order of [`KinPair::levels`].
pub fn feature_names() -> Vec<(&'static str, &'static [&'static str])> {
    FEATURES.iter().map(|feature| (feature.name, feature.levels)).collect()
}

/// Two persons who may be kin, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KinPair {
    /// The elder where that is known.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// For each feature the place of the level that holds.
    pub levels: [u8; N_FEATURES],
}

impl KinPair {
    /// Returns the level that holds of a feature.
    ///
    /// `feature`: a name of [`feature_names`].
    pub fn level(&self, feature: &str) -> Option<&'static str> {
        let at = FEATURES.iter().position(|known| known.name == feature)?;
        FEATURES[at].levels.get(usize::from(self.levels[at])).copied()
    }

    /// Returns the pair as if nothing were known of a feature, where that can be.
    pub fn without(&self, feature: &str) -> Option<KinPair> {
        let at = FEATURES.iter().position(|known| known.name == feature)?;
        let unknown = FEATURES[at].levels.iter().position(|&level| level == UNKNOWN)?;
        let mut pair = self.clone();
        pair.levels[at] = unknown as u8;
        Some(pair)
    }
}

/// Looks at a pair; the one who may be the parent first.
pub(super) fn look_at_pair<P: Borrow<KinPerson>>(
    persons: &[P],
    pool: &Pool,
    limits: &ModelLimits,
    [a, b]: [usize; 2],
) -> KinPair {
    let [first, second] = order_pair(persons, pool, [a, b]);
    let (elder, younger) = (&pool.persons[first], &pool.persons[second]);
    let found = [
        "any",
        names_level(pool, limits, elder, younger),
        ages_level(elder, younger),
        grown_up_level(persons[first].borrow(), persons[second].borrow(), limits),
        place_level(pool, limits, elder, younger),
        dwelling_level(elder, younger),
        bearers_level(pool, limits, elder, younger),
        given_level(&elder.given, &younger.given),
        birth_place_level(pool, limits, elder, younger),
        case_level(pool, limits, elder, younger),
        day_level(pool, limits, elder, younger),
        fate_level(persons[first].borrow(), persons[second].borrow()),
        lists_level(elder, younger),
    ];
    let mut levels = [0; N_FEATURES];
    for (at, level) in found.iter().enumerate() {
        let place = FEATURES[at].levels.iter().position(|known| known == level);
        levels[at] = place.expect("a level named here stands in FEATURES") as u8;
    }
    KinPair { first, second, levels }
}

/// The elder first; without ages the one who bears the name of the other's father, else by name.
fn order_pair<P: Borrow<KinPerson>>(persons: &[P], pool: &Pool, [a, b]: [usize; 2]) -> [usize; 2] {
    let (one, other) = (&pool.persons[a], &pool.persons[b]);
    let order = match (one.birth_year, other.birth_year) {
        (Some(one), Some(other)) => one.cmp(&other),
        _ => Ordering::Equal,
    };
    match order {
        Ordering::Less => [a, b],
        Ordering::Greater => [b, a],
        Ordering::Equal => match (is_father_of(one, other), is_father_of(other, one)) {
            (true, false) => [a, b],
            (false, true) => [b, a],
            // Where they stand in the list must not matter.
            _ => {
                let name = |at: usize| {
                    let person: &KinPerson = persons[at].borrow();
                    (person.sex, &person.given, &person.patronymic, &person.surnames, at)
                };
                if name(a) <= name(b) { [a, b] } else { [b, a] }
            }
        },
    }
}

fn is_father_of(parent: &PooledPerson, child: &PooledPerson) -> bool {
    parent.sex != Some(Sex::Female) && parent.given.share(&child.fathers)
}

fn names_level(
    pool: &Pool,
    limits: &ModelLimits,
    elder: &PooledPerson,
    younger: &PooledPerson,
) -> &'static str {
    let is_shared = || elder.fathers.share(&younger.fathers);
    let gap_years = elder.birth_year.zip(younger.birth_year).map(|(one, other)| other - one);
    // Of two brothers the elder may bear the name of their father.
    let is_near = gap_years.is_some_and(|gap| gap < limits.least_father_years);
    // Without ages nobody knows which of the two is the elder.
    let may_be_father = elder.sex == Some(Sex::Male) && gap_years.is_some_and(|gap| gap > 0);
    let father = if is_father_of(elder, younger) && !(is_near && is_shared()) {
        usize::from(pool.is_rare_father(&elder.given, &younger.fathers))
    } else if is_shared() {
        2 + usize::from(pool.is_rare_father(&elder.fathers, &younger.fathers))
    } else if may_be_father && !elder.given.is_empty() && !younger.fathers.is_empty() {
        4
    } else if !elder.fathers.is_empty() && !younger.fathers.is_empty() {
        5
    } else {
        6
    };
    let surname = if elder.stems.is_empty() || younger.stems.is_empty() {
        2
    } else if shares(&elder.stems, &younger.stems) {
        0
    } else {
        1
    };
    FEATURES[1].levels[surname * 7 + father]
}

fn ages_level(elder: &PooledPerson, younger: &PooledPerson) -> &'static str {
    const LAST_YEARS: [i32; 7] = [1, 5, 12, 17, 25, 40, 50];
    let sexes = match (elder.sex, younger.sex) {
        (Some(Sex::Male), Some(Sex::Male)) => 0,
        (Some(Sex::Male), Some(Sex::Female)) => 1,
        (Some(Sex::Female), Some(Sex::Male)) => 2,
        (Some(Sex::Female), Some(Sex::Female)) => 3,
        _ => 4,
    };
    let gap_years =
        elder.birth_year.zip(younger.birth_year).map(|(elder, younger)| younger - elder);
    let gap = gap_years.map_or(8, |gap| LAST_YEARS.iter().filter(|&&last| gap > last).count());
    FEATURES[2].levels[sexes * 9 + gap]
}

fn grown_up_level(elder: &KinPerson, younger: &KinPerson, limits: &ModelLimits) -> &'static str {
    let year_of =
        |person: &KinPerson| person.measure_days.map(|days| chrono::Datelike::year(&days.0));
    let Some(year) = year_of(elder).into_iter().chain(year_of(younger)).min() else {
        return UNKNOWN;
    };
    let age_years = |person: &KinPerson| person.birth_years.map(|years| year - years.0);
    let (Some(elder), Some(younger)) = (age_years(elder), age_years(younger)) else {
        return UNKNOWN;
    };
    if younger >= limits.grown_up_years {
        return if elder < limits.settled_years { "both_young" } else { "both" };
    }
    if elder >= limits.grown_up_years { "elder" } else { "none" }
}

fn place_level(
    pool: &Pool,
    limits: &ModelLimits,
    elder: &PooledPerson,
    younger: &PooledPerson,
) -> &'static str {
    let (Some(one), Some(other)) = (elder.place, younger.place) else { return UNKNOWN };
    let level = if one == other {
        let n_here = pool.n_of(one);
        limits.place_persons.iter().filter(|&&last| n_here > last).count()
    } else {
        match shared_place(pool, limits, &elder.place_words, &younger.place_words, "region") {
            "near" => 4,
            "region" => 5,
            _ => 6,
        }
    };
    let is_one_surname = shares(&elder.stems, &younger.stems);
    if one == other && is_one_surname && pool.n_of(one) > limits.town_persons {
        return "same_town";
    }
    let apart = if is_one_surname { 0 } else { 7 };
    FEATURES[4].levels[level + apart]
}

fn shared_place(
    pool: &Pool,
    limits: &ModelLimits,
    one: &[u32],
    other: &[u32],
    region: &'static str,
) -> &'static str {
    let shared = one.iter().filter(|word| other.binary_search(word).is_ok());
    match shared.map(|&word| pool.n_of(word)).min() {
        Some(n_persons) if n_persons <= limits.near_persons => "near",
        Some(_) => region,
        None => "other",
    }
}

fn birth_place_level(
    pool: &Pool,
    limits: &ModelLimits,
    elder: &PooledPerson,
    younger: &PooledPerson,
) -> &'static str {
    let (one, other) = (&elder.birth_words, &younger.birth_words);
    if one.is_empty() || other.is_empty() {
        return UNKNOWN;
    }
    let is_rare = one.iter().any(|&word| pool.n_of(word) <= limits.near_persons);
    if one == other && is_rare {
        return "same";
    }
    shared_place(pool, limits, one, other, "other")
}

fn dwelling_level(elder: &PooledPerson, younger: &PooledPerson) -> &'static str {
    // Rooms of one flat were given to strangers.
    let is_apart = !shares(&elder.stems, &younger.stems);
    if shares(&elder.flats, &younger.flats) {
        return if is_apart { "same_flat_apart" } else { "same_flat" };
    }
    if !is_apart && shares(&elder.flat_numbers, &younger.flat_numbers) {
        return "same_numbers";
    }
    if elder.houses.is_empty() || younger.houses.is_empty() {
        return UNKNOWN;
    }
    let has_flats = !elder.flats.is_empty() && !younger.flats.is_empty();
    if shares(&elder.houses, &younger.houses) && !has_flats { "same_house" } else { "other" }
}

fn bearers_level(
    pool: &Pool,
    limits: &ModelLimits,
    elder: &PooledPerson,
    younger: &PooledPerson,
) -> &'static str {
    let shared = elder.stems.iter().find(|stem| younger.stems.binary_search(stem).is_ok());
    let Some(&stem) = shared else { return "none" };
    // Of a large town the list has so many people that two of one surname say no more than in the list.
    let [.., most] = limits.place_persons;
    let here =
        elder.place.filter(|&place| Some(place) == younger.place && pool.n_of(place) <= most);
    if let Some(place) = here {
        return match pool.n_of_surname_at(stem, place) {
            0..=2 => "here_2",
            3..=4 => "here_3_4",
            5..=8 => "here_5_8",
            9..=16 => "here_9_16",
            _ => "here_more",
        };
    }
    // In a short list every surname would be a common one.
    let n_list = pool.persons.len().max(limits.min_list_persons);
    let share = f64::from(pool.n_of(stem)) / n_list as f64;
    match limits.surname_shares.iter().filter(|&&last| share > last).count() {
        0 => "list_few",
        1 => "list_some",
        _ => "list_many",
    }
}

fn case_level(
    pool: &Pool,
    limits: &ModelLimits,
    elder: &PooledPerson,
    younger: &PooledPerson,
) -> &'static str {
    if elder.cases.is_empty() || younger.cases.is_empty() {
        return UNKNOWN;
    }
    let shared = elder.cases.iter().filter(|case| younger.cases.binary_search(case).is_ok());
    match shared.map(|&case| pool.n_of(case)).min() {
        Some(n_persons) if n_persons <= limits.rare_case_persons => "same_rare",
        Some(_) => "same_common",
        None => "other",
    }
}

fn day_level(
    pool: &Pool,
    limits: &ModelLimits,
    elder: &PooledPerson,
    younger: &PooledPerson,
) -> &'static str {
    let (Some(one), Some(other)) = (elder.day, younger.day) else {
        return match (elder.year, younger.year) {
            (Some(one), Some(other)) if one == other && pool.common_year == Some(one) => UNKNOWN,
            (Some(one), Some(other)) if one == other => "same_year",
            (Some(_), Some(_)) => "other_year",
            _ => UNKNOWN,
        };
    };
    match (one - other).abs() {
        0 if pool.n_of_day(one) <= limits.rare_day_persons => "same_rare",
        0 => "same_common",
        gap if gap <= limits.near_days => "near",
        _ => "other",
    }
}

fn fate_level(elder: &KinPerson, younger: &KinPerson) -> &'static str {
    match (elder.fate, younger.fate) {
        (KinFate::Shot, KinFate::PunishedAsKin) | (KinFate::PunishedAsKin, KinFate::Shot) => {
            "as_kin_of_shot"
        }
        _ => "none",
    }
}

/// Of two lists the one may well have nobody's kin of the other, a household has its own.
fn lists_level(elder: &PooledPerson, younger: &PooledPerson) -> &'static str {
    let (one, other) = (&elder.lists, &younger.lists);
    match one.is_empty() || other.is_empty() || shares(one, other) {
        true => "none",
        false => "other",
    }
}

fn given_level(one: &NameForms, other: &NameForms) -> &'static str {
    match (one.is_empty() || other.is_empty(), one.share(other)) {
        (true, _) => UNKNOWN,
        (false, true) => "same",
        (false, false) => "other",
    }
}
