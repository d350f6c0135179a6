//! Who is only named in entries of others, and the ties, from the tables of the build.

use super::People;
use crate::commands::export_family::{export_family_table, family_table};
use crate::stored_tables::TableRow;
use anyhow::{Context, Result};
use std::path::Path;
use synodik_family::{GedcomCitation, GedcomFact, GedcomName, GedcomTie};
use synodik_model::Sex;
use synodik_store::BuildManifest;

/// Hands on the rows of a table of the family stage, as the export sees them.
fn visit_rows(
    build: (&Path, &BuildManifest),
    name: &str,
    is_all: bool,
    mut take: impl FnMut(TableRow<'_>) -> Result<()>,
) -> Result<()> {
    let table = family_table(name, is_all).context("a table of the family stage")?;
    export_family_table(build, name, is_all, |cells| take(TableRow { table: &table, cells }))
}

/// Adds the persons who have no entry of their own: in public those who are shown.
pub(super) fn add_mentioned(
    (build, manifest): (&Path, &BuildManifest),
    people: &mut People,
    is_all: bool,
) -> Result<()> {
    // Whoever has an entry is told of by that alone.
    let n_with_entry = people.individuals.len();
    visit_rows((build, manifest), "mentions", is_all, |row| {
        let text = |name: &str| row.cell(name).to_text();
        let person_id = text("person_id");
        if person_id.is_empty() || !(is_all || row.is_true("is_shown")) {
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
        let name = name_of(row);
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

fn name_of(row: TableRow<'_>) -> GedcomName {
    let text = |name: &str| row.cell(name).to_text();
    let given = [text("given"), text("patronymic")];
    let given: Vec<&str> =
        given.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect();
    let stated = text("surname_stated");
    let surname = if stated.is_empty() { text("surname") } else { stated };
    GedcomName { given: given.join(" "), surname: surname.into_owned(), kind: None }
}

/// Reads the ties between the individuals of the file; one with somebody who is not in it is left out.
pub(super) fn read_ties(
    build: (&Path, &BuildManifest),
    people: &People,
    is_all: bool,
) -> Result<Vec<GedcomTie>> {
    let mut ties = Vec::new();
    visit_rows(build, "ties", is_all, |row| {
        if !row.cell("put_aside").to_text().is_empty() {
            return Ok(());
        }
        let number = |name: &str| people.of_person.get(row.cell(name).to_text().as_ref()).copied();
        if let (Some(first), Some(second)) = (number("first"), number("second")) {
            ties.push(GedcomTie {
                first,
                second,
                relation: row.cell("relation").to_text().into_owned(),
                p_tie: f64::from(row.share("p")),
                ground: row.cell("ground").to_text().into_owned(),
                contradicts: row.is_true("contradicts"),
            });
        }
        Ok(())
    })?;
    Ok(ties)
}
