//! The words in a written name that are no name: titles, particles, markers.

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
    /// Belongs to the name before it (Мамед ага).
    NameSuffix,
    /// Belongs to the name behind it (Гаджи Али).
    Honorific,
    /// Makes the word before it the father's name and is part of it (оглы).
    PatronymicSuffix,
    /// Makes the word before it the father's name (Jaani p.).
    FathersMark,
    /// Says that a birth follows (s. 1897).
    BirthMark,
    Marker(super::Claim),
    /// A marker that says also which part the words behind it are.
    PartMarker(super::PieceKind),
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
        "name_suffix" => Role::NameSuffix,
        "honorific" => Role::Honorific,
        "patronymic_suffix" => Role::PatronymicSuffix,
        "fathers_mark" => Role::FathersMark,
        "birth_mark" => Role::BirthMark,
        "also_given" => Role::PartMarker(super::PieceKind::Given),
        "also_father" => Role::PartMarker(super::PieceKind::Patronymic),
        "also_surname" => Role::PartMarker(super::PieceKind::Surname),
        "also_known" => Role::Marker(super::Claim::AlsoKnown),
        "former" => Role::Marker(super::Claim::Former),
        "maiden" => Role::Marker(super::Claim::Maiden),
        "married" => Role::Marker(super::Claim::Married),
        "pseudonym" => Role::Marker(super::Claim::Pseudonym),
        "true_name" => Role::Marker(super::Claim::TrueName),
        other => unreachable!("name_words.tsv: unknown role `{other}`"),
    }
}

/// Which last bytes the role words have, by their length in bytes; a quick way to say no.
type EndFilter = [u64; N_BYTES_FILTER];

const N_BYTES_FILTER: usize = 32;

static FILTER: LazyLock<EndFilter> = LazyLock::new(|| filter_of(|_| true));

/// Only the words that are no name even with a capital inside a name.
static INNER_FILTER: LazyLock<EndFilter> = LazyLock::new(|| filter_of(Role::is_inner));

impl Role {
    /// Whether a word with a capital inside a name may have this role.
    pub(super) fn is_inner(self) -> bool {
        matches!(self, Role::PatronymicSuffix | Role::Honorific | Role::NameSuffix)
    }
}

fn filter_of(is_wanted: impl Fn(Role) -> bool) -> EndFilter {
    let mut filter = [0; N_BYTES_FILTER];
    for [role, words, _language, _source] in table::rows(NAME_WORDS_TSV) {
        let first = words.split(' ').next().unwrap_or_default();
        if let Some(last) = first.bytes().next_back().filter(|_| is_wanted(role_of_cell(role))) {
            filter[first.len() % N_BYTES_FILTER] |= 1 << (last % 64);
        }
    }
    filter
}

/// Whether `word` may have a role; says no quickly for most names.
pub(super) fn may_have_role(word: &str, is_inner: bool) -> bool {
    let filter = if is_inner { &*INNER_FILTER } else { &*FILTER };
    match word.bytes().next_back() {
        None => false,
        Some(last) => {
            filter[word.len() % N_BYTES_FILTER] & (1 << (last % 64)) != 0
                || word.chars().next_back().is_some_and(is_capital_letter)
        }
    }
}

/// Returns whether a word in small letters is a particle of names: von, аль.
pub(crate) fn is_particle(word: &str) -> bool {
    let phrases = ROLES.get(word).map_or(&[][..], Vec::as_slice);
    phrases.iter().any(|(further, role)| further.is_empty() && *role == Role::Particle)
}

/// As `char::is_uppercase`, quicker for the usual letters.
pub(super) fn is_capital_letter(letter: char) -> bool {
    match letter {
        'А'..='Я' | 'A'..='Z' => true,
        'а'..='я' | '\0'..='\u{7f}' => false,
        _ => letter.is_uppercase(),
    }
}

/// As `char::is_lowercase`, quicker for the usual letters.
pub(super) fn is_small_letter(letter: char) -> bool {
    match letter {
        'а'..='я' | 'a'..='z' => true,
        'А'..='Я' | '\0'..='\u{7f}' => false,
        _ => letter.is_lowercase(),
    }
}

/// Hands `word` in small letters, ё as е, to `on_word`, without an allocation for usual words.
pub(super) fn in_small_letters<T>(word: &str, on_word: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0_u8; 64];
    match small_letters(word.as_bytes(), &mut buffer).and_then(|small| str::from_utf8(small).ok()) {
        Some(small) => on_word(small),
        None => on_word(&word.to_lowercase().replace('ё', "е")),
    }
}

/// Writes Russian and English letters in small ones; nothing for a word with other signs.
///
/// In UTF-8 the Russian letters are pairs of bytes, А from D0 90, Р from D0 A0, р from D1 80.
fn small_letters<'a>(word: &[u8], buffer: &'a mut [u8; 64]) -> Option<&'a [u8]> {
    let small = buffer.get_mut(..word.len())?;
    let mut at = 0;
    while at < word.len() {
        let pair = (word[at], word.get(at + 1).copied().unwrap_or(0));
        let pair = match pair {
            (b'a'..=b'z' | b'A'..=b'Z' | b'-', _) => {
                small[at] = word[at].to_ascii_lowercase();
                at += 1;
                continue;
            }
            (0xd0, 0xb0..=0xbf) | (0xd1, 0x80..=0x8f) => pair,
            (0xd0, second @ 0x90..=0x9f) => (0xd0, second + 0x20),
            (0xd0, second @ 0xa0..=0xaf) => (0xd1, second - 0x20),
            (0xd0, 0x81) | (0xd1, 0x91) => (0xd0, 0xb5),
            _ => return None,
        };
        (small[at], small[at + 1]) = pair;
        at += 2;
    }
    Some(small)
}
