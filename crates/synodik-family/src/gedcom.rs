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

use crate::bearer::{is_patronymic, settle_sex, settle_surname};
use crate::kin_table::{kinship_of, kinship_of_term};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use synodik_model::{Field, Ground, KinLink, KinStep, Kinship, Mention, MentionRole, Record, Sex};

const GEDCOM_TSV: &str = include_str!("../../../data/kin/gedcom.tsv");

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

/// One quoted line: where it stands, its level, tag and value.
#[derive(Debug, Clone, Copy)]
struct Quote<'t> {
    /// Id of the entry it stands in; `None` for that of the record itself.
    entry: Option<&'t str>,
    level: u8,
    tag: &'t str,
    value: &'t str,
}

/// Somebody a family names, with what is told of them.
#[derive(Debug, Default)]
struct Member<'t> {
    tag: &'t str,
    pointer: &'t str,
    name: Option<&'t str>,
    sex: Option<Sex>,
    /// What kind of child: to both parents, to the father, to the mother.
    pedigree: Option<&'t str>,
    to_father: Option<&'t str>,
    to_mother: Option<&'t str>,
}

/// A family the record quotes.
#[derive(Debug, Default)]
struct Family<'t> {
    members: Vec<Member<'t>>,
    n_marriages: usize,
    n_ends: usize,
}

/// What the entry itself says of a family: whose child, whose spouse.
#[derive(Debug, Default, Clone, Copy)]
struct OwnRole<'t> {
    is_child: bool,
    is_spouse: bool,
    pedigree: Option<&'t str>,
    /// Which parents adopted: `HUSB`, `WIFE` or `BOTH`.
    adopted_by: Option<&'t str>,
}

/// Somebody associated, with the words that say as what.
#[derive(Debug, Default)]
struct Associate<'t> {
    pointer: &'t str,
    role: Option<&'t str>,
}

#[derive(Debug, Default)]
struct Quoted<'t> {
    families: BTreeMap<&'t str, Family<'t>>,
    own_roles: BTreeMap<&'t str, OwnRole<'t>>,
    associates: Vec<Associate<'t>>,
}

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

fn read_quotes(text: &str) -> Quoted<'_> {
    let mut quoted = Quoted::default();
    // The line of the entry itself that the ones below it belong to.
    let mut above: Option<Quote<'_>> = None;
    let mut adopting: Option<&str> = None;
    let mut member_at: Option<(&str, usize)> = None;
    for line in text.lines().filter_map(parse_quote) {
        if let Some(entry) = line.entry {
            read_family_line(&mut quoted, entry, line, &mut member_at);
            continue;
        }
        match (line.level, line.tag) {
            (1, "FAMC" | "FAMS") => {
                let role = quoted.own_roles.entry(line.value).or_default();
                role.is_child |= line.tag == "FAMC";
                role.is_spouse |= line.tag == "FAMS";
            }
            (1, "ASSO") => {
                quoted.associates.push(Associate { pointer: line.value, role: None });
            }
            (2, "PEDI") if above.is_some_and(|above| above.tag == "FAMC") => {
                let family = above.map_or("", |above| above.value);
                quoted.own_roles.entry(family).or_default().pedigree = Some(line.value);
            }
            (2, "ROLE" | "RELA") => {
                if let Some(associate) = quoted.associates.last_mut() {
                    associate.role = Some(line.value);
                }
            }
            (2, "FAMC") if above.is_some_and(|above| above.tag == "ADOP") => {
                adopting = Some(line.value);
                let role = quoted.own_roles.entry(line.value).or_default();
                role.is_child = true;
                role.adopted_by = Some("BOTH");
            }
            (3, "ADOP") => {
                if let Some(role) = adopting.and_then(|family| quoted.own_roles.get_mut(family)) {
                    role.adopted_by = Some(line.value);
                }
            }
            _ => {}
        }
        if line.level == 1 {
            (above, adopting) = (Some(line), None);
        }
    }
    quoted
}

/// Reads a line of another entry: of a family, or of the member named last.
fn read_family_line<'t>(
    quoted: &mut Quoted<'t>,
    entry: &'t str,
    line: Quote<'t>,
    member_at: &mut Option<(&'t str, usize)>,
) {
    match line.tag {
        "HUSB" | "WIFE" | "CHIL" if line.level == 1 => {
            let family = quoted.families.entry(entry).or_default();
            *member_at = Some((entry, family.members.len()));
            let member = Member { tag: line.tag, pointer: line.value, ..Member::default() };
            family.members.push(member);
            return;
        }
        "MARR" if line.level == 1 => {
            quoted.families.entry(entry).or_default().n_marriages += 1;
            return;
        }
        "DIV" | "ANUL" if line.level == 1 => {
            quoted.families.entry(entry).or_default().n_ends += 1;
            return;
        }
        _ => {}
    }
    let Some((family, member_idx)) = *member_at else { return };
    let family = quoted.families.entry(family).or_default();
    let Some(member) = family.members.get_mut(member_idx) else { return };
    match line.tag {
        "NAME" => member.name = Some(line.value),
        "SEX" => member.sex = sex_of_tag(line.value),
        "PEDI" => member.pedigree = Some(line.value),
        "_FREL" => member.to_father = Some(line.value),
        "_MREL" => member.to_mother = Some(line.value),
        _ => {}
    }
}

fn sex_of_tag(value: &str) -> Option<Sex> {
    match value.trim() {
        "M" | "m" => Some(Sex::Male),
        "F" | "f" => Some(Sex::Female),
        _ => None,
    }
}

/// Parses a line as quoted: `1 FAMC @F1@`, or `@F1@ 1 HUSB @I2@`.
fn parse_quote(line: &str) -> Option<Quote<'_>> {
    let (entry, rest) = match line.strip_prefix('@') {
        Some(inner) => {
            let end = inner.find('@')? + 2;
            (Some(&line[..end]), line[end..].trim_start())
        }
        None => (None, line.trim_start()),
    };
    let (level, rest) = rest.split_once(' ')?;
    let (tag, value) = rest.trim_start().split_once(' ').unwrap_or((rest, ""));
    Some(Quote { entry, level: level.parse().ok()?, tag, value: value.trim() })
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
mod tests {
    use super::*;
    use crate::{KinReader, mentions_of_record};
    use std::borrow::Cow;
    use synodik_model::EntryPlace;

    fn relatives(verbatim: &str, family: &str) -> Vec<(String, String, String)> {
        let place =
            EntryPlace { file_number: 1, entry_number: 1, line: 1, byte_offset: 0, byte_length: 0 };
        let mut record = Record::empty(place, Cow::Borrowed(verbatim));
        record.set(Field::EntryId, "@I5@");
        record.set(Field::Surname, "Небылов");
        record.set(Field::Given, "Пров");
        record.set(Field::Sex, "M");
        record.set(Field::Family, family.trim().to_owned());
        let mentions = mentions_of_record(&record, KinReader::Gedcom);
        assert_eq!(mentions[0].role, MentionRole::Subject);
        for mention in &mentions[1..] {
            assert_eq!(&verbatim[mention.span.clone()], mention.words);
        }
        let told = mentions[1..].iter().map(|mention| {
            let term = mention.kinship.as_ref().and_then(|kinship| kinship.term);
            (
                mention.pointer.clone().unwrap_or_default(),
                term.unwrap_or_default().to_owned(),
                mention.words.clone(),
            )
        });
        told.collect()
    }

    fn check(family: &str, expected: &[(&str, &str)], why: &str) {
        let found = relatives("0 @I5@ INDI\n1 FAMC @F1@\n1 FAMS @F2@\n1 ASSO @I9@", family);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(pointer, term, _)| (pointer.as_str(), term.as_str())).collect();
        assert_eq!(found, expected, "{why}");
    }

    #[test]
    fn a_family_says_who_is_whose() {
        check(
            "1 FAMC @F1@\n@F1@ 1 HUSB @I1@\n@I1@ 1 SEX M\n@F1@ 1 WIFE @I2@\n@F1@ 1 CHIL @I5@\n@F1@ 1 CHIL @I6@\n@I6@ 1 SEX F",
            &[("@I1@", "father"), ("@I2@", "mother"), ("@I6@", "sister")],
            "a child",
        );
        check(
            "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I7@\n@F2@ 1 CHIL @I8@\n@I8@ 1 SEX M\n@F2@ 1 MARR",
            &[("@I7@", "wife"), ("@I8@", "son")],
            "a husband",
        );
        check(
            "1 FAMC @F1@\n@F1@ 1 HUSB @I1@",
            &[("@I1@", "father")],
            "a family that does not name the child",
        );
        check("@F3@ 1 HUSB @I1@\n@F3@ 1 CHIL @I5@", &[("@I1@", "father")], "a child without FAMC");
        check(
            "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 CHIL @VOID@",
            &[("", "child")],
            "somebody without an entry",
        );
        check("1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I5@", &[], "nobody is their own wife");
        check(
            "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I7@\n@I7@ 1 SEX M",
            &[("@I7@", "husband")],
            "the entry says the sex",
        );
    }

    #[test]
    fn marriages_end_and_are_made_again() {
        let family = "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 WIFE @I7@\n@F2@ 1 MARR\n@F2@ 1 DIV";
        check(family, &[("@I7@", "former_wife")], "divorced");
        let again = format!("{family}\n@F2@ 1 MARR");
        check(&again, &[("@I7@", "wife")], "married again");
    }

    #[test]
    fn children_by_adoption_and_upbringing() {
        let parents = "@F1@ 1 HUSB @I1@\n@F1@ 1 WIFE @I2@\n@F1@ 1 CHIL @I5@";
        for (own, expected) in [
            ("1 FAMC @F1@\n2 PEDI ADOPTED", ["adoptive_father", "adoptive_mother"]),
            ("1 FAMC @F1@\n2 PEDI foster", ["foster_father", "foster_mother"]),
            ("1 FAMC @F1@\n2 PEDI birth", ["father", "mother"]),
            ("1 ADOP\n2 FAMC @F1@\n3 ADOP BOTH", ["adoptive_father", "adoptive_mother"]),
            ("1 ADOP\n2 FAMC @F1@\n3 ADOP HUSB", ["adoptive_father", "mother"]),
        ] {
            let expected = [("@I1@", expected[0]), ("@I2@", expected[1])];
            check(&format!("{own}\n{parents}"), &expected, own);
        }
        check(
            "1 FAMC @F1@\n@F1@ 1 HUSB @I1@\n@F1@ 1 WIFE @I2@\n@F1@ 1 CHIL @I5@\n@F1@ 2 _FREL Step\n@F1@ 2 _MREL Natural",
            &[("@I1@", "step_father"), ("@I2@", "mother")],
            "the words of programs",
        );
        check(
            "1 FAMC @F1@\n@F1@ 1 CHIL @I5@\n@F1@ 1 CHIL @I6@\n@I6@ 1 SEX F\n@I6@ 2 PEDI ADOPTED",
            &[("@I6@", "foster_sister")],
            "whom the parents adopted",
        );
        check(
            "1 FAMS @F2@\n@F2@ 1 HUSB @I5@\n@F2@ 1 CHIL @I8@\n@I8@ 1 SEX F\n@I8@ 2 PEDI ADOPTED",
            &[("@I8@", "adopted_daughter")],
            "from the side of the parent",
        );
    }

    #[test]
    fn associates_are_kin_if_the_role_says_so() {
        check("1 ASSO @I9@\n2 ROLE GODP", &[("@I9@", "")], "a godparent");
        check("1 ASSO @I9@\n2 RELA Брат", &[("@I9@", "brother")], "a word of kinship");
        check("1 ASSO @I9@\n2 RELA probably brother (p=0.71)", &[("@I9@", "")], "a doubt");
    }

    #[test]
    fn names_and_spans_are_read() {
        let found = relatives(
            "0 @I5@ INDI\r1 FAMC @F1@\r1 SEX M",
            "1 FAMC @F1@\n@F1@ 1 HUSB @I1@\n@I1@ 1 NAME Фома Лукич /НЕБЫЛОВ/\n@F1@ 1 CHIL @I5@",
        );
        assert_eq!(found, [("@I1@".to_owned(), "father".to_owned(), "1 FAMC @F1@".to_owned())]);
        let mut mention = Mention::empty(MentionRole::Member, "", 0..0);
        set_gedcom_name(&mut mention, "/НЕБЫЛОВ/ Фома Лукич");
        let parts = [&mention.surname_stated, &mention.given, &mention.patronymic];
        assert_eq!(
            parts.map(|part| part.as_deref()),
            [Some("НЕБЫЛОВ"), Some("Фома"), Some("Лукич")]
        );
    }

    #[test]
    fn every_term_of_the_table_exists() {
        for ((kind, word), term) in TERMS.iter().filter(|(_, term)| **term != "-") {
            match *kind {
                "role" => assert!(kinship_of_term(term).is_some(), "{word}"),
                _ => assert!(KinLink::from_name(term).is_some(), "{word}"),
            }
        }
    }
}
