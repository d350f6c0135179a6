#![no_main]
mod shared;

use libfuzzer_sys::fuzz_target;
use synodik_import::Format;

const HEADER: &str = "person_id\tsurname\tname\tpatronimic\tbirth_year\tbirth_year_comment\tage\tsex\tbirth_place\tnation\tcitizenship\toccupation\tlive_place\teducation\tparty\tfamily\tarest_date\tarest_organ\tarest_type\tcriminal_case\tjudicial_organ\tprocess_date\tcriminal_article\tsentence\twas_executed\tdeath_place\tdeath_date\tprevious_repression\tnext_repression\trehabilitation_organ\trehabilitation_reason\trehabilitation_date\tall_name_variations\tname_variations\tsurname_variations\tpatronimic_variations\tfullname_variations\tmemory_book\n";

fuzz_target!(|bytes: &[u8]| {
    shared::read_bytes(&Format::MemorialTsv, bytes);
    // With the right header, the rows are reached.
    let mut file = HEADER.as_bytes().to_vec();
    file.extend(bytes);
    shared::read_bytes(&Format::MemorialTsv, &file);
});
