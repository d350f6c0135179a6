#![no_main]

use libfuzzer_sys::fuzz_target;
use synodik_import::Mapping;

fuzz_target!(|text: &str| {
    let _ = Mapping::parse(text);
});
