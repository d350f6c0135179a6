#![no_main]
mod shared;

use libfuzzer_sys::fuzz_target;
use synodik_import::Format;

/// With the right header, the rows are reached.
const START: &str = "fullname_y,bplace,sex,nationality,party,reab_date,rasstrel_date,arest_date,pmj,obvin,osujd_date,osujd_org,prigovor,source,extra,bdate,relatives\n";

fuzz_target!(|bytes: &[u8]| {
    shared::read_bytes(&Format::OpenlistCsv, bytes);
    let mut file = START.as_bytes().to_vec();
    file.extend(bytes);
    shared::read_bytes(&Format::OpenlistCsv, &file);
});
