//! Reads what is asked of the service: a batch of queries, or properties of known persons.

use crate::api::Problem;
use serde::Deserialize;
use serde_json::Value;

/// The most queries in one batch.
pub(super) const MAX_QUERIES: usize = 50;

/// The most persons in one question for properties.
const MAX_IDS: usize = 200;

/// The most candidates for a query.
const MAX_CANDIDATES: usize = 25;

/// Candidates when nothing is asked.
const DEFAULT_CANDIDATES: usize = 5;

/// The most letters of a query; more is no name.
const MAX_LETTERS: usize = 200;

/// The one type of what can be found.
pub(super) const PERSON_TYPE: &str = "Person";

/// One query of a batch.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NameQuery {
    /// Words of the name, as typed.
    pub(super) words: String,
    /// Properties with the values that may agree.
    pub(super) properties: Vec<(String, Vec<String>)>,
    /// How many candidates are wanted.
    pub(super) limit: usize,
}

/// A question for properties.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Extension {
    /// Persons.
    pub(super) ids: Vec<String>,
    /// Properties.
    pub(super) properties: Vec<WantedProperty>,
}

/// A property asked for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct WantedProperty {
    pub(super) id: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuery {
    query: Option<String>,
    r#type: Option<Value>,
    limit: Option<f64>,
    #[serde(default)]
    properties: Vec<RawProperty>,
    type_strict: Option<String>,
}

#[derive(Deserialize)]
struct RawProperty {
    pid: String,
    v: Value,
}

/// Reads a batch: keys and queries in the order of the batch.
pub(super) fn read_queries(text: &str) -> Result<Vec<(String, NameQuery)>, Problem> {
    let batch: serde_json::Map<String, Value> =
        serde_json::from_str(text).map_err(|_| Problem::parameter("queries", "unknown"))?;
    if batch.len() > MAX_QUERIES {
        return Err(Problem::parameter("queries", "long"));
    }
    batch.into_iter().map(|(key, query)| Ok((key, read_query(query)?))).collect()
}

/// Reads a question for properties.
pub(super) fn read_extension(text: &str) -> Result<Extension, Problem> {
    let extension: Extension =
        serde_json::from_str(text).map_err(|_| Problem::parameter("extend", "unknown"))?;
    let is_short = extension.ids.len() <= MAX_IDS && extension.properties.len() <= MAX_QUERIES;
    if is_short { Ok(extension) } else { Err(Problem::parameter("extend", "long")) }
}

fn read_query(query: Value) -> Result<NameQuery, Problem> {
    let unknown = || Problem::parameter("queries", "unknown");
    let raw: RawQuery = serde_json::from_value(query).map_err(|_| unknown())?;
    let types: Vec<String> = match raw.r#type {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) => {
            let all = all.into_iter().map(|one| one.as_str().map(str::to_owned));
            all.collect::<Option<_>>().ok_or_else(unknown)?
        }
        Some(_) => return Err(unknown()),
    };
    let is_known = |name: &String| name.is_empty() || name == PERSON_TYPE;
    if !types.is_empty() && !types.iter().any(is_known) {
        return Err(Problem::parameter("type", "unknown"));
    }
    if raw.type_strict.is_some_and(|kind| !["any", "should", "all"].contains(&kind.as_str())) {
        return Err(unknown());
    }
    if raw.query.is_none() && raw.properties.is_empty() {
        return Err(Problem::parameter("queries", "missing"));
    }
    let mut words = raw.query.unwrap_or_default();
    let mut properties = Vec::new();
    for property in raw.properties {
        let values = values_of(&property.v);
        match property.pid.as_str() {
            // Parts of the name belong to the words.
            "name" | "surname" | "given" | "patronymic" => {
                for value in values {
                    words = format!("{words} {value}");
                }
            }
            _ => properties.push((property.pid, values)),
        }
    }
    let words: String = words.trim().chars().take(MAX_LETTERS).collect();
    let limit = raw.limit.map_or(DEFAULT_CANDIDATES, |limit| limit.max(0.0) as usize);
    Ok(NameQuery { words, properties, limit: limit.clamp(1, MAX_CANDIDATES) })
}

/// Texts, numbers and the names or ids of things; one or several.
fn values_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.chars().take(MAX_LETTERS).collect()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(all) => all.iter().take(MAX_CANDIDATES).flat_map(values_of).collect(),
        Value::Object(thing) => {
            let named = thing.get("name").or_else(|| thing.get("id"));
            named.and_then(Value::as_str).map(str::to_owned).into_iter().collect()
        }
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_read_or_refused() {
        let cases = [
            (r#"{}"#, Ok(0)),
            (r#"{"q0":{"query":"Волин"}}"#, Ok(1)),
            (r#"{"q0":{"query":"Волин","type":"Person","type_strict":"should","limit":3}}"#, Ok(1)),
            (
                r#"{"a":{"properties":[{"pid":"birth_year","v":1893}]},"b":{"query":"x","type":["Person"]}}"#,
                Ok(2),
            ),
            (r#"{"q0":{}}"#, Err("missing")),
            (r#"{"q0":{"query":"Волин","type":"Place"}}"#, Err("unknown")),
            (r#"{"q0":{"query":5}}"#, Err("unknown")),
            (r#"{"q0":{"query":"x","type_strict":"never"}}"#, Err("unknown")),
            (r#"{"q0":{"query":"x","another":1}}"#, Err("unknown")),
            (r#"[]"#, Err("unknown")),
            ("", Err("unknown")),
            ("{\"q0\":", Err("unknown")),
        ];
        for (text, expected) in cases {
            let read = read_queries(text).map(|queries| queries.len());
            let read = read.map_err(|problem| problem.mistakes[0].kind);
            assert_eq!(read, expected, "{text}");
        }
        let many: Vec<String> =
            (0..=MAX_QUERIES).map(|n| format!("\"q{n}\":{{\"query\":\"a\"}}")).collect();
        assert!(read_queries(&format!("{{{}}}", many.join(","))).is_err());
    }

    #[test]
    fn parts_of_the_name_join_the_words_and_limits_hold() {
        let text = r#"{"q":{"query":"Волин","limit":1e9,"properties":[
            {"pid":"given","v":"Пётр"},{"pid":"birth_year","v":[1893,{"id":"1894"}]}]}}"#;
        let queries = read_queries(text).expect("it is read");
        let query = &queries[0].1;
        assert_eq!((query.words.as_str(), query.limit), ("Волин Пётр", MAX_CANDIDATES));
        assert_eq!(
            query.properties,
            [("birth_year".to_owned(), vec!["1893".to_owned(), "1894".to_owned()])]
        );
    }
}
