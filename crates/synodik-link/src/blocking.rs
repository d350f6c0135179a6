//! Under which keys records meet: the table `data/link/blocking.toml`.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

const BLOCKING_TOML: &str = include_str!("../../../data/link/blocking.toml");

/// What a key is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reading {
    /// The sound of a name.
    Sound,
    /// The sound of a further surname.
    OtherSound,
    /// The first letters of the sound.
    FirstSounds,
    /// The last letters of a long sound.
    LastSounds,
    /// The sound of the last word of a whole name.
    LastWord,
    /// Its first letters.
    FirstOfLast,
    /// Its last letters.
    EndOfLast,
    /// The rarest of the other words of a whole name.
    RareWords,
    /// The rarest words of a text.
    RareTexts,
    /// A whole date.
    Day,
    /// Its digits in any order.
    Digits,
    /// The year.
    Year,
    /// Two years, of which the first is even.
    YearsEven,
    /// Two years, of which the first is odd.
    YearsOdd,
    /// The settlement of a place.
    Settlement,
    /// The region of a place.
    Region,
    /// The value.
    Value,
    /// The first part of a code.
    FirstPart,
}

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KeyUse {
    /// Records that share it meet.
    Group,
    /// It only counts when two that met are looked at.
    Count,
}

/// A key that every record has if it states the value.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyRule {
    /// The kind of comparison whose value is read.
    pub(crate) kind: String,
    /// What is read.
    pub(crate) reads: Reading,
    /// What for.
    #[serde(rename = "use")]
    pub(crate) key_use: KeyUse,
    /// Keys with this name have one numbering.
    pub(crate) numbers: Option<String>,
    #[serde(rename = "source")]
    _source: String,
}

impl KeyRule {
    /// Returns the name of what is read, as in `blocking.toml`.
    pub(crate) fn reads_name(&self) -> String {
        let name = toml::Value::try_from(self.reads).expect("a reading is written as its name");
        name.as_str().expect("a reading is written as its name").to_owned()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BlockingFile {
    #[serde(rename = "key")]
    keys: Vec<KeyRule>,
    #[serde(rename = "conflict")]
    conflicts: Vec<Conflict>,
}

/// What speaks against two records that share no key of a comparison.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Conflict {
    kind: String,
    bits: f32,
    #[serde(rename = "source")]
    _source: String,
}

static RULES: LazyLock<BlockingFile> =
    LazyLock::new(|| toml::from_str(BLOCKING_TOML).expect("a test reads data/link/blocking.toml"));

/// Returns the keys that are read for comparisons of a kind.
pub(crate) fn rules_of(kind: &'static str) -> impl Iterator<Item = &'static KeyRule> {
    RULES.keys.iter().filter(move |rule| rule.kind == kind)
}

/// Returns the bits against two records that state values of a kind and share no key of it.
pub(crate) fn conflict_bits(kind: &str) -> f32 {
    let conflict = RULES.conflicts.iter().find(|conflict| conflict.kind == kind);
    conflict.map_or(0.0, |conflict| conflict.bits)
}

#[cfg(test)]
mod tests {
    use super::{KeyUse, RULES};
    use crate::levels::levels_of;

    #[test]
    fn every_kind_is_one_of_the_levels() {
        let kinds = RULES.keys.iter().map(|rule| &rule.kind);
        for kind in kinds.chain(RULES.conflicts.iter().map(|conflict| &conflict.kind)) {
            assert!(!levels_of(kind).is_empty(), "`{kind}` is no kind");
        }
        assert!(RULES.keys.iter().any(|rule| rule.key_use == KeyUse::Count));
    }
}
