//! Opens a public index and answers questions.

use crate::collect::{BestHits, Found, FoundRecord, SegmentColumns};
use crate::error::IndexError;
use crate::query::{Reach, build_query};
use crate::read_only::ReadOnlyFolder;
use crate::schema::{IndexFields, schema};
use crate::view::{
    ArchiveFile, ArchiveSummary, Citation, Hit, MAX_HITS, PublicSource, RecordView, SearchRequest,
    SearchResult,
};
use crate::write::ARCHIVE_FILE;
use std::collections::BTreeSet;
use std::path::Path;
use tantivy::directory::MmapDirectory;
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, Index, ReloadPolicy, Searcher, TantivyDocument, Term};

/// With fewer hits as typed than this, similar spellings are added.
const ENOUGH_EXACT: usize = 20;

/// An open public index.
pub struct PublicIndex {
    archive: ArchiveFile,
    searcher: Searcher,
    /// By segment.
    columns: Vec<SegmentColumns>,
    fields: IndexFields,
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
        Ok(PublicIndex { archive, searcher, columns, fields: schema().1 })
    }

    /// Returns what the archive holds.
    pub fn summary(&self) -> &ArchiveSummary {
        &self.archive.summary
    }

    /// Returns the sources, by id.
    pub fn sources(&self) -> &[PublicSource] {
        &self.archive.sources
    }

    /// Returns the work that a key stands for, if the archive knows it.
    pub fn citation(&self, key: &str) -> Option<&Citation> {
        self.archive.citations.get(key)
    }

    /// Finds records.
    ///
    /// Records that have the words as typed come first. When there are few,
    /// records with similar spellings follow: one error in a word; if that finds
    /// nothing, two; and if still nothing, records that lack one of at least
    /// three words.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResult, IndexError> {
        let n_best = request.offset.saturating_add(request.limit.min(MAX_HITS));
        let exact = self.collect(request, Reach::Exact, n_best.max(ENOUGH_EXACT))?;
        let n_exact = exact.n_found;
        if n_exact >= ENOUGH_EXACT as u64 || request.query.trim().is_empty() {
            return self.result(request, exact, None);
        }
        let exact_addresses: BTreeSet<DocAddress> =
            exact.best.iter().map(|found| found.address).collect();
        let mut similar = Found::default();
        for reach in [Reach::Similar, Reach::Distant, Reach::Partial] {
            similar = self.collect(request, reach, n_best)?;
            if similar.n_found > 0 {
                break;
            }
        }
        self.result(request, similar, Some(exact_addresses))
    }

    fn collect(
        &self,
        request: &SearchRequest,
        reach: Reach,
        n_best: usize,
    ) -> Result<Found, IndexError> {
        match build_query(&self.searcher, &self.fields, request, reach)? {
            Some(query) => {
                let columns = &self.columns;
                Ok(self
                    .searcher
                    .search(&*query, &BestHits { n_best, with_facets: true, columns })?)
            }
            None => Ok(Found::default()),
        }
    }

    /// `exact_addresses`: the records found as typed; without it, all are.
    fn result(
        &self,
        request: &SearchRequest,
        found: Found,
        exact_addresses: Option<BTreeSet<DocAddress>>,
    ) -> Result<SearchResult, IndexError> {
        let mut hits = Vec::new();
        let page = found.best.iter().skip(request.offset).take(request.limit.min(MAX_HITS));
        for &FoundRecord { score, address, .. } in page {
            // A placeholder has no words, so a search cannot find one.
            if let RecordView::Shown(record) = self.view(address)? {
                let is_similar =
                    exact_addresses.as_ref().is_some_and(|exact| !exact.contains(&address));
                hits.push(Hit { record: *record, score, is_similar });
            }
        }
        let n_exact = exact_addresses.map_or(found.n_found, |exact| exact.len() as u64);
        Ok(SearchResult { n_found: found.n_found, n_exact, hits, facets: found.facets() })
    }

    /// Returns the record of an id, or its placeholder.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn record(&self, record_id: &str) -> Result<Option<RecordView>, IndexError> {
        let query = TermQuery::new(
            Term::from_field_text(self.fields.record_id, record_id),
            IndexRecordOption::Basic,
        );
        let columns = &self.columns;
        let found =
            self.searcher.search(&query, &BestHits { n_best: 1, with_facets: false, columns })?;
        found.best.first().map(|found| self.view(found.address)).transpose()
    }

    fn view(&self, address: DocAddress) -> Result<RecordView, IndexError> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let bytes = document
            .get_first(self.fields.view)
            .and_then(|value| value.as_bytes())
            .unwrap_or_default();
        serde_json::from_slice(bytes).map_err(IndexError::Json)
    }
}
