//! Words after a father's name that make it a patronymic: `оглы`, `кызы` and the like.

use super::letters::lower;
use crate::part::Sex;
use crate::table;
use std::sync::LazyLock;

const KINSHIP_TSV: &str = include_str!("../../../../data/names/kinship_words.tsv");

static WORDS: LazyLock<Vec<(&'static str, Sex)>> = LazyLock::new(|| {
    let mut words: Vec<(&str, Sex)> = table::rows(KINSHIP_TSV)
        .map(|[word, sex, _example, _source]| {
            (word, if sex == "female" { Sex::Female } else { Sex::Male })
        })
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
});

/// Splits a patronymic into the father's name and the sex the last word says.
///
/// # Shape
///
/// The father's name without the blank or hyphen after it; `None` when the
/// last word is no kinship word or nothing stands before it.
///
/// # Source
///
/// `data/names/kinship_words.tsv`
pub(crate) fn split_kinship_word(patronymic: &str) -> Option<(&str, Sex)> {
    let trimmed = patronymic.trim_end();
    let last_start = trimmed
        .rfind(is_separator)
        .map_or(0, |start| start + trimmed[start..].chars().next().map_or(0, char::len_utf8));
    let last = &trimmed[last_start..];
    let small = lower(last);
    let (word, sex) = WORDS.iter().find(|(word, _)| small.ends_with(word))?;
    let n_before = last.chars().count().checked_sub(word.chars().count())?;
    let father_end = last_start + last.chars().take(n_before).map(char::len_utf8).sum::<usize>();
    let father = trimmed[..father_end].trim_end_matches(is_separator);
    (!father.trim().is_empty()).then_some((father, *sex))
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fathers_name_stands_before_the_word() {
        let check = |text, expected| assert_eq!(split_kinship_word(text), expected, "{text}");
        check("Мамед оглы", Some(("Мамед", Sex::Male)));
        check("Мамед-кызы", Some(("Мамед", Sex::Female)));
        check("МамедОГЛЫ", Some(("Мамед", Sex::Male)));
        check("Иванович ОГЛЫ", Some(("Иванович", Sex::Male)));
        check("оглы", None);
        check("Иванович", None);
        check("", None);
    }
}
