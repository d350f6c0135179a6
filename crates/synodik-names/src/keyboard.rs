//! Words typed while the keyboard was set to the other script.

use crate::table;
use std::sync::LazyLock;

const KEYBOARDS_TSV: &str = include_str!("../../../data/names/keyboards.tsv");

/// Keys by what they write: in Latin, and in Cyrillic.
static KEYS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let keyboards = table::rows(KEYBOARDS_TSV);
    keyboards.flat_map(|[latin, cyrillic, _]| latin.chars().zip(cyrillic.chars())).collect()
});

/// Returns what the same keys write when the keyboard is set to the other script.
///
/// # Shape
///
/// `None` where both scripts stand in the text, or neither, or where the keys would not write words:
/// a word of Cyrillic letters needs a vowel.
///
/// # Source
///
/// `data/names/keyboards.tsv`
///
/// ```
/// use synodik_names::other_layout;
/// assert_eq!(other_layout("<e[fhby Ybrjkfq").as_deref(), Some("Бухарин Николай"));
/// assert_eq!(other_layout("Ыефдшт").as_deref(), Some("Stalin"));
/// assert_eq!(other_layout("Бухарин Bukharin"), None);
/// ```
#[must_use]
pub fn other_layout(text: &str) -> Option<String> {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    let has_cyrillic = text.chars().any(is_cyrillic);
    let has_latin = text.chars().any(|letter| letter.is_ascii_alphabetic());
    if has_cyrillic == has_latin {
        return None;
    }
    let key = |letter: char| {
        let found = KEYS.iter().find_map(|&(latin, cyrillic)| match has_latin {
            true => (latin == letter).then_some(cyrillic),
            false => (cyrillic == letter).then_some(latin),
        });
        found.unwrap_or(letter)
    };
    let typed: String = text.chars().map(key).collect();
    let vowels = if has_latin { "аеёиоуыэюя" } else { "aeiouy" };
    let is_word = |word: &str| word.to_lowercase().chars().any(|letter| vowels.contains(letter));
    let mut words = typed.split_whitespace();
    words
        .all(|word| word.chars().all(|sign| !sign.is_alphabetic()) || is_word(word))
        .then_some(typed)
}
