//! The stage `family` of a build: who was whose, and who was punished because of whom.
//!
//! Reads the mentions of all records, says of which person each is, connects persons whom ties
//! join to families, and writes the tables `mentions`, `ties`, `families`, `cases` and `children` and what is
//! public of families. No record and no person of the stage `link` is changed.

mod cases;
mod children;
mod estonian;
mod facts;
mod families;
mod fates;
mod inference;
mod keys;
mod kin_person;
mod living;
mod mention_rows;
mod one_family;
mod persons;
mod public;
mod reading;
mod settings;
mod tables;

pub(crate) use kin_person::{birth_years_of, learn_person, record_to_read};
pub(crate) use reading::kin_reader;

use crate::progress::{Progress, Unit};
use anyhow::Result;
use families::{
    Edge, Family, PersonPlaces, connect_families, name_families, place_persons, previous_families,
    stated_edges,
};
use inference::{FoundKin, InferenceRules, infer_archive, joining_kin};
use mention_rows::{RowContext, write_mentions};
use one_family::{MentionIdx, ties_of_family};
use persons::{ArchivePersons, find_persons, read_record_persons};
use public::PublicContext;
use rayon::prelude::*;
use reading::{MentionPlace, ReadArchive, read_archive};
use settings::FamilySettings;
use synodik_index::{FamilyDocument, FamilyWriter, PublicRules};
use synodik_store::{Archive, BuildInProgress, StoredSource};
use tables::{FamilyRows, FamilyTables, FoundFamily};

/// How much was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct FamilyCounts {
    pub(crate) n_mentions: u64,
    pub(crate) n_ties: u64,
    /// Ties that no record states.
    pub(crate) n_inferred: u64,
    /// Ties put aside because they cannot hold beside stronger ones.
    pub(crate) n_cut: u64,
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
    let inference = InferenceRules::load()?;
    let n_records = sources
        .iter()
        .filter_map(|source| source.reading.as_ref())
        .map(|read| read.counts.n_records);
    // Records are read twice: for who is named, and for what is written of families.
    let mut progress = Progress::start("family", Unit::Records, n_records.sum::<u64>() * 2);
    let read = read_archive(sources, rules, &inference, &mut progress)?;
    let mut persons = read_record_persons(&read, building.folder())?;
    find_persons(&read, &mut persons, &settings);
    let shown_mentions = living::shown_mentions(&read, rules, &settings);
    let places = place_persons(&read, &persons, &shown_mentions);
    let inferred = infer_archive(&read, &persons, &places, building.folder(), &inference)?;
    let known = Known { archive: &read, persons: &persons, places: &places };
    let stated = stated_edges(&read, &persons, settings.min_p_family);
    let mut families = known.connect(stated, &inferred, &inference);
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
        inferred: &inferred,
    };
    let mut counts = write_families(building, sources, &families, &context)?;
    counts.n_mentions = found.n_mentions;
    Ok(counts)
}

/// What is known before families are looked at.
struct Known<'a> {
    archive: &'a ReadArchive,
    persons: &'a ArchivePersons,
    places: &'a PersonPlaces,
}

impl Known<'_> {
    /// Connects people by what is stated and by what is inferred and can hold beside it.
    fn connect(
        &self,
        stated: Vec<Edge>,
        inferred: &[FoundKin],
        rules: &InferenceRules,
    ) -> Vec<Family> {
        let n_persons = self.persons.ids.len();
        let joining = joining_kin(inferred, &stated, n_persons, rules);
        let mut edges = stated;
        let n_stated = edges.len();
        edges.extend(joining.iter().map(|kin| kin.persons));
        let families = connect_families(self.archive, self.persons, self.places, &edges);
        let cut = self.cut_edges(&families, inferred);
        if cut.is_empty() {
            return families;
        }
        // A tie that cannot hold joins nobody. What held beside it holds without it.
        let mut place = 0;
        edges.retain(|edge| {
            place += 1;
            place <= n_stated || cut.binary_search(edge).is_err()
        });
        connect_families(self.archive, self.persons, self.places, &edges)
    }

    /// The inferred ties that cannot hold, by their persons, sorted.
    fn cut_edges(&self, families: &[Family], inferred: &[FoundKin]) -> Vec<Edge> {
        let records = records_of_persons(self.persons);
        let records_of = |person: u32| records_of(&records, person).collect();
        let cut_of = |family: &Family| -> Vec<Edge> {
            if inference::kin_within(inferred, &family.persons).is_empty() {
                return Vec::new();
            }
            let found = ties_of_family(self.archive, self.persons, family, inferred, &records_of);
            let pairs = found.cut.iter().filter_map(|cut| {
                let [a, b] =
                    [cut.tie.first, cut.tie.second].map(|number| found.members[number].person);
                Some([(a?, b?), (b?, a?)])
            });
            pairs.flatten().collect()
        };
        let mut cut: Vec<Edge> = families.par_iter().flat_map_iter(cut_of).collect();
        cut.sort_unstable();
        cut
    }
}

/// So many families are described at once: enough for all cores, few enough to be kept.
const FAMILIES_AT_ONCE: usize = 1024;

/// A family as it is written.
struct DescribedFamily {
    rows: FamilyRows,
    /// None for a family of which nobody is shown.
    document: Option<FamilyDocument>,
}

/// Finds ties and cases of families, on all cores; what is found does not depend on that.
fn describe_families(
    families: &[Family],
    context: &PublicContext<'_>,
) -> Result<Vec<DescribedFamily>> {
    let describe = |family: &Family| {
        let records_of = |person: u32| context.records_of(person).collect();
        let ties =
            ties_of_family(context.archive, context.persons, family, context.inferred, &records_of);
        let cases = cases::find_cases(context, &ties);
        let shown = context.show_family(family, &ties, &cases);
        let found = FoundFamily { family, ties: &ties, cases: &cases, shown: &shown };
        let rows = FamilyRows::of(context, &found);
        let document = shown.family.as_ref().map(FamilyDocument::of).transpose()?;
        Ok(DescribedFamily { rows, document })
    };
    families.par_iter().map(describe).collect()
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
    let mut chunks = families.chunks(FAMILIES_AT_ONCE);
    let mut described: Vec<DescribedFamily> = Vec::new();
    loop {
        // While one chunk is written the next is made ready.
        let (written, next) = rayon::join(
            || -> Result<()> {
                for family in described {
                    tables.add(&family.rows)?;
                    family.document.map_or(Ok(()), |document| public.add(document))?;
                }
                Ok(())
            },
            || chunks.next().map(|chunk| describe_families(chunk, context)).transpose(),
        );
        written?;
        match next? {
            Some(next) => described = next,
            None => break,
        }
    }
    let counts = FamilyCounts {
        n_ties: tables.n_ties,
        n_inferred: tables.n_inferred,
        n_cut: tables.n_cut,
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

/// The records of a person, of persons and their records, sorted.
fn records_of(person_records: &[(u32, u32)], person: u32) -> impl Iterator<Item = u32> + '_ {
    let first = person_records.partition_point(|(of, _)| *of < person);
    let records = person_records[first..].iter().take_while(move |(of, _)| *of == person);
    records.map(|(_, record)| *record)
}

/// Persons and their records, sorted.
fn records_of_persons(persons: &ArchivePersons) -> Vec<(u32, u32)> {
    let links = persons.of_record.iter().zip(0..);
    let mut records: Vec<(u32, u32)> = links.map(|(link, record)| (link.person, record)).collect();
    records.sort_unstable();
    records
}
