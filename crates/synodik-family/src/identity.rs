//! Whether two records are of one person, told from the relatives they name.
//!
//! The same wife and children make it one person, another wife and other
//! children make it two; and who is named among the other's relatives is not
//! that other. Parents and siblings in common say little, brothers share them.
//!
//! **Invariant:** only relatives with a given name are compared; a list that
//! leaves somebody out says nothing.

use crate::infer::KinPerson;
use crate::kin_table::kinship_of;
use crate::tokens::small_letters;
use serde::Deserialize;
use std::sync::LazyLock;
use synodik_model::{KinStep, Kinship, Mention};
use synodik_names::related;

const RELATIVES_TOML: &str = include_str!("../../../data/kin/relatives.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelativeNumbers {
    max_birth_gap_years: i32,
    named_as_relative_bits: f64,
    named_as_relative_of_same_name_bits: f64,
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

/// Where one is named among the relatives of another, by name and birth.
fn named_among(
    person: &KinPerson,
    subject: &KinPerson,
    relatives: &[KnownRelative],
) -> Option<(usize, &'static str, f64)> {
    let place = relatives.iter().position(|relative| {
        let sex = relative.kinship.sex().or(relative.person.sex);
        let is_sex = person.sex.is_none() || sex.is_none() || person.sex == sex;
        let is_patronymic = person.patronymic.is_none()
            || relative.person.patronymic.is_none()
            || person.patronymic == relative.person.patronymic;
        is_sex && is_patronymic && is_like(person, &relative.person) == Some(true)
    })?;
    // The one the record is about may bear the same name: a father and his son.
    let bits = match is_like(person, subject) {
        Some(true) => NUMBERS.named_as_relative_of_same_name_bits,
        _ => NUMBERS.named_as_relative_bits,
    };
    Some((place, kin_term(relatives, place), bits))
}

/// Whether given name and birth are those of one person; `None` where that cannot be told.
fn is_like(a: &KinPerson, b: &KinPerson) -> Option<bool> {
    let (one, other) = (a.given.as_deref()?, b.given.as_deref()?);
    let gap = a.birth_years.zip(b.birth_years).map(|(a, b)| (a.0 - b.1).max(b.0 - a.1));
    let is_near = gap.is_none_or(|gap| gap <= NUMBERS.max_birth_gap_years);
    let initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    if initial(one) || initial(other) {
        let is_same = small_letters(one).chars().next() == small_letters(other).chars().next();
        return if is_same && is_near { None } else { Some(false) };
    }
    let is_same = small_letters(one) == small_letters(other) || related(one, other).is_some();
    Some(is_same && is_near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kin_table::kinship_of_term;
    use proptest::prelude::*;
    use synodik_model::Sex;

    /// Relatives as `wife Дарья 1890; son Фрол`.
    fn relatives(text: &str) -> Vec<KnownRelative> {
        text.split(';')
            .filter(|part| !part.trim().is_empty())
            .map(|part| {
                let words: Vec<&str> = part.split_whitespace().collect();
                let kinship = kinship_of_term(words[0]).expect("a term");
                let year = words.get(2).and_then(|year| year.parse::<i32>().ok());
                KnownRelative {
                    person: KinPerson {
                        given: words.get(1).map(|&given| given.to_owned()),
                        sex: kinship.sex(),
                        birth_years: year.map(|year| (year, year)),
                        ..KinPerson::default()
                    },
                    kinship,
                }
            })
            .collect()
    }

    fn subject(given: &str) -> KinPerson {
        KinPerson { given: Some(given.to_owned()), sex: Some(Sex::Male), ..KinPerson::default() }
    }

    fn bits(a: &str, b: &str) -> f64 {
        let ivan = subject("Иван");
        relatives_evidence([&ivan, &ivan], [&relatives(a), &relatives(b)]).bits
    }

    #[test]
    fn the_same_wife_and_sons_are_one_man_and_others_two() {
        assert!(
            bits("wife Дарья; son Фрол 1910; son Тит", "wife Дарья 1890; son Фрол 1911") >= 8.0
        );
        assert!(bits("wife Дарья; son Фрол", "wife Анна; son Лука") <= -6.0);
        assert!(bits("wife Дарья 1890", "wife Дарья 1860") < 0.0);
        assert!(bits("father Лука; mother Анна", "father Лука; mother Анна") < 2.0);
        assert!(bits("father Лука", "father Тит") < -4.0);
        // One list leaves out what the other has.
        assert_eq!(bits("wife Дарья", "father Тит"), 0.0);
        assert_eq!(bits("wife", "wife Анна"), 0.0);
    }

    #[test]
    fn who_is_named_among_the_relatives_is_another() {
        let (ivan, fyodor) = (subject("Иван"), subject("Фёдор"));
        let list = relatives("brother Иван; mother Анна");
        let found = relatives_evidence([&ivan, &fyodor], [&[], &list]);
        assert!(found.bits < -5.0);
        assert_eq!(found.evidence[0].finding, RelativeFinding::NamedAsRelative);
        assert_eq!((found.evidence[0].kin, found.evidence[0].in_b), ("sibling", Some(0)));
        let of_father = relatives("father Иван");
        assert!(relatives_evidence([&ivan, &ivan], [&[], &of_father]).bits > -2.0);
    }

    proptest! {
        #[test]
        fn exchanging_the_two_changes_nothing(
            a in prop::collection::vec((0..4_usize, 0..3_usize), 0..5),
            b in prop::collection::vec((0..4_usize, 0..3_usize), 0..5),
        ) {
            let text = |list: &[(usize, usize)]| {
                let words = list.iter().map(|&(kin, given)| {
                    format!("{} {}", ["wife", "son", "father", "brother"][kin], ["Анна", "Тит", "Лука"][given])
                });
                words.collect::<Vec<_>>().join(";")
            };
            let (there, back) = (bits(&text(&a), &text(&b)), bits(&text(&b), &text(&a)));
            prop_assert!((there - back).abs() < 1e-9);
            prop_assert!(there.abs() <= NUMBERS.max_bits);
        }
    }
}
