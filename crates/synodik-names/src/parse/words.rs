//! The words in a written name that are no name, and the endings that tell parts apart.

use crate::given::WordHasher;
use crate::table;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

const NAME_WORDS_TSV: &str = include_str!("../../../../data/names/name_words.tsv");

/// What a word that is no name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Particle,
    Suffix,
    PatronymicSuffix,
    Marker(super::Claim),
}

/// What may follow the first word, and what the whole does.
type Phrases = Vec<(Vec<&'static str>, Role)>;
type RoleMap = HashMap<&'static str, Phrases, BuildHasherDefault<WordHasher>>;

/// The roles by first word; the further words of each, the longest first.
pub(super) static ROLES: LazyLock<RoleMap> = LazyLock::new(|| {
    let mut roles = RoleMap::default();
    for [role, words, _language, _source] in table::rows(NAME_WORDS_TSV) {
        let mut words = words.split(' ');
        let first = words.next().expect("split gives at least one piece");
        let phrases: &mut Phrases = roles.entry(first).or_default();
        phrases.push((words.collect(), role_of_cell(role)));
        phrases.sort_by_key(|(further, _)| std::cmp::Reverse(further.len()));
    }
    roles
});

fn role_of_cell(cell: &str) -> Role {
    match cell {
        "title" => Role::Title,
        "particle" => Role::Particle,
        "suffix" => Role::Suffix,
        "patronymic_suffix" => Role::PatronymicSuffix,
        "also_known" => Role::Marker(super::Claim::AlsoKnown),
        "former" => Role::Marker(super::Claim::Former),
        "maiden" => Role::Marker(super::Claim::Maiden),
        "married" => Role::Marker(super::Claim::Married),
        "pseudonym" => Role::Marker(super::Claim::Pseudonym),
        "true_name" => Role::Marker(super::Claim::TrueName),
        other => unreachable!("name_words.tsv: unknown role `{other}`"),
    }
}

/// Hands `word` in small letters to `on_word`, without an allocation for usual words.
pub(super) fn in_small_letters<T>(word: &str, on_word: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0_u8; 64];
    let mut n_bytes = 0;
    for letter in word.chars() {
        let small = match letter {
            'А'..='Я' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
            'ё' | 'Ё' => 'е',
            'а'..='я' | '-' => letter,
            'A'..='Z' | 'a'..='z' => letter.to_ascii_lowercase(),
            _ => return on_word(&word.to_lowercase()),
        };
        if n_bytes + small.len_utf8() > buffer.len() {
            return on_word(&word.to_lowercase());
        }
        n_bytes += small.encode_utf8(&mut buffer[n_bytes..]).len();
    }
    match std::str::from_utf8(&buffer[..n_bytes]) {
        Ok(small) => on_word(small),
        Err(_) => on_word(&word.to_lowercase()),
    }
}

const PATRONYMIC_ENDINGS: [&str; 14] = [
    "вич", "вна", "чна", "ьич", "мич", "кич", "тич", "лич", "оглы", "кызы", "ovich", "evich",
    "ovna", "evna",
];
const SURNAME_ENDINGS: [&str; 29] = [
    "ов",
    "ев",
    "ин",
    "ын",
    "ова",
    "ева",
    "ина",
    "ына",
    "ский",
    "цкий",
    "ская",
    "цкая",
    "енко",
    "ук",
    "юк",
    "швили",
    "дзе",
    "ян",
    "ых",
    "ov",
    "ev",
    "ova",
    "eva",
    "sky",
    "skii",
    "ski",
    "skaya",
    "enko",
    "ian",
];

/// Whether a word ends like a patronymic (-ович, -овна, -оглы).
pub(super) fn ends_like_patronymic(word: &str) -> bool {
    word.len() > 8 && ends_in_one_of(word, &PATRONYMIC_ENDINGS)
}

/// Whether a word ends like a Russian, Ukrainian or Caucasian surname.
pub(super) fn ends_like_surname(word: &str) -> bool {
    ends_in_one_of(word, &SURNAME_ENDINGS)
}

fn ends_in_one_of(word: &str, endings: &[&str]) -> bool {
    let is_ending = |small: &str| endings.iter().any(|ending| small.ends_with(ending));
    // Only a word all in capitals has to be put in small letters for its ending.
    match word.chars().next_back().is_some_and(char::is_uppercase) {
        true => in_small_letters(word, is_ending),
        false => is_ending(word),
    }
}

/// Whether a word is a form of a given name.
pub(super) fn is_given(word: &str) -> bool {
    in_small_letters(word, |small| !crate::given::given_name_folded(small).is_empty())
        || (!word.is_ascii()
            && word.chars().any(|letter| matches!(letter, '\u{80}'..='\u{24f}'))
            && !crate::given::given_name(word).is_empty())
}
