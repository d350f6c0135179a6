#![no_main]

use libfuzzer_sys::fuzz_target;
use synodik_names::{
    NamePart, PreparedName, PreparedWord, beider_morse, compare_names, compare_words, damerau,
    daitch_mokotoff, jaro_winkler, slavic_keys,
};

fuzz_target!(|names: (&str, &str)| {
    let (a, b) = names;
    let [name_a, name_b] = [a, b].map(PreparedName::of_text);
    let (there, back) = (compare_names(&name_a, &name_b), compare_names(&name_b, &name_a));
    assert!((0.0..=1.0).contains(&there.p_same));
    assert!((there.bits - back.bits).abs() < 1e-3, "{a} {b}");
    for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
        let [word_a, word_b] = [a, b].map(|word| PreparedWord::of_part(part, word));
        let agreement = compare_words(part, &word_a, &word_b);
        assert_eq!(agreement, compare_words(part, &word_b, &word_a), "{a} {b}");
        assert_eq!(damerau(&word_a, &word_b), damerau(&word_b, &word_a));
        assert!((0.0..=1.0).contains(&jaro_winkler(&word_a, &word_b)));
    }
    slavic_keys(a);
    assert!(!daitch_mokotoff(a).is_empty());
    beider_morse(b);
});
