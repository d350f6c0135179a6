//! Codes and free texts as the comparison sees them.

use crate::endings::Part;
use crate::words::{WordBook, WordId, each_key};

/// A code: its letters and digits, and where its parts end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct CodeForm {
    /// Letters and digits, small.
    pub(crate) text: Box<[u8]>,
    /// How many bytes of `text` stand before the first blank or hyphen; all if there is none.
    pub(crate) n_first: u8,
    /// How many letters it begins with.
    pub(crate) n_letters: u8,
}

impl CodeForm {
    /// Reads a code.
    pub(crate) fn read(raw: &str) -> Option<Self> {
        let mut text = Vec::new();
        let mut n_first = None;
        for letter in raw.chars().flat_map(char::to_lowercase) {
            if letter.is_alphanumeric() {
                let mut bytes = [0; 4];
                text.extend_from_slice(letter.encode_utf8(&mut bytes).as_bytes());
            } else if n_first.is_none() && !text.is_empty() {
                n_first = Some(text.len());
            }
        }
        let n_letters = text.iter().take_while(|byte| !byte.is_ascii_digit()).count();
        let n_first = n_first.unwrap_or(text.len());
        (!text.is_empty()).then(|| Self {
            n_first: n_first.min(255) as u8,
            n_letters: n_letters.min(255) as u8,
            text: text.into(),
        })
    }
}

/// A free text: its words, sorted, none twice.
pub(crate) type TextForm = Box<[WordId]>;

/// Reads the words of a free text.
pub(crate) fn read_text(raw: &str, book: &mut WordBook) -> TextForm {
    let mut words = Vec::new();
    each_key(raw, |key| words.push(book.number_of(Part::Other, key)));
    words.sort_unstable();
    words.dedup();
    words.into()
}

/// Reads a value of a set: its words joined.
pub(crate) fn read_category(raw: &str, book: &mut WordBook) -> WordId {
    let mut joined = String::new();
    each_key(raw, |key| joined.push_str(key));
    book.number_of(Part::Other, &joined)
}

#[cfg(test)]
mod tests {
    use super::CodeForm;

    #[test]
    fn parts_of_a_code() {
        let code = CodeForm::read("TS19 0sh").expect("it has letters");
        assert_eq!((&code.text[..], code.n_first, code.n_letters), (&b"ts190sh"[..], 4, 2));
        assert_eq!(CodeForm::read(" - "), None);
    }
}
