//! Folds the words of a name to the form under which they are looked up.

use crate::table;
use std::sync::LazyLock;

const FOLD_TSV: &str = include_str!("../../../data/names/fold.tsv");

/// The script a word is written in, after look-alikes are put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Mostly Cyrillic letters.
    Cyrillic,
    /// Mostly Latin letters.
    Latin,
    /// Neither: digits, or letters of another script.
    Other,
}

/// Letters from here on have no row in `fold.tsv`; a test holds it.
const N_LETTERS: usize = 0x1f00;

/// What each letter becomes, by its number.
type LetterTable = Vec<Option<&'static str>>;

struct FoldRules {
    letters: LetterTable,
    lookalikes: LetterTable,
    reverse: LetterTable,
    finals: Vec<char>,
}

static RULES: LazyLock<FoldRules> = LazyLock::new(|| {
    let empty = || vec![None; N_LETTERS];
    let mut rules =
        FoldRules { letters: empty(), lookalikes: empty(), reverse: empty(), finals: Vec::new() };
    for [kind, from, to, _source] in table::rows(FOLD_TSV) {
        let from = from.chars().next().expect("a rule of fold.tsv names a letter");
        match kind {
            "letter" => rules.letters[from as usize] = Some(to),
            "lookalike" => rules.lookalikes[from as usize] = Some(to),
            "reverse" => rules.reverse[from as usize] = Some(to),
            _ => rules.finals.push(from),
        }
    }
    rules
});

fn rule_of(letters: &[Option<&'static str>], letter: char) -> Option<&'static str> {
    letters.get(letter as usize).copied().flatten()
}

/// Returns the Cyrillic letter that a small Latin one looks like.
pub(crate) fn cyrillic_lookalike(letter: char) -> Option<&'static str> {
    rule_of(&RULES.lookalikes, letter)
}

/// Returns the Latin letter that a small Cyrillic one looks like.
pub(crate) fn latin_lookalike(letter: char) -> Option<&'static str> {
    rule_of(&RULES.reverse, letter)
}

/// Returns what a small letter becomes when words are looked up, if it changes.
pub(crate) fn folded_letter(letter: char) -> Option<&'static str> {
    rule_of(&RULES.letters, letter)
}

/// Calls `on_word` for every word of `text`, folded.
///
/// Case, ё/е, letters of before 1918, accents, apostrophes and Latin
/// look-alikes inside Cyrillic words (and the reverse) no longer matter. A
/// hyphenated word gives its parts and then the whole without the hyphen.
///
/// # Shape
///
/// Words in the order of the text; none is empty.
///
/// # Source
///
/// `data/names/fold.tsv`
///
/// # Example
///
/// ```
/// let mut words = Vec::new();
/// synodik_names::fold_words("Ѳедоровъ Hиколай Али-Заде", |word, _| words.push(word.to_owned()));
/// assert_eq!(words, ["федоров", "николай", "али", "заде", "ализаде"]);
/// ```
pub fn fold_words(text: &str, mut on_word: impl FnMut(&str, Script)) {
    let rules = &*RULES;
    let mut word = Word { folded: String::with_capacity(text.len()), ..Word::default() };
    let mut joined = String::new();
    let mut n_parts = 0;
    // A sign after the end closes the last word as any other does.
    for letter in text.chars().chain([' ']) {
        if word.push(letter, rules) {
            continue;
        }
        let is_piece_end = !is_hyphen(letter);
        if word.n_signs > 0 {
            let script = word.finish(rules);
            if !word.folded.is_empty() {
                n_parts += 1;
                if !is_piece_end || n_parts > 1 {
                    joined.push_str(&word.folded);
                }
                on_word(&word.folded, script);
            }
            word.clear();
        }
        if is_piece_end {
            if n_parts > 1 {
                // Parts of two scripts make a word of both, which folds as one.
                joined.chars().for_each(|letter| {
                    word.push(letter, rules);
                });
                let script = word.finish(rules);
                if !word.folded.is_empty() {
                    on_word(&word.folded, script);
                }
                word.clear();
            }
            joined.clear();
            n_parts = 0;
        }
    }
}

/// Folds one whole word, hyphens left out, and hands it to `on_word`.
pub(crate) fn fold_name_word<T>(text: &str, on_word: impl FnOnce(&str) -> T) -> T {
    let rules = &*RULES;
    let mut word = Word { folded: String::with_capacity(text.len()), ..Word::default() };
    for letter in text.chars() {
        word.push(letter, rules);
    }
    word.finish(rules);
    on_word(&word.folded)
}

/// A word while its letters come in.
#[derive(Default)]
struct Word {
    folded: String,
    n_signs: usize,
    n_cyrillic: usize,
    n_latin: usize,
}

impl Word {
    fn clear(&mut self) {
        self.folded.clear();
        (self.n_signs, self.n_cyrillic, self.n_latin) = (0, 0, 0);
    }

    /// Adds a sign, folded; says whether it belongs to a word.
    fn push(&mut self, letter: char, rules: &FoldRules) -> bool {
        match letter {
            // By far the most letters: nothing to look up.
            'а'..='я' => {
                self.folded.push(letter);
                self.n_cyrillic += 1;
            }
            'А'..='Я' => {
                self.folded.push(small_cyrillic(letter));
                self.n_cyrillic += 1;
            }
            'a'..='z' | 'A'..='Z' => {
                self.folded.push(letter.to_ascii_lowercase());
                self.n_latin += 1;
            }
            _ if is_separator(letter) || is_hyphen(letter) => return false,
            _ => {
                for small in letter.to_lowercase() {
                    self.push_rare(small, rules);
                }
            }
        }
        self.n_signs += 1;
        true
    }

    fn push_rare(&mut self, small: char, rules: &FoldRules) {
        match rule_of(&rules.letters, small) {
            Some(to) => to.chars().for_each(|letter| self.push_folded(letter)),
            // A breve after `и` is the second half of a decomposed `й`.
            None if small == '\u{306}' && self.folded.ends_with('и') => {
                self.folded.pop();
                self.folded.push('й');
            }
            None if small.is_alphanumeric() => self.push_folded(small),
            // A sign that is dropped tells nothing of the script.
            None => {}
        }
    }

    fn push_folded(&mut self, letter: char) {
        self.folded.push(letter);
        match letter {
            'а'..='я' | '\u{450}'..='\u{52f}' => self.n_cyrillic += 1,
            'a'..='z' | '\u{df}'..='\u{24f}' => self.n_latin += 1,
            _ => {}
        }
    }

    /// Drops what a word does not end in and puts look-alikes right; says which script it is.
    fn finish(&mut self, rules: &FoldRules) -> Script {
        while let Some(last) = self.folded.chars().next_back() {
            if !rules.finals.contains(&last) {
                break;
            }
            self.folded.truncate(self.folded.len() - last.len_utf8());
            // All of them are Cyrillic.
            self.n_cyrillic = self.n_cyrillic.saturating_sub(1);
        }
        let script = match (self.n_cyrillic, self.n_latin) {
            (0, 0) => Script::Other,
            (n_cyrillic, n_latin) if n_cyrillic >= n_latin => Script::Cyrillic,
            _ => Script::Latin,
        };
        match script {
            Script::Cyrillic if self.n_latin > 0 => {
                replace_letters(&mut self.folded, &rules.lookalikes);
            }
            Script::Latin if self.n_cyrillic > 0 => {
                replace_letters(&mut self.folded, &rules.reverse);
            }
            _ => {}
        }
        script
    }
}

/// Returns the small letter of a capital from А to Я.
fn small_cyrillic(capital: char) -> char {
    // Small letters stand 32 places after the capitals, as in the ASCII block.
    char::from_u32(capital as u32 + 32).unwrap_or(capital)
}

fn replace_letters(word: &mut String, letters: &LetterTable) {
    let mut replaced = String::with_capacity(word.len());
    for letter in word.chars() {
        match rule_of(letters, letter) {
            Some(to) => replaced.push_str(to),
            None => replaced.push(letter),
        }
    }
    *word = replaced;
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_separator(letter: char) -> bool {
    if matches!(letter, 'А'..='я') {
        return false;
    }
    // Apostrophes, soft hyphens and combining marks belong to the word.
    !(letter.is_alphanumeric()
        || is_hyphen(letter)
        || matches!(letter, '\'' | '’' | 'ʼ' | '`' | '\u{ad}' | '\u{300}'..='\u{36f}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut words = Vec::new();
        fold_words(text, |word, _| words.push(word.to_owned()));
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn spellings_of_one_name_fold_together() {
        check("Ѳедоръ Алексѣевичъ", &["федор", "алексеевич"]);
        check("ФЁДОР", &["федор"]);
        check("Hиколай", &["николай"]);
        check("Андре\u{438}\u{306}", &["андрей"]);
        check("Григор'єв", &["григорев"]);
        check("Зино\u{ad}вьев", &["зиновьев"]);
        check("Müller", &["muller"]);
        check("Ivаn", &["ivan"]);
    }

    #[test]
    fn hyphens_give_parts_and_whole() {
        check("Браун-Домбровский", &["браун", "домбровский", "браундомбровский"]);
        check("Юнь–Лин-Сек", &["юнь", "лин", "сек", "юньлинсек"]);
        check("- —", &[]);
        check("hй-0e", &["нй", "0e", "нй0е"]);
    }

    #[test]
    fn brackets_and_points_separate() {
        check("Гусева И.М. (Железнова)", &["гусева", "и", "м", "железнова"]);
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "[a-zа-яёіѣъьй0-9 '-]{0,16}") {
            fold_words(&text, |folded, _| check_one_word(folded));
        }
    }

    fn check_one_word(folded: &str) {
        let mut again = String::new();
        fold_words(folded, |word, _| again.push_str(word));
        assert_eq!(again, folded);
    }
}
