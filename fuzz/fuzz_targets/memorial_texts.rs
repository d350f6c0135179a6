#![no_main]
mod shared;

use libfuzzer_sys::fuzz_target;
use synodik_import::Format;

/// With the right header, the text is reached.
const START: &str = "n\tkin_words\ttext\n1\t\t";

fuzz_target!(|bytes: &[u8]| {
    shared::read_bytes(&Format::MemorialTexts, bytes);
    let mut file = START.as_bytes().to_vec();
    file.extend(bytes);
    shared::read_bytes(&Format::MemorialTexts, &file);
});
