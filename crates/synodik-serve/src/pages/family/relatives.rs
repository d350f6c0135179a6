//! The relatives of one person, for the page of an entry or a person.

use super::cases::{because_of_words, case_ground, told_cases};
use super::happenings::date_words;
use super::kin_terms::{Line, kin_term};
use super::members::{
    MemberView, ground_words, label_beside, member_views, other_of, relation_of, shown_members,
};
use crate::Text;
use crate::address::family_address;
use std::borrow::Cow;
use synodik_index::{MemberEvent, PublicFamily, PublicTie};

/// Relatives and cases that the page of an entry names; the page of the family has the rest.
const MAX_RELATIVES: usize = 12;
const MAX_CASES: usize = 8;

/// What the page of an entry shows of a family.
pub(in crate::pages) struct RelativesView<'a> {
    pub(in crate::pages) address: String,
    pub(in crate::pages) relatives: Vec<RelativeView<'a>>,
    pub(in crate::pages) n_more: u64,
    /// Measures that fell on this person because of somebody.
    pub(in crate::pages) because_of: Vec<CaseLine>,
    /// Measures that fell on others because of this person.
    pub(in crate::pages) led_to: Vec<CaseLine>,
}

/// One relative.
pub(in crate::pages) struct RelativeView<'a> {
    pub(in crate::pages) relation: Cow<'a, str>,
    pub(in crate::pages) label: String,
    pub(in crate::pages) address: Option<String>,
    pub(in crate::pages) years: Option<String>,
    pub(in crate::pages) ground: Cow<'a, str>,
    /// Whether nobody states it.
    pub(in crate::pages) is_inferred: bool,
}

/// One case in a line.
pub(in crate::pages) struct CaseLine {
    /// What fell on the person it fell on.
    pub(in crate::pages) event: String,
    /// The other one, with what had happened to the one on whose account.
    pub(in crate::pages) other: String,
    pub(in crate::pages) address: Option<String>,
    pub(in crate::pages) cause: Option<String>,
    pub(in crate::pages) ground: String,
    pub(in crate::pages) is_inferred: bool,
}

/// Returns the relatives of whoever these records are of; none when the family has nobody such.
pub(in crate::pages) fn relatives_view<'a>(
    family: &'a PublicFamily,
    record_ids: &[&str],
    t: Text<'a>,
) -> Option<RelativesView<'a>> {
    let is_theirs = |record_id: &str| record_ids.contains(&record_id);
    let (member_idx, _) = shown_members(family)
        .find(|(_, shown)| shown.records.iter().any(|(record_id, _)| is_theirs(record_id)))?;
    let members = member_views(family, t);
    let mut ties: Vec<(&'a PublicTie, usize)> = family
        .ties
        .iter()
        .filter_map(|tie| Some((tie, other_of(tie, member_idx)?)))
        .filter(|(_, other_idx)| *other_idx < members.len())
        .collect();
    ties.sort_by_key(|(tie, other_idx)| (closeness(&tie.relation), *other_idx));
    let relatives = ties.iter().take(MAX_RELATIVES).map(|&(tie, other_idx)| {
        let other = &members[other_idx];
        RelativeView {
            relation: t.label("kin", relation_of(family, tie, other_idx)),
            label: label_beside(family, other_idx, t),
            address: other.address.clone(),
            years: other.years.clone(),
            ground: ground_words(&tie.ground, tie.p, t),
            is_inferred: tie.ground == "inferred",
        }
    });
    let lines = |of_person: bool| {
        let here = told_cases(family).filter(move |case| {
            Some(member_idx) == if of_person { Some(case.person) } else { case.because_of }
        });
        let lines = here.filter_map(|case| {
            let other_idx = if of_person { case.because_of } else { Some(case.person) };
            let other: Option<&MemberView> = other_idx.and_then(|other| members.get(other));
            if other.is_none() && other_idx.is_some() {
                return None;
            }
            let unnamed = || because_of_words(family, case, t);
            Some(CaseLine {
                event: event_line(&case.event, t),
                other: other.map_or_else(unnamed, |other| other.label.clone()),
                address: other.and_then(|other| other.address.clone()),
                cause: case.cause.as_ref().map(|cause| event_line(cause, t)),
                ground: case_ground(family, case, t),
                is_inferred: !family.states(case),
            })
        });
        lines.take(MAX_CASES).collect()
    };
    Some(RelativesView {
        address: family_address(&family.family_id),
        n_more: ties.len().saturating_sub(MAX_RELATIVES) as u64,
        relatives: relatives.collect(),
        because_of: lines(true),
        led_to: lines(false),
    })
}

/// Spouses, parents and children, siblings, then everybody else.
fn closeness(relation: &str) -> u8 {
    match kin_term(relation).map(|term| term.line) {
        Some(Line::Couple) => 0,
        Some(Line::Descent) => 1,
        Some(Line::Sibling) => 2,
        Some(Line::None) | None => 3,
    }
}

fn event_line(event: &MemberEvent, t: Text<'_>) -> String {
    let label = t.label("event", &event.kind);
    let date = event.date_edtf.as_deref().map(|edtf| date_words(Some(edtf), t));
    let measure = event.measure.as_deref().map(crate::pages::record::quoted);
    let parts = [Some(label), date.map(Cow::Owned), measure];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
