//! The quoted lines of families and associates, taken apart.

use std::collections::BTreeMap;
use synodik_model::Sex;

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
pub(super) struct Member<'t> {
    pub(super) tag: &'t str,
    pub(super) pointer: &'t str,
    pub(super) name: Option<&'t str>,
    pub(super) sex: Option<Sex>,
    /// What kind of child: to both parents, to the father, to the mother.
    pub(super) pedigree: Option<&'t str>,
    pub(super) to_father: Option<&'t str>,
    pub(super) to_mother: Option<&'t str>,
}

/// A family the record quotes.
#[derive(Debug, Default)]
pub(super) struct Family<'t> {
    pub(super) members: Vec<Member<'t>>,
    pub(super) n_marriages: usize,
    pub(super) n_ends: usize,
}

/// What the entry itself says of a family: whose child, whose spouse.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct OwnRole<'t> {
    pub(super) is_child: bool,
    pub(super) is_spouse: bool,
    pub(super) pedigree: Option<&'t str>,
    /// Which parents adopted: `HUSB`, `WIFE` or `BOTH`.
    pub(super) adopted_by: Option<&'t str>,
}

/// Somebody associated, with the words that say as what.
#[derive(Debug, Default)]
pub(super) struct Associate<'t> {
    pub(super) pointer: &'t str,
    pub(super) role: Option<&'t str>,
}

#[derive(Debug, Default)]
pub(super) struct Quoted<'t> {
    pub(super) families: BTreeMap<&'t str, Family<'t>>,
    pub(super) own_roles: BTreeMap<&'t str, OwnRole<'t>>,
    pub(super) associates: Vec<Associate<'t>>,
}

/// Takes the quoted lines of a record apart.
pub(super) fn read_quotes(text: &str) -> Quoted<'_> {
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
