//! Keys and comparisons of columns of Arrow, for query engines that hold records in such.
//!
//! What is read of a row depends on that row alone, so that a table may be read part by part and in
//! any order. What only all rows together tell is not known here and is left to the caller: how frequent
//! a value is ([`crate::frequency_band`]), to which people names belong, of which sex the bearers of a given
//! name mostly are, which values stand for each other, and which words of a name are rare.

use crate::blocking::KeyUse;
use crate::compare::{Comparer, Memo};
use crate::key_columns::read_key_texts;
use crate::levels::{MISSING, N_BANDS, levels_of};
use crate::linkage::LinkError;
use crate::prepare::{Prepared, read_rows};
use crate::spec::Spec;
use crate::table::{Table, TableBuilder};
use crate::train::kind_name;
use arrow_array::{Array, RecordBatch, StringArray, UInt8Array};

/// A key of all records: those that share it may be one person.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyArray {
    /// The column of the spec.
    pub column: String,
    /// What is read of it, as in `data/link/blocking.toml`: `sound`, `day`, `settlement`.
    pub reads: String,
    /// Keys of one family are compared with each other: the place of birth of one record with the residence of another.
    pub family: String,
    /// Whether records that share it meet; other keys only count when two that met are looked at.
    pub is_grouping: bool,
    /// The keys; null where the record does not state the value.
    pub keys: StringArray,
}

/// The levels at which pairs of records agree in one comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelArray {
    /// The column of the spec.
    pub column: String,
    /// The kind of comparison, as in `data/link/levels.tsv`.
    pub kind: &'static str,
    /// For every pair the place of its level among those of the kind ([`level_names`]), from 1; null
    /// where a value is missing.
    pub levels: UInt8Array,
}

/// Returns the keys of all records. The same text gives the same key in any batch.
///
/// # Shape
///
/// `records`: a column of texts for each that the fields of the spec name; others are not looked at, nor
/// are its `id` and `list`. Every array has as many entries as the batch has rows, in their order.
///
/// # Errors
///
/// [`LinkError::Spec`] when a column is missing, [`LinkError::NoText`] when one holds no text.
///
/// # Example
///
/// ```
/// use arrow_array::{RecordBatch, StringArray};
/// use std::sync::Arc;
/// use synodik_link::{Spec, key_arrays};
/// let spec = Spec::from_toml("id = 'n'\n[[field]]\ncolumn = 'name'\nrole = 'surname'").unwrap();
/// let names = StringArray::from(vec![Some("Иванов"), Some("Ivanova"), None]);
/// let batch = RecordBatch::try_from_iter([("name", Arc::new(names) as _)]).unwrap();
/// let sound = &key_arrays(&spec, &batch).unwrap()[0].keys;
/// assert_eq!(sound.value(0), sound.value(1));
/// ```
pub fn key_arrays(spec: &Spec, records: &RecordBatch) -> Result<Vec<KeyArray>, LinkError> {
    let prepared = read_rows(spec, &[read_batch(spec, "records", records)?])?;
    let keys = read_key_texts(&prepared).into_iter().map(|found| {
        let reads = found.rule.reads_name();
        let own = || format!("{} {reads}", found.label);
        KeyArray {
            family: found.rule.numbers.clone().unwrap_or_else(own),
            is_grouping: found.rule.key_use == KeyUse::Group,
            keys: StringArray::from(found.keys),
            column: found.label,
            reads,
        }
    });
    Ok(keys.collect())
}

/// Returns how the records of two batches agree, row by row, in every comparison of the spec.
///
/// It is meant for many pairs at once: every distinct text is read once a call.
///
/// # Shape
///
/// `left` and `right`: as in [`key_arrays`], of as many rows; a row of the one is compared with that of the
/// other. Every array has as many entries, in their order.
///
/// # Errors
///
/// As [`key_arrays`]; [`LinkError::UnequalRows`] when one batch has more rows.
///
/// # Example
///
/// ```
/// use arrow_array::{RecordBatch, StringArray};
/// use std::sync::Arc;
/// use synodik_link::{Spec, compare_arrays, level_names};
/// let spec = Spec::from_toml("id = 'n'\n[[field]]\ncolumn = 'name'\nrole = 'surname'").unwrap();
/// let batch = |names: Vec<&str>| {
///     RecordBatch::try_from_iter([("name", Arc::new(StringArray::from(names)) as _)]).unwrap()
/// };
/// let (left, right) = (batch(vec!["Иванов", "Петров"]), batch(vec!["Ivanov", "Пётров"]));
/// let found = &compare_arrays(&spec, &left, &right).unwrap()[0];
/// assert_eq!(level_names(found.kind)[usize::from(found.levels.value(0)) - 1], "exact");
/// ```
pub fn compare_arrays(
    spec: &Spec,
    left: &RecordBatch,
    right: &RecordBatch,
) -> Result<Vec<LevelArray>, LinkError> {
    let (n_left, n_right) = (left.num_rows(), right.num_rows());
    if n_left != n_right {
        return Err(LinkError::UnequalRows { n_left, n_right });
    }
    let tables = [read_batch(spec, "left", left)?, read_batch(spec, "right", right)?];
    let prepared = read_rows(spec, &tables)?;
    Ok(compare_rows(&prepared, n_left))
}

/// Compares every row with the one so many behind it.
fn compare_rows(prepared: &Prepared, n_pairs: usize) -> Vec<LevelArray> {
    let comparer = Comparer::new(prepared, vec![None; prepared.comparisons.len()]);
    let mut memo = Memo::new();
    let patterns: Vec<_> =
        (0..n_pairs).map(|row| comparer.compare(row, n_pairs + row, &mut memo)).collect();
    let comparisons = prepared.comparisons.iter().enumerate();
    let arrays = comparisons.map(|(idx, comparison)| {
        let kind = kind_name(comparison.kind);
        let levels = patterns.iter().map(|pattern| without_band(kind, pattern.level(idx)));
        LevelArray { column: comparison.label.clone(), kind, levels: levels.collect() }
    });
    arrays.collect()
}

/// Returns a level with all bands of exact agreement made one; none if it says nothing.
fn without_band(kind: &str, level: u8) -> Option<u8> {
    let levels = levels_of(kind);
    match level {
        MISSING => None,
        level if levels[0].band.is_none() => Some(level),
        level => Some(level.saturating_sub(N_BANDS as u8 - 1).max(1)),
    }
}

/// Returns the names of the levels of a kind, the nearest first; none if there is no such kind.
pub fn level_names(kind: &str) -> Vec<String> {
    let levels = levels_of(kind).into_iter();
    let names = levels.filter_map(|level| match level.band {
        None => Some(level.name),
        Some(0) => Some("exact".to_owned()),
        Some(_) => None,
    });
    names.collect()
}

/// Reads the columns that the fields of a spec name.
fn read_batch(spec: &Spec, name: &str, records: &RecordBatch) -> Result<Table, LinkError> {
    let mut columns: Vec<(&str, &StringArray)> = Vec::new();
    for column in spec.fields.iter().flat_map(|field| field.columns()) {
        let Some(array) = records.column_by_name(column) else { continue };
        let text = array.as_any().downcast_ref().ok_or_else(|| LinkError::NoText {
            column: column.clone(),
            found: array.data_type().to_string(),
        })?;
        if columns.iter().all(|(known, _)| known != column) {
            columns.push((column.as_str(), text));
        }
    }
    let mut builder = TableBuilder::new(name, columns.iter().map(|&(column, _)| column));
    for row in 0..records.num_rows() {
        let cells = columns.iter().map(|&(_, array)| match array.is_valid(row) {
            true => array.value(row),
            false => "",
        });
        builder.push_row(cells);
    }
    Ok(builder.finish())
}

#[cfg(test)]
mod tests;
