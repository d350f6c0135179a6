//! The Beider-Morse codes of a name, as the library `rphonetic` gives them.
//!
//! The library has the rules for a word whose language is not known, for Latin
//! letters only; Cyrillic is written in Latin letters first.
//!
//! **Invariant:** no rule is altered here. Where the codes differ from those of
//! another program it is because that program guesses the language first.

use super::sounding::sound_in_latin;
use crate::fold::{Script, fold_words};
use rphonetic::{BeiderMorseBuilder, ConfigFiles, Encoder};
use std::sync::LazyLock;

static RULES: LazyLock<ConfigFiles> = LazyLock::new(ConfigFiles::default);

/// How many codes a word may have.
const MAX_CODES: usize = 20;

/// Returns the Beider-Morse codes of a word: generic names, approximate sounds.
///
/// Two names sound alike if they have a code in common. Slow (some 100
/// microseconds): for showing a name, not for comparing millions.
///
/// # Shape
///
/// `word`: one word in any case. Gives at most about twenty codes, sorted, none
/// twice; none for a word without letters.
///
/// # Source
///
/// `data/names/sounding.tsv`; the rules of Beider and Morse in `rphonetic`.
///
/// # Example
///
/// ```
/// use synodik_names::beider_morse;
/// let latin = beider_morse("Moskowitz");
/// assert!(beider_morse("Московиц").iter().any(|code| latin.contains(code)));
/// assert!(beider_morse("1937").is_empty());
/// ```
pub fn beider_morse(word: &str) -> Vec<String> {
    let mut latin = String::new();
    fold_words(word, |folded, script| match script {
        Script::Cyrillic => latin = sound_in_latin(folded),
        Script::Latin | Script::Other => folded.clone_into(&mut latin),
    });
    latin.retain(|letter| letter.is_ascii_alphabetic());
    if latin.is_empty() {
        return Vec::new();
    }
    let encoder = BeiderMorseBuilder::new(&RULES).max_phonemes(MAX_CODES).build();
    let encoded = encoder.encode(&latin);
    let mut codes: Vec<String> = encoded
        .split(['|', '(', ')', '-'])
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect();
    codes.sort();
    codes.dedup();
    codes
}
