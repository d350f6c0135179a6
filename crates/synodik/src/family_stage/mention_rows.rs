//! The rows of the table `mentions`, and what the records of families say.

use super::facts::{RecordFacts, facts_of};
use super::families::PersonPlaces;
use super::fates::{KeptFate, fate_cells, keep_fates};
use super::keys::birth_days;
use super::living::{shown_words, term_of, term_without_sex};
use super::one_family::MentionIdx;
use super::persons::{ArchivePersons, PersonLink};
use super::reading::{MentionPlace, ReadArchive, record_of};
use crate::commands::build::reviewed_fields;
use crate::progress::Progress;
use anyhow::Result;
use chrono::Datelike;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;
use synodik_family::{Fate, KinReader, fates_of_mentions, read_estonian_entry, subject_mention};
use synodik_index::{PublicRules, RecordView, publish_record};
use synodik_model::{Field, Ground, HeadCount, Mention, MentionRole};
use synodik_store::{
    BuildInProgress, Cell, RecordRow, RowsFile, StoredChunk, StoredSource, StoredTables,
    mentions_table,
};

/// What is known when the rows are written.
pub(super) struct RowContext<'a> {
    pub(super) archive: &'a ReadArchive,
    pub(super) persons: &'a ArchivePersons,
    pub(super) places: &'a PersonPlaces,
    pub(super) shown_mentions: &'a [Vec<bool>],
    /// For every person whether they are of a family.
    pub(super) is_in_family: &'a [bool],
    pub(super) rules: &'a PublicRules,
    /// The mentions in households by where they stand, sorted.
    pub(super) kept: Vec<(MentionPlace, MentionIdx)>,
}

/// What the second reading of the records gives.
pub(super) struct RecordsOfFamilies {
    /// For every record of a family what it says.
    pub(super) facts: Vec<Option<Box<RecordFacts>>>,
    /// For every household and mention whether its words may be shown.
    pub(super) shown_words: Vec<Vec<bool>>,
    pub(super) n_mentions: u64,
}

/// Writes the table `mentions` of a build.
pub(super) fn write_mentions(
    building: &BuildInProgress,
    sources: &[StoredSource],
    context: &RowContext<'_>,
    progress: &mut Progress,
) -> Result<RecordsOfFamilies> {
    let households = context.archive.households.iter();
    let mut found = RecordsOfFamilies {
        facts: vec![None; context.archive.records.len()],
        shown_words: households.map(|household| vec![false; household.mentions.len()]).collect(),
        n_mentions: 0,
    };
    for (source, (_, records, reader)) in sources.iter().zip(&context.archive.sources) {
        let mut file = building.create_table(&mentions_table(), source.id())?;
        let mut tables = StoredTables::open(&source.table("records"), &source.table("events"))?;
        let reviewed = reviewed_fields(source)?;
        let mut first = records.start;
        while let Some(chunk) = tables.next_chunk()? {
            let job =
                ChunkJob { context, chunk: &chunk, first, reader: *reader, reviewed: &reviewed };
            let n_records = chunk.n_records();
            let part = |first: usize| first..(first + RECORDS_AT_ONCE).min(n_records);
            let mut parts = (0..n_records).step_by(RECORDS_AT_ONCE).map(part);
            let mut ready = Vec::new();
            loop {
                // While the rows of some records are written those of the next are made.
                let (written, next) = rayon::join(
                    || ready.into_iter().try_for_each(|record| found.add(record, &mut file)),
                    || parts.next().map(|records| job.read(records)),
                );
                written?;
                match next {
                    Some(next) => ready = next,
                    None => break,
                }
            }
            first += chunk.n_records() as u32;
            progress.add(chunk.n_records() as u64);
        }
        file.finish()?;
    }
    Ok(found)
}

impl RecordsOfFamilies {
    fn add(&mut self, record: RecordRows<'_>, file: &mut RowsFile) -> Result<()> {
        for row in &record.rows {
            file.append(row)?;
            self.n_mentions += 1;
        }
        for ((household, mention), is_shown) in record.shown_words {
            self.shown_words[household as usize][mention as usize] = is_shown;
        }
        self.facts[record.record as usize] = record.facts;
        Ok(())
    }
}

/// So many records are written at once.
const RECORDS_AT_ONCE: usize = 1024;

struct ChunkJob<'a> {
    context: &'a RowContext<'a>,
    chunk: &'a StoredChunk,
    /// Place of the first record of the chunk in the archive.
    first: u32,
    reader: KinReader,
    reviewed: &'a [Field],
}

struct RecordRows<'a> {
    record: u32,
    rows: Vec<Vec<Cell<'a>>>,
    shown_words: Vec<(MentionIdx, bool)>,
    facts: Option<Box<RecordFacts>>,
}

/// One mention of a record with all that is known of it.
struct KnownMention<'a> {
    mention: Cow<'a, Mention>,
    place: MentionPlace,
    at: Option<MentionIdx>,
    link: Option<PersonLink>,
    is_shown: bool,
    may_show_words: bool,
}

impl<'a> ChunkJob<'a> {
    /// Reads on all cores; the rows do not depend on that.
    fn read(&self, records: Range<usize>) -> Vec<RecordRows<'a>> {
        records.into_par_iter().map(|record_idx| self.read_one(record_idx)).collect()
    }

    fn read_one(&self, record_idx: usize) -> RecordRows<'a> {
        let context = self.context;
        let record = self.first + record_idx as u32;
        let (row, events) = (self.chunk.record(record_idx), self.chunk.events(record_idx));
        let mut known = self.known_mentions(record, record_idx);
        let has_members = known.iter().any(|known| known.place.number > 0);
        let person = context.persons.of_record[record as usize].person;
        let is_wanted = context.is_in_family[person as usize] || has_members;
        let view = is_wanted.then(|| publish_record(context.rules, self.reviewed, row, &events));
        let text = match &view {
            Some(RecordView::Shown(shown)) => shown.verbatim.as_str(),
            _ => "",
        };
        let pairs: Vec<(&Mention, bool)> =
            known.iter().map(|known| (known.mention.as_ref(), known.is_shown)).collect();
        let may_show = match is_wanted {
            true => shown_words(&pairs, text),
            // The words of one who stands alone are the name, which the page of the record has.
            false => pairs.iter().map(|(_, is_shown)| *is_shown).collect(),
        };
        for (known, may_show) in known.iter_mut().zip(may_show) {
            known.may_show_words = may_show && self.is_relative_shown(known);
        }
        let sex = context.archive.records[record as usize].keys.sex;
        let fates = if is_wanted { self.fates_of(row, &known) } else { Vec::new() };
        let numbers: Vec<u32> = known.iter().map(|known| known.place.number).collect();
        let fates = keep_fates(fates, &numbers, text);
        let facts = view.as_ref().map(|view| {
            Box::new(RecordFacts { fates: fates.clone(), ..facts_of(row, &events, view, sex) })
        });
        RecordRows {
            record,
            shown_words: known.iter().filter_map(|k| Some((k.at?, k.may_show_words))).collect(),
            rows: known.iter().map(|known| self.cells(row, known, &fates)).collect(),
            facts,
        }
    }

    /// What a record says became of those it mentions: as its household was read with it; a line of
    /// a book, which is one of several of a household, is read here.
    fn fates_of(&self, row: RecordRow<'_>, known: &[KnownMention<'_>]) -> Vec<Fate> {
        if self.reader == KinReader::EstonianEntry {
            let mentions: Vec<&Mention> = known.iter().map(|k| k.mention.as_ref()).collect();
            return fates_of_mentions(row.verbatim(), &mentions, row.get(Field::Family));
        }
        let household = known.iter().find_map(|known| known.at);
        household.map_or_else(Vec::new, |(household, _)| {
            self.context.archive.households[household as usize].fates.clone()
        })
    }

    /// The mentions of a record: those kept, and the others read anew.
    fn known_mentions(&self, record: u32, record_idx: usize) -> Vec<KnownMention<'a>> {
        let context = self.context;
        let first = context.kept.partition_point(|(place, _)| place.record < record);
        let kept = context.kept[first..].iter().take_while(|(place, _)| place.record == record);
        let mut known: Vec<KnownMention<'a>> = kept
            .map(|&(place, at)| {
                let (household, mention) = (at.0 as usize, at.1 as usize);
                KnownMention {
                    mention: Cow::Borrowed(
                        &context.archive.households[household].mentions[mention],
                    ),
                    place,
                    at: Some(at),
                    link: context.persons.of_mention[household][mention],
                    is_shown: context.shown_mentions[household][mention],
                    may_show_words: false,
                }
            })
            .collect();
        let is_book = self.reader == KinReader::EstonianEntry;
        if !known.is_empty() && !is_book {
            return known;
        }
        let row = self.chunk.record(record_idx);
        let mut fresh = match is_book {
            true => read_estonian_entry(row.verbatim()).mentions,
            false => Vec::new(),
        };
        if fresh.is_empty() {
            let events = self.chunk.events(record_idx);
            fresh.push(subject_mention(&record_of(row, &events), self.reader));
        }
        let is_record_shown = context.archive.records[record as usize].is_shown;
        for (mention, number) in fresh.into_iter().zip(0..) {
            if known.iter().any(|known| known.place.number == number) {
                continue;
            }
            let is_subject = number == 0;
            known.push(KnownMention {
                mention: Cow::Owned(mention),
                place: MentionPlace { record, number },
                at: None,
                link: is_subject.then(|| context.persons.of_record[record as usize]),
                is_shown: is_subject && is_record_shown,
                may_show_words: false,
            });
        }
        known.sort_by_key(|known| known.place);
        known
    }

    /// Whether the one to whom the kinship refers is shown, if there is one.
    fn is_relative_shown(&self, known: &KnownMention<'_>) -> bool {
        let Some((household, _)) = known.at.filter(|_| known.mention.kinship.is_some()) else {
            return true;
        };
        self.context.shown_mentions[household as usize][known.mention.relative_to]
    }

    /// Returns the cells of a row; `mentions_table` names them.
    fn cells(
        &self,
        row: RecordRow<'a>,
        known: &KnownMention<'a>,
        fates: &[KeptFate],
    ) -> Vec<Cell<'a>> {
        let context = self.context;
        let mention = known.mention.as_ref();
        let record_id = row.record_id();
        let owned =
            |text: Option<String>| text.map_or(Cell::Absent, |text| Cell::Text(text.into()));
        let kinship = mention.kinship.as_ref();
        let relative = known.at.filter(|_| kinship.is_some()).map(|(household, _)| {
            context.archive.households[household as usize].places[mention.relative_to]
        });
        let is_open = known.is_shown && self.is_relative_shown(known);
        let shown_relation = kinship.map(|kinship| match is_open {
            true => term_of(kinship),
            false => term_without_sex(kinship).to_owned(),
        });
        let relative_id = relative.map(|place| {
            let record_id = &context.archive.records[place.record as usize].record_id;
            format!("{record_id}#{}", place.number)
        });
        let person_id =
            |ids: &'a [String]| known.link.map(|link| ids[link.person as usize].as_str());
        let record = &context.archive.records[known.place.record as usize];
        let is_record_shown = record.is_shown;
        let is_relative_public =
            relative.is_none_or(|place| context.archive.records[place.record as usize].is_shown);
        let shown_p = known.link.filter(|_| known.is_shown).map(|link| {
            let of_record = context.persons.shown_as[known.place.record as usize].as_ref();
            of_record.filter(|_| known.place.number == 0).map_or(link.p, |(_, p)| *p)
        });
        let shown_person =
            known.link.and_then(|link| context.places.shown_as[link.person as usize].as_deref());
        let mut cells = vec![
            owned(Some(format!("{record_id}#{}", known.place.number))),
            Cell::text(Some(record_id)),
            Cell::text(Some(row.source_id())),
            Cell::text(Some(row.file())),
            Cell::Count(row.line()),
            Cell::Count(row.byte_offset()),
            Cell::text(person_id(&context.persons.ids)),
            known.link.map_or(Cell::Absent, |link| Cell::Share(link.p)),
            Cell::text(Some(role_name(mention.role))),
            Cell::Flag(known.is_shown),
            Cell::Flag(is_record_shown),
            owned(kinship.map(term_of)),
            Cell::text(kinship.map(|_| ground_name(mention.kinship_ground))),
            owned(mention.relation_stated.clone()),
            owned(relative_id.clone()),
        ];
        cells.extend(name_cells(mention));
        cells.extend(fact_cells(mention, row, known.place.number));
        let [all_fates, shown_fates] =
            fate_cells(fates, known.place.number, known.is_shown && is_record_shown);
        cells.push(all_fates);
        cells.push(Cell::text(shown_person.filter(|_| known.is_shown)));
        cells.push(shown_p.map_or(Cell::Absent, Cell::Share));
        cells.push(owned(shown_relation.filter(|_| is_relative_public)));
        cells.push(owned(relative_id.filter(|_| is_relative_public)));
        cells.push(owned(mention.relation_stated.clone().filter(|_| is_open)));
        cells.push(owned(known.may_show_words.then(|| mention.words.clone())));
        cells.push(shown_fates);
        cells
    }
}

/// Surname, as stated, given name, patronymic, variants.
fn name_cells(mention: &Mention) -> [Cell<'static>; 5] {
    let variants = mention.name_variants.join("; ");
    let variants = (!variants.is_empty()).then_some(variants);
    let parts = [&mention.surname, &mention.surname_stated, &mention.given, &mention.patronymic];
    let [surname, stated, given, patronymic] = parts.map(Clone::clone);
    [surname, stated, given, patronymic, variants]
        .map(|text| text.map_or(Cell::Absent, |text| Cell::Text(text.into())))
}

/// Birth, age, sex, count, span and words.
fn fact_cells(mention: &Mention, row: RecordRow<'_>, number: u32) -> Vec<Cell<'static>> {
    let stored = row.birth_edtf().filter(|_| number == 0 && mention.role != MentionRole::Member);
    let birth = stored
        .map(str::to_owned)
        .or_else(|| mention.birth.as_ref().map(synodik_model::DateStatement::to_edtf));
    let days = birth_days(mention);
    let year = |day: Option<chrono::NaiveDate>| Cell::year(day.map(|day| day.year()));
    let text = |text: Option<String>| text.map_or(Cell::Absent, |text| Cell::Text(text.into()));
    let months = mention.age.as_ref().map(|age| u64::from(age.months));
    let count = |count: Option<u64>| count.map_or(Cell::Absent, Cell::Count);
    let has_words = !mention.words.is_empty();
    let span = [mention.span.start, mention.span.end].map(|at| has_words.then_some(at as u64));
    vec![
        text(birth),
        Cell::year(mention.birth.as_ref().and_then(|birth| birth.primary_year())),
        year(days.and_then(|(first, _)| first)),
        year(days.and_then(|(_, last)| last)),
        count(months.map(|months| months / 12)),
        count(months),
        text(mention.sex.map(|(sex, _)| sex.name().to_owned())),
        text(mention.sex.map(|(_, ground)| ground_name(ground).to_owned())),
        count(match mention.count {
            HeadCount::One => Some(1),
            HeadCount::Stated(number) => Some(u64::from(number)),
            HeadCount::Several => None,
        }),
        count(span[0]),
        count(span[1]),
        text(has_words.then(|| mention.words.clone())),
    ]
}

fn role_name(role: MentionRole) -> &'static str {
    match role {
        MentionRole::Subject => "subject",
        MentionRole::Head => "head",
        MentionRole::Member => "member",
    }
}

fn ground_name(ground: Ground) -> &'static str {
    match ground {
        Ground::Stated => "stated",
        Ground::Kinship => "kinship",
        Ground::Name => "name",
        Ground::Place => "place",
    }
}
