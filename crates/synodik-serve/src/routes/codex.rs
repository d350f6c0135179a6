//! Routes of the codex: of the index they show counts only.

use super::{Reply, Visitor, respond};
use crate::pages::{
    InstrumentRecords, MomentForm, RegionCount, archive_figures, archives_page, campaign_page,
    codex_page, estimates_page, executions_csv, executions_page, families_csv, families_page,
    glossary_page, increases_page, institution_page, institutions_page, instrument_page,
    limit_months_csv, limit_months_page, limits_csv, limits_page, mse_page, uncertainty_page,
};
use crate::{AppState, FormMistake};
use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use synodik_codex::codex;
use synodik_index::{Filters, Hit, LimitCount, PublicIndex, SearchRequest};

type Asked = Result<Path<String>, PathRejection>;

/// Returns the routes.
pub(super) fn codex_routes() -> Router<AppState> {
    Router::new()
        .route("/codex", get(overview))
        .route("/codex/instruments/{instrument_id}", get(instrument))
        .route("/codex/campaigns/{campaign_id}", get(campaign))
        .route("/codex/institutions", get(institutions))
        .route("/codex/institutions/{institution_id}", get(institution))
        .route("/codex/executions", get(executions))
        .route("/codex/executions.csv", get(executions_table))
        .route("/codex/limits", get(limits))
        .route("/codex/limits.csv", get(limits_table))
        .route("/codex/limits/increases", get(increases))
        .route("/codex/limits/months", get(limit_months))
        .route("/codex/limits-by-month.csv", get(limit_months_table))
        .route("/estimates", get(estimates))
        .route("/estimates/mse", get(mse))
        .route("/statistics/families", get(families))
        .route("/statistics/families.csv", get(families_table))
        .route("/statistics/uncertainty", get(uncertainty))
        .route("/glossary", get(glossary))
        .route("/archives", get(archives))
}

async fn overview(
    State(state): State<AppState>,
    visitor: Visitor,
    form: Result<Query<MomentForm>, QueryRejection>,
) -> Response {
    respond(state, visitor, move |_, frame| {
        let Ok(Query(form)) = form else {
            let mistakes = [FormMistake { field: "", kind: "address" }];
            let page = codex_page(frame, codex(), &MomentForm::default(), Err(&mistakes));
            return Reply::refused(page);
        };
        if form.is_blank() {
            return Reply::found(codex_page(frame, codex(), &form, Ok(None)));
        }
        match form.parse(codex()) {
            Ok(moment) => Reply::unlisted(codex_page(frame, codex(), &form, Ok(Some(&moment)))),
            Err(mistakes) => Reply::refused(codex_page(frame, codex(), &form, Err(&mistakes))),
        }
    })
    .await
}

async fn instrument(State(state): State<AppState>, visitor: Visitor, asked: Asked) -> Response {
    let instrument_id = asked.map(|Path(asked)| asked).unwrap_or_default();
    respond(state, visitor, move |index, frame| match codex().instrument(&instrument_id) {
        Some(known) => {
            let first = first_records(index, &instrument_id);
            let n_records = index.counts().by_instrument.get(&instrument_id);
            let records = n_records
                .map(|&n_records| InstrumentRecords { n_records, first: first.as_slice() });
            Reply::found(instrument_page(frame, codex(), known, records))
        }
        None => Reply::missing(frame),
    })
    .await
}

/// Records of an instrument that its page names; the search lists all.
const N_FIRST_RECORDS: usize = 10;

/// Returns the first records counted for an instrument; none when the index cannot be read.
fn first_records(index: &PublicIndex, instrument_id: &str) -> Vec<Hit> {
    let filters = Filters { instrument: Some(instrument_id.to_owned()), ..Filters::default() };
    let request =
        SearchRequest { query: String::new(), filters, offset: 0, limit: N_FIRST_RECORDS };
    match index.search(&request) {
        Ok(result) => result.hits,
        Err(error) => {
            eprintln!("error: cannot list the records of an instrument: {error}");
            Vec::new()
        }
    }
}

async fn campaign(State(state): State<AppState>, visitor: Visitor, asked: Asked) -> Response {
    let campaign_id = asked.map(|Path(asked)| asked).unwrap_or_default();
    respond(state, visitor, move |_, frame| match codex().campaign(&campaign_id) {
        Some(known) => Reply::found(campaign_page(frame, codex(), known)),
        None => Reply::missing(frame),
    })
    .await
}

async fn institutions(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::found(institutions_page(frame, codex()))).await
}

async fn institution(State(state): State<AppState>, visitor: Visitor, asked: Asked) -> Response {
    let institution_id = asked.map(|Path(asked)| asked).unwrap_or_default();
    respond(state, visitor, move |_, frame| match codex().institution(&institution_id) {
        Some(known) => Reply::found(institution_page(frame, codex(), known)),
        None => Reply::missing(frame),
    })
    .await
}

async fn limits(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| {
        Reply::found(limits_page(frame, codex(), &region_counts(index)))
    })
    .await
}

/// Returns what the archive counts for each region of order 00447.
fn region_counts(index: &PublicIndex) -> Vec<RegionCount> {
    let limits = index.counts().limits.iter();
    let count = |(limit_id, count): (&String, &LimitCount)| RegionCount {
        limit_id: limit_id.clone(),
        n_first_category: count.n_first,
        n_second_category: count.n_second,
        n_unknown: count.n_unknown,
    };
    limits.map(count).collect()
}

async fn limits_table(State(state): State<AppState>) -> Response {
    csv_response("limits-00447.csv", limits_csv(codex(), &region_counts(&state.index())))
}

async fn increases(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::found(increases_page(frame, codex()))).await
}

async fn limit_months(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| {
        Reply::found(limit_months_page(frame, codex(), index.counts()))
    })
    .await
}

async fn limit_months_table(State(state): State<AppState>) -> Response {
    let csv = limit_months_csv(codex(), state.index().counts());
    csv_response("limits-00447-by-month.csv", csv)
}

async fn executions(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| {
        Reply::found(executions_page(frame, codex(), index.counts()))
    })
    .await
}

async fn executions_table(State(state): State<AppState>) -> Response {
    csv_response("executions-by-month.csv", executions_csv(codex(), state.index().counts()))
}

pub(super) fn csv_response(file_name: &str, csv: String) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{file_name}\"")),
        (CACHE_CONTROL, "no-cache".to_owned()),
    ];
    (StatusCode::OK, headers, csv).into_response()
}

async fn estimates(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| {
        let figures = archive_figures(codex(), index.counts());
        Reply::found(estimates_page(frame, codex(), &figures))
    })
    .await
}

async fn mse(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::found(mse_page(frame))).await
}

async fn uncertainty(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| {
        Reply::found(uncertainty_page(frame, &index.counts().persons, index.sources()))
    })
    .await
}

async fn families(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |index, frame| {
        Reply::found(families_page(frame, &index.counts().families, index.sources()))
    })
    .await
}

async fn families_table(State(state): State<AppState>) -> Response {
    csv_response("families.csv", families_csv(&state.index().counts().families))
}

async fn glossary(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::found(glossary_page(frame, codex()))).await
}

async fn archives(State(state): State<AppState>, visitor: Visitor) -> Response {
    respond(state, visitor, |_, frame| Reply::found(archives_page(frame, codex()))).await
}
