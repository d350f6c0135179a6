//! Why a row was rejected, in the words of the reader.
//!
//! The programs that read lists say it in English; here are all their reasons. One that is not
//! known, of an archive that another version built, is shown as it is.

use crate::Text;

/// A reason as it is written, `#` standing for a number, and the key of its words.
const REASONS: [(&str, &str); 14] = [
    ("# cells where the table has # columns", "reject-cells"),
    ("# cells where the header has #", "reject-cells"),
    ("no cell of the row has a value", "reject-no-value"),
    ("the row is about a page and not about a person", "reject-page"),
    ("the paragraph does not start with a name", "reject-no-name"),
    ("the line does not start with a surname in capitals", "reject-no-surname"),
    ("neither birth, life, address, execution nor burial is stated", "reject-nothing-stated"),
    ("expected a line such as `0 @I1@ INDI`", "reject-gedcom-line"),
    ("text outside of any entry; expected a line such as `0 @I1@ INDI`", "reject-gedcom-line"),
    (
        "the quotation mark that opens cell # is not closed within # lines or # MiB; reading goes on at the next line",
        "reject-quotation",
    ),
    ("the entry has # bytes, and more than # KiB is a damaged file", "reject-gedcom-size"),
    ("the entry holds NUL characters; the file is damaged there", "reject-gedcom-nul"),
    ("line # of the entry has level # below level #; a level is missing", "reject-gedcom-level"),
    ("line # of the entry has level #", "reject-gedcom-level"),
];

/// Returns the reason in the language of the page; none when it is not known here.
pub(super) fn reason_words(reason: &str, t: Text<'_>) -> Option<String> {
    REASONS.iter().find_map(|(form, key)| {
        let numbers = numbers_of(reason, form)?;
        let number = |place: usize| numbers.get(place).copied().unwrap_or_default();
        Some(t.fill(key, &[("first", number(0)), ("second", number(1))]).into_owned())
    })
}

/// Returns the numbers that stand at the signs of the form; none when the rest differs.
fn numbers_of<'r>(reason: &'r str, form: &str) -> Option<Vec<&'r str>> {
    let mut numbers = Vec::new();
    let mut rest = reason;
    for (piece_idx, piece) in form.split('#').enumerate() {
        if piece_idx > 0 {
            let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if n_digits == 0 {
                return None;
            }
            numbers.push(&rest[..n_digits]);
            rest = &rest[n_digits..];
        }
        rest = rest.strip_prefix(piece)?;
    }
    rest.is_empty().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};

    #[test]
    fn known_reasons_are_said_in_the_language_of_the_page() {
        let locales = Locales::load();
        let t = locales.text(Language::Russian);
        for (reason, words) in [
            ("11 cells where the table has 12 columns", Some("ячеек: 11, ожидалось 12")),
            ("11 cells where the header has 12", Some("ячеек: 11, ожидалось 12")),
            ("no cell of the row has a value", Some("все ячейки строки пусты")),
            (
                "line 7 of the entry has level 4 below level 2; a level is missing",
                Some("в строке 7 этой записи уровень 4 стоит не на месте"),
            ),
            (
                "the entry has 600000 bytes, and more than 512 KiB is a damaged file",
                Some("байтов в записи: 600000; больше 512 КиБ — знак повреждённого файла"),
            ),
            ("cells where the header has 12", None),
            ("a date, such as 17.05.1893", None),
        ] {
            assert_eq!(reason_words(reason, t).as_deref(), words, "{reason}");
        }
    }
}
