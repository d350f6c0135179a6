//! The description of the API in OpenAPI 3.1, made from the functions that answer.

use super::problem::{PROBLEM_TYPE, Problem};
use super::version_1;
use std::sync::OnceLock;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn};
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, LicenseBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder,
};
use utoipa::{PartialSchema, ToSchema};

/// Statuses that any answer may have, with what they mean.
const COMMON: [(&str, &str); 7] = [
    ("304", "What you have, by its entity tag, is still good."),
    ("400", "A parameter has a mistake, which the problem names."),
    ("404", "Nothing has that id."),
    ("409", "The archive was built anew since the cursor was given."),
    ("414", "The address is too long."),
    ("429", "Too many requests; see Retry-After."),
    ("503", "The answer would take too long, or too many are waiting."),
];

/// One thing that can be asked, for the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DescribedPath {
    /// The address, with names in braces.
    pub(crate) address: String,
    /// Whether it can be followed as it stands: no name in braces.
    pub(crate) is_link: bool,
    /// What it gives.
    pub(crate) summary: String,
    /// Parameters of the query, with what they mean.
    pub(crate) parameters: Vec<(String, String)>,
}

/// Returns the description.
pub(super) fn description() -> &'static OpenApi {
    static DESCRIPTION: OnceLock<OpenApi> = OnceLock::new();
    DESCRIPTION.get_or_init(make_description)
}

/// Returns the description as JSON.
pub(super) fn description_text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| serde_json::to_string(description()).expect("a description is JSON"))
}

/// Returns what can be asked, in the order of the addresses.
pub(super) fn described() -> Vec<DescribedPath> {
    let paths = description().paths.paths.iter();
    let described = paths.filter_map(|(address, item)| {
        let operation = item.get.as_ref()?;
        let parameters = operation.parameters.iter().flatten().filter_map(|found| match found {
            RefOr::T(parameter) => Some(parameter),
            RefOr::Ref(_) => None,
        });
        let in_query = parameters.filter(|parameter| parameter.parameter_in == ParameterIn::Query);
        Some(DescribedPath {
            address: address.clone(),
            is_link: !address.contains('{'),
            summary: operation.summary.clone().unwrap_or_default(),
            parameters: in_query
                .map(|found: &Parameter| {
                    (found.name.clone(), found.description.clone().unwrap_or_default())
                })
                .collect(),
        })
    });
    described.collect()
}

fn make_description() -> OpenApi {
    let (_, mut description) = version_1().split_for_parts();
    description.info = InfoBuilder::new()
        .title("Synodik API")
        .version("1")
        .description(Some(
            "What the pages of this archive show, for programs. Read-only and without keys. Lists \
             go by cursor; a cursor is good for one build of the archive. Every answer has an \
             entity tag. Who may be living is a placeholder everywhere.",
        ))
        .license(Some(LicenseBuilder::new().name("See the licence of each source").build()))
        .build();
    description.servers = None;
    let components = description.components.get_or_insert_default();
    let mut schemas = Vec::new();
    Problem::schemas(&mut schemas);
    schemas.push((Problem::name().into_owned(), Problem::schema()));
    components.schemas.extend(schemas);
    for item in description.paths.paths.values_mut() {
        if let Some(operation) = &mut item.get {
            add_common(operation);
        }
    }
    description
}

fn add_common(operation: &mut Operation) {
    for (status, meaning) in COMMON {
        let response = ResponseBuilder::new().description(meaning);
        let response: Response = match status {
            "304" => response.build(),
            _ => {
                let schema = RefOr::Ref(Ref::from_schema_name(Problem::name()));
                let content = ContentBuilder::new().schema(Some(schema)).build();
                response.content(PROBLEM_TYPE, content).build()
            }
        };
        operation.responses.responses.entry(status.to_owned()).or_insert(RefOr::T(response));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn every_reference_leads_somewhere_and_every_answer_is_described() {
        let text = description_text();
        let document: Value = serde_json::from_str(text).expect("it is JSON");
        assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
        let references = text.split("\"$ref\":\"#/components/schemas/").skip(1);
        for name in references.filter_map(|rest| rest.split('"').next()) {
            assert!(document["components"]["schemas"][name].is_object(), "`{name}` is missing");
        }
        let paths = document["paths"].as_object().expect("paths");
        assert!(paths.len() > 20, "{}", paths.len());
        for (address, item) in paths {
            assert!(address.starts_with("/api/v1/"), "{address}");
            let responses = &item["get"]["responses"];
            assert!(responses["200"]["content"]["application/json"].is_object(), "{address}");
            assert!(responses["404"]["content"][PROBLEM_TYPE].is_object(), "{address}");
            assert!(!item["get"]["summary"].as_str().unwrap_or_default().is_empty(), "{address}");
        }
    }
}
