//! Takes a full name apart: surname, given name, patronymic and what stands in brackets.

use crate::table;
use std::borrow::Cow;
use std::sync::LazyLock;

const PATRONYMIC_ENDINGS_TSV: &str = include_str!("../../../data/names/patronymic_endings.tsv");

static PATRONYMIC_ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    table::rows(PATRONYMIC_ENDINGS_TSV).map(|[ending, _example, _source]| ending).collect()
});

/// The parts of a full name, as written; a part the name has not is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FullName<'a> {
    /// Surname (фамилия), with its particle.
    pub surname: Cow<'a, str>,
    /// Given name (имя).
    pub given: Cow<'a, str>,
    /// Patronymic (отчество).
    pub patronymic: Cow<'a, str>,
    /// What stands in each pair of brackets, or behind «он же».
    pub variants: Vec<&'a str>,
}

/// A piece of a name: a word, or what stands in brackets.
enum Piece<'a> {
    Word(&'a str),
    Variant(&'a str),
    /// The rest of a word that brackets interrupt: `-оглы` of `Селим (Салим)-оглы`.
    Continuation(&'a str),
}

/// Splits `Фамилия (вариант) Имя (вариант) Отчество (вариант)` into its parts.
///
/// The order of the words decides: surname, given name, patronymic. Of four or
/// more words only the last is the patronymic if it ends like one. Brackets may
/// be nested; one that is never closed reaches to the end of the name.
///
/// # Shape
///
/// `raw`: one name, surname first. Variants in the order of the name, none empty.
///
/// # Source
///
/// `data/names/patronymic_endings.tsv`
///
/// # Example
///
/// ```
/// let name = synodik_names::split_full_name("Рябов (Рябой) Пантелей Лукич");
/// assert_eq!(name.surname, "Рябов");
/// assert_eq!(name.patronymic, "Лукич");
/// assert_eq!(name.variants, ["Рябой"]);
/// assert_eq!(synodik_names::split_full_name("Ли-Сун-Во").given, "");
/// ```
pub fn split_full_name(raw: &str) -> FullName<'_> {
    let (named, other_name) = split_other_name(raw);
    let mut name = FullName::default();
    let mut words: Vec<Cow<'_, str>> = Vec::new();
    each_piece(named, |piece| match piece {
        Piece::Word(word) => match word_of_initials(word) {
            Some((given, patronymic)) if words.len() == 1 => {
                words.extend([Cow::Borrowed(given), Cow::Borrowed(patronymic)]);
            }
            _ => words.push(Cow::Borrowed(word)),
        },
        Piece::Continuation(rest) => match words.last_mut() {
            Some(word) => word.to_mut().push_str(rest),
            None => words.push(Cow::Borrowed(rest)),
        },
        Piece::Variant(variant) => name.variants.push(variant),
    });
    name.variants.extend(other_name);
    let n_surname = surname_words(&words);
    let given_end = given_end(&words, n_surname);
    name.surname = joined(&words[..n_surname]);
    name.given = joined(&words[n_surname..given_end]);
    name.patronymic = joined(&words[given_end..]);
    name
}

/// Cuts off «он же …», a second identity without brackets.
fn split_other_name(raw: &str) -> (&str, Option<&str>) {
    let at = [" он же ", " она же "].iter().find_map(|words| {
        let at = raw.find(words)?;
        // Inside brackets the words belong to the variant there.
        (!raw[..at].contains(['(', '['])).then_some(at)
    });
    match at {
        Some(at) => (&raw[..at], Some(raw[at..].trim()).filter(|other| !other.is_empty())),
        None => (raw, None),
    }
}

fn each_piece<'a>(raw: &'a str, mut on_piece: impl FnMut(Piece<'a>)) {
    let mut rest = raw;
    let mut is_after_bracket = false;
    while let Some(letter) = rest.chars().next() {
        if matches!(letter, '(' | '[') {
            let end = closing_bracket(rest);
            let inside = rest[1..end].trim();
            if !inside.is_empty() {
                on_piece(Piece::Variant(inside));
            }
            rest = &rest[(end + 1).min(rest.len())..];
            is_after_bracket = true;
            continue;
        }
        let end = rest.find(is_separator).unwrap_or(rest.len());
        match &rest[..end] {
            "" => rest = &rest[letter.len_utf8()..],
            word => {
                let is_continuation = is_after_bracket && word.starts_with('-');
                on_piece(if is_continuation {
                    Piece::Continuation(word)
                } else {
                    Piece::Word(word)
                });
                rest = &rest[end..];
            }
        }
        is_after_bracket = false;
    }
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '(' | ')' | '[' | ']' | ',' | ';')
}

/// Returns where the bracket that opens `text` is closed; the end of the text if never.
fn closing_bracket(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// Splits `П.Л.` into its two initials.
fn word_of_initials(word: &str) -> Option<(&str, &str)> {
    let (first, second) = word.split_at(word.find('.')? + 1);
    let is_initial = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
    };
    (is_initial(first) && is_initial(second)).then_some((first, second))
}

/// Returns how many words the surname has: one, and particles in small letters round it.
fn surname_words(words: &[Cow<'_, str>]) -> usize {
    let is_particle = |word: &Cow<'_, str>| word.chars().next().is_some_and(char::is_lowercase);
    let n_before = words.iter().take_while(|word| is_particle(word)).count();
    let after = words.iter().skip(n_before + 1);
    let n_after = after.take_while(|word| is_particle(word)).count();
    (n_before + 1 + n_after).min(words.len())
}

/// Returns where the given names end and the patronymic begins.
fn given_end(words: &[Cow<'_, str>], n_surname: usize) -> usize {
    let n_others = words.len() - n_surname;
    let ends_in_patronymic = words.last().is_some_and(|last| {
        PATRONYMIC_ENDINGS.iter().any(|ending| last.len() > ending.len() && last.ends_with(ending))
    });
    match n_others {
        0 | 1 => words.len(),
        2 => words.len() - 1,
        _ if ends_in_patronymic => words.len() - 1,
        _ => n_surname + 1,
    }
}

fn joined<'a>(words: &[Cow<'a, str>]) -> Cow<'a, str> {
    match words {
        [] => Cow::Borrowed(""),
        [word] => word.clone(),
        words => Cow::Owned(words.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = include_str!("../tests/cases/full_names.tsv");

    #[test]
    fn full_names_are_split_as_the_table_says() {
        for (line, case) in CASES.lines().enumerate().skip(1) {
            let cells: Vec<&str> = case.split('\t').collect();
            let name = split_full_name(cells[0]);
            let variants = name.variants.join("|");
            let parts = [&*name.surname, &*name.given, &*name.patronymic, &*variants];
            assert_eq!(parts, cells[1..5], "line {}: `{}`", line + 1, cells[0]);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics_and_no_letter_is_invented(raw in ".{0,60}") {
            let name = split_full_name(&raw);
            for part in [&name.surname, &name.given, &name.patronymic] {
                assert!(part.chars().all(|letter| letter == ' ' || raw.contains(letter)));
            }
        }

        #[test]
        fn brackets_in_any_order_do_not_panic(raw in "[()\\[\\]А-В., -]{0,30}") {
            split_full_name(&raw);
        }
    }
}
