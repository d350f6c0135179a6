//! JSON-LD: schema.org for whom and what, PROV for where it comes from.
//!
//! What schema.org has no word for (a tie with its ground and probability) is of the vocabulary
//! `/api#` of the site.

use super::{each_once, plain_date};
use crate::address::{family_address, person_address, record_address, source_address};
use crate::found_person::FoundPerson;
use crate::pages::{other_of, relation_of};
use serde_json::{Map, Value, json};
use synodik_index::{
    PublicFamily, PublicIndex, PublicMember, PublicRecord, PublicTie, ShownMember,
};
use synodik_model::Field;

/// Returns an entry: a work of which the source is the whole.
///
/// # Shape
///
/// `site`: address of the site, without a slash at the end.
pub fn linked_record(index: &PublicIndex, record: &PublicRecord, site: &str) -> Value {
    let source = index.sources().iter().find(|source| source.source_id == record.source_id);
    let source_iri = format!("{site}{}", source_address(&record.source_id));
    let mut linked =
        node(site, &record_address(&record.record_id), &["ArchiveComponent", "prov:Entity"]);
    put(&mut linked, "identifier", Some(&record.record_id));
    put(&mut linked, "name", Some(&record.name));
    put(&mut linked, "text", Some(&record.verbatim));
    put(&mut linked, "itemLocation", record.get(Field::ArchiveReference));
    linked.insert(
        "isPartOf".to_owned(),
        json!({
            "@id": source_iri,
            "@type": ["ArchiveComponent", "prov:Entity"],
            "name": source.map(|source| source.title.as_str()),
            "holdingArchive": source.and_then(|source| source.holder.as_deref())
                .map(|holder| json!({"@type": "ArchiveOrganization", "name": holder})),
            "license": source.and_then(|source| source.licence.as_deref()),
            "citation": source.and_then(|source| source.citation.as_deref()),
        }),
    );
    linked.insert("prov:wasDerivedFrom".to_owned(), json!({ "@id": source_iri }));
    Value::Object(with_context(linked, site))
}

/// Returns a person with the entries it is derived from, and its relatives.
///
/// # Shape
///
/// `site`: address of the site, without a slash at the end.
pub fn linked_person(found: &FoundPerson, site: &str) -> Value {
    let mut linked = node(site, &person_address(&found.person_id), &["Person", "prov:Entity"]);
    put(&mut linked, "identifier", Some(&found.person_id));
    let names = each_once(found.entries.iter().map(|(record, _)| record.name.as_str()));
    put(&mut linked, "name", names.first().copied());
    put_all(&mut linked, "alternateName", names.get(1..).unwrap_or_default());
    let births = found.entries.iter().filter_map(|(record, _)| record.birth_edtf.as_deref());
    put_all(&mut linked, "birthDate", &each_once(births.filter_map(plain_date)));
    let deaths = found.entries.iter().flat_map(|(record, _)| &record.events);
    let deaths = deaths.filter(|event| matches!(event.kind.as_str(), "death" | "execution"));
    let deaths = deaths.filter_map(|event| plain_date(event.date_edtf.as_deref()?));
    put_all(&mut linked, "deathDate", &each_once(deaths));
    let of_entries =
        |field| each_once(found.entries.iter().filter_map(move |(record, _)| record.get(field)));
    let births: Vec<Value> = of_entries(Field::BirthPlace).into_iter().map(place).collect();
    put_values(&mut linked, "birthPlace", births);
    put_all(&mut linked, "jobTitle", &of_entries(Field::Occupation));
    let records: Vec<Value> = found
        .entries
        .iter()
        .map(|(record, _)| json!({ "@id": format!("{site}{}", record_address(&record.record_id)) }))
        .collect();
    put_values(&mut linked, "subjectOf", records.clone());
    put_values(&mut linked, "prov:wasDerivedFrom", records);
    if let Some((family, member_idx)) = found.place_in_family() {
        put_relatives(&mut linked, family, member_idx, site);
    }
    Value::Object(with_context(linked, site))
}

/// Returns a family: its members who are shown, and every tie with its ground and probability.
///
/// # Shape
///
/// `site`: address of the site, without a slash at the end.
pub fn linked_family(family: &PublicFamily, site: &str) -> Value {
    let mut graph = Vec::new();
    for member in &family.members {
        let PublicMember::Shown(shown) = member else { continue };
        let mut linked = node(site, &member_path(family, shown), &["Person", "prov:Entity"]);
        put(&mut linked, "name", Some(&shown.name));
        put(&mut linked, "birthDate", shown.birth_edtf.as_deref().and_then(plain_date));
        put(&mut linked, "deathDate", shown.death_edtf.as_deref().and_then(plain_date));
        let records = shown.records.iter().map(|(record_id, _)| record_id);
        let named_in = shown.named_in.iter().map(|(record_id, _)| record_id);
        let records = records
            .chain(named_in)
            .map(|id| json!({ "@id": format!("{site}{}", record_address(id)) }));
        put_values(&mut linked, "prov:wasDerivedFrom", records.collect());
        graph.push(Value::Object(linked));
    }
    let ties = family.ties.iter().zip(0..);
    graph.extend(ties.filter_map(|(tie, tie_idx)| linked_tie(family, (tie, tie_idx), site)));
    let mut linked = Map::new();
    linked.insert("@id".to_owned(), json!(format!("{site}{}", family_address(&family.family_id))));
    linked.insert("@graph".to_owned(), Value::Array(graph));
    Value::Object(with_context(linked, site))
}

/// A tie between two members who are shown; of others there is nothing to say here.
fn linked_tie(
    family: &PublicFamily,
    (tie, tie_idx): (&PublicTie, usize),
    site: &str,
) -> Option<Value> {
    let end = |member_idx: usize| match family.members.get(member_idx)? {
        PublicMember::Shown(shown) => {
            Some(json!({ "@id": format!("{site}{}", member_path(family, shown)) }))
        }
        PublicMember::Unnamed { .. } | PublicMember::Living => None,
    };
    let path = format!("{}#tie-{}", family_address(&family.family_id), tie_idx + 1);
    let mut linked = node(site, &path, &["synodik:Tie", "prov:Entity"]);
    linked.insert("synodik:first".to_owned(), end(tie.first)?);
    linked.insert("synodik:second".to_owned(), end(tie.second)?);
    put(&mut linked, "synodik:relation", Some(&tie.relation));
    put(&mut linked, "synodik:ground", Some(&tie.ground));
    linked.insert("synodik:probability".to_owned(), json!(tie.p));
    let records = each_once(tie.evidence.iter().map(|found| found.record_id.as_str()));
    let records =
        records.iter().map(|id| json!({ "@id": format!("{site}{}", record_address(id)) }));
    put_values(&mut linked, "prov:wasDerivedFrom", records.collect());
    Some(Value::Object(linked))
}

/// Relatives that a source states or that follow from it; what is inferred stands in the family.
fn put_relatives(
    linked: &mut Map<String, Value>,
    family: &PublicFamily,
    member_idx: usize,
    site: &str,
) {
    let mut relatives: Vec<(&str, Value)> = Vec::new();
    for tie in family.ties.iter().filter(|tie| tie.ground != "inferred") {
        let Some(other_idx) = other_of(tie, member_idx) else { continue };
        let Some(PublicMember::Shown(shown)) = family.members.get(other_idx) else { continue };
        let property = match relation_of(family, tie, other_idx) {
            "spouse" | "wife" | "husband" => "spouse",
            "parent" | "mother" | "father" => "parent",
            "child" | "son" | "daughter" => "children",
            "sibling" | "brother" | "sister" => "sibling",
            _ => "relatedTo",
        };
        let relative = json!({
            "@type": "Person",
            "@id": format!("{site}{}", member_path(family, shown)),
            "name": shown.name,
        });
        relatives.push((property, relative));
    }
    for property in ["spouse", "parent", "children", "sibling", "relatedTo"] {
        let of_kind = relatives.iter().filter(|(kind, _)| *kind == property);
        put_values(linked, property, of_kind.map(|(_, relative)| relative.clone()).collect());
    }
}

/// A member with an entry of their own has a page; others are a place on that of the family.
fn member_path(family: &PublicFamily, shown: &ShownMember) -> String {
    match shown.records[..] {
        [] => format!(
            "{}#{}",
            family_address(&family.family_id),
            crate::address::percent_encode(&shown.person_id)
        ),
        _ => person_address(&shown.person_id),
    }
}

fn node(site: &str, path: &str, kinds: &[&str]) -> Map<String, Value> {
    let mut linked = Map::new();
    linked.insert("@id".to_owned(), json!(format!("{site}{path}")));
    linked.insert("@type".to_owned(), json!(kinds));
    linked
}

fn with_context(linked: Map<String, Value>, site: &str) -> Map<String, Value> {
    let mut whole = Map::new();
    let context = json!({
        "@vocab": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "synodik": format!("{site}/api#"),
    });
    whole.insert("@context".to_owned(), context);
    whole.extend(linked);
    whole
}

fn place(name: &str) -> Value {
    json!({ "@type": "Place", "name": name })
}

fn put(linked: &mut Map<String, Value>, property: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        linked.insert(property.to_owned(), json!(value));
    }
}

fn put_all(linked: &mut Map<String, Value>, property: &str, values: &[&str]) {
    put_values(linked, property, values.iter().map(|value| json!(value)).collect());
}

fn put_values(linked: &mut Map<String, Value>, property: &str, values: Vec<Value>) {
    if !values.is_empty() {
        linked.insert(property.to_owned(), Value::Array(values));
    }
}
