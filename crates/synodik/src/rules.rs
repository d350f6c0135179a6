//! The files of `data/` that travel in the program, and their hash.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use synodik_index::{Citation, PublicRules};
use synodik_model::{EventKind, KinLink, LivingRule};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data");

/// Returns the SHA-256 over names and contents of all files of `data/`, in hexadecimal.
pub(crate) fn data_sha256() -> String {
    let mut files = Vec::new();
    collect(&DATA, &mut files);
    files.sort_by_key(|file| file.path());
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.path().to_string_lossy().as_bytes());
        hash.update([0]);
        hash.update((file.contents().len() as u64).to_le_bytes());
        hash.update(file.contents());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn collect<'a>(folder: &'a Dir<'a>, files: &mut Vec<&'a include_dir::File<'a>>) {
    files.extend(folder.files());
    for inner in folder.dirs() {
        collect(inner, files);
    }
}

/// Returns a text file of `data/`, if there is one of that path.
pub(crate) fn data_text(path: &str) -> Option<&'static str> {
    DATA.get_file(path)?.contents_utf8()
}

/// Returns the names of the mappings that come with the program, without `.toml`.
pub(crate) fn mapping_names() -> Vec<String> {
    let Some(folder) = DATA.get_dir("mappings") else { return Vec::new() };
    let mut names: Vec<String> = folder
        .files()
        .filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrivacyFile {
    living_years: i32,
    adult_event_years: i32,
    approximate_years: i32,
    earliest_birth_year: i32,
    adult_event_kinds: Vec<String>,
    adult_links: Vec<String>,
    min_parent_years: u32,
    no_death_words: Vec<String>,
    withheld_fields: Vec<String>,
}

#[derive(Deserialize)]
struct SourcesFile {
    source: Vec<CitedSource>,
}

/// One entry of `data/sources.toml`, as far as pages show it.
#[derive(Deserialize)]
struct CitedSource {
    id: String,
    citation: String,
    locator: Option<String>,
}

/// Loads what the source keys of `data/` stand for.
pub(crate) fn load_citations() -> Result<BTreeMap<String, Citation>> {
    let text = data_text("sources.toml").context("`data/sources.toml` is not in the program")?;
    let file: SourcesFile = toml::from_str(text).context("cannot read `data/sources.toml`")?;
    let citation = |source: CitedSource| {
        (source.id, Citation { citation: source.citation, locator: source.locator })
    };
    Ok(file.source.into_iter().map(citation).collect())
}

/// Loads `data/privacy.toml`, to be applied for a day.
pub(crate) fn load_public_rules(as_of: NaiveDate) -> Result<PublicRules> {
    let text = data_text("privacy.toml").context("`data/privacy.toml` is not in the program")?;
    parse_public_rules(text, as_of).context("cannot read `data/privacy.toml`")
}

/// What `data/privacy.toml` says of kin.
pub(crate) struct KinPrivacy {
    /// Kin who are grown up, whoever they are.
    pub(crate) adult_links: Vec<KinLink>,
    /// Years by which every parent is older than the child, at the least.
    pub(crate) min_parent_years: u32,
}

/// Loads from `data/privacy.toml` what concerns kin.
pub(crate) fn load_kin_privacy() -> Result<KinPrivacy> {
    let text = data_text("privacy.toml").context("`data/privacy.toml` is not in the program")?;
    let file: PrivacyFile = toml::from_str(text).context("cannot read `data/privacy.toml`")?;
    let link = |name: &String| KinLink::from_name(name).with_context(|| format!("no kin `{name}`"));
    Ok(KinPrivacy {
        adult_links: file.adult_links.iter().map(link).collect::<Result<_>>()?,
        min_parent_years: file.min_parent_years,
    })
}

fn parse_public_rules(text: &str, as_of: NaiveDate) -> Result<PublicRules> {
    let file: PrivacyFile = toml::from_str(text)?;
    let adult_event_kinds = file
        .adult_event_kinds
        .iter()
        .map(|name| EventKind::from_name(name).with_context(|| format!("no event kind `{name}`")))
        .collect::<Result<_>>()?;
    let withheld_fields = file
        .withheld_fields
        .iter()
        .map(|name| {
            synodik_model::Field::from_name(name).with_context(|| format!("no field `{name}`"))
        })
        .collect::<Result<_>>()?;
    let living_rule = LivingRule {
        living_years: file.living_years,
        adult_event_years: file.adult_event_years,
        approximate_years: file.approximate_years,
        earliest_birth_year: file.earliest_birth_year,
        adult_event_kinds,
        no_death_words: file.no_death_words,
    };
    Ok(PublicRules { living_rule, withheld_fields, as_of })
}
