//! The term that a sentence states.

use super::phrases::FoldedWords;

/// Parses the first term in years that a measure states: «к 8 годам ИТЛ», «10 л. ИТЛ».
///
/// # Shape
///
/// `words`: the folded words of the measure. Months count as parts of a year. `None` when no
/// number of 1 to 25 stands before a word for years.
pub(crate) fn parse_term_years(words: &FoldedWords) -> Option<f32> {
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let (number, rest) = split_number(word);
        let Some(years) = number.filter(|number| (1..=25).contains(number)) else { continue };
        let unit = if rest.is_empty() { words.peek().copied().unwrap_or_default() } else { rest };
        if !is_years(unit) {
            continue;
        }
        if rest.is_empty() {
            words.next();
        }
        return Some(years as f32 + months(&mut words) / 12.0);
    }
    None
}

/// Returns the months in «и 6 месяцам» or «6 мес.» right after the years.
fn months<'w>(words: &mut std::iter::Peekable<impl Iterator<Item = &'w str>>) -> f32 {
    words.next_if_eq(&"и");
    let Some(number) = words.next_if(|word| word.parse::<u32>().is_ok_and(|n| n < 12)) else {
        return 0.0;
    };
    let is_months = words.peek().is_some_and(|word| word.starts_with("мес"));
    if is_months { number.parse().unwrap_or(0.0) } else { 0.0 }
}

/// Splits «10лет» after its digits.
fn split_number(word: &str) -> (Option<u32>, &str) {
    let end = word.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(word.len());
    (word[..end].parse().ok(), &word[end..])
}

fn is_years(unit: &str) -> bool {
    ["лет", "год", "году", "года", "годам", "годами", "годов", "л", "г", "гг"].contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read() {
        for (measure, years) in [
            ("к 8 годам ИТЛ", Some(8.0)),
            ("10 лет ИТЛ с поражением в правах на 5 лет", Some(10.0)),
            ("к 5 годам и 6 месяцам ИТЛ", Some(5.5)),
            ("5 л. ИТЛ", Some(5.0)),
            ("10лет", Some(10.0)),
            ("ВМН", None),
            ("ссылка", None),
            ("осужден в 1937 г. к 3 годам", Some(3.0)),
            ("к 58 годам", None),
        ] {
            let mut words = FoldedWords::default();
            words.fold(measure);
            assert_eq!(parse_term_years(&words), years, "{measure}");
        }
    }
}
