//! Persons made ready to be compared: words as numbers, and how many share them.

use super::KinPerson;
use super::model::ModelLimits;
use crate::tokens::{TokenKind, small_letters, tokenise};
use rustc_hash::FxHashMap;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use synodik_model::Sex;
use synodik_names::{Certainty, FormKind, fathers_of, given_name, surname_stem};

/// A person whose words are numbers; lists of numbers are sorted.
pub(super) struct PooledPerson {
    pub(super) stems: Vec<u32>,
    /// The given name; empty for an initial.
    pub(super) given: NameForms,
    /// Given names of fathers that the patronymic allows.
    pub(super) fathers: NameForms,
    pub(super) sex: Option<Sex>,
    /// Years of birth that are near enough to each other to tell an age.
    pub(super) birth_year: Option<i32>,
    pub(super) place_words: Vec<u32>,
    /// The whole residence.
    pub(super) place: Option<u32>,
    pub(super) birth_words: Vec<u32>,
    pub(super) houses: Vec<u32>,
    pub(super) flats: Vec<u32>,
    /// Numbers of house and flat, whatever the street.
    pub(super) flat_numbers: Vec<u32>,
    pub(super) cases: Vec<u32>,
    pub(super) lists: Vec<u32>,
    /// The measure, where its day is known: days from the start of the calendar.
    pub(super) day: Option<i32>,
    /// The year of the measure, where that is known.
    pub(super) year: Option<i32>,
}

/// The names that a word may stand for.
///
/// Two words that papers gave for one third name (Иван and Антон, both for Ants) are not one name:
/// at least one of the two must be a form of it.
#[derive(Default)]
pub(super) struct NameForms {
    /// Those of which it is a form, and the word itself.
    sure: Vec<u32>,
    /// These, and those for which it was written in papers.
    pub(super) all: Vec<u32>,
    /// Of a word in Latin letters its consonants.
    latin: Vec<u32>,
    /// A bit for each of all: two that share none of them share no name.
    bits: u64,
}

impl NameForms {
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether both may stand for one name.
    pub(super) fn share(&self, other: &NameForms) -> bool {
        if self.bits & other.bits == 0 {
            return false;
        }
        let is_one_name = shares(&self.sure, &other.all) || shares(&self.all, &other.sure);
        // Beside each other Jaan and Hans are two names, in Russian papers both were Иван.
        let is_in_two_scripts = self.latin.is_empty() || other.latin.is_empty();
        is_one_name && (is_in_two_scripts || shares(&self.latin, &other.latin))
    }
}

/// Whether two sorted lists have a number in common.
pub(super) fn shares(one: &[u32], other: &[u32]) -> bool {
    one.iter().any(|number| other.binary_search(number).is_ok())
}

/// All persons, with the numbers of those who share a word.
pub(super) struct Pool {
    pub(super) persons: Vec<PooledPerson>,
    n_by_word: Vec<u32>,
    n_by_stem_and_place: FxHashMap<(u32, u32), u32>,
    n_by_day: FxHashMap<i32, u32>,
    /// The year of the measure that nearly everybody of the list shares.
    pub(super) common_year: Option<i32>,
    /// Names that many fathers bear, sorted.
    common_fathers: Vec<u32>,
}

/// Numbers for texts, in the order of their first use.
#[derive(Default)]
struct Numbers {
    /// Texts behind the letter that keeps those of different use apart.
    by_text: FxHashMap<String, u32>,
    n_by_word: Vec<u32>,
    /// The text looked for, kept so that none is made for a text that is known.
    sought: String,
}

impl Numbers {
    /// The number of a text, counted once more; `kind` keeps texts of different use apart.
    fn number(&mut self, kind: char, text: &str) -> u32 {
        self.sought.clear();
        self.sought.push(kind);
        self.sought.push_str(text);
        let known = self.by_text.get(&self.sought).copied();
        let number = known.unwrap_or_else(|| {
            let next = self.n_by_word.len() as u32;
            self.by_text.insert(self.sought.clone(), next);
            self.n_by_word.push(0);
            next
        });
        self.n_by_word[number as usize] += 1;
        number
    }

    /// The numbers of texts, each once.
    fn numbers(&mut self, kind: char, texts: &[String]) -> Vec<u32> {
        let mut numbers: Vec<u32> = Vec::with_capacity(texts.len());
        for (place, text) in texts.iter().enumerate() {
            if !texts[..place].contains(text) {
                numbers.push(self.number(kind, text));
            }
        }
        numbers.sort_unstable();
        numbers
    }

    /// The numbers of the names that a word may stand for.
    fn name_forms(&mut self, keys: &[NameKey]) -> NameForms {
        let mut forms = NameForms::default();
        for key in keys {
            let number = self.number('g', &key.text);
            forms.all.push(number);
            forms.bits |= 1 << (number % 64);
            if key.is_sure {
                forms.sure.push(number);
            }
            if key.text.starts_with(|letter: char| letter.is_alphabetic() && letter < '\u{370}') {
                forms.latin.push(self.number('l', &consonants_of(&key.text)));
            }
        }
        forms.latin.sort_unstable();
        forms.all.sort_unstable();
        forms.sure.sort_unstable();
        forms
    }
}

impl Pool {
    pub(super) fn of<P: Borrow<KinPerson>>(persons: &[P], limits: &ModelLimits) -> Pool {
        let mut numbers = Numbers::default();
        let mut names = NameKeys::default();
        let pooled: Vec<PooledPerson> = persons
            .iter()
            .map(|person| pool_person(person.borrow(), limits, &mut numbers, &mut names))
            .collect();
        let mut n_by_stem_and_place = FxHashMap::default();
        let mut n_by_day = FxHashMap::default();
        let mut n_by_year: BTreeMap<i32, u32> = BTreeMap::new();
        for person in &pooled {
            if let (Some(&stem), Some(place)) = (person.stems.first(), person.place) {
                *n_by_stem_and_place.entry((stem, place)).or_default() += 1;
            }
            if let Some(year) = person.year {
                *n_by_year.entry(year).or_default() += 1;
            }
            if let Some(day) = person.day {
                *n_by_day.entry(day).or_default() += 1;
            }
        }
        let mut common_fathers: Vec<u32> = limits
            .common_fathers
            .iter()
            .flat_map(|name| keys_of_given(name))
            .filter(|key| key.is_sure)
            .filter_map(|key| numbers.by_text.get(&format!("g{}", key.text)).copied())
            .collect();
        common_fathers.sort_unstable();
        common_fathers.dedup();
        let n_dated = f64::from(n_by_year.values().sum::<u32>());
        let is_common =
            |n_persons: &u32| f64::from(*n_persons) > limits.common_year_share * n_dated;
        let common_year = n_by_year.iter().find(|(_, n_persons)| is_common(n_persons));
        let common_year = common_year.map(|(year, _)| *year);
        let n_by_word = numbers.n_by_word;
        Pool {
            persons: pooled,
            n_by_word,
            n_by_stem_and_place,
            n_by_day,
            common_year,
            common_fathers,
        }
    }

    /// How many persons have this word, place or stem.
    pub(super) fn n_of(&self, word: u32) -> u32 {
        self.n_by_word[word as usize]
    }

    /// Whether none of the names in both lists is one that many fathers bear.
    pub(super) fn is_rare_father(&self, one: &NameForms, other: &NameForms) -> bool {
        let is_sure_of_one = |name: &&u32| {
            one.sure.binary_search(name).is_ok() || other.sure.binary_search(name).is_ok()
        };
        let shared = one.all.iter().filter(|name| other.all.binary_search(name).is_ok());
        !shared.filter(is_sure_of_one).any(|name| self.common_fathers.binary_search(name).is_ok())
    }

    pub(super) fn n_of_day(&self, day: i32) -> u32 {
        self.n_by_day.get(&day).copied().unwrap_or(0)
    }

    pub(super) fn n_of_surname_at(&self, stem: u32, place: u32) -> u32 {
        self.n_by_stem_and_place.get(&(stem, place)).copied().unwrap_or(0)
    }
}

fn pool_person(
    person: &KinPerson,
    limits: &ModelLimits,
    numbers: &mut Numbers,
    names: &mut NameKeys,
) -> PooledPerson {
    let place_texts = place_words(&person.residence, limits);
    let place = (!place_texts.is_empty()).then(|| numbers.number('p', &place_texts.join(" ")));
    let homes = person.dwellings.iter().filter(|home| !home.house.is_empty());
    let houses =
        homes.clone().map(|home| small_letters(&format!("{}|{}", home.street, home.house)));
    let homes_in_flats = homes.clone().filter(|home| !home.flat.is_empty());
    let flats = homes_in_flats
        .clone()
        .map(|home| small_letters(&format!("{}|{}|{}", home.street, home.house, home.flat)));
    let flat_numbers = homes_in_flats
        .map(|home| (first_number(&home.house), first_number(&home.flat)))
        .filter(|(house, flat)| !house.is_empty() && !flat.is_empty())
        .map(|(house, flat)| format!("{house}|{flat}"));
    let [houses, flats, flat_numbers]: [Vec<String>; 3] =
        [houses.collect(), flats.collect(), flat_numbers.collect()];
    let is_near = |years: &(i32, i32)| years.1 - years.0 <= limits.max_birth_range_years;
    let birth = person.birth_years.filter(is_near);
    let day = person.measure_days.filter(|days| days.0 == days.1).map(|days| days.0);
    let year_of = |day: chrono::NaiveDate| chrono::Datelike::year(&day);
    let year = person.measure_days.map(|days| (year_of(days.0), year_of(days.1)));
    let stems: Vec<String> = person.surnames.iter().map(|name| stem_of(name)).collect();
    let given_words = person.given.as_deref().map(|given| names.of_given(given));
    let given = numbers.name_forms(given_words.unwrap_or_default());
    let father_words = person.patronymic.as_deref().map(|word| names.of_patronymic(word));
    let fathers = numbers.name_forms(father_words.unwrap_or_default());
    PooledPerson {
        stems: numbers.numbers('s', &stems),
        given,
        fathers,
        sex: person.sex,
        birth_year: birth.map(|years| (years.0 + years.1).div_euclid(2)),
        place_words: numbers.numbers('w', &place_texts),
        place,
        birth_words: numbers.numbers('b', &place_words(&person.birth_place, limits)),
        houses: numbers.numbers('h', &houses),
        flats: numbers.numbers('f', &flats),
        flat_numbers: numbers.numbers('n', &flat_numbers),
        cases: numbers.numbers('c', &person.case_numbers),
        lists: numbers.numbers('q', &person.sources),
        day: day.map(|day| chrono::Datelike::num_days_from_ce(&day)),
        year: year.filter(|(first, last)| first == last).map(|(year, _)| year),
    }
}

/// The digits with which a text begins.
fn first_number(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

fn stem_of(surname: &str) -> String {
    let small = small_letters(surname);
    let n_bytes = surname_stem(&small).n_bytes;
    small[..n_bytes].to_owned()
}

/// The words of a place that tell it from others, sorted.
fn place_words(place: &str, limits: &ModelLimits) -> Vec<String> {
    let mut words: Vec<String> = tokenise(place)
        .into_iter()
        .filter(|token| token.kind != TokenKind::Sign)
        .map(|token| token.small.into_owned())
        .filter(|word| {
            let is_number = word.starts_with(|letter: char| letter.is_ascii_digit());
            (is_number || word.chars().count() > 2)
                && !limits.place_noise.iter().any(|noise| noise == word)
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// A name that a word may stand for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct NameKey {
    text: String,
    /// Whether the word is a form of the name, and not only written for it in papers. Sorts last.
    is_sure: bool,
}

/// The keys of given names and patronymics; each word is looked up once.
#[derive(Default)]
struct NameKeys {
    of_given: FxHashMap<String, Vec<NameKey>>,
    of_patronymic: FxHashMap<String, Vec<NameKey>>,
}

impl NameKeys {
    fn of_given(&mut self, given: &str) -> &[NameKey] {
        let first = given.split([' ', '-']).next().unwrap_or(given);
        if is_initial(first) {
            return &[];
        }
        if !self.of_given.contains_key(first) {
            self.of_given.insert(first.to_owned(), keys_of_given(first));
        }
        &self.of_given[first]
    }

    fn of_patronymic(&mut self, patronymic: &str) -> &[NameKey] {
        // Of a patronymic like "Иван оглы" the first word names the father.
        if is_initial(patronymic) {
            return &[];
        }
        if !self.of_patronymic.contains_key(patronymic) {
            self.of_patronymic.insert(patronymic.to_owned(), keys_of_patronymic(patronymic));
        }
        &self.of_patronymic[patronymic]
    }
}

fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() <= 1
}

/// By which the spellings of a name in one language are one: Aleksander, Aleksandr, Alexander.
fn consonants_of(word: &str) -> String {
    let word = word.replace('x', "ks").replace("ph", "f").replace('c', "k");
    let mut letters: Vec<char> =
        word.chars().filter(|letter| !"aeiouyäöüõ".contains(*letter)).collect();
    letters.dedup();
    letters.into_iter().collect()
}

fn keys_of_given(given: &str) -> Vec<NameKey> {
    let mut keys = vec![NameKey { text: small_letters(given), is_sure: true }];
    keys.extend(given_name(given).iter().map(|found| NameKey {
        text: format!("#{}", found.name_id.0),
        is_sure: found.kind != FormKind::Russified && found.certainty != Certainty::Low,
    }));
    each_once(keys)
}

/// A name that is sure in one place is sure.
fn each_once(mut keys: Vec<NameKey>) -> Vec<NameKey> {
    keys.sort_unstable_by(|a, b| b.cmp(a));
    keys.dedup_by(|later, kept| later.text == kept.text);
    keys
}

fn keys_of_patronymic(patronymic: &str) -> Vec<NameKey> {
    /// Fathers behind these are too unlikely.
    const MAX_FATHERS: usize = 4;
    let fathers = fathers_of(patronymic, &|given| !given_name(given).is_empty());
    if fathers.is_empty() {
        let first = patronymic.split([' ', '-']).next().unwrap_or(patronymic);
        return keys_of_given(first);
    }
    let fathers = fathers.iter().take(MAX_FATHERS);
    each_once(fathers.flat_map(|father| keys_of_given(&father.given)).collect())
}
