//! A whole name, its words prepared for comparing and their parts told as far as they show.

use super::prepared::PreparedWord;
use crate::given::{given_name_entry, given_names};
use crate::part::NamePart;
use crate::sound::Paradigm;
use std::sync::LazyLock;

/// Words of a name that are compared; real names have fewer.
pub(super) const MAX_WORDS: usize = 6;

/// A surname in -ов or -ский has at least so many letters.
const MIN_SURNAME_LETTERS: u8 = 5;

/// A small word up to this length is a particle: von, de, аль.
const MAX_PARTICLE_LETTERS: u8 = 3;

/// One word of a name with what else stands for it.
#[derive(Debug, Clone)]
pub(super) struct NameWord {
    /// As written.
    pub(super) text: String,
    pub(super) prepared: PreparedWord,
    /// The part it is, if that is known.
    pub(super) part: Option<NamePart>,
    pub(super) is_particle: bool,
    /// The share of all people who bear it as a given name, if that is known.
    pub(super) p_bearer: Option<f32>,
    /// Other words for it: what stands in brackets behind it.
    pub(super) alternatives: Vec<PreparedWord>,
}

/// A name prepared for [`compare_names`](super::compare_names).
#[derive(Debug, Clone, Default)]
pub struct PreparedName {
    pub(super) words: Vec<NameWord>,
}

impl PreparedName {
    /// Prepares a name as written, its parts in any order.
    ///
    /// The part of a word is told by its ending, by a comma behind the surname and
    /// by the parts of the other words; otherwise it stays open.
    ///
    /// # Shape
    ///
    /// `raw`: one name. Brackets hold other words for the word before them. Words
    /// after the sixth are passed over.
    pub fn of_text(raw: &str) -> PreparedName {
        let mut name = PreparedName::default();
        let mut is_bracketed = false;
        let mut n_before_comma = 0;
        each_token(raw, |token| match token {
            Token::Open => is_bracketed = true,
            Token::Close => is_bracketed = false,
            Token::Comma => {
                if n_before_comma == 0 && !is_bracketed {
                    n_before_comma = name.words.len();
                }
            }
            Token::Word(word) => name.push_word(word, None, is_bracketed),
        });
        if n_before_comma < name.words.len() {
            for word in &mut name.words[..n_before_comma] {
                word.part = Some(NamePart::Surname);
            }
        }
        name.tell_parts();
        name
    }

    /// Prepares a name whose parts are known.
    ///
    /// # Shape
    ///
    /// `parts`: each part as written, with one or more words; empty ones are passed over.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{NamePart, PreparedName, compare_names};
    /// let parts = [(NamePart::Surname, "Волин"), (NamePart::Given, "Пётр")];
    /// let evidence =
    ///     compare_names(&PreparedName::of_parts(&parts), &PreparedName::of_text("Volin Petr"));
    /// assert!(evidence.p_same > 0.9);
    /// ```
    pub fn of_parts(parts: &[(NamePart, &str)]) -> PreparedName {
        let mut name = PreparedName::default();
        for &(part, text) in parts {
            let mut is_bracketed = false;
            each_token(text, |token| match token {
                Token::Open => is_bracketed = true,
                Token::Close => is_bracketed = false,
                Token::Comma => {}
                Token::Word(word) => name.push_word(word, Some(part), is_bracketed),
            });
        }
        name
    }

    /// Returns how many words the name has.
    pub fn n_words(&self) -> u8 {
        self.words.len() as u8
    }

    fn push_word(&mut self, text: &str, part: Option<NamePart>, is_bracketed: bool) {
        let prepared = prepare(part, text);
        if prepared.is_missing() {
            return;
        }
        if is_bracketed && let Some(word) = self.words.last_mut() {
            word.alternatives.push(prepared);
        } else if self.words.len() < MAX_WORDS {
            let is_small = text.chars().next().is_some_and(char::is_lowercase);
            self.words.push(NameWord {
                text: text.to_owned(),
                prepared,
                part,
                is_particle: is_small && prepared.n_letters <= MAX_PARTICLE_LETTERS,
                p_bearer: p_bearer(&prepared),
                alternatives: Vec::new(),
            });
        }
    }

    /// Tells the parts of words by their endings and by what the others are.
    fn tell_parts(&mut self) {
        // Names all in small letters have no particles that could be told.
        if self.words.iter().all(|word| word.text.chars().all(|letter| !letter.is_uppercase())) {
            for word in &mut self.words {
                word.is_particle = false;
            }
        }
        if self.words.len() < 2 {
            return;
        }
        let is_patronymic: Vec<bool> = self
            .words
            .iter()
            .map(|word| word.prepared.paradigm() == Paradigm::Patronymic)
            .collect();
        let follows_other = |at: usize| at > 0 && is_patronymic[at] && !is_patronymic[at - 1];
        if self.words.len() > 2
            && let Some(at) = (0..self.words.len()).find(|&at| follows_other(at))
        {
            self.words[at].part = Some(NamePart::Patronymic);
            if self.words[at - 1].part.is_none() && at == self.words.len() - 1 {
                self.words[at - 1].part = Some(NamePart::Given);
            }
        }
        self.tell_given();
        let is_surname = |word: &NameWord| {
            word.part.is_none()
                && word.prepared.n_letters >= MIN_SURNAME_LETTERS
                && matches!(word.prepared.paradigm(), Paradigm::Possessive | Paradigm::Adjective)
        };
        let n_surnames = self.words.iter().filter(|word| is_surname(word)).count();
        let has_surname = self.words.iter().any(|word| word.part == Some(NamePart::Surname));
        if n_surnames == 1
            && !has_surname
            && let Some(word) = self.words.iter_mut().find(|word| is_surname(word))
        {
            word.part = Some(NamePart::Surname);
        }
        self.tell_last_open_part();
    }

    /// Of the open words the one that is a known given name is the given name.
    fn tell_given(&mut self) {
        if self.words.iter().any(|word| word.part == Some(NamePart::Given)) {
            return;
        }
        let is_given = |word: &NameWord| {
            word.part.is_none() && word.prepared.is_given() && !word.prepared.is_initial()
        };
        let mut given = self.words.iter_mut().filter(|word| is_given(word));
        if let (Some(word), None) = (given.next(), given.next()) {
            word.part = Some(NamePart::Given);
        }
    }

    /// Of two or three words with one open, the open one is the part that is wanting.
    fn tell_last_open_part(&mut self) {
        let has = |words: &[NameWord], part| words.iter().any(|word| word.part == Some(part));
        let has_surname = has(&self.words, NamePart::Surname);
        let has_given = has(&self.words, NamePart::Given);
        let mut open = self.words.iter_mut().filter(|word| word.part.is_none());
        let (Some(word), None) = (open.next(), open.next()) else { return };
        if has_surname && !has_given {
            word.part = Some(NamePart::Given);
        } else if has_given && !has_surname {
            word.part = Some(NamePart::Surname);
        }
    }

    /// Returns whether a word of the name is known to be this part.
    pub(super) fn has(&self, part: Option<NamePart>) -> bool {
        part.is_some() && self.words.iter().any(|word| word.part == part)
    }

    /// Returns the name with two neighbouring words written as one.
    pub(super) fn with_joined(&self, at: usize) -> PreparedName {
        let mut name = self.clone();
        let second = name.words.remove(at + 1);
        let first = &mut name.words[at];
        first.text.push_str(&second.text);
        first.prepared = prepare(first.part, &first.text);
        first.part = if first.part == second.part { first.part } else { None };
        first.is_particle = false;
        name
    }
}

/// Prepares a word; one of an open part as what its ending says, else as a given name.
fn prepare(part: Option<NamePart>, text: &str) -> PreparedWord {
    match part {
        Some(part) => PreparedWord::of_part(part, text),
        None => {
            let as_given = PreparedWord::of_part(NamePart::Given, text);
            let is_patronymic = as_given.paradigm() == Paradigm::Patronymic;
            if is_patronymic { PreparedWord::of_part(NamePart::Patronymic, text) } else { as_given }
        }
    }
}

/// Entries of all given names that were counted.
static N_BEARERS: LazyLock<f32> =
    LazyLock::new(|| given_names().iter().map(|name| name.count as f32).sum());

fn p_bearer(prepared: &PreparedWord) -> Option<f32> {
    let n_bearers = prepared.given[0].iter().map(|found| given_name_entry(found.name_id).count);
    let n_bearers = n_bearers.max().filter(|&n_bearers| n_bearers > 0)?;
    Some(n_bearers as f32 / *N_BEARERS)
}

enum Token<'a> {
    Word(&'a str),
    Open,
    Close,
    Comma,
}

fn each_token<'a>(raw: &'a str, mut on_token: impl FnMut(Token<'a>)) {
    let mut start = 0;
    let flush = |start: usize, end: usize, on_token: &mut dyn FnMut(Token<'a>)| {
        if start < end {
            on_token(Token::Word(&raw[start..end]));
        }
    };
    for (at, letter) in raw.char_indices() {
        let end = at + letter.len_utf8();
        let token = match letter {
            '(' | '[' => Some(Token::Open),
            ')' | ']' => Some(Token::Close),
            ',' | ';' => Some(Token::Comma),
            // A point ends an initial and belongs to it.
            '.' => {
                flush(start, end, &mut on_token);
                start = end;
                continue;
            }
            letter if letter.is_whitespace() || is_hyphen(letter) => None,
            _ => continue,
        };
        flush(start, at, &mut on_token);
        start = end;
        if let Some(token) = token {
            on_token(token);
        }
    }
    flush(start, raw.len(), &mut on_token);
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
