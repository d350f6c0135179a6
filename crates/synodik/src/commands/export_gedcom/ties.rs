//! Who is only named in entries of others, and the ties, from the tables of the build.

use super::People;
use crate::commands::export_family::{export_family_table, family_table};
use anyhow::{Context, Result};
use std::borrow::Cow;
use std::path::Path;
use synodik_family::{GedcomCitation, GedcomFact, GedcomName, GedcomTie};
use synodik_model::Sex;
use synodik_store::{BuildManifest, Cell};

/// The columns of a table by name, as the export sees it.
struct Columns(Vec<&'static str>);

impl Columns {
    fn of(table: &str, is_all: bool) -> Result<Columns> {
        let table = family_table(table, is_all).context("a table of the family stage")?;
        Ok(Columns(table.columns.iter().map(|column| column.name).collect()))
    }

    fn cell<'r, 'c>(&self, row: &'r [Cell<'c>], name: &str) -> Option<&'r Cell<'c>> {
        row.get(self.0.iter().position(|column| *column == name)?)
    }

    /// The value as text; empty where the row has none.
    fn text<'r>(&self, row: &'r [Cell<'_>], name: &str) -> Cow<'r, str> {
        self.cell(row, name).map(Cell::to_text).unwrap_or_default()
    }

    fn is_true(&self, row: &[Cell<'_>], name: &str) -> bool {
        self.cell(row, name) == Some(&Cell::Flag(true))
    }
}

/// Adds the persons who have no entry of their own: in public those who are shown.
pub(super) fn add_mentioned(
    (build, manifest): (&Path, &BuildManifest),
    people: &mut People,
    is_all: bool,
) -> Result<()> {
    let columns = Columns::of("mentions", is_all)?;
    // Whoever has an entry is told of by that alone.
    let n_with_entry = people.individuals.len();
    export_family_table((build, manifest), "mentions", is_all, |row| {
        let text = |name: &str| columns.text(row, name);
        let person_id = text("person_id");
        if person_id.is_empty() || !(is_all || columns.is_true(row, "is_shown")) {
            return Ok(());
        }
        let number = people.number_of(person_id.into_owned());
        if number < n_with_entry {
            return Ok(());
        }
        let source = manifest.sources.iter().position(|source| source.id == text("source_id"));
        let source = source.context("a mention of no source")?;
        let page = format!("{}, line {} ({})", text("file"), text("line"), text("mention_id"));
        let citation = GedcomCitation { source, page };
        let individual = &mut people.individuals[number];
        let name = name_of(row, &columns);
        let is_named = !name.given.is_empty() || !name.surname.is_empty();
        if is_named && !individual.names.contains(&name) {
            individual.names.push(name);
        }
        individual.sex = individual.sex.or(Sex::from_name(&text("sex")));
        let birth_edtf = text("birth_edtf");
        let is_born = individual.facts.iter().any(|fact| fact.tag == "BIRT");
        if !birth_edtf.is_empty() && !is_born {
            individual.facts.push(GedcomFact {
                tag: "BIRT",
                date_edtf: Some(birth_edtf.into_owned()),
                citation: Some(citation.clone()),
                ..GedcomFact::default()
            });
        }
        individual.citations.push(citation);
        Ok(())
    })
}

fn name_of(row: &[Cell<'_>], columns: &Columns) -> GedcomName {
    let given = [columns.text(row, "given"), columns.text(row, "patronymic")];
    let given: Vec<&str> =
        given.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect();
    let stated = columns.text(row, "surname_stated");
    let surname = if stated.is_empty() { columns.text(row, "surname") } else { stated };
    GedcomName { given: given.join(" "), surname: surname.into_owned(), kind: None }
}

/// Reads the ties between the individuals of the file; one with somebody who is not in it is left out.
pub(super) fn read_ties(
    build: (&Path, &BuildManifest),
    people: &People,
    is_all: bool,
) -> Result<Vec<GedcomTie>> {
    let columns = Columns::of("ties", is_all)?;
    let mut ties = Vec::new();
    export_family_table(build, "ties", is_all, |row| {
        let number = |name: &str| people.of_person.get(columns.text(row, name).as_ref()).copied();
        if let (Some(first), Some(second)) = (number("first"), number("second")) {
            let p_tie = match columns.cell(row, "p") {
                Some(Cell::Share(share)) => f64::from(*share),
                _ => 0.0,
            };
            ties.push(GedcomTie {
                first,
                second,
                relation: columns.text(row, "relation").into_owned(),
                p_tie,
                ground: columns.text(row, "ground").into_owned(),
                contradicts: columns.is_true(row, "contradicts"),
            });
        }
        Ok(())
    })?;
    Ok(ties)
}
