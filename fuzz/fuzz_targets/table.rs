#![no_main]
mod shared;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use synodik_import::{Format, Mapping};

static MAPPINGS: LazyLock<[Format; 2]> = LazyLock::new(|| {
    let quoted = "delimiter = \",\"\nheader = false\ncolumns = [\"a\", \"b\", \"c\", \"d\", \"e\"]\n[fields]\nname = \"a\"\nbirth = { columns = [\"b\", \"c\", \"d\"], join = \".\" }\n[[event]]\nkind = \"release\"\ncolumn = \"e\"\nseparator = \";\"\npattern = '(?<date>[0-9._]+)'\n";
    let plain = quoted.replacen('\n', "\nquote = \"\"\n", 1);
    [quoted.to_owned(), plain].map(|text| {
        Format::Table(Box::new(Mapping::parse(&text).expect("the mapping is right")))
    })
});

fuzz_target!(|bytes: &[u8]| {
    for format in MAPPINGS.iter() {
        shared::read_bytes(format, bytes);
    }
});
