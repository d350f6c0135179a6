//! Routes of families.

use super::{MAX_ID_BYTES, Reply, Visitor, respond};
use crate::AppState;
use crate::pages::family_page;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use synodik_index::{IndexError, PublicFamily, PublicIndex};

/// Returns the routes.
pub(super) fn families_routes() -> Router<AppState> {
    Router::new().route("/families/{family_id}", get(family))
}

async fn family(
    State(state): State<AppState>,
    visitor: Visitor,
    family_id: Result<Path<String>, PathRejection>,
) -> Response {
    let family_id = family_id.map(|Path(family_id)| family_id).unwrap_or_default();
    respond(state, visitor, move |index, frame| {
        if family_id.len() > MAX_ID_BYTES {
            return Reply::missing(frame);
        }
        match index.family(&family_id) {
            Ok(Some(family)) => Reply::found(family_page(frame, &family, index.sources())),
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
