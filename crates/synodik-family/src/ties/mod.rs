//! Ties between the mentions of a record: as stated, and what follows from it.
//!
//! **Invariant:** a tie never replaces another. Two statements that disagree
//! stand side by side and are named by [`find_contradictions`].

use crate::guess::gap_years;
use crate::kin_table::{Composed, compose, inverse, kinship_of_term};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;
use synodik_model::{Ground, HeadCount, KinLink, Kinship, Mention, Sex};

const TIES_TOML: &str = include_str!("../../../../data/kin/ties.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TieNumbers {
    p_stated: f64,
    p_by_name: f64,
    p_by_place: f64,
    p_composed_certain: f64,
    p_composed_likely: f64,
    min_parent_gap_years: i32,
    max_parent_gap_years: i32,
    max_sibling_gap_years: i32,
}

static NUMBERS: LazyLock<TieNumbers> =
    LazyLock::new(|| toml::from_str(TIES_TOML).expect("a test reads data/kin/ties.toml"));

/// How a tie is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TieGround {
    /// The words of a record say it.
    Stated,
    /// It follows from what is stated: a father's daughter is a sister.
    Derived,
    /// Nothing is stated; names, ages and places speak for it.
    Inferred,
}

/// The words on which a tie rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieEvidence {
    /// The record.
    pub record_id: String,
    /// Bytes of the words in the text that was read.
    pub span: Range<usize>,
    /// The words.
    pub words: String,
}

/// A kinship between two human beings, with what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// The caller's number of the first: of a mention in its record, or of a person.
    pub first: usize,
    /// The caller's number of the second.
    pub second: usize,
    /// What the second is to the first.
    pub kinship: Kinship,
    /// How it is known.
    pub ground: TieGround,
    /// Probability that it holds.
    pub p_tie: f64,
    /// On what it rests, in the order of the text; not empty.
    pub evidence: Vec<TieEvidence>,
}

/// Two ties of one pair that cannot both hold, or one that age forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contradiction {
    /// Two ties say different things of one pair; their places in the list.
    Disagree(usize, usize),
    /// The years of birth do not allow it; its place in the list.
    Age(usize),
}

/// Returns the ties between the mentions of one record.
///
/// Each stated kinship is a tie; the kinships of two members to one third make
/// a derived one where they have a term together. A daughter-in-law behind a
/// son is his wife, and a grandchild behind them their child, by the place.
///
/// # Shape
///
/// Sorted by first and second, the stated before the derived; `first < second`
/// does not hold, a tie runs from the one whose kin the words name. Mentions of
/// several human beings have stated ties only.
///
/// # Source
///
/// `data/kin/relations.toml`, `data/kin/ties.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{TieGround, head_mention, read_household, ties_of_mentions};
/// let text = "Состав семьи: жена Устинья, 1890 г. р., сын Фрол, 1910 г. р.";
/// let household = read_household(text, head_mention("РЯБОВ Пантелей Лукич"), None);
/// let ties = ties_of_mentions("r1", &household.mentions);
/// let derived = ties.iter().find(|tie| tie.ground == TieGround::Derived).expect("a tie");
/// assert_eq!((derived.first, derived.second, derived.kinship.term), (1, 2, Some("son")));
/// assert_eq!(derived.evidence[0].words, "жена Устинья, 1890 г. р.");
/// ```
pub fn ties_of_mentions(record_id: &str, mentions: &[Mention]) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (member_idx, member) in mentions.iter().enumerate().skip(1) {
        let Some(kinship) = &member.kinship else { continue };
        ties.push(Tie {
            first: member.relative_to,
            second: member_idx,
            kinship: kinship.clone(),
            ground: if member.kinship_ground == Ground::Stated {
                TieGround::Stated
            } else {
                TieGround::Inferred
            },
            p_tie: p_of_ground(member.kinship_ground),
            evidence: vec![evidence_of(record_id, member)],
        });
    }
    let by_place = ties_by_place(mentions);
    for first in 1..mentions.len() {
        for second in first + 1..mentions.len() {
            ties.extend(derive_tie(record_id, mentions, [first, second], &by_place));
        }
    }
    ties.sort_by_key(|tie| (tie.first, tie.second, tie.ground));
    ties
}

fn p_of_ground(ground: Ground) -> f64 {
    match ground {
        Ground::Stated | Ground::Kinship => NUMBERS.p_stated,
        Ground::Name => NUMBERS.p_by_name,
        Ground::Place => NUMBERS.p_by_place,
    }
}

fn evidence_of(record_id: &str, mention: &Mention) -> TieEvidence {
    TieEvidence {
        record_id: record_id.to_owned(),
        span: mention.span.clone(),
        words: mention.words.clone(),
    }
}

/// The tie of two members that follows from their kinships to the same third.
fn derive_tie(
    record_id: &str,
    mentions: &[Mention],
    [first, second]: [usize; 2],
    by_place: &BTreeMap<(usize, usize), &'static str>,
) -> Option<Tie> {
    let (a, b) = (&mentions[first], &mentions[second]);
    let is_one = a.count == HeadCount::One && b.count == HeadCount::One;
    if !is_one || a.relative_to != b.relative_to {
        return None;
    }
    let (of_a, of_b) = (a.kinship.as_ref()?, b.kinship.as_ref()?);
    let sex_of_third = mentions.get(a.relative_to)?.sex.map(|(sex, _)| sex);
    let both = p_of_ground(a.kinship_ground) * p_of_ground(b.kinship_ground);
    let (kinship, p_tie) = match by_place.get(&(first, second)) {
        Some(term) => (kinship_of_term(term)?, both * NUMBERS.p_by_place),
        None => {
            let (kinship, composed) = compose(&inverse(of_a, sex_of_third), of_b)?;
            kinship.term?;
            let p_composed = match composed {
                Composed::Certain => NUMBERS.p_composed_certain,
                Composed::Likely => NUMBERS.p_composed_likely,
            };
            (kinship, both * p_composed)
        }
    };
    if !is_age_possible(&kinship, gap_years(a, b)) {
        return None;
    }
    Some(Tie {
        first,
        second,
        kinship,
        ground: TieGround::Derived,
        p_tie,
        evidence: vec![evidence_of(record_id, a), evidence_of(record_id, b)],
    })
}

/// Couples and their children by the order of the list: the term of the second to the first.
fn ties_by_place(mentions: &[Mention]) -> BTreeMap<(usize, usize), &'static str> {
    let term_of = |idx: usize| mentions[idx].kinship.as_ref().and_then(|kinship| kinship.term);
    let mut found = BTreeMap::new();
    let (mut child, mut child_in_law): (Option<usize>, Option<usize>) = (None, None);
    for idx in 1..mentions.len() {
        let sex = mentions[idx].sex.map(|(sex, _)| sex);
        match term_of(idx) {
            Some("son" | "daughter") => (child, child_in_law) = (Some(idx), None),
            Some("daughter_in_law" | "son_in_law") => {
                let couple = child.filter(|&child| mentions[child].sex.map(|(sex, _)| sex) != sex);
                if let Some(spouse) = couple {
                    let term = if sex == Some(Sex::Male) { "husband" } else { "wife" };
                    found.insert((spouse, idx), term);
                }
                child_in_law = Some(idx);
            }
            Some("grandson" | "granddaughter") => {
                let term = if sex == Some(Sex::Male) { "son" } else { "daughter" };
                // Without the other parent in the list the child may be another's.
                for parent in child_in_law.and(child).into_iter().chain(child_in_law) {
                    found.insert((parent, idx), term);
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether the years between two births allow the second to be this to the first.
fn is_age_possible(kinship: &Kinship, gap_years: Option<i32>) -> bool {
    let ([step], Some(gap_years)) = (kinship.steps.as_slice(), gap_years) else { return true };
    let is_parent_gap =
        |gap: i32| (NUMBERS.min_parent_gap_years..=NUMBERS.max_parent_gap_years).contains(&gap);
    match step.link {
        KinLink::Parent => is_parent_gap(-gap_years),
        KinLink::Child => is_parent_gap(gap_years),
        KinLink::Sibling | KinLink::HalfSibling => gap_years.abs() <= NUMBERS.max_sibling_gap_years,
        _ => true,
    }
}

/// Returns the ties that disagree or that the years of birth forbid, sorted.
///
/// # Shape
///
/// `mentions`: those whose numbers the ties have, in their order.
pub fn find_contradictions(mentions: &[Mention], ties: &[Tie]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let sex_of = |idx: usize| mentions.get(idx).and_then(|mention| mention.sex).map(|(sex, _)| sex);
    let mut by_pair: BTreeMap<(usize, usize), Vec<(usize, Kinship)>> = BTreeMap::new();
    for (tie_idx, tie) in ties.iter().enumerate() {
        if let (Some(a), Some(b)) = (mentions.get(tie.first), mentions.get(tie.second))
            && !is_age_possible(&tie.kinship, gap_years(a, b))
        {
            found.push(Contradiction::Age(tie_idx));
        }
        let (pair, kinship) = if tie.first <= tie.second {
            ((tie.first, tie.second), tie.kinship.clone())
        } else {
            ((tie.second, tie.first), inverse(&tie.kinship, sex_of(tie.first)))
        };
        by_pair.entry(pair).or_default().push((tie_idx, kinship));
    }
    for statements in by_pair.values() {
        for (place, (tie_idx, kinship)) in statements.iter().enumerate() {
            let others = &statements[place + 1..];
            let disagreeing = others.iter().filter(|(_, other)| !is_compatible(kinship, other));
            found.extend(disagreeing.map(|(other, _)| Contradiction::Disagree(*tie_idx, *other)));
        }
    }
    found.sort_unstable();
    found
}

/// Two kinships that differ in no more than a sex that one of them leaves open.
fn is_compatible(a: &Kinship, b: &Kinship) -> bool {
    let same_sexes = |a: Option<Sex>, b: Option<Sex>| a.is_none() || b.is_none() || a == b;
    let is_same_chain = a.steps.len() == b.steps.len()
        && a.steps.iter().zip(&b.steps).all(|(a, b)| a.link == b.link && same_sexes(a.sex, b.sex));
    is_same_chain || a.term.is_some() && a.term == b.term
}

/// Returns the ties with those of both directions as one, its evidence joined.
///
/// A pair that two records name, each from its side, has one tie for each
/// kinship they state; where they disagree both stay.
///
/// # Shape
///
/// `ties`: with the numbers of persons. `sex_of`: the sex of a person, where
/// known. Gives `first <= second`, sorted by first, second and ground. The
/// probability of joined ties is that of the surest.
pub fn merge_ties(ties: &[Tie], sex_of: &dyn Fn(usize) -> Option<Sex>) -> Vec<Tie> {
    let mut merged: Vec<Tie> = Vec::new();
    let mut places: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for tie in ties {
        let mut tie = tie.clone();
        if tie.first > tie.second {
            tie.kinship = inverse(&tie.kinship, sex_of(tie.first));
            std::mem::swap(&mut tie.first, &mut tie.second);
        }
        let of_pair = places.entry((tie.first, tie.second)).or_default();
        let same =
            of_pair.iter().copied().find(|&at| is_compatible(&merged[at].kinship, &tie.kinship));
        match same {
            Some(at) => join_tie(&mut merged[at], tie),
            None => {
                of_pair.push(merged.len());
                merged.push(tie);
            }
        }
    }
    merged.sort_by_key(|tie| (tie.first, tie.second, tie.ground));
    merged
}

fn join_tie(into: &mut Tie, tie: Tie) {
    if tie.kinship.sex().is_some() && into.kinship.sex().is_none() {
        into.kinship = tie.kinship;
    }
    into.ground = into.ground.min(tie.ground);
    into.p_tie = into.p_tie.max(tie.p_tie);
    for evidence in tie.evidence {
        if !into.evidence.contains(&evidence) {
            into.evidence.push(evidence);
        }
    }
}

#[cfg(test)]
mod tests;
