//! Splits the words of a list into names and the words that say what kind of place is named.

use crate::rows::rows;
use std::collections::HashMap;
use std::sync::LazyLock;

const KIND_WORDS_TSV: &str = include_str!("../../../data/places/kind_words.tsv");

/// What a word says of the name beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Sign {
    Oblast,
    Krai,
    District,
    Okrug,
    Uezd,
    Governorate,
    Volost,
    Council,
    Republic,
    Town,
    Village,
    Halt,
    Noise,
}

impl Sign {
    fn from_name(name: &str) -> Option<Sign> {
        Some(match name {
            "oblast" => Sign::Oblast,
            "krai" => Sign::Krai,
            "district" => Sign::District,
            "okrug" => Sign::Okrug,
            "uezd" => Sign::Uezd,
            "governorate" => Sign::Governorate,
            "volost" => Sign::Volost,
            "council" => Sign::Council,
            "republic" => Sign::Republic,
            "town" => Sign::Town,
            "village" => Sign::Village,
            "halt" => Sign::Halt,
            "noise" => Sign::Noise,
            _ => return None,
        })
    }

    /// Returns whether the name stands before this word.
    pub(crate) fn follows_name(self) -> bool {
        self <= Sign::Republic
    }

    /// Returns whether it names a unit in which towns lie.
    pub(crate) fn is_large(self) -> bool {
        matches!(self, Sign::Oblast | Sign::Krai | Sign::Okrug | Sign::Governorate | Sign::Republic)
    }
}

/// One piece of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A word of a name, in small letters; whether a point follows.
    Word(String, bool),
    /// A kind word, with how it is written.
    Kind(Sign, String),
    /// A comma, bracket or the like.
    Stop,
}

static SIGNS: LazyLock<HashMap<&'static str, Sign>> = LazyLock::new(|| {
    let row = |(_, cells): (usize, Vec<&'static str>)| {
        let sign = Sign::from_name(cells.get(1)?).expect("a test reads every kind of word");
        Some((*cells.first()?, sign))
    };
    rows(KIND_WORDS_TSV).filter_map(row).collect()
});

/// Splits words as written.
///
/// # Source
///
/// `data/places/kind_words.tsv`
pub(crate) fn split_words(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    for letter in text.chars().flat_map(char::to_lowercase).chain([',']) {
        match letter {
            'ё' => word.push('е'),
            '\u{ad}' | '\u{301}' | '\u{307}' => {}
            '’' | '\'' | 'ʼ' => {}
            letter if letter.is_alphanumeric() || letter == '/' => word.push(letter),
            '-' | '–' | '‑' if !word.is_empty() => word.push('-'),
            // «Зап.-Сибирский»
            '-' => {}
            '.' => finish(&mut word, true, &mut pieces),
            letter if letter.is_whitespace() => finish(&mut word, false, &mut pieces),
            _ => {
                finish(&mut word, false, &mut pieces);
                if pieces.last().is_some_and(|last| *last != Piece::Stop) {
                    pieces.push(Piece::Stop);
                }
            }
        }
    }
    pieces
}

fn finish(word: &mut String, has_point: bool, pieces: &mut Vec<Piece>) {
    let whole = std::mem::take(word);
    let whole = whole.trim_matches(['-', '/']);
    if whole.is_empty() || whole == "в" || whole == "во" {
        return;
    }
    if let Some(sign) = SIGNS.get(whole) {
        // «с» and «у» without a point are prepositions, and «в» always.
        let is_preposition = ["с", "у", "к", "v", "l", "t", "k"].contains(&whole) && !has_point;
        if !is_preposition || whole.is_ascii() || matches!(pieces.last(), None | Some(Piece::Stop))
        {
            pieces.push(Piece::Kind(*sign, whole.to_owned()));
        }
        return;
    }
    for part in whole.split(['-', '/']).filter(|part| !part.is_empty()) {
        match SIGNS.get(part) {
            Some(sign) if part.chars().count() > 2 => {
                pieces.push(Piece::Kind(*sign, part.to_owned()));
            }
            _ => pieces.push(Piece::Word(part.to_owned(), has_point)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Word(word, _) => word,
            Piece::Kind(sign, _) => format!("{sign:?}"),
            Piece::Stop => "|".to_owned(),
        };
        split_words(text).into_iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn kinds_and_names_are_told_apart() {
        for (text, expected) in [
            (
                "в Омской обл., Тарский р-н, д. Ивановка",
                "омской Oblast | тарский District | Village ивановка |",
            ),
            ("г.Ростов-на-Дону", "Town ростов на дону |"),
            ("АССР немцев Поволжья", "Republic немцев поволжья |"),
            ("с. Орлово Орловского с/с", "Village орлово орловского Council |"),
            ("Novosibirski obl.", "novosibirski Oblast |"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn every_kind_word_has_a_known_kind() {
        let n_rows = rows(KIND_WORDS_TSV).count();
        assert_eq!(SIGNS.len(), n_rows, "a word stands twice");
    }
}
