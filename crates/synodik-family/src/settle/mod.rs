//! Ties of many persons taken together: what cannot hold beside stronger ties is put aside.
//!
//! A tie has to be possible by sex, birth and death; nobody has two mothers or
//! two fathers; and going round a loop of kin by blood one comes back to the
//! generation one started from, so no man is his own uncle or ancestor. Ties
//! are taken in the order of their strength, so each loop is cut at its weakest.
//!
//! **Invariant:** every tie that comes in goes out, among the kept or the cut;
//! the work grows with the number of ties, not with that of loops.

mod generations;

use crate::infer::KinPerson;
use crate::kin_table::{inverse, kinship_of};
use crate::ties::{Tie, TieGround};
use generations::{Generations, generation_of};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use synodik_model::{KinLink, KinStep, Kinship, Sex};

const SETTLE_TOML: &str = include_str!("../../../../data/kin/settle.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettleLimits {
    min_parent_gap_years: i32,
    max_mother_gap_years: i32,
    max_father_gap_years: i32,
    max_sibling_gap_years: i32,
    max_years_after_father: i32,
    max_component_persons: usize,
}

static LIMITS: LazyLock<SettleLimits> =
    LazyLock::new(|| toml::from_str(SETTLE_TOML).expect("a test reads data/kin/settle.toml"));

/// Why a tie was put aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CutReason {
    /// It ties a person to the same person.
    Oneself,
    /// A father who is a woman, spouses of one sex.
    Sex,
    /// The years of birth do not allow it.
    Birth,
    /// A parent had died before.
    Death,
    /// A stronger tie says something else of the pair.
    Disagrees,
    /// The child has a father already.
    SecondFather,
    /// The child has a mother already.
    SecondMother,
    /// The child has two parents already.
    ThirdParent,
    /// It closes a loop in which somebody would be their own ancestor, uncle or the like.
    Loop,
}

impl CutReason {
    /// Returns the word for the reason in tables and translations.
    pub fn name(self) -> &'static str {
        match self {
            CutReason::Oneself => "oneself",
            CutReason::Sex => "sex",
            CutReason::Birth => "birth",
            CutReason::Death => "death",
            CutReason::Disagrees => "disagrees",
            CutReason::SecondFather => "second_father",
            CutReason::SecondMother => "second_mother",
            CutReason::ThirdParent => "third_parent",
            CutReason::Loop => "loop",
        }
    }
}

/// A tie that was put aside.
#[derive(Debug, Clone, PartialEq)]
pub struct CutTie {
    /// The tie as it came in.
    pub tie: Tie,
    /// Why.
    pub reason: CutReason,
    /// The persons whose ties speak against it: of a loop in its order, the tie's first and
    /// second at its ends; else those concerned.
    pub persons: Vec<usize>,
}

/// Ties that can hold together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settled {
    /// By first, second and ground.
    pub ties: Vec<Tie>,
    /// What was put aside, the strongest first.
    pub cut: Vec<CutTie>,
    /// Groups of persons too large to be settled, each sorted; their ties are all kept.
    pub too_large: Vec<Vec<usize>>,
}

/// Returns the ties that can hold together, and what was put aside for them.
///
/// # Shape
///
/// `persons`: those whose places the ties have as numbers; ties of others are
/// kept as they are. What a record states is stronger than what is inferred;
/// then the probability counts.
///
/// # Source
///
/// `data/kin/settle.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{CutReason, KinPerson, Tie, TieGround, kinship_of_term, settle_ties};
/// let persons = vec![KinPerson::default(); 3];
/// let tie = |first, second, term, p_tie| Tie {
///     first, second, kinship: kinship_of_term(term).expect("a term"),
///     ground: TieGround::Inferred, p_tie, evidence: Vec::new(),
/// };
/// let ties = [tie(0, 1, "son", 0.9), tie(1, 2, "son", 0.8), tie(2, 0, "son", 0.6)];
/// let settled = settle_ties(&persons, &ties);
/// assert_eq!(settled.ties.len(), 2);
/// assert_eq!(settled.cut[0].reason, CutReason::Loop);
/// assert_eq!(settled.cut[0].persons, [2, 1, 0]);
/// ```
pub fn settle_ties(persons: &[KinPerson], ties: &[Tie]) -> Settled {
    let mut settled = Settled::default();
    let too_large = large_groups(persons.len(), ties);
    let mut is_left = vec![false; persons.len()];
    for &person in too_large.iter().flatten() {
        is_left[person] = true;
    }
    settled.too_large = too_large;
    let mut order: Vec<&Tie> = ties.iter().collect();
    order.sort_by(|a, b| {
        // What two entries state is stronger than what one does; the rest goes by its probability.
        let n_stated = |tie: &Tie| match tie.ground {
            TieGround::Stated => tie.evidence.len().clamp(1, 2),
            TieGround::Derived | TieGround::Inferred => 0,
        };
        n_stated(b)
            .cmp(&n_stated(a))
            .then(b.p_tie.total_cmp(&a.p_tie))
            .then((a.first, a.second, &a.kinship).cmp(&(b.first, b.second, &b.kinship)))
    });
    let mut held = Held::default();
    let mut generations = Generations::of(persons.len());
    for tie in order {
        let is_known = tie.first < persons.len() && tie.second < persons.len();
        if !is_known || is_left[tie.first] {
            settled.ties.push(tie.clone());
            continue;
        }
        match why_cut(persons, tie, &mut held, &mut generations) {
            Some((reason, persons)) => {
                settled.cut.push(CutTie { tie: tie.clone(), reason, persons });
            }
            None => settled.ties.push(tie.clone()),
        }
    }
    settled.ties.sort_by_key(|tie| (tie.first, tie.second, tie.ground));
    settled
}

/// What is held so far.
#[derive(Default)]
struct Held {
    /// Kinships of a pair, lower number first.
    of_pair: BTreeMap<(usize, usize), Vec<Kinship>>,
    /// Parents of a child with their sexes.
    parents: BTreeMap<usize, Vec<(usize, Option<Sex>)>>,
}

fn why_cut(
    persons: &[KinPerson],
    tie: &Tie,
    held: &mut Held,
    generations: &mut Generations,
) -> Option<(CutReason, Vec<usize>)> {
    let pair = vec![tie.first, tie.second];
    if tie.first == tie.second {
        return Some((CutReason::Oneself, vec![tie.first]));
    }
    if let Some(reason) = impossible(persons, tie) {
        return Some((reason, pair));
    }
    let key = (tie.first.min(tie.second), tie.first.max(tie.second));
    let kinship = if tie.first == key.0 {
        tie.kinship.clone()
    } else {
        inverse(&tie.kinship, persons[tie.first].sex)
    };
    let of_pair = held.of_pair.get(&key).map(Vec::as_slice).unwrap_or_default();
    if of_pair.iter().any(|other| !can_both_hold(other, &kinship)) {
        return Some((CutReason::Disagrees, pair));
    }
    let parent_and_child = parent_and_child(tie);
    if let Some((parent, child)) = parent_and_child
        && let Some(reason) = too_many_parents(persons, held, parent, child)
    {
        let others = held.parents[&child].iter().map(|(other, _)| *other);
        return Some((reason, [child, parent].into_iter().chain(others).collect()));
    }
    if let Some(step) = generation_of(&tie.kinship)
        && let Some(round) = generations.join(tie.first, tie.second, step)
    {
        return Some((CutReason::Loop, round));
    }
    held.of_pair.entry(key).or_default().push(kinship);
    if let Some((parent, child)) = parent_and_child {
        let sex = persons[parent].sex.or_else(|| sex_of_parent(tie));
        let parents = held.parents.entry(child).or_default();
        if !parents.iter().any(|(known, _)| *known == parent) {
            parents.push((parent, sex));
        }
    }
    None
}

/// Parent and child of a tie that says so in one step.
fn parent_and_child(tie: &Tie) -> Option<(usize, usize)> {
    match tie.kinship.steps.as_slice() {
        [step] if step.link == KinLink::Parent => Some((tie.second, tie.first)),
        [step] if step.link == KinLink::Child => Some((tie.first, tie.second)),
        _ => None,
    }
}

fn sex_of_parent(tie: &Tie) -> Option<Sex> {
    tie.kinship.steps.first().filter(|step| step.link == KinLink::Parent).and_then(|step| step.sex)
}

/// Whether sex, birth or death forbid the tie.
fn impossible(persons: &[KinPerson], tie: &Tie) -> Option<CutReason> {
    let (first, second) = (&persons[tie.first], &persons[tie.second]);
    let stated_sex = tie.kinship.sex();
    if second.sex.is_some() && stated_sex.is_some() && second.sex != stated_sex {
        return Some(CutReason::Sex);
    }
    let [step] = tie.kinship.steps.as_slice() else { return None };
    if step.link == KinLink::Spouse && first.sex.is_some() && first.sex == second.sex {
        return Some(CutReason::Sex);
    }
    if let Some((parent, child)) = parent_and_child(tie) {
        return impossible_parent(&persons[parent], &persons[child]);
    }
    let is_sibling = matches!(step.link, KinLink::Sibling | KinLink::HalfSibling);
    let (one, other) = (first.birth_years?, second.birth_years?);
    let least_gap = (one.0 - other.1).max(other.0 - one.1);
    (is_sibling && least_gap > LIMITS.max_sibling_gap_years).then_some(CutReason::Birth)
}

fn impossible_parent(parent: &KinPerson, child: &KinPerson) -> Option<CutReason> {
    let born = child.birth_years?;
    let max_gap = match parent.sex {
        Some(Sex::Female) => LIMITS.max_mother_gap_years,
        _ => LIMITS.max_father_gap_years,
    };
    let is_of_age = parent.birth_years.is_none_or(|parent| {
        born.1 - parent.0 >= LIMITS.min_parent_gap_years && born.0 - parent.1 <= max_gap
    });
    if !is_of_age {
        return Some(CutReason::Birth);
    }
    let after = match parent.sex {
        Some(Sex::Female) => 0,
        _ => LIMITS.max_years_after_father,
    };
    parent.death_years.filter(|died| born.0 > died.1 + after).map(|_| CutReason::Death)
}

fn too_many_parents(
    persons: &[KinPerson],
    held: &Held,
    parent: usize,
    child: usize,
) -> Option<CutReason> {
    let known = held.parents.get(&child)?;
    if known.iter().any(|(other, _)| *other == parent) {
        return None;
    }
    let sex = persons[parent].sex;
    if sex.is_some() && known.iter().any(|(_, other)| *other == sex) {
        return Some(match sex {
            Some(Sex::Female) => CutReason::SecondMother,
            _ => CutReason::SecondFather,
        });
    }
    (known.len() >= 2).then_some(CutReason::ThirdParent)
}

/// Whether two kinships of one pair can both be true: one says less, or both the same.
fn can_both_hold(one: &Kinship, other: &Kinship) -> bool {
    let says_little = |kinship: &Kinship| {
        kinship.steps.iter().any(|step| {
            !matches!(
                step.link,
                KinLink::Spouse
                    | KinLink::Parent
                    | KinLink::Child
                    | KinLink::Sibling
                    | KinLink::Cousin
            )
        })
    };
    let bare = |kinship: &Kinship| -> Kinship {
        kinship_of(kinship.steps.iter().map(|step| KinStep { sex: None, ..*step }).collect())
    };
    let (one_bare, other_bare) = (bare(one), bare(other));
    says_little(one)
        || says_little(other)
        || one_bare.steps == other_bare.steps
        || one_bare.term.is_some() && one_bare.term == other_bare.term
}

/// Groups of tied persons that are larger than the limit, each sorted.
fn large_groups(n_persons: usize, ties: &[Tie]) -> Vec<Vec<usize>> {
    let mut root: Vec<usize> = (0..n_persons).collect();
    fn find(root: &mut [usize], mut at: usize) -> usize {
        while root[at] != at {
            root[at] = root[root[at]];
            at = root[at];
        }
        at
    }
    for tie in ties.iter().filter(|tie| tie.first < n_persons && tie.second < n_persons) {
        let (one, other) = (find(&mut root, tie.first), find(&mut root, tie.second));
        root[one.max(other)] = one.min(other);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for person in 0..n_persons {
        groups.entry(find(&mut root, person)).or_default().push(person);
    }
    groups.into_values().filter(|group| group.len() > LIMITS.max_component_persons).collect()
}

#[cfg(test)]
mod tests;
