#![no_main]

use libfuzzer_sys::fuzz_target;
use synodik_names::{
    Case, NamePart, Sex, decline, fathers_of, feminine_surname, masculine_surname, nominative,
    patronymics_of, surname_forms, surname_stem,
};

fuzz_target!(|word: &str| {
    for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
        for case in Case::ALL {
            for sex in [Sex::Female, Sex::Male] {
                decline(word, part, sex, case);
            }
        }
        for reading in nominative(word, part) {
            assert!((0.0..=1.0).contains(&reading.p), "{word}");
        }
    }
    surname_forms(word);
    assert!(word.is_char_boundary(surname_stem(word).n_bytes), "{word}");
    feminine_surname(word);
    masculine_surname(word);
    patronymics_of(word);
    fathers_of(word, &|_| true);
});
