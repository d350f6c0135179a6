//! Under which kind of body, and under which articles, a sentence counts in search.

use std::sync::LazyLock;

const BODIES_TSV: &str = include_str!("../../../data/bodies.tsv");

/// Most letters of the number of an article: `58-13`.
const MAX_ARTICLE_DIGITS: usize = 3;

struct BodyStem {
    body: &'static str,
    stem: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests run the examples"))]
    example: &'static str,
}

static STEMS: LazyLock<Vec<BodyStem>> = LazyLock::new(|| {
    let lines = BODIES_TSV.lines().filter(|line| !line.starts_with('#')).skip(1);
    let stem = |line: &'static str| {
        let mut cells = line.split('\t');
        Some(BodyStem { body: cells.next()?, stem: cells.next()?, example: cells.next()? })
    };
    lines.filter_map(stem).collect()
});

/// Returns the kind of the body that acted, as stated; none when the words name none known.
///
/// # Source
///
/// `data/bodies.tsv`
pub(crate) fn body_of(stated: &str) -> Option<&'static str> {
    let mut folded = String::with_capacity(stated.len() + 2);
    folded.push(' ');
    for letter in stated.to_lowercase().chars() {
        match letter {
            'ё' => folded.push('е'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.push(' ');
    STEMS.iter().find(|stem| folded.contains(stem.stem)).map(|stem| stem.body)
}

/// Returns the identifiers of all kinds of bodies, in the order of the file.
pub fn body_ids() -> Vec<&'static str> {
    let mut ids = Vec::new();
    for stem in STEMS.iter() {
        if !ids.contains(&stem.body) {
            ids.push(stem.body);
        }
    }
    ids
}

/// Returns the articles that are written with number and part, such as `58-10` or `58-1а`; none
/// twice, in the order of the text.
///
/// A number alone may be anything, so it is no article here.
pub(crate) fn articles_of(stated: &str) -> Vec<String> {
    let folded = stated.to_lowercase();
    let mut articles: Vec<String> = Vec::new();
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-';
    for piece in folded.split(|letter: char| !is_part(letter)) {
        let Some((number, part)) = piece.split_once('-') else { continue };
        let n_digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let letters = &part[n_digits..];
        let is_number = |text: &str| {
            (1..=MAX_ARTICLE_DIGITS).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        // `58-1а`; a longer rest is another word.
        let letter = match letters.chars().next() {
            None => "",
            Some('а' | 'a') if letters.chars().count() == 1 => "а",
            Some('б' | 'b') if letters.chars().count() == 1 => "б",
            Some('в' | 'г') if letters.chars().count() == 1 => letters,
            Some(_) => continue,
        };
        if !is_number(number) || number.len() < 2 || !is_number(&part[..n_digits]) {
            continue;
        }
        let article = format!("{number}-{}{letter}", &part[..n_digits]);
        if !articles.contains(&article) {
            articles.push(article);
        }
    }
    articles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_counts_under_its_body() {
        for stem in STEMS.iter() {
            assert_eq!(body_of(stem.example), Some(stem.body), "{}", stem.example);
        }
        assert_eq!(body_of("президиум"), None);
        assert_eq!(body_of("Особое совещание при НКВД, не тройка"), Some("troika"), "order");
    }

    #[test]
    fn articles_are_written_with_their_part() {
        for (stated, articles) in [
            ("58-10, ч. 1 УК РСФСР", &["58-10"][..]),
            ("ст.ст. 58-1а, 58-8, 58-11; 58-8", &["58-1а", "58-8", "58-11"]),
            ("58-1a", &["58-1а"]),
            ("58, п. 10", &[]),
            ("54-10 УК УССР", &["54-10"]),
            ("19-58-8", &[]),
            ("1937-38", &[]),
            ("2-й участок", &[]),
            ("КРД", &[]),
        ] {
            assert_eq!(articles_of(stated), articles, "{stated}");
        }
    }
}
