//! The filters of lists, the same as those of the search form.

use super::problem::{Mistake, Problem};
use crate::{FormMistake, SearchForm};
use serde::Deserialize;
use std::collections::BTreeSet;
use synodik_codex::codex;
use synodik_index::{Filters, body_ids, measure_ids};
use synodik_model::EventKind;
use utoipa::IntoParams;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

/// What a list is restricted to; nothing restricts nothing.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(crate) struct ListFilters {
    /// Id of a source.
    #[param(max_length = 200)]
    pub(crate) source: Option<String>,
    /// Earliest year of birth.
    #[param(value_type = Option<i32>, minimum = 0, maximum = 9999)]
    pub(crate) birth_from: Option<String>,
    /// Latest year of birth.
    #[param(value_type = Option<i32>, minimum = 0, maximum = 9999)]
    pub(crate) birth_to: Option<String>,
    /// Words of a place of birth, residence or event.
    #[param(max_length = 200)]
    pub(crate) place: Option<String>,
    /// Id of a place, in which a station of the entry lies.
    #[param(max_length = 200)]
    pub(crate) place_id: Option<String>,
    /// What happened there: `birth`, `residence`, `arrest`, `exile`, `camp`, `execution`, `death`
    /// or `burial`; restricts nothing without `place_id`.
    #[param(pattern = "^(birth|residence|arrest|exile|camp|execution|death|burial)?$")]
    pub(crate) place_kind: Option<String>,
    /// Nationality as written, in small letters.
    #[param(max_length = 200)]
    pub(crate) nationality: Option<String>,
    /// Kind of an event, such as `arrest`.
    #[param(schema_with = event_choices)]
    pub(crate) event: Option<String>,
    /// Measure, such as `execution`.
    #[param(schema_with = measure_choices)]
    pub(crate) measure: Option<String>,
    /// Id of an instrument of the codex, such as `nkvd-00486`.
    #[param(schema_with = instrument_choices)]
    pub(crate) instrument: Option<String>,
    /// Earliest year of an event.
    #[param(value_type = Option<i32>, minimum = 0, maximum = 9999)]
    pub(crate) event_from: Option<String>,
    /// Latest year of an event.
    #[param(value_type = Option<i32>, minimum = 0, maximum = 9999)]
    pub(crate) event_to: Option<String>,
    /// Month of an event, `YYYY-MM`.
    #[param(pattern = "^([0-9]{4}-(0[1-9]|1[0-2]))?$")]
    pub(crate) month: Option<String>,
    /// `female` or `male`, as the entry states it.
    #[param(pattern = "^(female|male)?$")]
    pub(crate) sex: Option<String>,
    /// Id of a region of order 00447, as in `/api/v1/codex/limits`.
    #[param(schema_with = region_choices)]
    pub(crate) region: Option<String>,
    /// Article, such as `58-10`.
    #[param(max_length = 200)]
    pub(crate) article: Option<String>,
    /// Kind of a body, such as `troika`.
    #[param(schema_with = body_choices)]
    pub(crate) body: Option<String>,
    /// First year of a decade of age at the event, such as `30`.
    #[param(value_type = Option<i32>, minimum = 0, maximum = 999)]
    pub(crate) age: Option<String>,
}

/// A choice among identifiers, or none.
fn choices<'a>(identifiers: impl Iterator<Item = &'a str>) -> Object {
    let identifiers: BTreeSet<&str> = identifiers.chain([""]).collect();
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(identifiers)).build()
}

fn event_choices() -> Object {
    choices(EventKind::ALL.iter().map(|kind| kind.name()))
}

fn measure_choices() -> Object {
    choices(measure_ids().into_iter())
}

fn instrument_choices() -> Object {
    choices(codex().instruments.iter().map(|instrument| instrument.instrument_id.as_str()))
}

fn region_choices() -> Object {
    choices(codex().limits.iter().map(|limit| limit.limit_id.as_str()))
}

fn body_choices() -> Object {
    choices(body_ids().into_iter())
}

impl ListFilters {
    /// Returns the filters as the index takes them.
    pub(crate) fn read(&self) -> Result<Filters, Problem> {
        self.form().parse().map(|request| request.filters).map_err(problem_of)
    }

    /// Returns the search form that asks the same, without words.
    pub(crate) fn form(&self) -> SearchForm {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        SearchForm {
            source: text(&self.source),
            birth_from: text(&self.birth_from),
            birth_to: text(&self.birth_to),
            place: text(&self.place),
            place_id: text(&self.place_id),
            place_kind: text(&self.place_kind),
            nationality: text(&self.nationality),
            event: text(&self.event),
            measure: text(&self.measure),
            instrument: text(&self.instrument),
            event_from: text(&self.event_from),
            event_to: text(&self.event_to),
            month: text(&self.month),
            sex: text(&self.sex),
            region: text(&self.region),
            article: text(&self.article),
            body: text(&self.body),
            age: text(&self.age),
            ..SearchForm::default()
        }
    }
}

/// Returns the problem of a form with mistakes.
pub(crate) fn problem_of(mistakes: Vec<FormMistake>) -> Problem {
    let mistakes = mistakes.iter();
    let mistakes =
        mistakes.map(|mistake| Mistake { parameter: mistake.field, kind: mistake.kind }).collect();
    Problem::parameters(mistakes)
}
