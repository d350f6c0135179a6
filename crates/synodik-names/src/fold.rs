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
const N_LETTERS: usize = 0x530;

/// What each letter becomes, by its number.
type LetterTable = Box<[Option<&'static str>; N_LETTERS]>;

struct FoldRules {
    letters: LetterTable,
    lookalikes: LetterTable,
    reverse: LetterTable,
    finals: Vec<char>,
}

static RULES: LazyLock<FoldRules> = LazyLock::new(|| {
    let empty = || Box::new([None; N_LETTERS]);
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

fn rule_of(letters: &LetterTable, letter: char) -> Option<&'static str> {
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
    let mut word = String::new();
    let mut joined = String::new();
    for piece in text.split(is_separator).filter(|piece| !piece.is_empty()) {
        joined.clear();
        let mut n_parts = 0;
        let mut script = Script::Other;
        for part in piece.split(is_hyphen).filter(|part| !part.is_empty()) {
            script = fold_word(part, &mut word);
            if !word.is_empty() {
                n_parts += 1;
                joined.push_str(&word);
                on_word(&word, script);
            }
        }
        if n_parts > 1 {
            on_word(&joined, script);
        }
    }
}

/// Folds one whole word, hyphens left out, and hands it to `on_word`.
pub(crate) fn fold_name_word<T>(word: &str, on_word: impl FnOnce(&str) -> T) -> T {
    let mut folded = String::with_capacity(word.len());
    fold_word(word, &mut folded);
    on_word(&folded)
}

fn fold_word(word: &str, out: &mut String) -> Script {
    out.clear();
    let rules = &*RULES;
    let (mut n_cyrillic, mut n_latin) = (0, 0);
    for letter in word.chars() {
        match letter {
            // By far the most letters: nothing to look up.
            'а'..='я' => {
                out.push(letter);
                n_cyrillic += 1;
            }
            'А'..='Я' => {
                out.push(small_cyrillic(letter));
                n_cyrillic += 1;
            }
            'a'..='z' | 'A'..='Z' => {
                out.push(letter.to_ascii_lowercase());
                n_latin += 1;
            }
            _ => {
                for small in letter.to_lowercase() {
                    fold_letter(small, out, rules);
                    match small {
                        'а'..='я' | '\u{450}'..='\u{52f}' => n_cyrillic += 1,
                        'a'..='z' | '\u{df}'..='\u{24f}' => n_latin += 1,
                        _ => {}
                    }
                }
            }
        }
    }
    let script = match (n_cyrillic, n_latin) {
        (0, 0) => Script::Other,
        _ if n_cyrillic >= n_latin => Script::Cyrillic,
        _ => Script::Latin,
    };
    match script {
        Script::Cyrillic if n_latin > 0 => replace_letters(out, &rules.lookalikes),
        Script::Latin if n_cyrillic > 0 => replace_letters(out, &rules.reverse),
        _ => {}
    }
    while let Some(last) = out.chars().next_back().filter(|last| rules.finals.contains(last)) {
        out.truncate(out.len() - last.len_utf8());
    }
    script
}

fn fold_letter(letter: char, out: &mut String, rules: &FoldRules) {
    match rule_of(&rules.letters, letter) {
        Some(to) => out.push_str(to),
        // A breve after `и` is the second half of a decomposed `й`.
        None if letter == '\u{306}' && out.ends_with('и') => {
            out.pop();
            out.push('й');
        }
        None if letter.is_alphanumeric() => out.push(letter),
        None => {}
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
    }

    #[test]
    fn brackets_and_points_separate() {
        check("Гусева И.М. (Железнова)", &["гусева", "и", "м", "железнова"]);
    }
}
