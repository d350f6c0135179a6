//! Our own key: one number in which a name meets its misspellings and its Latin forms.

use crate::sound::{Form, N_SOUNDS, Sounds, Spelled, Stem, sound_of_sign};
use crate::table;
use std::sync::LazyLock;

const SLAVIC_KEY_TSV: &str = include_str!("../../../../data/names/slavic_key.tsv");

/// Bits of a class; a key holds sixteen classes.
const CLASS_BITS: u32 = 4;

/// The class of a sound that is dropped, except at the start.
const DROPPED: u8 = 0;

/// The class of a vowel at the start.
const VOWEL: u8 = 1;

/// The class of each sound.
static CLASSES: LazyLock<[u8; N_SOUNDS]> = LazyLock::new(|| {
    let mut classes = [DROPPED; N_SOUNDS];
    for [sign, class, _example, _source] in table::rows(SLAVIC_KEY_TSV) {
        let sound = sound_of_sign(sign.chars().next().expect("a row names a sound"));
        classes[usize::from(sound)] = class.parse().expect("classes are numbers up to 15");
    }
    classes
});

/// The sound of Latin `ch`, read as in English or as in German and Polish.
const CH: char = 'X';

/// The class of Latin `ch` read as in English.
const CH_CLASS: u8 = 6;

/// Returns a key that a name shares with most of its misspellings and its Latin forms.
///
/// Vowels but the first, soft and hard signs, double letters and the endings of sex
/// and case are dropped; voiced and unvoiced consonants and those that clerks and
/// languages confuse are one.
///
/// # Shape
///
/// `word`: one word in any case, Cyrillic or Latin. 0 for a word without letters.
///
/// # Source
///
/// `data/names/slavic_key.tsv`, `data/names/sounds.tsv`, `data/names/name_stems.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::slavic_key;
/// assert_eq!(slavic_key("Фёдоровъ"), slavic_key("Fyodorova"));
/// assert_ne!(slavic_key("Фёдоров"), slavic_key("Никитин"));
/// assert_eq!(slavic_key("?"), 0);
/// ```
pub fn slavic_key(word: &str) -> u64 {
    slavic_keys(word)[0]
}

/// Returns the key of a word with `ch` read as х and the key with `ch` read as ч.
///
/// Both are equal for a word without a Latin `ch`.
///
/// # Shape
///
/// As for [`slavic_key`], whose key comes first.
///
/// # Example
///
/// ```
/// use synodik_names::{slavic_key, slavic_keys};
/// assert!(slavic_keys("Chekhov").contains(&slavic_key("Чехов")));
/// assert!(slavic_keys("Pachowska").contains(&slavic_key("Паховская")));
/// ```
pub fn slavic_keys(word: &str) -> [u64; 2] {
    let spelled = Spelled::new(word);
    let stem = Stem::of(&spelled);
    let (sounds, n_stem_sounds) = Sounds::with_stem(spelled.sounding(), stem.n_sounding(&spelled));
    keys_of(sounds.as_slice(), n_stem_sounds, stem.form)
}

/// Returns the keys of a word by its sounds, of which the first are those of the stem.
pub(crate) fn keys_of(sounds: &[u8], n_stem_sounds: u8, form: Form) -> [u64; 2] {
    // Endings of women and of the genitive are vowels, which are dropped anyway.
    match form {
        Form::Oblique => keys_of_sounds(&sounds[..usize::from(n_stem_sounds)]),
        _ => keys_of_sounds(sounds),
    }
}

/// Returns the keys of a sequence of sounds.
fn keys_of_sounds(sounds: &[u8]) -> [u64; 2] {
    let ch = sound_of_sign(CH);
    let first = key_of_sounds(sounds, CLASSES[usize::from(ch)]);
    if sounds.contains(&ch) { [first, key_of_sounds(sounds, CH_CLASS)] } else { [first; 2] }
}

fn key_of_sounds(sounds: &[u8], ch_class: u8) -> u64 {
    let classes = &*CLASSES;
    let ch = sound_of_sign(CH);
    let mut key = 0_u64;
    let mut last = DROPPED;
    for (at, &sound) in sounds.iter().enumerate() {
        let class = match classes[usize::from(sound)] {
            _ if sound == ch => ch_class,
            DROPPED if at == 0 => VOWEL,
            class => class,
        };
        // Vowels and consonants come in no order a processor could foresee: no branches.
        let is_kept = (class != DROPPED) & (class != last) & (key >> (64 - CLASS_BITS) == 0);
        let longer = key << CLASS_BITS | u64::from(class);
        key = if is_kept { longer } else { key };
        last = if class == DROPPED { last } else { class };
    }
    key
}

/// Returns whether two letters are of one class of sounds: о and а, д and т.
pub(crate) fn are_of_one_class(a: u8, b: u8) -> bool {
    let [a, b] = [a, b].map(|code| {
        let sounds = Sounds::of_letters(&[code]);
        sounds.as_slice().last().map(|&sound| CLASSES[usize::from(sound)])
    });
    a.is_some() && a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str]) {
        let key = slavic_key(words[0]);
        for word in words {
            assert!(slavic_keys(word).contains(&key), "{word} and {}", words[0]);
        }
    }

    #[test]
    fn what_clerks_confuse_has_one_key() {
        check(&["Фёдоров", "Федорова", "Ѳедоровъ", "Fyodorov", "Fiodorow", "Fjodorow"]);
        check(&["Волинский", "Волинская", "Волинскому", "Wolinski", "Volinskaya"]);
        check(&["Ковальчук", "Кавальчук", "Kowalczuk", "Kovalchuk"]);
        check(&["Щукин", "Szczukin", "Schtschukin", "Shchukin"]);
        check(&["Гафуров", "Хафуров", "Гаффуров"]);
        check(&["Шмидт", "Шмит", "Schmidt"]);
        check(&["Малицкий", "Malicki", "Malitskii"]);
    }

    #[test]
    fn other_names_have_other_keys() {
        for (a, b) in [("Петров", "Иванов"), ("Петров", "Петренко"), ("Ли", "Ким")]
        {
            assert_ne!(slavic_key(a), slavic_key(b), "{a} {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn case_does_not_matter_and_nothing_panics(word in ".{0,40}") {
            assert_eq!(slavic_keys(&word).len(), 2);
        }
    }
}
