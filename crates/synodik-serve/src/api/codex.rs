//! The codex: what was in force when, for whom. It is the same in every archive.

use super::answer::{Asked, Body, answer};
use super::codex_views as view;
use super::codex_views::{
    CodexCampaign, CodexEstimate, CodexInstitution, CodexInstrument, CodexLimit, CodexProvision,
    CodexSource, CodexTerm,
};
use super::paging::{AskedPage, Page, Paging, page_of, wanted_page};
use super::problem::Problem;
use super::record::read_id;
use crate::AppState;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use synodik_codex::{Instrument, Provision, codex};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

type AskedId = Result<Path<String>, PathRejection>;

/// Returns the routes.
pub(super) fn codex_api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(instruments))
        .routes(routes!(get_instrument))
        .routes(routes!(provisions))
        .routes(routes!(campaigns))
        .routes(routes!(get_campaign))
        .routes(routes!(institutions))
        .routes(routes!(get_institution))
        .routes(routes!(limits))
        .routes(routes!(estimates))
        .routes(routes!(glossary))
        .routes(routes!(sources))
}

async fn list<S, T>(
    (state, asked, paging): (AppState, Asked, AskedPage),
    all: &'static [S],
    view: fn(&S) -> T,
) -> Response
where
    S: Sync,
    T: ToSchema + Serialize + 'static,
{
    answer(state, asked, move |_, build, _| {
        Ok(Body::json(&page_of(all, wanted_page(paging, &build)?, &build, view)))
    })
    .await
}

async fn one<S, T>(
    (state, asked, id): (AppState, Asked, AskedId),
    find: fn(&str) -> Option<&'static S>,
    view: fn(&S) -> T,
) -> Response
where
    S: Sync + 'static,
    T: Serialize + 'static,
{
    answer(state, asked, move |_, _, _| {
        let found = find(&read_id(id)?).ok_or_else(Problem::missing)?;
        Ok(Body::json(&view(found)))
    })
    .await
}

/// Lists the provisions of all instruments: one rule each, for whom and with what measure.
#[utoipa::path(get, path = "/api/v1/codex/provisions", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexProvision>)))]
async fn provisions(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    answer(state, asked, move |_, build, _| {
        let wanted = wanted_page(paging, &build)?;
        let all: Vec<(&Instrument, &Provision)> = codex().provisions().collect();
        Ok(Body::json(&page_of(&all, wanted, &build, view::provision)))
    })
    .await
}

/// Lists the instruments: laws, decrees, orders, decisions.
#[utoipa::path(get, path = "/api/v1/codex/instruments", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexInstrument>)))]
async fn instruments(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    list((state, asked, paging), &codex().instruments, view::instrument).await
}

/// Lists the campaigns and operations.
#[utoipa::path(get, path = "/api/v1/codex/campaigns", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexCampaign>)))]
async fn campaigns(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    list((state, asked, paging), &codex().campaigns, view::campaign).await
}

/// Lists bodies, courts, camps and children's institutions.
#[utoipa::path(get, path = "/api/v1/codex/institutions", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexInstitution>)))]
async fn institutions(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    list((state, asked, paging), &codex().institutions, view::institution).await
}

/// Lists the limits of order 00447 by region.
#[utoipa::path(get, path = "/api/v1/codex/limits", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexLimit>)))]
async fn limits(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    list((state, asked, paging), &codex().limits, view::limit).await
}

/// Lists published estimates.
#[utoipa::path(get, path = "/api/v1/codex/estimates", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexEstimate>)))]
async fn estimates(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    list((state, asked, paging), &codex().estimates, view::estimate).await
}

/// Lists words and abbreviations of the time.
#[utoipa::path(get, path = "/api/v1/codex/glossary", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexTerm>)))]
async fn glossary(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    list((state, asked, paging), &codex().terms, view::term).await
}

/// Lists the works that the codex cites.
#[utoipa::path(get, path = "/api/v1/codex/sources", tag = "codex",
    params(Paging), responses((status = 200, body = Page<CodexSource>)))]
async fn sources(State(state): State<AppState>, asked: Asked, paging: AskedPage) -> Response {
    list((state, asked, paging), &codex().sources, view::source).await
}

/// Gives an instrument of the codex.
#[utoipa::path(get, path = "/api/v1/codex/instruments/{id}", tag = "codex",
    params(("id" = String, Path, description = "Id of the instrument")),
    responses((status = 200, body = CodexInstrument)))]
async fn get_instrument(State(state): State<AppState>, asked: Asked, id: AskedId) -> Response {
    one((state, asked, id), |id| codex().instrument(id), view::instrument).await
}

/// Gives a campaign of the codex.
#[utoipa::path(get, path = "/api/v1/codex/campaigns/{id}", tag = "codex",
    params(("id" = String, Path, description = "Id of the campaign")),
    responses((status = 200, body = CodexCampaign)))]
async fn get_campaign(State(state): State<AppState>, asked: Asked, id: AskedId) -> Response {
    one((state, asked, id), |id| codex().campaign(id), view::campaign).await
}

/// Gives an institution of the codex.
#[utoipa::path(get, path = "/api/v1/codex/institutions/{id}", tag = "codex",
    params(("id" = String, Path, description = "Id of the institution")),
    responses((status = 200, body = CodexInstitution)))]
async fn get_institution(State(state): State<AppState>, asked: Asked, id: AskedId) -> Response {
    one((state, asked, id), |id| codex().institution(id), view::institution).await
}
