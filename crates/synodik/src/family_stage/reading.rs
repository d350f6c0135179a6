//! The mentions of all records, as the reader of each source's format gives them.

use super::estonian::BookReader;
use super::inference::{Homes, InferenceRules};
use super::keys::{RecordKeys, record_keys};
use super::kin_person::kin_person_of;
use super::living::may_be_living_record;
use crate::commands::build::{reviewed_fields, stored_format};
use crate::progress::Progress;
use anyhow::Result;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use synodik_family::{Fate, KinPerson, KinReader, fates_of_mentions, mentions_of_record};
use synodik_import::Format;
use synodik_index::{PublicRules, is_shown};
use synodik_model::{
    DateSpan, DateStatement, EntryPlace, Event, EventKind, Field, Mention, Precision, Record,
};
use synodik_store::{EventRow, RecordRow, StoredChunk, StoredSource, StoredTables};

/// Where a mention stands: the place of its record in the archive, and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct MentionPlace {
    pub(super) record: u32,
    /// From 0, which is the one the record is about.
    pub(super) number: u32,
}

/// Mentions whose kinships refer to one another: those of a record, or of the entries of a
/// family in the Estonian books.
#[derive(Debug, Clone)]
pub(super) struct Household {
    /// The one the household is entered under comes first.
    pub(super) mentions: Vec<Mention>,
    /// Where each stands.
    pub(super) places: Vec<MentionPlace>,
    /// Whether it is a list of those who lived together: what happened to the first happened to all.
    pub(super) is_list: bool,
    /// Day by which those listed lived together, of a list of a household that was exiled.
    pub(super) listed_by: Option<chrono::NaiveDate>,
    /// Day by which the first had died: whoever married them did so before.
    pub(super) died_by: Option<chrono::NaiveDate>,
    /// Whether the first was grown up more than a lifetime ago, whatever became of them since.
    pub(super) is_first_old: bool,
    /// What the entry says became of those it names.
    pub(super) fates: Vec<Fate>,
    /// Whether a person has checked that nobody possibly living is named where they are.
    pub(super) is_reviewed: bool,
}

/// What is kept of every record.
#[derive(Debug, Clone)]
pub(super) struct KeptRecord {
    pub(super) record_id: String,
    /// Whether it is shown in public.
    pub(super) is_shown: bool,
    /// Under what its subject is found again.
    pub(super) keys: RecordKeys,
    /// What may show whose kin the subject is, of a record that is shown.
    pub(super) kin: Option<Box<KinPerson>>,
}

/// All records and mentions of an archive, in its order.
pub(super) struct ReadArchive {
    pub(super) records: Vec<KeptRecord>,
    /// The records of each source, and how they are read.
    pub(super) sources: Vec<(String, Range<u32>, KinReader)>,
    /// Households that name more than the subject of a record.
    pub(super) households: Vec<Household>,
    /// Pairs of mentions of which a pointer of a book says that they are one person.
    pub(super) pointed: Vec<[MentionPlace; 2]>,
    /// The records of formats whose mentions point to entries, by file and id of the entry.
    pub(super) entries: EntryIndex,
}

/// Records by the id their list gives them; two of one file with the same id are found by none.
#[derive(Debug, Default)]
pub(super) struct EntryIndex(HashMap<(String, String), Option<u32>>);

impl EntryIndex {
    fn add(&mut self, record_id: &str, entry_id: &str, record: u32) {
        let key = (file_of(record_id).to_owned(), entry_id.to_owned());
        self.0.entry(key).and_modify(|known| *known = None).or_insert(Some(record));
    }

    /// Returns the record of an entry in the file of another record.
    pub(super) fn find(&self, record_id: &str, entry_id: &str) -> Option<u32> {
        let key = (file_of(record_id).to_owned(), entry_id.to_owned());
        self.0.get(&key).copied().flatten()
    }
}

/// The part of a record id that is the same for all records of a file: source and file.
fn file_of(record_id: &str) -> &str {
    record_id.rsplit_once('.').map_or(record_id, |(file, _)| file)
}

/// Returns how the entries of a format state kin.
///
/// A format without lists of kin of its own states them in running text, if at all.
pub(crate) fn kin_reader(format: &Format) -> KinReader {
    match format {
        Format::Omsk => KinReader::Household,
        Format::EstoniaMemento => KinReader::EstonianEntry,
        Format::OpenlistCsv => KinReader::RelativesCell,
        Format::Gedcom => KinReader::Gedcom,
        _ => KinReader::Statements,
    }
}

/// Reads the mentions of all records.
pub(super) fn read_archive(
    sources: &[StoredSource],
    rules: &PublicRules,
    inference: &InferenceRules,
    progress: &mut Progress,
) -> Result<ReadArchive> {
    let mut archive = ReadArchive {
        records: Vec::new(),
        sources: Vec::new(),
        households: Vec::new(),
        pointed: Vec::new(),
        entries: EntryIndex::default(),
    };
    for source in sources {
        let reader = kin_reader(&stored_format(source)?);
        let how = HowRead {
            reader,
            rules,
            homes: inference.homes_of(&source.description.format),
            is_family_reviewed: reviewed_fields(source)?.contains(&Field::Family),
        };
        let first = archive.records.len() as u32;
        let mut tables = StoredTables::open(&source.table("records"), &source.table("events"))?;
        let mut book = BookReader::default();
        let mut next = tables.next_chunk()?;
        while let Some(chunk) = next {
            // While one chunk is read the next is unpacked.
            let (read, after) = rayon::join(|| read_chunk(&chunk, &how), || tables.next_chunk());
            next = after?;
            for read in read {
                let record = archive.records.len() as u32;
                if let Some(entry_id) = &read.entry_id {
                    archive.entries.add(&read.kept.record_id, entry_id, record);
                }
                archive.records.push(read.kept);
                match reader {
                    KinReader::EstonianEntry => book.add_line(record, &read.verbatim),
                    _ => archive.households.extend(read.household.map(|household| Household {
                        places: places_of(record, household.mentions.len()),
                        ..household
                    })),
                }
            }
            progress.add(chunk.n_records() as u64);
        }
        let (households, pointed) = book.finish();
        archive.households.extend(households);
        archive.pointed.extend(pointed);
        archive.sources.push((source.id().to_owned(), first..archive.records.len() as u32, reader));
    }
    Ok(archive)
}

fn places_of(record: u32, n_mentions: usize) -> Vec<MentionPlace> {
    (0..n_mentions as u32).map(|number| MentionPlace { record, number }).collect()
}

/// How the records of a source are read.
struct HowRead<'a> {
    reader: KinReader,
    rules: &'a PublicRules,
    homes: Homes<'a>,
    /// Whether a person has checked what the source says of relatives.
    is_family_reviewed: bool,
}

/// What one record gives.
struct ReadRecord {
    kept: KeptRecord,
    household: Option<Household>,
    /// The id of the entry, in a format whose mentions point to entries.
    entry_id: Option<String>,
    /// The entry, of a book whose lines are joined to families.
    verbatim: String,
}

/// Reads a chunk on all cores; what is read does not depend on that.
///
/// The threads stay from chunk to chunk, and with them what they know of words read before.
fn read_chunk(chunk: &StoredChunk, how: &HowRead<'_>) -> Vec<ReadRecord> {
    let records = (0..chunk.n_records()).into_par_iter();
    records.map(|record_idx| read_one(chunk, record_idx, how)).collect()
}

fn read_one(chunk: &StoredChunk, record_idx: usize, how: &HowRead<'_>) -> ReadRecord {
    let HowRead { reader, rules, homes, is_family_reviewed } = *how;
    let (row, events) = (chunk.record(record_idx), chunk.events(record_idx));
    let record = record_of(row, &events);
    let is_book = reader == KinReader::EstonianEntry;
    let mentions = match is_book {
        true => vec![synodik_family::subject_mention(&record, reader)],
        false => mentions_of_record(&record, reader),
    };
    let is_shown = is_shown(rules, row, &events);
    let kept = KeptRecord {
        record_id: row.record_id().to_owned(),
        is_shown,
        keys: record_keys(&mentions[0]),
        kin: is_shown.then(|| Box::new(kin_person_of(row, &events, &mentions[0], homes))),
    };
    let has_kin = !is_book && mentions.len() > 1;
    let household = has_kin.then(|| Household {
        is_list: reader == KinReader::Household,
        listed_by: (reader == KinReader::Household).then(|| listed_by(&record)).flatten(),
        died_by: died_by(&record),
        is_first_old: !may_be_living_record(rules, row, &events),
        fates: {
            let all: Vec<&Mention> = mentions.iter().collect();
            fates_of_mentions(row.verbatim(), &all, row.get(Field::Family))
        },
        is_reviewed: is_family_reviewed
            && row.get(Field::Family).is_some_and(|family| {
                mentions[1..].iter().all(|mention| family.contains(&mention.words))
            }),
        mentions,
        places: Vec::new(),
    });
    let verbatim = if is_book { row.verbatim().to_owned() } else { String::new() };
    let entry_id = row.get(Field::EntryId).filter(|_| reader == KinReader::Gedcom);
    ReadRecord { kept, household, entry_id: entry_id.map(str::to_owned), verbatim }
}

/// The last day on which the household of a list can have been sent away.
fn listed_by(record: &Record<'_>) -> Option<chrono::NaiveDate> {
    let moves = [EventKind::Exile, EventKind::Deportation, EventKind::Dispossession];
    let events = record.events.iter().filter(|event| moves.contains(&event.kind));
    events.filter_map(|event| event.date.as_ref()?.last()).min()
}

/// The last day on which the one the record is about can have died.
fn died_by(record: &Record<'_>) -> Option<chrono::NaiveDate> {
    let ends = record.events.iter().filter(|event| event.kind.is_end_of_life());
    ends.filter_map(|event| event.date.as_ref()?.last()).min()
}

/// Returns a stored record as the readers of kin want it: the fields that name people, the
/// birth, and the days of events.
pub(super) fn record_of<'a>(row: RecordRow<'a>, events: &[EventRow<'a>]) -> Record<'a> {
    const FIELDS: [Field; 7] = [
        Field::EntryId,
        Field::Name,
        Field::Surname,
        Field::Given,
        Field::Patronymic,
        Field::Sex,
        Field::Family,
    ];
    let place = EntryPlace {
        file_number: 0,
        entry_number: 0,
        line: row.line(),
        byte_offset: row.byte_offset(),
        byte_length: row.byte_length(),
    };
    let mut record = Record::empty(place, Cow::Borrowed(row.verbatim()));
    for field in FIELDS {
        if let Some(value) = row.get(field) {
            record.set(field, value);
        }
    }
    record.birth = date_of(row.birth_edtf(), row.birth_first(), row.birth_last());
    for event in events {
        let Some(kind) = EventKind::from_name(event.kind()) else { continue };
        let mut of_kind = Event::of(kind);
        of_kind.date = date_of(event.date_edtf(), event.date_first(), event.date_last());
        record.events.push(of_kind);
    }
    record
}

/// Returns the days of a stored date; several spans are one from the first day to the last.
fn date_of(
    edtf: Option<&str>,
    first: Option<chrono::NaiveDate>,
    last: Option<chrono::NaiveDate>,
) -> Option<DateStatement> {
    use chrono::Datelike;
    let edtf = edtf?;
    let precision = match (first, last) {
        (Some(first), Some(last)) if first == last => Precision::Day,
        (Some(first), Some(last))
            if first.year() == last.year() && first.ordinal() == 1 && last.month() == 12 =>
        {
            Precision::Year
        }
        _ => Precision::Interval,
    };
    Some(DateStatement::plain(DateSpan {
        first,
        last,
        precision,
        is_approximate: edtf.contains(['~', '%']),
        is_uncertain: edtf.contains(['?', '%']),
    }))
}
