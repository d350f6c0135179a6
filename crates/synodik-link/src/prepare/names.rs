//! Names as the comparison sees them, and the sex they say.

use super::{FEMALE, MALE};
use crate::endings::Part;
use crate::words::{WordBook, WordId, each_key};

/// Reads a name as one word: its words joined.
///
/// An initial before other words stands alone, since the rest is the initial of another name.
pub(crate) fn read_joined(raw: &str, part: Part, book: &mut WordBook) -> WordId {
    let mut joined = String::new();
    let mut n_words = 0;
    each_key(raw, |key| {
        if !(n_words == 1 && joined.len() == 1) {
            joined.push_str(key);
        }
        n_words += 1;
    });
    book.number_of(part, &joined)
}

/// Reads the words of a name one by one.
pub(crate) fn read_words(raw: &str, drop_words: &[String], book: &mut WordBook) -> Vec<WordId> {
    let mut words = Vec::new();
    each_key(raw, |key| {
        // `1st` is no name; a digit inside is a slip.
        let is_name = !key.starts_with(|letter: char| letter.is_ascii_digit());
        if is_name && !drop_words.iter().any(|word| word == key) {
            words.push(book.number_of(Part::Given, key));
        }
    });
    words
}

/// Returns the sex that a word for it says, 0 if none.
pub(crate) fn read_sex(raw: &str) -> u32 {
    let mut first = None;
    each_key(raw, |key| first = first.or_else(|| key.chars().next()));
    match first {
        Some('m') => MALE,
        // `f` and `w` are of Latin words, `z` is the key of «ж».
        Some('f' | 'w' | 'v' | 'z') => FEMALE,
        _ => 0,
    }
}

/// Returns the sex that the ending of a father's name says, 0 if none.
pub(crate) fn sex_of_patronymic(key: &str) -> u32 {
    if ["vna", "vni", "icna", "icni"].iter().any(|ending| key.ends_with(ending)) {
        FEMALE
    } else if ["vic", "vica", "ic", "ica"].iter().any(|ending| key.ends_with(ending)) {
        MALE
    } else {
        0
    }
}
