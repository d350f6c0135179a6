//! Keys and comparisons of columns of Arrow, for query engines that hold records in such.
//!
//! What is read of a row depends on that row alone, so that a table may be read part by part and in
//! any order. What only all rows together tell is not known here and is left to the caller: how frequent
//! a value is ([`frequency_band`]), to which people names belong, of which sex the bearers of a given
//! name mostly are, which values stand for each other, and which words of a name are rare.

use crate::blocking::KeyUse;
use crate::compare::{Comparer, Memo, band_of};
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

/// Returns the band of exact agreement on a value that this share of the records has, 0 to 1: the
/// greater the band, the more it says.
pub fn frequency_band(share: f64) -> u8 {
    band_of(share)
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
        let text = |&(_, array): &(&str, &StringArray)| {
            if array.is_null(row) { String::new() } else { array.value(row).to_owned() }
        };
        let cells: Vec<String> = columns.iter().map(text).collect();
        builder.push_row(cells.iter().map(String::as_str));
    }
    Ok(builder.finish())
}

#[cfg(test)]
mod tests {
    use super::{KeyArray, LevelArray, compare_arrays, key_arrays, level_names, without_band};
    use crate::compare::{Comparer, Memo};
    use crate::linkage::LinkError;
    use crate::prepare::prepare;
    use crate::spec::Spec;
    use crate::table::TableBuilder;
    use crate::train::kind_name;
    use arrow_array::{Array, ArrayRef, Int32Array, RecordBatch, StringArray};
    use std::sync::Arc;

    const SPEC: &str = "
id = 'id'
[[field]]
column = 'surname'
role = 'surname'
alternatives = ['other']
[[field]]
column = 'given'
role = 'given'
[[field]]
column = 'patronymic'
role = 'patronymic'
[[field]]
column = 'sex'
role = 'sex'
[[field]]
column = 'birth'
role = 'birth'
[[field]]
column = 'age'
role = 'age'
at = ['arrest']
[[field]]
column = 'born_at'
role = 'place'
[[field]]
column = 'lived_at'
role = 'place'
[[field]]
column = 'arrest'
role = 'date'
[[field]]
column = 'death'
role = 'death'
[[field]]
column = 'file'
role = 'code'
[[field]]
column = 'work'
role = 'category'
";

    const COLUMNS: [&str; 14] = [
        "id",
        "surname",
        "other",
        "given",
        "patronymic",
        "sex",
        "birth",
        "age",
        "born_at",
        "lived_at",
        "arrest",
        "death",
        "file",
        "work",
    ];

    const ROWS: [[&str; 14]; 8] = [
        [
            "1",
            "Иванов",
            "",
            "Иван",
            "Петрович",
            "м",
            "1899",
            "",
            "дер. Ключи Томского уезда",
            "г. Томск",
            "25.10.1937",
            "1937-11-05",
            "П-1234/5",
            "плотник",
        ],
        [
            "2",
            "Иванова",
            "Козлова",
            "Анна",
            "Петровна",
            "ж",
            "1901-02-03",
            "",
            "дер. Ключи",
            "г. Томск",
            "1937",
            "",
            "П-1234",
            "",
        ],
        [
            "3",
            "Ivanov",
            "",
            "Jan",
            "Petrowicz",
            "м",
            "1898",
            "",
            "Ключи, Томская обл.",
            "",
            "26.10.1937",
            "05.11.1937",
            "1234/5",
            "плотник",
        ],
        [
            "4",
            "Козлова",
            "",
            "Анна",
            "Петровна",
            "ж",
            "",
            "36",
            "",
            "Томск",
            "25.10.1937",
            "",
            "",
            "колхозница",
        ],
        [
            "5",
            "Ким",
            "",
            "Ир",
            "",
            "м",
            "1890",
            "",
            "Сучан",
            "Сучан",
            "12.09.1937",
            "",
            "А-77",
            "рыбак",
        ],
        [
            "6",
            "Ким",
            "",
            "И.",
            "",
            "м",
            "1890",
            "",
            "Сучанский р-н",
            "Сучан",
            "12.09.1937",
            "",
            "А-78",
            "рыбак",
        ],
        ["7", "", "", "", "", "", "", "", "", "", "", "", "", ""],
        [
            "8",
            "Мюллер",
            "",
            "Иоганн Фридрих",
            "Карлович",
            "м",
            "1887-04-14",
            "",
            "кол. Гримм",
            "",
            "14.04.1938",
            "1938",
            "9-Б",
            "учитель",
        ],
    ];

    fn spec() -> Spec {
        Spec::from_toml(SPEC).expect("the spec is one")
    }

    fn batch(rows: &[usize]) -> RecordBatch {
        let columns = COLUMNS.iter().enumerate().map(|(place, &column)| {
            let cells =
                rows.iter().map(|&row| Some(ROWS[row][place]).filter(|cell| !cell.is_empty()));
            (column, Arc::new(cells.collect::<StringArray>()) as ArrayRef)
        });
        RecordBatch::try_from_iter(columns).expect("the columns are equally long")
    }

    #[test]
    fn arrays_agree_as_the_linkage_finds_it() {
        let mut builder = TableBuilder::new("t", COLUMNS);
        ROWS.iter().for_each(|row| builder.push_row(row.iter().copied()));
        let prepared = prepare(&spec(), &[builder.finish()]).expect("it has all columns");
        let comparer = Comparer::new(&prepared, vec![None; prepared.comparisons.len()]);
        let pairs: Vec<(usize, usize)> =
            (0..ROWS.len()).flat_map(|a| (0..ROWS.len()).map(move |b| (a, b))).collect();
        let (left, right): (Vec<usize>, Vec<usize>) = pairs.iter().copied().unzip();
        let found = compare_arrays(&spec(), &batch(&left), &batch(&right)).expect("it fits");
        let mut n_stated = 0;
        for (pair, &(a, b)) in pairs.iter().enumerate() {
            let pattern = comparer.compare(a, b, &mut Memo::new());
            for (idx, array) in found.iter().enumerate() {
                let kind = kind_name(prepared.comparisons[idx].kind);
                let level = array.levels.is_valid(pair).then(|| array.levels.value(pair));
                assert_eq!(level, without_band(kind, pattern.level(idx)), "{kind} of {a} and {b}");
                n_stated += usize::from(level.is_some());
            }
        }
        assert!(n_stated > 200, "{n_stated} levels are stated");
    }

    #[test]
    fn levels_have_names() {
        let levels = |a: usize, b: usize| -> Vec<String> {
            let found = compare_arrays(&spec(), &batch(&[a]), &batch(&[b])).expect("it fits");
            let name = |array: &LevelArray| {
                let level = array.levels.is_valid(0).then(|| array.levels.value(0));
                level.map_or("-".to_owned(), |level| {
                    level_names(array.kind)[usize::from(level) - 1].clone()
                })
            };
            found.iter().map(name).collect()
        };
        // Surname, given, patronymic, sex, birth, two places, two dates, code, category.
        assert_eq!(
            levels(1, 3),
            [
                "alternative",
                "exact",
                "exact",
                "same",
                "year_from_age",
                "-",
                "exact",
                "partial",
                "-",
                "-",
                "-"
            ]
        );
        assert_eq!(levels(0, 6), ["-"; 11]);
        assert!(level_names("no such kind").is_empty());
    }

    #[test]
    fn keys_do_not_depend_on_the_batch() {
        let all: Vec<usize> = (0..ROWS.len()).collect();
        let whole = key_arrays(&spec(), &batch(&all)).expect("it fits");
        let text = |found: &KeyArray, row: usize| {
            found.keys.is_valid(row).then(|| found.keys.value(row).to_owned())
        };
        for row in all {
            // No row has to state a further surname, so that key may be missing from a batch.
            let alone = key_arrays(&spec(), &batch(&[row])).expect("it fits");
            for found in &alone {
                let same = whole
                    .iter()
                    .find(|other| (&other.column, &other.reads) == (&found.column, &found.reads));
                let same = same.expect("the whole has every key of its parts");
                assert_eq!(text(found, 0), text(same, row), "{} {}", found.column, found.reads);
            }
        }
        let of = |column: &str, reads: &str| -> Vec<Option<String>> {
            let mut found = whole.iter().filter(|key| key.column == column && key.reads == reads);
            let found = found.next().expect("there is such a key");
            (0..ROWS.len()).map(|row| text(found, row)).collect()
        };
        assert_eq!(of("birth", "day")[1].as_deref(), Some("19010203"));
        assert_eq!(of("birth", "day")[0], None, "a year is no day");
        assert_eq!(of("birth", "years_even")[0], of("birth", "years_even")[2], "1898 and 1899");
        assert_eq!(of("surname", "sound")[0], of("surname", "sound")[2], "in two scripts");
        assert_eq!(of("surname", "other_sound")[1], of("surname", "sound")[3], "of one family");
        let family = |reads: &str| {
            let found = whole.iter().find(|key| key.column == "surname" && key.reads == reads);
            found.expect("there is such a key").family.clone()
        };
        assert_eq!(family("other_sound"), family("sound"));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let without = batch(&[0]).project(&[0, 1]).expect("two columns are left");
        let error = key_arrays(&spec(), &without).expect_err("columns are missing");
        assert!(error.to_string().contains("names the column `other`"), "{error}");
        let number: ArrayRef = Arc::new(Int32Array::from(vec![1899]));
        let numbers = RecordBatch::try_from_iter([("surname", number)]).expect("one column");
        let error = key_arrays(&spec(), &numbers).expect_err("it is no text");
        assert!(matches!(error, LinkError::NoText { .. }), "{error}");
        assert!(error.to_string().contains("`surname` holds Int32"), "{error}");
        let error = compare_arrays(&spec(), &batch(&[0, 1]), &batch(&[0])).expect_err("uneven");
        assert!(matches!(error, LinkError::UnequalRows { n_left: 2, n_right: 1 }), "{error}");
        let nothing = compare_arrays(&spec(), &batch(&[]), &batch(&[])).expect("it fits");
        assert!(nothing.iter().all(|array| array.levels.is_empty()));
    }
}
