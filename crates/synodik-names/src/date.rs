//! Reads dates as sources write them.

use crate::table;
use chrono::Datelike;
use std::sync::LazyLock;
use synodik_model::{Combination, DateSpan, DateStatement, Precision};
use thiserror::Error;

const MONTHS_TSV: &str = include_str!("../../../data/calendar/months.tsv");
const DATE_WORDS_TSV: &str = include_str!("../../../data/calendar/date_words.tsv");

/// Longest text that is tried as a date, in bytes; longer text is prose.
const LONGEST_DATE_BYTES: usize = 200;

/// Why a written date gives no days.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DateError {
    /// No rule fits the text.
    #[error("not a date in a known form such as `17.05.1938`, `_.5.1939`, `май 1939` or `1900 или 1901`")]
    Unreadable,
    /// The calendar has no such day or month.
    #[error("no such day in the calendar")]
    Impossible,
    /// A year of two digits can mean two centuries.
    #[error("a year of two digits is ambiguous; expected four digits")]
    ShortYear,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordMeaning {
    Month(u32),
    About,
    Before,
    After,
    Or,
    Conflict,
    Uncertain,
    From,
    To,
    Ignore,
}

struct DateWord {
    text: &'static str,
    is_prefix: bool,
    meaning: WordMeaning,
}

static WORDS: LazyLock<Vec<DateWord>> = LazyLock::new(|| {
    let months = table::rows(MONTHS_TSV).map(|[_language, month, words]| {
        let month = month.parse().expect("months.tsv has month numbers");
        (WordMeaning::Month(month), words)
    });
    let others = table::rows(DATE_WORDS_TSV).map(|[meaning, words]| {
        let meaning = match meaning {
            "about" => WordMeaning::About,
            "before" => WordMeaning::Before,
            "after" => WordMeaning::After,
            "or" => WordMeaning::Or,
            "conflict" => WordMeaning::Conflict,
            "uncertain" => WordMeaning::Uncertain,
            "from" => WordMeaning::From,
            "to" => WordMeaning::To,
            _ => WordMeaning::Ignore,
        };
        (meaning, words)
    });
    let mut words: Vec<DateWord> = others
        .chain(months)
        .flat_map(|(meaning, words)| words.split(' ').map(move |word| (meaning, word)))
        .filter(|(_, word)| !word.is_empty())
        .map(|(meaning, word)| DateWord {
            text: word.trim_end_matches('*'),
            is_prefix: word.ends_with('*'),
            meaning,
        })
        .collect();
    // Whole words win over beginnings of words.
    words.sort_by_key(|word| word.is_prefix);
    words
});

/// A piece of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// A number, its count of digits written, and of digits left open (`189_`).
    Number { value: i32, n_digits: usize, n_open: usize },
    /// An unknown part: `_`, `??`, `XX` or `00` standing alone.
    Unknown,
    Word(WordMeaning),
    Dot,
    Dash,
    Slash,
    Comma,
    Question,
    Open,
    Close,
}

/// Parses a date as the source wrote it into the days it may mean.
///
/// A missing day or month widens the span; it is never filled in with a guess.
///
/// # Shape
///
/// `raw`: one field, digits or month names in the languages of the month table.
/// The span named first comes first; a second value in brackets is a conflict.
///
/// # Units
///
/// Whole days of the calendar the source uses; old-style days are not converted.
///
/// # Errors
///
/// [`DateError::Unreadable`] when no rule fits, [`DateError::Impossible`] for
/// 31.04.1937, [`DateError::ShortYear`] for 17.05.38.
///
/// # Source
///
/// `data/calendar/months.tsv`, `data/calendar/date_words.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{DateError, parse_date};
/// assert_eq!(parse_date("_.5.1939").map(|date| date.to_edtf()), Ok("1939-05".to_owned()));
/// assert_eq!(parse_date("31.04.1937"), Err(DateError::Impossible));
/// ```
pub fn parse_date(raw: &str) -> Result<DateStatement, DateError> {
    if let Some(plain) = parse_plain(raw.as_bytes()) {
        return plain;
    }
    if raw.len() > LONGEST_DATE_BYTES {
        return Err(DateError::Unreadable);
    }
    let tokens = tokenise(raw)?;
    parse_statement(&tokens)
}

/// Returns the years of birth that a stated age allows at an event.
///
/// # Shape
///
/// The span runs from the first day to the last day on which somebody of that
/// age can have been born, seen from every day the event may have had.
///
/// # Units
///
/// `age_years`: full years, 0 to 120.
pub fn birth_from_age(age_years: i32, event: &DateStatement) -> Option<DateStatement> {
    if !(0..=120).contains(&age_years) {
        return None;
    }
    let first_year = event.first()?.year() - age_years - 1;
    let last_year = event.last()?.year() - age_years;
    DateSpan::years(first_year, last_year, Precision::Interval).map(DateStatement::plain)
}

/// Reads the two forms that make up nearly all dates, `D.M.YYYY` and `YYYY`,
/// with `_` or zeros for an unknown day or month; `None` leaves the text to the full rules.
fn parse_plain(raw: &[u8]) -> Option<Result<DateStatement, DateError>> {
    let (mut parts, mut n_parts) = ([None::<u32>; 3], 0);
    for part in raw.split(|&byte| byte == b'.') {
        if n_parts == 3 || part.is_empty() || part.len() > 4 {
            return None;
        }
        parts[n_parts] = match part {
            b"_" | b"0" | b"00" => None,
            _ if part.iter().all(u8::is_ascii_digit) => {
                Some(part.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
            }
            _ => return None,
        };
        n_parts += 1;
    }
    let year_is_full = raw.len() >= 4 && raw[raw.len() - 4..].iter().all(u8::is_ascii_digit);
    if !year_is_full {
        return None;
    }
    let span = match (n_parts, parts) {
        (1, [Some(year), ..]) => DateSpan::year(year as i32),
        (3, [Some(day), Some(month), Some(year)]) => DateSpan::day(year as i32, month, day),
        (3, [None, Some(month), Some(year)]) => DateSpan::month(year as i32, month),
        (3, [None, None, Some(year)]) => DateSpan::year(year as i32),
        _ => return None,
    };
    Some(span.map(DateStatement::plain).ok_or(DateError::Impossible))
}

fn tokenise(raw: &str) -> Result<Vec<Token>, DateError> {
    let mut tokens = Vec::new();
    let mut rest = raw;
    while let Some(letter) = rest.chars().next() {
        let (token, n_bytes) = match letter {
            '0'..='9' => number_token(rest),
            '_' if opens_emphasis(rest) => (None, 1),
            '_' | 'X' | 'x' | 'Х' | 'х' => {
                let end = rest
                    .find(|c| !matches!(c, '_' | 'X' | 'x' | 'Х' | 'х'))
                    .unwrap_or(rest.len());
                (Some(Token::Unknown), end)
            }
            '?' => {
                (Some(Token::Question), rest.find(|c| c != '?').unwrap_or(rest.len()))
            }
            '.' => (Some(Token::Dot), 1),
            ',' | ';' => (Some(Token::Comma), 1),
            '/' => (Some(Token::Slash), 1),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => (Some(Token::Dash), letter.len_utf8()),
            '(' | '[' => (Some(Token::Open), 1),
            ')' | ']' => (Some(Token::Close), 1),
            _ if letter.is_alphabetic() => {
                let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                (Some(Token::Word(word_meaning(&rest[..end])?)), end)
            }
            _ if letter.is_whitespace() || matches!(letter, '*' | '"' | '«' | '»' | ':') => {
                (None, letter.len_utf8())
            }
            _ => return Err(DateError::Unreadable),
        };
        match token {
            Some(Token::Word(WordMeaning::Ignore)) | None => {}
            Some(token) => tokens.push(token),
        }
        rest = &rest[n_bytes..];
    }
    Ok(tokens)
}

/// Returns whether the underscore at the start belongs to emphasis, as in
/// `_12.10.1938_`; the closing one then stands behind the date, where it is dropped.
fn opens_emphasis(text: &str) -> bool {
    let inner = text[1..].bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    // With two digits for the day nothing can be left open before them.
    inner >= "17.05.1938".len() || (inner >= 4 && text[1 + inner..].starts_with('_'))
}

fn number_token(text: &str) -> (Option<Token>, usize) {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_open = |byte: &u8| matches!(byte, b'_' | b'X' | b'x' | b'?');
    let n_open = match n_digits {
        2 | 3 => text.bytes().skip(n_digits).take_while(is_open).count(),
        _ => 0,
    };
    // Three digits and one open place are a decade; anything else is a number and its doubt.
    let n_open = if n_digits + n_open == 4 { n_open } else { 0 };
    let value = if n_digits <= 4 { text[..n_digits].parse().unwrap_or(0) } else { 0 };
    (Some(Token::Number { value, n_digits, n_open }), n_digits + n_open)
}

fn word_meaning(word: &str) -> Result<WordMeaning, DateError> {
    let word = word.to_lowercase();
    WORDS
        .iter()
        .find(|known| match known.is_prefix {
            true => word.starts_with(known.text),
            false => word == known.text,
        })
        .map(|known| known.meaning)
        .ok_or(DateError::Unreadable)
}

/// `main (note)`, where the note doubts, repeats or contradicts the main date.
fn parse_statement(tokens: &[Token]) -> Result<DateStatement, DateError> {
    let conflict = |token: &Token| matches!(token, Token::Open | Token::Word(WordMeaning::Conflict));
    let end_of_main = tokens.iter().position(conflict).unwrap_or(tokens.len());
    let (main, note) = tokens.split_at(end_of_main);
    let mut statement = parse_alternatives(main)?;
    let has_doubt = note.iter().any(|token| {
        matches!(token, Token::Question | Token::Word(WordMeaning::Uncertain))
    });
    if has_doubt {
        statement.primary.is_uncertain = true;
    }
    let has_number = note.iter().any(|token| matches!(token, Token::Number { .. }));
    if has_number {
        let is_content = |token: &&Token| {
            use WordMeaning::{Conflict, To, Uncertain};
            !matches!(
                token,
                Token::Open
                    | Token::Close
                    | Token::Question
                    // "По" of «по другим данным» is also the "to" of an interval.
                    | Token::Word(Conflict | Uncertain | To)
            )
        };
        let content: Vec<Token> = note.iter().filter(is_content).copied().collect();
        let content = trim_separators(&content);
        let second = parse_alternatives(content)?;
        if second.primary != statement.primary {
            statement.others.push(second.primary);
        }
        statement.others.extend(second.others);
        statement.combination = Combination::Conflict;
    }
    Ok(statement)
}

fn parse_alternatives(tokens: &[Token]) -> Result<DateStatement, DateError> {
    let is_or = |token: &Token| *token == Token::Word(WordMeaning::Or);
    let mut spans = Vec::new();
    for part in tokens.split(is_or) {
        parse_slashes(trim_separators(part), &mut spans)?;
    }
    let mut spans = spans.into_iter();
    let primary = spans.next().ok_or(DateError::Unreadable)?;
    Ok(DateStatement { primary, others: spans.collect(), combination: Combination::OneOf })
}

/// `1905/1906` and `1937, 1938` are alternatives; `17/05/1938` is a day.
fn parse_slashes(tokens: &[Token], spans: &mut Vec<DateSpan>) -> Result<(), DateError> {
    let is_year = |token: &Token| matches!(token, Token::Number { n_digits, n_open, .. } if n_digits + n_open == 4);
    let between = |token: &Token| matches!(token, Token::Slash | Token::Comma);
    let parts: Vec<&[Token]> = tokens.split(between).collect();
    if parts.len() > 1 && parts.iter().all(|part| part.iter().any(is_year)) {
        for part in parts {
            spans.push(parse_span(trim_separators(part))?);
        }
        return Ok(());
    }
    spans.push(parse_span(tokens)?);
    Ok(())
}

fn parse_span(tokens: &[Token]) -> Result<DateSpan, DateError> {
    let is_doubt =
        |token: &Token| matches!(token, Token::Question | Token::Word(WordMeaning::Uncertain));
    let is_about = |token: &Token| *token == Token::Word(WordMeaning::About);
    let is_uncertain = tokens.iter().any(is_doubt);
    let is_approximate = tokens.iter().any(is_about);
    let plain: Vec<Token> =
        tokens.iter().filter(|token| !is_doubt(token) && !is_about(token)).copied().collect();
    let mut span = parse_bounded(trim_separators(&plain))?;
    span.is_uncertain = is_uncertain;
    span.is_approximate = is_approximate;
    Ok(span)
}

fn parse_bounded(tokens: &[Token]) -> Result<DateSpan, DateError> {
    match tokens {
        [Token::Word(WordMeaning::Before), rest @ ..] => Ok(parse_atom(rest)?.until()),
        [Token::Word(WordMeaning::After), rest @ ..] => Ok(parse_atom(rest)?.since()),
        [Token::Word(WordMeaning::From), rest @ ..] => {
            let is_to = |token: &Token| {
                matches!(token, Token::Word(WordMeaning::To | WordMeaning::Before) | Token::Dash)
            };
            match rest.iter().position(is_to) {
                Some(at) => parse_interval(&rest[..at], &rest[at + 1..]),
                None => Ok(parse_atom(rest)?.since()),
            }
        }
        _ => match parse_atom(tokens) {
            Ok(span) => Ok(span),
            Err(error) => {
                let dashes = || tokens.iter().enumerate().filter(|(_, token)| **token == Token::Dash);
                if dashes().count() != 1 {
                    return Err(error);
                }
                let at = dashes().next().map_or(0, |(at, _)| at);
                parse_interval(&tokens[..at], &tokens[at + 1..])
            }
        },
    }
}

fn parse_interval(start: &[Token], end: &[Token]) -> Result<DateSpan, DateError> {
    let start = parse_atom(trim_separators(start))?;
    let end = parse_atom(trim_separators(end))?;
    DateSpan::between(start, end).ok_or(DateError::Impossible)
}

/// One date without alternatives, doubts or bounds.
fn parse_atom(tokens: &[Token]) -> Result<DateSpan, DateError> {
    let mut parts: [Option<Token>; 4] = [None; 4];
    let mut n_parts = 0;
    let mut has_dash = false;
    for token in tokens {
        match token {
            Token::Dot | Token::Comma | Token::Slash => continue,
            Token::Dash => {
                has_dash = true;
                continue;
            }
            _ if n_parts == 3 => return Err(DateError::Unreadable),
            _ => parts[n_parts] = Some(*token),
        }
        n_parts += 1;
    }
    use Token::{Number, Unknown};
    const fn is_year(n_digits: usize) -> bool {
        n_digits == 4
    }
    let month_word = |token: Token| match token {
        Token::Word(WordMeaning::Month(month)) => Some(month),
        _ => None,
    };
    let span = match (parts[0], parts[1], parts[2]) {
        (Some(Number { value, n_digits, n_open: 1 }), None, None) if n_digits == 3 => {
            DateSpan::decade(value * 10)
        }
        (Some(Number { value, n_digits: 2, n_open: 2 }), None, None) => {
            DateSpan::years(value * 100, value * 100 + 99, Precision::Interval)
        }
        (Some(Number { value, n_digits, .. }), None, None) if is_year(n_digits) => {
            DateSpan::year(value)
        }
        // `1937-05-17`, `1937.05.17`
        (
            Some(Number { value: year, n_digits, .. }),
            Some(Number { value: month, n_digits: 1 | 2, .. }),
            Some(Number { value: day, n_digits: 1 | 2, .. }),
        ) if is_year(n_digits) => DateSpan::day(year, month as u32, day as u32),
        // `1937-05`
        (
            Some(Number { value: year, n_digits, .. }),
            Some(Number { value: month, n_digits: 2, .. }),
            None,
        ) if is_year(n_digits) && has_dash => DateSpan::month(year, month as u32),
        (first, second, third) => {
            // From here on the year stands last.
            let parts: Vec<Token> = [first, second, third].into_iter().flatten().collect();
            let Some((&Number { value: year, n_digits, n_open: 0 }, before)) = parts.split_last()
            else {
                return Err(DateError::Unreadable);
            };
            if !is_year(n_digits) {
                let is_other_year =
                    |token: &Token| matches!(token, Number { n_digits, .. } if is_year(*n_digits));
                let is_short =
                    n_digits == 2 && !before.is_empty() && !before.iter().any(is_other_year);
                return Err(if is_short { DateError::ShortYear } else { DateError::Unreadable });
            }
            match *before {
                [Unknown] | [Unknown, Unknown] => DateSpan::year(year),
                [Number { value: 0, .. }, Number { value: 0, .. }] => DateSpan::year(year),
                [Number { value: month, n_digits: 1 | 2, .. }]
                | [Unknown | Number { value: 0, .. }, Number { value: month, n_digits: 1 | 2, .. }] => {
                    DateSpan::month(year, month as u32)
                }
                [Number { value: day, n_digits: 1 | 2, .. }, Number { value: month, n_digits: 1 | 2, .. }] => {
                    DateSpan::day(year, month as u32, day as u32)
                }
                [word] => month_word(word).and_then(|month| DateSpan::month(year, month)),
                [Unknown, word] => month_word(word).and_then(|month| DateSpan::month(year, month)),
                [Number { value: day, n_digits: 1 | 2, .. }, word]
                | [word, Number { value: day, n_digits: 1 | 2, .. }] => {
                    let Some(month) = month_word(word) else { return Err(DateError::Unreadable) };
                    DateSpan::day(year, month, day as u32)
                }
                _ => return Err(DateError::Unreadable),
            }
        }
    };
    span.ok_or(DateError::Impossible)
}

fn trim_separators(mut tokens: &[Token]) -> &[Token] {
    let is_separator = |token: &Token| {
        matches!(token, Token::Dot | Token::Comma | Token::Dash | Token::Slash)
    };
    // An underscore at the ends is emphasis of the source (`_12.10.1938_`), not an unknown part.
    if let [Token::Unknown, inner @ .., Token::Unknown] = tokens {
        tokens = inner;
    }
    while let [first, rest @ ..] = tokens {
        if !is_separator(first) {
            break;
        }
        tokens = rest;
    }
    while let [rest @ .., last] = tokens {
        if !(is_separator(last) || *last == Token::Unknown) {
            break;
        }
        tokens = rest;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = include_str!("../tests/cases/dates.tsv");

    #[test]
    fn dates_are_read_as_the_table_says() {
        for (line, case) in CASES.lines().enumerate().skip(1) {
            let mut cells = case.split('\t');
            let (raw, expected) = (cells.next().unwrap(), cells.next().unwrap());
            let read = match parse_date(raw) {
                Ok(date) => date.to_edtf(),
                Err(DateError::Unreadable) => "unreadable".to_owned(),
                Err(DateError::Impossible) => "impossible".to_owned(),
                Err(DateError::ShortYear) => "short year".to_owned(),
            };
            assert_eq!(read, expected, "line {}: `{raw}`", line + 1);
        }
    }

    #[test]
    fn an_age_gives_two_years() {
        let event = parse_date("17.05.1938").unwrap();
        let birth = birth_from_age(40, &event).unwrap();
        assert_eq!(birth.to_edtf(), "1897-01-01/1898-12-31");
        assert_eq!(birth_from_age(400, &event), None);
    }
}
