//! Letters of a word: small and capital ones, the words in a name.

/// A piece of a name as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// A word that may change; whether another word follows it after a hyphen.
    Word(&'a str, bool),
    /// Blanks, hyphens, brackets, initials and all else that stays as it is.
    Other(&'a str),
}

/// Splits a name into words and what stands between them.
///
/// # Shape
///
/// In the order of the text; the pieces put together are the text. A single
/// letter and a word before a full stop are initials and no words.
pub(crate) fn pieces(name: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let is_word = is_word_letter(first);
        let end = rest.find(|letter| is_word_letter(letter) != is_word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        if !is_word || after.starts_with('.') || piece.chars().nth(1).is_none() {
            return Some(Piece::Other(piece));
        }
        let mut following = after.chars();
        let is_before_hyphen = following.next().is_some_and(is_hyphen)
            && following.next().is_some_and(char::is_alphabetic);
        Some(Piece::Word(piece, is_before_hyphen))
    })
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '\'' | '’' | 'ʼ' | '\u{300}'..='\u{36f}')
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Returns a word in small letters.
pub(crate) fn lower(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            'а'..='я' | 'ё' => out.push(letter),
            _ => out.extend(letter.to_lowercase()),
        }
    }
    out
}

/// Returns whether a word of several letters is written in capitals only.
pub(crate) fn is_all_capitals(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && !letters.any(char::is_lowercase)
}

/// Returns `word` without its last `n_letters` letters; empty when it has fewer.
pub(crate) fn cut(word: &str, n_letters: usize) -> &str {
    match n_letters {
        0 => word,
        _ => word.char_indices().rev().nth(n_letters - 1).map_or("", |(start, _)| &word[..start]),
    }
}

/// Returns the last `n_letters` letters of `word`; all of it when it has fewer.
pub(crate) fn tail(word: &str, n_letters: usize) -> &str {
    &word[cut(word, n_letters).len()..]
}

/// Appends an ending, in capitals where the word it belongs to is.
pub(crate) fn push_ending(out: &mut String, ending: &str, is_capital: bool) {
    match is_capital {
        true => out.extend(ending.chars().flat_map(char::to_uppercase)),
        false => out.push_str(ending),
    }
}

/// Returns whether a Cyrillic letter is a vowel.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'і' | 'ї' | 'є' | 'ѣ' | 'ѵ'
    )
}

/// Returns whether a word in small letters has exactly one vowel.
pub(crate) fn is_one_syllable(word: &str) -> bool {
    word.chars().filter(|letter| is_vowel(*letter)).take(2).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_into_words_and_the_rest() {
        let words: Vec<Piece> = pieces("Бонч-Бруевич В. (Ян)").collect();
        assert_eq!(
            words,
            [
                Piece::Word("Бонч", true),
                Piece::Other("-"),
                Piece::Word("Бруевич", false),
                Piece::Other(" "),
                Piece::Other("В"),
                Piece::Other(". ("),
                Piece::Word("Ян", false),
                Piece::Other(")"),
            ]
        );
    }

    #[test]
    fn letters_are_counted_not_bytes() {
        assert_eq!(cut("Швец", 2), "Шв");
        assert_eq!(tail("Швец", 2), "ец");
        assert_eq!(cut("ец", 5), "");
        assert!(is_all_capitals("ШВЕЦ") && !is_all_capitals("Ш") && !is_all_capitals("Швец"));
        assert!(is_one_syllable("швец") && !is_one_syllable("кравец"));
    }
}
