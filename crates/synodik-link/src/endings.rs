//! Endings of case, sex and patronymic, taken off to find the stem of a word.

use std::sync::LazyLock;

const ENDINGS_TSV: &str = include_str!("../../../data/link/name_endings.tsv");

/// Which part of a name or place a word is; each has its own endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// A family name.
    Surname,
    /// A given name.
    Given,
    /// A father's name.
    Patronymic,
    /// A word of a place.
    Place,
    /// A word of something else.
    Other,
}

struct Ending {
    part: &'static str,
    text: &'static str,
    to: &'static str,
}

/// Longest first, so that the first that fits is the right one.
static ENDINGS: LazyLock<Vec<Ending>> = LazyLock::new(|| {
    let mut endings: Vec<Ending> = ENDINGS_TSV
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().expect("name_endings.tsv has five columns");
            Ending { part: cell(), text: cell(), to: cell() }
        })
        .collect();
    endings.sort_by_key(|ending| std::cmp::Reverse(ending.text.len()));
    endings
});

/// How many letters of a word must be left.
const MIN_STEM_LETTERS: usize = 2;

/// Returns the word without its ending.
pub(crate) fn stem(part: Part, key: &str) -> &str {
    let name = match part {
        Part::Surname => "surname",
        Part::Given => "given",
        Part::Patronymic => "patronymic",
        Part::Place => "place",
        Part::Other => return key,
    };
    for ending in ENDINGS.iter().filter(|ending| ending.part == name) {
        if let Some(rest) = key.strip_suffix(ending.text)
            && rest.len() >= MIN_STEM_LETTERS
        {
            let kept = rest.len() + ending.to.len();
            return &key[..kept];
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, Part, stem};

    #[test]
    fn what_stays_is_a_beginning_of_the_ending() {
        for ending in ENDINGS.iter() {
            assert!(ending.text.starts_with(ending.to), "{}", ending.text);
        }
    }

    #[test]
    fn a_short_word_keeps_its_ending() {
        assert_eq!(stem(Part::Given, "ia"), "ia");
        assert_eq!(stem(Part::Given, "ivana"), "ivan");
    }
}
