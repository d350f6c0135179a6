//! A person or a record as JSON-LD in the words of schema.org, for programs that read pages.
//!
//! It stands in the page as data, which no browser runs.

use super::field_value;
use crate::formats::{each_once, plain_date};
use serde_json::{Map, Value, json};
use synodik_index::PublicRecord;

/// Returns the document, safe to stand in a page: none of its letters ends the element.
///
/// # Shape
///
/// `address`: of the page, within this site. `records`: the entries of one person, the first one
/// giving the name.
pub(super) fn person_document(address: &str, records: &[&PublicRecord]) -> String {
    let mut document = Map::new();
    document.insert("@context".to_owned(), json!("https://schema.org"));
    document.insert("@type".to_owned(), json!("Person"));
    document.insert("@id".to_owned(), json!(address));
    let mut names: Vec<&str> = Vec::new();
    for record in records {
        let variants = field_value(&record.fields, "name_variants").unwrap_or_default();
        for name in std::iter::once(record.name.as_str()).chain(variants.split("; ")) {
            if !name.trim().is_empty() && !names.contains(&name.trim()) {
                names.push(name.trim());
            }
        }
    }
    if let Some((first, others)) = names.split_first() {
        document.insert("name".to_owned(), json!(first));
        insert_all(&mut document, "alternateName", others);
    }
    let births = records.iter().filter_map(|record| plain_date(record.birth_edtf.as_deref()?));
    insert_all(&mut document, "birthDate", &each_once(births));
    let places = records.iter().filter_map(|record| field_value(&record.fields, "birth_place"));
    insert_all(&mut document, "birthPlace", &each_once(places));
    let deaths = records.iter().flat_map(|record| &record.events);
    let deaths = deaths.filter(|event| matches!(event.kind.as_str(), "execution" | "death"));
    let deaths: Vec<_> = deaths.collect();
    let days = deaths.iter().filter_map(|event| plain_date(event.date_edtf.as_deref()?));
    insert_all(&mut document, "deathDate", &each_once(days));
    insert_all(
        &mut document,
        "deathPlace",
        &each_once(deaths.iter().filter_map(|event| event.place.as_deref())),
    );
    let entries: Vec<String> =
        records.iter().map(|record| crate::address::record_address(&record.record_id)).collect();
    document.insert("subjectOf".to_owned(), json!(entries));
    for_page(&Value::Object(document))
}

/// Returns a document with the letters escaped that mean something in HTML.
fn for_page(document: &Value) -> String {
    let text = document.to_string();
    text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// Inserts one value as such, several as a list.
fn insert_all(document: &mut Map<String, Value>, key: &str, values: &[&str]) {
    match values {
        [] => {}
        [value] => drop(document.insert(key.to_owned(), json!(value))),
        values => drop(document.insert(key.to_owned(), json!(values))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element_early() {
        let text = for_page(&json!({ "name": "</script><!-- & \"" }));
        assert!(!text.contains(['<', '>', '&']), "{text}");
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["name"], "</script><!-- & \"");
    }
}
