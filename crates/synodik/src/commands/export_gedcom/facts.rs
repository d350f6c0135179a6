//! What one record gives to the individual of an exported GEDCOM file.

use synodik_family::{GedcomCitation, GedcomFact, GedcomIndividual, GedcomName, head_mention};
use synodik_index::{PublicEvent, PublicRecord};
use synodik_model::{EventKind, Field, Sex};
use synodik_names::{Scheme, transliterate};

/// The scheme of the Latin names beside Cyrillic ones, and what the file calls it.
const LATIN_SCHEME: (Scheme, &str) = (Scheme::AlaLc, "transliteration (ALA-LC)");

/// Fields that are attributes of the standard.
const ATTRIBUTES: [(Field, &str); 3] =
    [(Field::Occupation, "OCCU"), (Field::Education, "EDUC"), (Field::Nationality, "NATI")];

/// Adds what a record says to its individual; what another record said already is not said twice.
pub(super) fn add_record(
    individual: &mut GedcomIndividual,
    record: &PublicRecord,
    citation: &GedcomCitation,
) {
    add_name(individual, record);
    if individual.sex.is_none() {
        individual.sex = sex_of_record(record);
    }
    for fact in facts_of(record) {
        let is_told = individual
            .facts
            .iter()
            .any(|known| GedcomFact { citation: None, ..known.clone() } == fact);
        if !is_told {
            individual.facts.push(GedcomFact { citation: Some(citation.clone()), ..fact });
        }
    }
    individual.citations.push(citation.clone());
}

/// Adds names in Latin letters behind those in Cyrillic ones.
pub(super) fn add_latin_names(individual: &mut GedcomIndividual) {
    let is_cyrillic =
        |text: &str| text.chars().any(|letter| ('\u{400}'..'\u{530}').contains(&letter));
    let (scheme, kind) = LATIN_SCHEME;
    let cyrillic: Vec<&GedcomName> = individual
        .names
        .iter()
        .filter(|name| is_cyrillic(&name.given) || is_cyrillic(&name.surname))
        .collect();
    let latin: Vec<GedcomName> = cyrillic
        .into_iter()
        .map(|name| GedcomName {
            given: transliterate(&name.given, scheme),
            surname: transliterate(&name.surname, scheme),
            kind: Some(kind.to_owned()),
        })
        .collect();
    for name in latin {
        if !individual.names.contains(&name) {
            individual.names.push(name);
        }
    }
}

fn add_name(individual: &mut GedcomIndividual, record: &PublicRecord) {
    let part = |field: Field| record.get(field).unwrap_or_default().trim();
    let given = [part(Field::Given), part(Field::Patronymic)];
    let given: Vec<&str> = given.into_iter().filter(|part| !part.is_empty()).collect();
    let mut name =
        GedcomName { given: given.join(" "), surname: part(Field::Surname).to_owned(), kind: None };
    if name.given.is_empty() && name.surname.is_empty() {
        name.given = record.name.trim().to_owned();
    }
    let is_empty = name.given.is_empty() && name.surname.is_empty();
    if !is_empty && !individual.names.contains(&name) {
        individual.names.push(name);
    }
}

/// The sex as stated, else by the name.
fn sex_of_record(record: &PublicRecord) -> Option<Sex> {
    let stated = record.get(Field::Sex).and_then(|word| word.trim().chars().next());
    match stated.map(|letter| letter.to_lowercase().to_string()).as_deref() {
        Some("ж" | "f" | "n") => return Some(Sex::Female),
        Some("м" | "m") => return Some(Sex::Male),
        _ => {}
    }
    let parts = [Field::Surname, Field::Given, Field::Patronymic];
    let parts: Vec<&str> = parts.into_iter().filter_map(|field| record.get(field)).collect();
    head_mention(&parts.join(" ")).sex.map(|(sex, _)| sex)
}

fn facts_of(record: &PublicRecord) -> Vec<GedcomFact> {
    let text = |field: Field| record.get(field).map(str::to_owned);
    let mut facts = Vec::new();
    let birth = GedcomFact {
        tag: "BIRT",
        date_edtf: record.birth_edtf.clone(),
        date_stated: text(Field::Birth),
        place: text(Field::BirthPlace),
        ..GedcomFact::default()
    };
    if birth.date_edtf.is_some() || birth.date_stated.is_some() || birth.place.is_some() {
        facts.push(birth);
    }
    for (field, tag) in ATTRIBUTES {
        if let Some(value) = text(field) {
            facts.push(GedcomFact { tag, value: Some(value), ..GedcomFact::default() });
        }
    }
    if let Some(place) = text(Field::Residence) {
        facts.push(GedcomFact { tag: "RESI", place: Some(place), ..GedcomFact::default() });
    }
    facts.extend(record.events.iter().map(fact_of_event));
    facts
}

fn fact_of_event(event: &PublicEvent) -> GedcomFact {
    let (tag, kind, cause) = match EventKind::from_name(&event.kind) {
        Some(EventKind::Death) => ("DEAT", None, None),
        Some(EventKind::Execution) => ("DEAT", None, Some("execution".to_owned())),
        Some(EventKind::Burial) => ("BURI", None, None),
        _ => ("EVEN", Some(event.kind.clone()), None),
    };
    let told = [
        ("Article: ", &event.article),
        ("Measure: ", &event.measure),
        ("", &event.text),
        ("Certainty: ", &event.certainty),
        ("Stated source: ", &event.stated_source),
    ];
    let notes = told
        .into_iter()
        .filter_map(|(label, value)| Some(format!("{label}{}", value.as_ref()?)))
        .collect();
    GedcomFact {
        tag,
        kind,
        cause,
        date_edtf: event.date_edtf.clone(),
        date_stated: event.date_stated.clone(),
        place: event.place.clone(),
        agency: event.body.clone(),
        notes,
        ..GedcomFact::default()
    }
}
