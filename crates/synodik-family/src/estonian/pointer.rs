//! Pointers from a member to the entry of a head: "perek. Tamm J."

use crate::tokens::small_letters;
use std::collections::BTreeMap;
use synodik_model::Mention;

/// To whose entry a line sends its reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyPointer {
    /// Surname of the head as written.
    pub surname: String,
    /// First letter of the given name.
    pub initial: Option<char>,
}

impl FamilyPointer {
    /// Reads `Tamm J.` and `Bester- man A.`.
    pub(crate) fn parse(target: &str) -> Option<FamilyPointer> {
        // "endine perek. nimi" is a former surname and no pointer.
        if !target.trim_start().starts_with(char::is_uppercase) {
            return None;
        }
        let words: Vec<&str> = target.split_whitespace().take(3).collect();
        let mut surname = String::new();
        let mut initial = None;
        for word in words {
            let letters = word.trim_matches(|sign: char| !sign.is_alphabetic());
            let mut signs = letters.chars();
            let first = signs.next()?;
            if surname.is_empty() || surname.ends_with('-') {
                surname =
                    format!("{}{}", surname.trim_end_matches('-'), word.trim_end_matches('.'));
            } else if first.is_uppercase() {
                initial = Some(first);
                break;
            }
        }
        (!surname.is_empty()).then_some(FamilyPointer { surname, initial })
    }
}

/// Heads of the books with their members, by surname.
#[derive(Debug, Clone, Default)]
pub struct HeadIndex {
    by_surname: BTreeMap<String, Vec<HeadEntry>>,
}

#[derive(Debug, Clone)]
struct HeadEntry {
    head_idx: usize,
    initials: Vec<char>,
    /// Names of the household: given name and father's name in small letters.
    members: Vec<(String, String)>,
}

/// The first letters of names that one entry writes so and another so.
fn is_same_initial(a: char, b: char) -> bool {
    let plain = |letter: char| match letter {
        'C' | 'K' | 'Q' => 'K',
        'V' | 'W' => 'V',
        'F' | 'T' => letter,
        'I' | 'J' | 'Y' => 'J',
        'Z' | 'S' | 'Š' | 'Ž' => 'S',
        'B' | 'P' => 'P',
        'D' => 'T',
        'G' => 'K',
        'H' => 'H',
        _ => letter,
    };
    plain(a) == plain(b)
}

impl HeadIndex {
    /// Adds a head with the household named under it.
    ///
    /// # Shape
    ///
    /// `head_idx`: the caller's number for the head. `household`: all who are
    /// named under it, the head not among them.
    pub fn add(&mut self, head_idx: usize, head: &Mention, household: &[Mention]) {
        let name_of = |mention: &Mention| {
            let small = |value: &Option<String>| small_letters(value.as_deref().unwrap_or(""));
            (small(&mention.given), small(&mention.patronymic))
        };
        let initials = head
            .given
            .iter()
            .flat_map(|given| given.split(['-', ' ']).filter_map(|word| word.chars().next()));
        let entry = HeadEntry {
            head_idx,
            initials: initials.collect(),
            members: household.iter().map(name_of).collect(),
        };
        let surnames = head.surname_stated.iter().chain(&head.name_variants);
        for surname in surnames {
            for key in keys_of(surname) {
                self.by_surname.entry(key).or_default().push(entry.clone());
            }
        }
    }

    /// Finds the head to whom a pointer sends, for the one whose entry it is.
    ///
    /// Of several heads of the name the one is taken under whom somebody of the
    /// same given name and father's name stands, then of the same given name;
    /// `None` where several remain.
    pub fn resolve(&self, pointer: &FamilyPointer, pointed: &Mention) -> Option<usize> {
        let candidates: Vec<&HeadEntry> = keys_of(&pointer.surname)
            .iter()
            .find_map(|key| self.by_surname.get(key))?
            .iter()
            .filter(|entry| {
                pointer.initial.is_none_or(|initial| {
                    entry.initials.is_empty()
                        || entry.initials.iter().any(|&letter| is_same_initial(letter, initial))
                })
            })
            .collect();
        let given = small_letters(pointed.given.as_deref().unwrap_or(""));
        let father = small_letters(pointed.patronymic.as_deref().unwrap_or(""));
        let with_both = |entry: &&&HeadEntry| {
            entry.members.iter().any(|name| *name == (given.clone(), father.clone()))
        };
        let with_given = |entry: &&&HeadEntry| entry.members.iter().any(|name| name.0 == given);
        let only = |found: Vec<&HeadEntry>| match found.as_slice() {
            [] => None,
            [first, rest @ ..] => {
                rest.iter().all(|entry| entry.head_idx == first.head_idx).then_some(first.head_idx)
            }
        };
        only(candidates.iter().filter(with_both).copied().collect())
            .or_else(|| only(candidates.iter().filter(with_given).copied().collect()))
            .or_else(|| only(candidates))
    }
}

/// Under which a surname is looked up: whole, and each part of a double one.
fn keys_of(surname: &str) -> Vec<String> {
    let small = small_letters(surname).replace(['-', ' '], "");
    let mut keys = vec![small];
    if surname.contains('-') {
        keys.extend(surname.split('-').map(small_letters).filter(|part| part.chars().count() > 2));
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_estonian_entry;

    fn mention(line: &str) -> Mention {
        read_estonian_entry(line).mentions.remove(0)
    }

    #[test]
    fn the_household_decides_between_heads_of_one_name() {
        let mut index = HeadIndex::default();
        let first = mention("===KUUSK, Juhan, Mihkel===, 1880");
        let second = mention("===KUUSK, Jaan, Peeter===, 1885");
        index.add(1, &first, &[mention("=== Kuusk, Anna, Ants===, abikaasa, 1890")]);
        index.add(2, &second, &[mention("=== Saar, Leena, Jaan===, tütar, 1910")]);
        let pointed = read_estonian_entry("===SAAR, Leena, Jaan=== 1910 perek. Kuusk J.");
        let pointer = pointed.pointers[0].as_ref().expect("a pointer");
        assert_eq!(index.resolve(pointer, &pointed.mentions[0]), Some(2));
        let unknown = mention("===SAAR, Mari, Ants=== 1910");
        assert_eq!(index.resolve(pointer, &unknown), None);
        assert_eq!(FamilyPointer::parse("nimi Kuusk, 1900"), None);
        let broken = FamilyPointer::parse("Kuu- sk A.").expect("a pointer");
        assert_eq!((broken.surname.as_str(), index.resolve(&broken, &unknown)), ("Kuusk", None));
    }
}
