//! Pet forms that no list has, read by their endings: Женьчик is made of Женя.
//!
//! Takes one Cyrillic word that stands as a given name; gives the given names it
//! may be a form of. Never says whether a word is a given name.

use crate::fold::fold_name_word;
use crate::given::{GivenMatch, given_name_folded};
use crate::table;
use std::sync::LazyLock;

const PET_ENDINGS_TSV: &str = include_str!("../../../../data/names/pet_endings.tsv");

/// Bytes that stay of a name at least when its ending is taken off: two Cyrillic letters.
const MIN_KEPT_BYTES: usize = 4;

/// An ending, folded, and what may stand in its place; the longest first.
static ENDINGS: LazyLock<Vec<(String, Vec<&'static str>)>> = LazyLock::new(|| {
    let base = |cell: &'static str| if cell == "-" { "" } else { cell };
    table::rows(PET_ENDINGS_TSV)
        .map(|[ending, bases, _example, _of, _source]| {
            (fold_name_word(ending, str::to_owned), bases.split('|').map(base).collect())
        })
        .collect()
});

/// Returns the given names of which a word is a pet form by its ending; empty if it is none.
pub(super) fn pet_form(word: &str) -> &'static [GivenMatch] {
    fold_name_word(word, |folded| {
        let mut name = String::new();
        let endings = ENDINGS.iter().filter_map(|(ending, bases)| {
            let kept = folded.strip_suffix(ending.as_str())?;
            (kept.len() >= MIN_KEPT_BYTES).then_some((kept, bases))
        });
        for (kept, bases) in endings {
            for base in bases {
                name.clear();
                name.push_str(kept);
                name.push_str(base);
                let matches = given_name_folded(&name);
                if !matches.is_empty() {
                    return matches;
                }
            }
        }
        &[][..]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::given_name;

    #[test]
    fn each_ending_reads_its_example() {
        for [_ending, _bases, example, of, _source] in table::rows::<5>(PET_ENDINGS_TSV) {
            assert_eq!(pet_form(example), given_name(of), "{example}");
            assert!(!pet_form(example).is_empty(), "{example}");
        }
        assert!(pet_form("Ика").is_empty());
        assert!(pet_form("Зоха").is_empty());
    }
}
