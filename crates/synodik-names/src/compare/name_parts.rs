//! Which part of a name each of its words is, as far as the words themselves show.

use super::prepared_name::{NameWord, prepare};
use crate::part::NamePart;
use crate::sound::Paradigm;

/// A surname in -ов or -ский has at least so many letters.
const MIN_SURNAME_LETTERS: u8 = 5;

/// A name with a father's name that has no ending of a patronymic has at least so many words.
const MIN_WITH_FATHER: usize = 3;

/// Tells the parts of words by their endings and by what the others are.
pub(super) fn tell_parts(raw: &str, words: &mut [NameWord]) {
    // Names all in small letters have no particles that could be told.
    if words.iter().all(|word| !raw[word.span.clone()].contains(char::is_uppercase)) {
        for word in words.iter_mut() {
            word.is_particle = false;
        }
    }
    if words.len() < 2 {
        return;
    }
    tell_patronymic(words);
    tell_given(words);
    tell_surname(words);
    tell_last_open_part(words);
    tell_father(raw, words);
}

fn has(words: &[NameWord], part: NamePart) -> bool {
    words.iter().any(|word| word.part == Some(part))
}

fn tell_patronymic(words: &mut [NameWord]) {
    let is_patronymic = |word: &NameWord| word.prepared.paradigm() == Paradigm::Patronymic;
    let follows_other = |at: usize| is_patronymic(&words[at]) && !is_patronymic(&words[at - 1]);
    if words.len() < 3 || has(words, NamePart::Patronymic) {
        return;
    }
    let Some(at) = (1..words.len()).find(|&at| words[at].part.is_none() && follows_other(at))
    else {
        return;
    };
    words[at].part = Some(NamePart::Patronymic);
    if words[at - 1].part.is_none() && at == words.len() - 1 {
        words[at - 1].part = Some(NamePart::Given);
    }
}

/// Of the open words the one that is a known given name is the given name.
fn tell_given(words: &mut [NameWord]) {
    if has(words, NamePart::Given) {
        return;
    }
    let is_given = |word: &NameWord| {
        word.part.is_none() && word.prepared.is_given() && !word.prepared.is_initial()
    };
    let mut given = words.iter_mut().filter(|word| is_given(word));
    if let (Some(word), None) = (given.next(), given.next()) {
        word.part = Some(NamePart::Given);
    }
}

/// Of the open words the only one with the ending of a surname is the surname.
fn tell_surname(words: &mut [NameWord]) {
    if has(words, NamePart::Surname) {
        return;
    }
    let is_surname = |word: &NameWord| {
        word.part.is_none()
            && word.prepared.n_letters() >= MIN_SURNAME_LETTERS
            && matches!(word.prepared.paradigm(), Paradigm::Possessive | Paradigm::Adjective)
    };
    let mut surnames = words.iter_mut().filter(|word| is_surname(word));
    if let (Some(word), None) = (surnames.next(), surnames.next()) {
        word.part = Some(NamePart::Surname);
    }
}

/// Of two or three words with one open, the open one is the part that is wanting.
fn tell_last_open_part(words: &mut [NameWord]) {
    let has_surname = has(words, NamePart::Surname);
    let has_given = has(words, NamePart::Given);
    let mut open = words.iter_mut().filter(|word| word.part.is_none());
    let (Some(word), None) = (open.next(), open.next()) else { return };
    if has_surname && !has_given {
        word.part = Some(NamePart::Given);
    } else if has_given && !has_surname {
        word.part = Some(NamePart::Surname);
    }
}

/// A second known given name behind the first is the father's: Абрам Исаак Левин.
fn tell_father(raw: &str, words: &mut [NameWord]) {
    if words.len() < MIN_WITH_FATHER || has(words, NamePart::Patronymic) {
        return;
    }
    let is_given = |word: &NameWord| {
        word.prepared.is_given()
            && !word.prepared.is_initial()
            && word.prepared.paradigm() != Paradigm::Possessive
            && word.part != Some(NamePart::Surname)
    };
    let Some(at) = (1..words.len()).find(|&at| is_given(&words[at]) && is_given(&words[at - 1]))
    else {
        return;
    };
    let has_other = words.iter().enumerate().any(|(other, word)| {
        other != at && other + 1 != at && word.part.is_none_or(|part| part == NamePart::Surname)
    });
    if has_other {
        words[at - 1].part = Some(NamePart::Given);
        words[at].part = Some(NamePart::Patronymic);
        words[at].prepared = prepare(words[at].part, &raw[words[at].span.clone()]);
    }
}
