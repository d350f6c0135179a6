//! One individual of a GEDCOM file as a record.

use super::facts::{read_fact, sources_of};
use super::index::FileIndex;
use super::kin::quote_kin;
use super::lines::{Line, below, children, is_restricted};
use std::borrow::Cow;
use synodik_model::{EventKind, Field, Record};
use synodik_names::{birth_from_age, fathers_of};

/// Structures that may hold addresses, numbers, or names of others in running text: their lines
/// are kept from everything public.
const PRIVATE_TAGS: [&str; 13] = [
    "ADDR", "EMAIL", "EXID", "FAX", "FILE", "IDNO", "NOTE", "OBJE", "PHON", "PHRASE", "SNOTE",
    "SSN", "WWW",
];

/// Fills the record of an individual from its lines.
///
/// An individual that the file itself calls confidential has a name and relatives and nothing
/// that could make it public: neither birth nor event.
pub(super) fn read_individual<'t>(record: &mut Record<'t>, lines: &[Line<'t>], index: &FileIndex) {
    record.set(Field::EntryId, lines[0].xref.unwrap_or_default());
    let is_confidential = is_restricted(lines);
    let mut private: Vec<&str> = Vec::new();
    let mut is_first_name = true;
    let mut at = 1;
    while at < lines.len() {
        let line = &lines[at];
        let n_below = below(lines, at).len();
        let structure = &lines[at..=at + n_below];
        at += n_below + 1;
        if line.is("NAME") {
            read_name(record, structure, is_first_name);
            is_first_name = false;
        } else if line.is("ALIA") && line.pointer().is_none() {
            record.push(Field::NameVariants, plain_name(line.value));
        } else if line.is("SEX") {
            read_sex(record, line);
        } else if is_confidential || is_restricted(structure) {
            private.extend(structure.iter().map(|line| line.text));
        } else {
            read_fact(record, structure, index);
        }
        collect_private(structure, &mut private);
    }
    for line in lines.iter().filter(|line| line.is_broken) {
        record.issues.push(synodik_model::RowIssue {
            field: String::new(),
            value: line.text.to_owned(),
            reason: "a line without a level; taken to go on with the line before it".to_owned(),
        });
    }
    if let Some(sources) = sources_of(lines, index) {
        record.set(Field::StatedSource, sources);
    }
    let mut issues = std::mem::take(&mut record.issues);
    let kin = quote_kin(lines, index, &mut issues);
    record.issues = issues;
    record.set(Field::Family, kin);
    private.dedup();
    record.set(Field::Private, private.join("\n"));
    if !is_confidential {
        add_birth_of_age(record);
    }
}

/// Collects the lines of structures that are kept from everything public; programs' own tags may
/// hold anything.
fn collect_private<'t>(lines: &[Line<'t>], private: &mut Vec<&'t str>) {
    let mut at = 0;
    while at < lines.len() {
        let is_private = PRIVATE_TAGS.iter().any(|tag| lines[at].is(tag))
            || lines[at].tag.starts_with('_')
            || lines[at].is_broken;
        // Pointers to notes and pictures name nobody.
        if is_private && lines[at].pointer().is_none() {
            let n_below = below(lines, at).len();
            let words = lines[at..=at + n_below].iter().map(|line| line.text.trim());
            private.extend(words.filter(|text| !text.is_empty()));
            at += n_below;
        }
        at += 1;
    }
}

/// Sets the sex unless the file says that it is not known.
fn read_sex<'t>(record: &mut Record<'t>, line: &Line<'t>) {
    let value = line.value.trim();
    if !["U", "N", "X"].iter().any(|unknown| value.eq_ignore_ascii_case(unknown)) {
        record.set(Field::Sex, value);
    }
}

/// Reads a name: the surname stands between slashes. Further names are variants.
fn read_name<'t>(record: &mut Record<'t>, lines: &[Line<'t>], is_first: bool) {
    let value = lines[0].value.trim();
    let part = |tags: &[&str]| {
        let mut parts = children(lines, 0).filter(|(line, _)| tags.iter().any(|tag| line.is(tag)));
        parts.find_map(|(line, _)| Some(line.value.trim()).filter(|value| !value.is_empty()))
    };
    if is_first {
        let (before, surname, behind) = split_slashes(value);
        let surname =
            if surname.is_empty() { part(&["SURN"]).unwrap_or_default() } else { surname };
        // `/Surname/ Given Patronymic` is as usual in the east as the surname behind.
        let given = if before.is_empty() { behind } else { before };
        let given = part(&["GIVN"]).unwrap_or(given);
        let patronymic = part(&["_PATR", "_PATRONYMIC", "_PATN", "PATR"]);
        let (given, found) = split_patronymic(given);
        if surname.is_empty() {
            record.set(Field::Name, plain_name(value));
        }
        record.set(Field::Surname, surname);
        match patronymic {
            Some(stated) if found.is_empty() => {
                record.set(Field::Given, given);
                record.set(Field::Patronymic, stated);
            }
            _ => {
                record.set(Field::Given, given);
                record.set(Field::Patronymic, found);
            }
        }
    } else {
        record.push(Field::NameVariants, plain_name(value));
    }
    for (line, _) in children(lines, 0) {
        let is_variant =
            ["NICK", "FONE", "ROMN", "TRAN", "_MARNM", "_AKA"].iter().any(|tag| line.is(tag));
        if is_variant {
            record.push(Field::NameVariants, plain_name(line.value));
        }
    }
}

/// Cuts a name at the slashes round the surname.
fn split_slashes(value: &str) -> (&str, &str, &str) {
    let Some((before, rest)) = value.split_once('/') else { return (value, "", "") };
    let (surname, behind) = rest.split_once('/').unwrap_or((rest, ""));
    (before.trim(), surname.trim(), behind.trim())
}

/// A name without the slashes, with single spaces.
fn plain_name(value: &str) -> Cow<'static, str> {
    let words: Vec<&str> = value.split(['/', ' ']).filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" "))
}

/// Cuts a patronymic off the end of the given names.
fn split_patronymic(given: &str) -> (&str, &str) {
    let Some((before, last)) = given.rsplit_once(' ') else { return (given, "") };
    match fathers_of(last, &|_| true).is_empty() {
        true => (given, ""),
        false => (before.trim_end(), last),
    }
}

/// The birth by a whole age in years at a dated end of life, where none is stated.
fn add_birth_of_age(record: &mut Record<'_>) {
    let age =
        record.get(Field::Age).and_then(|age| age.strip_suffix('y').unwrap_or(age).parse().ok());
    if let (None, None, Some(age_years)) = (record.get(Field::Birth), &record.birth, age) {
        let is_death = |kind: EventKind| matches!(kind, EventKind::Death | EventKind::Execution);
        let mut events = record.events.iter().filter(|event| is_death(event.kind));
        let date = events.find_map(|event| event.date.as_ref());
        record.birth = date.and_then(|date| birth_from_age(age_years, date));
    }
}
