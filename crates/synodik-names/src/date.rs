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
    #[error(
        "not a date in a known form such as `17.05.1938`, `_.5.1939`, `май 1939` or `1900 или 1901`"
    )]
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
    Number {
        value: i32,
        n_digits: usize,
        n_open: usize,
    },
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
                let end =
                    rest.find(|c| !matches!(c, '_' | 'X' | 'x' | 'Х' | 'х')).unwrap_or(rest.len());
                (Some(Token::Unknown), end)
            }
            '?' => (Some(Token::Question), rest.find(|c| c != '?').unwrap_or(rest.len())),
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

/// `main (note) main`, where the note doubts, repeats or contradicts the main date.
fn parse_statement(tokens: &[Token]) -> Result<DateStatement, DateError> {
    let starts_note =
        |token: &Token| matches!(token, Token::Open | Token::Word(WordMeaning::Conflict));
    let start = tokens.iter().position(starts_note).unwrap_or(tokens.len());
    let end = tokens.iter().rposition(|token| *token == Token::Close).unwrap_or(tokens.len());
    let (note, after_note) = tokens[start..].split_at(end.max(start) - start);
    let after_note: Vec<Token> =
        after_note.iter().filter(|token| **token != Token::Close).copied().collect();
    let main = [&tokens[..start], &after_note].concat();
    let mut statement = parse_alternatives(trim_separators(&main))?;
    let has_doubt = note
        .iter()
        .any(|token| matches!(token, Token::Question | Token::Word(WordMeaning::Uncertain)));
    if has_doubt {
        statement.primary.is_uncertain = true;
    }
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
    let mut content: Vec<Token> = note.iter().filter(is_content).copied().collect();
    let is_month = |token: &Token| matches!(token, Token::Word(WordMeaning::Month(_)));
    let is_number = |token: &Token| matches!(token, Token::Number { .. });
    if content.iter().any(is_month) && !content.iter().any(is_number) {
        // «3 декабря (по другим данным - февраля) 1914»: the year is that of the main date.
        content.extend(main.last());
    }
    let is_alternative = content.first() == Some(&Token::Word(WordMeaning::Or));
    if is_alternative {
        content.remove(0);
    }
    if content.iter().any(is_number) {
        let second = parse_alternatives(trim_separators(&content))?;
        if second.primary != statement.primary {
            statement.others.push(second.primary);
        }
        statement.others.extend(second.others);
        if !is_alternative {
            statement.combination = Combination::Conflict;
        }
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

/// `1905/1906` and `1937, 1938` are alternatives; `17/05/1938` is a day, and
/// `1936-08-19/1936-08-24` an interval as EDTF writes it.
fn parse_slashes(tokens: &[Token], spans: &mut Vec<DateSpan>) -> Result<(), DateError> {
    let is_year = |token: &Token| matches!(token, Token::Number { n_digits, n_open, .. } if n_digits + n_open == 4);
    let between = |token: &Token| matches!(token, Token::Slash | Token::Comma);
    let parts: Vec<&[Token]> = tokens.split(between).collect();
    if let ([start, end], true) = (&parts[..], tokens.contains(&Token::Slash))
        && start.contains(&Token::Dash)
        && end.contains(&Token::Dash)
    {
        spans.push(parse_interval(start, end)?);
        return Ok(());
    }
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
            let is_to =
                |token: &Token| matches!(token, Token::Word(WordMeaning::To | WordMeaning::Before));
            let at = rest.iter().position(is_to);
            match at.or_else(|| rest.iter().position(|token| *token == Token::Dash)) {
                Some(at) => parse_interval(&rest[..at], &rest[at + 1..]),
                None => Ok(parse_atom(rest)?.since()),
            }
        }
        _ => match parse_atom(tokens) {
            Ok(span) => Ok(span),
            Err(error) => {
                let dashes =
                    || tokens.iter().enumerate().filter(|(_, token)| **token == Token::Dash);
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
    let is_separator =
        |token: &&Token| matches!(token, Token::Dot | Token::Comma | Token::Slash | Token::Dash);
    let parts: Vec<Token> = tokens.iter().filter(|token| !is_separator(token)).copied().collect();
    let has_dash = tokens.contains(&Token::Dash);
    let span = match parts[..] {
        [Token::Number { value, n_digits: 3, n_open: 1 }] => DateSpan::decade(value * 10),
        [Token::Number { value, n_digits: 2, n_open: 2 }] => {
            DateSpan::years(value * 100, value * 100 + 99, Precision::Interval)
        }
        [Token::Number { value: year, n_digits: 4, .. }] => DateSpan::year(year),
        // `1937-05-17`, `1937.05.17`
        [
            Token::Number { value: year, n_digits: 4, .. },
            Token::Number { value: month, n_digits: 1 | 2, .. },
            Token::Number { value: day, n_digits: 1 | 2, .. },
        ] => DateSpan::day(year, month as u32, day as u32),
        // `1937-05`
        [
            Token::Number { value: year, n_digits: 4, .. },
            Token::Number { value: month, n_digits: 2, .. },
        ] if has_dash => DateSpan::month(year, month as u32),
        [ref before @ .., Token::Number { value: year, n_digits: 4, n_open: 0 }] => {
            return parse_year_last(before, year);
        }
        [ref before @ .., Token::Number { n_digits: 2, .. }] if is_day_and_month(before) => {
            return Err(DateError::ShortYear);
        }
        _ => return Err(DateError::Unreadable),
    };
    span.ok_or(DateError::Impossible)
}

/// What stands before a year: a month, or a day and a month.
fn parse_year_last(before: &[Token], year: i32) -> Result<DateSpan, DateError> {
    use Token::{Number, Unknown, Word};
    let span = match *before {
        [Unknown] | [Unknown, Unknown] | [Number { value: 0, .. }, Number { value: 0, .. }] => {
            DateSpan::year(year)
        }
        [Number { value: month, n_digits: 1 | 2, .. }]
        | [Unknown | Number { value: 0, .. }, Number { value: month, n_digits: 1 | 2, .. }] => {
            DateSpan::month(year, month as u32)
        }
        [
            Number { value: day, n_digits: 1 | 2, .. },
            Number { value: month, n_digits: 1 | 2, .. },
        ] => DateSpan::day(year, month as u32, day as u32),
        [Word(WordMeaning::Month(month))] | [Unknown, Word(WordMeaning::Month(month))] => {
            DateSpan::month(year, month)
        }
        [Number { value: day, n_digits: 1 | 2, .. }, Word(WordMeaning::Month(month))]
        | [Word(WordMeaning::Month(month)), Number { value: day, n_digits: 1 | 2, .. }] => {
            DateSpan::day(year, month, day as u32)
        }
        _ => return Err(DateError::Unreadable),
    };
    span.ok_or(DateError::Impossible)
}

/// Returns whether only a year of four digits is missing to a date.
fn is_day_and_month(parts: &[Token]) -> bool {
    matches!(
        parts,
        [
            Token::Number { n_digits: 1 | 2, .. } | Token::Unknown,
            Token::Number { n_digits: 1 | 2, .. }
        ] | [Token::Number { n_digits: 1 | 2, .. }, Token::Word(WordMeaning::Month(_))]
    )
}

fn trim_separators(mut tokens: &[Token]) -> &[Token] {
    let is_separator =
        |token: &Token| matches!(token, Token::Dot | Token::Comma | Token::Dash | Token::Slash);
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
