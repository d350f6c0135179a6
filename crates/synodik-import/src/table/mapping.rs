//! A mapping file: which column of a table is which field.
//!
//! What is written in TOML is checked while it is read, so that each error has
//! its line. `docs/mappings.md` explains every key to those who write mappings.
//!
//! **Invariant:** a mapping never says anything about a row; it names columns,
//! and whether a file has them is found out when the file is planned.

use super::rule::{ColumnRule, EventRule, FieldName};
use crate::encoding::encoding_from_label;
use encoding_rs::Encoding;
use serde::{Deserialize, Deserializer, de};
use std::collections::{BTreeMap, BTreeSet};
use synodik_model::Field;
use thiserror::Error;

/// Which column of a table is which field.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    title: Option<String>,
    delimiter: Option<Delimiter>,
    #[serde(default)]
    quote: Quote,
    encoding: Option<Label>,
    #[serde(default = "is_usual")]
    header: bool,
    #[serde(default)]
    pub(super) columns: Vec<String>,
    pub(super) sheet: Option<String>,
    /// Whether rows may lack cells at their end, or have further empty ones.
    #[serde(default)]
    pub(super) ragged: bool,
    #[serde(default)]
    pub(super) empty_values: Vec<String>,
    #[serde(default)]
    pub(super) ignore: Vec<String>,
    /// Columns whose values are kept, and shown nowhere that is public.
    #[serde(default)]
    pub(super) private: Vec<String>,
    #[serde(default)]
    reviewed_public: Vec<FieldName>,
    #[serde(default)]
    source: SourceDefaults,
    #[serde(default)]
    pub(super) fields: BTreeMap<FieldName, ColumnRule>,
    #[serde(default)]
    event: Vec<EventRule>,
    /// The fields of `reviewed_public`, without their names.
    #[serde(skip)]
    reviewed_fields: Vec<Field>,
}

/// What a mapping says about the source when the user does not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceDefaults {
    /// Title of the list.
    pub title: Option<String>,
    /// How to cite it.
    pub citation: Option<String>,
    /// Who holds it.
    pub holder: Option<String>,
    /// Licence, in the words of the holder.
    pub licence: Option<String>,
    /// Address it can be had from.
    pub url: Option<String>,
}

/// Why a mapping file cannot be used.
#[derive(Debug, Error)]
pub enum MappingError {
    /// It is not valid TOML, has an unknown key, or a value that cannot be.
    #[error("line {line} of the mapping, `{text}`: {reason}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        text: String,
        /// What is wrong and what was expected.
        reason: String,
    },
    /// Two keys of it cannot both be meant, or one is missing.
    #[error("the mapping cannot be used: {0}")]
    Whole(String),
}

impl Mapping {
    /// Parses a mapping file.
    ///
    /// # Errors
    ///
    /// [`MappingError`] when it is not a mapping; it names the line or the key.
    pub fn parse(text: &str) -> Result<Mapping, MappingError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut mapping: Mapping =
            toml::from_str(text).map_err(|error| line_error(text, &error))?;
        mapping.check().map_err(MappingError::Whole)?;
        mapping.reviewed_fields = mapping.reviewed_public.iter().map(|name| name.0).collect();
        Ok(mapping)
    }

    /// Returns what the mapping calls the list it reads.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns what the mapping says about the source.
    pub fn source(&self) -> &SourceDefaults {
        &self.source
    }

    /// Returns the fields in which a person has checked that nobody who may be
    /// living is named.
    pub fn reviewed_public(&self) -> &[Field] {
        &self.reviewed_fields
    }

    pub(crate) fn encoding(&self) -> Option<&'static Encoding> {
        self.encoding.as_ref().map(|label| label.0)
    }

    pub(super) fn delimiter(&self) -> Option<u8> {
        self.delimiter.map(|delimiter| delimiter.0)
    }

    pub(super) fn quote(&self) -> Option<u8> {
        self.quote.0
    }

    pub(super) fn has_header(&self) -> bool {
        self.header
    }

    pub(super) fn events(&self) -> &[EventRule] {
        &self.event
    }

    /// Finds what is wrong only when two keys are seen together.
    fn check(&self) -> Result<(), String> {
        if self.fields.is_empty() && self.event.is_empty() {
            return Err("it maps no column; write them under `[fields]`, \
                        such as `surname = \"Фамилия\"`"
                .to_owned());
        }
        if self.header && !self.columns.is_empty() {
            return Err("`columns` names the columns of a file without a header; \
                        add `header = false` or leave it out"
                .to_owned());
        }
        let mut seen = BTreeSet::new();
        if let Some(twice) = self.columns.iter().find(|column| !seen.insert(*column)) {
            return Err(format!("`columns` has `{twice}` twice; each name must be its own"));
        }
        for (key, unmapped) in [("ignore", &self.ignore), ("private", &self.private)] {
            if let Some(column) = self.used_columns().find(|column| has_column(unmapped, column)) {
                return Err(format!(
                    "column `{column}` is both mapped and in `{key}`; keep it in one place"
                ));
            }
        }
        if let Some(column) = self.ignore.iter().find(|column| has_column(&self.private, column)) {
            return Err(format!(
                "column `{column}` is both in `ignore` and in `private`; keep it in one place"
            ));
        }
        if self.fields.contains_key(&FieldName(Field::Private)) {
            return Err("`private` is no field to map; write `private = [\"COLUMN\"]` above \
                        `[fields]`"
                .to_owned());
        }
        match (self.delimiter(), self.quote()) {
            (Some(delimiter), Some(quote)) if delimiter == quote => {
                Err("`delimiter` and `quote` are the same".to_owned())
            }
            _ => Ok(()),
        }
    }

    /// Returns the columns that some field or event is read from.
    pub(super) fn used_columns(&self) -> impl Iterator<Item = &str> {
        let of_fields = self.fields.values().flat_map(|rule| rule.columns());
        of_fields.chain(self.event.iter().map(|event| &event.column)).map(String::as_str)
    }
}

fn has_column(columns: &[String], column: &str) -> bool {
    columns.iter().any(|name| name == column)
}

fn is_usual() -> bool {
    true
}

fn line_error(text: &str, error: &toml::de::Error) -> MappingError {
    let at = error.span().map_or(0, |span| span.start);
    let before = &text.as_bytes()[..at.min(text.len())];
    let line = 1 + memchr::memchr_iter(b'\n', before).count();
    let shown = text.lines().nth(line - 1).unwrap_or_default().trim();
    MappingError::Line {
        line,
        text: shown.chars().take(80).collect(),
        reason: error.message().to_owned(),
    }
}

/// One ASCII letter between cells.
#[derive(Debug, Clone, Copy)]
struct Delimiter(u8);

impl<'de> Deserialize<'de> for Delimiter {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        match text.as_bytes() {
            [byte] if is_mark(*byte) => Ok(Delimiter(*byte)),
            _ => Err(de::Error::custom(format!(
                "`{text}` cannot stand between cells; \
                 expected one of `,`, `;`, `|`, `\\t` or another ASCII sign"
            ))),
        }
    }
}

/// The quotation mark; an empty one means that the file has no quoting.
#[derive(Debug, Clone, Copy)]
struct Quote(Option<u8>);

impl Default for Quote {
    fn default() -> Self {
        Quote(Some(b'"'))
    }
}

impl<'de> Deserialize<'de> for Quote {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        match text.as_bytes() {
            [] => Ok(Quote(None)),
            [byte] if is_mark(*byte) => Ok(Quote(Some(*byte))),
            _ => Err(de::Error::custom(format!(
                "`{text}` cannot be a quotation mark; \
                 expected `\"`, `'`, or nothing for a file without quoting"
            ))),
        }
    }
}

fn is_mark(byte: u8) -> bool {
    byte == b'\t' || (byte.is_ascii() && !byte.is_ascii_control() && !byte.is_ascii_alphanumeric())
}

/// The label of an encoding.
#[derive(Debug, Clone)]
struct Label(&'static Encoding);

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        encoding_from_label(&text).map(Label).ok_or_else(|| {
            de::Error::custom(format!(
                "unknown encoding `{text}`; expected a name such as \
                 `utf-8`, `windows-1251`, `koi8-r`, `cp866` or `utf-16`"
            ))
        })
    }
}
