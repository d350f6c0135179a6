//! The rules of a mapping: where a field or an event comes from.

use regex::{Captures, Regex, RegexBuilder};
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, de};
use std::fmt;
use synodik_model::{EventKind, Field};

/// Most memory one pattern may take once compiled.
const MAX_PATTERN_BYTES: usize = 4 << 20;

/// The name of a field, as a key or value of a mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FieldName(pub(super) Field);

impl<'de> Deserialize<'de> for FieldName {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let name = String::deserialize(input)?;
        Field::from_name(&name).map(FieldName).ok_or_else(|| {
            let known = Field::specs().iter().map(|spec| spec.name);
            de::Error::custom(format!(
                "unknown field `{name}`; {}the fields are listed in docs/mappings.md",
                did_you_mean(&name, known)
            ))
        })
    }
}

/// Where the value of a field comes from.
#[derive(Debug, Clone)]
pub(super) enum ColumnRule {
    /// The same value for every row.
    Constant(String),
    /// Several columns, joined.
    Join {
        /// The columns in order.
        columns: Vec<String>,
        /// What stands between their values.
        join: String,
    },
    /// One column.
    Column {
        /// The column.
        column: String,
        /// The part of the cell that is the value.
        pattern: Option<Pattern>,
        /// What stands between several values in one cell.
        separator: Option<String>,
        /// Whether a cell without a match is as good as an empty one.
        is_optional: bool,
    },
}

impl ColumnRule {
    /// Returns the columns that are read.
    pub(super) fn columns(&self) -> &[String] {
        match self {
            ColumnRule::Constant(_) => &[],
            ColumnRule::Join { columns, .. } => columns,
            ColumnRule::Column { column, .. } => std::slice::from_ref(column),
        }
    }
}

/// A rule as written between braces.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    constant: Option<String>,
    column: Option<String>,
    columns: Option<Vec<String>>,
    join: Option<String>,
    pattern: Option<Pattern>,
    separator: Option<String>,
    #[serde(default)]
    optional: bool,
}

impl<'de> Deserialize<'de> for ColumnRule {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(RuleVisitor)
    }
}

struct RuleVisitor;

impl<'de> de::Visitor<'de> for RuleVisitor {
    type Value = ColumnRule;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the name of a column, or a rule such as `{ constant = \"ж\" }`")
    }

    fn visit_str<E: de::Error>(self, column: &str) -> Result<ColumnRule, E> {
        Ok(ColumnRule::Column {
            column: column.to_owned(),
            pattern: None,
            separator: None,
            is_optional: false,
        })
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<ColumnRule, A::Error> {
        let written = WrittenRule::deserialize(MapAccessDeserializer::new(map))?;
        rule_of(written).map_err(de::Error::custom)
    }
}

fn rule_of(written: WrittenRule) -> Result<ColumnRule, String> {
    let has_parts = written.pattern.is_some() || written.separator.is_some() || written.optional;
    let reads_one = || "`pattern`, `separator` and `optional` go with `column`".to_owned();
    if written.separator.as_deref() == Some("") {
        return Err("`separator` is empty; leave it out when a cell holds one value".to_owned());
    }
    if written.optional && written.pattern.is_none() {
        return Err("`optional` goes with `pattern`: it says that no match is no fault".to_owned());
    }
    if let Some(pattern) = &written.pattern
        && EVENT_GROUPS.iter().any(|group| pattern.has(group))
    {
        return Err(
            "the groups of events mean nothing here; the one of a field is `value`".to_owned()
        );
    }
    match (written.constant, written.column, written.columns) {
        (Some(constant), None, None) if !has_parts && written.join.is_none() => {
            Ok(ColumnRule::Constant(constant))
        }
        (Some(_), None, None) => Err("`constant` stands alone".to_owned()),
        (None, Some(_), None) if written.join.is_some() => {
            Err("`join` goes with `columns`, not with `column`".to_owned())
        }
        (None, Some(column), None) => Ok(ColumnRule::Column {
            column,
            pattern: written.pattern,
            separator: written.separator,
            is_optional: written.optional,
        }),
        (None, None, Some(_)) if has_parts => Err(reads_one()),
        (None, None, Some(columns)) if columns.is_empty() => {
            Err("`columns` is empty; name the columns to join".to_owned())
        }
        (None, None, Some(columns)) => {
            Ok(ColumnRule::Join { columns, join: written.join.unwrap_or_else(|| " ".to_owned()) })
        }
        (None, None, None) => {
            Err("the rule says nothing; expected `column`, `columns` or `constant`".to_owned())
        }
        _ => Err("expected only one of `column`, `columns` and `constant`".to_owned()),
    }
}

/// Where events come from that no field stands for.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "WrittenEvent")]
pub(super) struct EventRule {
    /// The kind; `None` when the pattern captures it.
    pub(super) kind: Option<EventKind>,
    pub(super) column: String,
    pub(super) separator: Option<String>,
    pub(super) pattern: Option<Pattern>,
    pub(super) is_optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEvent {
    kind: Option<String>,
    column: String,
    separator: Option<String>,
    pattern: Option<Pattern>,
    #[serde(default)]
    optional: bool,
}

impl TryFrom<WrittenEvent> for EventRule {
    type Error = String;

    fn try_from(written: WrittenEvent) -> Result<EventRule, String> {
        let kind = match &written.kind {
            Some(name) => Some(EventKind::from_name(name).ok_or_else(|| {
                let known = EventKind::ALL.iter().map(|kind| kind.name());
                let hint = did_you_mean(name, known);
                format!("unknown kind of event `{name}`; {hint}{}", kinds_listed())
            })?),
            None => None,
        };
        let captures_kind = written.pattern.as_ref().is_some_and(|pattern| pattern.has("kind"));
        if kind.is_some() == captures_kind {
            return Err("an event needs its kind once: as `kind = \"release\"`, \
                        or as the group `(?<kind>…)` of the pattern"
                .to_owned());
        }
        if written.separator.as_deref() == Some("") {
            return Err("`separator` is empty; leave it out when a cell holds one event".to_owned());
        }
        if written.optional && written.pattern.is_none() {
            return Err("`optional` goes with `pattern`".to_owned());
        }
        if let Some(pattern) = &written.pattern
            && pattern.has("value")
        {
            return Err(format!(
                "the group `value` belongs to a field; an event has {}",
                EVENT_GROUPS.join(", ")
            ));
        }
        Ok(EventRule {
            kind,
            column: written.column,
            separator: written.separator,
            pattern: written.pattern,
            is_optional: written.optional,
        })
    }
}

pub(super) fn kinds_listed() -> String {
    let names: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.name()).collect();
    format!("expected one of {}", names.join(", "))
}

/// The groups of a pattern that are parts of an event.
const EVENT_GROUPS: [&str; 9] =
    ["kind", "date", "place", "body", "article", "measure", "text", "source", "certainty"];

/// A regular expression with the groups a mapping may name.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Regex);

impl Pattern {
    /// Returns the expression as written.
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns the value of a field: the group `value`, or all that matches.
    pub(super) fn value<'a>(&self, text: &'a str) -> Option<&'a str> {
        let captures = self.0.captures(text)?;
        captures.name("value").or_else(|| captures.get(0)).map(|found| found.as_str())
    }

    /// Iterates over the matches that do not overlap.
    pub(super) fn matches<'a>(&self, text: &'a str) -> impl Iterator<Item = Captures<'a>> {
        self.0.captures_iter(text)
    }

    fn has(&self, group: &str) -> bool {
        self.0.capture_names().flatten().any(|name| name == group)
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        let regex = RegexBuilder::new(&text)
            .size_limit(MAX_PATTERN_BYTES)
            .dfa_size_limit(MAX_PATTERN_BYTES)
            .build()
            .map_err(|error| de::Error::custom(format!("the pattern cannot be read: {error}")))?;
        let is_known = |name: &&str| *name == "value" || EVENT_GROUPS.contains(name);
        if let Some(group) = regex.capture_names().flatten().find(|name| !is_known(name)) {
            return Err(de::Error::custom(format!(
                "the pattern has the unknown group `{group}`; a field has `value`, an event {}",
                EVENT_GROUPS.join(", ")
            )));
        }
        Ok(Pattern(regex))
    }
}

/// Returns "did you mean `x`? " for the nearest of the known names.
fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known.map(|known| (n_edits(name, known), known)).min();
    match nearest {
        Some((n, known)) if n <= 2.max(name.chars().count() / 3) => {
            format!("did you mean `{known}`? ")
        }
        _ => String::new(),
    }
}

/// Counts the letters to insert, delete or exchange between two short names.
fn n_edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (n_before, letter) in from.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = n_before + 1;
        for (n, other) in to.iter().enumerate() {
            let exchanged = diagonal + usize::from(letter != *other);
            diagonal = row[n + 1];
            row[n + 1] = exchanged.min(row[n] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}
