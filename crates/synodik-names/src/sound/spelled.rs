//! One word, folded, a byte a letter.

use super::alphabet::{ALPHABET, LETTER_A, plain_code, small_letter};
use crate::fold::Script;

/// How many letters of a word are kept; names are shorter.
pub(crate) const MAX_LETTERS: usize = 24;

/// The letters of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spelled {
    letters: [u8; MAX_LETTERS],
    sounding: [u8; MAX_LETTERS],
    n_letters: u8,
    n_sounding: u8,
    /// A bit for every code that occurs.
    pub(crate) letter_mask: u64,
    /// The script the word is read in.
    pub(crate) script: Script,
    /// Equal for two words of the same folded letters, however long.
    pub(crate) folded_hash: u64,
    /// Equal for two words written the same but for case.
    pub(crate) written_hash: u64,
    /// Whether the word ends in a point.
    pub(crate) is_abbreviated: bool,
}

/// The bytes of `А` in UTF-8, without the bits that only say how many bytes there are.
const CAPITAL_A: u16 = 0xd0 << 6 | 0x10;

/// Capital and small letters from А to я.
const N_PLAIN_CYRILLIC: u16 = 64;

/// Letters of a word that are kept if each is folded to one.
const MAX_PLAIN: usize = MAX_LETTERS - 1;

fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

fn hash_of(letters: &[u8; MAX_LETTERS], seed: u64) -> u64 {
    let (eights, _) = letters.as_chunks::<8>();
    eights.iter().fold(seed, |hash, eight| mix(hash, u64::from_le_bytes(*eight)))
}

fn mask_of(letters: &[u8]) -> u64 {
    letters.iter().fold(0, |mask, &code| mask | 1 << code)
}

/// Returns the codes of a word of letters from А to я only, and which occur.
fn plain_cyrillic(word: &str) -> Option<([u8; MAX_LETTERS], u64)> {
    let (pairs, rest) = word.as_bytes().as_chunks::<2>();
    if !rest.is_empty() || pairs.len() > MAX_PLAIN {
        return None;
    }
    let (mut letters, mut mask) = ([0; MAX_LETTERS], 0);
    let mut is_plain = !pairs.is_empty();
    for (code, &[first, second]) in letters.iter_mut().zip(pairs) {
        let number = u16::from(first) << 6 | u16::from(second & 0x3f);
        let place = number.wrapping_sub(CAPITAL_A);
        is_plain &= place < N_PLAIN_CYRILLIC;
        // Small letters follow the capitals.
        *code = 1 + (place % 32) as u8;
        mask |= 1 << *code;
    }
    is_plain.then_some((letters, mask))
}

/// Returns the codes of a word of letters from a to z only, and which occur.
fn plain_latin(word: &str) -> Option<([u8; MAX_LETTERS], u64)> {
    let bytes = word.as_bytes();
    if bytes.is_empty() || bytes.len() > MAX_PLAIN {
        return None;
    }
    let (mut letters, mut mask) = ([0; MAX_LETTERS], 0);
    let mut is_plain = true;
    for (code, byte) in letters.iter_mut().zip(bytes) {
        is_plain &= byte.is_ascii_alphabetic();
        *code = LETTER_A + (byte | 0x20).wrapping_sub(b'a') % 31;
        mask |= 1 << *code;
    }
    is_plain.then_some((letters, mask))
}

impl Spelled {
    /// Reads one word; what is no letter or digit is passed over.
    pub(crate) fn new(word: &str) -> Spelled {
        if let Some((letters, mask)) = plain_cyrillic(word) {
            let n_letters = word.len() / 2;
            // A hard sign at the end is dropped.
            if letters[n_letters - 1] != plain_code('ъ') {
                return Spelled::of_plain((letters, mask), n_letters, Script::Cyrillic);
            }
        } else if let Some((letters, mask)) = plain_latin(word) {
            return Spelled::of_plain((letters, mask), word.len(), Script::Latin);
        }
        Spelled::of_any(word)
    }

    /// Makes the word of letters that need no rules: most words are such.
    fn of_plain(
        (letters, letter_mask): ([u8; MAX_LETTERS], u64),
        n_letters: usize,
        script: Script,
    ) -> Spelled {
        let hash = hash_of(&letters, 0);
        Spelled {
            letters,
            sounding: letters,
            n_letters: n_letters as u8,
            n_sounding: n_letters as u8,
            letter_mask,
            script,
            folded_hash: hash,
            written_hash: hash,
            is_abbreviated: false,
        }
    }

    /// Reads a word of any letters by the rules.
    fn of_any(word: &str) -> Spelled {
        let alphabet = &*ALPHABET;
        let mut spelled = Spelled {
            letters: [0; MAX_LETTERS],
            sounding: [0; MAX_LETTERS],
            n_letters: 0,
            n_sounding: 0,
            letter_mask: 0,
            script: Script::Other,
            folded_hash: 0,
            written_hash: 0,
            is_abbreviated: word.ends_with('.'),
        };
        let (mut n_cyrillic, mut n_latin, mut n_letters, mut unkept_hash) = (0, 0, 0, 0);
        let (mut n_plain_cyrillic, mut n_plain_latin) = (0, 0);
        for letter in word.chars() {
            let entry = alphabet.entry(letter);
            if entry.letters[0] == 0 {
                if letter == '\u{306}' {
                    spelled.shorten_last_i();
                    n_letters += 1;
                }
                continue;
            }
            spelled.written_hash = mix(spelled.written_hash, entry.small.into());
            n_letters += 1;
            n_cyrillic += u32::from(entry.is_cyrillic);
            n_latin += u32::from(entry.is_latin);
            n_plain_cyrillic += u32::from(matches!(letter, 'А'..='я'));
            n_plain_latin += u32::from(letter.is_ascii_alphabetic());
            let is_kept = usize::from(spelled.n_letters) + 2 <= MAX_LETTERS;
            if !is_kept || entry.letters[0] > 58 {
                unkept_hash = mix(unkept_hash, small_letter(letter).into());
            }
            if is_kept {
                spelled.push(entry.letters, entry.accented);
            }
        }
        spelled.script = match (n_cyrillic, n_latin) {
            (0, 0) => Script::Other,
            _ if n_cyrillic >= n_latin => Script::Cyrillic,
            _ => Script::Latin,
        };
        if n_cyrillic > 0 && n_latin > 0 {
            spelled.replace_lookalikes();
        }
        let n_kept = spelled.n_letters;
        spelled.drop_final_hard_sign();
        spelled.folded_hash = hash_of(&spelled.letters, unkept_hash);
        spelled.letter_mask = mask_of(spelled.letters());
        // A word of plain letters has the hash it has without the signs between them.
        let is_plain = n_plain_cyrillic == n_letters || n_plain_latin == n_letters;
        if is_plain && spelled.n_letters == n_kept && unkept_hash == 0 {
            spelled.written_hash = spelled.folded_hash;
        }
        spelled
    }

    fn push(&mut self, letters: [u8; 2], accented: u8) {
        for code in letters.into_iter().filter(|&code| code != 0) {
            self.letters[usize::from(self.n_letters)] = code;
            self.n_letters += 1;
        }
        if accented != 0 {
            self.sounding[usize::from(self.n_sounding)] = accented;
            self.n_sounding += 1;
            return;
        }
        for code in letters.into_iter().filter(|&code| code != 0) {
            self.sounding[usize::from(self.n_sounding)] = code;
            self.n_sounding += 1;
        }
    }

    /// Makes `й` of an `и` before a breve.
    fn shorten_last_i(&mut self) {
        let (long, short) = (plain_code('и'), plain_code('й'));
        for (codes, n_codes) in
            [(&mut self.letters, self.n_letters), (&mut self.sounding, self.n_sounding)]
        {
            if let Some(last) =
                codes[..usize::from(n_codes)].last_mut().filter(|last| **last == long)
            {
                *last = short;
            }
        }
    }

    fn replace_lookalikes(&mut self) {
        let is_cyrillic = self.script == Script::Cyrillic;
        let is_foreign = |code: u8| (code < LETTER_A) != is_cyrillic && code < 59;
        for codes in [&mut self.letters, &mut self.sounding] {
            for code in codes.iter_mut().filter(|code| **code != 0 && is_foreign(**code)) {
                let replaced = ALPHABET.lookalikes[usize::from(*code)];
                if replaced != 0 {
                    *code = replaced;
                }
            }
        }
    }

    fn drop_final_hard_sign(&mut self) {
        let hard_sign = plain_code('ъ');
        while self.letters().last() == Some(&hard_sign) {
            self.n_letters -= 1;
            self.letters[usize::from(self.n_letters)] = 0;
            self.n_sounding = self.n_sounding.saturating_sub(1);
            self.sounding[usize::from(self.n_sounding)] = 0;
        }
    }

    /// Returns the folded letters.
    pub(crate) fn letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.n_letters)]
    }

    /// Returns the letters with the accents that change a sound.
    pub(crate) fn sounding(&self) -> &[u8] {
        &self.sounding[..usize::from(self.n_sounding)]
    }

    /// Returns a hash of the first letters and of the kind of what follows them.
    pub(crate) fn hash_of_start(&self, n_letters: usize, kind: u8) -> u64 {
        let mut start = self.letters;
        for code in &mut start[n_letters..] {
            *code = 0;
        }
        hash_of(&start, u64::from(kind) + 1)
    }

    /// Returns the letters, filled up with zeros.
    pub(crate) fn padded(&self) -> [u8; MAX_LETTERS] {
        self.letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold_words;

    fn letters_of_folded(word: &str) -> Vec<u8> {
        let mut last = Vec::new();
        fold_words(word, |folded, _| last = folded.chars().map(plain_code).collect());
        last
    }

    #[test]
    fn letters_are_those_that_fold_words_leaves() {
        let words = [
            "Ѳедоръ",
            "ФЁДОР",
            "Hиколай",
            "Андре\u{438}\u{306}",
            "Григор'єв",
            "Зино\u{ad}вьев",
            "Müller",
            "Ivаn",
            "Straßen",
            "Али-Заде",
            "Łukasz",
            "",
            "-",
            "ъ",
        ];
        for word in words {
            assert_eq!(Spelled::new(word).letters(), letters_of_folded(word), "{word}");
        }
    }

    #[test]
    fn letters_beyond_the_table_still_tell_words_apart() {
        assert_ne!(Spelled::new("金").folded_hash, Spelled::new("鑫").folded_hash);
        let long = "а".repeat(30);
        assert_ne!(Spelled::new(&long).folded_hash, Spelled::new(&"а".repeat(31)).folded_hash);
    }

    #[test]
    fn words_of_plain_letters_are_read_as_the_rules_read_them() {
        let words = ["Волин", "ЩУКИНА", "ёж", "Иванъ", "Wolin", "ZUYEV", "я", "q", "Ъ", "Дзюбъъ"];
        let long = ["аЯ".repeat(11), "аЯ".repeat(12), "Zq".repeat(11), "Zq".repeat(12)];
        let all: String = ('А'..='я').collect();
        let parts: Vec<String> = all.chars().map(String::from).collect();
        for word in words.iter().map(|word| (*word).to_owned()).chain(long).chain(parts) {
            let (quick, by_rules) = (Spelled::new(&word), Spelled::of_any(&word));
            assert_eq!(quick, by_rules, "{word}");
        }
    }

    #[test]
    fn what_is_written_alike_but_for_case_has_one_hash() {
        let hash = |word: &str| Spelled::new(word).written_hash;
        for (a, b) in [("Волин", "ВО\u{ad}ЛИН"), ("Д'Арк", "ДАРК"), ("O'Neil", "oneil")]
        {
            assert_eq!(hash(a), hash(b), "{a} {b}");
        }
        let long = "Аб".repeat(20);
        assert_eq!(hash(&long), hash(&long.to_lowercase()));
        assert_eq!(Spelled::new(&long), Spelled::new(&long.to_lowercase()));
        for (a, b) in
            [("Иван", "Иванъ"), ("Волин", "Bолин"), ("Федор", "Фёдор"), ("Андреи\u{306}", "Андрей")]
        {
            assert_ne!(hash(a), hash(b), "{a} {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn plain_words_are_read_as_the_rules_read_them(word in "[А-яA-z]{0,26}|[А-яё]{1,26}") {
            assert_eq!(Spelled::new(&word), Spelled::of_any(&word));
        }

        #[test]
        fn no_word_panics(word in ".{0,60}") {
            assert!(Spelled::new(&word).letters().len() <= MAX_LETTERS);
        }
    }
}
