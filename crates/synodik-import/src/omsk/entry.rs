//! Cuts the entry of a household into head, places, members, statements and archive reference.

use super::WORDS;
use super::tail::read_tail;
use crate::events::add_birth_of_age;
use crate::lines::trimmed;
use regex::Regex;
use std::sync::LazyLock;
use synodik_model::{DateSpan, DateStatement, Field, Precision, Record};

/// The years in which the lists of households were drawn up, where an entry gives none: the
/// first and last year of exile in nearly all entries (of 6,335 with a year, 24 lie outside).
const LIST_YEARS: (i32, i32) = (1929, 1933);

/// The end of the name: a birth, an age, or a statement.
static NAME_END: LazyLock<Regex> = LazyLock::new(|| {
    WORDS.pattern(
        r"[\s,.:]+(?:\d|\(\d{4}|«resident origin settler members opener»|«late_opener»)|,\s+[его]{2}\s",
    )
});

/// A year of birth or an age, with the others given in brackets.
static BIRTH_OR_AGE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)^[\s,.:]*
        (?: (?P<birth> \d{4} (?:\s*г\.\s*р\.)? (?:\s*\([\d,\s]+\)+)* \s*,?\s* (?:г\.?(?:\s*р\.?)?)? )
          | (?P<age> \d{1,3} (?:,\d)? (?:\s*\([\d,\s]+\))* \s* (?:лет|года?|л|г|мес)(?:\.|[\s,]) ) )";
    Regex::new(pattern).expect("the pattern is constant")
});

/// Where a statement of some kind begins; each has a group.
static PART: LazyLock<Regex> = LazyLock::new(|| {
    WORDS.pattern(
        r"(?x) (?:^|[^\p{L}]) (?: (?P<members> «members» \s*:? ) | (?P<resident> «resident» )
             | (?P<origin> «origin» ) | (?P<settler> «settler» )
             | (?P<tail> «opener» | «late_opener» ) )",
    )
});

/// Reads an entry into `record`.
///
/// # Errors
///
/// The reason why the line is no entry of a household.
pub(super) fn read_entry<'t>(record: &mut Record<'t>, line: &'t str) -> Result<(), String> {
    let (text, reference) = split_reference(line);
    let name_end = NAME_END.find(text).map_or(text.len(), |found| found.start());
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
    let undated = DateSpan::years(LIST_YEARS.0, LIST_YEARS.1, Precision::Interval);
    add_birth_of_age(record, undated.map(DateStatement::plain).as_ref());
    Ok(())
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
    for captures in PART.captures_iter(text) {
        let groups = ["members", "resident", "origin", "settler", "tail"];
        let Some(found) = groups.iter().find_map(|name| captures.name(name)) else { continue };
        // In the list of members only a statement begins something else.
        let is_inside_members = field == Some(Field::Family) && captures.name("tail").is_none();
        if is_inside_members
            || !starts_statement(
                &text[..found.start()],
                found.as_str(),
                captures.name("members").is_some(),
            )
        {
            continue;
        }
        close(record, field, &text[start..found.start()]);
        start = found.end();
        field = match () {
            () if captures.name("members").is_some() => Some(Field::Family),
            () if captures.name("resident").is_some() => Some(Field::Residence),
            () if captures.name("origin").is_some() => Some(Field::BirthPlace),
            () if captures.name("settler").is_some() => {
                start = found.start();
                Some(Field::SocialOrigin)
            }
            () => return &text[found.start()..],
        };
    }
    close(record, field, &text[start..]);
    ""
}

/// A statement starts behind a full stop, a comma or a bracket; the list of members also behind a name.
fn starts_statement(before: &str, words: &str, is_members: bool) -> bool {
    let before = before.trim_end();
    let is_small = words.starts_with(char::is_lowercase);
    let follows_stop = before.is_empty() || before.ends_with(['.', ',', ')', ':']);
    // Lines of rehabilitation have no full stops: `… и члены его семьи: … реабилитированы …`.
    follows_stop || is_small || before.ends_with(char::is_lowercase) && is_members
}
