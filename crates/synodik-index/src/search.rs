//! Opens a public index and answers questions.

use crate::collect::{
    BestHits, Found, FoundRecord, SEARCH_FACETS, SEARCH_FACETS_OF_EVENT, SegmentColumns,
};
use crate::error::IndexError;
use crate::families::FamilyFiles;
use crate::links::{LinkModel, RecordLinks, read_link_model};
use crate::matched::match_words;
use crate::places::{PlacesFile, StayCollector, StayCounts, within_term};
use crate::query::{QueryWord, WidenedWord, build_query, parse_place, parse_words, widen_words};
use crate::read_only::ReadOnlyFolder;
use crate::schema::{IndexFields, schema};
use crate::stations::StationKind;
use crate::view::{
    ArchiveCounts, ArchiveFile, ArchiveSummary, Citation, Hit, MAX_HITS, PublicRecord,
    PublicSource, RecordView, SearchRequest, SearchResult, Statistics,
};
use crate::widen::{Reach, SCORE_TYPED};
use crate::write::ARCHIVE_FILE;
use std::path::Path;
use std::sync::OnceLock;
use synodik_places::Gazetteer;
use tantivy::directory::MmapDirectory;
use tantivy::query::{ExistsQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocAddress, Index, ReloadPolicy, Searcher, TantivyDocument, Term};

/// With fewer records of the same name than this, similar spellings are added.
const ENOUGH_SAME_NAME: u64 = 20;

/// Most records of a person that are given.
const MAX_PERSON_RECORDS: usize = 200;

/// An open public index.
pub struct PublicIndex {
    archive: ArchiveFile,
    searcher: Searcher,
    /// By segment.
    columns: Vec<SegmentColumns>,
    fields: IndexFields,
    link_model: LinkModel,
    families: Option<FamilyFiles>,
    places: PlacesFile,
    gazetteer: Gazetteer,
    /// Counts over all records, once somebody has asked for them.
    all: OnceLock<Statistics>,
}

impl PublicIndex {
    /// Opens the index in a folder (`builds/<n>/public`).
    ///
    /// # Errors
    ///
    /// [`IndexError`] when there is none or it is damaged.
    pub fn open(folder: &Path) -> Result<PublicIndex, IndexError> {
        let path = folder.join(ARCHIVE_FILE);
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(IndexError::Missing(folder.to_owned()));
            }
            Err(cause) => return Err(IndexError::File { path, cause }),
        };
        let archive = serde_json::from_slice(&text).map_err(IndexError::Json)?;
        let files = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        let index = Index::open(ReadOnlyFolder(files))?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let searcher = reader.searcher();
        let columns = searcher
            .segment_readers()
            .iter()
            .map(SegmentColumns::open)
            .collect::<tantivy::Result<_>>()?;
        let (expected, fields) = schema();
        if index.schema() != expected {
            return Err(IndexError::OtherVersion(folder.to_owned()));
        }
        let link_model = read_link_model(folder)?;
        let families = FamilyFiles::open(folder)?;
        let places = PlacesFile::read(folder)?;
        let gazetteer = places.gazetteer()?;
        Ok(PublicIndex {
            archive,
            searcher,
            columns,
            fields,
            link_model,
            families,
            places,
            gazetteer,
            all: OnceLock::new(),
        })
    }

    /// Returns the place of the counts over all records.
    pub(crate) fn statistics_of_all(&self) -> &OnceLock<Statistics> {
        &self.all
    }

    /// Returns the searcher and the fields, for other questions than searches.
    pub(crate) fn searching(&self) -> (&Searcher, &IndexFields) {
        (&self.searcher, &self.fields)
    }

    /// Returns the files of families, if the build has any.
    pub(crate) fn families(&self) -> Option<&FamilyFiles> {
        self.families.as_ref()
    }

    /// Returns what the archive holds.
    pub fn summary(&self) -> &ArchiveSummary {
        &self.archive.summary
    }

    /// Returns the sources, by id.
    pub fn sources(&self) -> &[PublicSource] {
        &self.archive.sources
    }

    /// Returns the counts over all records that are shown.
    pub fn counts(&self) -> &ArchiveCounts {
        &self.archive.counts
    }

    /// Returns the camps and counts of places of the archive.
    pub fn places(&self) -> &PlacesFile {
        &self.places
    }

    /// Returns the gazetteer, the archive's own places among them.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Returns how many records that are shown have a station in a place.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn n_records_at(
        &self,
        place_id: &str,
        kind: Option<StationKind>,
    ) -> Result<u64, IndexError> {
        let term = Term::from_field_text(self.fields.within, &within_term(place_id, kind));
        Ok(self.searcher.doc_freq(&term)?)
    }

    /// Counts the places of the records that [`PublicIndex::search`] finds.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn count_stays(&self, request: &SearchRequest) -> Result<StayCounts, IndexError> {
        let mut words = parse_words(&request.query);
        words.extend(request.filters.place.as_deref().map(parse_place).unwrap_or_default());
        let collector = StayCollector { columns: &self.columns };
        let mut counts = StayCounts::default();
        for reach in [Reach::SameName, Reach::Similar, Reach::Distant, Reach::Partial] {
            let widened = widen_words(&self.searcher, &self.fields, &words, reach)?;
            let query = build_query(&self.fields, request, &widened, reach);
            if let Some(query) = query {
                counts = self.searcher.search(&*query, &collector)?;
            }
            let is_enough = match reach {
                Reach::SameName => words.is_empty() || counts.n_records >= ENOUGH_SAME_NAME,
                _ => counts.n_records > 0,
            };
            if is_enough {
                break;
            }
        }
        Ok(counts)
    }

    /// Returns the work that a key stands for, if the archive knows it.
    pub fn citation(&self, key: &str) -> Option<&Citation> {
        self.archive.citations.get(key)
    }

    /// Finds records.
    ///
    /// Records that have the words as typed come first, then those with another
    /// form of the same name. When both are few, records with similar spellings
    /// follow: one error in a word; if that finds nothing, two; and if still
    /// nothing, records that lack one of at least three words.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResult, IndexError> {
        let facets: &'static [&'static str] = match request.filters.event {
            Some(_) => &SEARCH_FACETS_OF_EVENT,
            None => &SEARCH_FACETS,
        };
        let asked = SearchRequest { limit: request.limit.min(MAX_HITS), ..request.clone() };
        let (widened, found) = self.find(&asked, facets)?;
        let n_words = count_words(request);
        let mut hits = Vec::new();
        let page = found.best.iter().skip(request.offset).take(asked.limit);
        for &FoundRecord { score, address, .. } in page {
            // A placeholder has no words, so a search cannot find one.
            if let RecordView::Shown(record) = self.view(address)? {
                let is_similar = score < typed_score(n_words);
                let matches = match_words(&self.fields, &widened, &record);
                let person = self.links_at(address)?.person;
                hits.push(Hit { record: *record, score, is_similar, matches, person });
            }
        }
        let (n_found, n_exact) = (found.n_found, found.n_typed);
        let facets = found.facets(request.filters.event.as_deref());
        Ok(SearchResult { n_found, n_exact, hits, facets })
    }

    /// Finds what a request finds, going as far from the words typed as [`PublicIndex::search`].
    pub(crate) fn find(
        &self,
        request: &SearchRequest,
        facets: &'static [&'static str],
    ) -> Result<(Vec<WidenedWord>, Found), IndexError> {
        let mut words = parse_words(&request.query);
        words.extend(request.filters.place.as_deref().map(parse_place).unwrap_or_default());
        let (mut widened, mut found) = self.collect(request, &words, (Reach::SameName, facets))?;
        if !words.is_empty() && found.n_found < ENOUGH_SAME_NAME {
            for reach in [Reach::Similar, Reach::Distant, Reach::Partial] {
                (widened, found) = self.collect(request, &words, (reach, facets))?;
                if found.n_found > 0 {
                    break;
                }
            }
        }
        Ok((widened, found))
    }

    /// Finds what a request finds under the words as typed, and no further.
    pub(crate) fn find_typed(
        &self,
        request: &SearchRequest,
        facets: &'static [&'static str],
    ) -> Result<(Vec<WidenedWord>, Found), IndexError> {
        let mut words = parse_words(&request.query);
        words.extend(request.filters.place.as_deref().map(parse_place).unwrap_or_default());
        self.collect(request, &words, (Reach::SameName, facets))
    }

    /// Counts over all records that are shown.
    pub(crate) fn find_everything(
        &self,
        facets: &'static [&'static str],
    ) -> Result<(Vec<WidenedWord>, Found), IndexError> {
        // A placeholder has no source to be found by.
        let query = ExistsQuery::new("source".to_owned(), false);
        let collected = BestHits { n_best: 0, facets, typed_score: 0.0, columns: &self.columns };
        Ok((Vec::new(), self.searcher.search(&query, &collected)?))
    }

    fn collect(
        &self,
        request: &SearchRequest,
        words: &[QueryWord],
        (reach, facets): (Reach, &'static [&'static str]),
    ) -> Result<(Vec<WidenedWord>, Found), IndexError> {
        let widened = widen_words(&self.searcher, &self.fields, words, reach)?;
        let Some(query) = build_query(&self.fields, request, &widened, reach) else {
            return Ok((widened, Found::default()));
        };
        let best_hits = BestHits {
            n_best: request.offset.saturating_add(request.limit),
            facets,
            typed_score: typed_score(words.len()),
            columns: &self.columns,
        };
        let found = self.searcher.search(&*query, &best_hits)?;
        Ok((widened, found))
    }

    /// Returns the record of an id, or its placeholder.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn record(&self, record_id: &str) -> Result<Option<RecordView>, IndexError> {
        let address = self.address_of(record_id)?;
        address.map(|address| self.view(address)).transpose()
    }

    /// Returns person and links of a record; empty when it has none or is not shown.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn links(&self, record_id: &str) -> Result<RecordLinks, IndexError> {
        let address = self.address_of(record_id)?;
        address.map_or_else(|| Ok(RecordLinks::default()), |address| self.links_at(address))
    }

    /// Returns the records of a person that are shown, in the order of the archive; none for a
    /// person of one record.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn person(&self, person_id: &str) -> Result<Vec<PublicRecord>, IndexError> {
        let mut records = Vec::new();
        for found in self.find_all(self.fields.person, person_id, MAX_PERSON_RECORDS)? {
            if let RecordView::Shown(record) = self.view(found.address)? {
                records.push(*record);
            }
        }
        Ok(records)
    }

    /// Returns what agreement weighs in this archive.
    pub fn link_model(&self) -> &LinkModel {
        &self.link_model
    }

    fn address_of(&self, record_id: &str) -> Result<Option<DocAddress>, IndexError> {
        let found = self.find_all(self.fields.record_id, record_id, 1)?;
        Ok(found.first().map(|found| found.address))
    }

    /// Returns the first documents that have a term, in the order of the archive.
    pub(crate) fn find_all(
        &self,
        field: Field,
        text: &str,
        n_best: usize,
    ) -> Result<Vec<FoundRecord>, IndexError> {
        let query = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic);
        let best = BestHits { n_best, facets: &[], typed_score: 0.0, columns: &self.columns };
        let mut found = self.searcher.search(&query, &best)?.best;
        found.sort_unstable_by_key(|record| record.ordinal);
        Ok(found)
    }

    fn links_at(&self, address: DocAddress) -> Result<RecordLinks, IndexError> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let bytes = document.get_first(self.fields.links).and_then(|value| value.as_bytes());
        bytes.map_or_else(
            || Ok(RecordLinks::default()),
            |bytes| serde_json::from_slice(bytes).map_err(IndexError::Json),
        )
    }

    pub(crate) fn view(&self, address: DocAddress) -> Result<RecordView, IndexError> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let bytes = document
            .get_first(self.fields.view)
            .and_then(|value| value.as_bytes())
            .unwrap_or_default();
        serde_json::from_slice(bytes).map_err(IndexError::Json)
    }
}

/// Returns the least that a record scores in which all words stand as typed.
fn typed_score(n_words: usize) -> f32 {
    SCORE_TYPED * n_words as f32
}

/// Returns how many words a request asks for, those of its place among them.
fn count_words(request: &SearchRequest) -> usize {
    let of_place = request.filters.place.as_deref().map(parse_place).unwrap_or_default();
    parse_words(&request.query).len() + of_place.len()
}
