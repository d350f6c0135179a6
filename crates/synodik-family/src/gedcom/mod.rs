//! Relatives of an individual of a GEDCOM file, from the lines that its record quotes.
//!
//! The field `family` has the lines of the entry that name families and associates, and
//! behind them the lines of its families, each after the id of the entry it stands in:
//!
//! ```text
//! 1 FAMC @F1@
//! @F1@ 1 HUSB @I2@
//! @I2@ 1 NAME Фома /Небылов/
//! @F1@ 1 CHIL @I5@
//! ```
//!
//! **Invariant:** what somebody is in a family is said by that family; only where it does not
//! name the individual, by the individual's own line.

mod quotes;

use crate::bearer::{is_patronymic, settle_sex, settle_surname};
use crate::kin_table::{kinship_of, kinship_of_term};
use quotes::{Family, Member, OwnRole, read_quotes};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use synodik_model::{Field, Ground, KinLink, KinStep, Kinship, Mention, MentionRole, Record, Sex};

const GEDCOM_TSV: &str = include_str!("../../../../data/kin/gedcom.tsv");

/// A pointer that points to nobody: somebody of whom the file has no entry.
const NOBODY: &str = "@VOID@";

/// Terms by kind and word.
static TERMS: LazyLock<BTreeMap<(&'static str, &'static str), &'static str>> =
    LazyLock::new(|| {
        let rows = GEDCOM_TSV.lines().filter(|line| !line.starts_with('#')).skip(1);
        rows.filter_map(|row| {
            let mut cells = row.split('\t');
            Some(((cells.next()?, cells.next()?), cells.next()?))
        })
        .collect()
    });

/// Returns the mentions of a record read from GEDCOM: the individual, then its relatives.
///
/// # Shape
///
/// `subject`: the individual. Relatives follow by family in the order of the families' ids, then
/// the associates. Each has as `pointer` the id of its own entry, where the file has one, and as
/// span the line of the entry that leads to the family, or nothing if only the family says so.
///
/// # Source
///
/// `data/kin/gedcom.tsv`
pub(crate) fn read_gedcom_relatives(record: &Record<'_>, subject: Mention) -> Vec<Mention> {
    let text = record.get(Field::Family).unwrap_or_default();
    let own = record.get(Field::EntryId).unwrap_or_default();
    let quoted = read_quotes(text);
    let verbatim = record.verbatim.as_ref();
    let mut mentions = vec![subject_with_span(subject, verbatim)];
    for (&id, family) in &quoted.families {
        let said = quoted.own_roles.get(id).copied().unwrap_or_default();
        for (member, kinship) in kin_in_family(family, own, said) {
            let span = pointer_span(verbatim, &["FAMC", "FAMS"], id);
            let mut mention = Mention::empty(MentionRole::Member, verbatim, span);
            mention.relation_stated = Some(member.tag.to_owned());
            mention.pointer = Some(member.pointer.to_owned()).filter(|id| id != NOBODY);
            mention.sex = member.sex.map(|sex| (sex, Ground::Stated));
            mention.kinship = Some(kinship);
            if let Some(name) = member.name {
                set_gedcom_name(&mut mention, name);
            }
            settle_sex(&mut mention);
            let stated = mention.surname_stated.is_some();
            if stated {
                settle_surname(&mut mention, &mentions[0]);
            }
            mentions.push(mention);
        }
    }
    for associate in quoted.associates.iter().filter(|associate| associate.pointer != own) {
        let span = pointer_span(verbatim, &["ASSO"], associate.pointer);
        let mut mention = Mention::empty(MentionRole::Member, verbatim, span);
        mention.relation_stated = associate.role.map(str::to_owned);
        mention.pointer = Some(associate.pointer.to_owned()).filter(|id| id != NOBODY);
        mention.kinship =
            associate.role.and_then(|role| term_of("role", role)).and_then(kinship_of_term);
        settle_sex(&mut mention);
        mentions.push(mention);
    }
    mentions
}

/// The individual with the place of its name in the entry.
fn subject_with_span(mut subject: Mention, verbatim: &str) -> Mention {
    let tag = "1 NAME ";
    if let Some(at) = verbatim.find(tag).map(|at| at + tag.len()) {
        let rest = &verbatim[at..];
        let end = at + rest.find(['\n', '\r']).unwrap_or(rest.len());
        subject.words = verbatim[at..end].to_owned();
        subject.span = at..end;
    }
    subject
}

/// Returns everybody else a family names, with what they are to the individual.
fn kin_in_family<'f, 't>(
    family: &'f Family<'t>,
    own: &str,
    said: OwnRole<'t>,
) -> Vec<(&'f Member<'t>, Kinship)> {
    let own_member = family.members.iter().find(|member| member.pointer == own);
    let is_child = own_member.map_or(said.is_child, |member| member.tag == "CHIL");
    let is_spouse = own_member.map_or(said.is_spouse, |member| member.tag != "CHIL");
    let others = family.members.iter().filter(|member| member.pointer != own || own.is_empty());
    let kin = others.filter_map(|member| {
        let link = match (member.tag, is_child) {
            ("CHIL", true) => sibling_link(said, member.pedigree),
            (_, true) => parent_link(member, own_member, said),
            ("CHIL", false) if is_spouse => child_link(member, own_member),
            (_, false) if is_spouse => spouse_link(family),
            _ => return None,
        };
        let by_tag = match member.tag {
            "HUSB" => Some(Sex::Male),
            "WIFE" => Some(Sex::Female),
            _ => None,
        };
        // The entry of the one named is surer than the place in the family.
        let sex = member.sex.or(by_tag);
        Some((member, kinship_of(vec![KinStep { link, sex }])))
    });
    kin.collect()
}

fn spouse_link(family: &Family<'_>) -> KinLink {
    // Who divorced and did not marry again.
    let is_ended = family.n_ends > 0 && family.n_ends >= family.n_marriages;
    if is_ended { KinLink::FormerSpouse } else { KinLink::Spouse }
}

/// Siblings of whom one came by adoption or upbringing are siblings by upbringing.
fn sibling_link(said: OwnRole<'_>, of_other: Option<&str>) -> KinLink {
    let adopted = said.adopted_by.map(|_| "adopted");
    let links = [said.pedigree.or(adopted), of_other].map(parent_link_of);
    match links {
        [KinLink::Parent, KinLink::Parent] => KinLink::Sibling,
        _ if links.contains(&KinLink::StepParent) => KinLink::StepSibling,
        _ => KinLink::FosterSibling,
    }
}

fn parent_link(parent: &Member<'_>, own_member: Option<&Member<'_>>, said: OwnRole<'_>) -> KinLink {
    let to_this_parent = own_member.and_then(|own| match parent.tag {
        "HUSB" => own.to_father,
        _ => own.to_mother,
    });
    let by_adoption = match said.adopted_by {
        // The other parent is one by birth.
        Some(by @ ("HUSB" | "WIFE")) if by != parent.tag => Some("birth"),
        Some(_) => Some("adopted"),
        None => None,
    };
    parent_link_of(to_this_parent.or(by_adoption).or(said.pedigree))
}

fn child_link(child: &Member<'_>, own_member: Option<&Member<'_>>) -> KinLink {
    let to_this_parent = match own_member.map(|own| own.tag) {
        Some("HUSB") => child.to_father,
        Some("WIFE") => child.to_mother,
        _ => None,
    };
    parent_link_of(to_this_parent.or(child.pedigree)).inverse()
}

/// What a parent is by the word of the pedigree; without one by birth.
fn parent_link_of(pedigree: Option<&str>) -> KinLink {
    let term = pedigree.and_then(|word| term_of("pedigree", word));
    term.and_then(KinLink::from_name).unwrap_or(KinLink::Parent)
}

fn term_of(kind: &str, word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    TERMS.get(&(kind, word.as_str())).copied().filter(|term| *term != "-")
}

/// Finds the line of the entry that has one of the tags and the pointer.
fn pointer_span(verbatim: &str, tags: &[&str], pointer: &str) -> std::ops::Range<usize> {
    let mut found = verbatim.match_indices(pointer).filter_map(|(at, _)| {
        let line_start = verbatim[..at].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let before = &verbatim[line_start..at];
        let has_tag = before.split(' ').any(|word| tags.contains(&word));
        has_tag.then(|| line_start..at + pointer.len())
    });
    found.next().unwrap_or(0..0)
}

/// Sets the parts of a name whose surname stands between slashes.
fn set_gedcom_name(mention: &mut Mention, name: &str) {
    let (before, rest) = name.split_once('/').unwrap_or((name, ""));
    let (surname, behind) = rest.split_once('/').unwrap_or((rest, ""));
    let given = if before.trim().is_empty() { behind } else { before };
    let part = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
    mention.surname_stated = part(surname);
    let (given, patronymic) = match given.trim().rsplit_once(' ') {
        Some((given, last)) if is_patronymic(last) => (given, last),
        _ => (given, ""),
    };
    mention.given = part(given);
    mention.patronymic = part(patronymic);
}

#[cfg(test)]
mod tests;
