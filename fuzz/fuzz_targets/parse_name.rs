#![no_main]

use libfuzzer_sys::fuzz_target;
use synodik_names::{find_repairs, fold_words, modernise, name_forms, parse_name, split_full_name};

fuzz_target!(|raw: &str| {
    let parsed = parse_name(raw);
    // Every byte that is no white space belongs to exactly one piece.
    let mut end = 0;
    for piece in &parsed.pieces {
        assert!(piece.span.start >= end, "{raw}");
        assert!(raw[end..piece.span.start].trim().is_empty(), "{raw}");
        end = piece.span.end;
    }
    assert!(raw[end..].trim().is_empty(), "{raw}");
    assert!((0.0..=1.0).contains(&parsed.p_order));
    split_full_name(raw);
    name_forms(raw);
    find_repairs(raw);
    modernise(raw);
    // Folding what is folded changes nothing.
    fold_words(raw, |folded, _| {
        let mut again = Vec::new();
        fold_words(folded, |word, _| again.push(word.to_owned()));
        assert_eq!(again.concat(), folded, "{raw}");
    });
});
