//! Reads the year of birth or the age beside a name: `1890 (1871) г. р.`, `58 (60) л.`, `1,5 г.`.

use super::lexicon::LEXICON;
use crate::tokens::{Token, TokenKind};
use synodik_model::{Combination, DateSpan, DateStatement};

/// Years from here on are years of birth, smaller numbers ages.
const FIRST_BIRTH_YEAR: u32 = 1700;
const LAST_BIRTH_YEAR: u32 = 1999;
const MAX_AGE_YEARS: u32 = 120;

/// What a list says of when somebody was born.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Years {
    Birth(DateStatement),
    Age { months: u32, other_months: Option<u32> },
}

/// Reads years from the first token on; gives them and how many tokens they take.
pub(crate) fn read_years(tokens: &[Token]) -> Option<(Years, usize)> {
    if let Some((birth, n_tokens)) = read_day(tokens) {
        return Some((Years::Birth(birth), n_tokens + unit_tokens(&tokens[n_tokens..])));
    }
    let mut at = 0;
    let before = read_bracket(tokens);
    if let Some((_, n_tokens)) = &before {
        at += n_tokens;
    }
    let main = tokens.get(at)?.number()?;
    at += 1;
    let tenths = read_fraction(&tokens[at - 1..]);
    at += if tenths.is_some() { 2 } else { 0 };
    at += ending_tokens(&tokens[at..]);
    let behind = read_bracket(&tokens[at..]);
    if let Some((_, n_tokens)) = &behind {
        at += n_tokens;
    }
    let others: Vec<u32> =
        before.into_iter().chain(behind).flat_map(|(numbers, _)| numbers).collect();
    if is_year(main) {
        at += usize::from(
            tokens.get(at).is_some_and(|token| token.is_sign(","))
                && unit_tokens(&tokens[at + 1..]) > 1,
        );
        at += unit_tokens(&tokens[at..]);
        return Some((Years::Birth(birth_of(main, &others)?), at));
    }
    if main > MAX_AGE_YEARS {
        return None;
    }
    let unit = tokens.get(at).and_then(|token| LEXICON.age_unit_months(&token.small));
    let is_last = tokens.get(at).is_none_or(|token| token.is_sign(",") || token.is_sign("."));
    let months_of = |number: u32| number * unit.unwrap_or(12);
    if unit.is_none() && !is_last {
        return None;
    }
    at += unit_tokens(&tokens[at..]);
    let months = months_of(main) + tenths.map_or(0, |tenths| tenths * unit.unwrap_or(12) / 10);
    let other_months =
        others.first().filter(|&&other| other <= MAX_AGE_YEARS).map(|&other| months_of(other));
    Some((Years::Age { months, other_months }, at))
}

fn is_year(number: u32) -> bool {
    (FIRST_BIRTH_YEAR..=LAST_BIRTH_YEAR).contains(&number)
}

/// The years of birth that a list gives: one, or several in conflict.
fn birth_of(main: u32, others: &[u32]) -> Option<DateStatement> {
    let span = |year: u32| DateSpan::year(i32::try_from(year).ok()?);
    let others = others.iter().filter(|&&year| is_year(year)).filter_map(|&year| span(year));
    Some(DateStatement {
        primary: span(main)?,
        others: others.collect(),
        combination: Combination::Conflict,
    })
}

/// `12.05.1897` in tokens.
fn read_day(tokens: &[Token]) -> Option<(DateStatement, usize)> {
    let [day, first_point, month, second_point, year, ..] = tokens else { return None };
    if !first_point.is_sign(".") || !second_point.is_sign(".") {
        return None;
    }
    let year = i32::try_from(year.number().filter(|&year| is_year(year))?).ok()?;
    let span = DateSpan::day(year, month.number()?, day.number()?)?;
    Some((DateStatement::plain(span), 5))
}

/// Numbers in brackets: `(1871)`, `(1915, 1910)`, `(60)`.
fn read_bracket(tokens: &[Token]) -> Option<(Vec<u32>, usize)> {
    if !tokens.first()?.is_sign("(") {
        return None;
    }
    let mut numbers = Vec::new();
    for (token_idx, token) in tokens.iter().enumerate().skip(1) {
        match token.kind {
            TokenKind::Number => numbers.push(token.number()?),
            _ if token.is_sign(")") && !numbers.is_empty() => {
                return Some((numbers, token_idx + 1));
            }
            _ if token.is_sign(",") || token.is_sign("/") => {}
            _ if numbers.is_empty() => return None,
            // A unit inside the brackets: (58 л.).
            _ if token.is_sign(".")
                || LEXICON.age_unit_months(&token.small).is_some()
                || token.small == "р" => {}
            _ => return None,
        }
    }
    None
}

/// Tenths behind a comma or point without a blank: `1,5`.
fn read_fraction(tokens: &[Token]) -> Option<u32> {
    let [number, sign, tenths, ..] = tokens else { return None };
    // A half year is also written with a blank: `1, 5 г.`
    let is_joined = number.span.end == sign.span.start
        && (sign.span.end == tenths.span.start || tenths.text == "5");
    let is_fraction =
        is_joined && (sign.is_sign(",") || sign.is_sign(".")) && tenths.text.len() == 1;
    is_fraction.then(|| tenths.number()).flatten()
}

/// Tokens of `-ти`, `-х` behind a number.
fn ending_tokens(tokens: &[Token]) -> usize {
    match tokens {
        [dash, ending, ..]
            if dash.is_sign("-")
                && ending.kind == TokenKind::Word
                && ending.text.chars().count() <= 3 =>
        {
            2
        }
        _ => 0,
    }
}

/// Tokens of the unit: `г. р`, `л`, `мес`, `года рождения`; a point behind it may end the sentence.
fn unit_tokens(tokens: &[Token]) -> usize {
    let mut at = 0;
    let is_unit = |token: &Token| LEXICON.age_unit_months(&token.small).is_some();
    if !tokens.first().is_some_and(is_unit) {
        return 0;
    }
    at += 1;
    let point = |at: usize| usize::from(tokens.get(at).is_some_and(|token| token.is_sign(".")));
    let after_unit = at + point(at);
    match tokens.get(after_unit).map(|token| &*token.small) {
        Some("р") => after_unit + 1,
        Some("рожд" | "рождения") => after_unit + 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenise;

    #[test]
    fn years_and_ages() {
        let check = |text: &str, expected: &str, rest: &str| {
            let tokens = tokenise(text);
            let (years, n_tokens) = read_years(&tokens).expect(text);
            let read = match years {
                Years::Birth(birth) => birth.to_edtf(),
                Years::Age { months, other_months: None } => format!("{months} months"),
                Years::Age { months, other_months: Some(other) } => {
                    format!("{months} or {other} months")
                }
            };
            let left: Vec<&str> = tokens[n_tokens..].iter().map(|token| token.text).collect();
            assert_eq!((read.as_str(), left.join(" ").as_str()), (expected, rest), "{text}");
        };
        check("1897 г. р., сын", "1897", ". , сын");
        check("1890 (1871) г. р.", "{1890,1871}", ".");
        check("1914 (1915, 1910) г. р.", "{1914,1915,1910}", ".");
        check("(1910) 1911, г. р.", "{1911,1910}", ".");
        check("58 (60) л. Выслан", "696 or 720 months", ". Выслан");
        check("1,5 г.", "18 months", ".");
        check("2 мес., дочь", "2 months", ". , дочь");
        check("12.05.1897 г. р.", "1897-05-12", ".");
        check("1897, сын", "1897", ", сын");
        check("7, сын", "84 months", ", сын");
        assert_eq!(read_years(&tokenise("7 коров")), None);
        assert_eq!(read_years(&tokenise("сын")), None);
    }
}
