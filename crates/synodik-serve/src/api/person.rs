//! Persons: entries held to be of one human being. A claim of this build, not of a source.

use super::answer::{Asked, Body, Form, answer};
use super::paging::{AskedPage, Page, Paging, wanted_page};
use super::problem::Problem;
use super::record::{Event, event_view, read_id};
use crate::AppState;
use crate::address::{percent_encode, person_address};
use crate::formats::{each_once, ftm_entities_of_person, linked_person};
use crate::found_person::{FoundPerson, find_person, persons_from};
use crate::pages::{other_of, relation_of};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use synodik_index::PublicMember;
use synodik_model::Field;
use utoipa::ToSchema;

/// A person: one or more entries held to be of one human being.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Person {
    /// Stable id; that of an entry when only one is known.
    #[schema(example = "memorial.1.12")]
    pub(crate) person_id: String,
    /// The names that entries state, as written, each once; may be empty.
    pub(crate) names: Vec<String>,
    /// Days of birth that entries allow, in EDTF, each once.
    pub(crate) births_edtf: Vec<String>,
    /// Sexes that entries state: `m`, `f`, or as written.
    pub(crate) sexes: Vec<String>,
    /// The entries, in the order of the archive.
    pub(crate) records: Vec<PersonRecord>,
    /// What the entries say happened, entry by entry.
    pub(crate) events: Vec<Event>,
    /// Relatives, as stated or inferred; only with a single person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) relatives: Vec<Relative>,
    /// The family of the person, when one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) family_id: Option<String>,
}

/// An entry of a person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PersonRecord {
    /// The entry.
    pub(crate) record_id: String,
    /// Its source.
    pub(crate) source_id: String,
    /// Probability that it is of this person.
    pub(crate) p: f32,
}

/// A relative of a person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Relative {
    /// What the relative is to the person, such as `wife`; without sex where either may be living.
    pub(crate) relation: String,
    /// Id of the relative in the family; absent for somebody who may be living or has no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) member_id: Option<String>,
    /// Name; absent as the id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// Whether somebody who may be living is meant.
    pub(crate) is_withheld: bool,
    /// `stated`, `derived` or `inferred`.
    pub(crate) ground: String,
    /// Probability.
    pub(crate) p: f32,
    /// Entries on which it rests.
    pub(crate) record_ids: Vec<String>,
}

/// Lists persons in the order of their first entries.
#[utoipa::path(get, path = "/api/v1/persons", tag = "persons",
    params(Paging), responses((status = 200, body = Page<Person>)))]
pub(super) async fn list_persons(
    State(state): State<AppState>,
    asked: Asked,
    paging: AskedPage,
) -> Response {
    answer(state, asked, move |index, build, _| {
        let wanted = wanted_page(paging, &build)?;
        let (found, next) = persons_from(index, wanted.from, wanted.limit)?;
        let persons = found.iter().map(person_view).collect();
        Ok(Body::json(&Page::new(persons, next, &build)))
    })
    .await
}

/// Gives a person. An id of an earlier build leads to the person that its entry is of now.
#[utoipa::path(get, path = "/api/v1/persons/{person_id}", tag = "persons",
    params(("person_id" = String, Path, description = "Id of the person"), super::FormChoice),
    responses(
        (status = 200, content(
            (Person = "application/json"), (Object = "application/ld+json"),
            (String = "application/x-ndjson"))),
        (status = 303, description = "The entry is of another person now; see Location.")))]
pub(super) async fn get_person(
    State(state): State<AppState>,
    asked: Asked,
    person_id: Result<Path<String>, PathRejection>,
) -> Response {
    answer(state, asked, move |index, build, asked| {
        let asked_id = read_id(person_id)?;
        let found = find_person(index, &asked_id)?.ok_or_else(Problem::missing)?;
        if found.person_id != asked_id {
            let address = format!("/api/v1/persons/{}", percent_encode(&found.person_id));
            return Ok(Body::elsewhere(address));
        }
        let page = format!("{}{}", build.site, person_address(&found.person_id));
        let body = match asked.form {
            Ok(Form::JsonLd) => Body::json_ld(&linked_person(&found, build.site)),
            Ok(Form::Ftm) => Body::lines(&ftm_entities_of_person(&found, build.site)),
            _ => Body::json(&person_view(&found)),
        };
        Ok(body.with_link("canonical", page))
    })
    .await
}

/// Returns a person as the API shows it.
fn person_view(found: &FoundPerson) -> Person {
    let records = found.entries.iter().map(|(record, _)| record);
    let events = records.clone().flat_map(|record| {
        record.events.iter().zip(0..).map(move |(event, number)| event_view(record, event, number))
    });
    Person {
        person_id: found.person_id.clone(),
        names: stated_once(records.clone().map(|record| record.name.as_str())),
        births_edtf: stated_once(records.clone().filter_map(|record| record.birth_edtf.as_deref())),
        sexes: stated_once(records.clone().filter_map(|record| record.get(Field::Sex))),
        records: found
            .entries
            .iter()
            .map(|(record, p)| PersonRecord {
                record_id: record.record_id.clone(),
                source_id: record.source_id.clone(),
                p: *p,
            })
            .collect(),
        events: events.collect(),
        relatives: relatives_of(found),
        family_id: found.family.as_ref().map(|family| family.family_id.clone()),
    }
}

fn stated_once<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    each_once(values).into_iter().map(str::to_owned).collect()
}

fn relatives_of(found: &FoundPerson) -> Vec<Relative> {
    let Some((family, member_idx)) = found.place_in_family() else { return Vec::new() };
    let ties = family.ties.iter().filter_map(|tie| {
        let other_idx = other_of(tie, member_idx)?;
        let other = family.members.get(other_idx)?;
        let shown = match other {
            PublicMember::Shown(shown) => Some(shown),
            PublicMember::Unnamed { .. } | PublicMember::Living => None,
        };
        Some(Relative {
            relation: relation_of(family, tie, other_idx).to_owned(),
            member_id: shown.map(|shown| shown.person_id.clone()),
            name: shown.map(|shown| shown.name.clone()).filter(|name| !name.is_empty()),
            is_withheld: matches!(other, PublicMember::Living),
            ground: tie.ground.clone(),
            p: tie.p,
            record_ids: stated_once(tie.evidence.iter().map(|found| found.record_id.as_str())),
        })
    });
    ties.collect()
}
