use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use synodik_model::{EventKind, Field};

/// Families of keys that are made from identifiers of the data.
const FAMILIES: [&str; 46] = [
    "family-part-",
    "station-",
    "precision-",
    "place-kind-",
    "place-certainty-",
    "sex-",
    "body-",
    "families-by-",
    "families-left-by-",
    "spared-",
    "families-sex-",
    "level-",
    "rarity-",
    "verdict-",
    "field-",
    "event-",
    "measure-",
    "facet-",
    "filter-",
    "match-",
    "month-",
    "error-",
    "piece-",
    "claim-",
    "case-",
    "form-",
    "name-form-",
    "certainty-",
    "checked-",
    "country-",
    "estimates-group-",
    "figure-",
    "held-",
    "institution-kind-",
    "limit-group-",
    "limit-sum-",
    "moment-error-",
    "stage-",
    "term-category-",
    "unit-",
    "increase-",
    "mse-method-",
    "kin-",
    "tie-",
    "feature-",
    "put-aside-",
];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn keys(language: Language) -> BTreeSet<String> {
    all_words(language)
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect()
}

/// The text of all files of a language.
fn all_words(language: Language) -> String {
    let mut words = String::new();
    gather(&folder("locales").join(language.tag()), &mut words);
    words
}

/// The text of each message by its key.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let mut key = String::new();
    for line in all_words(language).lines().filter(|line| !line.starts_with('#')) {
        let is_key = line.starts_with(|letter: char| letter.is_ascii_lowercase());
        if let Some((found, _)) = line.split_once(" =").filter(|_| is_key) {
            found.clone_into(&mut key);
        }
        let message: &mut String = messages.entry(key.clone()).or_default();
        message.push_str(line);
        message.push('\n');
    }
    messages
}

/// The names of what is put into a message.
fn variables(message: &str) -> BTreeSet<&str> {
    let names = message.split('$').skip(1);
    names.filter_map(|rest| rest.split([' ', '}']).next()).collect()
}

/// Adds the text of every file under a folder.
fn gather(folder: &Path, texts: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, texts);
        } else if !path.ends_with("tests.rs") {
            texts.push_str(&fs::read_to_string(path).expect("a text"));
        }
    }
}

/// Templates and code.
fn sources() -> String {
    let mut texts = String::new();
    gather(&folder("templates"), &mut texts);
    gather(&folder("src"), &mut texts);
    texts
}

#[test]
fn all_languages_have_the_same_keys() {
    for language in Language::ALL {
        assert_eq!(keys(language), keys(Language::English), "{language:?}");
    }
}

#[test]
fn every_message_names_the_same_values() {
    let english = messages(Language::English);
    assert_eq!(variables(&english["source-sum"]).len(), 3);
    for language in Language::ALL {
        for (key, message) in messages(language) {
            assert_eq!(variables(&message), variables(&english[&key]), "{key} {language:?}");
        }
    }
}

#[test]
fn every_count_has_the_plurals_of_the_language() {
    let english = messages(Language::English);
    let counted = |key: &str| english[key].contains("[one]");
    assert!(counted("home-records") && !counted("home-years"));
    for language in Language::ALL {
        let needed: &[&str] = match language {
            Language::English | Language::Estonian => &["[one]", "*[other]"],
            // The last is the one of fractions too, under the name that a file chooses.
            Language::Russian | Language::Ukrainian => &["[one]", "[few]", "*["],
        };
        for (key, message) in messages(language).iter().filter(|(key, _)| counted(key)) {
            for form in needed {
                assert!(message.contains(form), "`{key}` has no {form} in {language:?}");
            }
        }
    }
}

#[test]
fn no_letter_of_another_language_stands_in_the_words() {
    for (language, foreign) in
        [(Language::Ukrainian, "ыэъё"), (Language::Russian, "іїєґ"), (Language::English, "õäöüšž")]
    {
        for (key, message) in messages(language) {
            let found = message.to_lowercase().chars().find(|letter| foreign.contains(*letter));
            assert_eq!(found, None, "`{key}` in {language:?}");
        }
    }
    for language in [Language::English, Language::Estonian] {
        for (key, message) in messages(language) {
            assert!(!crate::language::is_cyrillic(&message), "`{key}` in {language:?}");
        }
    }
}

#[test]
fn every_message_is_well_formed_and_fills_its_values() {
    // A message that cannot be read is dropped without a word when bundles are made.
    let locales = Locales::load();
    for language in Language::ALL {
        let text = locales.text(language);
        for (key, message) in messages(language).iter().filter(|(key, _)| !key.is_empty()) {
            assert!(text.bundle().has_message(key), "`{key}` in {language:?}");
            let values: Vec<(&str, &str)> =
                variables(message).into_iter().map(|name| (name, "7")).collect();
            let words = text.fill(key, &values);
            assert!(!words.contains(['{', '}', '$']), "`{key}` in {language:?}: {words}");
        }
    }
}

#[test]
fn every_key_named_exists() {
    let (known, texts) = (keys(Language::English), sources());
    for call in [".say(", ".count(", ".fill("] {
        for rest in texts.split(call).skip(1) {
            let Some(rest) = rest.trim_start().strip_prefix('"') else {
                continue;
            };
            let key = rest.split('"').next().expect("a key");
            assert!(known.contains(key), "`{key}` is named but has no words");
        }
    }
}

#[test]
fn every_key_is_named() {
    let texts = sources();
    for key in keys(Language::English) {
        let is_of_family = FAMILIES.iter().any(|family| key.starts_with(family));
        assert!(is_of_family || texts.contains(&format!("\"{key}\"")), "nothing shows `{key}`");
    }
}

#[test]
fn every_identifier_has_a_label() {
    let locales = Locales::load();
    for language in Language::ALL {
        let text = locales.text(language);
        let check = |family: &str, identifier: &str| {
            assert!(text.has_label(family, identifier), "{family}-{identifier} {language:?}");
        };
        for spec in Field::specs() {
            check("field", spec.name);
        }
        for kind in EventKind::ALL {
            check("event", kind.name());
        }
        for measure in synodik_index::measure_ids() {
            check("measure", measure);
        }
        for kind in synodik_index::MatchKind::ALL {
            check("match", kind.name());
        }
        for facet in [
            "source",
            "event",
            "measure",
            "nationality",
            "instrument",
            "birth_decade",
            "event_year",
        ] {
            check("facet", facet);
        }
        for (field, _) in crate::SearchForm::default().pairs() {
            check("filter", field);
        }
        for mistake in ["number", "order", "long", "unknown", "offset", "address"] {
            check("error", mistake);
        }
    }
}

#[test]
fn every_reason_for_which_somebody_was_spared_has_words() {
    let locales = Locales::load();
    let fates = fs::read_to_string(folder("../../data/kin/fates.toml")).expect("the fates");
    let reasons: Vec<&str> =
        fates.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"')).collect();
    assert!(reasons.contains(&"kin_in_army"));
    for language in Language::ALL {
        let text = locales.text(language);
        for reason in &reasons {
            assert!(text.has_label("spared", reason), "spared-{reason} {language:?}");
        }
    }
}

#[test]
fn every_way_to_agree_has_words() {
    let locales = Locales::load();
    let levels = fs::read_to_string(folder("../../data/link/levels.tsv")).expect("the levels");
    let rows = levels.lines().filter(|line| !line.starts_with('#')).skip(1);
    let names: BTreeSet<&str> = rows.filter_map(|line| line.split('\t').nth(1)).collect();
    assert!(names.contains("exact") && names.contains("differs"));
    for language in Language::ALL {
        let text = locales.text(language);
        for name in &names {
            assert!(text.has_label("level", name), "level-{name} {language:?}");
        }
        for verdict in ["same", "different", "unsure"] {
            assert!(text.has_label("verdict", verdict), "verdict-{verdict} {language:?}");
        }
    }
}

#[test]
fn every_word_of_the_codex_has_a_label() {
    let (locales, codex) = (Locales::load(), synodik_codex::codex());
    for language in Language::ALL {
        let text = locales.text(language);
        let check = |family: &str, identifier: &str| {
            assert!(text.has_label(family, identifier), "{family}-{identifier} {language:?}");
        };
        for certainty in synodik_codex::Certainty::ALL {
            check("certainty", certainty.name());
        }
        for source in &codex.sources {
            check("checked", &source.checked.replace(' ', "-"));
        }
        for country in codex.archives.iter().filter_map(|guide| guide.countries.first()) {
            check("country", country);
        }
        for estimate in &codex.estimates {
            check("estimates-group", &estimate.group);
            check("unit", &estimate.unit);
        }
        for figure in codex.campaigns.iter().flat_map(|campaign| &campaign.figures) {
            check("figure", &figure.kind);
        }
        for institution in &codex.institutions {
            check("institution-kind", &institution.kind);
        }
        for limit in &codex.limits {
            check("limit-group", &limit.group);
        }
        for stage in codex.instruments.iter().flat_map(|instrument| &instrument.stages) {
            check("stage", stage.kind.name());
        }
        for term in &codex.terms {
            check("term-category", &term.category);
        }
        for mistake in ["date", "missing", "unknown", "order", "address"] {
            check("moment-error", mistake);
        }
    }
}

#[test]
fn plurals_and_groups_of_digits() {
    let locales = Locales::load();
    let check = |language, n: u64, expected: &str| {
        assert_eq!(locales.text(language).count("source-line", &n), expected);
    };
    check(Language::English, 1, "1 record");
    check(Language::English, 1_234_567, "1,234,567 records");
    check(Language::Russian, 1, "1 запись");
    check(Language::Russian, 3, "3 записи");
    check(Language::Russian, 11, "11 записей");
    check(Language::Russian, 21, "21 запись");
    check(Language::Russian, 2_614_978, "2\u{202F}614\u{202F}978 записей");
    check(Language::Ukrainian, 1, "1 запис");
    check(Language::Ukrainian, 4, "4 записи");
    check(Language::Ukrainian, 12, "12 записів");
    check(Language::Ukrainian, 22, "22 записи");
    check(Language::Ukrainian, 2_614_978, "2\u{202F}614\u{202F}978 записів");
    check(Language::Estonian, 1, "1 kirje");
    check(Language::Estonian, 21, "21 kirjet");
    check(Language::Estonian, 2_614_978, "2\u{A0}614\u{A0}978 kirjet");
    let text = locales.text(Language::English);
    assert_eq!(text.count("results-exact", &0), "None found as typed");
    assert_eq!(text.fill("decade", &[("first", "1890")]), "1890s");
}
