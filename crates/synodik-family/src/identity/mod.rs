//! Whether two records are of one person, told from the relatives they name.
//!
//! The same wife and children make it one person, another wife and other
//! children make it two; and who is named among the other's relatives is not
//! that other. Parents and siblings in common say little, brothers share them.
//! Whose husband is the other's father is her mother; and where a third entry
//! lists two people, one like each, there are two.
//!
//! **Invariant:** only relatives with a given name are compared; a list that
//! leaves somebody out says nothing.

mod alike;
mod rosters;

pub use rosters::roster_bits;

use crate::infer::KinPerson;
use crate::kin_table::kinship_of;
use alike::{has_initial, is_like, is_patronymic_alike, share_a_year};
use serde::Deserialize;
use std::sync::LazyLock;
use synodik_model::{KinStep, Kinship, Mention};

const RELATIVES_TOML: &str = include_str!("../../../../data/kin/relatives.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelativeNumbers {
    max_birth_gap_years: i32,
    named_as_relative_bits: f64,
    named_as_relative_of_same_name_bits: f64,
    told_from_namesake_bits: f64,
    in_another_relation_bits: f64,
    in_another_relation_by_birth_bits: f64,
    on_one_roster_bits: f64,
    max_counted: usize,
    max_bits: f64,
    relative: Vec<RelativeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelativeEntry {
    kin: String,
    same_bits: f64,
    other_bits: f64,
    is_only_one: bool,
}

static NUMBERS: LazyLock<RelativeNumbers> =
    LazyLock::new(|| toml::from_str(RELATIVES_TOML).expect("a test reads data/kin/relatives.toml"));

/// A relative whom a record names.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownRelative {
    /// What the relative is to the one the record is about.
    pub kinship: Kinship,
    /// What the record says of the relative.
    pub person: KinPerson,
}

impl KnownRelative {
    /// Returns the relative of a mention with a kinship to the one the record is about.
    ///
    /// `birth_years`: first and last possible year of birth.
    pub fn of_mention(mention: &Mention, birth_years: Option<(i32, i32)>) -> Option<KnownRelative> {
        let kinship = mention.kinship.clone().filter(|_| mention.relative_to == 0)?;
        let person = KinPerson {
            surnames: mention.surname.iter().chain(&mention.name_variants).cloned().collect(),
            given: mention.given.clone(),
            patronymic: mention.patronymic.clone(),
            sex: mention.sex.map(|(sex, _)| sex),
            birth_years,
            ..KinPerson::default()
        };
        Some(KnownRelative { kinship, person })
    }
}

/// What was found of a relative, or of a kind of relatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelativeFinding {
    /// Both records name the same relative.
    Same,
    /// Both name such relatives, and none of them is the same.
    Other,
    /// One of the two is named among the relatives of the other.
    NamedAsRelative,
    /// A relative of the one is a relative of another kind of the other: the husband of the one
    /// is the father of the other.
    InAnotherRelation,
}

/// One thing that relatives say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RelativeEvidence {
    /// What was found.
    pub finding: RelativeFinding,
    /// The kinship without sex: `spouse`, `child`, `parent`, `sibling`.
    pub kin: &'static str,
    /// Place of the relative in the first list.
    pub in_a: Option<usize>,
    /// Place of the relative in the second list.
    pub in_b: Option<usize>,
    /// Bits for one person.
    pub bits: f64,
}

/// What relatives say of the identity of two persons of records.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RelativesEvidence {
    /// Bits for one person against two of one family.
    pub bits: f64,
    /// From what, the weightiest first.
    pub evidence: Vec<RelativeEvidence>,
}

/// Returns what the relatives named with two records say of whether the records are of one person.
///
/// # Shape
///
/// `subjects`: those the records are about. `relatives`: those each record
/// names; may be empty. Relatives of all records of a person may be given
/// together. Exchanging the two changes no bits.
///
/// # Units
///
/// Bits (log2 of a likelihood ratio), at most those of the data file.
///
/// # Source
///
/// `data/kin/relatives.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{KinPerson, KnownRelative, kinship_of_term, relatives_evidence};
/// let named = |term: &str, given: &str| KnownRelative {
///     kinship: kinship_of_term(term).expect("a term"),
///     person: KinPerson { given: Some(given.to_owned()), ..KinPerson::default() },
/// };
/// let ivan = KinPerson { given: Some("Иван".to_owned()), ..KinPerson::default() };
/// let bits = |a: &[KnownRelative], b: &[KnownRelative]| relatives_evidence([&ivan, &ivan], [a, b]).bits;
/// assert!(bits(&[named("wife", "Дарья")], &[named("wife", "Дарья")]) > 4.0);
/// assert!(bits(&[named("wife", "Дарья")], &[named("wife", "Анна")]) < -2.0);
/// assert_eq!(bits(&[named("wife", "Дарья")], &[]), 0.0);
/// ```
pub fn relatives_evidence(
    subjects: [&KinPerson; 2],
    relatives: [&[KnownRelative]; 2],
) -> RelativesEvidence {
    let [a, b] = relatives;
    let mut evidence: Vec<RelativeEvidence> = Vec::new();
    for entry in &NUMBERS.relative {
        compare_kind(entry, a, b, &mut evidence);
    }
    compare_relations(a, b, &mut evidence);
    let in_b = named_among(subjects[0], subjects[1], b);
    let in_a = named_among(subjects[1], subjects[0], a);
    evidence.extend(in_b.map(|(place, kin, bits)| RelativeEvidence {
        finding: RelativeFinding::NamedAsRelative,
        kin,
        in_a: None,
        in_b: Some(place),
        bits,
    }));
    evidence.extend(in_a.map(|(place, kin, bits)| RelativeEvidence {
        finding: RelativeFinding::NamedAsRelative,
        kin,
        in_a: Some(place),
        in_b: None,
        bits,
    }));
    evidence.sort_by(|x, y| y.bits.abs().total_cmp(&x.bits.abs()).then(x.kin.cmp(y.kin)));
    let bits: f64 = evidence.iter().map(|line| line.bits).sum();
    RelativesEvidence { bits: bits.clamp(-NUMBERS.max_bits, NUMBERS.max_bits), evidence }
}

fn any_term(kinship: &Kinship) -> Option<&'static str> {
    kinship_of(kinship.steps.iter().map(|step| KinStep { sex: None, ..*step }).collect()).term
}

/// Relatives of one kind in both lists: those in common, or that none is.
fn compare_kind(
    entry: &RelativeEntry,
    a: &[KnownRelative],
    b: &[KnownRelative],
    evidence: &mut Vec<RelativeEvidence>,
) {
    let of_kind = |list: &[KnownRelative]| -> Vec<usize> {
        let is_kind = |relative: &KnownRelative| {
            relative.person.given.is_some() && any_term(&relative.kinship) == Some(&*entry.kin)
        };
        (0..list.len()).filter(|&place| is_kind(&list[place])).collect()
    };
    let (of_a, of_b) = (of_kind(a), of_kind(b));
    let mut is_taken = vec![false; b.len()];
    let mut n_same = 0;
    for &in_a in &of_a {
        let same = of_b.iter().copied().find(|&in_b| {
            !is_taken[in_b] && is_like(&a[in_a].person, &b[in_b].person) == Some(true)
        });
        let Some(in_b) = same else { continue };
        is_taken[in_b] = true;
        n_same += 1;
        if n_same <= NUMBERS.max_counted {
            evidence.push(RelativeEvidence {
                finding: RelativeFinding::Same,
                kin: kin_term(a, in_a),
                in_a: Some(in_a),
                in_b: Some(in_b),
                bits: entry.same_bits,
            });
        }
    }
    // Of those who are the only one, a man can differ from a man only: father from father.
    let differing = of_a.iter().flat_map(|&in_a| of_b.iter().map(move |&in_b| (in_a, in_b))).find(
        |&(in_a, in_b)| {
            let sexes = [&a[in_a], &b[in_b]].map(|one| one.kinship.sex().or(one.person.sex));
            (!entry.is_only_one || sexes[0] == sexes[1])
                && is_like(&a[in_a].person, &b[in_b].person) == Some(false)
        },
    );
    let all_differ = of_a.iter().all(|&in_a| {
        of_b.iter().all(|&in_b| is_like(&a[in_a].person, &b[in_b].person) == Some(false))
    });
    if let Some((in_a, in_b)) = differing
        && n_same == 0
        && (entry.is_only_one || all_differ)
    {
        evidence.push(RelativeEvidence {
            finding: RelativeFinding::Other,
            kin: kin_term(a, in_a),
            in_a: Some(in_a),
            in_b: Some(in_b),
            bits: entry.other_bits,
        });
    }
}

fn kin_term(list: &[KnownRelative], place: usize) -> &'static str {
    any_term(&list[place].kinship).unwrap_or("relative")
}

/// Relatives of both who are kin of another kind to each: whoever is the child of the one and the
/// brother of the other tells a mother from her daughter.
fn compare_relations(
    a: &[KnownRelative],
    b: &[KnownRelative],
    evidence: &mut Vec<RelativeEvidence>,
) {
    let kinds = [a, b].map(|list| -> Vec<Option<&'static str>> {
        let counted = |term: &&'static str| NUMBERS.relative.iter().any(|kind| kind.kin == **term);
        list.iter().map(|relative| any_term(&relative.kinship).filter(counted)).collect()
    });
    let is_same = |one: &KnownRelative, other: &KnownRelative| {
        let sexes = [one, other].map(|one| one.kinship.sex().or(one.person.sex));
        !matches!(sexes, [Some(one), Some(other)] if one != other)
            && is_like(&one.person, &other.person) == Some(true)
            && is_patronymic_alike(&one.person, &other.person)
    };
    // One who has a namesake of the same kind in the other list is explained by that.
    let has_namesake = |list: &[KnownRelative], of: usize, sought: (&KnownRelative, &str)| {
        let kinds = &kinds[of];
        (0..list.len()).any(|at| kinds[at] == Some(sought.1) && is_same(&list[at], sought.0))
    };
    let (mut is_taken, mut n_found) = (vec![false; b.len()], 0);
    for (in_a, one) in a.iter().enumerate() {
        let Some(kin_a) = kinds[0][in_a] else { continue };
        if has_namesake(b, 1, (one, kin_a)) {
            continue;
        }
        let other = (0..b.len()).find(|&in_b| {
            !is_taken[in_b]
                && kinds[1][in_b].is_some_and(|kin_b| {
                    kin_b != kin_a
                        && is_same(one, &b[in_b])
                        && !has_namesake(a, 0, (&b[in_b], kin_b))
                })
        });
        let Some(in_b) = other else { continue };
        is_taken[in_b] = true;
        n_found += 1;
        if n_found > NUMBERS.max_counted {
            break;
        }
        let bits = match share_a_year(&one.person, &b[in_b].person) {
            true => NUMBERS.in_another_relation_by_birth_bits,
            false => NUMBERS.in_another_relation_bits,
        };
        evidence.push(RelativeEvidence {
            finding: RelativeFinding::InAnotherRelation,
            kin: kin_a,
            in_a: Some(in_a),
            in_b: Some(in_b),
            bits,
        });
    }
}

/// Where one is named among the relatives of another, by name and birth.
fn named_among(
    person: &KinPerson,
    subject: &KinPerson,
    relatives: &[KnownRelative],
) -> Option<(usize, &'static str, f64)> {
    let named = relatives.iter().enumerate().filter(|(_, relative)| {
        let sex = relative.kinship.sex().or(relative.person.sex);
        let is_sex = person.sex.is_none() || sex.is_none() || person.sex == sex;
        is_sex
            && is_like(person, &relative.person) == Some(true)
            && is_patronymic_alike(person, &relative.person)
    });
    // The one the record is about may bear the same name: a father and his son. Then a birth or a
    // father's name tells them apart, or nothing does.
    let is_same_name = match is_like(person, subject) {
        Some(is_same) => is_same,
        None => has_initial(person) || has_initial(subject),
    };
    let has_own_father = subject.patronymic.is_some() && !is_patronymic_alike(person, subject);
    let weighed = named.map(|(place, relative)| {
        let is_by_birth = share_a_year(person, &relative.person) && !share_a_year(person, subject);
        let is_by_father = has_own_father && relative.person.patronymic.is_some();
        let bits = match (is_same_name, is_by_birth || is_by_father) {
            (false, _) => NUMBERS.named_as_relative_bits,
            (true, true) => NUMBERS.told_from_namesake_bits,
            (true, false) => NUMBERS.named_as_relative_of_same_name_bits,
        };
        (place, kin_term(relatives, place), bits)
    });
    weighed.min_by(|one, other| one.2.total_cmp(&other.2).then(one.0.cmp(&other.0)))
}

#[cfg(test)]
mod tests;
