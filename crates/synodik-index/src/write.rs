//! Writes the public index, the same bytes for the same records.
//!
//! Records go in turn to a fixed number of segments, which are filled in
//! parallel and named by number, so the result does not depend on the machine.

use crate::annotate::{LIMITS_INSTRUMENT, annotate_shown, is_counted, limit_region};
use crate::counts::DatedRecord;
use crate::error::IndexError;
use crate::links::{PublicLinks, RecordLinks};
use crate::matched::NAME_FIELDS;
use crate::measures::{measure_of_event, measure_of_flag, measures_of};
use crate::places::{StayCounts, stay_terms, within_terms};
use crate::publish::{PublicRules, publish_record};
use crate::schema::{IndexFields, initial_term, latin_script_term, schema};
use crate::stations::Placer;
use crate::statistics_fields::{add_kin, add_statistics, is_persecution};
use crate::view::{ArchiveCounts, ArchiveFile, PublicRecord, RecordView};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc;
use synodik_model::{EventKind, Field};
use synodik_names::{Script, fold_words, latin_key};
use synodik_places::Gazetteer;
use synodik_store::{EventRow, RecordRow, StoredChunk};
use tantivy::index::SegmentId;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::{Index, IndexSettings, TantivyDocument};

/// Segments filled at the same time.
const N_LANES: usize = 2;

/// Records after which a lane starts its next segment; bounds the memory of a build.
const SEGMENT_RECORDS: u64 = 500_000;

/// Bytes of memory a segment may take before it is written; above what any needs.
const SEGMENT_MEMORY_BYTES: usize = 2_000_000_000;

/// An event that may have lain in more years than this counts for its first year only.
const MAX_EVENT_YEARS: i32 = 10;

/// Name of the file beside the index that describes archive and sources.
pub(crate) const ARCHIVE_FILE: &str = "archive.json";

/// Some records of one source, to be indexed.
pub struct IndexChunk {
    /// The records with their events.
    pub rows: StoredChunk,
    /// Position of the first among all records of the archive, from 0.
    pub first_ordinal: u64,
    /// Fields of this source that a person has reviewed.
    pub reviewed: Arc<[Field]>,
}

/// What was indexed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexCounts {
    /// Placeholders, by source.
    pub n_withheld: BTreeMap<String, u64>,
    /// First and last year of a dated act of persecution that is shown.
    pub event_years: Option<(i32, i32)>,
    /// Records that have an event of a kind and are shown, by identifier of the kind.
    pub n_by_event: BTreeMap<String, u64>,
    /// Counts for the pages of the codex.
    pub archive: ArchiveCounts,
    /// Position and name of the first record that is shown and has a name.
    pub first_name: Option<(u64, String)>,
    /// Numbers of the different places that are shown, as written.
    pub places: HashSet<u64>,
    /// Records by the years of their events, sorted.
    pub dated: Vec<DatedRecord>,
    /// Places of all records that are shown.
    pub stays: StayCounts,
}

/// Writes the index of all records into a folder.
///
/// # Shape
///
/// `chunks` come in the order of the records. `on_progress` gets the number of
/// records of each chunk when it is handed on. `links` goes by the same order. Words of
/// places are looked up in the gazetteer.
///
/// # Errors
///
/// [`IndexError`] when the disk does not take it; whatever `chunks` gives.
pub fn write_index<E: From<IndexError>>(
    folder: &Path,
    (rules, gazetteer): (&PublicRules, &Gazetteer),
    links: &PublicLinks,
    chunks: impl Iterator<Item = Result<IndexChunk, E>>,
    mut on_progress: impl FnMut(u64),
) -> Result<IndexCounts, E> {
    let lanes = std::thread::scope(|scope| -> Result<Vec<LaneResult>, E> {
        let mut senders = Vec::new();
        let mut threads = Vec::new();
        for lane_idx in 0..N_LANES {
            let (sender, receiver) = mpsc::sync_channel::<IndexChunk>(2);
            senders.push(sender);
            let job = LaneJob { folder, rules, gazetteer, links, lane_idx };
            threads.push(scope.spawn(move || fill_lane(&job, &receiver)));
        }
        let mut failure = None;
        for (chunk_idx, chunk) in chunks.enumerate() {
            match chunk {
                Ok(chunk) => {
                    on_progress(chunk.rows.n_records() as u64);
                    // A lane that ended early tells why below.
                    if senders[chunk_idx % N_LANES].send(chunk).is_err() {
                        break;
                    }
                }
                Err(error) => {
                    failure = Some(error);
                    break;
                }
            }
        }
        drop(senders);
        let mut lanes = Vec::new();
        for thread in threads {
            let lane = thread.join().unwrap_or(Err(IndexError::Crashed));
            lanes.push(lane.map_err(E::from)?);
        }
        failure.map_or(Ok(lanes), Err)
    })?;
    let mut counts = IndexCounts::default();
    let mut segments = Vec::new();
    for lane in lanes {
        segments.extend(lane.segments);
        counts.merge(lane.counts);
    }
    counts.dated.sort_unstable();
    join_segments(folder, segments)?;
    Ok(counts)
}

/// Writes the description of archive and sources beside the index.
///
/// # Errors
///
/// [`IndexError::File`] when the disk does not take it.
pub fn write_archive_file(folder: &Path, archive: &ArchiveFile) -> Result<(), IndexError> {
    let path = folder.join(ARCHIVE_FILE);
    let text = serde_json::to_vec(archive).map_err(IndexError::Json)?;
    std::fs::write(&path, text).map_err(|cause| IndexError::File { path, cause })
}

impl IndexCounts {
    fn merge(&mut self, other: IndexCounts) {
        for (source_id, n_withheld) in other.n_withheld {
            *self.n_withheld.entry(source_id).or_default() += n_withheld;
        }
        for (kind, n_records) in other.n_by_event {
            *self.n_by_event.entry(kind).or_default() += n_records;
        }
        if let Some((first, last)) = other.event_years {
            self.add_years(first, last);
        }
        self.archive.merge(other.archive);
        self.dated.extend(other.dated);
        self.stays.merge(other.stays);
        self.places.extend(other.places);
        if let Some((ordinal, name)) = other.first_name {
            self.add_name(ordinal, &name);
        }
    }

    /// Keeps the name of the record that comes first.
    fn add_name(&mut self, ordinal: u64, name: &str) {
        let is_first = self.first_name.as_ref().is_none_or(|(known, _)| ordinal < *known);
        if is_first && !name.is_empty() {
            self.first_name = Some((ordinal, name.to_owned()));
        }
    }

    fn add_years(&mut self, first: i32, last: i32) {
        let known = self.event_years.unwrap_or((first, last));
        self.event_years = Some((known.0.min(first), known.1.max(last)));
    }
}

struct LaneResult {
    segments: Vec<Segment>,
    counts: IndexCounts,
}

/// One finished segment in a folder of its own.
struct Segment {
    folder: PathBuf,
    id: SegmentId,
    n_records: u32,
}

/// What a lane needs besides its records.
struct LaneJob<'a> {
    folder: &'a Path,
    rules: &'a PublicRules,
    gazetteer: &'a Gazetteer,
    links: &'a PublicLinks,
    lane_idx: usize,
}

fn fill_lane(
    job: &LaneJob<'_>,
    chunks: &mpsc::Receiver<IndexChunk>,
) -> Result<LaneResult, IndexError> {
    let LaneJob { folder, rules, gazetteer, links, lane_idx } = *job;
    let mut placer = Placer::of(gazetteer);
    let (_, fields) = schema();
    let mut result = LaneResult { segments: Vec::new(), counts: IndexCounts::default() };
    let mut open: Option<(PathBuf, SingleSegmentIndexWriter, u64)> = None;
    for chunk in chunks {
        if open.is_none() {
            let place = folder.join(format!("lane-{lane_idx}-{}", result.segments.len()));
            open = Some((place.clone(), create_segment(&place)?, 0));
        }
        let Some((_, writer, n_records)) = &mut open else { continue };
        for record_idx in 0..chunk.rows.n_records() {
            let record = chunk.rows.record(record_idx);
            let events = chunk.rows.events(record_idx);
            let view = publish_record(rules, &chunk.reviewed, record, &events);
            let ordinal = chunk.first_ordinal + record_idx as u64;
            let mut document =
                document_of(&fields, ordinal, &view, (record, &events), &mut result.counts)?;
            add_links(&fields, &view, links.of_record(ordinal), &mut document)?;
            if let RecordView::Shown(shown) = &view {
                let stations = placer.stations(shown);
                let stays = stay_terms(&stations);
                result.counts.stays.add(&stays);
                stays.iter().for_each(|term| document.add_text(fields.stay, term));
                for term in within_terms(&stations, gazetteer) {
                    document.add_text(fields.within, &term);
                }
            }
            writer.add_document(document)?;
        }
        *n_records += chunk.rows.n_records() as u64;
        if *n_records >= SEGMENT_RECORDS {
            result.segments.extend(open.take().map(finish_segment).transpose()?);
        }
    }
    result.segments.extend(open.take().map(finish_segment).transpose()?);
    Ok(result)
}

fn create_segment(folder: &Path) -> Result<SingleSegmentIndexWriter, IndexError> {
    let create = || std::fs::create_dir_all(folder);
    create().map_err(|cause| IndexError::File { path: folder.to_owned(), cause })?;
    let writer = Index::builder()
        .schema(schema().0)
        .settings(IndexSettings { docstore_compress_dedicated_thread: false, ..Default::default() })
        .single_segment_index_writer(
            tantivy::directory::MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?,
            SEGMENT_MEMORY_BYTES,
        )?;
    Ok(writer)
}

fn finish_segment(
    (folder, writer, _): (PathBuf, SingleSegmentIndexWriter, u64),
) -> Result<Segment, IndexError> {
    let index = writer.finalize()?;
    let metas = index.searchable_segment_metas()?;
    let meta = metas.first().ok_or(IndexError::Crashed)?;
    Ok(Segment { folder, id: meta.id(), n_records: meta.max_doc() })
}

/// Moves the segments into one index and gives them numbers instead of random names.
fn join_segments(folder: &Path, segments: Vec<Segment>) -> Result<(), IndexError> {
    let file_error = |path: &Path| {
        let path = path.to_owned();
        move |cause| IndexError::File { path, cause }
    };
    let index = Index::create_in_dir(folder, schema().0)?;
    let mut metas = index.load_metas()?;
    let mut names = vec!["meta.json".to_owned()];
    for (segment, number) in segments.iter().zip(1_u32..) {
        let id = SegmentId::from_uuid_string(&format!("{number:032x}"))
            .map_err(|_| IndexError::Crashed)?;
        let old_name = segment.id.uuid_string();
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&segment.folder).map_err(file_error(&segment.folder))? {
            let entry = entry.map_err(file_error(&segment.folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some(ending) = name.strip_prefix(&old_name) {
                found.push((entry.path(), format!("{}{ending}", id.uuid_string())));
            }
        }
        found.sort();
        for (from, name) in found {
            std::fs::rename(&from, folder.join(&name)).map_err(file_error(&from))?;
            names.push(name);
        }
        std::fs::remove_dir_all(&segment.folder).map_err(file_error(&segment.folder))?;
        metas.segments.push(index.new_segment_meta(id, segment.n_records));
    }
    names.sort();
    let write = |name: &str, bytes: Result<Vec<u8>, serde_json::Error>| {
        let path = folder.join(name);
        // The library lets only the user who builds read these two; another one serves.
        std::fs::remove_file(&path).map_err(file_error(&path))?;
        std::fs::write(&path, bytes.map_err(IndexError::Json)?).map_err(file_error(&path))
    };
    write("meta.json", serde_json::to_vec(&metas))?;
    write(".managed.json", serde_json::to_vec(&names))?;
    let locks = [".tantivy-writer.lock", ".tantivy-meta.lock"];
    for lock in locks {
        let _ = std::fs::remove_file(folder.join(lock));
    }
    Ok(())
}

fn document_of(
    fields: &IndexFields,
    ordinal: u64,
    view: &RecordView,
    (record, events): (RecordRow<'_>, &[EventRow<'_>]),
    counts: &mut IndexCounts,
) -> Result<TantivyDocument, IndexError> {
    let mut document = TantivyDocument::new();
    document.add_bytes(fields.view, &serde_json::to_vec(view).map_err(IndexError::Json)?);
    document.add_text(fields.record_id, record.record_id());
    document.add_u64(fields.ordinal, ordinal);
    match view {
        RecordView::Withheld { source_id, .. } => {
            *counts.n_withheld.entry(source_id.clone()).or_default() += 1;
        }
        RecordView::Shown(shown) => {
            counts.add_name(ordinal, &shown.name);
            add_names(fields, shown, &mut document);
            add_places(fields, shown, &mut document, counts);
            add_birth(fields, record, &mut document);
            add_events(fields, record, events, (&mut document, counts));
            add_instruments(fields, shown, &mut document, &mut counts.archive);
            add_statistics(fields, shown, &mut document);
            add_kin(fields, shown, &mut document);
            counts.add_dated(ordinal, shown);
        }
    }
    Ok(document)
}

/// Adds person and links; a placeholder has none, whatever is handed in.
fn add_links(
    fields: &IndexFields,
    view: &RecordView,
    links: Option<RecordLinks>,
    document: &mut TantivyDocument,
) -> Result<(), IndexError> {
    if let (RecordView::Shown(_), Some(links)) = (view, links) {
        document.add_bytes(fields.links, &serde_json::to_vec(&links).map_err(IndexError::Json)?);
        if let Some(person) = &links.person {
            document.add_text(fields.person, &person.person_id);
        }
    }
    Ok(())
}

fn add_names(fields: &IndexFields, shown: &PublicRecord, document: &mut TantivyDocument) {
    let mut words: Vec<(String, Script)> = Vec::with_capacity(8);
    let mut initials: Vec<String> = Vec::with_capacity(4);
    for field in NAME_FIELDS {
        let Some(name) = shown.get(field) else { continue };
        let mut word_idx = 0;
        fold_words(name, |word, script| {
            // An initial stands for a given name or a patronymic; a full name has them
            // behind the surname.
            let is_surname = field == Field::Surname || (field == Field::Name && word_idx == 0);
            word_idx += 1;
            if !is_surname {
                initials.push(initial_term(word));
            }
            if !words.iter().any(|(known, _)| known == word) {
                words.push((word.to_owned(), script));
            }
        });
    }
    for initial in sorted_once(initials) {
        let key = initial_term(&latin_key(initial.trim_end_matches('.')));
        document.add_text(fields.name_key, key);
        document.add_text(fields.name, initial);
    }
    for (word, script) in words {
        let key = latin_key(&word);
        if script == Script::Latin {
            document.add_text(fields.name_key, latin_script_term(&key));
        }
        document.add_text(fields.name_key, key);
        document.add_text(fields.name, word);
    }
}

fn add_places(
    fields: &IndexFields,
    shown: &PublicRecord,
    document: &mut TantivyDocument,
    counts: &mut IndexCounts,
) {
    let of_record = [Field::BirthPlace, Field::Residence, Field::Street];
    let of_record = of_record.into_iter().filter_map(|field| shown.get(field));
    let of_events = shown.events.iter().filter_map(|event| event.place.as_deref());
    let mut words: Vec<String> = Vec::with_capacity(16);
    for place in of_record.chain(of_events) {
        counts.places.insert(place_number(place));
        fold_words(place, |word, _| {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        });
    }
    for word in words {
        let key = latin_key(&word);
        if key != word {
            document.add_text(fields.place, key);
        }
        document.add_text(fields.place, word);
    }
}

/// Returns a number that tells places as written apart (FNV-1a, 64 bits); signs and the size of
/// letters do not count.
fn place_number(place: &str) -> u64 {
    let letters = place.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).fold(0xcbf2_9ce4_8422_2325, |number, letter| {
        (number ^ u64::from(letter)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn add_birth(fields: &IndexFields, record: RecordRow<'_>, document: &mut TantivyDocument) {
    let year = |day: Option<NaiveDate>| day.map(|day| i64::from(day.year()));
    let (first, last) = (year(record.birth_first()), year(record.birth_last()));
    // An open end counts as the end that is known.
    let (Some(first), Some(last)) = (first.or(last), last.or(first)) else { return };
    document.add_i64(fields.birth_first, first);
    document.add_i64(fields.birth_last, last);
    if first / 10 == last / 10 {
        document.add_i64(fields.birth_decade, first / 10 * 10);
    }
}

fn add_events(
    fields: &IndexFields,
    record: RecordRow<'_>,
    events: &[EventRow<'_>],
    (document, counts): (&mut TantivyDocument, &mut IndexCounts),
) {
    document.add_text(fields.source, record.source_id());
    if let Some(nationality) = record.get(Field::Nationality) {
        document.add_text(fields.nationality, nationality.trim().to_lowercase());
    }
    let mut kinds: Vec<&str> = Vec::new();
    let mut years: Vec<i32> = Vec::new();
    let mut kind_years: Vec<String> = Vec::new();
    let mut measures: Vec<&str> =
        record.get(Field::DeathSentence).and_then(measure_of_flag).into_iter().collect();
    for event in events {
        kinds.push(event.kind());
        measures.extend(measure_of_event(event.kind()));
        measures.extend(event.measure().map(measures_of).unwrap_or_default());
        let year = |day: Option<NaiveDate>| day.map(|day| day.year());
        let (first, last) = (year(event.date_first()), year(event.date_last()));
        let (Some(first), Some(last)) = (first.or(last), last.or(first)) else { continue };
        let last = if last - first > MAX_EVENT_YEARS { first } else { last };
        years.extend(first..=last);
        kind_years.extend((first..=last).map(|year| format!("{}/{year}", event.kind())));
        if is_persecution(event.kind()) {
            counts.add_years(first, last);
        }
    }
    for kind in sorted_once(kinds) {
        *counts.n_by_event.entry(kind.to_owned()).or_default() += 1;
        document.add_text(fields.event, kind);
    }
    for measure in sorted_once(measures) {
        document.add_text(fields.measure, measure);
    }
    for year in sorted_once(years) {
        document.add_i64(fields.event_year, i64::from(year));
    }
    for kind_year in sorted_once(kind_years) {
        document.add_text(fields.event_in_year, kind_year);
    }
}

/// Adds the instruments of the codex that the events are counted for.
fn add_instruments(
    fields: &IndexFields,
    shown: &PublicRecord,
    document: &mut TantivyDocument,
    counts: &mut ArchiveCounts,
) {
    let mut instruments: Vec<&str> = Vec::new();
    for (event_idx, annotations) in annotate_shown(shown) {
        let event = &shown.events[event_idx];
        let counted = annotations.iter().filter(|annotation| is_counted(annotation));
        let of_event: Vec<&str> = sorted_once(
            counted.map(|annotation| annotation.instrument.instrument_id.as_str()).collect(),
        );
        if of_event.contains(&LIMITS_INSTRUMENT) && event.kind == EventKind::Sentence.name() {
            counts.add_limited(limit_region(shown, event), event);
        }
        instruments.extend(of_event);
    }
    for instrument_id in sorted_once(instruments) {
        *counts.by_instrument.entry(instrument_id.to_owned()).or_default() += 1;
        document.add_text(fields.instrument, instrument_id);
    }
    counts.add_open_executions(shown);
    counts.add_dated_events(shown);
}

pub(crate) fn sorted_once<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}
