//! What the records of an archive are compared by: `data/link/archive.toml`, checked.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use synodik_link::Spec;
use synodik_model::{EventKind, Field};

/// The column that holds the id of a record.
pub(super) const ID_COLUMN: &str = "record_id";
/// The column that holds the id of the source, if that names nobody twice.
pub(super) const LIST_COLUMN: &str = "list";

/// The linkage of an archive.
pub(crate) struct LinkDescription {
    /// What is compared, and as what.
    pub(super) spec: Spec,
    /// Where each column comes from, by its name.
    pub(super) columns: Vec<(String, Vec<Origin>)>,
    /// How many partitions are sampled.
    pub(super) n_samples: usize,
    /// From this probability on, the page of a record names the other.
    pub(super) shown_p_same: f32,
    /// Average log2 odds from which records are held to be one person.
    pub(super) merge_bits: f32,
}

/// Where the value of a column comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Surname,
    OtherSurname,
    Given,
    Patronymic,
    Birth,
    Field(Field),
    Event(EventKind, EventPart),
}

/// A part of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EventPart {
    Date,
    Place,
    Body,
    Article,
    Measure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DescriptionFile {
    n_samples: usize,
    shown_p_same: f32,
    merge_bits: f32,
    columns: BTreeMap<String, Vec<String>>,
    linkage: Spec,
}

impl LinkDescription {
    /// Loads `data/link/archive.toml`.
    pub(crate) fn load() -> Result<LinkDescription> {
        let text = crate::rules::data_text("link/archive.toml")
            .context("`data/link/archive.toml` is not in the program")?;
        parse(text).context("cannot read `data/link/archive.toml`")
    }
}

fn parse(text: &str) -> Result<LinkDescription> {
    let file: DescriptionFile = toml::from_str(text)?;
    let mut columns = Vec::new();
    for (name, origins) in file.columns {
        let origins = origins.iter().map(|origin| parse_origin(origin));
        let origins: Vec<Origin> =
            origins.collect::<Result<_>>().with_context(|| format!("column `{name}`"))?;
        columns.push((name, origins));
    }
    for field in &file.linkage.fields {
        let named = [&field.column].into_iter().chain(&field.alternatives).chain(&field.at);
        for column in named {
            if !columns.iter().any(|(name, _)| name == column) {
                bail!("no origin is given for the column `{column}`");
            }
        }
    }
    Ok(LinkDescription {
        spec: file.linkage,
        columns,
        n_samples: file.n_samples,
        shown_p_same: file.shown_p_same,
        merge_bits: file.merge_bits,
    })
}

fn parse_origin(text: &str) -> Result<Origin> {
    let parts: Vec<&str> = text.split('.').collect();
    let origin = match parts[..] {
        ["name", "surname"] => Some(Origin::Surname),
        ["name", "other_surname"] => Some(Origin::OtherSurname),
        ["name", "given"] => Some(Origin::Given),
        ["name", "patronymic"] => Some(Origin::Patronymic),
        ["birth"] => Some(Origin::Birth),
        ["field", name] => Field::from_name(name).map(Origin::Field),
        ["event", kind, part] => event_part(part)
            .zip(EventKind::from_name(kind))
            .map(|(part, kind)| Origin::Event(kind, part)),
        _ => None,
    };
    origin.with_context(|| {
        format!("`{text}` is no origin; expected `name.PART`, `birth`, `field.NAME` or `event.KIND.PART`")
    })
}

fn event_part(name: &str) -> Option<EventPart> {
    match name {
        "date" => Some(EventPart::Date),
        "place" => Some(EventPart::Place),
        "body" => Some(EventPart::Body),
        "article" => Some(EventPart::Article),
        "measure" => Some(EventPart::Measure),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_of_the_project_can_be_read() {
        let description = LinkDescription::load().expect("data/link/archive.toml is well formed");
        assert_eq!(description.spec.id, ID_COLUMN);
        assert_eq!(description.spec.list.as_deref(), Some(LIST_COLUMN));
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let rules = crate::rules::load_public_rules(day).expect("data/privacy.toml");
        for field in rules.withheld_fields.into_iter().chain([Field::Private]) {
            let origin = Origin::Field(field);
            let is_compared = description.columns.iter().any(|(_, from)| from.contains(&origin));
            assert!(!is_compared, "how two entries agree is public, so {field:?} stays out");
        }
    }

    #[test]
    fn a_mistake_is_named() {
        let parse_column = |origin: &str| {
            let text = format!(
                "n_samples = 1\nshown_p_same = 0.5\nmerge_bits = 0.0\n[columns]\nx = [\"{origin}\"]\n[linkage]\n\
                 id = \"record_id\"\n[[linkage.field]]\ncolumn = \"x\"\nrole = \"given\"\n"
            );
            parse(&text).map(|description| description.columns[0].1[0])
        };
        assert_eq!(parse_column("field.sex").ok(), Some(Origin::Field(Field::Sex)));
        for wrong in ["field.telephone", "event.wedding.date", "event.arrest.time", "name.nick", ""]
        {
            let error = parse_column(wrong).expect_err("it names nothing");
            assert!(format!("{error:#}").contains(&format!("`{wrong}`")), "{error:#}");
        }
    }
}
