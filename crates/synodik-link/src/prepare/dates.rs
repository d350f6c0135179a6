//! Dates as the comparison sees them: year, month and day as stated, nothing checked.

use std::ops::RangeInclusive;

/// A date as stated; what is not stated is 0. Impossible days are kept, they may be slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day {
    /// Year.
    pub(crate) year: u16,
    /// Month.
    pub(crate) month: u8,
    /// Day of the month.
    pub(crate) day: u8,
    /// Whether the year is computed from an age.
    pub(crate) is_from_age: bool,
}

/// Years that a date of birth or of an event may have.
const YEARS: RangeInclusive<u32> = 1000..=2100;

impl Day {
    /// Reads the numbers of a date: `1937-10-25`, `25.10.1937`, `19371025`, `_.10.1937`, `1937`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut numbers: Vec<(usize, u32)> = Vec::new();
        for piece in text.split(|letter: char| !letter.is_ascii_digit() && letter != '_') {
            if !piece.is_empty() && piece.len() <= 8 {
                numbers.push((piece.len(), piece.parse().unwrap_or(0)));
            }
        }
        if let [(8, packed)] = numbers[..] {
            return Self::of(packed / 10_000, packed / 100 % 100, packed % 100);
        }
        let year_idx =
            numbers.iter().position(|&(n_digits, n)| n_digits == 4 && YEARS.contains(&n))?;
        let year = numbers[year_idx].1;
        let number = |idx: usize| numbers.get(idx).map_or(0, |&(_, number)| number);
        if year_idx == 0 {
            Self::of(year, number(1), number(2))
        } else if year_idx == 1 {
            Self::of(year, number(0), 0)
        } else {
            Self::of(year, number(year_idx - 1), number(year_idx - 2))
        }
    }

    /// Returns the date with these parts, 0 for one that is not stated, or none if it is no year.
    pub(crate) fn of(year: u32, month: u32, day: u32) -> Option<Self> {
        YEARS.contains(&year).then_some(())?;
        let (month, day) = (month.min(99) as u8, day.min(99) as u8);
        Some(Self { year: year as u16, month, day, is_from_age: false })
    }

    /// Whether year, month and day are stated.
    pub(crate) fn is_full(self) -> bool {
        self.month != 0 && self.day != 0
    }

    /// Returns the eight digits.
    pub(crate) fn digits(self) -> [u8; 8] {
        let digit = |number: u32, power: u32| (number / power % 10) as u8;
        let (year, month, day) = (u32::from(self.year), u32::from(self.month), u32::from(self.day));
        [
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            digit(month, 10),
            digit(month, 1),
            digit(day, 10),
            digit(day, 1),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn dates_as_written() {
        for (text, expected) in [
            ("1937-10-25", Some((1937, 10, 25))),
            ("25.10.1937", Some((1937, 10, 25))),
            ("19371025", Some((1937, 10, 25))),
            ("_.10.1937", Some((1937, 10, 0))),
            ("_._.1937", Some((1937, 0, 0))),
            ("10.1937", Some((1937, 10, 0))),
            ("1855-81-01", Some((1855, 81, 1))),
            ("около 1901", Some((1901, 0, 0))),
            ("", None),
            ("193", None),
        ] {
            let found = Day::read(text).map(|day| (day.year, day.month, day.day));
            assert_eq!(found, expected, "{text}");
        }
    }
}
