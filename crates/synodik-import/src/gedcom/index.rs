//! What the entries of a file say of each other: families, and what individuals and sources are called.

use super::lines::{Line, RawEntry, children, is_restricted, parse_lines, text_of};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A pointer that points to nobody: somebody of whom the file has no entry.
pub(super) const NOBODY: &str = "@VOID@";

/// Somebody a family names.
#[derive(Debug)]
pub(super) struct Member {
    /// The line as written, such as `1 HUSB @I1@`.
    pub(super) text: String,
    /// The id of the individual; `@VOID@` for one without an entry.
    pub(super) pointer: String,
    /// Lines below that say what kind of child it is to either parent.
    pub(super) kinds: Vec<String>,
}

/// A family of the file.
#[derive(Debug)]
pub(super) struct Family {
    /// The id of the family; empty if it has none.
    pub(super) xref: String,
    /// Those it names, in the order of the file.
    pub(super) members: Vec<Member>,
    /// The lines of marriages and divorces, with their days and places.
    pub(super) facts: Vec<String>,
}

/// What is told of an individual beside its relatives.
#[derive(Debug, Default)]
pub(super) struct Individual {
    /// The first line of its name, as written; none for one whom the file calls confidential.
    pub(super) name: Option<String>,
    /// The line of its sex, as written.
    pub(super) sex: Option<String>,
    /// The lines that say what kind of child it is in a family, by the id of the family.
    pub(super) pedigrees: BTreeMap<String, String>,
}

/// All that has to be looked up in other entries.
#[derive(Debug, Default)]
pub(super) struct FileIndex {
    pub(super) families: Vec<Family>,
    family_of_xref: BTreeMap<String, usize>,
    families_of: BTreeMap<String, Vec<usize>>,
    individuals: BTreeMap<String, Individual>,
    titles: BTreeMap<String, String>,
}

impl FileIndex {
    /// Reads all entries once; what cannot be read is left out here and a reject elsewhere.
    pub(super) fn of<'c>(
        entries: &[RawEntry],
        text_of_entry: impl Fn(&RawEntry) -> Cow<'c, str>,
    ) -> FileIndex {
        let mut index = FileIndex::default();
        for entry in entries.iter().filter(|entry| entry.has_start) {
            let text = text_of_entry(entry);
            let Ok(lines) = parse_lines(&text) else { continue };
            index.add(&lines);
        }
        index
    }

    fn add(&mut self, lines: &[Line<'_>]) {
        let Some(first) = lines.first() else { return };
        if first.is("FAM") {
            self.add_family(lines);
        } else if let (true, Some(xref)) = (first.is("INDI"), first.xref) {
            self.individuals.entry(xref.to_owned()).or_insert_with(|| individual_of(lines));
        } else if let (true, Some(xref)) = (first.is("SOUR"), first.xref) {
            let title = children(lines, 0).find(|(line, _)| line.is("TITL"));
            if let Some((_, under)) = title {
                self.titles.entry(xref.to_owned()).or_insert_with(|| text_of(under));
            }
        }
    }

    fn add_family(&mut self, lines: &[Line<'_>]) {
        let family_idx = self.families.len();
        let family = family_of(lines);
        if !family.xref.is_empty() {
            self.family_of_xref.entry(family.xref.clone()).or_insert(family_idx);
        }
        for member in family.members.iter().filter(|member| member.pointer != NOBODY) {
            let families = self.families_of.entry(member.pointer.clone()).or_default();
            if families.last() != Some(&family_idx) {
                families.push(family_idx);
            }
        }
        self.families.push(family);
    }

    /// Returns the place of the family of that id among the families.
    pub(super) fn family_idx(&self, xref: &str) -> Option<usize> {
        self.family_of_xref.get(xref).copied()
    }

    /// Returns the places of the families that name an individual, in the order of the file.
    pub(super) fn families_naming(&self, xref: &str) -> &[usize] {
        self.families_of.get(xref).map_or(&[], Vec::as_slice)
    }

    pub(super) fn individual(&self, xref: &str) -> Option<&Individual> {
        self.individuals.get(xref)
    }

    /// Returns the title of the source of that id.
    pub(super) fn title(&self, xref: &str) -> Option<&str> {
        self.titles.get(xref).map(String::as_str)
    }
}

fn individual_of(lines: &[Line<'_>]) -> Individual {
    let mut individual = Individual::default();
    let is_hidden = is_restricted(lines);
    for (line, under) in children(lines, 0) {
        if line.is("NAME") && individual.name.is_none() && !is_hidden {
            individual.name = Some(line.text.to_owned());
        } else if line.is("SEX") && individual.sex.is_none() && !is_hidden {
            individual.sex = Some(line.text.to_owned());
        } else if let (true, Some(family)) = (line.is("FAMC"), line.pointer())
            && let Some((pedigree, _)) = children(under, 0).find(|(line, _)| line.is("PEDI"))
        {
            individual.pedigrees.insert(family.to_owned(), pedigree.text.to_owned());
        }
    }
    individual
}

fn family_of(lines: &[Line<'_>]) -> Family {
    let mut family = Family {
        xref: lines[0].xref.unwrap_or_default().to_owned(),
        members: Vec::new(),
        facts: Vec::new(),
    };
    for (line, under) in children(lines, 0) {
        let is_member = line.is("HUSB") || line.is("WIFE") || line.is("CHIL");
        if let (true, Some(pointer)) = (is_member, line.pointer()) {
            let kinds = children(under, 0).filter(|(line, _)| line.is("_FREL") || line.is("_MREL"));
            family.members.push(Member {
                text: line.text.trim_end().to_owned(),
                pointer: pointer.to_owned(),
                kinds: kinds.map(|(line, _)| line.text.trim_end().to_owned()).collect(),
            });
        } else if line.is("MARR") || line.is("DIV") || line.is("ANUL") {
            let told = children(under, 0).filter(|(line, _)| line.is("DATE") || line.is("PLAC"));
            family.facts.push(line.text.trim_end().to_owned());
            family.facts.extend(told.map(|(line, _)| line.text.trim_end().to_owned()));
        }
    }
    family
}
