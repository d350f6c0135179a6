//! Street, house and flat out of an address as a list writes it.

use super::Dwelling;
use crate::tokens::{TokenKind, small_letters, tokenise};
use serde::Deserialize;
use std::sync::LazyLock;

const ADDRESSES_TOML: &str = include_str!("../../../../data/kin/addresses.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddressWords {
    street: Vec<String>,
    house: Vec<String>,
    wing: Vec<String>,
    flat: Vec<String>,
    settlement: Vec<String>,
}

static WORDS: LazyLock<AddressWords> =
    LazyLock::new(|| toml::from_str(ADDRESSES_TOML).expect("a test reads data/kin/addresses.toml"));

/// What a part of an address between two commas is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Settlement,
    Street,
    House,
    Flat,
}

/// Returns the settlement of an address, and street, house and flat where it has street and house.
///
/// # Shape
///
/// The parts stand between commas. Words of a street are sorted and without the word for a street,
/// so that the same home compares equal however it is written; the settlement stays as written.
///
/// # Source
///
/// `data/kin/addresses.toml`
///
/// # Example
///
/// ```
/// use synodik_family::read_dwelling;
/// let (settlement, home) = read_dwelling("Ивнянск, ул.Малая Полевая, д.35, корп.2, кв.5");
/// let home = home.expect("a street and a house");
/// assert_eq!(settlement, "Ивнянск");
/// assert_eq!((&*home.street, &*home.house, &*home.flat), ("малая полевая", "35 2", "5"));
/// assert_eq!(read_dwelling("Полевая Малая ул., д. 35 корп.2, кв. 5").1, Some(home));
/// assert_eq!(read_dwelling("д. Малая Ивушка").1, None);
/// ```
pub fn read_dwelling(address: &str) -> (String, Option<Dwelling>) {
    let mut settlement: Vec<&str> = Vec::new();
    let mut home = Dwelling::default();
    for part in address.split(',') {
        let words = words_of(part);
        if words.is_empty() {
            continue;
        }
        match kind_of(&words) {
            Part::Street if home.street.is_empty() => home.street = street_of(words),
            // What stands behind the street is no settlement any more.
            Part::House => {
                if home.street.is_empty() {
                    home.street = take_street(&mut settlement);
                }
                if !home.street.is_empty() {
                    add_numbers(&mut home.house, &words);
                }
            }
            Part::Flat if !home.house.is_empty() => add_numbers(&mut home.flat, &words),
            _ if home.street.is_empty() => settlement.push(part.trim()),
            _ => {}
        }
    }
    let settlement = settlement.join(", ");
    let has_house = !home.street.is_empty() && !home.house.is_empty();
    (settlement, has_house.then_some(home))
}

/// Takes the last part before a house as its street, where a settlement stands before it (Москва, Арбат, д. 30).
fn take_street(settlement: &mut Vec<&str>) -> String {
    let [_, .., last] = settlement.as_slice() else { return String::new() };
    let words = words_of(last);
    let is_place = |word: &String| WORDS.settlement.contains(word) || WORDS.house.contains(word);
    if words.iter().any(is_place) {
        return String::new();
    }
    settlement.pop();
    street_of(words)
}

fn words_of(part: &str) -> Vec<String> {
    let tokens = tokenise(part).into_iter().filter(|token| token.kind != TokenKind::Sign);
    tokens.map(|token| small_letters(&token.small)).collect()
}

fn kind_of(words: &[String]) -> Part {
    let has = |known: &[String]| words.iter().any(|word| known.contains(word));
    let has_number = words.iter().any(|word| is_number(word));
    if has(&WORDS.flat) && has_number {
        Part::Flat
    } else if has(&WORDS.street) && !words.iter().all(|word| WORDS.street.contains(word)) {
        Part::Street
    } else if has_number && (has(&WORDS.house) || has(&WORDS.wing) || is_number(&words[0])) {
        Part::House
    } else {
        Part::Settlement
    }
}

fn street_of(words: Vec<String>) -> String {
    let mut words: Vec<String> = words
        .into_iter()
        .filter(|word| !WORDS.street.contains(word) && !WORDS.settlement.contains(word))
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// Adds numbers, and letters behind them, to those of a house or flat.
fn add_numbers(into: &mut String, words: &[String]) {
    let mark = |word: &String| {
        WORDS.house.contains(word) || WORDS.wing.contains(word) || WORDS.flat.contains(word)
    };
    for word in words.iter().filter(|word| !mark(word)) {
        if !into.is_empty() {
            into.push(' ');
        }
        into.push_str(word);
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_home_reads_alike_and_a_village_is_none() {
        let check = |address: &str, settlement: &str, home: Option<[&str; 3]>| {
            let (found, dwelling) = read_dwelling(address);
            assert_eq!(found, settlement, "{address}");
            let parts = dwelling.as_ref().map(|home| [&*home.street, &*home.house, &*home.flat]);
            assert_eq!(parts, home, "{address}");
        };
        check("Ивнянск, ул.Лесная, д.35, кв.53", "Ивнянск", Some(["лесная", "35", "53"]));
        check("Лесная ул., д.35, кв.53", "", Some(["лесная", "35", "53"]));
        check("г. Ивнянск, Лесная ул., 35", "г. Ивнянск", Some(["лесная", "35", ""]));
        check("Ивнянск, ул. Лесная", "Ивнянск", None);
        check("Ивнянск, Заречье, д.30, кв.7", "Ивнянск", Some(["заречье", "30", "7"]));
        check("Ивнянский р-н, д. Ивушка, д.30", "Ивнянский р-н, д. Ивушка", None);
        check("Ивнянск", "Ивнянск", None);
        check("с. Малая Ивушка, Ивнянский р-н", "с. Малая Ивушка, Ивнянский р-н", None);
        check("", "", None);
    }
}
