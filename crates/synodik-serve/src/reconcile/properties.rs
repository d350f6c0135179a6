//! What the service knows of a person: a table of properties, and how each is read.
//!
//! Read from `data/reconcile/properties.tsv` and `data/reconcile/match.tsv`.

use crate::Language;
use crate::found_person::FoundPerson;
use std::sync::OnceLock;
use synodik_index::PublicRecord;
use synodik_model::Field;

const PROPERTIES: &str = include_str!("../../../../data/reconcile/properties.tsv");
const MATCH: &str = include_str!("../../../../data/reconcile/match.tsv");

/// A property of persons.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Property {
    pub(super) id: &'static str,
    name_en: &'static str,
    name_ru: &'static str,
    pub(super) kind: PropertyKind,
    reads: &'static str,
    /// What agreement, nearness and difference weigh; none where it is for reading only.
    pub(super) bits: Option<PropertyBits>,
}

/// What agreement in a property weighs, in bits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PropertyBits {
    pub(super) agree: f64,
    pub(super) near: f64,
    pub(super) differ: f64,
}

/// How the values of a property are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PropertyKind {
    Year,
    Words,
    Text,
    Number,
}

/// When a candidate is the one meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MatchRule {
    pub(super) least_score: f64,
    pub(super) margin: f64,
    pub(super) near_years: i32,
}

impl Property {
    /// Returns the name in a language of the site; English for those the table has not.
    pub(super) fn name(&self, language: Language) -> &'static str {
        if language.tag() == "ru" { self.name_ru } else { self.name_en }
    }

    /// Returns the values of a person, each once.
    pub(super) fn values(&self, person: &FoundPerson) -> Vec<String> {
        if self.reads == "records" {
            return vec![person.entries.len().to_string()];
        }
        let mut values: Vec<String> = Vec::new();
        for (record, _) in &person.entries {
            for value in self.values_of(record) {
                if !value.is_empty() && !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        values
    }

    fn values_of(&self, record: &PublicRecord) -> Vec<String> {
        if let Some(kind) = self.reads.strip_prefix("event:") {
            let events = record.events.iter().filter(|event| event.kind == kind);
            return events.filter_map(|event| year_of(event.date_edtf.as_deref()?)).collect();
        }
        match self.reads {
            "birth" => record.birth_edtf.as_deref().and_then(year_of).into_iter().collect(),
            "name" => vec![record.name.clone()],
            "source" => vec![record.source_id.clone()],
            "sentence" => {
                record.get(Field::Sentence).map(|words| format!("«{words}»")).into_iter().collect()
            }
            field => {
                let field = Field::from_name(field);
                field.and_then(|field| record.get(field)).map(str::to_owned).into_iter().collect()
            }
        }
    }
}

/// Returns the year with which an EDTF begins, when all of it lies in that year.
fn year_of(edtf: &str) -> Option<String> {
    let year = edtf.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let is_one_year = !edtf.contains(['/', ',', '[', '{', '.']);
    is_one_year.then(|| year.to_owned())
}

/// Returns the properties, by id.
pub(super) fn properties() -> &'static [Property] {
    static TABLE: OnceLock<Vec<Property>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = PROPERTIES.lines().filter(|line| !line.starts_with('#')).skip(1);
        rows.map(|row| read_property(row).expect("the table compiled in is well formed")).collect()
    })
}

/// Returns the property of an id.
pub(super) fn property(id: &str) -> Option<&'static Property> {
    properties().iter().find(|property| property.id == id)
}

/// Returns when a candidate is the one meant.
pub(super) fn match_rule() -> MatchRule {
    let value = |id: &str| -> f64 {
        let rows = MATCH.lines().filter(|line| !line.starts_with('#'));
        let found = rows.filter_map(|row| row.split_once('\t')).find(|(known, _)| *known == id);
        let value = found.and_then(|(_, rest)| rest.split('\t').next()?.parse().ok());
        value.expect("the table compiled in has every rule")
    };
    MatchRule {
        least_score: value("least_score"),
        margin: value("margin"),
        near_years: value("near_years") as i32,
    }
}

fn read_property(row: &'static str) -> Option<Property> {
    let [id, name_en, name_ru, kind, reads, agree, near, differ, _source] =
        row.split('\t').collect::<Vec<_>>()[..].try_into().ok()?;
    let kind = match kind {
        "year" => PropertyKind::Year,
        "words" => PropertyKind::Words,
        "text" => PropertyKind::Text,
        "number" => PropertyKind::Number,
        _ => return None,
    };
    let bits = match agree {
        "" => None,
        agree => Some(PropertyBits {
            agree: agree.parse().ok()?,
            near: near.parse().ok()?,
            differ: differ.parse().ok()?,
        }),
    };
    Some(Property { id, name_en, name_ru, kind, reads, bits })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_read_and_every_weighed_property_can_be_compared() {
        let rule = match_rule();
        assert!(rule.least_score > 50.0 && rule.margin > 0.0 && rule.near_years > 0);
        for property in properties() {
            let is_compared = matches!(property.kind, PropertyKind::Year | PropertyKind::Words);
            assert_eq!(property.bits.is_some(), is_compared, "{}", property.id);
            let is_special = ["birth", "name", "source", "sentence", "records"];
            let is_read = is_special.contains(&property.reads)
                || property.reads.starts_with("event:")
                || Field::from_name(property.reads).is_some();
            assert!(is_read, "{}", property.id);
        }
        assert!(property("birth_year").is_some() && property("phone").is_none());
    }

    #[test]
    fn a_year_is_told_only_where_there_is_one() {
        for (edtf, expected) in [
            ("1893", Some("1893")),
            ("1893-05-01", Some("1893")),
            ("1893~", Some("1893")),
            ("1893/1895", None),
            ("[1893,1894]", None),
            ("189X", None),
            ("..", None),
            ("год", None),
        ] {
            assert_eq!(year_of(edtf).as_deref(), expected, "{edtf}");
        }
    }
}
