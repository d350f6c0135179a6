//! Families: who was whose, and whom a measure befell because of whom.

use super::answer::{Asked, Body, Form, answer};
use super::paging::{AskedPage, Page, Paging, wanted_page};
use super::problem::Problem;
use super::record::read_id;
use crate::AppState;
use crate::address::family_address;
use crate::formats::{ftm_entities_of_family, linked_family};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use synodik_index::{MemberEvent, PublicCase, PublicFamily, PublicMember, PublicTie};
use utoipa::ToSchema;

/// Persons connected by ties. Of whoever may be living only the place in the family is told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Family {
    /// Stable id.
    pub(crate) family_id: String,
    /// The members; the place in this list, from 0, is the number that ties and cases use.
    pub(crate) members: Vec<Member>,
    /// Who was whose.
    pub(crate) ties: Vec<Tie>,
    /// Which measure fell on whom on account of whom.
    pub(crate) cases: Vec<Case>,
    /// Members left out because the family is too large.
    pub(crate) n_left_out: usize,
}

/// A member of a family.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Member {
    /// `shown`, `unnamed` (an entry says only that they were there) or `withheld` (who may be
    /// living: nothing else is then here).
    pub(crate) kind: &'static str,
    /// Id of the person, or of the mention when no entry of their own is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) member_id: Option<String>,
    /// Name as written, or as it follows from the words of an entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// Whether the surname is not written but taken from the kin named.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_surname_inherited: bool,
    /// `m` or `f`, when known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sex: Option<String>,
    /// Days of birth in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) birth_edtf: Option<String>,
    /// Days of death in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) death_edtf: Option<String>,
    /// For `unnamed`: how many are meant, when it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<u32>,
    /// Entries of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) records: Vec<String>,
    /// Entries of others that name them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) named_in: Vec<String>,
    /// What happened, by day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) events: Vec<FamilyEvent>,
}

/// Something that befell a member.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FamilyEvent {
    /// Kind, such as `arrest`.
    pub(crate) kind: String,
    /// Days in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_edtf: Option<String>,
    /// Place as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<String>,
    /// Measure: the words of the persecutors, quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) measure_as_stated: Option<String>,
    /// Why somebody was spared, such as `age` or `kin_in_army`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) spared_for: Option<String>,
    /// The entry that says so.
    pub(crate) record_id: String,
}

/// A kinship between two members.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Tie {
    /// Number of one member.
    pub(crate) first: usize,
    /// Number of the other.
    pub(crate) second: usize,
    /// What the second is to the first.
    pub(crate) relation: String,
    /// `stated`, `derived` or `inferred`.
    pub(crate) ground: String,
    /// Probability.
    pub(crate) p: f32,
    /// On what it rests.
    pub(crate) evidence: Vec<TieEvidence>,
}

/// One reason for a tie.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TieEvidence {
    /// The entry.
    pub(crate) record_id: String,
    /// Its words; absent where they name somebody who may be living.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
}

/// A measure that fell on one member on account of another.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Case {
    /// Number of the member on whom it fell.
    pub(crate) person: usize,
    /// Number of the member on whose account; absent when an entry says that it was for kin, and
    /// nobody of the family is known who may be meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) because_of: Option<usize>,
    /// The measure.
    pub(crate) event: FamilyEvent,
    /// What had happened to the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<FamilyEvent>,
    /// Days between, at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) days_at_least: Option<i32>,
    /// Days between, at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) days_at_most: Option<i32>,
    /// Provisions of the codex that may have covered it, `instrument/provision`.
    pub(crate) provisions: Vec<String>,
    /// `stated` or `inferred`.
    pub(crate) ground: String,
    /// Probability.
    pub(crate) p: f32,
    /// The words that say so; absent where they name somebody who may be living.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
}

/// Lists families.
#[utoipa::path(get, path = "/api/v1/families", tag = "families",
    params(Paging), responses((status = 200, body = Page<Family>)))]
pub(super) async fn list_families(
    State(state): State<AppState>,
    asked: Asked,
    paging: AskedPage,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let wanted = wanted_page(paging, &build)?;
        let mut families = Vec::new();
        let mut next = wanted.from;
        while let Some(walked) = index.family_from(next)? {
            if families.len() == wanted.limit {
                return Ok(Body::json(&Page::new(families, Some(next), &build)));
            }
            families.push(family_view(walked.family));
            next = walked.next;
        }
        Ok(Body::json(&Page::new(families, None, &build)))
    })
    .await
}

/// Gives a family.
#[utoipa::path(get, path = "/api/v1/families/{family_id}", tag = "families",
    params(("family_id" = String, Path, description = "Id of the family"), super::FormChoice),
    responses((status = 200, content(
        (Family = "application/json"), (Object = "application/ld+json"), (String = "application/x-ndjson")))))]
pub(super) async fn get_family(
    State(state): State<AppState>,
    asked: Asked,
    family_id: Result<Path<String>, PathRejection>,
) -> Response {
    answer(state, asked, move |index, build, asked| {
        let family = index.family(&read_id(family_id)?)?.ok_or_else(Problem::missing)?;
        let page = format!("{}{}", build.site, family_address(&family.family_id));
        let body = match asked.form {
            Ok(Form::JsonLd) => Body::json_ld(&linked_family(&family, build.site)),
            Ok(Form::Ftm) => Body::lines(&ftm_entities_of_family(&family, build.site)),
            _ => Body::json(&family_view(family)),
        };
        Ok(body.with_link("canonical", page))
    })
    .await
}

fn family_view(family: PublicFamily) -> Family {
    Family {
        family_id: family.family_id,
        members: family.members.into_iter().map(member_view).collect(),
        ties: family.ties.into_iter().map(tie_view).collect(),
        cases: family.cases.into_iter().map(case_view).collect(),
        n_left_out: family.n_left_out,
    }
}

fn member_view(member: PublicMember) -> Member {
    match member {
        PublicMember::Living => Member { kind: "withheld", ..Member::default() },
        PublicMember::Unnamed { count } => Member { kind: "unnamed", count, ..Member::default() },
        PublicMember::Shown(shown) => Member {
            kind: "shown",
            member_id: Some(shown.person_id),
            name: Some(shown.name),
            is_surname_inherited: shown.is_surname_inherited,
            sex: shown.sex.map(String::from),
            birth_edtf: shown.birth_edtf,
            death_edtf: shown.death_edtf,
            count: None,
            records: shown.records.into_iter().map(|(record_id, _)| record_id).collect(),
            named_in: shown.named_in.into_iter().map(|(record_id, _)| record_id).collect(),
            events: shown.events.into_iter().map(event_view).collect(),
        },
    }
}

fn event_view(event: MemberEvent) -> FamilyEvent {
    FamilyEvent {
        kind: event.kind,
        date_edtf: event.date_edtf,
        place: event.place,
        measure_as_stated: event.measure,
        spared_for: event.reason,
        record_id: event.record_id,
    }
}

fn tie_view(tie: PublicTie) -> Tie {
    let evidence = tie.evidence.into_iter();
    Tie {
        first: tie.first,
        second: tie.second,
        relation: tie.relation,
        ground: tie.ground,
        p: tie.p,
        evidence: evidence
            .map(|found| TieEvidence { record_id: found.record_id, words: found.words })
            .collect(),
    }
}

fn case_view(case: PublicCase) -> Case {
    Case {
        person: case.person,
        because_of: case.because_of,
        event: event_view(case.event),
        cause: case.cause.map(event_view),
        days_at_least: case.days_between.map(|(least, _)| least),
        days_at_most: case.days_between.map(|(_, most)| most),
        provisions: case.provisions,
        ground: case.ground,
        p: case.p,
        words: case.words,
    }
}
