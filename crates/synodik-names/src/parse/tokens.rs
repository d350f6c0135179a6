//! Cuts a written name into words, initials, numbers and punctuation.

use super::{Claim, NamePiece, PieceKind};

/// Returns the tokens of `raw` from left to right; words are still of kind `Other`.
pub(super) fn split_tokens(raw: &str) -> Vec<NamePiece> {
    let mut pieces = Vec::with_capacity(8);
    let mut start: Option<usize> = None;
    for (at, letter) in raw.char_indices() {
        if is_word_letter(letter) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(word_start) = start.take() {
            let end = if letter == '.' { at + 1 } else { at };
            push_word(raw, word_start..end, &mut pieces);
            if letter == '.' {
                continue;
            }
        }
        if !letter.is_whitespace() {
            let span = at..at + letter.len_utf8();
            pieces.push(NamePiece { span, kind: PieceKind::Punctuation, claim: Claim::Main });
        }
    }
    if let Some(word_start) = start {
        push_word(raw, word_start..raw.len(), &mut pieces);
    }
    pieces
}

fn push_word(raw: &str, span: std::ops::Range<usize>, pieces: &mut Vec<NamePiece>) {
    let is_number = raw.as_bytes()[span.start].is_ascii_digit();
    let kind = if is_number { PieceKind::Number } else { PieceKind::Other };
    pieces.push(NamePiece { span, kind, claim: Claim::Main });
}

fn is_word_letter(letter: char) -> bool {
    match letter {
        'а'..='я' | 'А'..='Я' | 'a'..='z' | 'A'..='Z' => true,
        ' ' | '.' | ',' | '(' | ')' => false,
        _ => {
            letter.is_alphanumeric()
                || matches!(letter, '-' | '\'' | '’' | 'ʼ' | '`' | '\u{ad}')
                || matches!(letter, '\u{300}'..='\u{36f}' | '\u{2010}'..='\u{2013}')
        }
    }
}
