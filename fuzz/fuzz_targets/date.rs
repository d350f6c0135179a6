#![no_main]

use libfuzzer_sys::fuzz_target;
use synodik_names::{fold_words, latin_key, latin_query_keys, parse_date, split_full_name};

fuzz_target!(|text: &str| {
    if let Ok(date) = parse_date(text) {
        if let (Some(first), Some(last)) = (date.first(), date.last()) {
            assert!(first <= last, "{text}: {}", date.to_edtf());
        }
    }
    let _ = split_full_name(text);
    fold_words(text, |word, _| {
        latin_key(word);
        assert!(latin_query_keys(word).len() <= 8);
    });
});
