//! How long preparing and comparing takes, beside the raw Jaro-Winkler of `rapidfuzz`.

use std::hint::black_box;
use std::time::Instant;
use synodik_names::{
    Agreement, NamePart, NameTable, PreparedName, PreparedWord, WordId, compare_names,
    compare_words, compare_written, daitch_mokotoff, damerau, jaro_winkler, parse_name, slavic_key,
    split_full_name,
};

/// Beginnings and endings of surnames; all pairs of them are compared.
const STEMS: [&str; 24] = [
    "Волин",
    "Кузнец",
    "Заруб",
    "Михайл",
    "Петр",
    "Гавриленк",
    "Овчинник",
    "Шмел",
    "Хвост",
    "Берез",
    "Ковальчук",
    "Дзержин",
    "Рябин",
    "Тихомир",
    "Яковл",
    "Садов",
    "Лебед",
    "Фёдор",
    "Цветк",
    "Жданов",
    "Щегл",
    "Нестер",
    "Елис",
    "Громов",
];
const ENDINGS: [&str; 8] = ["ов", "ова", "ский", "ская", "ев", "енко", "ин", "ых"];

/// Measurements of which the quickest counts: the machine has other work.
const N_ROUNDS: u32 = 9;

/// Calls for one item that are timed together.
const N_CALLS: usize = 20;

fn surnames() -> Vec<String> {
    let with_endings = |stem: &&str| ENDINGS.map(|ending| format!("{stem}{ending}"));
    STEMS.iter().flat_map(with_endings).collect()
}

/// Prints nanoseconds for one call each.
pub(crate) fn report_speed() {
    let words = surnames();
    let mut table = NameTable::default();
    let ids: Vec<WordId> = words.iter().map(|word| table.intern(NamePart::Surname, word)).collect();
    println!("speed (one core, {} Cyrillic surnames, all pairs of them):", words.len());
    report_each("slavic_key", &words, |word| slavic_key(word));
    report_each("PreparedWord::new", &words, |word| black_box(PreparedWord::new(word)).keys()[0]);
    report_each("daitch_mokotoff", &words, |word| daitch_mokotoff(word).len() as u64);
    let names: Vec<String> = words.iter().map(|word| format!("{word} Пантелей Лукич")).collect();
    report_each("split_full_name, three words", &names, |name| {
        split_full_name(name).surname.len() as u64
    });
    report_each("parse_name, three words", &names, |name| parse_name(name).pieces.len() as u64);
    report_each("PreparedName::of_text, three words", &names, |name| {
        u64::from(PreparedName::of_text(name).n_words())
    });
    report_pairs("compare_words, interned, one word", &ids, |&a, &b| {
        table.compare(NamePart::Surname, a, b) == Agreement::Same
    });
    let fresh = |a: &String, b: &String| {
        let [a, b] = [a, b].map(|word| PreparedWord::new(word));
        let agreement = compare_words(NamePart::Surname, &a, &b);
        agreement.key().len() as f64 + jaro_winkler(&a, &b) + f64::from(damerau(&a, &b)) > 9.0
    };
    report_pairs("fresh: compare_written (kind, JW, Damerau)", &words, |a, b| {
        let evidence = compare_written(NamePart::Surname, a, b);
        let n_edits = f64::from(evidence.n_edits);
        evidence.agreement.key().len() as f64 + evidence.jaro_winkler + n_edits > 9.0
    });
    report_pairs("fresh: 2 x prepare, compare, JW, Damerau", &words, fresh);
    let prepared: Vec<PreparedWord> = words.iter().map(|word| PreparedWord::new(word)).collect();
    report_pairs("jaro_winkler, prepared", &prepared, |a, b| jaro_winkler(a, b) > 0.9);
    report_pairs("damerau, prepared", &prepared, |a, b| damerau(a, b) > 2);
    let bytes: Vec<Vec<u8>> = words.iter().map(|word| one_byte(word)).collect();
    report_pairs("rapidfuzz Jaro-Winkler, chars", &words, |a, b| {
        rapidfuzz::distance::jaro_winkler::similarity(a.chars(), b.chars()) > 0.9
    });
    report_pairs("rapidfuzz Jaro-Winkler, one byte a letter", &bytes, |a, b| {
        rapidfuzz::distance::jaro_winkler::similarity(a.iter(), b.iter()) > 0.9
    });
    report_pairs("rapidfuzz OSA, one byte a letter", &bytes, |a, b| {
        rapidfuzz::distance::osa::distance(a.iter(), b.iter()) > 2
    });
    let prepared: Vec<PreparedName> =
        names.iter().map(|name| PreparedName::of_text(name)).collect();
    report_pairs("compare_names, three words", &prepared, |a, b| compare_names(a, b).p_same > 0.5);
}

/// Returns the word with one byte a letter.
fn one_byte(word: &str) -> Vec<u8> {
    word.chars().map(|letter| (u32::from(letter) % 251) as u8).collect()
}

fn report_each<T>(name: &str, items: &[T], mut call: impl FnMut(&T) -> u64) {
    let mut secs = 0.0;
    for item in items {
        secs += quickest(|| {
            for _ in 0..N_CALLS {
                black_box(call(black_box(item)));
            }
        });
    }
    print_line(name, secs / (items.len() * N_CALLS) as f64);
}

fn report_pairs<T>(name: &str, items: &[T], mut call: impl FnMut(&T, &T) -> bool) {
    let mut secs = 0.0;
    for a in items {
        secs += quickest(|| {
            for b in items {
                black_box(call(black_box(a), black_box(b)));
            }
        });
    }
    print_line(name, secs / (items.len() * items.len()) as f64);
}

/// Returns the shortest of several runs, each so short that other work seldom interrupts it.
fn quickest(mut run: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..N_ROUNDS {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed().as_secs_f64());
    }
    best
}

fn print_line(name: &str, secs: f64) {
    println!("  {name:<42} {:>8.1} ns  {:>7.2} M/s", secs * 1e9, 1e-6 / secs);
}
