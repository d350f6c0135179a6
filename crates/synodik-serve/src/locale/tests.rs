use super::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use synodik_model::{EventKind, Field};

/// Families of keys that are made from identifiers of the data.
const FAMILIES: [&str; 39] = [
    "family-part-",
    "sex-",
    "body-",
    "families-by-",
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
];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn keys(language: Language) -> BTreeSet<String> {
    let mut words = String::new();
    gather(&folder("locales").join(language.tag()), &mut words);
    words
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect()
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
    let text = locales.text(Language::English);
    assert_eq!(text.count("results-exact", &0), "none found as typed");
    assert_eq!(text.fill("decade", &[("first", "1890")]), "1890s");
}
