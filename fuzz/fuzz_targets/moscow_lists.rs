#![no_main]
mod shared;

use libfuzzer_sys::fuzz_target;
use synodik_import::Format;

fuzz_target!(|bytes: &[u8]| {
    shared::read_bytes(&Format::MoscowLists, bytes);
    let mut page = b"<p class=Street>A</p><h4>1</h4><h5>2</h5><p class=pers><B>".to_vec();
    page.extend(bytes);
    shared::read_bytes(&Format::MoscowLists, &page);
});
