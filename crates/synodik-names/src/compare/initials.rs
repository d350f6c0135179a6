//! How a Cyrillic letter begins a name in Latin letters: Ю is Yu, Iu, Ju; Х is Kh, Ch, H.

use crate::sound::{LETTER_A, Spelled, letter_of};
use crate::translit::{Scheme, transliterate};
use std::sync::LazyLock;

/// A letter that every scheme writes by itself; it stands behind the one that is asked for.
const NEXT_LETTER: char = 'м';

/// The Latin beginnings of each Cyrillic letter by its code, in folded letters.
static BEGINNINGS: LazyLock<Vec<Vec<Vec<u8>>>> = LazyLock::new(|| {
    (0..LETTER_A).map(|code| letter_of(code).map(beginnings_of).unwrap_or_default()).collect()
});

fn beginnings_of(letter: char) -> Vec<Vec<u8>> {
    let in_scheme = |scheme| {
        let latin = transliterate(&format!("{letter}{NEXT_LETTER}"), scheme);
        let letters = Spelled::new(&latin).letters().to_vec();
        letters[..letters.len().saturating_sub(1)].to_vec()
    };
    let mut beginnings: Vec<Vec<u8>> = Scheme::ALL.into_iter().map(in_scheme).collect();
    beginnings.retain(|beginning| !beginning.is_empty());
    beginnings.sort();
    beginnings.dedup();
    beginnings
}

/// Returns whether a Latin initial may stand for a name that begins with this Cyrillic letter.
pub(super) fn may_begin(latin: &[u8], cyrillic_first: u8) -> bool {
    let Some(beginnings) = BEGINNINGS.get(usize::from(cyrillic_first)) else { return false };
    beginnings.iter().any(|beginning| {
        beginning.starts_with(latin) || (latin.len() > 1 && latin.starts_with(beginning))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_initial_stands_for_the_letters_of_all_schemes() {
        let check = |latin: &str, cyrillic: &str, expected: bool| {
            let (latin, cyrillic) = (Spelled::new(latin), Spelled::new(cyrillic));
            let may = may_begin(latin.letters(), cyrillic.letters()[0]);
            assert_eq!(may, expected, "{:?} {:?}", latin.letters(), cyrillic.letters());
        };
        check("Y", "Юлия", true);
        check("Iu", "Юлия", true);
        check("Ch", "Хаим", true);
        check("Z", "Юлия", false);
        check("P", "Сидор", false);
    }
}
