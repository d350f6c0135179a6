//! Which records are counted, and under which values: `--by` and `--where`.

use crate::archive_persons::ArchivePersons;
use crate::stored_entries::visit_shown;
use anyhow::{Context, Result, bail};
use std::path::Path;
use synodik_codex::codex;
use synodik_index::{CountKey, countable_values, measure_ids};
use synodik_model::EventKind;
use synodik_store::{Archive, BuildManifest, StoreError};

/// Values asked for under one key; any of them will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) key: CountKey,
    /// Values, or ranges `A..B` with both ends.
    pub(super) values: Vec<String>,
}

/// Reads a key of `--by` or `--stratum`.
pub(super) fn parse_key(text: &str) -> Result<CountKey> {
    CountKey::from_name(text).with_context(|| {
        let names: Vec<&str> = CountKey::ALL.iter().map(|key| key.name()).collect();
        format!("`{text}` is no key; expected one of {}", names.join(", "))
    })
}

/// Reads the conditions; values of one key stand together.
pub(super) fn parse_conditions(
    texts: &[String],
    manifest: &BuildManifest,
) -> Result<Vec<Condition>> {
    let mut conditions: Vec<Condition> = Vec::new();
    for text in texts {
        let (key, value) = text
            .split_once('=')
            .with_context(|| format!("`--where {text}` is no condition; expected KEY=VALUE"))?;
        let (key, value) = (parse_key(key.trim())?, value.trim().to_owned());
        check_value(key, &value, manifest)?;
        match conditions.iter_mut().find(|condition| condition.key == key) {
            Some(condition) => condition.values.push(value),
            None => conditions.push(Condition { key, values: vec![value] }),
        }
    }
    Ok(conditions)
}

/// A value that nothing can have is a slip of the pen, not a count of nought.
fn check_value(key: CountKey, value: &str, manifest: &BuildManifest) -> Result<()> {
    let known: Vec<&str> = match key {
        CountKey::Source => manifest.sources.iter().map(|source| source.id.as_str()).collect(),
        CountKey::Event => EventKind::ALL.iter().map(|kind| kind.name()).collect(),
        CountKey::Measure => measure_ids(),
        CountKey::Sex => vec!["female", "male"],
        CountKey::Region => codex().limits.iter().map(|limit| limit.limit_id.as_str()).collect(),
        CountKey::Instrument => {
            codex().instruments.iter().map(|known| known.instrument_id.as_str()).collect()
        }
        _ => return Ok(()),
    };
    if !known.contains(&value) {
        bail!("`{value}` is no {}; expected one of {}", key.name(), known.join(", "));
    }
    Ok(())
}

impl Condition {
    fn holds(&self, values: &[String]) -> bool {
        let is_met = |wanted: &str, value: &str| match wanted.split_once("..") {
            Some((first, last)) => first <= value && value <= last,
            None => wanted == value,
        };
        values.iter().any(|value| self.values.iter().any(|wanted| is_met(wanted, value)))
    }

    /// Returns the condition as it was typed.
    pub(super) fn words(&self) -> String {
        let values: Vec<String> =
            self.values.iter().map(|value| format!("{}={value}", self.key.name())).collect();
        values.join(" or ")
    }
}

/// The build that is counted.
pub(super) struct CountedBuild<'a> {
    pub(super) archive: &'a Archive,
    pub(super) folder: &'a Path,
    pub(super) manifest: &'a BuildManifest,
}

/// One record that is shown.
pub(super) struct VisitedRecord<'a> {
    /// Place among all that are shown.
    pub(super) place: u32,
    pub(super) source_id: &'a str,
    /// Values event by event: first those of the keys asked for, then those of the conditions.
    pub(super) rows: Vec<Vec<Vec<String>>>,
}

/// Returns the current build of an archive.
pub(super) fn current_build(archive: &Archive) -> Result<(std::path::PathBuf, BuildManifest)> {
    let none = || StoreError::NoBuild(archive.folder().to_owned());
    Ok(archive.current_build()?.ok_or_else(none)?)
}

/// Hands every record that is shown to a function, with its values.
pub(super) fn visit_values(
    build: &CountedBuild<'_>,
    persons: &ArchivePersons,
    keys: &[CountKey],
    visit: &mut dyn FnMut(&VisitedRecord<'_>),
) -> Result<()> {
    let mut place = 0;
    visit_shown(build.archive, (build.folder, build.manifest), &mut |record| {
        persons.check(place, &record.record_id)?;
        let rows = countable_values(record, keys);
        visit(&VisitedRecord { place: place as u32, source_id: &record.source_id, rows });
        place += 1;
        Ok(())
    })
}

/// Returns whether all conditions hold for one row; their values stand from `first` on.
pub(super) fn holds_all(conditions: &[Condition], row: &[Vec<String>], first: usize) -> bool {
    conditions.iter().zip(&row[first..]).all(|(condition, values)| condition.holds(values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_hold_for_values_and_ranges() {
        let years = |wanted: &[&str]| Condition {
            key: CountKey::EventYear,
            values: wanted.iter().map(|value| (*value).to_owned()).collect(),
        };
        let has =
            |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
        for (wanted, values, expected) in [
            (&["1937"][..], &["1937"][..], true),
            (&["1937"], &["1938"], false),
            (&["1937..1938"], &["1938"], true),
            (&["1937..1938"], &["1939"], false),
            (&["1930", "1938"], &["1938"], true),
            (&["1937"], &[], false),
        ] {
            assert_eq!(years(wanted).holds(&has(values)), expected, "{wanted:?} {values:?}");
        }
    }
}
