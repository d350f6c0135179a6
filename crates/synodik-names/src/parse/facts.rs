//! What one word tells by itself: its ending, its letters, whether it is a known given name.

use super::words::{in_small_letters, is_capital_letter, is_small_letter};
use crate::table;
use std::sync::LazyLock;

const PART_ENDINGS_TSV: &str = include_str!("../../../../data/names/part_endings.tsv");

/// How far a word ends like a patronymic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum PatronymicEnding {
    #[default]
    None,
    /// As Силыч, but also as Бабич: the place must agree.
    Weak,
    /// As Петрович; also surnames (Рабинович).
    Strong,
    /// As Петровна: nothing else ends so.
    Sure,
}

/// What one word tells without its neighbours.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WordFacts {
    pub(super) patronymic: PatronymicEnding,
    pub(super) is_like_surname: bool,
    /// One capital letter, or a word cut off by a point (Вас.).
    pub(super) is_initial: bool,
    pub(super) is_capitals: bool,
    pub(super) starts_small: bool,
    pub(super) is_latin: bool,
}

impl WordFacts {
    pub(super) fn is_like_patronymic(&self) -> bool {
        self.patronymic >= PatronymicEnding::Strong
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Surname,
    Patronymic(PatronymicEnding),
}

struct PartEnding {
    ending: &'static str,
    part: Part,
    /// The whole word has at least so many bytes.
    n_bytes_min: usize,
    /// The last eight bytes and which of them count: most endings differ here already.
    tail: u64,
    mask: u64,
}

/// As many heaps as the last byte of a letter in UTF-8 has values, nearly.
const N_HEAPS: usize = 64;

/// The endings by the last byte, the longest first.
static ENDINGS: LazyLock<Vec<Vec<PartEnding>>> = LazyLock::new(|| {
    let mut heaps: Vec<Vec<PartEnding>> = Vec::new();
    heaps.resize_with(N_HEAPS, Vec::new);
    for [part, ending, n_letters_before, _example, _source] in table::rows(PART_ENDINGS_TSV) {
        let part = match part {
            "surname" => Part::Surname,
            "patronymic_sure" => Part::Patronymic(PatronymicEnding::Sure),
            "patronymic_strong" => Part::Patronymic(PatronymicEnding::Strong),
            "patronymic_weak" => Part::Patronymic(PatronymicEnding::Weak),
            other => unreachable!("part_endings.tsv: unknown part `{other}`"),
        };
        let n_before: usize =
            n_letters_before.parse().expect("part_endings.tsv counts letters in whole numbers");
        let n_bytes_letter = if ending.is_ascii() { 1 } else { 2 };
        let n_bytes_min = ending.len() + n_before * n_bytes_letter;
        let mask = u64::MAX << (8 * N_TAIL_BYTES.saturating_sub(ending.len()));
        let tail = tail_of(ending) & mask;
        heaps[heap_of(ending)].push(PartEnding { ending, part, n_bytes_min, tail, mask });
    }
    for heap in &mut heaps {
        heap.sort_by_key(|row| std::cmp::Reverse(row.ending.len()));
    }
    heaps
});

fn heap_of(word: &str) -> usize {
    word.bytes().next_back().map_or(0, |byte| usize::from(byte) % N_HEAPS)
}

const N_TAIL_BYTES: usize = 8;

/// Returns the last eight bytes as a number, the very last in its highest place.
fn tail_of(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if let Some(tail) = bytes.last_chunk::<N_TAIL_BYTES>() {
        return u64::from_le_bytes(*tail);
    }
    let mut tail = [0_u8; N_TAIL_BYTES];
    tail[N_TAIL_BYTES - bytes.len()..].copy_from_slice(bytes);
    u64::from_le_bytes(tail)
}

/// Returns what `word` tells by itself.
///
/// # Source
///
/// `data/names/part_endings.tsv`, `data/names/given/`
pub(super) fn facts_of(word: &str) -> WordFacts {
    let mut facts = letter_facts(word);
    let is_single = word.len() <= 3 && is_one_capital(word);
    if is_single {
        facts.is_initial = true;
        return facts;
    }
    let bare = word.trim_end_matches('.');
    // Only a word that ends in a capital has to be put in small letters for its ending,
    // or one that may end in a word of its own (Али-Кизы).
    let is_turkic = bare.ends_with(['ы', 'у', 'и', 'y', 'u', 'i']);
    match is_turkic || bare.chars().next_back().is_some_and(is_capital_letter) {
        true => in_small_letters(bare, |small| add_endings(&mut facts, small)),
        false => add_endings(&mut facts, bare),
    }
    let is_cut_off = bare.len() < word.len() && bare.chars().count() <= 4;
    facts.is_initial = is_cut_off && !facts.starts_small && !is_given(bare);
    facts
}

fn add_endings(facts: &mut WordFacts, small: &str) {
    let tail = tail_of(small);
    for row in &ENDINGS[heap_of(small)] {
        let is_same = tail & row.mask == row.tail && small.len() >= row.n_bytes_min;
        if !is_same || row.ending.len() > N_TAIL_BYTES && !small.ends_with(row.ending) {
            continue;
        }
        match row.part {
            Part::Surname => facts.is_like_surname = true,
            Part::Patronymic(strength) => facts.patronymic = facts.patronymic.max(strength),
        }
    }
}

fn letter_facts(word: &str) -> WordFacts {
    let is_letter = |letter: &char| matches!(letter, 'А'..='я') || letter.is_alphabetic();
    let mut letters = word.chars().filter(is_letter);
    let Some(first) = letters.next() else { return WordFacts::default() };
    let second = letters.next();
    let starts_small = is_small_letter(first);
    let is_capitals =
        !starts_small && second.is_some_and(is_capital_letter) && letters.all(is_capital_letter);
    WordFacts { starts_small, is_capitals, is_latin: first < '\u{250}', ..WordFacts::default() }
}

fn is_one_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(is_capital_letter) && matches!(letters.as_str(), "" | ".")
}

/// Whether a word is a form of a given name. The dearest question: asked only where it decides.
pub(super) fn is_given(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    if in_small_letters(word, |small| !crate::given::given_name_folded(small).is_empty()) {
        return true;
    }
    // Letters beyond the Russian alphabet are folded by rules that cost more.
    let is_plain = word.chars().all(|letter| matches!(letter, 'А'..='я' | 'Ё' | 'ё'));
    !is_plain && !crate::given::given_name(word).is_empty()
}

/// Whether the patronymic `word` comes from a name of `data/names/given/`.
pub(super) fn has_known_father(word: &str) -> bool {
    let is_known = |given: &str| !crate::given::given_name(given).is_empty();
    crate::inflect::fathers_of(word, &is_known).iter().any(|father| is_known(&father.given))
}
