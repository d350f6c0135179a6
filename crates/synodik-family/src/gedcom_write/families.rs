//! Which ties become families, and which associations.

use super::{ChildKind, GedcomAssociation, GedcomFamily};
use crate::kin_table::kinship_of_term;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use synodik_model::{KinLink, Sex};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExportNumbers {
    min_p_family: f64,
}

static NUMBERS: LazyLock<ExportNumbers> = LazyLock::new(|| {
    let text = include_str!("../../../../data/kin/gedcom_export.toml");
    toml::from_str(text).expect("a test reads data/kin/gedcom_export.toml")
});

/// Returns whether a probability is high enough for a family.
pub(super) fn is_sure(p_tie: f64) -> bool {
    p_tie >= NUMBERS.min_p_family
}

/// A tie between two individuals of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct GedcomTie {
    /// Number of the first.
    pub first: usize,
    /// Number of the second.
    pub second: usize,
    /// What the second is to the first: a term of `data/kin/relations.toml`.
    pub relation: String,
    /// Probability that it holds.
    pub p_tie: f64,
    /// How it is known: `stated`, `derived` or `inferred`.
    pub ground: String,
    /// Whether another tie, or age, speaks against it.
    pub contradicts: bool,
}

/// Parents of a child by kind, with what speaks for each.
type ParentsOfChild<'t> = BTreeMap<(usize, ChildKind), Vec<&'t GedcomTie>>;

/// Returns the families that ties make, and for each individual the ties that are none.
///
/// Spouses make a family; a child belongs to that of its parents, with one parent to a family of
/// that one alone; siblings of whom no common family is known make a family without parents.
/// What is inferred, below the probability of `data/kin/gedcom_export.toml`, contradicted, or of
/// another kind than these, is an association of the first with the second, whatever it says.
///
/// # Shape
///
/// `sexes`: of all individuals, in their order; gives the associations in the same order.
///
/// # Source
///
/// `data/kin/gedcom_export.toml`
pub fn families_of_ties(
    sexes: &[Option<Sex>],
    ties: &[GedcomTie],
) -> (Vec<GedcomFamily>, Vec<Vec<GedcomAssociation>>) {
    let mut families = Families { sexes, list: Vec::new(), by_partners: BTreeMap::new() };
    let mut associated: Vec<&GedcomTie> = Vec::new();
    let mut parents: ParentsOfChild<'_> = BTreeMap::new();
    let mut couples: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    let mut siblings: Vec<&GedcomTie> = Vec::new();
    let known = |individual: usize| individual < sexes.len();
    let ties = ties.iter().filter(|tie| tie.first != tie.second);
    for tie in ties.filter(|tie| known(tie.first) && known(tie.second)) {
        let is_fact = is_sure(tie.p_tie) && !tie.contradicts && tie.ground != "inferred";
        match link_of(tie).filter(|_| is_fact) {
            Some(KinLink::Spouse | KinLink::Partner) => {
                couples.insert(ordered(tie), false);
            }
            Some(KinLink::FormerSpouse) => {
                couples.entry(ordered(tie)).or_insert(true);
            }
            Some(KinLink::Sibling) => siblings.push(tie),
            Some(link) => match child_of(tie, link) {
                Some(child) => parents.entry(child).or_default().push(tie),
                None => associated.push(tie),
            },
            None => associated.push(tie),
        }
    }
    for (&(a, b), &is_former) in &couples {
        let family = families.of_partners(Some(a), Some(b));
        families.list[family].is_former = is_former;
    }
    for (&(child, kind), ties) in &parents {
        associated.extend(families.add_child((child, kind), ties));
    }
    families.add_siblings(&siblings);
    let mut associations: Vec<Vec<GedcomAssociation>> = vec![Vec::new(); sexes.len()];
    associated.sort_by_key(|tie| (tie.first, tie.second));
    for tie in associated {
        associations[tie.first].push(GedcomAssociation {
            other: tie.second,
            relation: tie.relation.clone(),
            p_tie: tie.p_tie,
            ground: tie.ground.clone(),
        });
    }
    (families.list, associations)
}

/// The one step of a tie, if its kinship is of one.
fn link_of(tie: &GedcomTie) -> Option<KinLink> {
    let kinship = kinship_of_term(&tie.relation)?;
    let [step] = kinship.steps.as_slice() else { return None };
    Some(step.link)
}

fn ordered(tie: &GedcomTie) -> (usize, usize) {
    (tie.first.min(tie.second), tie.first.max(tie.second))
}

/// The child of a tie between child and parent, and what kind of child it is.
fn child_of(tie: &GedcomTie, link: KinLink) -> Option<(usize, ChildKind)> {
    let kind = match link {
        KinLink::Parent | KinLink::Child => ChildKind::Birth,
        KinLink::AdoptiveParent | KinLink::AdoptedChild => ChildKind::Adopted,
        KinLink::FosterParent | KinLink::FosterChild => ChildKind::Foster,
        _ => return None,
    };
    let is_up = matches!(link, KinLink::Parent | KinLink::AdoptiveParent | KinLink::FosterParent);
    Some((if is_up { tie.first } else { tie.second }, kind))
}

struct Families<'s> {
    sexes: &'s [Option<Sex>],
    list: Vec<GedcomFamily>,
    by_partners: BTreeMap<(Option<usize>, Option<usize>), usize>,
}

impl Families<'_> {
    /// Returns the place of the family of one or two partners, made if there is none.
    fn of_partners(&mut self, a: Option<usize>, b: Option<usize>) -> usize {
        let is = |individual: Option<usize>, sex| {
            individual.is_some_and(|individual| self.sexes[individual] == Some(sex))
        };
        let is_swapped = is(a, Sex::Female) || (is(b, Sex::Male) && !is(a, Sex::Male));
        let is_swapped = is_swapped && !(is(a, Sex::Female) && is(b, Sex::Female));
        let (husband, wife) = if is_swapped { (b, a) } else { (a, b) };
        let list = &mut self.list;
        *self.by_partners.entry((husband, wife)).or_insert_with(|| {
            list.push(GedcomFamily { husband, wife, ..GedcomFamily::default() });
            list.len() - 1
        })
    }

    /// Adds a child to the family of its parents; gives the ties of parents beyond two.
    fn add_child<'t>(
        &mut self,
        (child, kind): (usize, ChildKind),
        ties: &[&'t GedcomTie],
    ) -> Vec<&'t GedcomTie> {
        let parent_of = |tie: &GedcomTie| if tie.first == child { tie.second } else { tie.first };
        let mut by_p: Vec<&GedcomTie> = ties.to_vec();
        by_p.sort_by(|a, b| b.p_tie.total_cmp(&a.p_tie).then(parent_of(a).cmp(&parent_of(b))));
        let mut chosen: Vec<usize> = Vec::with_capacity(2);
        let mut left = Vec::new();
        for tie in by_p {
            let parent = parent_of(tie);
            let sex = self.sexes[parent];
            let has_same_sex =
                sex.is_some() && chosen.iter().any(|&other| self.sexes[other] == sex);
            if chosen.contains(&parent) {
                continue;
            }
            if chosen.len() == 2 || has_same_sex {
                left.push(tie);
            } else {
                chosen.push(parent);
            }
        }
        chosen.sort_unstable();
        let family = self.of_partners(chosen.first().copied(), chosen.get(1).copied());
        let children = &mut self.list[family].children;
        if !children.iter().any(|(other, _)| *other == child) {
            children.push((child, kind));
        }
        left
    }

    /// Makes families without parents of siblings who have none in common.
    fn add_siblings(&mut self, ties: &[&GedcomTie]) {
        let mut families_of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (family, family_idx) in self.list.iter().zip(0..) {
            for (child, _) in &family.children {
                families_of.entry(*child).or_default().insert(family_idx);
            }
        }
        let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
        for tie in ties {
            let of = |individual: usize| families_of.get(&individual);
            let is_common = of(tie.first)
                .zip(of(tie.second))
                .is_some_and(|(a, b)| a.intersection(b).next().is_some());
            if is_common {
                continue;
            }
            let (a, b) = (root_of(&group_of, tie.first), root_of(&group_of, tie.second));
            group_of.insert(a.max(b), a.min(b));
            group_of.entry(a.min(b)).or_insert(a.min(b));
        }
        let mut groups: BTreeMap<usize, Vec<(usize, ChildKind)>> = BTreeMap::new();
        for &sibling in group_of.keys() {
            let root = root_of(&group_of, sibling);
            groups.entry(root).or_default().push((sibling, ChildKind::Birth));
        }
        self.list.extend(
            groups
                .into_values()
                .map(|children| GedcomFamily { children, ..GedcomFamily::default() }),
        );
    }
}

/// The smallest number of the group somebody is in.
fn root_of(group_of: &BTreeMap<usize, usize>, individual: usize) -> usize {
    let mut root = individual;
    while let Some(&above) = group_of.get(&root).filter(|above| **above != root) {
        root = above;
    }
    root
}
