//! The Estonian words of kin, from `data/kin/et.toml`.

use crate::kin_table::kinship_of_term;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use synodik_model::{KinLink, Kinship};

const ET_TOML: &str = include_str!("../../../../data/kin/et.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EstonianFile {
    short_year_century: i32,
    pointers: Vec<String>,
    aliases: Vec<String>,
    ends: Vec<String>,
    continuations: Vec<String>,
    not_deported: String,
    prefix: Vec<PrefixEntry>,
    word: Vec<WordEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrefixEntry {
    text: String,
    links: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordEntry {
    kinship: String,
    nominative: String,
    genitive: String,
    #[serde(default)]
    short: String,
}

/// A part of a compound kin word.
pub(crate) struct KinWord {
    pub(crate) kinship: Kinship,
    pub(crate) nominative: String,
    pub(crate) genitive: String,
    pub(crate) short: String,
}

/// The words of `data/kin/et.toml`.
pub(crate) struct Lexicon {
    pub(crate) century: i32,
    pub(crate) pointers: Vec<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) ends: Vec<String>,
    pub(crate) continuations: Vec<String>,
    pub(crate) not_deported: String,
    pub(crate) prefixes: Vec<(String, Vec<(KinLink, KinLink)>)>,
    /// Longest nominative first.
    pub(crate) words: Vec<KinWord>,
}

pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let file: EstonianFile = toml::from_str(ET_TOML).expect("a test reads data/kin/et.toml");
    let link_of = |name: &String| KinLink::from_name(name).expect("et.toml names links of KinLink");
    let prefixes = file.prefix.iter().map(|entry| {
        let links = entry.links.iter().map(|(from, to)| (link_of(from), link_of(to)));
        (entry.text.clone(), links.collect())
    });
    let words = file.word.into_iter().map(|entry| KinWord {
        kinship: kinship_of_term(&entry.kinship).expect("et.toml names terms of relations.toml"),
        nominative: entry.nominative,
        genitive: entry.genitive,
        short: entry.short,
    });
    let mut words: Vec<KinWord> = words.collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.nominative.len()));
    Lexicon {
        century: file.short_year_century,
        pointers: file.pointers,
        aliases: file.aliases,
        ends: file.ends,
        continuations: file.continuations,
        not_deported: file.not_deported,
        prefixes: prefixes.collect(),
        words,
    }
});
