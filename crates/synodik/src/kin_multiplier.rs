//! The kin multiplier of an archive: how many kin a measure fell on for each person taken.

use crate::kin_cases::{KinCase, read_kin_cases};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use synodik_analyse::{Ratio, Refusal, join_ratios, ratio_interval};
use synodik_index::{FamilyStatistics, KinRatio};
use synodik_store::{BuildManifest, read_partitions, read_persons, table_path};

/// By what cases are counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum KinKey {
    /// Year of what had happened to the one taken first
    Year,
    /// Source that says it
    Source,
    /// What the kin were to them
    Relation,
    /// Sex of the kin
    Sex,
    /// What happened to the kin
    Measure,
    /// Instrument of the likeliest provision
    Instrument,
}

impl KinKey {
    /// All of them.
    const ALL: [KinKey; 6] = [
        KinKey::Year,
        KinKey::Source,
        KinKey::Relation,
        KinKey::Sex,
        KinKey::Measure,
        KinKey::Instrument,
    ];

    /// Returns the name as it is typed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            KinKey::Year => "year",
            KinKey::Source => "source",
            KinKey::Relation => "relation",
            KinKey::Sex => "sex",
            KinKey::Measure => "measure",
            KinKey::Instrument => "instrument",
        }
    }

    fn value(self, case: &KinCase) -> Option<String> {
        match self {
            KinKey::Year => case.cause_year.map(|year| year.to_string()),
            KinKey::Source => case.cause_source.clone(),
            KinKey::Relation => Some(case.relation.clone()),
            KinKey::Sex => case.sex.clone(),
            KinKey::Measure => Some(case.measure.clone()),
            KinKey::Instrument => case.instrument.clone(),
        }
    }

    /// Whether the value is one of the person taken first, so that a group has its own of these.
    fn is_of_head(self) -> bool {
        matches!(self, KinKey::Year | KinKey::Source)
    }
}

/// The name of the group in which a value is not known, or not told of somebody who may be living.
const UNKNOWN: &str = "(not known)";

/// The name of the one group when nothing is counted apart.
const ALL: &str = "all";

/// What is counted in an archive.
#[derive(Debug)]
pub(crate) struct KinMultiplier {
    pub(crate) n_families: usize,
    pub(crate) n_persons_in_families: u64,
    pub(crate) n_families_with_case: usize,
    pub(crate) n_cases: usize,
    pub(crate) n_less_probable: usize,
    pub(crate) n_partitions: usize,
    pub(crate) groups: Vec<KinGroup>,
}

/// The multiplier of one group of cases.
#[derive(Debug)]
pub(crate) struct KinGroup {
    pub(crate) name: String,
    /// Persons on whose account measures fell.
    pub(crate) n_head: usize,
    /// Persons on whom they fell.
    pub(crate) n_kin: usize,
    /// The interval holds the spread between families and between sampled partitions.
    pub(crate) ratio: Result<Ratio, Refusal>,
}

/// Persons by family.
pub(crate) type FamilyPersons = BTreeMap<u32, BTreeSet<u32>>;

/// Least probability of a case that the pages count.
const PAGE_MIN_P: f32 = 0.5;

/// Coverage of the intervals on the pages.
pub(crate) const PAGE_LEVEL: f64 = 0.95;

/// Counts the kin multiplier of a build.
///
/// # Shape
///
/// `(min_p, level)`: least probability of a case, coverage of the intervals. Groups by name.
pub(crate) fn archive_multiplier(
    build: (&Path, &BuildManifest),
    by: Option<KinKey>,
    (min_p, level): (f32, f64),
) -> Result<KinMultiplier> {
    let found = read_kin_cases(build, min_p)?;
    let identity = Identity::read(build, &found.person_ids)?;
    let families: BTreeSet<u32> = found.cases.iter().map(|case| case.family).collect();
    Ok(KinMultiplier {
        n_families: found.family_sizes.len(),
        n_persons_in_families: found.family_sizes.values().sum(),
        n_families_with_case: families.len(),
        n_cases: found.cases.len(),
        n_less_probable: found.n_less_probable,
        n_partitions: identity.samples.len(),
        groups: count_groups(&found.cases, by, &identity, level),
    })
}

/// Counts families and measures on kin for the pages.
pub(crate) fn count_for_pages(build: (&Path, &BuildManifest)) -> Result<FamilyStatistics> {
    let found = read_kin_cases(build, PAGE_MIN_P)?;
    let identity = Identity::read(build, &found.person_ids)?;
    let families: BTreeSet<u32> = found.cases.iter().map(|case| case.family).collect();
    let mut statistics = FamilyStatistics {
        n_families: found.family_sizes.len() as u64,
        n_persons: found.family_sizes.values().sum(),
        n_families_with_case: families.len() as u64,
        ..FamilyStatistics::default()
    };
    for size in found.family_sizes.values() {
        *statistics.by_size.entry(*size).or_default() += 1;
    }
    for by in [None].into_iter().chain(KinKey::ALL.map(Some)) {
        let groups = count_groups(&found.cases, by, &identity, PAGE_LEVEL);
        let ratios = groups.into_iter().map(|group| {
            let name = if group.name == UNKNOWN { String::new() } else { group.name };
            (name, kin_ratio([group.n_kin, group.n_head], group.ratio.ok()))
        });
        statistics.multipliers.insert(by.map_or(ALL, KinKey::name).to_owned(), ratios.collect());
    }
    let mut persons: BTreeMap<(&str, &str), BTreeSet<u32>> = BTreeMap::new();
    for case in &found.cases {
        persons.entry((&case.relation, &case.measure)).or_default().insert(case.person);
    }
    for ((relation, measure), persons) in persons {
        let measures = statistics.measures.entry(relation.to_owned()).or_default();
        measures.insert(measure.to_owned(), persons.len() as u64);
    }
    Ok(statistics)
}

/// A ratio as the pages show it.
pub(crate) fn kin_ratio([n_kin, n_head]: [usize; 2], ratio: Option<Ratio>) -> KinRatio {
    let per_thousand = ratio.map(|ratio| {
        let thousandths = |value: f64| (value * 1000.0).round() as u64;
        [thousandths(ratio.value), thousandths(ratio.low), thousandths(ratio.high)]
    });
    KinRatio { n_kin: n_kin as u64, n_head: n_head as u64, per_thousand }
}

/// Heads and kin of a group of cases.
struct GroupedCases {
    /// All that the cases are because of, unless the group has its own.
    own_heads: Option<FamilyPersons>,
    kin: FamilyPersons,
}

fn count_groups(
    cases: &[KinCase],
    by: Option<KinKey>,
    identity: &Identity,
    level: f64,
) -> Vec<KinGroup> {
    let all_heads = persons_by_family(cases.iter(), |case| case.because_of);
    let all_counts = identity.count_families(&all_heads, &all_heads);
    let groups = group_cases(cases, by).into_iter().map(|(name, group)| {
        let own_counts = group.own_heads.as_ref().map(|own| identity.count_families(own, own));
        let heads = group.own_heads.as_ref().unwrap_or(&all_heads);
        let n_head = own_counts.as_ref().unwrap_or(&all_counts);
        let n_kin = identity.count_families(&group.kin, heads);
        KinGroup {
            name,
            n_head: n_persons(heads),
            n_kin: n_persons(&group.kin),
            ratio: joint_ratio(&n_kin, n_head, level),
        }
    });
    groups.collect()
}

fn group_cases(cases: &[KinCase], by: Option<KinKey>) -> BTreeMap<String, GroupedCases> {
    let mut groups: BTreeMap<String, Vec<&KinCase>> = BTreeMap::new();
    for case in cases {
        let name = match by {
            Some(key) => key.value(case).unwrap_or_else(|| UNKNOWN.to_owned()),
            None => ALL.to_owned(),
        };
        groups.entry(name).or_default().push(case);
    }
    // Kin of one relation are counted for each person taken, also where there was none of them.
    let has_own_heads = by.is_some_and(KinKey::is_of_head);
    let groups = groups.into_iter().map(|(name, cases)| {
        let of = |person| persons_by_family(cases.iter().copied(), person);
        let own_heads = has_own_heads.then(|| of(|case| case.because_of));
        (name, GroupedCases { own_heads, kin: of(|case| case.person) })
    });
    groups.collect()
}

fn persons_by_family<'a>(
    cases: impl Iterator<Item = &'a KinCase>,
    person: fn(&KinCase) -> u32,
) -> FamilyPersons {
    let mut families = FamilyPersons::new();
    for case in cases {
        families.entry(case.family).or_default().insert(person(case));
    }
    families
}

pub(crate) fn n_persons(families: &FamilyPersons) -> usize {
    families.values().flatten().collect::<BTreeSet<_>>().len()
}

/// The ratio as held, with an interval over families and sampled partitions.
///
/// # Shape
///
/// A row for the persons as held and one for each partition; in it a number a family.
pub(crate) fn joint_ratio(
    n_kin: &[Vec<f64>],
    n_head: &[Vec<f64>],
    level: f64,
) -> Result<Ratio, Refusal> {
    let ratios = n_kin.iter().zip(n_head).map(|(n_kin, n_head)| {
        let families: Vec<(f64, f64)> = n_kin.iter().copied().zip(n_head.iter().copied()).collect();
        ratio_interval(&families, level)
    });
    let ratios = ratios.collect::<Result<Vec<Ratio>, Refusal>>()?;
    let (plain, samples) = ratios.split_first().expect("the persons as held have a row");
    if samples.is_empty() {
        return Ok(*plain);
    }
    let joint = join_ratios(samples)?;
    // What is shown is the count as held; its doubt is that of the partitions.
    Ok(Ratio {
        value: plain.value,
        low: joint.low.min(plain.value),
        high: joint.high.max(plain.value),
        level,
    })
}

/// Of which records the persons are, and who is who in each sampled partition.
pub(crate) struct Identity {
    /// Records of each person by place among all; none for those known from others' entries only.
    records: Vec<Vec<u32>>,
    /// Number of the person of each record, partition by partition.
    samples: Vec<Vec<u32>>,
}

impl Identity {
    /// Returns the identity of persons of whom no record is known, in a build without partitions.
    #[cfg(test)]
    pub(crate) fn of_mentions(n_persons: usize) -> Identity {
        Identity { records: vec![Vec::new(); n_persons], samples: Vec::new() }
    }

    /// Reads the records of persons, by number, and the partitions of a build.
    pub(crate) fn read(build: (&Path, &BuildManifest), person_ids: &[String]) -> Result<Identity> {
        let numbers: BTreeMap<&str, usize> =
            person_ids.iter().map(String::as_str).zip(0..).collect();
        let mut identity =
            Identity { records: vec![Vec::new(); person_ids.len()], samples: Vec::new() };
        let mut n_records = 0;
        let (folder, manifest) = build;
        for source in &manifest.sources {
            read_persons(&table_path(folder, "persons", &source.id), |row| {
                if let Some(&number) = numbers.get(row.person_id.as_str()) {
                    identity.records[number].push(n_records);
                }
                n_records += 1;
            })
            .context("run `synodik build` again")?;
            read_partitions(&table_path(folder, "partitions", &source.id), |_, persons| {
                identity.samples.resize(persons.len(), Vec::new());
                for (sample, &person) in identity.samples.iter_mut().zip(persons) {
                    sample.push(person);
                }
            })
            .context("run `synodik build` again")?;
        }
        Ok(identity)
    }

    /// How many persons a set is of in one partition.
    fn count(&self, persons: &BTreeSet<u32>, sample: Option<&[u32]>) -> f64 {
        let Some(sample) = sample else { return persons.len() as f64 };
        let mut seen: Vec<(bool, u32)> = Vec::with_capacity(persons.len());
        for &person in persons {
            let records = &self.records[person as usize];
            if records.is_empty() {
                seen.push((false, person));
            }
            seen.extend(records.iter().map(|&record| (true, sample[record as usize])));
        }
        seen.sort_unstable();
        seen.dedup();
        seen.len() as f64
    }

    /// Counts the persons of each family as held, and in each partition.
    ///
    /// # Shape
    ///
    /// `order`: the families counted; one that is not in `families` has nobody.
    pub(crate) fn count_families(
        &self,
        families: &FamilyPersons,
        order: &FamilyPersons,
    ) -> Vec<Vec<f64>> {
        let samples = self.samples.iter().map(|sample| Some(sample.as_slice()));
        let count_in = |sample: Option<&[u32]>| {
            let count = |family| families.get(family).map_or(0.0, |all| self.count(all, sample));
            order.keys().map(count).collect()
        };
        [None].into_iter().chain(samples).map(count_in).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(family: u32, person: u32, because_of: u32, relation: &str) -> KinCase {
        KinCase {
            family,
            person,
            because_of,
            relation: relation.to_owned(),
            sex: None,
            measure: "exile".to_owned(),
            instrument: None,
            cause_year: Some(1930),
            cause_source: None,
            cause_day: None,
            day: None,
        }
    }

    /// Two households: one with a wife and two sons, one with a wife.
    fn cases() -> Vec<KinCase> {
        vec![
            case(0, 1, 0, "wife"),
            case(0, 2, 0, "son"),
            case(0, 3, 0, "son"),
            case(1, 5, 4, "wife"),
        ]
    }

    fn identity() -> Identity {
        // Persons 0 and 4 have a record each; partition 2 holds both for one person.
        let mut records = vec![Vec::new(); 6];
        (records[0], records[4]) = (vec![0], vec![1]);
        Identity { records, samples: vec![vec![0, 1], vec![0, 0]] }
    }

    fn ratio_of(by: Option<KinKey>, name: &str) -> Ratio {
        let groups = count_groups(&cases(), by, &identity(), 0.95);
        let group = groups.into_iter().find(|group| group.name == name);
        group.unwrap().ratio.unwrap()
    }

    #[test]
    fn kin_are_counted_for_each_person_taken() {
        assert_eq!(group_cases(&cases(), None)[ALL].kin.len(), 2);
        let ratio = ratio_of(None, ALL);
        assert!((ratio.value - 2.0).abs() < 1e-12, "{ratio:?}");
        assert!(ratio.low < 2.0 && ratio.high > 2.0);
    }

    #[test]
    fn a_relation_is_counted_for_everybody_taken() {
        let sons = ratio_of(Some(KinKey::Relation), "son");
        assert!((sons.value - 1.0).abs() < 1e-12, "two sons for two heads: {sons:?}");
        assert!(!group_cases(&cases(), Some(KinKey::Relation)).contains_key(UNKNOWN));
        assert!(group_cases(&cases(), Some(KinKey::Sex)).contains_key(UNKNOWN));
    }

    #[test]
    fn partitions_say_how_many_persons_records_are() {
        let identity = identity();
        let both = BTreeSet::from([0, 4, 5]);
        assert_eq!(identity.count(&both, None), 3.0);
        assert_eq!(identity.count(&both, Some(&identity.samples[0])), 3.0);
        assert_eq!(identity.count(&both, Some(&identity.samples[1])), 2.0);
    }
}
