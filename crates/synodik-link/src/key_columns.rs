//! The keys of all records, one column for each rule of `data/link/blocking.toml`.

use crate::blocking::{KeyRule, KeyUse, Reading, conflict_bits, rules_of};
use crate::glance::mark_of_number;
use crate::keys::Source;
use crate::prepare::{Comparison, Kind, PlaceForm, Prepared, slot};
use crate::train::kind_name;
use crate::words::{WordId, mark_of_text};
use rustc_hash::FxHashMap;

/// How many of the rarest words of a whole name are keys, beside the last.
const N_RARE_NAME_WORDS: usize = 3;
/// How many of the rarest words of a text.
const N_RARE_TEXT_WORDS: usize = 2;

/// All keys.
#[derive(Debug)]
pub(crate) struct KeyColumns {
    /// For every position a number for each record; 0 is none.
    pub(crate) columns: Vec<(Source, Vec<u32>)>,
    /// For every family the mark of each number, which does not depend on the order of the rows.
    pub(crate) marks: Vec<Vec<u16>>,
}

/// Reads all keys.
pub(crate) fn read_columns(prepared: &Prepared) -> KeyColumns {
    let mut columns = Vec::new();
    let mut families: Vec<String> = Vec::new();
    let mut marks: Vec<Vec<u16>> = Vec::new();
    let mut n_groups = 0;
    for comparison in read_comparisons(prepared) {
        n_groups += 1;
        let group = n_groups;
        let against_bits = conflict_bits(kind_name(comparison.kind));
        for rule in rules_of(kind_name(comparison.kind)) {
            let own = || format!("{} {:?}", comparison.slot, rule.reads);
            let name = rule.numbers.clone().unwrap_or_else(own);
            let known = families.iter().position(|family| *family == name);
            let family = known.unwrap_or_else(|| {
                families.push(name);
                marks.push(read_marks(prepared, comparison, rule.reads));
                families.len() - 1
            });
            let found = read_key(prepared, comparison, rule.reads);
            let is_several = found.len() > 1;
            for column in found {
                // Each of several words is evidence of its own.
                n_groups += u8::from(is_several);
                let source = Source {
                    group: if is_several { n_groups } else { group },
                    family: family as u8,
                    is_grouping: rule.key_use == KeyUse::Group,
                    is_apart: rule.reads == Reading::OtherSound,
                    // That one of several words is not shared says little.
                    against_bits: if is_several { 0.0 } else { against_bits },
                };
                columns.push((source, column));
            }
        }
    }
    columns.sort_by_key(|(source, _)| source.group);
    KeyColumns { columns, marks }
}

/// A key of every record as text.
#[derive(Debug)]
pub(crate) struct KeyTexts {
    /// The comparison whose value is read.
    pub(crate) label: String,
    /// What is read.
    pub(crate) rule: &'static KeyRule,
    /// For every record the key, if it states one.
    pub(crate) keys: Vec<Option<String>>,
}

/// Reads all keys that a record has by itself: not those for which the rarest words of all are wanted.
pub(crate) fn read_key_texts(prepared: &Prepared) -> Vec<KeyTexts> {
    let mut found = Vec::new();
    for comparison in read_comparisons(prepared) {
        for rule in rules_of(kind_name(comparison.kind)) {
            if matches!(rule.reads, Reading::RareWords | Reading::RareTexts) {
                continue;
            }
            let texts = read_texts(prepared, comparison, rule.reads);
            for column in read_key(prepared, comparison, rule.reads) {
                let text = |&key: &u32| (key != 0).then(|| texts[key as usize].clone());
                let keys = column.iter().map(text).collect();
                found.push(KeyTexts { label: comparison.label.clone(), rule, keys });
            }
        }
    }
    found
}

/// Returns the comparisons whose values are keys: of whole names the words, and not their parts.
fn read_comparisons(prepared: &Prepared) -> impl Iterator<Item = &Comparison> {
    let has_whole_names = prepared.comparisons.iter().any(|other| other.kind == Kind::Middle);
    let is_part = |kind: Kind| matches!(kind, Kind::Surname | Kind::Given);
    let comparisons = prepared.comparisons.iter();
    comparisons.filter(move |comparison| !(has_whole_names && is_part(comparison.kind)))
}

/// Returns the mark of every number that a reading gives.
fn read_marks(prepared: &Prepared, comparison: &Comparison, reading: Reading) -> Vec<u16> {
    let of_keys = prepared.book.marks_of_keys();
    describe_numbers(prepared, comparison, reading, (of_keys, mark_of_text, mark_of_number))
}

/// Returns the text of every number that a reading gives.
fn read_texts(prepared: &Prepared, comparison: &Comparison, reading: Reading) -> Vec<String> {
    let of_text = |text: &[u8]| {
        // Digits of a date are kept as numbers.
        let bytes: Vec<u8> =
            text.iter().map(|&byte| if byte < 10 { b'0' + byte } else { byte }).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let of_keys = prepared.book.texts_of_keys();
    describe_numbers(
        prepared,
        comparison,
        reading,
        (&of_keys, of_text, |number| number.to_string()),
    )
}

/// Returns for every number that a reading gives, 0 first, what describes it: `of_keys` for those of
/// words, the others from the text or the number that they stand for.
fn describe_numbers<T: Clone + Default>(
    prepared: &Prepared,
    comparison: &Comparison,
    reading: Reading,
    (of_keys, of_text, of_number): (&[T], impl Fn(&[u8]) -> T, impl Fn(u32) -> T),
) -> Vec<T> {
    let none = std::iter::once(T::default());
    match reading {
        Reading::Sound
        | Reading::OtherSound
        | Reading::FirstSounds
        | Reading::LastSounds
        | Reading::LastWord
        | Reading::FirstOfLast
        | Reading::EndOfLast
        | Reading::RareWords
        | Reading::RareTexts
        | Reading::Settlement
        | Reading::Region => of_keys.to_vec(),
        Reading::Year | Reading::YearsEven | Reading::YearsOdd => {
            none.chain((1..=u32::from(u16::MAX)).map(of_number)).collect()
        }
        Reading::Day => {
            let days = (1..prepared.days.len() as u32).map(|number| prepared.days.get(number));
            none.chain(days.map(|day| of_text(&day.digits()))).collect()
        }
        Reading::Digits => {
            none.chain(digit_bags(prepared).1.iter().map(|digits| of_text(digits))).collect()
        }
        Reading::Value if comparison.kind == Kind::Code => {
            let codes = (1..prepared.codes.len() as u32).map(|number| prepared.codes.get(number));
            none.chain(codes.map(|code| of_text(&code.text))).collect()
        }
        Reading::Value => {
            let words = 1..prepared.book.len() as u32;
            none.chain(words.map(|word| of_text(prepared.book.key(word).as_bytes()))).collect()
        }
        Reading::FirstPart => {
            none.chain(first_parts(prepared).1.iter().map(|part| of_text(part))).collect()
        }
    }
}

/// Returns a key of every record, or several.
fn read_key(prepared: &Prepared, comparison: &Comparison, reading: Reading) -> Vec<Vec<u32>> {
    let slot = comparison.slot;
    let column = |read: &dyn Fn(&[u32]) -> u32| -> Vec<Vec<u32>> {
        vec![prepared.rows.chunks_exact(prepared.n_slots).map(read).collect()]
    };
    // Every distinct value is read once.
    let by_value = |n_values: usize, read: &dyn Fn(u32) -> u32| -> Vec<Vec<u32>> {
        let keys: Vec<u32> =
            (0..n_values as u32).map(|value| if value == 0 { 0 } else { read(value) }).collect();
        column(&|row| keys[row[slot] as usize])
    };
    let book = &prepared.book;
    let days = &prepared.days;
    let year = |value: u32| u32::from(days.get(value).year);
    let full = |value: u32| if days.get(value).is_full() { value } else { 0 };
    let place = |part: fn(&PlaceForm) -> WordId| {
        by_value(prepared.places.len(), &|value| sound(prepared, part(prepared.places.get(value))))
    };
    let last = |read: &dyn Fn(WordId) -> u32| {
        by_value(prepared.texts.len(), &|value| {
            prepared.texts.get(value).last().map_or(0, |&word| read(word))
        })
    };
    match reading {
        Reading::Sound => column(&|row| sound(prepared, row[slot])),
        Reading::OtherSound => {
            let rows = || prepared.rows.chunks_exact(prepared.n_slots);
            if rows().all(|row| row[slot::SURNAME_2] == 0) {
                return Vec::new();
            }
            column(&|row| sound(prepared, row[slot::SURNAME_2]))
        }
        Reading::FirstSounds => column(&|row| book.sound_prefix(row[slot])),
        Reading::LastSounds => column(&|row| book.sound_suffix(row[slot])),
        Reading::LastWord => last(&|word| book.sound(word)),
        Reading::FirstOfLast => last(&|word| book.sound_prefix(word)),
        Reading::EndOfLast => last(&|word| book.sound_suffix(word)),
        Reading::RareWords => rare_words(prepared, slot, N_RARE_NAME_WORDS, true),
        Reading::RareTexts => rare_words(prepared, slot, N_RARE_TEXT_WORDS, false),
        Reading::Day => by_value(days.len(), &full),
        Reading::Digits => {
            let bags = digit_bags(prepared).0;
            by_value(days.len(), &|value| bags[full(value) as usize])
        }
        Reading::Year => by_value(days.len(), &year),
        Reading::YearsEven => by_value(days.len(), &|value| year(value) / 2),
        Reading::YearsOdd => by_value(days.len(), &|value| year(value).div_ceil(2)),
        Reading::Settlement => place(|form| form.settlement),
        Reading::Region => place(|form| form.region),
        Reading::Value => column(&|row| row[slot]),
        Reading::FirstPart => {
            let parts = first_parts(prepared).0;
            by_value(prepared.codes.len(), &|value| parts[value as usize])
        }
    }
}

fn sound(prepared: &Prepared, word: WordId) -> u32 {
    if word == 0 { 0 } else { prepared.book.sound(word) }
}

/// Returns the sounds of the words that fewest records have, the rarest first.
///
/// Of a name the last word is left out, which has a key of its own.
fn rare_words(prepared: &Prepared, slot: usize, n_words: usize, is_name: bool) -> Vec<Vec<u32>> {
    let book = &prepared.book;
    let mut counts = vec![0u32; book.n_keys()];
    for row in prepared.rows.chunks_exact(prepared.n_slots).filter(|row| row[slot] != 0) {
        for &word in prepared.texts.get(row[slot]) {
            counts[book.sound(word) as usize] += 1;
        }
    }
    let mut keys: Vec<Vec<u32>> = vec![vec![0]; n_words];
    for value in 1..prepared.texts.len() as u32 {
        let words = prepared.texts.get(value);
        let n_wanted = if is_name { words.len().saturating_sub(1) } else { words.len() };
        let mut rare: Vec<(u32, &str, u32)> = words[..n_wanted]
            .iter()
            // The count decides, then the word: numbers depend on the order of the rows.
            .map(|&word| (counts[book.sound(word) as usize], book.key(word), book.sound(word)))
            .collect();
        rare.sort_unstable();
        rare.dedup_by_key(|&mut (_, _, sound)| sound);
        for (idx, keys) in keys.iter_mut().enumerate() {
            keys.push(rare.get(idx).map_or(0, |&(_, _, sound)| sound));
        }
    }
    let rows = || prepared.rows.chunks_exact(prepared.n_slots);
    keys.iter().map(|keys| rows().map(|row| keys[row[slot] as usize]).collect()).collect()
}

/// Returns for every day the number of its digits in any order, which swapped digits leave alone,
/// and these digits by the numbers, which begin with 1.
fn digit_bags(prepared: &Prepared) -> (Vec<u32>, Vec<[u8; 8]>) {
    let mut numbers: FxHashMap<[u8; 8], u32> = FxHashMap::default();
    let (mut bags, mut found) = (vec![0], Vec::new());
    for number in 1..prepared.days.len() as u32 {
        let mut digits = prepared.days.get(number).digits();
        digits.sort_unstable();
        let bag = *numbers.entry(digits).or_insert_with(|| {
            found.push(digits);
            found.len() as u32
        });
        bags.push(bag);
    }
    (bags, found)
}

/// Returns for every code the number of its first part, if it has several, and these by the numbers,
/// which begin with 1.
fn first_parts(prepared: &Prepared) -> (Vec<u32>, Vec<&[u8]>) {
    let mut numbers: FxHashMap<&[u8], u32> = FxHashMap::default();
    let (mut parts, mut found) = (vec![0], Vec::new());
    for number in 1..prepared.codes.len() as u32 {
        let code = prepared.codes.get(number);
        let first = &code.text[..usize::from(code.n_first)];
        if first.len() == code.text.len() {
            parts.push(0);
            continue;
        }
        let part = *numbers.entry(first).or_insert_with(|| {
            found.push(first);
            found.len() as u32
        });
        parts.push(part);
    }
    (parts, found)
}
