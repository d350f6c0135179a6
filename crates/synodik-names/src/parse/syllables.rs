//! The shape of Chinese and Korean names in Russian letters.

use super::words::in_small_letters;
use crate::table;
use std::collections::HashSet;
use std::sync::LazyLock;

const EAST_ASIAN_TSV: &str = include_str!("../../../../data/names/east_asian_syllables.tsv");

/// A word of more bytes is no syllable: five letters, two bytes each.
const N_BYTES_MAX: usize = 10;

struct Syllables {
    initials: Vec<&'static str>,
    finals: HashSet<&'static str>,
    surnames: HashSet<&'static str>,
}

static SYLLABLES: LazyLock<Syllables> = LazyLock::new(|| {
    let mut syllables =
        Syllables { initials: vec![""], finals: HashSet::new(), surnames: HashSet::new() };
    for [kind, _language, text, _source] in table::rows(EAST_ASIAN_TSV) {
        match kind {
            "initial" => syllables.initials.push(text),
            "final" => {
                syllables.finals.insert(text);
            }
            _ => {
                syllables.surnames.insert(text);
            }
        }
    }
    syllables
});

/// Whether `word` has the shape of one syllable of a Chinese or Korean name.
pub(super) fn is_syllable(word: &str) -> bool {
    if word.is_empty() || word.len() > N_BYTES_MAX {
        return false;
    }
    let rules = &*SYLLABLES;
    in_small_letters(word, |small| {
        rules.initials.iter().any(|initial| {
            small.strip_prefix(initial).is_some_and(|rest| rules.finals.contains(rest))
        })
    })
}

/// Whether all parts of a word between hyphens have the shape of syllables.
pub(super) fn is_of_syllables(word: &str) -> bool {
    word.split('-').all(is_syllable)
}

/// Whether `word` is a usual Chinese or Korean surname.
pub(super) fn is_east_asian_surname(word: &str) -> bool {
    word.len() <= N_BYTES_MAX && in_small_letters(word, |small| SYLLABLES.surnames.contains(small))
}

/// Returns how many bytes the surname takes of a name in one word (Ли-Сун-Во).
///
/// Two syllables are a name only behind a usual surname: Бо-Ян may be a double one.
pub(super) fn surname_length(word: &str) -> Option<usize> {
    let (surname, given) = word.split_once('-')?;
    let n_syllables = given.split('-').count() + 1;
    let is_name = n_syllables <= 4 && is_of_syllables(word);
    let is_sure = n_syllables > 2 || is_east_asian_surname(surname);
    (is_name && is_sure).then_some(surname.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_one_word_give_their_surname() {
        let check = |word: &str, surname: Option<&str>| {
            assert_eq!(surname_length(word).map(|end| &word[..end]), surname, "{word}");
        };
        check("Ли-Сун-Во", Some("Ли"));
        check("Пак-Ен-Хи", Some("Пак"));
        check("Ван-Фу", Some("Ван"));
        check("Али-заде", None);
        check("Браун-Домбровский", None);
        check("Вый-Лей", None);
        check("-", None);
    }
}
