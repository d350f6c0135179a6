//! Text taken apart into words, numbers and signs, with their bytes.

use std::borrow::Cow;
use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Word,
    Number,
    Sign,
}

/// A word, number or sign of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'a str,
    pub(crate) span: Range<usize>,
    /// Words in small letters, `ё` as `е`; of a number or sign the text itself.
    pub(crate) small: Cow<'a, str>,
}

impl Token<'_> {
    pub(crate) fn is_sign(&self, sign: &str) -> bool {
        self.kind == TokenKind::Sign && self.text == sign
    }

    pub(crate) fn is_capitalised(&self) -> bool {
        self.kind == TokenKind::Word && self.text.starts_with(char::is_uppercase)
    }

    /// A single capital letter, as of initials.
    pub(crate) fn is_initial(&self) -> bool {
        self.is_capitalised() && self.text.chars().count() == 1
    }

    pub(crate) fn number(&self) -> Option<u32> {
        match self.kind {
            TokenKind::Number => self.text.parse().ok(),
            _ => None,
        }
    }
}

/// Small letters, `ё` as `е`.
pub(crate) fn small_letters(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'а'..='я' | 'a'..='z' => small.push(letter),
            'ё' | 'Ё' => small.push('е'),
            _ => small.extend(letter.to_lowercase()),
        }
    }
    small
}

/// Takes a text apart; white space is left out.
///
/// A hyphen between letters belongs to its word; an underscore is white space. A tab is a sign:
/// what stands in two cells of a table is no phrase.
pub(crate) fn tokenise(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() && letter != '\t' || letter == '_' || letter == '\u{ad}' {
            continue;
        }
        let mut end = start + letter.len_utf8();
        let kind = if letter.is_ascii_digit() {
            TokenKind::Number
        } else if is_word_letter(letter) {
            TokenKind::Word
        } else {
            TokenKind::Sign
        };
        while let Some(&(at, next)) = letters.peek() {
            let goes_on = match kind {
                TokenKind::Number => next.is_ascii_digit(),
                TokenKind::Word => {
                    is_word_letter(next)
                        || (is_joint(next)
                            && text[at + next.len_utf8()..].starts_with(is_word_letter))
                }
                TokenKind::Sign => false,
            };
            if !goes_on {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        let word = &text[start..end];
        let small = match kind {
            TokenKind::Word if !word.chars().all(is_small_letter) => {
                Cow::Owned(small_letters(word))
            }
            _ => Cow::Borrowed(word),
        };
        tokens.push(Token { kind, text: word, span: start..end, small });
    }
    tokens
}

/// Letters that are as they are in small letters; most words have no others.
fn is_small_letter(letter: char) -> bool {
    matches!(letter, 'а'..='я' | 'a'..='z' | '-')
}

fn is_word_letter(letter: char) -> bool {
    // The letters of nearly all words, before the tables of all scripts.
    matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'a'..='z' | 'A'..='Z')
        || letter.is_alphabetic()
        || letter == '\u{301}'
}

fn is_joint(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_numbers_and_signs() {
        let texts: Vec<String> = tokenise("сын Али-Мухамед, 3 г. (Ёж)")
            .into_iter()
            .map(|token| token.small.into_owned())
            .collect();
        assert_eq!(texts, ["сын", "али-мухамед", ",", "3", "г", ".", "(", "еж", ")"]);
    }

    proptest! {
        #[test]
        fn tokens_stand_where_they_say(text in any::<String>()) {
            let mut last = 0;
            for token in tokenise(&text) {
                prop_assert!(token.span.start >= last);
                prop_assert_eq!(&text[token.span.clone()], token.text);
                last = token.span.end;
            }
        }
    }
}
