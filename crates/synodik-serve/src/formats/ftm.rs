//! FollowTheMoney: `Person`, `Family` and `Event`, as its tools read them.
//!
//! **Invariants:** no `topics` and no `country` are given, for these are categories of today;
//! words of the persecutors are handed on inside quotation marks, as a description.

use super::plain_date;
use crate::address::{family_address, person_address, record_address};
use crate::found_person::FoundPerson;
use crate::pages::relation_of;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use synodik_index::{
    PublicEvent, PublicFamily, PublicIndex, PublicMember, PublicRecord, PublicTie,
};
use synodik_model::Field;

/// Values by property, each once and in the order they were met.
type Properties = BTreeMap<&'static str, Vec<String>>;

/// Returns a person with the events of its entries.
///
/// # Shape
///
/// `site`: address of the site, without a slash at the end.
pub fn ftm_entities_of_person(found: &FoundPerson, site: &str) -> Vec<Value> {
    let mut properties = Properties::new();
    for (record, _) in &found.entries {
        add_entry(&mut properties, record);
    }
    add(&mut properties, "sourceUrl", Some(&format!("{site}{}", person_address(&found.person_id))));
    let person_id = ftm_id("person", &found.person_id);
    let mut entities = vec![entity(&person_id, "Person", properties)];
    for (record, _) in &found.entries {
        entities.extend(events_of(record, &person_id, site));
    }
    entities
}

/// Returns the person of an entry alone, with its events.
///
/// # Shape
///
/// `site`: address of the site, without a slash at the end.
pub fn ftm_entities_of_record(
    index: &PublicIndex,
    record: &PublicRecord,
    site: &str,
) -> Vec<Value> {
    let mut properties = Properties::new();
    add_entry(&mut properties, record);
    let source = index.sources().iter().find(|source| source.source_id == record.source_id);
    add(&mut properties, "publisher", source.map(|source| source.title.as_str()));
    add(
        &mut properties,
        "sourceUrl",
        Some(&format!("{site}{}", record_address(&record.record_id))),
    );
    let person_id = ftm_id("record", &record.record_id);
    let mut entities = vec![entity(&person_id, "Person", properties)];
    entities.extend(events_of(record, &person_id, site));
    entities
}

/// Returns the members of a family who are shown and the ties between them.
///
/// # Shape
///
/// `site`: address of the site, without a slash at the end.
pub fn ftm_entities_of_family(family: &PublicFamily, site: &str) -> Vec<Value> {
    let address = format!("{site}{}", family_address(&family.family_id));
    let mut entities = Vec::new();
    for member in &family.members {
        let PublicMember::Shown(shown) = member else { continue };
        let mut properties = Properties::new();
        add(&mut properties, "name", Some(&shown.name));
        add(&mut properties, "birthDate", shown.birth_edtf.as_deref().and_then(plain_date));
        add(&mut properties, "deathDate", shown.death_edtf.as_deref().and_then(plain_date));
        add(&mut properties, "gender", gender(shown.sex.map(String::from).as_deref()));
        add(&mut properties, "sourceUrl", Some(&address));
        entities.push(entity(&ftm_id("person", &shown.person_id), "Person", properties));
    }
    let ties = family.ties.iter().zip(1..);
    entities.extend(ties.filter_map(|(tie, number)| family_tie(family, (tie, number), &address)));
    entities
}

fn family_tie(
    family: &PublicFamily,
    (tie, number): (&PublicTie, usize),
    address: &str,
) -> Option<Value> {
    let end = |member_idx: usize| match family.members.get(member_idx)? {
        PublicMember::Shown(shown) => Some(ftm_id("person", &shown.person_id)),
        PublicMember::Unnamed { .. } | PublicMember::Living => None,
    };
    let mut properties = Properties::new();
    add(&mut properties, "person", Some(&end(tie.first)?));
    add(&mut properties, "relative", Some(&end(tie.second)?));
    add(&mut properties, "relationship", Some(relation_of(family, tie, tie.second)));
    let ground = format!("{}, probability {:.2}", tie.ground, tie.p);
    add(&mut properties, "summary", Some(&ground));
    add(&mut properties, "sourceUrl", Some(address));
    for evidence in &tie.evidence {
        add(&mut properties, "recordId", Some(&evidence.record_id));
    }
    let tie_id = format!("{}-tie-{number}", ftm_id("family", &family.family_id));
    Some(entity(&tie_id, "Family", properties))
}

fn add_entry(properties: &mut Properties, record: &PublicRecord) {
    add(properties, "name", Some(&record.name));
    let fields = [
        ("lastName", Field::Surname),
        ("firstName", Field::Given),
        ("fatherName", Field::Patronymic),
        ("alias", Field::NameVariants),
        ("birthPlace", Field::BirthPlace),
        ("ethnicity", Field::Nationality),
        ("profession", Field::Occupation),
        ("education", Field::Education),
    ];
    for (property, field) in fields {
        add(properties, property, record.get(field));
    }
    add(properties, "gender", gender(record.get(Field::Sex)));
    add(properties, "birthDate", record.birth_edtf.as_deref().and_then(plain_date));
    for event in record.events.iter().filter(|event| is_death(event)) {
        add(properties, "deathDate", event.date_edtf.as_deref().and_then(plain_date));
    }
}

fn is_death(event: &PublicEvent) -> bool {
    matches!(event.kind.as_str(), "death" | "execution")
}

fn events_of(record: &PublicRecord, person_id: &str, site: &str) -> Vec<Value> {
    let address = format!("{site}{}", record_address(&record.record_id));
    let events = record.events.iter().zip(1..).map(|(event, number)| {
        let mut properties = Properties::new();
        add(&mut properties, "name", Some(&event.kind));
        add(&mut properties, "involved", Some(person_id));
        add(&mut properties, "date", event.date_edtf.as_deref().and_then(plain_date));
        add(&mut properties, "location", event.place.as_deref());
        for words in [&event.body, &event.article, &event.measure].into_iter().flatten() {
            add(&mut properties, "description", Some(&format!("«{words}»")));
        }
        add(&mut properties, "summary", event.text.as_deref());
        add(&mut properties, "recordId", Some(&record.record_id));
        add(&mut properties, "sourceUrl", Some(&address));
        let event_id = format!("{}-event-{number}", ftm_id("record", &record.record_id));
        entity(&event_id, "Event", properties)
    });
    events.collect()
}

fn gender(sex: Option<&str>) -> Option<&'static str> {
    match sex?.trim().to_lowercase().as_str() {
        "m" | "м" | "муж" | "муж." | "мужской" | "male" => Some("male"),
        "f" | "ж" | "жен" | "жен." | "женский" | "female" => Some("female"),
        _ => None,
    }
}

/// Ids of FollowTheMoney are of letters, digits and a few signs; others are written as numbers.
fn ftm_id(kind: &str, id: &str) -> String {
    let mut written = format!("synodik-{kind}-");
    for sign in id.chars() {
        match sign {
            sign if sign.is_ascii_alphanumeric() || ".-".contains(sign) => written.push(sign),
            sign => written.push_str(&format!("_{:x}_", u32::from(sign))),
        }
    }
    written
}

fn entity(id: &str, schema: &str, mut properties: Properties) -> Value {
    if schema == "Person" {
        // The schema asks for a name; an entry may have none.
        properties.entry("name").or_insert_with(|| vec!["(name not known)".to_owned()]);
    }
    let properties: Map<String, Value> =
        properties.into_iter().map(|(name, values)| (name.to_owned(), json!(values))).collect();
    json!({ "id": id, "schema": schema, "properties": properties })
}

fn add(properties: &mut Properties, name: &'static str, value: Option<&str>) {
    let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else { return };
    let values = properties.entry(name).or_default();
    if !values.iter().any(|known| known == value) {
        values.push(value.to_owned());
    }
}
