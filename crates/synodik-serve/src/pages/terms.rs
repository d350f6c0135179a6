//! Finds the terms of the glossary in an entry as written, so that the page can link them.
//!
//! The entry itself is not altered: the pieces put together again are the entry.

use crate::Text;
use crate::address::percent_encode;
use std::collections::BTreeSet;
use synodik_codex::Term;

/// What stands in place of a part that is withheld; nothing in it is linked.
const WITHHELD_MARK: &str = "[…]";

/// Abbreviations are told from words of the language by their length and capitals.
const MAX_SHORT_LETTERS: usize = 3;

/// A stretch of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// What it means, if it is the first occurrence of a term.
    pub(super) link: Option<TermLink<'a>>,
}

/// Where a term is explained, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TermLink<'a> {
    pub(super) address: String,
    pub(super) full: &'a str,
    pub(super) meaning: &'a str,
}

/// A way in which a term is written.
struct Form<'a> {
    written: &'a str,
    term: &'a Term,
    /// Abbreviations keep their capitals: `СС` is not `сс`.
    is_exact: bool,
}

/// Splits an entry at the first occurrence of each term, as a whole word.
///
/// # Shape
///
/// The pieces in order; together they are `verbatim`, byte for byte.
pub(super) fn link_terms<'a>(verbatim: &'a str, terms: &'a [Term], t: Text<'_>) -> Vec<Piece<'a>> {
    let forms = forms_of(terms);
    let mut linked = BTreeSet::new();
    let mut pieces = Vec::new();
    let mut plain_start = 0;
    let mut at = 0;
    while at < verbatim.len() {
        let rest = &verbatim[at..];
        if rest.starts_with(WITHHELD_MARK) {
            at += WITHHELD_MARK.len();
            continue;
        }
        let found = starts_word(verbatim, at).then(|| longest(rest, &forms)).flatten();
        let Some((form, n_bytes)) = found else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if linked.insert(form.term.term_id.as_str()) {
            push_plain(&mut pieces, &verbatim[plain_start..at]);
            pieces.push(Piece { text: &rest[..n_bytes], link: Some(term_link(form.term, t)) });
            plain_start = at + n_bytes;
        }
        at += n_bytes;
    }
    push_plain(&mut pieces, &verbatim[plain_start..]);
    pieces
}

fn push_plain<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str) {
    if !text.is_empty() {
        pieces.push(Piece { text, link: None });
    }
}

fn term_link<'a>(term: &'a Term, t: Text<'_>) -> TermLink<'a> {
    let language = t.language().tag();
    TermLink {
        address: format!("/glossary#term-{}", percent_encode(&term.term_id)),
        full: term.full.of(language),
        meaning: term.meaning.of(language),
    }
}

/// Returns the ways in which terms are written: `КРА (АСА)` and `з/к, зэк` are two each,
/// and `и т. п.` or an ellipsis is no part of a word.
fn forms_of(terms: &[Term]) -> Vec<Form<'_>> {
    let mut forms = Vec::new();
    for term in terms {
        for written in term.term.split([',', '(', ')']) {
            let written = written.trim().trim_end_matches("и т. п.").trim_end();
            // `ВКП(б)` is no list, and a bare `б` would be in every entry.
            let is_whole = written.chars().count() > 1 && !written.ends_with('…');
            if is_whole && !term.term.starts_with("ВКП") {
                forms.push(form(written, term));
            }
        }
        if term.term.starts_with("ВКП") {
            forms.push(form(&term.term, term));
        }
        // `Кулаков` is a surname, `кулаков` is none: other cases keep their letters.
        forms.extend(term.forms.iter().map(|written| Form { written, term, is_exact: true }));
    }
    forms
}

fn form<'a>(written: &'a str, term: &'a Term) -> Form<'a> {
    let is_short = written.chars().count() <= MAX_SHORT_LETTERS;
    let has_capital = written.chars().any(char::is_uppercase);
    Form { written, term, is_exact: is_short || has_capital }
}

/// Returns the longest form that the text starts with as a whole word, and its bytes.
fn longest<'f, 'a>(rest: &str, forms: &'f [Form<'a>]) -> Option<(&'f Form<'a>, usize)> {
    let mut best: Option<(&Form<'_>, usize)> = None;
    for form in forms {
        let Some(n_bytes) = match_bytes(rest, form) else { continue };
        let is_longer = best.is_none_or(|(_, best_bytes)| n_bytes > best_bytes);
        if is_longer && ends_word(&rest[n_bytes..]) {
            best = Some((form, n_bytes));
        }
    }
    best
}

/// Returns how many bytes of the text are the form, if it starts with it.
fn match_bytes(rest: &str, form: &Form<'_>) -> Option<usize> {
    let mut letters = rest.char_indices();
    for wanted in form.written.chars() {
        let (_, letter) = letters.next()?;
        let is_same =
            letter == wanted || (!form.is_exact && letter.to_lowercase().eq(wanted.to_lowercase()));
        if !is_same {
            return None;
        }
    }
    Some(letters.next().map_or(rest.len(), |(at, _)| at))
}

/// Returns whether no word goes on over this place from the left.
fn starts_word(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        Some(letter) if letter.is_alphanumeric() => false,
        // `19-58-8` and `1/58` are one word each.
        Some('-' | '/' | '.') => !before.next().is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

/// Returns whether no word goes on at the start of the text.
fn ends_word(rest: &str) -> bool {
    let mut after = rest.chars();
    match after.next() {
        Some(letter) if letter.is_alphanumeric() => false,
        Some('-' | '/') => !after.next().is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use proptest::prelude::*;
    use synodik_codex::codex;

    fn linked(verbatim: &str) -> String {
        let locales = Locales::load();
        let pieces = link_terms(verbatim, &codex().terms, locales.text(Language::English));
        let whole: String = pieces.iter().map(|piece| piece.text).collect();
        assert_eq!(whole, verbatim);
        let words = pieces.iter().filter(|piece| piece.link.is_some()).map(|piece| piece.text);
        words.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn whole_words_are_linked_once() {
        for (verbatim, expected, why) in [
            ("Приговорена ОСО при НКВД, ОСО", "ОСО", "the first occurrence only"),
            ("ЧСИР, 8 лет ИТЛ.", "ЧСИР|ИТЛ", "two terms"),
            ("ОСОАВИАХИМ; колхоз «ИТЛовец»", "", "parts of words"),
            ("по ст. 58-10, ч. 1", "58-10", "an article"),
            ("ст. 17-58-8 УК", "17-58-8", "the longer article"),
            ("ст. 19-58-8 УК", "", "another article"),
            ("Тройка при УНКВД", "Тройка|УНКВД", "a word at the start of a sentence"),
            ("служил в СС", "", "an abbreviation keeps its capitals"),
            ("член ВКП(б)", "ВКП(б)", "brackets within a word"),
            ("бывший з/к", "з/к", "one of two ways"),
            ("б. крестьянин", "", "a single letter is no term"),
            ("[…] ОСО […]", "ОСО", "beside what is withheld"),
            ("осуждена тройкой НКВД к ссылке", "тройкой|ссылке", "other cases"),
            ("из кулаков, жена кулака", "кулаков", "two forms of one term are one"),
            ("Кулаков Пётр, 1890 г.р.", "", "a surname that looks like a form"),
            ("Тройкой при УНКВД", "Тройкой|УНКВД", "a case at the start of a sentence"),
            ("постройкой занят, раскулачен", "", "forms within words"),
            ("на спецпоселении", "", "a word that is no form"),
            ("Особым совещанием при НКВД", "Особым совещанием", "written in full"),
            ("", "", "nothing"),
        ] {
            assert_eq!(linked(verbatim), expected, "{why}");
        }
    }

    #[test]
    fn every_term_that_can_be_written_is_found() {
        for form in forms_of(&codex().terms) {
            assert!(!linked(form.written).is_empty(), "{}", form.written);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(verbatim in "(ОСО|ИТЛ|\\[…\\]|58-10|[а-яА-Я -./]|.){0,30}") {
            linked(&verbatim);
        }
    }
}
