//! Kin of whom no record says it, found by names, ages, places and cases.
//!
//! **Invariant:** only records that are shown take part, and of a person only those that are of
//! the same person in public too: what is inferred tells nothing of somebody who may be living.

use super::families::{Edge, PersonPlaces};
use super::kin_person::learn_person;
use super::persons::ArchivePersons;
use super::reading::ReadArchive;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use synodik_family::{
    InferredTie, KinEvidence, KinKind, KinPerson, infer_kin, kin_model, kinship_of,
};
use synodik_model::{KinLink, KinStep, Kinship};
use synodik_store::{read_links, table_path};

/// The numbers of `data/kin/inferred.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InferenceRules {
    pub(super) min_p_join: f64,
    pub(super) min_p_kept: f64,
    min_share_of_kind: f64,
    max_p_same: f32,
    max_joined_persons: usize,
    where_born: Vec<String>,
    city: Vec<City>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct City {
    format: String,
    name: String,
}

impl InferenceRules {
    /// Loads the rules of the project.
    pub(super) fn load() -> Result<InferenceRules> {
        let path = "kin/inferred.toml";
        let text =
            crate::rules::data_text(path).with_context(|| format!("`data/{path}` is not here"))?;
        toml::from_str(text).with_context(|| format!("cannot read `data/{path}`"))
    }

    /// Returns where the people of a list in this format lived.
    pub(super) fn homes_of(&self, format: &str) -> Homes<'_> {
        let city = self.city.iter().find(|city| city.format == format);
        Homes { city: city.map(|city| city.name.as_str()), where_born: &self.where_born }
    }
}

/// How the homes of a list are told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Homes<'a> {
    /// Where the list's addresses are, if they begin with the street.
    pub(super) city: Option<&'a str>,
    /// Words for the place of birth.
    pub(super) where_born: &'a [String],
}

/// A kinship between two persons of the archive that nothing states.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundKin {
    /// Persons of the archive; of parent and child the parent is the first.
    pub(super) persons: Edge,
    /// What the second is to the first.
    pub(super) kinship: Kinship,
    /// Probability of that kinship.
    pub(super) p: f64,
    /// Probability that they are kin at all.
    pub(super) p_kin: f64,
    /// The records compared, of the first and the second.
    pub(super) records: [u32; 2],
    /// What speaks for it and against it: identifiers with bits, the weightiest first.
    pub(super) features: Vec<(String, f32)>,
}

/// Returns the kinships that names, ages and places make likely, by their persons.
pub(super) fn infer_archive(
    archive: &ReadArchive,
    persons: &ArchivePersons,
    places: &PersonPlaces,
    build: &Path,
    rules: &InferenceRules,
) -> Result<Vec<FoundKin>> {
    let (known, kin_persons) = known_persons(archive, persons, places);
    let least = rules.min_p_kept.min(rules.min_p_join);
    let inference = infer_kin(&kin_persons, kin_model(), least);
    let may_be_same = pairs_that_may_be_same(archive, persons, build, rules.max_p_same)?;
    let found = inference.ties.iter().filter_map(|tie| {
        let ((a, first), (b, second)) = (known[tie.first], known[tie.second]);
        if may_be_same.contains(&(a.min(b), a.max(b))) {
            return None;
        }
        let (kinship, p) = kinship_and_p(tie, kin_persons[tie.second].sex, rules);
        Some(FoundKin {
            persons: (a, b),
            kinship,
            p,
            p_kin: tie.p_kin,
            records: [first, second],
            features: tie.evidence.iter().filter_map(feature_of).collect(),
        })
    });
    let mut found: Vec<FoundKin> = found.collect();
    found.sort_by_key(|kin| kin.persons);
    Ok(found)
}

fn kinship_and_p(
    tie: &InferredTie,
    sex: Option<synodik_model::Sex>,
    rules: &InferenceRules,
) -> (Kinship, f64) {
    let is_sure = tie.p_kind() >= rules.min_share_of_kind * tie.p_kin;
    match is_sure && tie.kind != KinKind::OtherKin {
        true => (tie.kinship(sex), tie.p_kind()),
        false => (kinship_of(vec![KinStep { link: KinLink::Relative, sex }]), tie.p_kin),
    }
}

/// Returns a piece of evidence under the identifier that tables and pages have for it; nothing
/// for what is not known, and for the starting point.
fn feature_of(evidence: &KinEvidence) -> Option<(String, f32)> {
    let KinEvidence { feature, level, bits } = *evidence;
    let is_unknown = level == "unknown" || feature == "ages" && level.ends_with("_unknown");
    let says_nothing = feature == "any" || level == "none" && feature != "grown_up";
    if is_unknown || says_nothing {
        return None;
    }
    let level = match feature {
        // The sexes are no reason of their own.
        "ages" => level.split_once('_').map_or(level, |(_, gap)| gap),
        _ => level.strip_suffix("_apart").unwrap_or(level),
    };
    Some((format!("{feature}={level}"), bits as f32))
}

/// The persons with shown records, each with the first of these, and what all of them say.
fn known_persons<'a>(
    archive: &'a ReadArchive,
    persons: &ArchivePersons,
    places: &PersonPlaces,
) -> (Vec<(u32, u32)>, Vec<Cow<'a, KinPerson>>) {
    let mut known: BTreeMap<u32, (u32, Cow<'a, KinPerson>)> = BTreeMap::new();
    let links = persons.of_record.iter().zip(&persons.shown_as);
    for ((record, (link, shown_as)), number) in archive.records.iter().zip(links).zip(0..) {
        let (Some(kin), Some((shown_id, _))) = (&record.kin, shown_as) else { continue };
        if places.shown_as[link.person as usize].as_ref() != Some(shown_id) {
            continue;
        }
        known
            .entry(link.person)
            .and_modify(|(_, known)| learn_person(known.to_mut(), kin))
            .or_insert_with(|| (number, Cow::Borrowed(&**kin)));
    }
    let named = known.into_iter().map(|(person, (record, kin))| ((person, record), kin));
    named.unzip()
}

/// The pairs of persons of whom the stage `link` says that they may be one.
fn pairs_that_may_be_same(
    archive: &ReadArchive,
    persons: &ArchivePersons,
    build: &Path,
    max_p_same: f32,
) -> Result<BTreeSet<Edge>> {
    let record_ids = archive.records.iter().map(|record| record.record_id.as_str());
    let numbers: HashMap<&str, usize> = record_ids.zip(0..).collect();
    let mut pairs = BTreeSet::new();
    for (source_id, ..) in &archive.sources {
        let path = table_path(build, "links", source_id);
        read_links(&path, |link| {
            let both = [&link.record_a, &link.record_b].map(|id| numbers.get(id.as_str()));
            if let ([Some(&a), Some(&b)], true) = (both, link.p_same >= max_p_same) {
                let (a, b) = (persons.of_record[a].person, persons.of_record[b].person);
                pairs.insert((a.min(b), a.max(b)));
            }
        })
        .with_context(|| format!("cannot read `{}`", path.display()))?;
    }
    Ok(pairs)
}

/// Returns the ties that join two families or people without one, the surest first.
///
/// Where ties would make a family too large, the weaker ones join nobody.
pub(super) fn joining_kin<'k>(
    found: &'k [FoundKin],
    stated: &[Edge],
    n_persons: usize,
    rules: &InferenceRules,
) -> Vec<&'k FoundKin> {
    let mut groups = Groups::of(n_persons);
    for &(a, b) in stated {
        groups.join(a, b);
    }
    let mut order: Vec<&FoundKin> =
        found.iter().filter(|kin| kin.p_kin >= rules.min_p_join).collect();
    order.sort_by(|a, b| b.p_kin.total_cmp(&a.p_kin).then(a.persons.cmp(&b.persons)));
    order.retain(|kin| {
        let (a, b) = kin.persons;
        let n_joined = groups.size_with(a, b);
        let may_join = n_joined.is_none_or(|n_joined| n_joined <= rules.max_joined_persons);
        if may_join {
            groups.join(a, b);
        }
        may_join
    });
    order
}

/// Returns the inferred kin among the persons of a family.
pub(super) fn kin_within<'k>(found: &'k [FoundKin], persons: &[u32]) -> Vec<&'k FoundKin> {
    let of_first = |person: &u32| {
        let first = found.partition_point(|kin| kin.persons.0 < *person);
        let n_theirs = found[first..].partition_point(|kin| kin.persons.0 == *person);
        &found[first..first + n_theirs]
    };
    let of_family = persons.iter().flat_map(of_first);
    of_family.filter(|kin| persons.contains(&kin.persons.1)).collect()
}

/// Persons joined, with the sizes of their groups.
struct Groups {
    parents: Vec<u32>,
    sizes: Vec<usize>,
}

impl Groups {
    fn of(n_persons: usize) -> Groups {
        Groups { parents: (0..n_persons as u32).collect(), sizes: vec![1; n_persons] }
    }

    fn root(&mut self, mut person: u32) -> u32 {
        while self.parents[person as usize] != person {
            let above = self.parents[self.parents[person as usize] as usize];
            self.parents[person as usize] = above;
            person = above;
        }
        person
    }

    /// How many the group of both would have; `None` when they are of one already.
    fn size_with(&mut self, a: u32, b: u32) -> Option<usize> {
        let (a, b) = (self.root(a), self.root(b));
        (a != b).then(|| self.sizes[a as usize] + self.sizes[b as usize])
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parents[a.max(b) as usize] = a.min(b);
            self.sizes[a.min(b) as usize] += self.sizes[a.max(b) as usize];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kin(a: u32, b: u32, p: f64) -> FoundKin {
        FoundKin {
            persons: (a, b),
            kinship: kinship_of(vec![KinStep { link: KinLink::Sibling, sex: None }]),
            p,
            p_kin: p,
            records: [a, b],
            features: Vec::new(),
        }
    }

    #[test]
    fn weak_ties_join_nobody_and_families_stay_small() {
        let rules =
            InferenceRules { max_joined_persons: 3, ..InferenceRules::load().expect("rules") };
        let found = [kin(0, 1, 0.99), kin(1, 2, 0.95), kin(2, 3, 0.97), kin(3, 4, 0.2)];
        let joining = |stated: &[Edge]| -> Vec<Edge> {
            joining_kin(&found, stated, 6, &rules).iter().map(|kin| kin.persons).collect()
        };
        // The weakest of three would make a family of four.
        assert_eq!(joining(&[]), [(0, 1), (2, 3)]);
        // Two of the family already: a tie within it makes it no larger.
        assert_eq!(joining(&[(0, 1), (1, 2)]), [(0, 1), (1, 2)]);
    }

    #[test]
    fn reasons_are_named_without_sexes_and_without_what_is_not_known() {
        let named = |feature, level| feature_of(&KinEvidence { feature, level, bits: 1.5 });
        assert_eq!(named("ages", "mf_26_40"), Some(("ages=26_40".to_owned(), 1.5)));
        assert_eq!(named("place", "same_few_apart"), Some(("place=same_few".to_owned(), 1.5)));
        for (feature, level) in
            [("any", "any"), ("ages", "mm_unknown"), ("names", "unknown"), ("fate", "none")]
        {
            assert_eq!(named(feature, level), None, "{feature} {level}");
        }
    }
}
