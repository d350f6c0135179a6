//! For which region of order 00447 an event counts, by the words of its entry.

use crate::{RegionalLimit, codex};
use std::sync::LazyLock;

const REGION_WORDS_TSV: &str = include_str!("../../../data/places/limit_regions.tsv");

/// Beginnings of words with the region they stand for.
static WORDS: LazyLock<Vec<(&'static str, &'static RegionalLimit)>> = LazyLock::new(|| {
    let rows = REGION_WORDS_TSV.lines().filter(|line| !line.starts_with('#')).skip(1);
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let (limit_id, words) = (cells.next()?, cells.next()?);
        let limit = codex().limits.iter().find(|limit| limit.limit_id == limit_id);
        Some((words, limit.expect("a test looks up every region of the words")))
    };
    rows.filter_map(row).collect()
});

/// Returns the region of order 00447 that a text names first.
///
/// # Shape
///
/// `texts`: in the order in which they are asked, such as body, place and residence as
/// written; the first that names a region decides.
///
/// # Source
///
/// `data/places/limit_regions.tsv`
///
/// # Example
///
/// ```
/// let region = synodik_codex::region_of_words(&["тройка при УНКВД по Омской обл.", "Москва"]);
/// assert_eq!(region.unwrap().limit_id, "omsk-oblast");
/// assert!(synodik_codex::region_of_words(&["особое совещание"]).is_none());
/// ```
pub fn region_of_words(texts: &[&str]) -> Option<&'static RegionalLimit> {
    texts.iter().find_map(|text| {
        let folded = fold(text);
        let found = WORDS.iter().filter_map(|(words, limit)| {
            let at = folded.match_indices(words).find(|(at, _)| folded[..*at].ends_with(' '))?.0;
            Some((at, limit))
        });
        found.min_by_key(|(at, limit)| (*at, limit.number_in_order)).map(|(_, limit)| *limit)
    })
}

/// Small letters and digits; one space before each word, hyphens left out.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    folded.push(' ');
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ё' => folded.push('е'),
            '-' | '\u{ad}' => {}
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if !folded.ends_with(' ') => folded.push(' '),
            _ => {}
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[&str], region: Option<&str>) {
        let found = region_of_words(texts).map(|limit| limit.limit_id.as_str());
        assert_eq!(found, region, "{texts:?}");
    }

    #[test]
    fn the_first_words_that_name_a_region_decide() {
        check(&["тройка при УНКВД по МО", "Омск"], Some("moscow-oblast"));
        check(&["тройка НКВД", "г. Москва, ул. Горьковская"], Some("moscow-oblast"));
        check(&["", "с. Покровка Западно-Сибирского края"], Some("west-siberian-krai"));
        check(&["спецтройка УНКВД по Челябинской области"], Some("chelyabinsk-oblast"));
        check(&["тройка при НКВД Татарской АССР"], Some("tatar-assr"));
        check(&["Военная коллегия", ""], None);
    }

    #[test]
    fn every_region_but_the_camps_has_words() {
        for limit in &codex().limits {
            let has_words = WORDS.iter().any(|(_, known)| known.limit_id == limit.limit_id);
            assert_eq!(has_words, limit.limit_id != "nkvd-camps", "{}", limit.limit_id);
        }
    }
}
