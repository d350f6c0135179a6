//! The members of a family in words: who they are called, when they lived, whose they are.

use super::kin_terms::inverse_term;
use crate::Text;
use crate::address::{person_address, record_address};
use crate::pages::dates::{days_of, year_in_words};
use std::borrow::Cow;
use synodik_index::{PublicFamily, PublicMember, PublicTie, ShownMember};

/// One member as the page names them.
pub(super) struct MemberView {
    /// Number on the page, from 1.
    pub(super) number: usize,
    pub(super) label: String,
    /// The same in few words, in parts that stand below each other.
    pub(super) box_words: Vec<String>,
    /// The page of the person, or the entry that names them.
    pub(super) address: Option<String>,
    pub(super) years: Option<String>,
    /// `shown`, `unnamed` or `living`: the class of the box.
    pub(super) kind: &'static str,
    /// Whether nothing but the surname of the kin named is known of the name.
    pub(super) is_surname_inherited: bool,
}

/// Returns the members in their order.
pub(super) fn member_views(family: &PublicFamily, t: Text<'_>) -> Vec<MemberView> {
    let view = |(member_idx, member): (usize, &PublicMember)| {
        let shown = shown_member(member);
        MemberView {
            number: member_idx + 1,
            label: member_label(family, member_idx, t),
            box_words: box_words(family, member_idx, t),
            address: shown.and_then(member_address),
            years: shown.and_then(|shown| years_of(shown, t)),
            kind: match member {
                PublicMember::Shown(_) => "shown",
                PublicMember::Unnamed { .. } => "unnamed",
                PublicMember::Living => "living",
            },
            is_surname_inherited: shown
                .is_some_and(|shown| shown.is_surname_inherited && !shown.name.is_empty()),
        }
    };
    family.members.iter().enumerate().map(view).collect()
}

/// Returns what is shown of a member, if it is more than a place.
pub(super) fn shown_member(member: &PublicMember) -> Option<&ShownMember> {
    match member {
        PublicMember::Shown(shown) => Some(shown),
        PublicMember::Unnamed { .. } | PublicMember::Living => None,
    }
}

/// Returns the shown members with their numbers in the family.
pub(super) fn shown_members(
    family: &PublicFamily,
) -> impl Iterator<Item = (usize, &ShownMember)> + Clone {
    let members = family.members.iter().enumerate();
    members.filter_map(|(member_idx, member)| Some((member_idx, shown_member(member)?)))
}

/// What a member is called.
struct Called {
    /// The name; without one, what they are to somebody.
    name: Option<String>,
    relation: Option<(String, String)>,
    /// What is said beside it: how many without a name, or that they may be living.
    remark: Option<String>,
}

fn called(family: &PublicFamily, member_idx: usize, t: Text<'_>) -> Called {
    let relation = || place_in_family(family, member_idx, t);
    match &family.members[member_idx] {
        PublicMember::Shown(shown) if !shown.name.trim().is_empty() => {
            Called { name: Some(shown.name.clone()), relation: None, remark: None }
        }
        PublicMember::Shown(_) => {
            let relation = relation();
            let remark = relation.is_none().then(|| t.say("hit-no-name").into_owned());
            Called { name: None, relation, remark }
        }
        PublicMember::Living => Called {
            name: None,
            relation: relation(),
            remark: Some(t.say("family-living").into_owned()),
        },
        PublicMember::Unnamed { count } => Called {
            name: None,
            relation: relation(),
            remark: Some(match count {
                Some(count) => t.count("family-unnamed", &u64::from(*count)).into_owned(),
                None => t.say("family-several").into_owned(),
            }),
        },
    }
}

/// Returns the name of a member; without one, whose they are: "wife (Петров Иван)".
pub(super) fn member_label(family: &PublicFamily, member_idx: usize, t: Text<'_>) -> String {
    if member_idx >= family.members.len() {
        return String::new();
    }
    let Called { name, relation, remark } = called(family, member_idx, t);
    let place = relation.map(|(relation, of)| {
        t.fill("family-place", &[("relation", &relation), ("name", &of)]).into_owned()
    });
    let parts: Vec<String> = [name, place, remark].into_iter().flatten().collect();
    parts.join(", ")
}

/// Returns the same beside a relation that is already said: "wife: no name written".
pub(super) fn label_beside(family: &PublicFamily, member_idx: usize, t: Text<'_>) -> String {
    if member_idx >= family.members.len() {
        return String::new();
    }
    let Called { name, remark, .. } = called(family, member_idx, t);
    name.or(remark).unwrap_or_else(|| t.say("family-no-name").into_owned())
}

/// Returns the same in few words, for a drawing that shows whose they are.
fn box_words(family: &PublicFamily, member_idx: usize, t: Text<'_>) -> Vec<String> {
    let Called { name, relation, remark } = called(family, member_idx, t);
    let relation = relation.map(|(relation, _)| relation);
    [name, relation, remark].into_iter().flatten().collect()
}

/// Returns what a member without a name is to whom: the surest tie to somebody with a name.
fn place_in_family(
    family: &PublicFamily,
    member_idx: usize,
    t: Text<'_>,
) -> Option<(String, String)> {
    let mut known: Vec<(&PublicTie, &ShownMember)> = Vec::new();
    for tie in &family.ties {
        let other_idx = other_of(tie, member_idx);
        let other = other_idx.and_then(|idx| shown_member(family.members.get(idx)?));
        known.extend(other.filter(|other| !other.name.is_empty()).map(|other| (tie, other)));
    }
    // The first of equals, so that children are those of the head of the household.
    let surest =
        known.into_iter().reduce(|best, next| if next.0.p > best.0.p { next } else { best });
    let (tie, other) = surest?;
    let relation = t.label("kin", relation_of(family, tie, member_idx)).into_owned();
    Some((relation, other.name.clone()))
}

/// Returns the other member of a tie.
pub(crate) fn other_of(tie: &PublicTie, member_idx: usize) -> Option<usize> {
    match member_idx {
        first if first == tie.first => Some(tie.second),
        second if second == tie.second => Some(tie.first),
        _ => None,
    }
}

/// Returns what a member of a tie is to the other one.
pub(crate) fn relation_of<'a>(
    family: &PublicFamily,
    tie: &'a PublicTie,
    member_idx: usize,
) -> &'a str {
    if member_idx == tie.second {
        return &tie.relation;
    }
    let shown = family.members.get(member_idx).and_then(shown_member);
    // Beside somebody who may be living nothing is said that tells of their sex.
    let is_open =
        family.members.get(tie.second).is_some_and(|other| *other != PublicMember::Living);
    inverse_term(&tie.relation, shown.filter(|_| is_open).and_then(|shown| shown.sex))
}

/// Returns the page of the person; the entry that names them, when there is none of their own.
fn member_address(shown: &ShownMember) -> Option<String> {
    match &shown.records[..] {
        [] => shown.named_in.first().map(|(record_id, _)| record_address(record_id)),
        [(record_id, _)] => Some(record_address(record_id)),
        _ => Some(person_address(&shown.person_id)),
    }
}

/// Returns the years of birth and death, as far as they are one year each.
fn years_of(shown: &ShownMember, t: Text<'_>) -> Option<String> {
    let year = |edtf: Option<&str>| edtf.and_then(|edtf| year_in_words(edtf, t));
    match (year(shown.birth_edtf.as_deref()), year(death_edtf(shown))) {
        (Some(birth), Some(death)) => Some(format!("{birth} – {death}")),
        (Some(birth), None) => Some(t.fill("years-born", &[("year", &birth)]).into_owned()),
        (None, Some(death)) => Some(t.fill("years-died", &[("year", &death)]).into_owned()),
        (None, None) => None,
    }
}

/// Returns the days of death: as stated of the person, or those of the first event that is the end.
pub(super) fn death_edtf(shown: &ShownMember) -> Option<&str> {
    let is_end = |kind: &str| matches!(kind, "execution" | "death");
    let ends = shown.events.iter().filter(|event| is_end(&event.kind));
    let mut ends = ends.filter_map(|event| event.date_edtf.as_deref());
    let mut years = ends.clone().filter_map(|edtf| edtf.get(..4));
    let first = years.next();
    // Where the sources name different years, none of them is the one.
    if years.any(|year| Some(year) != first) {
        return None;
    }
    shown.death_edtf.as_deref().or_else(|| ends.next())
}

/// Returns for each member the rank by which siblings stand: by birth, then as listed.
pub(super) fn birth_order(family: &PublicFamily) -> Vec<usize> {
    let birth = |member: &PublicMember| {
        let days = days_of(shown_member(member)?.birth_edtf.as_deref()?)?;
        days.first.or(days.last)
    };
    let mut sorted: Vec<usize> = (0..family.members.len()).collect();
    sorted.sort_by_key(|&member_idx| {
        let birth = birth(&family.members[member_idx]);
        (birth.is_none(), birth, member_idx)
    });
    let mut order = vec![0; sorted.len()];
    for (rank, member_idx) in sorted.into_iter().enumerate() {
        order[member_idx] = rank;
    }
    order
}

/// Returns a tie in one line: "Петров Иван · wife: Петрова Анна".
pub(super) fn tie_words(family: &PublicFamily, tie: &PublicTie, t: Text<'_>) -> String {
    let relation = t.label("kin", &tie.relation);
    let (first, second) = (member_label(family, tie.first, t), label_beside(family, tie.second, t));
    format!("{first} · {relation}: {second}")
}

/// Returns how a tie is known: stated, or inferred with its probability.
pub(super) fn ground_words<'a>(ground: &str, p: f32, t: Text<'a>) -> Cow<'a, str> {
    if ground == "stated" {
        return t.label("tie", ground);
    }
    let p = crate::pages::related::probability_words(p, t);
    Cow::Owned(format!("{}, {p}", t.label("tie", ground)))
}
