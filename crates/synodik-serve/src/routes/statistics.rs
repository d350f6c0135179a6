//! Routes of the statistics of a search.

use super::codex::csv_response;
use super::{Reply, Visitor, respond};
use crate::operation::run_query;
use crate::pages::{
    Frame, Page, StatisticsQuestion, months_csv, months_page, statistics_page, table_csv,
    table_name, table_page,
};
use crate::{AppState, SearchForm};
use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use synodik_index::Statistics;

/// Tables that are given as files and have no page of their own.
const FILES_ONLY: [&str; 2] = ["event_in_year", "event_in_month"];

/// The kind of event that is shown by month when none is chosen.
const KIND_BY_MONTH: &str = "arrest";

type Form = Result<Query<SearchForm>, QueryRejection>;

/// Returns the routes.
pub(super) fn statistics_routes() -> Router<AppState> {
    Router::new()
        .route("/statistics", get(statistics))
        .route("/statistics/months", get(months))
        .route("/statistics/{table}", get(table))
}

/// Answers with a page of what a search counts.
async fn counted<F>(state: AppState, visitor: Visitor, form: SearchForm, make: F) -> Response
where
    F: FnOnce(Frame<'_>, StatisticsQuestion<'_>) -> Page + Send + 'static,
{
    respond(state, visitor, move |index, frame| {
        let Ok(request) = form.parse() else { return Reply::missing(frame) };
        let statistics: Statistics = match index.statistics(&request) {
            Ok(statistics) => statistics,
            Err(error) => {
                eprintln!("error: cannot count: {error}");
                return Reply::failure(frame);
            }
        };
        let sources = index.sources();
        let question = StatisticsQuestion { form: &form, statistics: &statistics, sources };
        let page = make(frame, question);
        match form.is_blank() {
            true => Reply::found(page),
            false => Reply::unlisted(page),
        }
    })
    .await
}

/// Returns what is asked, from the first result and as a list.
fn question(form: Form) -> Option<SearchForm> {
    let Query(form) = form.ok()?;
    Some(SearchForm { offset: String::new(), view: String::new(), ..form })
}

async fn statistics(State(state): State<AppState>, visitor: Visitor, form: Form) -> Response {
    match question(form) {
        Some(form) => counted(state, visitor, form, statistics_page).await,
        None => respond(state, visitor, |_, frame| Reply::missing(frame)).await,
    }
}

async fn months(State(state): State<AppState>, visitor: Visitor, form: Form) -> Response {
    let Some(mut form) = question(form) else {
        return respond(state, visitor, |_, frame| Reply::missing(frame)).await;
    };
    if form.event.is_empty() {
        form.event = KIND_BY_MONTH.to_owned();
    }
    counted(state, visitor, form, months_page).await
}

async fn table(
    State(state): State<AppState>,
    visitor: Visitor,
    asked: Result<Path<String>, PathRejection>,
    form: Form,
) -> Response {
    let asked = asked.map(|Path(asked)| asked).unwrap_or_default();
    let file = asked.strip_suffix(".csv");
    let only_file = FILES_ONLY.into_iter().find(|name| file == Some(*name));
    let name = table_name(file.unwrap_or(&asked)).or(only_file);
    let (Some(name), Some(form)) = (name, question(form)) else {
        return respond(state, visitor, |_, frame| Reply::missing(frame)).await;
    };
    if file.is_none() {
        return counted(state, visitor, form, move |frame, question| {
            table_page(frame, question, name)
        })
        .await;
    }
    let Ok(request) = form.parse() else {
        return respond(state, visitor, |_, frame| Reply::missing(frame)).await;
    };
    let made = run_query(&state, move |index| {
        let statistics = index.statistics(&request)?;
        Ok::<String, synodik_index::IndexError>(match (name, form.event.as_str()) {
            ("event_in_month", kind) if !kind.is_empty() => months_csv(&statistics, kind),
            _ => table_csv(&statistics, name),
        })
    });
    match made.await {
        Ok(Ok(csv)) => csv_response(&format!("{name}.csv"), csv),
        Ok(Err(error)) => super::plain_failure(&format!("cannot count: {error}")),
        Err(failure) => super::query_failure(failure),
    }
}
