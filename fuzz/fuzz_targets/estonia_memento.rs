#![no_main]
mod shared;

use libfuzzer_sys::fuzz_target;
use synodik_import::Format;

/// With the start of an entry, the statements are reached.
const START: &str = "<OLEMATU>, <Mihkel>, <Jaan>, s. 1880, ";

fuzz_target!(|bytes: &[u8]| {
    shared::read_bytes(&Format::EstoniaMemento, bytes);
    let mut file = START.as_bytes().to_vec();
    file.extend(bytes);
    shared::read_bytes(&Format::EstoniaMemento, &file);
});
