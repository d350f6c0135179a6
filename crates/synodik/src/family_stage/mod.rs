//! The stage `family` of a build: who was whose, and who was punished because of whom.
//!
//! Reads the mentions of all records, says of which person each is, connects persons whom ties
//! join to families, and writes the tables `mentions`, `ties`, `families` and `cases` and what is
//! public of families. No record and no person of the stage `link` is changed.

mod cases;
mod estonian;
mod facts;
mod families;
mod keys;
mod living;
mod mention_rows;
mod one_family;
mod persons;
mod public;
mod reading;
mod settings;
mod tables;

use crate::progress::{Progress, Unit};
use anyhow::Result;
use families::{
    Family, connect_families, name_families, place_persons, previous_families, stated_edges,
};
use mention_rows::{RowContext, write_mentions};
use one_family::{MentionIdx, ties_of_family};
use persons::{ArchivePersons, find_persons, read_record_persons};
use public::PublicContext;
use reading::{MentionPlace, ReadArchive, read_archive};
use settings::FamilySettings;
use synodik_index::{FamilyWriter, PublicRules};
use synodik_store::{Archive, BuildInProgress, StoredSource};
use tables::{FamilyTables, FoundFamily};

/// How much was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct FamilyCounts {
    pub(crate) n_mentions: u64,
    pub(crate) n_ties: u64,
    pub(crate) n_families: u64,
    pub(crate) n_cases: u64,
}

/// Finds the families of an archive and writes them into the build.
pub(crate) fn find_families(
    building: &BuildInProgress,
    archive: &Archive,
    sources: &[StoredSource],
    rules: &PublicRules,
) -> Result<FamilyCounts> {
    let settings = FamilySettings::load()?;
    let n_records = sources
        .iter()
        .filter_map(|source| source.reading.as_ref())
        .map(|read| read.counts.n_records);
    // Records are read twice: for who is named, and for what is written of families.
    let mut progress = Progress::start("family", Unit::Records, n_records.sum::<u64>() * 2);
    let read = read_archive(sources, rules, &mut progress)?;
    let mut persons = read_record_persons(&read, building.folder())?;
    find_persons(&read, &mut persons, &settings);
    let shown_mentions = living::shown_mentions(&read, rules, &settings);
    let places = place_persons(&read, &persons, &shown_mentions);
    let edges = stated_edges(&read, &persons, settings.min_p_family);
    let mut families = connect_families(&read, &persons, &places, &edges);
    name_families(&mut families, &persons, &places, &previous_families(archive));
    let rows = RowContext {
        archive: &read,
        persons: &persons,
        places: &places,
        shown_mentions: &shown_mentions,
        is_in_family: &members_of(&families, &persons),
        rules,
        kept: kept_mentions(&read),
    };
    let found = write_mentions(building, sources, &rows, &mut progress)?;
    let context = PublicContext {
        archive: &read,
        persons: &persons,
        places: &places,
        shown_mentions: &shown_mentions,
        shown_words: &found.shown_words,
        facts: &found.facts,
        person_records: &records_of_persons(&persons),
        settings: &settings,
    };
    let mut counts = write_families(building, sources, &families, &context)?;
    counts.n_mentions = found.n_mentions;
    Ok(counts)
}

/// Writes the tables `ties`, `families` and `cases`, and the families that are shown.
fn write_families(
    building: &BuildInProgress,
    sources: &[StoredSource],
    families: &[Family],
    context: &PublicContext<'_>,
) -> Result<FamilyCounts> {
    let mut tables = FamilyTables::create(building, sources)?;
    let mut public = FamilyWriter::create(&building.public_folder())?;
    for family in families {
        let records_of = |person: u32| context.records_of(person).collect();
        let ties = ties_of_family(context.archive, context.persons, family, &records_of);
        let cases = cases::find_cases(context, &ties);
        let shown = context.show_family(family, &ties, &cases);
        tables.add(context, &FoundFamily { family, ties: &ties, cases: &cases, shown: &shown })?;
        if let Some(shown) = &shown.family {
            public.add(shown)?;
        }
    }
    let counts = FamilyCounts {
        n_ties: tables.n_ties,
        n_families: families.len() as u64,
        n_cases: tables.n_cases,
        ..FamilyCounts::default()
    };
    tables.finish()?;
    public.finish()?;
    Ok(counts)
}

fn members_of(families: &[Family], persons: &ArchivePersons) -> Vec<bool> {
    let mut is_in_family = vec![false; persons.ids.len()];
    for family in families {
        family.persons.iter().for_each(|person| is_in_family[*person as usize] = true);
    }
    is_in_family
}

/// The mentions of households by where they stand.
fn kept_mentions(archive: &ReadArchive) -> Vec<(MentionPlace, MentionIdx)> {
    let mut kept = Vec::new();
    for (household, household_idx) in archive.households.iter().zip(0..) {
        let places = household.places.iter().zip(0..);
        kept.extend(places.map(|(place, mention_idx)| (*place, (household_idx, mention_idx))));
    }
    kept.sort_unstable();
    kept
}

/// Persons and their records, sorted.
fn records_of_persons(persons: &ArchivePersons) -> Vec<(u32, u32)> {
    let links = persons.of_record.iter().zip(0..);
    let mut records: Vec<(u32, u32)> = links.map(|(link, record)| (link.person, record)).collect();
    records.sort_unstable();
    records
}
