use super::*;
use crate::table;
use proptest::prelude::*;

/// Puts the signs in that a table cannot show: `\u{301}` and the like.
fn unescape(text: &str) -> String {
    let mut pieces = text.split("\\u{");
    let mut unescaped = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once('}').expect("an escape is closed");
        let code = u32::from_str_radix(code, 16).expect("an escape is a number");
        unescaped.push(char::from_u32(code).expect("an escape is a letter"));
        unescaped.push_str(rest);
    }
    unescaped
}

#[test]
fn spellings_are_repaired_as_the_table_says() {
    let cases = include_str!("../../tests/cases/spelling_repairs.tsv");
    for [written, modern, kinds, why] in table::rows(cases) {
        let written = unescape(written);
        let repairs = find_repairs(&written);
        let found: Vec<&str> = repairs.iter().map(|repair| repair.kind.name()).collect();
        assert_eq!(found.join(" "), kinds, "{written} ({why})");
        assert_eq!(modernise(&written), modern, "{written} ({why})");
        for repair in &repairs {
            assert_eq!(written[repair.span.clone()], repair.from, "{written} ({why})");
        }
    }
}

/// Letters and signs that rules touch, and some that none does.
const SIGNS: &str =
    "[а-яёА-Яѣіѳѵїєґўәқјљќa-zA-ZčßİK0-9 ъЪ'’ʼ\u{2013}\u{ad}\u{301}\u{306}\u{308}.-]{0,14}";

proptest! {
    #[test]
    fn repairing_twice_is_repairing_once(text in SIGNS) {
        let once = modernise(&text).into_owned();
        prop_assert_eq!(modernise(&once).into_owned(), once);
    }

    #[test]
    fn any_text_can_be_repaired(text in "\\PC{0,30}") {
        let once = modernise(&text).into_owned();
        prop_assert_eq!(modernise(&once).into_owned(), once);
    }

    #[test]
    fn repairs_are_in_order_and_apart(text in SIGNS) {
        let repairs = find_repairs(&text);
        prop_assert!(repairs.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        prop_assert!(repairs.iter().all(|repair| text[repair.span.clone()] == repair.from));
        prop_assert!(repairs.iter().all(|repair| repair.from != repair.to));
    }
}
