//! Fathers' names that are written without the ending of a patronymic: `Jaani p.`, `s. Jana`, Али оглы.
//!
//! Takes one word; gives the given names it may stand for. Never says whether a
//! word is the father's name: that is for its place in the name.

use crate::fold::fold_name_word;
use crate::given::{GivenMatch, given_name_folded};
use crate::table;
use std::sync::LazyLock;

const GENITIVE_TSV: &str = include_str!("../../../../data/names/fathers_genitive.tsv");
const MARKS_TSV: &str = include_str!("../../../../data/names/father_marks.tsv");

/// Letters that a name keeps at least when its ending is taken off.
const MIN_KEPT: usize = 2;

/// Where the father's name stands by a small word that announces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FatherSide {
    Before,
    Behind,
}

static ENDINGS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let ending = |cell: &'static str| if cell == "-" { "" } else { cell };
    table::rows(GENITIVE_TSV)
        .map(|[_language, genitive, nominative, _example, _source]| (genitive, ending(nominative)))
        .collect()
});

static MARKS: LazyLock<Vec<(&'static str, FatherSide)>> = LazyLock::new(|| {
    let side = |cell| if cell == "behind" { FatherSide::Behind } else { FatherSide::Before };
    table::rows(MARKS_TSV).map(|[word, cell, _language, _source]| (word, side(cell))).collect()
});

/// Returns on which side of this word the father's name stands; none if it announces none.
pub(super) fn father_side(word: &str) -> Option<FatherSide> {
    let word = word.trim_end_matches('.');
    MARKS.iter().find(|(mark, _)| *mark == word).map(|(_, side)| *side)
}

/// Returns the given names of which a Latin word may be the genitive.
pub(super) fn given_in_genitive(word: &str) -> &'static [GivenMatch] {
    fold_name_word(word, |folded| {
        let mut nominative_text = String::new();
        ENDINGS.iter().find_map(|(genitive, nominative)| {
            let kept = folded.strip_suffix(genitive).filter(|kept| kept.len() >= MIN_KEPT)?;
            nominative_text.clear();
            nominative_text.push_str(kept);
            nominative_text.push_str(nominative);
            Some(given_name_folded(&nominative_text)).filter(|matches| !matches.is_empty())
        })
    })
    .unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::given_name_entry;

    #[test]
    fn a_genitive_is_read_back() {
        for (word, canonical) in
            [("Jaani", "Иван"), ("Peetri", "Петр"), ("Jāņa", "Иван"), ("Jana", "Иван")]
        {
            let matches = given_in_genitive(word);
            let names: Vec<&str> =
                matches.iter().map(|found| given_name_entry(found.name_id).canonical).collect();
            assert!(names.contains(&canonical), "{word} {names:?}");
        }
        assert!(given_in_genitive("Wq").is_empty());
    }

    #[test]
    fn small_words_announce_a_father() {
        assert_eq!(father_side("p."), Some(FatherSide::Before));
        assert_eq!(father_side("s."), Some(FatherSide::Behind));
        assert_eq!(father_side("Jaani"), None);
    }
}
