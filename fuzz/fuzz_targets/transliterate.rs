#![no_main]

use libfuzzer_sys::fuzz_target;
use synodik_names::{Scheme, cyrillic_candidates, guess_scheme, latin_query_keys, transliterate};

fuzz_target!(|text: &str| {
    for scheme in Scheme::ALL {
        transliterate(text, scheme);
    }
    guess_scheme(text);
    for candidate in cyrillic_candidates(text) {
        assert!((0.0..=1.0).contains(&candidate.p), "{text}");
    }
    latin_query_keys(text);
});
