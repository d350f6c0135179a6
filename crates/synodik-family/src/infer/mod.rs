//! Kin of whom no record says it: a probability for each kind of kinship, with what speaks for it.
//!
//! Takes plain facts on persons, gives [`InferredTie`]s. Pairs are looked for
//! in bounded blocks only, so the work grows with the number of persons.
//!
//! **Invariant:** which fact weighs how much stands in `data/kin/model.toml`;
//! what is inferred is never called stated. Neighbours of one flat are not kin
//! unless more than the flat speaks for it.

mod dwelling;
mod features;
mod learn;
mod model;
mod pairs;
mod pool;

pub use dwelling::read_dwelling;
pub use features::{KinPair, feature_names};
pub use learn::{LearnError, calibrate_kin_model, learn_kin_model};
pub use model::{KinModel, kin_model};
pub use pairs::{KinPairs, candidate_kin_pairs};

use crate::kin_table::kinship_of;
use chrono::NaiveDate;
use std::borrow::Borrow;
use std::sync::atomic::{AtomicUsize, Ordering};
use synodik_model::{KinLink, KinStep, Kinship, Sex};

/// The home of a person inside a settlement, as a list states it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dwelling {
    /// Street as written.
    pub street: String,
    /// House as written.
    pub house: String,
    /// Flat as written; empty when there is none.
    pub flat: String,
}

/// What became of a person, as far as kinship can be told from it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KinFate {
    /// Not known, or of no use here.
    #[default]
    Unknown,
    /// Shot or sentenced to be shot.
    Shot,
    /// Punished as a member of somebody's family (ЧСИР).
    PunishedAsKin,
}

/// What is known of a person that may show whose kin they are; every field may be empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KinPerson {
    /// Surnames in the nominative, the usual one first.
    pub surnames: Vec<String>,
    /// Given name in the nominative.
    pub given: Option<String>,
    /// Patronymic or father's name in the nominative.
    pub patronymic: Option<String>,
    /// The sex.
    pub sex: Option<Sex>,
    /// First and last possible year of birth.
    pub birth_years: Option<(i32, i32)>,
    /// First and last possible year of death.
    pub death_years: Option<(i32, i32)>,
    /// Place of residence in words, without street and house.
    pub residence: String,
    /// Place of birth in words.
    pub birth_place: String,
    /// Street, house and flat: under the name of the street then, and under that of today.
    pub dwellings: Vec<Dwelling>,
    /// Numbers of the case files.
    pub case_numbers: Vec<String>,
    /// First and last possible day of the measure: sentence, exile.
    pub measure_days: Option<(NaiveDate, NaiveDate)>,
    /// Body that decided.
    pub body: String,
    /// What became of the person.
    pub fate: KinFate,
    /// The lists in which the person stands, if that is known.
    pub sources: Vec<String>,
}

/// A kind of kinship that can be inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KinKind {
    /// Husband and wife.
    Spouse,
    /// Parent and child.
    ParentChild,
    /// Brothers and sisters.
    Sibling,
    /// Other kin: in-laws, grandparents, uncles.
    OtherKin,
}

impl KinKind {
    /// All kinds, in the order of [`InferredTie::p_kinds`].
    pub const ALL: [KinKind; 4] =
        [KinKind::Spouse, KinKind::ParentChild, KinKind::Sibling, KinKind::OtherKin];

    /// Returns the word for the kind in tables and data files.
    pub fn name(self) -> &'static str {
        match self {
            KinKind::Spouse => "spouse",
            KinKind::ParentChild => "parent_child",
            KinKind::Sibling => "sibling",
            KinKind::OtherKin => "other_kin",
        }
    }

    /// Returns the kind of a kinship; `None` for what is no kinship, such as housemates.
    pub fn of(kinship: &Kinship) -> Option<KinKind> {
        match kinship.steps.as_slice() {
            [step] => match step.link {
                KinLink::Spouse | KinLink::FormerSpouse | KinLink::Partner => Some(KinKind::Spouse),
                KinLink::Parent | KinLink::Child => Some(KinKind::ParentChild),
                KinLink::Sibling | KinLink::HalfSibling => Some(KinKind::Sibling),
                KinLink::Servant
                | KinLink::Employer
                | KinLink::Housemate
                | KinLink::Supporter
                | KinLink::Dependant
                | KinLink::FamilyMember => None,
                _ => Some(KinKind::OtherKin),
            },
            _ => Some(KinKind::OtherKin),
        }
    }
}

/// One thing that speaks for or against a kinship.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KinEvidence {
    /// What was looked at: a feature of `data/kin/model.toml`.
    pub feature: &'static str,
    /// What was found there.
    pub level: &'static str,
    /// Bits for the kind of the tie against no kinship.
    pub bits: f64,
}

/// A kinship that nothing states.
#[derive(Debug, Clone, PartialEq)]
pub struct InferredTie {
    /// Place of one person; of parent and child the parent, else the elder where known.
    pub first: usize,
    /// Place of the other.
    pub second: usize,
    /// The likeliest kind.
    pub kind: KinKind,
    /// Probability that they are kin at all.
    pub p_kin: f64,
    /// Probability of each kind, in the order of [`KinKind::ALL`]; they add up to `p_kin`.
    pub p_kinds: [f64; 4],
    /// What speaks for the likeliest kind and against it, the weightiest first.
    pub evidence: Vec<KinEvidence>,
}

impl InferredTie {
    /// Returns the probability of the likeliest kind.
    pub fn p_kind(&self) -> f64 {
        self.p_kinds[self.kind as usize]
    }

    /// Returns what the second is to the first, for a tie of the likeliest kind.
    ///
    /// `sex_of_second`: where known.
    pub fn kinship(&self, sex_of_second: Option<Sex>) -> Kinship {
        let link = match self.kind {
            KinKind::Spouse => KinLink::Spouse,
            KinKind::ParentChild => KinLink::Child,
            KinKind::Sibling => KinLink::Sibling,
            KinKind::OtherKin => KinLink::Relative,
        };
        kinship_of(vec![KinStep { link, sex: sex_of_second }])
    }
}

/// What was inferred, and how much was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct KinInference {
    /// Ties from the model's least probability on, by first and second; a pair at most once.
    pub ties: Vec<InferredTie>,
    /// Pairs that were looked at.
    pub n_pairs: usize,
    /// Groups too large to compare everybody in them with everybody.
    pub n_passed_over: usize,
}

/// Returns the kinships that names, ages and places make likely.
///
/// # Shape
///
/// `persons`: all of the archive or of one region; how rare a surname and a
/// village are is counted in them. `min_p`: ties of less are left out, as are
/// those below the least of the model. Sorted by first and second. Two who may be
/// one person, by given name, father's name and birth, are not given.
///
/// # Source
///
/// `data/kin/model.toml`, by way of [`kin_model`]
///
/// # Example
///
/// ```
/// use synodik_family::{KinKind, KinPerson, infer_kin, kin_model};
/// use synodik_model::Sex;
/// let person = |given: &str, patronymic: &str, sex, year| KinPerson {
///     surnames: vec!["Рябов".to_owned()],
///     given: Some(given.to_owned()),
///     patronymic: Some(patronymic.to_owned()),
///     sex: Some(sex),
///     birth_years: Some((year, year)),
///     residence: "д. Малая Ивушка Ивнянского с/с".to_owned(),
///     ..KinPerson::default()
/// };
/// let persons = [
///     person("Пантелей", "Лукич", Sex::Male, 1880),
///     person("Фрол", "Пантелеевич", Sex::Male, 1907),
/// ];
/// let found = infer_kin(&persons, kin_model(), 0.1);
/// assert_eq!((found.ties[0].first, found.ties[0].kind), (0, KinKind::ParentChild));
/// assert!(found.ties[0].p_kin > 0.9);
/// ```
pub fn infer_kin<P: Borrow<KinPerson> + Sync>(
    persons: &[P],
    model: &KinModel,
    min_p: f64,
) -> KinInference {
    let min_p = min_p.max(model.limits.min_p_kin);
    let n_pairs = AtomicUsize::new(0);
    let (likely, n_passed_over) = pairs::each_pair(persons, model, |pair| {
        n_pairs.fetch_add(1, Ordering::Relaxed);
        let odds =
            PairOdds { first: pair.first, second: pair.second, p_kinds: model.p_kinds(&pair) };
        (odds.p_kin() >= model.limits.min_p_kin && !may_be_one(&pair)).then_some((pair, odds))
    });
    let (pairs, mut odds): (Vec<KinPair>, Vec<PairOdds>) = likely.into_iter().unzip();
    share_roles(persons, &mut odds);
    let shared = pairs.iter().zip(&odds).filter(|(_, odds)| odds.p_kin() >= min_p);
    let ties = shared.map(|(pair, odds)| model.tie_of(pair, odds)).collect();
    KinInference { ties, n_pairs: n_pairs.into_inner(), n_passed_over }
}

/// Whether nothing but what changes from list to list keeps the two apart.
fn may_be_one(pair: &KinPair) -> bool {
    let level = |feature| pair.level(feature).unwrap_or_default();
    let (ages, names) = (level("ages"), level("names"));
    let is_one_sex = !ages.starts_with("mf_") && !ages.starts_with("fm_");
    let is_one_age = ages.ends_with("_0_1") || ages.ends_with("unknown");
    let is_other_name = names.ends_with("_not_shared") || names.starts_with("other_");
    level("given") == "same" && is_one_sex && is_one_age && !is_other_name
}

/// The probabilities of a pair: of each kind, in the order of [`KinKind::ALL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairOdds {
    /// Place of one person; of parent and child the parent.
    pub first: usize,
    /// Place of the other.
    pub second: usize,
    /// Probability of each kind.
    pub p_kinds: [f64; 4],
}

impl PairOdds {
    /// Returns the probability that the two are kin at all.
    pub fn p_kin(&self) -> f64 {
        self.p_kinds.iter().sum()
    }
}

/// Takes pairs together: nobody has more than one spouse, one father and one mother, so that of those
/// who may be it each is weighed against all others by the odds.
pub fn share_roles<P: Borrow<KinPerson>>(persons: &[P], pairs: &mut [PairOdds]) {
    const SPOUSE: usize = KinKind::Spouse as usize;
    const CHILD: usize = KinKind::ParentChild as usize;
    let mut spouses = vec![0.0; persons.len()];
    let mut parents = vec![[0.0; 2]; persons.len()];
    // Who of them is the parent, an age has to say.
    let role = |pair: &PairOdds| {
        let (parent, child): (&KinPerson, &KinPerson) =
            (persons[pair.first].borrow(), persons[pair.second].borrow());
        let born = |person: &KinPerson| person.birth_years.map(|(first, last)| first + last);
        let is_elder = born(parent)? < born(child)?;
        parent.sex.filter(|_| is_elder).map(|sex| usize::from(sex == Sex::Female))
    };
    for pair in &*pairs {
        spouses[pair.first] += odds_of(pair.p_kinds[SPOUSE]);
        spouses[pair.second] += odds_of(pair.p_kinds[SPOUSE]);
        if let Some(sex) = role(pair) {
            parents[pair.second][sex] += odds_of(pair.p_kinds[CHILD]);
        }
    }
    for pair in pairs {
        let all = f64::max(spouses[pair.first], spouses[pair.second]);
        pair.p_kinds[SPOUSE] = odds_of(pair.p_kinds[SPOUSE]) / (1.0 + all);
        if let Some(sex) = role(&*pair) {
            let all = parents[pair.second][sex];
            pair.p_kinds[CHILD] = odds_of(pair.p_kinds[CHILD]) / (1.0 + all);
        }
    }
}

/// The odds of a probability; what is all but certain is as likely as what is rounded to four places.
fn odds_of(p: f64) -> f64 {
    let p = p.min(0.9999);
    p / (1.0 - p)
}

#[cfg(test)]
mod tests;
