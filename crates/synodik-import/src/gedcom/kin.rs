//! What an individual's entry and the families of the file say of its relatives, quoted line by line.

use super::index::{Family, FileIndex, Member, NOBODY};
use super::lines::{Line, children};
use std::fmt::Write;
use synodik_model::RowIssue;

/// Most members of one family that are quoted; no family of the lists comes near.
const MAX_QUOTED_MEMBERS: usize = 100;

/// Most families of one individual that are quoted.
const MAX_FAMILIES: usize = 30;

/// Writes the lines of the field `family`, and notes pointers that lead nowhere.
///
/// First come the lines of the entry itself: its families, the kind of child it is, who is
/// associated. Then follow its families, each line behind the id of the entry it stands in:
/// `@F1@ 1 HUSB @I2@`, and of those named `@I2@ 1 NAME Фома /Небылов/`.
pub(super) fn quote_kin(
    lines: &[Line<'_>],
    index: &FileIndex,
    issues: &mut Vec<RowIssue>,
) -> String {
    let mut quoted = String::new();
    let mut families: Vec<usize> = Vec::new();
    for (line, under) in children(lines, 0) {
        if line.is("FAMC") || line.is("FAMS") {
            quote_own(line, under, &["PEDI", "STAT"], &mut quoted);
            find_family(line, index, issues, &mut families);
        } else if line.is("ASSO") {
            quote_own(line, under, &["ROLE", "RELA", "TYPE", "PHRASE"], &mut quoted);
            check_individual(line, index, issues);
        } else if line.is("ADOP") {
            quote_adoption(line, under, &mut quoted);
        }
    }
    let own = lines[0].xref.unwrap_or_default();
    for &family_idx in index.families_naming(own) {
        if !families.contains(&family_idx) && families.len() <= MAX_FAMILIES {
            families.push(family_idx);
        }
    }
    if families.len() > MAX_FAMILIES {
        issues.push(about_family(own, "more than 30 families; the first 30 are quoted"));
        families.truncate(MAX_FAMILIES);
    }
    for family_idx in families {
        quote_family(&index.families[family_idx], own, index, &mut quoted, issues);
    }
    quoted.truncate(quoted.trim_end().len());
    quoted
}

fn about_family(value: &str, reason: &str) -> RowIssue {
    RowIssue { field: "family".to_owned(), value: value.to_owned(), reason: reason.to_owned() }
}

fn push_line(quoted: &mut String, line: &str) {
    quoted.push_str(line.trim_end());
    quoted.push('\n');
}

/// Quotes a line of the entry with those of some tags one level below.
fn quote_own(line: &Line<'_>, under: &[Line<'_>], tags: &[&str], quoted: &mut String) {
    push_line(quoted, line.text);
    for (child, _) in children(under, 0) {
        if tags.iter().any(|tag| child.is(tag)) {
            push_line(quoted, child.text);
        }
    }
}

/// Quotes an adoption with the family and the parents who adopted.
fn quote_adoption(line: &Line<'_>, under: &[Line<'_>], quoted: &mut String) {
    let mut families = children(under, 0).filter(|(child, _)| child.is("FAMC")).peekable();
    if families.peek().is_some() {
        push_line(quoted, line.text);
    }
    for (family, below) in families {
        quote_own(family, below, &["ADOP"], quoted);
    }
}

fn find_family(
    line: &Line<'_>,
    index: &FileIndex,
    issues: &mut Vec<RowIssue>,
    families: &mut Vec<usize>,
) {
    let Some(pointer) = line.pointer().filter(|&pointer| pointer != NOBODY) else { return };
    match index.family_idx(pointer) {
        Some(family_idx) if families.contains(&family_idx) || families.len() > MAX_FAMILIES => {}
        Some(family_idx) => families.push(family_idx),
        None => issues.push(about_family(pointer, "the file has no family of this id")),
    }
}

fn check_individual(line: &Line<'_>, index: &FileIndex, issues: &mut Vec<RowIssue>) {
    if let Some(pointer) = line.pointer().filter(|&pointer| pointer != NOBODY)
        && index.individual(pointer).is_none()
    {
        issues.push(about_family(pointer, "the file has no individual of this id"));
    }
}

/// Quotes a family from its own entry, each member with name and sex from theirs.
fn quote_family(
    family: &Family,
    own: &str,
    index: &FileIndex,
    quoted: &mut String,
    issues: &mut Vec<RowIssue>,
) {
    let id = if family.xref.is_empty() { NOBODY } else { family.xref.as_str() };
    let is_own = |member: &&Member| member.pointer == own;
    // What the individual itself is in the family is never left out.
    let of_own = family.members.iter().skip(MAX_QUOTED_MEMBERS).filter(is_own).take(1);
    for member in family.members.iter().take(MAX_QUOTED_MEMBERS).chain(of_own) {
        for line in std::iter::once(&member.text).chain(&member.kinds) {
            writeln!(quoted, "{id} {line}").expect("writing to a string does not fail");
        }
        if member.pointer == own || member.pointer == NOBODY {
            continue;
        }
        match index.individual(&member.pointer) {
            Some(individual) => {
                let pedigree = individual.pedigrees.get(id);
                let told = [individual.name.as_ref(), individual.sex.as_ref(), pedigree];
                for line in told.into_iter().flatten() {
                    let line = line.trim_end();
                    writeln!(quoted, "{} {line}", member.pointer)
                        .expect("writing to a string does not fail");
                }
            }
            None => {
                issues.push(about_family(&member.pointer, "the file has no individual of this id"))
            }
        }
    }
    if family.members.len() > MAX_QUOTED_MEMBERS {
        issues.push(about_family(id, "more than 100 members; the first 100 are quoted"));
    }
    for line in &family.facts {
        writeln!(quoted, "{id} {line}").expect("writing to a string does not fail");
    }
}
