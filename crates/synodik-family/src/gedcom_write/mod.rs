//! Individuals and families as a GEDCOM file, 7.0 or 5.5.1.
//!
//! [`write_gedcom`] turns plain values into the text of a file; [`families_of_ties`] decides which
//! ties become families and which associations. Who may be shown is decided by the caller, before.
//!
//! **Invariant:** whoever a family names points back to it (`FAMS`, `FAMC`), since both are made
//! of the same list; every pointer of the file leads to an entry of it.

mod date;
mod families;
mod individual;
mod lines;

#[cfg(test)]
mod tests;

pub use date::{GedcomDate, gedcom_date};
pub use families::{GedcomTie, families_of_ties};

use individual::{family_places, write_individual};
use lines::LineWriter;
use synodik_model::Sex;

/// A version of the GEDCOM standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GedcomVersion {
    /// 5.5.1 of 1999, which most programs read.
    V5,
    /// 7.0 of 2021.
    V7,
}

/// All that a file holds.
///
/// # Shape
///
/// Numbers of individuals, sources and repositories are places in the lists here.
#[derive(Debug, Clone, PartialEq)]
pub struct GedcomFamilyFile {
    /// The version to write.
    pub version: GedcomVersion,
    /// Version of the program that writes.
    pub program_version: String,
    /// Name of the archive: who hands the file on.
    pub archive_name: String,
    /// What a reader of the file has to know of it.
    pub note: String,
    /// The individuals.
    pub individuals: Vec<GedcomIndividual>,
    /// The families.
    pub families: Vec<GedcomFamily>,
    /// The sources that are cited.
    pub sources: Vec<GedcomSource>,
    /// Who holds them.
    pub repositories: Vec<String>,
}

/// One human being.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GedcomIndividual {
    /// The id of the person in the archive.
    pub reference: String,
    /// Names, the usual one first.
    pub names: Vec<GedcomName>,
    /// The sex, where known.
    pub sex: Option<Sex>,
    /// What is told of them.
    pub facts: Vec<GedcomFact>,
    /// Ties that are no family.
    pub associations: Vec<GedcomAssociation>,
    /// Entries that tell of them.
    pub citations: Vec<GedcomCitation>,
}

/// A name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GedcomName {
    /// Given name and patronymic.
    pub given: String,
    /// The surname.
    pub surname: String,
    /// Of what kind it is, where it is not as written: `transliteration`.
    pub kind: Option<String>,
}

/// An event or attribute.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GedcomFact {
    /// The tag: `BIRT`, `DEAT`, `BURI`, `OCCU`, `EVEN` and so on.
    pub tag: &'static str,
    /// The value of an attribute.
    pub value: Option<String>,
    /// The kind, for `EVEN`.
    pub kind: Option<String>,
    /// The days in EDTF.
    pub date_edtf: Option<String>,
    /// The date as written.
    pub date_stated: Option<String>,
    /// The place as written.
    pub place: Option<String>,
    /// The body that acted.
    pub agency: Option<String>,
    /// The cause, for a death.
    pub cause: Option<String>,
    /// Anything else that is said of it.
    pub notes: Vec<String>,
    /// The entry that says so.
    pub citation: Option<GedcomCitation>,
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GedcomCitation {
    /// Number of the source.
    pub source: usize,
    /// Where in it: file and line.
    pub page: String,
}

/// A tie that is no family: too unsure, or one for which the standard has no family.
#[derive(Debug, Clone, PartialEq)]
pub struct GedcomAssociation {
    /// Number of the other.
    pub other: usize,
    /// What the other is: a term of `data/kin/relations.toml`.
    pub relation: String,
    /// Probability of the tie.
    pub p_tie: f64,
    /// How it is known: `stated`, `derived` or `inferred`.
    pub ground: String,
}

/// Partners and children.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GedcomFamily {
    /// Husband or father, number of the individual.
    pub husband: Option<usize>,
    /// Wife or mother.
    pub wife: Option<usize>,
    /// The children, each with what kind of child it is.
    pub children: Vec<(usize, ChildKind)>,
    /// Whether the two were husband and wife in the past.
    pub is_former: bool,
}

/// What kind of child somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChildKind {
    /// By birth, or nothing else is said.
    Birth,
    /// By adoption.
    Adopted,
    /// By upbringing.
    Foster,
}

/// A source that is cited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GedcomSource {
    /// The title.
    pub title: String,
    /// How to cite it.
    pub citation: Option<String>,
    /// Number of the repository that holds it.
    pub repository: Option<usize>,
    /// Licence and address.
    pub notes: Vec<String>,
}

/// Writes a file.
///
/// # Shape
///
/// UTF-8, lines ended by `\n`; version 7 starts with a mark of byte order, as the standard asks.
/// Individuals are `@I1@` and on, in the order given, families `@F1@`, sources `@S1@`.
///
/// # Source
///
/// `gedcom-7`, `gedcom-5-5-1`
///
/// # Example
///
/// ```
/// use synodik_family::{GedcomFamilyFile, GedcomIndividual, GedcomVersion, write_gedcom};
/// let file = GedcomFamilyFile {
///     version: GedcomVersion::V7,
///     program_version: "0.1.0".to_owned(),
///     archive_name: "Demo".to_owned(),
///     note: String::new(),
///     individuals: vec![GedcomIndividual::default()],
///     families: Vec::new(),
///     sources: Vec::new(),
///     repositories: Vec::new(),
/// };
/// let text = write_gedcom(&file);
/// assert!(text.contains("\n0 @I1@ INDI\n") && text.ends_with("0 TRLR\n"));
/// ```
pub fn write_gedcom(file: &GedcomFamilyFile) -> String {
    let mut out = LineWriter::of(file.version);
    write_header(&mut out, file);
    let families = family_places(file);
    for (individual, individual_idx) in file.individuals.iter().zip(0..) {
        write_individual(&mut out, individual, individual_idx, &families[individual_idx]);
    }
    for (family, number) in file.families.iter().zip(1..) {
        write_family(&mut out, family, number);
    }
    for (source, number) in file.sources.iter().zip(1..) {
        out.entry(&format!("@S{number}@"), "SOUR");
        out.text(1, "TITL", &source.title);
        if let Some(citation) = &source.citation {
            out.text(1, "PUBL", citation);
        }
        if let Some(repository) = source.repository {
            out.pointer(1, "REPO", &format!("@R{}@", repository + 1));
        }
        source.notes.iter().for_each(|note| out.text(1, "NOTE", note));
    }
    for (name, number) in file.repositories.iter().zip(1..) {
        out.entry(&format!("@R{number}@"), "REPO");
        out.text(1, "NAME", name);
    }
    out.line(0, "TRLR");
    out.finish()
}

fn write_header(out: &mut LineWriter, file: &GedcomFamilyFile) {
    out.line(0, "HEAD");
    out.line(1, "GEDC");
    match file.version {
        GedcomVersion::V7 => out.text(2, "VERS", "7.0"),
        GedcomVersion::V5 => {
            out.text(2, "VERS", "5.5.1");
            out.text(2, "FORM", "LINEAGE-LINKED");
            out.text(1, "CHAR", "UTF-8");
        }
    }
    out.text(1, "SOUR", "SYNODIK");
    out.text(2, "VERS", &file.program_version);
    out.text(2, "NAME", "Synodik");
    out.pointer(1, "SUBM", "@U1@");
    if !file.note.is_empty() {
        out.text(1, "NOTE", &file.note);
    }
    out.entry("@U1@", "SUBM");
    out.text(1, "NAME", &file.archive_name);
}

fn write_family(out: &mut LineWriter, family: &GedcomFamily, number: usize) {
    out.entry(&format!("@F{number}@"), "FAM");
    for (tag, partner) in [("HUSB", family.husband), ("WIFE", family.wife)] {
        if let Some(partner) = partner {
            out.pointer(1, tag, &individual_id(partner));
        }
    }
    for (child, _) in &family.children {
        out.pointer(1, "CHIL", &individual_id(*child));
    }
    if family.is_former {
        out.text(1, "NOTE", "Husband and wife in the past.");
    }
}

fn individual_id(individual_idx: usize) -> String {
    format!("@I{}@", individual_idx + 1)
}
