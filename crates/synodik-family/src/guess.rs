//! The kinship of somebody whom a list names without a word for it.
//!
//! Lists of households follow an order and names tell of fathers. What is
//! found here has the ground [`Ground::Place`] or [`Ground::Name`], never
//! [`Ground::Stated`], and no words.

use crate::bearer::is_father_name;
use crate::kin_table::{compose, kinship_of_term};
use crate::tokens::small_letters;
use chrono::Datelike;
use serde::Deserialize;
use std::sync::LazyLock;
use synodik_model::{Ground, HeadCount, Kinship, Mention, Sex};
use synodik_names::masculine_surname;

const GUESS_TOML: &str = include_str!("../../../data/kin/guess.toml");

/// Numbers of `data/kin/guess.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GuessLimits {
    min_parent_gap_years: i32,
    max_parent_gap_years: i32,
    max_spouse_gap_years: i32,
    max_sibling_gap_years: i32,
    max_son_wife_gap_years: i32,
    min_wedding_age_years: i32,
}

static LIMITS: LazyLock<GuessLimits> =
    LazyLock::new(|| toml::from_str(GUESS_TOML).expect("a test reads data/kin/guess.toml"));

/// Gives a kinship to members without one, where name or place in the list says it.
///
/// # Shape
///
/// `mentions`: the head first, then the members in the order of the list.
///
/// # Source
///
/// `data/kin/guess.toml`
pub fn guess_kinships(mentions: &mut [Mention]) {
    for member_idx in 1..mentions.len() {
        let member = &mentions[member_idx];
        if member.kinship.is_some() || member.count != HeadCount::One || !member.is_named() {
            continue;
        }
        let Some((term, ground)) = guess_one(mentions, member_idx) else { continue };
        let member = &mut mentions[member_idx];
        member.kinship = kinship_of_term(term);
        member.kinship_ground = ground;
        member.relative_to = 0;
    }
}

fn guess_one(mentions: &[Mention], member_idx: usize) -> Option<(&'static str, Ground)> {
    let (head, member) = (&mentions[0], &mentions[member_idx]);
    let sex = member.sex.map(|(sex, _)| sex)?;
    let gap_years = gap_years(head, member);
    let by_sex = |male, female| if sex == Sex::Male { male } else { female };
    if is_child_by_name(head, member) && gap_years.is_none_or(is_parent_gap) {
        return Some((by_sex("son", "daughter"), Ground::Name));
    }
    if let Some(sibling) =
        child_with_same_father(mentions, member_idx).filter(|_| gap_years.is_none_or(is_parent_gap))
    {
        return Some((by_sex(sibling[0], sibling[1]), Ground::Name));
    }
    if is_sibling_by_name(head, member)
        && gap_years.is_none_or(|gap| gap.abs() <= LIMITS.max_sibling_gap_years)
    {
        return Some((by_sex("brother", "sister"), Ground::Name));
    }
    if is_child_by_name(member, head) && gap_years.is_none_or(|gap| is_parent_gap(-gap)) {
        return Some(("father", Ground::Name));
    }
    if let Some(term) = child_of_member(mentions, member_idx) {
        return Some((term, Ground::Name));
    }
    if is_wife_of_son(mentions, member_idx) {
        return Some(("daughter_in_law", Ground::Place));
    }
    if let Some(term) = spouse_of_previous(mentions, member_idx) {
        return Some((term, Ground::Place));
    }
    if is_first_as_spouse(mentions, member_idx, gap_years) {
        return Some((by_sex("husband", "wife"), Ground::Place));
    }
    let has_other_father =
        member.patronymic.is_some() && head.sex.is_some_and(|(sex, _)| sex == Sex::Male);
    let has_other_name = has_other_surname(head, member) || has_other_father;
    let is_after_child = gap_years.is_none() && follows_child(&mentions[member_idx - 1], member);
    if !has_other_name && (gap_years.is_some_and(is_parent_gap) || is_after_child) {
        return Some((by_sex("son", "daughter"), Ground::Place));
    }
    None
}

fn is_parent_gap(gap_years: i32) -> bool {
    (LIMITS.min_parent_gap_years..=LIMITS.max_parent_gap_years).contains(&gap_years)
}

/// A man's given name in the other's patronymic, and no surname that is another's.
fn is_child_by_name(parent: &Mention, child: &Mention) -> bool {
    let is_man = parent.sex.is_some_and(|(sex, _)| sex == Sex::Male);
    let (Some(given), Some(patronymic)) = (&parent.given, &child.patronymic) else { return false };
    let first = given.split([' ', '-']).next().unwrap_or(given);
    is_man && first.chars().count() > 2 && is_father_name(first, patronymic)
}

fn is_sibling_by_name(head: &Mention, member: &Mention) -> bool {
    let (Some(a), Some(b)) = (&head.patronymic, &member.patronymic) else { return false };
    let stem = |patronymic: &str| {
        let small = small_letters(patronymic);
        let endings = ["овна", "евна", "ична", "ович", "евич", "ич"];
        let cut = endings.iter().find_map(|ending| small.strip_suffix(ending).map(str::to_owned));
        cut.unwrap_or(small)
    };
    !has_other_surname(head, member) && stem(a).chars().count() > 2 && stem(a) == stem(b)
}

/// A surname that is stated and not the head's in either gender.
fn has_other_surname(head: &Mention, member: &Mention) -> bool {
    let Some(stated) = &member.surname_stated else { return false };
    let heads = head.surname.iter().chain(&head.surname_stated).chain(&head.name_variants);
    let masculine = |surname: &str| small_letters(&masculine_surname(surname));
    !heads.into_iter().any(|surname| masculine(surname) == masculine(stated))
}

/// Another child of the head or of the head's child who has the same father's name.
fn child_with_same_father(mentions: &[Mention], member_idx: usize) -> Option<[&'static str; 2]> {
    let member = &mentions[member_idx];
    let father = small_letters(member.patronymic.as_deref()?);
    let sibling = mentions[1..].iter().enumerate().find(|(other_idx, other)| {
        *other_idx + 1 != member_idx
            && other.patronymic.as_deref().map(small_letters).as_ref() == Some(&father)
            && other.kinship_ground == Ground::Stated
            && gap_years(other, member).is_some_and(|gap| gap.abs() <= LIMITS.max_sibling_gap_years)
    });
    match sibling?.1.kinship.as_ref()?.term? {
        "son" | "daughter" => Some(["son", "daughter"]),
        "grandson" | "granddaughter" => Some(["grandson", "granddaughter"]),
        _ => None,
    }
}

/// A child of a man of the list by the patronymic: a son's child is a grandchild.
fn child_of_member(mentions: &[Mention], member_idx: usize) -> Option<&'static str> {
    let member = &mentions[member_idx];
    if has_other_surname(&mentions[0], member) {
        return None;
    }
    let child = kinship_of_term(match member.sex?.0 {
        Sex::Male => "son",
        Sex::Female => "daughter",
    })?;
    let father = mentions[1..].iter().enumerate().find(|(other_idx, other)| {
        *other_idx + 1 != member_idx
            && other.kinship_ground == Ground::Stated
            && other.kinship.is_some()
            && is_child_by_name(other, member)
            && gap_years(other, member).is_some_and(is_parent_gap)
    });
    let (composed, _) = compose(father?.1.kinship.as_ref()?, &child)?;
    composed.term
}

/// A child of the head named just before, of like age.
fn follows_child(previous: &Mention, member: &Mention) -> bool {
    let is_child = previous.kinship.as_ref().and_then(|kinship| kinship.term);
    matches!(is_child, Some("son" | "daughter"))
        && gap_years(previous, member).is_none_or(|gap| gap.abs() <= LIMITS.max_sibling_gap_years)
}

/// The first of the list, of the other sex and of like age, where nobody is called the spouse.
fn is_first_as_spouse(mentions: &[Mention], member_idx: usize, gap_years: Option<i32>) -> bool {
    let sexes = (mentions[0].sex, mentions[member_idx].sex);
    let (Some((head, _)), Some((member, _))) = sexes else { return false };
    let is_spouse = |mention: &Mention| {
        mention
            .kinship
            .as_ref()
            .is_some_and(|kinship| matches!(kinship.term, Some("wife" | "husband" | "spouse")))
    };
    member_idx == 1
        && head != member
        && !mentions.iter().any(is_spouse)
        && gap_years.is_none_or(|gap| gap.abs() <= LIMITS.max_spouse_gap_years)
}

/// The wife beside the head's father or father-in-law, named right behind him.
fn spouse_of_previous(mentions: &[Mention], member_idx: usize) -> Option<&'static str> {
    let (previous, member) = (&mentions[member_idx - 1], &mentions[member_idx]);
    let is_woman = member.sex.is_some_and(|(sex, _)| sex == Sex::Female);
    let gap_years = gap_years(previous, member).map(i32::abs);
    let wife = match previous.kinship.as_ref().and_then(|kinship| kinship.term)? {
        "father" => "mother",
        "father_in_law" => "mother_in_law",
        _ => return None,
    };
    let is_named_already = mentions.iter().any(|mention| {
        mention.kinship.as_ref().and_then(|kinship: &Kinship| kinship.term) == Some(wife)
    });
    let is_like = gap_years.is_some_and(|gap| gap <= LIMITS.max_spouse_gap_years);
    (is_woman && is_like && !is_named_already).then_some(wife)
}

/// A woman with another father's name right behind a grown son of like age.
///
/// Both were grown when the household was listed, which was not before its youngest was born.
fn is_wife_of_son(mentions: &[Mention], member_idx: usize) -> bool {
    let (previous, member) = (&mentions[member_idx - 1], &mentions[member_idx]);
    let is_son = previous.kinship.as_ref().and_then(|kinship| kinship.term) == Some("son");
    let is_woman = member.sex.is_some_and(|(sex, _)| sex == Sex::Female);
    let gap_years = gap_years(previous, member).map(i32::abs);
    let is_like = gap_years.is_some_and(|gap| gap <= LIMITS.max_son_wife_gap_years);
    let youngest = mentions.iter().filter_map(birth_year).max();
    let is_grown = |mention: &Mention| match (birth_year(mention), youngest, &mention.age) {
        (Some(year), Some(youngest), _) => year + LIMITS.min_wedding_age_years <= youngest,
        (_, _, Some(age)) => {
            i32::try_from(age.years()).is_ok_and(|years| years >= LIMITS.min_wedding_age_years)
        }
        _ => false,
    };
    is_son
        && is_woman
        && member.patronymic.is_some()
        && is_like
        && is_grown(previous)
        && is_grown(member)
}

/// How many years the second was born after the first; two ages of one list are of one day.
pub(crate) fn gap_years(first: &Mention, second: &Mention) -> Option<i32> {
    if let (Some(first), Some(second)) = (birth_year(first), birth_year(second)) {
        return Some(second - first);
    }
    let years = |mention: &Mention| i32::try_from(mention.age.as_ref()?.years()).ok();
    Some(years(first)? - years(second)?)
}

/// The year of birth, from a date or from an age at a stated day.
pub(crate) fn birth_year(mention: &Mention) -> Option<i32> {
    if let Some(year) = mention.birth.as_ref().and_then(|birth| birth.primary.first) {
        return Some(year.year());
    }
    let age = mention.age.as_ref()?;
    let at = age.at.as_ref()?.primary.first?.year();
    Some(at - i32::try_from(age.years()).ok()?)
}
