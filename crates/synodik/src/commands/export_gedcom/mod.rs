//! `synodik export --format gedcom`: the persons of a build as a family tree for other programs.
//!
//! What is written of a record is what its page shows; who may be living is left out with every
//! tie to them. With `--all` everything is written, and the file says so.

mod facts;
mod ties;

use super::{ArchiveArgument, counted, counted_families};
use crate::stored_entries::visit_entries;
use anyhow::{Context, Result, bail};
use facts::{add_latin_names, add_record};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use synodik_family::{
    GedcomCitation, GedcomFamilyFile, GedcomIndividual, GedcomSource, GedcomVersion,
    families_of_ties, write_gedcom,
};
use synodik_index::{PublicField, PublicRecord, RecordView, event_with};
use synodik_model::Field;
use synodik_store::{Archive, BuildManifest, EventRow, RecordRow, read_persons, table_path};
use ties::{add_mentioned, read_ties};

/// What file is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct GedcomWanted {
    pub(super) version: GedcomVersion,
    /// Whether those who may be living are in it.
    pub(super) is_all: bool,
}

/// A file, and how many it tells of.
struct GedcomExport {
    text: String,
    n_individuals: u64,
    n_families: u64,
}

/// The individuals of a file and who is who.
#[derive(Default)]
struct People {
    individuals: Vec<GedcomIndividual>,
    of_person: BTreeMap<String, usize>,
    of_record: BTreeMap<String, usize>,
}

impl People {
    fn number_of(&mut self, person_id: String) -> usize {
        let next = self.individuals.len();
        let number = *self.of_person.entry(person_id.clone()).or_insert(next);
        if number == next {
            let individual =
                GedcomIndividual { reference: person_id, ..GedcomIndividual::default() };
            self.individuals.push(individual);
        }
        number
    }
}

/// Returns the value of `--gedcom-version` as a version.
pub(super) fn version_of(label: &str) -> GedcomVersion {
    if label.starts_with('7') { GedcomVersion::V7 } else { GedcomVersion::V5 }
}

/// Writes the persons of the current build to a file or to the standard output.
pub(super) fn write_gedcom_file(
    archive: &ArchiveArgument,
    wanted: GedcomWanted,
    out: Option<&Path>,
) -> Result<ExitCode> {
    let archive = archive.open()?;
    let Some((build, manifest)) = archive.current_build()? else {
        bail!("the archive has no build yet; run `synodik build` first");
    };
    let export = export_gedcom(&archive, (&build, &manifest), wanted)?;
    match out {
        Some(path) => {
            // A file appears under its name only when it is complete.
            let beside = path.with_added_extension("partial");
            std::fs::write(&beside, &export.text)
                .and_then(|()| std::fs::rename(&beside, path))
                .with_context(|| format!("cannot create `{}`", path.display()))?;
        }
        None => match std::io::stdout().write_all(export.text.as_bytes()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
            written => written?,
        },
    }
    eprintln!(
        "Wrote {} and {}",
        counted(export.n_individuals, "individual"),
        counted_families(export.n_families)
    );
    Ok(ExitCode::SUCCESS)
}

/// Makes the file of a build.
fn export_gedcom(
    archive: &Archive,
    (build, manifest): (&Path, &BuildManifest),
    GedcomWanted { version, is_all }: GedcomWanted,
) -> Result<GedcomExport> {
    let mut people = read_people((build, manifest), is_all)?;
    let source_idx: BTreeMap<&str, usize> =
        manifest.sources.iter().map(|source| source.id.as_str()).zip(0..).collect();
    visit_entries(archive, (build, manifest), &mut |entry| {
        let record = entry.record;
        let Some(&number) = people.of_record.get(record.record_id()) else { return Ok(()) };
        let told = match (is_all, entry.view()) {
            (true, _) => unfiltered(record, entry.events),
            (false, RecordView::Shown(shown)) => *shown,
            (false, RecordView::Withheld { .. }) => return Ok(()),
        };
        let source = *source_idx.get(record.source_id()).context("a record of no source")?;
        let page = format!("{}, line {} ({})", told.file, told.line, told.record_id);
        add_record(&mut people.individuals[number], &told, &GedcomCitation { source, page });
        Ok(())
    })?;
    add_mentioned((build, manifest), &mut people, is_all)?;
    people.individuals.iter_mut().for_each(add_latin_names);
    let ties = read_ties((build, manifest), &people, is_all)?;
    let sexes: Vec<_> = people.individuals.iter().map(|individual| individual.sex).collect();
    let (families, associations) = families_of_ties(&sexes, &ties);
    for (individual, associations) in people.individuals.iter_mut().zip(associations) {
        individual.associations = associations;
    }
    let (sources, repositories) = cited_sources(archive, manifest)?;
    let file = GedcomFamilyFile {
        version,
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
        archive_name: manifest.archive_name.clone(),
        note: note_of(manifest, is_all),
        individuals: people.individuals,
        families,
        sources,
        repositories,
    };
    Ok(GedcomExport {
        text: write_gedcom(&file),
        n_individuals: file.individuals.len() as u64,
        n_families: file.families.len() as u64,
    })
}

fn note_of(manifest: &BuildManifest, is_all: bool) -> String {
    let living = match is_all {
        true => "It holds people who may be living and must not be published.".to_owned(),
        false => format!("Who may be living, as of {}, is left out.", manifest.as_of),
    };
    format!(
        "Persons of the archive \"{}\", build {}. A person is a claim over entries of sources; each \
         statement cites the entry it stands in. {living}",
        manifest.archive_name, manifest.build
    )
}

/// Reads which records are of which person; in public only those that are shown.
fn read_people((build, manifest): (&Path, &BuildManifest), is_all: bool) -> Result<People> {
    let mut people = People::default();
    for source in &manifest.sources {
        read_persons(&table_path(build, "persons", &source.id), |row| {
            let person_id = match (row.shown, is_all) {
                (_, true) => row.person_id,
                (Some((shown_as, _)), false) => shown_as,
                (None, false) => return,
            };
            let number = people.number_of(person_id);
            people.of_record.insert(row.record_id, number);
        })?;
    }
    Ok(people)
}

/// A record with nothing left out but what no export holds as a field.
fn unfiltered(record: RecordRow<'_>, events: &[EventRow<'_>]) -> PublicRecord {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let specs = Field::specs().iter();
    let fields = specs.filter_map(|spec| {
        let value = record.get(spec.field)?.to_owned();
        Some(PublicField { name: spec.name.to_owned(), value })
    });
    PublicRecord {
        record_id: record.record_id().to_owned(),
        source_id: record.source_id().to_owned(),
        name: record.get(Field::Name).unwrap_or_default().to_owned(),
        fields: fields.collect(),
        birth_edtf: owned(record.birth_edtf()),
        events: events.iter().map(|event| event_with(event, &str::to_owned)).collect(),
        verbatim: String::new(),
        has_withheld_part: false,
        file: record.file().to_owned(),
        line: record.line(),
        byte_offset: record.byte_offset(),
    }
}

/// The sources of the build in its order, and who holds them.
fn cited_sources(
    archive: &Archive,
    manifest: &BuildManifest,
) -> Result<(Vec<GedcomSource>, Vec<String>)> {
    let stored = archive.sources()?;
    let mut repositories: Vec<String> = Vec::new();
    let mut sources = Vec::with_capacity(manifest.sources.len());
    for built in &manifest.sources {
        let description =
            stored.iter().find(|source| source.id() == built.id).map(|source| &source.description);
        let mut source = GedcomSource { title: built.id.clone(), ..GedcomSource::default() };
        if let Some(description) = description {
            source.title = description.title.clone().unwrap_or_else(|| built.id.clone());
            source.citation.clone_from(&description.citation);
            let notes = [("Licence: ", &description.licence), ("Address: ", &description.url)];
            source.notes = notes
                .into_iter()
                .filter_map(|(label, value)| Some(format!("{label}{}", value.as_ref()?)))
                .collect();
            source.repository = description.holder.as_ref().map(|holder| {
                let known = repositories.iter().position(|known| known == holder);
                known.unwrap_or_else(|| {
                    repositories.push(holder.clone());
                    repositories.len() - 1
                })
            });
        }
        sources.push(source);
    }
    Ok((sources, repositories))
}
