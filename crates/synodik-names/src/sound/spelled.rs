//! One word, folded, a byte a letter.

use super::alphabet::{ALPHABET, LETTER_A, plain_code};
use crate::fold::Script;

/// How many letters of a word are kept; names are shorter.
pub(crate) const MAX_LETTERS: usize = 24;

/// The letters of one word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spelled {
    letters: [u8; MAX_LETTERS],
    sounding: [u8; MAX_LETTERS],
    n_letters: u8,
    n_sounding: u8,
    /// The script the word is read in.
    pub(crate) script: Script,
    /// Equal for two words of the same folded letters, however long.
    pub(crate) folded_hash: u64,
    /// Equal for two words written the same but for case.
    pub(crate) written_hash: u64,
    /// Whether the word ends in a point.
    pub(crate) is_abbreviated: bool,
}

fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

impl Spelled {
    /// Reads one word; what is no letter or digit is passed over.
    pub(crate) fn new(word: &str) -> Spelled {
        let alphabet = &*ALPHABET;
        let mut spelled = Spelled {
            letters: [0; MAX_LETTERS],
            sounding: [0; MAX_LETTERS],
            n_letters: 0,
            n_sounding: 0,
            script: Script::Other,
            folded_hash: 0,
            written_hash: 0,
            is_abbreviated: word.ends_with('.'),
        };
        let (mut n_cyrillic, mut n_latin, mut unkept_hash) = (0, 0, 0);
        for letter in word.chars() {
            let entry = alphabet.entry(letter);
            if entry.letters[0] == 0 {
                if letter == '\u{306}' {
                    spelled.shorten_last_i();
                }
                continue;
            }
            spelled.written_hash = mix(spelled.written_hash, entry.small.into());
            n_cyrillic += u32::from(entry.is_cyrillic);
            n_latin += u32::from(entry.is_latin);
            let is_kept = usize::from(spelled.n_letters) + 2 <= MAX_LETTERS;
            if !is_kept || entry.letters[0] > 58 {
                unkept_hash = mix(unkept_hash, letter.into());
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
        spelled.drop_final_hard_sign();
        let letters = spelled.letters().iter().map(|&code| u64::from(code));
        spelled.folded_hash = letters.fold(unkept_hash, mix);
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

    proptest::proptest! {
        #[test]
        fn no_word_panics(word in ".{0,60}") {
            assert!(Spelled::new(&word).letters().len() <= MAX_LETTERS);
        }
    }
}
