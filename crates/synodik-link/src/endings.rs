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
    text: &'static str,
    to: &'static str,
}

/// The parts that have endings.
const PARTS: [&str; 4] = ["surname", "given", "patronymic", "place"];

/// For every part its endings, the longest first, so that the first that fits is the right one.
static ENDINGS: LazyLock<[Vec<Ending>; 4]> = LazyLock::new(|| {
    let rows = || ENDINGS_TSV.lines().filter(|line| !line.starts_with('#')).skip(1);
    PARTS.map(|part| {
        let mut endings: Vec<Ending> = rows()
            .map(|line| line.split('\t'))
            .filter_map(|mut cells| {
                let mut cell = || cells.next().expect("name_endings.tsv has five columns");
                (cell() == part).then(|| Ending { text: cell(), to: cell() })
            })
            .collect();
        endings.sort_by_key(|ending| std::cmp::Reverse(ending.text.len()));
        endings
    })
});

/// How many letters of a word must be left.
const MIN_STEM_LETTERS: usize = 2;

/// Returns the word without its ending.
pub(crate) fn stem(part: Part, key: &str) -> &str {
    let endings = match part {
        Part::Surname => &ENDINGS[0],
        Part::Given => &ENDINGS[1],
        Part::Patronymic => &ENDINGS[2],
        Part::Place => &ENDINGS[3],
        Part::Other => return key,
    };
    for ending in endings {
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
        for ending in ENDINGS.iter().flatten() {
            assert!(ending.text.starts_with(ending.to), "{}", ending.text);
        }
    }

    #[test]
    fn a_short_word_keeps_its_ending() {
        assert_eq!(stem(Part::Given, "ia"), "ia");
        assert_eq!(stem(Part::Given, "ivana"), "ivan");
    }
}
