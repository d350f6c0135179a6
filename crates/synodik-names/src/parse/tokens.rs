//! Cuts a written name into words, initials, numbers and punctuation.

use super::{Claim, NamePiece, PieceKind};

/// Returns the tokens of `raw` from left to right, and whether a hyphen is in it.
///
/// Words are still of kind `Other`.
pub(super) fn split_tokens(raw: &str) -> (Vec<NamePiece>, bool) {
    let mut pieces = Vec::with_capacity(8);
    let mut has_hyphen = false;
    let mut start: Option<usize> = None;
    for (at, letter) in raw.char_indices() {
        if is_word_letter(letter) {
            has_hyphen |= letter == '-';
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
    (pieces, has_hyphen)
}

fn push_word(raw: &str, span: std::ops::Range<usize>, pieces: &mut Vec<NamePiece>) {
    let is_number = raw.as_bytes()[span.start].is_ascii_digit();
    let kind = match is_number {
        true => PieceKind::Number,
        // A hyphen or an apostrophe that stands alone.
        false if is_sign(raw[span.clone()].as_bytes()) => PieceKind::Punctuation,
        false => PieceKind::Other,
    };
    pieces.push(NamePiece { span, kind, claim: Claim::Main });
}

/// Whether a word is made of hyphens and apostrophes of ASCII only.
fn is_sign(word: &[u8]) -> bool {
    word.iter().all(|byte| matches!(byte, b'-' | b'\'' | b'`' | b'.'))
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
