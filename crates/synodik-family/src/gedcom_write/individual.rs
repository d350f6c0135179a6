//! The entry of an individual.

use super::date::gedcom_date;
use super::families::is_sure;
use super::lines::LineWriter;
use super::{
    ChildKind, GedcomAssociation, GedcomCitation, GedcomFact, GedcomFamilyFile, GedcomIndividual,
    GedcomVersion, individual_id,
};
use synodik_model::Sex;

/// Most letters of the value of `RELA` in version 5.5.1.
const MAX_RELA_LETTERS: usize = 25;

/// Writes the entry, with the families that name the individual.
pub(super) fn write_individual(
    out: &mut LineWriter,
    individual: &GedcomIndividual,
    individual_idx: usize,
    families: &[FamilyPlace],
) {
    out.entry(&individual_id(individual_idx), "INDI");
    for name in &individual.names {
        let given = name.given.replace('/', " ");
        let surname = name.surname.replace('/', " ");
        let value = match surname.trim().is_empty() {
            true => given.trim().to_owned(),
            false => format!("{} /{}/", given.trim(), surname.trim()).trim_start().to_owned(),
        };
        out.text(1, "NAME", &value);
        if let Some(kind) = &name.kind {
            match out.version() {
                GedcomVersion::V5 => out.text(2, "TYPE", kind),
                GedcomVersion::V7 => {
                    out.text(2, "TYPE", "OTHER");
                    out.text(3, "PHRASE", kind);
                }
            }
        }
        for (tag, part) in [("GIVN", given.trim()), ("SURN", surname.trim())] {
            if !part.is_empty() {
                out.text(2, tag, part);
            }
        }
    }
    if let Some(sex) = individual.sex {
        out.text(1, "SEX", if sex == Sex::Male { "M" } else { "F" });
    }
    individual.facts.iter().for_each(|fact| write_fact(out, fact));
    write_families(out, families);
    individual.associations.iter().for_each(|tie| write_association(out, tie));
    individual.citations.iter().for_each(|citation| write_citation(out, 1, citation));
    if !individual.reference.is_empty() {
        out.text(1, "REFN", &individual.reference);
        out.text(2, "TYPE", "Synodik person");
    }
}

fn write_fact(out: &mut LineWriter, fact: &GedcomFact) {
    let has_more = fact.date_edtf.is_some() || fact.date_stated.is_some() || fact.place.is_some();
    match &fact.value {
        Some(value) => out.text(1, fact.tag, value),
        // Without anything below it an event is asserted by `Y`.
        None if !has_more && fact.tag != "EVEN" => out.text(1, fact.tag, "Y"),
        None => out.line(1, fact.tag),
    }
    if let Some(kind) = &fact.kind {
        out.text(2, "TYPE", kind);
    }
    let date_note = write_date(out, fact);
    for (tag, value) in [("PLAC", &fact.place), ("AGNC", &fact.agency), ("CAUS", &fact.cause)] {
        if let Some(value) = value {
            // A place, body or cause is one line.
            out.text(2, tag, &value.replace('\n', " "));
        }
    }
    for note in date_note.iter().chain(&fact.notes) {
        out.text(2, "NOTE", note);
    }
    if let Some(citation) = &fact.citation {
        write_citation(out, 2, citation);
    }
}

/// Writes the date; gives a note where the version has no place for its words.
fn write_date(out: &mut LineWriter, fact: &GedcomFact) -> Option<String> {
    let stated = fact.date_stated.as_deref().map(|stated| stated.replace('\n', " "));
    let date = fact.date_edtf.as_deref().and_then(gedcom_date);
    let edtf = fact.date_edtf.as_deref().unwrap_or_default();
    match (out.version(), date, stated) {
        (_, None, None) => None,
        (GedcomVersion::V7, None, Some(stated)) => {
            out.line(2, "DATE");
            out.text(3, "PHRASE", &stated);
            None
        }
        (GedcomVersion::V5, None, Some(stated)) => {
            let phrase = stated.replace(['(', ')'], " ");
            out.text(2, "DATE", &format!("({})", phrase.trim()));
            None
        }
        (version, Some(date), stated) => {
            out.text(2, "DATE", &date.value);
            let words = match (date.is_faithful, stated) {
                (true, stated) => stated,
                (false, Some(stated)) => Some(format!("{stated} (EDTF {edtf})")),
                (false, None) => Some(format!("EDTF {edtf}")),
            };
            let words = words.filter(|words| *words != date.value)?;
            if version == GedcomVersion::V7 {
                out.text(3, "PHRASE", &words);
                return None;
            }
            Some(format!("Date as written: {words}"))
        }
    }
}

fn write_citation(out: &mut LineWriter, level: u8, citation: &GedcomCitation) {
    out.pointer(level, "SOUR", &format!("@S{}@", citation.source + 1));
    if !citation.page.is_empty() {
        out.text(level + 1, "PAGE", &citation.page);
    }
}

/// A family that names an individual: its number, and what kind of child it names, if one.
pub(super) type FamilyPlace = (usize, Option<ChildKind>);

/// Returns for each individual the families that name it, in their order.
pub(super) fn family_places(file: &GedcomFamilyFile) -> Vec<Vec<FamilyPlace>> {
    let mut places: Vec<Vec<FamilyPlace>> = vec![Vec::new(); file.individuals.len()];
    for (family, number) in file.families.iter().zip(1..) {
        for partner in [family.husband, family.wife].into_iter().flatten() {
            places[partner].push((number, None));
        }
        for (child, kind) in &family.children {
            places[*child].push((number, Some(*kind)));
        }
    }
    places
}

fn write_families(out: &mut LineWriter, families: &[FamilyPlace]) {
    for (number, child_kind) in families {
        let tag = if child_kind.is_some() { "FAMC" } else { "FAMS" };
        out.pointer(1, tag, &format!("@F{number}@"));
        let pedigree = match child_kind {
            None | Some(ChildKind::Birth) => continue,
            Some(ChildKind::Adopted) => "ADOPTED",
            Some(ChildKind::Foster) => "FOSTER",
        };
        match out.version() {
            GedcomVersion::V7 => out.text(2, "PEDI", pedigree),
            GedcomVersion::V5 => out.text(2, "PEDI", &pedigree.to_lowercase()),
        }
    }
}

fn write_association(out: &mut LineWriter, tie: &GedcomAssociation) {
    let relation = tie.relation.replace(['_', '.'], " ");
    let is_fact = is_sure(tie.p_tie) && tie.ground != "inferred";
    let perhaps = if is_fact { "" } else { "perhaps " };
    let told = format!("{perhaps}{relation}");
    let words = format!("{told}; {}, probability {:.2}", tie.ground, tie.p_tie);
    out.pointer(1, "ASSO", &individual_id(tie.other));
    match out.version() {
        GedcomVersion::V7 => {
            out.text(2, "PHRASE", &words);
            out.text(2, "ROLE", "OTHER");
            out.text(3, "PHRASE", &told);
        }
        GedcomVersion::V5 => {
            let is_short = told.chars().count() <= MAX_RELA_LETTERS;
            let short = format!("{perhaps}relative");
            out.text(2, "RELA", if is_short { &told } else { &short });
            out.text(2, "NOTE", &words);
        }
    }
}
