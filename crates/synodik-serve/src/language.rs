//! The language of a page: the visitor's choice, else the browser's wish, else English.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};

/// Name of the only cookie of the site.
pub(crate) const COOKIE_NAME: &str = "lang";

/// A language the site speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, the default.
    English,
    /// Russian.
    Russian,
    /// Ukrainian.
    Ukrainian,
    /// Estonian.
    Estonian,
}

impl Language {
    /// All languages, the default first.
    pub const ALL: [Language; 4] =
        [Language::English, Language::Russian, Language::Ukrainian, Language::Estonian];

    /// Returns the language tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Russian => "ru",
            Language::Ukrainian => "uk",
            Language::Estonian => "et",
        }
    }

    /// Returns what stands between groups of digits: a comma, or a space that does not break.
    pub(crate) fn group_mark(self) -> char {
        match self {
            Language::English => ',',
            Language::Russian | Language::Ukrainian => '\u{202F}',
            Language::Estonian => '\u{A0}',
        }
    }

    /// Returns what stands before the decimals of a number.
    pub(crate) fn decimal_mark(self) -> char {
        match self {
            Language::English => '.',
            Language::Russian | Language::Ukrainian | Language::Estonian => ',',
        }
    }

    /// Returns the language of a tag such as `ru` or `ru-RU`, if the site speaks it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.trim().split('-').next()?;
        Language::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// Returns the language for a request.
    pub(crate) fn of_request(headers: &HeaderMap) -> Language {
        language_of_cookies(headers)
            .or_else(|| language_of_wishes(headers))
            .unwrap_or(Language::English)
    }
}

fn language_of_cookies(headers: &HeaderMap) -> Option<Language> {
    headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok()).find_map(|cookies| {
        cookies.split(';').find_map(|cookie| {
            let (name, value) = cookie.split_once('=')?;
            (name.trim() == COOKIE_NAME).then(|| Language::from_tag(value))?
        })
    })
}

/// Returns the language wished most; of equal wishes the first one.
fn language_of_wishes(headers: &HeaderMap) -> Option<Language> {
    let mut best: Option<(f32, Language)> = None;
    let wishes = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
    for wish in wishes.flat_map(|value| value.split(',')) {
        let mut parts = wish.split(';');
        let Some(language) = parts.next().and_then(Language::from_tag) else {
            continue;
        };
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q="))
            .map_or(Some(1.0), |weight| weight.parse::<f32>().ok())
            .filter(|weight| *weight > 0.0 && *weight <= 1.0);
        if let Some(weight) = weight
            && best.is_none_or(|(best_weight, _)| weight > best_weight)
        {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// Returns whether the text has a Cyrillic letter.
pub(crate) fn is_cyrillic(text: &str) -> bool {
    text.chars().any(|letter| ('\u{0400}'..='\u{052F}').contains(&letter))
}

/// Returns the language in which words of a source should be spoken, where their letters tell it.
///
/// Cyrillic words are Russian unless they have letters of Ukrainian or Belarusian alone, or `і`
/// and none of a letter that only Russian has. Of Latin letters only `õ` tells a language.
pub(crate) fn spoken_tag(text: &str) -> Option<&'static str> {
    let has_any = |letters: &str| text.chars().any(|letter| letters.contains(letter));
    if !is_cyrillic(text) {
        return has_any("Õõ").then_some("et");
    }
    Some(match () {
        () if has_any("Ўў") => "be",
        () if has_any("ЇїЄєҐґ") => "uk",
        () if has_any("Іі") && !has_any("ЫыЭэЪъЁёѢѣѲѳѴѵ") => "uk",
        () => "ru",
    })
}

/// Returns the same where it is another language than that of the page.
pub(crate) fn foreign_tag(text: &str, page: Language) -> Option<&'static str> {
    spoken_tag(text).filter(|tag| *tag != page.tag())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn check(cookie: &str, wish: &str, expected: Language) {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_str(cookie).expect("a header value"));
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_str(wish).expect("a header value"));
        assert_eq!(Language::of_request(&headers), expected, "{cookie:?} {wish:?}");
    }

    #[test]
    fn the_cookie_wins_then_the_browser() {
        check("lang=ru", "en", Language::Russian);
        check("a=b; lang=en", "ru", Language::English);
        check("lang=xx", "ru-RU,ru;q=0.9,en;q=0.8", Language::Russian);
        check("", "de, en;q=0.5, ru;q=0.7", Language::Russian);
        check("", "ru;q=0, en;q=0.1", Language::English);
        check("", "ru;q=nonsense", Language::English);
        check("", "en, ru", Language::English);
        check("", "de", Language::English);
        check("", "*", Language::English);
        check("", "uk-UA, ru;q=0.8, en;q=0.5", Language::Ukrainian);
        check("lang=et", "uk", Language::Estonian);
        check("", "et-EE,et;q=0.9", Language::Estonian);
        check("", "ua", Language::English);
    }

    #[test]
    fn letters_tell_the_language_to_speak() {
        for (text, expected) in [
            ("Бухарин Николай", Some("ru")),
            ("Лук'яненко Євген", Some("uk")),
            ("Воўк", Some("be")),
            ("Ѳеодоръ", Some("ru")),
            ("Дмитрієв Іван", Some("uk")),
            ("Мещерскій Князь, быв.", Some("ru")),
            ("дружина (Петров Иван)", Some("ru")),
            ("Tamm Jaan", None),
            ("Põld Jaan", Some("et")),
            ("1937", None),
        ] {
            assert_eq!(spoken_tag(text), expected, "{text}");
            assert_eq!(foreign_tag(text, Language::Russian), expected.filter(|tag| *tag != "ru"));
        }
    }
}
