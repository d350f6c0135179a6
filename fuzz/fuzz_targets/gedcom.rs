#![no_main]
mod shared;

use libfuzzer_sys::fuzz_target;
use synodik_import::Format;

/// With a header and a family, individuals and their relatives are reached.
const START: &str = "0 HEAD\n1 CHAR UTF-8\n0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I2@\n0 @I1@ INDI\n1 ";

fuzz_target!(|bytes: &[u8]| {
    shared::read_bytes(&Format::Gedcom, bytes);
    let mut file = START.as_bytes().to_vec();
    file.extend(bytes);
    shared::read_bytes(&Format::Gedcom, &file);
});
