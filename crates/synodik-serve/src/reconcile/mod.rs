//! Reconciliation service, version 0.2: a list of one's own set beside the archive.
//!
//! What OpenRefine asks: the manifest, batches of names with properties, suggestions while
//! typing, a small preview to be shown in a frame, and properties of what was found.
//!
//! **Invariant:** a score says what it rests on and never that somebody is the one meant.

mod candidates;
mod properties;
mod question;

use self::candidates::{describe, find_candidates, shown_name};
use self::properties::{Property, PropertyKind, properties, property};
use self::question::{Extension, PERSON_TYPE, read_extension, read_queries};
use crate::api::{Asked, Body, Build, Problem, answer};
use crate::found_person::{FoundPerson, find_person};
use crate::headers::Framable;
use crate::pages::preview_page;
use crate::routes::MAX_ID_BYTES;
use crate::{AppState, Language};
use axum::Form;
use axum::Router;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use synodik_index::{Filters, PublicIndex, SearchRequest};

/// Bytes of a batch that are read; fifty queries with all their properties are fewer.
const MAX_FORM_BYTES: usize = 512 * 1024;

/// Persons suggested while somebody types.
const N_SUGGESTED: usize = 10;

/// The most letters that are looked for while somebody types.
const MAX_PREFIX_LETTERS: usize = 200;

/// Size of the preview, in pixels of the page.
const PREVIEW_SIZE: (u32, u32) = (430, 300);

/// What the service is asked: nothing for the manifest.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Batch {
    queries: Option<String>,
    extend: Option<String>,
}

/// The beginning of a name, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    prefix: String,
}

/// A person.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    id: String,
}

/// The type for which properties are proposed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Proposed {
    r#type: String,
    limit: Option<usize>,
}

/// Returns the routes.
pub(crate) fn reconcile_routes() -> Router<AppState> {
    let service = get(asked_by_address).post(asked_by_form);
    Router::new()
        .route("/api/reconcile", service.layer(DefaultBodyLimit::max(MAX_FORM_BYTES)))
        .route("/api/reconcile/suggest/entity", get(suggest_entities))
        .route("/api/reconcile/suggest/property", get(suggest_properties))
        .route("/api/reconcile/suggest/type", get(suggest_types))
        .route("/api/reconcile/properties", get(propose_properties))
        .route("/api/reconcile/preview", get(preview))
}

async fn asked_by_address(
    State(state): State<AppState>,
    asked: Asked,
    batch: Result<Query<Batch>, QueryRejection>,
) -> Response {
    let Ok(Query(batch)) = batch else { return Problem::unreadable().into_response() };
    if batch.queries.is_none() && batch.extend.is_none() {
        return answer(state, asked, |index, build, _| Ok(Body::json(&manifest(index, &build))))
            .await;
    }
    answer_batch(state, asked, batch).await
}

async fn asked_by_form(
    State(state): State<AppState>,
    asked: Asked,
    batch: Result<Form<Batch>, FormRejection>,
) -> Response {
    match batch {
        Ok(Form(batch)) => answer_batch(state, asked.without_tags(), batch).await,
        Err(rejection) => Problem::of_status(rejection.status()).into_response(),
    }
}

async fn answer_batch(state: AppState, asked: Asked, batch: Batch) -> Response {
    let language = asked.language;
    answer(state, asked, move |index, _, _| match (batch.queries, batch.extend) {
        (Some(queries), None) => {
            let mut results = Map::new();
            for (key, query) in read_queries(&queries)? {
                results.insert(key, find_candidates(index, &query)?);
            }
            Ok(Body::json(&results))
        }
        (None, Some(extend)) => {
            Ok(Body::json(&extended(index, &read_extension(&extend)?, language)?))
        }
        (Some(_), Some(_)) => Err(Problem::parameter("extend", "unknown")),
        (None, None) => Err(Problem::parameter("queries", "missing")),
    })
    .await
}

fn manifest(index: &PublicIndex, build: &Build<'_>) -> Value {
    let site = build.site;
    let suggest = |what: &str| json!({ "service_url": site, "service_path": format!("/api/reconcile/suggest/{what}") });
    json!({
        "versions": ["0.2"],
        "name": index.summary().name,
        "identifierSpace": format!("{site}/persons/"),
        "schemaSpace": format!("{site}/api#"),
        "documentation": format!("{site}/api"),
        "serviceVersion": index.summary().program_version,
        "defaultTypes": [person_type()],
        "view": { "url": format!("{site}/persons/{{{{id}}}}") },
        "preview": {
            "url": format!("{site}/api/reconcile/preview?id={{{{id}}}}"),
            "width": PREVIEW_SIZE.0,
            "height": PREVIEW_SIZE.1,
        },
        "suggest": {
            "entity": suggest("entity"),
            "property": suggest("property"),
            "type": suggest("type"),
        },
        "extend": {
            "propose_properties": { "service_url": site, "service_path": "/api/reconcile/properties" },
            "property_settings": [],
        },
    })
}

fn person_type() -> Value {
    json!({ "id": PERSON_TYPE, "name": PERSON_TYPE })
}

async fn suggest_entities(
    State(state): State<AppState>,
    asked: Asked,
    typed: Result<Query<Typed>, QueryRejection>,
) -> Response {
    answer(state, asked, move |index, _, _| {
        let Query(typed) = typed.map_err(|_| Problem::unreadable())?;
        let mut query: String = typed.prefix.trim().chars().take(MAX_PREFIX_LETTERS).collect();
        if query.ends_with(char::is_alphanumeric) {
            query.push('*');
        }
        let request =
            SearchRequest { query, filters: Filters::default(), offset: 0, limit: N_SUGGESTED };
        let mut suggested: Vec<FoundPerson> = Vec::new();
        for hit in index.search(&request)?.hits {
            let person_id = hit.person.map_or(hit.record.record_id, |person| person.person_id);
            let is_new = !suggested.iter().any(|known| known.person_id == person_id);
            suggested.extend(if is_new { find_person(index, &person_id)? } else { None });
        }
        let views = suggested.iter().map(|person| {
            json!({
                "id": person.person_id,
                "name": shown_name(person),
                "description": describe(person),
                "notable": [person_type()],
            })
        });
        Ok(Body::json(&json!({ "result": views.collect::<Vec<Value>>() })))
    })
    .await
}

async fn suggest_properties(
    State(state): State<AppState>,
    asked: Asked,
    typed: Result<Query<Typed>, QueryRejection>,
) -> Response {
    let language = asked.language;
    answer(state, asked, move |_, _, _| {
        let Query(typed) = typed.map_err(|_| Problem::unreadable())?;
        let prefix = typed.prefix.trim().to_lowercase();
        let found = properties().iter().filter(|property| {
            property.id.starts_with(&prefix) || property.name(language).starts_with(&prefix)
        });
        let views: Vec<Value> = found.map(|found| property_view(found, language)).collect();
        Ok(Body::json(&json!({ "result": views })))
    })
    .await
}

async fn suggest_types(
    State(state): State<AppState>,
    asked: Asked,
    typed: Result<Query<Typed>, QueryRejection>,
) -> Response {
    answer(state, asked, move |_, _, _| {
        let Query(typed) = typed.map_err(|_| Problem::unreadable())?;
        let prefix = typed.prefix.trim().to_lowercase();
        let is_meant = PERSON_TYPE.to_lowercase().starts_with(&prefix);
        let found: Vec<Value> = is_meant.then(person_type).into_iter().collect();
        Ok(Body::json(&json!({ "result": found })))
    })
    .await
}

async fn propose_properties(
    State(state): State<AppState>,
    asked: Asked,
    proposed: Result<Query<Proposed>, QueryRejection>,
) -> Response {
    let language = asked.language;
    answer(state, asked, move |_, _, _| {
        let Query(proposed) = proposed.map_err(|_| Problem::unreadable())?;
        if !proposed.r#type.is_empty() && proposed.r#type != PERSON_TYPE {
            return Err(Problem::parameter("type", "unknown"));
        }
        let limit = proposed.limit.unwrap_or(usize::MAX);
        let views = properties().iter().take(limit);
        let views: Vec<Value> = views.map(|found| property_view(found, language)).collect();
        Ok(Body::json(&json!({ "type": PERSON_TYPE, "properties": views })))
    })
    .await
}

fn property_view(property: &Property, language: Language) -> Value {
    json!({ "id": property.id, "name": property.name(language) })
}

/// Properties of persons. An id that is nobody's has empty cells, and so has one of somebody who
/// may be living.
fn extended(
    index: &PublicIndex,
    extension: &Extension,
    language: Language,
) -> Result<Value, Problem> {
    let mut wanted = Vec::new();
    for asked in &extension.properties {
        wanted.push(property(&asked.id).ok_or_else(|| Problem::parameter("extend", "unknown"))?);
    }
    let mut rows = Map::new();
    for id in &extension.ids {
        let person = if id.len() <= MAX_ID_BYTES { find_person(index, id)? } else { None };
        let cells = wanted.iter().map(|property| {
            let values = person.as_ref().map(|person| property.values(person)).unwrap_or_default();
            let cells = values.into_iter().map(|value| cell(property.kind, value));
            (property.id.to_owned(), Value::Array(cells.collect()))
        });
        rows.insert(id.clone(), Value::Object(cells.collect()));
    }
    let meta: Vec<Value> = wanted.iter().map(|found| property_view(found, language)).collect();
    Ok(json!({ "meta": meta, "rows": rows }))
}

fn cell(kind: PropertyKind, value: String) -> Value {
    match (kind, value.parse::<i64>()) {
        (PropertyKind::Year | PropertyKind::Number, Ok(number)) => json!({ "int": number }),
        _ => json!({ "str": value }),
    }
}

async fn preview(
    State(state): State<AppState>,
    asked: Asked,
    chosen: Result<Query<Chosen>, QueryRejection>,
) -> Response {
    let language = asked.language;
    let words = state.clone();
    let mut response = answer(state, asked, move |index, build, _| {
        let Query(chosen) = chosen.map_err(|_| Problem::unreadable())?;
        let person =
            if chosen.id.len() <= MAX_ID_BYTES { find_person(index, &chosen.id)? } else { None };
        let person = person.ok_or_else(Problem::missing)?;
        let page = preview_page(words.locales().text(language), &person, build.site);
        page.map(Body::html).map_err(|error| Problem::failure(&error))
    })
    .await;
    if response.status().is_success() {
        response.extensions_mut().insert(Framable);
    }
    response
}
