//! Arrays agree with the linkage, and a batch with its rows.

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
        let cells = rows.iter().map(|&row| Some(ROWS[row][place]).filter(|cell| !cell.is_empty()));
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
