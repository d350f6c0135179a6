//! Routes of persons: the entries of one person, and two entries beside each other.

use super::families::find_family;
use super::{MAX_ID_BYTES, Reply, Visitor, respond};
use crate::AppState;
use crate::address::{person_address, record_address};
use crate::found_person::person_of_entries;
use crate::pages::{ComparedPair, Frame, MAX_RELATED, Related, compare_page, person_page};
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use synodik_index::{IndexError, PublicIndex, PublicRecord, RecordLinks, RecordView};

/// Returns the routes.
pub(super) fn persons_routes() -> Router<AppState> {
    Router::new()
        .route("/persons/{person_id}", get(person))
        .route("/compare/{record_a}/{record_b}", get(compare))
}

async fn person(
    State(state): State<AppState>,
    visitor: Visitor,
    person_id: Result<Path<String>, PathRejection>,
) -> Response {
    let person_id = person_id.map(|Path(person_id)| person_id).unwrap_or_default();
    respond(state, visitor, move |index, frame| {
        person_reply(index, frame, &person_id).unwrap_or_else(|error| failure(frame, &error))
    })
    .await
}

/// An id that is no longer that of a person is still that of a record, and leads on.
fn person_reply(
    index: &PublicIndex,
    frame: Frame<'_>,
    person_id: &str,
) -> Result<Reply, IndexError> {
    if person_id.len() > MAX_ID_BYTES {
        return Ok(Reply::missing(frame));
    }
    if let Some(person) = person_of_entries(index, person_id)? {
        return Ok(Reply::found(person_page(frame, &person, index.sources())));
    }
    let record_id = person_id.split('~').next().unwrap_or_default();
    Ok(match shown_record(index, record_id)? {
        None => Reply::missing(frame),
        Some(_) => Reply::elsewhere(
            frame,
            match index.links(record_id)?.person {
                Some(person) => person_address(&person.person_id),
                None => record_address(record_id),
            },
        ),
    })
}

async fn compare(
    State(state): State<AppState>,
    visitor: Visitor,
    pair: Result<Path<(String, String)>, PathRejection>,
) -> Response {
    let (record_a, record_b) = pair.map(|Path(pair)| pair).unwrap_or_default();
    respond(state, visitor, move |index, frame| {
        compare_reply(index, frame, [&record_a, &record_b])
            .unwrap_or_else(|error| failure(frame, &error))
    })
    .await
}

/// A pair with a placeholder is answered as one with an id that does not exist.
fn compare_reply(
    index: &PublicIndex,
    frame: Frame<'_>,
    ids: [&str; 2],
) -> Result<Reply, IndexError> {
    if ids[0] == ids[1] || ids.iter().any(|id| id.len() > MAX_ID_BYTES) {
        return Ok(Reply::missing(frame));
    }
    let (Some(a), Some(b)) = (shown_record(index, ids[0])?, shown_record(index, ids[1])?) else {
        return Ok(Reply::missing(frame));
    };
    let RecordLinks { person, links } = index.links(ids[0])?;
    let pair = ComparedPair {
        records: [&a, &b],
        link: links.iter().find(|link| link.record_id == ids[1]),
        person: person.as_ref(),
        model: index.link_model(),
    };
    Ok(Reply::unlisted(compare_page(frame, &pair, index.sources())))
}

/// Returns person and links of a record with the records they lead to.
pub(super) fn find_related(index: &PublicIndex, record_id: &str) -> Result<Related, IndexError> {
    let RecordLinks { person, links } = index.links(record_id)?;
    let mut others = Vec::new();
    for link in links.into_iter().take(MAX_RELATED) {
        if let Some(record) = shown_record(index, &link.record_id)? {
            others.push((link, record));
        }
    }
    let family = find_family(index, record_id)?;
    Ok(Related { person, others, family })
}

fn shown_record(index: &PublicIndex, record_id: &str) -> Result<Option<PublicRecord>, IndexError> {
    Ok(match index.record(record_id)? {
        Some(RecordView::Shown(record)) => Some(*record),
        Some(RecordView::Withheld { .. }) | None => None,
    })
}

fn failure(frame: Frame<'_>, error: &IndexError) -> Reply {
    eprintln!("error: cannot read persons: {error}");
    Reply::failure(frame)
}
