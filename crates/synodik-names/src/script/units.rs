//! Cuts a text into letters with their places, so that a repair can point at what was written.

use std::ops::Range;

/// One letter as read, and the bytes it was written with.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub(super) letter: char,
    /// A mark that no letter of one piece stands for is over the letter.
    pub(super) is_marked: bool,
    pub(super) span: Range<usize>,
}

/// What a sign that stands for no letter of its own is.
pub(super) enum Loose {
    /// Cannot be seen: a soft hyphen, a space of no width.
    Invisible,
    /// An accent over the letter before it.
    Accent,
}

/// Cuts a text into letters; calls `on_loose` for signs that belong to none.
///
/// A letter and the combining sign after it are one unit where one letter
/// stands for both, as й for и and a breve.
pub(super) fn cut_units(text: &str, mut on_loose: impl FnMut(Range<usize>, Loose)) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(text.len() / 2);
    for (start, letter) in text.char_indices() {
        let span = start..start + letter.len_utf8();
        let last = units.last_mut();
        match (letter, last) {
            ('\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}', _) => {
                on_loose(span, Loose::Invisible);
            }
            ('\u{300}'..='\u{36f}', Some(last)) if is_cyrillic(last.letter) => {
                match compose(last.letter, letter) {
                    Some(composed) if last.span.end == start => {
                        last.letter = composed;
                        last.span.end = span.end;
                    }
                    _ => on_loose(span, Loose::Accent),
                }
            }
            ('\u{300}'..='\u{36f}', Some(last))
                if last.letter.is_alphabetic() && last.letter != 'ʼ' =>
            {
                last.is_marked = true;
                if last.span.end == start {
                    last.span.end = span.end;
                }
            }
            _ => units.push(Unit { letter, is_marked: false, span }),
        }
    }
    units
}

/// Returns the one letter for a Cyrillic letter and the combining sign after it.
pub(crate) fn compose(letter: char, sign: char) -> Option<char> {
    Some(match (letter, sign) {
        ('и', '\u{306}') => 'й',
        ('И', '\u{306}') => 'Й',
        ('е', '\u{308}') => 'ё',
        ('Е', '\u{308}') => 'Ё',
        ('і', '\u{308}') => 'ї',
        ('І', '\u{308}') => 'Ї',
        ('у', '\u{306}') => 'ў',
        ('У', '\u{306}') => 'Ў',
        _ => return None,
    })
}

/// Says whether a letter is Cyrillic, of any language or age.
pub(crate) fn is_cyrillic(letter: char) -> bool {
    // The combining signs of numbers inside the block belong to no word.
    matches!(letter, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{a640}'..='\u{a66e}')
}
