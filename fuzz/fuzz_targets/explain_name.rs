#![no_main]

use libfuzzer_sys::fuzz_target;
use synodik_names::explain_name;

fuzz_target!(|raw: &str| {
    let explained = explain_name(raw);
    assert!((0.0..=1.0).contains(&explained.sex.p_female), "{raw}");
});
