//! Cuts the entry of a household into head, places, members, statements and archive reference.

use super::WORDS;
use super::tail::read_tail;
use crate::events::add_birth_of_age;
use crate::lines::trimmed;
use crate::word_finder::WordFinder;
use regex::Regex;
use std::sync::LazyLock;
use synodik_model::{DateSpan, DateStatement, Field, Precision, Record};

/// The years in which the lists of households were drawn up, where an entry gives none.
static LIST_YEARS: LazyLock<Option<DateStatement>> = LazyLock::new(|| {
    let year = |kind: &str| WORDS.words(kind).first()?.parse().ok();
    let years =
        DateSpan::years(year("list_first_year")?, year("list_last_year")?, Precision::Interval);
    years.map(DateStatement::plain)
});

/// The words behind a name: the household, or a statement.
static BEHIND_NAME: LazyLock<WordFinder> = LazyLock::new(|| {
    let openers = ["resident", "origin", "settler", "members", "opener"];
    WordFinder::of(&WORDS, &[&openers, &["late_opener"]])
});

/// A year of birth or an age, with the others given in brackets.
static BIRTH_OR_AGE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)^[\s,.:]*
        (?: (?P<birth> \d{4} (?:\s*г\.\s*р\.)? (?:\s*\([\d,\s]+\)+)* \s*,?\s* (?:г\.?(?:\s*р\.?)?)? )
          | (?P<age> \d{1,3} (?:,\d)? (?:\s*\([\d,\s]+\))* \s* (?:лет|года?|л|г|мес)(?:\.|[\s,]) ) )";
    Regex::new(pattern).expect("the pattern is constant")
});

/// Where a statement of some kind begins; the groups are [`Part`]s.
static PARTS: LazyLock<WordFinder> = LazyLock::new(|| {
    let places: [&[&str]; 4] = [&["members"], &["resident"], &["origin"], &["settler"]];
    WordFinder::of(
        &WORDS,
        &[places[0], places[1], places[2], places[3], &["opener"], &["late_opener"]],
    )
});

/// What a statement is of, by the place of its group in [`PARTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Members,
    Residence,
    Origin,
    Settler,
    Tail,
}

impl Part {
    fn of_group(group: usize) -> Part {
        match group {
            0 => Part::Members,
            1 => Part::Residence,
            2 => Part::Origin,
            3 => Part::Settler,
            _ => Part::Tail,
        }
    }
}

/// Reads an entry into `record`.
///
/// # Errors
///
/// The reason why the line is no entry of a household.
pub(super) fn read_entry<'t>(record: &mut Record<'t>, line: &'t str) -> Result<(), String> {
    let (text, reference) = split_reference(line);
    let name_end = end_of_name(text);
    // The full stop of an initial belongs to the name.
    let ends_in_initial = text[..name_end].rsplit([' ', '.']).next().is_some_and(is_initial);
    let name_end = name_end + usize::from(ends_in_initial && text[name_end..].starts_with('.'));
    let name = without_stop(&text[..name_end]);
    if !is_name(name) {
        return Err("the line does not start with a surname in capitals".to_owned());
    }
    read_name(record, name);
    record.set(Field::ArchiveReference, reference);
    let rest = &text[name_end..];
    let age_end = match BIRTH_OR_AGE.captures(rest) {
        Some(captures) => {
            let birth = captures.name("birth").map_or("", |found| found.as_str());
            let age = captures.name("age").map_or("", |found| found.as_str());
            record.set(Field::Birth, birth.trim_end_matches([' ', ',']));
            record.set(Field::Age, age.trim_end_matches([' ', ',']));
            captures[0].len()
        }
        None => 0,
    };
    let mut family = Vec::new();
    let tail = read_places_and_members(record, &rest[age_end..], &mut family);
    read_tail(record, tail, &mut family);
    record.set(Field::Family, family.join("\n"));
    add_birth_of_age(record, LIST_YEARS.as_ref());
    Ok(())
}

/// Returns where the name ends: before a birth, an age or a statement.
fn end_of_name(text: &str) -> usize {
    let is_separator = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | ':');
    let mut separators = text.match_indices(is_separator);
    let found = separators.find(|(at, separator)| {
        let behind = text[*at..].trim_start_matches(is_separator);
        let start = text.len() - behind.len();
        let has_pronoun = || *separator == "," && is_pronoun(&text[at + 1..]);
        behind.starts_with(|letter: char| letter.is_ascii_digit())
            || behind.strip_prefix('(').is_some_and(starts_with_year)
            || BEHIND_NAME.at(text, start).is_some()
            || has_pronoun()
    });
    found.map_or(text.len(), |(at, _)| at)
}

fn starts_with_year(text: &str) -> bool {
    text.len() >= 4 && text.bytes().take(4).all(|letter| letter.is_ascii_digit())
}

/// "его" and "ее" behind a comma: `, ее дети`.
fn is_pronoun(text: &str) -> bool {
    let word = text.trim_start();
    let mut letters = word.chars();
    let is_letter = |letter: Option<char>| matches!(letter, Some('е' | 'г' | 'о'));
    let is_two = is_letter(letters.next()) && is_letter(letters.next());
    word.len() < text.len() && is_two && letters.next().is_some_and(char::is_whitespace)
}

/// Splits off the last pair of brackets, which holds the archive reference.
fn split_reference(line: &str) -> (&str, &str) {
    let text = line.trim_end().trim_end_matches(['.', ' ']);
    if !text.ends_with(')') {
        return (line, "");
    }
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let reference = text[at + 1..text.len() - 1].trim();
            // A bracket without a file, a year or a space in it belongs to the text.
            let is_reference = reference.contains(' ') || reference.contains(char::is_numeric);
            return if is_reference { (&line[..at], reference) } else { (line, "") };
        }
    }
    (line, "")
}

fn is_name(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    let letters = first.chars().filter(|letter| letter.is_alphabetic());
    first.starts_with(char::is_uppercase)
        && letters.filter(|letter| letter.is_uppercase()).count() > 1
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.starts_with(char::is_uppercase)
}

/// Takes the full stop off a name that does not end in an initial.
fn without_stop(name: &str) -> &str {
    let name = name.trim();
    let Some(before) = name.strip_suffix('.') else { return name };
    let word = before.rsplit([' ', '.']).next().unwrap_or_default();
    if word.chars().count() > 1 { before } else { name }
}

/// Reads `SURNAME (OTHER) Given (Other) Patronymic (Other)`; what stands in brackets is a variant.
fn read_name<'t>(record: &mut Record<'t>, name: &'t str) {
    record.set(Field::Name, name);
    let mut plain: Vec<(usize, usize)> = Vec::new();
    for (at, word) in words_outside_brackets(name, |variant| {
        let is_number = variant.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | '0'..='9'));
        if !is_number {
            record.push(Field::NameVariants, variant);
        }
    }) {
        plain.push((at, at + word.len()));
    }
    let is_capitals = |&(start, end): &(usize, usize)| {
        let word = &name[start..end];
        !word.contains('.') && !word.chars().any(char::is_lowercase) && word.chars().count() > 1
    };
    let n_surname = plain.iter().take_while(|part| is_capitals(part)).count().max(1);
    let slice = |parts: &[(usize, usize)]| match parts {
        [first, .., last] if !name[first.0..last.1].contains('(') => {
            name[first.0..last.1].to_owned()
        }
        parts => {
            let words: Vec<&str> = parts.iter().map(|part| &name[part.0..part.1]).collect();
            words.join(" ")
        }
    };
    record.set(Field::Surname, slice(&plain[..n_surname.min(plain.len())]));
    if let [given, patronymic @ ..] = plain.get(n_surname..).unwrap_or_default() {
        record.set(Field::Given, slice(std::slice::from_ref(given)));
        record.set(Field::Patronymic, slice(patronymic));
    }
}

/// Returns the words outside brackets with their places, and hands out those inside.
fn words_outside_brackets<'t>(
    name: &'t str,
    mut on_variant: impl FnMut(&'t str),
) -> Vec<(usize, &'t str)> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < name.len() {
        let rest = &name[at..];
        let step = match rest.strip_prefix('(') {
            Some(inner) => {
                let end = inner.find(')').unwrap_or(inner.len());
                inner[..end]
                    .split(',')
                    .map(str::trim)
                    .filter(|word| !word.is_empty())
                    .for_each(&mut on_variant);
                (end + 2).min(rest.len())
            }
            None => {
                let is_end =
                    |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | ',');
                let end = rest.find(is_end).unwrap_or(rest.len());
                push_word(&mut words, at, &rest[..end]);
                let separator = rest[end..].chars().next().filter(|letter| *letter != '(');
                end + separator.map_or(0, char::len_utf8)
            }
        };
        at += step;
    }
    words
}

/// Pushes a word; of `Иван.Т.` the given name and the initial.
fn push_word<'t>(words: &mut Vec<(usize, &'t str)>, at: usize, word: &'t str) {
    let stop = word.find('.').map(|stop| stop + 1).filter(|stop| *stop < word.len());
    match stop {
        Some(stop) => {
            let first = if stop > 3 { &word[..stop - 1] } else { &word[..stop] };
            words.push((at, first));
            push_word(words, at + stop, &word[stop..]);
        }
        None if word.is_empty() => {}
        None => words.push((at, word)),
    }
}

/// Reads what stands before the statements; gives the statements.
fn read_places_and_members<'t>(
    record: &mut Record<'t>,
    text: &'t str,
    family: &mut Vec<&'t str>,
) -> &'t str {
    let mut field = None;
    let mut start = 0;
    let mut close = |record: &mut Record<'t>, field: Option<Field>, stretch: &'t str| {
        let value = trimmed(stretch);
        match field {
            Some(Field::Family) if !value.is_empty() => family.push(value),
            Some(Field::Family) | None => {}
            Some(field) => record.push(field, value),
        }
    };
    let mut from = 0;
    while let Some(found) = PARTS.find(text, from) {
        let part = Part::of_group(found.group);
        from = if part == Part::Members { behind_colon(text, found.end) } else { found.end };
        // In the list of members only a statement begins something else.
        let is_inside_members = field == Some(Field::Family) && part != Part::Tail;
        let (before, words) = text.split_at(found.start);
        if is_inside_members || !starts_statement(before, words, part) {
            continue;
        }
        close(record, field, &text[start..found.start]);
        start = from;
        field = match part {
            Part::Members => Some(Field::Family),
            Part::Residence => Some(Field::Residence),
            Part::Origin => Some(Field::BirthPlace),
            Part::Settler => {
                start = found.start;
                Some(Field::SocialOrigin)
            }
            Part::Tail => return words,
        };
    }
    close(record, field, &text[start..]);
    ""
}

/// Returns the byte behind blanks and a colon.
fn behind_colon(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    text.len() - rest.strip_prefix(':').unwrap_or(rest).len()
}

/// A statement starts behind a full stop, a comma or a bracket; the list of members also behind a name.
fn starts_statement(before: &str, words: &str, part: Part) -> bool {
    let before = before.trim_end();
    let is_small = words.starts_with(char::is_lowercase);
    let follows_stop = before.is_empty() || before.ends_with(['.', ',', ')', ':']);
    // Lines of rehabilitation have no full stops: `… и члены его семьи: … реабилитированы …`.
    follows_stop || is_small || before.ends_with(char::is_lowercase) && part == Part::Members
}
