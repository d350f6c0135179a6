//! Cuts the text of an entry into the parts between commas, semicolons and sentences.

use super::WORDS;

/// What stands before a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begin {
    Comma,
    Semicolon,
    Sentence,
}

/// One part, as places in the text it was cut from; without spaces at its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) begin: Begin,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Most letters of a shortened word whose full stop ends no sentence: `v.`, `obl.`, `raj.`
const SHORTENED_LETTERS: usize = 3;

/// Cuts a text into parts; empty ones are left out.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut begin = Begin::Comma;
    let mut start = 0;
    let mut push = |begin: Begin, start: usize, end: usize| {
        let part = &text[start..end];
        let start = end - part.trim_start_matches([' ', ',', ';', '.', '=']).len();
        if start < end {
            parts.push(Part { begin, start, end });
        }
    };
    for (at, letter) in text.char_indices() {
        let next = match letter {
            ',' | ';'
                if !text[at + 1..].starts_with(|after: char| after.is_ascii_digit())
                    || letter == ';' =>
            {
                if letter == ';' {
                    Begin::Semicolon
                } else {
                    Begin::Comma
                }
            }
            ',' if !text[..at].ends_with(|before: char| before.is_ascii_digit()) => Begin::Comma,
            '.' if ends_sentence(&text[..at], &text[at + 1..]) => Begin::Sentence,
            _ => continue,
        };
        push(begin, start, at);
        (begin, start) = (next, at + letter.len_utf8());
    }
    push(begin, start, text.len());
    parts
}

/// Returns whether a full stop ends a sentence: a capital follows, and no shortened word is
/// before it or the next word begins a statement: `Tori v. Mõrvati 1941`.
fn ends_sentence(before: &str, after: &str) -> bool {
    let next = after.trim_start();
    if !next.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '"' | '“' | '„'))
    {
        return false;
    }
    let word = next.split([' ', ',', '.']).next().unwrap_or_default();
    let shortened = &next[..(word.len() + 1).min(next.floor_char_boundary(word.len() + 1))];
    let begins_statement = ["arrest", "release", "death", "deportation"]
        .iter()
        .any(|kind| WORDS.matches(kind, word) || WORDS.matches(kind, shortened));
    begins_statement || !is_shortened(before)
}

/// Returns whether the last word, which a full stop follows, is a shortened one.
pub(super) fn is_shortened(before: &str) -> bool {
    let is_inside =
        |letter: char| !letter.is_whitespace() && !matches!(letter, ',' | ';' | '(' | '§');
    let word = before.rsplit(|letter| !is_inside(letter)).next().unwrap_or_default();
    if word.contains(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let word = word.rsplit('.').next().unwrap_or_default();
    let n_letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_sentence = word.starts_with(char::is_uppercase) && n_letters > 2;
    !is_sentence && (1..=SHORTENED_LETTERS).contains(&n_letters) || WORDS.has("abbreviation", word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_words_end_no_sentence() {
        let text = "s. 1907 Harju mk. Kose v., eluk. sama, arr. 14.06.41 Tapa; Omski obl. Tara raj., vab. 1951. Kaitseliit. Oli sepp.";
        let found: Vec<&str> = parts(text).iter().map(|part| &text[part.start..part.end]).collect();
        assert_eq!(
            found,
            [
                "s. 1907 Harju mk. Kose v.",
                "eluk. sama",
                "arr. 14.06.41 Tapa",
                "Omski obl. Tara raj.",
                "vab. 1951",
                "Kaitseliit",
                "Oli sepp.",
            ]
        );
    }
}
