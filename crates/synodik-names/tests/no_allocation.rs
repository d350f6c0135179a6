//! Comparing takes nothing from the heap, once the rules are loaded.
//!
//! The one exception is not among the names here: two neighbouring words that may be one
//! word of the other name (Ким Чен, Kimchen) are joined and prepared anew.

use allocation_counter::measure;
use std::hint::black_box;
use synodik_names::{
    NamePart, NameTable, PreparedName, PreparedWord, compare_names, compare_words, compare_written,
    damerau, jaro_winkler, slavic_keys,
};

const WORDS: [&str; 12] = [
    "Волин",
    "Волина",
    "Щукин",
    "Szczukin",
    "Фёдоров",
    "Ѳедоровъ",
    "И.",
    "Кавальчук",
    "Ковальчук",
    "Hиколаев",
    "Штейнгауз",
    "Ли",
];

const NAMES: [&str; 8] = [
    "Волин Пётр Лукич",
    "Piotr Wolin",
    "Волин П. Л.",
    "Волина (урожд. Штейн) Устинья Лукична",
    "Лисин Павел Фомич, он же Волин Пётр",
    "Оганесян Ашот Гургенович",
    "фон Штейн Карл",
    "Пётр",
];

/// Runs once so that the rules are loaded, then counts.
fn n_allocations(mut run: impl FnMut()) -> u64 {
    run();
    measure(run).count_total
}

fn each_pair<T>(items: &[T], compare: impl Fn(&T, &T)) {
    for a in items {
        for b in items {
            compare(a, b);
        }
    }
}

#[test]
fn comparing_allocates_nothing() {
    let fresh = n_allocations(|| {
        each_pair(&WORDS, |a, b| {
            black_box(compare_written(NamePart::Surname, a, b));
        });
    });
    assert_eq!(fresh, 0, "two words as written");
    let prepared = n_allocations(|| {
        each_pair(&WORDS, |a, b| {
            let [a, b] = [a, b].map(|word| PreparedWord::new(word));
            black_box((compare_words(NamePart::Surname, &a, &b), jaro_winkler(&a, &b)));
            black_box((damerau(&a, &b), slavic_keys("Волин")));
        });
    });
    assert_eq!(prepared, 0, "two words prepared and compared");
    let mut table = NameTable::default();
    let ids = WORDS.map(|word| table.intern(NamePart::Surname, word));
    let interned = n_allocations(|| {
        each_pair(&ids, |&a, &b| {
            black_box(table.compare(NamePart::Surname, a, b));
        });
    });
    assert_eq!(interned, 0, "two interned words");
    let names = NAMES.map(PreparedName::of_text);
    each_pair(&names, |a, b| {
        let n_whole = n_allocations(|| {
            black_box(compare_names(a, b));
        });
        assert_eq!(n_whole, 0, "{a:?} {b:?}");
    });
}

#[test]
fn the_counter_counts() {
    assert_eq!(n_allocations(|| drop(black_box(vec![1_u8]))), 1);
}
