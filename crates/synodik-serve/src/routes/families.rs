//! Routes of families.

use super::{MAX_ID_BYTES, Reply, Visitor, respond};
use crate::AppState;
use crate::pages::{FamilyPart, family_part_page};
use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use synodik_index::{IndexError, PublicFamily, PublicIndex};

/// Returns the routes.
pub(super) fn families_routes() -> Router<AppState> {
    Router::new().route("/families/{family_id}", get(family))
}

/// The part of a large family that is asked for.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct PartForm {
    part: String,
}

async fn family(
    State(state): State<AppState>,
    visitor: Visitor,
    family_id: Result<Path<String>, PathRejection>,
    asked: Result<Query<PartForm>, QueryRejection>,
) -> Response {
    let part = asked.map(|Query(asked)| asked.part).unwrap_or_default();
    let family_id = family_id.map(|Path(family_id)| family_id).unwrap_or_default();
    respond(state, visitor, move |index, frame| {
        if family_id.len() > MAX_ID_BYTES {
            return Reply::missing(frame);
        }
        match index.family(&family_id) {
            Ok(Some(family)) => match FamilyPart::of_family(&family, &part) {
                Some(part) => {
                    Reply::found(family_part_page(frame, (&family, part), index.sources()))
                }
                None => Reply::missing(frame),
            },
            Ok(None) => Reply::missing(frame),
            Err(error) => {
                eprintln!("error: cannot read families: {error}");
                Reply::failure(frame)
            }
        }
    })
    .await
}

/// Returns the family of whom a record tells, if one is known.
pub(super) fn find_family(
    index: &PublicIndex,
    record_id: &str,
) -> Result<Option<Box<PublicFamily>>, IndexError> {
    let Some(family_id) = index.family_of_record(record_id) else { return Ok(None) };
    Ok(index.family(&family_id)?.map(Box::new))
}
