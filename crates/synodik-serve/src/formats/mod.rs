//! Persons, ties and entries in the formats of others: JSON-LD and FollowTheMoney.
//!
//! Plain functions from values of the public index to JSON. What these formats cannot say (a
//! probability, a quotation) stands beside, never inside a claim of theirs.

mod ftm;
mod json_ld;

pub use ftm::{ftm_entities_of_family, ftm_entities_of_person, ftm_entities_of_record};
pub use json_ld::{linked_family, linked_person, linked_record};

/// Returns a date of ISO 8601 that says no more than the EDTF: `1937`, `1937-08` or `1937-08-12`;
/// none for spans, sets, doubts and parts left open.
pub(crate) fn plain_date(edtf: &str) -> Option<&str> {
    let digits = |text: &str, n_digits: usize| {
        text.len() == n_digits && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut parts = edtf.split('-');
    let is_plain = digits(parts.next()?, 4)
        && parts.next().is_none_or(|month| digits(month, 2))
        && parts.next().is_none_or(|day| digits(day, 2))
        && parts.next().is_none();
    is_plain.then_some(edtf)
}

/// Returns the values that are not empty, each once, in the order in which they first stand.
pub(crate) fn each_once<'a>(values: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut stated: Vec<&str> = Vec::new();
    for value in values.filter(|value| !value.is_empty()) {
        if !stated.contains(&value) {
            stated.push(value);
        }
    }
    stated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_without_doubt_are_handed_on() {
        for plain in ["1893", "1937", "1937-08", "1937-08-05", "1937-08-12"] {
            assert_eq!(plain_date(plain), Some(plain));
        }
        for other in [
            "",
            "193X",
            "189X",
            "1937?",
            "1937~",
            "1893~",
            "1890/1891",
            "1893/1894",
            "[1890,1891]",
            "1937-08-12-1",
            "../1900",
        ] {
            assert_eq!(plain_date(other), None, "{other}");
        }
    }
}
