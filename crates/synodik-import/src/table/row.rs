//! From the cells of one row to a record.

use super::mapping::Mapping;
use super::rule::{ColumnRule, EventRule, Pattern, kinds_listed};
use crate::events::add_birth_and_events;
use crate::plan::ImportError;
use crate::whole_name::set_name_parts;
use regex::Captures;
use std::borrow::Cow;
use synodik_model::{EntryPlace, Event, EventKind, Field, Record, Reject, RowIssue};
use synodik_names::parse_date;

/// Most columns that an error message names.
const MAX_NAMED_COLUMNS: usize = 50;

/// A mapping that has found its columns in a file.
pub(super) struct RowReader<'m> {
    mapping: &'m Mapping,
    n_columns: usize,
    fields: Vec<BoundField<'m>>,
    events: Vec<(&'m EventRule, usize)>,
    private: Vec<usize>,
}

/// A field, and where its columns stand in the file.
struct BoundField<'m> {
    field: Field,
    rule: &'m ColumnRule,
    positions: Vec<usize>,
}

/// One row, its cells already apart.
pub(super) struct Row<'a> {
    pub(super) place: EntryPlace,
    pub(super) verbatim: Cow<'a, str>,
    pub(super) cells: Vec<Cow<'a, str>>,
}

impl<'m> RowReader<'m> {
    /// Finds the columns of a mapping among those of a file.
    ///
    /// # Errors
    ///
    /// [`ImportError`] when a mapped column is missing or stands twice, or a
    /// column of the file is neither mapped nor ignored.
    pub(super) fn bind(
        mapping: &'m Mapping,
        columns: &[String],
    ) -> Result<RowReader<'m>, ImportError> {
        let mut fields = Vec::with_capacity(mapping.fields.len());
        for (name, rule) in &mapping.fields {
            let mut positions = Vec::new();
            for column in rule.columns() {
                positions.push(position_of(column, columns)?);
            }
            fields.push(BoundField { field: name.0, rule, positions });
        }
        let mut events = Vec::with_capacity(mapping.events().len());
        for rule in mapping.events() {
            events.push((rule, position_of(&rule.column, columns)?));
        }
        let mut private = Vec::with_capacity(mapping.private.len());
        for column in &mapping.private {
            private.push(position_of(column, columns)?);
        }
        let is_known = |column: &str| {
            mapping.ignore.iter().chain(&mapping.private).any(|ignored| ignored == column)
                || mapping.used_columns().any(|used| used == column)
        };
        let unmapped: Vec<String> = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| !is_known(column))
            .map(|(position, column)| format!("`{column}` ({})", position + 1))
            .collect();
        if !unmapped.is_empty() {
            return Err(ImportError::UnmappedColumns { columns: listed(&unmapped) });
        }
        Ok(RowReader { mapping, n_columns: columns.len(), fields, events, private })
    }

    /// Returns how many columns the file has.
    pub(super) fn n_columns(&self) -> usize {
        self.n_columns
    }

    /// Reads one row into a record or a reject.
    pub(super) fn read<'a>(&self, mut row: Row<'a>) -> Result<Record<'a>, Reject> {
        let n_cells = row.cells.len();
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Err(row_reject(
                row.place,
                row.verbatim,
                "no cell of the row has a value".to_owned(),
            ));
        }
        let is_short = n_cells < self.n_columns;
        let has_more = row.cells.iter().skip(self.n_columns).any(|cell| !cell.trim().is_empty());
        if has_more || (n_cells != self.n_columns && !self.mapping.ragged) {
            let reason = format!("{n_cells} cells where the table has {} columns", self.n_columns);
            return Err(row_reject(row.place, row.verbatim, reason));
        }
        if is_short {
            row.cells.resize(self.n_columns, Cow::Borrowed(""));
        }
        let mut record = Record::empty(row.place, row.verbatim);
        for bound in &self.fields {
            self.add_field(&mut record, bound, &row.cells);
        }
        let private = self.private.iter().map(|position| row.cells[*position].trim());
        let private: Vec<&str> = private.filter(|value| !value.is_empty()).collect();
        if !private.is_empty() {
            record.set(Field::Private, private.join("\n"));
        }
        split_whole_name(&mut record);
        add_birth_and_events(&mut record);
        for (rule, position) in &self.events {
            self.add_events(&mut record, rule, row.cells[*position].clone());
        }
        Ok(record)
    }

    fn add_field<'a>(
        &self,
        record: &mut Record<'a>,
        bound: &BoundField<'_>,
        cells: &[Cow<'a, str>],
    ) {
        let (field, positions) = (bound.field, &bound.positions);
        match bound.rule {
            ColumnRule::Constant(constant) => record.set(field, constant.clone()),
            ColumnRule::Join { join, .. } => {
                let parts = positions.iter().map(|position| self.value(&cells[*position]));
                record.set(field, joined(parts, join, is_date(field)));
            }
            ColumnRule::Column { pattern, separator, is_optional, .. } => {
                let Some(cell) = positions.first().map(|at| &cells[*at]) else {
                    return;
                };
                for piece in pieces(cell, separator.as_deref()) {
                    let piece = self.value(&piece);
                    if piece.is_empty() {
                        continue;
                    }
                    match pattern {
                        None => record.push(field, piece),
                        Some(pattern) => match part(&piece, |text| pattern.value(text)) {
                            Some(value) => record.push(field, trimmed(&value)),
                            // A birth or age that is stated must not vanish: it decides who may be
                            // living. Reading it as a date notes what is wrong with it.
                            None if matches!(field, Field::Birth | Field::Age) => {
                                record.push(field, piece);
                            }
                            None if *is_optional => {}
                            None => record.issues.push(no_match(field.name(), &piece, pattern)),
                        },
                    }
                }
            }
        }
    }

    fn add_events<'a>(&self, record: &mut Record<'a>, rule: &EventRule, cell: Cow<'a, str>) {
        for piece in pieces(&cell, rule.separator.as_deref()) {
            let piece = self.value(&piece);
            if piece.is_empty() {
                continue;
            }
            let Some(pattern) = &rule.pattern else {
                let kind = rule.kind.unwrap_or(EventKind::Other);
                record.events.push(Event { text: Some(piece), ..Event::of(kind) });
                continue;
            };
            let n_events = record.events.len();
            for captures in pattern.matches(&piece) {
                let event = event_of(rule, &captures, &piece, &mut record.issues);
                record.events.push(event);
            }
            if record.events.len() == n_events && !rule.is_optional {
                record.issues.push(no_match(&rule.column, &piece, pattern));
            }
        }
    }

    /// Returns a cell without blanks at its ends; empty when it stands for no value.
    fn value<'a>(&self, cell: &Cow<'a, str>) -> Cow<'a, str> {
        let cell = trimmed(cell);
        match self.mapping.empty_values.iter().any(|empty| *empty == cell) {
            true => Cow::Borrowed(""),
            false => cell,
        }
    }
}

/// Returns a reject of a whole row.
pub(super) fn row_reject(place: EntryPlace, verbatim: Cow<'_, str>, reason: String) -> Reject {
    Reject {
        place,
        issue: RowIssue { field: String::new(), value: String::new(), reason },
        verbatim: verbatim.into_owned(),
    }
}

fn position_of(column: &str, columns: &[String]) -> Result<usize, ImportError> {
    let mut positions = columns.iter().enumerate().filter(|(_, present)| *present == column);
    let Some((first, _)) = positions.next() else {
        return Err(ImportError::MissingColumn {
            column: column.to_owned(),
            present: listed(columns),
        });
    };
    match positions.next() {
        Some((second, _)) => Err(ImportError::DuplicateColumn {
            column: column.to_owned(),
            first: first + 1,
            second: second + 1,
        }),
        None => Ok(first),
    }
}

fn listed(names: &[String]) -> String {
    let shown = names.iter().take(MAX_NAMED_COLUMNS).map(String::as_str).collect::<Vec<_>>();
    let mut list = shown.join(", ");
    if names.len() > shown.len() {
        list += &format!(" and {} more", names.len() - shown.len());
    }
    list
}

fn no_match(field: &str, value: &str, pattern: &Pattern) -> RowIssue {
    RowIssue {
        field: field.to_owned(),
        value: value.to_owned(),
        reason: format!("expected a match of the pattern `{}`", pattern.as_str()),
    }
}

/// Returns whether `_` in a field stands for an unknown day, month or year.
fn is_date(field: Field) -> bool {
    field == Field::Birth || field.name().ends_with("_date")
}

/// Joins the parts of a value; in a date an empty part is an unknown one.
fn joined<'a>(parts: impl Iterator<Item = Cow<'a, str>>, join: &str, is_date: bool) -> String {
    let parts: Vec<Cow<'a, str>> = parts.collect();
    if parts.iter().all(|part| part.is_empty()) {
        return String::new();
    }
    let mut text = String::new();
    for (n_before, part) in parts.iter().filter(|part| is_date || !part.is_empty()).enumerate() {
        if n_before > 0 {
            text.push_str(join);
        }
        text.push_str(if part.is_empty() { "_" } else { part });
    }
    text
}

/// Splits a cell that holds several values.
fn pieces<'a>(cell: &Cow<'a, str>, separator: Option<&str>) -> Vec<Cow<'a, str>> {
    match (cell, separator) {
        (cell, None) => vec![cell.clone()],
        (Cow::Borrowed(cell), Some(separator)) => {
            cell.split(separator).map(Cow::Borrowed).collect()
        }
        (Cow::Owned(cell), Some(separator)) => {
            cell.split(separator).map(|piece| Cow::Owned(piece.to_owned())).collect()
        }
    }
}

/// Applies a function that gives a part of a text, borrowing where the text does.
fn part<'a>(
    text: &Cow<'a, str>,
    find: impl for<'t> Fn(&'t str) -> Option<&'t str>,
) -> Option<Cow<'a, str>> {
    match text {
        Cow::Borrowed(text) => find(text).map(Cow::Borrowed),
        Cow::Owned(text) => find(text).map(|found| Cow::Owned(found.to_owned())),
    }
}

fn trimmed<'a>(text: &Cow<'a, str>) -> Cow<'a, str> {
    part(text, |text| Some(text.trim())).unwrap_or_default()
}

fn event_of<'a>(
    rule: &EventRule,
    captures: &Captures<'_>,
    piece: &str,
    issues: &mut Vec<RowIssue>,
) -> Event<'a> {
    let group = |name: &str| -> Option<Cow<'a, str>> {
        let text = captures.name(name)?.as_str().trim();
        (!text.is_empty()).then(|| Cow::Owned(text.to_owned()))
    };
    let mut issue = |value: &str, reason: String| {
        issues.push(RowIssue { field: rule.column.clone(), value: value.to_owned(), reason });
    };
    let kind = rule.kind.unwrap_or_else(|| {
        let name = group("kind").unwrap_or_default();
        EventKind::from_name(&name).unwrap_or_else(|| {
            issue(piece, format!("unknown kind of event `{name}`; {}", kinds_listed()));
            EventKind::Other
        })
    });
    let date_stated = group("date");
    let date = date_stated
        .as_deref()
        .and_then(|raw| parse_date(raw).map_err(|error| issue(raw, error.to_string())).ok());
    Event {
        kind,
        date_stated,
        date,
        place: group("place"),
        body: group("body"),
        article: group("article"),
        measure: group("measure"),
        text: group("text"),
        stated_source: group("source"),
        certainty: group("certainty"),
    }
}

/// Takes surname, given name and patronymic from a name in one piece, when the
/// table has no columns for them.
fn split_whole_name(record: &mut Record<'_>) {
    let parts = [Field::Surname, Field::Given, Field::Patronymic];
    if parts.iter().any(|part| record.get(*part).is_some()) {
        return;
    }
    let Some(name) = record.value(Field::Name) else {
        return;
    };
    set_name_parts(record, &name);
}
