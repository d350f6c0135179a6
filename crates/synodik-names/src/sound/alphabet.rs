//! Which byte stands for which letter.
//!
//! | codes | letters |
//! |---|---|
//! | 1 to 32 | а to я |
//! | 33 to 58 | a to z |
//! | 59 to 63 | all others, by their number |
//! | from 64 | letters with a sound of their own that folding loses: ё, č, ü |
//!
//! Codes from 64 on occur only where sounds are read.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const FOLD_TSV: &str = include_str!("../../../../data/names/fold.tsv");
pub(super) const SOUNDS_TSV: &str = include_str!("../../../../data/names/sounds.tsv");

/// The code of Latin `a`; those before it are Cyrillic.
pub(crate) const LETTER_A: u8 = 33;

/// All codes lie below.
pub(super) const N_CODES: usize = 128;

/// The first code of a letter that only sounds know.
const FIRST_ACCENTED: u8 = 64;

/// Letters up to here are in the table: Latin, Greek, Cyrillic.
const TABLE_END: u32 = 0x530;

/// What one character of a text gives.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// Codes of the folded letters; 0 for none.
    pub(super) letters: [u8; 2],
    /// The code under which sounds are looked up, if it is not that of the letters.
    pub(super) accented: u8,
    /// The small letter, by which the writing itself is compared.
    pub(super) small: u16,
    pub(super) is_cyrillic: bool,
    pub(super) is_latin: bool,
}

pub(super) struct Alphabet {
    entries: Vec<Entry>,
    /// By code of a Latin letter: the Cyrillic one that looks the same; and the reverse.
    pub(super) lookalikes: [u8; 64],
    accented: HashMap<char, u8>,
}

pub(super) static ALPHABET: LazyLock<Alphabet> = LazyLock::new(|| {
    let mut folded: HashMap<char, &'static str> = HashMap::new();
    let mut lookalikes = [0; 64];
    let mut accented = HashMap::new();
    let first = |cell: &str| cell.chars().next().expect("a rule of fold.tsv names a letter");
    for [kind, from, to, _source] in table::rows(FOLD_TSV) {
        match kind {
            "letter" => {
                folded.insert(first(from), to);
            }
            "lookalike" | "reverse" => {
                lookalikes[usize::from(plain_code(first(from)))] = plain_code(first(to));
            }
            _ => {}
        }
    }
    for [_script, letters, _sounds, _source] in table::rows(SOUNDS_TSV) {
        for letter in letters.chars().filter(|&letter| plain_code(letter) >= 59) {
            let next = FIRST_ACCENTED + u8::try_from(accented.len()).expect("few letters");
            accented.entry(letter).or_insert(next);
        }
    }
    assert!(
        accented.len() <= N_CODES - usize::from(FIRST_ACCENTED),
        "sounds.tsv has too many letters"
    );
    let entries = (0..TABLE_END)
        .map(|number| match char::from_u32(number) {
            Some(letter) => entry_of(letter, &folded, &accented),
            None => entry_of('\0', &folded, &accented),
        })
        .collect();
    Alphabet { entries, lookalikes, accented }
});

fn entry_of(
    letter: char,
    folded: &HashMap<char, &'static str>,
    accented: &HashMap<char, u8>,
) -> Entry {
    let small = small_letter(letter);
    let mut letters = [0; 2];
    match folded.get(&small) {
        Some(to) => {
            for (code, letter) in letters.iter_mut().zip(to.chars()) {
                *code = plain_code(letter);
            }
        }
        None if small.is_alphanumeric() => letters[0] = plain_code(small),
        None => {}
    }
    Entry {
        letters,
        accented: accented.get(&small).copied().unwrap_or(0),
        small: u16::try_from(u32::from(small)).unwrap_or(0),
        is_cyrillic: matches!(small, 'а'..='я' | '\u{450}'..='\u{52f}'),
        is_latin: matches!(small, 'a'..='z' | '\u{df}'..='\u{24f}'),
    }
}

/// Returns the small letter, the first if a capital has several.
pub(super) fn small_letter(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Returns the code of a folded letter.
pub(super) fn plain_code(letter: char) -> u8 {
    let offset = |first: char| (u32::from(letter) - u32::from(first)) as u8;
    match letter {
        'а'..='я' => 1 + offset('а'),
        'a'..='z' => LETTER_A + offset('a'),
        _ => 59 + (u32::from(letter) % 5) as u8,
    }
}

/// Returns the letter of a code from 1 to 58.
pub(crate) fn letter_of(code: u8) -> Option<char> {
    match code {
        1..LETTER_A => char::from_u32(u32::from('а') + u32::from(code) - 1),
        LETTER_A..59 => Some(char::from(b'a' + code - LETTER_A)),
        _ => None,
    }
}

impl Alphabet {
    pub(super) fn entry(&self, letter: char) -> Entry {
        match self.entries.get(letter as usize) {
            Some(&entry) => entry,
            None => {
                let small = small_letter(letter);
                let code = if small.is_alphanumeric() { plain_code(small) } else { 0 };
                Entry {
                    letters: [code, 0],
                    accented: 0,
                    small: (u32::from(small) % 0xffff) as u16,
                    is_cyrillic: false,
                    is_latin: false,
                }
            }
        }
    }

    /// Returns the code under which sounds of this letter are looked up.
    pub(super) fn sounding_code(&self, letter: char) -> u8 {
        self.accented.get(&letter).copied().unwrap_or_else(|| plain_code(letter))
    }
}
