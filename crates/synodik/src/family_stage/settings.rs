//! The numbers of `data/kin/same_person.toml`, and of `data/privacy.toml` what concerns kin.

use anyhow::{Context, Result};
use serde::Deserialize;
use synodik_model::KinLink;

/// How persons and families are put together.
#[derive(Debug, Clone)]
pub(super) struct FamilySettings {
    pub(super) p_pointer: f32,
    pub(super) p_each_names_other: f32,
    pub(super) p_same_names: f32,
    pub(super) p_same_household: f32,
    pub(super) min_p_family: f32,
    pub(super) max_members_shown: usize,
    /// Kin who are grown up, whoever they are.
    pub(super) adult_links: Vec<KinLink>,
    /// Years by which every parent is older than the child, at the least.
    pub(super) min_parent_years: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsFile {
    p_pointer: f32,
    p_each_names_other: f32,
    p_same_names: f32,
    p_same_household: f32,
    min_p_family: f32,
    max_members_shown: usize,
}

impl FamilySettings {
    /// Loads the settings of the project.
    pub(super) fn load() -> Result<FamilySettings> {
        let path = "kin/same_person.toml";
        let text =
            crate::rules::data_text(path).with_context(|| format!("`data/{path}` is not here"))?;
        let file: SettingsFile =
            toml::from_str(text).with_context(|| format!("cannot read `data/{path}`"))?;
        let kin_rules = crate::rules::load_kin_privacy()?;
        Ok(FamilySettings {
            p_pointer: file.p_pointer,
            p_each_names_other: file.p_each_names_other,
            p_same_names: file.p_same_names,
            p_same_household: file.p_same_household,
            min_p_family: file.min_p_family,
            max_members_shown: file.max_members_shown,
            adult_links: kin_rules.adult_links,
            min_parent_years: kin_rules.min_parent_years,
        })
    }
}
