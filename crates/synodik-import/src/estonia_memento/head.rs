//! The name at the start of an entry, and what stands between it and the birth.

use super::WORDS;
use regex::Regex;
use std::sync::LazyLock;
use synodik_model::{Field, Record};

/// The name of an entry and the text behind it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head<'t> {
    pub(super) surname: &'t str,
    /// Other names in brackets behind surname or given name.
    pub(super) others: Vec<&'t str>,
    pub(super) given: &'t str,
    pub(super) father: &'t str,
    pub(super) rest: &'t str,
}

static IN_ANGLES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*<([^>]*)>[,.]?\s*<([^>]*)>[,.]?\s*<([^>]*)>").expect("constant")
});

static ALIAS: LazyLock<Regex> = LazyLock::new(|| WORDS.pattern(r"^(?:«alias»)\s*"));

/// Splits the name off a line; `None` when it does not start with one.
pub(super) fn split_head(text: &str) -> Option<Head<'_>> {
    if let Some(captures) = IN_ANGLES.captures(text) {
        let part = |idx: usize| captures.get(idx).map_or("", |found| found.as_str().trim());
        let (surname, given, father) = (part(1), part(2), part(3));
        return Some(Head {
            surname,
            others: Vec::new(),
            given,
            father,
            rest: &text[captures[0].len()..],
        });
    }
    if let Some(inner) = text.trim_start().strip_prefix("===") {
        let (name, rest) = inner.split_once("===").unwrap_or((inner, ""));
        let mut parts = name.split(',').map(str::trim);
        let mut part = || parts.next().unwrap_or_default();
        let (surname, mut given, mut father) = (part(), part(), part());
        let mut rest = rest;
        // The marks may close too early: `=== Kask, Mari===, Tõnis, ema, 1875`.
        if given.is_empty()
            && let Some((outside, after)) = name_outside(rest)
            && (starts_member(after)
                || name_outside(after).is_some_and(|(_, after)| starts_member(after)))
        {
            (given, rest) = (outside, after);
        }
        if father.is_empty()
            && let Some((outside, after)) =
                name_outside(rest).filter(|(_, after)| starts_member(after))
        {
            (father, rest) = (outside, after);
        }
        // `=== Arr.===` goes on with the entry before it.
        let is_name = surname.starts_with(char::is_uppercase) && !surname.ends_with('.');
        return Some(match is_name {
            true => Head { surname, others: Vec::new(), given, father, rest },
            false => Head {
                surname: "",
                others: Vec::new(),
                given: "",
                father: "",
                rest: &text[text.len() - inner.len()..],
            },
        });
    }
    split_plain(text)
}

/// Splits the word behind the closing mark off, if it can be a name.
fn name_outside(rest: &str) -> Option<(&str, &str)> {
    let text = rest.trim_start_matches([' ', ',']);
    let (name, after) = text.split_at(text.find([',', ' ']).unwrap_or(text.len()));
    let is_name = name.starts_with(char::is_uppercase)
        && name.chars().all(|letter| letter.is_alphabetic() || letter == '-')
        && name.chars().count() > 2;
    is_name.then_some((name, after))
}

/// Returns whether a relation or a date follows, so that a name before it is the member's.
fn starts_member(after: &str) -> bool {
    let next = after.trim_start_matches([' ', ',']);
    relation_length(next) > 0 || next.starts_with(|letter: char| letter.is_ascii_digit())
}

/// `SURNAME, Given, Father …`: names are the words with capitals at the start of each part.
fn split_plain(text: &str) -> Option<Head<'_>> {
    let start = text.len() - text.trim_start().len();
    let mut names = [""; 3];
    let mut others = Vec::new();
    let mut at = start;
    for (idx, name) in names.iter_mut().enumerate() {
        let rest = &text[at..];
        let rest = if idx == 0 { rest } else { rest.trim_start() };
        let begin = text.len() - rest.len();
        let length = name_length(rest, idx);
        *name = rest[..length].trim_end_matches(['.', ' ']);
        if length == 0 {
            break;
        }
        // Shortened names keep their full stop: `J.`
        if idx > 0 && name.chars().count() == 1 && rest[name.len()..].starts_with('.') {
            *name = &rest[..=name.len()];
        }
        at = begin + length.max(name.len());
        if idx < 2
            && let Some(inner) = text[at..].trim_start().strip_prefix('(')
            && let Some((other, after)) = inner.split_once("),")
        {
            others.push(other);
            at = text.len() - after.len() - ','.len_utf8();
        }
        match text[at..].strip_prefix(',') {
            Some(after) if idx < 2 => at = text.len() - after.len(),
            _ => break,
        }
    }
    let [surname, given, father] = names;
    let capitals = surname.chars().filter(|letter| letter.is_uppercase()).count();
    (capitals > 0).then_some(Head { surname, others, given, father, rest: &text[at..] })
}

/// Returns how much of a text is a name: words with a capital and small words between them.
fn name_length(text: &str, idx: usize) -> usize {
    let mut length = 0;
    let mut at = 0;
    for word in text.split_inclusive([' ', ',', '(', '.']) {
        let bare = word.trim_end_matches([' ', ',', '(', '.']);
        let is_name = bare.starts_with(|letter: char| letter.is_uppercase() || letter == '?');
        let is_particle = WORDS.has("particle", bare);
        // In the surname a word in small letters ends it; an arrest is no given name.
        let is_marker = word.ends_with('.') && bare.chars().count() > 1 && idx > 0 && at > 0;
        if bare.is_empty() || !(is_name || is_particle) || (is_marker && !is_name) {
            break;
        }
        let begins_statement =
            idx == 0 && at > 0 && bare.chars().any(char::is_lowercase) && !is_particle;
        if begins_statement {
            break;
        }
        at += word.len();
        length = at - (word.len() - bare.len());
        if word.ends_with([',', '(']) || (word.ends_with('.') && bare.chars().count() > 1) {
            break;
        }
    }
    length
}

/// Reads relation, other names and nationality; gives the relation and the text behind them.
pub(super) fn read_qualifiers<'t>(
    record: &mut Record<'t>,
    rest: &'t str,
) -> (Option<&'t str>, &'t str) {
    let mut relation = None;
    let mut rest = rest;
    loop {
        let text = rest.trim_start_matches([' ', ',', '.', '=']);
        let length = relation_length(text);
        if relation.is_none() && length > 0 {
            relation = Some(&text[..length]);
            rest = &text[length..];
            continue;
        }
        if let Some(found) = ALIAS.find(text).filter(|found| found.as_str().len() < text.len()) {
            let length = alias_length(&text[found.end()..]);
            if length > 0 {
                record.push(
                    Field::NameVariants,
                    text[found.end()..][..length].trim_end_matches([' ', ',', '.']),
                );
                rest = &text[found.end() + length..];
                continue;
            }
        }
        if let Some(inner) = text.strip_prefix('(')
            && let Some((variant, after)) = inner.split_once(')')
        {
            if variant.chars().count() > 1 && variant.starts_with(char::is_uppercase) {
                record.push(Field::NameVariants, variant);
            }
            rest = after;
            continue;
        }
        if let Some(word) = nationality(text).filter(|_| record.get(Field::Nationality).is_none()) {
            record.set(Field::Nationality, word);
            rest = &text[word.len()..];
            continue;
        }
        return (relation, text);
    }
}

/// Returns the nationality a text starts with, as written; a line end may have parted it.
fn nationality(text: &str) -> Option<&str> {
    WORDS.words("nationality").iter().find_map(|word| {
        let after = text.strip_prefix(word)?;
        (!after.starts_with(char::is_alphabetic)).then_some(&text[..word.len()])
    })
}

/// Returns how much of a text says how the member belongs to the head: `abikaasa vennapoeg`.
fn relation_length(text: &str) -> usize {
    let mut length = 0;
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', ',', ';', '.', '-']);
        if !WORDS.matches("relation", bare) && !WORDS.matches("relation", &format!("{bare}.")) {
            break;
        }
        length = at + bare.len();
        at += word.len();
        // A line end may have parted the word: `abi- kaasa`; a comma ends the relation.
        if word[bare.len()..].starts_with([',', ';']) {
            break;
        }
    }
    length
}

/// Returns how much of a text is another name: words with capitals, also over commas.
fn alias_length(text: &str) -> usize {
    let mut length = 0;
    let mut at = 0;
    for word in text.split_inclusive([' ', ',']) {
        let bare = word.trim_end_matches([' ', ',', '.']);
        at += word.len();
        if bare.is_empty() {
            continue;
        }
        if !bare.starts_with(char::is_uppercase) {
            break;
        }
        length = at;
        if word.trim_end().ends_with('.') {
            break;
        }
    }
    length
}
